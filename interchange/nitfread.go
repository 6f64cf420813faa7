package interchange

import (
	"slices"
	"strings"

	"github.com/e95690a0/dateline"
)

func readNITF(data []byte) (Item, error) {
	root, err := parseXML(data)
	if err != nil {
		return Item{}, err
	}
	return parseNITF(root), nil
}

// parseNITF reads an nitf element.
func parseNITF(root *node) Item {
	docdata := root.first("head", "docdata")
	head := root.first("body", "body.head")
	id := docdata.first("doc-id")
	it := Item{Meta: Meta{
		URI:       id.attr("id-string"),
		Headline:  head.first("hedline", "hl1").words(),
		Published: parseTime(nitfTime, docdata.first("date.issue").attr("norm")),
		Provider:  id.attr("regsrc"),
		Language:  root.attr("baselang"),
	}}
	line := head.first("dateline").phrase()
	it.Dateline = Dateline{Text: line.text, Places: line.places, Date: line.date}
	for n := range head.first("abstract").all("p") {
		it.Summary = append(it.Summary, n.words())
	}
	for n := range head.all("byline") {
		it.readByline(n, n.attr("class") == classSignOff)
	}
	if n := root.first("body", "body.end", "tagline"); n != nil {
		it.readByline(n, true)
	}
	slices.SortStableFunc(it.Authors, rolesLast)
	it.Agencies = unplaced(head.first("distributor").phrase().sources)
	for n := range docdata.first("identified-content").all("org") {
		if n.attr("class") == classCited {
			it.Cited = append(it.Cited, n.source())
		}
	}
	it.readContent(root.first("body", "body.content"))
	it.readRoles(docdata.first("identified-content"))
	return it
}

func (it *Item) readByline(n *node, signOff bool) {
	p := n.phrase()
	if p.text != "" {
		it.Bylines = append(it.Bylines, Byline{Text: p.text, SignOff: signOff})
	}
	for _, author := range p.people {
		author.Span = dateline.Span{}
		it.Authors = append(it.Authors, author)
	}
}

// unplaced returns list without spans.
func unplaced(list []dateline.Source) []dateline.Source {
	for i := range list {
		list[i].Span = dateline.Span{}
	}
	return list
}

// readContent reads the paragraphs and pictures in n and in its blocks.
func (it *Item) readContent(n *node) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		switch k.name {
		case "p":
			if text := k.words(); text != "" {
				it.Body = append(it.Body, text)
			}
			it.readQuotations(k)
		case "media":
			caption, credit := k.first("media-caption").phrase(), k.first("media-producer").phrase()
			it.Pictures = append(it.Pictures, Picture{
				Caption: caption.text, People: caption.people, Places: caption.places,
				Date: caption.date, Credit: credit.text, Photographers: credit.people,
				Sources: credit.sources,
			})
		case "block":
			it.readContent(k)
		}
	}
}

// readQuotations reads the q elements in n.
func (it *Item) readQuotations(n *node) {
	for _, k := range n.kids {
		switch last := len(it.Quotations) - 1; {
		case k.name != "q":
			it.readQuotations(k)
		case k.attr("class") == classContinued && last >= 0:
			it.Quotations[last].Content = append(it.Quotations[last].Content, k.words())
		default:
			it.Quotations = append(it.Quotations, Quotation{
				Content: []string{k.words()},
				Speaker: dateline.Person{Name: k.attr("quote-source")},
			})
		}
	}
}

// readRoles gives the speakers the roles that concepts has for them.
func (it *Item) readRoles(concepts *node) {
	roles := map[string]string{}
	for n := range concepts.all("person") {
		if n.attr("class") == classSpeaker {
			p := n.person()
			roles[p.Name] = p.Role
		}
	}
	for i := range it.Quotations {
		p := &it.Quotations[i].Speaker
		p.Role = roles[p.Name]
	}
}

// A phrase is text with the values that are marked in it.
type phrase struct {
	text    string
	people  []dateline.Person
	places  []dateline.Place
	sources []dateline.Source
	date    dateline.Date // the first
}

// phrase reads the text of n and what is marked in it.
func (n *node) phrase() phrase {
	var p phrase
	if n == nil {
		return p
	}
	var b strings.Builder
	n.writeWords(&b)
	all := b.String()
	p.text = strings.TrimSpace(all)
	p.read(n, -strings.Index(all, p.text))
	return p
}

// read adds the values in n, whose text starts at byte at, and returns where it ends.
func (p *phrase) read(n *node, at int) int {
	for _, k := range n.kids {
		s := dateline.Span{Start: at, End: at + k.size()}
		if s.Len() == 0 || s.Start < 0 || s.End > len(p.text) {
			s = dateline.Span{}
		}
		switch k.name {
		case "person":
			p.people = append(p.people, k.person())
			p.people[len(p.people)-1].Span = s
		case "location":
			p.places = append(p.places, k.place())
			p.places[len(p.places)-1].Span = s
		case "org":
			p.sources = append(p.sources, k.source())
			p.sources[len(p.sources)-1].Span = s
		case "chron", "story.date":
			if p.date.IsZero() {
				p.date = parseNITFDay(k.attr("norm"))
				p.date.Span = s
			}
		default:
			p.read(k, at)
		}
		at += k.size()
	}
	return at
}

// size returns the length of all text in n.
func (n *node) size() int {
	size := len(n.text)
	for _, k := range n.kids {
		size += k.size()
	}
	return size
}

// person reads a person element. The words for the role may stand inside, as in others' files.
func (n *node) person() dateline.Person {
	name := n.attr("value")
	if name == "" {
		name = n.words()
	}
	f := n.first("function")
	role := f.attr("value")
	if role == "" {
		role = f.words()
	}
	return dateline.Person{Name: name, Role: role}
}

func (n *node) source() dateline.Source {
	name := n.altCode(idName)
	if name == "" {
		name = n.words()
	}
	return sourceOf(n.attr("value"), name, n.altCode(idSite))
}

func (n *node) place() dateline.Place {
	p := dateline.Place{
		Name:    n.first("city").attr("city-code"),
		Region:  n.first("state").attr("state-code"),
		Country: n.first("country").attr("iso-cc"),
	}
	if p.Name == "" {
		p.Name = n.words()
	}
	if lat, lon, ok := strings.Cut(n.altCode(idPosition), " "); ok {
		p.Lat, p.Lon = parseDegrees(lat), parseDegrees(lon)
	}
	return p
}

// altCode returns the value of the alt-code in n that is from the given source.
func (n *node) altCode(source string) string {
	for k := range n.all("alt-code") {
		if k.attr("idsrc") == source {
			return k.attr("value")
		}
	}
	return ""
}
