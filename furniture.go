package dateline

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Furniture returns the spans of all that is not the story itself: dateline, bylines and sign-offs,
// captions with their credits, pointers, date stamps. They are in order and never overlap; spans
// that do are returned as one.
func (a *Article) Furniture() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		var last Span
		for _, next := range a.furniture() {
			if next.Start < last.End {
				last.End = max(last.End, next.End)
				continue
			}
			if !last.IsZero() && !yield(last) {
				return
			}
			last = next
		}
		if !last.IsZero() {
			yield(last)
		}
	}
}

// furniture returns the spans of all furniture, in the order of their starts.
func (a *Article) furniture() []Span {
	n := 1 + len(a.Bylines) + len(a.Captions) + len(a.CrossRefs) + len(a.Stamps)
	spans := append(make([]Span, 0, n), a.Dateline.Span)
	for i := range a.Bylines {
		spans = append(spans, a.Bylines[i].Span)
	}
	for i := range a.Captions {
		spans = append(spans, a.Captions[i].Span)
	}
	for i := range a.CrossRefs {
		spans = append(spans, a.CrossRefs[i].Span)
	}
	spans = append(spans, a.Stamps...)
	spans = slices.DeleteFunc(spans, func(s Span) bool { return s.Start < 0 || s.Len() <= 0 })
	slices.SortFunc(spans, func(s, t Span) int { return cmp.Compare(s.Start, t.Start) })
	return spans
}

// Story returns text, which a was read from, without its furniture; see [Article.Furniture]. All
// else stays as it is, byte for byte, but for the white space around the furniture:
//
//   - A line that was all furniture goes with its line break and the empty lines after it, so that
//     the paragraphs around it stay as far apart as they were.
//   - Furniture that begins a line or stands inside one takes the blanks after it along, and
//     furniture that ends a line the blanks before it.
//
// Spans outside text are passed over.
func (a *Article) Story(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	done := 0
	for s := range a.Furniture() {
		if s.Start < done || s.End > len(text) {
			continue
		}
		before := strings.TrimRightFunc(text[done:s.Start], isBlank)
		rest := strings.TrimLeftFunc(text[s.End:], isBlank)
		first := endsLine(cmp.Or(before, b.String()))
		last := rest == "" || rest[0] == '\n' || rest[0] == '\r'
		if !first && !last {
			before = text[done:s.Start]
		}
		b.WriteString(before)
		done = len(text) - len(rest)
		if first && last {
			done = lineAfter(text, done)
		}
	}
	b.WriteString(text[done:])
	return b.String()
}

// lineAfter returns the start of the first line after i that is not empty, or the end of text.
func lineAfter(text string, i int) int {
	next := i
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) {
			return next
		}
		if i += n; r == '\n' || r == '\r' {
			next = i
		}
	}
	return i
}

// endsLine reports whether a line can begin behind s.
func endsLine(s string) bool {
	return s == "" || strings.HasSuffix(s, "\n") || strings.HasSuffix(s, "\r")
}

// isBlank reports whether r is white space inside a line.
func isBlank(r rune) bool { return r != '\n' && r != '\r' && unicode.IsSpace(r) }
