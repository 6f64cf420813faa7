package dateline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
)

// TestDates reads testdata/date, whose README gives the format.
func TestDates(t *testing.T) {
	files, err := filepath.Glob("testdata/date/*.txt")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		tag := strings.TrimSuffix(filepath.Base(name), ".txt")
		t.Run(tag, func(t *testing.T) { testDateFile(t, name, language.Make(tag)) })
	}
}

// dayPublished is when the stories of testdata/date were published: a Wednesday.
var dayPublished = time.Date(2018, 4, 11, 9, 30, 0, 0, time.UTC)

func testDateFile(t *testing.T, name string, tag language.Tag) {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	p := Parser{Published: dayPublished, Lang: tag}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		day, at := strings.CutPrefix(line, "@published ")
		switch {
		case line == "":
			p.Published = dayPublished
		case at:
			p.Published, _ = time.Parse(time.DateOnly, day)
		case line[0] != '#':
			testDateLine(t, p, line)
		}
	}
}

func testDateLine(t *testing.T, p Parser, line string) {
	text, want, ok := strings.Cut(line, " => ")
	if !ok {
		t.Errorf("no => in %q", line)
	}
	t.Run(text, func(t *testing.T) {
		var got []string
		for d := range p.Dates(text) {
			got = append(got, d.Span.Of(text)+" = "+d.String())
		}
		if got == nil {
			got = []string{"-"}
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\n got %s\nwant %s", text, s, want)
		}
	})
}
