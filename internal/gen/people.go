//go:build ignore

// People packs the names of internal/gen/data/people.tsv, and first names, those of forenames.tsv
// among them, with the sex of those who have them, into the tables that package people embeds.
//
//	go run ../gen/people.go ../gen/npm.go
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/table"
)

func main() {
	log.SetFlags(0)
	packNames()
	packForenames()
}

// packNames packs the full names of those who are called by one name.
func packNames() {
	b, err := os.ReadFile("../gen/data/people.tsv")
	check(err)
	names := map[string]string{} // a key to the full name, or "" where longer keys start with it
	for line := range strings.Lines(string(b)) {
		name, short, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		for s := range strings.SplitSeq(short, "|") {
			check(add(names, lang.Keys(s), name))
		}
	}
	var entries []table.Entry
	var text []byte
	at := map[string]int{} // a full name to its offset in text
	for _, key := range slices.Sorted(maps.Keys(names)) {
		name, v := names[key], table.More
		if name != "" {
			if _, ok := at[name]; !ok {
				at[name] = len(text)
				text = append(append(text, byte(len(name))), name...)
			}
			v = table.ValueOf(table.Whole, at[name])
		}
		entries = append(entries, table.Entry{Key: key, Hash: fold.Hash(key), Value: v})
	}
	t, err := table.Build(entries)
	check(err)
	check(os.WriteFile("names.tab", []byte(t), 0o644))
	check(os.WriteFile("text.tab", text, 0o644))
}

// add files the last of keys under name, those before it as beginnings.
func add(names map[string]string, keys []string, name string) error {
	for _, k := range keys[:len(keys)-1] {
		if names[k] != "" {
			return fmt.Errorf("%q begins %q", k, keys[len(keys)-1])
		}
		names[k] = ""
	}
	last := keys[len(keys)-1]
	if other, ok := names[last]; ok && other != name {
		return fmt.Errorf("%q is %q and %q", last, other, name)
	}
	names[last] = name
	return nil
}

// votes counts the lists of men's names and of women's that have a name.
type votes [2]int

// The fewest votes that tell the sex of a name, and how many times those that say otherwise. The
// list of a country, which has the common names alone, has as many as two lists of all names, and
// ours more than all of them.
const (
	leastVotes     = 2
	moreVotes      = 4
	votesOfCountry = 2
	votesOfOurs    = 64
)

// packForenames packs the first names of which the lists agree whose they are.
func packForenames() {
	names := countForenames()
	var entries []table.Entry
	for _, key := range slices.Sorted(maps.Keys(names)) {
		if sex := names[key].sex(); sex > 0 && len(lang.Keys(key)) == 1 {
			v := table.ValueOf(table.Whole, sex)
			entries = append(entries, table.Entry{Key: key, Hash: fold.Hash(key), Value: v})
		}
	}
	t, err := table.Build(entries)
	check(err)
	check(os.WriteFile("forenames.tab", []byte(t), 0o644))
}

// countForenames counts what the lists say of each first name.
func countForenames() map[string]votes {
	names := map[string]votes{}
	vote := func(name string, woman bool, n int) {
		key := fold.String(strings.TrimSpace(name))
		v := names[key]
		if woman {
			v[1] += n
		} else {
			v[0] += n
		}
		names[key] = v
	}
	check(readPackage("human-names", "1.0.13", isList, func(file string, b []byte) error {
		var list []string
		err := json.Unmarshal(b, &list)
		for _, name := range list {
			vote(name, strings.HasPrefix(path.Base(file), "female-"), votesOfCountry)
		}
		return err
	}))
	check(readPackage("gender-detection-from-name", "1.11.5", isList, func(_ string, b []byte) error {
		for line := range strings.Lines(string(b)) {
			if f := strings.Split(line, "'"); len(f) == 5 { // ['anna', 'female'],
				vote(f[1], f[3] == "female", 1)
			}
		}
		return nil
	}))
	b, err := os.ReadFile("../gen/data/forenames.tsv")
	check(err)
	for line := range strings.Lines(string(b)) {
		sex, list, _ := strings.Cut(line, "\t")
		for name := range strings.FieldsSeq(list) {
			vote(name, sex == "2", votesOfOurs)
		}
	}
	return names
}

// sex returns 1 for a man's name, 2 for a woman's, and 0 where the lists do not agree.
func (v votes) sex() int {
	for i, n := range v {
		if n >= leastVotes && n >= moreVotes*v[1-i] {
			return i + 1
		}
	}
	return 0
}

// isList reports whether a file of a package is a list of names.
func isList(file string) bool {
	return strings.HasPrefix(file, "data/") || strings.HasPrefix(file, "names/")
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
