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
	if q, ok := r.monthBehind(p.Day, next); ok {
		q.Day = p.Day
		return r.check(q, i, i, next)
	}
	next = r.rangeEnd(p.Day, next)
	bare := next
	next = r.joint(next)
	month, after := r.month(next)
	if after == next {
		if next > bare {
			return r.dayOfCounted(i, p.Day, next)
		}
		return Parts{}, i
	}
	p.Month, p.Solar = month.number, month.solar
	p, end := r.yearAfter(p, after)
	if p.Year == 0 && r.loose(next, month) && !(month.home && r.enclosed(i, after)) {
		return Parts{}, i
	}
	return r.check(p, i, i, end)
}

// dayOfCounted reads the month that the day at token i is of, which is counted from the reference:
// "22nd of this month", "30 del mes pasado".
func (r *Reader) dayOfCounted(i, day, at int) (Parts, int) {
	if t := r.at(at); t.Is(lang.Article) && !t.Is(lang.Shift) && r.near(at) {
		at++
	}
	p, next := r.unitPhrase(at)
	if p.Unit != lang.UnitMonth || r.opensSentence(at) || r.at(next).Kind == scan.Apostrophe {
		return Parts{}, i
	}
	p.Day = day
	return p, next
}

// enclosed reports whether the tokens from i to next stand where only a date does, between a
// preposition and a mark: "pe 3 mai.", where "mai" alone is "more".
func (r *Reader) enclosed(i, next int) bool {
	t := r.at(next)
	return r.at(i-1).Is(lang.On) && r.at(i).Gap <= scan.Space &&
		(t.Kind == scan.Stop || t.Kind == scan.Comma || t.Kind == scan.Close)
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
	if q, after := r.yearAfter(p, next); q.hasYear() && r.likelyMonth(i, month) {
		return q, after
	}
	if month.weak && !r.ledBy(i, month) || !month.weak && !r.monthAlone(i, month) {
		return Parts{}, i
	}
	if shift, after := r.shiftAfter(next); after > next {
		p.Toward, p.Strict = clamp(shift), true
		return p, after
	}
	return p, next
}

// hasYear reports whether p says which year it is of, if only "last year".
func (p Parts) hasYear() bool { return p.Year > 0 || p.Relative }

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

// trailing reads the weekday and the part of the day that may follow a date: "16日夜", "11 апреля
// вечером".
func (r *Reader) trailing(p Parts, i int) (Parts, int) {
	p, next := r.trailingWeekday(p, i)
	if p.Day == 0 || r.dateline {
		return p, next
	}
	return r.part(p, next)
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
