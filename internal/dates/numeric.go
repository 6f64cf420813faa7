package dates

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// numeric reads a date of numbers alone: "11.4.2018", "2018-04-11", "11/4/18", and in datelines and
// after a preposition "11.4.", "14 - 9".
func (r *Reader) numeric(i int) (Parts, int) {
	if p, next := r.eightDigits(i); next > i {
		return p, next
	}
	if r.partOfNumber(i) && r.at(i+1).Kind != scan.Stop {
		return Parts{}, i
	}
	sep := r.at(i + 1).Kind
	switch sep {
	case scan.Stop, scan.Slash, scan.Hyphen, scan.Dash:
	default:
		return Parts{}, i
	}
	if i > 0 && r.at(i).Gap == scan.None && r.at(i-1).Kind == sep {
		return Parts{}, i // the middle of a longer number, "192.168.1.10"
	}
	if !r.separated(i+1, sep) {
		return Parts{}, i
	}
	if r.at(i+3).Kind == sep && r.separated(i+3, sep) {
		return r.threeNumbers(i, sep)
	}
	return r.twoNumbers(i, sep)
}

// eightDigits reads "20180411T100300Z", and "20180411" in a dateline.
func (r *Reader) eightDigits(i int) (Parts, int) {
	n, digits := r.number(i)
	if digits != 8 || !likelyYear(n/10000) {
		return Parts{}, i
	}
	t := r.at(i + 1)
	time := t.Gap == scan.None && t.Shape.Has(scan.Digits) && r.text[t.Start]|0x20 == 't'
	if !time && !r.dateline {
		return Parts{}, i
	}
	return r.check(Parts{Year: n / 10000, Month: n / 100 % 100, Day: n % 100}, i, i, i+1)
}

// separated reports whether the separator at token i joins two numbers: no gaps, or one on both
// sides of a dash, or one after a stop.
func (r *Reader) separated(i int, sep scan.Kind) bool {
	before, after := r.at(i).Gap, r.at(i+1)
	if after.Kind != scan.Number || before > scan.Space || after.Gap > scan.Space {
		return false
	}
	if sep == scan.Stop {
		return before == scan.None
	}
	return before == after.Gap
}

func (r *Reader) threeNumbers(i int, sep scan.Kind) (Parts, int) {
	a, la := r.number(i)
	b, lb := r.number(i + 2)
	c, lc := r.number(i + 4)
	next := i + 5
	switch {
	case r.glued(next, sep) && r.glued(next+1, scan.Number):
		return Parts{}, i
	case la == 0 || lb == 0 || lb > 2 || lc == 0 || r.glued(next, scan.Number):
		return Parts{}, i
	case la == 4 && lc <= 2:
		if sep == scan.Stop && r.glued(next, scan.Stop) {
			next++
		}
		return r.check(yearFirst(a, b, c), i, i+4, next)
	case la > 2 || lc != 4 && lc != 2 || lc == 2 && !r.shortYear(i, sep):
		return Parts{}, i
	}
	if lc == 2 {
		c = century(c)
	}
	c = ourYear(c)
	if !likelyYear(c) {
		return Parts{}, i
	}
	p := Parts{Year: c, Month: b, Day: a}
	if sep == scan.Slash || sep == scan.Hyphen {
		p = slashed(p)
	}
	_, next = r.yearEnd(c, next)
	return r.check(p, i, i, next)
}

// yearFirst is "2018-04-11", or "1397/01/22" in the solar calendar of Iran.
func yearFirst(year, month, day int) Parts {
	return Parts{Year: year, Month: month, Day: day, Solar: likelySolar(year)}
}

// slashed settles what can be settled of a date whose order of day and month is not known.
func slashed(p Parts) Parts {
	switch {
	case p.Month > 12 && p.Day <= 12:
		p.Day, p.Month = p.Month, p.Day
	case p.Month <= 12 && p.Day <= 12 && p.Day != p.Month:
		p.Swap = true
	}
	return p
}

// shortYear reports whether numbers that end in two digits are likely to be a date: at the start of
// a line or after a preposition, a colon, a weekday, with two digits each or in a dateline.
func (r *Reader) shortYear(i int, sep scan.Kind) bool {
	if sep == scan.Dash || r.at(i+2).Gap > scan.None && sep != scan.Stop {
		return false
	}
	return r.dateline || r.at(i).Gap >= scan.Line || r.leads(i-1)
}

// leads reports whether token i is one that a date may follow at once.
func (r *Reader) leads(i int) bool {
	switch t := r.at(i); t.Kind {
	case scan.Word:
		return t.Is(lang.On | lang.Weekday | lang.Stamp | lang.DateMark)
	case scan.Comma:
		return r.at(i - 1).Is(lang.Weekday)
	case scan.Colon, scan.Bar, scan.Bullet:
		return true
	}
	return false
}

// introduced reports whether a date must stand at token i, behind a weekday, a part of the day,
// "ngày" or "published": there even two numbers with a slash are one and no fraction.
func (r *Reader) introduced(i int) bool {
	return i > r.first || r.at(i-1).Is(lang.Stamp|lang.Part)
}

// twoNumbers reads "11.4.", "11/4", "14 - 9": a day and its month, where something says that it is
// one.
func (r *Reader) twoNumbers(i int, sep scan.Kind) (Parts, int) {
	day, ld := r.number(i)
	month, lm := r.number(i + 2)
	next := i + 3
	if ld == 0 || ld > 2 || lm == 0 || lm > 2 || day == 0 || month == 0 {
		return Parts{}, i
	}
	if r.at(next).Gap == scan.None {
		switch r.at(next).Kind {
		case scan.Number, scan.Colon, scan.Other, scan.Hyphen, scan.Slash:
			return Parts{}, i
		}
	}
	p := Parts{Month: month, Day: day}
	switch {
	case sep == scan.Slash && day == 9 && month == 11 && !r.dateline && !r.introduced(i):
		return Parts{Year: 2001, Month: 9, Day: 11}, next // the day of the attacks, "9/11"
	case sep == scan.Stop && r.glued(next, scan.Stop) && r.at(next+1).Gap <= scan.Space &&
		(r.dateline || r.leads(i-1)):
		return r.check(p, i, i, next+1)
	case sep == scan.Stop && r.at(i+2).Gap > scan.None:
		return Parts{}, i
	case r.dateline:
		return r.check(slashed(p), i, i, next)
	case sep == scan.Slash && r.introduced(i):
		return r.check(slashed(p), i, i, next)
	}
	return Parts{}, i
}
