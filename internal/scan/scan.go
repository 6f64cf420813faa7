// Package scan cuts text into tokens: words, numbers, marks. It knows Unicode and no language.
//
// Any bytes are text. Tokens come in order, never overlap, never are empty, and cover all of the
// input but white space and characters that print nothing.
package scan

import (
	"unicode"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/fold"
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

// A Token is one piece of text. Start and End are byte offsets, half-open; Hash is the hash of the
// folded word (see package fold), of words only.
type Token struct {
	Start, End uint32
	Hash       uint32
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
	s.skipGap()
	if s.pos >= len(s.text) {
		return false
	}
	start := s.pos
	*t = Token{Start: uint32(start), Gap: s.gap}
	c := s.text[start]
	switch k := ascii[c]; k {
	case cLetter:
		s.word(t)
	case cDigit:
		s.digits(t)
	case cWide:
		s.wide(t)
	default:
		s.pos++
		t.Kind = Kind(k)
		s.mark(t, c)
	}
	t.End = uint32(s.pos)
	s.gap = None
	s.prev = t.Kind
	return true
}

// skipGap passes over white space and what prints nothing and notes how wide it was.
func (s *Scanner) skipGap() {
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		switch {
		case c == ' ' || c == '\t':
			s.widen(Space)
			s.pos++
		case c == '\n':
			s.breakLine()
			s.pos++
		case c == '\r':
			s.pos++
			if s.pos == len(s.text) || s.text[s.pos] != '\n' {
				s.breakLine()
			}
		case c < ' ' || c == 0x7F:
			s.widen(Space)
			s.pos++
		case c == '&':
			k, n := entity(s.text[s.pos:])
			if n == 0 || k != cGap {
				return
			}
			s.widen(Space)
			s.pos += n
		case c < utf8.RuneSelf:
			return
		default:
			r, n := utf8.DecodeRuneInString(s.text[s.pos:])
			if !s.wideGap(r) {
				return
			}
			s.pos += n
		}
	}
}

func (s *Scanner) widen(g Gap) { s.gap = max(s.gap, g) }

func (s *Scanner) breakLine() {
	if s.gap >= Line {
		s.gap = Para
		return
	}
	s.gap = Line
}

// wideGap reports whether r is white space, or prints nothing, outside ASCII.
func (s *Scanner) wideGap(r rune) bool {
	switch {
	case r == 0x85 || r == 0x2028:
		s.breakLine()
	case r == 0x2029:
		s.gap = Para
	case r == 0xA0, 0x2000 <= r && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000, r == 0x1680:
		s.widen(Space)
	case r == 0xAD, 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E,
		0x2060 <= r && r <= 0x206F, r == 0xFEFF, 0xFE00 <= r && r <= 0xFE0F:
	default:
		return false
	}
	return true
}

// word reads a word from its first letter on.
func (s *Scanner) word(t *Token) {
	t.Kind = Word
	text, start := s.text, s.pos
	first := letters[text[start]]
	h := fold.Byte(fold.Seed, text[start]|first&isUpper)
	i, rest := start+1, byte(0)
	for ; i < len(text); i++ {
		c := text[i]
		class := letters[c]
		if class == 0 {
			break
		}
		rest |= class
		h = fold.Byte(h, c|class&isUpper)
	}
	if i < len(text) && text[i] >= utf8.RuneSelf {
		s.wideWord(t, i)
		return
	}
	if rest&isDigit != 0 {
		t.Shape |= Digits
	}
	if rest&isUpper != 0 && (first|rest)&isLower != 0 {
		t.Shape |= Mixed
	}
	t.Shape |= caseOf(first == isUpper, (first|rest)&isLower == 0)
	if i-start <= 2 && i < len(text) && text[i] == '.' {
		if end := dotted(text, start); end > i {
			t.Shape |= Dotted
			i, h = end, fold.Hash(fold.Append(nil, text[start:end]))
		}
	}
	t.Hash = h
	s.pos = i
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

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// isGeorgian reports whether r is a letter of the Georgian that is printed, which has no case for
// its readers, whatever Unicode calls it.
func isGeorgian(r rune) bool { return 0x10D0 <= r && r <= 0x10FF }

// wideWord reads a word that holds letters outside ASCII; i is where the first of them stands.
func (s *Scanner) wideWord(t *Token, i int) {
	start := s.pos
	composed, kana := true, katakana(firstRune(s.text[start:]))
	capital, lower, wide := false, false, false
	first := true
	for j := start; j < len(s.text); {
		r, n := rune(s.text[j]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s.text[j:])
		}
		if j > start && (unspaced(r) || !inWord(r) || katakana(r) != kana) {
			i = j
			break
		}
		if 0x300 <= r && r < 0x370 {
			composed = false
		}
		switch {
		case caseless(r):
		case unicode.IsLower(r) && !isGeorgian(r):
			lower = true
		case lower && unicode.IsUpper(r):
			t.Shape |= Mixed
		case first && (unicode.IsUpper(r) || unicode.IsTitle(r)):
			capital = true
		}
		first = false
		wide = wide || n > 1
		j += n
		i = j
	}
	t.Kind = Word
	if wide {
		t.Shape |= NonASCII
	}
	t.Hash = hashWide(s.text[start:i], composed)
	if capital || lower {
		t.Shape |= caseOf(capital, !lower)
	}
	s.pos = i
}

// hashWide hashes a word as fold.Append would fold it, without the copy where it needs none.
func hashWide(word string, composed bool) uint32 {
	h := fold.Seed
	if !composed {
		var buf [128]byte
		for _, c := range fold.Append(buf[:0], word) {
			h = fold.Byte(h, c)
		}
		return h
	}
	var enc [utf8.UTFMax]byte
	for i, r := range word {
		if r == utf8.RuneError {
			h = fold.Byte(h, word[i])
			continue
		}
		if r = fold.Rune(r); r < 0 {
			continue
		}
		for _, c := range enc[:utf8.EncodeRune(enc[:], r)] {
			h = fold.Byte(h, c)
		}
	}
	return h
}

// inWord reports whether r goes on a word: a letter, a mark on one, a digit, a joiner.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return isLetter(byte(r)) || '0' <= r && r <= '9'
	}
	if 0x400 <= r && r < 0x482 || 0x5D0 <= r && r < 0x5EB || 0x620 <= r && r < 0x660 {
		return true // Cyrillic, Hebrew and Arabic, without asking the tables
	}
	return r == 0xAD || r == 0x200C || r == 0x200D || r == 0xB7 ||
		unicode.IsLetter(r) || unicode.IsMark(r)
}

// caseless reports whether r is of the scripts from Hebrew to Tibetan, or of East Asia, which have
// no upper case.
func caseless(r rune) bool {
	return 0x590 <= r && r < 0x10A0 || 0x3000 <= r && r < 0xA000
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
func katakana(r rune) bool { return 0x30A0 <= r && r < 0x3100 }

// digits reads a run of decimal digits of any script.
func (s *Scanner) digits(t *Token) {
	t.Kind = Number
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		if '0' <= c && c <= '9' {
			s.pos++
			continue
		}
		if c < utf8.RuneSelf {
			return
		}
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		if !unicode.Is(unicode.Nd, r) {
			return
		}
		t.Shape |= NonASCII
		s.pos += n
	}
}

// wide reads a token that starts outside ASCII.
func (s *Scanner) wide(t *Token) {
	r, n := utf8.DecodeRuneInString(s.text[s.pos:])
	t.Shape |= NonASCII
	switch {
	case r == utf8.RuneError && n == 1:
		t.Kind = strayByte(s.text[s.pos])
		s.pos++
	case unspaced(r):
		s.letter(t, n)
	case r != 0xB7 && (unicode.IsLetter(r) || unicode.IsMark(r)):
		s.wideWord(t, s.pos+n)
	case unicode.Is(unicode.Nd, r):
		s.digits(t)
	default:
		s.pos += n
		t.Kind = wideMark(r)
		s.closeMark(t)
	}
}

// letter reads one letter of an unspaced script with the marks that sit on it.
func (s *Scanner) letter(t *Token, n int) {
	start := s.pos
	s.pos += n
	composed := true
	for s.pos < len(s.text) && s.text[s.pos] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		if !unicode.IsMark(r) {
			break
		}
		composed = composed && r >= 0x370
		s.pos += n
	}
	t.Kind = Word
	t.Shape |= Single
	t.Hash = hashWide(s.text[start:s.pos], composed)
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
		t.Kind == QuoteClose && inside && firstRune(s.text[t.Start:]) == '’':
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
	c := s.peek()
	if c < utf8.RuneSelf {
		return isLetter(c) || '0' <= c && c <= '9'
	}
	return unicode.IsLetter(firstRune(s.text[s.pos:]))
}
