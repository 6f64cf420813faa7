package dateline

import (
	"cmp"
	"slices"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/outlets"
	"github.com/e95690a0/dateline/internal/scan"
)

// A mention is the name of a source in the text: tokens from up to to. Own is the index in
// Parser.Sources plus one where the source is the user's.
type mention struct {
	from, to int
	name     outlets.Name
	own      int
	told     bool // its ending is that of one who was told something: Интерфаксу
}

// sourceFrom returns the source whose name starts at token i, and how many tokens the longest such
// name takes up; a width of 0 is a miss. It believes names that are common words too: it is for
// places that are made for sources, such as the brackets of a dateline or a credit. Where the name
// may be that of several, the Source has no ID and Name is as in the text.
func (s *story) sourceFrom(i int) (src Source, width int) { return s.sourceIn(i, s.Country) }

// sourceIn is sourceFrom where the source is likely to be at home in the given country: "APA" is
// one agency in Vienna and another in Baku.
func (s *story) sourceIn(i int, country string) (src Source, width int) {
	m := s.mentionFrom(i)
	if m.to == i {
		return Source{}, 0
	}
	switch n := s.choose(m.name, country, true); {
	case m.own > 0:
		src = s.Sources[m.own-1]
	case n >= 0:
		src = registered(n)
	default:
		src.Name = s.span(i, m.to).Of(s.text)
	}
	src.Span = s.span(i, m.to)
	return src, m.to - i
}

// mentionFrom returns the longest name of a source that starts at token i; to is i where there is
// none.
func (s *story) mentionFrom(i int) mention {
	if s.asked.from != i || s.asked.to == 0 {
		s.asked = s.findMention(i)
	}
	return s.asked
}

// findMention is mentionFrom for a token that was not asked for last.
func (s *story) findMention(i int) mention {
	m := mention{from: i, to: i}
	if i >= len(s.toks) {
		return m
	}
	t := &s.toks[i]
	if len(s.own) > 0 {
		m.own, m.to = s.ownFrom(i)
	}
	numbered := t.Kind == scan.Number && i+1 < len(s.toks) && s.toks[i+1].Kind == scan.Word
	if !t.Is(lang.Outlet) && !numbered || s.inWord(i) {
		return m
	}
	if !numbered && !outlets.Begin(t, s.next(i), false) {
		return m
	}
	value, width := lang.Longest(outlets.Names, s.text, s.toks[i:])
	if i+width > m.to {
		m = mention{from: i, to: i + width, name: outlets.Name(value)}
	}
	return m
}

// next returns the token after token i, or an empty one.
func (s *story) next(i int) *lang.Token {
	if i+1 < len(s.toks) {
		return &s.toks[i+1]
	}
	return &lang.Token{}
}

// inWord reports whether token i goes on a word: no name starts there. A word in letters with cases
// goes on one of the same kind; in scripts without blanks a name may start anywhere, but Korean has
// blanks.
func (s *story) inWord(i int) bool {
	if i == 0 || s.toks[i].Gap > scan.None || s.toks[i-1].Kind != scan.Word {
		return false
	}
	const cased = scan.Capital | scan.Lower
	if s.toks[i].Shape&cased != 0 && s.toks[i-1].Shape&cased != 0 {
		return true
	}
	return isHangul(s.word(i)) && isHangul(s.word(i-1)) && !s.behindOutlet(i)
}

// maxJoinedOutlet is how many letters the first of two outlets has that are written as one word.
const maxJoinedOutlet = 6

// behindOutlet reports whether the word that token i goes on begins with an outlet, which ends
// before it: 연합뉴스 in 로이터연합뉴스.
func (s *story) behindOutlet(i int) bool {
	from := i
	for from > max(0, i-maxJoinedOutlet) && s.toks[from].Gap == scan.None {
		from--
	}
	if !s.toks[from].Is(lang.Outlet) {
		return false
	}
	_, width := lang.Longest(outlets.Names, s.text, s.toks[from:i])
	return width == i-from
}

// isHangul reports whether w starts with a Hangul syllable, U+AC00 to U+D7A3.
func isHangul(w string) bool { return w >= "\uAC00" && w < "\uD7A4" }

// choose returns the outlet that a name stands for. Where several have the name it is the one at
// home in country, or, if the text is sure to mean the name, the one with the best claim to it, or
// the only one that writes in the story's language, or the only agency. A miss gives -1.
func (s *story) choose(name outlets.Name, country string, sure bool) int {
	if name.Len() == 1 {
		return name.Outlet(0)
	}
	isHome := func(o outlets.Outlet) bool { return country != "" && o.Country == country }
	if n := only(name, isHome); n >= 0 {
		return n
	}
	if sure && !name.Weak() {
		return name.Outlet(0)
	}
	if n := only(name, s.isLocal); n >= 0 {
		return n
	}
	return only(name, func(o outlets.Outlet) bool { return o.Kind == string(Wire) })
}

// worldLang is the language in which papers of all countries write: that a story is in it tells
// nothing about the home of its sources.
const worldLang = "en"

// isLocal reports whether an outlet writes in the story's language, where that tells something.
func (s *story) isLocal(o outlets.Outlet) bool {
	tag := s.langTag()
	return tag != worldLang && o.Lang == tag
}

// only returns the one outlet of the name that fits, or -1.
func only(name outlets.Name, fits func(outlets.Outlet) bool) int {
	found := -1
	for i := range name.Len() {
		n := name.Outlet(i)
		if !fits(outlets.Get(n)) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = n
	}
	return found
}

// An ownName is a name of one of Parser.Sources by the hash of its first word.
type ownName struct {
	hash  uint32
	index int
	name  string
}

// ownNames lists the IDs and names of the user's own sources, in the order of their hashes.
func (p *Parser) ownNames() []ownName {
	var names []ownName
	for i, src := range p.Sources {
		for _, name := range [...]string{src.Name, src.ID} {
			words, first := scan.New(name), scan.Token{}
			if words.Next(&first) && first.Kind == scan.Word {
				hash := fold.Extend(fold.Seed, name[first.Start:first.End])
				names = append(names, ownName{hash, i, name})
			}
		}
	}
	slices.SortStableFunc(names, func(a, b ownName) int { return cmp.Compare(a.hash, b.hash) })
	return names
}

// ownFrom returns the user's source whose longest name starts at token i, counted from 1, and the
// end of that name.
func (s *story) ownFrom(i int) (own, to int) {
	hash := s.toks[i].Hash
	byHash := func(n ownName, h uint32) int { return cmp.Compare(n.hash, h) }
	at, _ := slices.BinarySearchFunc(s.own, hash, byHash)
	to = i
	for ; at < len(s.own) && s.own[at].hash == hash; at++ {
		if end := s.nameEnd(i, s.own[at].name); end > to {
			own, to = s.own[at].index+1, end
		}
	}
	return own, to
}

// nameEnd returns the end of name where the tokens from i on are its words, or i.
func (s *story) nameEnd(i int, name string) int {
	words, word := scan.New(name), scan.Token{}
	end := i
	for ; words.Next(&word); end++ {
		if end == len(s.toks) || end > i && s.toks[end].Gap > scan.Line {
			return i
		}
		if !sameWord(name[word.Start:word.End], s.word(end)) {
			return i
		}
	}
	return end
}

// sameWord reports whether two words fold to the same.
func sameWord(a, b string) bool {
	var bufA, bufB [64]byte
	return string(fold.Append(bufA[:0], a)) == string(fold.Append(bufB[:0], b))
}
