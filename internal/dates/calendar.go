package dates

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// calendar reads a date with the name of a month in it, in one of the orders
//
//	day month [year]     11 April 2018, 11. April, 11 de abril de 2018, the 11th of April
//	month day [year]     April 11, 2018; Sept. 11th
//	month [year]         April 2018, in April
//	year month [day]     2018. április 11., 2018 m. balandžio 11 d.
func (r *Reader) calendar(i int) (Parts, int) {
	if r.at(i).Kind == scan.Number || r.at(i).Is(lang.Ordinal) {
		if p, next := r.dayMonth(i); next > i {
			return p, next
		}
		return r.yearMonth(i)
	}
	return r.monthFirst(i)
}

func (r *Reader) dayMonth(i int) (p Parts, next int) {
	p.Day, next = r.dayOfMonth(i)
	if next == i {
		return Parts{}, i
	}
	next = r.rangeEnd(p.Day, next)
	next = r.joint(next)
	month, after := r.month(next)
	if after == next {
		return Parts{}, i
	}
	p.Month, p.Solar = month.number, month.solar
	p, end := r.yearAfter(p, after)
	if p.Year == 0 && r.loose(next, month) {
		return Parts{}, i
	}
	return r.check(p, i, i, end)
}

func (r *Reader) monthFirst(i int) (Parts, int) {
	month, next := r.month(i)
	if next == i {
		return Parts{}, i
	}
	p := Parts{Month: month.number, Solar: month.solar}
	at := r.joint(next)
	if day, after := r.dayOfMonth(at); after > at && !r.counts(after) {
		p.Day = day
		p, after = r.yearAfter(p, r.rangeEnd(day, after))
		if p.Year == 0 && r.loose(i, month) {
			return Parts{}, i
		}
		return r.check(p, i, at, after)
	}
	if q, after := r.yearAfter(p, next); q.hasYear() && r.monthOfYear(i, month, after) {
		return q, after
	}
	if month.weak || !r.monthAlone(i, month) {
		return Parts{}, i
	}
	if shift, after := r.shiftAfter(next); after > next {
		p.Toward = clamp(shift)
		return p, after
	}
	return p, next
}

// hasYear reports whether p says which year it is of, if only "last year".
func (p Parts) hasYear() bool { return p.Year > 0 || p.Relative }

// monthOfYear reports whether the month at token i, without a day, may be one with the year that ends
// before token end: a word that means something else too must have its year right behind it.
func (r *Reader) monthOfYear(i int, m monthName, end int) bool {
	if r.dateline || m.home && !m.weak {
		return true
	}
	next := r.at(i + 1)
	return m.home && end <= i+4 && !r.common(i) && (next.Is(lang.DateMark) || !next.Is(lang.On|lang.In))
}

// yearMonth reads a date that starts with its year: "2018. április 11.", "2018. gada 11. aprīlis".
func (r *Reader) yearMonth(i int) (p Parts, next int) {
	year, digits := r.number(i)
	if digits != 4 || !likelyYear(year) {
		return Parts{}, i
	}
	next = r.skipStop(i + 1)
	stop := next > i+1
	if after, ok := r.is(next, lang.DateMark, lang.MarkYear); ok {
		next = r.skipStop(after)
		if r.at(next).Kind == scan.Comma {
			next++
		}
	}
	if r.at(next).Kind == scan.Number {
		if p, after := r.dayMonth(next); after > next && p.Year == 0 {
			p.Year = year
			return p, after
		}
		return Parts{}, i
	}
	month, after := r.month(next)
	if after == next || month.weak && r.loose(next, month) || stop && r.opensSentence(next) {
		return Parts{}, i
	}
	p = Parts{Year: year, Month: month.number, Solar: month.solar}
	at := r.joint(after)
	day, end := r.dayOfMonth(at)
	if end == at {
		return p, after
	}
	p.Day = day
	return r.check(p, i, at, r.skipStop(end))
}

// opensSentence reports whether the word at token i, after a stop, looks like the first of a sentence.
func (r *Reader) opensSentence(i int) bool {
	t := r.at(i)
	return !r.dateline && t.Gap > scan.None && t.Shape.Has(scan.Capital) && !t.Shape.Has(scan.Caps)
}

// skipStop skips a full stop that an ordinal or an abbreviation ends with.
func (r *Reader) skipStop(i int) int {
	if r.glued(i, scan.Stop) && r.at(i+1).Gap <= scan.Space {
		return i + 1
	}
	return i
}

// A monthName is the month that a word names.
type monthName struct {
	number int
	weak   bool // the word means something else too: "may", "mar"
	home   bool // it is one of the language of the text
	solar  bool // it is one of the solar calendar of Iran
}

// firstSolar is the argument of Farvardin, the first month of the solar calendar of Iran.
const firstSolar = 21

func (r *Reader) month(i int) (m monthName, next int) {
	arg, next, home := r.word(i, lang.Month)
	if next == i {
		return monthName{}, i
	}
	if arg < -100 {
		arg += 100
		if r.at(i).Shape.Has(scan.Lower) && !r.dateline {
			return monthName{}, i
		}
	}
	m = monthName{number: abs(arg), weak: arg < 0, home: home}
	if m.number >= firstSolar {
		m.number, m.solar = m.number-firstSolar+1, true
	}
	if m.number > 12 {
		return monthName{}, i
	}
	return m, next
}

// loose reports whether the word at token i is more likely something else than a month, even with
// a number beside it: "may 2", a word that is one only in another language.
func (r *Reader) loose(i int, m monthName) bool {
	if r.dateline || !m.weak {
		return false
	}
	return !m.home || r.common(i)
}

// common reports whether token i, a name of a month or weekday, is one of the words that any text
// is full of, and written as one: "may", "on", "so".
func (r *Reader) common(i int) bool {
	t := r.at(i)
	return !t.Shape.Has(scan.Capital) &&
		t.Is(lang.Aux|lang.Func|lang.Cue|lang.Numeral|lang.On|lang.In|lang.Prep|lang.And)
}

// monthAlone reports whether the month at token i, with neither day nor year, is one: after a
// preposition, or where the language writes months in lower case.
func (r *Reader) monthAlone(i int, m monthName) bool {
	if !m.home {
		return false
	}
	const before = lang.On | lang.In | lang.Prep | lang.Extent | lang.Shift | lang.Sub
	return r.at(i).Shape.Has(scan.Lower) || r.at(i-1).Is(before) && r.at(i).Gap < scan.Para &&
		!r.name(i)
}

// name reports whether the capitalised word at token i is the first of several: "April Jones".
func (r *Reader) name(i int) bool {
	next := r.at(i + 1)
	return next.Kind == scan.Word && next.Gap == scan.Space && next.Shape.Has(scan.Capital) &&
		!next.Is(Starts|lang.Func)
}

// joint skips what stands between day and month: a stop, a hyphen, a slash, "of", "de", a day's mark.
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
// "April 20 percent" is not a day of April.
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

// yearAfter reads the year that may follow a day and month, or a month: ", 2018", "de 2018", "2018
// года", "'18".
func (r *Reader) yearAfter(p Parts, i int) (Parts, int) {
	at := r.skipStop(i)
	if r.at(at).Kind == scan.Comma && r.at(at).Gap <= scan.Space || r.glued(at, scan.Hyphen) ||
		r.glued(at, scan.Slash) {
		at++
	}
	if next, ok := r.is(at, lang.DateMark, lang.MarkOf); ok {
		at = next
	} else if arg, next, _ := r.word(at, lang.On); next > at && arg == 0 {
		at = next
	}
	if q, next := r.relativeYear(at); next > at {
		p.Unit, p.Shift, p.Relative = q.Unit, q.Shift, true
		return p, next
	}
	year, next := r.year(at, p.Solar)
	if next == at {
		return p, i
	}
	p.Year = year
	return p, next
}

// relativeYear reads "last year", "vergangenen Jahres" behind a month.
func (r *Reader) relativeYear(i int) (p Parts, next int) {
	at := i
	if r.at(at).Is(lang.Article) && r.near(at) {
		at++
	}
	switch t := r.at(at); {
	case !r.near(at):
		return Parts{}, i
	case t.Is(lang.Day):
		p, next = r.dayWord(at)
	case t.Is(lang.Shift):
		p, next = r.shifted(at)
	case t.Is(lang.Unit):
		p, next = r.unitShifted(at)
	}
	if p.Unit != lang.UnitYear {
		return Parts{}, i
	}
	return p, next
}

// year reads a year at token i: "2018", "2018年", "2561", "พ.ศ. 2561", "令和6年"; or one of the solar
// calendar of Iran.
func (r *Reader) year(i int, solar bool) (year, next int) {
	if !r.near(i) {
		return 0, i
	}
	if year, next := r.eraYear(i); next > i {
		return year, next
	}
	n, digits := r.number(i)
	switch {
	case r.partOfNumber(i) && r.at(i+1).Kind != scan.Colon || r.at(i+1).Kind == scan.Hyphen && r.at(i+2).Kind == scan.Number:
		return 0, i
	case digits == 4 && (solar && likelySolar(n) || !solar && likelyYear(ourYear(n))):
		return r.yearEnd(ourYear(n), i+1)
	case digits == 2 && r.dateline && r.at(i).Gap == scan.Space:
		return century(n), i + 1
	}
	return 0, i
}

// eraYear reads a year whose era stands before it: "พ.ศ. 2561", "令和6年".
func (r *Reader) eraYear(i int) (year, next int) {
	era, next, _ := r.word(i, lang.Era)
	if next == i {
		return 0, i
	}
	next = r.skipStop(next)
	n, digits := r.number(next)
	if digits == 0 || digits > 4 || !r.near(next) {
		return 0, i
	}
	return r.yearEnd(inEra(n, era), next+1)
}

// yearEnd skips "年", "года", "г.", ". godine" after a year.
func (r *Reader) yearEnd(year, i int) (int, int) {
	next, ok := r.is(r.skipStop(i), lang.DateMark, lang.MarkYear)
	if !ok {
		return year, i
	}
	if r.glued(next, scan.Stop) && r.at(next-1).End-r.at(next-1).Start <= 2 {
		next++
	}
	return year, next
}

// likelyYear reports whether news is likely to speak of the year n.
func likelyYear(n int) bool { return 1500 <= n && n < 2200 }

// century completes a year of two digits.
func century(n int) int {
	if n < 70 {
		return 2000 + n
	}
	return 1900 + n
}

// check marks a date whose day does not exist as broken, in a dateline, and drops it elsewhere. day
// is its day's token.
func (r *Reader) check(p Parts, first, day, next int) (Parts, int) {
	year := p.Year
	if year == 0 {
		year = 2000
	}
	if p.Solar || ValidDay(year, p.Month, p.Day) || p.Swap && ValidDay(year, p.Day, p.Month) {
		return p, next
	}
	if !r.dateline {
		return Parts{}, first
	}
	p.Broken = 1 + day - first
	return p, next
}

// trailingWeekday reads the weekday that may follow a date: "4月11日（水）", "11., szerda",
// "4月11日星期三".
func (r *Reader) trailingWeekday(p Parts, i int) (Parts, int) {
	at := i
	open := r.at(at).Kind == scan.Open && r.at(at).Gap <= scan.Space
	comma := r.at(at).Kind == scan.Comma && r.at(at).Gap <= scan.Space
	if open || comma {
		at++
	}
	arg, next, _ := r.word(at, lang.Weekday)
	if next == at || p.Day == 0 || p.Weekday > 0 || open && agency(r.at(at)) {
		return p, i
	}
	switch after := r.at(next); {
	case open && after.Kind != scan.Close:
		return p, i
	case open:
		next++
	case comma && after.Kind == scan.Word && after.Gap < scan.Line:
		return p, i
	case !open && !comma && arg < 0 && r.at(at).Gap != scan.None:
		return p, i
	}
	p.Weekday = abs(arg)
	return p, next
}

// agency reports whether t in a bracket is more likely an agency than a weekday: "(ATA)".
func agency(t *lang.Token) bool {
	return t.Is(lang.Outlet) && t.Shape.Has(scan.Caps)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
