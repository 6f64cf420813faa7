package main

import (
	"strings"
	"testing"
	"unicode"

	"github.com/e95690a0/dateline"
)

// at returns the span of part in text.
func at(text, part string) dateline.Span {
	i := strings.Index(text, part)
	return dateline.Span{Start: i, End: i + len(part)}
}

const small = "TURKU, April 11 (Reuters) - It froze,\r\nVirtanen said.\nREAD MORE: The ice\n"

// smallArticle is what small holds, as far as the tests look.
func smallArticle() *dateline.Article {
	reuters := dateline.Source{Span: at(small, "Reuters"), ID: "reuters", Name: "Reuters", Kind: dateline.Wire}
	day := dateline.Date{Span: at(small, "April 11"), Unit: dateline.UnitDay, Year: 2018, Month: 4, Day: 11}
	return &dateline.Article{
		Lang: "en",
		Dateline: dateline.Dateline{
			Span:    at(small, "TURKU, April 11 (Reuters) -"),
			Places:  []dateline.Place{{Span: at(small, "TURKU"), Name: "Turku", Country: "FI", Lat: 60.45, Lon: 22.27}},
			Date:    day,
			Sources: []dateline.Source{reuters},
		},
		Attributions: []dateline.Attribution{{
			Span:    at(small, "It froze,\r\nVirtanen said"),
			Source:  at(small, "Virtanen"),
			Cue:     at(small, "said"),
			Content: []dateline.Span{at(small, "It froze"), at(small, "The ice")},
			Speaker: dateline.Person{Name: "Aila Virtanen", Role: "harbour master"},
			Kind:    dateline.Indirect,
		}},
		CrossRefs: []dateline.CrossRef{{
			Span:  at(small, "READ MORE: The ice"),
			Label: at(small, "READ MORE:"),
			Title: at(small, "The ice"),
			Kind:  dateline.Related,
		}},
		Dates:   []dateline.Date{day},
		Sources: []dateline.Source{reuters, reuters},
		Wire:    reuters,
	}
}

func TestOutline(t *testing.T) {
	want := `language    en
dateline    TURKU, April 11 (Reuters) -
  place     Turku, FI, 60.45 22.27
  date      2018-04-11
  source    Reuters, wire
said        It froze
            The ice
  who       Aila Virtanen, harbour master
  cue       said
  kind      indirect
pointer     READ MORE: The ice
  label     READ MORE:
  title     The ice
  kind      related
date        2018-04-11 April 11
source      Reuters, wire
wire        Reuters, wire
`
	var got strings.Builder
	if err := printArticle(&got, small, smallArticle(), false); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

func TestOutlineCaption(t *testing.T) {
	text := "FILE - A tug waits, left. (Jane Doe/AP)"
	c := dateline.Caption{
		Span: at(text, text),
		Body: at(text, "FILE - A tug waits, left."),
		File: true,
		Credit: dateline.Credit{
			Span:          at(text, "Jane Doe/AP"),
			Photographers: []dateline.Person{{Name: "Jane Doe"}},
			Note:          dateline.Pool,
		},
	}
	want := `caption     FILE - A tug waits, left.
  file      from the archive
  credit    Jane Doe/AP
  by        Jane Doe
  note      pool
`
	var got strings.Builder
	if err := printCaption(&got, text, &c, false); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

func TestHighlight(t *testing.T) {
	var got strings.Builder
	if err := printArticle(&got, small, smallArticle(), true); err != nil {
		t.Fatal(err)
	}
	want := "\x1b[1;36mTURKU, April 11 (Reuters) -\x1b[0m It froze,\n" +
		"\x1b[1mVirtanen\x1b[0m \x1b[3msaid\x1b[0m.\n" +
		"\x1b[35mREAD MORE: The ice\x1b[0m\n\n" +
		"language    en\n" +
		"\x1b[1;36mdateline   \x1b[0m TURKU, April 11 (Reuters) -\n"
	if !strings.HasPrefix(got.String(), want) {
		t.Errorf("got\n%q\nwant\n%q", got.String(), want)
	}
}

// What a hostile story has for the terminal does not reach it.
func TestCut(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{" one\n\n two\t", "one two"},
		{"\x1b[2Jcleared\x00\x07", "\ufffd[2Jcleared\ufffd\ufffd"},
		{"C1 \u009b31m", "C1 \ufffd31m"},
		{"turned \u202eback", "turned \ufffdback"},
		{"bad \xff byte", "bad \ufffd byte"},
		{"no\u00a0break", "no break"},
		{strings.Repeat("é", maxWords), strings.Repeat("é", maxWords)},
		{strings.Repeat("é", maxWords+1), strings.Repeat("é", maxWords) + "…"},
	} {
		if got := cut(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestHighlightHostile(t *testing.T) {
	var out strings.Builder
	cue := mark{span: dateline.Span{Start: 0, End: 1}, style: styleCue}
	highlight(&out, "a\x1b]0;b\x07\u202ec\xff", []mark{cue})
	if got, want := out.String(), "\x1b[3ma\x1b[0m\ufffd]0;b\ufffd\ufffdc\ufffd\n\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWantsColor(t *testing.T) {
	if wantsColor(new(strings.Builder)) {
		t.Error("colours for what is no terminal")
	}
}

// FuzzOutline prints what was read from a text, which may hold a terminal's commands.
func FuzzOutline(f *testing.F) {
	f.Add(small)
	f.Add("PARIS\x1b[31m, May 5 (AP) \x07\u2014 \u202e\"It\u009b rained,\" he said.\n\nPhoto: \x1b]0;A\x07/AP")
	f.Fuzz(func(t *testing.T, text string) {
		for _, color := range []bool{false, true} {
			var out strings.Builder
			a := dateline.ParseArticle(text)
			if err := printArticle(&out, text, &a, color); err != nil {
				t.Fatal(err)
			}
			checkPrintable(t, out.String())
			out.Reset()
			c, _ := dateline.ParseCaption(text)
			if err := printCaption(&out, text, &c, color); err != nil {
				t.Fatal(err)
			}
			checkPrintable(t, out.String())
		}
	})
}

// checkPrintable checks that nothing is sent to the terminal but letters, line ends and the commands
// of the program.
func checkPrintable(t *testing.T, out string) {
	t.Helper()
	for _, k := range kinds {
		if k.escape != "" {
			out = strings.ReplaceAll(out, k.escape, "")
		}
	}
	out = strings.ReplaceAll(out, reset, "")
	for _, r := range out {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			t.Fatalf("%q is printed in %q", r, out)
		}
	}
}
