package interchange_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/e95690a0/dateline"
	"github.com/e95690a0/dateline/interchange"
)

const story = `By Hana Novotna

PRAGUE, May 3, 2024 (Reuters) - The city's last tram with wooden seats left its depot on Friday.

"It creaked, but it went," driver Josef Kral was quoted as saying by CTK.`

func newItem() interchange.Item {
	a := dateline.ParseArticle(story)
	return interchange.NewItem(&a, story, interchange.Meta{
		URI:       "urn:example:tram",
		Headline:  "Prague says goodbye to wooden seats",
		Published: time.Date(2024, 5, 3, 14, 0, 0, 0, time.UTC),
		Provider:  "Example Wire",
	})
}

func Example() {
	it := newItem()
	nitf, err := it.Marshal(interchange.NITF)
	if err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(string(nitf)) {
		if strings.Contains(line, "<byline>") || strings.Contains(line, "<q ") {
			fmt.Print(strings.TrimSpace(line), "\n")
		}
	}
	// Output:
	// <byline>By <person value="Hana Novotna">Hana Novotna</person></byline>
	// <p><q quote-source="Josef Kral">"It creaked, but it went,"</q> driver Josef Kral was quoted as saying by CTK.</p>
}

func ExampleNewItem() {
	it := newItem()
	fmt.Println(it.Dateline.Text, it.Dateline.Places[0].Country, it.Dateline.Date)
	fmt.Println(it.Bylines[0].Text, it.Authors[0].Name, it.Agencies[0].ID)
	q := it.Quotations[0]
	fmt.Println(q.Content[0], q.Speaker.Name, q.Speaker.Role, q.Via.Name)
	// Output:
	// PRAGUE, May 3, 2024 (Reuters) - CZ 2024-05-03
	// By Hana Novotna Hana Novotna reuters
	// "It creaked, but it went," Josef Kral driver Česká tisková kancelář
}

func ExampleItem_Marshal() {
	it := interchange.Item{
		Meta: interchange.Meta{URI: "https://example.com/tram", Headline: "Last wooden tram"},
		Dateline: interchange.Dateline{
			Text:   "PRAGUE (Reuters) -",
			Places: []dateline.Place{{Name: "Prague", Country: "CZ"}},
		},
	}
	b, err := it.Marshal(interchange.JSONLD)
	fmt.Println(string(b), err)
	// Output:
	// {
	//   "@context": "https://schema.org",
	//   "@type": "NewsArticle",
	//   "@id": "https://example.com/tram",
	//   "headline": "Last wooden tram",
	//   "dateline": "PRAGUE (Reuters) -",
	//   "locationCreated": [
	//     {
	//       "@type": "Place",
	//       "name": "Prague",
	//       "address": [
	//         {
	//           "@type": "PostalAddress",
	//           "addressLocality": "Prague",
	//           "addressCountry": "CZ"
	//         }
	//       ]
	//     }
	//   ]
	// } <nil>
}

func ExampleRead() {
	const article = `{
		"@context": "https://schema.org", "@type": "NewsArticle",
		"dateline": "EAU CLAIRE, Wis., June 3, 2021 (AP) —",
		"author": "Jane Doe"
	}`
	it, err := interchange.Read([]byte(article), interchange.JSONLD)
	fmt.Println(it.Dateline.Places[0].Region, it.Dateline.Date, it.Authors[0].Name, err)
	// Output: US-WI 2021-06-03 Jane Doe <nil>
}

func ExampleFormat_String() {
	for f := interchange.Ninjs3; f <= interchange.JSONLD; f++ {
		fmt.Println(f)
	}
	// Output:
	// ninjs 3.1
	// ninjs 2.1
	// NITF 3.6
	// NewsML-G2 2.34
	// schema.org NewsArticle
}

func ExampleFormat_MediaType() {
	fmt.Println(interchange.NITF.MediaType(), interchange.JSONLD.MediaType())
	// Output: application/nitf+xml application/ld+json
}
