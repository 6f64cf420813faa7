package dateline

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCrossRefs holds the pointers that are found against the cases of testdata/crossref.
func TestCrossRefs(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "crossref", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		sc := bufio.NewScanner(f)
		for n := 1; sc.Scan(); n++ {
			if line := sc.Text(); line != "" && line[0] != '#' {
				title := fmt.Sprintf("%s/%d", filepath.Base(name), n)
				t.Run(title, func(t *testing.T) { crossRefCase(t, line) })
			}
		}
	}
}

func crossRefCase(t *testing.T, line string) {
	text, want, ok := strings.Cut(line, " => ")
	if !ok {
		t.Fatalf("no \" => \" in %q", line)
	}
	text = strings.ReplaceAll(text, `\n`, "\n")
	got := writeCrossRefs(text, slices.Collect(CrossRefs(text)))
	if got != want {
		t.Errorf("%q\n got %s\nwant %s", text, got, want)
	}
}

// writeCrossRefs writes refs as the cases have them.
func writeCrossRefs(text string, refs []CrossRef) string {
	if len(refs) == 0 {
		return "none"
	}
	var all []string
	for _, c := range refs {
		s := string(c.Kind)
		if !c.Label.IsZero() {
			s += " [" + c.Label.Of(text) + "]"
		}
		if !c.Title.IsZero() {
			s += " " + c.Title.Of(text)
		}
		if c.Outlet.ID != "" {
			s += " {" + c.Outlet.ID + "}"
		}
		all = append(all, s)
	}
	return strings.Join(all, " ;; ")
}

// TestCrossRefsOfArticle checks that an article has the pointers that CrossRefs returns.
func TestCrossRefsOfArticle(t *testing.T) {
	text := "Quay sinks\n\nThe quay sank on Monday.\n\nREAD MORE: Who built it\n\n" +
		">> Tides for June ■ Fares to rise"
	got := ParseArticle(text).CrossRefs
	want := slices.Collect(CrossRefs(text))
	if len(want) != 3 || !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestCrossRefsStop checks that the sequence can be left early.
func TestCrossRefsStop(t *testing.T) {
	n := 0
	for range CrossRefs(">> Tides for June ■ Fares to rise ■ Lantern lit") {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d pointers, want 2", n)
	}
}

func BenchmarkCrossRefs(b *testing.B) {
	benchmark(b, func(text string) {
		for range CrossRefs(text) {
		}
	})
}

// A flood is a text of many pointers, or of what looks like them.
type flood struct {
	name, unit string
	each       int // pointers that a unit holds
}

func (f flood) text(n int) string { return "The quay sank.\n" + strings.Repeat(f.unit, n) }

var pointerFloods = []flood{
	{"lines", "READ MORE: Who built the quay\n", 1},
	{"label and title lines", "READ MORE:\nWho built the quay then\n", 1},
	{"marks in a line", ">> Who built it ■ Who sank it ", 2},
	{"marks", ">> ■ ", 0},
	{"labels in a line", "READ MORE: ", 0},
	{"brackets", "(READ MORE: ", 0},
	{"quotes", `"Subscribe to our paper. `, 0},
	{"ends of sentences", `READ MORE: a.")]}`, 0},
	{"topics", "Lorne ", 0},
	{"subscriptions in a line", "and sign up for our newsletter ", 0},
}

// TestCrossRefFloods checks that no pointer of a long text is lost.
func TestCrossRefFloods(t *testing.T) {
	const n = 100_000
	for _, f := range pointerFloods {
		t.Run(f.name, func(t *testing.T) {
			got := 0
			for range CrossRefs(f.text(n)) {
				got++
			}
			if want := f.each * n; want > 0 && got != want {
				t.Errorf("%d pointers of %d", got, want)
			}
		})
	}
}

// BenchmarkCrossRefFloods shows that the time for a text grows with its length and no faster.
func BenchmarkCrossRefFloods(b *testing.B) {
	for _, f := range pointerFloods {
		for _, n := range []int{1_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", f.name, n), func(b *testing.B) {
				text := f.text(n)
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					for range CrossRefs(text) {
					}
				}
			})
		}
	}
}
