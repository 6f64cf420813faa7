package page_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/e95690a0/dateline/examples/web/page"
)

func ExampleRead() {
	source := `<html lang="en"><head><title>Two dams for one river</title>
		<meta property="og:url" content="https://www.thehindu.com/news/dams">
		<meta property="article:published_time" content="2024-03-14T09:00:00+05:30"></head>
		<body><nav><a href="/">Home</a></nav>
		<article><p class="byline">By Meena Raghavan</p>
		<p>SALEM: The second dam was opened on Wednesday, a year after the first.</p></article>`
	story, err := page.Read(strings.NewReader(source), "text/html", nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(story.Text)
	a := story.Parser.ParseArticle(story.Text)
	fmt.Println(a.Bylines[0].Authors[0].Name, a.Dateline.Places[0].Region, a.Dates[0])
	// Output:
	// By Meena Raghavan
	//
	// SALEM: The second dam was opened on Wednesday, a year after the first.
	// Meena Raghavan IN-TN 2024-03-13
}
