package dates

import (
	"time"

	"github.com/araddon/dateparse"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// The longest stamp that a machine writes, "Wed Apr 11 2018 10:11:12 GMT+0300 (MSK)".
const (
	maxStamp       = 64 // bytes
	maxStampTokens = 24
)

// stamp reads what a machine has written and the grammar of this package has no rule for, with
// the time before the year: "Wed Apr 11 10:11:12 MSK 2018". Package dateparse reads it,
// within bounds that are found here; an answer that is not in the digits of the text is dropped.
func (r *Reader) stamp(i int) (Parts, int) {
	const retries = 3
	end := r.stampEnd(i)
	for range retries {
		if end <= i+1 {
			return Parts{}, i
		}
		text := r.text[r.at(i).Start:r.at(end-1).End]
		t, err := dateparse.ParseStrict(text)
		if err == nil && r.wrote(t, i, end) {
			return Parts{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, end
		}
		end--
	}
	return Parts{}, i
}

// stampEnd returns the token after the longest run of figures, marks between them and names of
// months, weekdays and time zones.
func (r *Reader) stampEnd(i int) int {
	end := i
	for end < i+maxStampTokens {
		t := r.at(end)
		if end > i && t.Gap > scan.Space || t.End-r.at(i).Start > maxStamp || !r.inStamp(t) {
			break
		}
		end++
	}
	return end
}

func (r *Reader) inStamp(t *lang.Token) bool {
	switch t.Kind {
	case scan.Number, scan.Colon, scan.Comma, scan.Hyphen:
		return t.Shape&scan.NonASCII == 0
	case scan.Word:
		return t.Is(lang.Month|lang.Weekday|lang.Clock) || t.Shape.Has(scan.Caps)
	case scan.Other:
		return r.text[t.Start] == '+'
	}
	return false
}

// wrote reports whether the year and the day of the month of t stand in the tokens from i to end.
func (r *Reader) wrote(t time.Time, i, end int) bool {
	year, _, day := t.Date()
	var hasYear, hasDay bool
	for ; i < end; i++ {
		n, digits := r.number(i)
		switch {
		case digits == 4 && n == year:
			hasYear = true
		case digits > 0 && digits <= 2 && n == day:
			hasDay = true
		}
	}
	return hasYear && hasDay
}

// machineWritten reports whether a time of day stands at token i, before any year: so it goes in
// the stamps of machines.
func (r *Reader) machineWritten(p Parts, i int) bool {
	return p.Day > 0 && p.Year == 0 && r.at(i).Kind == scan.Number && r.at(i).Gap == scan.Space &&
		r.glued(i+1, scan.Colon) && r.glued(i+2, scan.Number)
}
