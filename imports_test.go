package dateline

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/e95690a0/dateline"

// imports says what of this module, and of others, the code of each folder may import; tests may
// import more. Imports run one way: words and tables at the bottom, then what knows words, then
// dates, then the public package, then programs.
var imports = map[string][]string{
	".":                 {"internal/dates", "internal/fold", "internal/lang", "internal/outlets", "internal/people", "internal/places", "internal/scan", "internal/speech", "internal/table", "golang.org/x/text"},
	"cmd/dateline":      {"."},
	"internal/dates":    {"internal/fold", "internal/lang", "internal/scan", "internal/table", "github.com/araddon/dateparse"},
	"internal/fold":     {"golang.org/x/text"},
	"internal/lang":     {"internal/fold", "internal/scan", "internal/table"},
	"internal/outlets":  {"internal/fold", "internal/lang", "internal/scan", "internal/table"},
	"internal/people":   {"internal/lang", "internal/table"},
	"internal/places":   {"internal/fold", "internal/lang", "internal/scan", "internal/table"},
	"internal/scan":     {},
	"internal/speech":   {"internal/fold", "internal/lang", "internal/scan", "internal/table"},
	"internal/table":    {},
	"internal/gen":      {"internal/fold", "internal/lang", "internal/scan", "internal/speech", "internal/table", "golang.org/x/text"},
	"interchange":       {"."},
	"examples":          {"."},
	"internal/accuracy": {".", "golang.org/x/text"},
}

func TestImports(t *testing.T) {
	for _, file := range goFiles(t) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		folder := path.Dir(file)
		if strings.HasPrefix(folder, "examples/") {
			folder = "examples"
		}
		allowed, known := imports[folder]
		if !known {
			t.Errorf("%s: what may the code of this folder import?", folder)
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range f.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			if !mayImport(allowed, name) {
				t.Errorf("%s imports %s", file, name)
			}
		}
	}
}

// mayImport reports whether the package called name is allowed: a package of the standard library
// always is.
func mayImport(allowed []string, name string) bool {
	if host, _, _ := strings.Cut(name, "/"); !strings.Contains(host, ".") {
		return true
	}
	for _, a := range allowed {
		if name == path.Join(module, a) || strings.Contains(a, ".") && a != "." && strings.HasPrefix(name, a) {
			return true
		}
	}
	return false
}

// goFiles returns the Go files of the module, those of nested modules left out.
func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && (d.Name()[0] == '.' || isModule(name)) {
			return filepath.SkipDir
		}
		if filepath.Ext(name) == ".go" {
			files = append(files, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func isModule(folder string) bool {
	found, _ := filepath.Glob(filepath.Join(folder, "go.mod"))
	return found != nil
}
