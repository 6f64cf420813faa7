package dates

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// bareDay reads the day of a month that is not named: "on the 14th".
func (r *Reader) bareDay(i int) (Parts, int) {
	day, next := r.dayOfMonth(i)
	on, after := r.at(i-2), r.at(next)
	switch {
	case next <= i+1 || !r.at(i-1).Is(lang.Article) || !r.closes(next):
		return Parts{}, i
	case !on.Is(lang.On) || on.Is(lang.In|lang.DateMark) || after.Shape.Has(scan.Capital):
		return Parts{}, i
	}
	return Parts{Day: day}, next
}

// The first number that is read as a decade without more, the first that is as a year, and the end
// of both.
const (
	firstDecade = 1800
	firstYear   = 1900
	endYear     = 2100
)

// decade reads the number at token i as a decade: "1980s", "1980-е".
func (r *Reader) decade(i, year int) (Parts, int) {
	next := r.decadeEnd(i + 1)
	if next == i+1 || year%10 != 0 {
		return Parts{}, i
	}
	return Parts{Year: year, Unit: lang.UnitDecade}, next
}

// bareYear reads a year without month, after a word that leads one: "in 2016", "since 1998"; and
// decades, "1980s", "1980-е".
func (r *Reader) bareYear(i int) (Parts, int) {
	year, digits := r.number(i)
	if digits != 4 || year < firstDecade || year >= endYear || r.partOfNumber(i) {
		return Parts{}, i
	}
	if p, next := r.decade(i, year); next > i {
		return p, next
	}
	led := r.at(i - 1)
	if year < firstYear && !(led.Is(lang.On) && led.Is(lang.In)) ||
		!led.Is(lang.On|lang.In) && !r.afterYear(i) ||
		r.at(i).Gap != scan.Space || !r.closes(i+1) {
		return Parts{}, i
	}
	return Parts{Year: year}, i + 1
}

// afterYear reports whether the year at token i ends a stretch of years: "from 2019 to 2021".
func (r *Reader) afterYear(i int) bool {
	first, digits := r.number(i - 2)
	last, _ := r.number(i)
	return digits == 4 && likelyYear(first) && first < last && !r.partOfNumber(i-2) &&
		r.at(i-1).Is(lang.And|lang.Prep|lang.Toward|lang.On|lang.In) &&
		r.at(i-3).Is(lang.On|lang.In)
}

// The centuries that news speaks of by their numbers.
const (
	firstCentury = 2
	lastCentury  = 22
)

// century reads a century by its number: "20th century", "19. Jahrhundert".
func (r *Reader) century(i int) (Parts, int) {
	n, digits := r.number(i)
	if digits == 0 || digits > 2 || n < firstCentury || n > lastCentury || r.partOfNumber(i) {
		return Parts{}, i
	}
	next := r.skipStop(r.ordinalEnding(i + 1))
	if next == i+1 {
		return Parts{}, i
	}
	if r.glued(next, scan.Hyphen) {
		next++
	}
	next, ok := r.is(next, lang.Unit, lang.UnitCentury)
	if !ok {
		return Parts{}, i
	}
	return Parts{Year: 100 * (n - 1), Unit: lang.UnitCentury}, next
}

// decadeAfter reads "années 1980", "anni '80".
func (r *Reader) decadeAfter(i int) (Parts, int) {
	next, ok := r.is(i, lang.DateMark, -lang.MarkDecade)
	if !ok {
		return Parts{}, i
	}
	if k := r.at(next).Kind; k == scan.Quote || k == scan.QuoteClose || k == scan.Apostrophe {
		next++
	}
	year, digits := r.number(next)
	if digits == 2 {
		year += 1900
	}
	if digits != 4 && digits != 2 || year%10 != 0 || !likelyYear(year) || r.partOfNumber(next) {
		return Parts{}, i
	}
	return Parts{Year: year, Unit: lang.UnitDecade}, next + 1
}

// decadeEnd skips "s", "er", "-х", "年代" after a number.
func (r *Reader) decadeEnd(i int) int {
	if r.at(i).Gap != scan.None {
		return i
	}
	if next, ok := r.is(i, lang.DateMark, lang.MarkDecade); ok {
		return next
	}
	if k := r.at(i).Kind; k == scan.Hyphen || k == scan.Apostrophe {
		if next, ok := r.is(i+1, lang.DateMark, lang.MarkDecade); ok {
			return next
		}
	}
	return i
}

// verbal are the classes of verbs, which no number before them counts.
const verbal = lang.Aux | lang.Cue | lang.Tense

// closes reports whether a year may end before token i: no noun follows that it would count, and no
// zone, which makes it a time of day.
func (r *Reader) closes(i int) bool {
	const minor = lang.Func | lang.Prep | lang.And | lang.Sub | lang.Rel | lang.In | lang.On
	t := r.at(i)
	switch t.Kind {
	case scan.Word:
		return t.Gap >= scan.Line || t.Gap == scan.Space &&
			(t.Is(minor|verbal) || !t.Shape.Has(scan.Lower) && !t.Is(lang.Clock))
	case scan.Other, scan.Number, scan.Hyphen, scan.Slash:
		return false
	}
	return true
}

// period reads a unit of time by its name: "summer of 2018", "semaine dernière", "third quarter of
// 2018".
func (r *Reader) period(i int) (Parts, int) {
	if season, next, _ := r.word(i, lang.Season); next > i {
		return r.ofYear(i, Parts{Unit: UnitSeason, Nth: season}, next)
	}
	if t := r.at(i); t.Is(lang.Unit) && !t.Is(lang.Shift) {
		if p, next := r.unitPhrase(i); next > i {
			return p, next
		}
		if p, next := r.weekOfDay(i); next > i {
			return p, next
		}
	}
	nth, next, _ := r.word(i, lang.Ordinal)
	if next == i || nth < 1 || nth > 4 {
		return Parts{}, i
	}
	if r.at(next).Kind == scan.Hyphen {
		next++
	}
	next, ok := r.is(next, lang.Unit, lang.UnitQuarter)
	if !ok {
		return Parts{}, i
	}
	return r.ofYear(i, Parts{Unit: lang.UnitQuarter, Nth: nth}, next)
}

// weekOfDay reads a week that one of its days tells: "week of April 9".
func (r *Reader) weekOfDay(i int) (Parts, int) {
	at, ok := r.is(i, lang.Unit, lang.UnitWeek)
	if !ok || !r.at(at).Is(lang.DateMark|lang.On) || r.at(at).Is(lang.Sub) {
		return Parts{}, i
	}
	at++
	p, next := r.calendar(at)
	if next == at || p.Day == 0 || p.Broken > 0 {
		return Parts{}, i
	}
	p.Unit = lang.UnitWeek
	return p, next
}

// ofYear reads the year of the period p, which started at token i: without one, "fall" and "third
// quarter" may be anything.
func (r *Reader) ofYear(i int, p Parts, next int) (Parts, int) {
	year, at := r.yearAfter(Parts{}, next)
	if year.Year == 0 {
		return Parts{}, i
	}
	p.Year = year.Year
	return p, at
}
