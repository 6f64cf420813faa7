//go:build ignore

// People packs the names of internal/gen/data/people.tsv into the table that package people embeds.
package main

import (
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/table"
)

func main() {
	log.SetFlags(0)
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

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
