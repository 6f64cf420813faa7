package dates

import (
	"time"

	"github.com/e95690a0/dateline/internal/lang"
)

// UnitSeason is a season among the units of time, beside those of lang.
const UnitSeason = lang.UnitSecond + 1

// The bits of Value.Inferred.
const (
	InferredYear = 1 << iota
	InferredMonth
	InferredDay
	InferredPeriod
)

// An Order says which of two numbers is the month where nothing else does: 3/4/2018.
type Order int

// The orders of day and month.
const (
	AnyOrder Order = iota
	DayFirst
	MonthFirst
)

// A Value is a date that has been reckoned; what is not known is 0. Of a week Year is that of
// ISO 8601, of a decade or century it is the first one.
type Value struct {
	Unit             int // lang.UnitDay to lang.UnitCentury, or UnitSeason
	Year, Month, Day int
	Weekday          int // of a day, 1 to 7
	Week             int
	Nth              int // which quarter or season
	Part             int
	Inferred         int // what does not stand in the text
}

// After reports whether the day v is after t.
func (v Value) After(t time.Time) bool { return dayOf(v.Year, v.Month, v.Day).After(t) }

// A Reference is what dates count from.
type Reference struct {
	Day   time.Time // the zero Time where it is not known
	Order Order
}

// Resolve reckons the date that p means, seen from ref. It returns false where p is no date, or
// cannot be told without knowing more.
func (p Parts) Resolve(ref Reference) (Value, bool) {
	today := ref.Day
	if !today.IsZero() {
		today = dayOf(today.Year(), int(today.Month()), today.Day())
	}
	if p.Swap && p.swapped(today, ref.Order) {
		p.Day, p.Month = p.Month, p.Day
		p.Swap = false
	} else if p.Swap && ref.Order != DayFirst && !p.nearer(today) {
		return Value{}, false
	}
	if p.Relative && (p.Month > 0 || p.Day > 0) {
		return p.withinUnit(today, ref)
	}
	if p.Solar {
		return p.fromSolar(today)
	}
	v := Value{Unit: p.Unit, Part: p.Part}
	switch {
	case p.Unit > 0 && p.Relative:
		return p.relative(v, today)
	case p.Unit == lang.UnitWeek:
		return p.weekOf(today)
	case p.Unit > 0:
		v.Year, v.Nth = p.Year, p.Nth
		return v, p.Year > 0
	case p.Day > 0 || p.Nth > 0:
		return p.calendarDay(v, today)
	case p.Month > 0:
		return p.calendarMonth(v, today)
	case p.Year > 0:
		v.Unit, v.Year = lang.UnitYear, p.Year
		return v, true
	case p.Weekday > 0:
		return p.nearestWeekday(v, today)
	}
	return Value{}, false
}

// withinUnit reckons a date of which the year or the month is counted: "April 3 last year", "22nd
// of this month".
func (p Parts) withinUnit(today time.Time, ref Reference) (Value, bool) {
	if today.IsZero() {
		return Value{}, false
	}
	inferred := InferredYear
	first := dayOf(today.Year()+p.Shift, 1, 1)
	if p.Month == 0 {
		first = dayOf(today.Year(), int(today.Month())+p.Shift, 1)
		p.Month = int(first.Month())
		inferred |= InferredMonth
	}
	p.Year, p.Relative, p.Unit = first.Year(), false, 0
	v, ok := p.Resolve(ref)
	v.Inferred |= inferred
	return v, ok && (p.Day == 0 || ValidDay(p.Year, p.Month, p.Day))
}

// swapped reports whether p, whose order is not known, is month first.
func (p Parts) swapped(today time.Time, order Order) bool {
	if order != AnyOrder {
		return order == MonthFirst
	}
	other := p
	other.Day, other.Month = p.Month, p.Day
	return other.nearer(today)
}

// close is within how many days of the reference a date in figures must be to be told from its
// mirror image.
const close = 31

// nearer reports whether p lies near the day of reference and its mirror image does not.
func (p Parts) nearer(today time.Time) bool {
	if today.IsZero() {
		return false
	}
	year := p.Year
	if year == 0 {
		year = today.Year()
	}
	this := abs(daysBetween(today, dayOf(year, p.Month, p.Day)))
	that := abs(daysBetween(today, dayOf(year, p.Day, p.Month)))
	return this <= close && that > close || this <= 1 && that > 1
}

// relative reckons "yesterday", "last week", "two years ago", "Monday next week".
func (p Parts) relative(v Value, today time.Time) (Value, bool) {
	if today.IsZero() || abs(p.Shift) > 1000 {
		return Value{}, false
	}
	v.Inferred = InferredYear
	year, month, _ := today.Date()
	switch p.Unit {
	case lang.UnitDay:
		return v.onDay(today.AddDate(0, 0, p.Shift), inferredDay), true
	case lang.UnitWeek, lang.UnitWeekend:
		monday := today.AddDate(0, 0, 1-isoWeekday(today)+7*p.Shift)
		if p.Weekday > 0 {
			return v.onDay(monday.AddDate(0, 0, p.Weekday-1), inferredDay), true
		}
		v.Year, v.Week = monday.ISOWeek()
		v.Inferred |= InferredPeriod
	case lang.UnitMonth:
		first := dayOf(year, int(month)+p.Shift, 1)
		v.Year, v.Month = first.Year(), int(first.Month())
		v.Inferred |= InferredMonth
	case lang.UnitQuarter:
		first := dayOf(year, int(month)+3*p.Shift, 1)
		v.Year, v.Nth = first.Year(), (int(first.Month())+2)/3
		v.Inferred |= InferredPeriod
	case lang.UnitYear:
		v.Year = year + p.Shift
	case lang.UnitDecade:
		v.Year = year - year%10 + 10*p.Shift
	case lang.UnitCentury:
		v.Year = year - year%100 + 100*p.Shift
	case UnitSeason:
		v.Year, v.Nth = seasonYear(year, int(month), p.Nth, p.Shift), p.Nth
	default:
		return Value{}, false
	}
	return v, v.Year > 0
}

// weekOf reckons the week that the day of p is in.
func (p Parts) weekOf(today time.Time) (Value, bool) {
	p.Unit = 0
	day, ok := p.calendarDay(Value{}, today)
	if !ok || day.Year == 0 {
		return Value{}, false
	}
	v := Value{Unit: lang.UnitWeek, Inferred: day.Inferred | InferredPeriod}
	v.Year, v.Week = dayOf(day.Year, day.Month, day.Day).ISOWeek()
	return v, true
}

// seasonYear returns the year of "last summer" (shift -1), "this spring", "next winter", seen from
// a month of a year. A winter is of the year that it starts in.
func seasonYear(year, month, season, shift int) int {
	first := 3 * season // spring is March to May
	over := month >= first+3
	switch {
	case season == 4 && month <= 2 && shift <= 0:
		return year - 1
	case shift < 0 && !over:
		return year - 1
	case shift > 0 && month >= first:
		return year + 1
	}
	return year
}

// inferredDay says that nothing of a day stands in the text.
const inferredDay = InferredYear | InferredMonth | InferredDay

// onDay makes v the day t.
func (v Value) onDay(t time.Time, inferred int) Value {
	year, month, day := t.Date()
	v.Unit, v.Year, v.Month, v.Day = lang.UnitDay, year, int(month), day
	v.Weekday, v.Inferred = isoWeekday(t), inferred
	return v
}

// calendarDay reckons a day of which the month or the year may be missing.
func (p Parts) calendarDay(v Value, today time.Time) (Value, bool) {
	switch {
	case p.Year > 0 && p.Month > 0:
		t, ok := p.dayIn(p.Year)
		return v.onDay(t, 0), ok
	case today.IsZero():
		v.Unit, v.Month, v.Day = lang.UnitDay, p.Month, p.Day
		return v, p.Month > 0 && ValidDay(2000, p.Month, p.Day)
	case p.Month > 0:
		return p.nearestYear(v, today)
	}
	return p.nearestMonth(v, today)
}

// nearestYear gives a day of a month the year in which it is nearest to today.
func (p Parts) nearestYear(v Value, today time.Time) (Value, bool) {
	var best time.Time
	q := p
	if p.Nth > 0 {
		q.Weekday = 0 // what counts the days of the month, and Shift of them
	}
	for year := today.Year() - 1; year <= today.Year()+1; year++ {
		if t, ok := p.dayIn(year); ok && q.better(t, best, today) {
			best = t
		}
	}
	if best.IsZero() {
		return Value{}, false
	}
	return v.onDay(best, InferredYear), true
}

// nearestMonth gives a day of no month the one in which it is nearest to today.
func (p Parts) nearestMonth(v Value, today time.Time) (Value, bool) {
	var best time.Time
	for shift := -2; shift <= 1; shift++ {
		t := dayOf(today.Year(), int(today.Month())+shift, p.Day)
		if t.Day() == p.Day && p.better(t, best, today) {
			best = t
		}
	}
	if best.IsZero() {
		return Value{}, false
	}
	return v.onDay(best, InferredYear|InferredMonth), true
}

// better reports whether t is a better day for p than best, which is zero for none: one on its
// weekday, on the side of today that the text points to, or else the nearer one.
func (p Parts) better(t, best, today time.Time) bool {
	return best.IsZero() || p.cost(t, today) < p.cost(best, today)
}

// cost is how far t is from today. The future counts a quarter more, months of it twice, for news
// tells what was; what goes against the tense of the text counts four times. What the text rules
// out, as another weekday than it gives, is as far as can be.
func (p Parts) cost(t, today time.Time) int {
	const far = 1 << 20
	days := daysBetween(today, t)
	cost := 4 * abs(days)
	switch {
	case days > 0 && p.Toward == 0 && p.Day == 0 && p.Nth == 0:
		cost = 8 * days
	case days > 0:
		cost = 5 * days
	}
	against := p.Toward < 0 && days > 0 || p.Toward > 0 && days < 0
	switch {
	case against && p.Strict, p.Weekday > 0 && p.Weekday != isoWeekday(t):
		cost += far
	case against:
		cost *= 4
	}
	return cost
}

// calendarMonth reckons a month of which the year may be missing.
func (p Parts) calendarMonth(v Value, today time.Time) (Value, bool) {
	v.Unit, v.Year, v.Month = lang.UnitMonth, p.Year, p.Month
	if p.Year > 0 || today.IsZero() {
		return v, true
	}
	v.Inferred = InferredYear
	first := dayOf(today.Year(), int(today.Month()), 1)
	var best time.Time
	for year := today.Year() - 1; year <= today.Year()+1; year++ {
		if t := dayOf(year, p.Month, 1); p.better(t, best, first) {
			best = t
		}
	}
	v.Year = best.Year()
	return v, true
}

// nearestWeekday reckons a weekday: the last one, today among them, or the next.
func (p Parts) nearestWeekday(v Value, today time.Time) (Value, bool) {
	if today.IsZero() {
		v.Unit, v.Weekday = lang.UnitDay, p.Weekday
		return v, true
	}
	days := p.Weekday - isoWeekday(today) // from -6 to 6
	if p.Toward > 0 && days < 0 {
		days += 7
	}
	if p.Toward <= 0 && days > 0 {
		days -= 7
	}
	if p.Strict && days == 0 {
		days = 7 * p.Toward
	}
	days += 7 * p.Shift
	return v.onDay(today.AddDate(0, 0, days), inferredDay), true
}

func dayOf(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func daysBetween(from, to time.Time) int { return int(to.Sub(from).Hours()) / 24 }

func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// Weekday returns the ISO number of a day's weekday, 1 for Monday.
func Weekday(year, month, day int) int { return isoWeekday(dayOf(year, month, day)) }

// ValidDay reports whether there is such a day.
func ValidDay(year, month, day int) bool {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
		return false
	}
	return dayOf(year, month, day).Day() == day
}
