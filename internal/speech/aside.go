package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// What stands between a source and its cue, or between a cue and what follows it, and is neither:
//
//	aside = adverb | date | [ preposition ] told | preposition ... medium | citing ...
//	told  = outlet | body                            à l'AFP; ТАСС; в интервью газете

// pastAside returns the token after the asides that start at i, where something follows them.
func (r *reader) pastAside(i, to int) int {
	for i < to {
		j := r.pastOne(i, to)
		if j == i || j >= to {
			break
		}
		i = j
	}
	return i
}

// pastOne returns the token after the aside at i, or i where there is none.
func (r *reader) pastOne(i, to int) int {
	t := &r.toks[i]
	if q, ok := r.quoteAt(i); ok {
		if q.To < to && r.toldName(q, i) {
			return q.To // сообщили «Интерфаксу» в полиции
		}
		return i
	}
	if told := r.pastTold(i, to); told > i {
		return told
	}
	if r.lang.PlacesByCase() {
		if placed := r.pastPlaced(i, to); placed > i {
			return placed
		}
	}
	if t.Kind == scan.Hyphen { // dit-il, assure-t-on
		if i+2 < to && r.toks[i+2].Kind == scan.Hyphen && r.toks[i+1].End-r.toks[i+1].Start == 1 {
			return i + 3
		}
		return i + 1
	}
	if r.dated(i) {
		return r.pastDate(i, to)
	}
	_, width, home := t.Arg(lang.Adverb, r.lang)
	if home && (width > 1 || !t.Is(lang.Article|lang.Prep)) {
		return i + width
	}
	if r.citing(i) {
		for n := 0; i < to && n < phraseReach && !r.ends(i) && !r.toks[i].Is(lang.That); n++ {
			i++
		}
		return i
	}
	return i
}

// pastPlaced returns the token after the medium or network at i, which a case says that something
// stood in, where one who speaks follows: a Facebookon a polgármester, közleményében a tárca.
func (r *reader) pastPlaced(i, to int) int {
	j := i
	if r.toks[j].Is(lang.Article) {
		j++
	}
	if j >= to || !r.isOutlet(j) && !(j > i && r.endsTold(j)) {
		return i
	}
	k := j + r.toks[j].Width()
	if k < to && r.toks[k].Is(lang.Article|lang.Role|lang.Group) && r.inside[k] == 0 {
		return k
	}
	return i
}

// endsTold reports whether token i is a name with the ending of one who was told: Népszavának.
func (r *reader) endsTold(i int) bool {
	t := &r.toks[i]
	if t.Kind != scan.Word || !t.Shape.Has(scan.Capital) {
		return false
	}
	for range r.lang.Told(r.text[t.Start:t.End]) {
		return true
	}
	return false
}

// toldName reports whether the quotation q at token i, behind a cue, is the name of the outlet that
// was told, known or not: рассказала «Ленте.ру» жительница.
func (r *reader) toldName(q Quote, i int) bool {
	return q.From == i && q.Closed && q.To < len(r.toks) && !r.longName(q) &&
		r.toks[i+1].Shape.Has(scan.Capital) && r.toldAt(q.To)
}

// citing reports whether token i opens a phrase like "citing the police".
func (r *reader) citing(i int) bool {
	arg, _, home := r.toks[i].Arg(lang.Cueing, r.lang)
	return home && arg >= lang.CueCarry
}

// toldReach is how many tokens after a preposition the one who was told, or the medium, may stand.
const toldReach = 5

// pastTold returns the token after the one who was told, or after the place of publication, where a
// noun phrase follows: "à l'AFP" before "Mme Diallo", "su Instagram" before "la cantante".
func (r *reader) pastTold(i, to int) int {
	j := i
	const toward = lang.Toward | lang.In | lang.Prep
	const lead = toward | lang.On
	if !r.toks[i].Is(lead|lang.Outlet) || r.toks[i].Is(lang.Article) && !r.toks[i].Is(toward) {
		return i // riferisce il Secolo XIX: an article, though "il 5 maggio" is a date
	}
	for j < to && j < i+toldReach && r.toks[j].Is(lead|lang.Article|lang.Shift) && !r.articled(j) ||
		j > i && j < to && r.toks[j].Kind == scan.Apostrophe {
		j++
	}
	if j == to || j == i && !r.toks[i].Is(lang.Outlet) {
		return i
	}
	if q, ok := r.quoteAt(j); ok && j > i && r.toldName(q, j) {
		return q.To // στην «Καθημερινή» η καθηγήτρια
	}
	k := r.pastOutlet(j, to)
	if k == j || k == to || r.ends(k) || r.inside[k] != 0 || r.toks[k].Gap == scan.None &&
		!r.toks[k].Shape.Has(scan.Single) {
		return i
	}
	if j == i && !r.toldAt(k) {
		return i
	}
	return k
}

// toldAt reports whether what stands at token k, after an outlet that no preposition leads, is the
// one who spoke: "пояснили ТАСС в компании", not "сообщил ТАСС в пятницу".
func (r *reader) toldAt(k int) bool {
	const noun = lang.Role | lang.Honorific | lang.Article | lang.Group | lang.In
	t := &r.toks[k]
	if r.citing(k) || r.dated(k) {
		return false
	}
	return t.Is(noun) || t.Kind == scan.Word && t.Shape.Has(scan.Lower) &&
		!t.Is(breaks|lang.Prep|lang.Adverb|lang.On|lang.And)
}

// pastOutlet returns the token after the words for outlets, media and bodies at i.
func (r *reader) pastOutlet(i, to int) int {
	from := i
	for i < to && r.isOutlet(i) && !(i > from && r.toks[i].Is(lang.Role|lang.Honorific)) {
		if r.articled(i) {
			i++
		}
		i += r.toks[i].Width()
		if i+1 < to && r.toks[i].Kind == scan.Number && r.toks[i].End-r.toks[i].Start == 1 &&
			r.toks[i-1].Shape.Has(scan.Capital) && !r.dated(i) {
			i++ // France 2
		}
		if i+1 < to && r.inAddress(i) {
			i += 2
		}
	}
	return min(i, to)
}

// articled reports whether token i is the article that the name of an outlet begins with: El País.
func (r *reader) articled(i int) bool {
	return r.toks[i].Is(lang.Article) && r.toks[i].Shape.Has(scan.Capital) && r.isOutlet(i) &&
		i+1 < len(r.toks) && r.toks[i+1].Shape.Has(scan.Capital)
}

// inAddress reports whether the stop at i stands within the address that an outlet is called by:
// ZN.UA, elDiario.es, 24.hu.
func (r *reader) inAddress(i int) bool {
	return i > 0 && i+1 < len(r.toks) && r.toks[i].Kind == scan.Stop && r.toks[i].Gap == scan.None &&
		r.toks[i+1].Kind == scan.Word && r.toks[i+1].Gap == scan.None &&
		(r.toks[i-1].Is(lang.Outlet) ||
			r.toks[i-1].Kind == scan.Number && r.toks[i+1].Shape.Has(scan.Lower))
}

// isOutlet reports whether token i is a word for a medium or starts the name of an outlet.
func (r *reader) isOutlet(i int) bool {
	t := &r.toks[i]
	plain := t.Shape.Has(scan.Lower) && !t.Shape.Has(scan.Digits) && !r.inAddress(i+1) &&
		r.inside[i] == 0 // not g1, nor „taz“
	return t.Is(lang.Outlet) && !plain ||
		t.Is(lang.Newswire) || t.Is(lang.Medium) && !t.Is(lang.Group)
}

// beforeAside returns where the asides that end at token to start, not before from.
func (r *reader) beforeAside(to, from int) int {
	to = r.beforeCiting(to, from)
	for to > from {
		i := r.asideEnding(to, from)
		if i == to {
			break
		}
		to = i
	}
	return to
}

// beforeCiting returns where a phrase like "citing the police" that ends at token to starts, or to.
func (r *reader) beforeCiting(to, from int) int {
	for i := to - 1; i > from && i > to-phraseReach && !r.ends(i) && r.inside[i] == 0; i-- {
		if r.citing(i) {
			return i
		}
	}
	return to
}

func (r *reader) asideEnding(to, from int) int {
	for i := to - 1; i > from && i > to-2*toldReach; i-- {
		t := &r.toks[i]
		if r.inside[i] != 0 || r.ends(i) && !r.abbreviates(i) {
			break
		}
		if r.dateEnding(i, to) {
			for i-1 > from && r.dateEnding(i-1, to) {
				i--
			}
			return i
		}
		if t.Is(lang.Adverb) && i+t.Width() >= to && !t.Shape.Has(scan.Capital) ||
			t.Is(lang.In|lang.Prep) && i+2 == to && r.isYear(i+1) {
			return i
		}
		if t.Is(lang.Toward|lang.In|lang.Prep) && !t.Shape.Has(scan.Capital) &&
			r.publishes(i, to) && !r.attribute(i-1) {
			return i
		}
	}
	return to
}

// isYear reports whether token i is a number of four digits: nel 2019.
func (r *reader) isYear(i int) bool {
	return r.toks[i].Kind == scan.Number && r.toks[i].End-r.toks[i].Start == 4
}

// dateEnding reports whether a date starts at i that ends at token to, with its postposition.
func (r *reader) dateEnding(i, to int) bool {
	if !r.dated(i) {
		return false
	}
	end := r.pastDate(i, to)
	return end == to || end == to-1 && r.toks[end].Is(lang.Prep)
}

// publishes reports whether the preposition at i leads a medium: in an interview with TASS.
func (r *reader) publishes(i, to int) bool {
	for j := i + 1; j < to && j <= i+toldReach; j++ {
		t := &r.toks[j]
		if t.Is(lang.Medium) || t.Is(lang.Job) && r.toks[i].Is(lang.Toward) {
			return true
		}
		if t.Is(lang.Role | lang.Group) {
			return false
		}
		if r.isOutlet(j) && r.toks[i].Is(lang.Toward) && j <= i+2 {
			return true
		}
	}
	return false
}

// dated reports whether a date starts at i: on Wednesday, Wednesday, this Wednesday.
func (r *reader) dated(i int) bool {
	t := &r.toks[i]
	if r.isDay(i) {
		return true
	}
	if i+1 >= len(r.toks) {
		return false
	}
	next := &r.toks[i+1]
	switch {
	case t.Kind == scan.Number:
		return next.Is(lang.Month|lang.DateMark) && next.Kind == scan.Word
	case t.Is(lang.On) && next.Kind == scan.Number:
		month := i + 2
		if month < len(r.toks) && r.toks[month].Kind == scan.Stop && ordinal(r.toks, month) {
			month++ // am 14. Mai
		}
		return month < len(r.toks) && r.toks[month].Is(lang.Month)
	case t.Is(lang.On):
		return r.isDay(i+1) || next.Is(lang.Month|lang.Shift) ||
			next.Is(lang.Part) && !next.Is(lang.Article)
	}
	return t.Is(lang.Shift) && r.isDay(i+1)
}

// isDay reports whether token i is a day in the language of the text: Wednesday, yesterday.
func (r *reader) isDay(i int) bool {
	t := &r.toks[i]
	if t.Kind != scan.Word || !t.Is(lang.Weekday|lang.Day) {
		return false
	}
	_, width, weekday := t.Arg(lang.Weekday, r.lang)
	if weekday && width == 1 && t.Shape.Has(scan.Single) {
		return false // 日 of 日本
	}
	if _, office, home := t.Arg(lang.Role, r.lang); home && weekday && office > width {
		return false // chủ of Chủ tịch
	}
	return weekday && !r.givenDay(i) || t.Is(lang.Day)
}

// givenDay reports whether token i, a weekday for short, is the first of two names: Tor Bakken.
func (r *reader) givenDay(i int) bool {
	if r.toks[i].End-r.toks[i].Start > 3 || !r.toks[i].Shape.Has(scan.Capital) || i+1 >= len(r.toks) {
		return false
	}
	next := &r.toks[i+1]
	return next.Kind == scan.Word && next.Shape.Has(scan.Capital) && !next.Is(lang.Month)
}

func (r *reader) pastDate(i, to int) int {
	const parts = lang.Weekday | lang.Day | lang.Month | lang.Part | lang.Shift | lang.DateMark
	end := i
	for i < to && (r.toks[i].Is(parts|lang.On) || r.toks[i].Kind == scan.Number) {
		dated := r.toks[i].Is(parts) || r.toks[i].Kind == scan.Number
		i += r.toks[i].Width()
		if i < to && r.toks[i].Kind == scan.Stop && ordinal(r.toks, i) {
			i++
		}
		if dated {
			end = i
			if i+2 < to && r.dayInBracket(i) { // nesta quinta-feira (18)
				i += 3
				end = i
			}
		}
	}
	return min(end, to)
}

// dayInBracket reports whether a bracket at i holds a number and nothing else.
func (r *reader) dayInBracket(i int) bool {
	return r.toks[i].Kind == scan.Open && r.toks[i+1].Kind == scan.Number &&
		r.toks[i+2].Kind == scan.Close
}
