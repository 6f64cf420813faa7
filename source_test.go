package dateline

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/e95690a0/dateline/internal/outlets"
)

func TestLookupSource(t *testing.T) {
	for _, test := range []struct{ name, id string }{
		{"interfax", "interfax"},
		{"Interfax", "interfax"},
		{"INTERFAX", "interfax"},
		{"Интерфакс", "interfax"},
		{"interfax.ru", "interfax"},
		{"  the  Associated\u00a0Press ", "ap"},
		{"ＡＰ", "ap"},
		{"ΡΟΪΤΕΡΣ", "reuters"},
		{"The Times", "the-times"},
		{"time", "time"},
		{"x", "x"},
		{"The Star", ""},   // several papers
		{"ABC", ""},        // an American, an Australian and a Spanish one
		{"Interfa", ""},    // the beginning of a name is none
		{"Associated", ""}, // so is its first word
		{"", ""},
		{"\xff", ""},
		{strings.Repeat("news ", 100), ""},
	} {
		src, ok := LookupSource(test.name)
		if src.ID != test.id || ok != (test.id != "") {
			t.Errorf("LookupSource(%q) = %q, %v, want %q", test.name, src.ID, ok, test.id)
		}
	}
}

func TestSources(t *testing.T) {
	last, n := "", 0
	for src := range Sources() {
		if src.ID <= last {
			t.Errorf("%q comes after %q", src.ID, last)
		}
		if got, ok := LookupSource(src.ID); !ok || got != src {
			t.Errorf("LookupSource(%q) = %v, %v", src.ID, got, ok)
		}
		last = src.ID
		n++
	}
	if n != outlets.Count {
		t.Errorf("%d sources, want %d", n, outlets.Count)
	}
}

func TestSourcesStops(t *testing.T) {
	n := 0
	for range Sources() {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("read %d sources after a break at 3", n)
	}
}

func TestLookupSourceNoAllocs(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { LookupSource("Интерфакс") }); n != 0 {
		t.Errorf("LookupSource: %v allocations", n)
	}
	if n := testing.AllocsPerRun(10, func() {
		for range Sources() {
		}
	}); n != 0 {
		t.Errorf("Sources: %v allocations", n)
	}
}

// TestMentions reads testdata/source: "text || id id", or texts without any in none.txt.
func TestMentions(t *testing.T) {
	files, err := filepath.Glob("testdata/source/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range files {
		for _, line := range sourceCases(t, file) {
			text, want, _ := strings.Cut(line, "||")
			text = strings.TrimSpace(text)
			t.Run(text, func(t *testing.T) { checkMentions(t, text, strings.Fields(want)) })
		}
	}
}

func sourceCases(t testing.TB, file string) []string {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	return slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, "#") })
}

func checkMentions(t *testing.T, text string, want []string) {
	a := ParseArticle(text)
	checkSpans(t, text, a)
	var got []string
	for _, src := range a.Sources {
		got = append(got, src.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestOwnSources(t *testing.T) {
	p := Parser{Sources: []Source{
		{ID: "harbour", Name: "The Harbour Courier", Kind: Newspaper},
		{ID: "my-ap", Name: "AP", Kind: Wire},
		{ID: "unnamed"},
	}}
	text := "Both the harbour courier and AP, so The Harbour\nCourier, ran unnamed letters."
	var got []string
	for _, src := range p.ParseArticle(text).Sources {
		got = append(got, src.ID+" "+src.Span.Of(text))
	}
	want := []string{
		"harbour the harbour courier", "my-ap AP", "harbour The Harbour\nCourier", "unnamed unnamed",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Brackets and credits hold nothing but sources, so that weak names count there.
func TestSourceFrom(t *testing.T) {
	for _, test := range []struct {
		text, lang, country string
		id                  string
		width               int
	}{
		{"time", "", "", "time", 1},
		{"APA", "", "AT", "apa", 1},
		{"APA", "", "AZ", "apa-az", 1},
		{"ANA", "", "", "", 1},
		{"AFP via", "", "", "afp", 1},
		{"Getty Images/iStock", "", "", "getty", 2},
		{"nobody", "", "", "", 0},
	} {
		s := new(Parser).newStory(test.text)
		src, width := s.sourceIn(0, test.country)
		if src.ID != test.id || width != test.width {
			t.Errorf("sourceIn(%q, %q) = %q, %d, want %q, %d",
				test.text, test.country, src.ID, width, test.id, test.width)
		}
	}
}

func TestSourceFromNoAllocs(t *testing.T) {
	s := new(Parser).newStory("Agence France-Presse via Getty Images")
	if n := testing.AllocsPerRun(100, func() { s.sourceFrom(0) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzLookupSource(f *testing.F) {
	for src := range Sources() {
		f.Add(src.Name)
		if src.Domain != "" {
			f.Add(src.Domain)
		}
	}
	f.Fuzz(func(t *testing.T, name string) {
		src, ok := LookupSource(name)
		if ok != !src.IsZero() {
			t.Errorf("%+v, %v", src, ok)
		}
		if again, _ := LookupSource(src.ID); ok && again != src {
			t.Errorf("%q is %+v, its ID %+v", name, src, again)
		}
	})
}

func BenchmarkLookupSource(b *testing.B) {
	for b.Loop() {
		LookupSource("Associated Press")
	}
}
