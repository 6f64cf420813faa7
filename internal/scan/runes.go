package scan

import (
	_ "embed" // for the packed classes
	"unicode/utf8"
)

//go:generate go run ../gen/runes.go

// runes has the class of each character: for each block of BlockSize characters the number of its
// classes, and then the distinct blocks of classes, 2 bytes each, little-endian.
//
//go:embed runes.tab
var runes string

// BlockSize is how many characters a block of the table has.
const BlockSize = 1 << blockBits

const (
	blockBits = 7
	blocks    = (utf8.MaxRune + 1) / BlockSize // where the first block starts
)

// A Class says what a character is to a scanner: which kind of token, or which gap, one that starts
// with it is, and what it does inside a word.
type Class uint16

// What a character starts, beside the kinds of token.
const (
	Alone     Class = 24 + iota // a word of one letter, of scripts that set no blanks between words
	Blank                       // white space, or what is printed as such
	Break                       // a line break
	EmptyLine                   // a break between paragraphs
	Nothing                     // what prints nothing
)

// The traits of a character; bits add up.
const (
	GoesOn   Class = 1 << (5 + iota) // it goes on a word
	IsLetter                         // a letter of any script
	IsMark                           // an accent or vowel sign
	IsKana                           // katakana, which goes on words of itself only
	IsUpper
	IsLower
	IsTitle
)

// Starts returns the part of c that is a Kind, or Alone and those after it.
func (c Class) Starts() Class { return c & 31 }

func (c Class) has(trait Class) bool { return c&trait != 0 }

// classAt returns the class and the length of the character at byte i of text; a byte that is no
// UTF-8 is an Other of one.
func classAt(text string, i int) (Class, int) {
	if text[i] < utf8.RuneSelf {
		return asciiClass(text[i]), 1
	}
	return wideClass(text, i)
}

// asciiClass is classAt for ASCII, which is in the first block.
func asciiClass(c byte) Class { return classIn(2 * int(c)) }

// wideClass is classAt for a character outside ASCII.
func wideClass(text string, i int) (Class, int) {
	r, n := decode(text[i:])
	block := int(runes[r>>blockBits])
	return classIn(2 * (block<<blockBits | int(r)&(BlockSize-1))), n
}

// decode is utf8.DecodeRuneInString, with the letters of most scripts beside Latin first.
func decode(s string) (rune, int) {
	const (
		two, three = 0xC0, 0xE0 // the highest bits of the first byte, by length
		tail, bits = 0x80, 0x3F // the highest bits of the others, and what the others hold
	)
	switch {
	case len(s) > 1 && s[0]&^0x1F == two && s[1]&^bits == tail && s[0] > two+1:
		return rune(s[0]&0x1F)<<6 | rune(s[1]&bits), 2
	case len(s) > 2 && s[0]&^0xF == three && s[1]&^bits == tail && s[2]&^bits == tail:
		r := rune(s[0]&0xF)<<12 | rune(s[1]&bits)<<6 | rune(s[2]&bits)
		if r > 0x7FF && utf8.ValidRune(r) {
			return r, 3
		}
	}
	return utf8.DecodeRuneInString(s)
}

// classIn returns the class at a given offset in the blocks.
func classIn(at int) Class {
	c := runes[blocks+at : blocks+at+2]
	return Class(c[0]) | Class(c[1])<<8
}
