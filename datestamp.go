package dateline

import (
	"time"

	"github.com/e95690a0/dateline/internal/dates"
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

// readStamped finds the day that the first stamp above the story gives, where nobody has said when
// the story was published: a headline and a sentence may stand before it.
func (s *story) readStamped() {
	if !s.Published.IsZero() {
		return
	}
	sentences := 0
	for i := range s.lines[:min(len(s.lines), maxTop)] {
		l := &s.lines[i]
		if d := s.stampIn(l); !d.IsZero() {
			s.stamped, _ = d.Time(time.UTC)
			return
		}
		if s.isStop(l.to - 1) {
			sentences++
		}
		if sentences > 1 {
			return
		}
	}
}

// stampIn returns the day of line l, if that is a stamp which gives the year.
func (s *story) stampIn(l *line) Date {
	if l.to-l.from > longestStamp || !l.holdsKind(scan.Number) {
		return Date{}
	}
	for i := l.from; i < l.to; i++ {
		if !dates.MayStart(&s.toks[i]) {
			continue
		}
		d, width, _ := s.dateFrom(i, false)
		if width == 0 {
			continue
		}
		at := dateAt{d, i, i + width}
		if d.Unit == UnitDay && !d.Inferred.Has(FieldYear) && d.Year > 0 && s.isStamp(l, &at) {
			return d
		}
		i += width - 1
	}
	return Date{}
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
		case s.isHour(i), t.Is(lang.Clock):
			clock = true
		case d.from <= i && i < d.to || t.Kind != scan.Word:
		case !t.Is(lang.Month | lang.Weekday | lang.On | lang.By | lang.And | lang.Contrib | lang.Duty):
			words++
		}
	}
	if label {
		return words <= labelledWords
	}
	dated := !d.Inferred.Has(FieldYear)
	return words <= stampWords && (dated || clock)
}

// isHour reports whether token i is the colon of a time of day: "21:36".
func (s *story) isHour(i int) bool {
	return i > 0 && i+1 < len(s.toks) && s.toks[i].Kind == scan.Colon &&
		s.toks[i-1].Kind == scan.Number && s.toks[i+1].Kind == scan.Number &&
		s.toks[i].Gap == scan.None
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
