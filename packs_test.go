package dateline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each language that has a pack has cases in its own words. A new one lacks files at first: see
// CONTRIBUTING.md.
func TestPacksHaveCases(t *testing.T) {
	packs, err := filepath.Glob("internal/lang/packs/*.txt")
	if err != nil || len(packs) == 0 {
		t.Fatal("no packs", err)
	}
	for _, pack := range packs {
		name := filepath.Base(pack)
		if name == "mul.txt" { // stands for the languages that have no pack
			continue
		}
		for _, kind := range []string{"dateline", "date", "caption", "crossref", "attribution"} {
			file := filepath.Join("testdata", kind, name)
			if b, err := os.ReadFile(file); err != nil || !hasCase(string(b)) {
				t.Errorf("%s has no case: en.txt beside it says how to write one", file)
			}
		}
	}
}

// hasCase reports whether a line of a table says something.
func hasCase(table string) bool {
	for line := range strings.Lines(table) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return true
		}
	}
	return false
}
