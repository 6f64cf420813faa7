package dates

import (
	"unicode"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// dayWord reads "yesterday", "tomorrow night", "tonight", and whole phrases such as "先週".
func (r *Reader) dayWord(i int) (Parts, int) {
	arg, next, _ := r.word(i, lang.Day)
	switch {
	case next == i || r.isMorning(i, next) || r.inTitle(i, next):
		return Parts{}, i
	case unitOf(arg) > 0:
		return r.unitWithin(i)
	}
	if day, after, home := r.word(next, lang.Weekday); after > next && day > 0 && home {
		next = after // "yesterday, Tuesday" without the comma
	}
	p := Parts{Unit: lang.UnitDay, Shift: arg, Relative: true, Part: r.partWithin(i, next)}
	return r.part(p, next)
}

// unitPhrase reads a unit that is counted from the reference: "last week", "先週", "mois dernier".
func (r *Reader) unitPhrase(i int) (Parts, int) {
	if arg, next, _ := r.word(i, lang.Day); next > i && unitOf(arg) > 0 {
		unit := unitOf(arg)
		return Parts{Unit: unit, Shift: arg - 10*unit, Relative: true}, next
	}
	if shift, at, _ := r.word(i, lang.Shift); at > i && (beyond(shift) == 0 || at == i+1) {
		unit, next, _ := r.word(at, lang.Unit)
		if p, ok := unitAt(unit, shift); ok && next > at {
			return p, next
		}
		return Parts{}, i
	}
	unit, at, _ := r.word(i, lang.Unit)
	if at == i {
		return Parts{}, i
	}
	shift, next := r.shiftAfter(at)
	if p, ok := unitAt(unit, shift); ok && next > at {
		return p, next
	}
	return Parts{}, i
}

// unitAt is the unit that lies shift units from the reference. "The past year" is none, for it
// lasts until today, nor are "the last years", a unit below 0. The coming weekend is that of the
// week.
func unitAt(unit, shift int) (Parts, bool) {
	if unit == lang.UnitWeekend && shift == comingShift {
		shift = 0
	}
	ok := unit > lang.UnitDay && unit <= lang.UnitCentury &&
		(abs(shift) != comingShift || unit == lang.UnitWeekend)
	return Parts{Unit: unit, Shift: clamp(shift) + beyond(shift), Relative: true}, ok
}

// comingShift is the argument of "coming", that of "past" negative.
const comingShift = 2

// farShift is the argument of words that point past the next of its kind: "after next".
const farShift = 3

// beyond returns 1 for "after next", -1 for "before last", and else 0.
func beyond(shift int) int {
	if abs(shift) == farShift {
		return clamp(shift)
	}
	return 0
}

// unitWithin reads a unit and what of it is meant: "next week Friday", "先週の金曜日", "去年12月",
// "上月22日".
func (r *Reader) unitWithin(i int) (Parts, int) {
	p, next := r.unitPhrase(i)
	switch {
	case next == i || r.inTitle(i, next):
		return Parts{}, i
	case p.Unit == lang.UnitWeek:
		return r.dayOfWeek(p, next)
	case p.Unit == lang.UnitMonth:
		return r.markedWithin(p, next, Parts.isDay)
	case p.Unit == lang.UnitYear:
		return r.markedWithin(p, next, Parts.hasMonth)
	}
	return p, next
}

// dayOfWeek reads the weekday that stands behind the week p.
func (r *Reader) dayOfWeek(p Parts, i int) (Parts, int) {
	at := i
	if arg, next, _ := r.word(at, lang.On); next > at && arg == 0 {
		at = next
	}
	day, next, home := r.word(at, lang.Weekday)
	if next == at || day < 0 || !home {
		return p, i
	}
	p.Weekday = day
	return r.part(p, next)
}

// markedWithin reads the marked month or day of the unit p that stands behind it and fits it.
func (r *Reader) markedWithin(p Parts, i int, fits func(Parts) bool) (Parts, int) {
	if r.at(i).Kind != scan.Number || !r.near(i) {
		return p, i
	}
	q, next := r.marked(i)
	if next == i || !fits(q) || q.Year > 0 {
		return p, i
	}
	q.Unit, q.Shift, q.Relative, q.Alone = p.Unit, p.Shift, true, false
	return r.part(q, next)
}

// isDay reports whether p is a day of a month that it does not name.
func (p Parts) isDay() bool { return p.Day > 0 && p.Month == 0 }

// hasMonth reports whether p names a month.
func (p Parts) hasMonth() bool { return p.Month > 0 }

// inTitle reports whether the words from token i to next are a title or a part of one: capitalised
// behind another word that is, as in "USA Today", or alone in quotation marks.
func (r *Reader) inTitle(i, next int) bool {
	t, before := r.at(i), r.at(i-1)
	if !t.Shape.Has(scan.Capital) {
		return false
	}
	if t.Gap == scan.Space && before.Kind == scan.Word {
		return before.Shape.Has(scan.Capital) && !before.Is(lang.On|lang.Prep)
	}
	return quoteMark(before.Kind) && quoteMark(r.at(next).Kind)
}

func quoteMark(k scan.Kind) bool {
	return k == scan.Quote || k == scan.QuoteOpen || k == scan.QuoteClose
}

// isMorning reports whether a word that means tomorrow and morning, "Morgen" or "mañana", means the
// latter: it does after an article or a word that points, and as a noun that German capitalises.
func (r *Reader) isMorning(i, next int) bool {
	t := r.at(i)
	part, end, _ := r.word(i, lang.Part)
	if end != next || part != lang.PartMorning || t.Shape.Has(scan.Single) {
		return false
	}
	before := r.at(i - 1)
	if t.Gap > scan.Line || before.Kind == scan.Stop {
		return false
	}
	return before.Is(lang.Article|lang.Shift) || t.Shape.Has(scan.Capital) && before.Kind == scan.Word
}

// unitOf returns the unit that the argument of a Day counts: 19 is last week, 20 this one; 0 for
// days.
func unitOf(arg int) int {
	if arg < 10 {
		return 0
	}
	return (arg + 5) / 10
}

// clamp makes a shift -1, 0 or 1.
func clamp(shift int) int { return min(max(shift, -1), 1) }

// shifted reads what starts with a word that points: "last Wednesday", "next week", "this morning",
// "last April", "early Wednesday", "late last week", "mid-April".
func (r *Reader) shifted(i int) (Parts, int) {
	if extent, next, _ := r.word(i, lang.Extent); next > i {
		if extent == everyOne {
			return Parts{}, i
		}
		return r.extended(i, next)
	}
	shift, next, _ := r.word(i, lang.Shift)
	if next == i || !r.near(next) || beyond(shift) != 0 && next > i+1 {
		return Parts{}, i // "before last week" is no "week before last"
	}
	if p, after := r.nthWeekday(i); after > i {
		return p, after
	}
	t := r.at(next)
	switch {
	case t.Is(lang.Weekday):
		return r.shiftedWeekday(i, next, shift)
	case t.Is(lang.Holiday):
		p, after := r.holiday(next)
		p.Toward, p.Strict = clamp(shift), true
		return p, after
	case t.Is(lang.Month):
		return r.shiftedMonth(i, next, shift)
	case t.Is(lang.Unit):
		return r.unitWithin(i)
	case t.Is(lang.Part):
		return r.shiftedPart(i, next, shift)
	case t.Is(lang.Season):
		season, after, _ := r.word(next, lang.Season)
		return Parts{Unit: UnitSeason, Nth: season, Shift: clamp(shift), Relative: true}, after
	}
	return Parts{}, i
}

// extended reads what an extent stands before: "early Wednesday", "late last week", "mid-April",
// "end of April". The extent itself is not kept.
func (r *Reader) extended(i, next int) (Parts, int) {
	if r.glued(next, scan.Hyphen) {
		next++
	}
	if after, ok := r.is(next, lang.DateMark, lang.MarkOf); ok {
		next = after
	}
	t := r.at(next)
	if !r.near(next) || t.Is(lang.Extent) {
		return Parts{}, i
	}
	p, after := Parts{}, next
	switch {
	case t.Kind == scan.Number:
		p, after = r.years(next)
	case t.Is(lang.Month):
		if p, after = r.calendar(next); after == next {
			p, after = r.ledMonth(next)
		}
	case t.Is(lang.Weekday | lang.Day | lang.Shift):
		p, after = r.fromWord(next)
	}
	if after == next {
		return Parts{}, i
	}
	return p, after
}

// years reads what only a word such as "early" or "mid" makes sure of: "2023", "1890s", "20th
// century".
func (r *Reader) years(i int) (Parts, int) {
	if p, next := r.century(i); next > i {
		return p, next
	}
	year, digits := r.number(i)
	if digits != 4 || !likelyYear(year) || r.partOfNumber(i) {
		return Parts{}, i
	}
	if p, next := r.decade(i, year); next > i {
		return p, next
	}
	k := r.at(i + 1).Kind
	if year < firstYear || year >= endYear || k == scan.Hyphen || k == scan.Slash || k == scan.Other {
		return Parts{}, i
	}
	return Parts{Year: year}, i + 1
}

// ledMonth reads a month without day and year, whose name has other meanings as well, behind a word
// such as "early": "early March", "mid-May".
func (r *Reader) ledMonth(i int) (Parts, int) {
	month, next := r.month(i)
	if next == i || !month.home || r.common(i) || r.name(i) {
		return Parts{}, i
	}
	return Parts{Month: month.number, Solar: month.solar}, next
}

// shiftedMonth reads "last April", "last Sept. 4".
func (r *Reader) shiftedMonth(i, at, shift int) (Parts, int) {
	p, next := r.calendar(at)
	if next == at || p.hasYear() || p.Day == 0 {
		month, after := r.month(at)
		if after == at || month.weak || !month.home {
			return Parts{}, i
		}
		p, next = Parts{Month: month.number}, after
	}
	p.Toward, p.Strict = clamp(shift), true
	return p, next
}

func (r *Reader) shiftedWeekday(i, at, shift int) (Parts, int) {
	p, next := r.weekday(at)
	if next == at || p.Weekday == 0 || r.inTitle(i, next) {
		return Parts{}, i
	}
	if p.Day > 0 || p.Relative {
		return p, next
	}
	p.point(shift)
	if t := r.at(at); t.Gap == scan.None && t.Shape.Has(scan.Single) { // 上周一: of the week before
		p.Unit, p.Shift, p.Relative = lang.UnitWeek, shift, true
	}
	return p, next
}

// shiftedPart reads "this morning", "last night".
func (r *Reader) shiftedPart(i, at, shift int) (Parts, int) {
	part, next, _ := r.word(at, lang.Part)
	if next == at || shift > 0 {
		return Parts{}, i
	}
	return Parts{Unit: lang.UnitDay, Shift: clamp(shift), Relative: true, Part: part}, next
}

// insideWord reports whether token i goes on a word of Hangul, as "남" does in "전남", and is no
// ending.
func (r *Reader) insideWord(i int) bool {
	t := r.at(i)
	if t.Gap > scan.None || !t.Shape.Has(scan.Single) || t.Is(lang.On|lang.Prep|lang.Func) {
		return false
	}
	letter, _ := utf8.DecodeRuneInString(r.text[t.Start:])
	return unicode.Is(unicode.Hangul, letter)
}

// agoBefore is the argument of a word for "ago" that stands before the number.
const agoBefore = 2

// counted reads "two days ago", "vor drei Wochen", "il y a un an", "两天前".
func (r *Reader) counted(i int) (Parts, int) {
	at := i
	way, next, _ := r.word(at, lang.Ago)
	if next > at {
		if abs(way) != agoBefore {
			return Parts{}, i
		}
		at = next
	}
	n, next := r.count(at)
	if next == at {
		return Parts{}, i
	}
	unit, after, _ := r.word(next, lang.Unit)
	unit = abs(unit)
	if after == next || unit == 0 || unit > lang.UnitDecade {
		return Parts{}, i
	}
	if at == i {
		end := after
		if p, last := r.weeksFrom(n, unit, end); last > end {
			return p, last
		}
		way, after, _ = r.word(end, lang.Ago)
		if after == end || abs(way) == agoBefore || r.insideWord(after) {
			return Parts{}, i
		}
	}
	if day, end, home := r.word(after, lang.Weekday); unit == lang.UnitWeek && end > after &&
		day > 0 && home {
		return Parts{Weekday: day, Toward: -1, Strict: true, Shift: n * clamp(way)}, end
	}
	return Parts{Unit: unit, Shift: n * clamp(way), Relative: true}, after
}

// weeksFrom reads the weekday that n weeks are counted from, behind them: "a week from Friday".
func (r *Reader) weeksFrom(n, unit, i int) (Parts, int) {
	at, ok := r.is(i, lang.In, lang.InFrom)
	if !ok || unit != lang.UnitWeek {
		return Parts{}, i
	}
	day, next, home := r.word(at, lang.Weekday)
	if next == at || day < 0 || !home {
		return Parts{}, i
	}
	return Parts{Weekday: day, Toward: 1, Strict: true, Shift: n}, next
}

// count reads a small number in figures or words.
func (r *Reader) count(i int) (n, next int) {
	if !r.near(i) {
		return 0, i
	}
	if n, digits := r.number(i); digits > 0 && digits <= 3 && !r.partOfNumber(i) {
		return n, i + 1
	}
	n, next, _ = r.word(i, lang.Numeral)
	if next > i && n == 0 {
		return 0, i
	}
	return n, next
}
