package interchange

import (
	"slices"
	"strconv"
	"strings"

	"github.com/e95690a0/dateline"
)

const (
	nitfSpace   = "http://iptc.org/std/NITF/2006-10-18/"
	nitfVersion = "-//IPTC//DTD NITF 3.6//EN"
	nitfTime    = "20060102T150405-0700"
)

// The classes and names that tell elements of NITF apart.
const (
	classCited     = "cited"     // an org that the story has its news from
	classSpeaker   = "speaker"   // a person who is quoted
	classSignOff   = "sign-off"  // a byline below the story, beside the tagline
	classContinued = "continued" // a q that goes on with the one before
	idName         = "name"      // an alt-code with a value's usual name
	idSite         = "site"      // ... with a source's site
	idPosition     = "position"  // ... with a place's latitude and longitude
)

func writeNITF(it *Item) ([]byte, error) { return nitf(it).encode(), nil }

// nitf returns it as an element.
func nitf(it *Item) *node {
	root := elem("nitf", "xmlns", nitfSpace, "version", nitfVersion, "baselang", it.Meta.Language)
	head := elem("head")
	if it.Meta.Headline != "" {
		head.add(elem("title").say(it.Meta.Headline))
	}
	head.add(nitfDocdata(it).filled())
	content := elem("body.content")
	for i := range it.Pictures {
		content.add(nitfMedia(&it.Pictures[i]))
	}
	for i, marks := range it.markQuotations() {
		content.add(elem("p").markUp(it.Body[i], marks))
	}
	bylines := it.markAuthors()
	body := elem("body").add(nitfBodyHead(it, bylines).filled(), content.filled())
	if n := tagline(it.Bylines); n >= 0 {
		body.add(elem("body.end").add(elem("tagline").markUp(it.Bylines[n].Text, bylines[n])))
	}
	return root.add(head.filled(), body)
}

func nitfDocdata(it *Item) *node {
	n := elem("docdata")
	if it.Meta.URI != "" || it.Meta.Provider != "" {
		n.add(elem("doc-id", "regsrc", it.Meta.Provider, "id-string", it.Meta.URI))
	}
	if !it.Meta.Published.IsZero() {
		n.add(elem("date.issue", "norm", it.Meta.Published.Format(nitfTime)))
	}
	concepts := elem("identified-content")
	for _, s := range it.Cited {
		concepts.add(nitfSource(s, "class", classCited).wording(s.Name))
	}
	for _, p := range it.speakers() {
		concepts.add(nitfPerson(p, "class", classSpeaker).wording(p.Name))
	}
	return n.add(concepts.filled())
}

// speakers returns those quoted whose role is known, each name once.
func (it *Item) speakers() []dateline.Person {
	var list []dateline.Person
	seen := map[string]bool{}
	for _, q := range it.Quotations {
		if p := q.Speaker; p.Name != "" && p.Role != "" && !seen[p.Name] {
			seen[p.Name] = true
			list = append(list, p)
		}
	}
	return list
}

func nitfBodyHead(it *Item, bylines [][]mark) *node {
	n := elem("body.head")
	if it.Meta.Headline != "" {
		n.add(elem("hedline").add(elem("hl1").say(it.Meta.Headline)))
	}
	last := tagline(it.Bylines)
	for i, marks := range bylines {
		switch {
		case i == last:
		case i < len(it.Bylines) && it.Bylines[i].SignOff:
			n.add(elem("byline", "class", classSignOff).markUp(it.Bylines[i].Text, marks))
		case i < len(it.Bylines):
			n.add(elem("byline").markUp(it.Bylines[i].Text, marks))
		default:
			n.add(elem("byline").markUp("", marks).filled())
		}
	}
	n.add(nitfDistributor(it.Agencies).filled())
	n.add(nitfDateline(it.Dateline).filled())
	abstract := elem("abstract")
	for _, p := range it.Summary {
		abstract.add(textElem("p", p))
	}
	return n.add(abstract.filled())
}

// tagline returns the index of the last sign-off, for which NITF has a place of its own; -1 where
// there is none.
func tagline(list []Byline) int {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].SignOff {
			return i
		}
	}
	return -1
}

func nitfDistributor(list []dateline.Source) *node {
	n := elem("distributor")
	for i, s := range list {
		if i > 0 {
			n.say(", ")
		}
		n.add(nitfSource(s).wording(s.Name))
	}
	return n
}

func nitfDateline(d Dateline) *node {
	marks := placeMarks(d.Places)
	if norm := nitfDay(d.Date); norm != "" {
		marks = append(marks, mark{span: d.Date.Span, node: elem("story.date", "norm", norm)})
	}
	return elem("dateline").markUp(d.Text, inOrder(marks))
}

func nitfMedia(p *Picture) *node {
	caption := placeMarks(p.Places)
	for _, q := range p.People {
		caption = append(caption, mark{q.Span, q.Name, nitfPerson(q)})
	}
	if norm := nitfDay(p.Date); norm != "" {
		caption = append(caption, mark{span: p.Date.Span, node: elem("chron", "norm", norm)})
	}
	var credit []mark
	for _, q := range p.Photographers {
		credit = append(credit, mark{q.Span, q.Name, nitfPerson(q)})
	}
	for _, s := range p.Sources {
		credit = append(credit, mark{s.Span, s.Name, nitfSource(s)})
	}
	return elem("media", "media-type", "image").add(
		elem("media-reference"),
		elem("media-caption").markUp(p.Caption, inOrder(caption)).filled(),
		elem("media-producer").markUp(p.Credit, inOrder(credit)).filled())
}

// nitfPerson returns p without the words that name him.
func nitfPerson(p dateline.Person, attrs ...string) *node {
	n := elem("person", append(attrs, "value", p.Name)...)
	if p.Role != "" {
		n.add(elem("function", "value", p.Role))
	}
	return n
}

// nitfSource returns s without the words that name it.
func nitfSource(s dateline.Source, attrs ...string) *node {
	n := elem("org", append(attrs, "value", s.ID)...)
	n.add(altCode(idName, s.Name), altCode(idSite, siteOf(s)))
	return n
}

// nitfPlace returns p without the words that name it.
func nitfPlace(p dateline.Place) *node {
	n := elem("location").add(elem("city", "city-code", p.Name))
	if p.Region != "" {
		n.add(elem("state", "state-code", p.Region))
	}
	if p.Country != "" {
		n.add(elem("country", "iso-cc", p.Country))
	}
	if p.Lat != 0 || p.Lon != 0 {
		n.add(altCode(idPosition, formatDegrees(p.Lat)+" "+formatDegrees(p.Lon)))
	}
	return n
}

func altCode(source, value string) *node {
	if value == "" {
		return nil
	}
	return elem("alt-code", "idsrc", source, "value", value)
}

func formatDegrees(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func parseDegrees(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return f
}

// nitfDay returns d as NITF writes days, "20180411"; other dates, and days without a year, as ISO
// 8601 has them; "" for what it has no form for.
func nitfDay(d dateline.Date) string {
	day := isoDate(d)
	if d.Year == 0 && d.Unit == dateline.UnitDay && d.Month > 0 && d.Day > 0 {
		d.Part = ""
		return d.String()
	}
	if len(day) == len("2018-04-11") {
		return strings.ReplaceAll(day, "-", "")
	}
	return day
}

func parseNITFDay(norm string) dateline.Date {
	day, _, _ := strings.Cut(norm, "T")
	if len(day) == len("20180411") && !strings.Contains(day, "-") {
		day = day[:4] + "-" + day[4:6] + "-" + day[6:]
	}
	return parseDate(day)
}

// A mark is an element that stands around the words of a span, or where there is none around its
// name.
type mark struct {
	span dateline.Span
	name string
	node *node
}

func placeMarks(list []dateline.Place) []mark {
	var marks []mark
	for _, p := range list {
		marks = append(marks, mark{p.Span, p.Name, nitfPlace(p)})
	}
	return marks
}

// inOrder sorts marks by their spans, if all have one.
func inOrder(marks []mark) []mark {
	if !slices.ContainsFunc(marks, func(m mark) bool { return m.span.IsZero() }) {
		slices.SortStableFunc(marks, func(m, o mark) int { return m.span.Start - o.span.Start })
	}
	return marks
}

// markUp adds text to n with the elements of marks in it and returns n. One whose words are not
// found stands empty between the others.
func (n *node) markUp(text string, marks []mark) *node {
	n.prose = true
	at := 0
	for _, m := range marks {
		s := m.span
		if s.Start < at || s.End > len(text) || s.Len() <= 0 {
			s = find(text, at, m.name)
		}
		n.say(text[at:s.Start]).add(m.node.wording(s.Of(text)))
		at = s.End
	}
	return n.say(text[at:])
}

// find returns the span of words in text from at on, or an empty one at at.
func find(text string, at int, words string) dateline.Span {
	if i := strings.Index(text[at:], words); i > 0 || i == 0 && words != "" {
		return dateline.Span{Start: at + i, End: at + i + len(words)}
	}
	return dateline.Span{Start: at, End: at}
}

// wording puts words into n, those of a location into its city, and returns n.
func (n *node) wording(words string) *node {
	in := n
	if n.name == "location" {
		in = n.first("city")
	}
	if words != "" {
		in.kids = slices.Insert(in.kids, 0, &node{text: words})
	}
	return n
}

// markAuthors returns the marks of the authors for each byline, and, where there is none, for one
// that has to be made.
func (it *Item) markAuthors() [][]mark {
	list := make([][]mark, max(len(it.Bylines), min(len(it.Authors), 1)))
	roles := slices.IndexFunc(it.Authors, func(p dateline.Person) bool { return p.Role != "" })
	if roles < 0 {
		roles = len(it.Authors)
	}
	it.placeAuthors(list, it.Authors[:roles], 0)
	signOff := slices.IndexFunc(it.Bylines, func(b Byline) bool { return b.SignOff })
	it.placeAuthors(list, it.Authors[roles:], max(signOff, 0))
	for _, marks := range list {
		slices.SortStableFunc(marks, func(m, o mark) int { return m.span.Start - o.span.Start })
	}
	return list
}

// placeAuthors adds the marks of authors, who are in the order of the bylines from the given one
// on, to list.
func (it *Item) placeAuthors(list [][]mark, authors []dateline.Person, from int) {
	lines := make([]string, len(it.Bylines))
	for i, b := range it.Bylines {
		lines[i] = b.Text
	}
	f := finder{lines: lines, line: from}
	for _, p := range authors {
		s, _ := f.next(p.Name)
		list[f.line] = append(list[f.line], mark{s, "", nitfPerson(p)})
	}
}

// A finder finds words in lines, each after the one before.
type finder struct {
	lines            []string
	line, at, misses int
}

// maxMisses is how many words are looked for in vain before a finder gives up, so that its time
// does not grow with their number.
const maxMisses = 100

// next returns the span of words in f.line, which it moves on. Where it does not find them, the
// span is empty and f stays where it was.
func (f *finder) next(words string) (dateline.Span, bool) {
	from := f.at
	for i := f.line; i < len(f.lines) && f.misses < maxMisses; i++ {
		if s := find(f.lines[i], from, words); s.Len() > 0 {
			f.line, f.at = i, s.End
			return s, true
		}
		from = 0
	}
	f.misses++
	return dateline.Span{Start: f.at, End: f.at}, false
}

// markQuotations returns the marks of the quotations for each paragraph. Words that the body does
// not have, or not in this order, get none.
func (it *Item) markQuotations() [][]mark {
	list := make([][]mark, len(it.Body))
	f := finder{lines: it.Body}
	for _, q := range it.Quotations {
		class := ""
		for _, words := range q.Content {
			if s, ok := f.next(words); ok {
				n := elem("q", "class", class, "quote-source", q.Speaker.Name)
				list[f.line] = append(list[f.line], mark{s, "", n})
				class = classContinued
			}
		}
	}
	return list
}
