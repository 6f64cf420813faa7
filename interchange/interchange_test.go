package interchange

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/e95690a0/dateline"
)

var update = flag.Bool("update", false, "write the golden files")

var allFormats = []Format{Ninjs3, Ninjs2, NITF, NewsMLG2, JSONLD}

// A testStory is one of the stories that ship with the library, and what is known of it.
type testStory struct {
	name string
	meta Meta
}

var testStories = []testStory{
	{"ap", Meta{
		URI:       "urn:newsml:example.com:20240903:river",
		Headline:  "Flooded river town votes to move uphill, one house at a time",
		Published: time.Date(2024, 9, 3, 9, 30, 0, 0, time.UTC),
		Provider:  "Example Wire",
	}},
	{"reuters", Meta{
		URI:       "https://example.com/herring",
		Headline:  "UPDATE 2-Norway's dockers halt herring exports, talks to resume on Thursday",
		Published: time.Date(2023, 3, 7, 17, 5, 0, 0, time.FixedZone("", 3600)),
		Provider:  "Example Wire",
		Language:  "en-GB",
	}},
	{"kyodo", Meta{
		URI:       "urn:newsml:example.com:20231020:signs",
		Published: time.Date(2023, 10, 20, 8, 0, 0, 0, time.FixedZone("", 9*3600)),
		Provider:  "Example Wire",
	}},
}

func (s testStory) item(t testing.TB) Item {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "testdata", "articles", s.name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	p := dateline.Parser{Published: s.meta.Published}
	a := p.ParseArticle(string(text))
	return NewItem(&a, string(text), s.meta)
}

func TestGolden(t *testing.T) {
	suffix := map[Format]string{Ninjs3: "ninjs3.json", Ninjs2: "ninjs2.json", NITF: "nitf.xml",
		NewsMLG2: "g2.xml", JSONLD: "jsonld"}
	for _, s := range testStories {
		it := s.item(t)
		for _, f := range allFormats {
			name := s.name + "." + suffix[f]
			t.Run(name, func(t *testing.T) {
				got := marshal(t, &it, f)
				checkSchema(t, f, got)

				file := filepath.Join("testdata", name)
				if *update {
					if err := os.WriteFile(file, got, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if string(got) != string(want) {
					t.Errorf("differs from %s; -update writes it anew. Got:\n%s", file, got)
				}
			})
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for _, s := range testStories {
		it := s.item(t)
		for _, f := range allFormats {
			t.Run(s.name+"/"+f.String(), func(t *testing.T) { checkRoundTrip(t, &it, f) })
		}
	}
}

func marshal(t testing.TB, it *Item, f Format) []byte {
	t.Helper()
	b, err := it.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// checkRoundTrip checks that it is read as it was written, but for what f does not hold.
func checkRoundTrip(t *testing.T, it *Item, f Format) {
	t.Helper()
	b := marshal(t, it, f)
	got, err := Read(b, f)
	if err != nil {
		t.Fatalf("%v in:\n%s", err, b)
	}
	checkSame(t, held(got, f), held(*it, f))
	if t.Failed() {
		t.Logf("%s:\n%s", f, b)
	}
}

// held returns it with what f does not hold set to zero.
func held(it Item, f Format) Item {
	words := f == NITF || f == NewsMLG2
	it.Meta.Published = it.Meta.Published.UTC()
	places, date := it.Dateline.Places, heldDate(it.Dateline.Date, f)
	if len(places) == 0 || date.IsZero() { // those are read from the words
		places, date = nil, dateline.Date{}
	}
	it.Dateline = Dateline{it.Dateline.Text, heldPlaces(places, words), date}
	it.Bylines = slices.Clone(it.Bylines)
	for i := range it.Bylines {
		it.Bylines[i].SignOff = it.Bylines[i].SignOff && words
	}
	it.Quotations = slices.Clone(it.Quotations)
	roles := map[string]string{}
	for i := range it.Quotations {
		if q := &it.Quotations[i]; words {
			if roles[q.Speaker.Name] == "" {
				roles[q.Speaker.Name] = q.Speaker.Role
			}
			q.Via = dateline.Source{}
		}
	}
	for i := range it.Quotations {
		if q := &it.Quotations[i]; words {
			q.Speaker.Role = roles[q.Speaker.Name]
		}
	}
	it.Pictures = slices.Clone(it.Pictures)
	for i := range it.Pictures {
		p := &it.Pictures[i]
		p.Places, p.Date = heldPlaces(p.Places, words), heldDate(p.Date, f)
		p.People, p.Photographers = heldPeople(p.People, words), heldPeople(p.Photographers, words)
		p.Sources = slices.Clone(p.Sources)
		for i := range p.Sources {
			if !words {
				p.Sources[i].Span = dateline.Span{}
			}
		}
	}
	return it
}

func heldPlaces(list []dateline.Place, words bool) []dateline.Place {
	list = slices.Clone(list)
	for i := range list {
		list[i].TimeZone = ""
		if !words {
			list[i].Span = dateline.Span{}
		}
	}
	return list
}

func heldPeople(list []dateline.Person, words bool) []dateline.Person {
	list = slices.Clone(list)
	for i := range list {
		if !words {
			list[i].Span = dateline.Span{}
		}
	}
	return list
}

func heldDate(d dateline.Date, f Format) dateline.Date {
	value := map[Format]string{Ninjs3: ninjsDay(d), Ninjs2: ninjsDay(d), NITF: nitfDay(d),
		NewsMLG2: nitfDay(d), JSONLD: isoDate(d)}[f]
	if value == "" {
		return dateline.Date{}
	}
	day := parseNITFDay(value)
	if f == NITF || f == NewsMLG2 {
		day.Span = d.Span
	}
	return day
}

func BenchmarkMarshal(b *testing.B) {
	it := testStories[1].item(b)
	for _, f := range allFormats {
		b.Run(f.String(), func(b *testing.B) {
			b.SetBytes(int64(len(marshal(b, &it, f))))
			for b.Loop() {
				marshal(b, &it, f)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	it := testStories[1].item(b)
	for _, f := range allFormats {
		data := marshal(b, &it, f)
		b.Run(f.String(), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read(data, f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
