//go:build ignore

// Outlets packs the registry of sources into the tables that package outlets embeds.
package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/table"
)

const registry = "../gen/data/sources.tsv"

// The flags of a name, as package outlets has them.
const (
	several = 1 << (13 + iota)
	weak
	allCaps
	lowerFirst
	lowerLast
)

var kinds = []string{
	"wire", "photo", "newspaper", "magazine", "broadcaster", "online", "social", "official",
}

// A source is a line of the registry. A name that ends in "?" is weak.
type source struct {
	id, kind, country, lang, domain string
	names                           []string
}

// A name is what stands behind a key: the flags, and the numbers of the sources.
type name struct {
	more   bool
	flags  int
	strong []int
	weak   []int
}

func main() {
	log.SetFlags(0)
	sources, err := read(registry)
	check(err)
	names, err := collect(sources)
	check(err)
	list, lists := entries(names)
	packed, err := table.Build(list)
	check(err)
	records := packRecords(sources)
	check(os.WriteFile("names.tab", []byte(packed), 0o644))
	check(os.WriteFile("lists.tab", lists, 0o644))
	all := sieve(sources, func(string) bool { return true })
	check(os.WriteFile("begins.tab", []byte(all), 0o644))
	check(os.WriteFile("lower.tab", []byte(sieve(sources, startsLower)), 0o644))
	check(os.WriteFile("records.tab", records, 0o644))
	check(os.WriteFile("tables.go", header(sources, len(names), len(packed), len(records)), 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// columns are those of the registry.
const columns = "id, name, kind, country, language, domain, aliases"

func read(file string) ([]source, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var sources []source
	known := map[string]bool{}
	for i, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		if i == 0 {
			continue
		}
		s, err := parse(line)
		if err == nil && known[s.id] {
			err = fmt.Errorf("a second %s", s.id)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %v", file, i+1, err)
		}
		known[s.id] = true
		sources = append(sources, s)
	}
	slices.SortFunc(sources, func(a, b source) int { return cmp.Compare(a.id, b.id) })
	return sources, nil
}

// parse reads a line of the registry.
func parse(line string) (s source, err error) {
	col := strings.Split(line, "\t")
	if len(col) != 7 {
		return s, fmt.Errorf("%d columns, not 7, with a tab between: %s", len(col), columns)
	}
	s = source{id: col[0], kind: col[2], country: col[3], lang: col[4], domain: col[5]}
	if s.country == "001" { // the world
		s.country = ""
	} else if len(s.country) != 2 {
		return s, fmt.Errorf("country %q is neither an ISO 3166-1 code nor 001", s.country)
	}
	if !slices.Contains(kinds, s.kind) {
		return s, fmt.Errorf("kind %q is none of %s", s.kind, strings.Join(kinds, ", "))
	}
	s.names = []string{col[1]}
	if col[6] != "" {
		s.names = append(s.names, strings.Split(col[6], "|")...)
	}
	for _, n := range s.names {
		if len(lang.Keys(strings.TrimSuffix(n, "?"))) == 0 {
			return s, fmt.Errorf("%q has a name without a word: %q", s.id, n)
		}
	}
	return s, nil
}

// collect gives each key of a name its flags and sources. Where several sources have a name, it is
// not weak for one of them at most.
func collect(sources []source) (map[string]*name, error) {
	names := map[string]*name{}
	for i, s := range sources {
		for _, n := range s.names {
			text, isWeak := strings.CutSuffix(n, "?")
			add(names, text, i, isWeak)
		}
		if s.domain != "" {
			add(names, s.domain, i, false)
		}
	}
	for key, n := range names {
		if len(n.strong) > 1 {
			return nil, fmt.Errorf("%q is a name of %s and of %s: end it in \"?\" in one of them, or both",
				key, sources[n.strong[0]].id, sources[n.strong[1]].id)
		}
	}
	return names, nil
}

// at returns the entry of a name and has the beginnings of the name lead to it.
func at(names map[string]*name, text string) *name {
	keys := lang.Keys(text)
	for _, k := range keys {
		if names[k] == nil {
			names[k] = &name{}
		}
	}
	for _, k := range keys[:len(keys)-1] {
		names[k].more = true
	}
	return names[keys[len(keys)-1]]
}

func add(names map[string]*name, text string, source int, isWeak bool) {
	n := at(names, text)
	first := len(n.strong)+len(n.weak) == 0
	if caps := isCaps(text); caps && first {
		n.flags |= allCaps
	} else if !caps {
		n.flags &^= allCaps
	}
	words := strings.Fields(text)
	if startsLower(words[0]) {
		n.flags |= lowerFirst
	}
	if startsLower(words[len(words)-1]) {
		n.flags |= lowerLast
	}
	list := &n.strong
	if isWeak {
		list = &n.weak
	}
	if !slices.Contains(*list, source) {
		*list = append(*list, source)
	}
}

// sieve returns the hashes of how the names that fit begin: with two words, or all of them is one.
func sieve(sources []source, fits func(name string) bool) table.Sieve {
	begins := map[uint32]bool{}
	for _, s := range sources {
		for _, n := range append(s.names, s.domain) {
			n = strings.TrimSuffix(n, "?")
			if n == "" || !fits(n) {
				continue
			}
			hash, ok := lang.PairOf(n)
			if !ok {
				hash = fold.Hash(lang.Keys(n)[0])
			}
			begins[hash] = true
		}
	}
	return table.BuildSieve(slices.Sorted(maps.Keys(begins)))
}

// isCaps reports whether a name has capitals and no small letters.
func isCaps(s string) bool {
	return strings.ContainsFunc(s, unicode.IsUpper) && !strings.ContainsFunc(s, unicode.IsLower)
}

func startsLower(word string) bool { return unicode.IsLower([]rune(word)[0]) }

// entries returns the keys with their values, and the lists of the names of several sources.
func entries(names map[string]*name) (out []table.Entry, lists []byte) {
	for _, key := range slices.Sorted(maps.Keys(names)) {
		n, v := names[key], table.Value(0)
		if n.more {
			v = table.More
		}
		all := append(n.strong, n.weak...)
		if len(n.strong) == 0 {
			n.flags |= weak
		}
		switch len(all) {
		case 0:
		case 1:
			v = table.ValueOf(v|table.Whole, n.flags|all[0])
		default:
			v = table.ValueOf(v|table.Whole, n.flags|several|len(lists))
			lists = append(lists, byte(len(all)))
			for _, i := range all {
				lists = binary.LittleEndian.AppendUint16(lists, uint16(i))
			}
		}
		out = append(out, table.Entry{Key: key, Hash: fold.Hash(key), Value: v})
	}
	return out, lists
}

func packRecords(sources []source) []byte {
	out := make([]byte, 3*len(sources))
	for i, s := range sources {
		n := len(out)
		out[3*i], out[3*i+1], out[3*i+2] = byte(n), byte(n>>8), byte(n>>16)
		out = append(out, byte(slices.Index(kinds, s.kind)))
		name := strings.TrimSuffix(s.names[0], "?")
		fields := []string{s.id, name, s.country, s.domain, s.lang}
		for _, f := range fields {
			out = append(out, byte(len(f)))
		}
		for _, f := range fields {
			out = append(out, f...)
		}
	}
	return out
}

func header(sources []source, names, namesSize, recordsSize int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "// Code generated by internal/gen/outlets.go; DO NOT EDIT.\n")
	fmt.Fprintf(&b, "// Source: internal/gen/data/sources.tsv, "+
		"facts gathered for this module (MIT).\n")
	fmt.Fprintf(&b, "// names.tab: %d keys, %d bytes. records.tab: %d bytes.\n\n",
		names, namesSize, recordsSize)
	fmt.Fprintf(&b, "package outlets\n\n// Count is the number of outlets in the registry.\n")
	fmt.Fprintf(&b, "const Count = %d\n\n", len(sources))
	fmt.Fprintf(&b, "// kinds holds what outlets can be.\nvar kinds = [...]string{\n")
	for _, k := range kinds {
		fmt.Fprintf(&b, "\t%q,\n", k)
	}
	b.WriteString("}\n")
	return []byte(b.String())
}
