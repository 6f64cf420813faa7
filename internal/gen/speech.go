//go:build ignore

// Speech learns the models of internal/speech from stories whose attributions are known: JSON Lines
// with the fields text and want.attributions, whose source, cue and content are lists of byte
// spans; and from passages of our own, of the kinds of news that those stories are not.
//
//	go run internal/gen/speech.go -train FILE -out internal/speech
//
// The models are linear chains of tags, that of what is kept a chain of one, trained for their
// conditional likelihood by AdaGrad, in the order of the file; the same file gives the same bytes.
package main

import (
	"cmp"
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

const maxTags = 5

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
	drop   = flag.Float64("drop", 0.6, "share of the features that each step does without")
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
	keep := learn("keep", speech.KeepTags, 14, func(add func(speech.Sequence)) {
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
	wg.Go(func() { m.Cue = learn("cue", speech.CueTags, 18, sequences(from, speech.LearnCues)) })
	wg.Go(func() { m.Span = learn("span", speech.SpanTags, 17, sequences(from, speech.LearnSpans)) })
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

// A chain is a linear chain of tags with its sequences and weights.
type chain struct {
	tags  int
	bits  int
	feats []uint32 // of all elements, one after the other; numbers of rows after number
	ends  []int32  // where the features of each element end
	gold  []uint8
	seqs  []int32 // where each sequence ends, in elements

	seed  uint32   // counts the steps
	names []uint32 // the feature of each row
	w, g  [][maxTags]float32
	step  [maxTags][maxTags]float32
	stepG [maxTags][maxTags]float32
}

func (c *chain) add(s speech.Sequence) {
	for i, f := range s.Features {
		c.feats = append(c.feats, f...)
		c.ends = append(c.ends, int32(len(c.feats)))
		c.gold = append(c.gold, s.Tags[i])
	}
	c.seqs = append(c.seqs, int32(len(c.ends)))
}

const none = math.MaxUint32

// number replaces features by the numbers of their rows, and rare ones by none.
func (c *chain) number() {
	all := slices.Clone(c.feats)
	slices.Sort(all)
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j] == all[i] {
			j++
		}
		if j-i >= *least {
			c.names = append(c.names, all[i])
		}
		i = j
	}
	rows := make(map[uint32]uint32, len(c.names))
	for i, n := range c.names {
		rows[n] = uint32(i)
	}
	for i, f := range c.feats {
		if r, ok := rows[f]; ok {
			c.feats[i] = r
		} else {
			c.feats[i] = none
		}
	}
	c.w = make([][maxTags]float32, len(c.names))
	c.g = make([][maxTags]float32, len(c.names))
	for from := range c.tags {
		for to := range c.tags {
			if !speech.MayFollow(c.tags, uint8(from), uint8(to)) {
				c.step[from][to] = -1000
			}
		}
	}
	log.Printf("%d elements, %d features", len(c.ends), len(c.names))
}

func (c *chain) learn(name string) {
	for e := range *epochs {
		loss := 0.0
		// A fixed stride visits the sequences in a scattered order.
		n, at := len(c.seqs), 0
		for range n {
			at = (at + stride(n)) % n
			from := int32(0)
			if at > 0 {
				from = c.seqs[at-1]
			}
			loss += c.descend(int(from), int(c.seqs[at]))
		}
		log.Printf("%s %d: loss %.4f", name, e, loss/float64(len(c.ends)))
	}
}

// stride returns a step that has no divisor in common with n.
func stride(n int) int {
	s := n*5/8 | 1
	for gcd(s, n) != 1 {
		s += 2
	}
	return s
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func (c *chain) features(i int) []uint32 {
	from := int32(0)
	if i > 0 {
		from = c.ends[i-1]
	}
	return c.feats[from:c.ends[i]]
}

// dropped reports whether this step does without feature k of element i. The same steps drop the
// same features every time.
func (c *chain) dropped(i, k int) bool {
	h := (uint32(i)*0x9E3779B1 ^ uint32(k)*0x85EBCA6B ^ c.seed*0xC2B2AE35) * 0x27D4EB2F
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 13
	return float64(h) < *drop*(1<<32)
}

type scores [maxTags]float64

// descend takes one step towards the gold tags of the elements [from, to) and returns the loss.
func (c *chain) descend(from, to int) float64 {
	n := to - from
	if n == 0 {
		return 0
	}
	emit, fwd, bwd := make([]scores, n), make([]scores, n), make([]scores, n)
	c.seed++
	for i := range n {
		for k, f := range c.features(from + i) {
			if f != none && !c.dropped(i, k) {
				for t := range c.tags {
					emit[i][t] += float64(c.w[f][t])
				}
			}
		}
		if len(c.features(from+i)) == 0 {
			for t := 1; t < c.tags; t++ {
				emit[i][t] = -1000
			}
		}
	}
	var buf scores
	for i := range n {
		for t := range c.tags {
			if i == 0 {
				fwd[i][t] = emit[i][t] + float64(c.step[0][t])
				continue
			}
			for p := range c.tags {
				buf[p] = fwd[i-1][p] + float64(c.step[p][t])
			}
			fwd[i][t] = emit[i][t] + logSum(buf[:c.tags])
		}
	}
	for i := n - 2; i >= 0; i-- {
		for t := range c.tags {
			for x := range c.tags {
				buf[x] = bwd[i+1][x] + emit[i+1][x] + float64(c.step[t][x])
			}
			bwd[i][t] = logSum(buf[:c.tags])
		}
	}
	total := logSum(fwd[n-1][:c.tags])
	gold := 0.0
	prev := uint8(0)
	for i := range n {
		tag := c.gold[from+i]
		gold += emit[i][tag] + float64(c.step[prev][tag])
		c.update(from+i, emit[i], fwd, bwd, i, total, prev)
		prev = tag
	}
	return total - gold
}

func (c *chain) update(at int, emit scores, fwd, bwd []scores, i int, total float64, prev uint8) {
	tag := c.gold[at]
	var grad [maxTags]float32
	for t := range c.tags {
		grad[t] = float32(-math.Exp(fwd[i][t] + bwd[i][t] - total))
	}
	grad[tag]++
	for p := range c.tags {
		for t := range c.tags {
			var e float64
			if i == 0 && p == 0 {
				e = math.Exp(fwd[i][t] + bwd[i][t] - total)
			} else if i > 0 {
				e = math.Exp(fwd[i-1][p] + float64(c.step[p][t]) + emit[t] + bwd[i][t] - total)
			}
			g := float32(-e)
			if uint8(p) == prev && uint8(t) == tag {
				g++
			}
			if g != 0 && c.step[p][t] > -500 {
				c.stepG[p][t] += g * g
				c.step[p][t] += float32(*rate) * g / (1 + float32(math.Sqrt(float64(c.stepG[p][t]))))
			}
		}
	}
	small := true
	for t := range c.tags {
		small = small && grad[t] < 1e-3 && grad[t] > -1e-3
	}
	if small {
		return
	}
	for k, f := range c.features(at) {
		if f == none || c.dropped(i, k) {
			continue
		}
		w, g := &c.w[f], &c.g[f]
		for t := range c.tags {
			d := grad[t]
			g[t] += d * d
			w[t] += float32(*rate) * d / float32(math.Sqrt(float64(0.1+g[t])))
		}
	}
}

func logSum(x []float64) float64 {
	sum, top := 0.0, x[0]
	for _, v := range x {
		top = max(top, v)
	}
	for _, v := range x {
		sum += math.Exp(v - top)
	}
	return top + math.Log(sum)
}

// pack keeps the rows that weigh most and packs them.
func (c *chain) pack() speech.Model {
	var rows []speech.Row
	for i, w := range c.w {
		for t := range w {
			w[t] *= float32(1 - *drop)
		}
		rows = append(rows, speech.Row{Feature: c.names[i], Weights: w})
	}
	slices.SortFunc(rows, func(a, b speech.Row) int {
		wider := cmp.Compare(spread(b.Weights[:c.tags]), spread(a.Weights[:c.tags]))
		return cmp.Or(wider, cmp.Compare(a.Feature, b.Feature))
	})
	return speech.Pack(c.tags, c.step, rows, c.bits)
}

// spread is how much a row can change the order of the tags.
func spread(w []float32) float32 { return slices.Max(w) - slices.Min(w) }
