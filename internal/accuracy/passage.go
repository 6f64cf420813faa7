package main

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/e95690a0/dateline"
)

// Passages are stretches of a text: spans, or words to look for.
type passages struct {
	spans []dateline.Span
	words []string
}

// UnmarshalJSON reads [[7,15],[20,31]], ["words","more words"] or "words".
func (p *passages) UnmarshalJSON(b []byte) error {
	if json.Unmarshal(b, &p.spans) == nil {
		return nil
	}
	p.spans = nil
	if json.Unmarshal(b, &p.words) == nil {
		return nil
	}
	p.words = make([]string, 1)
	return json.Unmarshal(b, &p.words[0])
}

// in returns where the passages stand in text.
func (p passages) in(text string) []dateline.Span {
	spans := p.spans
	for _, w := range p.words {
		if at := strings.Index(text, w); at >= 0 && w != "" {
			spans = append(spans, dateline.Span{Start: at, End: at + len(w)})
		}
	}
	return spans
}

// Tokens are the places in a text at which its tokens start: words of ASCII letters, digits and
// underscores, which an apostrophe, a stop or a hyphen may join, and all other bytes that are no
// white space. So a letter beyond ASCII counts as often as it has bytes, in gold and result alike.
type tokens map[int]bool

func tokensOf(text string, spans ...dateline.Span) tokens {
	t := tokens{}
	for _, s := range spans {
		part := s.Of(text)
		for i := 0; i < len(part); {
			switch b := part[i]; {
			case b == ' ' || '\t' <= b && b <= '\r':
				i++
			case isWord(b):
				t[s.Start+i] = true
				i = wordEnd(part, i)
			default:
				t[s.Start+i] = true
				i++
			}
		}
	}
	return t
}

func isWord(b byte) bool {
	return b == '_' || '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// wordEnd returns where the word that starts at byte i ends.
func wordEnd(s string, i int) int {
	for ; i < len(s); i++ {
		joins := strings.IndexByte("'.-", s[i]) >= 0 && i+1 < len(s) && isWord(s[i+1])
		if !isWord(s[i]) && !joins {
			break
		}
	}
	return i
}

// first returns the first of t, or -1.
func (t tokens) first() int {
	if len(t) == 0 {
		return -1
	}
	first := int(^uint(0) >> 1)
	for i := range t {
		first = min(first, i)
	}
	return first
}

func (t tokens) shared(u tokens) (n int) {
	for i := range t {
		if u[i] {
			n++
		}
	}
	return n
}

func (t tokens) equal(u tokens) bool { return len(t) == len(u) && t.shared(u) == len(t) }

func (t tokens) add(u tokens) {
	for i := range u {
		t[i] = true
	}
}

// bare returns t without marks. Of bytes beyond ASCII the first whole character decides.
func (t tokens) bare(text string) tokens {
	out := tokens{}
	for i := range t {
		if inWord(text[i:min(i+utf8.UTFMax, len(text))]) {
			out[i] = true
		}
	}
	return out
}

// inWord reports whether the first whole character of s is a letter or digit, or there is none.
func inWord(s string) bool {
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if r != utf8.RuneError || n > 1 {
			return unicode.IsLetter(r) || unicode.IsNumber(r)
		}
		s = s[1:]
	}
	return true
}

// unled returns t without a "that" at its start, in some languages.
func (t tokens) unled(text string) tokens {
	at := t.first()
	if at < 0 || !isWord(text[at]) {
		return t
	}
	end := at
	for end < len(text) && isWord(text[end]) {
		end++
	}
	if slices.Contains([]string{"that", "dass", "que", "che"}, text[at:end]) {
		delete(t, at)
	}
	return t
}
