package speech

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// spanReach is how many elements before and after a cue its source and content are looked for.
// Where a sentence has more cues than any sentence should, it is less, down to spanLeast, so that
// all of them together look at about spanTotal.
const (
	spanReach = 90
	spanTotal = 2000
	spanLeast = 4
)

// A frame is a sentence as source and content are looked for in it, its quotations an element each;
// or a sentence inside a quotation.
type frame struct {
	Run
	inside  bool
	cells   []cell
	opens   uint32       // the class of its first word: While, Noting
	weighed [2][]weighed // what the words at each cell weigh, before a cue and after one
}

// A weighed is a tally that may not be known yet.
type weighed struct {
	tally
	known bool
}

// A window is the part of a frame around one cue in which its source and content are looked for.
type window struct {
	frame
	from, to int // the cells of it
	at       int // the cell where the cue starts
	past     int // the cell after the cue
	cue      Run
	sent     Run
	reach    int    // how many cells it has on each side
	near     uint32 // what stands right before and after the cue
	marks    uint32 // where quotations stand
	source   Run    // the subject by rule, before the cue
	after    Run    // the noun phrase after the cue
	said     Run    // the content by rule
}

// sourceByRule tells where the elements of run are with regard to the sources that the rules see.
func (w *window) sourceByRule(run Run) uint8 {
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
func (w *window) contentByRule(run Run) uint8 {
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
	w.marks = w.quoteMarks()
	first, last := w.cells[w.from].From, w.cells[w.to-1].To
	w.source = r.nameBefore(w.cue.From, first)
	w.after = r.nameAfter(w.cue.To, last)
	w.said = r.ruled(w.cue, Run{first, last})
}

// quoteMarks returns where quotations of some length stand in w: 1 before the cue, 2 after it, 4 at
// the start, 8 at the end.
func (w *window) quoteMarks() (marks uint32) {
	for i := w.from; i < w.to; i++ {
		if c := w.cells[i].word; c != longQuote && c != shortQuote {
			continue
		}
		marks |= 1 << w.sideOf(i)
		if i == w.from {
			marks |= 4
		}
		if i == w.to-1 {
			marks |= 8
		}
	}
	return marks
}

// openWindow moves w to the cue c of the sentence s.
func (r *reader) openWindow(w *window, c Run, s Run) {
	inside := r.inside[c.From] != 0
	if inside {
		s = r.innerSentence(c, s)
	}
	s = s.near(c.From)
	if w.Run != s || w.inside != inside {
		r.fill(&w.frame, s, inside)
	}
	w.cue, w.sent = c, s
	w.at, w.past = w.cellFrom(c.From), w.cellFrom(c.To)
	w.from, w.to = max(0, w.at-w.reach), min(len(w.cells), w.past+w.reach)
}

// frameReach is what a frame is cut to, on each side of a cue: more than any sentence has.
const frameReach = 1024

// near returns the part of a very long sentence around token i, the same for what is near i too.
func (x Run) near(i int) Run {
	block := (i - x.From) / frameReach
	from := x.From + (block-1)*frameReach
	return Run{max(x.From, from), min(x.To, from+3*frameReach)}
}

// fill makes f the frame of the sentence s.
func (r *reader) fill(f *frame, s Run, inside bool) {
	f.Run, f.inside = s, inside
	if !inside && r.plain(s) {
		f.cells = append(f.cells[:0], r.cells...)
	} else {
		f.cells = r.framed(f.cells[:0], s, inside)
		r.outlook(f.cells)
	}
	for side := range f.weighed {
		f.weighed[side] = append(f.weighed[side][:0], make([]weighed, len(f.cells))...)
	}
	f.opens = at(f.cells, 0).class
}

// plain reports whether the cells looked at last are those of the sentence s, which holds no
// quotation.
func (r *reader) plain(s Run) bool {
	n := len(r.cells)
	return n > 0 && r.cells[0].From == s.From && r.cells[n-1].To == s.To &&
		!slices.ContainsFunc(r.inside[s.From:s.To], func(n int32) bool { return n != 0 })
}

// framed appends the cells of the sentence s, one for each quotation unless s is inside one.
func (r *reader) framed(cells []cell, s Run, inside bool) []cell {
	for i := s.From; i < s.To; i = cells[len(cells)-1].To {
		if q, ok := r.quoteAt(i); ok && !inside {
			cells = append(cells, r.quoteCell(q, s))
		} else {
			cells = append(cells, r.cellAt(i))
		}
	}
	return cells
}

// cellFrom returns the first cell of f that begins at token i or after it.
func (f *frame) cellFrom(i int) int {
	n, _ := slices.BinarySearchFunc(f.cells, i, func(c cell, i int) int { return c.From - i })
	return n
}

// The words of quotations: of more than eight tokens, of up to four, of those between.
const (
	longQuote = 11 + iota
	scareQuote
	shortQuote
)

// quoteCell describes what the sentence s has of a quotation, by its length and its last mark.
func (r *reader) quoteCell(q Quote, s Run) cell {
	c := cell{word: longQuote, shape: longQuote, class: longQuote}
	c.Run = Run{max(q.From, s.From), min(q.To, s.To)}
	n := q.To - q.From
	switch {
	case n <= 4:
		c.word, c.class = scareQuote, scareQuote
	case n <= 8:
		c.word = shortQuote
	}
	c.end = endOfQuote(r.toks[q.last()].Kind)
	first := &r.toks[min(q.From+1, len(r.toks)-1)]
	c.stem = mix(uint32(first.Shape&scan.Capital), 19)
	return c
}

// endOfQuote is the end of a quotation whose last token is of the given kind.
func endOfQuote(k scan.Kind) uint32 { return mix(uint32(k), 17) }

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

// quotationReach is how many cells beside a cue are looked at for a quotation.
const quotationReach = 6

// quotationsNear tells how near quotations that may be speech stand before the cue and after it; 0
// where none does.
func (w *window) quotationsNear() (near uint32) {
	for k := quotationReach; k > 0; k-- {
		if at(w.cells, w.at-k).maySpeak() {
			near = near&^7 | uint32(k)
		}
		if at(w.cells, w.past+k-1).maySpeak() {
			near = near&7 | uint32(k)<<3
		}
	}
	return near
}

// maySpeak reports whether c stands for a quotation of some length, or for a short one that a mark
// ends: “No,” but not ‘Dam’.
func (c *cell) maySpeak() bool {
	return c.isQuotation() && (c.word != scareQuote || c.end != endOfQuote(scan.Word))
}

// isQuotation reports whether c stands for a whole quotation.
func (c *cell) isQuotation() bool { return c.word >= longQuote && c.word <= shortQuote }

// between sums up what stands between an element and the cue.
type between struct{ commas, quotes, thats, verbs, others, ands uint32 }

func (x *between) pass(r *reader, c *cell) {
	t := &r.toks[c.From]
	switch {
	case c.isQuotation():
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

// The bits of [between.code] that tell of commas and quotations.
const (
	commaBits = 3
	quoteBit  = 1 << 2
)

// code packs x.
func (x *between) code() uint32 {
	return x.commas | x.quotes<<2 | x.thats<<3 | x.verbs<<4 | x.others<<6 | x.ands<<8
}

// gaps returns what stands between each cell of w and the cue.
func (r *reader) gaps(w *window, out []between) []between {
	out = append(out[:0], make([]between, w.to-w.from)...)
	x := between{}
	for i := w.at - 1; i >= w.from; i-- {
		out[i-w.from] = x
		x.pass(r, &w.cells[i])
	}
	x = between{}
	for i := w.past; i < w.to; i++ {
		out[i-w.from] = x
		x.pass(r, &w.cells[i])
	}
	return out
}
