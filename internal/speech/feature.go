package speech

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A cell is what features are made of: a token, or a whole quotation.
type cell struct {
	Run   // the tokens it stands for
	sense Sense
	word  uint32 // the hash of the word; of its kind, where it is none
	class uint32 // the hash of the classes that matter here
	stem  uint32 // the hash of its first five letters
	end   uint32 // the hash of its last three letters
	shape uint32 // kind and case
	left  uint32 // what the clause holds before it, see [reader.outlook]
	right uint32 // the next quotation, "that" or stop, and how far it is
	score int32  // how much speaks for a cue that begins here
}

// telling are the classes that say something about the speech around a word.
const telling = cueClasses | lang.Negation | lang.That | lang.Medium | lang.Newswire | lang.Adverb |
	lang.Aux | lang.Article | lang.And | lang.Rel | lang.Sub | lang.Prep | lang.Pronoun |
	lang.Honorific |
	lang.Role | lang.Group | lang.Org | lang.Weekday | lang.Day | lang.Month | lang.Numeral

// mix joins two hashes into a third.
func mix(a, b uint32) uint32 {
	h := (a ^ b*0x85EBCA6B) * 0xC2B2AE35
	return h ^ h>>15
}

// describe makes c the cell of the token i.
func (r *reader) describe(c *cell, i int) {
	t := &r.toks[i]
	letters := t.Shape & (scan.Capital | scan.Caps | scan.Lower)
	*c = cell{Run: Run{i, i + 1}, shape: uint32(t.Kind)<<4 | uint32(letters)}
	if t.Kind != scan.Word {
		c.word = mix(uint32(t.Kind), 7)
		if t.Kind == scan.Stop || t.Kind == scan.Other {
			c.word = mix(c.word, uint32(r.text[t.Start]))
		}
		c.class, c.stem, c.end = c.word, c.word, c.word
		return
	}
	c.word = t.Hash
	set := uint64(t.Class & telling)
	c.class = mix(uint32(set), mix(uint32(set>>32), uint32(t.Shape&scan.Capital)))
	w := r.text[t.Start:t.End]
	c.stem = hash(w[:min(5, len(w))])
	c.end = hash(w[max(0, len(w)-3):])
	c.sense = r.models.Senses.of(t.Hash)
}

// describeAll appends the cells of the tokens of s to cells.
func (r *reader) describeAll(cells []cell, s Run) []cell {
	at := len(cells)
	cells = slices.Grow(cells, s.To-s.From)[:at+s.To-s.From]
	for i := range s.To - s.From {
		r.describe(&cells[at+i], s.From+i)
	}
	return cells
}

// cellAt describes the token i too, but for what its clause holds.
func (r *reader) cellAt(i int) cell {
	if len(r.cells) > 0 {
		if k := i - r.cells[0].From; k >= 0 && k < len(r.cells) {
			return r.cells[k]
		}
	}
	var c cell
	r.describe(&c, i)
	return c
}

// hash hashes a part of a word without regard to the case of ASCII letters.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i]|0x20)) * 16777619
	}
	return h
}

// edge stands for what is before and after a sequence.
var edge = cell{word: 1, class: 1, stem: 1, end: 1, shape: 1}

// pair joins two hashes into a feature.
func pair(h, g uint32) uint32 { return h ^ g*0x85EBCA6B }

// quoteState describes where token i stands with regard to quotations: 0 outside, 1 inside, 2 right
// before, 3 right after, 4 one mark or word further.
func (r *reader) quoteState(i, from, to int) uint32 {
	switch {
	case r.inside[i] != 0:
		return 1
	case i+1 < to && r.inside[i+1] != 0:
		return 2
	case i > from && r.inside[i-1] != 0:
		return 3
	case i+2 < to && r.inside[i+2] != 0:
		return 4
	case i > from+1 && r.inside[i-2] != 0:
		return 5
	}
	return 0
}

// outlook notes for each of cells what its clause holds before it and what comes after it.
func (r *reader) outlook(cells []cell) {
	first, verbs, from := uint32(1), uint32(0), 0
	for i := range cells {
		c := &cells[i]
		c.left = mix(first, verbs<<8|bucket(i-from))
		t := &r.toks[c.From]
		switch {
		case t.Kind >= scan.Stop && t.Kind <= scan.Semicolon || t.Kind == scan.Dash ||
			r.inside[c.From] == 0 && i > 0 && r.inside[c.From-1] != 0:
			first, verbs, from = c.word, 0, i+1
		case i == from && t.Kind == scan.Word:
			first = mix(first, c.class)
		case t.Is(lang.Aux):
			verbs |= 1
		case t.Is(lang.Cue):
			verbs |= 2
		case t.Is(lang.That | lang.Rel | lang.Sub):
			verbs |= 4
		}
	}
	next, verbs, at := uint32(0), uint32(0), len(cells)
	for i := len(cells) - 1; i >= 0; i-- {
		c := &cells[i]
		c.right = (verbs<<8|next)<<8 | bucket(at-i)
		t := &r.toks[c.From]
		switch {
		case r.inside[c.From] != 0:
			next, at, verbs = 1, i, 0
		case t.Is(lang.That):
			next, at, verbs = 2, i, 0
		case t.Kind >= scan.Stop && t.Kind <= scan.Semicolon:
			next, at, verbs = uint32(t.Kind), i, 0
		case t.Is(lang.Aux):
			verbs |= 1
		case t.Is(lang.Cue):
			verbs |= 2
		case t.Is(lang.Cueing):
			verbs |= 4
		}
	}
}

// glance adds the first features of the element i of cells, by which most words can be told to
// begin no cue.
func (x *weigher) glance(cells []cell, i int) {
	c, p, n := at(cells, i), at(cells, i-1), at(cells, i+1)
	x.add(
		0,
		c.word,
		c.class,
		c.end,
		pair(p.class, c.class),
		pair(c.class, n.class),
		pair(c.word, p.class),
	)
}

// look adds those, after a glance, by which most of the rest can be told to begin none; q is the
// state of quotations there.
func (x *weigher) look(cells []cell, i int, q uint32) {
	c, p, n := at(cells, i), at(cells, i-1), at(cells, i+1)
	group, kinds := c.sense.group(), c.sense.kinds()
	x.add(
		pair(q, c.class),
		pair(q, c.end),
		pair(c.right, c.class),
		c.stem,
		group,
		pair(group, c.end),
		kinds,
		pair(kinds, c.end),
		pair(kinds, c.right),
		pair(kinds, p.class),
		pair(kinds, n.class),
		pair(p.sense.parts(), c.sense.parts()),
		pair(c.sense.parts(), n.sense.parts()),
		c.sense.lemma(),
	)
}

// at returns the cell i, or one for what is before and after all of them.
func at(cells []cell, i int) *cell {
	if i < 0 || i >= len(cells) {
		return &edge
	}
	return &cells[i]
}

// study adds all others by which the element i of cells is told to be part of a cue.
func (x *weigher) study(cells []cell, i int, q uint32) {
	c, p, n := at(cells, i), at(cells, i-1), at(cells, i+1)
	pp, nn := at(cells, i-2), at(cells, i+2)
	x.add(
		p.word,
		n.word,
		pp.word,
		nn.word,
		pair(p.word, c.word),
		pair(c.word, n.word),
		pair(pp.class, p.class),
		mix(mix(p.class, c.class), n.class),
		mix(mix(pp.class, p.class), c.class),
		mix(mix(c.class, n.class), nn.class),
		pair(c.word, n.class),
		pair(c.end, p.class),
		pair(c.end, n.class),
		pair(c.stem, n.class),
		pair(p.end, c.end),
		pair(c.end, n.end),
		mix(mix(p.shape, c.shape), n.shape),
		pair(q, c.word),
		c.left,
		pair(c.left, c.class),
		pair(c.right, c.word),
		pair(c.right, c.end),
		pair(c.left, c.right),
		pair(at(cells, i+3).class, c.class),
		pair(at(cells, i-3).class, c.class),
	)
	x.senses(cells, i)
}

// senses adds what the words at and around the element i mean, as far as a look has not.
func (x *weigher) senses(cells []cell, i int) {
	c, p, n := at(cells, i), at(cells, i-1), at(cells, i+1)
	group, kinds := c.sense.group(), c.sense.kinds()
	x.add(
		p.sense.group(),
		pair(p.sense.group(), n.sense.group()),
		pair(group, p.class),
		pair(group, n.class),
		pair(c.sense.wide(), mix(p.class, n.class)),
		pair(kinds, mix(p.class, n.class)),
		pair(c.sense.parts(), mix(p.sense.parts(), n.sense.parts())),
		p.sense.kinds(),
		n.sense.kinds(),
		pair(c.sense.lemma(), p.class),
		pair(c.sense.lemma(), n.class),
	)
}

// bucket puts a distance into one of nine classes.
func bucket(n int) uint32 {
	switch {
	case n < 5:
		return uint32(n)
	case n < 8:
		return 5
	case n < 12:
		return 6
	case n < 20:
		return 7
	}
	return 8
}

// The sides of a cue.
const (
	before = iota
	after
)

// sideOf returns the side of the cue on which the cell i stands.
func (w *window) sideOf(i int) int {
	if i < w.past {
		return before
	}
	return after
}

// side is the number of [window.sideOf], of its own inside a quotation.
func (w *window) side(i int) uint32 {
	side := uint32(w.sideOf(i)) + 1
	if w.inside {
		side += 2
	}
	return side
}

// Where the numbers of [weigher.place] and [weigher.wordsThere] begin: after those of
// [weigher.words].
const (
	placeNumbers = 64
	thereNumbers = 128
)

// words collects, of the features by which the cell i of w is told to be of source or content,
// those of what stands at and around it: the same for all cues of a frame.
func (x *weigher) words(w *window, i int) {
	cells, side := w.cells, w.side(i)
	x.begin(0)
	x.add(side)
	c, p, n := at(cells, i), at(cells, i-1), at(cells, i+1)
	x.add(
		pair(side, c.word),
		pair(side, p.word),
		pair(side, n.word),
		pair(side, c.class),
		pair(side, mix(p.class, c.class)),
		pair(side, mix(c.class, n.class)),
		pair(side, mix(mix(p.class, c.class), n.class)),
		pair(side, mix(mix(p.shape, c.shape), n.shape)),
		pair(side, c.end),
		pair(side, mix(c.right, c.class)),
		pair(side, mix(c.right, p.class)),
		pair(side, c.sense.group()),
		pair(side, mix(c.sense.wide(), p.class)),
		pair(side, mix(c.sense.wide(), n.class)),
		pair(side, c.sense.kinds()),
		pair(side, mix(c.sense.parts(), c.end)),
		pair(side, mix(p.sense.parts(), c.sense.parts())),
		pair(side, mix(c.sense.parts(), mix(p.sense.parts(), n.sense.parts()))),
		pair(side, mix(w.opens, mix(p.class, c.class))),
	)
}

// A place is where a cell stands to a cue, as its features tell.
type place struct {
	side, far       uint8
	source, content uint8  // where the rules see it
	code            uint16 // sums up what stands between
}

// placeOf returns where the cell i of w stands, with gap between it and the cue.
func (w *window) placeOf(i int, gap between) place {
	far := bucket(w.at - i)
	if i >= w.past {
		far = bucket(i - w.past + 1)
	}
	run := w.cells[i].Run
	return place{
		side: uint8(w.side(i)), far: uint8(far), code: uint16(gap.code()),
		source: w.sourceByRule(run), content: w.contentByRule(run),
	}
}

// where sums up the side and the distance.
func (p *place) where() uint32 { return uint32(p.side)<<8 | uint32(p.far) }

// place collects the features of a place, the same for all cells there; verb is that of the cue.
func (x *weigher) place(w *window, p *place, verb *cell) {
	x.begin(placeNumbers)
	where, side, code := p.where(), uint32(p.side), uint32(p.code)
	source, content := uint32(p.source), uint32(p.content)
	x.add(
		where,
		pair(where, verb.class),
		pair(where, w.near),
		pair(side, code),
		pair(side, mix(code, uint32(p.far))),
		pair(side, mix(w.opens, code)),
		pair(side, mix(code, verb.class)),
		pair(side, mix(verb.word, code&(commaBits|quoteBit))),
		pair(side, source),
		pair(source, verb.class),
		pair(source, mix(verb.stem, side)),
		pair(content, side),
		pair(content, mix(side, code)),
		pair(content, mix(verb.stem, side)),
	)
}

// wordsThere collects the features of the words at the cell i in that place.
func (x *weigher) wordsThere(w *window, i int, p *place) {
	x.begin(thereNumbers)
	c, last := at(w.cells, i), at(w.cells, i-1)
	where, side, code := p.where(), uint32(p.side), uint32(p.code)
	source, content := uint32(p.source), uint32(p.content)
	ends := mix(min(uint32(i-w.from), 3), min(uint32(w.to-i), 3))
	x.add(
		pair(where, c.class),
		pair(where, mix(w.marks, c.class)),
		pair(side, mix(code, c.class)),
		pair(side, mix(code, last.class)),
		pair(side, mix(ends, c.shape)),
		pair(source, mix(code, c.class)),
		pair(content, mix(source, c.class)),
		pair(content, mix(side, mix(last.class, c.class))),
	)
}

// verbCell describes the verb of the cue: its first word that is known to report speech, else the
// last that is no particle; and how long the cue is.
func (r *reader) verbCell(c Run) cell {
	v := c.From
	for i := c.From; i < c.To; i++ {
		t := &r.toks[i]
		if t.Is(cueClasses) && !t.Is(lang.Aux) {
			v = i
			break
		}
		if t.Kind == scan.Word && !t.Is(lang.Aux|lang.Adverb|lang.Prep|lang.Func) {
			v = i
		}
	}
	x := r.cellAt(v)
	x.class = mix(x.class, uint32(min(c.To-c.From, 3)))
	return x
}
