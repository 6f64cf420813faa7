package scan

import (
	"encoding/binary"
	"math/bits"
)

// A Key is the first MaxKey bytes of a word, packed; letters of ASCII are in lower case where the
// word has no others. Words of equal keys fold to the same. The zero Key is that of a longer word.
type Key struct{ Low, High uint64 }

// MaxKey is the length in bytes of the longest word that has a Key, one less than would fit.
const MaxKey = 15

// keyAt returns the key of the n bytes of text from i on, as they are written.
func keyAt(text string, i, n int) Key {
	if n > MaxKey {
		return Key{}
	}
	k := Key{Low: load(text, i)}
	if n <= 8 {
		k.Low &= firstBytes(n)
	} else {
		k.High = load(text, i+8) & firstBytes(n-8)
	}
	return k
}

// firstBytes has all bits of the first n bytes, of at most eight.
func firstBytes(n int) uint64 { return 1<<(8*n) - 1 }

// Key returns the key of the word that Next has read last.
func (s *Scanner) Key() Key { return s.key }

// load returns the bytes of text from i on, the first in the lowest bits; eight of them at most.
func load(text string, i int) uint64 {
	if len(text)-i >= 8 {
		return binary.LittleEndian.Uint64([]byte(text[i : i+8]))
	}
	return loadLast(text, i)
}

// loadLast is load for less than eight bytes.
func loadLast(text string, i int) (x uint64) {
	for j := len(text) - 1; j >= i; j-- {
		x = x<<8 | uint64(text[j])
	}
	return x
}

// An eight is up to eight bytes of a word of ASCII, letters and digits. Letter has the highest bit
// of each byte that is a letter.
type eight struct {
	bytes, letter uint64
	n             int // how many belong to the word; 8 if it may go on
}

// The same in each byte of an eight.
const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// eightAt returns the bytes of the word at byte i of text.
func eightAt(text string, i int) eight {
	x := load(text, i)
	plain := x &^ highs
	letter := between(plain|0x20*ones, 'a', 'z')
	others := ^((letter | between(plain, '0', '9')) &^ x) & highs
	inside := others&-others>>7 - 1 // all bits before the first of others
	return eight{x & inside, letter & highs & inside, bits.TrailingZeros64(others) / 8}
}

// between sets the highest bit of each byte of x that is one of those from lo to hi; x has no such
// bit. The other bits mean nothing.
func between(x, lo, hi uint64) uint64 {
	return (x + (0x80-lo)*ones) &^ (x + (0x7F-hi)*ones)
}

// upper has the highest bit of each byte that is a capital: 0x20 is not in it.
func (e eight) upper() uint64 { return ^e.bytes << 2 & e.letter }

func (e eight) lower() uint64 { return e.bytes << 2 & e.letter }

// digit has the highest bit of each byte that is a digit: 0x10 is in it, and in some letters.
func (e eight) digit() uint64 { return e.bytes << 3 &^ e.letter & highs }

// folded has the bytes with all letters in lower case.
func (e eight) folded() uint64 { return e.bytes | e.letter>>2 }
