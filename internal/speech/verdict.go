package speech

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// verdict returns how much the features weighed so far speak for a saying, in units of 1/[Scale].
func (m *modeler) verdict() int32 { return m.prior + m.keep.sum[keepIt] }

// enoughForCue is what speaks for a cue that nothing else can be.
const enoughForCue = 3 * Scale

// certain reports whether the cue of the draft d says by itself that something is said, or where it
// stands does.
func (m *modeler) certain(d *draft) bool {
	return d.score >= enoughForCue || m.toks[d.Verb].Is(lang.Quoted) ||
		m.continues(d.Cue.From, d.Sentence) || m.putsIt(d)
}

// putsIt reports whether the cue of d is that of a clause like "as S put it".
func (m *modeler) putsIt(d *draft) bool {
	it := d.Verb + 1
	if it >= d.Sentence.To || !m.means(it, lang.Pronoun, lang.PronounIt) {
		return false
	}
	i, from := d.Cue.From-1, d.Sentence.From
	for i > max(from, d.Cue.From-1-shortSource) && !m.toks[i].Is(lang.Sub) {
		i--
	}
	return i >= from && m.toks[i].Is(lang.Sub) && (i == from || m.commaAt(i-1))
}

// shortSource is the most words of a source that stands between a quotation and its cue.
const shortSource = 4

// continues reports whether the sentence s begins with a quotation whose comma tells that it goes
// on with who spoke, and only that stands before the cue at token i: “X,” S cue.
func (m *modeler) continues(i int, s Run) bool {
	q, ok := m.quoteAt(s.From)
	if !ok || !q.Closed || q.From != s.From || m.toks[q.last()].Kind != scan.Comma {
		return false
	}
	source := m.toks[min(q.To, i):i]
	return 0 < len(source) && len(source) <= shortSource &&
		!slices.ContainsFunc(source, func(t lang.Token) bool {
			return t.Kind != scan.Word || t.Is(lang.And|lang.Sub|lang.Rel)
		})
}

// hopeless reports whether the cue of the draft d and what stands beside it tell that it will not
// be kept, whatever its source and content are.
func (m *modeler) hopeless(d *draft) bool {
	if m.keep.tags == 0 || m.certain(d) {
		return false
	}
	m.keep.firstLook(d)
	return m.verdict() < -doubt
}

// firstLook begins the features of the draft d with those of the cue and of what stands beside it.
func (x *weigher) firstLook(d *draft) {
	x.begin(0)
	cue, kinds := level(d.score, Scale/2), d.verb.sense.kinds()
	x.add(0, cue)
	x.cue(d.verb, d.Cue, d.inside)
	x.around(&d.before, &d.after, d.verb)
	x.add(
		pair(cue, d.verb.class),
		pair(cue, d.verb.sense.lemma()),
		pair(cue, kinds),
		d.near,
		pair(d.near, cue),
		pair(d.near, kinds),
		pair(d.near, d.after.class),
		pair(d.verb.left, kinds),
		pair(d.verb.right, kinds),
		pair(d.verb.right, cue),
		uint32(min(d.Sentence.To-d.Sentence.From, 63)/8),
	)
}

// weigh weighs the features by which the draft d is told to be a saying: with source and content
// known, and what else its sentence says, there is more to go by than the cue model had. It returns
// how many of them [weigher.firstLook] has.
func (m *modeler) weigh(d *draft) (first int) {
	x := &m.keep
	x.firstLook(d)
	n := int(x.number)
	cue := level(d.score, Scale/2)
	x.lead(cue, level(d.lead, Scale))
	side := d.sideOf(d.Source)
	opens, head := m.ends(d.Source)
	x.source(opens, head, d.verb, side)
	gap := uint32(0)
	if side == sideBefore {
		gap = 1 + bucket(d.Cue.From-d.Source.To)
	}
	x.add(
		gap,
		pair(m.heardOf(d.Source), side),
	)
	kind, size, content := m.contentKind(d), d.extent(), Run{}
	if len(d.Content) > 0 {
		content = d.Content[0]
	}
	opens, head = m.ends(content)
	x.content(opens, head, d.verb, kind)
	x.add(
		pair(kind, cue/2),
		pair(kind, side),
		pair(kind, mix(side, cue/2)),
		pair(kind, size),
		pair(kind, mix(cue/2, size)),
	)
	x.nesting(d.verb, m.nesting(d), cue)
	x.add(uint32(min(len(m.drafts), 4)))
	return n
}

// level puts a score into one of 25 steps.
func level(score, step int32) uint32 { return uint32(max(-12, min(12, score/step)) + 12) }

// lead adds how far the content is ahead of none.
func (x *weigher) lead(cue, span uint32) {
	x.add(
		span,
		pair(cue/3, span/3),
	)
}

// cue adds what the cue is.
func (x *weigher) cue(verb cell, cue Run, inside bool) {
	in := uint32(0)
	if inside {
		in = 1
	}
	x.add(
		verb.word,
		verb.stem,
		verb.sense.lemma(),
		verb.end,
		verb.class,
		verb.sense.group(),
		verb.sense.kinds(),
		pair(verb.class, uint32(min(cue.To-cue.From, 4))),
		in,
		pair(in, verb.sense.lemma()),
	)
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
func (x *weigher) source(first, head cell, verb cell, side uint32) {
	x.add(
		side,
		pair(side, first.word),
		pair(side, first.class),
		pair(side, head.word),
		pair(side, head.class),
		pair(side, head.sense.noun()),
		pair(side, head.sense.group()),
		pair(side, verb.sense.lemma()),
		pair(side, verb.end),
		pair(side, verb.sense.kinds()),
		pair(verb.sense.kinds(), mix(head.sense.noun(), head.class)),
		pair(verb.sense.wide(), head.sense.wide()),
		pair(verb.sense.lemma(), head.sense.wide()),
		pair(verb.class, first.class),
	)
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
func (x *weigher) content(first, head cell, verb cell, kind uint32) {
	x.add(
		kind,
		pair(kind, verb.sense.lemma()),
		pair(kind, verb.class),
		pair(kind, verb.sense.kinds()),
		pair(first.class, verb.class),
		pair(first.word, verb.sense.lemma()),
		pair(first.word, verb.sense.kinds()),
		pair(first.sense.parts(), verb.sense.lemma()),
		pair(head.sense.noun(), verb.sense.kinds()),
		pair(head.sense.wide(), verb.sense.wide()),
	)
}

// around adds what stands right before and after the cue.
func (x *weigher) around(before, after *cell, verb cell) {
	x.add(
		before.class,
		after.class,
		pair(before.class, verb.class),
		pair(after.class, verb.class),
		pair(before.class, after.class),
		pair(verb.sense.kinds(), mix(before.class, after.class)),
		pair(before.word, verb.sense.lemma()),
		pair(after.word, verb.sense.lemma()),
	)
}

// nesting adds how the saying and others of its sentence lie in each other.
func (x *weigher) nesting(verb cell, nested, cue uint32) {
	x.add(
		nested,
		pair(nested, verb.sense.lemma()),
		pair(nested, verb.sense.kinds()),
		pair(nested, cue/2),
	)
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
