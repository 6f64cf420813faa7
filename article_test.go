package dateline

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files")

// A testStory is a file of testdata/articles, which has a story and stands beside its golden Article
// in JSON, with the day on which the story was published.
type testStory struct{ name, published string }

var testStories = []testStory{
	{"ferry", "2019-10-16"},   // a paper's site, with an agency's copy and pointers in it
	{"ap", "2024-09-03"},      // byline, dateline, file picture, sign-off
	{"reuters", "2023-03-07"}, // slug, points, byline, two towns, sign-off with parts
	{"page", "2024-07-17"},    // a page with stamps, captions, pointers of every kind
	{"dpa", "2023-11-14"},     // German: the subjunctive, «...» that open as in French
	{"afp", "2024-06-12"},     // French: no-break blanks inside the marks, initials below
	{"tass", "2025-02-05"},    // Russian
	{"arabic", "2022-05-18"},  // Arabic: months with two names
	{"kyodo", "2023-10-20"},   // Japanese
	{"yonhap", "2024-01-10"},  // Korean
	{"ansa", "2024-11-04"},    // Italian: the agency first, dashes within quotations
	{"anadolu", "2025-03-12"}, // Turkish: verbs that end the sentence, and that stand before the noun
	{"xinhua", "2024-11-13"},  // Chinese
}

func (s testStory) read(t testing.TB) (Parser, string) {
	t.Helper()
	day, err := time.Parse(time.DateOnly, s.published)
	if err != nil {
		t.Fatal(err)
	}
	return Parser{Published: day}, readFile(t, filepath.Join("testdata", "articles", s.name+".txt"))
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestParseArticle(t *testing.T) {
	for _, story := range testStories {
		t.Run(story.name, func(t *testing.T) {
			p, text := story.read(t)
			a := p.ParseArticle(text)
			checkArticle(t, text, a)
			checkSame(t, a, p.ParseArticle(text))
			checkGolden(t, filepath.Join("testdata", "articles", story.name+".json"), a)
		})
	}
}

// spanLines matches a span as indented JSON has it, over four lines.
var spanLines = regexp.MustCompile(`\[\s+(\d+),\s+(\d+)\s+\]`)

// checkGolden compares an Article with the file that has it in JSON, or writes that file.
func checkGolden(t *testing.T, name string, a Article) {
	t.Helper()
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(a); err != nil {
		t.Fatal(err)
	}
	got := spanLines.ReplaceAllString(b.String(), "[$1,$2]")
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if line, got, want, differ := firstDifference(got, readFile(t, name)); differ {
		t.Errorf("%s:%d: got %q, want %q\n(go test -run ParseArticle -update writes it)", name, line, got, want)
	}
}

// firstDifference returns the number of the first line in which got and want are not the same, and
// those lines.
func firstDifference(got, want string) (line int, gotLine, wantLine string, differ bool) {
	for got != "" || want != "" {
		line++
		gotLine, got, _ = strings.Cut(got, "\n")
		wantLine, want, _ = strings.Cut(want, "\n")
		if gotLine != wantLine {
			return line, gotLine, wantLine, true
		}
	}
	return 0, "", "", false
}

// Every story of the folder has its row, so that none goes unread.
func TestStoriesListed(t *testing.T) {
	files, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(testStories) {
		t.Errorf("%d files %v, %d of them listed", len(files), files, len(testStories))
	}
}

func TestArticleJSON(t *testing.T) {
	for _, story := range testStories {
		t.Run(story.name, func(t *testing.T) {
			p, text := story.read(t)
			want := p.ParseArticle(text)
			b, err := json.Marshal(want)
			if err != nil {
				t.Fatal(err)
			}
			var got Article
			if err := json.Unmarshal(b, &got); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("after a round trip through JSON:\n%+v\nwant\n%+v", got, want)
			}
		})
	}
}

// A list of what a text has none of is nil, and left out of JSON.
func TestEmptyLists(t *testing.T) {
	for _, text := range []string{
		"", "PORTO (AP) — Sun.", "Did the ferry sail? Nobody knew.", "Heikki Kallio told AFP.",
	} {
		a := ParseArticle(text)
		b, err := json.Marshal(a)
		if err != nil || strings.Contains(string(b), "[]") {
			t.Errorf("%q: got %s, %v", text, b, err)
		}
	}
	if a := ParseArticle(""); !reflect.DeepEqual(a, Article{}) {
		t.Errorf("got %+v of nothing", a)
	}
}

// A Parser has no state: the lists of one reading stay as they are when it reads on.
func TestParserShared(t *testing.T) {
	for _, story := range testStories {
		p, text := story.read(t)
		t.Run(story.name, func(t *testing.T) {
			t.Parallel()
			want := p.ParseArticle(text)
			results := make(chan Article)
			for range 4 {
				go func() {
					checkAll(t, p, text)
					results <- p.ParseArticle(text)
				}()
			}
			for range 4 {
				checkSame(t, want, <-results)
			}
		})
	}
}
