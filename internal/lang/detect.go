package lang

import (
	_ "embed" // for the letters
	"math/bits"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/table"
)

// letters has the set of languages that write each letter, in either case, where not all do: for
// each block of LetterBlock characters the number of its sets, and then the distinct blocks, 2
// bytes a character with the number of its set in sets.
//
//go:embed letters.tab
var letters string

// LetterBlock is how many characters a block of letters has; those from LastLetter on are in none.
const (
	LetterBlock = 1 << letterBits
	LastLetter  = 1 << 16

	letterBits = 6
)

// A ballot counts for each language what speaks for it.
type ballot [64]int

// What a word or a letter weighs; the languages that share it share the weight. Where function
// words are few, as in a headline or a credit, the senses of other words and the letters decide.
const (
	weighFunc   = 480
	weighWord   = 120
	weighLetter = 40
)

// A handful of tokens is often enough; with so many votes, and twice those of any other, it is
// over.
const (
	handful = 32
	enough  = 6 * weighFunc
)

// sample is how many tokens the language of a text is told from.
const sample = 256

// Detect appends the first tokens of the text to toks, which is empty, as Append does, but tells
// the language from them, keeps Bound classes for that, and returns it. It is 0 where nothing
// tells.
func (r *Reader) Detect(toks []Token) ([]Token, Lang) {
	var b ballot
	for from := 0; from < sample; from += handful {
		toks = r.Append(toks, handful)
		b.count(r.text, toks[from:])
		if len(toks) < from+handful || b.decided() {
			break
		}
	}
	r.lang = b.winner()
	for i := range toks {
		if t := &toks[i]; t.Is(judged) {
			t.Class = classes(t.entry(), r.lang)
		}
	}
	return toks, r.lang
}

// Detect guesses the language of a text from the words and letters of its tokens toks, which were
// read with no language given. It is 0 where nothing tells.
func Detect(text string, toks []Token) Lang {
	var b ballot
	for len(toks) > 0 && !b.decided() {
		n := min(handful, len(toks))
		b.count(text, toks[:n])
		toks = toks[n:]
	}
	return b.winner()
}

// count counts what the words and letters of toks speak for.
func (b *ballot) count(text string, toks []Token) {
	for i := range toks {
		t := &toks[i]
		if t.word != 0 && (i == 0 || !t.clitic(&toks[i-1])) {
			b.word(t)
		}
		if t.Kind == scan.Word && t.Shape.Has(scan.NonASCII) {
			b.spelling(text[t.Start:t.End])
		}
	}
}

// clitic reports whether an apostrophe, the token before it, ties t to a word as its last letter:
// the "s" of Tokyo's is no preposition of Czech.
func (t *Token) clitic(before *Token) bool {
	return t.End-t.Start == 1 && t.Gap == scan.None && before.Kind == scan.Apostrophe
}

// word counts in which languages a word is one, and a function word at that. One with a capital is
// more often part of a name, "Los Angeles", "Ind.", "Free Press", and counts less.
func (b *ballot) word(t *Token) {
	all, function := spoken(t.entry())
	if function == 0 && t.End-t.Start <= 2 && !t.Shape.Has(scan.NonASCII) {
		return // "x" and "ok" are written everywhere
	}
	share := 1 + bits.OnesCount64(all)
	if t.Shape.Has(scan.Capital) {
		share *= 4
	}
	b.vote(function, weighFunc/share)
	b.vote(all&^function, weighWord/share)
}

// spoken returns the set of languages in which an entry is that of a word, and of a function word.
func spoken(entry int) (all, function uint64) {
	for i := range senses(entry) {
		s := sense(entry, i)
		if s.class != More {
			all |= s.langs()
		}
		if s.class == Func {
			function |= s.langs()
		}
	}
	return all, function
}

// spelling counts which languages write the letters of a word; most have the same as the one
// before.
func (b *ballot) spelling(word string) {
	langs, letters := uint64(0), 0
	for _, r := range word {
		if r < utf8.RuneSelf {
			continue
		}
		if other := writers(r); other != langs {
			b.vote(langs, letters*(weighLetter/max(1, bits.OnesCount64(langs))))
			langs, letters = other, 0
		}
		letters++
	}
	b.vote(langs, letters*(weighLetter/max(1, bits.OnesCount64(langs))))
}

// writers returns the set of languages that write the letter r and not every language does.
func writers(r rune) uint64 {
	if r >= LastLetter {
		return 0
	}
	block := int(letters[r>>letterBits])
	at := LastLetter/LetterBlock + 2*(block<<letterBits|int(r)&(LetterBlock-1))
	return setAt(table.Uint16(letters[at : at+2]))
}

func (b *ballot) vote(langs uint64, weight int) {
	for ; langs != 0; langs &= langs - 1 {
		b[bits.TrailingZeros64(langs)] += weight
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

// winner is the first of the languages with most votes. The last tag stands for all that have no
// pack.
func (b *ballot) winner() Lang {
	best := 0
	for l, n := range b[:len(tags)-1] {
		if n > b[best] {
			best = l
		}
	}
	return Lang(best)
}
