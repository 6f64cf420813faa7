// Package scan cuts text into tokens: words, numbers, marks. It knows Unicode and no language.
//
// Any bytes are text. Tokens come in order, never overlap, never are empty, and cover all of the
// input but white space and characters that print nothing.
package scan

import (
	"strings"
	"unicode/utf8"
)

// MaxText is how many bytes of a text are read; offsets are kept in 32 bits.
const MaxText = 1<<32 - 1

// Kind says what a token is.
type Kind uint8

// The kinds of token, with what they are cut from.
const (
	Other      Kind = iota // a symbol, or a byte that is no text: "$", "@", "\xff"
	Word                   // "Moscow", "U.S.", "МОСКВА", "東" (Han, kana, Hangul, Thai: a letter each)
	Number                 // "11", "１１", "١١": a run of decimal digits, nothing else
	Stop                   // "." "!" "?" "…" "。" "।"
	Comma                  // "," "،" "、"
	Colon                  // ":" "："
	Semicolon              // ";" "؛"
	Hyphen                 // one "-" with a letter or digit right before and after it
	Dash                   // "-" "--" "—" "–" "_" "&mdash;" "&#151;" "\x97"
	Apostrophe             // "'" or "’" between two letters
	Quote                  // a straight or directionless mark: `"` "'" "``" "''"
	QuoteOpen              // "“" "‘" "„" "«" "「" (which of "«»" opens, the language says)
	QuoteClose             // "”" "’" "»" "」"
	Open                   // "(" "[" "【" "（"
	Close                  // ")" "]" "】" "）"
	Slash                  // "/" "／"
	Bar                    // "|" "│"
	Bullet                 // "■" "•" "►" ">>" "·"
	Equals                 // "=" "＝"
)

// Shape says how a token is written; bits add up.
type Shape uint8

// The bits of a Shape.
const (
	Capital  Shape = 1 << iota // the first letter is upper case: "Moscow", "MOSCOW"
	Caps                       // no letter is lower case: "MOSCOW", "A"
	Lower                      // the first letter is lower case
	NonASCII                   // some byte is not ASCII
	Single                     // a letter of a script that sets no blanks between words, or of Hangul
	Dotted                     // full stops inside: "U.S.", "p.m."
	Digits                     // a word with digits in it: "MH17"
	Mixed                      // a later letter is a capital, some letter is small: "McCoy", "APVisa"
)

// Gap says what stands between a token and the one before it.
type Gap uint8

// The gaps, from the least to the widest.
const (
	None Gap = iota
	Space
	Line // one line break
	Para // an empty line, or the start of the text
)

// A Token is one piece of text. Start and End are byte offsets, half-open.
type Token struct {
	Start, End uint32
	Kind       Kind
	Shape      Shape
	Gap        Gap
}

// Has reports whether s has all bits of b.
func (s Shape) Has(b Shape) bool { return s&b == b }

// A Scanner hands out the tokens of a text, one after the other.
type Scanner struct {
	text string
	pos  int
	gap  Gap
	prev Kind // the token before ended right at pos, unless gap says otherwise
	key  Key
}

// New returns a Scanner at the start of text.
func New(text string) Scanner {
	if limit := uint64(MaxText); uint64(len(text)) > limit {
		text = text[:limit]
	}
	return Scanner{text: text, gap: Para}
}

// Skip makes the scanner go on at byte pos, as at the start of a text.
func (s *Scanner) Skip(pos int) { s.pos, s.gap = min(pos, len(s.text)), Para }

// Next stores the next token in t and reports whether there was one.
func (s *Scanner) Next(t *Token) bool {
	if s.pos < len(s.text) && s.text[s.pos] == ' ' {
		s.gap = max(s.gap, Space)
		s.pos++
	}
	if s.pos < len(s.text) && isLetter(s.text[s.pos]) {
		*t = Token{Start: uint32(s.pos), Kind: Word, Gap: s.gap}
		s.word(t)
	} else if !s.other(t) {
		return false
	}
	t.End = uint32(s.pos)
	s.gap = None
	s.prev = t.Kind
	return true
}

// other is Next, but for the end of the token, where no letter of ASCII stands at s.pos.
func (s *Scanner) other(t *Token) bool {
	class, n := s.skipGap()
	if n == 0 {
		return false
	}
	start := s.pos
	*t = Token{Start: uint32(start), Kind: Kind(class.Starts()), Gap: s.gap}
	switch {
	case s.text[start] >= utf8.RuneSelf:
		s.wide(t, class, n)
	case t.Kind == Word:
		s.word(t)
	case t.Kind == Number:
		s.digits(t)
	default:
		s.pos++
		s.mark(t, s.text[start])
	}
	return true
}

// skipGap passes over white space and what prints nothing and notes how wide it was. It returns the
// class of the character after it and that one's length, which is 0 at the end of the text.
func (s *Scanner) skipGap() (class Class, n int) {
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		if c == ' ' {
			s.gap = max(s.gap, Space)
			s.pos++
			continue
		}
		if c < utf8.RuneSelf {
			class, n = asciiClass(c), 1
		} else {
			class, n = wideClass(s.text, s.pos)
		}
		if class.Starts() < Blank && c != '&' {
			return class, n
		}
		if n = s.gapAt(class, n); n == 0 {
			return class, 1
		}
		s.pos += n
	}
	return 0, 0
}

// gapAt notes how wide a gap is the character at s.pos, of the given class and length, and returns
// how many bytes of it to pass over: none of what is no gap.
func (s *Scanner) gapAt(class Class, n int) int {
	switch class.Starts() {
	case Blank:
		s.gap = max(s.gap, Space)
	case Break:
		s.breakLine()
		if n == 1 && strings.HasPrefix(s.text[s.pos:], "\r\n") {
			return 2
		}
	case EmptyLine:
		s.gap = Para
	case Nothing:
	default:
		kind, long := entity(s.text[s.pos:])
		if kind != Blank {
			return 0
		}
		s.gap = max(s.gap, Space)
		return long
	}
	return n
}

func (s *Scanner) breakLine() {
	if s.gap >= Line {
		s.gap = Para
		return
	}
	s.gap = Line
}

// word reads a word from its first letter on, which is ASCII.
func (s *Scanner) word(t *Token) {
	e := eightAt(s.text, s.pos)
	n, key, upper, lower, digit := e.n, Key{Low: e.folded()}, e.upper(), e.lower(), e.digit()
	for e.n == 8 {
		e = eightAt(s.text, s.pos+n)
		if n == 8 {
			key.High = e.folded()
		}
		n += e.n
		upper |= e.upper() >> 1 // not the bit of the first letter
		lower |= e.lower()
		digit |= e.digit()
	}
	end := s.pos + n
	t.Shape = shapeOf(upper, lower, digit)
	if end < len(s.text) {
		switch c := s.text[end]; {
		case c >= utf8.RuneSelf:
			t.Shape = 0
			s.wideWord(t)
			return
		case c == '.' && n <= 2:
			if stop := dotted(s.text, s.pos); stop > end {
				t.Shape |= Dotted
				s.endWord(stop)
				return
			}
		}
	}
	if s.pos, s.key = end, key; n > MaxKey {
		s.key = Key{}
	}
}

// shapeOf returns the shape of a word of ASCII with the given letters and digits; bit 7 of upper is
// that of its first letter. A branch would cost more, for no processor can guess it.
func shapeOf(upper, lower, digit uint64) Shape {
	return shapes[bit(upper&0x80)|bit(upper&^0x80)<<1|bit(lower)<<2|bit(digit)<<3]
}

// bit is 1 for all numbers but 0.
func bit(x uint64) uint64 { return (x | -x) >> 63 }

// shapes has the shape of a word whose first letter is a capital, 1, that has capitals behind it,
// 2, small letters, 4, and digits, 8.
var shapes = [16]Shape{
	0: Lower, 1: Capital | Caps, 2: Lower, 3: Capital | Caps,
	4: Lower, 5: Capital, 6: Lower | Mixed, 7: Capital | Mixed,
	8: Lower | Digits, 9: Capital | Caps | Digits, 10: Lower | Digits,
	11: Capital | Caps | Digits, 12: Lower | Digits, 13: Capital | Digits,
	14: Lower | Mixed | Digits, 15: Capital | Mixed | Digits,
}

// endWord ends a word at byte end and makes its key.
func (s *Scanner) endWord(end int) {
	s.key = keyAt(s.text, s.pos, end-s.pos)
	s.pos = end
}

func caseOf(capital, caps bool) Shape {
	switch {
	case capital && caps:
		return Capital | Caps
	case capital:
		return Capital
	}
	return Lower
}

// dotted returns the end of an abbreviation of at least two parts with a stop after each, "U.S.",
// "p.m.", "W.Va.", "Ph.D.": parts of one letter, or of two where the first is a capital.
func dotted(text string, i int) int {
	parts, start := 0, i
	for i+1 < len(text) && isLetter(text[i]) {
		n := 1
		if text[i] <= 'Z' && isLetter(text[i+1]) {
			n = 2
		}
		if i+n >= len(text) || text[i+n] != '.' {
			break
		}
		i += n + 1
		parts++
	}
	if parts < 2 {
		return start
	}
	return i
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// wideWord reads a word that holds letters outside ASCII.
func (s *Scanner) wideWord(t *Token) {
	class, n := classAt(s.text, s.pos)
	kana := class & IsKana
	capital, lower := class.has(IsUpper|IsTitle), class.has(IsLower)
	i, wide := s.pos+n, n > 1
	for i < len(s.text) {
		class, n = classAt(s.text, i)
		if class&(GoesOn|IsKana) != GoesOn|kana {
			break
		}
		if class.has(IsLower) {
			lower = true
		} else if lower && class.has(IsUpper) {
			t.Shape |= Mixed
		}
		wide = wide || n > 1
		i += n
	}
	if wide {
		t.Shape |= NonASCII
	}
	if capital || lower {
		t.Shape |= caseOf(capital, !lower)
	}
	s.endWord(i)
}

// digits reads a run of decimal digits of any script.
func (s *Scanner) digits(t *Token) {
	for s.pos < len(s.text) {
		class, n := classAt(s.text, s.pos)
		if class.Starts() != Class(Number) {
			return
		}
		if n > 1 {
			t.Shape |= NonASCII
		}
		s.pos += n
	}
}

// wide reads a token that starts outside ASCII, with a character of the given class and length.
func (s *Scanner) wide(t *Token, class Class, n int) {
	t.Shape = NonASCII
	switch {
	case class.Starts() == Alone:
		s.letter(t, n)
	case t.Kind == Word:
		s.wideWord(t)
	case t.Kind == Number:
		s.digits(t)
	case n == 1:
		t.Kind = strayByte(s.text[s.pos])
		s.pos++
	default:
		s.pos += n
		s.doubled(t)
		s.closeMark(t)
	}
}

// doubled takes the second of two single quotation marks, written for one double mark, into t: ‘‘.
func (s *Scanner) doubled(t *Token) {
	mark := s.text[t.Start:s.pos]
	if (mark == "‘" || mark == "’") && strings.HasPrefix(s.text[s.pos:], mark) {
		s.pos += len(mark)
	}
}

// letter reads one letter, n bytes long, of an unspaced script with the marks that sit on it.
func (s *Scanner) letter(t *Token, n int) {
	t.Kind = Word
	t.Shape |= Single
	end := s.pos + n
	for end < len(s.text) && s.text[end] >= utf8.RuneSelf {
		class, n := classAt(s.text, end)
		if !class.has(IsMark) {
			break
		}
		end += n
	}
	s.endWord(end)
}

// mark reads what follows the ASCII mark c and settles its kind.
func (s *Scanner) mark(t *Token, c byte) {
	switch c {
	case '-', '_':
		s.run(c)
		s.closeMark(t)
	case '\'', '`':
		if s.peek() == c {
			s.pos++
			return
		}
		s.closeMark(t)
	case '.':
		for s.peek() == '.' {
			s.pos++
		}
	case '>':
		if s.peek() != '>' {
			t.Kind = Other
			return
		}
		s.run('>')
	case '<':
		if s.peek() == '<' {
			s.run('<')
		}
	case '&':
		if k, n := entity(s.text[s.pos-1:]); n > 0 {
			t.Kind = Kind(k)
			s.pos += n - 1
		}
	}
}

// closeMark tells the hyphen and the apostrophe, which have letters on both sides, from the dash
// and the quotation mark.
func (s *Scanner) closeMark(t *Token) {
	inside := s.gap == None && (s.prev == Word || s.prev == Number) && s.letterAhead()
	one := int(t.Start)+utf8.RuneLen(firstRune(s.text[t.Start:])) == s.pos
	switch {
	case t.Kind == Dash && one && inside && hyphenRune(firstRune(s.text[t.Start:])):
		t.Kind = Hyphen
	case t.Kind == Quote && inside && s.text[t.Start] == '\'',
		t.Kind == QuoteClose && inside && one && firstRune(s.text[t.Start:]) == '’':
		t.Kind = Apostrophe
	}
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func hyphenRune(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

func (s *Scanner) peek() byte {
	if s.pos < len(s.text) {
		return s.text[s.pos]
	}
	return 0
}

func (s *Scanner) run(c byte) {
	for s.peek() == c {
		s.pos++
	}
}

func (s *Scanner) letterAhead() bool {
	if s.pos == len(s.text) {
		return false
	}
	class, n := classAt(s.text, s.pos)
	return class.has(IsLetter) || n == 1 && class.Starts() == Class(Number)
}
