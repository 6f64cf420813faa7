package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A cell is what features are made of: a token, or a whole quotation.
type cell struct {
	word  uint32 // the hash of the word; of its kind, where it is none
	class uint32 // the hash of the classes that matter here
	stem  uint32 // the hash of its first five letters
	end   uint32 // the hash of its last three letters
	shape uint32 // kind, case and gap
	token int
}

// telling are the classes that say something about the speech around a word.
const telling = cueClasses | lang.Negation | lang.That | lang.Medium | lang.Newswire | lang.Adverb |
	lang.Aux | lang.Article | lang.And | lang.Rel | lang.Sub | lang.Prep | lang.Pronoun | lang.Honorific |
	lang.Role | lang.Group | lang.Org | lang.Weekday | lang.Day | lang.Month | lang.Numeral

// mix joins two hashes into a third.
func mix(a, b uint32) uint32 {
	h := (a ^ b*0x85EBCA6B) * 0xC2B2AE35
	return h ^ h>>15
}

// cellOf describes the token i.
func (r *reader) cellOf(i int) cell {
	t := &r.toks[i]
	c := cell{token: i, shape: uint32(t.Kind)<<4 | uint32(t.Shape&(scan.Capital|scan.Caps|scan.Lower))}
	if t.Kind != scan.Word {
		c.word = mix(uint32(t.Kind), 7)
		if t.Kind == scan.Stop || t.Kind == scan.Other {
			c.word = mix(c.word, uint32(r.text[t.Start]))
		}
		c.class, c.stem, c.end = c.word, c.word, c.word
		return c
	}
	c.word = t.Hash
	set := uint64(t.Class & telling)
	c.class = mix(uint32(set), mix(uint32(set>>32), uint32(t.Shape&scan.Capital)))
	w := r.text[t.Start:t.End]
	c.stem = hash(w[:min(5, len(w))])
	c.end = hash(w[max(0, len(w)-3):])
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
	features []uint32
	kind     uint32
}

func (b *bag) reset() { b.features, b.kind = b.features[:0], 0 }

func (b *bag) add(h uint32) {
	b.kind++
	b.features = append(b.features, mix(h, b.kind*0x9E3779B1))
}

func (b *bag) add2(h, g uint32) { b.add(mix(h, g)) }

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

// cueFeatures collects the features by which the element i of cells is told to be part of a cue.
func (r *reader) cueFeatures(b *bag, cells []cell, i int, s Run) {
	at := func(k int) *cell {
		if i+k < 0 || i+k >= len(cells) {
			return &edge
		}
		return &cells[i+k]
	}
	c, p, n := at(0), at(-1), at(1)
	pp, nn := at(-2), at(2)
	q := r.quoteState(c.token, s.From, s.To)
	b.reset()
	b.add(0)
	b.add(c.word)
	b.add(p.word)
	b.add(n.word)
	b.add(pp.word)
	b.add(nn.word)
	b.add2(p.word, c.word)
	b.add2(c.word, n.word)
	b.add2(c.word, nn.word)
	b.add2(p.word, n.word)
	b.add2(pp.class, p.class)
	b.add(c.class)
	b.add2(p.class, c.class)
	b.add2(c.class, n.class)
	b.add(mix(mix(p.class, c.class), n.class))
	b.add(mix(mix(pp.class, p.class), c.class))
	b.add(mix(mix(c.class, n.class), nn.class))
	b.add2(c.word, p.class)
	b.add2(c.word, n.class)
	b.add(mix(mix(c.word, p.class), n.class))
	b.add(c.stem)
	b.add(c.end)
	b.add2(c.end, p.class)
	b.add2(c.end, n.class)
	b.add2(c.stem, n.class)
	b.add2(p.stem, n.stem)
	b.add2(p.end, c.end)
	b.add2(c.end, n.end)
	b.add(mix(mix(p.shape, c.shape), n.shape))
	b.add2(q, c.word)
	b.add2(q, c.class)
	b.add2(q, c.end)
	b.add2(at(3).class, c.class)
	b.add2(at(-3).class, c.class)
}
