package lang

import (
	"encoding/binary"

	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/table"
)

// A Memo remembers what the words read last were found to be: most words of a text have stood in it
// before. The zero Memo is empty. Texts may follow one another through one Memo, not at once.
type Memo struct {
	words [][2]keyed
	fresh int // words that were not remembered since words has its size
	long  [1 << longBits]spelled
}

// A Memo starts small, for the sake of who reads one short text, and grows with the words it meets.
const (
	firstWords = 1 << 9
	mostWords  = 1 << 13
	longBits   = 11
)

// grow makes room for more words, and forgets those there are.
func (m *Memo) grow() {
	m.words = make([][2]keyed, max(firstWords, 4*len(m.words)))
	m.fresh = 0
}

// A known is what is known of a word in texts of one language.
type known struct {
	class Class
	hash  uint32
	word  table.Value
}

// A keyed is a word by its key and, in the last byte, which such words leave free, the language.
type keyed struct {
	key scan.Key
	known
}

// A spelled is a word that has no key, by its bytes and, in the last, the language.
type spelled struct {
	word longWord
	known
}

type longWord [32]byte

// at returns the two places of words with the given key: the first is for one that has come again.
func (m *Memo) at(key scan.Key) *[2]keyed {
	return &m.words[mix(key.Low, key.High)>>32*uint64(len(m.words))>>32]
}

// longAt returns the place of a long word.
func (m *Memo) longAt(w *longWord) *spelled {
	mixed := uint64(0)
	for i := 0; i < len(w); i += 8 {
		mixed = mix(binary.LittleEndian.Uint64(w[i:]), mixed)
	}
	return &m.long[mixed>>(64-longBits)]
}

// count counts a word that was not remembered.
func (m *Memo) count() {
	if m.fresh++; m.fresh > 2*len(m.words) && len(m.words) < mostWords {
		m.grow()
	}
}

// mix spreads the bits of both numbers over the highest of the result.
func mix(a, b uint64) uint64 { return (a ^ b*0x9E3779B97F4A7C15) * 0xFF51AFD7ED558CCD }

// recall gives the word t, which has just been scanned, what is known of it, and looks it up only
// where nothing is.
func (r *Reader) recall(t *Token) {
	key := r.scan.Key()
	switch {
	case r.memo == nil:
		r.classify(t)
		return
	case key == scan.Key{}:
		r.recallLong(t)
		return
	}
	key.High |= uint64(r.lang) << 56
	k := r.memo.at(key)
	if k[0].key != key {
		if k[1].key != key {
			r.classify(t)
			k[1] = keyed{key, t.known()}
			r.memo.count()
			return
		}
		k[0], k[1] = k[1], k[0]
	}
	k[0].tell(t)
}

// recallLong is recall for a word that has no key.
func (r *Reader) recallLong(t *Token) {
	var w longWord
	if int(t.End-t.Start) >= len(w) {
		r.classify(t)
		return
	}
	copy(w[:], r.text[t.Start:t.End])
	w[len(w)-1] = byte(r.lang)
	k := r.memo.longAt(&w)
	if k.word != w {
		r.classify(t)
		*k = spelled{w, t.known()}
		return
	}
	k.tell(t)
}

func (t *Token) known() known { return known{t.Class, t.Hash, t.word} }

func (k *known) tell(t *Token) { t.Class, t.Hash, t.word = k.class, k.hash, k.word }
