package dateline

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const (
	maxFunction = 100 // lines of a function
	maxColumns  = 100 // characters of a line, outside tests
)

func TestStyle(t *testing.T) {
	for _, name := range goFiles(t) {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		s := styleCheck{t, fset}
		s.functions(f)
		if strings.HasSuffix(name, "_test.go") || ast.IsGenerated(f) {
			continue
		}
		s.columns(name)
		if f.Name.Name != "main" {
			s.documented(f)
		}
	}
}

// A styleCheck reports what is amiss in one file, with its place.
type styleCheck struct {
	t    *testing.T
	fset *token.FileSet
}

func (s styleCheck) errorf(at ast.Node, format string, args ...any) {
	s.t.Errorf("%v: "+format, append([]any{s.fset.Position(at.Pos())}, args...)...)
}

func (s styleCheck) functions(f *ast.File) {
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		first, last := s.fset.Position(fn.Pos()).Line, s.fset.Position(fn.End()).Line
		if n := last - first + 1; n > maxFunction {
			s.errorf(fn, "function %s has %d lines, more than %d", fn.Name.Name, n, maxFunction)
		}
		if fn.Name.Name == "init" {
			s.errorf(fn, "importing a package must cost nothing: no init")
		}
	}
}

func (s styleCheck) columns(name string) {
	number := 0
	for line := range strings.Lines(readFile(s.t, name)) {
		number++
		if n := utf8.RuneCountInString(strings.TrimRight(line, "\r\n")); n > maxColumns {
			s.t.Errorf("%s:%d: %d columns, more than %d", name, number, n, maxColumns)
		}
	}
}

// documented checks that each exported name has a comment.
func (s styleCheck) documented(f *ast.File) {
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && !ofUnexported(d) && d.Doc == nil {
				s.errorf(d, "%s has no comment", d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				s.spec(spec, d.Doc != nil, f.Name.Name == "dateline")
			}
		}
	}
}

// ofUnexported reports whether fn is a method of a type that is not exported.
func ofUnexported(fn *ast.FuncDecl) bool {
	name := receiver(fn)
	return name != "" && !ast.IsExported(name)
}

// receiver returns the name of the type that fn is a method of; "" for a function.
func receiver(fn *ast.FuncDecl) string {
	if fn.Recv == nil {
		return ""
	}
	t := fn.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if name, ok := t.(*ast.Ident); ok {
		return name.Name
	}
	return ""
}

// spec checks a type with its fields, or the names of a constant or variable; grouped says that the
// whole group of declarations has a comment. The fields of public types must have theirs too.
func (s styleCheck) spec(spec ast.Spec, grouped, public bool) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if !spec.Name.IsExported() {
			return
		}
		if spec.Doc == nil && !grouped {
			s.errorf(spec, "%s has no comment", spec.Name.Name)
		}
		if st, ok := spec.Type.(*ast.StructType); ok && public {
			s.fields(spec.Name.Name, st)
		}
	case *ast.ValueSpec:
		if spec.Names[0].IsExported() && spec.Doc == nil && spec.Comment == nil && !grouped {
			s.errorf(spec, "%s has no comment", spec.Names[0].Name)
		}
	}
}

// fields checks the fields of a struct. A comment above a field holds for those right below it, as
// in "Lat and Lon are its position".
func (s styleCheck) fields(name string, st *ast.StructType) {
	last := -1 // the line of the last field with a comment, or right below one
	for _, f := range st.Fields.List {
		line := s.fset.Position(f.Pos()).Line
		if f.Doc != nil || f.Comment != nil || line == last+1 {
			last = line
			continue
		}
		if len(f.Names) > 0 && f.Names[0].IsExported() {
			s.errorf(f, "%s.%s has no comment", name, f.Names[0].Name)
		}
	}
}

// A reader that embeds a story has no method with the name of one of the story's: which of the two
// is called would depend on the receiver.
func TestNoShadowing(t *testing.T) {
	methods, embedding := map[string]map[string]bool{}, []string{}
	for _, name := range goFiles(t) {
		if strings.Contains(name, "/") {
			continue // another package
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if name := receiver(n); name != "" {
					if methods[name] == nil {
						methods[name] = map[string]bool{}
					}
					methods[name][n.Name.Name] = true
				}
			case *ast.TypeSpec:
				if embedsStory(n) {
					embedding = append(embedding, n.Name.Name)
				}
			}
			return true
		})
	}
	if len(embedding) == 0 {
		t.Fatal("no type embeds a story")
	}
	for _, name := range embedding {
		for method := range methods[name] {
			if methods["story"][method] {
				t.Errorf("%s.%s hides story.%s", name, method, method)
			}
		}
	}
}

// embedsStory reports whether the type is a struct in which a *story is embedded.
func embedsStory(spec *ast.TypeSpec) bool {
	st, ok := spec.Type.(*ast.StructType)
	if !ok {
		return false
	}
	return slices.ContainsFunc(st.Fields.List, func(f *ast.Field) bool {
		star, ok := f.Type.(*ast.StarExpr)
		if !ok || len(f.Names) > 0 {
			return false
		}
		name, ok := star.X.(*ast.Ident)
		return ok && name.Name == "story"
	})
}
