package dateline

import (
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// maxAcronym is how long an organisation's abbreviation is; a longer word in capitals may be a
// name.
const maxAcronym = 4

// resolveParts tells people from organisations among the open parts of c. The registry has spoken;
// what is left goes by how it is written and where it stands. What neither tells stays open.
func (s *story) resolveParts(c *creditChain) {
	for i := range c.parts() {
		p := &c.part[i]
		if p.kind != partOpen {
			continue
		}
		switch {
		case s.blank(p), p.words == 1 && s.editorInitials(p.from),
			s.toks[p.to-1].Is(lang.Honorific|lang.Abbrev) && s.isKind(p.to, c.to, scan.Stop): // "Sgt."
			p.kind = partBlank
		case p.words == 1 && s.wireMaker(c, i):
			p.kind = partPerson // "AP Photo/LIBKOS"
		case c.by && i == 0 && p.words == 1 && s.aloneNamed(p):
			p.kind = partPerson // "Photo by Harper/Getty Images"
		case p.client || s.orgLike(p) || s.employs(c, i):
			p.kind = partOrg
		case p.words >= 2 && s.personLike(p):
			p.kind = partPerson
		case c.label && s.namedBody(p):
			p.kind = partOrg
		}
	}
	for i := range c.parts() {
		if p := &c.part[i]; p.kind == partOpen && p.words == 1 && s.rightsHolder(c, i) {
			p.kind = partOrg
		}
	}
}

// rightsHolder reports whether the one word of part i of c is an organisation by what is around it:
// a full name across a slash, a copyright mark before it, a page that was captured. People are
// credited with two names.
func (s *story) rightsHolder(c *creditChain, i int) bool {
	if c.note == Screen || s.copyright(c.from, c.to) > 0 && c.n == 1 {
		return true
	}
	named := s.toks[c.part[i].from].Shape.Has(scan.Capital)
	if named && (c.label && c.n == 1 || i > 0 && s.isLibrary(c, i-1)) {
		return true // "Image: Harbourpix", "IMAGO/Harbourpress"
	}
	if named && i+1 < c.n && c.part[i+1].client {
		return true // "Harbourpix via AP"
	}
	after := i+1 < c.n && c.part[i+1].kind == partPerson && s.ties(c.part[i+1].from-1)
	return after || i > 0 && c.part[i-1].kind == partPerson && s.ties(c.part[i].from-1)
}

// wireMaker reports whether the one word of part i of c names who took the picture: it follows a
// slash and a wire agency, and nobody else is named.
func (s *story) wireMaker(c *creditChain, i int) bool {
	p := &c.part[i]
	if i != 1 || c.n > 2+c.count(partBlank) || !s.ties(p.from-1) || c.part[0].kind != partSource ||
		s.toks[p.from].Is(lang.Org|lang.Group|lang.Role) || !s.aloneNamed(p) {
		return false
	}
	src, _ := s.creditSource(c.part[0].from, c.part[0].to)
	return src.Kind == Wire && p.to == p.from+1
}

// isLibrary reports whether a slash ties part i of c, an agency of many makers of pictures, to the
// part behind it.
func (s *story) isLibrary(c *creditChain, i int) bool {
	p := &c.part[i]
	if p.kind != partSource || !s.ties(c.part[i+1].from-1) {
		return false
	}
	src, _ := s.creditSource(p.from, p.to)
	return src.Kind == Photo
}

// aloneNamed reports whether the one word of part p is written as a name is, and not as an
// abbreviation.
func (s *story) aloneNamed(p *creditPart) bool {
	t := &s.toks[p.from]
	return t.Shape.Has(scan.Capital) && !t.Is(lang.Org) && !s.acronym(p.from, p.to) &&
		!t.Shape.Has(scan.Mixed)
}

// namedBody reports whether part p is written as a body is named in many languages, a capital and
// then small letters: "Det norske teatret".
func (s *story) namedBody(p *creditPart) bool {
	if p.words < 2 || p.words > 4 || !s.toks[p.from].Shape.Has(scan.Capital) {
		return false
	}
	return s.lowerWords(p) > 0
}

// blank reports whether part p is a mark that stands in for a name, "Photo by - /AFP", or the
// number of the picture, or a date.
func (s *story) blank(p *creditPart) bool {
	if t := &s.toks[p.from]; t.Kind == scan.Number {
		dated := p.from+1 == p.to || s.toks[p.from+1].Is(lang.DateMark)
		return dated || t.End-t.Start > maxAcronym
	}
	for i := p.from; i < p.to; i++ {
		if k := s.toks[i].Kind; k == scan.Word || k == scan.Number {
			return false
		}
	}
	return true
}

// orgLike reports whether part p is written as organisations are and people are not: "Galerie Nord
// + Art", "City of Cork", "GPO", "The Harbour Post".
func (s *story) orgLike(p *creditPart) bool {
	if t := &s.toks[p.from]; p.words > 1 && t.Is(lang.Article) && !t.Is(lang.Numeral) {
		return true
	}
	for i := p.from; i < p.to; i++ {
		t := &s.toks[i]
		switch {
		case t.Is(lang.Org), p.words > 1 && t.Is(lang.Newswire), t.Kind == scan.Other,
			t.Kind == scan.Number, t.Shape.Has(scan.Digits):
			return true
		case p.words == 1 && t.Shape.Has(scan.Mixed):
			return true
		case t.Is(lang.Prep|lang.Article|lang.And) && !t.Is(lang.Particle) && i > p.from &&
			!t.Shape.Has(scan.Single):
			return true
		}
	}
	last := p.to - 1
	if p.words > 1 && s.toks[last].Shape.Has(scan.Caps) && !s.toks[p.from].Shape.Has(scan.Caps) {
		return s.acronym(last, p.to) && !s.toks[last].OneLetter(s.text) // "Harbour Point APL"
	}
	return p.words == 1 && s.acronym(p.from, p.to)
}

// acronym reports whether the tokens from up to to are one short word in capitals, or begin with
// one before a hyphen: "JPL-Caltech".
func (s *story) acronym(from, to int) bool {
	n := utf8.RuneCountInString(s.word(from))
	hyphen := s.isKind(from+1, to, scan.Hyphen)
	return s.toks[from].Shape.Has(scan.Caps|scan.Capital) && n <= maxAcronym &&
		(to == from+1 || hyphen && n > 1)
}

// employs reports whether part i of c stands where the photographer's paper does: after a name, at
// the end or before "via", as in "Jane Doe/Morning Record via AP".
func (s *story) employs(c *creditChain, i int) bool {
	if i == 0 || c.part[i-1].kind != partPerson || !s.ties(c.part[i].from-1) {
		return false
	}
	if i+1 < c.n {
		return c.part[i+1].client
	}
	p, maker := c.part[i], c.part[i-1]
	return c.count(partSource) == 0 && s.toks[p.from-1].Kind == scan.Slash &&
		s.span(p.from, p.to).Of(s.text) != s.span(maker.from, maker.to).Of(s.text)
}

// personLike reports whether part p is written as a name.
func (s *story) personLike(p *creditPart) bool {
	end, words := s.nameFrom(p.from, p.to)
	return end == p.to && words >= 2
}

// credit returns what the chain c says.
func (s *story) credit(c *creditChain) Credit {
	out := Credit{Span: s.span(c.from, c.to), Note: c.note}
	for _, p := range c.parts() {
		switch p.kind {
		case partPerson:
			if !s.inScene(p) {
				out.addPhotographer(s.personAt(p.from, p.to))
			}
		case partSource:
			src, _ := s.sourceFrom(p.from)
			src.Span = s.span(p.from, p.to)
			s.addSource(&out, src)
		case partOrg:
			sp := s.span(p.from, p.to)
			s.addSource(&out, Source{Span: sp, Name: sp.Of(s.text)})
		}
	}
	return out
}

// sceneReach is how many tokens of a bracket stand before or behind the place in it.
const sceneReach = 12

// inScene reports whether part p stands in a bracket that says when and where a picture was taken,
// in a script without blanks, and nothing says that it took it: （12日、福岡市）.
func (s *story) inScene(p creditPart) bool {
	if !s.toks[p.from].Shape.Has(scan.Single) || p.to < len(s.toks) && s.toks[p.to].Is(lang.Photo) {
		return false
	}
	open, end := p.from-1, p.to
	for open >= 0 && open > p.from-sceneReach && s.toks[open].Kind != scan.Open {
		open--
	}
	for end < len(s.toks) && end < p.to+sceneReach && s.toks[end].Kind != scan.Close {
		end++
	}
	if open < 0 || s.toks[open].Kind != scan.Open {
		return false
	}
	for i := open + 1; i+1 < end; i++ {
		if s.toks[i].Kind == scan.Number && s.toks[i+1].Is(lang.DateMark|lang.Unit) {
			return true
		}
	}
	return false
}

// addPhotographer adds p unless the credit, as some pages do, names the same person twice.
func (c *Credit) addPhotographer(p Person) {
	for _, q := range c.Photographers {
		if q.Name == p.Name {
			return
		}
	}
	c.Photographers = append(c.Photographers, p)
}

// addSource adds src to c unless it is there already, written the same.
func (s *story) addSource(c *Credit, src Source) {
	for _, q := range c.Sources {
		if q.Span.Of(s.text) == src.Span.Of(s.text) {
			return
		}
	}
	c.Sources = append(c.Sources, src)
}

// trimCredit drops the brackets and separators around the credit in the tokens from up to to.
func (s *story) trimCredit(from, to int) (int, int) {
	for from < to && s.copyright(from, to) == 0 && s.aroundCredit(from) {
		from++
	}
	for from < to && s.aroundCredit(to-1) && !s.closesInner(from, to) {
		to--
	}
	return from, to
}

// aroundCredit reports whether token i sets a credit off and is no part of it.
func (s *story) aroundCredit(i int) bool {
	switch s.toks[i].Kind {
	case scan.Word, scan.Number, scan.Other, scan.Stop:
		return s.toks[i].Kind == scan.Stop && s.word(i) != "."
	}
	return true
}

// closesInner reports whether the last token before to closes a bracket or a quotation that opens
// after from.
func (s *story) closesInner(from, to int) bool {
	switch s.toks[to-1].Kind {
	case scan.Close:
		return s.bracketOpen(from, to-1) >= 0
	case scan.QuoteClose, scan.Quote:
		for i := to - 2; i > from; i-- {
			if k := s.toks[i].Kind; k == scan.QuoteOpen || k == s.toks[to-1].Kind {
				return k != scan.QuoteClose
			}
		}
	}
	return false
}

// bracketOpen returns the token that opens the bracket which token end closes, or -1. It looks back
// to from, and no further than credits are long.
func (s *story) bracketOpen(from, end int) int {
	depth := 0
	for i := end; i >= max(from, end-maxCredit); i-- {
		switch s.toks[i].Kind {
		case scan.Close:
			depth++
		case scan.Open:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// openBracket returns the error of a bracket that opens between from and to and never closes.
func (s *story) openBracket(elem string, from, to int) error {
	depth, at := 0, 0
	for i := from; i < to; i++ {
		switch s.toks[i].Kind {
		case scan.Open:
			depth++
			at = i
		case scan.Close:
			depth = max(depth-1, 0)
		}
	}
	if depth == 0 {
		return nil
	}
	return &ParseError{Elem: elem, Offset: int(s.toks[at].Start), Msg: "bracket not closed"}
}
