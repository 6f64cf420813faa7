package outlets

import (
	"testing"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
)

func TestNames(t *testing.T) {
	Names.Each(func(key string, value int) {
		if folded := fold.String(key); folded != key {
			t.Errorf("key %q is not folded: %q", key, folded)
		}
		n := At(value)
		if flags := Names[value]; flags&lang.FlagKey != 0 != (n.Len() > 0) || flags == 0 {
			t.Errorf("%q: flags %b, %d outlets", key, flags, n.Len())
		}
		for i := range n.Len() {
			if o := n.Outlet(i); o >= Count {
				t.Errorf("%q: outlet %d of %d", key, o, Count)
			}
		}
	})
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
	if n := len(Names) + len(records); n > 500_000 {
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
		if n == (Name{}) != (n.Len() == 0) {
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
