package dates

import (
	"unicode"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

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
	return p, after
}

// shiftAfter reads a word that points and stands behind what it points to: "dernier" in "mercredi
// dernier". In "weeks last year" it belongs to what follows.
func (r *Reader) shiftAfter(i int) (shift, next int) {
	shift, next, _ = r.word(i, lang.Shift)
	if t := r.at(i); next == i || t.Gap > scan.Space || t.Shape.Has(scan.Single) {
		return 0, i
	}
	if t := r.at(next); t.Is(lang.Unit|lang.Weekday|lang.Month|lang.Season|lang.Part) && t.Gap < scan.Line {
		return 0, i
	}
	return shift, next
}

// point makes p the weekday before or after the reference, or that of its week.
func (p *Parts) point(shift int) {
	p.Toward, p.Strict = clamp(shift), true
	if shift == 0 {
		p.Relative, p.Unit = true, lang.UnitWeek
	}
}

// weekdayDate reads the date that follows a weekday: ", April 11, 2018", " den 11. April", " (9/4)".
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
	if arg, next, _ := r.word(at, lang.Day); next > at && unitOf(arg) == lang.UnitWeek {
		return Parts{Unit: lang.UnitWeek, Shift: arg - 10*lang.UnitWeek, Relative: true}, next
	}
	shift, next, _ := r.word(at, lang.Shift)
	if next == at {
		return Parts{}, i
	}
	unit, after, _ := r.word(next, lang.Unit)
	if after == next || unit != lang.UnitWeek {
		return Parts{}, i
	}
	return Parts{Unit: lang.UnitWeek, Shift: clamp(shift), Relative: true}, after
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

// dayWord reads "yesterday", "tomorrow night", "tonight", and whole phrases such as "先週".
func (r *Reader) dayWord(i int) (Parts, int) {
	arg, next, _ := r.word(i, lang.Day)
	if next == i || r.isMorning(i, next) || r.inTitle(i, next) {
		return Parts{}, i
	}
	unit := unitOf(arg)
	if unit == 0 {
		if day, after, home := r.word(next, lang.Weekday); after > next && day > 0 && home {
			next = after // "yesterday, Tuesday" without the comma
		}
		p := Parts{Unit: lang.UnitDay, Shift: arg, Relative: true, Part: r.partWithin(i, next)}
		return r.part(p, next)
	}
	return r.dayOfWeek(Parts{Unit: unit, Shift: arg - 10*unit, Relative: true}, next)
}

// monthOfRelative reads "12月" behind the year p, "去年".
func (r *Reader) monthOfRelative(p Parts, i int) (Parts, int) {
	if r.at(i).Kind != scan.Number || !r.near(i) {
		return p, i
	}
	q, next := r.marked(i)
	if next == i || q.Month == 0 || q.Year > 0 {
		return p, i
	}
	q.Unit, q.Shift, q.Relative = p.Unit, p.Shift, true
	return q, next
}

// inTitle reports whether the words from token i to next are a title or a part of one: capitalised
// behind another word that is, as in "USA Today", or alone in quotation marks.
func (r *Reader) inTitle(i, next int) bool {
	t, before := r.at(i), r.at(i-1)
	if !t.Shape.Has(scan.Capital) {
		return false
	}
	if t.Gap == scan.Space && before.Kind == scan.Word {
		return before.Shape.Has(scan.Capital)
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
	if part, end, _ := r.word(i, lang.Part); end != next || part != lang.PartMorning || t.Shape.Has(scan.Single) {
		return false
	}
	before := r.at(i - 1)
	if t.Gap > scan.Line || before.Kind == scan.Stop {
		return false
	}
	return before.Is(lang.Article|lang.Shift) || t.Shape.Has(scan.Capital) && before.Kind == scan.Word
}

// dayOfWeek reads the weekday that a week may have behind it, or the month of a year: "next week
// Friday", "先週の金曜日", "去年12月".
func (r *Reader) dayOfWeek(p Parts, i int) (Parts, int) {
	switch p.Unit {
	case lang.UnitYear:
		if q, next := r.monthOfRelative(p, i); next > i {
			return q, next
		}
		return p, i
	case lang.UnitWeek:
	default:
		return p, i
	}
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
	if _, next, _ := r.word(i, lang.Extent); next > i {
		if r.at(next).Kind == scan.Hyphen {
			next++
		}
		if next, ok := r.is(next, lang.DateMark, lang.MarkOf); ok {
			return r.extended(i, next)
		}
		return r.extended(i, next)
	}
	shift, next, _ := r.word(i, lang.Shift)
	if next == i || !r.near(next) {
		return Parts{}, i
	}
	t := r.at(next)
	switch {
	case t.Is(lang.Weekday):
		return r.shiftedWeekday(i, next, shift)
	case t.Is(lang.Month):
		month, after := r.month(next)
		if after == next || month.weak || !month.home {
			return Parts{}, i
		}
		return Parts{Month: month.number, Toward: clamp(shift)}, after
	case t.Is(lang.Unit):
		return r.shiftedUnit(i, next, shift)
	case t.Is(lang.Part):
		return r.shiftedPart(i, next, shift)
	case t.Is(lang.Season):
		season, after, _ := r.word(next, lang.Season)
		return Parts{Unit: UnitSeason, Nth: season, Shift: clamp(shift), Relative: true}, after
	}
	return Parts{}, i
}

// extended reads what an extent, "early", stands before.
func (r *Reader) extended(i, next int) (Parts, int) {
	t := r.at(next)
	if !t.Is(lang.Weekday|lang.Day|lang.Month|lang.Shift) || !r.near(next) || t.Is(lang.Extent) {
		return Parts{}, i
	}
	p, after := r.fromWord(next)
	if after == next {
		return Parts{}, i
	}
	return p, after
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
	return p, next
}

// unitAt is the unit that lies shift units from the reference. "The past year" is none, for it lasts
// until today, nor are "the last years", a unit below 0.
func unitAt(unit, shift int) (Parts, bool) {
	ok := unit > lang.UnitDay && unit <= lang.UnitCentury &&
		(abs(shift) <= 1 || unit == lang.UnitWeekend)
	return Parts{Unit: unit, Shift: clamp(shift), Relative: true}, ok
}

// shiftedUnit reads "week" in "last week".
func (r *Reader) shiftedUnit(i, at, shift int) (Parts, int) {
	unit, next, _ := r.word(at, lang.Unit)
	p, ok := unitAt(unit, shift)
	if next == at || !ok || r.inTitle(i, next) {
		return Parts{}, i
	}
	return r.dayOfWeek(p, next)
}

// unitShifted reads "semaine dernière".
func (r *Reader) unitShifted(i int) (Parts, int) {
	unit, next, _ := r.word(i, lang.Unit)
	if next == i {
		return Parts{}, i
	}
	shift, after := r.shiftAfter(next)
	p, ok := unitAt(unit, shift)
	if after == next || !ok {
		return Parts{}, i
	}
	return p, after
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
		way, after, _ = r.word(end, lang.Ago)
		if after == end || abs(way) == agoBefore || r.insideWord(after) {
			return Parts{}, i
		}
	}
	return Parts{Unit: unit, Shift: n * clamp(way), Relative: true}, after
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

// bareYear reads a year without month, after a word that leads one: "in 2016", "since 1998"; and
// decades, "1980s", "1980-е".
func (r *Reader) bareYear(i int) (Parts, int) {
	year, digits := r.number(i)
	if digits != 4 || year < 1900 || year >= 2100 || r.partOfNumber(i) {
		return Parts{}, i
	}
	if next := r.decadeEnd(i + 1); next > i+1 && year%10 == 0 {
		return Parts{Year: year, Unit: lang.UnitDecade}, next
	}
	if !r.at(i-1).Is(lang.On|lang.In) || r.at(i).Gap != scan.Space || !r.closes(i+1) {
		return Parts{}, i
	}
	return Parts{Year: year}, i + 1
}

// decadeAfter reads "années 1980", "anni '80".
func (r *Reader) decadeAfter(i int) (Parts, int) {
	next, ok := r.is(i, lang.DateMark, -lang.MarkDecade)
	if !ok {
		return Parts{}, i
	}
	if k := r.at(next).Kind; k == scan.Quote || k == scan.QuoteClose || k == scan.Apostrophe {
		next++
	}
	year, digits := r.number(next)
	if digits == 2 {
		year += 1900
	}
	if digits != 4 && digits != 2 || year%10 != 0 || !likelyYear(year) || r.partOfNumber(next) {
		return Parts{}, i
	}
	return Parts{Year: year, Unit: lang.UnitDecade}, next + 1
}

// decadeEnd skips "s", "er", "-х", "年代" after a number.
func (r *Reader) decadeEnd(i int) int {
	if r.at(i).Gap != scan.None {
		return i
	}
	if next, ok := r.is(i, lang.DateMark, lang.MarkDecade); ok {
		return next
	}
	if k := r.at(i).Kind; k == scan.Hyphen || k == scan.Apostrophe {
		if next, ok := r.is(i+1, lang.DateMark, lang.MarkDecade); ok {
			return next
		}
	}
	return i
}

// closes reports whether a year may end before token i: no noun follows that it would count.
func (r *Reader) closes(i int) bool {
	t := r.at(i)
	switch t.Kind {
	case scan.Word:
		return t.Gap >= scan.Line || t.Gap == scan.Space && (!t.Shape.Has(scan.Lower) ||
			t.Is(lang.Func|lang.Prep|lang.And|lang.Sub|lang.Rel|lang.Aux|lang.Cue|lang.In|lang.On))
	case scan.Other, scan.Number, scan.Hyphen, scan.Slash:
		return false
	}
	return true
}

// period reads a quarter, a season, with its year: "third quarter of 2018", "Q3 2018", "summer of
// 2018".
func (r *Reader) period(i int) (Parts, int) {
	if season, next, _ := r.word(i, lang.Season); next > i {
		p, after := r.yearAfter(Parts{Unit: UnitSeason, Nth: season}, next)
		if after > next {
			return p, after
		}
		return Parts{}, i
	}
	if p, next := r.unitShifted(i); next > i {
		return p, next
	}
	nth, next, _ := r.word(i, lang.Ordinal)
	if next == i || nth < 1 || nth > 4 {
		return Parts{}, i
	}
	if r.at(next).Kind == scan.Hyphen {
		next++
	}
	after, ok := r.is(next, lang.Unit, lang.UnitQuarter)
	if !ok {
		return Parts{}, i
	}
	p, end := r.yearAfter(Parts{Unit: lang.UnitQuarter, Nth: nth}, after)
	if end == after {
		return Parts{}, i
	}
	return p, end
}
