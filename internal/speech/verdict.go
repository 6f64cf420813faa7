package speech

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// enough is what has to speak for a saying, in units of 1/[Scale]: a wrong one is worse than none.
const enough = 6

// keeps reports whether a saying with these features is to be kept.
func (m *modeler) keeps(_ *Saying, features []uint32) bool {
	return score1(m.keep.rows(), 32-m.keep[1], features)+m.keep.step(keepNot, keepIt) >= enough
}

// weigh collects the features by which the draft d is told to be a saying: with source and content
// known, and what else its sentence says, there is more to go by than the cue model had.
func (m *modeler) weigh(d *draft) {
	b := &m.bag
	b.reset(0)
	cue := level(d.score, Scale/2)
	b.scores(cue, level(d.lead, Scale))
	b.cue(d.verb, d.Cue, d.inside)
	side := d.sideOf(d.Source)
	first, head := m.ends(d.Source)
	b.source(first, head, d.verb, side)
	gap := uint32(0)
	if side == sideBefore {
		gap = 1 + bucket(d.Cue.From-d.Source.To)
	}
	b.add(gap)
	b.add2(m.heardOf(d.Source), side)
	kind, size, content := m.contentKind(d), d.extent(), Run{}
	if len(d.Content) > 0 {
		content = d.Content[0]
	}
	first, head = m.ends(content)
	b.content(first, head, d.verb, kind)
	b.add2(kind, cue/2)
	b.add2(kind, side)
	b.add2(kind, mix(side, cue/2))
	b.add2(kind, size)
	b.add2(kind, mix(cue/2, size))
	b.around(&d.before, &d.after, d.verb)
	b.nesting(d.verb, m.nesting(d), cue)
	b.add(uint32(min(len(m.drafts), 4)))
	b.add(uint32(min(d.Sentence.To-d.Sentence.From, 63) / 8))
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

// sideOf returns the side on which x stands.
func (s *Saying) sideOf(x Run) uint32 {
	switch {
	case x.Empty():
		return sideNone
	case x.From < s.Cue.From:
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
func (m *modeler) contentKind(d *draft) uint32 {
	if len(d.Content) == 0 {
		return 0
	}
	c := d.Content[0]
	kind := d.sideOf(c)
	if !d.inside && m.inside[c.From] != 0 {
		kind += 2
	}
	if c.From < d.Cue.To {
		return kind
	}
	return kind | uint32(min(c.From-d.Cue.To, 3))<<3
}

// extent puts the length of the content into one of eight classes.
func (s *Saying) extent() uint32 {
	n := 0
	for _, c := range s.Content {
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

// nesting adds how the saying and others of its sentence lie in each other.
func (b *bag) nesting(verb cell, nested, cue uint32) {
	b.add(nested)
	b.add2(nested, verb.sense.lemma())
	b.add2(nested, verb.sense.kinds())
	b.add2(nested, cue/2)
}

// nesting tells whether the cue of d stands in the content of another draft, 1, and whether another
// cue stands in its content, 2.
func (m *modeler) nesting(d *draft) (n uint32) {
	near := m.drafts
	if len(near) > nestReach {
		i, _ := slices.BinarySearchFunc(near, d.Cue.From, func(x draft, from int) int {
			return x.Cue.From - from
		})
		near = near[max(0, i-nestReach/2):min(len(near), i+nestReach/2)]
	}
	for i := range near {
		x := &near[i]
		if x.Cue == d.Cue {
			continue
		}
		if x.holds(d.Cue.From) {
			n |= 1
		}
		if d.holds(x.Cue.From) {
			n |= 2
		}
	}
	return n
}

// nestReach is how many sayings of a sentence are looked at; more than any sentence has.
const nestReach = 32

// holds reports whether token i is in the content of s.
func (s *Saying) holds(i int) bool {
	for _, c := range s.Content {
		if c.Has(i) {
			return true
		}
	}
	return false
}

// mostHeard is how many sources of a story are remembered.
const mostHeard = 64

// hear remembers who spoke.
func (m *modeler) hear(source Run) {
	if source.Empty() || m.heardOf(source) != 0 || len(m.heard) == mostHeard {
		return
	}
	m.heard = append(m.heard, m.toks[m.head(source)].Hash)
}

// heardOf is 1 where somebody so called has spoken before in the story.
func (m *modeler) heardOf(source Run) uint32 {
	if !source.Empty() && slices.Contains(m.heard, m.toks[m.head(source)].Hash) {
		return 1
	}
	return 0
}
