package dateline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The code of the README is that of the package's example, which runs.
func TestReadmeCode(t *testing.T) {
	_, code, _ := strings.Cut(readFile(t, "README.md"), "```go\n")
	code, _, found := strings.Cut(code, "```")
	_, body, main := strings.Cut(code, "func main() {\n")
	if !found || !main {
		t.Fatal("README.md has no program")
	}
	example := readFile(t, "example_test.go")
	for line := range strings.Lines(body) {
		if strings.HasPrefix(line, "\t//") {
			line = strings.TrimSpace(line) // what is printed
		}
		if !strings.Contains(example, line) {
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
