package speech

import (
	"encoding/binary"
	"math"
)

// A Model is a packed set of weights for tagging a sequence: one row for each feature, with a weight
// for each tag, and a weight for each step from one tag to the next. It is laid out as
//
//	tags   byte
//	slots  uint32, little-endian
//	steps  tags × tags × int16, the weight of going from the first tag to the second
//	slots × (uint16 + tags × int8): the check of a feature, 0 in an empty slot, and its weights
//
// A feature sits in the first free slot from its home on. All weights are in units of 1/Scale.
type Model string

// Scale is how many units of a packed weight make one.
const Scale = 24

// forbidden is the weight of a step that a sequence never takes.
const forbidden = -30000

func (m Model) tags() int { return int(m[0]) }

func (m Model) step(from, to int) int32 {
	at := 5 + 2*(from*m.tags()+to)
	return int32(int16(uint16(m[at]) | uint16(m[at+1])<<8))
}

func (m Model) slots() uint32 {
	return uint32(m[1]) | uint32(m[2])<<8 | uint32(m[3])<<16 | uint32(m[4])<<24
}

// check is what a slot keeps of a feature, never 0.
func check(feature uint32) uint16 { return uint16(feature) | 1 }

func home(feature, slots uint32) uint32 {
	return uint32(uint64(feature*0x9E3779B1) * uint64(slots) >> 32)
}

// score adds the weights of the features to sum, one for each tag.
func (m Model) score(features []uint32, sum *[maxTags]int32) {
	tags := m.tags()
	slots := m.slots()
	rows := m[5+2*tags*tags:]
	size := uint32(2 + tags)
	for _, f := range features {
		want := check(f)
		for slot := home(f, slots); ; {
			row := rows[slot*size : slot*size+size]
			have := uint16(row[0]) | uint16(row[1])<<8
			if have == want {
				for t := range tags {
					sum[t] += int32(int8(row[2+t]))
				}
				break
			}
			if have == 0 {
				break
			}
			if slot++; slot == slots {
				slot = 0
			}
		}
	}
}

// maxTags is the most tags that a model has.
const maxTags = 5

// A tagger finds the best tags for a sequence, step by step; its buffers are used again. Its states
// are the tags, twice: before and after the tag must has come up.
type tagger struct {
	model Model
	tags  int
	must  int // a tag that has to come up, or -1
	steps [maxTags][maxTags]int32
	best  [2 * maxTags]int32
	back  [][2 * maxTags]uint8
	path  []uint8
}

// never is the score of what cannot be.
const never = math.MinInt32 / 2

func newTagger(m Model, must int) tagger {
	t := tagger{model: m, tags: m.tags(), must: must}
	for from := range t.tags {
		for to := range t.tags {
			t.steps[from][to] = m.step(from, to)
		}
	}
	return t
}

// start begins a sequence. The tag before its first element is 0.
func (t *tagger) start() {
	t.back = t.back[:0]
	for i := range t.best {
		t.best[i] = never
	}
	t.best[0] = 0
}

// next takes in the next element. Only the tag 0 is open to one without features.
func (t *tagger) next(features []uint32) {
	var sum [maxTags]int32
	t.model.score(features, &sum)
	tags := t.tags
	if len(features) == 0 {
		tags = 1
	}
	var best [2 * maxTags]int32
	var back [2 * maxTags]uint8
	for i := range best {
		best[i] = never
	}
	for to := range tags {
		for half := 0; half < 2*maxTags; half += maxTags {
			top, from := t.arrive(to, half)
			end := half + to
			if to == t.must {
				end = maxTags + to
			}
			if top+sum[to] > best[end] {
				best[end], back[end] = top+sum[to], from
			}
		}
	}
	t.best = best
	t.back = append(t.back, back)
}

// arrive returns the best score of coming to the tag to from the given half of the states, and from
// which of them.
func (t *tagger) arrive(to, half int) (top int32, from uint8) {
	top = never
	for f := range t.tags {
		if v := t.best[half+f] + t.steps[f][to]; v > top {
			top, from = v, uint8(half+f)
		}
	}
	return top, from
}

// finish returns the best tags of the sequence; they hold until the next start.
func (t *tagger) finish() []uint8 {
	half := 0
	if t.must >= 0 {
		half = maxTags
	}
	state := half
	for s := half; s < half+t.tags; s++ {
		if t.best[s] > t.best[state] {
			state = s
		}
	}
	if cap(t.path) < len(t.back) {
		t.path = make([]uint8, 2*len(t.back))
	}
	t.path = t.path[:len(t.back)]
	for i := len(t.back) - 1; i >= 0; i-- {
		t.path[i] = uint8(state % maxTags)
		state = int(t.back[i][state])
	}
	return t.path
}

// A Row is a feature with its weights, for [Pack].
type Row struct {
	Feature uint32
	Weights [maxTags]float32
}

// Pack packs rows and steps into a Model for the given number of tags. A step of less than -100 is
// never taken. Of two rows that cannot be told apart the first is kept.
func Pack(tags int, steps [maxTags][maxTags]float32, rows []Row) Model {
	slots := uint32(len(rows))*4/3 + 1
	out := make([]byte, 5, 5+2*tags*tags+int(slots)*(2+tags))
	out[0] = byte(tags)
	binary.LittleEndian.PutUint32(out[1:], slots)
	for from := range tags {
		for to := range tags {
			w := int16(forbidden)
			if steps[from][to] > -100 {
				w = int16(math.Round(float64(steps[from][to]) * Scale))
			}
			out = binary.LittleEndian.AppendUint16(out, uint16(w))
		}
	}
	table := make([]byte, int(slots)*(2+tags))
	size := 2 + tags
	for _, r := range rows {
		slot, have := int(home(r.Feature, slots)), uint16(0)
		for {
			have = binary.LittleEndian.Uint16(table[slot*size:])
			if have == 0 || have == check(r.Feature) {
				break
			}
			slot = (slot + 1) % int(slots)
		}
		if have != 0 {
			continue // it looks like one before it, which weighs more
		}
		binary.LittleEndian.PutUint16(table[slot*size:], check(r.Feature))
		for t := range tags {
			w := math.Round(float64(r.Weights[t]) * Scale)
			table[slot*size+2+t] = byte(int8(max(-127, min(127, w))))
		}
	}
	return Model(append(out, table...))
}
