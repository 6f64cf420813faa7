package lang_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/e95690a0/dateline/internal/lang"
)

// read returns the tokens of text with their phrases, read as a text of language l.
func read(text string, l lang.Lang) []lang.Token {
	r := lang.NewReader(text, l)
	toks := r.Append(nil, len(text))
	r.Phrases(toks, 0)
	return toks
}

func TestDetect(t *testing.T) {
	cases, err := os.ReadFile("testdata/detect.txt")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]int{}
	for line := range strings.Lines(string(cases)) {
		want, text, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		told[want]++
		t.Run(want, func(t *testing.T) {
			if got := lang.Detect(text, read(text, 0)).Tag(); got != want {
				t.Errorf("Detect(%q) = %q, want %q", text, got, want)
			}
		})
	}
	for _, text := range []string{"x", "OK", "ok x"} {
		if got := lang.Detect(text, read(text, 0)).Tag(); got != "" {
			t.Errorf("Detect(%q) = %q, want none", text, got)
		}
	}
	packs, err := filepath.Glob("packs/*.txt")
	if err != nil || len(packs) == 0 {
		t.Fatal("no packs", err)
	}
	for _, pack := range packs {
		tag := strings.TrimSuffix(filepath.Base(pack), ".txt")
		if tag != "mul" && told[tag] < 2 {
			t.Errorf("testdata/detect.txt has %d texts in %s, want 2 or more", told[tag], tag)
		}
	}
}
