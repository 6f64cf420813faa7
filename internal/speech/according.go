package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// accordingTo reads "X, according to S", "According to S, X" and "X, according to S, X".
func (r *reader) accordingTo(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	if c.form == lang.CueWithin {
		return r.accordingToHim(said, c, s)
	}
	said.Source = r.nameAfter(c.end, s.To)
	if q, ok := r.quoteAt(c.end); ok && said.Source.Empty() && q.Closed && !r.longName(q) {
		said.Source = q.Run
	}
	if said.Source.Empty() || r.toks[c.end].Is(lang.Rel) && !r.toks[c.end].Is(lang.Article) {
		return said, [2]Run{}, false // по словам которого
	}
	if r.means(said.Source.From, lang.Prep, lang.Genitive) {
		said.Source.From++
	}
	before := r.carried(r.strip(Run{r.afterColon(s.From, c.verb), c.verb}), s)
	if before.To-before.From == 1 && r.toks[before.From].Is(lang.Adverb|lang.Sub) {
		before = Run{} // Проте, за даними Держстату, ...
	}
	if r.commaAt(c.verb-1) && !before.Empty() {
		rest := r.resumed(said.Source, before, said.Source.To, Run{s.To, s.To})
		return said, [2]Run{before, rest}, true
	}
	if before.Empty() {
		said, content, ok := r.accordingFirst(said, c, s)
		return said, content, ok && (c.arg != lang.CueFirst || r.viewed(said, content[0]))
	}
	if head := r.headEnd(said.Source, false); head < said.Source.To {
		said.Source.To = head
	}
	rest := r.strip(Run{said.Source.To, s.To})
	if r.commaAt(said.Source.To) && !r.long(rest) {
		rest = Run{}
	}
	speaks := c.arg != lang.CuePlan || r.speaker(said.Source)
	return said, [2]Run{before, rest}, speaks && (r.long(before) || !rest.Empty())
}

// accordingToHim reads "In his words, X" and "X, in his words, X".
func (r *reader) accordingToHim(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	i := c.verb + c.arg - 1
	said.Source = Run{i, i + 1}
	before, after := r.strip(Run{s.From, c.verb}), r.strip(Run{c.end, s.To})
	if before.Empty() {
		before, after = after, Run{}
	}
	return said, [2]Run{before, after}, !before.Empty()
}

// accordingFirst reads "According to S, X" and "According to S X".
func (r *reader) accordingFirst(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	said.Source = r.withoutCueAfter(said.Source)
	said.Source.To = r.pastOffice(r.pastNames(said.Source, s.To), s.To)
	next := r.pastReport(r.pastBracket(said.Source.To, s.To), s.To)
	behind := r.pastRelative(next, s.To)
	after := r.strip(r.clause(Run{behind, s.To}))
	parted := behind > next || r.parted(said.Source.To, s.To)
	if after.Empty() || !parted && r.inside[said.Source.From] == 0 {
		said.Source.To = r.headEnd(said.Source, true)
		after = r.strip(r.clause(Run{r.pastReport(said.Source.To, s.To), s.To}))
		if c.arg == lang.CuePlan && !r.speaker(said.Source) {
			return said, [2]Run{}, false
		}
	}
	return said, [2]Run{after}, !after.Empty()
}

// withoutCueAfter returns the source x without the word at its end that goes with its cue: Pēc
// policijas ziņām.
func (r *reader) withoutCueAfter(x Run) Run {
	for i := x.From + 1; i < x.To; i++ {
		if _, width, home := r.toks[i].Arg(lang.CueAfter, r.lang); home && i+width == x.To {
			return Run{x.From, i}
		}
	}
	return x
}

// viewed reports whether "For S, X" says how S sees it: S has an office, or X has words of S.
func (r *reader) viewed(said Saying, x Run) bool {
	return r.commaAt(r.pastBracket(said.Source.To, x.From)) && (r.quotesIn(x) || r.office(said.Source))
}

// pastBracket returns the token after the bracket that starts at i, behind a name: (PL-GO); or i.
func (r *reader) pastBracket(i, to int) int {
	if i >= to || r.toks[i].Kind != scan.Open {
		return i
	}
	for j := i + 1; j < min(to, i+bracketReach); j++ {
		if r.toks[j].Kind == scan.Close {
			return j + 1
		}
	}
	return i
}

// pastRelative returns the token after the relative clause that starts at i, behind a comma or a
// preposition, and ends at a comma, or the one in short: Laut einem Gutachten, das der Zeitung
// vorliegt, ...; según un informe al que ha tenido acceso la SER, ...; une source, citée par V, ...
func (r *reader) pastRelative(i, to int) int {
	const lead = lang.Prep | lang.In | lang.Toward
	next := i + 1
	if next+2 < to && r.commaAt(i) && r.toks[next].Is(lead) && !r.toks[next].Is(lang.Rel) {
		next++ // , al que
		if r.toks[next].Is(lang.Article) && r.toks[next+1].Is(lang.Rel) {
			next++ // , a la que
		}
	}
	opens := next < to && (r.toks[next].Is(lang.Rel) && (r.commaAt(i) || r.toks[i].Is(lead)) ||
		r.commaAt(i) && r.doneBy(next, to))
	if !opens && (i >= to || !r.toks[i].Is(lang.Rel) || r.toks[i].Is(lang.Article)) {
		return i
	}
	for j := i + 1; j < min(to, i+phraseReach); j++ {
		if r.commaAt(j) && r.inside[j] == 0 {
			return j
		}
	}
	return i
}

// doneBy reports whether a word in small letters at i and a "by" right behind it begin a clause.
func (r *reader) doneBy(i, to int) bool {
	return i+1 < to && r.toks[i].Shape.Has(scan.Lower) && r.inside[i] == 0 &&
		r.toks[i+1].Is(lang.By) && !r.toks[i+1].Is(lang.Article)
}

// parted reports whether a mark or a verb of report parts the source from what follows at i.
func (r *reader) parted(i, to int) bool {
	return i >= to || r.ends(i) || r.toks[i].Is(lang.Cue|lang.CueAfter)
}

// pastNames returns the end of the source x with the name that is set off after it: "the mayor,
// Paul Guérin," before a clause.
func (r *reader) pastNames(x Run, to int) int {
	if !r.commaAt(x.To) || !r.office(x) {
		return x.To
	}
	i, names := x.To+1, 0
	for ; i < to; i++ {
		t := &r.toks[i]
		capital := t.Shape.Has(scan.Capital) && t.Kind == scan.Word
		if capital {
			names++
		}
		if !capital && t.Kind != scan.Hyphen && !t.Is(lang.Particle|lang.Honorific|lang.Role) &&
			!r.abbreviates(i) && !(t.Is(lang.Abbrev) && r.abbreviates(i+1)) {
			break
		}
	}
	if names > 1 && (i == to || r.ends(i)) {
		return i
	}
	return x.To
}

// pastOffice returns the comma after the office that a comma at i sets off behind a name: Zdaniem
// Zbigniewa Lisa, byłego prezesa klubu, ...; i where none does.
func (r *reader) pastOffice(i, to int) int {
	if !r.commaAt(i) {
		return i
	}
	office := false
	for j := i + 1; j < min(to, i+phraseReach/2); j++ {
		t := &r.toks[j]
		if r.commaAt(j) && office {
			return j
		}
		if r.ends(j) && !r.abbreviates(j) || r.inside[j] != 0 || r.breaks(j) {
			break
		}
		office = office || t.Is(lang.Role)
	}
	return i
}

// office reports whether x names somebody by an office.
func (r *reader) office(x Run) bool { return x.Any(r.toks, lang.Role) }

// pastReport returns the token after the verb that may follow a source at i: 据新华社报道.
func (r *reader) pastReport(i, to int) int {
	for i < to && r.toks[i].Is(lang.Cue|lang.CueAfter) {
		i += r.toks[i].Width()
	}
	return i
}

// speaker reports whether x can be what somebody says or writes, not a measure: "selon la
// préfecture", not "selon la taille".
func (r *reader) speaker(x Run) bool {
	const speaks = lang.Role | lang.Group | lang.Newswire | lang.Medium | lang.Org |
		lang.Honorific | lang.Pronoun | lang.Job
	for i := x.From; i < x.To; i++ {
		capital := r.toks[i].Shape.Has(scan.Capital) && !r.plainCapital(i)
		if r.toks[i].Is(speaks) && !r.toks[i].Is(lang.Article) || capital {
			return true
		}
	}
	return false
}

// plainCapital reports whether token i has its capital from the start of a sentence, and nothing
// says that it is a name: "Plana" in "Plana göre ..."
func (r *reader) plainCapital(i int) bool {
	if i > 0 && r.toks[i].Gap < scan.Line && r.toks[i-1].Kind != scan.Stop {
		return false
	}
	if i+1 == len(r.toks) || r.toks[i].Is(lang.Outlet) || r.toks[i].Shape.Has(scan.Caps) {
		return false
	}
	next := &r.toks[i+1]
	return next.Kind == scan.Word && !next.Shape.Has(scan.Capital)
}

// headEnd returns where the noun phrase x ends that no mark parts from the clause after it: past
// its first noun or names and what belongs to them: der Universität Kiel, een woordvoerder van de
// gemeente. At the start of a sentence a place belongs to it too.
func (r *reader) headEnd(x Run, first bool) int {
	i := r.nounEnd(x.From, x.To)
	for i < x.To {
		j := r.ofNext(i, x.To, first)
		if j == i {
			break
		}
		i = r.nounEnd(j, x.To)
	}
	return i
}

// ofNext returns the token after the word at i that joins a noun to the one before it, or i.
func (r *reader) ofNext(i, to int, first bool) int {
	if i+1 >= to {
		return i
	}
	t, next := &r.toks[i], &r.toks[i+1]
	if t.Kind == scan.Apostrophe && t.Gap == scan.None && next.Gap == scan.None {
		return i + 2 // DR's oplysninger
	}
	if r.means(i, lang.Article, lang.Genitive) || r.means(i, lang.Prep, lang.Genitive) ||
		first && t.Is(lang.In) && next.Shape.Has(scan.Capital) && !r.dated(i) {
		return i + 1
	}
	return i
}

// nounEnd returns the end of the articles, adjectives, noun and names at i.
func (r *reader) nounEnd(i, to int) int {
	const known = lang.Role | lang.Group | lang.Newswire | lang.Medium | lang.Org
	const lead = lang.Article | lang.Prep | lang.Numeral
	for i < to && (r.toks[i].Is(lead) || r.toks[i].Kind == scan.Number) {
		i++
	}
	if i > 0 && i < to && r.dated(i) && r.lang.CapitalNouns() {
		i = r.pastDate(i, to)
	}
	head := i
	for head < to && head < i+3 && !r.toks[head].Is(known) &&
		!r.toks[head].Shape.Has(scan.Capital) && r.inside[head] == 0 {
		head++
	}
	if head == to || head == i+3 {
		head = i
	}
	if head < to && r.inside[head] == 0 {
		head += r.toks[head].Width()
	}
	outlet := i < to && r.toks[i].Is(lang.Newswire)
	for head < to && r.inNoun(head) {
		if outlet && head > i+1 && r.toks[head].Shape.Has(scan.Lower) && r.inside[head] == 0 {
			break // Według dziennika „Le Monde” premier
		}
		head++
	}
	return min(head, to)
}

// inNoun reports whether token i goes on with the noun or name before it.
func (r *reader) inNoun(i int) bool {
	const known = lang.Role | lang.Group | lang.Newswire | lang.Org
	t := &r.toks[i]
	return t.Shape.Has(scan.Capital) || t.Kind == scan.Hyphen || r.inside[i] != 0 ||
		t.Is(known|lang.Honorific) && t.Kind == scan.Word || r.abbreviates(i)
}

// accordingAfter reads "S zufolge X" and "X S zufolge X".
func (r *reader) accordingAfter(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	said.Source = r.nameBefore(c.From, s.From)
	bare := c.arg == lang.CuePlan && r.toks[c.verb].Shape.Has(scan.Single) &&
		c.end < len(r.toks) && !r.ends(c.end)
	if said.Source.Empty() || bare {
		return said, [2]Run{}, false // 央视新闻消息，... but not 数据安全
	}
	start := said.Source.From
	said.Source = r.heardFrom(said.Source)
	led := said.Source.From - start
	said.Source.From = r.lastNoun(said.Source)
	after := r.strip(Run{r.pastCarrying(c.end, s.To), s.To})
	if after.Empty() && said.Source.From == s.From {
		said.Source.From = r.lastName(said.Source)
	}
	speaks := c.arg != lang.CuePlan || r.speaker(said.Source)
	before := r.strip(Run{s.From, said.Source.From - led})
	said.Source.From = r.pastReporter(said.Source.From, said.Source.To)
	if before.Empty() || r.commaAt(said.Source.From-1) && !r.long(before) {
		return said, [2]Run{after}, speaks && !after.Empty()
	}
	return said, [2]Run{before, after}, speaks && (r.long(before) || !after.Empty())
}

// pastReporter returns the token after the outlet at i that cites what follows it, up to a cue at
// to: A Reuters [kormányzati forrásokra] hivatkozva; i where none stands there.
func (r *reader) pastReporter(i, to int) int {
	j := i
	if r.toks[j].Is(lang.Article) {
		j++
	}
	if !r.lang.PlacesByCase() || !r.cites(to) || j >= to || !r.isOutlet(j) {
		return i
	}
	end := r.pastOutlet(j, to)
	for k := end; k < to; k++ {
		if r.toks[k].Is(lang.Newswire) {
			end = k + 1 // A Reuters brit hírügynökség
		}
	}
	if end == to || r.inflects(end) || r.toks[end].Kind == scan.Hyphen {
		return i
	}
	return end
}

// cites reports whether the cue at i is a word for citing somebody.
func (r *reader) cites(i int) bool { return r.toks[i].Is(lang.Cueing) }

// pastCarrying returns the token after the verb, behind a cue at i, by which an outlet reports what
// another says: before its "that", hivatkozva [azt írta,] hogy ...; or, where it stands next to the
// cue, behind its "that" or comma: के हवाले से [बताया कि], বরাত দিয়ে [জানায়,]. It is i without.
func (r *reader) pastCarrying(i, to int) int {
	next := r.pastOutlet(i, to)
	for j := next; j < min(to, i+toldReach); j++ {
		if !r.toks[j].Is(lang.Cue) || r.toks[j].Shape.Has(scan.Single) {
			continue
		}
		end := j + r.toks[j].Width()
		if end+1 < to && r.commaAt(end) && r.opener(end+1) > 0 {
			return end + 1
		}
		if end >= to {
			break
		}
		if that := end + r.opener(end); j == next && (that > end || r.commaAt(end)) {
			return that
		}
	}
	return i
}

// lastNoun returns where the last noun phrase of x, which may hold a whole clause, starts: at its
// last article; a clause before it is told by its verb.
func (r *reader) lastNoun(x Run) int {
	for i := x.To - 1; i > x.From; i-- {
		if !r.toks[i].Is(lang.Article) || r.means(i, lang.Article, lang.Genitive) &&
			r.toks[i-1].Shape.Has(scan.Capital) {
			continue
		}
		if prev := &r.toks[i-1]; prev.Shape.Has(scan.Lower) && !prev.Is(lang.Prep) {
			return i
		}
	}
	return x.From
}

// lastName returns where the last word of x, with the names and offices before it, starts: a source
// without an article at the end of its sentence.
func (r *reader) lastName(x Run) int {
	i := x.To - 1
	for i-1 > x.From && r.inNoun(i-1) {
		i--
	}
	return i
}

// long reports whether x can be a clause.
func (r *reader) long(x Run) bool { return x.To-x.From > 2 }
