package dateline

import (
	"errors"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// This file holds slow and obvious readers of datelines and of quotation marks, which are compared
// with the real ones on random texts of a narrow grammar.

// A slowDateline is what slowParse reads.
type slowDateline struct {
	span, town  Span
	day, agency string
}

// slowPattern is
//
//	TOWN [ ", " state ] [ ", " month day [ ", " year ] ] [ " (" agency ")" ] separator
//
// with a month or an agency, or both.
var slowPattern = regexp.MustCompile(`^([A-Z][A-Z.]+(?: [A-Z.]+)*)(?:, (?:Wis\.|Fla\.|Ontario))?` +
	`(?:, (Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\.? (\d\d?)(?:, (\d{4}))?)?` +
	`(?: \((Reuters|AP|AFP|Xinhua)\))? (?:-|--|–|—|_) `)

var slowMonths = [...]string{"Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"}

// slowParse reads the dateline that opens text. A date without a year is that nearest to the day of
// publication, where the future counts a quarter more.
func slowParse(text string, published time.Time) (d slowDateline, err error) {
	m := slowPattern.FindStringSubmatchIndex(text)
	if m == nil || m[4] < 0 && m[10] < 0 {
		return d, ErrNotFound
	}
	d.span = Span{0, m[1] - 1}
	d.town = Span{m[2], m[3]}
	if m[10] >= 0 {
		d.agency = strings.ToLower(text[m[10]:m[11]])
	}
	if m[4] < 0 {
		return d, nil
	}
	month := time.Month(slices.Index(slowMonths[:], text[m[4]:m[5]]) + 1)
	day, _ := strconv.Atoi(text[m[6]:m[7]])
	years := []int{published.Year() - 1, published.Year(), published.Year() + 1}
	if m[8] >= 0 {
		year, _ := strconv.Atoi(text[m[8]:m[9]])
		years = []int{year}
	}
	least := time.Duration(math.MaxInt64)
	for _, year := range years {
		t := time.Date(year, month, day, 12, 0, 0, 0, time.UTC)
		away := 4 * published.Sub(t)
		if away < 0 {
			away = 5 * t.Sub(published)
		}
		if t.Day() == day && away < least {
			least, d.day = away, t.Format(time.DateOnly)
		}
	}
	leap := month == time.February && day == 29 && m[8] < 0 // it has no year in reach, and no date
	if d.day == "" && !leap {
		return d, &ParseError{}
	}
	return d, nil
}

// A writer makes random texts, the same ones every time.
type writer struct{ *rand.Rand }

func newWriter() writer { return writer{rand.New(rand.NewPCG(7, 11))} }

func (w writer) oneOf(list ...string) string { return list[w.IntN(len(list))] }

// maybe returns one of the list, or nothing.
func (w writer) maybe(list ...string) string {
	if w.IntN(2) == 0 {
		return ""
	}
	return w.oneOf(list...)
}

// opening returns the start of a story, mostly a dateline.
func (w writer) opening() string {
	text := w.oneOf("MOSCOW", "NEW DELHI", "LONDON", "EAU CLAIRE, Wis.", "TAMPA, Fla.", "TORONTO, Ontario",
		"NOWHEREVILLE", "The mayor of LONDON", "It rained")
	if w.IntN(2) == 0 {
		text += ", " + w.oneOf(slowMonths[:]...) + w.maybe(".") + " " + strconv.Itoa(1+w.IntN(31)) +
			w.maybe(", 2017", ", 1998")
	}
	return text + w.maybe(" (Reuters)", " (AP)", " (AFP)", " (Xinhua)") + " " +
		w.oneOf("-", "--", "–", "—", "_") + " "
}

// sentence returns words that the readers could trip over.
func (w writer) sentence() string {
	words := make([]string, 2+w.IntN(12))
	for i := range words {
		words[i] = w.oneOf("the", "ferry", "Moscow", "(AP)", "May 5,", "said", "in LONDON,", "—", "Anna Lund", "3", "U.S.")
	}
	return w.oneOf("The ", "A man ", "He ") + strings.Join(words, " ") + "."
}

func TestSlowParse(t *testing.T) {
	w := newWriter()
	p := Parser{Published: published}
	found := 0
	for range 5000 {
		text := w.opening() + w.sentence()
		want, wantErr := slowParse(text, published)
		got, err := p.Parse(text)
		var broken *ParseError
		switch {
		case errors.Is(wantErr, ErrNotFound):
			if text[1] >= 'a' && !errors.Is(err, ErrNotFound) {
				t.Errorf("%q: got %+v, %v", text, got, err)
			}
		case wantErr != nil:
			if !errors.As(err, &broken) {
				t.Errorf("%q: got %v, want a ParseError", text, err)
			}
		default:
			found++
			checkSlow(t, text, got, err, want)
		}
	}
	if found < 1000 {
		t.Errorf("only %d datelines", found)
	}
}

func checkSlow(t *testing.T, text string, d Dateline, err error, want slowDateline) {
	t.Helper()
	got := slowDateline{span: d.Span}
	if len(d.Places) > 0 {
		got.town = d.Places[0].Span
	}
	if len(d.Sources) > 0 {
		got.agency = d.Sources[0].ID
	}
	got.day = d.Date.String()
	if err != nil || got != want || len(d.Places) != 1 || len(d.Sources) > 1 {
		t.Errorf("%q: got %+v, %v, want %+v", text, got, err, want)
	}
}

// slowQuotes are the quotations of a paragraph: what has lost its opening mark starts with the
// paragraph, what has lost its closing one ends with it or at the next opening one.
var (
	slowCurly    = regexp.MustCompile(`^[^“”]*”|“[^“”]*”?`)
	slowStraight = regexp.MustCompile(`"[^"]*"`)
)

func TestSlowQuotes(t *testing.T) {
	w := newWriter()
	p := Parser{}
	for range 2000 {
		open, close, slow := "“", "”", slowCurly
		if w.IntN(2) == 0 {
			open, close, slow = `"`, `"`, slowStraight
		}
		var want []string
		var paras []string
		for range 1 + w.IntN(4) {
			para := w.quoted(open, close, slow == slowCurly)
			paras = append(paras, para)
			for _, q := range slow.FindAllString(para, -1) {
				want = append(want, strings.TrimSpace(q))
			}
		}
		text := strings.Join(paras, "\n\n")
		s := p.newStory(text)
		var got []string
		for _, q := range s.speech.Read(s.text, s.toks, s.lang, s.body()).Quotes {
			got = append(got, s.span(q.From, q.To).Of(text))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q\ngot  %q\nwant %q", text, got, want)
		}
	}
}

// quoted returns a paragraph with quotations in it, of which some marks are lost.
func (w writer) quoted(open, close string, lossy bool) string {
	var b strings.Builder
	for range 1 + w.IntN(4) {
		first, last, nested := open, close, "he called it ‘late’ and left"
		if lossy && w.IntN(8) == 0 {
			first, last, nested = w.oneOf("", open), "", "no"
		}
		b.WriteString(w.oneOf("The mayor ", "It ", "Nobody called it ", "She "))
		b.WriteString(w.oneOf("said, ", "told AFP: ", ""))
		b.WriteString(first + w.oneOf("we don't know", "the dogs' house (the old one) is 5 years old", nested,
			"A U.S. ship. It sank") + w.oneOf(",", ".", "?", "") + last)
		b.WriteString(w.oneOf(" he said. ", " on Monday. ", ". "))
	}
	return strings.TrimSpace(b.String())
}
