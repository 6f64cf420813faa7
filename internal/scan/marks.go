package scan

import "strings"

// Classes of bytes beside the kinds of mark.
const (
	cLetter = 0x80 + iota
	cDigit
	cWide
	cGap
)

// ascii gives each byte its class: a Kind, or one of the four above.
var ascii = [256]uint8{
	'0': cDigit, '1': cDigit, '2': cDigit, '3': cDigit, '4': cDigit,
	'5': cDigit, '6': cDigit, '7': cDigit, '8': cDigit, '9': cDigit,

	'A': cLetter, 'B': cLetter, 'C': cLetter, 'D': cLetter, 'E': cLetter, 'F': cLetter,
	'G': cLetter, 'H': cLetter, 'I': cLetter, 'J': cLetter, 'K': cLetter, 'L': cLetter,
	'M': cLetter, 'N': cLetter, 'O': cLetter, 'P': cLetter, 'Q': cLetter, 'R': cLetter,
	'S': cLetter, 'T': cLetter, 'U': cLetter, 'V': cLetter, 'W': cLetter, 'X': cLetter,
	'Y': cLetter, 'Z': cLetter,
	'a': cLetter, 'b': cLetter, 'c': cLetter, 'd': cLetter, 'e': cLetter, 'f': cLetter,
	'g': cLetter, 'h': cLetter, 'i': cLetter, 'j': cLetter, 'k': cLetter, 'l': cLetter,
	'm': cLetter, 'n': cLetter, 'o': cLetter, 'p': cLetter, 'q': cLetter, 'r': cLetter,
	's': cLetter, 't': cLetter, 'u': cLetter, 'v': cLetter, 'w': cLetter, 'x': cLetter,
	'y': cLetter, 'z': cLetter,

	'.': uint8(Stop), '!': uint8(Stop), '?': uint8(Stop),
	',': uint8(Comma), ':': uint8(Colon), ';': uint8(Semicolon),
	'-': uint8(Dash), '_': uint8(Dash),
	'"': uint8(Quote), '\'': uint8(Quote), '`': uint8(Quote),
	'(': uint8(Open), '[': uint8(Open), '{': uint8(Open),
	')': uint8(Close), ']': uint8(Close), '}': uint8(Close),
	'/': uint8(Slash), '|': uint8(Bar), '>': uint8(Bullet), '=': uint8(Equals),

	0x80: cWide, 0x81: cWide, 0x82: cWide, 0x83: cWide, 0x84: cWide, 0x85: cWide, 0x86: cWide,
	0x87: cWide, 0x88: cWide, 0x89: cWide, 0x8A: cWide, 0x8B: cWide, 0x8C: cWide, 0x8D: cWide,
	0x8E: cWide, 0x8F: cWide, 0x90: cWide, 0x91: cWide, 0x92: cWide, 0x93: cWide, 0x94: cWide,
	0x95: cWide, 0x96: cWide, 0x97: cWide, 0x98: cWide, 0x99: cWide, 0x9A: cWide, 0x9B: cWide,
	0x9C: cWide, 0x9D: cWide, 0x9E: cWide, 0x9F: cWide, 0xA0: cWide, 0xA1: cWide, 0xA2: cWide,
	0xA3: cWide, 0xA4: cWide, 0xA5: cWide, 0xA6: cWide, 0xA7: cWide, 0xA8: cWide, 0xA9: cWide,
	0xAA: cWide, 0xAB: cWide, 0xAC: cWide, 0xAD: cWide, 0xAE: cWide, 0xAF: cWide, 0xB0: cWide,
	0xB1: cWide, 0xB2: cWide, 0xB3: cWide, 0xB4: cWide, 0xB5: cWide, 0xB6: cWide, 0xB7: cWide,
	0xB8: cWide, 0xB9: cWide, 0xBA: cWide, 0xBB: cWide, 0xBC: cWide, 0xBD: cWide, 0xBE: cWide,
	0xBF: cWide, 0xC0: cWide, 0xC1: cWide, 0xC2: cWide, 0xC3: cWide, 0xC4: cWide, 0xC5: cWide,
	0xC6: cWide, 0xC7: cWide, 0xC8: cWide, 0xC9: cWide, 0xCA: cWide, 0xCB: cWide, 0xCC: cWide,
	0xCD: cWide, 0xCE: cWide, 0xCF: cWide, 0xD0: cWide, 0xD1: cWide, 0xD2: cWide, 0xD3: cWide,
	0xD4: cWide, 0xD5: cWide, 0xD6: cWide, 0xD7: cWide, 0xD8: cWide, 0xD9: cWide, 0xDA: cWide,
	0xDB: cWide, 0xDC: cWide, 0xDD: cWide, 0xDE: cWide, 0xDF: cWide, 0xE0: cWide, 0xE1: cWide,
	0xE2: cWide, 0xE3: cWide, 0xE4: cWide, 0xE5: cWide, 0xE6: cWide, 0xE7: cWide, 0xE8: cWide,
	0xE9: cWide, 0xEA: cWide, 0xEB: cWide, 0xEC: cWide, 0xED: cWide, 0xEE: cWide, 0xEF: cWide,
	0xF0: cWide, 0xF1: cWide, 0xF2: cWide, 0xF3: cWide, 0xF4: cWide, 0xF5: cWide, 0xF6: cWide,
	0xF7: cWide, 0xF8: cWide, 0xF9: cWide, 0xFA: cWide, 0xFB: cWide, 0xFC: cWide, 0xFD: cWide,
	0xFE: cWide, 0xFF: cWide,
}

// Classes of ASCII letters and digits. That of upper case is the bit that makes it lower case.
const (
	isLower = 1
	isDigit = 2
	isUpper = 'a' - 'A'
)

// letters gives the class of each byte that goes on a word, 0 for others.
var letters = [256]byte{
	'0': isDigit, '1': isDigit, '2': isDigit, '3': isDigit, '4': isDigit,
	'5': isDigit, '6': isDigit, '7': isDigit, '8': isDigit, '9': isDigit,

	'A': isUpper, 'B': isUpper, 'C': isUpper, 'D': isUpper, 'E': isUpper, 'F': isUpper,
	'G': isUpper, 'H': isUpper, 'I': isUpper, 'J': isUpper, 'K': isUpper, 'L': isUpper,
	'M': isUpper, 'N': isUpper, 'O': isUpper, 'P': isUpper, 'Q': isUpper, 'R': isUpper,
	'S': isUpper, 'T': isUpper, 'U': isUpper, 'V': isUpper, 'W': isUpper, 'X': isUpper,
	'Y': isUpper, 'Z': isUpper,
	'a': isLower, 'b': isLower, 'c': isLower, 'd': isLower, 'e': isLower, 'f': isLower,
	'g': isLower, 'h': isLower, 'i': isLower, 'j': isLower, 'k': isLower, 'l': isLower,
	'm': isLower, 'n': isLower, 'o': isLower, 'p': isLower, 'q': isLower, 'r': isLower,
	's': isLower, 't': isLower, 'u': isLower, 'v': isLower, 'w': isLower, 'x': isLower,
	'y': isLower, 'z': isLower,
}

// wideMark gives a character outside ASCII its kind.
func wideMark(r rune) Kind {
	switch r {
	case '。', '．', '！', '？', '…', '।', '؟', '۔', '։', '።', '॥':
		return Stop
	case '，', '、', '،', '፣':
		return Comma
	case '：', '፡':
		return Colon
	case '；', '؛':
		return Semicolon
	case '‐', '‑', '‒', '–', '—', '―', '−', '－', '─', '━', '\u0096', '\u0097':
		return Dash
	case '“', '‘', '„', '‚', '«', '‹', '「', '『', '《', '〈', '\u0091', '\u0093':
		return QuoteOpen
	case '”', '’', '‟', '‛', '»', '›', '」', '』', '》', '〉', '\u0092', '\u0094':
		return QuoteClose
	case '״', '＂', '＇':
		return Quote
	case '（', '［', '【', '〔', '｛', '〖':
		return Open
	case '）', '］', '】', '〕', '｝', '〗':
		return Close
	case '／', '⁄':
		return Slash
	case '｜', '│', '┃', '❘':
		return Bar
	case '＝', '゠':
		return Equals
	case '■', '□', '▪', '•', '●', '►', '▶', '▸', '‣', '·', '・', '◆', '◼', '★', '→', '➤', '☞', '▼', '≫':
		return Bullet
	}
	return Other
}

// strayByte gives a byte that is no UTF-8 the kind it has in Windows-1252, where the dashes and
// quotation marks of many archives come from.
func strayByte(c byte) Kind {
	switch c {
	case 0x96, 0x97:
		return Dash
	case 0x91, 0x93:
		return QuoteOpen
	case 0x92, 0x94:
		return QuoteClose
	}
	return Other
}

// entities are the character references that pages leave undecoded around datelines and quotations.
var entities = [...]struct {
	text string
	kind uint8
}{
	{"&nbsp;", cGap}, {"&#160;", cGap}, {"&#xa0;", cGap}, {"&thinsp;", cGap},
	{"&mdash;", uint8(Dash)}, {"&ndash;", uint8(Dash)}, {"&#150;", uint8(Dash)},
	{"&#151;", uint8(Dash)}, {"&#8211;", uint8(Dash)}, {"&#8212;", uint8(Dash)},
	{"&#x2013;", uint8(Dash)}, {"&#x2014;", uint8(Dash)},
	{"&quot;", uint8(Quote)}, {"&#34;", uint8(Quote)}, {"&#39;", uint8(Quote)},
	{"&apos;", uint8(Quote)}, {"&ldquo;", uint8(QuoteOpen)}, {"&rdquo;", uint8(QuoteClose)},
	{"&#8220;", uint8(QuoteOpen)}, {"&#8221;", uint8(QuoteClose)},
	{"&lsquo;", uint8(QuoteOpen)}, {"&rsquo;", uint8(QuoteClose)},
	{"&#8216;", uint8(QuoteOpen)}, {"&#8217;", uint8(QuoteClose)},
	{"&laquo;", uint8(QuoteOpen)}, {"&raquo;", uint8(QuoteClose)},
	{"&gt;&gt;", uint8(Bullet)},
}

// entity returns the class and length of the character reference that text starts with; a length of
// 0 says that there is none.
func entity(text string) (class uint8, n int) {
	if len(text) < 5 || text[1] != '#' && !isLetter(text[1]) {
		return 0, 0
	}
	for _, e := range entities {
		if strings.HasPrefix(text, e.text) {
			return e.kind, len(e.text)
		}
	}
	return 0, 0
}
