// Package table holds sets of strings with a number each, packed by a generator into one string
// that the program embeds: nothing is built when the program starts, and a look-up allocates
// nothing.
//
// The strings themselves are not stored. A table knows a key by its hash, which names the bucket
// and the tag, a byte, and by a check of 28 bits that has nothing to do with the hash. Of different
// words that are no keys, one in ten thousand million is taken for one.
//
// A table is laid out as
//
//	buckets  uint32, little-endian
//	buckets × 8 bytes: the tags of the keys that sit there, 0 for none
//	(buckets + 1) × 3 bytes: the number of records before those of the bucket, little-endian
//	records × 6 bytes: 28 bits of check above 20 bits of value, little-endian
//	2 bytes of nothing, so that a record may be read as eight
//
// A key sits in the first bucket with room from its home on. Most words of a text are in no table:
// the tags, which are all that such a look-up reads, stay in the processor's cache.
//
// Keys with nothing but [More] have a tag and no record, behind the others of their bucket: one
// other word in forty is taken for such a beginning, which costs a look-up and changes no answer.
//
// Example: in a table of one bucket the key "ap" with the value 0x1D and the hash 0x1F00A3C1 has
// the tag 0x1F at 4; its record, number 0, stands at 4 + 8 + 6.
package table

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// A Value is what a table stores for a key: the flags [Whole] and [More], and a number above them.
// The zero Value is that of a miss.
type Value uint32

// The flags of a Value.
const (
	Whole Value = 1 << iota // the key itself is in the set
	More                    // longer keys start with it
)

const (
	numberShift = 2
	valueBits   = 20
)

// MaxNumber is the largest number that a Value holds.
const MaxNumber = 1<<(valueBits-numberShift) - 1

// ValueOf returns the value with the given flags and number.
func ValueOf(flags Value, number int) Value { return flags | Value(number)<<numberShift }

// Has reports whether v has the flag.
func (v Value) Has(flag Value) bool { return v&flag != 0 }

// Number returns the number of v.
func (v Value) Number() int { return int(v >> numberShift) }

// A Table is a packed set of keys with a value each. The empty Table holds none.
type Table string

const (
	head       = 4
	lanes      = 8 // keys of a bucket
	rankSize   = 3
	recordSize = 6
	slack      = 2
	ones       = 0x0101010101010101
	highs      = 0x8080808080808080
)

// Find returns the value stored for key, whose hash the caller has computed already, or 0. The key
// is folded, or an ASCII word that only lacks small letters to be so.
func Find[K string | []byte](t Table, key K, hash uint32) Value {
	b, marks := t.seek(-1, hash)
	if marks == 0 {
		return 0
	}
	return t.find(b, marks, hash, check(key))
}

// find returns the value of the key with the given check among those of bucket b that are marked
// and those after it, or 0.
func (t Table) find(b int, marks uint64, hash, sum uint32) Value {
	begins := Value(0)
	ranks := head + lanes*t.buckets()
	records := ranks + rankSize*(t.buckets()+1)
	for ; marks != 0; b, marks = t.seek(b, hash) {
		rank := t.uint64(ranks + rankSize*b)
		first, next := int(rank&0xFFFFFF), int(rank>>24&0xFFFFFF)
		for ; marks != 0; marks &= marks - 1 {
			n := first + bits.TrailingZeros64(marks)/lanes
			if n >= next {
				begins = More
				break
			}
			r := t.uint64(records + recordSize*n)
			if uint32(r>>valueBits)&checkMask == sum {
				return Value(r & (1<<valueBits - 1))
			}
		}
	}
	return begins
}

// Has reports whether a key with the given hash may be in t; false is certain.
func (t Table) Has(hash uint32) bool {
	_, marks := t.seek(-1, hash)
	return marks != 0
}

// seek returns the next bucket after b, or the first for -1, with keys that may have the given
// hash, and marks these keys as [matches] does; no mark ends the search.
func (t Table) seek(b int, hash uint32) (bucket int, marks uint64) {
	if len(t) == 0 {
		return 0, 0
	}
	buckets := t.buckets()
	if b < 0 {
		b = home(hash, buckets)
	} else if hasZero(t.tags(b)) {
		return b, 0
	} else {
		b = (b + 1) % buckets
	}
	for tag := tagOf(hash); ; {
		tags := t.tags(b)
		if marks = matches(tags, tag); marks != 0 || hasZero(tags) {
			return b, marks
		}
		if b++; b == buckets {
			b = 0
		}
	}
}

func (t Table) buckets() int { return int(uint32(t.uint64(0))) }

func (t Table) tags(b int) uint64 { return t.uint64(head + lanes*b) }

// matches has the high bit of each byte of tags that is tag; of a byte above such a one, too, if it
// differs in the lowest bit only.
func matches(tags uint64, tag byte) uint64 {
	x := tags ^ uint64(tag)*ones
	return (x - ones) &^ x & highs
}

func hasZero(tags uint64) bool { return matches(tags, 0) != 0 }

func tagOf(hash uint32) byte { return byte(max(hash>>24, 1)) }

// home spreads hashes evenly over the buckets: the upper half of a product is as good as a
// remainder and takes no division.
func home(hash uint32, buckets int) int {
	return int(uint64(hash*0x9E3779B1) * uint64(buckets) >> 32)
}

const checkMask = 1<<28 - 1

// check returns 28 bits that depend on all of key and its length, whatever the case of its ASCII
// letters. It takes eight bytes at a step, the last of which may overlap.
func check[K string | []byte](key K) uint32 {
	n := len(key)
	h := uint64(n) * odd
	switch {
	case n == 0:
	case n < 4:
		h ^= lower(uint64(key[0]) | uint64(key[n/2])<<8 | uint64(key[n-1])<<16)
	case n < 8:
		h ^= lower(uint64(Uint32(key)) | uint64(Uint32(key[n-4:]))<<32)
	default:
		last := Uint64(key[n-8:])
		for ; len(key) > 8; key = key[8:] {
			h = mix(h ^ lower(Uint64(key)))
		}
		h ^= lower(last)
	}
	return uint32(mix(h)) & checkMask
}

const odd = 0x9E3779B97F4A7C15

func mix(h uint64) uint64 {
	high, low := bits.Mul64(h, odd)
	return high ^ low
}

// lower turns the ASCII capitals among the eight bytes of x into small letters.
func lower(x uint64) uint64 {
	low := x &^ highs
	capital := (low + ('\x80'-'A')*ones) &^ (low + ('\x80'-'Z'-1)*ones) &^ x & highs
	return x | capital>>2
}

// Each calls f with the value of every key of t but the bare beginnings, in no particular order.
func (t Table) Each(f func(Value)) {
	if len(t) == 0 {
		return
	}
	records := t[head+lanes*t.buckets()+rankSize*(t.buckets()+1):]
	for n := range len(records) / recordSize {
		f(Value(records.uint64(recordSize*n) & (1<<valueBits - 1)))
	}
}

// Uint16 reads the first two bytes of s, little-endian.
func Uint16(s string) uint16 { return uint16(s[0]) | uint16(s[1])<<8 }

// Uint32 reads the first four bytes of s, little-endian.
func Uint32[S string | []byte](s S) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Uint64 reads the first eight bytes of s, little-endian.
func Uint64[S string | []byte](s S) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func (t Table) uint64(off int) uint64 { return Uint64(string(t[off : off+8])) }

// An Entry is a key of a table that is being built. Key must be folded, Hash its hash.
type Entry struct {
	Key   string
	Hash  uint32
	Value Value
}

// bare reports whether e is nothing but the beginning of longer keys.
func (e Entry) bare() bool { return e.Value == More }

// Build packs entries into a table. The same entries in any order give the same bytes. It fails on
// a key that is empty, not folded or there twice, on one that cannot be told from another, and on a
// value that is 0 or too large.
func Build(entries []Entry) (Table, error) {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Key, b.Key) })
	for i, e := range entries {
		switch {
		case e.Key == "":
			return "", errors.New("table: empty key")
		case strings.ContainsAny(e.Key, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
			return "", fmt.Errorf("table: %q is not folded", e.Key)
		case i > 0 && entries[i-1].Key == e.Key:
			return "", fmt.Errorf("table: key twice: %q", e.Key)
		case e.Value == 0 || e.Value >= 1<<valueBits:
			return "", fmt.Errorf("table: value %d of %q", e.Value, e.Key)
		}
	}
	// Five keys or six to a bucket of eight: one look-up in four goes on to the next bucket.
	buckets := make([][]Entry, len(entries)*2/11+1)
	for _, e := range entries {
		b := home(e.Hash, len(buckets))
		for len(buckets[b]) == lanes {
			b = (b + 1) % len(buckets)
		}
		buckets[b] = append(buckets[b], e)
	}
	t := pack(buckets)
	for _, e := range entries {
		if v := Find(t, e.Key, e.Hash); v != e.Value {
			return "", fmt.Errorf("table: %q cannot be told from another key", e.Key)
		}
	}
	return t, nil
}

// pack lays the buckets out, in each the keys with a record first.
func pack(buckets [][]Entry) Table {
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(buckets)))
	var ranks, records []byte
	for _, bucket := range buckets {
		slices.SortStableFunc(bucket, bareLast)
		tags := [lanes]byte{}
		ranks = appendRank(ranks, len(records)/recordSize)
		for i, e := range bucket {
			tags[i] = tagOf(e.Hash)
			if !e.bare() {
				r := uint64(check(e.Key))<<valueBits | uint64(e.Value)
				records = append(records, binary.LittleEndian.AppendUint64(nil, r)[:recordSize]...)
			}
		}
		out = append(out, tags[:]...)
	}
	ranks = appendRank(ranks, len(records)/recordSize)
	return Table(slices.Concat(out, ranks, records, make([]byte, slack)))
}

func appendRank(b []byte, n int) []byte { return append(b, byte(n), byte(n>>8), byte(n>>16)) }

func bareLast(a, b Entry) int {
	switch {
	case a.bare() == b.bare():
		return 0
	case a.bare():
		return 1
	}
	return -1
}
