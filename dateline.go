package dateline

import (
	"cmp"
	"slices"
	"strings"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A Dateline opens a story and says where, when and by whom it was filed, as in "MOSCOW, April 11
// (Reuters) — ". The story itself is text[d.Span.End:] without leading blanks. The zero Dateline is
// none.
type Dateline struct {
	// Span runs from the first letter or bracket to the end of the separator: "LONDON/TEHRAN
	// (Reuters) -", "【モスクワ共同】". Bylines and slugs before it are outside.
	Span Span `json:"span,omitzero"`
	// Places are the towns, in order; none in "April 11 (Reuters) -".
	Places []Place `json:"places,omitzero"`
	// Date is the day that it names; its year comes from Parser.Published, or from a stamp above the
	// story, where the line has none.
	Date Date `json:"date,omitzero"`
	// Sources are the agencies, in order: two in "(AP/AFP)".
	Sources []Source `json:"sources,omitzero"`
	// Persons are the reporters that some agencies name here: "【ソウル＝小池和樹】".
	Persons []Person `json:"persons,omitzero"`
}

// A Place is a town, or what stands for one, in a dateline or caption. The zero Place is none.
type Place struct {
	// Span covers the words of the place alone: "EAU CLAIRE" in "EAU CLAIRE, Wis. (AP)".
	Span Span `json:"span,omitzero"`
	// Name is the place as it is known in English, "Moscow" for "МОСКВА"; where that is not known,
	// the words of the text.
	Name string `json:"name,omitzero"`
	// Region is its ISO 3166-2 code, "US-WI"; empty where the text does not decide.
	Region string `json:"region,omitzero"`
	// Country is its ISO 3166-1 alpha-2 code, "RU". It is empty for a town that is not known, or
	// not told from others of its name, and for contested ground: Jerusalem, Crimea.
	Country string `json:"country,omitzero"`
	// Lat and Lon are its position in degrees, north and east positive; both 0 where not known.
	Lat float64 `json:"lat,omitzero"`
	Lon float64 `json:"lon,omitzero"`
	// TimeZone is its IANA name, "Europe/Moscow"; empty where not known.
	TimeZone string `json:"timeZone,omitzero"`
}

// Parse reads the dateline that opens text, be it after a slug ("URGENT", "UPDATE 2-"), a byline or
// a headline. It returns ErrNotFound where none opens it, and a *ParseError, beside what could be
// read, for one that breaks: "MOSCOW, February 31 (Reuters) -". Of a text without a dateline it
// reads the first few words only.
func (p *Parser) Parse(text string) (Dateline, error) {
	d, err := p.parseFrom(text, 0)
	if err != ErrNotFound {
		return d, err
	}
	next := secondLine(text)
	if next == 0 {
		return Dateline{}, ErrNotFound
	}
	d, err = p.parseFrom(text, next)
	if len(d.Sources) == 0 && d.Date.IsZero() && !capitalised(d, text) && err == nil {
		return Dateline{}, ErrNotFound
	}
	return d, err
}

// parseFrom reads the dateline at byte start of text.
func (p *Parser) parseFrom(text string, start int) (Dateline, error) {
	s := p.open(text)
	defer s.close()
	r := s.reader(0, len(text))
	r.Skip(start)
	if !s.readHead(r) {
		return Dateline{}, ErrNotFound
	}
	r.Phrases(s.toks, 0)
	var broken ParseError
	var before Dateline
	for from := 0; from >= 0; from = s.nextOpening(from) {
		d, end, err := s.datelineAt(from)
		if end > 0 {
			return d, err.or(nil)
		}
		if broken == (ParseError{}) {
			before, broken = d, err
		}
	}
	return before, broken.or(ErrNotFound)
}

// maxHeadline is the most bytes that a headline before the dateline takes up.
const maxHeadline = 200

// secondLine returns where the second line of text starts, if the first may be a headline; 0 for
// nowhere.
func secondLine(text string) int {
	head := text[:min(len(text), maxHeadline)]
	i := strings.IndexByte(head, '\n')
	if i <= 0 || strings.HasSuffix(strings.TrimRight(head[:i], " \r"), ".") {
		return 0
	}
	return i + 1
}

// capitalised reports whether the first place of d is in capitals in text.
func capitalised(d Dateline, text string) bool {
	if len(d.Places) == 0 {
		return false
	}
	name := d.Places[0].Span.Of(text)
	return strings.ToUpper(name) == name
}

// maxHead is how many tokens of a text a dateline with what stands before it may take up.
const maxHead = 64

// inHead are the classes of lower-case words that a dateline, a slug or a byline may hold.
const inHead = lang.Month | lang.Weekday | lang.DateMark | lang.Ordinal | lang.And | lang.Particle |
	lang.In | lang.On | lang.Job | lang.Filed | lang.By | lang.Slug | lang.Outlet | lang.Newswire |
	lang.Abbrev | lang.Aboard | lang.Clock

// readHead reads the tokens of a text that a dateline could hold, and a few after them. It returns
// false where no mark that ends a dateline comes before running text: after three words, mostly.
func (s *story) readHead(r lang.Reader) bool {
	marked, run, most := false, 0, maxRun
	for n := 0; n < maxHead; n++ {
		if s.toks = r.Append(s.toks, 1); len(s.toks) == n {
			break
		}
		t := &s.toks[n]
		body := t.Shape.Has(scan.Lower) && !t.Is(inHead) && !glued(s.toks, n)
		if n == 0 && t.Is(lang.Aboard) {
			most *= 2
		}
		switch run++; {
		case n == 0 && s.mayOpenQuote(n):
			return false
		case endsHead(t) || n > 0 && (t.Gap >= scan.Line || glued(s.toks, n) && t.Is(lang.Outlet)):
			marked, run = true, 0
		case t.Kind != scan.Word:
			run = 0
		case marked && body && n > maxHead/2:
			return true
		case !marked && (body || run > most && !t.Shape.Has(scan.Single)):
			return false
		}
	}
	return marked
}

// maxRun is how many words in a row a dateline holds: "Prince Edward Island" has three.
const maxRun = 6

// endsHead reports whether t could end a dateline, or a part of one.
func endsHead(t *lang.Token) bool {
	switch t.Kind {
	case scan.Word:
		return t.Is(lang.Filed)
	case scan.Comma, scan.Number, scan.Apostrophe, scan.Hyphen, scan.Quote, scan.Other:
		return false
	}
	return true
}

// nextOpening returns where a dateline may start after it did not at token from: behind a slug on
// its line, or at the start of the next line where this one is a slug or a byline; -1 for nowhere.
func (s *story) nextOpening(from int) int {
	i := from
	if i+1 < len(s.toks) && s.toks[i].Kind == scan.Open { // "(LEAD)"
		i++
	}
	if i >= len(s.toks) || !s.toks[i].Is(lang.Slug|lang.By|lang.Job) {
		return -1
	}
	if next := s.afterSlug(i); next > 0 {
		return next
	}
	for i++; i < len(s.toks); i++ {
		if s.toks[i].Gap >= scan.Line {
			return i
		}
	}
	return -1
}

// afterSlug returns the token after the slugs that start at token i, "UPDATE 2-", "RPT-WRAPUP 3-",
// "URGENT:"; 0 for none.
func (s *story) afterSlug(i int) int {
	after := 0
	for i < len(s.toks) {
		arg, width, _ := s.toks[i].Arg(lang.Slug, 0)
		if width == 0 || arg != slugBefore {
			break
		}
		i += width
		if i < len(s.toks) && s.toks[i].Kind == scan.Number {
			i++
		}
		if i+1 >= len(s.toks) || !endsSlug(s.toks[i].Kind) {
			break
		}
		i++
		after = i
	}
	return after
}

func endsSlug(k scan.Kind) bool {
	return k == scan.Hyphen || k == scan.Dash || k == scan.Colon || k == scan.Bar
}

// slugBefore is the argument of the slugs that stand before datelines.
const slugBefore = 1

// Limits of where in a story its dateline is looked for.
const (
	maxOpenings   = 80 // lines from the top, of a page with its menus
	maxParagraphs = 4  // paragraphs from the top
	longLine      = 24 // tokens that make a line a paragraph
)

// readDateline finds the dateline: the first that opens a line near the top. A town alone on a line
// may be the name of a section, with the dateline below it.
func (s *story) readDateline() {
	paragraphs := 0
	for i := range s.lines {
		l := &s.lines[i]
		if i == maxOpenings || paragraphs == maxParagraphs {
			return
		}
		if l.use != useBody {
			continue
		}
		if d, ok := s.openingOf(l.from, l.to); ok && (i == 0 || s.precedes(d.Span.End)) {
			s.dateline = d
			if !s.isSection(l, &d) {
				return
			}
		}
		if l.to-l.from < longLine {
			continue
		}
		if paragraphs++; !s.dateline.Span.IsZero() {
			return
		}
	}
}

// isSection reports whether the dateline d is nothing but a town, and all of line l.
func (s *story) isSection(l *line, d *Dateline) bool {
	return len(d.Places) == 1 && d.Places[0].Span == s.span(l.from, l.to)
}

// precedes reports whether words follow byte end: "Marseille (ANSA)" below a story opens none.
func (s *story) precedes(end int) bool {
	return s.hasWord(s.tokenFrom(end), len(s.toks))
}

// addMentions adds agencies to the sources of running text, where less than a dateline's brackets
// says that a name is one.
func (s *story) addMentions(agencies []Source) {
	for _, src := range agencies {
		at, _ := slices.BinarySearchFunc(s.sources, src.Span.Start, func(m sourceAt, start int) int {
			return cmp.Compare(m.Span.End, start+1)
		})
		if src.ID == "" || at < len(s.sources) && s.sources[at].Span.Overlaps(src.Span) {
			continue
		}
		m := sourceAt{Source: src}
		m.from, m.to = s.tokenFrom(src.Span.Start), s.tokenFrom(src.Span.End)
		s.sources = slices.Insert(s.sources, at, m)
	}
}

// openingOf reads the dateline that opens the line of the tokens from from up to to, a slug before
// it or not.
func (s *story) openingOf(from, to int) (Dateline, bool) {
	if d, end, _ := s.datelineAt(from); end > 0 {
		return d, true
	}
	if next := s.afterSlug(from); next > 0 && next < to {
		d, end, _ := s.datelineAt(next)
		return d, end > 0
	}
	return Dateline{}, false
}
