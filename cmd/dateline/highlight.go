package main

import (
	"os"
	"strings"

	"github.com/e95690a0/dateline"
)

// A style is how a kind of thing looks in the text.
type style uint8

// The styles there are.
const (
	styleNone style = iota
	styleDateline
	styleByline
	styleStamp
	styleCaption
	styleCredit
	stylePointer
	styleSaid
	styleSpeaker
	styleCue
	stylePerson
	stylePlace
	styleDate
	styleSource
)

// kinds has, for each style, the name of what looks so, the terminal's command for it, and what the
// name means.
var kinds = [...]struct{ name, escape, about string }{
	styleNone:     {},
	styleDateline: {"dateline", "\x1b[1;36m", "where, when and by whom the story was filed"},
	styleByline:   {"byline", "\x1b[32m", "who made the story"},
	styleStamp:    {"stamp", "\x1b[2m", "when the story was published or changed"},
	styleCaption:  {"caption", "\x1b[33m", "what a picture shows"},
	styleCredit:   {"credit", "\x1b[1;33m", "whose picture it is"},
	stylePointer:  {"pointer", "\x1b[35m", "a pointer to another story"},
	styleSaid:     {"said", "\x1b[1m", "what somebody said"},
	styleSpeaker:  {"who", "\x1b[1m", "who said it"},
	styleCue:      {"cue", "\x1b[3m", "the words that tell that it was said"},
	stylePerson:   {"person", "", "somebody who is credited or shown"},
	stylePlace:    {"place", "", "a place in a dateline or caption"},
	styleDate:     {"date", "\x1b[4m", "a date"},
	styleSource:   {"source", "\x1b[34m", "an agency, outlet or platform"},
}

const reset = "\x1b[0m"

// A mark gives a span of the text its style.
type mark struct {
	span  dateline.Span
	style style
	note  string // what was read from the words, where that is more than their kind
}

// articleMarks returns what is to be seen in a story. Furniture comes after what may lie in it.
func articleMarks(a *dateline.Article) (marks []mark) {
	for _, d := range a.Dates {
		marks = append(marks, mark{d.Span, styleDate, d.String()})
	}
	for _, s := range a.Sources {
		marks = append(marks, mark{s.Span, styleSource, sourceWords(s)})
	}
	for i := range a.Attributions {
		at := &a.Attributions[i]
		who := mark{at.Source, styleSpeaker, personWords(at.Speaker)}
		marks = append(marks, who, mark{span: at.Cue, style: styleCue})
	}
	for _, b := range a.Bylines {
		marks = append(marks, mark{span: b.Span, style: styleByline})
	}
	for _, span := range a.Stamps {
		marks = append(marks, mark{span: span, style: styleStamp})
	}
	for i := range a.Captions {
		marks = captionMarks(marks, &a.Captions[i])
	}
	for i := range a.CrossRefs {
		x := &a.CrossRefs[i]
		marks = append(marks, mark{x.Span, stylePointer, string(x.Kind)})
	}
	return append(marks, mark{span: a.Dateline.Span, style: styleDateline})
}

func captionMarks(marks []mark, c *dateline.Caption) []mark {
	body := mark{span: c.Body, style: styleCaption}
	return append(marks, body, mark{c.Credit.Span, styleCredit, string(c.Credit.Note)})
}

// highlight adds the text with its marks, and an empty line, to out. A mark that comes later wins.
func highlight(out *strings.Builder, text string, marks []mark) {
	styles := make([]style, len(text))
	for _, m := range marks {
		for i := m.span.Start; i < m.span.End; i++ {
			styles[i] = m.style
		}
	}
	last := styleNone
	for i, r := range text {
		if styles[i] != last {
			if last != styleNone {
				out.WriteString(reset)
			}
			last = styles[i]
			out.WriteString(kinds[last].escape)
		}
		switch r {
		case '\n', '\t':
			out.WriteRune(r)
		case '\r':
		default:
			out.WriteRune(visible(r))
		}
	}
	if last != styleNone {
		out.WriteString(reset)
	}
	if !strings.HasSuffix(text, "\n") {
		out.WriteByte('\n')
	}
	out.WriteByte('\n')
}

// isTerminal reports whether w is a terminal.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// wantsColor reports whether what is written to w may have colours: it is a terminal that knows
// them, and its user has not said no (https://no-color.org).
func wantsColor(w any) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
