package outlets

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/table"
)

func TestNames(t *testing.T) {
	Names.Each(func(v table.Value) {
		n := Name(v)
		if n.Len() == 0 {
			t.Errorf("value %x: no outlets", v)
		}
		for i := range n.Len() {
			if o := n.Outlet(i); o >= Count {
				t.Errorf("value %x: outlet %d of %d", v, o, Count)
			}
		}
	})
}

// A name of the registry, and nothing else, is in the table, which does not hold the names: none of
// the words and phrases that package lang knows in all languages is taken for one.
func TestFind(t *testing.T) {
	names := map[string]bool{}
	for id, list := range registry(t) {
		for _, name := range list {
			key := keyOf(name)
			names[key] = true
			if n := Find([]byte(key)); !has(n, ByID(id)) {
				t.Errorf("%q is not found as a name of %s", name, id)
			}
		}
	}
	for _, word := range words(t) {
		key := keyOf(word)
		if n := Find([]byte(key)); n.Len() > 0 && !names[key] {
			t.Errorf("%q is taken for %s", word, Get(n.Outlet(0)).Name)
		}
	}
}

// registry returns the names of each outlet by its ID.
func registry(t *testing.T) map[string][]string {
	all := map[string][]string{}
	for _, line := range lines(t, "../gen/data/sources.tsv")[1:] {
		col := strings.Split(line, "\t")
		names := append(strings.Split(col[6], "|"), col[1], col[5])
		names = slices.DeleteFunc(names, func(n string) bool { return n == "" })
		for i := range names {
			names[i] = strings.TrimSuffix(names[i], "?")
		}
		all[col[0]] = names
	}
	return all
}

// words returns what stands in the packs of package lang.
func words(t *testing.T) (list []string) {
	packs, err := filepath.Glob("../lang/packs/*.txt")
	if err != nil || len(packs) == 0 {
		t.Fatal("no packs", err)
	}
	for _, pack := range packs {
		for _, line := range lines(t, pack) {
			for w := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ':' || r == ',' }) {
				if strings.TrimSpace(w) != "" {
					list = append(list, w)
				}
			}
		}
	}
	return list
}

func lines(t *testing.T, file string) []string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}

func keyOf(name string) string {
	keys := lang.Keys(name)
	return keys[len(keys)-1]
}

func has(n Name, outlet int) bool {
	for i := range n.Len() {
		if n.Outlet(i) == outlet {
			return true
		}
	}
	return false
}

func TestGet(t *testing.T) {
	for i := range Count {
		o := Get(i)
		if o.ID == "" || o.Name == "" || o.Kind == "" || o.Lang == "" {
			t.Errorf("outlet %d lacks something: %+v", i, o)
		}
		if n := len(o.Country); n != 0 && n != 2 {
			t.Errorf("%s: country %q", o.ID, o.Country)
		}
		if ByID(o.ID) != i {
			t.Errorf("ByID(%q) = %d, want %d", o.ID, ByID(o.ID), i)
		}
	}
	if n := ByID("nobody"); n != -1 {
		t.Errorf("ByID of nobody = %d", n)
	}
}

func TestSize(t *testing.T) {
	if n := len(Names) + len(lists) + len(records); n > 250_000 {
		t.Errorf("tables of %d bytes", n)
	}
}

func BenchmarkFind(b *testing.B) {
	key := []byte("associated press")
	for b.Loop() {
		Find(key)
	}
}

func FuzzFind(f *testing.F) {
	for i := range Count {
		f.Add(Get(i).Name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		n := Find(fold.Append(nil, name))
		if n == 0 != (n.Len() == 0) {
			t.Errorf("%q: %d outlets", name, n.Len())
		}
		for i := range n.Len() {
			if o := n.Outlet(i); o >= Count || ByID(Get(o).ID) != o {
				t.Errorf("%q: outlet %d of %d", name, o, Count)
			}
		}
		if i := ByID(name); i >= 0 && Get(i).ID != name {
			t.Errorf("the ID %q is that of %s", name, Get(i).ID)
		}
	})
}
