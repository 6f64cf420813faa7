package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// interruptReach is how many tokens may stand between the marks that set off "a-t-elle ajouté".
const interruptReach = 14

// interruptions adds the sayings whose cue stands inside the quotation, between commas or dashes:
// « Nous partons, a-t-elle dit, mais plus tard. »
func (r *reader) interruptions(s Run) {
	for i := s.From; i < s.To; i++ {
		q, ok := r.quoteAt(i)
		if !ok {
			continue
		}
		for j := i + 2; j < min(q.To, s.To); j++ {
			if r.parts(j) && !r.parts(j-1) && r.interrupted(q, s, j) {
				break
			}
		}
		i = q.To - 1
	}
}

// interrupted adds the saying whose cue follows the mark at i inside the quotation q.
func (r *reader) interrupted(q Quote, s Run, i int) bool {
	for i+1 < q.To && r.parts(i+1) {
		i++
	}
	end := r.interruptEnd(q, i)
	if end < 0 {
		return false
	}
	c, ok := r.interrupter(i, end, s)
	if !ok {
		return false
	}
	clear(r.inside[i:end]) // it is no part of the quotation
	said := Saying{Cue: Run{c.verb, c.To}, Verb: c.verb, Sentence: s}
	said.Source = r.nameBefore(c.From, i+1)
	if said.Source.Empty() {
		said.Source = r.nameBehind(c, end)
	}
	head := Run{q.From, i}
	for head.To > head.From && r.parts(head.To-1) {
		head.To--
	}
	for end < q.To && r.ends(end) {
		end++
	}
	r.add(said, head, Run{end, q.To})
	r.voice = len(r.says) - 1
	return true
}

// interrupter returns the cue that follows the mark at i inside a quotation, up to end.
func (r *reader) interrupter(i, end int, s Run) (cue, bool) {
	c, ok := r.cueWithin(Run{i + 1, end})
	if r.toks[i].Kind != scan.Dash {
		return c, ok && r.inverted(c, i+1, end)
	}
	if ok {
		return c, ok
	}
	quote := r.inside[i]
	clear(r.inside[i:end])
	if c, ok = r.guess(i, Run{s.From, end}); !ok { // «Пора, — рассуждает политолог Ким, — ехать»
		for ; i < end; i++ {
			r.inside[i] = quote
		}
	}
	return c, ok
}

// interruptEnd returns where what the mark at i opens inside the quotation q ends: what a dash
// opens at the next dash or stop, what a comma opens at the next mark, or, behind an age, at the
// next stop. It is -1 where that is far away.
func (r *reader) interruptEnd(q Quote, i int) int {
	end := i + 1
	for ; end < q.To; end++ {
		if end > i+interruptReach {
			return -1
		}
		stop := r.ends(end) && !r.abbreviates(end)
		if r.toks[i].Kind == scan.Dash && r.toks[end].Kind == scan.Comma {
			stop = false
		}
		if stop && (r.pastAge(i, end, q.To) > end || r.apposed(end, q.To)) {
			return r.stopAfter(end, q.To) // raconte Nadia Vidal, 38 ans, qui a tout vu.
		}
		if stop || markOf(r.text, &r.toks[end]) != noMark {
			break
		}
	}
	return end
}

// apposed reports whether the comma at i, behind a name, sets off what its bearer is, up to a stop:
// se souvient Josiane, aide-soignante.
func (r *reader) apposed(i, to int) bool {
	const clause = lang.Pronoun | lang.Aux | lang.Negation | lang.Cue | lang.That | lang.And | lang.Sub
	if !r.commaAt(i) || !r.toks[i-1].Shape.Has(scan.Capital) {
		return false
	}
	end := r.stopAfter(i, min(to, i+placeReach))
	return r.toks[end].Kind == scan.Stop && end+1 < to-1 &&
		!(Run{i + 1, end}).Any(r.toks, clause&^lang.Article)
}

// stopAfter returns the first stop from token i on, or to where none stands before that.
func (r *reader) stopAfter(i, to int) int {
	for i < to-1 && (r.toks[i].Kind != scan.Stop || r.abbreviates(i)) {
		i++
	}
	return i
}

// inverted reports whether the subject follows its verb, the cue c, in the clause from from to end:
// a dit le maire, a-t-il dit.
func (r *reader) inverted(c cue, from, end int) bool {
	pronoun := c.From - 1
	if pronoun > from && r.toks[pronoun].Is(lang.Pronoun) {
		return r.toks[pronoun-1].Kind == scan.Hyphen
	}
	return c.From == from && c.end < end && !r.toks[c.verb-1].Is(lang.Negation)
}

// cueWithin returns the cue that x, set off by marks, begins with: only auxiliaries, adverbs and a
// pronoun may stand before it.
func (r *reader) cueWithin(x Run) (cue, bool) {
	for i := x.From; i < x.To && i < x.From+6; i++ {
		if c, ok := r.cueAt(i, x); ok && c.kind == lang.Cue && c.form != lang.CueLast &&
			r.reports(c, x) {
			return c, c.arg != lang.CueThink
		}
		if !r.besideVerb(i) {
			break
		}
	}
	return cue{}, false
}
