package speech

import (
	"encoding/binary"
	"math"
)

// A Model is a packed set of weights for tagging a sequence: for each feature a weight for each
// tag, and a weight for each step from one tag to the next. The tag 0 is what the others are
// measured by: it has no weights of its own. A Model is laid out as
//
//	tags   byte
//	bits   byte
//	steps  tags × tags × int16, the weight of going from the first tag to the second
//	1<<bits × (uint16 + (tags-1) × int8): the check of a feature, 0 in an empty slot, and its weights
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

// check is what a slot keeps of a feature, never 0.
func check(feature uint32) uint16 { return uint16(feature) | 1 }

// slotOf returns the slot of a feature; shift is 32 less the number of bits that slots are told by.
func slotOf(feature uint32, shift uint8) int { return int(feature * 0x9E3779B1 >> (shift & 31)) }

// same is all ones where the check that a slot has is that of the feature, else 0. Half of the
// features have a slot, in no order that a processor could guess: a branch would cost more than
// adding nothing.
func same(have uint16, feature uint32) uint32 {
	return uint32(int32(uint32(have^check(feature))-1) >> 31)
}

// score1 returns the weights of the features together, for a model of two tags.
func score1(rows Model, shift uint8, features []uint32) (b int32) {
	for _, f := range features {
		at := slotOf(f, shift) * 3
		row := rows[at : at+3]
		b += int32(int8(row[2])) & int32(same(uint16(row[0])|uint16(row[1])<<8, f))
	}
	return b
}

// score2 does so for a model of three tags.
func score2(rows Model, shift uint8, features []uint32) (b, c int32) {
	for _, f := range features {
		at := slotOf(f, shift) * 4
		row := rows[at : at+4]
		v := uint32(row[0]) | uint32(row[1])<<8 | uint32(row[2])<<16 | uint32(row[3])<<24
		m := int32(same(uint16(v), f))
		b += int32(int8(v>>16)) & m
		c += int32(int8(v>>24)) & m
	}
	return b, c
}

// score4 does so for a model of five tags. It adds up the weights two by two, in halves of a word,
// with bias added to each so that none is negative.
func score4(rows Model, shift uint8, features []uint32) (b, c, d, e int32) {
	const bias = 128
	var even, odd, n uint32
	for _, f := range features {
		at := slotOf(f, shift) * 6
		row := rows[at : at+6]
		m := same(uint16(row[0])|uint16(row[1])<<8, f)
		v := uint32(row[2]) | uint32(row[3])<<8 | uint32(row[4])<<16 | uint32(row[5])<<24
		v = (v ^ 0x80808080) & m
		even += v & 0x00FF00FF
		odd += v >> 8 & 0x00FF00FF
		n += m & bias
	}
	base := int32(n)
	return int32(even&0xFFFF) - base, int32(odd&0xFFFF) - base,
		int32(even>>16) - base, int32(odd>>16) - base
}

// The most tags that a model has, and the most moves between the states of a [tagger].
const (
	maxTags  = 5
	maxMoves = 2 * maxTags * maxTags
)

// A tagger finds the best tags for a sequence, step by step; its buffers are used again. Its states
// are the tags, twice: before and, from state late on, after the tag must has come up.
type tagger struct {
	rows   Model
	shift  uint8
	tags   int
	must   int // a tag that has to come up, or -1
	states int
	moves  []move
	rest   int           // how many moves lead to the tag 0; they come first
	sum    [late]int32   // what the features of the next element weigh for each tag
	best   [states]int32 // of each state, in units of 1<<fromBits
	back   [][states]uint8
	path   []uint8
}

const (
	late     = 8
	states   = 2 * late
	fromBits = 4 // tell a state
)

// A move leads from one state to another. Its step is the weight of the move, and in the lowest
// bits the state that it comes from, counted from the last: among equals the first is taken.
type move struct {
	from, to uint8
	step     int32
}

// never is the score of what cannot be.
const never = -1 << 30

func newTagger(m Model, must int) tagger {
	t := tagger{rows: m.rows(), shift: 32 - m[1], tags: m.tags(), must: must, states: m.tags()}
	if must >= 0 {
		t.states += late
	}
	t.moves = make([]move, 0, maxMoves)
	for to := range t.tags {
		for half := 0; half < t.states; half += late {
			for from := range t.tags {
				t.addMove(half, from, to, m.step(from, to))
			}
		}
		if to == 0 {
			t.rest = len(t.moves)
		}
	}
	return t
}

// addMove adds the move between two tags in one half of the states, if a sequence may take it.
func (t *tagger) addMove(half, from, to int, weight int32) {
	end := half + to
	if to == t.must {
		end = late + to
	}
	if weight > forbidden && (half > 0 || from != t.must) {
		from += half
		step := weight<<fromBits | int32(states-1-from)
		t.moves = append(t.moves, move{uint8(from), uint8(end), step})
	}
}

// start begins a sequence. The tag before its first element is 0.
func (t *tagger) start() {
	t.back = t.back[:0]
	for i := range t.best {
		t.best[i] = never
	}
	t.best[0] = 0
}

// weigh takes in features of the next element.
func (t *tagger) weigh(features []uint32) {
	if t.tags == cueTags {
		b, c := score2(t.rows, t.shift, features)
		t.sum[1], t.sum[2] = t.sum[1]+b, t.sum[2]+c
		return
	}
	b, c, d, e := score4(t.rows, t.shift, features)
	t.sum[1], t.sum[2], t.sum[3], t.sum[4] = t.sum[1]+b, t.sum[2]+c, t.sum[3]+d, t.sum[4]+e
}

// next ends the element whose features were taken in.
func (t *tagger) next() { t.take(t.moves) }

// skip ends an element that only the tag 0 is open to.
func (t *tagger) skip() {
	t.sum = [late]int32{}
	t.take(t.moves[:t.rest])
}

// take goes on to the next element by the given moves.
func (t *tagger) take(moves []move) {
	var next [states]int32
	for i := range next {
		next[i] = never
	}
	for i := range moves {
		m := &moves[i]
		to := m.to % states
		next[to] = max(next[to], t.best[m.from%states]+m.step)
	}
	var back [states]uint8
	for i := range t.states {
		i %= states // which the compiler does not know of itself
		back[i] = uint8(states - 1 - next[i]&(states-1))
		t.best[i] = max(never, next[i]&^(states-1)+t.sum[i%late]<<fromBits)
	}
	t.sum = [late]int32{}
	t.back = append(t.back, back)
}

// lead returns how far the best tags with the one that must come up are ahead of those without it.
func (t *tagger) lead() int32 {
	without, with := int32(never), int32(never)
	for i := range late {
		without, with = max(without, t.best[i]), max(with, t.best[late+i])
	}
	return (with - without) >> fromBits
}

// dead is how far behind the best a tag is given up.
const dead = 2 * Scale

// idle reports whether no tag but 0 is in the running.
func (t *tagger) idle() bool {
	for _, v := range t.best[1:t.tags] {
		if v > t.best[0]-dead<<fromBits {
			return false
		}
	}
	return true
}

// unlikely reports whether the features so far speak against the tag 1 by more than doubt.
func (t *tagger) unlikely(doubt int32) bool { return t.sum[1] < -doubt }

// finish returns the best tags of the sequence; they hold until the next start.
func (t *tagger) finish() []uint8 {
	first := 0
	if t.must >= 0 {
		first = late
	}
	state := first
	for s := first; s < first+t.tags; s++ {
		if t.best[s] > t.best[state] {
			state = s
		}
	}
	if cap(t.path) < len(t.back) {
		t.path = make([]uint8, 2*len(t.back))
	}
	t.path = t.path[:len(t.back)]
	for i := len(t.back) - 1; i >= 0; i-- {
		t.path[i] = uint8(state % late)
		state = int(t.back[i][state])
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
	table := make([]byte, row<<bits)
	for _, r := range rows {
		at := slotOf(r.Feature, uint8(32-bits)) * row
		if table[at] != 0 {
			continue
		}
		binary.LittleEndian.PutUint16(table[at:], check(r.Feature))
		for t := 1; t < tags; t++ {
			w := math.Round(float64(r.Weights[t]-r.Weights[0]) * Scale)
			table[at+1+t] = byte(int8(max(-127, min(127, w))))
		}
	}
	return Model(append(out, table...))
}
