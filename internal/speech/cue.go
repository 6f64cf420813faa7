package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A cue is a place where speech may be reported.
type cue struct {
	Run             // with auxiliaries and adverbs
	verb int        // the token that has the class
	end  int        // the token after the verb or phrase
	kind lang.Class // Cue, Cueing, CueBefore, CueAfter or Quoted
	arg  int        // without the form
	form int        // of a Cue: 0, CueLast, CueParticiple; of a CueBefore: 0, CueWithin
	weak bool       // a verb of many meanings
}

const cueClasses = lang.Cue | lang.Cueing | lang.CueBefore | lang.CueAfter | lang.Quoted

// kinds are tried in this order: "quoted as saying" is more than "saying".
var kinds = [...]lang.Class{lang.Quoted, lang.CueBefore, lang.CueAfter, lang.Cue, lang.Cueing}

// findCues lists the cues of the sentence s outside its quotations.
func (r *reader) findCues(s Run) []cue {
	r.cues = r.cues[:0]
	for i := s.From; i < s.To; i++ {
		if q, ok := r.quoteAt(i); ok {
			i = q.To - 1
		}
		if next := i + 1; next < s.To && (r.inside[i] != 0 || r.parts(next)) &&
			r.tells(next, s) {
			if c, ok := r.guess(next, s); ok {
				r.cues = append(r.cues, c)
				i = c.end - 1
				continue
			}
		}
		if r.inside[i] != 0 {
			continue
		}
		if r.toks[i].Kind == scan.QuoteOpen {
			i = r.pastMarks(i, s.To) - 1 // 《消息报》
			continue
		}
		if !r.toks[i].Is(cueClasses) {
			continue
		}
		c, ok := r.cueAt(i, s)
		if ok && r.reports(c, s) {
			r.cues = append(r.cues, c)
			i = c.end - 1
		} else if ok && c.kind == lang.Cueing {
			i = c.end - 1 // que cita a testigos
		}
	}
	return r.cues
}

func (r *reader) cueAt(i int, s Run) (cue, bool) {
	for _, k := range kinds {
		arg, width, home := r.toks[i].Arg(k, r.lang)
		if width == 0 || !home {
			continue
		}
		if k == lang.CueBefore {
			arg %= lang.CueOfMan
		}
		c := cue{Run: Run{i, i + width}, verb: i, end: i + width, kind: k, arg: arg}
		if k == lang.Cue || k == lang.CueBefore {
			c.arg, c.form = arg%lang.CueLast, arg-arg%lang.CueLast
		}
		c.weak = c.kind == lang.Cue && c.form >= lang.CueWeak
		if c.weak {
			c.form -= lang.CueWeak
		}
		for c.form != lang.CueLast && c.From > s.From && (r.leads(c.From-1) || r.clitic(c, s)) {
			c.From--
		}
		if k == lang.Quoted {
			c.To = r.linked(c.To, s.To)
			c.end = c.To
		}
		return c, true
	}
	return cue{}, false
}

// reports reports whether the cue c may report speech where it stands: not as a noun (the said), an
// infinitive (must say), in the passive, or as a participle without its auxiliary.
func (r *reader) reports(c cue, s Run) bool {
	if r.articleBefore(c.verb, s.From) || c.kind == lang.Cue && r.inName(c.verb, s.From) {
		return false
	}
	switch c.kind {
	case lang.CueBefore:
		if _, width, home := r.toks[c.verb].Arg(lang.Func, r.lang); home && width > c.end-c.verb {
			return false // selon la saison, secondo tempo
		}
		return (c.form != 0 || c.arg != lang.CueFirst || c.verb == s.From) && !r.verbAt(c.end, s.To)
	case lang.Cueing:
		return c.arg < lang.CueCarry
	case lang.Cue:
	default:
		return true
	}
	if c.verb > s.From && c.form != lang.CueLast && r.governs(c.verb-1) {
		return false // em nota
	}
	if arg, aux := r.auxBefore(c, s); aux {
		return arg == 0
	}
	return c.form != lang.CueParticiple
}

// governs reports whether token i is a preposition and nothing else, behind which a noun stands.
func (r *reader) governs(i int) bool {
	const others = lang.Article | lang.Adverb | lang.Pronoun | lang.That | lang.Sub | lang.Rel |
		lang.Aux | lang.Negation | lang.And | cueClasses
	t := &r.toks[i]
	small := t.Shape.Has(scan.Lower) || i == 0 || r.toks[i-1].Kind == scan.Stop // Em nota
	return t.Is(lang.Prep|lang.In) && !t.Is(others) && small && r.inside[i] == 0
}

// inName reports whether token i has its capital as a part of a name: Trung tâm Dự báo.
func (r *reader) inName(i, from int) bool {
	const capital = scan.Capital | scan.Caps
	return i > from && r.toks[i].Shape.Has(scan.Capital) && r.toks[i].Gap == scan.Space &&
		r.toks[i-1].Kind == scan.Word && r.toks[i-1].Shape&capital == 0
}

// articleBefore reports whether an article stands right before token i: le dit, l'accusé.
func (r *reader) articleBefore(i, from int) bool {
	if i--; i > from && r.toks[i].Kind == scan.Apostrophe {
		i--
	}
	return i >= from && r.inside[i] == 0 && r.toks[i].Is(lang.Article) && !r.toks[i].Is(lang.Aux)
}

// verbAt reports whether a reporting verb, or its auxiliary, stands at token i: según informó.
func (r *reader) verbAt(i, to int) bool {
	for i < to && r.besideVerb(i) && !r.toks[i].Is(lang.Pronoun) {
		i++
	}
	return i < to && r.inside[i] == 0 && r.toks[i].Is(lang.Cue) &&
		!r.toks[i].Shape.Has(scan.Single)
}

// auxBefore returns the argument of the auxiliary that belongs to the cue c: right before it, or,
// where the cue ends its clause, before that in the clause.
func (r *reader) auxBefore(c cue, s Run) (arg int, ok bool) {
	near := true
	for i := c.verb - 1; i >= s.From && i > c.verb-phraseReach; i-- {
		if r.inside[i] != r.inside[c.verb] {
			if q, ok := r.quoteAt(i); ok && !r.longName(q) && q.From > s.From {
				i = q.From // hatte der „taz“ gesagt
				continue
			}
			break
		}
		if a, _, home := r.toks[i].Arg(lang.Aux, r.lang); home {
			return a, true
		}
		near = near && r.besideVerb(i)
		if r.ends(i) || !near && (c.form != lang.CueParticiple || c.end < s.To && !r.ends(c.end)) {
			break
		}
	}
	return 0, false
}

// besideVerb reports whether token i may stand between an auxiliary and its participle: n'a pas
// encore dit, a-t-il dit.
func (r *reader) besideVerb(i int) bool {
	t := &r.toks[i]
	return t.Is(lang.Aux|lang.Adverb|lang.Negation|lang.Pronoun) || t.Kind == scan.Hyphen ||
		t.Kind == scan.Apostrophe || t.Kind == scan.Word && t.End-t.Start == 1
}

// leads reports whether token i belongs to the cue that starts after it: has, was, also.
func (r *reader) leads(i int) bool {
	t := &r.toks[i]
	if t.Kind == scan.Apostrophe || r.elided(i) || r.hyphened(i) {
		return true // s'est exclamé, l'ha definita
	}
	return t.Kind == scan.Word && t.Is(lang.Aux|lang.Adverb|lang.Negation) && r.inside[i] == 0 &&
		!t.Is(lang.Pronoun|lang.Sub)
}

// clitic reports whether a pronoun for the one who was told stands between what was said and the
// cue c, behind which its source stands: « ... ? », lui demande la présidente.
func (r *reader) clitic(c cue, s Run) bool {
	i := c.From - 1
	if i <= s.From || !r.toks[i].Is(lang.Pronoun) || r.inside[i] != 0 ||
		r.inside[i-1] == 0 && !r.parts(i-1) {
		return false
	}
	x := r.nameAfter(c.end, s.To)
	return !x.Empty() && r.names(x) && !r.toward(x)
}

// hyphened reports whether token i is a pronoun that a hyphen ties to the auxiliary behind it, or
// that hyphen: l-a acuzat.
func (r *reader) hyphened(i int) bool {
	if i < 0 || i+1 >= len(r.toks) || r.toks[i+1].Gap != scan.None {
		return false
	}
	t := &r.toks[i]
	if t.Kind == scan.Hyphen {
		return t.Gap == scan.None && r.toks[i+1].Is(lang.Aux) && r.hyphened(i-1)
	}
	return t.Kind == scan.Word && t.End-t.Start <= 2 && t.Shape.Has(scan.Lower) &&
		r.toks[i+1].Kind == scan.Hyphen
}

// elided reports whether token i is one letter before an apostrophe.
func (r *reader) elided(i int) bool {
	t := &r.toks[i]
	return t.Kind == scan.Word && t.End-t.Start == 1 && i+1 < len(r.toks) &&
		r.toks[i+1].Kind == scan.Apostrophe
}
