package speech

// A tally is what some features weigh together for each tag.
type tally [maxTags]int32

// add adds what other features weigh. The tag 0 has no weights.
func (sum *tally) add(other *tally) {
	sum[1] += other[1]
	sum[2] += other[2]
	sum[3] += other[3]
	sum[4] += other[4]
}

// unlikely reports whether the features speak against the tag 1 by more than doubt.
func (sum *tally) unlikely(doubt int32) bool { return sum[1] < -doubt }

// A weigher weighs the features of an element with a model; without one it notes them, to learn
// from. They have numbers in their order, which keep equal words in different places apart.
type weigher struct {
	rows   Model
	shift  uint8
	tags   int
	number uint32 // that of the last feature
	sum    tally  // what the features weigh so far
	noted  []uint32
}

func newWeigher(m Model) weigher {
	if m == "" {
		return weigher{}
	}
	return weigher{rows: m.rows(), shift: 32 - m[1], tags: m.tags()}
}

// begin begins with the features of an element, whose numbers come after first.
func (x *weigher) begin(first uint32) { x.number, x.sum = first, tally{} }

// take returns the features that have been noted, and forgets them.
func (x *weigher) take() []uint32 {
	noted := x.noted
	x.noted = nil
	return noted
}

// add adds features, in their order.
func (x *weigher) add(features ...uint32) {
	number := x.number * nextNumber
	x.number += uint32(len(features))
	switch x.tags {
	case keepTags:
		x.sum[1] += score1(x.rows, x.shift, number, features)
	case cueTags:
		b, c := score2(x.rows, x.shift, number, features)
		x.sum[1], x.sum[2] = x.sum[1]+b, x.sum[2]+c
	case spanTags:
		b, c, d, e := score4(x.rows, x.shift, number, features)
		x.sum[1], x.sum[2], x.sum[3], x.sum[4] = x.sum[1]+b, x.sum[2]+c, x.sum[3]+d, x.sum[4]+e
	default:
		for _, f := range features {
			number += nextNumber
			x.noted = append(x.noted, numbered(f, number))
		}
	}
}

// nextNumber is the step from one number to the next: far, so that no two of them look alike.
const nextNumber = 0x9E3779B1

// numbered returns a feature as the models know it, with its number in steps of nextNumber.
func numbered(feature, number uint32) uint32 {
	h := (feature ^ number) * 0xC2B2AE35
	return h ^ h>>15
}

// match is all ones where diff, how a check differs from that of a feature, is 0, else 0. Half of
// the features have a slot, in no order that a processor could guess: a branch would cost more than
// adding nothing.
func match(diff uint16) uint32 { return uint32(int32(uint32(diff)-1) >> 31) }

// score1 returns the weights of the features together, for a model of two tags.
func score1(rows Model, shift uint8, number uint32, features []uint32) (b int32) {
	for _, f := range features {
		number += nextNumber
		f = numbered(f, number)
		at := slotOf(f, shift) * 3
		row := rows[at : at+3]
		m := match(uint16(row[0]) | uint16(row[1])<<8 ^ check(f))
		b += int32((uint32(row[2]) - bias) & m)
	}
	return b
}

// score2 does so for a model of three tags.
func score2(rows Model, shift uint8, number uint32, features []uint32) (b, c int32) {
	for _, f := range features {
		number += nextNumber
		f = numbered(f, number)
		at := slotOf(f, shift) * 4
		row := rows[at : at+4]
		v := uint32(row[0]) | uint32(row[1])<<8 | uint32(row[2])<<16 | uint32(row[3])<<24
		m := match(uint16(v) ^ check(f))
		b += int32((v>>16&0xFF - bias) & m)
		c += int32((v>>24 - bias) & m)
	}
	return b, c
}

// score4 does so for a model of five tags. It reads a slot and what follows it at once, and adds up
// the weights two by two, in halves of a word.
func score4(rows Model, shift uint8, number uint32, features []uint32) (b, c, d, e int32) {
	var even, odd, n uint32
	for _, f := range features {
		number += nextNumber
		f = numbered(f, number)
		at := slotOf(f, shift) * 6
		row := rows[at : at+8]
		v := uint64(row[0]) | uint64(row[1])<<8 | uint64(row[2])<<16 | uint64(row[3])<<24 |
			uint64(row[4])<<32 | uint64(row[5])<<40 | uint64(row[6])<<48 | uint64(row[7])<<56
		m := match(uint16(v) ^ check(f))
		w := uint32(v>>16) & m
		even += w & 0x00FF00FF
		odd += w >> 8 & 0x00FF00FF
		n -= m
	}
	none := int32(n * bias)
	return int32(even&0xFFFF) - none, int32(odd&0xFFFF) - none,
		int32(even>>16) - none, int32(odd>>16) - none
}
