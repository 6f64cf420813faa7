//go:build ignore

// Runes packs what package scan has to know of each character, from the tables of package unicode,
// into the table that it embeds.
package main

import (
	"encoding/binary"
	"log"
	"os"
	"strings"
	"unicode"

	"github.com/e95690a0/dateline/internal/scan"
)

func main() {
	log.SetFlags(0)
	var index, blocks []byte
	seen := map[string]byte{}
	for first := rune(0); first <= unicode.MaxRune; first += scan.BlockSize {
		var block []byte
		for r := first; r < first+scan.BlockSize; r++ {
			block = binary.LittleEndian.AppendUint16(block, uint16(classOf(r)))
		}
		n, ok := seen[string(block)]
		if !ok {
			if len(seen) == 256 {
				log.Fatal("too many blocks")
			}
			n = byte(len(seen))
			seen[string(block)] = n
			blocks = append(blocks, block...)
		}
		index = append(index, n)
	}
	if err := os.WriteFile("runes.tab", append(index, blocks...), 0o644); err != nil {
		log.Fatal(err)
	}
}

// classOf returns the class of the character r.
func classOf(r rune) scan.Class {
	c := starts(r)
	switch {
	case unicode.IsLetter(r):
		c |= scan.IsLetter
	case unicode.IsMark(r):
		c |= scan.IsMark
	}
	switch {
	case c.Starts() == scan.Alone:
		return c
	case c&(scan.IsLetter|scan.IsMark) != 0, r == 0xB7, c.Starts() == scan.Nothing && joins(r),
		'0' <= r && r <= '9':
		c |= scan.GoesOn
	}
	if katakana(r) {
		c |= scan.IsKana
	}
	switch {
	case caseless(r):
	case unicode.IsLower(r):
		c |= scan.IsLower
	case unicode.IsUpper(r):
		c |= scan.IsUpper
	case unicode.IsTitle(r):
		c |= scan.IsTitle
	}
	return c
}

// starts returns what a token is, or a gap, that begins with r.
func starts(r rune) scan.Class {
	switch {
	case r < ' ' && r != '\n' && r != '\r', r == ' ', r == 0x7F, r == 0xA0,
		0x2000 <= r && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000, r == 0x1680:
		return scan.Blank
	case r == '\n', r == '\r', r == 0x85, r == 0x2028:
		return scan.Break
	case r == 0x2029:
		return scan.EmptyLine
	case joins(r), 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E,
		0x2060 <= r && r <= 0x206F, r == 0xFEFF, 0xFE00 <= r && r <= 0xFE0F:
		return scan.Nothing
	case unspaced(r):
		return scan.Alone
	case unicode.IsLetter(r), unicode.IsMark(r):
		return scan.Class(scan.Word)
	case unicode.Is(unicode.Nd, r):
		return scan.Class(scan.Number)
	}
	for kind, runes := range marks {
		if strings.ContainsRune(runes, r) {
			return scan.Class(kind)
		}
	}
	return scan.Class(scan.Other)
}

// marks are the marks of each kind.
var marks = map[scan.Kind]string{
	scan.Stop:       ".!?。．！？…।؟۔։።॥",
	scan.Comma:      ",，、،፣",
	scan.Colon:      ":：፡՝",
	scan.Semicolon:  ";；؛",
	scan.Dash:       "-_‐‑‒–—―−－─━\u0096\u0097",
	scan.Quote:      "\"'`״＂＇",
	scan.QuoteOpen:  "“‘„‚«‹「『《〈\u0091\u0093",
	scan.QuoteClose: "”’‟‛»›」』》〉\u0092\u0094",
	scan.Open:       "([{（［【〔｛〖",
	scan.Close:      ")]}）］】〕｝〗",
	scan.Slash:      "/／⁄",
	scan.Bar:        "|｜│┃❘",
	scan.Equals:     "=＝゠",
	scan.Bullet:     ">■□▪•●►▶▸‣·・◆◼★→➤☞▼≫",
}

// joins reports whether r prints nothing, and a word goes on behind it.
func joins(r rune) bool { return r == 0xAD || r == 0x200C || r == 0x200D }

// caseless reports whether r is of the scripts from Hebrew to Tibetan, or of East Asia, which have
// no upper case, or of the Georgian that is printed, which has none for its readers, whatever
// Unicode calls it.
func caseless(r rune) bool {
	return 0x590 <= r && r < 0x10A0 || 0x3000 <= r && r < 0xA000 || 0x10D0 <= r && r <= 0x10FF
}

// unspaced reports whether r is a letter of a script that is matched letter by letter: Han, kana,
// Thai, Lao, Khmer, Burmese set no blanks between words, Hangul glues endings to them. Runs of
// katakana are whole words.
func unspaced(r rune) bool {
	switch {
	case r < 0xE00:
		return false
	case r < 0xF00, 0x1000 <= r && r < 0x10A0, 0x1780 <= r && r < 0x1800:
		return unicode.IsLetter(r)
	case r < 0x3005, 0x3008 <= r && r < 0x3041:
		return false
	case r < 0x30A0, 0x3105 <= r && r < 0xA4D0, 0xAC00 <= r && r < 0xD7B0,
		0xF900 <= r && r < 0xFB00, 0x20000 <= r && r < 0x32000:
		return true
	}
	return false
}

// katakana reports whether r is written in names from abroad; they end where other letters begin.
func katakana(r rune) bool { return 0x30A0 <= r && r < 0x3100 && unicode.IsLetter(r) }
