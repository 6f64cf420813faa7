package lang

import (
	"encoding/binary"

	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/table"
)

// A Memo remembers what the words read last were found to be: most words of a text have stood in it
// before. The zero Memo is empty. Texts may follow one another through one Memo, not at once.
type Memo struct {
	words [1 << (memoBits - 1)][2]known
	long  [1 << longBits]knownLong
}

const (
	memoBits = 14
	longBits = 11
)

// A known is what is known of a word in texts of one language, which is the last byte of its key:
// words with a key leave it free.
type known struct {
	key   scan.Key
	class Class
	hash  uint32
	word  table.Value
}

// at returns the two places of words with the given key: the first is for one that has come again.
func (m *Memo) at(key scan.Key) *[2]known {
	mixed := (key.Low ^ key.High*0x9E3779B97F4A7C15) * 0xFF51AFD7ED558CCD
	return &m.words[mixed>>(64-memoBits+1)]
}

// A knownLong is what is known of a word that has no key, by its bytes and the language.
type knownLong struct {
	word longWord
	what known // but for the key
}

// A longWord is a word of less than 31 bytes and the language of the text.
type longWord [32]byte

// at returns the place of a long word.
func (m *Memo) longAt(w *longWord) *knownLong {
	mixed := uint64(0)
	for i := 0; i < len(w); i += 8 {
		mixed = (mixed ^ binary.LittleEndian.Uint64(w[i:])) * 0x9E3779B97F4A7C15
		mixed ^= mixed >> 32
	}
	return &m.long[mixed>>(64-longBits)]
}

// recall gives the word t, which has just been scanned, what is known of it, and looks it up only
// where nothing is.
func (r *Reader) recall(t *Token) {
	key := r.scan.Key()
	if r.memo == nil {
		r.classify(t)
		return
	}
	if key == (scan.Key{}) {
		r.recallLong(t)
		return
	}
	key.High |= uint64(r.lang) << 56
	k := r.memo.at(key)
	if k[0].key != key {
		if k[1].key != key {
			r.classify(t)
			k[1] = known{key, t.Class, t.Hash, t.word}
			return
		}
		k[0], k[1] = k[1], k[0]
	}
	t.Hash, t.Class, t.word = k[0].hash, k[0].class, k[0].word
}

// recallLong is recall for a word that has no key.
func (r *Reader) recallLong(t *Token) {
	var w longWord
	text := r.text[t.Start:t.End]
	if len(text) >= len(w)-1 {
		r.classify(t)
		return
	}
	copy(w[:], text)
	w[len(w)-1] = byte(r.lang)
	k := r.memo.longAt(&w)
	if k.word != w {
		r.classify(t)
		*k = knownLong{w, known{class: t.Class, hash: t.Hash, word: t.word}}
		return
	}
	t.Hash, t.Class, t.word = k.what.hash, k.what.class, k.what.word
}
