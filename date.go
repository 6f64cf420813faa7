package dateline

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"
)

// A Date is a day, a part of one, or a longer stretch of time: "April 11, 2018", "early Wednesday
// morning", "last weekend", "the 1980s". Where a text leaves something to be understood, as the
// year of "April 11", it comes from Parser.Published, the dateline or a stamp above the story, and
// Inferred says so; where none tells, it stays 0. The zero Date is none.
type Date struct {
	// Span covers the words of the date, without a preposition: "April 11, 2018".
	Span Span
	// Unit is how long it is.
	Unit DateUnit
	// Year is the year, 2018; of a decade or century its first year, 1980; of a week the year that
	// ISO 8601 counts it in.
	Year int
	// Month and Day are those of a day, Month also that of a month.
	Month, Day int
	// Weekday is that of a day, from 1 for Monday to 7 for Sunday. It is known, and the day is not,
	// where "Wednesday" has nothing to count from.
	Weekday int
	// Week is the ISO 8601 number of a week or weekend.
	Week int
	// Quarter is that of a quarter, from 1 to 4.
	Quarter int
	// Season is that of a season, from 1 for spring to 4 for winter.
	Season int
	// Part is the part of the day that the text gives: "Wednesday morning".
	Part DayPart
	// Inferred says which of the fields the text itself does not give.
	Inferred DateFields
}

// A DateUnit says how long a [Date] is.
type DateUnit uint8

// The units of dates.
const (
	UnitDay DateUnit = 1 + iota
	UnitWeek
	UnitWeekend
	UnitMonth
	UnitQuarter
	UnitSeason
	UnitYear
	UnitDecade
	UnitCentury
)

// A DayPart is a part of the day as TIMEX3 writes it.
type DayPart string

// The parts of a day.
const (
	Morning   DayPart = "MO"
	Midday    DayPart = "MI"
	Afternoon DayPart = "AF"
	Evening   DayPart = "EV"
	Night     DayPart = "NI"
)

// DateFields is a set of fields of a [Date].
type DateFields uint8

// The fields of a Date that may be inferred. FieldPeriod is Week, Quarter or Season.
const (
	FieldYear DateFields = 1 << iota
	FieldMonth
	FieldDay
	FieldPeriod
)

// fieldNames are the names of the bits of DateFields in JSON.
var fieldNames = [...]string{"year", "month", "day", "period"}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the value of d as ISO 8601 and TIMEX3 write it: "2018-04-11", "2018-04", "2018",
// "2018-04-11TMO" (a morning), "2018-W14", "2018-W14-WE", "2018-Q2", "2018-SU", "198" (the 1980s),
// "19" (the 1900s). What is not known is left out: "--04-11" has no year, "XXXX-WXX-3" is some
// Wednesday. The zero Date gives "".
func (d Date) String() string {
	var buf [24]byte
	return string(d.appendValue(buf[:0]))
}

func (d Date) appendValue(b []byte) []byte {
	switch d.Unit {
	case UnitDay:
		b = d.appendDay(b)
	case UnitWeek, UnitWeekend:
		b = append(d.appendYear(b), "-W"...)
		b = appendTwo(b, d.Week)
		if d.Unit == UnitWeekend {
			b = append(b, "-WE"...)
		}
	case UnitMonth:
		b = append(d.appendYear(b), '-')
		b = appendTwo(b, d.Month)
	case UnitQuarter:
		b = append(d.appendYear(b), "-Q"...)
		b = strconv.AppendInt(b, int64(d.Quarter), 10)
	case UnitSeason:
		b = append(d.appendYear(b), '-')
		b = append(b, seasonCode(d.Season)...)
	case UnitYear:
		b = d.appendYear(b)
	case UnitDecade:
		b = d.appendLong(b, 1)
	case UnitCentury:
		b = d.appendLong(b, 2)
	}
	if d.Part != "" {
		b = append(b, 'T')
		b = append(b, d.Part...)
	}
	return b
}

func (d Date) appendDay(b []byte) []byte {
	if d.Month == 0 && d.Day == 0 {
		return strconv.AppendInt(append(b, "XXXX-WXX-"...), int64(d.Weekday), 10)
	}
	b = append(d.appendYear(b), '-')
	if d.Month > 0 {
		b = appendTwo(b, d.Month)
	}
	return appendTwo(append(b, '-'), d.Day)
}

// appendYear writes a year in four digits; "-" stands for one that is not known, so that "--04-11"
// comes out.
func (d Date) appendYear(b []byte) []byte {
	if d.Year == 0 {
		return append(b, '-')
	}
	return appendTwo(appendTwo(b, d.Year/100), d.Year%100)
}

// appendLong writes the year without its last digits; nothing where no year is known.
func (d Date) appendLong(b []byte, digits int) []byte {
	if d.Year == 0 {
		return b
	}
	b = d.appendYear(b)
	return b[:len(b)-digits]
}

func appendTwo(b []byte, n int) []byte {
	return append(b, byte('0'+n/10%10), byte('0'+n%10))
}

// seasons are the codes of TIMEX3 for spring, summer, autumn and winter.
const seasons = "SPSUFAWI"

func seasonCode(season int) string {
	if season < 1 || season > 4 {
		return ""
	}
	return seasons[2*season-2 : 2*season]
}

// Time returns the start of the day d in loc, where nil is UTC. It returns false where d is no
// single day, or not wholly known.
func (d Date) Time(loc *time.Location) (time.Time, bool) {
	if d.Unit != UnitDay || d.Year == 0 || d.Month == 0 || d.Day == 0 {
		return time.Time{}, false
	}
	if loc == nil {
		loc = time.UTC
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, loc), true
}

// dateJSON is how JSON has a Date.
type dateJSON struct {
	Span     Span       `json:"span,omitzero"`
	Value    string     `json:"value"`
	Inferred DateFields `json:"inferred,omitzero"`
}

// MarshalJSON writes d with its value as String gives it:
// {"span":[8,16],"value":"2018-04-11","inferred":["year"]}.
func (d Date) MarshalJSON() ([]byte, error) {
	return json.Marshal(dateJSON{d.Span, d.String(), d.Inferred})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(b []byte) error {
	var j dateJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return fmt.Errorf("dateline: date: %w", err)
	}
	v, ok := parseValue(j.Value)
	if !ok {
		return fmt.Errorf("dateline: date: no value of a date: %q", j.Value)
	}
	v.Span, v.Inferred = j.Span, j.Inferred
	*d = v
	return nil
}

// Has reports whether f has all fields of g.
func (f DateFields) Has(g DateFields) bool { return f&g == g }

// MarshalJSON writes f as a list of names, ["year","month"].
func (f DateFields) MarshalJSON() ([]byte, error) {
	names := make([]string, 0, len(fieldNames))
	for i, name := range fieldNames {
		if f.Has(1 << i) {
			names = append(names, name)
		}
	}
	return json.Marshal(names)
}

// UnmarshalJSON reads what MarshalJSON writes; names it does not know are an error.
func (f *DateFields) UnmarshalJSON(b []byte) error {
	var names []string
	if err := json.Unmarshal(b, &names); err != nil {
		return fmt.Errorf("dateline: inferred: %w", err)
	}
	*f = 0
	for _, name := range names {
		bit := DateFields(0)
		for i, known := range fieldNames {
			if name == known {
				bit = 1 << i
			}
		}
		if bit == 0 {
			return fmt.Errorf("dateline: inferred: no field %q", name)
		}
		*f |= bit
	}
	return nil
}
