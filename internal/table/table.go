// Package table holds sets of strings, packed by a generator into one string that the program
// embeds: nothing is built when the program starts, and a look-up allocates nothing.
//
// A table is laid out as
//
//	slots  uint32, little-endian
//	slots × byte: 0 for an empty slot, else the tag of the key that sits there
//	slots × 3 bytes: the offset of its record, little-endian
//	records: one byte key length, the key, the value (whose length its reader knows)
//
// where offset counts from the table's first byte and tag is the first byte of the key's hash, or 1
// for 0. A key sits in the first free slot from its home on. Most words of a text are in no table:
// the tags, which are all that such a look-up reads, stay in the processor's cache.
//
// Example: in a table of two slots the key "ap" with the value 7 and the hash 0x1F00A3C1 has the
// tag 0x1F; the offset of its slot is 12, and its record there "\x02ap\x07".
package table

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// MaxKey is the longest key in bytes that a table holds.
const MaxKey = 255

// A Table is a packed set of keys with a value each. The empty Table holds none.
type Table string

// Find returns the offset in t of the value stored for key, whose hash the caller has computed
// already; a miss gives 0, which is never a value's offset.
func (t Table) Find(key []byte, hash uint32) int {
	for slot, at := t.next(-1, hash); at != 0; slot, at = t.next(slot, hash) {
		if n := int(t[at-1]); n == len(key) && string(t[at:at+n]) == string(key) {
			return at + n
		}
	}
	return 0
}

// FindWord is Find for a word of ASCII letters in any case; hash is that of the folded word.
func (t Table) FindWord(word string, hash uint32) int {
	for slot, at := t.next(-1, hash); at != 0; slot, at = t.next(slot, hash) {
		if n := int(t[at-1]); n == len(word) && sameWord(string(t[at:at+n]), word) {
			return at + n
		}
	}
	return 0
}

// Has reports whether a key with the given hash may be in t; false is certain.
func (t Table) Has(hash uint32) bool {
	_, at := t.next(-1, hash)
	return at != 0
}

// sameWord reports whether word is the folded one in other letter case; they are of one length.
func sameWord(folded, word string) bool {
	for i := range len(folded) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if folded[i] != c {
			return false
		}
	}
	return true
}

// next returns the next slot after the given one, or the first for -1, whose key may have the given
// hash, and the offset of that key; an offset of 0 ends the search.
func (t Table) next(slot int, hash uint32) (int, int) {
	if len(t) == 0 {
		return 0, 0
	}
	slots := int(t.uint32(0))
	if slot < 0 {
		slot = home(hash, slots) - 1
	}
	for tag := tagOf(hash); ; {
		if slot++; slot == slots {
			slot = 0
		}
		switch t[4+slot] {
		case 0:
			return slot, 0
		case tag:
			return slot, t.record(slots, slot) + 1
		}
	}
}

func tagOf(hash uint32) byte { return byte(max(hash>>24, 1)) }

// record returns the offset of the record of a slot that is not empty.
func (t Table) record(slots, slot int) int {
	o := t[4+slots+3*slot:][:3]
	return int(o[0]) | int(o[1])<<8 | int(o[2])<<16
}

// home spreads hashes evenly over the slots: the upper half of a product is as good as a remainder
// and takes no division.
func home(hash uint32, slots int) int {
	return int(uint64(hash*0x9E3779B1) * uint64(slots) >> 32)
}

// Each calls f with every key of t and the offset of its value, in no particular order.
func (t Table) Each(f func(key string, value int)) {
	if len(t) == 0 {
		return
	}
	slots := int(t.uint32(0))
	for slot := range slots {
		if t[4+slot] != 0 {
			at := t.record(slots, slot) + 1
			n := int(t[at-1])
			f(string(t[at:at+n]), at+n)
		}
	}
}

// Uint16 reads two bytes of t at off, little-endian.
func (t Table) Uint16(off int) uint16 {
	return uint16(t[off]) | uint16(t[off+1])<<8
}

// Uint32 reads four bytes of t at off, little-endian.
func (t Table) Uint32(off int) uint32 { return t.uint32(off) }

func (t Table) uint32(off int) uint32 {
	s := t[off : off+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// An Entry is a key of a table that is being built. Key must be folded, Hash its hash.
type Entry struct {
	Key   string
	Hash  uint32
	Value []byte
}

// Build packs entries into a table. The same entries in any order give the same bytes. It fails on
// a key that is empty, too long or there twice, and on a table over 16 MB.
func Build(entries []Entry) (Table, error) {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Key, b.Key) })
	slots := len(entries)*8/5 + 1
	out := make([]byte, 4+4*slots)
	binary.LittleEndian.PutUint32(out, uint32(slots))
	for i, e := range entries {
		if e.Key == "" || len(e.Key) > MaxKey {
			return "", fmt.Errorf("table: key of %d bytes: %q", len(e.Key), e.Key)
		}
		if i > 0 && entries[i-1].Key == e.Key {
			return "", fmt.Errorf("table: key twice: %q", e.Key)
		}
		slot := home(e.Hash, slots)
		for out[4+slot] != 0 {
			slot = (slot + 1) % slots
		}
		out[4+slot] = tagOf(e.Hash)
		at := 4 + slots + 3*slot
		out[at], out[at+1], out[at+2] = byte(len(out)), byte(len(out)>>8), byte(len(out)>>16)
		out = append(out, byte(len(e.Key)))
		out = append(out, e.Key...)
		out = append(out, e.Value...)
	}
	if len(out) >= 1<<24 {
		return "", fmt.Errorf("table: %d bytes are too many", len(out))
	}
	return Table(out), nil
}
