package interchange

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/e95690a0/dateline"
)

// A ninjs is a news object of ninjs 3.1. The names of version 2.1 are the same in lower case, which
// encoding/json reads as well.
type ninjs struct {
	URI            string         `json:"uri"`
	Name           string         `json:"name,omitempty"` // of an association
	Rel            string         `json:"rel,omitempty"`  // of an association, in 3.1
	Type           string         `json:"type,omitempty"`
	Standard       *ninjsStandard `json:"standard,omitempty"`
	VersionCreated string         `json:"versionCreated,omitempty"`
	ContentCreated string         `json:"contentCreated,omitempty"`
	Language       string         `json:"language,omitempty"`
	Headlines      []ninjsText    `json:"headlines,omitempty"`
	By             string         `json:"by,omitempty"`
	Located        string         `json:"located,omitempty"`
	Descriptions   []ninjsText    `json:"descriptions,omitempty"`
	Bodies         []ninjsText    `json:"bodies,omitempty"`
	People         []ninjsParty   `json:"people,omitempty"`
	Places         []ninjsPlace   `json:"places,omitempty"`
	InfoSources    []ninjsParty   `json:"infoSources,omitempty"`
	Associations   []ninjs        `json:"associations,omitempty"`
}

type ninjsStandard struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Schema  string `json:"schema"`
}

type ninjsText struct {
	Role        string `json:"role,omitempty"`
	ContentType string `json:"contentType,omitempty"`
	Value       string `json:"value"`
}

// A ninjsParty is a person, who has a Rel to the story, or an info source, which has a Role.
type ninjsParty struct {
	Name    string `json:"name,omitempty"`
	Rel     string `json:"rel,omitempty"`
	Role    string `json:"role,omitempty"`
	URI     string `json:"uri,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type ninjsPlace struct {
	Name        string         `json:"name,omitempty"`
	Rel         string         `json:"rel,omitempty"`
	ContactInfo []ninjsContact `json:"contactInfo,omitempty"`
	GeoJSON     *geoPoint      `json:"geoJSON,omitempty"`
}

type ninjsContact struct {
	Type    string       `json:"type"`
	Address ninjsAddress `json:"address"`
}

type ninjsAddress struct {
	Locality string `json:"locality,omitempty"`
	Area     string `json:"area,omitempty"`
	Country  string `json:"country,omitempty"`
}

// A geoPoint is a GeoJSON point: longitude, then latitude.
type geoPoint struct {
	Type        string    `json:"type"`
	Coordinates []float64 `json:"coordinates"`
}

// The roles and relations that tell the entries of ninjs' lists apart.
const (
	relCreator   = "creator"   // of a person or info source: who made the story or picture
	relShown     = "shown"     // of a person or place: in the picture
	relLocated   = "located"   // of a place: where the story was filed
	relSpeaker   = "speaker"   // of a person: whose words a quotation has
	relVia       = "via"       // of an info source: through whom the words came
	relProvider  = "provider"  // of an info source: who gives the story out
	relQuotation = "quotation" // of an association
	relPicture   = "picture"
	roleDateline = "dateline" // of a description
	roleSummary  = "summary"
	roleCaption  = "caption"
	roleCredit   = "credit"
	roleMain     = "main" // of a headline or body
)

const plainText = "text/plain"

func writeNinjs3(it *Item) ([]byte, error) {
	return json.MarshalIndent(newNinjs(it, "3.1"), "", "  ")
}

func writeNinjs2(it *Item) ([]byte, error) {
	n := newNinjs(it, "2.1")
	for i := range n.Associations {
		n.Associations[i].Rel = ""
	}
	b, err := json.MarshalIndent(n, "", "  ")
	lowerKeys(b)
	return b, err
}

// lowerKeys puts the names of the objects in b, which is valid JSON, in lower case.
func lowerKeys(b []byte) {
	for i := 0; i < len(b); i++ {
		if b[i] != '"' {
			continue
		}
		start := i + 1
		for i = start; b[i] != '"'; i++ {
			if b[i] == '\\' {
				i++
			}
		}
		if i+1 < len(b) && b[i+1] == ':' {
			copy(b[start:i], strings.ToLower(string(b[start:i])))
		}
	}
}

func newNinjs(it *Item, version string) ninjs {
	n := ninjs{
		URI:  it.Meta.URI,
		Type: "text",
		Standard: &ninjsStandard{
			Name: "ninjs", Version: version,
			Schema: "https://www.iptc.org/std/ninjs/ninjs-schema_" + version + ".json",
		},
		VersionCreated: timeOf(it.Meta.Published),
		ContentCreated: ninjsDay(it.Dateline.Date),
		Language:       it.Meta.Language,
		Headlines:      ninjsTexts(roleMain, it.Meta.Headline),
		By:             joinBylines(it.Bylines),
		Located:        joinPlaces(it.Dateline.Places),
		Descriptions:   ninjsTexts(roleDateline, it.Dateline.Text),
		Bodies:         ninjsTexts(roleMain, ninjsBody(it)),
		People:         ninjsPeople(it.Authors, relCreator),
		Places:         ninjsPlaces(it.Dateline.Places, relLocated),
		InfoSources:    ninjsSources(it.Agencies, relCreator),
	}
	summary := ninjsTexts(roleSummary, strings.Join(it.Summary, "\n\n"))
	n.Descriptions = append(n.Descriptions, summary...)
	n.InfoSources = append(n.InfoSources, ninjsSources(it.Cited, "")...)
	if it.Meta.Provider != "" {
		n.InfoSources = append(n.InfoSources, ninjsParty{Name: it.Meta.Provider, Role: relProvider})
	}
	for i := range it.Pictures {
		n.Associations = append(n.Associations, ninjsPicture(&it.Pictures[i], it.Meta.URI, i+1))
	}
	for i := range it.Quotations {
		n.Associations = append(n.Associations, ninjsQuotation(&it.Quotations[i], it.Meta.URI, i+1))
	}
	return n
}

// ninjsBody returns the paragraphs with the dateline before them, as ninjs has nowhere else where
// readers would see it.
func ninjsBody(it *Item) string {
	body := strings.Join(it.Body, "\n\n")
	if it.Dateline.Text != "" {
		body = it.Dateline.Text + " " + body
	}
	return body
}

// ninjsDay returns d as a time, which is all that ninjs holds; "" for one that is no whole day.
func ninjsDay(d dateline.Date) string {
	t, ok := d.Time(time.UTC)
	if !ok || isoDate(d) == "" {
		return ""
	}
	return t.Format(time.RFC3339)
}

func ninjsTexts(role string, values ...string) []ninjsText {
	var list []ninjsText
	for _, v := range values {
		if v != "" {
			list = append(list, ninjsText{Role: role, ContentType: plainText, Value: v})
		}
	}
	return list
}

// joinBylines returns the bylines, each on a line of its own.
func joinBylines(list []Byline) string {
	texts := make([]string, len(list))
	for i, b := range list {
		texts[i] = strings.ReplaceAll(b.Text, "\n", " ")
	}
	return strings.Join(texts, "\n")
}

func joinPlaces(list []dateline.Place) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name
	}
	return strings.Join(names, ", ")
}

func ninjsPeople(list []dateline.Person, rel string) []ninjsParty {
	var people []ninjsParty
	for _, p := range list {
		people = append(people, ninjsParty{Name: p.Name, Rel: rel, Literal: p.Role})
	}
	return people
}

func ninjsPlaces(list []dateline.Place, rel string) []ninjsPlace {
	var places []ninjsPlace
	for _, p := range list {
		n := ninjsPlace{Name: p.Name, Rel: rel}
		if p.Country != "" || p.Region != "" {
			a := ninjsAddress{Locality: p.Name, Area: p.Region, Country: p.Country}
			n.ContactInfo = []ninjsContact{{Type: "address", Address: a}}
		}
		if p.Lat != 0 || p.Lon != 0 {
			n.GeoJSON = &geoPoint{Type: "Point", Coordinates: []float64{p.Lon, p.Lat}}
		}
		places = append(places, n)
	}
	return places
}

func ninjsSources(list []dateline.Source, role string) []ninjsParty {
	var sources []ninjsParty
	for _, s := range list {
		sources = append(sources,
			ninjsParty{Name: s.Name, Role: role, URI: siteOf(s), Literal: s.ID})
	}
	return sources
}

func ninjsPicture(p *Picture, uri string, number int) ninjs {
	n := ninjsPart(uri, relPicture, number)
	n.Type = "picture"
	n.ContentCreated = ninjsDay(p.Date)
	n.Descriptions = append(ninjsTexts(roleCaption, p.Caption), ninjsTexts(roleCredit, p.Credit)...)
	n.People = append(ninjsPeople(p.Photographers, relCreator), ninjsPeople(p.People, relShown)...)
	n.Places = ninjsPlaces(p.Places, relShown)
	n.InfoSources = ninjsSources(p.Sources, relCreator)
	return n
}

func ninjsQuotation(q *Quotation, uri string, number int) ninjs {
	n := ninjsPart(uri, relQuotation, number)
	n.Type = "component"
	n.Bodies = ninjsTexts(relQuotation, q.Content...)
	if q.Speaker.Name != "" {
		n.People = ninjsPeople([]dateline.Person{q.Speaker}, relSpeaker)
	}
	if !q.Via.IsZero() {
		n.InfoSources = ninjsSources([]dateline.Source{q.Via}, relVia)
	}
	return n
}

// ninjsPart returns an association: part of the story with a name and a URI of its own.
func ninjsPart(uri, rel string, number int) ninjs {
	name := fmt.Sprintf("%s-%d", rel, number)
	return ninjs{URI: uri + "#" + name, Name: name, Rel: rel}
}

func readNinjs(data []byte) (Item, error) {
	var n ninjs
	if err := decodeJSON(data, &n); err != nil {
		return Item{}, err
	}
	it := Item{
		Meta: Meta{
			URI:       n.URI,
			Headline:  textOf(n.Headlines, roleMain),
			Published: parseTime(time.RFC3339, n.VersionCreated),
			Provider:  providerOf(n.InfoSources),
			Language:  n.Language,
		},
		Dateline: Dateline{
			Text:   textOf(n.Descriptions, roleDateline),
			Places: placesOf(n.Places, relLocated),
			Date:   parseDate(n.ContentCreated),
		},
		Authors:  peopleOf(n.People, relCreator),
		Agencies: sourcesOf(n.InfoSources, relCreator),
		Cited:    sourcesOf(n.InfoSources, ""),
	}
	if len(it.Dateline.Places) == 0 && n.Located != "" {
		it.Dateline.Places = []dateline.Place{{Name: n.Located}}
	}
	it.Bylines = splitBylines(n.By)
	it.Summary = splitBody(textOf(n.Descriptions, roleSummary))
	body := strings.TrimPrefix(textOf(n.Bodies, roleMain), it.Dateline.Text)
	it.Body = splitBody(body)
	for i := range n.Associations {
		it.readAssociation(&n.Associations[i])
	}
	return it, nil
}

// readAssociation reads a picture or a quotation; their names tell them apart in version 2.1.
func (it *Item) readAssociation(n *ninjs) {
	switch {
	case n.Type == "picture":
		it.Pictures = append(it.Pictures, Picture{
			Caption:       textOf(n.Descriptions, roleCaption),
			People:        peopleOf(n.People, relShown),
			Places:        placesOf(n.Places, relShown),
			Date:          parseDate(n.ContentCreated),
			Credit:        textOf(n.Descriptions, roleCredit),
			Photographers: peopleOf(n.People, relCreator),
			Sources:       sourcesOf(n.InfoSources, relCreator),
		})
	case strings.HasPrefix(n.Name, relQuotation):
		var q Quotation
		for _, b := range n.Bodies {
			q.Content = append(q.Content, b.Value)
		}
		for _, p := range peopleOf(n.People, relSpeaker) {
			q.Speaker = p
		}
		for _, s := range sourcesOf(n.InfoSources, relVia) {
			q.Via = s
		}
		it.Quotations = append(it.Quotations, q)
	}
}

// splitBylines returns the bylines of text, a line each.
func splitBylines(text string) []Byline {
	var list []Byline
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" {
			list = append(list, Byline{Text: line})
		}
	}
	return list
}

// splitBody returns the paragraphs of text.
func splitBody(text string) []string {
	var list []string
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			list = append(list, p)
		}
	}
	return list
}

// textOf returns the text with the given role, or, for the main one, else one without a role.
func textOf(list []ninjsText, role string) string {
	other := ""
	for _, t := range list {
		switch {
		case t.Role == role:
			return t.Value
		case t.Role == "" && role == roleMain:
			other = t.Value
		}
	}
	return other
}

func peopleOf(list []ninjsParty, rel string) []dateline.Person {
	var people []dateline.Person
	for _, p := range list {
		if p.Rel == rel {
			people = append(people, dateline.Person{Name: p.Name, Role: p.Literal})
		}
	}
	return people
}

func placesOf(list []ninjsPlace, rel string) []dateline.Place {
	var places []dateline.Place
	for _, n := range list {
		if n.Rel != rel {
			continue
		}
		p := dateline.Place{Name: n.Name}
		if len(n.ContactInfo) > 0 {
			p.Region, p.Country = n.ContactInfo[0].Address.Area, n.ContactInfo[0].Address.Country
		}
		if n.GeoJSON != nil && len(n.GeoJSON.Coordinates) >= 2 {
			p.Lon, p.Lat = n.GeoJSON.Coordinates[0], n.GeoJSON.Coordinates[1]
		}
		places = append(places, p)
	}
	return places
}

func sourcesOf(list []ninjsParty, role string) []dateline.Source {
	var sources []dateline.Source
	for _, p := range list {
		if p.Role == role {
			sources = append(sources, sourceOf(p.Literal, p.Name, p.URI))
		}
	}
	return sources
}

func providerOf(list []ninjsParty) string {
	for _, p := range list {
		if p.Role == relProvider {
			return p.Name
		}
	}
	return ""
}
