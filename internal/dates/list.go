package dates

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// maxList is how many days of one month are listed: "October 3, 4 and 5".
const maxList = 5

// monthBehind reads the month, and the year, that the day before token i shares with those listed
// after it, or with the last of a stretch: "3" in "3 and 4 October", "3., 4. und 5. Oktober", "du 3
// au 5 octobre".
func (r *Reader) monthBehind(day, i int) (p Parts, ok bool) {
	at := r.skipStop(i)
	for range maxList {
		and := r.at(at).Is(lang.And | rangeWords)
		if !and && r.at(at).Kind != scan.Comma {
			return Parts{}, false
		}
		last, next := r.dayOfMonth(at + 1)
		if next == at+1 || last <= day {
			return Parts{}, false
		}
		if and {
			return r.monthOfDay(next)
		}
		day, at = last, r.skipStop(next)
	}
	return Parts{}, false
}

// rangeWords are the classes of the words between the ends of a stretch of time: to, bis, au, по.
const rangeWords = lang.Prep | lang.On | lang.In | lang.Toward

// monthOfDay reads the month and the year behind the day that ends before token i.
func (r *Reader) monthOfDay(i int) (Parts, bool) {
	at := r.joint(i)
	month, next := r.month(at)
	if next == at || r.loose(at, month) || month.weak && r.common(at) {
		return Parts{}, false
	}
	p, _ := r.yearAfter(Parts{Month: month.number, Solar: month.solar}, next)
	return p, true
}

// listedDay reads a day that shares the month of those listed before it: "16" in "Oct. 15 and 16",
// "4" and "5" in "October 3, 4 and 5".
func (r *Reader) listedDay(i int) (Parts, int) {
	day, next := r.dayOfMonth(i)
	if next == i || !r.listGoesOn(i, next) {
		return Parts{}, i
	}
	last := day
	for at, n := i, 0; n < maxList; n++ {
		before, end := r.dayOfMonth(at - 2)
		if !r.listMark(at-1) || end != at-1 || before >= last {
			break
		}
		at, last = at-2, before
		name := at - 1
		if r.at(name).Kind == scan.Stop {
			name--
		}
		if month, end := r.month(name); end == name+1 && !r.loose(name, month) && month.home {
			p, after := r.yearAfter(Parts{Month: month.number, Day: day, Solar: month.solar}, next)
			return r.check(p, i, i, after)
		}
	}
	return Parts{}, i
}

// listMark reports whether token i stands between the days of a list, or the ends of a stretch of
// them.
func (r *Reader) listMark(i int) bool {
	return r.joinsLast(i) || r.at(i).Kind == scan.Comma
}

// joinsLast reports whether token i stands before the last day of a list: "and", "to".
func (r *Reader) joinsLast(i int) bool {
	t := r.at(i)
	return t.Is(lang.And) || t.Is(lang.Prep) && t.Is(lang.Toward)
}

// listGoesOn reports whether the number in the tokens from i to next is a day of a list: it is the
// last one and counts nothing, or another one follows.
func (r *Reader) listGoesOn(i, next int) bool {
	if r.joinsLast(i - 1) {
		return r.closes(next)
	}
	_, after := r.dayOfMonth(next + 1)
	return r.at(i-1).Kind == scan.Comma && r.listMark(next) && after > next+1
}
