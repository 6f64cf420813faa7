package interchange

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/e95690a0/dateline"
)

var (
	testMeta = Meta{
		URI: "urn:example:1", Published: time.Date(2024, 5, 3, 14, 0, 0, 0, time.UTC), Provider: "P",
	}
	warsaw     = dateline.Place{Name: "Warsaw", Region: "PL-14", Country: "PL", Lat: 52.23, Lon: 21.01}
	may3       = dateline.Date{Unit: dateline.UnitDay, Year: 2024, Month: 5, Day: 3, Weekday: 5}
	pap, _     = dateline.LookupSource("pap")
	reuters, _ = dateline.LookupSource("reuters")
)

// fields has an Item for each field, and what each format writes for it.
var fields = []struct {
	name                   string
	item                   Item
	ninjs, nitf, g2, jsonl string
}{
	{
		"dateline text", Item{Dateline: Dateline{Text: "WARSAW (PAP) –"}},
		`{"role":"dateline","contentType":"text/plain","value":"WARSAW (PAP) –"}`,
		`<dateline>WARSAW (PAP) –</dateline>`,
		`<dateline>WARSAW (PAP) –</dateline>`,
		`"dateline":"WARSAW (PAP) –"`,
	},
	{
		"dateline place", Item{Dateline: Dateline{Places: []dateline.Place{warsaw}}},
		`"located":"Warsaw"`,
		`<location><city city-code="Warsaw"/><state state-code="PL-14"/><country iso-cc="PL"/>`,
		`<located type="cpnat:geoArea"><name>Warsaw</name>`,
		`"locationCreated":[{"@type":"Place","name":"Warsaw"`,
	},
	{
		"dateline date", Item{Dateline: Dateline{Date: may3}},
		`"contentCreated":"2024-05-03T00:00:00Z"`,
		`<dateline><story.date norm="20240503"/></dateline>`,
		`<contentCreated>2024-05-03</contentCreated>`,
		`"dateCreated":"2024-05-03"`,
	},
	{
		"byline", Item{
			Bylines: []Byline{{Text: "By Jan Lis"}}, Authors: []dateline.Person{{Name: "Jan Lis"}},
		},
		`"by":"By Jan Lis"`,
		`<byline>By <person value="Jan Lis">Jan Lis</person></byline>`,
		`<by>By Jan Lis</by>`,
		`"author":[{"@type":"Person","name":"Jan Lis"}]`,
	},
	{
		"sign-off", Item{
			Bylines: []Byline{{Text: "(Editing by Jan Lis)", SignOff: true}},
			Authors: []dateline.Person{{Name: "Jan Lis", Role: "editing"}},
		},
		`"people":[{"name":"Jan Lis","rel":"creator","literal":"editing"}]`,
		`<tagline>(Editing by <person value="Jan Lis">Jan Lis<function value="editing"/></person>)`,
		`<contributor type="cpnat:person"><name>Jan Lis</name><note>editing</note></contributor>`,
		`"jobTitle":"editing"`,
	},
	{
		"author without a byline", Item{Authors: []dateline.Person{{Name: "Jan Lis"}}},
		`"people":[{"name":"Jan Lis","rel":"creator"}]`,
		`<byline><person value="Jan Lis"/></byline>`,
		`<creator type="cpnat:person"><name>Jan Lis</name></creator>`,
		`"author":[{"@type":"Person","name":"Jan Lis"}]`,
	},
	{
		"agency", Item{Agencies: []dateline.Source{pap}},
		`"role":"creator","uri":"https://pap.pl","literal":"pap"`,
		`<distributor><org value="pap">`,
		`<creator type="cpnat:organisation" literal="pap">`,
		`"sourceOrganization":[{"@type":"Organization"`,
	},
	{
		"info source", Item{Cited: []dateline.Source{pap}},
		`"uri":"https://pap.pl","literal":"pap"`,
		`<identified-content><org class="cited" value="pap">`,
		`<infoSource type="cpnat:organisation" literal="pap">`,
		`"mentions":[{"@type":"Organization"`,
	},
	{
		"summary", Item{Summary: []string{"* One & two"}},
		`{"role":"summary","contentType":"text/plain","value":"* One \u0026 two"}`,
		`<abstract><p>* One &amp; two</p></abstract>`,
		`<description role="drol:summary">* One &amp; two</description>`,
		`"abstract":"* One \u0026 two"`,
	},
	{
		"quotation", Item{
			Body: []string{"“No,” she said. “No.”"},
			Quotations: []Quotation{{
				Content: []string{"“No,”", "“No.”"},
				Speaker: dateline.Person{Name: "Ewa Lis", Role: "mayor"}, Via: pap,
			}},
		},
		`"name":"quotation-1","rel":"quotation","type":"component"`,
		`<p><q quote-source="Ewa Lis">“No,”</q> she said. ` +
			`<q class="continued" quote-source="Ewa Lis">“No.”</q></p>`,
		`<q quote-source="Ewa Lis">“No,”</q>`,
		`"hasPart":[{"@type":"Quotation","publisher":`,
	},
	{
		"caption", Item{Pictures: []Picture{{
			Caption: "A bell in Warsaw.", Places: []dateline.Place{warsaw}, Date: may3,
			People: []dateline.Person{{Name: "Ewa Lis"}},
		}}},
		`{"role":"caption","contentType":"text/plain","value":"A bell in Warsaw."}`,
		`A bell in <location><city city-code="Warsaw">Warsaw</city>`,
		`<description role="drol:caption">A bell in Warsaw.</description>`,
		`"contentLocation":[{"@type":"Place","name":"Warsaw"`,
	},
	{
		"credit line", Item{Pictures: []Picture{{
			Credit: "Jan Lis/Reuters", Photographers: []dateline.Person{{Name: "Jan Lis"}},
			Sources: []dateline.Source{reuters},
		}}},
		`{"role":"credit","contentType":"text/plain","value":"Jan Lis/Reuters"}`,
		`<media-producer><person value="Jan Lis">Jan Lis</person>/<org value="reuters">Reuters`,
		`<creditline>Jan Lis/Reuters</creditline>`,
		`"creditText":["Jan Lis/Reuters"]`,
	},
}

// breaks are the line breaks and indents between elements, and JSON's blanks after a colon.
var breaks = strings.NewReplacer("\n", "", "\t", "", "  ", "", `": `, `":`)

func TestFields(t *testing.T) {
	for _, field := range fields {
		field.item.Meta = testMeta
		want := map[Format]string{
			Ninjs3: field.ninjs, NITF: field.nitf, NewsMLG2: field.g2, JSONLD: field.jsonl,
			Ninjs2: strings.NewReplacer("contentType", "contenttype", "contentCreated",
				"contentcreated", `,"rel":"quotation"`, "").Replace(field.ninjs),
		}
		for _, f := range allFormats {
			t.Run(field.name+"/"+f.String(), func(t *testing.T) {
				b := marshal(t, &field.item, f)
				if !strings.Contains(breaks.Replace(string(b)), want[f]) {
					t.Errorf("no %s in:\n%s", want[f], b)
				}
				checkSchema(t, f, b)
				got, err := Read(b, f)
				if err != nil {
					t.Fatal(err)
				}
				got.stripSpans()
				checkSame(t, held(got, f), held(field.item, f))
			})
		}
	}
}

// stripSpans sets the spans to zero that NITF adds where it finds the name of a value.
func (it *Item) stripSpans() {
	for i := range it.Pictures {
		p := &it.Pictures[i]
		p.Places, p.People = heldPlaces(p.Places, false), heldPeople(p.People, false)
		p.Photographers, p.Sources = heldPeople(p.Photographers, false), unplaced(p.Sources)
	}
}

func checkSame(t *testing.T, got, want Item) {
	t.Helper()
	g, w := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range g.NumField() {
		if !reflect.DeepEqual(g.Field(i).Interface(), w.Field(i).Interface()) {
			t.Errorf("%s\n got %+v\nwant %+v", g.Type().Field(i).Name, g.Field(i), w.Field(i))
		}
	}
}

// TestG2Alone reads NewsML-G2 without the NITF in it.
func TestG2Alone(t *testing.T) {
	for _, s := range testStories {
		it := s.item(t)
		b := string(marshal(t, &it, NewsMLG2))
		from, to := strings.Index(b, "<contentSet>"), strings.Index(b, "</contentSet>")
		got, err := Read([]byte(b[:from]+b[to+len("</contentSet>"):]), NewsMLG2)
		if err != nil {
			t.Fatal(err)
		}
		it.Body, it.Quotations = nil, nil
		for i := range it.Pictures {
			for j := range it.Pictures[i].Places {
				it.Pictures[i].Places[j].Lat, it.Pictures[i].Places[j].Lon = 0, 0
			}
		}
		it, got = held(it, JSONLD), held(got, JSONLD)
		it.Quotations, got.Quotations = nil, nil
		checkSame(t, got, it)
	}
}

func TestMarshalMissing(t *testing.T) {
	for _, c := range []struct {
		f    Format
		meta Meta
		want string
	}{
		{Ninjs3, Meta{}, "interchange: ninjs 3.1 needs Meta.URI"},
		{Ninjs2, Meta{}, "interchange: ninjs 2.1 needs Meta.URI"},
		{NewsMLG2, Meta{URI: "urn:x:1"}, "interchange: NewsML-G2 2.34 needs Meta.Published"},
		{NewsMLG2, Meta{URI: "urn:x:1", Published: testMeta.Published},
			"interchange: NewsML-G2 2.34 needs Meta.Provider"},
		{Format(9), testMeta, "interchange: no format 9"},
	} {
		it := Item{Meta: c.meta}
		if _, err := it.Marshal(c.f); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func TestReadBroken(t *testing.T) {
	deep := strings.Repeat("<p>", maxDepth+1)
	deepLD := strings.Repeat(`{"author":[`, 5000) + strings.Repeat("]}", 5000)
	for _, c := range []struct {
		f          Format
		data, want string
	}{
		{Ninjs3, `{"uri":1}`, "interchange: ninjs 3.1: json: "},
		{JSONLD, `{"author":[1]}`, "interchange: schema.org NewsArticle: json: "},
		{NITF, ``, "interchange: NITF 3.6: no element"},
		{NITF, `<nitf><body></nitf>`, "interchange: NITF 3.6: XML syntax error"},
		{NewsMLG2, deep, "interchange: NewsML-G2 2.34: nested too deep"},
		{JSONLD, deepLD, "interchange: schema.org NewsArticle: nested too deep"},
		{Ninjs3, deepLD, "interchange: ninjs 3.1: nested too deep"},
		{Format(9), ``, "interchange: no format 9"},
	} {
		_, err := Read([]byte(c.data), c.f)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

// Brackets in words are no nesting.
func TestReadBrackets(t *testing.T) {
	headline := strings.Repeat(`[{\"`, maxDepth)
	it, err := Read([]byte(`{"headline":"`+headline+`"}`), JSONLD)
	if want := strings.Repeat(`[{"`, maxDepth); err != nil || it.Meta.Headline != want {
		t.Errorf("got %q, %v", it.Meta.Headline, err)
	}
}

// TestReadOthers reads documents as others write them.
func TestReadOthers(t *testing.T) {
	day := may3
	for _, c := range []struct {
		name, data string
		f          Format
		want       Item
	}{
		{
			"ninjs without roles", `{"uri":"urn:x:1","headlines":[{"value":"H"}],` +
				`"located":"Gdynia","bodies":[{"value":"One.\n\nTwo."}]}`, Ninjs2,
			Item{
				Meta:     Meta{URI: "urn:x:1", Headline: "H"},
				Dateline: Dateline{Places: []dateline.Place{{Name: "Gdynia"}}},
				Body:     []string{"One.", "Two."},
			},
		},
		{
			"NITF with words for all", `<nitf><body><body.head>
				<byline>By <person><name.given>Jan</name.given> <name.family>Lis</name.family>` +
				`</person></byline>
				<distributor><org>PAP</org></distributor>
				<dateline><location>Gdynia</location> <story.date norm="20240503T100000+0200"/>` +
				`</dateline></body.head>
				<body.content><block><p>He said <q>yes</q>.</p></block></body.content></body></nitf>`,
			NITF,
			Item{
				Dateline: Dateline{
					Text:   "Gdynia",
					Places: []dateline.Place{{Span: dateline.Span{End: 6}, Name: "Gdynia"}},
					Date:   day,
				},
				Bylines:    []Byline{{Text: "By Jan Lis"}},
				Authors:    []dateline.Person{{Name: "Jan Lis"}},
				Agencies:   []dateline.Source{{Name: "PAP"}},
				Body:       []string{"He said yes."},
				Quotations: []Quotation{{Content: []string{"yes"}}},
			},
		},
		{
			"one thing, not a list", `{"@id":"x","author":{"name":"Jan Lis"},` +
				`"publisher":"P","creditText":"By Jan Lis","articleBody":"One."}`, JSONLD,
			Item{
				Meta:    Meta{URI: "x", Provider: "P"},
				Bylines: []Byline{{Text: "By Jan Lis"}},
				Authors: []dateline.Person{{Name: "Jan Lis"}},
				Body:    []string{"One."},
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read([]byte(c.data), c.f)
			if err != nil {
				t.Fatal(err)
			}
			checkSame(t, got, c.want)
		})
	}
}

func TestNewItemCleans(t *testing.T) {
	const text = "OSLO (AP) —\x00\xff One.\r\n\r\nTwo\uFFFE."
	a := dateline.ParseArticle(text)
	it := NewItem(&a, text, Meta{Headline: " \x1bH\n"})
	if want := []string{"? One.", "Two\uFFFD."}; !reflect.DeepEqual(it.Body, want) {
		t.Errorf("got %q, want %q", it.Body, want)
	}
	if it.Meta.Headline != "H" {
		t.Errorf("got %q, want H", it.Meta.Headline)
	}
}
