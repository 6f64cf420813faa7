package dateline

import (
	"strings"

	"github.com/e95690a0/dateline/internal/dates"
)

// parseValue reads what Date.String writes. It is strict: each value has one spelling.
func parseValue(value string) (Date, bool) {
	var d Date
	whole, part, has := strings.Cut(value, "T")
	d.Part = DayPart(part)
	if has && !d.Part.known() {
		return Date{}, false
	}
	ok := d.parseUnknown(whole) || d.parseLong(whole) || d.parsePeriod(whole)
	if !ok || d.String() != value {
		return Date{}, false
	}
	return d, true
}

func (p DayPart) known() bool {
	switch p {
	case Morning, Midday, Afternoon, Evening, Night:
		return true
	}
	return false
}

// parseUnknown reads values without a year: "XXXX-WXX-3", "--04-11", "--04", "---11".
func (d *Date) parseUnknown(v string) bool {
	switch {
	case strings.HasPrefix(v, "XXXX-WXX-") && len(v) == 10:
		d.Unit, d.Weekday = UnitDay, digits(v[9:])
		return 1 <= d.Weekday && d.Weekday <= 7
	case strings.HasPrefix(v, "---") && len(v) == 5:
		d.Unit, d.Day = UnitDay, digits(v[3:])
		return dates.ValidDay(2000, 1, d.Day)
	case strings.HasPrefix(v, "--") && len(v) == 4:
		d.Unit, d.Month = UnitMonth, digits(v[2:])
		return dates.ValidDay(2000, d.Month, 1)
	case strings.HasPrefix(v, "--") && len(v) == 7 && v[4] == '-':
		d.Unit, d.Month, d.Day = UnitDay, digits(v[2:4]), digits(v[5:])
		return dates.ValidDay(2000, d.Month, d.Day)
	}
	return false
}

// parseLong reads "2018", "198" and "19".
func (d *Date) parseLong(v string) bool {
	n := digits(v)
	switch {
	case n <= 0:
		return false
	case len(v) == 4:
		d.Unit, d.Year = UnitYear, n
	case len(v) == 3:
		d.Unit, d.Year = UnitDecade, n*10
	case len(v) == 2:
		d.Unit, d.Year = UnitCentury, n*100
	default:
		return false
	}
	return true
}

// parsePeriod reads what follows a year and a hyphen: "04-11", "04", "W14", "W14-WE", "Q2", "SU".
func (d *Date) parsePeriod(v string) bool {
	year, rest, _ := strings.Cut(v, "-")
	if len(year) != 4 {
		return false
	}
	d.Year = digits(year)
	switch {
	case d.Year <= 0 || rest == "":
		return false
	case rest[0] == 'W' && rest != "WI":
		week, end, weekend := strings.Cut(rest[1:], "-")
		d.Unit, d.Week = UnitWeek, digits(week)
		if weekend && end == "WE" {
			d.Unit = UnitWeekend
		}
		return 1 <= d.Week && d.Week <= 53
	case rest[0] == 'Q':
		d.Unit, d.Quarter = UnitQuarter, digits(rest[1:])
		return 1 <= d.Quarter && d.Quarter <= 4
	case len(rest) == 2 && strings.Index(seasons, rest)%2 == 0:
		d.Unit, d.Season = UnitSeason, strings.Index(seasons, rest)/2+1
		return true
	}
	month, day, isDay := strings.Cut(rest, "-")
	d.Unit, d.Month = UnitMonth, digits(month)
	if !isDay {
		return dates.ValidDay(d.Year, d.Month, 1)
	}
	d.Unit, d.Day = UnitDay, digits(day)
	if !dates.ValidDay(d.Year, d.Month, d.Day) {
		return false
	}
	d.Weekday = dates.Weekday(d.Year, d.Month, d.Day)
	return true
}

// digits returns the number that s writes in at most four ASCII digits, or -1.
func digits(s string) int {
	if s == "" || len(s) > 4 {
		return -1
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}
