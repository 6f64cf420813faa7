package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/e95690a0/dateline"
)

var update = flag.Bool("update", false, "write testdata/page.html")

// The policy knows the style: what this prints goes into pageStyleHash.
func TestStyleHash(t *testing.T) {
	sum := sha256.Sum256([]byte(pageStyle))
	if want := base64.StdEncoding.EncodeToString(sum[:]); pageStyleHash != want {
		t.Errorf("pageStyleHash is %s, want %s", pageStyleHash, want)
	}
}

// Each kind has its look, its label and its filter in the style.
func TestStyleKinds(t *testing.T) {
	for _, k := range kinds[1:] {
		for _, want := range []string{
			"." + k.name + " { --h: ",
			"mark." + k.name + "::before { content: \"" + k.name + "\" }",
			"&:not(:has(#only-" + k.name + ":checked)) mark." + k.name,
		} {
			if !strings.Contains(pageStyle, want) {
				t.Errorf("page.css has no %q", want)
			}
		}
	}
}

// pageOf returns the page of a story without its style.
func pageOf(t *testing.T, text string, a *dateline.Article) string {
	t.Helper()
	var out strings.Builder
	if err := printPage(&out, text, a); err != nil {
		t.Fatal(err)
	}
	return strings.Replace(out.String(), pageStyle, "", 1)
}

// Run with -update to write the page anew; then look at it.
func TestPage(t *testing.T) {
	const golden = "testdata/page.html"
	got := []byte(pageOf(t, small, smallArticle()))
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// simple returns the text of a page's story with its marks as (kind words).
func simple(text string, marks []mark) string {
	var p page
	p.story(text, "", marks)
	var out strings.Builder
	for i, piece := range strings.Split(p.out.String(), "<") {
		if i == 0 {
			continue
		}
		tag, words, _ := strings.Cut(piece, ">")
		switch {
		case strings.HasPrefix(tag, "mark"):
			_, class, _ := strings.Cut(tag, `class="`)
			class, _, _ = strings.Cut(class, `"`)
			out.WriteString("(" + class + ":")
		case tag == "/mark":
			out.WriteString(")")
		case tag == "/p":
			out.WriteString("¶")
			words = ""
		case tag == "/article" || strings.HasPrefix(tag, "article"):
			words = ""
		}
		out.WriteString(words)
	}
	return out.String()
}

func TestMarks(t *testing.T) {
	type spans []mark
	at := func(start, end int, s style) mark {
		return mark{span: dateline.Span{Start: start, End: end}, style: s}
	}
	for _, c := range []struct {
		name, text string
		marks      spans
		want       string
	}{
		{"none", "abc", nil, "abc¶"},
		{"empty text", "", nil, ""},
		{"blank text", " \n\r\n\t", nil, ""},
		{"whole", "abc", spans{at(0, 3, styleCue)}, "(cue:abc)¶"},
		{"ends", "abcd", spans{at(0, 1, styleCue), at(3, 4, styleDate)}, "(cue:a)bc(date:d)¶"},
		{"beside", "abcd", spans{at(0, 2, styleCue), at(2, 4, styleDate)}, "(cue:ab)(date:cd)¶"},
		{"inside", "abcd", spans{at(0, 4, styleSaid), at(1, 3, styleDate)}, "(said:a(date:bc)d)¶"},
		{"same start", "abcd", spans{at(0, 4, styleSaid), at(0, 2, styleDate)},
			"(said:(date second:ab)cd)¶"},
		{"same end", "abcd", spans{at(0, 4, styleSaid), at(2, 4, styleDate)}, "(said:ab(date:cd))¶"},
		{"same words", "ab", spans{at(0, 2, styleSpeaker), at(0, 2, styleSource)},
			"(who:(source second:ab))¶"},
		{"crossing", "abcd", spans{at(0, 3, styleSaid), at(1, 4, styleDate)},
			"(said:a(date:bc))(date more:d)¶"},
		{"three crossing", "abcdef",
			spans{at(0, 3, styleSaid), at(1, 4, styleDate), at(2, 6, styleSource)},
			"(said:a(date:b(source:c)))(date more:(source more:d))(source more:ef)¶"},
		{"over paragraphs", "ab\n\ncd", spans{at(1, 5, styleSaid)}, "a(said:b)¶(said more:c)d¶"},
		{"ends between paragraphs", "ab\n\ncd", spans{at(1, 3, styleSaid)}, "a(said:b)¶cd¶"},
		{"begins between paragraphs", "ab\n\ncd", spans{at(3, 5, styleSaid)}, "ab¶(said:c)d¶"},
		{"line break", "ab\ncd", spans{at(1, 4, styleSaid)}, "a(said:b\nc)d¶"},
		{"carriage return", "ab\r\n\r\ncd", nil, "ab\r¶cd¶"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := simple(c.text, c.marks); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// However many marks lie in one another, the page grows with the text.
func TestDeepMarks(t *testing.T) {
	text := strings.Repeat("x", 2000)
	var marks []mark
	for i := range text {
		marks = append(marks, mark{span: dateline.Span{Start: i, End: len(text)}, style: styleSaid})
	}
	if n := strings.Count(simple(text, marks), "("); n != maxOpen {
		t.Errorf("%d marks, want %d", n, maxOpen)
	}
}

// Spans that are not of the text mark nothing.
func TestStraySpans(t *testing.T) {
	a := &dateline.Article{Stamps: []dateline.Span{{}, {Start: 2, End: 9}, {Start: 2, End: 1}}}
	if marks := pageMarks("abc", a); len(marks) != 0 {
		t.Errorf("marks: %v", marks)
	}
}

// Nothing that a story brings along becomes a part of the page.
func TestHostilePage(t *testing.T) {
	const evil = `"><script>alert(1)</script><img src=x onerror='x'>&lt;</style></title></article>`
	text := "PARIS, May 2 (Reuters) - " + evil + "\n\n\x00\x1b[2J \xff\xfe" + evil
	bad := dateline.Source{Span: at(text, "Reuters"), ID: evil, Name: evil, Country: evil, Domain: evil}
	a := &dateline.Article{
		Lang:    evil,
		Sources: []dateline.Source{bad},
		Wire:    bad,
		Attributions: []dateline.Attribution{{
			Source:  at(text, "alert(1)"),
			Content: []dateline.Span{at(text, evil)},
			Speaker: dateline.Person{Name: evil, Role: evil},
			Kind:    dateline.AttributionKind(evil),
		}},
		CrossRefs: []dateline.CrossRef{{Span: at(text, "<img"), Kind: dateline.CrossRefKind(evil)}},
	}
	got := pageOf(t, text, a)
	for _, c := range []string{"<script", "<img", "<style></style></title>", "\x00", "\x1b", `lang="">`} {
		if strings.Contains(got, c) {
			t.Errorf("the page has %q:\n%s", c, got)
		}
	}
	for tag, want := range map[string]int{"</style>": 1, "</title>": 1, "</article>": 1, "<script": 0} {
		if n := strings.Count(got, tag); n != want {
			t.Errorf("%d %s, want %d", n, tag, want)
		}
	}
	if !utf8.ValidString(got) {
		t.Error("the page is no valid UTF-8")
	}
}

func TestRightToLeft(t *testing.T) {
	text := "القاهرة (رويترز) - قال الوزير.\n\nنعم"
	got := pageOf(t, text, &dateline.Article{Lang: "ar"})
	for _, want := range []string{`<article lang="ar">`, `<p dir="auto">القاهرة`, `<p dir="auto">نعم</p>`} {
		if !strings.Contains(got, want) {
			t.Errorf("the page has no %s:\n%s", want, got)
		}
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"The ice is back\n\nIt froze.", true},
		{"\n\n The ice is back \n\nIt froze.", true},
		{"The ice is back", false},
		{"It froze.\n\nIt thawed.", false},
		{"The ice\nis back\n\nIt froze.", false},
		{"氷が戻った\n\n凍った。", true},
		{"凍った。\n\n解けた。", false},
		{strings.Repeat("ice ", maxHeadline) + "\n\nIt froze.", false},
		{"TURKU, April 11 (Reuters) - It froze\n\nIt thawed.", false},
	} {
		a := dateline.ParseArticle(c.text)
		if got := strings.Contains(pageOf(t, c.text, &a), `class="headline"`); got != c.want {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
}

func TestEmptyPage(t *testing.T) {
	got := pageOf(t, "", &dateline.Article{})
	for _, want := range []string{"<title>dateline</title>", "Nothing was read."} {
		if !strings.Contains(got, want) {
			t.Errorf("the page has no %s:\n%s", want, got)
		}
	}
}

func TestTitle(t *testing.T) {
	long := strings.Repeat("é", maxTitle)
	for in, want := range map[string]string{
		"":                      "",
		"\n\n One  two \nthree": "One two",
		long:                    long,
		long + "é":              long + "…",
	} {
		if got := title(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// FuzzPage holds each page to its shape: valid UTF-8, all elements closed, the story's words and no
// others in it.
func FuzzPage(f *testing.F) {
	f.Add(small)
	f.Add("<mark>\xff</p>\r\n\r\n\"I,\" said <b>Jane</b>.\x00")
	f.Fuzz(func(t *testing.T, text string) {
		a := dateline.ParseArticle(text)
		got := pageOf(t, text, &a)
		if !utf8.ValidString(got) {
			t.Error("the page is no valid UTF-8")
		}
		for _, tag := range []string{"mark", "p", "article", "details", "li", "dl", "a"} {
			open := strings.Count(got, "<"+tag+" ") + strings.Count(got, "<"+tag+">")
			if closed := strings.Count(got, "</"+tag+">"); open != closed {
				t.Errorf("%d <%s>, %d </%s>", open, tag, closed, tag)
			}
		}
		marked, plain := wordsOf(text, pageMarks(text, &a)), wordsOf(text, nil)
		if marked != plain {
			t.Errorf("the words are %q, want %q", marked, plain)
		}
	})
}

// wordsOf returns the story on a page without its tags.
func wordsOf(text string, marks []mark) string {
	var p page
	p.story(text, "", marks)
	var out strings.Builder
	for _, piece := range strings.Split(p.out.String(), "<")[1:] {
		_, words, _ := strings.Cut(piece, ">")
		out.WriteString(words)
	}
	return out.String()
}
