package dateline

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A fieldCase is a line of a file in testdata: a text, and the fields that are to be read from it,
// each as "name=value".
type fieldCase struct {
	file, text string
	want       []string
}

// fieldCases returns the cases in testdata/folder.
func fieldCases(t *testing.T, folder string) []fieldCase {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases in testdata/%s: %v", folder, err)
	}
	var cases []fieldCase
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for sc := bufio.NewScanner(f); sc.Scan(); {
			line := sc.Text()
			if line == "" || line[0] == '#' {
				continue
			}
			col := strings.Split(line, "\t")
			cases = append(cases, fieldCase{filepath.Base(name), col[0], col[1:]})
		}
	}
	return cases
}

// run checks that read gives the fields of the case.
func (c fieldCase) run(t *testing.T, read func(text string) []string) {
	t.Run(c.file+"/"+c.text, func(t *testing.T) {
		want := slices.Sorted(slices.Values(c.want))
		got := slices.Sorted(slices.Values(read(c.text)))
		if !slices.Equal(got, want) {
			t.Errorf("\ngot  %s\nwant %s", strings.Join(got, " | "), strings.Join(want, " | "))
		}
	})
}

// field returns "name=value" for a value that is not empty.
func field(list []string, name, value string) []string {
	if value == "" {
		return list
	}
	return append(list, name+"="+value)
}

func creditFields(text string, c Credit) []string {
	var by, from []string
	for _, p := range c.Photographers {
		by = append(by, p.Span.Of(text))
	}
	for _, src := range c.Sources {
		if src.ID == "" {
			src.ID = src.Name
		}
		from = append(from, src.ID)
	}
	list := field(nil, "credit", c.Span.Of(text))
	list = field(list, "by", strings.Join(by, ", "))
	list = field(list, "from", strings.Join(from, ", "))
	return field(list, "note", string(c.Note))
}

func captionFields(text string, c Caption) []string {
	var people, places []string
	for _, p := range c.People {
		people = append(people, p.Name+": "+p.Position)
	}
	for _, p := range c.Places {
		places = append(places, strings.TrimSpace(p.Span.Of(text)+" "+p.Country))
	}
	list := creditFields(text, c.Credit)
	list = field(list, "body", c.Body.Of(text))
	list = field(list, "people", strings.Join(people, "; "))
	list = field(list, "place", strings.Join(places, "; "))
	list = field(list, "seq", c.Sequence)
	if !c.Date.IsZero() {
		list = field(list, "date", c.Date.String())
	}
	if c.File {
		list = append(list, "file=true")
	}
	return list
}

func TestParseCaption(t *testing.T) {
	for _, c := range fieldCases(t, "caption") {
		c.run(t, func(text string) []string {
			got, err := ParseCaption(text)
			if err != nil {
				t.Errorf("%q: %v", text, err)
			}
			return captionFields(text, got)
		})
	}
}

func TestParseCredit(t *testing.T) {
	for _, c := range fieldCases(t, "credit") {
		c.run(t, func(text string) []string {
			got, err := ParseCredit(text)
			if err != nil {
				t.Errorf("%q: %v", text, err)
			}
			return creditFields(text, got)
		})
	}
}

func TestCaptionOfNothing(t *testing.T) {
	for _, text := range []string{"", " ", "...", "()", "—", "12", "\xff"} {
		if c, err := ParseCaption(text); err != ErrNotFound {
			t.Errorf("ParseCaption(%q) = %+v, %v", text, c, err)
		}
		if c, err := ParseCredit(text); err != ErrNotFound {
			t.Errorf("ParseCredit(%q) = %+v, %v", text, c, err)
		}
	}
}

func TestCaptionOpenBracket(t *testing.T) {
	const text = "The quay at low tide. (AP Photo/Ida Solberg"
	c, err := ParseCaption(text)
	want := ParseError{Elem: "caption", Offset: strings.Index(text, "("), Msg: "bracket not closed"}
	if broken, ok := err.(*ParseError); !ok || *broken != want {
		t.Errorf("error is %v, want %v", err, &want)
	}
	if len(c.Credit.Photographers) != 1 || c.Body.Of(text) != "The quay at low tide." {
		t.Errorf("read %+v", c)
	}
}

// What is longer than any credit or byline is none, whatever it is made of.
func TestCaptionLong(t *testing.T) {
	for _, unit := range []string{
		"(", "/", "AP ", "Photo: ", "aB", "Jane Doe, left, ", "a. ", "von ", "A-",
	} {
		text := strings.Repeat(unit, 1<<17/len(unit))
		if c, _ := ParseCaption(text); c.Credit.Span.Len() > 8<<10 {
			t.Errorf("%q, repeated: a credit of %d bytes", unit, c.Credit.Span.Len())
		}
		c, _ := ParseCredit(text)
		if n := len(c.Photographers) + len(c.Sources); n > maxParts {
			t.Errorf("%q, repeated: a credit of %d names", unit, n)
		}
		if b, _ := ParseByline(text); !b.Span.IsZero() {
			t.Errorf("%q, repeated: a byline of %d bytes", unit, b.Span.Len())
		}
	}
}
