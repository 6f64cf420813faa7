package dates

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// nthAt returns which weekday of a month the ordinal, or the word for "last", at token i counts; 0
// where it is none.
func (r *Reader) nthAt(i int) (nth, next int) {
	nth, next, home := r.word(i, lang.Ordinal)
	if next > i && home && nth <= lastNth {
		return nth, next
	}
	if shift, next, home := r.word(i, lang.Shift); next > i && home && shift < 0 {
		return lastNth, next
	}
	return 0, i
}

// lastNth stands for the last one in Parts.Nth.
const lastNth = 5

// nthWeekday reads "first Monday in November", "last Friday of May 2018".
func (r *Reader) nthWeekday(i int) (Parts, int) {
	nth, at := r.nthAt(i)
	day, next, home := r.word(at, lang.Weekday)
	if nth == 0 || next == at || day < 0 || !home {
		return Parts{}, i
	}
	if t := r.at(next); t.Kind != scan.Word || !t.Is(lang.In|lang.DateMark|lang.Prep) {
		return Parts{}, i
	}
	month, after := r.month(next + 1)
	if after == next+1 || month.weak && r.common(next+1) {
		return Parts{}, i
	}
	return r.yearAfter(Parts{Month: month.number, Weekday: day, Nth: nth}, after)
}

// longestLead is how many words may lead to a day and make it none to reckon.
const longestLead = 3

// repeated reports whether the date at token i is one of many: "every Friday", "each July 4".
func (r *Reader) repeated(i int) bool {
	for n := 1; n <= longestLead; n++ {
		arg, w, home := r.at(i-n).Arg(lang.Extent, r.lang)
		if w == n && home && arg == everyOne {
			return true
		}
	}
	return false
}

// ofSeries reports whether the weekday at token i is one that an ordinal counts, or that of a day
// with a name: "the first Monday of the month", "Super Tuesday".
func (r *Reader) ofSeries(i int) bool {
	for n := 1; n <= longestLead; n++ {
		if _, w, _ := r.at(i-n).Arg(lang.Holiday, r.lang); w > n {
			return true
		}
	}
	nth, w, home := r.at(i-1).Arg(lang.Ordinal, r.lang)
	return w == 1 && home && nth > 0 && r.at(i).Gap == scan.Space && !r.at(i-1).Is(lang.Weekday)
}

// indefinite reports whether the weekday in the tokens from i to next is any one of its name: "on a
// Friday in 1986", "one Friday night", and not "a Sunday night service"; or is counted from
// something that happened: "the Monday after he left".
func (r *Reader) indefinite(i, next int) bool {
	n, w, home := r.at(i-1).Arg(lang.Numeral, r.lang)
	if w == 1 && home && n == 1 && r.closes(next) {
		return true
	}
	return r.at(i-1).Is(lang.Article) && !r.at(i-1).Is(lang.On) && r.at(next).Is(lang.Sub)
}

// everyOne is the argument of Extent of words that make a day none to count from today: "every",
// "the previous".
const everyOne = 5

// weekday reads "Wednesday", "Wednesday, April 11", "Wednesday morning", "Wednesday last week".
func (r *Reader) weekday(i int) (Parts, int) {
	arg, next, home := r.word(i, lang.Weekday)
	if next == i || arg == 0 {
		return Parts{}, i
	}
	day := abs(arg)
	if arg < 0 && (!home || r.common(i)) {
		return Parts{}, i
	}
	if p, after := r.weekdayDate(day, next); after > next {
		return p, after
	}
	if !r.dateline && r.ofSeries(i) {
		return Parts{}, i
	}
	if arg < 0 || !home && !r.dateline {
		return Parts{}, i
	}
	if p, after := r.weekOf(next); after > next {
		p.Weekday = day
		return p, after
	}
	p := Parts{Weekday: day, Part: r.partWithin(i, next)}
	if shift, after := r.shiftAfter(next); after > next {
		p.point(shift)
		return r.part(p, after)
	}
	p, after := r.part(p, next)
	if shift, last := r.shiftAfter(after); last > after && after > next {
		p.point(shift)
		return p, last
	}
	if !r.dateline && r.indefinite(i, after) {
		return Parts{}, i
	}
	return p, after
}

// shiftAfter reads a word that points and stands behind what it points to: "dernier" in "mercredi
// dernier". In "weeks last year" it belongs to what follows.
func (r *Reader) shiftAfter(i int) (shift, next int) {
	shift, next, _ = r.word(i, lang.Shift)
	if t := r.at(i); next == i || t.Gap > scan.Space || t.Shape.Has(scan.Single) {
		return 0, i
	}
	const shiftable = lang.Unit | lang.Weekday | lang.Month | lang.Season | lang.Part
	if t := r.at(next); t.Is(shiftable) && t.Gap < scan.Line {
		return 0, i
	}
	return shift, next
}

// point makes p the weekday before or after the reference, or that of its week.
func (p *Parts) point(shift int) {
	p.Toward, p.Strict = clamp(shift), true
	p.Shift = beyond(shift)
	if shift == 0 {
		p.Relative, p.Unit = true, lang.UnitWeek
	}
}

// weekdayDate reads the date that follows a weekday: ", April 11, 2018", " den 11. April", "
// (9/4)".
func (r *Reader) weekdayDate(day, i int) (Parts, int) {
	at := r.skipStop(i)
	open := r.at(at).Kind == scan.Open && r.at(at).Gap <= scan.Space
	if open || r.at(at).Kind == scan.Comma && r.at(at).Gap <= scan.Space {
		at++
	}
	for range 2 {
		if t := r.at(at); t.Kind != scan.Word || t.Gap > scan.Line || t.Is(lang.Month|lang.Ordinal) ||
			!t.Is(lang.On|lang.Article|lang.In) {
			break
		}
		at++
	}
	if !r.near(at) {
		return Parts{}, i
	}
	var p Parts
	next := at
	switch t := r.at(at); {
	case t.Kind == scan.Number:
		p, next = r.fixed(at)
	case t.Is(lang.DateMark):
		p, next = r.marked(at)
	case t.Is(lang.Month | lang.Ordinal):
		p, next = r.calendar(at)
	}
	if next == at || p.Day == 0 || open && r.at(next).Kind != scan.Close {
		return Parts{}, i
	}
	if open {
		next++
	}
	p.Weekday = day
	return p, next
}

// weekOf reads the week that a weekday is one of: "last week", "of next week".
func (r *Reader) weekOf(i int) (Parts, int) {
	at := i
	if next, ok := r.is(at, lang.DateMark, lang.MarkOf); ok {
		at = next
	} else if arg, next, _ := r.word(at, lang.On); next > at && arg == 0 {
		at = next
	}
	p, next := r.unitPhrase(at)
	if p.Unit != lang.UnitWeek {
		return Parts{}, i
	}
	return p, next
}

// partWithin returns the part of the day that the words of a day name with it: "tonight",
// "Mittwochabend", "昨晚".
func (r *Reader) partWithin(i, next int) int {
	part, end, _ := r.word(i, lang.Part)
	if day, _, _ := r.word(i, lang.Day); end != next || day > 0 && !r.at(i).Shape.Has(scan.Single) {
		return 0
	}
	return part
}

// part reads the part of the day that may follow a day: "morning", "in the morning", "à midi".
func (r *Reader) part(p Parts, i int) (Parts, int) {
	at := i
	for range 3 {
		if part, next, _ := r.word(at, lang.Part); next > at {
			p.Part = part
			return p, next
		}
		if extent, next, _ := r.word(at, lang.Extent); next > at && extent <= 3 {
			at = next
			continue
		}
		t := r.at(at)
		if !t.Is(lang.On|lang.In|lang.Article|lang.Prep) || t.Gap > scan.Space {
			break
		}
		at++
	}
	return p, i
}
