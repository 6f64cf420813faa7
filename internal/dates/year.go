package dates

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// yearAfter reads the year that may follow a day and month, or a month: ", 2018", "de 2018", "2018
// года", "'18".
func (r *Reader) yearAfter(p Parts, i int) (Parts, int) {
	at := r.skipStop(i)
	if r.at(at).Kind == scan.Comma && r.at(at).Gap <= scan.Space || r.glued(at, scan.Hyphen) ||
		r.glued(at, scan.Slash) {
		at++
	}
	if next, ok := r.is(at, lang.DateMark, lang.MarkOf); ok {
		at = next
	} else if arg, next, _ := r.word(at, lang.On); next > at && arg == 0 && !r.at(at).Is(lang.Sub) {
		at = next
	}
	if q, next := r.relativeYear(at); next > at {
		p.Unit, p.Shift, p.Relative = q.Unit, q.Shift, true
		return p, next
	}
	year, next := r.year(at, p.Solar)
	if next == at {
		return p, i
	}
	p.Year = year
	return p, next
}

// relativeYear reads "last year", "vergangenen Jahres" behind a month.
func (r *Reader) relativeYear(i int) (Parts, int) {
	at := i
	if r.at(at).Is(lang.Article) && r.near(at) {
		at++
	}
	p, next := r.unitPhrase(at)
	if p.Unit != lang.UnitYear {
		return Parts{}, i
	}
	return p, next
}

// year reads a year at token i: "2018", "2018年", "2561", "พ.ศ. 2561", "令和6年"; or one of the solar
// calendar of Iran.
func (r *Reader) year(i int, solar bool) (year, next int) {
	if !r.near(i) {
		return 0, i
	}
	if year, next := r.eraYear(i); next > i {
		return year, next
	}
	n, digits := r.number(i)
	after := r.at(i + 1).Kind
	switch {
	case r.partOfNumber(i) && after != scan.Colon,
		after == scan.Hyphen && r.at(i+2).Kind == scan.Number:
		return 0, i
	case digits == 4 && (solar && likelySolar(n) || !solar && likelyYear(ourYear(n))):
		return r.yearEnd(ourYear(n), i+1)
	case digits == 2 && r.dateline && r.at(i).Gap == scan.Space:
		return century(n), i + 1
	}
	return 0, i
}

// eraYear reads a year whose era stands before it: "พ.ศ. 2561", "令和6年".
func (r *Reader) eraYear(i int) (year, next int) {
	era, next, _ := r.word(i, lang.Era)
	if next == i {
		return 0, i
	}
	next = r.skipStop(next)
	n, digits := r.number(next)
	if digits == 0 || digits > 4 || !r.near(next) {
		return 0, i
	}
	return r.yearEnd(inEra(n, era), next+1)
}

// yearEnd skips "年", "года", "г.", ". godine" after a year.
func (r *Reader) yearEnd(year, i int) (int, int) {
	next, ok := r.is(r.skipStop(i), lang.DateMark, lang.MarkYear)
	if !ok {
		return year, i
	}
	if r.glued(next, scan.Stop) && r.at(next-1).End-r.at(next-1).Start <= 2 {
		next++
	}
	return year, next
}

// likelyYear reports whether news is likely to speak of the year n.
func likelyYear(n int) bool { return 1500 <= n && n < 2200 }

// century completes a year of two digits.
func century(n int) int {
	if n < 70 {
		return 2000 + n
	}
	return 1900 + n
}
