package dates

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// marked reads a date whose numbers are marked as year, month and day, behind or before them:
// "2018年4月11日", "4월 11일", "11日", "ngày 11 tháng 4 năm 2018", "平成30年4月", "4-р сарын 11".
func (r *Reader) marked(i int) (p Parts, next int) {
	next, seen := i, 0
	day, short := i, false
	for range 3 {
		mark, n, after := r.mark(next)
		if after == next || seen&(1<<mark) != 0 {
			break
		}
		switch mark {
		case lang.MarkYear:
			p.Year = n
			short = n < 100
		case lang.MarkMonth:
			p.Month = n
		case lang.MarkDay:
			p.Day, day = n, next
		}
		seen |= 1 << mark
		next = after
		if mark == lang.MarkMonth && r.monthsDay(after) {
			p.Day, next = r.dayOfMonth(after)
			day, seen = after, seen|1<<lang.MarkDay
		}
	}
	if short {
		p.Year = century(p.Year)
	}
	switch {
	case next == i || short && p.Month == 0 || p.Day > 0 && p.Month == 0 && p.Year > 0:
		return Parts{}, i
	case p.Day > 0 && p.Month > 0:
		return r.check(p, i, day, next)
	case p.Day > 31:
		return Parts{}, i
	}
	p.Alone = p.Month == 0 && p.Year == 0 && !r.dayStands(i, next)
	return p, next
}

// monthsDay reports whether a day follows the mark of a month, which is a word before token i: "4-р
// сарын 11", "4 дүгээр сарын 11-ний өдөр".
func (r *Reader) monthsDay(i int) bool {
	mark := r.at(i - 1)
	_, next := r.dayOfMonth(i)
	return next > i && mark.Kind == scan.Word && !mark.Shape.Has(scan.Single)
}

// dayStands reports whether the tokens from i to next, a number with 日 or 일, are the day of a month
// that the text does not name, as in Japanese news, and no stretch of time: "11日間", "第11日".
func (r *Reader) dayStands(i, next int) bool {
	mark := r.at(next - 1)
	if !mark.Shape.Has(scan.Single) || mark.Width() > 1 || r.insideWord(next) {
		return false
	}
	_, before := r.is(i-1, lang.DateMark, lang.MarkSpan)
	_, after := r.is(next, lang.DateMark, lang.MarkSpan)
	return !before && !after
}

// markedFirst reads a date that "ngày" or "วันที่" stands before and that goes on as any other.
func (r *Reader) markedFirst(i int) (Parts, int) {
	at, ok := r.is(i, lang.DateMark, -lang.MarkDay)
	if !ok {
		return Parts{}, i
	}
	p, next := r.fixed(at)
	if next == at || p.Day == 0 {
		return Parts{}, i
	}
	return p, next
}

// mark reads one number with its mark.
func (r *Reader) mark(i int) (mark, n, next int) {
	if !r.near(i) {
		return 0, 0, i
	}
	if year, next := r.eraYear(i); next > i {
		return lang.MarkYear, year, next
	}
	at := i
	prefix, after, _ := r.word(i, lang.DateMark)
	if after > i {
		if prefix >= 0 {
			return 0, 0, i
		}
		at = after
	}
	n, digits := r.number(at)
	if digits == 0 || r.partOfNumber(at) || !r.near(at) {
		return 0, 0, i
	}
	mark, next = -prefix, at+1
	if at == i {
		if r.at(i+1).Gap > scan.Space {
			return 0, 0, i
		}
		end := r.ordinalEnding(i + 1)
		if mark, next, _ = r.word(end, lang.DateMark); next == end || mark <= 0 {
			return 0, 0, i
		}
		next = r.markEnd(next)
	}
	switch {
	case mark == lang.MarkYear && digits == 2:
		return mark, n, next // "24年12月": with a month only
	case mark == lang.MarkYear && digits == 4 && likelyYear(ourYear(n)):
		return mark, ourYear(n), next
	case mark == lang.MarkMonth && digits <= 2 && 1 <= n && n <= 12,
		mark == lang.MarkDay && digits <= 2 && 1 <= n && n <= 31:
		return mark, n, next
	}
	return 0, 0, i
}

// markEnd skips the stop of an abbreviated mark, "d.".
func (r *Reader) markEnd(i int) int {
	if r.glued(i, scan.Stop) && r.at(i-1).Shape&scan.Single == 0 {
		return i + 1
	}
	return i
}
