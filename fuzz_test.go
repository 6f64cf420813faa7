package dateline

import (
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// published is the day on which fuzzed texts appeared.
var published = time.Date(2018, time.April, 11, 12, 0, 0, 0, time.UTC)

// hostile are texts that have little of a story and much of what stories are cut at.
var hostile = []string{
	"",
	"\x00\xff\xfe\xed\xa0\x80",
	"\ufeffMOSCOW, April 11 (Reuters) \u2014 \u202eabc",
	strings.Repeat("(", 50) + strings.Repeat("\"", 51),
	"\u201cA \u2018b \u201cc\n\n\u201cd, he said",
	">> \u25a0 >> \u25a0 READ MORE: READ MORE:\nREAD MORE:",
	"MOSCOW, February 31 (Reuters) -- MOSCOW, February 31 (Reuters) --",
	"PARIS, May 5 (",
	"COLUMBIA-(MA\")",
	"said said said, said according to said told said: said",
	"fot.",
	"&mdash;&#151;\x97&nbsp;&quot;",
	"\u200b\u0301\u00ad\U0001F600\U0001F1FA\U0001F1F8",
}

// addSeeds gives f the hostile texts, all test stories, and the lines of the test cases in the named
// folders of testdata, where they are.
func addSeeds(f *testing.F, folders ...string) {
	for _, text := range hostile {
		f.Add(text)
	}
	for _, folder := range append(folders, "articles") {
		files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range files {
			b, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			if folder == "articles" {
				f.Add(string(b))
				continue
			}
			for line := range strings.Lines(string(b)) {
				f.Add(strings.TrimRight(line, "\n"))
			}
		}
	}
}

// checkError checks that err is one of those that the package returns, with its place in text.
func checkError(t *testing.T, text string, err error) {
	t.Helper()
	var broken *ParseError
	switch {
	case err == nil, errors.Is(err, ErrNotFound):
	case !errors.As(err, &broken):
		t.Errorf("error %v is neither ErrNotFound nor a *ParseError", err)
	case broken.Offset < 0 || broken.Offset > len(text):
		t.Errorf("error %v in a text of %d bytes", err, len(text))
	}
}

func FuzzParse(f *testing.F) {
	addSeeds(f)
	for _, c := range datelineCases(f) {
		f.Add(c.text)
	}
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := p.Parse(text)
		checkError(t, text, err)
		checkSpans(t, text, d)
		checkDateline(t, d)
		if err == nil && d.Span.IsZero() {
			t.Error("found a dateline without a span")
		}
		again, _ := p.Parse(text)
		checkSame(t, d, again)
	})
}

func FuzzParseByline(f *testing.F) {
	addSeeds(f, "byline")
	f.Fuzz(func(t *testing.T, text string) {
		b, err := ParseByline(text)
		checkError(t, text, err)
		checkSpans(t, text, b)
		checkByline(t, b)
		again, _ := ParseByline(text)
		checkSame(t, b, again)
	})
}

func FuzzParseCaption(f *testing.F) {
	addSeeds(f, "caption")
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := p.ParseCaption(text)
		checkError(t, text, err)
		checkSpans(t, text, c)
		checkCaption(t, c)
		again, _ := p.ParseCaption(text)
		checkSame(t, c, again)
	})
}

func FuzzParseCredit(f *testing.F) {
	addSeeds(f, "credit")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ParseCredit(text)
		checkError(t, text, err)
		checkSpans(t, text, c)
		checkCredit(t, c)
		again, _ := ParseCredit(text)
		checkSame(t, c, again)
	})
}

func FuzzParseArticle(f *testing.F) {
	addSeeds(f, "dateline", "byline", "caption", "attribution", "crossref", "date")
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) {
		a := p.ParseArticle(text)
		checkArticle(t, text, a)
		checkSame(t, a, p.ParseArticle(text))
	})
}

func FuzzAttributions(f *testing.F) {
	addSeeds(f, "attribution")
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) { checkSeq(t, text, p.Attributions(text)) })
}

func FuzzCrossRefs(f *testing.F) {
	addSeeds(f, "crossref")
	f.Fuzz(func(t *testing.T, text string) { checkSeq(t, text, CrossRefs(text)) })
}

func FuzzDates(f *testing.F) {
	addSeeds(f, "date")
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) { checkSeq(t, text, p.Dates(text)) })
}

// checkSeq checks the values of an iterator: their spans, their order, that a second round gives the
// same, and that it can be left after the first.
func checkSeq[T any](t *testing.T, text string, seq iter.Seq[T]) {
	t.Helper()
	all := slices.Collect(seq)
	checkSpans(t, text, all)
	checkSame(t, all, slices.Collect(seq))
	for first := range seq {
		checkSame(t, all[0], first)
		break
	}
}
