package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// sentence adds the sayings of the sentence s.
func (r *reader) sentence(s Run) {
	if r.layout(s) || r.recall(s) {
		return
	}
	first := len(r.says)
	r.interruptions(s)
	cues := r.findCues(s)
	start := r.pastFronted(s) // where the clauses that are not taken yet start
	subject := Run{}
	for n, c := range cues {
		next := r.nextCue(cues[n+1:], s.To)
		if c.From < start || r.told(c, n, cues, s) || n > 0 && r.continues(c, cues[n-1]) {
			continue // 据警方称: a verb that belongs to the cue before
		}
		said, content, ok := r.read(c, Run{start, s.To}, next, subject)
		if !ok {
			if !said.Source.Empty() {
				subject = said.Source
			}
			continue
		}
		said.Sentence = s
		said.Source = r.withoutClause(r.marked(said.Source, c))
		r.add(said, content[:]...)
		subject = said.Source
		r.voice = len(r.says) - 1
		start = c.end
		if c.kind == lang.CueBefore || c.kind == lang.Quoted || content[0].From > c.end {
			start = max(start, content[0].From)
		}
		if c.kind == lang.Cue && content[1].To > next {
			start = content[1].To
		}
	}
	if len(r.says) == first && !r.quotesAfter(s) {
		r.silent(s)
	}
	r.finish(first, s)
}

// marked returns the source x up to the word that marks the subject, or behind that one where the
// cue c says whom the subject cites: राहुल in राहुल ने सरकार से, सूत्रों in रॉयटर्स ने सूत्रों.
func (r *reader) marked(x Run, c cue) Run {
	for i := x.From + 1; i < x.To; i++ {
		if r.toks[i].Shape.Has(scan.Single) || !r.topicAt(i) {
			continue
		}
		if c.kind == lang.CueAfter {
			return Run{i + 1, x.To}
		}
		return Run{x.From, i}
	}
	return x
}

// nextCue returns where the first of cues starts that can open a clause of its own, or to: in a
// script without blanks a verb of many meanings needs a mark behind it.
func (r *reader) nextCue(cues []cue, to int) int {
	for _, c := range cues {
		if c.weak && r.unspaced(c) && c.end < to && !r.ends(c.end) && r.inside[c.end] == 0 {
			continue
		}
		return c.From
	}
	return to
}

// told reports whether the cue number n, c, is a part of what is said behind a dash in the sentence
// s: "I" or "we" stands beside it, and another cue comes behind, or sentences do.
func (r *reader) told(c cue, n int, cues []cue, s Run) bool {
	return r.inTurn(s) && c.From > s.From && (n+1 < len(cues) || r.hasNext(s)) &&
		(r.firstPerson(c.From-1) || r.firstPerson(c.end))
}

// continues reports whether the participle c is what the cue right before it says that somebody has
// done: dit avoir prévenu, dice de haber pedido.
func (r *reader) continues(c, before cue) bool {
	gap := c.From - before.end
	return c.form == lang.CueParticiple && before.kind == lang.Cue &&
		(gap == 0 || gap == 1 && r.toks[before.end].Is(lang.Prep))
}

// pastFronted returns where the sentence s goes on after a phrase that says where words were spoken
// and a comma, or how they came to be: In einem Gespräch mit der dpa, Interrogé sur le coût, ...
func (r *reader) pastFronted(s Run) int {
	first := &r.toks[s.From]
	asked := r.asked(s.From)
	if !asked && !first.Is(lang.In|lang.Prep|lang.Toward) || first.Is(cueClasses) ||
		r.inside[s.From] != 0 {
		return s.From
	}
	clause := false
	for i := s.From + 1; i < min(s.To-1, s.From+phraseReach); i++ {
		if r.commaAt(i) && r.inside[i] == 0 {
			if !asked && !r.mediumIn(s.From, i) && r.pastOutlet(s.From+1, i) < i {
				break
			}
			return i + 1
		}
		t := &r.toks[i]
		clause = clause || t.Is(lang.Rel|lang.Sub|lang.That) && !t.Is(lang.Article)
		main := t.Is(lang.Cue) && !clause && i > s.From+1 // Auf Anfrage sagte Lund,
		if r.ends(i) && !r.abbreviates(i) || main ||
			!asked && t.Is(breaks) && !t.Is(lang.Article|lang.Prep|lang.In) {
			break
		}
	}
	return s.From
}

// asked reports whether words for how somebody came to speak begin at token i: Auf Anfrage der dpa.
func (r *reader) asked(i int) bool { return r.means(i, lang.Press, lang.PressContact) }

// read reads what is around the cue c of the sentence s; the cue after it starts at next.
func (r *reader) read(c cue, s Run, next int, subject Run) (Saying, [2]Run, bool) {
	said := Saying{Cue: Run{c.verb, c.To}, Verb: c.verb}
	if r.unspaced(c) {
		return r.readUnspaced(said, c, s, next, subject)
	}
	switch c.kind {
	case lang.CueBefore:
		return r.accordingTo(said, c, s)
	case lang.CueAfter:
		return r.accordingAfter(said, c, s)
	case lang.Quoted:
		return r.quotedAs(said, c, s)
	case lang.Cueing:
		said.Source = subject
		content := r.after(c, c.end, s.To, next)
		return said, [2]Run{content}, !subject.Empty() && !content.Empty()
	}
	if c.form == lang.CueLast {
		said, content, ok := r.verbLast(said, c, s)
		if ok && said.Source.Empty() {
			said.Source = subject
		}
		return said, content, ok
	}
	if as := r.asBefore(c, s); !as.Empty() {
		return r.asSaid(said, c, s, as)
	}
	if before := r.carried(r.contentBefore(c, s), s); !before.Empty() {
		said, content, ok := r.saidBefore(said, c, s, before, next)
		denied := r.inside[before.To-1] == 0 && r.denied(c)
		return said, content, ok && !denied &&
			(!r.relative(c.From, s.From) || r.speaker(said.Source) && !r.toward(said.Source))
	}
	return r.saidAfter(said, c, s, next, subject)
}

// carried returns the content x of a cue of the sentence s, with all of the saying whose source or
// content it is the rest of: “...”, said Lund, as Reuters reported.
func (r *reader) carried(x, s Run) Run {
	if len(r.says) == 0 || x.Empty() {
		return x
	}
	last := &r.says[len(r.says)-1]
	if last.Sentence.To != s.To || len(last.Content) == 0 {
		return x
	}
	told := last.Content[len(last.Content)-1] // Lund leugnet den Vorwurf, sagte sein Anwalt.
	if last.Source.From >= last.Cue.To && last.Source.Has(x.From) ||
		told.Has(x.From) && told.To <= x.To && r.inside[x.From] == 0 {
		x.From = last.First()
	}
	return x
}

// setApart reports whether the content x after the cue c is set off as what somebody said, where
// the verb means other things too: by a mark or "that" before it, or marks within.
func (r *reader) setApart(c cue, x Run) bool {
	if !c.weak || r.inside[x.From] != 0 || r.opener(x.From) > 0 {
		return true
	}
	before := &r.toks[x.From-1]
	if before.Kind == scan.Apostrophe && x.From > 1 {
		before = &r.toks[x.From-2] // qu'elle
	}
	if before.Kind == scan.Comma || before.Kind == scan.Colon || before.Is(lang.That) {
		return true
	}
	if r.toks[x.From].Is(lang.Prep) && x.From+1 < x.To && r.toks[x.From+1].Is(lang.Aux) &&
		r.lang.DropsSubject() {
		return true // ha raccontato di aver visto tutto
	}
	aside := Run{c.end, x.From}
	if r.dated(c.end) {
		aside.From = r.pastDate(c.end, x.From) // sprach am Freitag
	}
	if r.outletIn(aside) {
		return !r.denied(c) // ha scritto su X di aver sentito
	}
	return c.arg == lang.CueCall && r.particleIn(x) ||
		(c.arg == lang.CueCall || c.arg == lang.CueAsk) && r.quotesIn(x)
}

// particleIn reports whether a comma in x parts the particle of a verb from an infinitive: warf der
// Stadt vor, untätig zu sein.
func (r *reader) particleIn(x Run) bool {
	for i := x.From + 1; i+1 < min(x.To, x.From+phraseReach); i++ {
		if !r.commaAt(i) || r.inside[i] != 0 {
			continue
		}
		if !r.toks[i-1].Is(lang.Prep|lang.In) || r.toks[i+1].Is(lang.Sub|lang.And) {
			return false
		}
		for j := i + 1; j < x.To; j++ {
			if r.means(j, lang.Prep, lang.Infinitive) {
				return true
			}
		}
		return r.toks[i+1].Is(lang.That)
	}
	return false
}

// quotesIn reports whether some of x is quoted.
func (r *reader) quotesIn(x Run) bool {
	for i := x.From; i < min(x.To, x.From+clauseReach); i++ {
		if r.inside[i] != 0 {
			return true
		}
	}
	return false
}

// saidBefore reads "X, cue S" and "X, S cue", and X that goes on after them.
func (r *reader) saidBefore(
	said Saying, c cue, s, before Run, next int,
) (Saying, [2]Run, bool) {
	said.Source = r.nameBefore(c.From, before.To)
	if said.Source.Empty() {
		said.Source = r.sourceBehind(c, s.To)
	}
	end := r.pastParticle(max(c.end, said.Source.To), s.To)
	if r.impersonal(c) || c.end-c.verb > 1 && r.inMedium(said.Source) {
		said.Source = r.place(said.Source)
	} else if r.lang.CapitalNouns() && !said.Source.Empty() &&
		r.means(said.Source.From, lang.In, lang.InFrom) && said.Source.To > said.Source.From+1 {
		said.Source.From++ // verlautete aus Kreisen
	} else if r.lang.DropsSubject() && r.heard(said.Source) {
		said.Source = Run{} // declaró ante el tribunal
	}
	rest := r.quoteAfter(end, s.To)
	if r.opensClause(before) && r.commaAt(end) {
		rest = r.strip(Run{end, s.To}) // Er sei, so der Zeuge, „in Panik“ geraten
	}
	if rest.Empty() && r.inside[before.To-1] == 0 {
		rest = r.resumed(said.Source, before, end, Run{min(next, s.To), s.To})
	}
	closes := end == s.To || r.ends(end)
	quoted := r.inside[before.From] != 0 || r.lang.DropsSubject() && r.inside[before.To-1] != 0
	alone := c.end-c.verb > 1 || quoted && closes
	return said, [2]Run{before, rest}, alone || !said.Source.Empty()
}

// saidAfter reads "S cue X" and "cue S X".
func (r *reader) saidAfter(
	said Saying, c cue, s Run, next int, subject Run,
) (Saying, [2]Run, bool) {
	if said.Source = subject; subject.Empty() || !r.joined(c.From, s.From) {
		said.Source = r.subjectOf(c, s)
	}
	from := c.end
	if said.Source.From >= c.end {
		from = r.pastBracket(said.Source.To, s.To) // وكالة الأنباء (وفا)
	}
	if said.Source.Empty() && c.From > s.From+1 {
		said.Source = subject
	}
	if subject.Empty() && r.joined(c.From, s.From) { // El juez firmó el auto y dijo que ...
		if first := r.subjectFrom(Run{s.From, c.From - 1}); !first.Empty() {
			said.Source = first
		}
	}
	content := r.after(c, from, s.To, next)
	if c.arg == lang.CueSay && r.denied(c) && !content.Empty() &&
		!r.thatAt(c.end, content.From-1) && r.inside[content.From] == 0 {
		return said, [2]Run{}, false // yhtiö ei kommentoi asiaa
	}
	named := !said.Source.Empty() || r.impersonal(c) || c.From <= s.From+1 && !content.Empty() &&
		(r.thatAt(c.end, content.From) || r.inside[content.From] != 0)
	return said, [2]Run{content}, named && !content.Empty() && r.setApart(c, content)
}

// heard reports whether x, behind a cue, is not who spoke but before whom: ante el tribunal.
func (r *reader) heard(x Run) bool {
	const others = lang.Article | lang.In | lang.Pronoun | lang.Role | lang.Particle
	return !x.Empty() && r.toks[x.From].Is(lang.Prep|lang.Toward) && !r.toks[x.From].Is(others) &&
		r.toks[x.From].Shape.Has(scan.Lower)
}

// pastParticle returns the comma after the particle of a verb, or an adverb, at i: räumte der
// Minister ein, ...; so Huber weiter, ... It is i where none stands there.
func (r *reader) pastParticle(i, to int) int {
	if i+1 < to && r.commaAt(i+1) && r.toks[i].Is(lang.Adverb|lang.Prep|lang.Article) {
		return i + 1
	}
	return i
}

// denied reports whether the cue c says that nothing was said: "does not confirm".
func (r *reader) denied(c cue) bool { return Run{c.From, c.verb}.Any(r.toks, lang.Negation) }

// relative reports whether the word before token i, or before the asides in front of it, opens a
// clause about a noun, as its subject: the actress, who says goodbye, ...
func (r *reader) relative(i, from int) bool {
	i = r.beforeAside(i, from)
	return i-2 > from && r.toks[i-1].Is(lang.Rel) && r.commaAt(i-2)
}

// toward reports whether x begins as one who was told does: al ministro.
func (r *reader) toward(x Run) bool { return r.toks[x.From].Is(lang.Toward) }

// impersonal reports whether the cue c has its own subject: hieß es.
func (r *reader) impersonal(c cue) bool {
	for i := c.verb; i < c.end && c.end-c.verb > 1; i++ {
		if r.toks[i].Is(lang.Pronoun) {
			return true
		}
	}
	return false
}

// inMedium reports whether x only says what words stand in: "in dem Papier", "nel comunicato".
func (r *reader) inMedium(x Run) bool {
	return !x.Empty() && r.toks[x.From].Is(lang.In) && r.toks[x.From].Shape.Has(scan.Lower) &&
		r.toks[x.To-1].Is(lang.Medium)
}

// place returns who is meant by the place x that words come from, "aus dem Ministerium"; none by a
// medium, "in einer Mitteilung".
func (r *reader) place(x Run) Run {
	if r.mediumIn(x.From, x.To) {
		return Run{}
	}
	for !x.Empty() && r.toks[x.From].Is(lang.Prep) && !r.toks[x.From].Is(lang.Article) {
		x.From++
	}
	return x
}

// subjectOf returns who speaks in a clause whose content follows: the noun phrase before the cue c,
// or the one after it where only a date or a place stands before: On Monday told the mayor ...
func (r *reader) subjectOf(c cue, s Run) Run {
	if c.From > s.From && (r.asked(s.From) || r.dateEnding(s.From, c.From) || r.fronts(s)) {
		after := r.sourceBehind(c, s.To) // Am Montag sagte Lund
		object := c.arg == lang.CueCall && after.To < s.To && r.toks[after.To].Is(lang.Article)
		stands := r.subjectStands(c, s) || r.lang.Tells() && r.outletIn(after)
		if !after.Empty() && (!r.fronts(s) || object || !stands && r.clauseBehind(after, s.To)) {
			return after
		}
	}
	before := r.nameBefore(c.From, s.From)
	if !before.Empty() && !r.aside(before) {
		return before
	}
	fronted := r.toks[s.From].Is(lang.Prep | lang.In) // Auf Anfrage sagte Lund
	if before.Empty() && c.From > s.From+1 && !r.ends(c.From-1) && !fronted {
		return Run{}
	}
	after := r.nameBehind(c, s.To)
	if before.Empty() {
		return after
	}
	told := r.lang.Tells() && r.outletIn(after) && !r.dated(before.From)
	about := r.toks[before.From].Is(lang.Prep) && !r.toks[before.From].Is(lang.In) // Про це
	if after.Empty() || told || !about && !r.names(after) && r.names(before) {
		return before // У Нацбанку пояснили «Суспільному», що ...
	}
	return after
}

// subjectStands reports whether the subject of the cue c stands before it, behind the comma of what
// opens the sentence s: Tại cuộc họp, Thủ tướng khẳng định.
func (r *reader) subjectStands(c cue, s Run) bool {
	before := r.nameBefore(c.From, s.From)
	return !before.Empty() && r.commaAt(before.From-1) && !r.aside(before)
}

// fronts reports whether a preposition opens the sentence s: Am Rande des Gipfels betonte Lund, ...
func (r *reader) fronts(s Run) bool {
	t := &r.toks[s.From]
	return t.Is(lang.Prep|lang.In|lang.On|lang.Toward) && !t.Is(lang.Article|lang.Pronoun)
}

// clauseBehind reports whether a mark or "that" opens what was said right behind the name x.
func (r *reader) clauseBehind(x Run, to int) bool {
	article := !r.lang.DropsSubject() && r.toks[x.From].Is(lang.Article)
	return x.To < to && (article || r.names(x)) &&
		(r.commaAt(x.To) || r.isColon(x.To) || r.opener(x.To) > 0 || r.inside[x.To] != 0)
}

// joined reports whether a conjunction joins token i to the clause before it.
func (r *reader) joined(i, from int) bool { return i > from && r.toks[i-1].Is(lang.And) }

// aside reports whether the noun phrase x begins as a date or place does.
func (r *reader) aside(x Run) bool {
	return r.toks[x.From].Is(lang.Prep|lang.On|lang.In|lang.Adverb) &&
		!r.toks[x.From].Is(lang.Article) || r.dated(x.From)
}

// thatAt reports whether what follows a cue at i, up to its content, opens it as "that" does.
func (r *reader) thatAt(i, to int) bool {
	for ; i <= to && i < len(r.toks); i++ {
		if r.toks[i].Is(lang.That) || r.isColon(i) {
			return true
		}
	}
	return false
}

// ruled returns the content that the rules give the cue at x in the sentence s.
func (r *reader) ruled(x Run, s Run) Run {
	c := cue{Run: x, verb: x.From, end: x.To, kind: lang.Cue}
	for i := x.From; i < x.To; i++ {
		if k, ok := r.cueAt(i, x); ok {
			c.verb, c.kind, c.arg = i, k.kind, k.arg
			break
		}
	}
	_, content, _ := r.read(c, s, s.To, x)
	return content[0]
}
