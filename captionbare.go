package dateline

import (
	"strings"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// bareCut finds a credit that nothing but its own words tells from the description.
func (s *story) bareCut(cut *creditCut, from, to int) bool {
	start := s.creditRegion(from, to)
	for i := start; i < to; i++ {
		if i > from && !s.breaksBefore(i) || !s.opensPart(i) || s.inBracket(i) ||
			s.behindSource(from, i) {
			continue
		}
		*cut = s.cutAt(from, i, i, to)
		if !s.bareCredit(&cut.chain, i, from) {
			continue
		}
		if name := s.dashedName(&cut.chain, from, i); name < i {
			*cut = s.cutAt(from, name, name, to)
		}
		return true
	}
	return s.handoutCut(cut, from, to) || s.gluedCut(cut, from, start, to)
}

// handoutCut finds the credit behind the last sentence of a caption that names, in small letters,
// who gave the picture out: "… at night. Press office of the port/Handout via REUTERS".
func (s *story) handoutCut(cut *creditCut, from, to int) bool {
	seen := lang.Class(0)
	for i := to - 1; i > max(from, to-maxCredit); i-- {
		seen |= s.toks[i].Class
		if s.toks[i-1].Kind != scan.Stop || s.toks[i].Gap == scan.None {
			continue
		}
		if seen&lang.Note == 0 || seen&lang.Via == 0 || s.toks[to-1].Kind != scan.Word {
			return false
		}
		*cut = s.cutAt(from, i, i, to)
		c := &cut.chain
		return c.note == Handout && c.slash && !c.sentence && c.n > 0 && c.part[c.n-1].client &&
			c.count(partSource) > 0
	}
	return false
}

// behindSource reports whether a slash ties token i to a source, which no break is before, so that
// the credit begins with that: "… at school TANJUG / JANE DOE".
func (s *story) behindSource(from, i int) bool {
	if i < from+2 || s.toks[i-1].Kind != scan.Slash {
		return false
	}
	first := s.tiedName(from, i-1)
	return first < i-1 && first > from && s.sourceWidth(first, i-1) > 0 && !s.breaksBefore(first)
}

// dashedName returns the first token of the two-word name that a dash ties to the agencies of the
// credit c at token i, "Ana Ruiz - Europa Press / Europa Press"; i itself where there is none.
func (s *story) dashedName(c *creditChain, from, i int) int {
	if i-1 <= from || s.toks[i-1].Kind != scan.Dash || c.n < 2 || c.count(partSource) != c.n {
		return i
	}
	name := s.tiedName(from, i-1)
	if name <= from || name == i-1 || !s.isLower(name-1) && !s.breaksBefore(name) {
		return i
	}
	return name
}

// inBracket reports whether a bracket opens right before token i; what it holds is not bare.
func (s *story) inBracket(i int) bool { return i > 0 && s.toks[i-1].Kind == scan.Open }

// opensPart reports whether a part of a credit can begin with token i.
func (s *story) opensPart(i int) bool {
	k := s.toks[i].Kind
	return k == scan.Word || k == scan.Other
}

// creditRegion returns the first of the tokens up to to that all could belong to a credit.
func (s *story) creditRegion(from, to int) int {
	i := to
	for i > max(from, to-maxCredit) && s.creditToken(i-1, to) {
		i--
	}
	return i
}

// creditToken reports whether token i can belong to a bare credit that ends before token to.
func (s *story) creditToken(i, to int) bool {
	t := &s.toks[i]
	switch t.Kind {
	case scan.Word:
		return !t.Shape.Has(scan.Lower) || t.Is(creditWords|lang.Outlet) ||
			i > 0 && s.toks[i-1].Kind == scan.Stop && t.Gap == scan.None || s.inSource(0, i, to) ||
			s.editorInitials(i) || s.isHandle(i)
	case scan.Number:
		return t.Gap == scan.None
	case scan.Quote, scan.QuoteOpen, scan.QuoteClose:
		return s.quotesSource(i, to)
	case scan.Colon:
		return i > 0 && s.toks[i-1].Is(lang.Photo) && s.toks[i-1].Shape.Has(scan.Caps) // "ST PHOTO:"
	case scan.Semicolon:
		return false
	case scan.Other:
		return strings.Contains("@&+*", s.word(i))
	}
	return true
}

// quotesSource reports whether the quotation mark i opens or closes the name of an outlet behind
// "for": "Jean Roux pour « Le Monde »".
func (s *story) quotesSource(i, to int) bool {
	for open := i; open > max(0, i-maxNameWords); open-- {
		if w := s.sourceWidth(open+1, to); w > 0 && s.toks[open-1].Is(lang.Via) {
			return i == open || i == open+1+w
		}
	}
	return false
}

// creditWords are the classes of the lower-case words that credits hold.
const creditWords = lang.Via | lang.Note | lang.Photo | lang.File | lang.Particle | lang.Job |
	lang.And | lang.Article | lang.Prep

// bareCredit reports whether the chain c, which begins at token i after a break, is a credit.
func (s *story) bareCredit(c *creditChain, i, from int) bool {
	if c.empty() || c.lower > 0 || c.sentence {
		return false
	}
	if c.n > 0 && s.toks[c.to-1].Kind == scan.Stop && c.count(partSource) == 0 {
		return false
	}
	sources, people := c.count(partSource), c.count(partPerson)
	switch {
	case i == from:
		return !s.phrased(c) && !s.leadsWithName(c) && !s.leadsWithArticle(c) &&
			(sources > 0 && c.count(partOpen) == 0 || c.slash && people+c.count(partOrg) > 1)
	case s.hasNumber(c), sources == 0 && s.isPlace(c):
		return false
	case c.n == 0:
		return c.note != "" && c.note != Archive && c.note != Illustration
	}
	before := s.toks[i-1].Kind
	dashed := before == scan.Dash && i-2 >= from && s.isStop(i-2) // "at dawn. — Jane Doe"
	switch {
	case before == scan.Comma:
		return c.label && c.n == 1 && people == 1
	case sources > 0 && (c.part[0].kind != partOpen || c.slash):
		return true
	case before == scan.Dash && !dashed, before == scan.Close:
		return false
	case c.n == 2 && people == 1 && s.toks[c.part[1].from].Is(lang.Article):
		return true // "Jane Doe, The Harbour Post"
	case before == scan.Stop, dashed, s.wideGap(i):
		return c.n == 1 && s.partLen(c) <= maxNameWords+1 || c.slash && c.count(partOpen) == 0
	}
	return people > 0 && c.count(partOpen) == 0
}

// phrased reports whether an organisation in c has words in small letters, as the description has
// before a spaced slash, "Ministers in Gdynia / PAP", or behind a comma: "Jane Doe, head of NASA".
func (s *story) phrased(c *creditChain) bool {
	for _, p := range c.parts() {
		tight := c.slash && p.to < c.to && s.toks[p.to].Gap == scan.None
		for i := p.from; i < p.to && p.kind == partOrg && !tight; i++ {
			if s.isLower(i) {
				return true
			}
		}
	}
	return false
}

// leadsWithArticle reports whether the credit c begins with an article, as no name but that of an
// outlet does: "Der alte Hafen APA/JANE DOE".
func (s *story) leadsWithArticle(c *creditChain) bool {
	return c.part[0].kind == partPerson && s.toks[c.from].Langs(lang.Article) != 0
}

// leadsWithName reports whether the credit c begins with a name that is the whole description, set
// off by a spaced slash: "Jane Doe / J. Roe / LRT nuotr.".
func (s *story) leadsWithName(c *creditChain) bool {
	if !c.label || c.n < 3 || c.part[0].kind != partPerson || c.part[1].kind != partPerson {
		return false
	}
	return s.isKind(c.part[0].to, c.to, scan.Slash) && s.toks[c.part[0].to].Gap > scan.None
}

// isPlace reports whether c is the name of a place.
func (s *story) isPlace(c *creditChain) bool {
	_, w := s.placeFrom(c.from)
	return w > 0 && c.from+w == c.to
}

// hasNumber reports whether a name in c has a number in it, as dates do.
func (s *story) hasNumber(c *creditChain) bool {
	for _, p := range c.parts() {
		for i := p.from; i < p.to && p.kind != partSource; i++ {
			if s.toks[i].Kind == scan.Number {
				return true
			}
		}
	}
	return false
}

// partLen returns how many tokens the parts of c have.
func (s *story) partLen(c *creditChain) int {
	n := 0
	for _, p := range c.parts() {
		n += p.to - p.from
	}
	return n
}

// shouted reports whether tokens i and j are both in capitals, as a photographer's whole name is.
func (s *story) shouted(i, j int) bool {
	return i >= 0 && s.toks[i].Kind == scan.Word && s.toks[i].Shape.Has(scan.Caps) &&
		s.toks[j].Shape.Has(scan.Caps) && s.toks[j].Gap == scan.Space
}

// editorInitials reports whether token i is those of the editor who sent the picture, behind a
// slash: "ANTARA FOTO/Jane Doe/abc".
func (s *story) editorInitials(i int) bool {
	return i > 0 && s.toks[i].Gap == scan.None && s.toks[i-1].Kind == scan.Slash && s.meaningless(i)
}

// agencyCut finds the name of an agency that ends a caption without a mark before it: "The quay at
// low tide PA Media".
func (s *story) agencyCut(cut *creditCut, from, to int) bool {
	if to > from && s.toks[to-1].Kind != scan.Word {
		return false
	}
	for i := to - 1; i > max(from, to-maxNameWords); i-- {
		if s.sourceWidth(i, to) != to-i || !s.opensPart(i-1) && s.toks[i-1].Kind != scan.Number ||
			s.toks[i].Gap != scan.Space {
			continue
		}
		src, _ := s.sourceFrom(i)
		weak := s.mentionFrom(i).name.Weak() || src.Kind != Wire && src.Kind != Photo
		if weak || s.toks[i-1].Is(beforeSource) || s.toks[i-1].Langs(beforeSource) != 0 {
			return false
		}
		*cut = s.cutAt(from, i, i, to)
		return true
	}
	return false
}

// beforeSource are the classes of words that lead to a source in running text.
const beforeSource = lang.Article | lang.Prep | lang.In | lang.By | lang.And | lang.Newswire |
	lang.Cue | lang.CueBefore | lang.Toward | lang.Func

// gluedCut finds a credit that follows the description without a mark: the name, if any, is taken
// to be of two words, and a slash or "via" must lead from it to a source.
func (s *story) gluedCut(cut *creditCut, from, start, to int) bool {
	tie := s.firstTie(start, to)
	if tie < 0 {
		return s.agencyCut(cut, from, to)
	}
	first := s.tiedName(start, tie)
	if first == from || first == tie && s.sourceWidth(tie+1, to) != to-tie-1 {
		return false
	}
	*cut = s.cutAt(from, first, first, to)
	if cut.chain.lower > 0 || cut.chain.sentence {
		return false
	}
	known := cut.chain.count(partSource) > 0
	return known || cut.chain.count(partOrg) > 0 && s.toks[tie].Kind != scan.Word
}

// firstTie returns the first slash or "via" among the tokens from up to to, or -1.
func (s *story) firstTie(from, to int) int {
	for i := from; i < to; i++ {
		if s.toks[i].Kind == scan.Slash || s.toks[i].Is(lang.Via) && i > from {
			return i
		}
	}
	return -1
}

// tiedName returns the first token of the source or the two-word name that ends before token tie;
// tie itself where there is none.
func (s *story) tiedName(start, tie int) int {
	for i := max(start, tie-maxNameWords); i < tie; i++ {
		if w := s.sourceWidth(i, tie); w > 0 && i+w == tie {
			return i
		}
	}
	best := tie
	for i := tie - 1; i >= max(start, tie-2*maxNameWords); i-- {
		end, words := s.nameFrom(i, tie)
		if end != tie || s.toks[i].Shape.Has(scan.Single) {
			continue
		}
		// "Nick P Moor", not "P Moor"
		best = i
		if words >= 2 && (!s.initial(i) || s.toks[i].Shape.Has(scan.Dotted)) && !s.shouted(i-1, i) {
			break
		}
	}
	return best
}
