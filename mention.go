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
}

// An outletSet holds numbers of outlets of the registry.
type outletSet [(outlets.Count + 63) / 64]uint64

func (s *outletSet) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s *outletSet) has(i int) bool { return s[i/64]>>(i%64)&1 != 0 }

// A mentionReader finds the sources that running text names.
type mentionReader struct {
	*story
	seen   outletSet // named before in this story, beyond doubt
	people outletSet // those whose name is a person's in this story: Michael Bloomberg
}

// readSources finds the sources that the story names. A name that is a common word, or that several
// sources have, counts only where the words around it say what it is.
func (s *story) readSources() {
	r := mentionReader{story: s}
	for i := 0; i < len(s.toks); {
		m := s.mentionFrom(i)
		src, ok := r.judge(m)
		if !ok {
			i++
			continue
		}
		s.sources = append(s.sources, sourceAt{Source: src, from: m.from, to: m.to})
		i = m.to
	}
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
	if src, ok := s.resolve(m, country); ok {
		return src, m.to - i
	}
	at := s.span(i, m.to)
	return Source{Span: at, Name: at.Of(s.text)}, m.to - i
}

// mentionFrom returns the longest name of a source that starts at token i; to is i where there is
// none.
func (s *story) mentionFrom(i int) mention {
	m := mention{from: i, to: i}
	t := &s.toks[i]
	if len(s.own) > 0 {
		m.own, m.to = s.ownFrom(i)
	}
	numbered := t.Kind == scan.Number && i+1 < len(s.toks) && s.toks[i+1].Kind == scan.Word
	if !t.Is(lang.Outlet) && !numbered || s.inHangulWord(i) {
		return m
	}
	value, width := lang.Longest(outlets.Names, s.text, s.toks[i:])
	if i+width > m.to {
		m = mention{from: i, to: i + width, name: outlets.At(value)}
	}
	return m
}

// inHangulWord reports whether token i is a letter inside a Korean word: no name starts there.
func (s *story) inHangulWord(i int) bool {
	return i > 0 && s.toks[i].Gap == scan.None && isHangul(s.word(i)) && isHangul(s.word(i-1))
}

// isHangul reports whether w starts with a Hangul syllable, U+AC00 to U+D7A3.
func isHangul(w string) bool { return w >= "\uAC00" && w < "\uD7A4" }

// resolve tells which source a mention names. Where several share the name it is the one at home in
// country, or the only one that writes in the story's language, or the only agency.
func (s *story) resolve(m mention, country string) (Source, bool) {
	src := Source{}
	switch n := s.choose(m.name, country); {
	case m.own > 0:
		src = s.Sources[m.own-1]
	case n >= 0:
		src = registered(n)
	default:
		return Source{}, false
	}
	src.Span = s.span(m.from, m.to)
	return src, true
}

func (s *story) choose(name outlets.Name, country string) int {
	if name.Len() == 1 {
		return name.Outlet(0)
	}
	tag := s.lang.Tag()
	for _, fits := range [...]func(o outlets.Outlet) bool{
		func(o outlets.Outlet) bool { return country != "" && o.Country == country },
		func(o outlets.Outlet) bool { return o.Lang == tag },
		func(o outlets.Outlet) bool { return o.Kind == string(Wire) },
	} {
		if n := only(name, fits); n >= 0 {
			return n
		}
	}
	return -1
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

// judge decides whether a name in running text means the source.
func (r *mentionReader) judge(m mention) (Source, bool) {
	if m.to == m.from {
		return Source{}, false
	}
	if m.own > 0 {
		return r.resolve(m, r.Country)
	}
	if !r.caseFits(m) || r.inLongerName(m) {
		return Source{}, false
	}
	weak := r.weak(m)
	if weak && r.isPerson(m) || weak && !r.evident(m) {
		return Source{}, false
	}
	src, ok := r.resolve(m, r.Country)
	if !ok || src.Kind == Official {
		return Source{}, false
	}
	if m.own == 0 && m.name.Len() == 1 {
		r.seen.add(m.name.Outlet(0))
	}
	return src, true
}

// caseFits reports whether the name is written as a name: "time" is no magazine, "Sta" no agency.
func (r *mentionReader) caseFits(m mention) bool {
	if m.name.AllCaps() {
		for i := m.from; i < m.to; i++ {
			if t := &r.toks[i]; t.Shape.Has(scan.Capital) && !t.Shape.Has(scan.Caps) || t.Shape.Has(scan.Lower) {
				return false
			}
		}
	}
	first, last := &r.toks[m.from], &r.toks[m.to-1]
	if first.Shape.Has(scan.Lower) && !m.name.LowerFirst() && !r.startsWithArticle(m) {
		return false
	}
	return !last.Shape.Has(scan.Lower) || m.name.LowerLast() || m.to-m.from == 1
}

// startsWithArticle reports whether the name's first word is short and another, in capitals, follows:
// "the Sun", "der Spiegel", "al-Jazeera".
func (r *mentionReader) startsWithArticle(m mention) bool {
	first := &r.toks[m.from]
	if m.to-m.from < 2 || first.End-first.Start > 3 {
		return false
	}
	next := &r.toks[m.from+1]
	if next.Kind == scan.Hyphen || next.Kind == scan.Apostrophe {
		return m.to-m.from > 2
	}
	return next.Shape.Has(scan.Capital)
}

// weak reports whether the name needs evidence. Beside common words those are two-word names with an
// article that opens a sentence or is not part of the name ("The Sun rose", "the Hill"), and
// abbreviations between other words in capitals.
func (r *mentionReader) weak(m mention) bool {
	if m.name.Weak() {
		return true
	}
	if m.to-m.from == 2 && r.startsWithArticle(m) {
		return r.toks[m.from].Shape.Has(scan.Lower) || r.opensSentence(m.from)
	}
	return m.name.AllCaps() && (r.isCapsWord(m.from-1) || r.isCapsWord(m.to))
}

// isCapsWord reports whether token i is a word of several letters in capitals.
func (s *story) isCapsWord(i int) bool {
	return i >= 0 && i < len(s.toks) && s.toks[i].Shape.Has(scan.Caps) && s.toks[i].End-s.toks[i].Start > 1
}

// opensSentence reports whether token i starts a sentence or a line, where any word has a capital.
func (s *story) opensSentence(i int) bool {
	if i == 0 || s.toks[i].Gap >= scan.Line {
		return true
	}
	switch s.toks[i-1].Kind {
	case scan.Stop, scan.Colon, scan.Bullet, scan.Bar, scan.Dash:
		return true
	case scan.Quote, scan.QuoteOpen, scan.QuoteClose, scan.Open, scan.Close:
		return i == 1 || s.toks[i-1].Gap >= scan.Line || s.opensSentence(i-1)
	}
	return false
}

// inLongerName reports whether the words around make the name part of another one: "Reuters
// Institute", "Times Square", "Tehran Daily News".
func (r *mentionReader) inLongerName(m mention) bool {
	if next := r.nameAt(m.to); next != nil && !next.Is(lang.Newswire|lang.Job|lang.Weekday|lang.Month) {
		if next.Is(lang.Org) || m.name.Weak() && !next.Is(lang.Role) {
			return true
		}
	}
	if !r.capitalBefore(m.from) {
		return false
	}
	return r.toks[m.from].Is(lang.Newswire|lang.Weekday) && m.to-m.from > 1
}

// nameAt returns token i where it goes on a name: a capitalised word after a blank.
func (r *mentionReader) nameAt(i int) *lang.Token {
	if i >= len(r.toks) || r.toks[i].Gap > scan.Space || !r.toks[i].Shape.Has(scan.Capital) {
		return nil
	}
	return &r.toks[i]
}

// capitalBefore reports whether a capitalised word that does not owe its capital to the start of a
// sentence stands right before token i.
func (r *mentionReader) capitalBefore(i int) bool {
	return i > 0 && r.toks[i].Gap <= scan.Space && r.toks[i-1].Shape.Has(scan.Capital) && !r.opensSentence(i-1)
}

// isPerson reports whether the one-word name is a person's: "Michael Bloomberg" once, and from then
// on "Bloomberg" too.
func (r *mentionReader) isPerson(m mention) bool {
	if m.name.Len() != 1 || m.to-m.from > 1 {
		return r.capitalBefore(m.from) && !r.toks[m.from-1].Is(lang.Newswire)
	}
	n := m.name.Outlet(0)
	if i := m.from - 1; i >= 0 && r.toks[m.from].Gap <= scan.Space && r.toks[i].Shape.Has(scan.Capital) {
		if named := r.toks[i].Is(lang.Honorific | lang.Role); named || r.capitalBefore(m.from) &&
			!r.toks[i].Is(lang.Newswire) {
			r.people.add(n)
		}
	}
	return r.people.has(n)
}

// evident reports whether the words around a weak name say that it is a source.
func (r *mentionReader) evident(m mention) bool {
	return r.inBrackets(m) || r.calledOutlet(m) || r.reports(m) || r.isPlatform(m) || r.wasNamed(m)
}

// "(AP)", "[AFP]"
func (r *mentionReader) inBrackets(m mention) bool {
	return m.from > 0 && m.to < len(r.toks) &&
		r.toks[m.from-1].Kind == scan.Open && r.toks[m.to].Kind == scan.Close
}

// "the Petra news agency", "the newspaper Sun", "a Times reporter", "the Mirror's correspondent"
func (r *mentionReader) calledOutlet(m mention) bool {
	next := r.after(m.to)
	if next < len(r.toks) && r.toks[next].Is(lang.Newswire|lang.Job) {
		return true
	}
	return r.precededBy(m.from, lang.Newswire)
}

// "told the Sun", "according to Der Spiegel", "the Mirror reported"; not "People said", which opens
// a sentence
func (r *mentionReader) reports(m mention) bool {
	if r.precededBy(m.from, lang.Cue|lang.Cueing|lang.CueBefore|lang.Quoted) {
		return true
	}
	if r.opensSentence(m.from) && !r.startsWithArticle(m) {
		return false
	}
	next := r.after(m.to)
	if next < len(r.toks) && r.toks[next].Is(lang.Adverb) {
		next++
	}
	return next < len(r.toks) && r.toks[next].Is(lang.Cue|lang.CueAfter)
}

// "on X", "via Telegram", "a Threads post"
func (r *mentionReader) isPlatform(m mention) bool {
	if m.name.Len() != 1 || outlets.Get(m.name.Outlet(0)).Kind != string(Social) {
		return false
	}
	if next := r.after(m.to); next < len(r.toks) && r.toks[next].Is(lang.Medium) {
		return true
	}
	return r.precededBy(m.from, lang.Prep|lang.On|lang.In|lang.Via)
}

// wasNamed reports whether the story has named the source in full already; a capital inside the
// sentence must show that the word is a name again.
func (r *mentionReader) wasNamed(m mention) bool {
	return m.name.Len() == 1 && r.seen.has(m.name.Outlet(0)) && !r.opensSentence(m.from)
}

// precededBy reports whether a word or phrase of class c ends right before token i, but for an
// article, a comma and quotation marks.
func (r *mentionReader) precededBy(i int, c lang.Class) bool {
	for stop := max(i-3, 0); i > stop; i-- {
		t := &r.toks[i-1]
		if r.toks[i].Gap > scan.Line || !t.Is(lang.Article) && t.Kind != scan.Comma &&
			t.Kind != scan.Quote && t.Kind != scan.QuoteOpen {
			break
		}
	}
	if i == 0 || r.toks[i].Gap > scan.Line {
		return false
	}
	for width := 1; width <= 4 && width <= i; width++ {
		if t := &r.toks[i-width]; t.Is(c) && (width == 1 || int(t.Width) == width) {
			return true
		}
	}
	return false
}

// after returns the token that follows a name which ends before token i, past a closing quotation
// mark and a possessive ending.
func (r *mentionReader) after(i int) int {
	for stop := i + 2; i < stop && i < len(r.toks); i++ {
		switch t := &r.toks[i]; {
		case t.Gap > scan.Line:
			return len(r.toks)
		case t.Kind == scan.QuoteClose || t.Kind == scan.Quote || t.Kind == scan.Apostrophe:
		case t.Gap == scan.None && t.Kind == scan.Word && r.toks[i-1].Kind == scan.Apostrophe:
		default:
			return i
		}
	}
	return i
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
				names = append(names, ownName{first.Hash, i, name})
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
	at, _ := slices.BinarySearchFunc(s.own, hash, func(n ownName, h uint32) int { return cmp.Compare(n.hash, h) })
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
		if fold.String(name[word.Start:word.End]) != fold.String(s.word(end)) {
			return i
		}
	}
	return end
}
