package main

import (
	_ "embed"
	"strconv"
	"strings"
)

// The tables that go with the program, tab-separated, below a line of headings.
var (
	//go:embed sets.tsv
	setsTable string
	//go:embed figures.tsv
	figuresTable string
	//go:embed peers.tsv
	peersTable string
)

// A set says what a gold file is.
type set struct {
	name    string
	learned bool   // the models learned from it
	short   string // "Reuters-21578"
	texts   string // what it is of
	labels  string // whose labels
}

func knownSets() map[string]set {
	sets := map[string]set{}
	for _, c := range rows(setsTable) {
		sets[c[0]] = set{c[0], c[1] == "learned", c[2], c[3], c[4]}
	}
	return sets
}

// A figure is something that is counted, "dateline: span".
type figure struct {
	name   string
	column string // its heading in the table of languages; empty for none
	set    string // the set that speaks for it among the fields; empty for none
	rule   string // what makes an item right
}

func figures() (list []figure) {
	for _, c := range rows(figuresTable) {
		list = append(list, figure{c[0], c[1], c[2], c[3]})
	}
	return list
}

// recallOnly reports whether what was read beside the gold is not counted.
func (f figure) recallOnly() bool {
	return strings.HasSuffix(f.name, "(recall)") || strings.HasSuffix(f.name, "no false alarm") ||
		strings.HasSuffix(f.name, "no false credit")
}

// A peer is what another program reaches.
type peer struct {
	figure, set       string // of ours, to stand beside it
	system            string
	precision, recall string // empty where not known
	f1                float64
	note              string
}

func peers() (list []peer, err error) {
	for _, c := range rows(peersTable) {
		f1, err := strconv.ParseFloat(c[5], 64)
		if err != nil {
			return nil, err
		}
		list = append(list, peer{c[0], c[1], c[2], c[3], c[4], f1, c[6]})
	}
	return list, nil
}

// rows returns the cells of a table, "-" as "".
func rows(table string) (out [][]string) {
	_, body, _ := strings.Cut(table, "\n")
	for line := range strings.Lines(body) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		for i, c := range cells {
			if c == "-" {
				cells[i] = ""
			}
		}
		out = append(out, cells)
	}
	return out
}
