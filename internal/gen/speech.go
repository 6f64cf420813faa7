//go:build ignore

// Speech learns the models of internal/speech from stories whose attributions are known: JSON Lines
// with the fields text and want.attributions, whose source, cue and content are lists of byte
// spans; and from passages of our own, of the kinds of news that those stories are not.
//
//	go run internal/gen/speech.go internal/gen/chain.go -train FILE -out internal/speech
//
// The models are linear chains of tags, that of what is kept a chain of one, trained for their
// conditional likelihood by AdaGrad, in the order of the file; the same file gives the same bytes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/speech"
)

var (
	train  = flag.String("train", "", "stories to learn from")
	own    = flag.String("own", "internal/gen/data/speech.tsv", "passages to learn from too")
	times  = flag.Int("times", 1, "how often each passage counts")
	out    = flag.String("out", "internal/speech", "where the models go")
	hold   = flag.Int("hold", 0, "leave out every nth story")
	epochs = flag.Int("epochs", 14, "how often to go through the stories")
	rate   = flag.Float64("rate", 0.04, "learning rate")
	least  = flag.Int("least", 2, "how often a feature must be seen")
	lean   = flag.Float64("lean", 2.5, "how far to lean towards finding a cue")
	parts  = flag.Int("parts", 4, "how many parts of the stories are each read by models of the rest")
	drop   = flag.Float64("drop", 0.5, "share of the features that each step does without")
	stop   = flag.Float64("stop", 0.2, "share of the elements that stop at each stage")
)

// How many bits tell the slots of each model.
const (
	cueBits  = 16
	spanBits = 16
	keepBits = 14
)

type story struct {
	Text string
	Want struct{ Attributions []attribution }

	times int // how often it counts
}

type attribution struct{ Source, Cue, Content [][2]int }

func main() {
	log.SetFlags(log.Ltime)
	flag.Parse()
	stories, err := read(*train)
	check(err)
	passages, err := readOwn(*own)
	check(err)
	stories = append(stories, passages...)
	keep := learn("keep", speech.KeepTags, keepBits, func(add func(speech.Sequence)) {
		for part := range *parts {
			models, rest := learnBoth(stories, part)
			for _, s := range rest {
				toks := s.tokens()
				for range s.times {
					speech.LearnVerdicts(s.Text, toks, english, models, s.known(toks), add)
				}
			}
		}
	})
	models, _ := learnBoth(stories, -1)
	write("en.cue.tab", models.Cue)
	write("en.span.tab", models.Span)
	write("en.keep.tab", keep)
}

func write(name string, m speech.Model) {
	check(os.WriteFile(filepath.Join(*out, name), []byte(m), 0o644))
}

// learnBoth learns cues and spans from all stories but those of the given part, which it returns.
func learnBoth(stories []story, part int) (m speech.Models, rest []story) {
	var from []story
	for i, s := range stories {
		if i%*parts == part {
			rest = append(rest, s)
		} else {
			from = append(from, s)
		}
	}
	var wg sync.WaitGroup
	cues, spans := sequences(from, speech.LearnCues), sequences(from, speech.LearnSpans)
	wg.Go(func() { m.Cue = learn("cue", speech.CueTags, cueBits, cues) })
	wg.Go(func() { m.Span = learn("span", speech.SpanTags, spanBits, spans) })
	wg.Wait()
	return m, rest
}

// sequences returns a function that adds what each makes of the stories to learn from.
func sequences(stories []story, each func(string, []lang.Token, lang.Lang, []speech.Saying,
	func(speech.Sequence))) func(add func(speech.Sequence)) {
	return func(add func(speech.Sequence)) {
		for _, s := range stories {
			toks := s.tokens()
			for range s.times {
				each(s.Text, toks, english, s.known(toks), add)
			}
		}
	}
}

// learn learns a model with that many tags, and 1<<bits slots, from the sequences that fill adds.
func learn(name string, tags, bits int, fill func(add func(speech.Sequence))) speech.Model {
	c := &chain{tags: tags, bits: bits}
	fill(c.add)
	c.number()
	c.forbid()
	c.learn(name)
	if tags == speech.CueTags {
		for from := range tags {
			c.step[from][speech.CueBegin] += float32(*lean)
		}
	}
	return c.pack()
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func read(name string) (stories []story, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := json.NewDecoder(f)
	for n := 1; ; n++ {
		s := story{times: 1}
		if err := in.Decode(&s); err == io.EOF {
			return stories, nil
		} else if err != nil {
			return nil, err
		}
		if *hold == 0 || n%*hold != 0 {
			stories = append(stories, s)
		}
	}
}

// readOwn reads passages, a line each: the text and, set apart by tabs, its attributions as
// "source | cue | content // more content".
func readOwn(name string) (stories []story, err error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		columns := strings.Split(line, "\t")
		s := story{Text: columns[0], times: *times}
		for _, c := range columns[1:] {
			a, err := s.find(c)
			if err != nil {
				return nil, fmt.Errorf("%s: %q: %w", name, s.Text, err)
			}
			s.Want.Attributions = append(s.Want.Attributions, a)
		}
		stories = append(stories, s)
	}
	return stories, nil
}

// find finds the parts of an attribution in the text of s: the content first, the cue next to it
// and apart from the cues before, the source next to the cue.
func (s *story) find(column string) (a attribution, err error) {
	parts := strings.SplitN(column, " | ", 3)
	if len(parts) < 3 {
		return a, fmt.Errorf("%q has no three parts", column)
	}
	from := 0
	for _, c := range strings.Split(parts[2], " // ") {
		i := strings.Index(s.Text[from:], c)
		if i < 0 {
			return a, fmt.Errorf("no content %q", c)
		}
		a.Content = append(a.Content, [2]int{from + i, from + i + len(c)})
		from += i + len(c)
	}
	taken := slices.Clone(a.Content)
	for _, x := range s.Want.Attributions {
		taken = append(taken, x.Cue...)
	}
	if a.Cue, err = s.nearest(parts[1], a.Content, taken); err != nil {
		return a, err
	}
	if source := strings.TrimSpace(parts[0]); source != "" {
		a.Source, err = s.nearest(source, a.Cue, a.Cue)
	}
	return a, err
}

// nearest returns where each of the parts occurs as words of its own, closest to the spans beside
// and apart from the spans taken.
func (s *story) nearest(parts string, beside, taken [][2]int) (found [][2]int, err error) {
	for _, part := range strings.Split(parts, " // ") {
		x, ok := s.nearestPart(part, beside, taken)
		if !ok {
			return nil, fmt.Errorf("no %q", part)
		}
		found = append(found, x)
	}
	return found, nil
}

func (s *story) nearestPart(part string, beside, taken [][2]int) (found [2]int, ok bool) {
	best := math.MaxInt
	for i := range len(s.Text) - len(part) + 1 {
		x := [2]int{i, i + len(part)}
		if s.Text[i:x[1]] != part || s.inWord(i) || s.inWord(x[1]) || overlaps(x, taken) {
			continue
		}
		for _, b := range beside {
			if far := max(b[0]-x[1], x[0]-b[1]); far < best {
				best, found, ok = far, x, true
			}
		}
	}
	return found, ok
}

// inWord reports whether a letter stands on both sides of the offset i.
func (s *story) inWord(i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s.Text[:i])
	after, _ := utf8.DecodeRuneInString(s.Text[i:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

func overlaps(x [2]int, spans [][2]int) bool {
	return slices.ContainsFunc(spans, func(y [2]int) bool { return x[0] < y[1] && y[0] < x[1] })
}

var english = lang.Of("en")

func (s *story) tokens() []lang.Token {
	r := lang.NewReader(s.Text, english)
	toks := r.Append(nil, len(s.Text))
	r.Phrases(toks, 0)
	return toks
}

// known returns what is known of the story, in tokens.
func (s *story) known(toks []lang.Token) (known []speech.Saying) {
	for _, a := range s.Want.Attributions {
		k := speech.Saying{Source: runOf(toks, a.Source), Cue: runOf(toks, a.Cue)}
		for _, c := range a.Content {
			k.Content = append(k.Content, runOf(toks, [][2]int{c}))
		}
		known = append(known, k)
	}
	return known
}

// runOf returns the tokens from the first to the last byte of spans.
func runOf(toks []lang.Token, spans [][2]int) speech.Run {
	if len(spans) == 0 {
		return speech.Run{}
	}
	start, end := spans[0][0], spans[len(spans)-1][1]
	from := sort.Search(len(toks), func(i int) bool { return int(toks[i].End) > start })
	to := sort.Search(len(toks), func(i int) bool { return int(toks[i].Start) >= end })
	return speech.Run{From: from, To: to}
}
