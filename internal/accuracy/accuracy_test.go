package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/e95690a0/dateline"
)

// What the stories of testdata come to. Each task has items that are right, and some have others
// that the gold has wrong, so that what is read must count as wrong.
func TestMeasure(t *testing.T) {
	sets, err := readSets("testdata")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := sets[0].measure()
	if err != nil {
		t.Fatal(err)
	}
	for figure, want := range map[string]tally{
		"dateline: span":                      {right: 2, false: 1, missed: 1},
		"dateline: no false alarm":            {right: 1, false: 1, missed: 1},
		"dateline: place":                     {right: 2, missed: 1},
		"dateline: country":                   {right: 1, false: 1, missed: 1},
		"dateline: date":                      {right: 3},
		"dateline: source":                    {right: 1},
		"caption: body/credit split":          {right: 3},
		"caption: credit":                     {right: 1, false: 1, missed: 1},
		"caption: no false credit":            {right: 1},
		"caption: photographer":               {right: 1},
		"caption: agency as written":          {right: 1},
		"caption: source":                     {right: 1},
		"caption: date":                       {right: 1},
		"caption: file photo":                 {right: 1},
		"attribution: found":                  {right: 2},
		"attribution: cue exact":              {right: 2},
		"attribution: source exact":           {right: 2},
		"attribution: content exact":          {right: 2},
		"attribution: quotation":              {false: 1},
		"attribution: kind":                   {right: 1},
		"attribution: speaker":                {right: 1},
		"relay: source named":                 {right: 1},
		"relay: role":                         {right: 1},
		"relay: role via":                     {right: 1},
		"relay: content exact (recall)":       {right: 1},
		"relay: speaker (recall)":             {right: 1},
		"crossref: found":                     {right: 2},
		"crossref: label":                     {right: 2},
		"crossref: title":                     {right: 1},
		"crossref: kind":                      {right: 1},
		"byline: author":                      {right: 1, missed: 1},
		"source: mention":                     {right: 1},
		"wire: whose copy":                    {right: 1},
		"date: found":                         {right: 2},
		"date: found and right day":           {right: 1, false: 1, missed: 1},
		"date: stamp":                         {right: 1},
		"attribution: found, reported speech": {right: 2},
	} {
		if got := sheet.total(figure); got != want {
			t.Errorf("%s: got %+v, want %+v", figure, got, want)
		}
	}
}

// All that is counted has a line in the table of figures, and all that the table has is counted.
func TestFiguresAreExplained(t *testing.T) {
	explained := map[string]bool{}
	for _, f := range figures() {
		explained[f.name] = true
		if f.rule == "" || knownSets()[f.set].name == "" {
			t.Errorf("%s has no rule, or no set of gold that sets.tsv has", f.name)
		}
	}
	sets, err := readSets("testdata")
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := sets[0].measure()
	if err != nil {
		t.Fatal(err)
	}
	for at := range sheet {
		if !explained[at.figure] {
			t.Errorf("%s is not in figures.tsv", at.figure)
		}
	}
}

// Two runs write the same, the tables stand between the markers and the chart is XML.
func TestRun(t *testing.T) {
	const page = "Before.\n<!-- begin fields -->\nold\n<!-- end fields -->\n" +
		"<!-- begin languages -->\n<!-- end languages -->\n<!-- begin peers -->\n<!-- end peers -->\n" +
		"<!-- begin sets -->\n<!-- end sets -->\nAfter.\n"
	written := func() (all []string) {
		root := t.TempDir()
		names := []string{"ACCURACY.md", "docs/accuracy.tsv", "docs/accuracy.svg"}
		if err := errors.Join(os.Mkdir(filepath.Join(root, "docs"), 0o755),
			os.WriteFile(filepath.Join(root, names[0]), []byte(page), 0o644)); err != nil {
			t.Fatal(err)
		}
		if err := run("testdata", root); err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			b, err := os.ReadFile(filepath.Join(root, name))
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, string(b))
		}
		return all
	}
	first, second := written(), written()
	for i := range first {
		if first[i] != second[i] {
			t.Errorf("a second run writes\n%s\nnot\n%s", second[i], first[i])
		}
	}
	text := first[0]
	if !strings.HasPrefix(text, "Before.\n") || !strings.HasSuffix(text, "\nAfter.\n") ||
		strings.Contains(text, "\nold\n") || !strings.Contains(text, "| English | *0.67 (3)* | *0.80 (3)* |") {
		t.Errorf("the page is\n%s", text)
	}
	checkXML(t, first[2])
}

func checkXML(t *testing.T, text string) {
	t.Helper()
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestBroken(t *testing.T) {
	for content, want := range map[string]string{
		"{":                            "gold.jsonl:1: ",
		"\n{\"text\":7}":               "gold.jsonl:2: ",
		`{"id":"a","task":"poem"}`:     `a: no task is called "poem"`,
		`{"id":"a","published":"May"}`: "a: parsing time",
		`{"id":"a","task":"wire"}`:     "a: unexpected end",
	} {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "gold.jsonl"), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := run(folder, folder); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got the error %v, want %q", content, err, want)
		}
	}
	if err := run(t.TempDir(), "."); err == nil {
		t.Error("an empty folder gives no error")
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int
	}{
		{"He said so.", []int{0, 3, 8, 10}},
		{"U.S. don't", []int{0, 3, 5}},
		{" -a-b- ", []int{1, 2, 5}},
		{"né", []int{0, 1, 2}},
		{"", nil},
	} {
		got := tokensOf(c.text, dateline.Span{End: len(c.text)})
		if len(got) != len(c.want) {
			t.Errorf("%q: got %v, want %v", c.text, got, c.want)
		}
		for _, at := range c.want {
			if !got[at] {
				t.Errorf("%q: no token at %d", c.text, at)
			}
		}
	}
}

func TestBare(t *testing.T) {
	const text = "that “é” b"
	got := tokensOf(text, dateline.Span{End: len(text)}).bare(text).unled(text)
	if got[0] || got[5] || !got[8] || !got[14] {
		t.Errorf("%q without marks and that: %v", text, got)
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"(AP Photo/Ana Reis)": "apphotoanareis", "Straße": "strasse", "ＡＰ": "ap", "—": "",
	} {
		if got := plain(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
