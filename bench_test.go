package dateline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// benchStories returns the texts to measure: those of the file or folder that DATELINE_STORIES names
// (*.txt, and *.jsonl with a "text" in each line), or the stories of testdata.
func benchStories(b *testing.B) (texts []string) {
	b.Helper()
	name := os.Getenv("DATELINE_STORIES")
	if name == "" {
		for _, story := range testStories {
			_, text := story.read(b)
			texts = append(texts, text)
		}
		return texts
	}
	files := []string{name}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		files, _ = filepath.Glob(filepath.Join(name, "*"))
	}
	for _, name := range files {
		switch filepath.Ext(name) {
		case ".txt":
			texts = append(texts, readFile(b, name))
		case ".jsonl":
			texts = append(texts, readTexts(b, name)...)
		}
	}
	if texts == nil {
		b.Fatalf("no *.txt or *.jsonl in %s", name)
	}
	return texts
}

// readTexts returns the "text" of each line of a file of JSON Lines.
func readTexts(b *testing.B, name string) (texts []string) {
	b.Helper()
	for line := range bytes.Lines([]byte(readFile(b, name))) {
		var story struct{ Text string }
		if err := json.Unmarshal(line, &story); err != nil {
			b.Fatal(err)
		}
		texts = append(texts, story.Text)
	}
	return texts
}

// benchmark measures read over all stories.
func benchmark(b *testing.B, read func(text string)) {
	texts := benchStories(b)
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			read(text)
		}
	}
}

// BenchmarkFields is the yardstick: cutting the stories at their blanks.
func BenchmarkFields(b *testing.B) {
	benchmark(b, func(text string) { strings.Fields(text) })
}

// BenchmarkUTF8 is the least that any reader does: decoding the characters.
func BenchmarkUTF8(b *testing.B) {
	benchmark(b, func(text string) {
		for range text {
		}
	})
}

// BenchmarkRegexp looks for datelines, of English only and in a narrow grammar, at the start of each
// line with a regular expression.
func BenchmarkRegexp(b *testing.B) {
	pattern := regexp.MustCompile("(?m)" + slowPattern.String())
	benchmark(b, func(text string) { pattern.FindAllStringSubmatchIndex(text, -1) })
}

// BenchmarkFurniture is BenchmarkParseArticle without attributions.
func BenchmarkFurniture(b *testing.B) {
	p := Parser{Published: published, NoAttributions: true}
	benchmark(b, func(text string) { p.ParseArticle(text) })
}

func BenchmarkParseArticle(b *testing.B) {
	p := Parser{Published: published}
	benchmark(b, func(text string) { p.ParseArticle(text) })
}

// BenchmarkReadTokens measures what comes before all recognisers.
func BenchmarkReadTokens(b *testing.B) {
	benchmark(b, func(text string) { zero.newStory(text).close() })
}

func BenchmarkAttributions(b *testing.B) {
	benchmark(b, func(text string) {
		for range Attributions(text) {
		}
	})
}

func BenchmarkParseCaption(b *testing.B) {
	p := Parser{Published: published}
	text := "A tug breaks the ice in Helsinki, Finland, Wednesday, April 11, 2018. (AP Photo/Aino Rask)"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		p.ParseCaption(text)
	}
}

// repeated are texts of one pattern over and over, ordinary prose and the marks and words that set
// recognisers going.
var repeated = []struct{ name, unit string }{
	{"prose", "The mayor said on Wednesday that \u201cthe bridge\u201d would open in May, AFP reported.\n\n"},
	{"quotes", "\u201c\"\u2018'"},
	{"nested", "\u201cHe said, \u2018she said, "},
	{"capitals", "MOSCOW LONDON "},
	{"dashes", "- \u2014 -- "},
	{"digits", "11 2018 4 "},
	{"cues", "said Smith "},
	{"sayings", "sagte Lund der Zeitung. "},
	{"brackets", "(AP "},
	{"outlets", "Reuters "},
	{"told", "сообщили ТАСС "},
	{"sources", "a El País un "},
	{"pointers", ">> READ MORE: "},
	{"credits", "Photo: Jane Doe/AP via "},
	{"bylines", "By Jane Doe\n"},
	{"datelines", "MOSCOW, April 11 (AP) - "},
	{"lines", "A\n"},
	{"letter", "a"},
	{"han", "\u6771"},
	{"stray", "\xff\x97"},
}

// BenchmarkSizes shows that the cost of a byte does not grow with the text, hostile text too.
func BenchmarkSizes(b *testing.B) {
	for _, r := range repeated {
		for _, size := range []int{1, 10, 100, 1000, 10_000} {
			text := strings.Repeat(r.unit, size<<10/len(r.unit))
			b.Run(fmt.Sprintf("%s/%dK", r.name, size), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					ParseArticle(text)
				}
			})
		}
	}
}

// TestRepeated reads texts on which a recogniser that looks too far ahead would not come to an end.
func TestRepeated(t *testing.T) {
	for _, r := range repeated {
		t.Run(r.name, func(t *testing.T) {
			text := strings.Repeat(r.unit, 1<<16/len(r.unit))
			checkArticle(t, text, ParseArticle(text))
			c, _ := ParseCaption(text)
			checkSpans(t, text, c)
			d, _ := Parse(text)
			checkSpans(t, text, d)
			by, _ := ParseByline(text)
			checkSpans(t, text, by)
		})
	}
}
