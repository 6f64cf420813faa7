package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A Credit says who took a picture and who distributes it: "Jane Doe/AFP via Getty Images". The
// zero Credit is none.
type Credit struct {
	// Span covers the credit with its label ("Foto:", "Photo by"), without the brackets or the dash
	// around it.
	Span Span `json:"span,omitzero"`
	// Photographers are the people it names.
	Photographers []Person `json:"photographers,omitzero"`
	// Sources are the agencies and others, from the maker to the distributor: AFP, Getty Images.
	Sources []Source `json:"sources,omitzero"`
	// Note is what else it says of the picture's origin; empty for none.
	Note CreditNote `json:"note,omitzero"`
}

// A CreditNote says how a picture came to its paper, beside its maker's name.
type CreditNote string

// The notes of credits.
const (
	Handout      CreditNote = "handout"      // given out by one who is shown or concerned
	Pool         CreditNote = "pool"         // taken for all agencies
	Courtesy     CreditNote = "courtesy"     // lent
	Supplied     CreditNote = "supplied"     // sent in, contributed
	Archive      CreditNote = "archive"      // from the files
	Screen       CreditNote = "screen"       // a still from a video or a page
	Illustration CreditNote = "illustration" // a drawing, a montage
	Stringer     CreditNote = "stringer"     // by a freelance who is not named
)

// creditNotes are the notes in the order of the arguments of [lang.Note].
var creditNotes = [...]CreditNote{
	lang.NoteHandout: Handout, lang.NotePool: Pool, lang.NoteCourtesy: Courtesy,
	lang.NoteSupplied: Supplied, lang.NoteArchive: Archive, lang.NoteScreen: Screen,
	lang.NoteIllustration: Illustration, lang.NoteStringer: Stringer,
}

// ParseCredit reads a credit that stands alone, "Jane Doe/AFP via Getty Images". A text without a
// name in it gives ErrNotFound. Where a bracket is open at its end, the credit comes with a
// *ParseError.
func (p *Parser) ParseCredit(text string) (Credit, error) {
	s := p.newStory(text)
	defer s.close()
	from, to := s.trimCredit(0, len(s.toks))
	chain := s.creditChain(from, to)
	if chain.empty() || !s.hasWord(from, to) || !s.whole() {
		return Credit{}, ErrNotFound
	}
	return s.credit(&chain), s.openBracket("credit", from, to)
}

// A partKind says what a part of a credit is.
type partKind uint8

const (
	partOpen   partKind = iota // nothing decides
	partSource                 // a source of the registry
	partOrg                    // an organisation that the registry does not have
	partPerson                 // a person's name
	partNote                   // handout, pool, file
	partBlank                  // a dash in the place of a name, an address
)

// A creditPart is one of the names between the slashes, bars and commas of a credit.
type creditPart struct {
	from, to int
	words    int // of an open part or a person's name
	kind     partKind
	client   bool // follows "for" or "via"
}

// maxParts is how many parts a credit has; a longer list is none.
const maxParts = 12

// A creditChain is a credit on its way into its parts.
type creditChain struct {
	from, to int
	label    bool // it has "Photo:", "©" or the like
	by       bool // it begins with "Photo by" or the like
	slash    bool // a slash, bar or "via" stands between two parts
	note     CreditNote
	file     bool
	sentence bool // a sentence, or a bracket from before it, ends inside
	lower    int  // words that no name has
	n        int
	part     [maxParts]creditPart
}

func (c *creditChain) parts() []creditPart { return c.part[:c.n] }

// empty reports whether nothing of the credit was read.
func (c *creditChain) empty() bool {
	return c.n == c.count(partBlank) && c.note == "" && !c.file
}

// count returns how many parts are of the kind k.
func (c *creditChain) count(k partKind) int {
	n := 0
	for i := range c.parts() {
		if c.part[i].kind == k {
			n++
		}
	}
	return n
}

// creditChain cuts the tokens from up to to into the parts of a credit:
//
//	credit = [ label ] part { sep part }
//	sep    = "/" | "|" | "," | ";" | "-" | "via" | "for" | "and" | bracket
//	part   = source | name | organisation | note
func (s *story) creditChain(from, to int) (c creditChain) {
	c.from, c.to = from, to
	client, depth := false, 0
	for i := from; i < to; {
		if w := s.chainNote(&c, i, to); w > 0 {
			i += w
			continue
		}
		if w := s.separator(i, to); w > 0 {
			client = s.toks[i].Is(lang.Via)
			depth += s.nesting(i)
			c.sentence = c.sentence || depth < 0 || s.sentenceEnds(&c, i) ||
				c.n > 0 && s.toks[i].Kind == scan.Equals && !s.passesOn(&c, i)
			c.slash = c.slash || client || c.n > 0 && s.ties(i)
			i += w
			continue
		}
		if s.leadingArticle(i, to) {
			i++
			continue
		}
		if c.n == maxParts {
			c.n = 0
			return c
		}
		i = s.addPart(&c, i, client)
		client = false
	}
	s.resolveParts(&c)
	return c
}

// passesOn reports whether the equals sign at token i stands between an agency and the one that
// passes its pictures on: AFP=연합뉴스.
func (s *story) passesOn(c *creditChain, i int) bool {
	return c.part[c.n-1].kind == partSource && s.sourceWidth(i+1, c.to) > 0
}

// addPart adds to c the part that starts at token i, and returns the token behind it; client says
// that "via" or "for" leads to it.
func (s *story) addPart(c *creditChain, i int, client bool) int {
	p := s.creditPart(i, c.to)
	if s.copyright(c.from, c.to) > 0 && s.yearEnds(&p) {
		p.to--
	}
	p.client = client
	c.lower += s.lowerWords(&p)
	c.part[c.n] = p
	c.n++
	return p.to
}

// ties reports whether token i is a mark between the parts of one credit.
func (s *story) ties(i int) bool {
	k := s.toks[i].Kind
	return k == scan.Slash || k == scan.Bar
}

// sentenceEnds reports whether token i is a full stop and what follows is no label of a credit, nor
// the agency behind a photographer: "Photo Jane Doe. AFP".
func (s *story) sentenceEnds(c *creditChain, i int) bool {
	if s.toks[i].Kind != scan.Stop || i+1 >= c.to || s.toks[i+1].Is(lang.Photo|lang.Note) ||
		i > c.from && s.toks[i-1].Is(lang.Abbrev|lang.Honorific) {
		return false
	}
	return !c.label || s.sourceWidth(i+1, c.to) != c.to-i-1
}

// nesting returns 1 for a bracket that opens, -1 for one that closes, 0 for other tokens.
func (s *story) nesting(i int) int {
	switch s.toks[i].Kind {
	case scan.Open:
		return 1
	case scan.Close:
		return -1
	}
	return 0
}

// leadingArticle reports whether token i is the article before a name: "Courtesy of the
// Navy Museum".
func (s *story) leadingArticle(i, to int) bool {
	return s.toks[i].Is(lang.Article) && s.isLower(i) && s.sourceWidth(i, to) == 0 &&
		i+1 < to && s.nameLetterCase(i+1)
}

// yearEnds reports whether part p ends with the year of a copyright: "© Jane Doe 2023".
func (s *story) yearEnds(p *creditPart) bool {
	last := &s.toks[p.to-1]
	return p.to-p.from > 1 && last.Kind == scan.Number && last.End-last.Start == yearDigits
}

const yearDigits = 4

// separator returns the width of what stands between two parts at token i, or 0.
func (s *story) separator(i, to int) int {
	t := &s.toks[i]
	switch t.Kind {
	case scan.Word:
		switch {
		case t.Is(lang.Via):
			return min(s.widthAs(i, lang.Via), to-i)
		case t.Is(lang.And|lang.By) && t.Shape.Has(scan.Lower), s.leadsToSource(i, to):
			return 1
		}
		return 0
	case scan.Hyphen:
		return min(s.sourceWidth(i+1, to), 1)
	case scan.Stop:
		// "n-tv.de"
		if i > 0 && i+1 < to && t.Gap == scan.None && s.toks[i+1].Gap == scan.None &&
			s.toks[i+1].Shape.Has(scan.Lower) {
			return 0
		}
	case scan.Dash:
		// "anna_neri"
		if t.Gap == scan.None && i+1 < to && s.toks[i+1].Gap == scan.None {
			return 0
		}
	case scan.Other:
		if s.word(i) != "*" {
			return 0
		}
	case scan.Number, scan.Apostrophe:
		return 0
	}
	return 1
}

// creditPart reads the part that starts at token i.
func (s *story) creditPart(i, to int) creditPart {
	if end := s.quotedEnd(i, to); end > i {
		return creditPart{from: i, to: end, kind: partOrg}
	}
	if w := s.sourceWidth(i, to); w > 0 {
		return s.sourcePart(i, i+w, to)
	}
	if end, words := s.nameFrom(i, to); words > 0 && s.partEnds(end, to) {
		if w := s.agencyTail(end, to); w > 0 {
			return creditPart{from: i, to: end + w, kind: partOrg}
		}
		if s.photoBy(end, to) { // "Harbour Post photo by Jane Doe"
			return creditPart{from: i, to: end, kind: partOrg}
		}
		return creditPart{from: i, to: end, words: words}
	}
	return s.looseText(i, to)
}

// quotedEnd returns the quotation mark that closes the name of a body which starts at token i
// behind one, "Cedida por la 'Plataforma por el Barrio'"; i itself where none does.
func (s *story) quotedEnd(i, to int) int {
	if i == 0 || s.sourceWidth(i, to) > 0 {
		return i
	}
	if !s.mayOpenQuote(i - 1) {
		return i
	}
	for end := i + 1; end < to; end++ {
		if s.mayCloseQuote(end) {
			return end
		}
	}
	return i
}

// photoBy reports whether "photo by" stands at token i.
func (s *story) photoBy(i, to int) bool {
	return i < to && s.arg(i, lang.Photo) == lang.PhotoBy
}

// partEnds reports whether a part can end before token i.
func (s *story) partEnds(i, to int) bool {
	if i >= to || s.toks[i].Is(lang.Note|lang.Job) {
		return true
	}
	return s.separator(i, to) > 0 || s.labelWidth(i, to) > 0 || s.sourceWidth(i, to) > 0
}

// looseText reads a part that is neither a known source nor written as a name.
func (s *story) looseText(i, to int) creditPart {
	p := creditPart{from: i, to: i + 1, words: 1}
	for p.to < to && !s.toks[p.to].Is(lang.Via) && s.sourceWidth(p.to, to) == 0 {
		t := &s.toks[p.to]
		if t.Is(lang.Note) && t.Shape.Has(scan.Single) {
			p.kind = partOrg // 해녀학교 제공
			break
		}
		if t.Kind != scan.Word && s.separator(p.to, to) > 0 {
			break
		}
		p.words++
		p.to++
	}
	return p
}

// isHandle reports whether token i is the name of somebody's page on a platform: "@jane".
func (s *story) isHandle(i int) bool {
	return i > 0 && s.toks[i].Gap == scan.None && s.word(i-1) == "@"
}

// lowerWords counts the words of part p that no name has.
func (s *story) lowerWords(p *creditPart) int {
	if p.kind != partOpen {
		return 0
	}
	n := 0
	for i := p.from; i < p.to; i++ {
		if s.isLower(i) && !s.toks[i].Is(lang.Particle|lang.Article|lang.Prep|lang.And) &&
			!s.isHandle(i) && !s.editorInitials(i) {
			n++
		}
	}
	return n
}
