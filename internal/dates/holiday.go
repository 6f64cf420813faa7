package dates

import (
	"time"

	"github.com/e95690a0/dateline/internal/lang"
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
	12: {Month: 11, Weekday: 4, Nth: 4}, // Thanksgiving in the United States
	13: {Month: 9, Weekday: 1, Nth: 1},  // Labor Day
	14: {Month: 5, Weekday: 1, Nth: 5},  // Memorial Day
	15: {Month: 1, Weekday: 1, Nth: 3},  // Martin Luther King Day
	16: {Month: 2, Weekday: 1, Nth: 3},  // Presidents Day
	17: {Month: 10, Weekday: 1, Nth: 2}, // Columbus Day
}

// holiday reads "Christmas Day", "Thanksgiving Day, 1999".
func (r *Reader) holiday(i int) (Parts, int) {
	n, next, _ := r.word(i, lang.Holiday)
	if next == i || n < 1 || n >= len(holidays) {
		return Parts{}, i
	}
	return r.yearAfter(holidays[n], next)
}

// dayIn returns the day that p, a day of a month, is in the given year; false where there is none.
func (p Parts) dayIn(year int) (time.Time, bool) {
	if p.Nth == 0 {
		return dayOf(year, p.Month, p.Day), ValidDay(year, p.Month, p.Day)
	}
	first := dayOf(year, p.Month, 1)
	t := first.AddDate(0, 0, (p.Weekday-isoWeekday(first)+7)%7+7*(p.Nth-1))
	if int(t.Month()) != p.Month { // the last of them is the fourth
		t = t.AddDate(0, 0, -7)
	}
	return t, true
}
