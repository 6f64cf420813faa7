package speech

import "encoding/binary"

// A Senses is a packed list of words with what they mean, for those that a model has not learned
// from: words used alike share a group, and WordNet tells their parts of speech and their topics.
// It is a row of buckets for four words each:
//
//	4 × (uint16 check, 40 bits of [Sense])
//
// A word that its bucket has no room for is left out.
type Senses string

const (
	senseBucket = 4
	senseSize   = 7
	senseBits   = 13 // tell a bucket
)

// A Sense says what a word is like, in this order from the lowest bit. The zero Sense is that of a
// word that is not known.
//
//	9 bits  group: words used alike, those closest to each other sharing the higher bits
//	4 bits  parts of speech: noun, verb, adjective, adverb
//	5 bits  the topic of the noun, in WordNet's numbering of its files, from 3
//	4 bits  that of the verb, from 29
//	18 bits the number of the lemma: that of the verb for a word that can be one
type Sense uint64

// NewSense makes a Sense of a group, parts of speech, topics, which are 0 where there are none, and
// the number of a lemma.
func NewSense(group, parts, noun, verb, lemma uint32) Sense {
	kinds := parts | noun<<4 | verb<<9
	return Sense(group) | Sense(kinds)<<groupBits | Sense(lemma)<<(groupBits+kindBits)
}

const (
	groupBits = 9
	kindBits  = 13
)

func (s Sense) group() uint32 { return uint32(s) & (1<<groupBits - 1) }

// wide is the group with those next to it.
func (s Sense) wide() uint32 { return s.group() >> 3 }

func (s Sense) parts() uint32 { return uint32(s) >> groupBits & 15 }

func (s Sense) noun() uint32 { return uint32(s) >> (groupBits + 4) & 31 }

// kinds are parts of speech and topics.
func (s Sense) kinds() uint32 { return uint32(s) >> groupBits & (1<<kindBits - 1) }

func (s Sense) lemma() uint32 { return uint32(s >> (groupBits + kindBits)) }

// of returns the sense of the word with that hash.
func (t Senses) of(hash uint32) Sense {
	if t == "" {
		return 0
	}
	at := senseAt(hash)
	b := t[at : at+senseBucket*senseSize]
	for i := 0; i < len(b); i += senseSize {
		if uint16(b[i])|uint16(b[i+1])<<8 == wordCheck(hash) {
			return Sense(b[i+2]) | Sense(b[i+3])<<8 | Sense(b[i+4])<<16 | Sense(b[i+5])<<24 |
				Sense(b[i+6])<<32
		}
	}
	return 0
}

// senseAt returns where the bucket of a word starts.
func senseAt(hash uint32) int {
	return int(hash*0x9E3779B1>>(32-senseBits)) * senseBucket * senseSize
}

// wordCheck is what is kept of the word, never 0.
func wordCheck(hash uint32) uint16 { return uint16(hash) | 1 }

// A Meaning is the hash of a word with its sense, for [PackSenses].
type Meaning struct {
	Hash  uint32
	Sense Sense
}

// PackSenses packs the meanings; those that come first are kept.
func PackSenses(words []Meaning) Senses {
	table := make([]byte, senseBucket*senseSize<<senseBits)
	for _, w := range words {
		at := senseAt(w.Hash)
		for b := table[at : at+senseBucket*senseSize]; len(b) > 0; b = b[senseSize:] {
			if b[0]|b[1] == 0 {
				binary.LittleEndian.PutUint16(b, wordCheck(w.Hash))
				for i := range senseSize - 2 {
					b[2+i] = byte(w.Sense >> (8 * i))
				}
				break
			}
		}
	}
	return Senses(table)
}
