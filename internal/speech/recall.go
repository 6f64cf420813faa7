package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A sentence that only tells who said what stands before it:
//
//	recall = back [ source ] cue [ source ]    Об этом сообщает ТАСС. Lo ha detto il sindaco.
//	       | cue back source                   Poinformował o tym rzecznik.
//
// where back stands for what was said: an adverb of the kind, or "das", "dat", "det" before a verb.

// recall adds what the sentence before s says, where all that s tells is whose words that was, and
// reports whether it does.
func (r *reader) recall(s Run) bool {
	next := r.past.Empty() || r.past.To == s.From || r.recalled == s.From
	if !next || r.inside[s.From] != 0 {
		return false
	}
	from := r.pastBack(s.From, s.To)
	if from == s.From && r.fronts(s) {
		from = r.pastFrontedBack(s)
	}
	if r.past.Empty() && from == s.From {
		return false // what it tells of does not stand before it
	}
	c, ok := r.recalling(from, s)
	if !ok {
		return false
	}
	if from == s.From {
		end := r.pastBackBehind(c, s)
		if end == c.end {
			return false
		}
		c.end = end
	}
	said := Saying{Cue: Run{c.verb, c.To}, Verb: c.verb, Sentence: s}
	if c.verb > from {
		said.Source = r.nameBefore(c.From, from)
	}
	if said.Source.Empty() || r.lang.Tells() && r.outletIn(said.Source) {
		if behind := r.sourceBehind(c, s.To); !behind.Empty() {
			said.Source = behind // Об этом РБК рассказал Лунд
		}
	}
	said.Source = r.withoutClause(said.Source)
	if said.Source.Empty() || !r.speaker(said.Source) || r.aside(said.Source) {
		return false
	}
	r.add(said, r.strip(r.past))
	r.voice = len(r.says) - 1
	r.recallAgain(s, max(c.end, said.Source.To))
	r.recalled = s.To
	return true
}

// recallAgain adds the outlet that a comma sets off from token i on, in the sentence s: Об этом
// сообщил мэр, передает ТАСС.
func (r *reader) recallAgain(s Run, i int) {
	for i < min(s.To, i+phraseReach) && !r.commaAt(i) {
		i++
	}
	if i+1 >= s.To || !r.toks[i+1].Is(lang.Cue) {
		return
	}
	c, ok := r.cueAt(i+1, Run{i + 1, s.To})
	if !ok || c.kind != lang.Cue || c.arg != lang.CueCarry {
		return
	}
	said := Saying{Cue: Run{c.verb, c.To}, Verb: c.verb, Sentence: s}
	if said.Source = r.sourceBehind(c, s.To); r.outletIn(said.Source) {
		r.add(said, r.strip(r.past))
	}
}

// pastBack returns the token after the words at i that stand for what has been said, or i.
func (r *reader) pastBack(i, to int) int {
	if i+1 >= to {
		return i
	}
	t := &r.toks[i]
	if arg, width, home := t.Arg(lang.Adverb, r.lang); home && arg == lang.AdverbBack {
		return i + width
	}
	it := r.means(i, lang.Pronoun, lang.PronounIt) ||
		t.Is(lang.Rel) && t.Is(lang.Article|lang.That)
	if it && t.Shape.Has(scan.Capital) && r.toks[i+1].Is(lang.Cue|lang.Aux) {
		return i + 1
	}
	return i
}

// pastFrontedBack returns the token after such words behind the few that open the sentence s and
// before its cue: Po jednání to oznámil ministr.
func (r *reader) pastFrontedBack(s Run) int {
	for i := s.From + 1; i+1 < min(s.To, s.From+toldReach) && !r.ends(i); i++ {
		arg, width, home := r.toks[i].Arg(lang.Adverb, r.lang)
		if home && arg == lang.AdverbBack || r.means(i, lang.Pronoun, lang.PronounIt) {
			if next := i + max(width, 1); next < s.To && r.toks[next].Is(lang.Cue) {
				return next
			}
		}
	}
	return s.From
}

// pastBackBehind returns the token after such words behind the cue c, or its end. There an "it" is
// one only after a cue that begins its sentence: uvedla to mluvčí.
func (r *reader) pastBackBehind(c cue, s Run) int {
	quoted := r.past.To == s.From && s.From > 0 && r.inside[r.past.From] != 0
	if (quoted || c.From == s.From) && c.end < s.To &&
		r.means(c.end, lang.Pronoun, lang.PronounIt) {
		return c.end + 1
	}
	return r.pastBack(c.end, s.To)
}

// recalling returns the first cue of the sentence s from token from on, if no words of its own
// follow that.
func (r *reader) recalling(from int, s Run) (cue, bool) {
	for i := from; i < min(s.To, from+phraseReach); i++ {
		i = r.pastBracket(i, s.To-1)
		if r.inside[i] != 0 && !r.toks[i].Is(lang.Outlet) || r.ends(i) && !r.abbreviates(i) ||
			r.toks[i].Is(lang.Negation) {
			break
		}
		c, ok := r.cueAt(i, Run{from, s.To})
		if !ok || c.kind != lang.Cue || c.form == lang.CueLast {
			continue
		}
		if arg, aux := r.auxBefore(c, s); aux && arg != 0 {
			break
		}
		return c, r.speechless(c.end, s.To)
	}
	return cue{}, false
}

// speechless reports whether no words that somebody said begin between i and the next comma.
func (r *reader) speechless(i, to int) bool {
	for ; i < to && !r.commaAt(i); i++ {
		if r.isColon(i) || r.toks[i].Is(lang.That) && !r.toks[i].Is(lang.Article) {
			return false
		}
		if q, ok := r.quoteAt(i); ok && q.From == i && r.longName(q) {
			return false
		}
	}
	if i == to {
		return true
	}
	next := min(i+1, to-1)
	return r.inside[next] == 0 && !r.toks[next].Is(lang.That)
}
