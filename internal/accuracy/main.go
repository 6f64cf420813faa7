// Command accuracy measures what the library reads against gold: texts of which is known what they
// hold. It writes the tables of ACCURACY.md, every figure as tab-separated values, and the chart.
//
//	go run ./internal/accuracy -gold DIR
//
// # Gold
//
// Every *.jsonl file of DIR is a set, a JSON object a line. The file sets.tsv says what a set is
// of; one that was learned from is passed over.
//
//	{"id":"a1","task":"wire","lang":"en","published":"2018-04-11","text":"...","want":{...}}
//
// Without a lang the library tells the language itself. A passage is a span, [7,15], in UTF-8 bytes
// of the text, or a string, which is looked for in it. What want holds depends on the task:
//
//	dateline     null for none, or dateline; place or places [{text, country, region}]; date, or
//	             day and month; sources [ID]; reporters [name]
//	caption      caption, the body; credit, or credits [name]; photographers [name];
//	             agencies [as written]; sources [ID]; date; places [{text}]; file
//	attribution  attributions [{source, cue, content, speaker, via, kind, date}]: content is a list
//	             of passages, all after it may be absent
//	relay        mentions [{id, role, at, content, speaker, ambiguous, dateline, program}]
//	crossref     crossrefs [{text or at, label, title, outlet, kind}]; ignore [span]
//	byline       authors [name]; ignore [name]; sources [ID]
//	source       sources [ID]
//	stamp        dates
//	wire         wire, the ID of the agency whose copy it is
//	timex        beside want: timex [{start, end, type, value}], of TimeML
//
// Figures.tsv says what has to agree for an item to be right.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("accuracy: ")
	gold := flag.String("gold", "", "the folder of the gold files")
	root := flag.String("root", ".", "where ACCURACY.md and docs are")
	flag.Parse()
	if *gold == "" || flag.NArg() > 0 {
		log.Fatal("usage: go run ./internal/accuracy -gold DIR")
	}
	if err := run(*gold, *root); err != nil {
		log.Fatal(err)
	}
}

// run measures the sets in the folder gold and writes what came of it below root.
func run(gold, root string) error {
	sets, err := readSets(gold)
	if err != nil {
		return err
	}
	r := report{figures: figures()}
	if r.peers, err = peers(); err != nil {
		return err
	}
	for _, s := range sets {
		sheet, err := s.measure()
		if err != nil {
			return err
		}
		r.sets = append(r.sets, measured{s, sheet})
	}
	page := filepath.Join(root, "ACCURACY.md")
	text, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	filled, err := r.fill(string(text))
	if err != nil {
		return err
	}
	for name, content := range map[string]string{
		page: filled,
		filepath.Join(root, "docs", "accuracy.tsv"): r.values(),
		filepath.Join(root, "docs", "accuracy.svg"): r.chart(),
	} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}
