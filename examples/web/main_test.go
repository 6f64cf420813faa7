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

// Run with -update to write the outlines anew; then look at them.
func TestOutline(t *testing.T) {
	for _, name := range []string{"en", "de", "fr", "ja", "hostile"} {
		t.Run(name, func(t *testing.T) {
			story, err := read(pages + name + ".html")
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := writeOutline(&got, story); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name+".txt")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", &got, want)
			}
		})
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
