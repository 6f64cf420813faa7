// Web reads a news page and prints what its story holds. In this folder, which is a module of its
// own:
//
//	go run . https://www.example.com/story.html    a page of the web
//	go run . page/testdata/en.html                 a file
//	go run . < page.html                           standard input
//	go run . -json page/testdata/en.html           the text of the story and its article
//
// What the page says of itself (when it was published, in which language, in which outlet) goes
// into the Parser, so that "on Wednesday" has a date, and Salem is the one in the paper's own
// country. The package page finds the text, with its captions and bylines, and asks the page.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/e95690a0/dateline"
	"github.com/e95690a0/dateline/examples/web/page"
)

func main() {
	log.SetFlags(0)
	asJSON := flag.Bool("json", false, "print the text and its article as JSON")
	flag.Parse()
	story, err := read(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	write := writeOutline
	if *asJSON {
		write = writeJSON
	}
	if err := write(os.Stdout, story); err != nil {
		log.Fatal(err)
	}
}

// read reads the page at an address, in a file, or, without a name, from standard input.
func read(name string) (page.Story, error) {
	if name == "" {
		return page.Read(os.Stdin, "", nil)
	}
	if address, err := url.Parse(name); err == nil && address.Host != "" {
		return fetch(address)
	}
	f, err := os.Open(name)
	if err != nil {
		return page.Story{}, err
	}
	defer f.Close()
	return page.Read(f, "", nil)
}

// fetch reads the page at an address.
func fetch(address *url.URL) (page.Story, error) {
	client := http.Client{Timeout: 30 * time.Second}
	answer, err := client.Get(address.String())
	if err != nil {
		return page.Story{}, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return page.Story{}, fmt.Errorf("%s: %s", address, answer.Status)
	}
	contentType := answer.Header.Get("Content-Type")
	if !strings.Contains(contentType, "html") {
		return page.Story{}, fmt.Errorf("%s: %s is no page", address, contentType)
	}
	return page.Read(answer.Body, contentType, answer.Request.URL)
}

// writeJSON writes the text and what was read from it. Spans count the bytes of the text.
func writeJSON(w io.Writer, s page.Story) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(struct {
		Title   string           `json:"title"`
		Text    string           `json:"text"`
		Article dateline.Article `json:"article"`
	}{s.Title, s.Text, s.Parser.ParseArticle(s.Text)})
}

// writeOutline writes a line for each thing that was read.
func writeOutline(w io.Writer, s page.Story) error {
	a := s.Parser.ParseArticle(s.Text)
	var out strings.Builder
	line := func(label, words string) {
		if words != "" {
			fmt.Fprintf(&out, "%-10s%s\n", label, words)
		}
	}
	line("title", s.Title)
	line("outlet", s.Parser.Outlet)
	if !s.Parser.Published.IsZero() {
		line("published", s.Parser.Published.Format(time.DateOnly))
	}
	line("language", a.Lang)
	line("dateline", a.Dateline.String())
	for _, b := range a.Bylines {
		line("byline", b.Span.Of(s.Text))
	}
	for _, c := range a.Captions {
		line("caption", c.Body.Of(s.Text))
		line("credit", c.Credit.Span.Of(s.Text))
	}
	for _, at := range a.Attributions {
		line("said", quotation(s.Text, at))
	}
	for _, x := range a.CrossRefs {
		line("pointer", x.Span.Of(s.Text))
	}
	line("wire", a.Wire.Name)
	_, err := io.WriteString(w, out.String())
	return err
}

// quotation returns who said what: "Selvi Anand: “It is heavier than they told us,”".
func quotation(text string, at dateline.Attribution) string {
	who := at.Speaker.Name
	if who == "" {
		who = at.Source.Of(text)
	}
	var words []string
	for _, span := range at.Content {
		words = append(words, span.Of(text))
	}
	return who + ": " + strings.Join(words, " ... ")
}
