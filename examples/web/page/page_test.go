package page

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
)

var update = flag.Bool("update", false, "write the golden files of testdata")

// readFile reads a page of testdata.
func readFile(t *testing.T, name string) Story {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	story, err := Read(f, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	return story
}

// Run with -update to write the texts anew; then look at them.
func TestText(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	for _, page := range pages {
		t.Run(page, func(t *testing.T) {
			got := readFile(t, page).Text + "\n"
			golden := strings.TrimSuffix(page, ".html") + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestAbout(t *testing.T) {
	for _, c := range []struct {
		name, head, address              string
		published, lang, country, outlet string
	}{
		{name: "nothing", lang: "und"},
		{
			name: "meta",
			head: `<html lang="de-AT"><meta property="og:site_name" content="Der Standard">
				<meta property="article:published_time" content="2024-04-11T23:50:00+02:00">`,
			published: "2024-04-11", lang: "de-AT", country: "AT", outlet: "der-standard",
		},
		{
			name: "JSON-LD",
			head: `<script type="application/ld+json">[{"@graph": [{"datePublished": "2024-04-11",
				"inLanguage": "fr", "publisher": {"name": "Le Monde"}}]}]</script>`,
			published: "2024-04-11", lang: "fr", country: "FR", outlet: "le-monde",
		},
		{
			name:      "microdata",
			head:      `<body><time itemprop="datePublished" datetime="2024-04-11">today</time>`,
			published: "2024-04-11", lang: "und",
		},
		{
			name:      "time in the story",
			head:      `<body><time datetime="2020-01-01"></time><main><time datetime="2024-04-11 08:00">`,
			published: "2024-04-11", lang: "und",
		},
		{
			name: "address before name", address: "https://edition.cnn.com/2024/04/11/bell",
			head: `<meta property="og:site_name" content="Le Monde">`,
			lang: "und", country: "US", outlet: "cnn",
		},
		{
			name: "canonical address", head: `<link rel="canonical" href="https://www.asahi.com/bell">`,
			lang: "und", country: "JP", outlet: "asahi",
		},
		{
			name: "a template's English",
			head: `<html lang="en-US"><meta property="og:locale" content="de_DE">`, lang: "de-DE",
		},
		{name: "locale", head: `<meta property="og:locale" content="pt_BR">`, lang: "pt-BR"},
		{name: "platform is no outlet", address: "https://x.com/bell", lang: "und"},
		{name: "no such day", head: `<meta name="date" content="2024-02-31">`, lang: "und"},
		{name: "no such language", head: `<html lang="-- none --">`, lang: "und"},
		{
			name: "broken JSON-LD",
			head: `<script type="application/ld+json">{"datePublished": "2024-04-11"</script>`,
			lang: "und",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := html.Parse(strings.NewReader(c.head))
			if err != nil {
				t.Fatal(err)
			}
			address, err := url.Parse(c.address)
			if err != nil {
				t.Fatal(err)
			}
			p := about(doc, address)
			published := ""
			if !p.Published.IsZero() {
				published = p.Published.Format(time.DateOnly)
			}
			got := []string{published, p.Lang.String(), p.Country, p.Outlet}
			want := []string{c.published, c.lang, c.country, c.outlet}
			if strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// A page has the encoding that its header says, and otherwise its own meta element.
func TestEncoding(t *testing.T) {
	const words = "МОСКВА, 10 апреля. /ТАСС/. Метро откроет две станции у реки."
	const kanji = "【ソウル共同】韓国の川底に沈んでいた鐘が１１日、七十年ぶりに引き揚げられ、市内の博物館に運ばれた。"
	for _, c := range []struct {
		name, text, contentType, charset string
		encoding                         encoding.Encoding
	}{
		{"header", words, "text/html; charset=windows-1251", "utf-8", charmap.Windows1251},
		{"meta", kanji, "text/html", "shift_jis", japanese.ShiftJIS},
		{"neither", words, "", "", encoding.Nop},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := `<meta charset="` + c.charset + `"><article><p>` + c.text + `</p></article>`
			encoded, err := c.encoding.NewEncoder().String(page)
			if err != nil {
				t.Fatal(err)
			}
			story, err := Read(strings.NewReader(encoded), c.contentType, nil)
			if err != nil || story.Text != c.text {
				t.Errorf("got %q, %v", story.Text, err)
			}
		})
	}
}

func TestNoStory(t *testing.T) {
	if story, err := Read(strings.NewReader("<nav><img></nav>"), "", nil); err == nil {
		t.Errorf("got %+v", story)
	}
	if story, err := Read(strings.NewReader("<frameset><frame>"), "", nil); err == nil {
		t.Errorf("got %+v", story)
	}
	long := io.LimitReader(zeros{}, MaxSize+1)
	if _, err := Read(long, "", nil); !errors.Is(err, ErrTooLong) {
		t.Errorf("got %v, want %v", err, ErrTooLong)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// Whatever a page holds, its text is text, and what is read from it lies inside.
func FuzzRead(f *testing.F) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range pages {
		page, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		story, err := Read(bytes.NewReader(page), "", nil)
		if err != nil {
			return
		}
		if !utf8.ValidString(story.Text) {
			t.Errorf("no UTF-8: %q", story.Text)
		}
		if i := strings.IndexFunc(story.Text, isControl); i >= 0 {
			t.Errorf("control character at byte %d of %q", i, story.Text)
		}
	})
}

func isControl(r rune) bool { return unicode.IsControl(r) && r != '\n' }
