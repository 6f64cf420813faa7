package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// contentBefore returns what was said, where it stands before the cue: a quotation, or a clause
// that a comma or dash parts from the source. It is empty where the content follows.
func (r *reader) contentBefore(c cue, s Run) Run {
	near := c.From - 1
	for near > s.From && r.inside[near] == 0 && r.parts(near) {
		near--
	}
	for i := c.From - 1; i >= s.From && i > c.From-phraseReach; i-- {
		if q, ok := r.quoteAt(i); ok && !r.quotedName(q, s.From) {
			if q.To+1 < c.From && r.isColon(q.To) && r.means(q.To+1, lang.Adverb, lang.AdverbBack) {
				return q.Run // «...»: così il legale ha commentato
			}
			if i == near || q.To-q.From > 4 || r.commaAt(q.To-2) || r.commaAt(q.To) {
				if !r.follows(c, s) || i == near && r.adds(c, s) {
					return r.quoteClause(q, s)
				}
				return Run{}
			}
			i = q.From
		}
	}
	comma := r.lastComma(c.From, s.From)
	if comma == c.From-1 && comma > s.From && r.opensClause(Run{s.From, comma}) {
		return r.strip(Run{s.From, comma})
	}
	if comma < 0 || r.follows(c, s) || r.adverbial(Run{s.From, comma}) {
		return Run{}
	}
	return r.strip(Run{r.afterColon(s.From, comma), comma})
}

// opensClause reports whether x is a clause that breaks off behind its auxiliary: "Er sei".
func (r *reader) opensClause(x Run) bool {
	last := &r.toks[x.To-1]
	return last.Is(lang.Aux) && !last.Is(lang.Article|lang.Pronoun) && r.inside[x.To-1] == 0 &&
		!r.toks[x.From].Is(lang.That|lang.Sub)
}

// adds reports whether the cue c, right behind a quotation, has a "that" of something else behind
// it: „...“ zdůraznil s tím, že ...
func (r *reader) adds(c cue, s Run) bool {
	return c.end+1 < s.To && c.form != lang.CueLast && r.toks[c.end].Kind == scan.Word &&
		!r.toks[c.end].Is(lang.That) && c.arg == lang.CueSay &&
		r.inside[c.From-1]+r.inside[max(c.From-2, 0)] != 0
}

// adverbial reports whether x is one adverb and no more: "من جانبه".
func (r *reader) adverbial(x Run) bool {
	if !x.Empty() && r.toks[x.From].Is(lang.And) {
		x.From++
	}
	return !x.Empty() && r.toks[x.From].Is(lang.Adverb) && x.From+r.toks[x.From].Width() >= x.To
}

// parts reports whether token i is a mark that parts what was said from the cue: a comma, a dash.
func (r *reader) parts(i int) bool {
	return r.toks[i].Kind == scan.Comma || r.toks[i].Kind == scan.Dash
}

// clauseReach is how many tokens of a clause are looked at.
const clauseReach = 3 * phraseReach

// afterColon returns the token after the last colon between i and to, outside quotations, or i:
// "From the opposition came criticism: X, said S."
func (r *reader) afterColon(i, to int) int {
	for j := to - 1; j > i && j > to-clauseReach; j-- {
		if r.inside[j] == 0 && r.isColon(j) {
			return j + 1
		}
	}
	return i
}

// quoteClause widens the quotation q to the clause that it ends: he was “a liar,” she said.
func (r *reader) quoteClause(q Quote, s Run) Run {
	from := s.From
	if q.From > from && r.isColon(q.From-1) {
		from = q.From // Anders die Gäste: „...“, sagte Lund.
	}
	return r.strip(Run{from, max(q.To, from)})
}

// isColon reports whether token i is a colon that opens something, not the one in "STT:lle".
func (r *reader) isColon(i int) bool {
	return r.toks[i].Kind == scan.Colon && (i+1 == len(r.toks) || r.toks[i+1].Gap > scan.None ||
		r.toks[i].Shape.Has(scan.NonASCII) || r.inside[i+1] != 0)
}

func (r *reader) commaAt(i int) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].Kind == scan.Comma
}

// lastComma returns the comma before the clause that ends at token to, or the dash or question mark
// right before token to; or -1.
func (r *reader) lastComma(to, from int) int {
	if last := to - 1; last > from &&
		(r.toks[last].Kind == scan.Dash || r.toks[last].Kind == scan.Stop && !r.abbreviates(last)) {
		return last
	}
	for i := to - 1; i > from && i > to-phraseReach; i-- {
		if r.toks[i].Kind == scan.Comma {
			return i
		}
	}
	return -1
}

// follows reports whether what was said comes after the cue c: a quotation, "that", a colon, or a
// clause.
func (r *reader) follows(c cue, s Run) bool {
	i := c.end
	if i < s.To && r.namedBefore(c, s) && (c.arg == lang.CueCall || r.commaAt(i) ||
		r.toks[i].Is(lang.Prep) && !r.toks[i].Is(lang.Toward|lang.Article)) ||
		r.subjectFirst(c, s) {
		return true
	}
	if c.arg == lang.CueCall && i < s.To && !r.ends(i) && r.subjectBefore(c, s) {
		return true // X, S called Y
	}
	if r.pastParenthesis(i, s.To) > i {
		return true // informou, em nota, que
	}
	for ; i < s.To && i < c.end+tagReach; i++ {
		t := &r.toks[i]
		if t.Is(lang.That) || r.isColon(i) || i == c.end && r.speechAt(i) {
			return true
		}
		if t.Kind == scan.Comma {
			return i+1 < s.To && (r.inside[i+1] != 0 && !r.closedBefore(c, s) ||
				r.toks[i+1].Is(lang.That) && !r.toks[i+1].Is(lang.Rel))
		}
		if t.Kind == scan.Stop && !r.abbreviates(i) {
			return false
		}
		object := i == c.end && t.Is(lang.Article|lang.Pronoun) && !t.Is(lang.Toward)
		if t.Is(lang.Aux) || object && r.subjectBefore(c, s) {
			return r.subjectBefore(c, s)
		}
	}
	return i < s.To && r.subjectBefore(c, s)
}

// namedBefore reports whether the sentence s begins with a noun, the name set off after it, and the
// cue c: the head of the union, Karl Lüders, criticised.
func (r *reader) namedBefore(c cue, s Run) bool {
	if !r.commaAt(c.From - 1) {
		return false
	}
	x := r.nameBefore(c.From, s.From)
	return !x.Empty() && x.From == s.From && r.withoutClause(x) == x
}

// subjectFirst reports whether the sentence s begins with one who speaks, an aside that commas set
// off, and the cue c, behind which nobody else is named: Sonia Bélisle, la ministre, promet ...
func (r *reader) subjectFirst(c cue, s Run) bool {
	if !r.commaAt(c.From-1) || c.end >= s.To || r.ends(c.end) || c.form == lang.CueLast {
		return false
	}
	head := Run{s.From, s.From}
	for head.To < c.From-1 && !r.commaAt(head.To) {
		t := &r.toks[head.To]
		if t.Is(lang.Aux|lang.Cue|lang.That|lang.Pronoun) && !t.Is(lang.Article) ||
			r.inside[head.To] != 0 {
			return false
		}
		head.To++
	}
	apposed := Run{head.To + 1, c.From - 1}
	if apposed.From >= apposed.To || !r.heads(head) && !r.officeFirst(apposed) &&
		!r.noun(head, apposed) {
		return false
	}
	next := r.nameBehind(c, s.To)
	return next.Empty() || !r.names(next) ||
		r.named(apposed) && r.toks[next.From].Shape.Has(scan.Lower)
}

// noun reports whether head, at the start of a sentence, can only be a noun, of which tells what is
// apposed to it: a clause, an age, a name, an adverb: La vecina, que lo vio todo, ...
func (r *reader) noun(head, apposed Run) bool {
	if r.toks[head.From].Is(lang.Adverb|lang.And) && head.To-head.From > 1 {
		head.From++
	}
	first := &r.toks[head.From]
	if !first.Is(lang.Article) && (!first.Shape.Has(scan.Capital) || first.Is(lang.Prep|lang.In)) {
		return false
	}
	t := &r.toks[apposed.From]
	return t.Is(lang.Rel) || t.Kind == scan.Number || r.named(apposed) || r.adverbial(apposed)
}

// officeFirst reports whether x begins with an office, in a script without capitals: رضا کاظمی،
// رئیس سازمان, ...
func (r *reader) officeFirst(x Run) bool {
	t := &r.toks[x.From]
	return t.Is(lang.Role) && uncased(t)
}

// named reports whether x is nothing but words with capitals, as a name and its title are.
func (r *reader) named(x Run) bool {
	for i := x.From; i < x.To; i++ {
		if !r.toks[i].Shape.Has(scan.Capital) {
			return false
		}
	}
	return x.To-x.From > 1
}

// heads reports whether x names one who speaks: by an office, a body, or a name of two words.
func (r *reader) heads(x Run) bool {
	capitals := 0
	for i := x.From; i < x.To; i++ {
		t := &r.toks[i]
		if t.Is(lang.Role | lang.Group | lang.Newswire) {
			return true
		}
		if t.Kind == scan.Word && t.Shape.Has(scan.Capital) && !t.Is(lang.Func|lang.Article) {
			capitals++
		}
	}
	return capitals > 1 && capitals == x.To-x.From
}

// speechAt reports whether a quotation stands at token i that is no name.
func (r *reader) speechAt(i int) bool {
	q, ok := r.quoteAt(i)
	return ok && !r.quotedName(q, i) && !r.toldName(q, i)
}

// closedBefore reports whether a quotation ends in the clause right before c.
func (r *reader) closedBefore(c cue, s Run) bool {
	for i := c.From - 1; i >= s.From && i > c.From-phraseReach; i-- {
		if r.inside[i] != 0 {
			return true
		}
	}
	return false
}

// subjectBefore reports whether the word before c is a noun or pronoun.
func (r *reader) subjectBefore(c cue, s Run) bool {
	return c.From > s.From && r.toks[c.From-1].Kind == scan.Word && r.inside[c.From-1] == 0
}

// after returns the content that follows a cue: past the one who was told and a date, past "that",
// to the end of the sentence or to the next cue's clause.
func (r *reader) after(c cue, i, to, next int) Run {
	limit := to
	if next > i {
		limit = min(to, next)
	}
	if j := r.pastParenthesis(i, to); j > i {
		i = j
	} else {
		i = r.content(c, r.pastAux(i, limit), limit)
	}
	x := Run{i, to}
	if next < to && next > i {
		if cut := r.cutAt(i, next); cut > i {
			x.To = cut
		}
	}
	if q, ok := r.quoteAt(x.From); ok && q.From == x.From && r.sounds(q.Run) && q.To+1 < x.To &&
		r.commaAt(q.To) && r.toks[q.To+1].Is(lang.Prep|lang.In) &&
		!r.toks[q.To+1].Is(lang.That|lang.Article) {
		x.To = q.To // aseguró que "no habrá amnistía", tras reunirse con ...
	}
	if x = r.strip(r.clause(x)); c.arg != lang.CueCall {
		return x
	}
	for !x.Empty() && r.inside[x.To-1] == 0 && r.toks[x.To-1].Is(lang.Adverb) {
		x.To-- // wies die Vorwürfe zurück
	}
	return x
}

// clause returns x up to the semicolon that ends its clause, where no other "that" follows.
func (r *reader) clause(x Run) Run {
	for i := x.From; i+1 < min(x.To, x.From+clauseReach); i++ {
		if r.toks[i].Kind == scan.Semicolon && r.inside[i] == 0 && r.opener(i+1) == 0 {
			return Run{x.From, i}
		}
	}
	return x
}

// asideReach is how many tokens of asides stand between a cue and its content.
const asideReach = 14

// content returns where the content after a cue starts.
func (r *reader) content(c cue, i, to int) int {
	if c.arg == lang.CueTell && i < to && r.inside[i] == 0 && !r.toks[i].Is(lang.That) {
		i = r.pastRecipient(i, to)
	}
	if told := c.arg == lang.CueTell || c.arg == lang.CueCall; told && i < to &&
		r.toks[i].Is(lang.In|lang.Toward|lang.Prep) {
		i = r.pastMedium(i, to)
	}
	led := i < to && (r.leadsAside(i, c.arg) || c.weak && c.arg == lang.CueSay &&
		r.toks[i].Is(lang.Article)) // sagte dem Sender, ...
	if i+1 < to && r.commaAt(i) && !r.toks[i+1].Is(lang.Rel) &&
		(r.toks[i+1].Is(lang.Prep|lang.In) || r.citing(i+1)) {
		i, led = i+1, true // informou, em comunicado, que
	}
	led = led || i < to && r.lang.PlacesByCase() && r.mediumIn(i, min(to, i+mediumReach))
	if i+3 < to && r.commaAt(i) && r.toks[i+1].Is(lang.Pronoun) && r.commaAt(i+2) {
		return i + 3 // la région évoque, elle, un oubli
	}
	told := led && (r.dated(i) || r.toks[i].Is(lang.Toward|lang.Adverb) || r.mediumIn(i, to))
	for j := i; j < min(to, i+asideReach); j++ {
		if q, _ := r.quoteAt(j); r.quoteOpens(j) && q.To+1 < to && r.isColon(q.To) &&
			r.quoteOpens(q.To+1) {
			return q.To + 1 // على منصته "تروث سوشيال": "..."
		}
		if q, _ := r.quoteAt(j); r.quoteOpens(j) {
			if j == i || told && r.clauseOf(q, to) || r.commaAt(j-1) || r.isColon(j-1) {
				return j
			}
			j = q.To - 1
			continue
		}
		near := j == i || j == i+1 && (r.toks[i].Is(lang.Prep) || r.commaAt(i)) // advirtió de que
		if j > i && j+1 < to && told && r.lang.DropsSubject() && r.toks[j].Is(lang.Prep) &&
			r.toks[j+1].Is(lang.Aux) && !r.toks[j].Is(lang.Article) {
			return j // ha raccontato agli agenti di aver visto tutto
		}
		that := r.toks[j].Is(lang.That) && !r.toks[j-1].Is(lang.Negation) // não se lembrar
		if (led || near) && that || r.isColon(j) {
			return j + r.opener(j)
		}
		if r.commaAt(j) && r.inside[j] == 0 && j+1 < to && (led || j == i+1) && !r.attached(j+1) {
			return j + 1
		}
	}
	return r.pastAside(i, to)
}

// clauseOf reports whether the quotation q is a clause, not a word of one, "la liberación
// «inmediata» de los presos", nor the name of who was told: w rozmowie z „Faktem”, że.
func (r *reader) clauseOf(q Quote, to int) bool {
	if r.longName(q) || q.To >= to {
		return true
	}
	return r.ends(q.To) && !(r.commaAt(q.To) && q.To+1 < to && r.opener(q.To+1) > 0)
}

// pastMedium returns the token before the "that", or the quotation, that follows a preposition at i
// and what the words came in: informaron en su cuenta de X de que ...; i where none does.
func (r *reader) pastMedium(i, to int) int {
	medium := false
	for j := i + 1; j < min(to, i+phraseReach) && !r.ends(j); j++ {
		if medium && (r.opener(j) > 0 || r.quoteOpens(j)) {
			return j
		}
		if r.inside[j] != 0 {
			break
		}
		medium = medium || r.isOutlet(j) || r.toks[j].Is(lang.Medium)
	}
	return i
}

// pastParenthesis returns the token after the "that" behind what commas set off at i, or i:
// قال الوزير، اليوم، إن.
func (r *reader) pastParenthesis(i, to int) int {
	if i >= to || !r.commaAt(i) {
		return i
	}
	for j := i + 1; j+1 < min(to, i+phraseReach) && !r.quoteOpens(j) && !r.isColon(j); j++ {
		if r.toks[j].Is(lang.That) && !r.commaAt(j-1) {
			break
		}
		if r.commaAt(j) && r.toks[j+1].Is(lang.That) &&
			(!r.toks[j+1].Is(lang.Rel|lang.Article) || r.mediumIn(i+1, j)) {
			return j + 1 + r.opener(j+1)
		}
	}
	return i
}

// quoteOpens reports whether a quotation starts at token i.
func (r *reader) quoteOpens(i int) bool {
	q, ok := r.quoteAt(i)
	return ok && q.From == i
}

// leadsAside reports whether what follows a cue with the argument arg at i is a date, a place or
// another aside: said on Monday in Kiel, ...; not what a verb needs: warned of.
func (r *reader) leadsAside(i, arg int) bool {
	t := &r.toks[i]
	if arg == lang.CueTell || arg == lang.CueCall {
		return r.dated(i) || t.Is(lang.Adverb)
	}
	return r.dated(i) || t.Is(lang.Prep|lang.On|lang.In|lang.Toward|lang.Adverb)
}

// attached reports whether a relative clause, or one more noun, starts at i.
func (r *reader) attached(i int) bool {
	return r.toks[i].Is(lang.Rel|lang.And) && !r.toks[i].Is(lang.Article|lang.That)
}

// pastRecipient returns the token after the one who was told: reporters, TASS, the crowd.
func (r *reader) pastRecipient(i, to int) int {
	from := i
	if r.toks[i].Shape.Has(scan.Single) || r.toks[i].Kind == scan.QuoteOpen {
		if comma := r.pastUnspacedRecipient(i, to); comma > i {
			return comma
		}
	}
	if r.toks[i].Is(lang.Pronoun) {
		return i + 1
	}
	if r.toks[i].Is(lang.Prep) && !r.toks[i].Is(lang.Toward) || r.toks[i].Is(lang.Aux) &&
		!r.toks[i].Is(lang.Article|lang.Toward) { // informou ter registrado
		return i
	}
	for i < to && r.toks[i].Is(lang.Article) {
		i++
	}
	head := i
	for i < to && (r.toks[i].Kind == scan.Word && r.toks[i].Shape.Has(scan.Capital) ||
		r.inflects(i) || r.inflects(i-1)) { // STT:lle
		i++
	}
	if i == head && i < to && !r.ends(i) {
		i += r.toks[i].Width()
	}
	for i < to && r.toks[i].Is(lang.Newswire) {
		i += r.toks[i].Width()
	}
	return max(i, from)
}

// cutAt returns where the content from i on ends before the cue at next: at the last comma or
// conjunction.
func (r *reader) cutAt(i, next int) int {
	for j := next - 1; j > i && j > next-phraseReach; j-- {
		if r.inside[j] != 0 {
			return -1
		}
		if r.toks[j].Kind == scan.Comma || r.toks[j].Kind == scan.Semicolon ||
			r.toks[j].Is(lang.And|lang.Sub) {
			return j
		}
	}
	return -1
}

// quoteAfter returns the quotation that takes up what was said before the cue: “..., ” she said,
// “...”.
func (r *reader) quoteAfter(i, to int) Run {
	for j := i; j < to && j < i+tagReach; j++ {
		if q, ok := r.quoteAt(j); ok {
			if j > i && r.ends(j-1) {
				return q.Run
			}
			return Run{}
		}
	}
	return Run{}
}

// mediumReach is how many tokens after a preposition the medium of what was said may stand.
const mediumReach = 8

// resumed returns what was said after a cue that stands in the middle of it, at i: "That is, said
// the lawyer, a mistake." What follows a name may be said of its bearer, and is taken only where it
// has a verb at once or what was said before is no clause. The next cue is at rest.From.
func (r *reader) resumed(src, before Run, i int, rest Run) Run {
	next, to := rest.From, rest.To
	if i+2 >= to || !r.commaAt(i) {
		return Run{}
	}
	t := &r.toks[i+1]
	goesOn := t.Is(lang.Aux) && !t.Is(lang.Article|lang.Pronoun) // Il premier, scrive V, ha chiesto
	if next < to && next > i && !goesOn {
		return Run{}
	}
	if t.Is(lang.Rel|lang.Sub|lang.Cueing|lang.And) && !t.Is(lang.Pronoun|lang.Aux) || r.dated(i+1) {
		return Run{}
	}
	if r.mediumIn(i+1, min(to, i+mediumReach)) && t.Is(lang.Prep|lang.In) {
		return Run{}
	}
	if r.nameEnds(src) && r.long(before) && !t.Is(lang.Aux|lang.Pronoun|lang.Negation) {
		return Run{}
	}
	return r.strip(Run{i + 1, to})
}

// nameEnds reports whether the source x ends in a name, not in a noun for one who speaks.
func (r *reader) nameEnds(x Run) bool {
	if x.Empty() {
		return true
	}
	last := &r.toks[x.To-1]
	return last.Kind != scan.Word || last.Shape.Has(scan.Capital) &&
		!last.Is(lang.Role|lang.Group|lang.Pronoun|lang.Outlet|lang.Newswire)
}

func (r *reader) mediumIn(i, to int) bool {
	for ; i < to && !r.ends(i); i++ {
		if r.toks[i].Is(lang.Medium) {
			return true
		}
	}
	return false
}

// loose reports whether token i, outside quotations, is a mark other than the bracket, or "and".
func (r *reader) loose(i int, bracket scan.Kind) bool {
	return r.inside[i] == 0 && (r.toks[i].Is(lang.And) || r.ends(i) && r.toks[i].Kind != bracket)
}

// strip takes commas, stops and conjunctions off the ends of x, but nothing off a quotation.
func (r *reader) strip(x Run) Run {
	for !x.Empty() && r.loose(x.To-1, scan.Close) {
		x.To--
	}
	for !x.Empty() && r.loose(x.From, scan.Open) {
		x.From++
	}
	return x
}
