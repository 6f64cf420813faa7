package dates

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// likelyMonth reports whether the month at token i, without a day, is one with the year that
// follows: a word that means something else too must have its year right behind it.
func (r *Reader) likelyMonth(i int, m monthName) bool {
	if r.dateline || m.home && !m.weak {
		return true
	}
	next := r.at(r.skipStop(i + 1))
	return m.home && !r.common(i) && (next.Kind == scan.Number || next.Is(lang.DateMark))
}

// opensSentence reports whether the word at token i, after a stop, looks like the first of a
// sentence.
func (r *Reader) opensSentence(i int) bool {
	t := r.at(i)
	return !r.dateline && t.Gap > scan.None && t.Shape.Has(scan.Capital) && !t.Shape.Has(scan.Caps)
}

// A monthName is the month that a word names.
type monthName struct {
	number int
	weak   bool // the word means something else too: "may", "mar"
	home   bool // it is one of the language of the text
	solar  bool // it is one of the solar calendar of Iran
}

// firstSolar is the argument of Farvardin, the first month of the solar calendar of Iran.
const firstSolar = 21

func (r *Reader) month(i int) (m monthName, next int) {
	arg, next, home := r.word(i, lang.Month)
	if next == i {
		return monthName{}, i
	}
	if arg < -100 {
		arg += 100
		if r.at(i).Shape.Has(scan.Lower) && !r.dateline {
			return monthName{}, i
		}
	}
	m = monthName{number: abs(arg), weak: arg < 0, home: home}
	if m.number >= firstSolar {
		m.number, m.solar = m.number-firstSolar+1, true
	}
	if m.number > 12 {
		return monthName{}, i
	}
	if twin := r.twinMonth(next); twin < len(r.toks) {
		if other, after := r.month(twin); after > twin && other.number == m.number {
			next = after
		}
	}
	return m, next
}

// twinMonth returns where the other of the two Arabic names of a month that ends at token i may
// stand: behind a slash or a blank, "شباط/فبراير", "مارس آذار".
func (r *Reader) twinMonth(i int) int {
	switch t := r.at(i); {
	case t.Kind == scan.Slash:
		return i + 1
	case t.Is(lang.Month) && t.Gap == scan.Space && t.Shape.Has(scan.NonASCII):
		return i
	}
	return len(r.toks)
}

// loose reports whether the word at token i is more likely something else than a month, even with
// a number beside it: "may 2", a word that is one only in another language.
func (r *Reader) loose(i int, m monthName) bool {
	if r.dateline || !m.weak {
		return false
	}
	return !m.home || r.common(i)
}

// common reports whether token i, a name of a month or weekday, is one of the words that any text
// is full of, and written as one: "may", "on", "so".
func (r *Reader) common(i int) bool {
	t := r.at(i)
	return !t.Shape.Has(scan.Capital) &&
		t.Is(lang.Aux|lang.Func|lang.Cue|lang.Numeral|lang.On|lang.In|lang.Prep|lang.And)
}

// monthAlone reports whether the month at token i, with neither day nor year, is one: after a
// preposition, or where the language writes months in lower case.
func (r *Reader) monthAlone(i int, m monthName) bool {
	if !m.home {
		return false
	}
	const before = lang.On | lang.In | lang.Prep | lang.Extent | lang.Shift | lang.Sub
	led := r.at(i-1).Is(before) || r.joinsMonth(i)
	return r.at(i).Shape.Has(scan.Lower) || led && r.at(i).Gap < scan.Para && !r.name(i)
}

// joinsMonth reports whether "and" joins token i to a month: "July and August".
func (r *Reader) joinsMonth(i int) bool {
	return r.at(i-1).Is(lang.And) && r.at(i-2).Is(lang.Month)
}

// ledBy reports whether the month at token i, whose name means something else too, has neither day
// nor year and is one: capitalised behind a preposition, "in May", "since March".
func (r *Reader) ledBy(i int, m monthName) bool {
	t, before, next := r.at(i), r.at(i-1), r.at(i+1)
	led := before.Is(lang.On) && !before.Is(lang.DateMark) || r.joinsMonth(i)
	return led && m.home && t.Gap == scan.Space && !r.name(i) &&
		t.Shape.Has(scan.Capital) && !t.Shape.Has(scan.Caps) &&
		next.Kind != scan.Apostrophe && next.Kind != scan.Hyphen
}

// name reports whether the capitalised word at token i is the first of several: "April Jones".
func (r *Reader) name(i int) bool {
	next := r.at(i + 1)
	return next.Kind == scan.Word && next.Gap == scan.Space && next.Shape.Has(scan.Capital) &&
		!next.Is(Starts|lang.Func)
}
