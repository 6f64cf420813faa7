package speech

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
)

// A Model is a packed set of weights for tagging a sequence: for each feature a weight for each
// tag, and a weight for each step from one tag to the next. The tag 0 is what the others are
// measured by: it has no weights of its own. A Model is laid out as
//
//	tags   byte
//	bits   byte
//	steps  tags × tags × int16, the weight of going from the first tag to the second
//	1<<bits × (uint16 + (tags-1) × byte), the check of a feature, 0 in an empty slot, and its
//	weights, each more by bias
//	[slack]byte
//
// A feature has one slot where it can be; of those that share it the heaviest is kept. All weights
// are in units of 1/Scale.
type Model string

// Scale is how many units of a packed weight make one.
const Scale = 24

// forbidden is the weight of a step that a sequence never takes.
const forbidden = -30000

func (m Model) tags() int { return int(m[0]) }

func (m Model) step(from, to int) int32 {
	at := 2 + 2*(from*m.tags()+to)
	return int32(int16(uint16(m[at]) | uint16(m[at+1])<<8))
}

// rows returns the part of m that holds the slots.
func (m Model) rows() Model { return m[2+2*m.tags()*m.tags():] }

// slack is how many bytes follow the last slot, so that it can be read like the others.
const slack = 2

// bias is added to a packed weight, so that none is negative.
const bias = 128

// check is what a slot keeps of a feature. That of an empty one is 0, as is what it weighs.
func check(feature uint32) uint16 { return uint16(feature) }

// slotOf returns the slot of a feature; shift is 32 less the number of bits that slots are told by.
func slotOf(feature uint32, shift uint8) int { return int(feature >> (shift & 31)) }

// Slot returns the slot of a feature in a [Model] of 1<<bits slots.
func Slot(feature uint32, bits int) int { return slotOf(feature, uint8(32-bits)) }

// maxTags is the most tags that a model has.
const maxTags = 5

// A tagger finds the best tags for a sequence, step by step; its buffers are used again. A state is
// a tag in one of two halves: before and after the tag must has come up.
type tagger struct {
	weigher
	must   int                     // a tag that has to come up, before all above it; or none
	halves int                     // 1 where no tag must come up
	step   [maxTags][maxTags]int32 // the weight of going to the first tag from the second
	best   [2][maxTags]int32       // the best score of each state, in units of 1<<fromBits
	come   [2][maxTags]int32       // and of each state of the next element, but for its features
	back   [][2][maxTags]int32     // come of each element
	path   []uint8
}

// The lowest bits of a score in come tell the state that it comes from, counted from the last:
// among equals the first is taken.
const (
	fromBits = 4
	fromMask = 1<<fromBits - 1
	halfBit  = 1 << (fromBits - 1)
)

// never is the score of what cannot be. It is far enough from both zero and the least number for
// the longest sequence.
const never = -1 << 30

// noTag is a tag that no model has.
const noTag = maxTags

func newTagger(m Model, must int) tagger {
	t := tagger{weigher: newWeigher(m), must: must, halves: 1}
	if must < noTag {
		t.halves = 2
	}
	for to := range maxTags {
		for from := range maxTags {
			t.step[to][from] = forbidden << fromBits
			if to < t.tags && from < t.tags {
				t.step[to][from] = m.step(from, to)<<fromBits + int32(halfBit-1-from)
			}
		}
		t.come[0][to], t.come[1][to] = never, never
	}
	t.rewind()
	return t
}

// start begins a sequence. The tag before its first element is 0.
func (t *tagger) start() {
	if t.begun() {
		t.rewind()
	}
}

// begun reports whether the sequence has elements.
func (t *tagger) begun() bool { return len(t.back) > 0 }

// rewind forgets the elements so far.
func (t *tagger) rewind() {
	t.back = t.back[:0]
	t.giveUp()
	t.best[0][0] = 0
	t.arrive()
}

// giveUp leaves no state in the running.
func (t *tagger) giveUp() {
	for i := range maxTags {
		t.best[0][i], t.best[1][i] = never, never
	}
}

// next goes on by an element whose features have been weighed.
func (t *tagger) next() {
	sum := &t.sum
	for half := range t.halves {
		best, come := &t.best[half], &t.come[half]
		best[0] = come[0] &^ fromMask
		best[1] = come[1]&^fromMask + sum[1]<<fromBits
		best[2] = come[2]&^fromMask + sum[2]<<fromBits
		best[3] = come[3]&^fromMask + sum[3]<<fromBits
		best[4] = come[4]&^fromMask + sum[4]<<fromBits
	}
	t.end()
}

// skip goes on by an element that only the tag 0 is open to.
func (t *tagger) skip() {
	t.giveUp()
	for half := range t.halves {
		t.best[half][0] = t.come[half][0] &^ fromMask
	}
	t.end()
}

// end notes where the states of an element come from, and goes on to the next.
func (t *tagger) end() {
	t.back = append(t.back, t.come)
	t.arrive()
}

// arrive finds from where each state of the next element is best reached.
func (t *tagger) arrive() {
	t.arriveIn(0, halfBit)
	if t.must == noTag {
		return
	}
	t.arriveIn(1, 0)
	t.come[1][t.must] = max(t.come[1][t.must], t.come[0][t.must])
	for tag := t.must; tag < maxTags; tag++ {
		t.come[0][tag] = never
	}
}

// arriveIn does so for the tags of one half, whose mark goes into the lowest bits. After the tag 0
// they come in pairs, of which the second only follows the two.
func (t *tagger) arriveIn(half int, mark int32) {
	best, come, step := &t.best[half], &t.come[half], &t.step
	a, b, c, d, e := best[0]+mark, best[1]+mark, best[2]+mark, best[3]+mark, best[4]+mark
	come[0] = max(a+step[0][0], b+step[0][1], c+step[0][2])
	come[1] = max(a+step[1][0], b+step[1][1], c+step[1][2])
	come[2] = max(b+step[2][1], c+step[2][2])
	if t.tags < maxTags {
		return
	}
	come[0] = max(come[0], d+step[0][3], e+step[0][4])
	come[1] = max(come[1], d+step[1][3], e+step[1][4])
	come[3] = max(a+step[3][0], b+step[3][1], c+step[3][2], d+step[3][3], e+step[3][4])
	come[4] = max(d+step[4][3], e+step[4][4])
}

// lead returns how far the best tags with the one that must come up are ahead of those without it.
func (t *tagger) lead() int32 {
	return (slices.Max(t.best[1][:]) - slices.Max(t.best[0][:])) >> fromBits
}

// dead is how far behind the best a tag is given up.
const dead = Scale

// idle reports whether no tag but 0 is in the running.
func (t *tagger) idle() bool {
	return max(t.best[0][1], t.best[0][2]) <= t.best[0][0]-dead<<fromBits
}

// finish returns the best tags of the sequence; they hold until the next start.
func (t *tagger) finish() []uint8 {
	half := t.halves - 1
	tag := 0
	for i, v := range t.best[half] {
		if v > t.best[half][tag] {
			tag = i
		}
	}
	return t.trace(half, tag)
}

// finishAt0 returns the best tags of the sequence where an element with the tag 0 follows it.
func (t *tagger) finishAt0() []uint8 {
	return t.trace(origin(t.come[t.halves-1][0]))
}

// origin returns the state that a score in come is reached from.
func origin(come int32) (half, tag int) {
	from := int(fromMask - come&fromMask)
	return from / halfBit, from % halfBit
}

// trace returns the tags of the path that ends in the given state.
func (t *tagger) trace(half, tag int) []uint8 {
	if cap(t.path) < len(t.back) {
		t.path = make([]uint8, 2*len(t.back))
	}
	t.path = t.path[:len(t.back)]
	for i := len(t.back) - 1; i >= 0; i-- {
		t.path[i] = uint8(tag)
		half, tag = origin(t.back[i][half][tag])
	}
	return t.path
}

// A Row is a feature with its weights, for [Pack].
type Row struct {
	Feature uint32
	Weights [maxTags]float32
}

// Pack packs rows and steps into a Model with 1<<bits slots for the given number of tags. A step of
// less than -100 is never taken. The rows that come first are kept.
func Pack(tags int, steps [maxTags][maxTags]float32, rows []Row, bits int) Model {
	out := []byte{byte(tags), byte(bits)}
	for from := range tags {
		for to := range tags {
			w := int16(forbidden)
			if steps[from][to] > -100 {
				w = int16(math.Round(float64(steps[from][to]) * Scale))
			}
			out = binary.LittleEndian.AppendUint16(out, uint16(w))
		}
	}
	row := 1 + tags
	table := bytes.Repeat([]byte{bias}, row<<bits+slack)
	taken := make([]bool, 1<<bits)
	for i := range taken {
		clear(table[i*row:][:2])
	}
	for _, r := range rows {
		slot := Slot(r.Feature, bits)
		if taken[slot] {
			continue
		}
		taken[slot] = true
		at := slot * row
		binary.LittleEndian.PutUint16(table[at:], check(r.Feature))
		for t := 1; t < tags; t++ {
			w := math.Round(float64(r.Weights[t]-r.Weights[0]) * Scale)
			table[at+1+t] = byte(bias + int(max(-127, min(127, w))))
		}
	}
	return Model(append(out, table...))
}
