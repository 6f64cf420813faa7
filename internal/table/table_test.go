package table

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/e95690a0/dateline/internal/fold"
)

func entries(keys ...string) (list []Entry) {
	for i, key := range keys {
		list = append(list, Entry{key, fold.Hash(key), []byte{byte(i), byte(i >> 8)}})
	}
	return list
}

func manyKeys(n int) (keys []string) {
	for i := range n {
		keys = append(keys, fmt.Sprint("key ", i))
	}
	return keys
}

func TestFind(t *testing.T) {
	keys := append(manyKeys(1000), "a", strings.Repeat("é", MaxKey/2))
	table, err := Build(entries(keys...))
	if err != nil {
		t.Fatal(err)
	}
	for i, key := range keys {
		at := table.Find([]byte(key), fold.Hash(key))
		if at == 0 || int(table.Uint16(at)) != i {
			t.Errorf("%q: found at %d, want the value %d", key, at, i)
		}
	}
	for _, key := range []string{"", "key", "key 1000", "key 1 ", "b", strings.Repeat("x", 1000)} {
		if at := table.Find([]byte(key), fold.Hash(key)); at != 0 {
			t.Errorf("%q: found at %d, want a miss", key, at)
		}
	}
	if at := Table("").Find([]byte("a"), fold.Hash("a")); at != 0 {
		t.Errorf("found at %d of the empty table", at)
	}
}

func TestEach(t *testing.T) {
	want := entries(manyKeys(100)...)
	table, err := Build(want)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	table.Each(func(key string, value int) { got[key] = int(table.Uint16(value)) })
	for i, e := range want {
		if v, ok := got[e.Key]; !ok || v != i {
			t.Errorf("%q has the value %d, %v, want %d", e.Key, v, ok, i)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d keys %v, want %d", len(got), slices.Sorted(maps.Keys(got)), len(want))
	}
}

// The same entries in another order give the same bytes, so that tables can be built again.
func TestBuildOrder(t *testing.T) {
	list := entries(manyKeys(100)...)
	first, err := Build(list)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(list)
	second, err := Build(list)
	if err != nil {
		t.Fatal(err)
	}
	if first != second {
		t.Error("another order gave other bytes")
	}
}

func TestBuildFails(t *testing.T) {
	for _, c := range []struct {
		name, want string
		list       []Entry
	}{
		{"empty key", "key of 0 bytes", entries("a", "")},
		{"long key", "key of 256 bytes", entries(strings.Repeat("x", MaxKey+1))},
		{"key twice", `key twice: "a"`, entries("a", "b", "a")},
		{"too large", "are too many", []Entry{{"a", fold.Hash("a"), make([]byte, 1<<24)}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Build(c.list); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestFindAllocates(t *testing.T) {
	table, err := Build(entries(manyKeys(100)...))
	if err != nil {
		t.Fatal(err)
	}
	key := []byte("key 7")
	if n := testing.AllocsPerRun(100, func() { table.Find(key, fold.Hash(key)) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func BenchmarkFind(b *testing.B) {
	table, err := Build(entries(manyKeys(2000)...))
	if err != nil {
		b.Fatal(err)
	}
	for name, key := range map[string][]byte{"hit": []byte("key 77"), "miss": []byte("nothing")} {
		hash := fold.Hash(key)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				table.Find(key, hash)
			}
		})
	}
}

// FuzzBuild packs the words of a text; each is found, and no other.
func FuzzBuild(f *testing.F) {
	f.Add("a ab abc b", "ab")
	f.Add(strings.Join(manyKeys(50), " "), "key 7")
	f.Add("\xff \x00 é", "")
	f.Fuzz(func(t *testing.T, text, other string) {
		keys := strings.Fields(text)
		slices.Sort(keys)
		keys = slices.DeleteFunc(slices.Compact(keys), func(k string) bool { return len(k) > MaxKey })
		table, err := Build(entries(keys...))
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range append(keys, other) {
			at := table.Find([]byte(key), fold.Hash(key))
			if _, ok := slices.BinarySearch(keys, key); ok != (at != 0) {
				t.Errorf("%q: found at %d of %q", key, at, keys)
			}
			if at != 0 && keys[table.Uint16(at)] != key {
				t.Errorf("%q: found %q", key, keys[table.Uint16(at)])
			}
		}
	})
}
