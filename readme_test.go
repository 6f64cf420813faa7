package dateline

import (
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
