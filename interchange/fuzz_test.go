package interchange

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/e95690a0/dateline"
)

// FuzzRead reads what others may have written, and reads again what is then written of it.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil || len(files) == 0 {
		f.Fatalf("no files: %v", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for format := range formats {
			f.Add(b, byte(format))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, format byte) {
		it, err := Read(data, Format(format))
		if err != nil {
			return
		}
		for _, out := range allFormats {
			checkReadable(t, &it, out)
		}
	})
}

// FuzzNewItem writes what a text holds in every format, holds the documents to the schemas, and
// reads them back as they were.
func FuzzNewItem(f *testing.F) {
	stories, err := filepath.Glob(filepath.Join("..", "testdata", "articles", "*.txt"))
	if err != nil || len(stories) == 0 {
		f.Fatalf("no stories: %v", err)
	}
	for _, name := range stories {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), "A headline\x00")
	}
	f.Add("PRAGUE, May 3 (AP) - \"We\x00 are\xff here,\" said Jan <Novak>.\r\n\r\n]]>\ufffe", "<&\">")
	f.Add("PARIS, May 5 (AP) \u2014 \u201cIt <rained> & \ufffe]]>\u2028,\u201d he\x1b said.", "\x01")
	f.Add("By Jane Doe\r\nOSLO (AP) — \"Yes,\" said Kari Dahl.\n\n(Jane Doe/AFP via Getty Images)", "")
	f.Fuzz(func(t *testing.T, text, headline string) {
		meta := Meta{
			URI: "urn:example:fuzz", Headline: headline, Provider: "Example Wire",
			Published: time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC),
		}
		p := dateline.Parser{Published: meta.Published}
		a := p.ParseArticle(text)
		it := NewItem(&a, text, meta)
		for _, format := range allFormats {
			checkSchema(t, format, marshal(t, &it, format))
			checkRoundTrip(t, &it, format)
		}
	})
}

// checkReadable checks that it, where it can be written, is read again.
func checkReadable(t *testing.T, it *Item, f Format) {
	t.Helper()
	b, err := it.Marshal(f)
	if err != nil {
		return
	}
	if _, err := Read(b, f); err != nil {
		t.Errorf("%s: %v in\n%s", f, err, b)
	}
}
