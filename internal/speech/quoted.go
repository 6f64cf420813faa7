package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// linkReach is how far from "quoted" its "as saying" may stand.
const linkReach = 24

// quotedAs reads "V quoted S as saying X", "S was quoted [by V] as saying X" and "X, S was quoted
// as saying by V".
func (r *reader) quotedAs(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	if (Run{c.verb, c.end}).Any(r.toks, lang.Rel) {
		return said, [2]Run{}, false // слова которого приводит ТАСС
	}
	from, to := c.end, c.end // the link, "as saying"
	if c.end == c.verb+1 {
		from, to = r.link(c.end, s.To)
	}
	passive := c.verb > s.From && r.toks[c.verb-1].Is(lang.Aux)
	if !passive && to > from {
		said.Source = r.trim(Run{r.cited(c.end, from), from})
		content := r.strip(Run{to, s.To})
		quoter := r.pastQuote(r.nameBefore(c.From, s.From).From)
		before := r.strip(Run{s.From, max(s.From, quoter)})
		if to+1 >= s.To || r.long(before) && r.commaBefore(quoter) && r.tails(to, s.To) {
			content = before // X, V quoted S as saying.
		}
		return said, [2]Run{content}, !said.Source.Empty() && !content.Empty()
	}
	before := r.contentBefore(c, s)
	said.Source = r.nameBefore(c.From, max(s.From, before.To))
	if !before.Empty() {
		bare := c.end == c.verb+1 && c.end < s.To && !r.toks[c.end].Is(lang.By|lang.Prep|lang.In)
		if said.Source.Empty() && !passive && bare { // „...“, zitierte V S
			said.Source = r.nameAfter(c.end, s.To)
		}
		return said, [2]Run{before}, !said.Source.Empty()
	}
	if colon := r.colonBehind(c.end, s.To); !passive && colon > c.end { // V цитирует S: «...»
		said.Source = r.trim(Run{c.end, colon})
		to = colon + 1
	}
	content := r.strip(Run{to, s.To})
	return said, [2]Run{content}, !said.Source.Empty() && !content.Empty()
}

// colonBehind returns the colon before a quotation that stands behind token i and who is quoted, or
// i where none does.
func (r *reader) colonBehind(i, to int) int {
	for j := i; j+1 < min(to, i+linkReach) && r.inside[j] == 0 && !r.commaAt(j); j++ {
		if r.isColon(j) && r.quoteOpens(j+1) {
			return j
		}
	}
	return i
}

// pastQuote returns the token after the quotation that token i is in; i where it is in none.
func (r *reader) pastQuote(i int) int {
	if q, ok := r.quoteAt(i); ok {
		return q.To
	}
	return i
}

// commaBefore reports whether a comma, or a quotation mark with one inside, stands before token i.
func (r *reader) commaBefore(i int) bool {
	return r.commaAt(i-1) || r.inside[max(0, i-1)] != 0 && r.commaAt(i-2)
}

// tails reports whether the tokens from i to to only say when or in what something was said: "on
// Tuesday", "in an English-language dispatch".
func (r *reader) tails(i, to int) bool {
	const clause = lang.That | lang.Aux | lang.Cue | lang.Pronoun | lang.Rel | lang.Sub
	if to-i > tailReach || !r.toks[i].Is(lang.On|lang.In|lang.Weekday|lang.Day) {
		return false
	}
	for ; i < to; i++ {
		if r.toks[i].Is(clause) || r.inside[i] != 0 || r.ends(i) && r.toks[i].Kind != scan.Stop {
			return false
		}
	}
	return true
}

// tailReach is how many tokens such words have at most.
const tailReach = 9

// cited returns where the one who is quoted begins between i and to: after the outlet that quotes,
// where the verb comes first: نقلت V عن S.
func (r *reader) cited(i, to int) int {
	for j := i; j < to; j++ {
		if r.means(j, lang.Prep, lang.Cited) {
			return j + 1
		}
	}
	return i
}

// link returns the phrase "as saying" after i, or an empty run at i.
func (r *reader) link(i, to int) (int, int) {
	for j := i; j < min(to, i+linkReach); j++ {
		if r.inside[j] != 0 {
			break
		}
		if end := r.linked(j, to); end > j {
			return j, end
		}
		if _, width, home := r.toks[j].Arg(lang.Quoted, r.lang); home {
			return j, j + width
		}
		if width := r.opener(j); width > 0 && r.cited(i, j) > i {
			return j, j + width // نقلت V عن S أن
		}
	}
	return i, i
}

// linked returns the end of a phrase like "as saying" at i, or i.
func (r *reader) linked(i, to int) int {
	if i+1 < to && r.toks[i].Is(lang.Sub) && r.toks[i+1].Is(lang.Cueing) {
		return i + 2
	}
	return i
}
