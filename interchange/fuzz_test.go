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
	files, err := filepath.Glob("testdata/*")
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

// FuzzNewItem writes what a text holds in every format, and reads it again.
func FuzzNewItem(f *testing.F) {
	for _, s := range testStories {
		text, err := os.ReadFile(filepath.Join("..", "testdata", "articles", s.name+".txt"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), s.meta.Headline)
	}
	f.Add("PARIS, May 5 (AP) \x00\xff\u2014 \u201cIt <rained> & \ufffe]]>\u2028,\u201d he\x1b said.", "\x01<&\">")
	f.Fuzz(func(t *testing.T, text, headline string) {
		meta := Meta{URI: "urn:a", Headline: headline, Provider: "A", Published: time.Unix(1523448000, 0).UTC()}
		p := dateline.Parser{Published: meta.Published}
		a := p.ParseArticle(text)
		it := NewItem(&a, text, meta)
		for _, format := range allFormats {
			if _, err := it.Marshal(format); err != nil {
				t.Errorf("%s: %v", format, err)
			}
			checkReadable(t, &it, format)
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
