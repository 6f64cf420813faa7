package dateline_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/e95690a0/dateline"
)

func ExampleCrossRefs() {
	text := `The quay at Lorne sank on Monday.

READ MORE: Who built the quay

>> Lorne braces for spring tide ■ Ferry fares to rise

Sign up for Low Water, a letter from the shore`
	for c := range dateline.CrossRefs(text) {
		fmt.Printf("%-9s  %s  (%s)\n", c.Kind, c.Title.Of(text), c.Label.Of(text))
	}
	// Output:
	// related    Who built the quay  (READ MORE:)
	// related    Lorne braces for spring tide  (>>)
	// related    Ferry fares to rise  (■)
	// subscribe  Low Water, a letter from the shore  (Sign up for)
}

func ExampleParser_CrossRefs() {
	p := dateline.Parser{Lang: language.English}
	text := "The quay sank.\n[Related article] Ferry fares to rise"
	for c := range p.CrossRefs(text) {
		fmt.Println(c.Title.Of(text))
	}
	// Output:
	// Ferry fares to rise
}

func ExampleArticle_Story() {
	text := `The quay at Lorne sank on Monday.

READ MORE: Who built the quay

Nobody was hurt. Follow us on Mastodon
`
	a := dateline.ParseArticle(text)
	fmt.Print(a.Story(text))
	// Output:
	// The quay at Lorne sank on Monday.
	//
	// Nobody was hurt.
}

func ExampleArticle_Furniture() {
	text := "The quay sank.\nREAD MORE: Who built the quay\n► Ferry fares to rise\nNobody was hurt."
	a := dateline.ParseArticle(text)
	for s := range a.Furniture() {
		fmt.Println(s.Of(text))
	}
	// Output:
	// READ MORE: Who built the quay
	// ► Ferry fares to rise
}
