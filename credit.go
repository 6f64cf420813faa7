package dateline

import (
	"unicode/utf8"

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
		if w := s.chainLabel(&c, i, to); w > 0 {
			i += w
			continue
		}
		if w := s.noteWidth(&c, i, to); w > 0 {
			i += w
			continue
		}
		if w := s.separator(i, to); w > 0 {
			client = s.toks[i].Is(lang.Via)
			depth += s.nesting(i)
			c.sentence = c.sentence || depth < 0 || s.sentenceEnds(i, to) ||
				c.n > 0 && s.toks[i].Kind == scan.Equals
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
		p := s.creditPart(i, to)
		if s.copyright(from, to) > 0 && s.yearEnds(&p) {
			p.to--
		}
		p.client = client
		client = false
		c.lower += s.lowerWords(&p)
		c.part[c.n] = p
		c.n++
		i = p.to
	}
	s.resolveParts(&c)
	return c
}

// chainLabel notes that a label begins at token i of the credit c, and returns its width; 0 where a
// longer name of a source or a longer note begins there: "кадр из видео".
func (s *story) chainLabel(c *creditChain, i, to int) int {
	known, w := s.sourceWidth(i, to), s.labelWidth(i, to)
	if w == 0 || w < known || i+w >= to && known > 0 && c.label {
		return 0
	}
	if s.longerNote(i, w) {
		return 0
	}
	c.label = c.label || s.copyright(i, to) > 0 || s.toks[i].Is(lang.Photo)
	if s.toks[i].Is(lang.Note) {
		s.noteWidth(c, i, to) // "Screenshot" is both
	}
	c.by = c.by || s.arg(i, lang.Photo) == lang.PhotoBy && c.n == 0
	return w
}

// longerNote reports whether a note of more than w tokens begins at token i.
func (s *story) longerNote(i, w int) bool {
	return s.toks[i].Is(lang.Note) && s.widthAs(i, lang.Note) > w
}

// ties reports whether token i is a mark between the parts of one credit.
func (s *story) ties(i int) bool {
	k := s.toks[i].Kind
	return k == scan.Slash || k == scan.Bar
}

// sentenceEnds reports whether token i is a full stop and what follows is no label of a credit.
func (s *story) sentenceEnds(i, to int) bool {
	return s.toks[i].Kind == scan.Stop && i+1 < to && !s.toks[i+1].Is(lang.Photo|lang.Note)
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

// labelWidth returns how many tokens from i on only say that this is a credit: "Photo by", "Foto:",
// "©", "Copyright 2024".
func (s *story) labelWidth(i, to int) int {
	switch {
	case s.copyright(i, to) > 0:
		return s.withYear(i, s.copyright(i, to), to)
	case s.toks[i].Is(lang.Photo):
		w := s.plainWidth(i, to, lang.Photo)
		if s.arg(i, lang.Photo) == lang.PhotoRights {
			return s.withYear(i, w, to)
		}
		return w
	case s.toks[i].Is(lang.Job):
		return s.plainWidth(i, to, lang.Job)
	}
	return 0
}

// withYear returns the width w of the copyright mark at token i with the year behind it.
func (s *story) withYear(i, w, to int) int {
	if s.isKind(i+w, to, scan.Number) {
		return w + 1
	}
	return w
}

// plainWidth returns the width of the word or phrase of class c at token i, unless it is but a part
// of a longer word: "Video-Nord".
func (s *story) plainWidth(i, to int, c lang.Class) int {
	w := s.widthAs(i, c)
	if i+w < to && s.toks[i+w].Kind == scan.Hyphen {
		return 0
	}
	return min(w, to-i)
}

// arg returns the argument that token i has as a member of class c, 0 for none.
func (s *story) arg(i int, c lang.Class) int {
	arg, _, _ := s.toks[i].Arg(c, s.lang)
	return arg
}

// widthAs returns how many tokens the word or phrase at token i takes up as one of class c.
func (s *story) widthAs(i int, c lang.Class) int {
	_, w, _ := s.toks[i].Arg(c, s.lang)
	return max(w, 1)
}

// copyright returns the width of a copyright mark at token i: "©", "(c)", "（Ｃ）".
func (s *story) copyright(i, to int) int {
	t := &s.toks[i]
	if t.Kind == scan.Other && s.word(i) == "©" {
		return 1
	}
	if t.Kind == scan.Open && i+2 < to && s.toks[i+2].Kind == scan.Close {
		switch s.word(i + 1) {
		case "c", "C", "Ｃ", "ｃ":
			return 3
		}
	}
	return 0
}

// noteWidth notes what a word such as "Handout" or "File Photo" at token i says, and returns its
// width.
func (s *story) noteWidth(c *creditChain, i, to int) int {
	t := &s.toks[i]
	if t.Is(lang.File) {
		c.file = true
	}
	if !t.Is(lang.Note) {
		if t.Is(lang.File) {
			return s.plainWidth(i, to, lang.File)
		}
		return 0
	}
	w := s.plainWidth(i, to, lang.Note)
	if w == 0 && t.Shape.Has(scan.Caps) && utf8.RuneCountInString(s.word(i)) <= maxAcronym {
		w = 2 // "HO-Harbour Museum"
	}
	if w == 0 || s.sourceWidth(i, to) > 0 {
		return 0
	}
	arg := s.arg(i, lang.Note)
	if c.note == "" && arg < len(creditNotes) {
		c.note = creditNotes[arg]
	}
	c.file = c.file || arg == lang.NoteArchive
	return w
}

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

// leadsToSource reports whether token i is a preposition, of any language, before a source and the
// end of the credit or a word that joins others to it: "Jane Doe on Unsplash".
func (s *story) leadsToSource(i, to int) bool {
	if !s.isLower(i) || s.toks[i].Langs(lang.Prep|lang.In) == 0 {
		return false
	}
	w := s.sourceWidth(i+1, to)
	return w > 0 && (i+1+w == to || s.toks[i+1+w].Is(lang.And|lang.Via))
}

// creditSource returns the source that is named at token i, and the width of its name.
func (s *story) creditSource(i, to int) (Source, int) {
	if s.sourceWidth(i, to) == 0 {
		return Source{}, 0
	}
	return s.sourceFrom(i)
}

// sourceWidth returns how many tokens the name of a source takes up that starts at token i, or 0.
func (s *story) sourceWidth(i, to int) int {
	if i >= to || !s.toks[i].Is(lang.Outlet) && len(s.own) == 0 {
		return 0
	}
	m := s.mentionFrom(i)
	w := m.to - i
	if i+w > to || w == 1 && m.name.Weak() && s.firstName(i, to) {
		return 0
	}
	if w == 1 && m.name.Weak() && s.isLower(i) &&
		s.toks[i].Langs(lang.Prep|lang.In|lang.Toward) != 0 {
		return 0 // "sur"
	}
	shouted := m.own == 0 && m.name.AllCaps() && !m.name.LowerFirst()
	if shouted && s.isLower(i) && !s.tied(i, m.to) {
		return 0 // "et" is no Economic Times
	}
	return w
}

// tied reports whether a slash or a bracket stands right before token from or at token to, as in
// "sda/afp".
func (s *story) tied(from, to int) bool {
	if from > 0 && (s.ties(from-1) || s.toks[from-1].Kind == scan.Open) {
		return true
	}
	return to < len(s.toks) && (s.ties(to) || s.toks[to].Kind == scan.Close)
}

// firstName reports whether the weak name of a source at token i is somebody's first name: "Max
// Huber".
func (s *story) firstName(i, to int) bool {
	end, words := s.nameFrom(i, to)
	if words < 2 || end == i+1 {
		return false
	}
	return !s.toks[i].Shape.Has(scan.Caps) || words == 2 && s.toks[end-1].Shape.Has(scan.Caps)
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

// sourcePart is the part that begins with the source in the tokens from i up to end. A word such as
// "Images" makes another agency of a name that others have as well: "LAT Images".
func (s *story) sourcePart(i, end, to int) creditPart {
	p := creditPart{from: i, to: s.sourceTail(end, to), kind: partSource}
	if w := s.agencyTail(p.to, to); w > 0 {
		p.to += w
		if src, _ := s.sourceFrom(i); s.mentionFrom(i).name.Weak() &&
			src.Kind != Wire && src.Kind != Photo {
			p.kind = partOrg
		}
	}
	return p
}

// photoBy reports whether "photo by" stands at token i.
func (s *story) photoBy(i, to int) bool {
	return i < to && s.arg(i, lang.Photo) == lang.PhotoBy
}

// agencyTail returns the width of the word at token i that makes an agency's name of those before
// it: "Images" in "Harbour Images".
func (s *story) agencyTail(i, to int) int {
	if i >= to || !s.toks[i].Is(lang.Photo) || s.toks[i].Gap != scan.Space {
		return 0
	}
	if !s.toks[i].Shape.Has(scan.Capital) {
		return 0
	}
	w := s.plainWidth(i, to, lang.Photo)
	if i+w < to && (s.toks[i+w].Kind == scan.Colon || s.toks[i+w].Kind == scan.Word) {
		return 0
	}
	return w
}

// sourceTail returns the end of a source's name, of which the registry has the words before token
// i: "Getty Images Europe". Two words and more are somebody's name.
func (s *story) sourceTail(i, to int) int {
	if i >= to || s.toks[i].Gap != scan.Space {
		return i
	}
	end, words := s.nameFrom(i, to)
	if words != 1 || !s.partEnds(end, to) {
		return i
	}
	return end
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
			!s.isHandle(i) {
			n++
		}
	}
	return n
}
