package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// breaks are the words that no noun phrase goes across.
const breaks = lang.Aux | lang.Sub | lang.Rel | lang.That | lang.Cue | lang.CueBefore | lang.Cueing

// phraseReach is the longest source in tokens.
const phraseReach = 40

// nameAfter returns the noun phrase that starts at i: "Maria Lopez, 34" in "recalled Maria Lopez,
// 34." It ends before a mark, a verb, a date, the one who was told.
func (r *reader) nameAfter(i, to int) Run {
	for i < to && r.toks[i].Is(lang.Aux) && !r.toks[i].Is(lang.Article) {
		i++ // rekla je Ana, but: bevestigt zijn advocaat
	}
	from := i
	if i < to && r.toks[i].Is(lang.Pronoun) && !r.toks[i].Is(lang.Article|lang.Prep|lang.And) &&
		!r.titles(i) {
		return Run{i, i + 1}
	}
	for ; i < to && i < from+phraseReach; i++ {
		if w := r.bodyWidth(i); w > 1 {
			i = min(i+w, to) - 1 // hãng tin, whose tin alone is a verb
			continue
		}
		if r.ends(i) && !r.abbreviates(i) || r.breaksName(i, from, to) {
			break
		}
		if q, ok := r.quoteAt(i); ok {
			if !r.quotedName(q, from) {
				break
			}
			i = q.To - 1
		}
	}
	return r.trim(Run{from, r.pastAge(from, i, to)})
}

// bodyWidth returns how many tokens the phrase at i has that names a body or a kind of outlet.
func (r *reader) bodyWidth(i int) int {
	width := 0
	for _, c := range [...]lang.Class{lang.Newswire, lang.Group} {
		if r.toks[i].Is(c) {
			_, w, _ := r.toks[i].Arg(c, r.lang)
			width = max(width, w)
		}
	}
	return width
}

// titles reports whether the pronoun at i is the title of the name after it: theo ông Trần Bảo.
func (r *reader) titles(i int) bool {
	return r.toks[i].Is(lang.Honorific) && i+1 < len(r.toks) &&
		r.toks[i+1].Shape.Has(scan.Capital) && !r.ends(i+1)
}

// nameBehind returns the noun phrase that follows the cue c, past a date and the one who was told.
func (r *reader) nameBehind(c cue, to int) Run {
	return r.nameAfter(r.pastAside(r.pastAux(c.end, to), to), to)
}

// pastAux returns the token after the auxiliary at i, behind its verb, where an aside or "that"
// follows: rekla je za HRT Ana, изјавио је да.
func (r *reader) pastAux(i, to int) int {
	const next = lang.That | lang.Toward | lang.In | lang.Prep | lang.On | lang.Adverb
	if i+1 < to && r.lang.DropsSubject() && r.toks[i].Is(lang.Aux) && r.inside[i] == 0 &&
		r.toks[i+1].Is(next) && r.inside[i+1] == 0 {
		return i + 1
	}
	return i
}

// sourceBehind returns that with the name that is set off after an office, and without what says
// where the words were spoken: «…», pidió a las puertas del juzgado una vecina, Ana Soto.
func (r *reader) sourceBehind(c cue, to int) Run {
	x := r.nameAfter(r.pastPlace(r.pastAside(r.pastAux(c.end, to), to), to), to)
	x.To = r.pastNames(x, to)
	return r.withoutPlace(x)
}

// placeReach is the longest phrase in tokens that says where or to whom words were spoken.
const placeReach = 8

// pastPlace returns the token after the phrase that a preposition at i leads, where one who speaks
// follows it: before the article in "ante el juez la fiscal", the name in "przed sądem Jan Lis".
func (r *reader) pastPlace(i, to int) int {
	const lead = lang.Prep | lang.In | lang.Toward
	if i >= to || !r.toks[i].Is(lead) || !r.toks[i].Shape.Has(scan.Lower) {
		return i
	}
	office := 0
	for j := i + 2; j+1 < min(to, i+placeReach) && !r.ends(j) && r.inside[j] == 0; j++ {
		t, prev := &r.toks[j], &r.toks[j-1]
		if t.Is(lang.Role) && office == 0 {
			office = j
			alone := prev.Kind == scan.Word && !prev.Is(lead|lang.Article|lang.Role|lang.Honorific)
			if alone && r.lang.DropsSubject() &&
				(r.ends(j+1) || r.toks[j+1].Shape.Has(scan.Capital)) {
				return j // řekl po utkání rozzlobeně trenér Jan Lis
			}
		}
		if prev.Is(lead|lang.Article|lang.Role|lang.Honorific) || prev.Kind != scan.Word {
			continue
		}
		name := prev.Shape.Has(scan.Lower) && r.lang.DropsSubject() && r.forename(j) &&
			(r.toks[j+1].Shape.Has(scan.Capital) || r.commaAt(j+1))
		article := t.Is(lang.Article) && !t.Is(lead|lang.On) &&
			!r.means(j, lang.Article, lang.Genitive)
		if name && office > 0 {
			return office
		}
		if name || article {
			return j
		}
	}
	return i
}

// withoutPlace returns the source x without the phrase behind a person's name that says where or
// when the words were spoken: "Otávio Prado" in "Otávio Prado a jornalistas".
func (r *reader) withoutPlace(x Run) Run {
	for i := x.From + 1; i < x.To; i++ {
		t := &r.toks[i]
		if r.addressed(i, x) {
			return Run{x.From, i}
		}
		if r.toldBehind(i, x) {
			return Run{x.From, i}
		}
		if i < x.From+2 {
			continue
		}
		if r.objectAt(i, x) {
			return Run{x.From, i}
		}
		of := r.means(i, lang.Prep, lang.Genitive) || r.means(i, lang.In, lang.InFrom) ||
			t.Is(lang.Particle)
		if t.Is(lang.Prep|lang.In|lang.Toward|lang.On) && t.Shape.Has(scan.Lower) && !of &&
			r.forename(i-2) && r.forename(i-1) && !r.toks[i-1].Is(lang.Role) {
			return Run{x.From, i}
		}
	}
	return x
}

// objectAt reports whether an article at token i of the source x opens what is spoken of, in a
// language that puts that behind the subject: "het plan" in [noemt] "de bond het plan".
func (r *reader) objectAt(i int, x Run) bool {
	t, prev := &r.toks[i], &r.toks[i-1]
	const joins = lang.Prep | lang.In | lang.Toward | lang.On | lang.Article | lang.And | lang.Particle
	return !r.lang.DropsSubject() && i+1 < x.To && t.Is(lang.Article) && t.Shape.Has(scan.Lower) &&
		prev.Kind == scan.Word && !prev.Is(joins) && !t.Is(lang.Prep|lang.In|lang.On|lang.Particle) &&
		!r.means(i, lang.Article, lang.Genitive)
}

// addressed reports whether the one who was told begins at token i of the source x: "dem Sender" in
// "der Trainer dem Sender Sky", «Известиям» in "Лапина «Известиям»".
func (r *reader) addressed(i int, x Run) bool {
	const medium = lang.Newswire | lang.Outlet | lang.Job
	t := &r.toks[i]
	named := r.toks[i-1].Shape.Has(scan.Capital) && !r.toks[i-1].Is(lang.Role|lang.Group|lang.Newswire)
	if i+1 >= x.To {
		return named && t.Is(lang.Job) && t.Shape.Has(scan.Lower)
	}
	next := &r.toks[i+1]
	if q, ok := r.quoteAt(i); ok {
		return named && q.From == i && next.Is(lang.Outlet) && q.To == x.To
	}
	return t.Is(lang.Article) && t.Shape.Has(scan.Lower) && next.Is(medium) &&
		!r.means(i, lang.Article, lang.Genitive) && !r.toks[i-1].Is(lang.Prep|lang.In|lang.Toward) &&
		r.lang.CapitalNouns()
}

// toldBehind reports whether the source x ends in a preposition at i and the outlet that was told:
// "za RTS" in "Petrović za RTS".
func (r *reader) toldBehind(i int, x Run) bool {
	t, prev := &r.toks[i], &r.toks[i-1]
	return i+1 < x.To && t.Is(lang.Toward) && t.Shape.Has(scan.Lower) && !t.Is(lang.Particle) &&
		prev.Shape.Has(scan.Capital) && !prev.Is(lang.Role|lang.Group|lang.Newswire|lang.Outlet) &&
		r.toks[i+1].Is(lang.Outlet) && r.pastOutlet(i+1, x.To) == x.To
}

// quotedName reports whether the quotation q, in a noun phrase from token from on, is a name: der
// „Ostsee-Zeitung“, агентство «Интерфакс».
func (r *reader) quotedName(q Quote, from int) bool {
	const named = lang.Org | lang.Group | lang.Article | lang.Prep
	if r.longName(q) || !q.Closed {
		return false
	}
	first := &r.toks[q.From+1]
	if q.To-q.From == 3 && first.Is(lang.Outlet) && q.From > from+1 &&
		r.toks[q.From-1].Is(lang.Article) && r.toks[q.From-2].Is(lang.Toward|lang.Prep) {
		return true // mit der „taz“
	}
	if q.From > from && r.toks[q.From-1].Is(lang.Newswire|lang.Medium) {
		return true
	}
	team := q.From > from && r.toks[q.From-1].Is(lang.Role) && q.To < len(r.toks) &&
		r.forename(q.To) // тренер «Ротора» Сергей Попков
	if q.To < len(r.toks) && r.hyphen(q.To) && first.Is(lang.Outlet) {
		return true // die „taz“-Redaktion
	}
	return first.Shape.Has(scan.Capital) && (q.From > from && r.toks[q.From-1].Is(named) ||
		first.Is(lang.Outlet) && q.To-q.From <= 5 || team)
}

// longName reports whether the quotation q is too long for a name.
func (r *reader) longName(q Quote) bool { return q.To-q.From > 8 }

// breaksName reports whether the noun phrase from token from on ends before token i.
func (r *reader) breaksName(i, from, to int) bool {
	t := &r.toks[i]
	if i == from {
		return t.Is(lang.That|lang.Cueing|lang.Sub) && !t.Is(lang.Article|lang.Pronoun|lang.And)
	}
	attribute := r.lang.CapitalNouns() && r.toks[i-1].Is(lang.Article) // einer am Mittwoch
	if r.breaks(i) || r.dated(i) && !attribute || r.newClause(i, from) ||
		t.Is(lang.Adverb) && uncased(t) {
		return true
	}
	if r.lang.PlacesByCase() && t.Is(lang.Medium) && t.Shape.Has(scan.Lower) &&
		r.toks[i-1].Shape.Has(scan.Capital) {
		return true // Häkkänen viestipalvelu X:ssä
	}
	return t.Is(lang.Toward|lang.In|lang.Prep) && !t.Shape.Has(scan.Capital) &&
		r.publishes(i, to) || t.Is(lang.And) && r.joinsVerb(i, to)
}

// joinsVerb reports whether a conjunction at i, behind a name, joins another verb to that before
// the name, and nobody else: sagt Petermann und lacht.
func (r *reader) joinsVerb(i, to int) bool {
	const others = lang.Role | lang.Group | lang.Article | lang.Pronoun | lang.Honorific |
		lang.Newswire | lang.Job | lang.Org
	prev := &r.toks[i-1]
	if !prev.Shape.Has(scan.Capital) || prev.Is(others) {
		return false
	}
	j := i + 1
	for ; j < min(to, i+toldReach) && !r.ends(j) && r.inside[j] == 0; j++ {
		if !r.toks[j].Shape.Has(scan.Lower) || r.toks[j].Is(others) {
			return false
		}
	}
	return j > i+1
}

// uncased reports whether t is a word of a script that sets blanks and has no capitals: Arabic,
// Hebrew, Devanagari.
func uncased(t *lang.Token) bool {
	const cased = scan.Lower | scan.Capital | scan.Caps | scan.Single
	return t.Kind == scan.Word && t.Shape&cased == 0
}

// pastAge returns the token after the age that follows a name: ", 34", ", 34 ans".
func (r *reader) pastAge(from, i, to int) int {
	if from == i || i+1 >= to || r.toks[i].Kind != scan.Comma || r.toks[i+1].Kind != scan.Number {
		return i
	}
	end := i + 2
	if end < to && r.toks[end].Is(lang.Unit) {
		end++
	}
	if end >= to || r.ends(end) {
		return end
	}
	return i
}

// newClause reports whether a pronoun at i, after a noun, starts a clause: "told TASS he ...".
func (r *reader) newClause(i, from int) bool {
	t := &r.toks[i]
	return t.Is(lang.Pronoun) && i > from && !r.toks[i-1].Is(lang.Prep)
}

// ends reports whether the mark at i ends a phrase.
func (r *reader) ends(i int) bool {
	switch r.toks[i].Kind {
	case scan.Comma, scan.Stop, scan.Semicolon, scan.Open, scan.Close, scan.Bar:
		return true
	case scan.Colon:
		return !r.inflects(i)
	case scan.Bullet: // but not within フィナンシャル・タイムズ
		return r.toks[i].Gap > scan.None || i+1 == len(r.toks) || r.toks[i+1].Gap > scan.None
	case scan.Dash:
		return !r.hyphen(i)
	}
	return false
}

// inflects reports whether the colon at i sets an ending apart from a name: SDP:n puheenjohtaja.
func (r *reader) inflects(i int) bool {
	return i > 0 && i+1 < len(r.toks) && r.toks[i].Gap == scan.None &&
		r.toks[i-1].Kind == scan.Word && r.toks[i+1].Gap == scan.None &&
		r.toks[i+1].Kind == scan.Word && r.toks[i+1].Shape.Has(scan.Lower)
}

// hyphen reports whether the dash at i ties a word to one in quotation marks: „Bild“-Zeitung,
// ZDF-„Mittagsmagazin“.
func (r *reader) hyphen(i int) bool {
	t := &r.toks[i]
	if t.Gap != scan.None || t.End-t.Start != 1 || i == 0 || i+1 == len(r.toks) {
		return false
	}
	before, after := markOf(r.text, &r.toks[i-1]), markOf(r.text, &r.toks[i+1])
	return r.toks[i+1].Gap == scan.None && (before != noMark || after != noMark)
}

// abbreviates reports whether the stop at i belongs to the word or number around it: M. Diallo,
// 14.000.
func (r *reader) abbreviates(i int) bool {
	if i == 0 || i+1 >= len(r.toks) || r.toks[i].Kind != scan.Stop ||
		r.text[r.toks[i].Start] != '.' {
		return false
	}
	prev, next := &r.toks[i-1], &r.toks[i+1]
	if r.lang.SpacesNames() || uncased(prev) && uncased(next) && next.Gap == scan.None {
		return true // พ.ต.ท., மு.க.ஸ்டாலின்
	}
	if prev.Kind == scan.Number {
		return next.Kind == scan.Number && next.Gap == scan.None
	}
	caps := prev.Shape.Has(scan.Caps) && next.Shape.Has(scan.Caps) && next.Gap == scan.None
	return caps || r.inAddress(i) || next.Gap <= scan.Space && next.Kind == scan.Word &&
		(prev.Is(lang.Abbrev|lang.Honorific) && !surname(r.toks, r.lang, i-1, i+1) ||
			prev.OneLetter(r.text) && next.Shape.Has(scan.Capital))
}

// trim takes conjunctions and adverbs off the ends of x.
func (r *reader) trim(x Run) Run {
	const loose = lang.And | lang.Adverb | lang.Prep | lang.On | lang.Article
	for !x.Empty() && r.toks[x.To-1].Is(loose) && !r.toks[x.To-1].Shape.Has(scan.Capital) {
		x.To--
	}
	if i := x.To - 2; i > x.From { // der Zeuge vor Gericht
		if _, width, home := r.toks[i].Arg(lang.Adverb, r.lang); home && width == 2 {
			x.To = i
		}
		for x.To > x.From && r.commaAt(x.To-1) {
			x.To--
		}
	}
	for !x.Empty() {
		width := r.looseWidth(x.From)
		if width == 0 {
			break
		}
		x.From += width
	}
	return x
}

// looseWidth returns the width of the mark, conjunction or adverb at i, 0 where there is none.
func (r *reader) looseWidth(i int) int {
	t := &r.toks[i]
	if r.ends(i) {
		return 1
	}
	for _, c := range [...]lang.Class{lang.And, lang.Sub} {
		if _, width, home := t.Arg(c, r.lang); home {
			return width
		}
	}
	_, width, home := t.Arg(lang.Adverb, r.lang)
	if !home || width == 1 &&
		(t.Shape.Has(scan.Single) || t.Is(lang.Article|lang.Pronoun|lang.Prep)) {
		return 0
	}
	return width
}

// nameBefore returns the subject that ends at token to: it starts where its clause does, not before
// from.
func (r *reader) nameBefore(to, from int) Run {
	to = r.beforeBracket(to, from)
	if i := r.beforeAside(to, from); i < to {
		for to = i; to > from && r.toks[to-1].Is(lang.Aux); {
			to-- // je u sredu rekao
		}
		if i = r.beforeBracket(to, from); i < to {
			to = r.beforeAside(i, from) // صبح امروز (چهارشنبه) در جلسه
		}
	}
	comma := to > from && r.toks[to-1].Kind == scan.Comma
	i := to
	if comma {
		i = r.appositionStart(to-1, from)
		if i < 0 {
			return Run{}
		}
	}
	for i > from && i > to-phraseReach {
		if r.toks[i-1].Kind == scan.Close {
			if j := r.beforeBracket(i, from); j < i-1 && j > from {
				i = j // Le maire (DVG) de la commune
				continue
			}
		}
		if r.startsClause(i-1, from) {
			break
		}
		i--
	}
	if comma {
		to--
	}
	x := r.trim(Run{i, to})
	if r.predicate(x, from) {
		return Run{}
	}
	if teller := r.teller(x, from); !teller.Empty() {
		return teller
	}
	return x
}

// teller returns who stands before the auxiliary in front of x, where x is a medium, which was
// told: "Brouwer" in "Brouwer hat der dpa am Montag gesagt"; else an empty run.
func (r *reader) teller(x Run, from int) Run {
	aux, outlet := x.From-1, x.From+1
	if outlet < x.To && r.quoteOpens(outlet) {
		outlet++
	}
	if outlet >= x.To || aux <= from || !r.toks[aux].Is(lang.Aux) ||
		!r.toks[x.From].Is(lang.Article) || !r.isOutlet(outlet) {
		return Run{}
	}
	if who := r.nameBefore(aux, from); !who.Empty() && r.names(who) && !r.aside(who) {
		return who
	}
	return Run{}
}

// bracketReach is the longest bracket behind a name in tokens: (CDU), (72).
const bracketReach = 8

// beforeBracket returns the token of the bracket that ends at token to, behind a name; or to.
func (r *reader) beforeBracket(to, from int) int {
	if to <= from || r.toks[to-1].Kind != scan.Close {
		return to
	}
	for i := to - 2; i > max(from, to-bracketReach); i-- {
		if r.toks[i].Kind == scan.Open {
			return i
		}
	}
	return to
}

// predicate reports whether x, in small letters right after an auxiliary, is no noun: "sconfitta"
// in "se l'inflazione sia sconfitta".
func (r *reader) predicate(x Run, from int) bool {
	if x.Empty() || x.From <= from || !r.toks[x.From-1].Is(lang.Aux) {
		return false
	}
	const noun = lang.Article | lang.Pronoun | lang.Prep | lang.In | lang.Adverb
	return !r.toks[x.From].Is(noun) && r.toks[x.From].Shape.Has(scan.Lower) && !r.speaker(x)
}

// withoutClause returns the source x without a clause set off at its end, "the minister, who
// asked not to be named"; a name or an office that is set off belongs to it.
func (r *reader) withoutClause(x Run) Run {
	for i := x.From + 1; i < x.To; i++ {
		if !r.commaAt(i) || r.inside[i] != 0 {
			continue
		}
		first, last := &r.toks[i+1], &r.toks[x.To-1]
		small := last.Kind == scan.Word && last.Shape.Has(scan.Lower) &&
			!last.Is(lang.Role|lang.Group|lang.Unit)
		if first.Is(lang.Rel|lang.Cueing) && !first.Is(lang.Article) ||
			small && !first.Is(lang.Article|lang.Role) {
			return Run{x.From, i}
		}
		break
	}
	return x
}

// appositionStart returns the comma that opens the apposition or relative clause closed by the
// comma at i, or -1.
func (r *reader) appositionStart(i, from int) int {
	for j := i - 1; j > from && j > i-phraseReach; j-- {
		if q, ok := r.quoteAt(j); ok {
			if !r.quotedName(q, q.From) {
				return -1
			}
			j = q.From
			continue
		}
		if r.toks[j].Kind == scan.Comma {
			return j
		}
	}
	return -1
}

// startsClause reports whether a clause starts after token i.
func (r *reader) startsClause(i, from int) bool {
	t := &r.toks[i]
	if r.ends(i) {
		return !r.abbreviates(i)
	}
	if q, ok := r.quoteAt(i); ok {
		return q.To-q.From > 8
	}
	if t.Kind == scan.Hyphen {
		return r.toks[i+1].Is(lang.Pronoun) // a-t-il
	}
	if t.Kind != scan.Word {
		return false
	}
	if t.Is(lang.And) {
		return r.verbIn(from, i)
	}
	return r.breaks(i) || r.dated(i) || t.Is(lang.Part) && i > from && r.dated(i-1) // in serata
}

// breaks reports whether no noun phrase goes across token i; "accusé" in "l'accusé" is a noun.
func (r *reader) breaks(i int) bool {
	t := &r.toks[i]
	if _, width, home := t.Arg(lang.Role, r.lang); home && width > 1 {
		return false // người phát ngôn
	}
	if i > 0 && t.Is(lang.Outlet) && t.Shape.Has(scan.Caps) && r.toks[i-1].Is(lang.Newswire) {
		return false // denník SME: also "are"
	}
	if t.Class&breaks == lang.CueBefore && i > 0 && t.Shape.Has(scan.Lower) &&
		r.toks[i-1].Is(lang.Role|lang.Group|lang.Org) {
		return false // el Ministerio para la Transición
	}
	if !t.Is(breaks) || t.Is(lang.Article) {
		_, width, home := t.Arg(lang.Sub, r.lang)
		return home && width > 1 // al termine
	}
	if t.Class&breaks == lang.Cue && r.attribute(i) {
		return false // uno studio pubblicato su Nature
	}
	return t.Class&breaks != lang.Cue || !r.articleBefore(i, 0)
}

// attribute reports whether token i is a participle between a noun and a preposition.
func (r *reader) attribute(i int) bool {
	arg, _, home := r.toks[i].Arg(lang.Cue, r.lang)
	if !home || arg%lang.CueWeak-arg%lang.CueLast != lang.CueParticiple || i == 0 ||
		i+1 == len(r.toks) || r.toks[i].Is(lang.Quoted) {
		return false
	}
	prev := &r.toks[i-1]
	return prev.Kind == scan.Word && !prev.Is(lang.Aux|lang.Adverb|lang.Pronoun|lang.Negation) &&
		r.toks[i+1].Is(lang.Prep|lang.In)
}

// verbIn reports whether one of the tokens before i, of its clause, is known to be a verb.
func (r *reader) verbIn(from, i int) bool {
	for j := i - 1; j >= from && j > i-phraseReach && !r.ends(j); j-- {
		if r.toks[j].Is(lang.Aux|lang.Cue) && r.inside[j] == 0 {
			return true
		}
	}
	return false
}
