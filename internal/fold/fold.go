// Package fold brings words to the one form in which all tables of this module hold their keys:
// lower case, full-width letters and digits narrowed, Greek without its accents, Arabic and Hebrew
// without their vowel signs, typographic marks as their ASCII cousins, white space as one blank.
//
// The folded form is only compared and hashed. Offsets always count bytes of the unfolded text.
package fold

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Seed is the hash of the empty string (FNV-1a, 32 bits).
const Seed uint32 = 2166136261

const prime = 16777619

// Byte extends the hash h by one byte of a folded string.
func Byte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * prime }

// Hash returns the hash of a string that is folded already.
func Hash[T string | []byte](folded T) uint32 { return extendBytes(Seed, folded) }

// extendBytes extends the hash h by a folded string.
func extendBytes[T string | []byte](h uint32, folded T) uint32 {
	for i := range len(folded) {
		h = Byte(h, folded[i])
	}
	return h
}

// Extend hashes on over the folded form of s, which it does not make.
func Extend(hash uint32, s string) uint32 {
	h := hash
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return extendWide(hash, s)
		}
		h = Byte(h, ASCII(s[i]))
	}
	return h
}

func extendWide(h uint32, s string) uint32 {
	if accented(s) {
		s = norm.NFC.String(s)
	}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if folded := Rune(r); folded == r { // or a byte that is no UTF-8
			h = extendBytes(h, s[i:i+n])
		} else if folded >= 0 {
			var enc [utf8.UTFMax]byte
			h = extendBytes(h, enc[:utf8.EncodeRune(enc[:], folded)])
		}
		i += n
	}
	return h
}

// String returns s folded. It allocates: it is meant for building tables and for tests.
func String(s string) string { return string(Append(nil, s)) }

// Append appends the folded form of s to dst. Letters that are followed by combining accents are
// composed first, so "e\u0301" folds as "é" does.
func Append(dst []byte, s string) []byte {
	if accented(s) {
		s = norm.NFC.String(s)
	}
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			dst = append(dst, ASCII(c))
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			dst = append(dst, s[i])
		} else if r = Rune(r); r >= 0 {
			dst = utf8.AppendRune(dst, r)
		}
		i += n
	}
	return dst
}

// ASCII folds one ASCII byte.
func ASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	if '\t' <= c && c <= '\r' {
		return ' '
	}
	return c
}

// Rune folds one rune; -1 says that it leaves no trace (a soft hyphen, an Arabic vowel sign).
func Rune(r rune) rune {
	switch {
	case r < 0x80:
		return rune(ASCII(byte(r)))
	case r == 0xAD:
		return -1
	case r == 0xA0:
		return ' '
	case r < 0x250:
		return foldLatin(r)
	case r < 0x400:
		return foldGreek(r)
	case r < 0x590:
		return foldCyrillic(r)
	case r < 0x700:
		return foldSemitic(r)
	case r < 0x10A0:
		return r
	case 0x1F00 <= r && r < 0x2000:
		return foldGreek(r)
	case 0x2000 <= r && r < 0x2070:
		return foldPunct(r)
	case r == 0x3000:
		return ' '
	case 0x3001 <= r && r < 0xA000:
		return r
	case 0xFF01 <= r && r <= 0xFF5E:
		return rune(ASCII(byte(r - 0xFF01 + '!')))
	}
	return unicode.ToLower(r)
}

func foldLatin(r rune) rune {
	switch {
	case 0xDF <= r && r <= 0xFF:
		return r
	case 0xC0 <= r && r < 0xDF && r != 0xD7:
		return r + 0x20
	case r == 'İ' || r == 'ı':
		return 'i'
	}
	return unicode.ToLower(r)
}

// foldCyrillic folds the letters of Russian and its neighbours without a look-up.
func foldCyrillic(r rune) rune {
	switch {
	case 0x430 <= r && r < 0x460:
		return r
	case 0x410 <= r && r < 0x430:
		return r + 0x20
	case 0x400 <= r && r < 0x410:
		return r + 0x50
	}
	return unicode.ToLower(r)
}

// foldGreek drops the accents, which capitals are written without, and the final sigma.
func foldGreek(r rune) rune {
	r = unicode.ToLower(r)
	switch r {
	case 'ά', 'ὰ', 'ἀ', 'ἁ', 'ἄ', 'ᾶ':
		return 'α'
	case 'έ', 'ὲ', 'ἐ', 'ἑ', 'ἔ':
		return 'ε'
	case 'ή', 'ὴ', 'ἠ', 'ἡ', 'ἤ', 'ῆ':
		return 'η'
	case 'ί', 'ϊ', 'ΐ', 'ὶ', 'ἰ', 'ἱ', 'ῖ':
		return 'ι'
	case 'ό', 'ὸ', 'ὀ', 'ὁ', 'ὅ':
		return 'ο'
	case 'ύ', 'ϋ', 'ΰ', 'ὺ', 'ὐ', 'ὑ', 'ῦ':
		return 'υ'
	case 'ώ', 'ὼ', 'ὠ', 'ὡ', 'ῶ':
		return 'ω'
	case 'ς':
		return 'σ'
	}
	return r
}

// foldSemitic drops vowel signs and the tatweel and unites the spellings of alef, yeh and kaf,
// which writers of Arabic and Persian mix.
func foldSemitic(r rune) rune {
	switch {
	case 0x591 <= r && r <= 0x5BD, 0x5C1 <= r && r <= 0x5C7, r == 0x640, 0x64B <= r && r <= 0x65F:
		return -1
	case r == 'أ' || r == 'إ' || r == 'آ' || r == 'ٱ':
		return 'ا'
	case r == 'ی' || r == 'ى':
		return 'ي'
	case r == 'ک':
		return 'ك'
	case r == 0x5F3:
		return '\''
	case r == 0x5F4:
		return '"'
	}
	return r
}

func foldPunct(r rune) rune {
	switch r {
	case '‘', '’', '‛':
		return '\''
	case '“', '”', '„':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―':
		return '-'
	case 0x2028, 0x2029, 0x202F:
		return ' '
	}
	switch {
	case r <= 0x200A:
		return ' '
	case r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F:
		return -1
	}
	return r
}

// accented reports whether s holds a combining accent after a letter that composes with it.
func accented(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		// U+0300 to U+036F are CC 80 to CD AF in UTF-8.
		if s[i] == 0xCC || s[i] == 0xCD && s[i+1] <= 0xAF {
			return true
		}
	}
	return false
}
