package dates_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/e95690a0/dateline/internal/dates"
	"github.com/e95690a0/dateline/internal/lang"
)

// today is a Wednesday.
var today = time.Date(2018, time.April, 11, 0, 0, 0, 0, time.UTC)

// read returns a reader of text and how many tokens it has.
func read(text string, l lang.Lang) (dates.Reader, int) {
	r := lang.NewReader(text, l)
	toks := r.Append(nil, len(text))
	r.Phrases(toks, 0)
	return dates.NewReader(text, toks, l), len(toks)
}

// Datelines give less to tell a date by.
func TestDateline(t *testing.T) {
	cases := []struct {
		text, want string
		width      int
	}{
		{"11日", "2018-04-11", 2},
		{"１１日", "2018-04-11", 2},
		{"30日", "2018-03-30", 2},
		{"14 - 9", "2018-09-14", 3},
		{"27.6.2017 –", "2017-06-27", 5},
		{"11th April, 2018", "2018-04-11", 5},
		{"2 MAY 90", "1990-05-02", 3},
		{"MARCH 7 (Reuters)", "2018-03-07", 2},
		{"feb 9 -", "2018-02-09", 2},
		{"11 abr (ABI)", "2018-04-11", 2},
		{"11 avr. 2018 (MAP)", "2018-04-11", 4},
		{"14 set (ANDINA)", "2018-09-14", 2},
		{"11. aprila 2018", "2018-04-11", 4},
		{"balandžio 11 d. (ELTA)", "2018-04-11", 4},
		{"2018. április 11., szerda (MTI)", "2018-04-11", 7},
		{"24 фев - РИА Новости", "2018-02-24", 2},
		{"14 ՍԵՊՏԵՄԲԵՐԻ,", "2018-09-14", 2},
		{"٣ ديسمبر (رويترز)", "2017-12-03", 2},
		{"১৪ সেপ্টেম্বর, ২০১৭", "2017-09-14", 4},
		{"11 เม.ย. -", "2018-04-11", 5},
		{"4月11日 AFP", "2018-04-11", 4},
		{"8월 17일발", "2018-08-17", 4},
		{"20180411", "2018-04-11", 1},
		{"Wednesday (Reuters)", "2018-04-11", 1},
	}
	for _, c := range cases {
		r, _ := read(c.text, 0)
		r = r.Dateline()
		p, width := r.At(0)
		v, _ := p.Resolve(dates.Reference{Day: today})
		got := fmt.Sprintf("%04d-%02d-%02d", v.Year, v.Month, v.Day)
		if got != c.want || width != c.width {
			t.Errorf("%q: %s of %d tokens, want %s of %d", c.text, got, width, c.want, c.width)
		}
	}
}

// A day that does not exist is broken in a dateline, at its token, and no date elsewhere.
func TestBroken(t *testing.T) {
	cases := []struct {
		text   string
		broken int // 1 + the token
	}{
		{"February 31", 2},
		{"31 February 2018", 1},
		{"Feb. 30, 2018", 3},
		{"February 29, 2017", 2},
		{"13/13/2018", 1},
		{"2018-02-31", 5},
		{"31.2.2018", 1},
		{"April 45", 2},
		{"2月31日", 3},
	}
	for _, c := range cases {
		r, _ := read(c.text, 0)
		if p, width := r.At(0); width > 0 && p.Day > 0 {
			t.Errorf("%q in running text: %+v", c.text, p)
		}
		r = r.Dateline()
		if p, width := r.At(0); width == 0 || p.Broken != c.broken {
			t.Errorf("%q in a dateline: broken %d of %d tokens, want %d", c.text, p.Broken, width, c.broken)
		}
	}
}

// What a dateline may be followed by is no date of it.
func TestNoDate(t *testing.T) {
	for _, text := range []string{
		"", "100 people", "3-1", "10:45", "11.30 Uhr", "1,500", "4.11.2018.2", "192.168.1.10",
		"2018", "may", "Sun", strings.Repeat("1", 10_000), "99999999", "0 April", "April",
	} {
		r, n := read(text, 0)
		for i := range n {
			if p, width := r.At(i); width > 0 && p.Day > 0 && !p.Alone {
				t.Errorf("%q at token %d: %+v", text, i, p)
			}
		}
	}
}

// A weekday that points nowhere is the last one, today among them; one that points ahead the next.
func TestNearestWeekday(t *testing.T) {
	for day := range 14 {
		ref := today.AddDate(0, 0, day)
		for weekday := 1; weekday <= 7; weekday++ {
			for _, way := range []int{-1, 1} {
				p := dates.Parts{Weekday: weekday, Toward: way}
				v, ok := p.Resolve(dates.Reference{Day: ref})
				want := ref
				for isoWeekday(want) != weekday {
					want = want.AddDate(0, 0, way)
				}
				got := time.Date(v.Year, time.Month(v.Month), v.Day, 0, 0, 0, 0, time.UTC)
				if !ok || !got.Equal(want) {
					t.Errorf("weekday %d from %v, way %d: %v, want %v", weekday, ref, way, got, want)
				}
			}
		}
	}
}

// New Years of the solar calendar of Iran, as its almanac has them.
func TestSolar(t *testing.T) {
	for year, want := range map[int]string{
		1357: "1978-03-21", 1375: "1996-03-20", 1376: "1997-03-21", 1388: "2009-03-21",
		1392: "2013-03-21", 1396: "2017-03-21", 1399: "2020-03-20", 1400: "2021-03-21",
		1404: "2025-03-21", 1405: "2026-03-21",
	} {
		v, ok := dates.Parts{Year: year, Month: 1, Day: 1, Solar: true}.Resolve(dates.Reference{})
		if got := fmt.Sprintf("%04d-%02d-%02d", v.Year, v.Month, v.Day); !ok || got != want {
			t.Errorf("1 Farvardin %d is %s, want %s", year, got, want)
		}
	}
}

// ValidDay agrees with a list of the lengths of months.
func TestValidDay(t *testing.T) {
	for _, year := range []int{1900, 1999, 2000, 2016, 2018} {
		lengths := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			lengths[1] = 29
		}
		for month := -1; month <= 13; month++ {
			for day := -1; day <= 32; day++ {
				want := month >= 1 && month <= 12 && day >= 1 && day <= lengths[max(month, 1)%13-1]
				if got := dates.ValidDay(year, month, day); got != want {
					t.Errorf("ValidDay(%d, %d, %d) = %v", year, month, day, got)
				}
			}
		}
	}
}

// The numbers of all scripts are read alike.
func TestDigits(t *testing.T) {
	for _, r16 := range unicode.Nd.R16 {
		for zero := rune(r16.Lo); zero <= rune(r16.Hi); zero += 10 {
			text := string([]rune{zero + 2, zero, zero + 1, zero + 8}) + "-" +
				string([]rune{zero, zero + 4}) + "-" + string([]rune{zero + 1, zero + 1})
			r, _ := read(text, 0)
			if p, _ := r.At(0); p.Year != 2018 || p.Month != 4 || p.Day != 11 {
				t.Errorf("%q: %+v", text, p)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"April 11, 2018", "Wed Apr 11 10:11:12 MST 2018", "the day before the day before yesterday",
		"2018年4月11日（水）", "vor drei Wochen", "31.2.2018", "Q3 2018", "les années '80", "พ.ศ. 2561",
		"20180411T100300Z", "3/4/2018", "ngày 3 tháng 4", "平成30年", "last week Friday", "1980-е",
	} {
		f.Add(text, "")
		f.Add(text, "en")
	}
	f.Fuzz(func(t *testing.T, text, tag string) {
		r, n := read(text, lang.Of(tag))
		for _, r := range []dates.Reader{r, r.Dateline()} {
			for i := range n {
				checkParts(t, r, i, n)
			}
		}
	})
}

// checkParts checks the date that starts at token i of n: it lies within the text, comes out the
// same twice, and is reckoned to a day that exists.
func checkParts(t *testing.T, r dates.Reader, i, n int) {
	p, width := r.At(i)
	if q, again := r.At(i); p != q || width != again {
		t.Errorf("token %d: %+v, then %+v", i, p, q)
	}
	if width < 0 || i+width > n || p.Broken > width {
		t.Errorf("token %d: %d tokens of %d, broken %d", i, width, n, p.Broken)
	}
	for _, day := range []time.Time{today, {}} {
		v, ok := p.Resolve(dates.Reference{Day: day})
		if ok && v.Day > 0 && v.Month > 0 && !dates.ValidDay(max(v.Year, 2000), v.Month, v.Day) {
			t.Errorf("token %d: %+v is %+v", i, p, v)
		}
	}
}

func BenchmarkAt(b *testing.B) {
	for _, text := range []string{"April 11, 2018", "Wednesday morning", "a ferry sank on Sunday", "11.4.2018"} {
		b.Run(text, func(b *testing.B) {
			r, n := read(text, lang.Of("en"))
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for i := range n {
					r.At(i)
				}
			}
		})
	}
}

func isoWeekday(t time.Time) int { return dates.Weekday(t.Year(), int(t.Month()), t.Day()) }
