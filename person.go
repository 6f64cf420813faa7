package dateline

import (
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A Person is somebody whom a story names: a speaker, a reporter, a photographer, one in a picture.
// The zero Person is nobody.
type Person struct {
	// Span covers the name where it was read, without title or role: "Peskov".
	Span Span `json:"span,omitzero"`
	// Name is the fullest form of the name in the text, "Dmitry Peskov". A speaker whom the text
	// calls by one word only has the full name if it is one of some two hundred heads of state and
	// others known by theirs, "Macron".
	Name string `json:"name,omitzero"`
	// Role is what the text says that they are, "Kremlin spokesman"; in a sign-off their part in
	// the story: "reporting", "writing", "editing".
	Role string `json:"role,omitzero"`
	// Position is where a caption says that they stand: "left", "second from right".
	Position string `json:"position,omitzero"`
}

// IsZero reports whether p is nobody.
func (p Person) IsZero() bool { return p == Person{} }

// personAt is the person named by the tokens from up to to.
func (s *story) personAt(from, to int) Person {
	sp := s.span(from, to)
	return Person{Span: sp, Name: sp.Of(s.text)}
}

// Bounds of a name: of its words, of the parts that hyphens join to one, and of its letters where
// the script sets no blanks.
const (
	maxNameWords   = 5
	maxNameParts   = 4
	maxNameLetters = 5
	maxHangulName  = 4
)

// nameStops are the words that go with names and are no part of them.
const nameStops = lang.Job | lang.Photo | lang.Note | lang.Stamp | lang.Duty | lang.Contrib |
	lang.Furl | lang.Via

// nameFrom returns the end of the personal name that starts at token i, and how many words it has;
// a miss has none. It reads no further than token to.
//
//	name = word { [ particle ] word }
//	word = capitalised [ "-" or "'" word ] | initial "."
func (s *story) nameFrom(i, to int) (end, words int) { return s.nameOf(i, to, maxNameWords) }

// nameOf is nameFrom for a name of at most n words.
func (s *story) nameOf(i, to, n int) (end, words int) {
	if i < to && s.toks[i].Shape.Has(scan.Single) {
		return s.unspacedName(i, to)
	}
	start := i
	for i < to && words < n {
		if i > start && s.toks[i].Gap > scan.Space || words > 1 && s.endsName(i, to) {
			break
		}
		next := s.nameWord(i, to)
		if next == i {
			next = s.particles(i, to)
			if next == i || words == 0 && s.toks[i].Is(lang.Article|lang.Prep) {
				break
			}
			i = next
			continue
		}
		words++
		i, end = next, next
	}
	return end, words
}

// endsName reports whether a date, or a source that nobody is called like, begins at token i behind
// a name: "Jane Doe Associated Press", "Jane Doe June 3".
func (s *story) endsName(i, to int) bool {
	t := &s.toks[i]
	if t.Is(lang.Month) && i+1 < to && s.toks[i+1].Kind == scan.Number {
		return true
	}
	return t.Is(lang.Outlet) && s.sourceWidth(i, to) > 0 && !s.mentionFrom(i).name.Weak()
}

// nameWord returns the end of the part of a name that token i starts: "Jane", "J.", "O'Hara",
// "Anne-Marie"; i itself where it starts none.
func (s *story) nameWord(i, to int) int {
	if !s.nameLetterCase(i) || s.toks[i].Is(nameStops) || s.plainWord(i) {
		return i
	}
	i++
	if i < to && s.isStop(i) && s.toks[i].Gap == scan.None && s.initial(i-1) {
		if s.shortSurname(i-1, to) {
			return i
		}
		return i + 1
	}
	end := min(to, i+2*maxNameParts)
	for i+1 < end && s.toks[i+1].Gap == scan.None && s.joins(i) && s.toks[i+1].Kind == scan.Word {
		if s.toks[i].Kind == scan.Apostrophe && s.toks[i+1].Shape.Has(scan.Lower) {
			break
		}
		if s.toks[i].Kind == scan.Hyphen && s.sourceWidth(i+1, to) > 0 {
			break // "Jane Doe-USA TODAY Sports"
		}
		i += 2
	}
	return i
}

// shortSurname reports whether token i, of two letters and before a stop, is no shortened name: no
// name goes on behind the stop.
func (s *story) shortSurname(i, to int) bool {
	goes := i+2 < to && s.toks[i+2].Gap < scan.Line && s.toks[i+2].Shape.Has(scan.Capital)
	return !goes && !s.toks[i].Is(lang.Abbrev|lang.Honorific) &&
		utf8.RuneCountInString(s.word(i)) == 2 && !s.isKind(i+2, to, scan.Comma)
}

// nameLetterCase reports whether token i is written as names are: with a capital, or in a script
// that has none.
func (s *story) nameLetterCase(i int) bool {
	t := &s.toks[i]
	return t.Kind == scan.Word && !t.Shape.Has(scan.Lower) && !t.Shape.Has(scan.Single)
}

// plainWord reports whether token i, in a script without capitals, is a word that no name has.
func (s *story) plainWord(i int) bool {
	const plain = lang.Func | lang.Prep | lang.Cue | lang.CueBefore | lang.That
	t := &s.toks[i]
	return !t.Shape.Has(scan.Capital) && t.Is(plain) && !t.Is(lang.Particle)
}

// joins reports whether token i ties two words to one.
func (s *story) joins(i int) bool {
	k := s.toks[i].Kind
	return s.toks[i].Gap == scan.None && (k == scan.Hyphen || k == scan.Apostrophe)
}

// initial reports whether token i can be a shortened first name: "J", "Ch", "Jr".
func (s *story) initial(i int) bool {
	return utf8.RuneCountInString(s.word(i)) <= 2
}

// particles returns the end of the "de la" that lead from token i to a part of a name, or i.
func (s *story) particles(i, to int) int {
	for j := i; j < to && j < i+3; j++ {
		if j > i && s.nameWord(j, to) > j {
			if s.leadsToSource(j-1, to) {
				break // "Mario Neri da Pixabay"
			}
			return j
		}
		if !s.toks[j].Is(lang.Particle) {
			break
		}
		if s.isKind(j+1, to, scan.Hyphen) && s.joins(j+1) && s.nameWord(min(j+2, to-1), to) > j+2 {
			return j + 2 // "Abd al-Rahman"
		}
	}
	return i
}

// unspacedName reads a name in Han, kana or Hangul, which stands between other marks.
func (s *story) unspacedName(i, to int) (end, words int) {
	end = i
	for end < to && s.toks[end].Shape.Has(scan.Single) {
		if end > i && s.toks[end].Gap > scan.None {
			break
		}
		if s.toks[end].Is(nameStops) && end > i+1 {
			break
		}
		end++
	}
	if second := s.secondPart(i, end, to); second > end {
		end = second
	}
	most := maxNameLetters
	if i < to && isHangul(s.word(i)) {
		most = maxHangulName
	}
	if n := end - i; n < 2 || n > most {
		return 0, 0
	}
	return end, 2
}

// secondPart returns the end of the part of a name behind a blank at token end, where the name
// starts at i and either part is one letter: 中村 恵, 李 明. It is end where there is none.
func (s *story) secondPart(i, end, to int) int {
	const most = 3
	next := end
	for next < min(to, end+most) && s.toks[next].Shape.Has(scan.Single) &&
		(s.toks[next].Gap == scan.None || next == end && s.toks[next].Gap == scan.Space) {
		next++
	}
	whole := !isHangul(s.word(i)) &&
		(next == to || s.toks[next].Gap > scan.None || s.toks[next].Kind != scan.Word)
	if n := next - end; whole && n > 0 && end-i < most && (n == 1 || end-i == 1) &&
		!s.toks[end].Is(nameStops) {
		return next
	}
	return end
}
