package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/e95690a0/dateline"
)

// maxHeadline is how many bytes a headline has at most.
const maxHeadline = 240

// maxOpen is how many marks may lie in one another; more are not to be told apart.
const maxOpen = 8

// pageMarks returns what a page marks in its story: all that the terminal shows, the words that
// were said, people and places. They are in the order of the text, those that hold others before
// those.
func pageMarks(text string, a *dateline.Article) []mark {
	marks := articleMarks(a)
	for i := range a.Attributions {
		at := &a.Attributions[i]
		note := cmp.Or(personWords(at.Speaker), sourceWords(at.Outlet))
		for _, said := range at.Content {
			marks = append(marks, mark{said, styleSaid, note})
		}
	}
	marks = placeMarks(marks, a.Dateline.Places)
	marks = personMarks(marks, a.Dateline.Persons)
	for i := range a.Bylines {
		marks = personMarks(marks, a.Bylines[i].Authors)
	}
	for i := range a.Captions {
		c := &a.Captions[i]
		marks = placeMarks(marks, c.Places)
		marks = personMarks(marks, c.People)
		marks = personMarks(marks, c.Credit.Photographers)
	}
	marks = slices.DeleteFunc(marks, func(m mark) bool { return m.span.Of(text) == "" })
	slices.SortStableFunc(marks, func(m, n mark) int {
		return cmp.Or(
			cmp.Compare(m.span.Start, n.span.Start),
			cmp.Compare(n.span.End, m.span.End),
			cmp.Compare(m.style, n.style),
		)
	})
	return slices.CompactFunc(marks, func(m, n mark) bool {
		return m.span == n.span && m.style == n.style
	})
}

func placeMarks(marks []mark, places []dateline.Place) []mark {
	for _, p := range places {
		marks = append(marks, mark{p.Span, stylePlace, placeWords(p)})
	}
	return marks
}

func personMarks(marks []mark, people []dateline.Person) []mark {
	for _, p := range people {
		marks = append(marks, mark{p.Span, stylePerson, personWords(p)})
	}
	return marks
}

// story adds the text with its marks.
func (p *page) story(text, lang string, marks []mark) {
	p.raw("<article")
	p.attr("lang", lang)
	p.raw(">\n")
	w := markedText{page: p, text: text, marks: marks}
	all := paragraphs(text)
	for i, words := range all {
		w.raw("<p")
		if i == 0 && len(all) > 1 && isHeadline(text, words, marks) {
			w.raw(` class="headline"`)
		}
		w.raw(` dir="auto">`)
		w.paragraph(words)
		w.raw("</p>\n")
	}
	p.raw("</article>\n")
}

// isHeadline reports whether the paragraph that opens a story is set as its headline: a short line
// that does not end as a sentence does. Furniture is none.
func isHeadline(text string, words dateline.Span, marks []mark) bool {
	line := strings.TrimSpace(words.Of(text))
	last, _ := utf8.DecodeLastRuneInString(line)
	if len(line) > maxHeadline || strings.ContainsRune(".。।۔", last) ||
		strings.Contains(line, "\n") {
		return false
	}
	return !slices.ContainsFunc(marks, func(m mark) bool {
		return m.style <= stylePointer && m.span.Start < words.End
	})
}

// paragraphs returns what stands between the empty lines of text.
func paragraphs(text string) (found []dateline.Span) {
	within := false
	for at := 0; at < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		switch blank := strings.TrimSpace(text[at:end]) == ""; {
		case blank:
			within = false
		case within:
			found[len(found)-1].End = end
		default:
			found = append(found, dateline.Span{Start: at, End: end})
			within = true
		}
		at = end + 1
	}
	return found
}

// A markedText writes a text in which marks begin and end anywhere as elements, which can only lie
// in one another: a mark that outlasts the one around it, or its paragraph, is closed and goes on
// behind it.
type markedText struct {
	*page
	text  string
	marks []mark // those that have not begun
	open  []mark // those that have begun and not ended, the innermost last
	done  int    // the text up to here is written

	ids [len(kinds)]int // behind the start of the last mark of each style that has an ID
}

// paragraph writes what one paragraph holds.
func (w *markedText) paragraph(words dateline.Span) {
	w.done = words.Start
	w.open = slices.DeleteFunc(w.open, func(m mark) bool { return m.span.End <= words.Start })
	w.goOn(0)
	for len(w.marks) > 0 && w.marks[0].span.Start < words.End {
		w.begin(w.marks[0])
		w.marks = w.marks[1:]
	}
	w.writeTo(words.End)
	w.closeTo(0)
}

// begin writes the text before m, and the start of m.
func (w *markedText) begin(m mark) {
	w.writeTo(m.span.Start)
	if m.span.End <= w.done || len(w.open) == maxOpen {
		return
	}
	extra := ""
	if n := len(w.open); n > 0 && w.open[n-1].span.Start == m.span.Start {
		extra = " second"
	}
	w.tag(m, extra)
	w.open = append(w.open, m)
}

// tag writes the start of m. The first of its kind at its place has the ID that the fields link to.
func (w *markedText) tag(m mark, extra string) {
	w.raw(`<mark class="`, kinds[m.style].name, extra, `"`)
	if start := m.span.Start + 1; w.ids[m.style] < start {
		w.ids[m.style] = start
		w.raw(` id="`, markID(m.style, m.span), `"`)
	}
	w.attr("title", cut(join(kinds[m.style].name, m.note)))
	w.raw(">")
}

// writeTo writes the text up to end and ends the marks that end there or on the way.
func (w *markedText) writeTo(end int) {
	for len(w.open) > 0 {
		next := w.open[0].span.End
		for _, m := range w.open[1:] {
			next = min(next, m.span.End)
		}
		if next > end {
			break
		}
		w.words(next)
		ended := func(m mark) bool { return m.span.End == next }
		first := slices.IndexFunc(w.open, ended)
		w.closeTo(first)
		w.open = slices.DeleteFunc(w.open, ended)
		w.goOn(first)
	}
	w.words(end)
}

// words writes the text up to end.
func (w *markedText) words(end int) {
	if end > w.done {
		w.page.text(w.text[w.done:end])
		w.done = end
	}
}

// closeTo writes the ends of the marks from the i-th on.
func (w *markedText) closeTo(i int) {
	for range w.open[i:] {
		w.raw("</mark>")
	}
}

// goOn writes again the starts of the marks from the i-th on.
func (w *markedText) goOn(i int) {
	for _, m := range w.open[i:] {
		w.tag(m, " more")
	}
}
