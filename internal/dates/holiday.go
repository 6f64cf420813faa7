package dates

import (
	"time"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// holidays has the days that words of class lang.Holiday name, by their arguments.
var holidays = [...]Parts{
	1:  {Month: 1, Day: 1},
	2:  {Month: 12, Day: 31},
	3:  {Month: 12, Day: 25},
	4:  {Month: 12, Day: 24},
	5:  {Month: 12, Day: 26},
	6:  {Month: 2, Day: 14},
	7:  {Month: 3, Day: 17},
	8:  {Month: 10, Day: 31},
	9:  {Month: 11, Day: 11},
	10: {Month: 7, Day: 14},
	11: {Month: 8, Day: 15},
	12: {Month: 11, Weekday: 4, Nth: 4},           // Thanksgiving in the United States
	13: {Month: 9, Weekday: 1, Nth: 1},            // Labor Day
	14: {Month: 5, Weekday: 1, Nth: 5},            // Memorial Day
	15: {Month: 1, Weekday: 1, Nth: 3},            // Martin Luther King Day
	16: {Month: 2, Weekday: 1, Nth: 3},            // Presidents Day
	17: {Month: 10, Weekday: 1, Nth: 2},           // Columbus Day
	18: {Month: 11, Weekday: 1, Nth: 1, Shift: 1}, // Election Day in the United States
	19: {Month: 11, Weekday: 4, Nth: 4, Shift: 1}, // Black Friday
	20: {Month: 6, Day: 19},
	21: {Month: 5, Day: 1},
	22: {Month: 4, Nth: easterNth},             // Easter, in whatever month it is
	23: {Month: 4, Nth: easterNth, Shift: -2},  // Good Friday
	24: {Month: 4, Nth: easterNth, Shift: 1},   // Easter Monday
	25: {Month: 4, Nth: easterNth, Shift: -46}, // Ash Wednesday
	26: {Month: 4, Nth: easterNth, Shift: -7},  // Palm Sunday
	27: {Month: 4, Nth: easterNth, Shift: -3},  // Maundy Thursday
	28: {Month: 4, Nth: easterNth, Shift: 39},  // Ascension
	29: {Month: 4, Nth: easterNth, Shift: 49},  // Whit Sunday
	30: {Month: 4, Nth: easterNth, Shift: 50},  // Whit Monday
	31: {Month: 4, Nth: easterNth, Shift: -48}, // Rosenmontag
	32: {Month: 4, Nth: easterNth, Shift: 60},  // Corpus Christi
	33: {Month: 3, Day: 8},
	34: {Month: 4, Day: 25},
	35: {Month: 11, Weekday: 4, Nth: 4, Shift: 4}, // Cyber Monday
}

// easterNth stands for Easter in Parts.Nth.
const easterNth = 6

// holiday reads "Christmas Day", "Thanksgiving Day, 1999".
func (r *Reader) holiday(i int) (Parts, int) {
	n, next, _ := r.word(i, lang.Holiday)
	if next == i || n < 1 || n >= len(holidays) || r.allLower(i, next) {
		return Parts{}, i
	}
	return r.yearAfter(holidays[n], next)
}

// allLower reports whether none of the words from token i up to next has a capital: "an election
// day" is any.
func (r *Reader) allLower(i, next int) bool {
	for ; i < next; i++ {
		if !r.at(i).Shape.Has(scan.Lower) {
			return false
		}
	}
	return true
}

// named reports whether token i begins the name of a day that is no date to reckon: "Super
// Tuesday", "the Sept. 11 attacks".
func (r *Reader) named(i int) bool {
	n, w, _ := r.at(i).Arg(lang.Holiday, r.lang)
	return w > 0 && n == 0
}

// dayIn returns the day that p, a day of a month, is in the given year; false where there is none.
func (p Parts) dayIn(year int) (time.Time, bool) {
	if p.Nth == 0 {
		return dayOf(year, p.Month, p.Day), ValidDay(year, p.Month, p.Day)
	}
	if p.Nth == easterNth {
		return easter(year).AddDate(0, 0, p.Shift), true
	}
	first := dayOf(year, p.Month, 1)
	t := first.AddDate(0, 0, (p.Weekday-isoWeekday(first)+7)%7+7*(p.Nth-1))
	if int(t.Month()) != p.Month { // the last of them is the fourth
		t = t.AddDate(0, 0, -7)
	}
	return t.AddDate(0, 0, p.Shift), true
}

// easter returns Easter Sunday of the western churches in a year, by the rule of Gauss as Butcher
// wrote it down.
func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(year, n/31, n%31+1)
}
