package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/e95690a0/dateline"
)

var update = flag.Bool("update", false, "write the golden files of testdata")

const pages = "page/testdata/"

// Run with -update to write the outlines anew; then look at them. Who said what is weighed by models,
// which are trained anew now and then: only a plain quotation must be there.
func TestOutline(t *testing.T) {
	for _, c := range []struct{ name, quotation string }{
		{"en", "It is heavier than the committee told us"},
		{"de", "Er hört schon darauf, wenn er Hunger hat"},
		{"fr", "La lampe est neuve, le gardien aussi"},
		{"ja", "泥だらけだが、私たちの鐘だ"},
		{"hostile", "We shall cut it twice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			story, err := read(pages + c.name + ".html")
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := writeOutline(&out, story); err != nil {
				t.Fatal(err)
			}
			said, rest := partSaid(out.String())
			if !strings.Contains(said, c.quotation) {
				t.Errorf("%q is not in %q", c.quotation, said)
			}
			checkGolden(t, filepath.Join("testdata", c.name+".txt"), rest)
		})
	}
}

// partSaid parts the lines of an outline that say who said what from the others.
func partSaid(outline string) (said, rest string) {
	for line := range strings.Lines(outline) {
		if strings.HasPrefix(line, "said ") {
			said += line
		} else {
			rest += line
		}
	}
	return said, rest
}

// checkGolden checks that got is what stands in a file, or with -update writes it there.
func checkGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestJSON(t *testing.T) {
	story, err := read(pages + "en.html")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := writeJSON(&out, story); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Text    string
		Article dateline.Article
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if words := got.Article.Dateline.Span.Of(got.Text); words != "SALEM, March 14 (Reuters) -" {
		t.Errorf("the span of the dateline is that of %q", words)
	}
}

func TestFetch(t *testing.T) {
	site := httptest.NewServer(http.FileServer(http.Dir(pages)))
	defer site.Close()
	story, err := read(site.URL + "/de.html")
	if err != nil || !strings.Contains(story.Text, "Rostock (dpa) -") {
		t.Errorf("got %q, %v", story.Text, err)
	}
	for _, name := range []string{site.URL + "/none.html", site.URL + "/de.txt", "none.html", "http://127.0.0.1:0/"} {
		if story, err := read(name); err == nil {
			t.Errorf("%s: got %+v", name, story)
		}
	}
}
