package speech

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// silent adds what a sentence without a cue says: the rest of a quotation or the beginning of one.
func (r *reader) silent(s Run) {
	if q, ok := r.quoteAt(s.From); ok && q.To >= s.To-1 {
		if !r.subhead(s) && !r.goOn(s) && q.Reopen {
			r.begun = append(r.begun, s)
		}
		return
	}
	if r.toks[s.From].Kind == scan.Dash && r.toks[s.From].Gap < scan.Line {
		r.talkOn(s)
	} else if r.inTurn(s) && r.hasNext(s) {
		r.begun = append(r.begun, Run{r.pastDash(s), s.To})
	}
}

// inTurn reports whether a dash opens the paragraph that the sentence s stands in, and all before s
// is what somebody says who has not been named yet: – We are ready. We are late, said Lund.
func (r *reader) inTurn(s Run) bool {
	if n := len(r.begun); n > 0 && r.begun[n-1].To == s.From {
		return r.begun[0].From > 0 && r.toks[r.begun[0].From-1].Kind == scan.Dash
	}
	return r.toks[s.From].Kind == scan.Dash && (s.From == 0 || r.toks[s.From].Gap >= scan.Line)
}

// hasNext reports whether another sentence follows s in its paragraph.
func (r *reader) hasNext(s Run) bool { return s.To < len(r.toks) && r.toks[s.To].Gap < scan.Line }

// pastDash returns the first token of s behind the dash that s may begin with.
func (r *reader) pastDash(s Run) int {
	if r.toks[s.From].Kind == scan.Dash {
		return s.From + 1
	}
	return s.From
}

// subheadReach is the most tokens of a line between paragraphs.
const subheadReach = 12

// subhead reports whether the sentence s is a line of its own in capitals as titles have them, and
// no words of anybody: 'A Bridge Too Late'.
func (r *reader) subhead(s Run) bool {
	const small = lang.Func | lang.Article | lang.Prep | lang.And
	if s.To-s.From > subheadReach || r.toks[s.From].Gap < scan.Line ||
		s.To < len(r.toks) && r.toks[s.To].Gap < scan.Line {
		return false
	}
	words := 0
	for i := s.From; i < s.To; i++ {
		t := &r.toks[i]
		if t.Kind != scan.Word || t.Is(small) {
			continue
		}
		if t.Shape&(scan.Capital|scan.Caps) == 0 && t.Gap != scan.None {
			return false
		}
		words++
	}
	return words > 2
}

// finish gives the first saying from number n on, if it is quoted at the start of the sentence s,
// the paragraphs before it that its quotation began with.
func (r *reader) finish(n int, s Run) {
	if len(r.begun) == 0 {
		return
	}
	last := r.begun[len(r.begun)-1]
	if n < len(r.says) && last.To == s.From {
		if c := r.says[n].Content; len(c) > 0 && c[0].From == s.From {
			r.says[n].Content = append(slices.Clone(r.begun), c...)
		}
	}
	if last.To != s.To {
		r.begun = r.begun[:0]
	}
}

// talkOn adds the sentence s, which a dash opens, to the saying before it, where that is set off by
// dashes too: – Yes – said Nowak. – I am not sorry.
func (r *reader) talkOn(s Run) {
	if len(r.says) == 0 {
		return
	}
	last := &r.says[r.voice]
	if last.Sentence.To != s.From || len(last.Content) == 0 {
		return
	}
	first := last.Content[0].From - 1
	if first < 0 || r.toks[first].Kind != scan.Dash || r.toks[first].Gap < scan.Line {
		return
	}
	last.Content = append(last.Content, r.strip(s))
	last.Sentence.To = s.To
}

// goOn adds the sentence s, all of it quoted, to the saying before it, where that is quoted too and
// nothing stands between.
func (r *reader) goOn(s Run) bool {
	if len(r.says) == 0 {
		return false
	}
	last := &r.says[r.voice]
	opens := r.toks[s.From].Gap >= scan.Line
	if last.Sentence.To != s.From || opens && (!r.isQuoted(last) || r.introduces(s)) {
		return false
	}
	last.Content = append(last.Content, s)
	last.Sentence.To = s.To
	return true
}

// introduces reports whether the quotation s opens a paragraph that goes on to tell of another, as
// in Japanese: 「…」。山田投手は...
func (r *reader) introduces(s Run) bool {
	return s.To < len(r.toks) && r.toks[s.To].Gap < scan.Line && r.toks[s.To].Shape.Has(scan.Single)
}

// isQuoted reports whether a part of what was said begins or ends in quotation marks.
func (r *reader) isQuoted(said *Saying) bool {
	return slices.ContainsFunc(said.Content, func(c Run) bool {
		return r.inside[c.From] != 0 || r.inside[c.To-1] != 0
	})
}
