package dateline

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
)

// Each exported function and method of the public packages has an example.
func TestExamples(t *testing.T) {
	for _, folder := range []string{".", "interchange"} {
		examples, want := map[string]bool{}, map[string]bool{}
		for _, file := range goFiles(t) {
			if path.Dir(file) != folder {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if !ok {
					continue
				}
				if name, ok := strings.CutPrefix(fn.Name.Name, "Example"); ok {
					examples[name] = true
				} else if fn.Name.IsExported() && !ofUnexported(fn) && !strings.HasSuffix(file, "_test.go") {
					want[exampleName(fn)] = true
				}
			}
		}
		for _, name := range slices.Sorted(maps.Keys(want)) {
			if !examples[name] {
				t.Errorf("%s: no function Example%s", folder, name)
			}
		}
	}
}

// exampleName is what the example of fn is called, after "Example": "Parse", "Parser_Parse".
func exampleName(fn *ast.FuncDecl) string {
	if fn.Recv == nil {
		return fn.Name.Name
	}
	t := fn.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	return t.(*ast.Ident).Name + "_" + fn.Name.Name
}
