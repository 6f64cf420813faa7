package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// spanReach is how many elements before and after a cue its source and content are looked for.
// Where a sentence has more cues than any sentence should, it is less, so that all of them together
// look at no more than spanTotal.
const (
	spanReach = 90
	spanTotal = 2000
	spanLeast = 12
)

// A window is the sequence in which source and content of one cue are looked for: a sentence, its
// quotations an element each; or a sentence inside a quotation.
type window struct {
	cells  []cell
	runs   []Run // the tokens of each cell
	at     int   // the cell where the cue starts
	past   int   // the cell after the cue
	cue    Run
	sent   Run
	inside bool   // all inside a quotation
	reach  int    // how many elements it has on each side
	near   uint32 // what stands right before and after the cue
	marks  uint32 // where quotations stand
	source Run    // the subject by rule, before the cue
	after  Run    // the noun phrase after the cue
	said   Run    // the content by rule
}

// sourceByRule tells where the elements of run are with regard to the sources that the rules see.
func (w *window) sourceByRule(run Run) uint32 {
	switch {
	case run.From == w.source.From && !w.source.Empty():
		return 1
	case w.source.Has(run.From):
		return 2
	case run.From == w.source.To && !w.source.Empty():
		return 3
	case run.From == w.after.From && !w.after.Empty():
		return 4
	case w.after.Has(run.From):
		return 5
	case run.From == w.after.To && !w.after.Empty():
		return 6
	}
	return 0
}

// contentByRule tells where the elements of run are with regard to the content that the rules see.
func (w *window) contentByRule(run Run) uint32 {
	switch {
	case w.said.Empty():
		return 0
	case run.From == w.said.From:
		return 1
	case run.From == w.said.To:
		return 2
	case w.said.Has(run.From) && run.To == w.said.To:
		return 3
	case w.said.Has(run.From):
		return 4
	}
	return 5
}

// survey notes what the features of w need to know about all of it.
func (r *reader) survey(w *window) {
	w.near = mix(at(w.cells, w.at-1).class, at(w.cells, w.past).class)
	w.marks = 0
	for i := range w.cells {
		if c := w.cells[i].word; c == longQuote || c == shortQuote {
			if i < w.at {
				w.marks |= 1
			} else {
				w.marks |= 2
			}
			if i == 0 {
				w.marks |= 4
			}
			if i == len(w.cells)-1 {
				w.marks |= 8
			}
		}
	}
	first, last := w.runs[0].From, w.runs[len(w.runs)-1].To
	w.source = r.nameBefore(w.cue.From, first)
	w.after = r.nameAfter(w.cue.To, last)
	w.said = r.ruled(w.cue, Run{first, last})
}

// openWindow fills w for the cue c of the sentence s.
func (r *reader) openWindow(w *window, c Run, s Run) {
	w.cells, w.runs, w.cue, w.sent = w.cells[:0], w.runs[:0], c, s
	w.inside = r.inside[c.From] != 0
	if w.inside {
		s = r.innerSentence(c, s)
	}
	from := c.From
	for n := 0; from > s.From && n < w.reach; n++ {
		from--
		if q, ok := r.quoteAt(from); ok && !w.inside {
			from = max(q.From, s.From)
		}
	}
	for i, n := from, 0; i < s.To && n < w.reach; {
		if i == c.From {
			w.at = len(w.cells)
		}
		if i == c.To {
			w.past = len(w.cells)
		}
		if i >= c.To {
			n++
		}
		run := Run{i, i + 1}
		cl := cell{}
		if q, ok := r.quoteAt(i); ok && !w.inside && !c.Has(i) {
			run.To = min(q.To, s.To)
			if q.From < c.From && c.From < run.To {
				run.To = c.From
			}
			cl = r.quoteCell(q)
		} else {
			cl = r.cellAt(i)
		}
		w.cells, w.runs = append(w.cells, cl), append(w.runs, run)
		i = run.To
	}
	if w.past <= w.at {
		w.past = len(w.cells)
	}
	r.outlook(w.cells)
	r.survey(w)
}

// The words of quotations: of more than eight tokens, of up to four, of those between.
const (
	longQuote = 11 + iota
	scareQuote
	shortQuote
)

// quoteCell describes a whole quotation by its length and its last mark.
func (r *reader) quoteCell(q Quote) cell {
	c := cell{token: q.From, word: longQuote, shape: longQuote, class: longQuote}
	n := q.To - q.From
	switch {
	case n <= 4:
		c.word, c.class = scareQuote, scareQuote
	case n <= 8:
		c.word = shortQuote
	}
	last := q.To - 1
	if q.Closed {
		last--
	}
	c.end = mix(uint32(r.toks[last].Kind), 17)
	first := &r.toks[min(q.From+1, len(r.toks)-1)]
	c.stem = mix(uint32(first.Shape&scan.Capital), 19)
	return c
}

// innerSentence returns the sentence, inside the quotation, that the cue c stands in.
func (r *reader) innerSentence(c Run, s Run) Run {
	q, _ := r.quoteAt(c.From)
	from, to := c.From, c.To
	for from > max(q.From+1, s.From) && c.From-from < spanReach && !r.innerEnd(from-1) {
		from--
	}
	for to < min(q.To-1, s.To) && to-c.To < spanReach && !r.innerEnd(to) {
		to++
	}
	return Run{from, to}
}

func (r *reader) innerEnd(i int) bool {
	return r.toks[i].Kind == scan.Stop && (i+1 >= len(r.toks) || !r.toks[i+1].Shape.Has(scan.Lower)) &&
		!r.toks[max(0, i-1)].Is(lang.Abbrev)
}

// between sums up what stands between an element and the cue.
type between struct{ commas, quotes, thats, verbs, others, ands uint32 }

func (x *between) pass(r *reader, c *cell) {
	t := &r.toks[c.token]
	switch {
	case c.word >= longQuote && c.word <= shortQuote:
		x.quotes = 1
	case t.Kind == scan.Comma:
		x.commas = min(x.commas+1, 3)
	case t.Is(lang.That | lang.Rel):
		x.thats = 1
	case t.Is(lang.Cue | lang.Cueing):
		x.others = min(x.others+1, 2)
	case t.Is(lang.Aux):
		x.verbs = min(x.verbs+1, 2)
	case t.Is(lang.And|lang.Sub) ||
		t.Kind == scan.Dash || t.Kind == scan.Colon || t.Kind == scan.Semicolon:
		x.ands = min(x.ands+1, 2)
	}
}

func (x *between) code() uint32 {
	return x.commas | x.quotes<<2 | x.thats<<3 | x.verbs<<4 | x.others<<6 | x.ands<<8
}

// gaps returns what stands between each element of w and the cue.
func (r *reader) gaps(w *window, out []between) []between {
	out = append(out[:0], make([]between, len(w.cells))...)
	x := between{}
	for i := w.at - 1; i >= 0; i-- {
		out[i] = x
		x.pass(r, &w.cells[i])
	}
	x = between{}
	for i := w.past; i < len(w.cells); i++ {
		out[i] = x
		x.pass(r, &w.cells[i])
	}
	return out
}
