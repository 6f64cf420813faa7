package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A verb that no pack lists is a cue where it can be nothing else: behind what somebody said and
// before who said it, in scripts with capitals.
//
//	guess = quotation mark [auxiliary] verb [adverb] source    « Ça suffit ! », pestait Antoine Vidal
//	      | dash speech dash verb source                       – Dosyć – burknął Kowalski
//	      | quotation mark verb stop                           «Ojalá», deseó.
//	      | topic quotation that verb stop                     選手は「…」と唇をかんだ。

// noVerb are the words that are no verb that reports speech.
const noVerb = lang.Func | lang.Article | lang.Prep | lang.In | lang.On | lang.And | lang.Sub |
	lang.Rel | lang.That | lang.Role | lang.Group | lang.Newswire | lang.Medium | lang.Honorific |
	lang.Adverb | lang.Pronoun | lang.Aux | lang.Abbrev | lang.Numeral | lang.By | lang.Job |
	lang.Toward | lang.Work | lang.Negation | cueClasses

// maxMarks is how many commas and dashes stand between what was said and its verb at most.
const maxMarks = 3

// guess returns the cue of the sentence s behind what was said, which ends at token i.
func (r *reader) guess(i int, s Run) (cue, bool) {
	if width := r.opener(i); width > 0 && !r.toks[i].Is(cueClasses) {
		return r.guessLast(i+width, s)
	}
	marked, first := i > 1 && r.endsSpeech(i-1), i
	for i < min(s.To, first+maxMarks) && r.parts(i) {
		i, marked = i+1, true
	}
	first = i
	for i < min(s.To, first+5) && r.besideVerb(i) && !r.toks[i].Is(lang.Negation|cueClasses) {
		i++
	}
	if !marked || i >= s.To || r.inside[i] != 0 {
		return cue{}, false
	}
	if t := &r.toks[i]; t.Kind != scan.Word || !t.Shape.Has(scan.Lower) || t.Is(noVerb) ||
		t.End-t.Start < 3 {
		return cue{}, false
	}
	c := cue{Run: Run{i, i + 1}, verb: i, end: i + 1, kind: lang.Cue, arg: lang.CueSay}
	for c.From > first && r.leads(c.From-1) {
		c.From--
	}
	return c, r.guessed(c, first, s)
}

// How many tokens a quotation has at least whose verb, behind it, is guessed, and that at most.
const (
	leastGuessed = 8
	maxGuessed   = 14
)

// guessLast returns the verb that the sentence s ends with, from token i on, where that follows a
// quotation and the word that ends one.
func (r *reader) guessLast(i int, s Run) (cue, bool) {
	end := s.To
	for end > i && r.ends(end-1) {
		end--
	}
	q, ok := r.quoteAt(r.linkBefore(i, s.From) - 1)
	if !ok || q.To-q.From < leastGuessed || q.From <= s.From || end == i || end-i > maxGuessed {
		return cue{}, false
	}
	for j := i; j < end; j++ {
		if r.toks[j].Is(cueClasses) || r.inside[j] != 0 || r.ends(j) {
			return cue{}, false
		}
	}
	topic := r.topic(s.From, q.From) >= 0 || r.commaAt(q.From-1)
	return cue{
		Run: Run{i, end}, verb: i, end: end,
		kind: lang.Cue, arg: lang.CueSay, form: lang.CueLast, weak: true,
	}, topic
}

// tells reports whether the quotation that ends at token i, or the words since the dash that the
// sentence s begins with, can be what somebody said.
func (r *reader) tells(i int, s Run) bool {
	if q, ok := r.quoteAt(i - 1); ok {
		return q.From >= s.From && (r.opener(i) > 0 || r.sounds(q.Run))
	}
	return i > s.From && r.parts(i) && r.toks[s.From].Kind == scan.Dash &&
		!(r.commaAt(i) && r.lang.DropsSubject()) // – Lekarz zabronił, a on swoje – narzeka
}

// sounds reports whether x can be what somebody said, not a title or a word in quotation marks.
func (r *reader) sounds(x Run) bool {
	words := 0
	for i := x.From + 1; i < x.To-1; i++ {
		t := &r.toks[i]
		if t.Is(lang.Pronoun|lang.Aux|lang.Negation) || t.Kind == scan.Comma ||
			t.Kind == scan.Stop && !r.fullStop(i) {
			return true
		}
		if t.Kind == scan.Word {
			words++
		}
	}
	return words > 2
}

// endsSpeech reports whether what the closing mark at i ends has a mark at its end that tells that
// the sentence goes on: “Where,” or “Where?”
func (r *reader) endsSpeech(i int) bool {
	last := &r.toks[i-1]
	return last.Kind == scan.Comma || last.Kind == scan.Stop && !r.fullStop(i-1)
}

// guessed reports whether somebody is named beside the verb c, or needs not be: the words that may
// belong to it start at first.
func (r *reader) guessed(c cue, first int, s Run) bool {
	if c.From > first+1 && r.toks[c.From-1].Is(lang.Pronoun) &&
		r.toks[c.From-2].Kind == scan.Hyphen {
		return true // a-t-il grimacé
	}
	i := r.pastReflexive(c.end, s.To)
	if r.lang.DropsSubject() && (i >= s.To || r.ends(i)) {
		return true
	}
	x := r.nameAfter(r.pastAside(i, s.To), s.To)
	if x.Empty() || r.aside(x) || !r.names(x) {
		return false
	}
	apposed := r.inside[max(first-2, 0)] == 0 && r.commaAt(first-1) // – Vi så Ola, broren Kari elsker.
	return !apposed || x.Any(r.toks, lang.Role|lang.Pronoun)
}

// pastReflexive returns the token after the word that goes with a verb at i: freut sich.
func (r *reader) pastReflexive(i, to int) int {
	const others = lang.Article | lang.Prep | lang.In | lang.On | lang.Toward | lang.And | lang.Sub |
		lang.Pronoun | lang.Aux
	if i < to && r.toks[i].Is(lang.Func) && !r.toks[i].Is(others) &&
		r.toks[i].Shape.Has(scan.Lower) {
		return i + 1
	}
	return i
}

// names reports whether the noun phrase x is for somebody: a pronoun, an office, a body, or a name,
// which in German no article leads.
func (r *reader) names(x Run) bool {
	const speaks = lang.Role | lang.Group | lang.Newswire | lang.Org | lang.Honorific
	for i := x.From; i < x.To; i++ {
		t := &r.toks[i]
		if t.Is(speaks) && !t.Is(lang.Article) || i == x.From && t.Is(lang.Pronoun) {
			return true
		}
		noun := r.lang.CapitalNouns() && i > x.From &&
			(r.toks[i-1].Is(lang.Article) || r.toks[i-1].Shape.Has(scan.Lower))
		if t.Kind == scan.Word && t.Shape.Has(scan.Capital) && !noun {
			return true
		}
	}
	return false
}
