package lang

import (
	"cmp"
	"math/bits"
	"slices"
	"unicode"

	"github.com/e95690a0/dateline/internal/scan"
)

// A letterRange holds the letters from lo to hi, which texts of the languages langs are written with.
type letterRange struct {
	lo, hi rune
	langs  uint64
}

// A ballot counts for each language what speaks for it.
type ballot [64]int

// What a word or a letter weighs; the languages that share it share the weight. Where function words
// are few, as in a headline or a credit, the senses of other words and the letters decide.
const (
	weighFunc   = 160
	weighWord   = 40
	weighLetter = 16
)

// A handful of tokens is often enough; with so many votes, and twice those of any other, it is over.
const (
	handful = 32
	enough  = 12 * weighFunc
)

// Detect guesses the language of a text from the words and letters of its first tokens, toks, which
// were read with no language given. It is 0 where nothing tells.
func Detect(text string, toks []Token) Lang {
	var b ballot
	for i := range toks {
		if i%handful == 0 && b.decided() {
			break
		}
		t := &toks[i]
		if t.word != 0 {
			b.word(t)
		}
		if t.Kind == scan.Word && t.Shape.Has(scan.NonASCII) {
			b.spelling(text[t.Start:t.End])
		}
	}
	return b.winner()
}

// word counts what a word is in which languages. One with a capital is more often part of a name, "Los
// Angeles", "Ind.", "Free Press", and counts less.
func (b *ballot) word(t *Token) {
	weight := weighWord
	if t.Is(Func) {
		weight = weighFunc
	}
	if t.Shape.Has(scan.Capital) {
		weight /= 4
	}
	at := int(t.word)
	for i := range senses(at) {
		if s := sense(at, i); s.class == Func || !t.Is(Func) {
			b.vote(s.langs, weight)
		}
	}
}

func (b *ballot) spelling(word string) {
	for _, r := range word {
		if r >= 0x80 {
			b.vote(writers(unicode.ToLower(r)), weighLetter)
		}
	}
}

// writers returns the set of languages that write the letter r and not every language does.
func writers(r rune) uint64 {
	i, ok := slices.BinarySearchFunc(letters[:], r, func(l letterRange, r rune) int {
		if l.lo <= r && r <= l.hi {
			return 0
		}
		return cmp.Compare(l.lo, r)
	})
	if !ok {
		return 0
	}
	return letters[i].langs
}

func (b *ballot) vote(langs uint64, weight int) {
	share := weight / max(1, bits.OnesCount64(langs))
	if share == 0 {
		return
	}
	for ; langs != 0; langs &= langs - 1 {
		b[bits.TrailingZeros64(langs)] += share
	}
}

// decided reports whether one language is far ahead of all others.
func (b *ballot) decided() bool {
	first, second := 0, 0
	for _, n := range b {
		switch {
		case n > first:
			first, second = n, first
		case n > second:
			second = n
		}
	}
	return first >= enough && first >= 2*second
}

// winner is the first of the languages with most votes. The last tag stands for all that have no pack.
func (b *ballot) winner() Lang {
	best := 0
	for l, n := range b[:len(tags)-1] {
		if n > b[best] {
			best = l
		}
	}
	return Lang(best)
}
