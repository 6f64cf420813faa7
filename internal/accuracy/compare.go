package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/e95690a0/dateline"
)

// A wantDateline is what a text's dateline holds; the zero value stands for none. A field that is
// nil is not known.
type wantDateline struct {
	Dateline  string       `json:"dateline"`
	Place     *string      `json:"place"` // of corpora that give it as one string, "EAU CLAIRE, Wis."
	Places    *[]wantPlace `json:"places"`
	Date      optional     `json:"date"`
	Day       int          `json:"day"`
	Month     string       `json:"month"`
	Sources   []string     `json:"sources"`
	Reporters []string     `json:"reporters"`
}

type wantPlace struct{ Text, Country, Region string }

// An optional is a string that may be null, for none, or absent, for not known.
type optional struct {
	known bool
	value string
}

// UnmarshalJSON is called for null too.
func (o *optional) UnmarshalJSON(b []byte) error {
	o.known = true
	return json.Unmarshal(b, &o.value)
}

func (c *card) datelines(want *wantDateline) {
	got := c.article.Dateline
	found, gold := trimRight(c.of(got.Span)), trimRight(want.Dateline)
	switch {
	case gold == "" && found == "":
		c.recall("dateline: no false alarm", true)
		return
	case gold == "":
		c.count("dateline: span", tally{false: 1})
		c.check("dateline: no false alarm", false)
		return
	case found == "":
		c.recall("dateline: span", false)
	default:
		c.check("dateline: span", found == gold && got.Span.Start == strings.Index(c.text, gold))
	}
	c.datelinePlaces(want)
	if day := want.day(); day.known {
		c.check("dateline: date", sameDay(got.Date.String(), day.value))
	}
	if len(want.Sources)+len(got.Sources) > 0 {
		c.match("dateline: source", ids(got.Sources), want.Sources)
	}
	if len(want.Reporters) > 0 {
		c.match("dateline: reporter", c.persons(got.Persons), plains(want.Reporters, itself))
	}
}

// day returns the date, from day and month where the gold has those.
func (w *wantDateline) day() optional {
	if w.Date.known || w.Day == 0 {
		return w.Date
	}
	month, err := time.Parse("Jan", w.Month[:min(3, len(w.Month))])
	if err != nil {
		return optional{}
	}
	return optional{true, fmt.Sprintf("--%02d-%02d", month.Month(), w.Day)}
}

func (c *card) datelinePlaces(want *wantDateline) {
	places := c.article.Dateline.Places
	if want.Place != nil {
		town, _, _ := strings.Cut(*want.Place, ",")
		town = strings.TrimSpace(town)
		c.check("dateline: place", len(places) > 0 &&
			strings.HasPrefix(plain(c.of(places[0].Span)), plain(town)) &&
			places[0].Span.Start <= strings.Index(c.text, town)+1)
	}
	if want.Places == nil {
		return
	}
	c.match("dateline: place", c.places(places), plains(*want.Places, wantPlace.text))
	for _, w := range *want.Places {
		var got dateline.Place
		if i := slices.Index(c.places(places), plain(w.Text)); i >= 0 {
			got = places[i]
		}
		if w.Country != "" {
			c.check("dateline: country", got.Country == w.Country)
		}
		if w.Region != "" {
			c.check("dateline: region", got.Region == w.Region)
		}
	}
}

func (w wantPlace) text() string { return w.Text }

// A wantCaption is what a caption holds. A field that is nil is not known.
type wantCaption struct {
	Caption       *string     `json:"caption"`
	Credit        optional    `json:"credit"`
	Credits       *[]string   `json:"credits"` // of corpora that give the credited names only
	Photographers *[]string   `json:"photographers"`
	Agencies      *[]string   `json:"agencies"`
	Sources       *[]string   `json:"sources"`
	Date          string      `json:"date"`
	Places        []wantPlace `json:"places"`
	File          *bool       `json:"file"`
}

func (c *card) captions(want *wantCaption) {
	got := &c.caption
	if want.Caption != nil {
		c.check("caption: body/credit split", plain(c.of(got.Body)) == plain(*want.Caption))
	}
	if want.Credits != nil {
		c.creditNames(*want.Credits)
	}
	if want.Credit.known {
		c.check("caption: credit", plain(c.of(got.Credit.Span)) == plain(want.Credit.value))
	}
	if want.Photographers != nil {
		c.match("caption: photographer",
			c.persons(got.Credit.Photographers), plains(*want.Photographers, itself))
	}
	if want.Agencies != nil {
		written := func(s dateline.Source) string { return c.of(s.Span) }
		c.match("caption: agency as written",
			plains(got.Credit.Sources, written), plains(*want.Agencies, itself))
	}
	if want.Sources != nil {
		c.match("caption: source", ids(got.Credit.Sources), *want.Sources)
	}
	if want.Date != "" {
		c.check("caption: date", sameDay(got.Date.String(), want.Date))
	}
	if len(want.Places) > 0 {
		c.match("caption: place", c.places(got.Places), plains(want.Places, wantPlace.text))
	}
	if want.File != nil {
		c.check("caption: file photo", got.File == *want.File)
	}
}

// creditNames compares a credit of which the gold has the names alone.
func (c *card) creditNames(names []string) {
	credit := plain(c.of(c.caption.Credit.Span))
	want := given(plains(names, itself)...)
	lacks := func(name string) bool { return !strings.Contains(credit, name) }
	switch {
	case len(want) == 0 && credit == "":
		c.recall("caption: no false credit", true)
	case len(want) == 0:
		c.count("caption: credit", tally{false: 1})
	case credit == "":
		c.recall("caption: credit", false)
	default:
		c.check("caption: credit", !slices.ContainsFunc(want, lacks))
	}
}

// A wantByline holds the names of all authors in a text. Those to ignore are right or wrong as one
// takes it: the paper's own name, say.
type wantByline struct{ Authors, Ignore, Sources []string }

func (c *card) bylines(want *wantByline) {
	authors := plains(want.Authors, itself)
	var got, sources []string
	for _, b := range c.article.Bylines {
		for _, a := range b.Authors {
			name := plain(a.Name)
			if slices.Contains(authors, name) || !slices.Contains(plains(want.Ignore, itself), name) {
				got = append(got, name)
			}
		}
		sources = append(sources, ids(b.Sources)...)
	}
	c.match("byline: author", distinct(got), distinct(authors))
	if len(want.Sources) > 0 {
		c.match("byline: source", sources, want.Sources)
	}
}

type wantSources struct{ Sources []string }

func (c *card) sources(want *wantSources) {
	c.match("source: mention", distinct(ids(c.article.Sources)), want.Sources)
}

type wantStamps struct{ Dates []string }

func (c *card) stamps(want *wantStamps) {
	var got []string
	for _, d := range c.article.Dates {
		value := d.String()
		got = append(got, value[:min(len(value), len(time.DateOnly))])
	}
	c.match("date: stamp", distinct(got), distinct(want.Dates))
}

type wantWire struct{ Wire string }

func (c *card) wires(want *wantWire) {
	c.match("wire: whose copy", given(c.article.Wire.ID), given(want.Wire))
}

// given returns those of list that are not empty.
func given(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

// A timex is an expression of time as TimeML marks it.
type timex struct {
	Start, End  int
	Type, Value string
}

// days compares days of the calendar and nothing longer or vaguer.
func (c *card) days(gold []timex) {
	var got []dateline.Date
	for _, d := range c.article.Dates {
		if isDay(d.String()) {
			got = append(got, d)
		}
	}
	var found, right tally
	used := make([]bool, len(got))
	for _, t := range gold {
		if t.Type != "DATE" && t.Type != "TIME" || !isDay(t.Value) {
			continue
		}
		found.missed++
		right.missed++
		span := dateline.Span{Start: t.Start, End: t.End}
		for i, d := range got {
			if used[i] || !d.Span.Overlaps(span) {
				continue
			}
			used[i] = true
			found = found.plus(tally{right: 1, missed: -1})
			if n := len(time.DateOnly); d.String()[:n] == t.Value[:n] {
				right = right.plus(tally{right: 1, missed: -1})
			}
			break
		}
	}
	found.false, right.false = len(got)-found.right, len(got)-right.right
	c.count("date: found", found)
	c.count("date: found and right day", right)
}

// isDay reports whether an ISO 8601 value begins with a whole day.
func isDay(value string) bool {
	if len(value) < len(time.DateOnly) {
		return false
	}
	_, err := time.Parse(time.DateOnly, value[:len(time.DateOnly)])
	return err == nil
}

// ids returns the IDs of sources; one that the registry does not have is "".
func ids(sources []dateline.Source) (out []string) {
	for _, s := range sources {
		out = append(out, s.ID)
	}
	return out
}

func (c *card) places(places []dateline.Place) []string {
	return plains(places, func(p dateline.Place) string { return c.of(p.Span) })
}

func (c *card) persons(persons []dateline.Person) []string {
	return plains(persons, func(p dateline.Person) string { return c.of(p.Span) })
}

// distinct returns list, sorted, without repetitions.
func distinct(list []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(list)))
}

func trimRight(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) }
