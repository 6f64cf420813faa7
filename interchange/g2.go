package interchange

import (
	"fmt"
	"strings"
	"time"

	"github.com/e95690a0/dateline"
)

const (
	g2Space   = "http://iptc.org/std/nar/2006-10-01/"
	g2Catalog = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
)

// The natures of concepts, as IPTC's code list has them.
const (
	g2Person       = "cpnat:person"
	g2Organisation = "cpnat:organisation"
	g2Area         = "cpnat:geoArea"
)

func writeG2(it *Item) ([]byte, error) {
	root := elem("newsItem", "xmlns", g2Space, "guid", it.Meta.URI, "version", "1",
		"standard", "NewsML-G2", "standardversion", "2.34", "conformance", "power",
		"xml:lang", it.Meta.Language)
	root.add(
		elem("catalogRef", "href", g2Catalog),
		elem("itemMeta").add(
			elem("itemClass", "qcode", "ninat:text"),
			elem("provider", "literal", it.Meta.Provider),
			elem("versionCreated").say(timeOf(it.Meta.Published)),
			elem("pubStatus", "qcode", "stat:usable")),
		g2ContentMeta(it).filled())
	for i := range it.Pictures {
		root.add(g2PartMeta(&it.Pictures[i], i+1))
	}
	root.add(elem("contentSet").add(
		elem("inlineXML", "contenttype", nitfMediaType).add(nitf(it))))
	return root.encode(), nil
}

func g2ContentMeta(it *Item) *node {
	n := elem("contentMeta").add(textElem("contentCreated", isoDate(it.Dateline.Date)))
	for _, p := range it.Dateline.Places {
		n.add(g2Place("located", p).add(g2Position(p)))
	}
	for _, s := range it.Cited {
		n.add(g2Source("infoSource", s))
	}
	for _, p := range it.Authors {
		n.add(g2Author(p))
	}
	for _, s := range it.Agencies {
		n.add(g2Source("creator", s))
	}
	if it.Meta.Language != "" {
		n.add(elem("language", "tag", it.Meta.Language))
	}
	n.add(textElem("headline", it.Meta.Headline), textElem("dateline", it.Dateline.Text))
	for _, b := range it.Bylines {
		n.add(textElem("by", b.Text))
	}
	summary := strings.Join(it.Summary, "\n\n")
	return n.add(g2Description("drol:summary", summary).filled())
}

// g2PartMeta returns what is known of a picture. The places are those shown, and so not located.
func g2PartMeta(p *Picture, number int) *node {
	n := elem("partMeta", "partid", fmt.Sprintf("picture-%d", number))
	n.add(textElem("contentCreated", isoDate(p.Date)))
	for _, q := range p.Photographers {
		n.add(g2Concept("creator", g2Person, q.Name))
	}
	for _, s := range p.Sources {
		n.add(g2Source("creator", s))
	}
	for _, q := range p.People {
		n.add(g2Concept("subject", g2Person, q.Name))
	}
	for _, q := range p.Places {
		n.add(g2Place("subject", q))
	}
	n.add(textElem("creditline", p.Credit))
	return n.add(g2Description("drol:caption", p.Caption).filled())
}

func g2Description(role, text string) *node { return elem("description", "role", role).say(text) }

// textElem returns an element with text in it; nil for no text.
func textElem(name, text string) *node { return elem(name).say(text).filled() }

func g2Concept(name, nature, label string) *node {
	return elem(name, "type", nature).add(textElem("name", label))
}

// g2Author returns one who made the story, or, with a note of the part, contributed to it.
func g2Author(p dateline.Person) *node {
	if p.Role == "" {
		return g2Concept("creator", g2Person, p.Name)
	}
	return g2Concept("contributor", g2Person, p.Name).add(textElem("note", p.Role))
}

func g2Source(name string, s dateline.Source) *node {
	n := elem(name, "type", g2Organisation, "literal", s.ID).add(textElem("name", s.Name))
	if s.Domain != "" {
		n.add(elem("organisationDetails").add(
			elem("contactInfo").add(textElem("web", siteOf(s)))))
	}
	return n
}

// g2Place returns p with its region, "US-WI", and its country, "US".
func g2Place(name string, p dateline.Place) *node {
	n := g2Concept(name, g2Area, p.Name)
	for _, code := range []string{p.Region, p.Country} {
		if code != "" {
			n.add(elem("broader", "type", g2Area, "literal", code))
		}
	}
	return n
}

func g2Position(p dateline.Place) *node {
	if p.Lat == 0 && p.Lon == 0 {
		return nil
	}
	return elem("geoAreaDetails").add(elem("position",
		"latitude", formatDegrees(p.Lat), "longitude", formatDegrees(p.Lon)))
}

func readG2(data []byte) (Item, error) {
	root, err := parseXML(data)
	if err != nil {
		return Item{}, err
	}
	var it Item
	if inline := root.first("contentSet", "inlineXML", "nitf"); inline != nil {
		it = parseNITF(inline)
	}
	meta, content := root.first("itemMeta"), root.first("contentMeta")
	it.Meta = Meta{
		URI:       root.attr("guid"),
		Headline:  content.first("headline").words(),
		Published: parseTime(time.RFC3339, meta.first("versionCreated").words()),
		Provider:  meta.first("provider").label(),
		Language:  content.first("language").attr("tag"),
	}
	it.readContentMeta(content)
	if it.Pictures == nil {
		for n := range root.all("partMeta") {
			it.Pictures = append(it.Pictures, n.picture())
		}
	}
	return it, nil
}

// readContentMeta reads from n what the NITF inside does not have.
func (it *Item) readContentMeta(n *node) {
	if it.Dateline.Text == "" {
		it.Dateline.Text = n.first("dateline").words()
	}
	if it.Dateline.Date.IsZero() {
		it.Dateline.Date = parseDate(n.first("contentCreated").words())
	}
	if it.Dateline.Places == nil {
		it.Dateline.Places = n.g2Places("located")
	}
	if it.Summary == nil {
		it.Summary = splitBody(n.first("description").words())
	}
	if it.Bylines == nil {
		for b := range n.all("by") {
			it.Bylines = append(it.Bylines, Byline{Text: b.words()})
		}
	}
	if it.Authors == nil {
		it.Authors = append(n.g2People("creator"), n.g2People("contributor")...)
	}
	if it.Agencies == nil {
		it.Agencies = n.g2Sources("creator")
	}
	if it.Cited == nil {
		it.Cited = n.g2Sources("infoSource")
	}
}

// picture reads a partMeta element.
func (n *node) picture() Picture {
	return Picture{
		Caption:       n.first("description").words(),
		People:        n.g2People("subject"),
		Places:        n.g2Places("subject"),
		Date:          parseDate(n.first("contentCreated").words()),
		Credit:        n.first("creditline").words(),
		Photographers: n.g2People("creator"),
		Sources:       n.g2Sources("creator"),
	}
}

// label returns the name of a concept, or else its literal.
func (n *node) label() string {
	if name := n.first("name").words(); name != "" {
		return name
	}
	return n.attr("literal")
}

func (n *node) g2People(name string) []dateline.Person {
	var people []dateline.Person
	for k := range n.all(name) {
		if k.attr("type") == g2Person {
			p := dateline.Person{Name: k.label(), Role: k.first("note").words()}
			people = append(people, p)
		}
	}
	return people
}

func (n *node) g2Sources(name string) []dateline.Source {
	var sources []dateline.Source
	for k := range n.all(name) {
		if k.attr("type") == g2Organisation {
			site := k.first("organisationDetails", "contactInfo", "web").words()
			sources = append(sources, sourceOf(k.attr("literal"), k.label(), site))
		}
	}
	return sources
}

func (n *node) g2Places(name string) []dateline.Place {
	var places []dateline.Place
	for k := range n.all(name) {
		if name == "subject" && k.attr("type") != g2Area {
			continue
		}
		p := dateline.Place{Name: k.label()}
		for b := range k.all("broader") {
			if code := b.attr("literal"); strings.Contains(code, "-") {
				p.Region = code
			} else {
				p.Country = code
			}
		}
		position := k.first("geoAreaDetails", "position")
		p.Lat = parseDegrees(position.attr("latitude"))
		p.Lon = parseDegrees(position.attr("longitude"))
		places = append(places, p)
	}
	return places
}
