package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// breaks are the words that no noun phrase goes across.
const breaks = lang.Aux | lang.Sub | lang.Rel | lang.That | lang.Cue | lang.CueBefore | lang.Cueing

// phraseReach is the longest source in tokens.
const phraseReach = 40

// nameAfter returns the noun phrase that starts at i: "Maria Lopez, 34" in "recalled Maria Lopez,
// 34." It ends before a mark, a verb, a date.
func (r *reader) nameAfter(i, to int) Run {
	for i < to && r.toks[i].Is(lang.Aux) {
		i++ // rekla je Ana
	}
	from := i
	for ; i < to && i < from+phraseReach; i++ {
		t := &r.toks[i]
		if r.ends(i) || i > from &&
			(t.Is(breaks) && !t.Is(lang.Article) || r.dated(i) || r.newClause(i, from)) {
			break
		}
		if q, ok := r.quoteAt(i); ok {
			if q.To-q.From > 8 || i == from {
				break
			}
			i = q.To - 1
		}
	}
	if from < i && i+1 < to && r.toks[i].Kind == scan.Comma && r.toks[i+1].Kind == scan.Number &&
		(i+2 >= to || r.ends(i+2)) {
		i += 2 // an age
	}
	return r.trim(Run{from, i})
}

// newClause reports whether a pronoun at i, after a noun, starts a clause: "told TASS he ...".
func (r *reader) newClause(i, from int) bool {
	t := &r.toks[i]
	return t.Is(lang.Pronoun) && i > from && !r.toks[i-1].Is(lang.Prep)
}

// ends reports whether the mark at i ends a phrase.
func (r *reader) ends(i int) bool {
	switch r.toks[i].Kind {
	case scan.Comma, scan.Stop, scan.Colon, scan.Semicolon, scan.Dash, scan.Open, scan.Close,
		scan.Bar, scan.Bullet:
		return true
	}
	return false
}

// dated reports whether a date starts at i: on Wednesday, Wednesday.
func (r *reader) dated(i int) bool {
	t := &r.toks[i]
	if t.Is(lang.Weekday|lang.Day) && t.Kind == scan.Word {
		return true
	}
	return t.Is(lang.On) && i+1 < len(r.toks) && r.toks[i+1].Is(lang.Weekday|lang.Day|lang.Month)
}

// trim takes conjunctions and adverbs off the ends of x.
func (r *reader) trim(x Run) Run {
	const loose = lang.And | lang.Adverb | lang.Prep | lang.On
	for !x.Empty() && r.toks[x.To-1].Is(loose) && !r.toks[x.To-1].Shape.Has(scan.Capital) {
		x.To--
	}
	for !x.Empty() && (r.ends(x.From) || r.toks[x.From].Is(lang.And|lang.Sub)) {
		x.From++
	}
	return x
}

// nameBefore returns the subject that ends at token to: it starts where its clause does, not before
// from.
func (r *reader) nameBefore(to, from int) Run {
	comma := to > from && r.toks[to-1].Kind == scan.Comma
	i := to
	if comma {
		i = r.appositionStart(to-1, from)
		if i < 0 {
			return Run{}
		}
	}
	for i > from && i > to-phraseReach && !r.startsClause(i-1, from) {
		i--
	}
	if comma {
		to--
	}
	return r.trim(Run{i, to})
}

// appositionStart returns the comma that opens the apposition or relative clause closed by the
// comma at i, or -1.
func (r *reader) appositionStart(i, from int) int {
	for j := i - 1; j > from && j > i-phraseReach; j-- {
		if r.inside[j] != 0 {
			return -1
		}
		if r.toks[j].Kind == scan.Comma {
			return j
		}
	}
	return -1
}

// startsClause reports whether a clause starts after token i.
func (r *reader) startsClause(i, from int) bool {
	t := &r.toks[i]
	if r.ends(i) {
		return true
	}
	if q, ok := r.quoteAt(i); ok {
		return q.To-q.From > 8
	}
	if t.Kind != scan.Word {
		return false
	}
	if t.Is(lang.And) {
		return r.verbIn(from, i)
	}
	return t.Is(breaks) && !t.Is(lang.Article) || r.dated(i)
}

// verbIn reports whether one of the tokens before i, of its clause, is known to be a verb.
func (r *reader) verbIn(from, i int) bool {
	for j := i - 1; j >= from && j > i-phraseReach && !r.ends(j); j-- {
		if r.toks[j].Is(lang.Aux|lang.Cue) && r.inside[j] == 0 {
			return true
		}
	}
	return false
}
