package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/e95690a0/dateline"
)

// A goldSet is a file of texts and what is known about it.
type goldSet struct {
	name  string // the file's, without its ending
	about set
	items []item
}

// An item is a text with what it holds, a line of a gold file.
type item struct {
	ID        string          `json:"id"`
	Task      string          `json:"task"`
	Lang      string          `json:"lang"`
	Published string          `json:"published"`
	Text      string          `json:"text"`
	Want      json.RawMessage `json:"want"`
	Timex     []timex         `json:"timex"`
}

// readSets returns the sets in a folder, in the order of their names, but those that were learned
// from.
func readSets(folder string) (sets []goldSet, err error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	known := knownSets()
	for _, file := range files {
		s := goldSet{name: strings.TrimSuffix(filepath.Base(file), ".jsonl")}
		if s.about = known[s.name]; s.about.learned {
			continue
		}
		if s.items, err = readItems(file); err != nil {
			return nil, err
		}
		sets = append(sets, s)
	}
	if sets == nil {
		return nil, fmt.Errorf("no *.jsonl in %s", folder)
	}
	return sets, nil
}

func readItems(file string) (items []item, err error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(bytes.NewReader(content))
	lines.Buffer(nil, len(content)+1)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var it item
		if err := json.Unmarshal(lines.Bytes(), &it); err != nil {
			return nil, fmt.Errorf("%s:%d: %v", file, n, err)
		}
		items = append(items, it)
	}
	return items, lines.Err()
}

// measure reads all texts of the set, on all cores, and returns what came of it.
func (s *goldSet) measure() (sheet, error) {
	workers := runtime.GOMAXPROCS(0)
	cards := make([]card, len(s.items))
	errs := make([]error, len(s.items))
	var wg sync.WaitGroup
	for first := range workers {
		wg.Go(func() {
			for i := first; i < len(s.items); i += workers {
				cards[i], errs[i] = s.items[i].measure()
			}
		})
	}
	wg.Wait()
	all := sheet{}
	for i := range cards {
		if errs[i] != nil {
			return nil, fmt.Errorf("%s: %s: %v", s.name, s.items[i].ID, errs[i])
		}
		all.add(&cards[i])
	}
	return all, nil
}

// measure reads one text and compares what was read with what it holds.
func (it *item) measure() (card, error) {
	c := card{text: it.Text, tallies: map[string]tally{}}
	var p dateline.Parser
	if it.Published != "" {
		day, err := time.Parse(time.DateOnly, it.Published)
		if err != nil {
			return c, err
		}
		p.Published = day
	}
	c.article = p.ParseArticle(it.Text)
	c.lang, _, _ = strings.Cut(it.Lang, "-")
	if c.lang == "" {
		c.lang = c.article.Lang
	}
	if it.Task == "caption" {
		c.caption, _ = p.ParseCaption(it.Text) // what could be read is what counts
	}
	compare := comparers[it.Task]
	if compare == nil {
		return c, fmt.Errorf("no task is called %q", it.Task)
	}
	return c, compare(&c, it)
}

// comparers are the tasks.
var comparers = map[string]func(*card, *item) error{
	"attribution": with((*card).attributions),
	"byline":      with((*card).bylines),
	"caption":     with((*card).captions),
	"crossref":    with((*card).pointers),
	"dateline":    with((*card).datelines),
	"relay":       with((*card).relays),
	"source":      with((*card).sources),
	"stamp":       with((*card).stamps),
	"wire":        with((*card).wires),
	"timex": func(c *card, it *item) error {
		c.days(it.Timex)
		return nil
	},
}

// with returns the comparer that hands what an item wants to compare.
func with[W any](compare func(*card, *W)) func(*card, *item) error {
	return func(c *card, it *item) error {
		var want W
		if err := json.Unmarshal(it.Want, &want); err != nil {
			return err
		}
		compare(c, &want)
		return nil
	}
}
