package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// enough is what has to speak for a saying, in units of 1/[Scale]: a wrong one is worse than none.
const enough = -2

// keeps reports whether a saying with these features is to be kept.
func (m *modeler) keeps(_ *Saying, features []uint32) bool {
	return score1(m.keep.rows(), 32-m.keep[1], features)+m.keep.step(keepNot, keepIt) >= enough
}

// weigh collects the features by which the saying said, read in the window w, is told to be one:
// with source and content known there is more to go by than the cue model had. Score is what speaks
// for the cue, lead what speaks for the content.
func (m *modeler) weigh(said *Saying, w *window, verb cell, score, lead int32) {
	b := &m.bag
	b.reset()
	cue := level(score, Scale/2)
	b.scores(cue, level(lead, Scale))
	b.cue(verb, said.Cue, w.inside)
	side := sideOf(said, said.Source)
	first, head := m.ends(said.Source)
	b.source(first, head, verb, side)
	gap := uint32(0)
	if side == sideBefore {
		gap = 1 + bucket(said.Cue.From-said.Source.To)
	}
	b.add(gap)
	kind := m.contentKind(said, w)
	content := Run{}
	if len(said.Content) > 0 {
		content = said.Content[0]
	}
	first, head = m.ends(content)
	b.content(first, head, verb, kind)
	b.add2(kind, cue/2)
	b.add2(kind, side)
	b.add2(kind, mix(side, cue/2))
	b.add(mix(kind, m.extent(said)))
	b.add2(kind, mix(cue/2, m.extent(said)))
	b.around(at(w.cells, w.at-1), at(w.cells, w.past), verb)
	b.nesting(verb, m.nested(said), cue)
	b.add(uint32(min(len(m.found), 4)))
	b.add(uint32(min(said.Sentence.To-said.Sentence.From, 63) / 8))
}

// level puts a score into one of 25 steps.
func level(score, step int32) uint32 { return uint32(max(-12, min(12, score/step)) + 12) }

func (b *bag) scores(cue, span uint32) {
	b.add(0)
	b.add(cue)
	b.add(span)
	b.add2(cue/3, span/3)
}

// cue adds what the cue is.
func (b *bag) cue(verb cell, cue Run, inside bool) {
	in := uint32(0)
	if inside {
		in = 1
	}
	b.add(verb.word)
	b.add(verb.stem)
	b.add(verb.sense.lemma())
	b.add(verb.end)
	b.add(verb.class)
	b.add(verb.sense.group())
	b.add(verb.sense.kinds())
	b.add2(verb.class, uint32(min(cue.To-cue.From, 4)))
	b.add(in)
	b.add2(in, verb.sense.lemma())
}

// The sides of a cue that its source may stand on.
const (
	sideNone = iota
	sideBefore
	sideAfter
)

func sideOf(said *Saying, x Run) uint32 {
	switch {
	case x.Empty():
		return sideNone
	case x.From < said.Cue.From:
		return sideBefore
	}
	return sideAfter
}

// source adds who the source is: its first word and its head.
func (b *bag) source(first, head cell, verb cell, side uint32) {
	b.add(side)
	b.add2(side, first.word)
	b.add2(side, first.class)
	b.add2(side, head.word)
	b.add2(side, head.class)
	b.add2(side, head.sense.noun())
	b.add2(side, head.sense.group())
	b.add2(side, verb.sense.lemma())
	b.add2(side, verb.end)
	b.add2(side, verb.sense.kinds())
	b.add2(verb.sense.kinds(), mix(head.sense.noun(), head.class))
	b.add2(verb.sense.wide(), head.sense.wide())
	b.add2(verb.sense.lemma(), head.sense.wide())
	b.add2(verb.class, first.class)
}

// ends returns the first word of x and its head.
func (m *modeler) ends(x Run) (first, head cell) {
	if x.Empty() {
		return edge, edge
	}
	return m.cellAt(x.From), m.cellAt(m.head(x))
}

// head returns the token of the noun phrase x that it is about: the last before a comma or a
// preposition.
func (m *modeler) head(x Run) int {
	last := x.From
	for i := x.From; i < x.To; i++ {
		t := &m.toks[i]
		if i > x.From && (t.Kind == scan.Comma || t.Is(lang.Prep|lang.Rel)) {
			break
		}
		if t.Kind == scan.Word {
			last = i
		}
	}
	return last
}

// contentKind returns on which side of the cue the content stands, whether it is quoted, and how
// far off.
func (m *modeler) contentKind(said *Saying, w *window) uint32 {
	if len(said.Content) == 0 {
		return 0
	}
	c := said.Content[0]
	kind := sideOf(said, c)
	if !w.inside && m.inside[c.From] != 0 {
		kind += 2
	}
	if c.From < said.Cue.To {
		return kind
	}
	return kind | uint32(min(c.From-said.Cue.To, 3))<<3
}

// extent puts the length of the content into one of eight classes.
func (m *modeler) extent(said *Saying) uint32 {
	n := 0
	for _, c := range said.Content {
		n += c.To - c.From
	}
	return uint32(min(n/4, 7))
}

// content adds how the content begins, and of what kind it is.
func (b *bag) content(first, head cell, verb cell, kind uint32) {
	b.add(kind)
	b.add2(kind, verb.sense.lemma())
	b.add2(kind, verb.class)
	b.add2(kind, verb.sense.kinds())
	b.add2(first.class, verb.class)
	b.add2(first.word, verb.sense.lemma())
	b.add2(first.word, verb.sense.kinds())
	b.add2(first.sense.parts(), verb.sense.lemma())
	b.add2(head.sense.noun(), verb.sense.kinds())
	b.add2(head.sense.wide(), verb.sense.wide())
}

// around adds what stands right before and after the cue.
func (b *bag) around(before, after *cell, verb cell) {
	b.add(before.class)
	b.add(after.class)
	b.add2(before.class, verb.class)
	b.add2(after.class, verb.class)
	b.add2(before.class, after.class)
	b.add2(verb.sense.kinds(), mix(before.class, after.class))
	b.add2(before.word, verb.sense.lemma())
	b.add2(after.word, verb.sense.lemma())
}

// nesting adds whether the cue stands in the content of another one.
func (b *bag) nesting(verb cell, nested, cue uint32) {
	b.add(nested)
	b.add2(nested, verb.sense.lemma())
	b.add2(nested, verb.sense.kinds())
	b.add2(nested, cue/2)
}

// nested is 1 where the cue stands in the content of an earlier saying of its sentence.
func (m *modeler) nested(said *Saying) uint32 {
	for i := len(m.says) - 1; i >= 0 && m.says[i].Sentence == said.Sentence; i-- {
		for _, c := range m.says[i].Content {
			if c.Has(said.Cue.From) {
				return 1
			}
		}
	}
	return 0
}
