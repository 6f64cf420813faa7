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
	arg  int
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
			continue
		}
		if !r.toks[i].Is(cueClasses) {
			continue
		}
		if c, ok := r.cueAt(i, s); ok {
			r.cues = append(r.cues, c)
			i = c.end - 1
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
		c := cue{Run{i, i + width}, i, i + width, k, arg}
		for c.From > s.From && r.leads(c.From-1) {
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

// leads reports whether token i belongs to the cue that starts after it: has, was, also.
func (r *reader) leads(i int) bool {
	t := &r.toks[i]
	return t.Kind == scan.Word && t.Is(lang.Aux|lang.Adverb|lang.Negation) && r.inside[i] == 0 &&
		!t.Is(lang.Pronoun|lang.Sub)
}

// linked returns the end of a phrase like "as saying" at i, or i.
func (r *reader) linked(i, to int) int {
	if i+1 < to && r.toks[i].Is(lang.Sub) && r.toks[i+1].Is(lang.Cueing) {
		return i + 2
	}
	return i
}
