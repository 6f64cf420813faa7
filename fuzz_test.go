package dateline

import (
	"encoding/json"
	"errors"
	"iter"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// published is the day on which fuzzed texts appeared.
var published = time.Date(2018, time.April, 11, 12, 0, 0, 0, time.UTC)

// addSeeds gives f the hostile texts, what fuzzing has come upon, all test stories, and the lines of
// the test cases in the named folders of testdata, where they are.
func addSeeds(f *testing.F, folders ...string) {
	for _, h := range hostile {
		f.Add(h.text)
	}
	for _, text := range fuzzed(f) {
		f.Add(text)
	}
	for _, folder := range append(folders, "articles") {
		files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range files {
			b, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			if folder == "articles" {
				f.Add(string(b))
				continue
			}
			for line := range strings.Lines(string(b)) {
				f.Add(strings.TrimRight(line, "\n"))
			}
		}
	}
}

// checkError checks that err is one of those that the package returns, with its place in text.
func checkError(t testing.TB, text string, err error) {
	t.Helper()
	var broken *ParseError
	switch {
	case err == nil, errors.Is(err, ErrNotFound):
	case !errors.As(err, &broken):
		t.Errorf("error %v is neither ErrNotFound nor a *ParseError", err)
	case broken.Offset < 0 || broken.Offset > len(text):
		t.Errorf("error %v in a text of %d bytes", err, len(text))
	}
}

func FuzzParse(f *testing.F) {
	addSeeds(f)
	for _, c := range datelineCases(f) {
		f.Add(c.text)
	}
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := p.Parse(text)
		checkError(t, text, err)
		checkSpans(t, text, d)
		checkDateline(t, d)
		if err == nil && d.Span.IsZero() {
			t.Error("found a dateline without a span")
		}
		again, _ := p.Parse(text)
		checkSame(t, d, again)
	})
}

func FuzzParseByline(f *testing.F) {
	addSeeds(f, "byline")
	f.Fuzz(func(t *testing.T, text string) {
		b, err := ParseByline(text)
		checkError(t, text, err)
		checkSpans(t, text, b)
		checkByline(t, b)
		again, _ := ParseByline(text)
		checkSame(t, b, again)
	})
}

func FuzzParseCaption(f *testing.F) {
	addSeeds(f, "caption")
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := p.ParseCaption(text)
		checkError(t, text, err)
		checkSpans(t, text, c)
		checkCaption(t, c)
		again, _ := p.ParseCaption(text)
		checkSame(t, c, again)
	})
}

func FuzzParseCredit(f *testing.F) {
	addSeeds(f, "credit")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ParseCredit(text)
		checkError(t, text, err)
		checkSpans(t, text, c)
		checkCredit(t, c)
		again, _ := ParseCredit(text)
		checkSame(t, c, again)
	})
}

func FuzzParseArticle(f *testing.F) {
	addSeeds(f, "dateline", "byline", "caption", "attribution", "crossref", "date")
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) {
		a := p.ParseArticle(text)
		checkArticle(t, text, a)
		checkSame(t, a, p.ParseArticle(text))
	})
}

func FuzzAttributions(f *testing.F) {
	addSeeds(f, "attribution")
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) { checkSeq(t, text, p.Attributions(text)) })
}

func FuzzCrossRefs(f *testing.F) {
	addSeeds(f, "crossref")
	f.Fuzz(func(t *testing.T, text string) { checkSeq(t, text, CrossRefs(text)) })
}

func FuzzDates(f *testing.F) {
	addSeeds(f, "date")
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) { checkSeq(t, text, p.Dates(text)) })
}

// FuzzParser reads a text with what its user says of it.
func FuzzParser(f *testing.F) {
	f.Add("PARIS, May 5 (AP) \u2014 It rained on Monday.", "fr", "FR", "le-monde", "AP", int64(1523448000))
	f.Add("On 3/4/2018 the Daily Quay said so.", "en-GB", "GB", "", "Daily Quay", int64(-62135596800))
	f.Add("\u6771\u4eac", "ja", "JP", "Kyodo", "", int64(1<<40))
	f.Fuzz(func(t *testing.T, text, tag, country, outlet, source string, published int64) {
		p := Parser{
			Published: time.Unix(published, 0),
			Lang:      language.Make(tag),
			Country:   country,
			Outlet:    outlet,
			Sources:   []Source{{Name: source}, {ID: outlet}},
		}
		checkAll(t, p, text)
	})
}

// What a dateline says is read again, in whatever style it is written.
func FuzzHouseStyle(f *testing.F) {
	for _, c := range datelineCases(f) {
		f.Add(c.text)
	}
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) {
		d, _ := p.Parse(text)
		for style := range HouseStyle(len(houseStyles) + 1) {
			written := string(d.Append(nil, style))
			if utf8.ValidString(text) && !utf8.ValidString(written) {
				t.Errorf("style %d: %q", style, written)
			}
			again, err := p.Parse(written)
			checkError(t, written, err)
			checkSpans(t, written, again)
		}
	})
}

func FuzzArticleJSON(f *testing.F) {
	addSeeds(f)
	p := Parser{Published: published}
	f.Fuzz(func(t *testing.T, text string) {
		want := p.ParseArticle(text)
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got Article
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		if utf8.ValidString(text) {
			checkSame(t, want, got)
		}
	})
}

// FuzzValues writes values that no text gave, and cuts a text at spans that are not its own.
func FuzzValues(f *testing.F) {
	f.Add(byte(UnitCentury), 0, 0, 0, 0, "MO", "Oslo", "It rained.", 3, 7)
	f.Add(byte(UnitDay), -2018, 13, -1, 8, "", "\xff (", "\n\n(AP) \xe2\x80", 5, 2)
	f.Add(byte(99), math.MaxInt, -4, 32, -1, "US-WI", "", "", -1, math.MaxInt)
	f.Fuzz(func(t *testing.T, unit byte, year, month, day, n int, code, name, text string, start, end int) {
		d := Date{
			Unit: DateUnit(unit), Year: year, Month: month, Day: day, Weekday: n, Week: n, Quarter: n,
			Season: n, Part: DayPart(code), Inferred: DateFields(unit),
		}
		d.Time(nil)
		line := Dateline{
			Span: Span{start, end}, Date: d,
			Places:  []Place{{Name: name, Region: code, Country: code}, {Name: text}},
			Sources: []Source{{ID: code, Name: name}, {Name: text}},
		}
		for style := range HouseStyle(len(houseStyles) + 1) {
			line.Append(nil, style)
		}
		a := Article{Dateline: line, Stamps: []Span{{end, start}, {day, month}, {month, end}}}
		checkStory(t, text, &a)
		if part := line.Span.Of(text); part != "" && len(part) != end-start {
			t.Errorf("[%d,%d) of %d bytes is %q", start, end, len(text), part)
		}
		if _, err := json.Marshal(a); err != nil {
			t.Error(err)
		}
	})
}

// FuzzPlaces looks for a place at each word of a text.
func FuzzPlaces(f *testing.F) {
	for _, file := range []string{"names", "tails"} {
		for _, line := range sourceCases(f, "testdata/place/"+file+".txt") {
			text, _, _ := strings.Cut(line, " || ")
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := zero.newStory(text)
		for i := range s.toks {
			p, width := s.placeFrom(i)
			if width == 0 {
				continue
			}
			tail := s.placeTail(i+width, &p)
			checkSpans(t, text, p)
			if tail < 0 || i+width+tail > len(s.toks) || p.Name == "" {
				t.Errorf("%d tokens from %d on and %d more, of %d: %+v", width, i, tail, len(s.toks), p)
			}
		}
	})
}

// checkSeq checks the values of an iterator: their spans, their order, that a second round gives the
// same, and that it can be left after the first.
func checkSeq[T any](t *testing.T, text string, seq iter.Seq[T]) {
	t.Helper()
	all := slices.Collect(seq)
	checkSpans(t, text, all)
	checkSame(t, all, slices.Collect(seq))
	for first := range seq {
		checkSame(t, all[0], first)
		break
	}
}
