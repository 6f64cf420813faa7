package dateline

import (
	"slices"
	"strings"
	"testing"
)

// cut returns the span of piece in text.
func cut(t *testing.T, text, piece string) Span {
	t.Helper()
	i := strings.Index(text, piece)
	if i < 0 || piece == "" {
		t.Fatalf("%q is not in %q", piece, text)
	}
	return Span{i, i + len(piece)}
}

func TestFurniture(t *testing.T) {
	a := Article{
		Dateline:  Dateline{Span: Span{30, 40}},
		Bylines:   []Byline{{Span: Span{0, 10}}, {Span: Span{90, 99}}},
		Captions:  []Caption{{Span: Span{12, 28}}, {Span: Span{50, 70}}},
		CrossRefs: []CrossRef{{Span: Span{60, 75}}, {Span: Span{75, 80}}},
		Stamps:    []Span{{10, 11}, {62, 64}},
	}
	got := slices.Collect(a.Furniture())
	want := []Span{{0, 10}, {10, 11}, {12, 28}, {30, 40}, {50, 75}, {75, 80}, {90, 99}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for range a.Furniture() {
		break // the sequence can be left early
	}
	if got := slices.Collect(new(Article).Furniture()); got != nil {
		t.Errorf("the furniture of nothing is %v", got)
	}
}

// TestStory takes pieces out of a text as if they were pointers.
func TestStory(t *testing.T) {
	for _, c := range []struct {
		name, text string
		pieces     []string
		want       string
	}{
		{"nothing", "The quay sank.\r\n", nil, "The quay sank.\r\n"},
		{"paragraph", "A.\n\nB\n\nC.\n", []string{"B"}, "A.\n\nC.\n"},
		{"line", "A.\nB\nC.", []string{"B"}, "A.\nC."},
		{"Windows line", "A.\r\n\r\nB\r\n\r\nC.", []string{"B"}, "A.\r\n\r\nC."},
		{"first line", "B\n\nC.", []string{"B"}, "C."},
		{"last line", "A.\n\nB", []string{"B"}, "A.\n\n"},
		{"indented line", "A.\n  B  \n  C.", []string{"B"}, "A.\n  C."},
		{"two on a line", "A.\n\nB ■ C\n\nD.", []string{"B", "■ C"}, "A.\n\nD."},
		{"two lines", "A.\n\nB\n\nC\n\nD.", []string{"B", "C"}, "A.\n\nD."},
		{"two lines as one", "A.\nB\nC\nD.", []string{"B\nC"}, "A.\nD."},
		{"start of a line", "A.\nB — C.", []string{"B —"}, "A.\nC."},
		{"end of a line", "A. B\nC.", []string{"B"}, "A.\nC."},
		{"inside a line", "A. B C.", []string{"B"}, "A. C."},
		{"all", "B\n\nC\n", []string{"B", "C"}, ""},
		{"blanks that are no ASCII", "A.\n\u00a0B\u3000\nC.", []string{"B"}, "A.\nC."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var a Article
			for _, piece := range c.pieces {
				a.CrossRefs = append(a.CrossRefs, CrossRef{Span: cut(t, c.text, piece)})
			}
			if got := a.Story(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestStoryOfOtherText checks that spans of another text do no harm.
func TestStoryOfOtherText(t *testing.T) {
	a := Article{Stamps: []Span{{-5, 2}, {3, 2}, {2, 90}}}
	if got := a.Story("Short."); got != "Short." {
		t.Errorf("got %q", got)
	}
}

func BenchmarkStory(b *testing.B) {
	text := strings.Repeat("The quay sank on Monday.\n\nREAD MORE: Who built the quay\n\n", 100)
	a := ParseArticle(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		a.Story(text)
	}
}

func FuzzStory(f *testing.F) {
	addSeeds(f, "crossref")
	f.Fuzz(func(t *testing.T, text string) {
		a := ParseArticle(text)
		last := 0
		for s := range a.Furniture() {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("span %v after byte %d of %d", s, last, len(text))
			}
			last = s.End
		}
		checkKept(t, text, &a)
	})
}

// checkKept checks that all that Story drops beside the furniture is white space.
func checkKept(t *testing.T, text string, a *Article) {
	rest := a.Story(text)
	done := 0
	for s := range a.Furniture() {
		rest = dropKept(t, rest, text[done:s.Start])
		done = s.End
	}
	if rest = dropKept(t, rest, text[done:]); rest != "" {
		t.Errorf("Story has %q too much", rest)
	}
}

// dropKept takes the words of kept off the front of rest.
func dropKept(t *testing.T, rest, kept string) string {
	t.Helper()
	kept = strings.TrimSpace(kept)
	rest = strings.TrimSpace(rest)
	after, ok := strings.CutPrefix(rest, kept)
	if !ok {
		t.Errorf("Story lacks %q", kept)
	}
	return strings.TrimSpace(after)
}
