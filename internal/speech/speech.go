// Package speech finds reported speech in the tokens of a story: who, the words that report it, and
// what was said. It reads sentences and quotation marks, then looks in each sentence for a cue and
// for source and content around it.
package speech

import (
	_ "embed" // for the models

	"math"
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A Run is a half-open range of tokens. The zero Run is none.
type Run struct{ From, To int }

// Empty reports whether x holds no token.
func (x Run) Empty() bool { return x.From >= x.To }

// Has reports whether token i is in x.
func (x Run) Has(i int) bool { return x.From <= i && i < x.To }

// Any reports whether one of the tokens x of a text has any of the classes c.
func (x Run) Any(toks []lang.Token, c lang.Class) bool {
	for i := x.From; i < x.To; i++ {
		if toks[i].Is(c) {
			return true
		}
	}
	return false
}

// A Saying is one piece of reported speech.
type Saying struct {
	Source  Run
	Cue     Run
	Content []Run
	// Sentence is the one that the cue stands in, or the first of the content where there is no
	// cue.
	Sentence Run
	// Own says that the words are the speaker's own, though no mark does: "Mayor: We were late".
	Own bool
	// Verb is the token of the cue that has its class.
	Verb int
}

// First returns the first token of s.
func (s *Saying) First() int {
	first := math.MaxInt
	for _, x := range [...]Run{s.Source, s.Cue} {
		if !x.Empty() {
			first = min(first, x.From)
		}
	}
	for _, c := range s.Content {
		first = min(first, c.From)
	}
	return first
}

// Last returns the last token of s.
func (s *Saying) Last() int {
	last := max(s.Source.To, s.Cue.To)
	for _, c := range s.Content {
		last = max(last, c.To)
	}
	return last - 1
}

// A Reading is what a text holds: its sentences, its quotations and the speech in them, in order.
type Reading struct {
	Sentences []Run
	Quotes    []Quote
	Sayings   []Saying
}

// A Memory is what stories are read in, one after the other. What was read from one is good until
// the next is read. The zero Memory is empty.
type Memory struct {
	reader  reader
	modeler *modeler // for the models of the last language that has some
}

// Read reads the given blocks of a story in language l.
func (m *Memory) Read(text string, toks []lang.Token, l lang.Lang, blocks []Run) Reading {
	r := &m.reader
	r.open(text, toks, l, blocks)
	if r.models.Cue != "" {
		m.model()
		for _, s := range r.sents {
			m.modeler.sentence(s)
		}
	} else {
		for _, s := range r.sents {
			if r.sentence(s); r.recalled != s.To {
				r.past = s
			}
		}
		for i := range r.says {
			r.bare(r.says[i].Content)
		}
	}
	slices.SortStableFunc(r.says, func(a, b Saying) int { return a.First() - b.First() })
	r.text, r.toks = "", nil // which are not to be held on to
	return Reading{r.sents, r.quotes, r.says}
}

// model makes the modeler ready for another story.
func (m *Memory) model() {
	if m.modeler == nil || m.modeler.keep.rows != m.reader.models.Keep.rows() {
		m.modeler = newModeler(&m.reader, m.reader.models)
	}
	m.modeler.heard = m.modeler.heard[:0]
	w := &m.modeler.win
	*w = window{frame: frame{cells: w.cells[:0], weighed: w.weighed}}
}

// Models are what is learned of a language: which words are cues, which are source and content of a
// cue, and which of the sayings that come out are to be kept. See MODELS.md for how they were made.
type Models struct {
	Cue, Span, Keep Model
	Senses          Senses
}

var (
	//go:embed en.cue.tab
	enCue Model
	//go:embed en.span.tab
	enSpan Model
	//go:embed en.keep.tab
	enKeep Model
	//go:embed en.sense.tab
	enSenses Senses
)

// modelsOf returns the models of language l. A language that has none is read by rules.
func modelsOf(l lang.Lang) Models {
	if l.Tag() == "en" {
		return Models{enCue, enSpan, enKeep, enSenses}
	}
	return Models{}
}

// newReader returns a reader that has opened the given story.
func newReader(text string, toks []lang.Token, l lang.Lang, blocks []Run) *reader {
	r := new(reader)
	r.open(text, toks, l, blocks)
	return r
}

// open forgets what r has read, cuts the blocks of another story into sentences and finds their
// quotations.
func (r *reader) open(text string, toks []lang.Token, l lang.Lang, blocks []Run) {
	*r = reader{
		text: text, toks: toks, lang: l, models: modelsOf(l),
		sents: r.sents[:0], quotes: r.quotes[:0], inside: r.inside[:0], says: r.says[:0],
		begun: r.begun[:0], cues: r.cues[:0], cells: r.cells[:0], runs: r.runs[:0],
		labels: r.labels[:0],
	}
	least := scan.Line
	if wrapped(toks) {
		least = scan.Para
	}
	for _, b := range blocks {
		r.paragraphs(b, least)
	}
	r.mask()
}

// A reader holds what has been read so far.
type reader struct {
	text     string
	toks     []lang.Token
	lang     lang.Lang
	models   Models
	sents    []Run
	quotes   []Quote
	inside   []int32 // for each token the number of its quotation, from 1; 0 is none
	says     []Saying
	past     Run   // the last sentence that was read and told something
	recalled int   // where the last one ended that only told who said that
	voice    int   // the last saying whose cue is not itself quoted
	begun    []Run // sentences of a quotation that nobody has been named for yet
	cues     []cue
	cells    []cell // of the tokens that were looked at last
	turns    int    // paragraphs that begin with a name in capitals and a colon
	labels   []labelName
	runs     []Run // backs the contents of sayings
}

// mask notes for each token which quotation it is in.
func (r *reader) mask() {
	n := len(r.toks) + 1
	r.inside = slices.Grow(r.inside, n)[:n]
	clear(r.inside)
	for n, q := range r.quotes {
		for i := q.From; i < q.To; i++ {
			r.inside[i] = int32(n + 1)
		}
	}
}

// quoteAt returns the quotation that token i is in.
func (r *reader) quoteAt(i int) (Quote, bool) {
	if i < 0 || r.inside[i] == 0 {
		return Quote{}, false
	}
	return r.quotes[r.inside[i]-1], true
}

// add adds a saying with the given contents.
func (r *reader) add(s Saying, content ...Run) {
	s.Content = r.list(content...)
	r.says = append(r.says, s)
}

// means reports whether token i is in class c with the argument arg, in the language of the text.
func (r *reader) means(i int, c lang.Class, arg int) bool {
	got, _, home := r.toks[i].Arg(c, r.lang)
	return home && got == arg
}

// list returns those of runs that are not empty, in memory of the reader's.
func (r *reader) list(runs ...Run) []Run {
	at := len(r.runs)
	for _, x := range runs {
		if !x.Empty() {
			r.runs = append(r.runs, x)
		}
	}
	return r.runs[at:len(r.runs):len(r.runs)]
}
