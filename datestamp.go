package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// readStamps marks the lines that only say when the story was published or changed: "Published Jul
// 17, 2024, 11:21am | Updated Jul 18", "22.11.2024 07.57".
func (s *story) readStamps() {
	at := 0
	for i := range s.dates {
		d := &s.dates[i]
		for s.lines[at].to <= d.from {
			at++
		}
		if l := &s.lines[at]; l.use == useBody && s.isStamp(l, d) {
			l.use = useStamp
		}
	}
}

// The most words beside date and time that a stamp has, and those of one that says "published".
const (
	stampWords    = 2
	labelledWords = 6
	longestStamp  = 40 // tokens
)

// isStamp reports whether line l is the stamp whose first date is d.
func (s *story) isStamp(l *line, d *dateAt) bool {
	span := s.span(l.from, l.to)
	if d.Unit != UnitDay || l.to-l.from > longestStamp || span.Overlaps(s.dateline.Span) {
		return false
	}
	words, label, clock := 0, false, false
	for i := l.from; i < l.to; i++ {
		t := &s.toks[i]
		switch {
		case t.Is(lang.Stamp):
			label = true
		case t.Kind == scan.Colon && t.Gap == scan.None, t.Is(lang.Clock):
			clock = true
		case d.from <= i && i < d.to || t.Kind != scan.Word:
		case !t.Is(lang.Month | lang.Weekday | lang.On | lang.By | lang.And):
			words++
		}
	}
	if label {
		return words <= labelledWords
	}
	dated := !d.Inferred.Has(FieldYear)
	return words <= stampWords && (dated || clock)
}

// stampList returns the lines that are date stamps.
func (s *story) stampList() []Span {
	var list []Span
	for _, l := range s.lines {
		if l.use == useStamp {
			list = append(list, s.span(l.from, l.to))
		}
	}
	return list
}
