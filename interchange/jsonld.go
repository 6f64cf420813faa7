package interchange

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/e95690a0/dateline"
)

// A thing is one of schema.org's; Type says which, and so which properties it has.
type thing struct {
	Context string `json:"@context,omitempty"`
	Type    string `json:"@type,omitempty"`
	ID      string `json:"@id,omitempty"`

	// Of a NewsArticle.
	Headline           string `json:"headline,omitempty"`
	InLanguage         string `json:"inLanguage,omitempty"`
	DatePublished      string `json:"datePublished,omitempty"`
	Dateline           string `json:"dateline,omitempty"`
	LocationCreated    things `json:"locationCreated,omitempty"`
	Author             things `json:"author,omitempty"`
	SourceOrganization things `json:"sourceOrganization,omitempty"`
	Publisher          things `json:"publisher,omitempty"` // of a Quotation too: who carried the words
	Mentions           things `json:"mentions,omitempty"`
	Abstract           string `json:"abstract,omitempty"`
	ArticleBody        string `json:"articleBody,omitempty"`
	Image              things `json:"image,omitempty"`
	HasPart            things `json:"hasPart,omitempty"`

	// Of articles and pictures.
	DateCreated string  `json:"dateCreated,omitempty"`
	CreditText  strList `json:"creditText,omitempty"`

	// Of an ImageObject.
	Caption         string `json:"caption,omitempty"`
	Creator         things `json:"creator,omitempty"`
	ContentLocation things `json:"contentLocation,omitempty"`
	About           things `json:"about,omitempty"`

	// Of a Quotation.
	Text              strList `json:"text,omitempty"`
	SpokenByCharacter things  `json:"spokenByCharacter,omitempty"`

	// Of a Person, Organization or Place.
	Name       string `json:"name,omitempty"`
	JobTitle   string `json:"jobTitle,omitempty"`
	Identifier string `json:"identifier,omitempty"`
	URL        string `json:"url,omitempty"`
	Address    things `json:"address,omitempty"`
	Geo        things `json:"geo,omitempty"`

	// Of a PostalAddress and of GeoCoordinates.
	Locality  string  `json:"addressLocality,omitempty"`
	Region    string  `json:"addressRegion,omitempty"`
	Country   string  `json:"addressCountry,omitempty"`
	Latitude  float64 `json:"latitude,omitempty"`
	Longitude float64 `json:"longitude,omitempty"`
}

// things are the values of a property, of which JSON-LD may have one by itself, or only its name.
type things []thing

// UnmarshalJSON reads a list, a single thing or a name.
func (l *things) UnmarshalJSON(b []byte) error {
	if b[0] != '[' {
		return l.add(b)
	}
	var list []json.RawMessage
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	for _, raw := range list {
		if err := l.add(raw); err != nil {
			return err
		}
	}
	return nil
}

// add adds a thing, or one with the name that b has.
func (l *things) add(b []byte) error {
	var t thing
	into := any(&t)
	if b[0] == '"' {
		into = &t.Name
	}
	err := json.Unmarshal(b, into)
	*l = append(*l, t)
	return err
}

// A strList is one or more texts.
type strList []string

// UnmarshalJSON reads a list or a single text.
func (l *strList) UnmarshalJSON(b []byte) error {
	if b[0] == '[' {
		return json.Unmarshal(b, (*[]string)(l))
	}
	*l = make(strList, 1)
	return json.Unmarshal(b, &(*l)[0])
}

// The types of schema.org that are told apart.
const (
	typePerson       = "Person"
	typeOrganization = "Organization"
	typeQuotation    = "Quotation"
)

func writeLD(it *Item) ([]byte, error) {
	t := thing{
		Context:            "https://schema.org",
		Type:               "NewsArticle",
		ID:                 it.Meta.URI,
		Headline:           it.Meta.Headline,
		InLanguage:         it.Meta.Language,
		DatePublished:      timeOf(it.Meta.Published),
		DateCreated:        isoDate(it.Dateline.Date),
		Dateline:           it.Dateline.Text,
		LocationCreated:    ldPlaces(it.Dateline.Places),
		Author:             ldPeople(it.Authors),
		SourceOrganization: ldSources(it.Agencies),
		Mentions:           ldSources(it.Cited),
		Abstract:           strings.Join(it.Summary, "\n\n"),
		ArticleBody:        strings.Join(it.Body, "\n\n"),
	}
	for _, b := range it.Bylines {
		t.CreditText = append(t.CreditText, b.Text)
	}
	if it.Meta.Provider != "" {
		t.Publisher = things{{Type: typeOrganization, Name: it.Meta.Provider}}
	}
	for i := range it.Pictures {
		t.Image = append(t.Image, ldPicture(&it.Pictures[i]))
	}
	for i := range it.Quotations {
		t.HasPart = append(t.HasPart, ldQuotation(&it.Quotations[i]))
	}
	return json.MarshalIndent(t, "", "  ")
}

func ldPicture(p *Picture) thing {
	t := thing{
		Type:               "ImageObject",
		Caption:            p.Caption,
		DateCreated:        isoDate(p.Date),
		ContentLocation:    ldPlaces(p.Places),
		About:              ldPeople(p.People),
		Creator:            ldPeople(p.Photographers),
		SourceOrganization: ldSources(p.Sources),
	}
	if p.Credit != "" {
		t.CreditText = strList{p.Credit}
	}
	return t
}

func ldQuotation(q *Quotation) thing {
	t := thing{Type: typeQuotation, Text: q.Content}
	if q.Speaker.Name != "" {
		t.SpokenByCharacter = ldPeople([]dateline.Person{q.Speaker})
	}
	if !q.Via.IsZero() {
		t.Publisher = ldSources([]dateline.Source{q.Via})
	}
	return t
}

func ldPeople(list []dateline.Person) things {
	var people things
	for _, p := range list {
		people = append(people, thing{Type: typePerson, Name: p.Name, JobTitle: p.Role})
	}
	return people
}

func ldSources(list []dateline.Source) things {
	var sources things
	for _, s := range list {
		sources = append(sources,
			thing{Type: typeOrganization, Name: s.Name, Identifier: s.ID, URL: siteOf(s)})
	}
	return sources
}

func ldPlaces(list []dateline.Place) things {
	var places things
	for _, p := range list {
		t := thing{Type: "Place", Name: p.Name}
		if p.Country != "" || p.Region != "" {
			t.Address = things{{Type: "PostalAddress", Locality: p.Name, Region: p.Region,
				Country: p.Country}}
		}
		if p.Lat != 0 || p.Lon != 0 {
			t.Geo = things{{Type: "GeoCoordinates", Latitude: p.Lat, Longitude: p.Lon}}
		}
		places = append(places, t)
	}
	return places
}

func readLD(data []byte) (Item, error) {
	var t thing
	if err := decodeJSON(data, &t); err != nil {
		return Item{}, err
	}
	it := Item{
		Meta: Meta{
			URI:       t.ID,
			Headline:  t.Headline,
			Published: parseTime(time.RFC3339, t.DatePublished),
			Language:  t.InLanguage,
		},
		Dateline: Dateline{
			Text:   t.Dateline,
			Places: t.LocationCreated.places(),
			Date:   parseDate(t.DateCreated),
		},
		Authors:  t.Author.people(),
		Agencies: t.SourceOrganization.sources(),
		Cited:    t.Mentions.sources(),
		Summary:  splitBody(t.Abstract),
		Body:     splitBody(t.ArticleBody),
	}
	for _, p := range t.Publisher {
		it.Meta.Provider = p.Name
	}
	for _, text := range t.CreditText {
		it.Bylines = append(it.Bylines, Byline{Text: text})
	}
	for i := range t.Image {
		it.Pictures = append(it.Pictures, t.Image[i].picture())
	}
	for i := range t.HasPart {
		if t.HasPart[i].Type == typeQuotation {
			it.Quotations = append(it.Quotations, t.HasPart[i].quotation())
		}
	}
	return it, nil
}

func (t *thing) picture() Picture {
	return Picture{
		Caption:       t.Caption,
		People:        t.About.people(),
		Places:        t.ContentLocation.places(),
		Date:          parseDate(t.DateCreated),
		Credit:        strings.Join(t.CreditText, "\n"),
		Photographers: t.Creator.people(),
		Sources:       t.SourceOrganization.sources(),
	}
}

func (t *thing) quotation() Quotation {
	q := Quotation{Content: t.Text}
	for _, p := range t.SpokenByCharacter.people() {
		q.Speaker = p
	}
	for _, s := range t.Publisher.sources() {
		q.Via = s
	}
	return q
}

func (l things) people() []dateline.Person {
	var people []dateline.Person
	for _, t := range l {
		people = append(people, dateline.Person{Name: t.Name, Role: t.JobTitle})
	}
	return people
}

func (l things) sources() []dateline.Source {
	var sources []dateline.Source
	for _, t := range l {
		sources = append(sources, sourceOf(t.Identifier, t.Name, t.URL))
	}
	return sources
}

func (l things) places() []dateline.Place {
	var places []dateline.Place
	for _, t := range l {
		p := dateline.Place{Name: t.Name}
		for _, a := range t.Address {
			p.Region, p.Country = a.Region, a.Country
		}
		for _, g := range t.Geo {
			p.Lat, p.Lon = g.Latitude, g.Longitude
		}
		places = append(places, p)
	}
	return places
}
