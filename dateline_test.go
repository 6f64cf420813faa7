package dateline

import (
	"errors"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A datelineCase is a line of testdata/dateline; en.txt says what its fields are. Places, date,
// sources and reporters are as the file has them, and empty for "-".
type datelineCase struct {
	file, line string
	published  time.Time
	text       string
	dateline   string
	places     string
	date       string
	sources    string
	reporters  string
}

// datelineCases reads all files of testdata/dateline but the one whose cases still fail.
func datelineCases(t testing.TB) (cases []datelineCase) {
	t.Helper()
	files, err := filepath.Glob("testdata/dateline/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range files {
		if filepath.Base(name) == "pending.txt" {
			continue
		}
		n := 0
		for line := range strings.Lines(readFile(t, name)) {
			n++
			if line = strings.TrimRight(line, "\n"); line == "" || line[0] == '#' {
				continue
			}
			c := parseDatelineCase(t, line)
			c.file, c.line = strings.TrimSuffix(filepath.Base(name), ".txt"), strconv.Itoa(n)
			cases = append(cases, c)
		}
	}
	return cases
}

func parseDatelineCase(t testing.TB, line string) (c datelineCase) {
	t.Helper()
	f := strings.Split(line, "\t")
	if len(f) != 7 {
		t.Fatalf("%d fields, not 7: %q", len(f), line)
	}
	for i := range f {
		if f[i] == "-" {
			f[i] = ""
		}
	}
	if f[0] != "" {
		day, err := time.Parse(time.DateOnly, f[0])
		if err != nil {
			t.Fatal(err)
		}
		c.published = day
	}
	c.text, c.dateline = unescape(t, f[1]), unescape(t, f[2])
	c.places, c.date, c.sources, c.reporters = f[3], f[4], f[5], f[6]
	return c
}

// unescape reads the escapes of a Go string in s, which may hold quotation marks.
func unescape(t testing.TB, s string) string {
	t.Helper()
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return text
}

func TestParse(t *testing.T) {
	for _, c := range datelineCases(t) {
		t.Run(c.file+"/"+c.line, func(t *testing.T) {
			p := Parser{Published: c.published}
			d, err := p.Parse(c.text)
			if c.dateline == "" {
				if !errors.Is(err, ErrNotFound) {
					t.Errorf("Parse(%q) = %q, %v, want none", c.text, d.Span.Of(c.text), err)
				}
			} else if err != nil {
				t.Errorf("Parse(%q): %v", c.text, err)
			} else {
				c.check(t, d)
			}
			if a := p.ParseArticle(c.text); !reflect.DeepEqual(a.Dateline, d) {
				t.Errorf("ParseArticle(%q) has the dateline\n%+v\nParse has\n%+v", c.text, a.Dateline, d)
			}
		})
	}
}

// check compares what was read with the fields of the case.
func (c *datelineCase) check(t *testing.T, d Dateline) {
	t.Helper()
	before, _, _ := strings.Cut(c.text, c.dateline)
	for _, field := range []struct{ name, got, want string }{
		{"dateline", d.Span.Of(c.text), c.dateline},
		{"text before it", c.text[:d.Span.Start], before},
		{"places", writePlaces(c.text, d.Places, c.places), c.places},
		{"date", d.Date.String(), c.date},
		{"sources", writeSources(d.Sources), c.sources},
		{"reporters", writeReporters(c.text, d.Persons), c.reporters},
	} {
		if field.got != field.want {
			t.Errorf("Parse(%q): %s %q, want %q", c.text, field.name, field.got, field.want)
		}
	}
}

// writePlaces writes places as the files do, with the region where want has one.
func writePlaces(text string, places []Place, want string) string {
	wants := strings.Split(want, "; ")
	list := make([]string, len(places))
	for i, p := range places {
		list[i] = p.Span.Of(text) + "=" + p.Country
		if i < len(wants) && strings.Contains(wants[i][strings.LastIndexByte(wants[i], '=')+1:], "/") {
			list[i] += "/" + p.Region
		}
	}
	return strings.Join(list, "; ")
}

// writeSources writes the IDs of sources, or the names of those that have none.
func writeSources(sources []Source) string {
	list := make([]string, len(sources))
	for i, s := range sources {
		if list[i] = s.ID; s.ID == "" {
			list[i] = strconv.Quote(s.Name)
		}
	}
	return strings.Join(list, ", ")
}

func writeReporters(text string, persons []Person) string {
	list := make([]string, len(persons))
	for i, p := range persons {
		list[i] = p.Span.Of(text)
	}
	return strings.Join(list, ", ")
}

// What begins as a dateline and breaks is told with its place, and what was read before it; what is
// merely odd is none. Neither gives a date that the text does not have.
func TestParseErrors(t *testing.T) {
	tests := []struct {
		text   string
		elem   string // of the ParseError; "" for ErrNotFound
		broken string // what stands at its offset
		places string
		date   string
	}{
		{"OSLO, February 31 (Reuters) - Snow fell.", "date", "31", "OSLO=NO", ""},
		{"OSLO, 31. november (NTB) - Det snør.", "date", "31", "OSLO=NO", ""},
		{"OSLO, 13/13/2018 (Reuters) - Snow fell.", "date", "13/13", "OSLO=NO", ""},
		{"OSLO, Feb 29, 2019 (Reuters) - Snow fell.", "date", "29", "OSLO=NO", ""},
		{"OSLO, April 11 (Reuters - Snow fell.", "dateline", "(Reuters", "OSLO=NO", "--04-11"},
		{"OSLO (Reuters - Snow fell.", "dateline", "(Reuters", "OSLO=NO", ""},
		{strings.Repeat("A", 10_000) + ", April 11 (Reuters) - Snow fell.", "", "", "", ""},
		{strings.Repeat("(", 10_000) + "Reuters) - Snow fell.", "", "", "", ""},
		{"", "", "", "", ""},
	}
	for _, test := range tests {
		name := test.text[:min(len(test.text), 24)]
		t.Run(name, func(t *testing.T) {
			d, err := Parse(test.text)
			if got := d.Date.String(); got != test.date {
				t.Errorf("%s: date %q, want %q", name, got, test.date)
			}
			if got := writePlaces(test.text, d.Places, ""); got != test.places {
				t.Errorf("%s: places %q, want %q", name, got, test.places)
			}
			var broken *ParseError
			switch {
			case test.elem == "":
				if !errors.Is(err, ErrNotFound) {
					t.Errorf("%s: %v, want ErrNotFound", name, err)
				}
			case !errors.As(err, &broken):
				t.Errorf("%s: %v, want a ParseError", name, err)
			case broken.Elem != test.elem || broken.Offset != strings.Index(test.text, test.broken):
				t.Errorf("%s: %v, want %s at %q", name, err, test.elem, test.broken)
			}
		})
	}
}

// The openings that most stories have: no dateline, or one of the English agencies'.
var (
	commonMisses = []string{
		"The ministry had nothing to add to the report.",
		"Nobody in the village remembers when the mill stopped turning.",
		"REBUILDING the pier will take two years, the harbour master said.",
		"Paris, where the tram came back in 1992, will build two more lines.",
		"Die Feuerwehr hat in der Nacht einen Brand im Hafen gelöscht.",
		"Порт открыли после шторма, сообщили в мэрии.",
	}
	commonHits = []string{
		"OSLO (AP) — Snow closed the airport for an hour.",
		"DULUTH, Minn. (AP) — Snow closed the airport for an hour.",
		"OSLO, April 11 (Reuters) - Snow closed the airport for an hour.",
		"OSLO, April 11 (Xinhua) -- Snow closed the airport for an hour.",
		"OSLO, April 11, 2018 (AFP) - Snow closed the airport for an hour.",
		"Jaipur, Apr 11 (PTI) Dust closed the airport for an hour.",
		"OSLO — Snow closed the airport for an hour.",
	}
)

func BenchmarkParseMiss(b *testing.B) { benchmarkParse(b, commonMisses) }

func BenchmarkParseHit(b *testing.B) { benchmarkParse(b, commonHits) }

// benchmarkParse measures Parse on each text by itself.
func benchmarkParse(b *testing.B, texts []string) {
	p := Parser{Published: published}
	for _, text := range texts {
		name, _, _ := strings.Cut(text, " closed")
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				p.Parse(text)
			}
		})
	}
}

// A town alone on a line may be the name of a section above the headline.
func TestSection(t *testing.T) {
	const head = "Singapore\nBaker fined for lending out his van\n\n"
	for _, c := range []struct{ text, want string }{
		{head + "SINGAPORE: A baker who lent his van to a cousin was fined.", "SINGAPORE:"},
		{head + "A baker was fined.", "Singapore"},
	} {
		if got := ParseArticle(c.text).Dateline.Span.Of(c.text); got != c.want {
			t.Errorf("%q in %q", got, c.text)
		}
	}
}
