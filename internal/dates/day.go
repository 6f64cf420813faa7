package dates

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// skipStop skips a full stop that an ordinal or an abbreviation ends with.
func (r *Reader) skipStop(i int) int {
	if r.glued(i, scan.Stop) && r.at(i+1).Gap <= scan.Space {
		return i + 1
	}
	return i
}

// joint skips what stands between day and month: a stop, a hyphen, a slash, "of", "de", a day's
// mark.
func (r *Reader) joint(i int) int {
	if r.glued(i, scan.Hyphen) || r.glued(i, scan.Slash) {
		return i + 1
	}
	i = r.skipStop(i)
	if r.glued(i, scan.Apostrophe) {
		return i + 1 // after a "d" that was taken for a mark of days
	}
	for range 2 {
		arg, next, _ := r.word(i, lang.DateMark)
		if next == i || arg != lang.MarkOf && arg != lang.MarkDay {
			break
		}
		i = next
		if r.glued(i, scan.Apostrophe) {
			i++
		}
	}
	return i
}

// dayOfMonth reads "11", "11th", "11-го", "1er", "1º", "11日", "first".
func (r *Reader) dayOfMonth(i int) (day, next int) {
	if !r.near(i) {
		return 0, i
	}
	if r.at(i).Kind == scan.Word {
		arg, next, _ := r.word(i, lang.Ordinal)
		if next == i || arg < 1 || arg > 31 {
			return 0, i
		}
		return arg, next
	}
	day, digits := r.number(i)
	if digits == 0 || digits > 2 || day == 0 || day > 31 && !r.dateline || r.partOfNumber(i) {
		return 0, i
	}
	next = r.ordinalEnding(i + 1)
	if after, ok := r.is(next, lang.DateMark, lang.MarkDay); ok {
		next = r.markEnd(after)
	}
	return day, next
}

// ordinalEnding skips "th", "-го", "er", "°".
func (r *Reader) ordinalEnding(i int) int {
	if r.at(i).Gap != scan.None {
		return i
	}
	if t := r.at(i); t.Kind == scan.Other && r.text[t.Start:t.End] == "°" {
		return i + 1
	}
	if next, ok := r.is(i, lang.Ordinal, 0); ok {
		return next
	}
	if r.at(i).Kind == scan.Hyphen {
		if next, ok := r.is(i+1, lang.Ordinal, 0); ok {
			return next
		}
	}
	return i
}

// partOfNumber reports whether the number at token i is only a piece of one, or of a time: "1,500",
// "10:30", "2.5", "$11".
func (r *Reader) partOfNumber(i int) bool {
	if after := r.at(i + 1); after.Gap == scan.None && r.at(i+2).Gap == scan.None &&
		r.at(i+2).Kind == scan.Number {
		switch after.Kind {
		case scan.Comma, scan.Colon, scan.Stop:
			return true
		}
	}
	if r.at(i).Gap != scan.None {
		return false
	}
	switch before := r.at(i - 1); before.Kind {
	case scan.Comma, scan.Colon, scan.Stop:
		return r.at(i-2).Kind == scan.Number && before.Gap == scan.None
	case scan.Other:
		return true
	}
	return false
}

// counts reports whether what stands at token i makes the number before it a count of something:
// "April 20%" is not a day of April.
func (r *Reader) counts(i int) bool {
	t := r.at(i)
	return t.Gap == scan.None && t.Kind == scan.Other
}

// rangeEnd skips the last day of a range, "-12" in "April 11-12": the date is its first day.
func (r *Reader) rangeEnd(day, i int) int {
	at := r.skipStop(i)
	t := r.at(at)
	switch t.Kind {
	case scan.Hyphen, scan.Slash:
	case scan.Dash:
		if t.Gap != r.at(at+1).Gap {
			return i
		}
	default:
		return i
	}
	last, next := r.dayOfMonth(at + 1)
	if next == at+1 || last <= day || r.at(next).Kind == scan.Dash && r.at(next).Gap == scan.None {
		return i
	}
	return next
}
