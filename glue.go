package dateline

import (
	"slices"
	"unicode"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// maxGlued is how many glued words of a text are taken apart.
const maxGlued = 64

// glueAhead is how many tokens after a glued word can tell what its second half is.
const glueAhead = 6

// unglueAt takes token i apart where a page has run two words together, one of its elements ending
// in the first and the next beginning with the second: "by the lakeFoto: Jane Doe", "Jane
// DoePublished 3 May", "Doe/APVisa mer". The words that follow have to say so.
func (s *story) unglueAt(i int) bool {
	t := s.toks[i]
	if t.Is(lang.Outlet) {
		return false
	}
	at := s.seam(t)
	if at == 0 {
		return false
	}
	var buf [glueAhead]lang.Token
	head := s.read(buf[:0], int(t.Start), at)
	if len(head) != 1 {
		return false
	}
	first := head[0]
	first.Gap = t.Gap
	tail := s.read(buf[:0], at, len(s.text))
	if len(tail) == 0 || tail[0].End != t.End || !first.Is(lang.By) && !opensElement(tail) {
		return false
	}
	tail[0].Gap = scan.None
	s.toks[i] = first
	s.toks = slices.Insert(s.toks, i+1, tail[0])
	return true
}

// read returns the first tokens of the text from byte from up to byte to, as many as dst has room
// for.
func (s *story) read(dst []lang.Token, from, to int) []lang.Token {
	r := s.reader(from, to)
	dst = r.Append(dst, cap(dst))
	r.Phrases(dst, 0)
	for i := range dst {
		dst[i].Start += uint32(from)
		dst[i].End += uint32(from)
	}
	return dst
}

// seam returns the byte at which the second half of a glued word begins: its last capital that
// follows a small letter, or that begins a word behind others. It is 0 where there is none, or
// where the second half would be a letter: "O‘zA".
func (s *story) seam(t lang.Token) int {
	at, last, end := 0, 0, 0
	prev := rune(0)
	for j, r := range s.text[t.Start:t.End] {
		switch {
		case unicode.IsUpper(r) && unicode.IsLower(prev):
			at = j
		case unicode.IsLower(r) && unicode.IsUpper(prev) && last > 1:
			at = last
		}
		if unicode.IsUpper(r) {
			last = j
		}
		prev, end = r, j
	}
	if at == 0 || at == end {
		return 0
	}
	return int(t.Start) + at
}

// opensElement reports whether toks begin with a label, a job or a stamp, or lead to a source
// behind a slash.
func opensElement(toks []lang.Token) bool {
	if toks[0].Is(lang.Photo | lang.Stamp | lang.Job | lang.Furl | lang.Outlet) {
		return true
	}
	for i := range toks[1:] {
		t := &toks[i+1]
		switch {
		case t.Gap > scan.Space:
			return false
		case t.Is(lang.Job):
			return true
		case t.Kind == scan.Slash:
			return i+2 < len(toks) && toks[i+2].Is(lang.Outlet)
		case t.Kind != scan.Word || t.Shape.Has(scan.Lower):
			return false
		}
	}
	return false
}
