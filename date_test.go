package dateline

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
)

// TestDates reads testdata/date, whose README gives the format.
func TestDates(t *testing.T) {
	files, err := filepath.Glob("testdata/date/*.txt")
	if err != nil || len(files) < 25 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		tag := strings.TrimSuffix(filepath.Base(name), ".txt")
		t.Run(tag, func(t *testing.T) { testDateFile(t, name, language.Make(tag)) })
	}
}

// dayPublished is when the stories of testdata/date were published: a Wednesday.
var dayPublished = time.Date(2018, 4, 11, 9, 30, 0, 0, time.UTC)

func testDateFile(t *testing.T, name string, tag language.Tag) {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	p := Parser{Published: dayPublished, Lang: tag}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		day, at := strings.CutPrefix(line, "@published ")
		switch {
		case line == "":
			p.Published = dayPublished
		case at:
			p.Published, _ = time.Parse(time.DateOnly, day)
		case line[0] != '#':
			testDateLine(t, p, line)
		}
	}
}

func testDateLine(t *testing.T, p Parser, line string) {
	text, want, ok := strings.Cut(line, " => ")
	if !ok {
		t.Errorf("no => in %q", line)
	}
	t.Run(text, func(t *testing.T) {
		var got []string
		for d := range p.Dates(text) {
			got = append(got, d.Span.Of(text)+" = "+d.String())
		}
		if got == nil {
			got = []string{"-"}
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\n got %s\nwant %s", text, s, want)
		}
	})
}

func TestDateValue(t *testing.T) {
	cases := []struct {
		date Date
		want string
	}{
		{Date{}, ""},
		{Date{Unit: UnitDay, Year: 2018, Month: 4, Day: 11, Weekday: 3}, "2018-04-11"},
		{Date{Unit: UnitDay, Year: 2018, Month: 4, Day: 11, Weekday: 3, Part: Morning}, "2018-04-11TMO"},
		{Date{Unit: UnitDay, Year: 987, Month: 12, Day: 1, Weekday: 6}, "0987-12-01"},
		{Date{Unit: UnitDay, Month: 4, Day: 11}, "--04-11"},
		{Date{Unit: UnitDay, Month: 2, Day: 29}, "--02-29"},
		{Date{Unit: UnitDay, Day: 11}, "---11"},
		{Date{Unit: UnitDay, Weekday: 3}, "XXXX-WXX-3"},
		{Date{Unit: UnitDay, Weekday: 3, Part: Night}, "XXXX-WXX-3TNI"},
		{Date{Unit: UnitWeek, Year: 2018, Week: 4}, "2018-W04"},
		{Date{Unit: UnitWeekend, Year: 2018, Week: 14}, "2018-W14-WE"},
		{Date{Unit: UnitMonth, Year: 2018, Month: 4}, "2018-04"},
		{Date{Unit: UnitMonth, Month: 4}, "--04"},
		{Date{Unit: UnitQuarter, Year: 2018, Quarter: 2}, "2018-Q2"},
		{Date{Unit: UnitSeason, Year: 2018, Season: 2}, "2018-SU"},
		{Date{Unit: UnitSeason, Year: 2018, Season: 4}, "2018-WI"},
		{Date{Unit: UnitYear, Year: 2018}, "2018"},
		{Date{Unit: UnitDecade, Year: 1980}, "198"},
		{Date{Unit: UnitCentury, Year: 1900}, "19"},
	}
	for _, c := range cases {
		if got := c.date.String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.date, got, c.want)
		}
		if c.date.IsZero() {
			continue
		}
		c.date.Span, c.date.Inferred = Span{3, 7}, FieldYear|FieldDay
		checkDateJSON(t, c.date)
	}
}

// checkDateJSON checks that d comes back from JSON as it was.
func checkDateJSON(t *testing.T, d Date) {
	t.Helper()
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var back Date
	if err := json.Unmarshal(b, &back); err != nil || back != d {
		t.Errorf("%s: %+v, want %+v (%v)", b, back, d, err)
	}
}

func TestDateJSON(t *testing.T) {
	d := Date{Span: Span{8, 16}, Unit: UnitDay, Year: 2018, Month: 4, Day: 11, Weekday: 3, Inferred: FieldYear}
	b, err := json.Marshal(d)
	want := `{"span":[8,16],"value":"2018-04-11","inferred":["year"]}`
	if err != nil || string(b) != want {
		t.Errorf("%s, %v; want %s", b, err, want)
	}
	for _, bad := range []string{
		`{"value":"2018-02-31"}`, `{"value":"2018-13"}`, `{"value":"2018-4-11"}`, `{"value":"2018-W54"}`,
		`{"value":"2018-Q5"}`, `{"value":"2018-04-11T"}`, `{"value":"2018-04-11TXX"}`, `{"value":"--13-01"}`,
		`{"value":"XXXX-WXX-8"}`, `{"value":"20180411"}`, `{"value":"2018-W04-WX"}`, `{"value":"x"}`,
		`{"value":""}`, `{"value":"2018","inferred":["era"]}`, `{"value":2018}`, `[]`,
	} {
		if err := json.Unmarshal([]byte(bad), &d); err == nil {
			t.Errorf("%s: no error, %+v", bad, d)
		}
	}
	if d.Day != 11 {
		t.Errorf("an error changed the date: %+v", d)
	}
}

func FuzzDateJSON(f *testing.F) {
	for _, value := range []string{"2018-04-11TMO", "--04-11", "2018-W14-WE", "198", "2018-SU", "2018-Q2", "---11"} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		d, ok := parseValue(value)
		if ok && d.String() != value {
			t.Errorf("%q is %+v and written %q", value, d, d)
		}
		if ok {
			checkDateJSON(t, d)
		}
	})
}

// A decade or century that no year is known of has no value.
func TestDateUnknown(t *testing.T) {
	for _, unit := range []DateUnit{UnitDecade, UnitCentury} {
		if got := (Date{Unit: unit}).String(); got != "" {
			t.Errorf("unit %d without a year is %q", unit, got)
		}
	}
}

func TestDateTime(t *testing.T) {
	zone := time.FixedZone("MSK", 3*60*60)
	d := Date{Unit: UnitDay, Year: 2018, Month: 4, Day: 11}
	if got, ok := d.Time(zone); !ok || !got.Equal(time.Date(2018, 4, 11, 0, 0, 0, 0, zone)) {
		t.Errorf("%v, %v", got, ok)
	}
	if got, ok := d.Time(nil); !ok || !got.Equal(time.Date(2018, 4, 11, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("without a zone: %v, %v", got, ok)
	}
	for _, d := range []Date{
		{}, {Unit: UnitDay, Month: 4, Day: 11}, {Unit: UnitMonth, Year: 2018, Month: 4},
		{Unit: UnitDay, Weekday: 3},
	} {
		if got, ok := d.Time(time.UTC); ok {
			t.Errorf("%+v: %v", d, got)
		}
	}
}

// Without a day of publication, dates count from the dateline, if that has a whole one, or else from
// the stamp above the story; the last date of each text shows it.
func TestReference(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"dateline", "LISBON, April 11, 2018 (Reuters) - The ferry sank on Sunday.", "2018-04-08"},
		{"stamp", "Ferry sinks\n\nPublished 11 April 2018, 09:14 BST\n\nIt sank on Sunday.", "2018-04-08"},
		{"weekday first", "Published: Wednesday | April 11, 2018 | 12:09 AM\n\nIt sank on Sunday.", "2018-04-08"},
		{"above the text", "Posted 11 April 2018 | Updated 12 April 2018\n\nIt sank Monday after a fire.", "2018-04-09"},
		{"bare stamp", "Ferry sinks\nBy Ida Lund\nWed 11 Apr 2018 18.41 BST\nIt sank on Sunday.", "2018-04-08"},
		{"first of two", "Published May 3, 2018 | Updated May 9, 2018\n\nIt sank on Sunday.", "2018-04-29"},
		{
			"year of the dateline", "Ferry sinks\nApril 12, 2018 8:02 AM\n\n" +
				"LISBON, April 11 (Reuters) - The ferry sank on Sunday, crew said.", "2018-04-08",
		},
		{"no year", "Ferry sinks\n\nPublished April 11\n\nIt sank on Sunday.", "XXXX-WXX-7"},
		{"below", "It sank fast.\n\nIt was old.\n\n11 April 2018, 10:00\n\nIt sank on Sunday.", "XXXX-WXX-7"},
		{"news of that day", "The ferry Lotte was built on 11 April 1958.\n\nIt sank on Sunday.", "XXXX-WXX-7"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dates := slices.Collect(Dates(c.text))
			if all := ParseArticle(c.text).Dates; !slices.Equal(dates, all) {
				t.Errorf("%v in a story, %v", all, dates)
			}
			if n := len(dates); n == 0 || dates[n-1].String() != c.want {
				t.Errorf("%v", dates)
			}
		})
	}
	known := Parser{Published: time.Date(2018, 5, 2, 0, 0, 0, 0, time.UTC)}
	dates := slices.Collect(known.Dates("Published 11 April 2018\n\nIt sank on Sunday."))
	if n := len(dates); n == 0 || dates[n-1].String() != "2018-04-29" {
		t.Errorf("published on 2 May: %v", dates)
	}
}

// What "3/4/2017" means, the country of the paper tells, or else its language.
func TestDateOrder(t *testing.T) {
	for _, c := range []struct{ country, lang, want string }{
		{"US", "en", "2017-03-04"}, {"GB", "en", "2017-04-03"}, {"", "fr", "2017-04-03"}, {"US", "es", "2017-03-04"},
		{"", "en", ""}, {"", "und", ""},
	} {
		p := Parser{Country: c.country, Lang: language.Make(c.lang)}
		got := ""
		for d := range p.Dates("3/4/2017") {
			got += d.String()
		}
		if got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func TestStamps(t *testing.T) {
	text := "Harbour reopens\n\nPublished Apr 10, 2018, 11:21am | Updated Apr 11, 2018\n\n" +
		"The harbour reopened on April 10, 2018, after a storm.\n\n11.04.2018 07.57\n"
	a := ParseArticle(text)
	var got []string
	for _, s := range a.Stamps {
		got = append(got, s.Of(text))
	}
	want := []string{"Published Apr 10, 2018, 11:21am | Updated Apr 11, 2018", "11.04.2018 07.57"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDatesStopEarly(t *testing.T) {
	for range Dates("April 11, April 12, April 13") {
		break
	}
}

// A text without dates costs its tokens and nothing else.
func TestDatesNoAllocs(t *testing.T) {
	s := new(Parser).newStory("The harbour has a wall of stone, 3 cranes, and one of the oldest inns; it may rain.")
	if n := testing.AllocsPerRun(100, s.readDates); n != 0 || len(s.dates) > 0 {
		t.Errorf("%v allocations, %d dates", n, len(s.dates))
	}
}

func BenchmarkDates(b *testing.B) {
	p := Parser{Published: published}
	benchmark(b, func(text string) {
		for range p.Dates(text) {
		}
	})
}

// The time to read what goes on and on like a date grows with its length.
func BenchmarkDateFloods(b *testing.B) {
	for name, flood := range map[string]string{
		"words": "the day before ", "early": "early late ", "numbers": "11.4.", "digits": "1", "months": "April ",
		"weekdays": "Wednesday, ", "marks": "年月日", "clocks": "Apr 11 10:11 ",
	} {
		for _, n := range []int{1000, 4000, 16000} {
			text := strings.Repeat(flood, n)
			b.Run(name+"/"+strconv.Itoa(n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					for range Dates(text) {
					}
				}
			})
		}
	}
}
