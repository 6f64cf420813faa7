package dates

import (
	"time"

	"github.com/e95690a0/dateline/internal/lang"
)

// What to take from a year of the Buddhist era, and add to one of the solar calendar of Iran, to
// have ours.
const (
	buddhist = 543
	solar    = 621
)

// eras holds what to add to a year of each lang.Era to have ours; 0 for those not converted.
var eras = [...]int{
	lang.EraBuddhist: -buddhist,
	lang.EraSolar:    solar,
	lang.EraReiwa:    2018,
	lang.EraHeisei:   1988,
	lang.EraShowa:    1925,
	lang.EraMinguo:   1911,
	lang.EraOurs:     0,
}

// inEra returns the year of ours that the year n of an era is.
func inEra(n, era int) int {
	if era < 0 || era >= len(eras) {
		return 0
	}
	return n + eras[era]
}

// ourYear returns n, or the year of ours that it is where it only makes sense in the Buddhist era,
// which Thai dates count in without saying so.
func ourYear(n int) int {
	if likelyYear(n-buddhist) && !likelyYear(n) {
		return n - buddhist
	}
	return n
}

// likelySolar reports whether n, the first number of a date, is a year of the solar calendar of
// Iran.
func likelySolar(n int) bool { return 1300 <= n && n < 1500 }

// fromSolar reckons a date of the solar calendar of Iran, a month of which overlaps two of ours and
// is left out.
func (p Parts) fromSolar(today time.Time) (Value, bool) {
	year, v := p.Year, Value{Part: p.Part}
	if p.Day == 0 || p.Day > 31 || p.Month > 6 && p.Day == 31 {
		return v, false
	}
	if likelySolar(year) {
		return v.onDay(solarDay(year, p.Month, p.Day), 0), true
	}
	if year > 0 || today.IsZero() {
		return v, false
	}
	var best time.Time
	for y := today.Year() - solar - 2; y <= today.Year()-solar+1; y++ {
		if t := solarDay(y, p.Month, p.Day); p.better(t, best, today) {
			best = t
		}
	}
	return v.onDay(best, InferredYear), true
}

// solarDay returns the day that is the given one of the solar calendar of Iran, by way of its New
// Year of 1397, which was on 21 March 2018.
func solarDay(year, month, day int) time.Time {
	return dayOf(2018, 3, 21).AddDate(0, 0, solarDays(year, month, day)-solarDays(1397, 1, 1))
}

// solarDays counts the days from the first of the calendar. Its leap years come eight in 33 years,
// which from 1304 to 1500 is what the sun says too; its first six months have 31 days.
func solarDays(year, month, day int) int {
	return 365*(year-1) + (8*(year-1)+29)/33 + 30*(month-1) + min(month-1, 6) + day
}
