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

// A bag collects the features of one element. Each kind of feature has a number, which keeps equal
// words in different places apart.
type bag struct {
	list [mostFeatures]uint32
	n    uint8 // how many there are
	kind uint32
}

// nextKind is the step from one number of a kind to the next: far, so that no two kinds look alike.
const nextKind = 0x9E3779B1

// mostFeatures is more than any element has.
const mostFeatures = 256

func (b *bag) features() []uint32 { return b.list[:b.n] }

// reset begins the features of an element, whose kinds are numbered from first on.
func (b *bag) reset(first uint32) { b.n, b.kind = 0, first*nextKind }

// empty makes room for further features of the same element.
func (b *bag) empty() { b.n = 0 }

func (b *bag) add(h uint32) {
	b.kind += nextKind
	h = (h ^ b.kind) * 0xC2B2AE35
	b.list[b.n] = h ^ h>>15
	b.n++
}

// add2 adds a feature of two parts.
func (b *bag) add2(h, g uint32) { b.add(h ^ g*0x85EBCA6B) }

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
func (b *bag) glance(cells []cell, i int) {
	c, p, n := at(cells, i), at(cells, i-1), at(cells, i+1)
	b.add(0)
	b.add(c.word)
	b.add(c.class)
	b.add(c.end)
	b.add2(p.class, c.class)
	b.add2(c.class, n.class)
	b.add2(c.word, p.class)
}

// look adds those, after a glance, by which most of the rest can be told to begin none; q is the
// state of quotations there.
func (b *bag) look(cells []cell, i int, q uint32) {
	c, p, n := at(cells, i), at(cells, i-1), at(cells, i+1)
	group, kinds := c.sense.group(), c.sense.kinds()
	b.add2(q, c.class)
	b.add2(q, c.end)
	b.add2(c.right, c.class)
	b.add(c.stem)
	b.add(group)
	b.add2(group, c.end)
	b.add(kinds)
	b.add2(kinds, c.end)
	b.add2(kinds, c.right)
	b.add2(kinds, p.class)
	b.add2(kinds, n.class)
	b.add2(p.sense.parts(), c.sense.parts())
	b.add2(c.sense.parts(), n.sense.parts())
	b.add(c.sense.lemma())
}

// at returns the cell i, or one for what is before and after all of them.
func at(cells []cell, i int) *cell {
	if i < 0 || i >= len(cells) {
		return &edge
	}
	return &cells[i]
}

// study adds all others by which the element i of cells is told to be part of a cue.
func (b *bag) study(cells []cell, i int, q uint32) {
	c, p, n := at(cells, i), at(cells, i-1), at(cells, i+1)
	pp, nn := at(cells, i-2), at(cells, i+2)
	b.add(p.word)
	b.add(n.word)
	b.add(pp.word)
	b.add(nn.word)
	b.add2(p.word, c.word)
	b.add2(c.word, n.word)
	b.add2(pp.class, p.class)
	b.add(mix(mix(p.class, c.class), n.class))
	b.add(mix(mix(pp.class, p.class), c.class))
	b.add(mix(mix(c.class, n.class), nn.class))
	b.add2(c.word, n.class)
	b.add2(c.end, p.class)
	b.add2(c.end, n.class)
	b.add2(c.stem, n.class)
	b.add2(p.end, c.end)
	b.add2(c.end, n.end)
	b.add(mix(mix(p.shape, c.shape), n.shape))
	b.add2(q, c.word)
	b.add(c.left)
	b.add2(c.left, c.class)
	b.add2(c.right, c.word)
	b.add2(c.right, c.end)
	b.add2(c.left, c.right)
	b.add2(at(cells, i+3).class, c.class)
	b.add2(at(cells, i-3).class, c.class)
	b.senses(cells, i)
}

// senses adds what the words at and around the element i mean, as far as a look has not.
func (b *bag) senses(cells []cell, i int) {
	c, p, n := at(cells, i), at(cells, i-1), at(cells, i+1)
	group, kinds := c.sense.group(), c.sense.kinds()
	b.add(p.sense.group())
	b.add2(p.sense.group(), n.sense.group())
	b.add2(group, p.class)
	b.add2(group, n.class)
	b.add2(c.sense.wide(), mix(p.class, n.class))
	b.add2(kinds, mix(p.class, n.class))
	b.add2(c.sense.parts(), mix(p.sense.parts(), n.sense.parts()))
	b.add(p.sense.kinds())
	b.add(n.sense.kinds())
	b.add2(c.sense.lemma(), p.class)
	b.add2(c.sense.lemma(), n.class)
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

// Where the kinds of [bag.place] and [bag.wordsThere] begin: after those of [bag.words].
const (
	placeKinds = 64
	thereKinds = 128
)

// words collects, of the features by which the cell i of w is told to be of source or content,
// those of what stands at and around it: the same for all cues of a frame.
func (b *bag) words(w *window, i int) {
	cells, side := w.cells, w.side(i)
	b.reset(0)
	b.add(side)
	c, p, n := at(cells, i), at(cells, i-1), at(cells, i+1)
	b.add2(side, c.word)
	b.add2(side, p.word)
	b.add2(side, n.word)
	b.add2(side, c.class)
	b.add2(side, mix(p.class, c.class))
	b.add2(side, mix(c.class, n.class))
	b.add2(side, mix(mix(p.class, c.class), n.class))
	b.add2(side, mix(mix(p.shape, c.shape), n.shape))
	b.add2(side, c.end)
	b.add2(side, mix(c.right, c.class))
	b.add2(side, mix(c.right, p.class))
	b.add2(side, c.sense.group())
	b.add2(side, mix(c.sense.wide(), p.class))
	b.add2(side, mix(c.sense.wide(), n.class))
	b.add2(side, c.sense.kinds())
	b.add2(side, mix(c.sense.parts(), c.end))
	b.add2(side, mix(p.sense.parts(), c.sense.parts()))
	b.add2(side, mix(c.sense.parts(), mix(p.sense.parts(), n.sense.parts())))
	b.add2(side, mix(w.opens, mix(p.class, c.class)))
}

// A place is where a cell stands to a cue, as its features tell.
type place struct {
	side, far, code uint32 // code sums up what stands between
	source, content uint32 // where the rules see it
}

// placeOf returns where the cell i of w stands, with gap between it and the cue.
func (w *window) placeOf(i int, gap between) place {
	far := bucket(w.at - i)
	if i >= w.past {
		far = bucket(i - w.past + 1)
	}
	run := w.cells[i].Run
	return place{w.side(i), far, gap.code(), w.sourceByRule(run), w.contentByRule(run)}
}

// where sums up the side and the distance.
func (p *place) where() uint32 { return p.side<<8 | p.far }

// place collects the features of a place, the same for all cells there; verb is that of the cue.
func (b *bag) place(w *window, p *place, verb *cell) {
	b.reset(placeKinds)
	where, side, code := p.where(), p.side, p.code
	b.add(where)
	b.add2(where, verb.class)
	b.add2(where, w.near)
	b.add2(side, code)
	b.add2(side, mix(code, p.far))
	b.add2(side, mix(w.opens, code))
	b.add2(side, mix(code, verb.class))
	b.add2(side, mix(verb.word, code&(commaBits|quoteBit)))
	b.add2(side, p.source)
	b.add2(p.source, verb.class)
	b.add2(p.source, mix(verb.stem, side))
	b.add2(p.content, side)
	b.add2(p.content, mix(side, code))
	b.add2(p.content, mix(verb.stem, side))
}

// wordsThere collects the features of the words at the cell i in that place.
func (b *bag) wordsThere(w *window, i int, p *place) {
	b.reset(thereKinds)
	c, last := at(w.cells, i), at(w.cells, i-1)
	where, side, code := p.where(), p.side, mix(p.code, c.class)
	ends := mix(min(uint32(i-w.from), 3), min(uint32(w.to-i), 3))
	b.add2(where, c.class)
	b.add2(where, mix(w.marks, c.class))
	b.add2(side, code)
	b.add2(side, mix(p.code, last.class))
	b.add2(side, mix(ends, c.shape))
	b.add2(p.source, code)
	b.add2(p.content, mix(p.source, c.class))
	b.add2(p.content, mix(side, mix(last.class, c.class)))
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
