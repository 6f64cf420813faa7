package lang

import (
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/table"
)

// A Memo remembers what the words read last were found to be: most words of a text have stood in it
// before. The zero Memo is empty. Texts may follow one another through one Memo, not at once.
type Memo struct {
	words [1 << (memoBits - 1)][2]known
}

const memoBits = 14

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

// recall gives the word t, which has just been scanned, what is known of it, and looks it up only
// where nothing is.
func (r *Reader) recall(t *Token) {
	key := r.scan.Key()
	if r.memo == nil || key == (scan.Key{}) {
		r.classify(t)
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
