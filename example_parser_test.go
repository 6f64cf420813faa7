package dateline_test

import (
	"fmt"
	"time"

	"github.com/e95690a0/dateline"
)

func ExampleParseArticle() {
	const story = `By Ida Solberg

OSLO (AP) — The ferry sailed again on Monday, the harbor board said.

READ MORE: Who built the ferry`
	a := dateline.ParseArticle(story)
	fmt.Println("filed in", a.Dateline.Places[0].Name, "by", a.Bylines[0].Authors[0].Name)
	fmt.Println("said by:", a.Attributions[0].Source.Of(story))
	fmt.Println("points to:", a.CrossRefs[0].Title.Of(story))
	fmt.Println("copy of:", a.Wire.Name)
	// Output:
	// filed in Oslo by Ida Solberg
	// said by: the harbor board
	// points to: Who built the ferry
	// copy of: Associated Press
}

func ExampleParser_ParseArticle() {
	p := dateline.Parser{
		Published: time.Date(2024, time.April, 10, 0, 0, 0, 0, time.UTC),
		Country:   "IN",
	}
	a := p.ParseArticle("SALEM: The lake is full again, an engineer said on Monday.")
	fmt.Println(a.Dateline.Places[0].Region, a.Attributions[0].Date)
	// Output: IN-TN 2024-04-08
}

func ExampleParser_Attributions() {
	p := dateline.Parser{Published: time.Date(2024, time.April, 10, 0, 0, 0, 0, time.UTC)}
	for at := range p.Attributions("The lock is shut, the port office said on Tuesday.") {
		fmt.Println(at.Date, at.Kind)
	}
	// Output: 2024-04-09 indirect
}

func ExampleParser_ParseByline() {
	p := dateline.Parser{Sources: []dateline.Source{{ID: "harbour-post", Name: "Harbour Post"}}}
	b, err := p.ParseByline("By Ida Solberg, Harbour Post")
	fmt.Println(b.Authors[0].Name, b.Sources[0].ID, err)
	// Output: Ida Solberg harbour-post <nil>
}

func ExampleParser_ParseCaption() {
	p := dateline.Parser{Published: time.Date(2024, time.April, 10, 0, 0, 0, 0, time.UTC)}
	c, err := p.ParseCaption("A tug in Gdansk on Monday. (AP Photo/Jan Kos)")
	fmt.Println(c.Date, c.Places[0].Name, c.Credit.Photographers[0].Name, err)
	// Output: 2024-04-08 Gdańsk Jan Kos <nil>
}

func ExampleParser_ParseCredit() {
	p := dateline.Parser{Sources: []dateline.Source{{ID: "harbour-post", Name: "Harbour Post"}}}
	c, err := p.ParseCredit("Jan Kos/Harbour Post via AP")
	fmt.Println(c.Sources[0].ID, c.Sources[1].ID, err)
	// Output: harbour-post ap <nil>
}

func ExampleParseError_Error() {
	_, err := dateline.Parse("MOSCOW, February 31 (Reuters) -")
	fmt.Println(err)
	// Output: dateline: date at byte 17: no such day
}
