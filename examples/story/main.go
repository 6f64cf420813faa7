// Story reads a story from standard input and prints, as JSON, who said what in it and through
// whom:
//
//	go run ./examples/story < testdata/articles/ferry.txt
package main

import (
	"encoding/json"
	"io"
	"log"
	"os"

	"github.com/e95690a0/dateline"
)

// A quote is one row of the answer.
type quote struct {
	Who  string   `json:"who"`
	Said []string `json:"said"`
	Via  string   `json:"via,omitempty"`
	On   string   `json:"on,omitempty"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(in io.Reader, out io.Writer) error {
	story, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for a := range dateline.Attributions(string(story)) {
		if err := e.Encode(newQuote(string(story), a)); err != nil {
			return err
		}
	}
	return nil
}

// newQuote takes the words from the story, and the names from what is known of them.
func newQuote(story string, a dateline.Attribution) quote {
	q := quote{Who: a.Speaker.Name, Via: a.Via.Name, On: a.Date.String()}
	if q.Who == "" {
		q.Who = a.Source.Of(story)
	}
	for _, words := range a.Content {
		q.Said = append(q.Said, words.Of(story))
	}
	return q
}
