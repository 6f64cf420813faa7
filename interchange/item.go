package interchange

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/e95690a0/dateline"
)

// Meta is what is known of a story beside its text.
type Meta struct {
	// URI names the story for good: "urn:newsml:example.com:20180411:4711", "https://example.com/a1".
	URI string
	// Headline is the story's. Where the text opens with it, it is left out of the body.
	Headline string
	// Published is when this version was published, to the second.
	Published time.Time
	// Provider is who gives the story out, "Baltic Times".
	Provider string
	// Language is a BCP 47 tag, "en-GB"; where it is empty, that of the Article is taken.
	Language string
}

// An Item is a story in the fields that the formats share. The spans of its values index the text
// that they stand in, Dateline.Text, Picture.Caption or Picture.Credit; they are zero where a
// format does not tell.
type Item struct {
	Meta     Meta
	Dateline Dateline
	// Bylines are the lines that say who made the story, and the sign-offs below it.
	Bylines []Byline
	// Authors are the people named there, each once for each part they had; those whose part is
	// not said stand first.
	Authors []dateline.Person
	// Agencies are those whose copy it is or that helped, by dateline, bylines and sign-offs.
	Agencies []dateline.Source
	// Cited are the agencies, outlets and platforms that the story has its news from.
	Cited []dateline.Source
	// Summary has the paragraphs that stand before the dateline: slugs, decks, points.
	Summary []string
	// Body has the paragraphs, without headline, dateline, bylines, captions and pointers.
	Body []string
	// Quotations are the words in quotation marks, in the order of the body.
	Quotations []Quotation
	Pictures   []Picture
}

// A Dateline says where and when a story was filed.
type Dateline struct {
	Text   string // "LA CROSSE, Wis., April 11 (AP) —"
	Places []dateline.Place
	Date   dateline.Date // of a day, without its part
}

// A Byline is a line that names who made a story: "By Jane Doe".
type Byline struct {
	Text    string
	SignOff bool // it stands below the story: "(Reporting by Jane Doe)"
}

// A Quotation is what somebody said, word for word.
type Quotation struct {
	// Content has the words with their marks, each part by itself where "she said" stands between.
	Content []string
	// Speaker has the name and the role: Dmitry Peskov, "Kremlin spokesman". Where no person speaks,
	// the name has the words that the text has for the source: "the ministry".
	Speaker dateline.Person
	// Via is the agency, outlet or platform that carried the words.
	Via dateline.Source
}

// A Picture is a caption with its credit.
type Picture struct {
	Caption       string // "A bell is raised in Warsaw on April 11, 2018."
	People        []dateline.Person
	Places        []dateline.Place // those shown
	Date          dateline.Date
	Credit        string // "Jane Doe/AFP via Getty Images"
	Photographers []dateline.Person
	Sources       []dateline.Source // from the maker to the distributor
}

// NewItem returns what a, which was read from text, and meta hold. Bytes that are no valid UTF-8
// become question marks and control characters blanks, as XML can hold neither.
func NewItem(a *dateline.Article, text string, meta Meta) Item {
	c := copyist{
		text:  clean(text),
		named: map[dateline.Person]bool{}, cited: map[sourceKey]bool{}, owned: map[sourceKey]bool{},
	}
	it := Item{Meta: c.meta(meta, a.Lang), Dateline: c.dateline(a.Dateline)}
	it.Agencies = c.addSources(it.Agencies, c.owned, a.Dateline.Sources...)
	it.Agencies = c.addSources(it.Agencies, c.owned, a.Wire)
	paragraphs := c.paragraphs(a, it.Meta.Headline)
	for len(paragraphs) > 0 && paragraphs[0].End <= a.Dateline.Span.Start {
		it.Summary = append(it.Summary, paragraphs[0].Of(c.text))
		paragraphs = paragraphs[1:]
	}
	for _, p := range paragraphs {
		it.Body = append(it.Body, p.Of(c.text))
	}
	for _, b := range a.Bylines {
		it.Bylines = append(it.Bylines, c.byline(b, paragraphs))
		it.Authors = c.addPeople(it.Authors, b.Authors)
		it.Agencies = c.addSources(it.Agencies, c.owned, b.Sources...)
	}
	slices.SortStableFunc(it.Authors, rolesLast)
	for _, p := range a.Captions {
		it.Pictures = append(it.Pictures, c.picture(p))
	}
	for _, at := range a.Attributions {
		it.Cited = c.addSources(it.Cited, c.cited, at.Outlet, at.Via)
	}
	it.Quotations = c.quotations(a.Attributions, paragraphs)
	return it
}

// A copyist takes an Item's strings and values from an Article; its text is clean, and as long as
// the one the Article was read from.
type copyist struct {
	text         string
	named        map[dateline.Person]bool // what lists have already
	cited, owned map[sourceKey]bool
}

// A sourceKey tells sources apart.
type sourceKey struct{ id, name string }

// clean returns text with all that XML cannot hold replaced, byte for byte.
func clean(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b.WriteByte('?')
		case r < ' ' && r != '\t' && r != '\n':
			b.WriteByte(' ')
		case r == '\uFFFE' || r == '\uFFFF':
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteString(text[i : i+n])
		}
		i += n
	}
	return b.String()
}

func (c *copyist) meta(m Meta, lang string) Meta {
	if m.Language == "" {
		m.Language = lang
	}
	return Meta{
		URI:       clean(m.URI),
		Headline:  strings.TrimSpace(clean(m.Headline)),
		Published: m.Published.Truncate(time.Second),
		Provider:  strings.TrimSpace(clean(m.Provider)),
		Language:  clean(m.Language),
	}
}

// trim returns s without the white space at its ends; an empty span for one outside the text.
func (c *copyist) trim(s dateline.Span) dateline.Span {
	words := s.Of(c.text)
	s.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(words))
	return s
}

// words returns the words of s, clean even where s cuts a letter in two.
func (c *copyist) words(s dateline.Span) string { return clean(c.trim(s).Of(c.text)) }

// within returns s as a span of the words of the outer one; zero where it is not inside.
func (c *copyist) within(outer, s dateline.Span) dateline.Span {
	outer = c.trim(outer)
	if s.Len() <= 0 || !outer.Contains(s) {
		return dateline.Span{}
	}
	return dateline.Span{Start: s.Start - outer.Start, End: s.End - outer.Start}
}

func (c *copyist) dateline(d dateline.Dateline) Dateline {
	day := d.Date
	day.Span, day.Inferred, day.Part = c.within(d.Span, day.Span), 0, ""
	return Dateline{Text: c.words(d.Span), Places: c.places(d.Places, d.Span), Date: day}
}

func (c *copyist) places(list []dateline.Place, outer dateline.Span) []dateline.Place {
	var places []dateline.Place
	for _, p := range list {
		p.Span, p.Name = c.within(outer, p.Span), clean(p.Name)
		places = append(places, p)
	}
	return places
}

func (c *copyist) people(list []dateline.Person, outer dateline.Span) []dateline.Person {
	var people []dateline.Person
	for _, p := range list {
		if p.Name == "" {
			continue
		}
		span := c.within(outer, p.Span)
		people = append(people, dateline.Person{Span: span, Name: clean(p.Name), Role: clean(p.Role)})
	}
	return people
}

func (c *copyist) sources(list []dateline.Source, outer dateline.Span) []dateline.Source {
	var sources []dateline.Source
	for _, s := range list {
		if !s.IsZero() {
			s.Span = c.within(outer, s.Span)
			sources = append(sources, cleanSource(s))
		}
	}
	return sources
}

func cleanSource(s dateline.Source) dateline.Source {
	s.ID, s.Name, s.Domain = clean(s.ID), clean(s.Name), clean(s.Domain)
	return s
}

// addPeople adds the people of more to list, each name once for each role.
func (c *copyist) addPeople(list, more []dateline.Person) []dateline.Person {
	for _, p := range c.people(more, dateline.Span{}) {
		if !c.named[p] {
			c.named[p] = true
			list = append(list, p)
		}
	}
	return list
}

// addSources adds the sources of more to list, which has those that seen says; each once.
func (c *copyist) addSources(list []dateline.Source, seen map[sourceKey]bool,
	more ...dateline.Source) []dateline.Source {
	for _, s := range c.sources(more, dateline.Span{}) {
		if key := (sourceKey{s.ID, s.Name}); !seen[key] {
			seen[key] = true
			list = append(list, s)
		}
	}
	return list
}

// rolesLast orders those whose part is not said before the others.
func rolesLast(p, q dateline.Person) int {
	switch {
	case p.Role == "" && q.Role != "":
		return -1
	case p.Role != "" && q.Role == "":
		return 1
	}
	return 0
}

// byline returns b, which is a sign-off if it stands in the second half of the paragraphs.
func (c *copyist) byline(b dateline.Byline, paragraphs []dateline.Span) Byline {
	below := len(paragraphs) > 0 && b.Span.Start > paragraphs[len(paragraphs)/2].Start
	text := strings.ReplaceAll(c.words(b.Span), "\n", " ")
	return Byline{Text: text, SignOff: below}
}

func (c *copyist) picture(p dateline.Caption) Picture {
	day := p.Date
	day.Span, day.Inferred = c.within(p.Body, day.Span), 0
	return Picture{
		Caption:       c.words(p.Body),
		People:        c.people(p.People, p.Body),
		Places:        c.places(p.Places, p.Body),
		Date:          day,
		Credit:        c.words(p.Credit.Span),
		Photographers: c.people(p.Credit.Photographers, p.Credit.Span),
		Sources:       c.sources(p.Credit.Sources, p.Credit.Span),
	}
}

// paragraphs returns the spans of what is left between the furniture of a, without the headline.
// Empty lines part paragraphs, or line breaks where the text has no empty line.
func (c *copyist) paragraphs(a *dateline.Article, headline string) []dateline.Span {
	var list []dateline.Span
	loose := !c.hasEmptyLine()
	from := 0
	for f := range a.Furniture() {
		list = c.split(list, dateline.Span{Start: from, End: f.Start}, loose)
		from = max(from, f.End)
	}
	list = c.split(list, dateline.Span{Start: from, End: len(c.text)}, loose)
	if len(list) > 0 && list[0].Of(c.text) == headline {
		list = list[1:]
	}
	return list
}

func (c *copyist) hasEmptyLine() bool {
	for line := range strings.Lines(strings.TrimSpace(c.text)) {
		if strings.TrimSpace(line) == "" {
			return true
		}
	}
	return false
}

// split adds the paragraphs of s to list; if loose, each line is one.
func (c *copyist) split(list []dateline.Span, s dateline.Span, loose bool) []dateline.Span {
	open := false
	at := s.Start
	for line := range strings.Lines(s.Of(c.text)) {
		p := c.trim(dateline.Span{Start: at, End: at + len(line)})
		at += len(line)
		switch {
		case p.Len() == 0:
			open = false
		case open && !loose:
			list[len(list)-1].End = p.End
		default:
			list = append(list, p)
			open = true
		}
	}
	return list
}

// quotations returns the direct speech that stands in the paragraphs, in order. Of two that share
// words the first counts.
func (c *copyist) quotations(list []dateline.Attribution, paragraphs []dateline.Span) []Quotation {
	var quotations []Quotation
	done := 0
	for _, at := range list {
		if at.Kind != dateline.Direct {
			continue
		}
		q := Quotation{Speaker: c.speaker(at), Via: cleanSource(at.Via)}
		q.Via.Span = dateline.Span{}
		for _, s := range at.Content {
			for len(paragraphs) > 0 && paragraphs[0].End <= s.Start {
				paragraphs = paragraphs[1:]
			}
			if s = c.trim(s); s.Len() > 0 && s.Start >= done && len(paragraphs) > 0 &&
				paragraphs[0].Contains(s) {
				q.Content = append(q.Content, s.Of(c.text))
				done = s.End
			}
		}
		if len(q.Content) > 0 {
			quotations = append(quotations, q)
		}
	}
	return quotations
}

// speaker returns who is quoted in at.
func (c *copyist) speaker(at dateline.Attribution) dateline.Person {
	name := at.Speaker.Name
	if name == "" {
		name = at.Outlet.Name
	}
	if name == "" {
		name = c.words(at.Source)
	}
	return dateline.Person{Name: clean(name), Role: clean(at.Speaker.Role)}
}
