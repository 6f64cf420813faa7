package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// asBefore returns the "as" that opens the clause of the cue c: wie die Polizei mitteilte, según
// informó la policía. It is empty where none does.
func (r *reader) asBefore(c cue, s Run) Run {
	for i := c.From - 1; i >= s.From && i > c.From-phraseReach; i-- {
		if arg, width, home := r.toks[i].Arg(lang.Sub, r.lang); home && arg == lang.SubAs {
			return Run{r.phraseStart(i, s.From), i + width}
		}
		if _, width, home := r.toks[i].Arg(lang.CueBefore, r.lang); home && i+width == c.From {
			return Run{i, c.From}
		}
		if r.ends(i) && !r.abbreviates(i) || r.inside[i] != 0 {
			break
		}
	}
	return Run{}
}

// phraseStart returns where the phrase that goes on with token i starts, i where none does.
func (r *reader) phraseStart(i, from int) int {
	for j := max(from, i-3); j < i; j++ {
		if j+r.toks[j].Width() > i {
			return j
		}
	}
	return i
}

// asSaid reads "As S cue, X", "X, as S cue" and "X, as S cue, X".
func (r *reader) asSaid(said Saying, c cue, s, as Run) (Saying, [2]Run, bool) {
	said.Source = r.nameBefore(c.From, as.To)
	end := c.end
	if said.Source.Empty() {
		said.Source = r.nameBehind(c, s.To)
		end = max(end, said.Source.To)
	}
	after := Run{}
	for i := end; i < s.To && i < end+phraseReach; i++ {
		if r.inside[i] == 0 && r.toks[i].Kind == scan.Comma {
			after = r.strip(Run{r.pastOffice(r.pastRelative(i, s.To), s.To) + 1, s.To})
			break
		}
	}
	before := r.carried(r.strip(Run{s.From, as.From}), s)
	if before.Empty() {
		before, after = after, Run{}
	}
	return said, [2]Run{before, after}, !said.Source.Empty() && !before.Empty()
}
