package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/e95690a0/dateline/internal/fold"
)

func entries(keys ...string) (list []Entry) {
	for i, key := range keys {
		list = append(list, Entry{key, fold.Hash(key), ValueOf(Whole, i)})
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
	keys := append(manyKeys(1000), "a", strings.Repeat("é", 1000))
	table, err := Build(entries(keys...))
	if err != nil {
		t.Fatal(err)
	}
	for i, key := range keys {
		if v := Find(table, key, fold.Hash(key)); !v.Has(Whole) || v.Number() != i {
			t.Errorf("%q: found %x, want the number %d", key, v, i)
		}
	}
	for _, key := range []string{"", "key", "key 1000", "key 1 ", "b", strings.Repeat("x", 1000)} {
		if v := Find(table, key, fold.Hash(key)); v != 0 {
			t.Errorf("%q: found %x, want a miss", key, v)
		}
	}
	if v := Find("", "a", fold.Hash("a")); v != 0 {
		t.Errorf("found %x in the empty table", v)
	}
}

// An ASCII word is found in whatever case it is written, another only folded.
func TestFindCase(t *testing.T) {
	table, err := Build(entries("reuters", "москва", "o'hare-7", "associated press"))
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{
		"REUTERS": true, "Reuters": true, "O'Hare-7": true, "Associated PRESS": true, "москва": true,
		"МОСКВА": false, "O\x07Hare-7": false, "REUTER\x13": false,
	} {
		if v := Find(table, word, fold.Hash(fold.String(word))); v.Has(Whole) != want {
			t.Errorf("%q: found %x, want %v", word, v, want)
		}
	}
}

// Of many words that are no keys none is found, though the table does not hold the keys; few are
// taken for beginnings of one.
func TestFindStrangers(t *testing.T) {
	list := entries(manyKeys(50_000)...)
	for i := range list {
		if i%3 == 0 {
			list[i].Value = More
		}
	}
	table, err := Build(list)
	if err != nil {
		t.Fatal(err)
	}
	const strangers = 1_000_000
	begins := 0
	for i := range strangers {
		key := fmt.Sprint("stranger ", i)
		switch v := Find(table, key, fold.Hash(key)); v {
		case 0:
		case More:
			begins++
		default:
			t.Errorf("%q: found %x", key, v)
		}
	}
	if begins > strangers/40 {
		t.Errorf("%d of %d are taken for beginnings", begins, strangers)
	}
}

func TestEach(t *testing.T) {
	list := append(entries(manyKeys(100)...), Entry{"begins", fold.Hash("begins"), More})
	table, err := Build(list)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]int{}
	table.Each(func(v Value) { seen[v.Number()]++ })
	for i := range 100 {
		if seen[i] != 1 {
			t.Errorf("the value of key %d comes %d times", i, seen[i])
		}
	}
	if len(seen) != 100 {
		t.Errorf("%d values, want 100", len(seen))
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
		{"empty key", "empty key", entries("a", "")},
		{"key twice", `key twice: "a"`, entries("a", "b", "a")},
		{"no value", "value 0", []Entry{{Key: "a"}}},
		{"large value", "value 1048577", []Entry{{"a", 7, ValueOf(Whole, MaxNumber+1)}}},
		{"capital", `"Aa" is not folded`, entries("Aa")},
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
	if n := testing.AllocsPerRun(100, func() { Find(table, key, fold.Hash(key)) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func BenchmarkFind(b *testing.B) {
	table, err := Build(entries(manyKeys(2000)...))
	if err != nil {
		b.Fatal(err)
	}
	for name, key := range map[string]string{"hit": "key 77", "miss": "nothing"} {
		hash := fold.Hash(key)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Find(table, key, hash)
			}
		})
	}
}

// FuzzBuild packs the words of a text, every third as a mere beginning; each is found, and no other.
func FuzzBuild(f *testing.F) {
	f.Add("a ab abc b", "ab")
	f.Add(strings.Join(manyKeys(50), " "), "key 7")
	f.Add("\xff \x00 é", "")
	f.Fuzz(func(t *testing.T, text, other string) {
		keys := strings.Fields(fold.String(text))
		slices.Sort(keys)
		keys = slices.Compact(keys)
		list := entries(keys...)
		for i := range list {
			if i%3 == 2 {
				list[i].Value = More
			}
		}
		table, err := Build(list)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range list {
			if v := Find(table, e.Key, e.Hash); v != e.Value {
				t.Errorf("%q: found %x of %q, want %x", e.Key, v, keys, e.Value)
			}
		}
		other = fold.String(other)
		v := Find(table, other, fold.Hash(other))
		if _, ok := slices.BinarySearch(keys, other); !ok && v&^More != 0 {
			t.Errorf("%q: found %x of %q", other, v, keys)
		}
	})
}

func TestSieve(t *testing.T) {
	var hashes []uint32
	for i := range 1000 {
		hashes = append(hashes, fold.Hash(fmt.Sprint("in", i)))
	}
	s, others := BuildSieve(hashes), 0
	for i, h := range hashes {
		if !s.Has(h) {
			t.Fatalf("hash %d does not pass", i)
		}
		if s.Has(fold.Hash(fmt.Sprint("out", i))) {
			others++
		}
	}
	if most := 2 * len(hashes) / sieveBits; others > most {
		t.Errorf("%d others of %d pass, more than %d", others, len(hashes), most)
	}
	if !Sieve("").Has(1) {
		t.Error("the empty Sieve holds something back")
	}
}
