// Beam reads stories by the million with Apache Beam: on this machine, or unchanged on a cluster
// under Flink, Spark or Dataflow, for which README.md has the commands. In this folder, which is a
// module of its own:
//
//	go run . -input 'stories/*.jsonl.gz' -output out
//
// Stories come as JSON Lines or in WARC files, and leave as articles in JSON Lines, with counts of
// the agencies whose they are and of the countries that they were filed from. What cannot be read
// stops nothing; it is written down with the reason.
package main

import (
	"context"
	"flag"
	"log"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

// The options of a run: what it reads and writes. Files are local, or gs:// on Google Cloud.
type options struct {
	input, output string // a glob of files, and a folder
	shards        int    // how many files the articles are dealt out to
	known         Known  // of all stories that do not say otherwise
}

func main() {
	var o options
	flag.StringVar(&o.input, "input", "", "`files` to read: *.jsonl, *.warc, either gzipped or not")
	flag.StringVar(&o.output, "output", "", "`folder` to write to")
	flag.IntVar(&o.shards, "shards", 1, "the `number` of files that the articles are dealt out to")
	flag.StringVar(&o.known.Published, "published", "", "`date` of the stories that say none")
	flag.StringVar(&o.known.Lang, "lang", "", "`language` of the stories that say none")
	flag.StringVar(&o.known.Country, "country", "", "`country` of the papers that say none")
	flag.StringVar(&o.known.Outlet, "outlet", "", "`paper` of the stories that say none")
	flag.Parse()
	beam.Init() // a worker stays here
	if o.input == "" || o.output == "" || o.shards < 1 {
		log.Fatal("-input and -output must be given, and -shards be positive")
	}
	if _, err := o.known.parser(); err != nil {
		log.Fatal(err)
	}
	p, s := beam.NewPipelineWithRoot()
	build(s, o)
	if err := beamx.Run(context.Background(), p); err != nil {
		log.Fatal(err)
	}
}

// build puts the pipeline together:
//
//	files ─→ stories ─→ articles ─→ articles.jsonl
//	  │         │           ├─→ agencies.tsv
//	  │         │           └─→ countries.tsv
//	  └─────────┴─→ failures.jsonl
func build(s beam.Scope, o options) {
	stories, unread := read(s, o.input)
	articles, unparsed := beam.ParDo2(s, &parseFn{Known: o.known}, stories)
	failures := beam.Flatten(s, unread, unparsed)
	byAgency := stats.Count(s, beam.ParDo(s, agency, articles))
	byCountry := stats.Count(s, beam.ParDo(s, countries, articles))

	write(s, o.output+"/articles.jsonl", o.shards, beam.ParDo(s, articleLine, articles))
	write(s, o.output+"/failures.jsonl", 1, beam.ParDo(s, failureLine, failures))
	write(s, o.output+"/agencies.tsv", 1, beam.ParDo(s, countLine, byAgency))
	write(s, o.output+"/countries.tsv", 1, beam.ParDo(s, countLine, byCountry))
}
