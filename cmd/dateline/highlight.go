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
	stylePointer
	styleCredit
	styleDate
	styleSource
	styleSpeaker
	styleCue
)

// escapes are the terminal's commands for each style.
var escapes = [...]string{
	styleDateline: "\x1b[1;36m",
	styleByline:   "\x1b[32m",
	styleStamp:    "\x1b[2m",
	styleCaption:  "\x1b[33m",
	stylePointer:  "\x1b[35m",
	styleCredit:   "\x1b[1;33m",
	styleDate:     "\x1b[4m",
	styleSource:   "\x1b[34m",
	styleSpeaker:  "\x1b[1m",
	styleCue:      "\x1b[3m",
}

const reset = "\x1b[0m"

// A mark gives a span of the text its style.
type mark struct {
	span  dateline.Span
	style style
}

// articleMarks returns what is to be seen in a story. Furniture comes after what may lie in it.
func articleMarks(a *dateline.Article) (marks []mark) {
	for _, d := range a.Dates {
		marks = append(marks, mark{d.Span, styleDate})
	}
	for _, s := range a.Sources {
		marks = append(marks, mark{s.Span, styleSource})
	}
	for i := range a.Attributions {
		at := &a.Attributions[i]
		marks = append(marks, mark{at.Source, styleSpeaker}, mark{at.Cue, styleCue})
	}
	for _, b := range a.Bylines {
		marks = append(marks, mark{b.Span, styleByline})
	}
	for _, span := range a.Stamps {
		marks = append(marks, mark{span, styleStamp})
	}
	for i := range a.Captions {
		marks = captionMarks(marks, &a.Captions[i])
	}
	for _, x := range a.CrossRefs {
		marks = append(marks, mark{x.Span, stylePointer})
	}
	return append(marks, mark{a.Dateline.Span, styleDateline})
}

func captionMarks(marks []mark, c *dateline.Caption) []mark {
	return append(marks, mark{c.Body, styleCaption}, mark{c.Credit.Span, styleCredit})
}

// highlighted prints the text with its marks, and an empty line. A mark that comes later wins.
func (o *outline) highlighted(marks []mark) {
	styles := make([]style, len(o.text))
	for _, m := range marks {
		for i := m.span.Start; i < m.span.End; i++ {
			styles[i] = m.style
		}
	}
	last := styleNone
	for i, r := range o.text {
		if styles[i] != last {
			if last != styleNone {
				o.out.WriteString(reset)
			}
			last = styles[i]
			o.out.WriteString(escapes[last])
		}
		switch r {
		case '\n', '\t':
			o.out.WriteRune(r)
		case '\r':
		default:
			o.out.WriteRune(visible(r))
		}
	}
	if last != styleNone {
		o.out.WriteString(reset)
	}
	if !strings.HasSuffix(o.text, "\n") {
		o.out.WriteByte('\n')
	}
	o.out.WriteByte('\n')
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
