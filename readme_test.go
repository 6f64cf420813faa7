package dateline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The code that the README opens with is that of the package's example, which runs.
func TestReadmeCode(t *testing.T) {
	_, code, _ := strings.Cut(readFile(t, "README.md"), "```go\n")
	code, _, found := strings.Cut(code, "```")
	if !found {
		t.Fatal("README.md has no code")
	}
	example := readFile(t, "example_test.go")
	for line := range strings.Lines(code) {
		if !strings.Contains(example, strings.TrimSpace(line)) {
			t.Errorf("example_test.go has no line %q", line)
		}
	}
}

// Links of the pages that people read lead somewhere.
func TestLinks(t *testing.T) {
	pages, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		for i, rest := range strings.Split(readFile(t, page), "](") {
			target, _, closed := strings.Cut(rest, ")")
			if i == 0 || !closed || strings.Contains(target, "://") {
				continue
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s links to %s: %v", page, target, err)
			}
		}
	}
}
