//go:build ignore

// Lang packs the word lists of internal/lang/packs into the tables that package lang embeds.
package main

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"iter"
	"log"
	"maps"
	"math"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/table"
)

// A key of a sense: the class by its bit, and the argument.
type meaning struct{ class, arg int }

type entry struct {
	flags  table.Value
	extra  lang.Class
	senses map[meaning]uint64 // to the set of languages
}

// An alias is the tag of a language that is read with the pack of another.
type alias struct {
	tag  string
	lang int
}

// An article is one that a language writes as a part of the noun.
type article struct {
	text string
	lang int
}

// An ending is that of a noun in one of its cases: text takes the place of stem.
type ending struct {
	text, stem string
	apart      bool // a mark stands before it: TASS'a
}

// endings are those of one case, by language.
type endings map[int][]ending

type packer struct {
	entries  map[string]*entry
	letters  map[rune]uint64 // to the set of languages
	aliases  []alias
	articles []article
	endings  endings             // of the one who was told
	locals   endings             // of where something is
	grammar  [len(traits)]uint64 // the sets of languages that have each trait
	sets     []uint64            // of languages
	unions   []uint64            // of classes
	meanings []byte              // entries.tab
	pairs    []uint32            // pairs.tab
}

func main() {
	log.SetFlags(0)
	packs, err := filepath.Glob("packs/*.txt")
	check(err)
	slices.SortFunc(packs, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
	})
	last := "packs/" + shared + ".txt" // behind the languages
	packs = append(slices.DeleteFunc(packs, func(name string) bool { return name == last }), last)
	p := &packer{
		entries: map[string]*entry{}, letters: map[rune]uint64{},
		endings: endings{}, locals: endings{},
	}
	var tags []string
	for i, name := range packs {
		tags = append(tags, strings.TrimSuffix(filepath.Base(name), ".txt"))
		check(p.read(name, i+1))
	}
	check(p.cldr("../gen/data/cldr.tsv", tags))
	check(p.outlets("../gen/data/sources.tsv"))
	words, err := table.Build(p.pack())
	check(err)
	check(os.WriteFile("words.tab", []byte(words), 0o644))
	check(os.WriteFile("entries.tab", p.meanings, 0o644))
	slices.Sort(p.pairs)
	pairs := table.BuildSieve(slices.Compact(p.pairs))
	check(os.WriteFile("pairs.tab", []byte(pairs), 0o644))
	check(os.WriteFile("letters.tab", p.letterSets(), 0o644))
	check(writeSets("sets.tab", p.sets))
	check(writeSets("unions.tab", p.unions))
	check(os.WriteFile("tags.go", []byte(p.tagsFile(tags, len(words))), 0o644))
}

func writeSets(file string, sets []uint64) error {
	var b []byte
	for _, s := range sets {
		b = binary.LittleEndian.AppendUint64(b, s)
	}
	return os.WriteFile(file, b, 0o644)
}

// first are the languages that most news is written in. Where as much speaks for one language as
// for another, a text is taken to be in the one that comes first.
var first = []string{
	"en", "es", "fr", "de", "ru", "pt", "it", "ar", "zh",
	"ja", "nl", "tr", "pl", "id", "hi", "sr", "sv", "nb",
}

// rank returns where a pack stands among the first, or a number beyond them.
func rank(pack string) int {
	tag := strings.TrimSuffix(filepath.Base(pack), ".txt")
	if i := slices.Index(first, tag); i >= 0 {
		return i
	}
	return len(first)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// read takes in the lines "class: word, word", "class argument: word, word", "letter: ä, а-я",
// "also: no, nn", "joins: ال", "tells: nak, -nak, ям/и" and "grammar: drops subjects" of a pack.
func (p *packer) read(name string, l int) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		head, list, ok := strings.Cut(line, ":")
		if !ok {
			return fmt.Errorf("%s:%d: %q has no colon: a line is \"class: word, word\"", name, n, line)
		}
		switch head {
		case "letter":
			p.addLetters(list, l)
			continue
		case "also":
			p.addAliases(list, l)
			continue
		case "joins":
			p.addArticles(list, l)
			continue
		case "tells":
			p.endings.add(list, l)
			continue
		case "lies":
			p.locals.add(list, l)
			continue
		case "grammar":
			if err := p.addGrammar(list, l); err != nil {
				return fmt.Errorf("%s:%d: %v", name, n, err)
			}
			continue
		}
		m, err := parseHead(head)
		if err != nil {
			return fmt.Errorf("%s:%d: %v", name, n, err)
		}
		for w := range items(list) {
			if err := p.add(w, m, l); err != nil {
				return fmt.Errorf("%s:%d: %v", name, n, err)
			}
		}
	}
	return sc.Err()
}

// items are the words of a line, which have commas between.
func items(list string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for item := range strings.SplitSeq(list, ",") {
			if item = strings.TrimSpace(item); item != "" && !yield(item) {
				return
			}
		}
	}
}

// shared is the pack of all languages that have words about dates and nothing else.
const shared = "mul"

// cldr takes in the words that cldr.go has taken from CLDR.
func (p *packer) cldr(name string, tags []string) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(b)) {
		col := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line[0] == '#' || len(col) < 4 {
			continue
		}
		l := slices.Index(tags, col[0])
		if l < 0 {
			l = slices.Index(tags, shared)
		}
		m, err := parseHead(col[1] + " " + col[2])
		if err != nil {
			return fmt.Errorf("%s: %v", name, err)
		}
		for w := range strings.SplitSeq(col[3], ", ") {
			if !startsWithWord(w) || l == len(tags)-1 && common(w) { // "-il sena"
				continue
			}
			if err := p.add(w, m, l+1); err != nil {
				return fmt.Errorf("%s: %v", name, err)
			}
		}
	}
	return nil
}

// common reports whether a word of a language that has no pack is too short to be left to it: "du"
// is November in Breton, "here" October, "Anna" Friday in Turkmen.
func common(word string) bool {
	return len(word) <= 4 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == ""
}

// parseHead reads "class" or "class argument".
func parseHead(head string) (m meaning, err error) {
	class, arg, ok := strings.Cut(strings.TrimSpace(head), " ")
	if m.class = slices.Index(lang.Names[:], class); m.class < 0 {
		return m, fmt.Errorf("no class is called %q: packs/README.md lists them", class)
	}
	if ok {
		if m.arg, err = strconv.Atoi(strings.TrimSpace(arg)); err != nil {
			return m, fmt.Errorf("the argument of %s is %q, not a number", class, arg)
		}
	}
	limit := arguments[1<<m.class]
	if m.arg < limit.least || m.arg > limit.most {
		return m, fmt.Errorf("the argument of %s is %d, not from %d to %d: see packs/README.md",
			class, m.arg, limit.least, limit.most)
	}
	return m, nil
}

// arguments are the bounds of the arguments of the classes that have any.
var arguments = map[lang.Class]struct{ least, most int }{
	lang.Month: {-112, 32}, lang.Weekday: {-107, 7}, lang.Day: {-99, 99}, lang.Unit: {-11, 11},
	lang.Part: {1, 5}, lang.Shift: {-3, 3}, lang.Extent: {1, 5}, lang.Numeral: {0, 100},
	lang.Ordinal: {0, 31}, lang.DateMark: {-6, 6}, lang.Season: {1, 4}, lang.Ago: {-2, 2},
	lang.Clock: {1, 4}, lang.Era: {1, 7}, lang.On: {0, 1}, lang.Tense: {-1, 3},
	lang.Holiday: {0, 35}, lang.Role: {0, 23}, lang.Pronoun: {1, 6}, lang.Aux: {0, 3},
	lang.Prep: {0, 3}, lang.Cue: {1, 57}, lang.Cueing: {1, 8}, lang.Medium: {1, 5},
	lang.Article: {0, 2}, lang.Sub: {0, 1}, lang.CueBefore: {0, 59}, lang.CueAfter: {0, 2},
	lang.Toward: {0, 1}, lang.That: {0, 1}, lang.Topic: {0, 3}, lang.Press: {1, 25},
	lang.Honorific: {0, 20},
	lang.Photo:     {0, 3}, lang.Note: {0, 8}, lang.File: {0, 1}, lang.Position: {1, 9},
	lang.Furl: {1, 4}, lang.By: {0, 1}, lang.Duty: {1, 6}, lang.Contrib: {0, 2},
	lang.Pointer: {1, 7}, lang.PointTo: {1, 21}, lang.Slug: {1, 2}, lang.Filed: {0, 1},
	lang.In: {0, 2}, lang.Job: {0, 1}, lang.Adverb: {0, 1}, lang.Particle: {0, 1},
}

// addAliases takes in tags of languages that a pack serves beside its own.
func (p *packer) addAliases(list string, l int) {
	for tag := range items(list) {
		p.aliases = append(p.aliases, alias{tag, l})
	}
}

// addArticles takes in the articles that a language writes as a part of the noun.
func (p *packer) addArticles(list string, l int) {
	for text := range items(list) {
		p.articles = append(p.articles, article{text, l})
	}
}

// add takes in the endings that nouns of language l have in a case.
func (e endings) add(list string, l int) {
	for item := range items(list) {
		text, stem, _ := strings.Cut(item, "/")
		bare := strings.TrimPrefix(text, "-")
		e[l] = append(e[l], ending{bare, stem, bare != text})
	}
}

// traits are what a pack may say of the grammar of its language, and how tags.go calls and explains
// the set of those that have it.
var traits = [...]struct{ text, name, doc string }{
	{"drops subjects", "dropping", "is the set of languages whose verbs need no subject."},
	{"capital nouns", "capitalNouns", "is the set of languages that write nouns with a capital."},
	{"compounds", "compounding", "is the set of languages that write two nouns as one word."},
	{"places by case", "placing", "is the set of languages whose endings alone say where."},
	{"bare names", "baring", "is the set of languages with no article before a person's name."},
	{"spaced names", "spacing", "is the set of languages with a blank in names, but not in phrases."},
}

// addGrammar takes in what a pack says of the grammar of its language.
func (p *packer) addGrammar(list string, l int) error {
	for what := range items(list) {
		known := false
		for i, t := range traits {
			if t.text == what {
				p.grammar[i] |= 1 << l
				known = true
			}
		}
		if !known {
			return fmt.Errorf("no trait of a grammar: %q", what)
		}
	}
	return nil
}

// addLetters takes in single letters and ranges of them.
func (p *packer) addLetters(list string, l int) {
	for item := range items(list) {
		ends := []rune(item)
		for r := ends[0]; r <= ends[len(ends)-1]; r++ {
			p.letters[r] |= 1 << l
		}
	}
}

func (p *packer) at(key string) *entry {
	e := p.entries[key]
	if e == nil {
		e = &entry{senses: map[meaning]uint64{}}
		p.entries[key] = e
	}
	return e
}

// add takes in a word or phrase. One that no text could match is an error: phrases are found from
// their first word on, and only so far.
func (p *packer) add(phrase string, m meaning, l int) error {
	if !startsWithWord(phrase) {
		return fmt.Errorf("%q does not start with a letter", phrase)
	}
	keys := lang.Keys(phrase)
	if n := len(keys[len(keys)-1]); n > lang.MaxKey {
		return fmt.Errorf("%q has %d bytes, more than %d: its first words will do",
			phrase, n, lang.MaxKey)
	}
	for _, k := range keys[:len(keys)-1] {
		p.at(k).flags |= table.More
	}
	if pair, ok := lang.PairOf(phrase); ok {
		p.pairs = append(p.pairs, pair)
		p.at(keys[0]).senses[more] |= goesOn(m, l)
	}
	e := p.at(keys[len(keys)-1])
	e.flags |= table.Whole
	e.senses[m] |= 1 << l
	return nil
}

func startsWithWord(phrase string) bool {
	sc, t := scan.New(phrase), scan.Token{}
	return sc.Next(&t) && t.Kind == scan.Word
}

// more is the meaning of a word that starts a phrase.
var more = meaning{class: bits.TrailingZeros64(uint64(lang.More))}

// goesOn returns the languages in whose texts a phrase with meaning m, of language l, is looked
// for.
func goesOn(m meaning, l int) uint64 {
	if lang.Bound>>m.class&1 == 0 {
		return math.MaxUint64
	}
	return 1 << l
}

// outlets marks the first words of the names and aliases of all sources.
func (p *packer) outlets(name string) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		col := strings.Split(line, "\t")
		if i == 0 || len(col) < 7 {
			continue
		}
		for _, n := range append(strings.Split(col[6], "|"), col[1], col[5]) {
			if keys := lang.Keys(strings.TrimSuffix(n, "?")); len(keys) > 0 {
				p.at(keys[0]).extra |= lang.Outlet
			}
		}
	}
	return nil
}

// unionBits is how many bits of an entry number its classes; those above count its senses.
const unionBits = 12

// pack returns what words.tab holds. Sets and meanings are numbered in the order of the words, so
// that the files come out the same every time.
func (p *packer) pack() (out []table.Entry) {
	p.meanings = (&entry{}).append(nil, p)
	offsets := map[string]int{string(p.meanings): 0}
	for _, key := range slices.Sorted(maps.Keys(p.entries)) {
		e := p.entries[key]
		m := e.append(nil, p)
		at, ok := offsets[string(m)]
		if !ok {
			at = len(p.meanings)
			offsets[string(m)] = at
			p.meanings = append(p.meanings, m...)
		}
		v := table.ValueOf(e.flags, at)
		out = append(out, table.Entry{Key: key, Hash: fold.Hash(key), Value: v})
	}
	return out
}

// append appends what e means as entries.tab has it.
func (e *entry) append(b []byte, p *packer) []byte {
	union := e.extra
	for m := range e.senses {
		union |= 1 << m.class
	}
	n := index(&p.unions, uint64(union))
	if n >= 1<<unionBits || len(e.senses) >= 1<<(16-unionBits) {
		log.Fatalf("%d senses, the classes are number %d", len(e.senses), n)
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(n|len(e.senses)<<unionBits))
	for _, m := range slices.SortedFunc(maps.Keys(e.senses), compareMeanings) {
		b = append(b, byte(m.class), byte(int8(m.arg)))
		b = binary.LittleEndian.AppendUint16(b, uint16(index(&p.sets, e.senses[m])))
	}
	return b
}

func compareMeanings(a, b meaning) int {
	return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(a.arg, b.arg))
}

// index returns where a set stands in a list, and adds it where it is new.
func index(list *[]uint64, set uint64) int {
	i := slices.Index(*list, set)
	if i < 0 {
		i = len(*list)
		*list = append(*list, set)
	}
	return i
}

func (p *packer) tagsFile(tags []string, size int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "// Code generated by internal/gen/lang.go; DO NOT EDIT.\n")
	fmt.Fprintf(&b, "// Source: internal/lang/packs (MIT), internal/gen/data/sources.tsv (MIT) and\n")
	fmt.Fprintf(&b, "// internal/gen/data/cldr.tsv (Unicode-3.0).\n")
	fmt.Fprintf(&b, "// words.tab: %d keys, %d bytes.\n\npackage lang\n\n", len(p.entries), size)
	fmt.Fprintf(&b, "// tags holds the BCP 47 tag of each Lang.\n")
	fmt.Fprintf(&b, "var tags = [...]string{\"\"")
	for i, t := range tags {
		if i%12 == 0 {
			b.WriteString(",\n\t")
		} else {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", t)
	}
	b.WriteString(",\n}\n\n")
	fmt.Fprintf(&b, "// aliases holds the tags of languages that are read with the pack of another.\n")
	fmt.Fprintf(&b, "var aliases = [...]alias{\n")
	for _, a := range p.aliases {
		fmt.Fprintf(&b, "\t{%q, %d},\n", a.tag, a.lang)
	}
	b.WriteString("}\n\n// articles holds those that are written as a part of the noun.\n")
	fmt.Fprintf(&b, "var articles = [...]article{\n")
	for _, a := range p.articles {
		fmt.Fprintf(&b, "\t{%q, %d},\n", a.text, a.lang)
	}
	b.WriteString("}\n")
	writeEndings(&b, "endings", "of nouns for the one who was told something", p.endings)
	writeEndings(&b, "locals", "of names for where something is", p.locals)
	for i, t := range traits {
		fmt.Fprintf(&b, "\n// %s %s\nconst %s uint64 = %#x\n", t.name, t.doc, t.name, p.grammar[i])
	}
	return b.String()
}

// writeEndings writes the variable called name, which holds endings.
func writeEndings(b *strings.Builder, name, what string, all endings) {
	fmt.Fprintf(b, "\n// %s holds the endings %s, by language.\n", name, what)
	fmt.Fprintf(b, "var %s = [len(tags)][]ending{\n", name)
	for _, l := range slices.Sorted(maps.Keys(all)) {
		fmt.Fprintf(b, "\t%d: {\n", l)
		for _, e := range all[l] {
			fmt.Fprintf(b, "\t\t{%q, %q, %t},\n", e.text, e.stem, e.apart)
		}
		b.WriteString("\t},\n")
	}
	b.WriteString("}\n")
}

// letterSets returns what letters.tab holds. Letters count in either case.
func (p *packer) letterSets() []byte {
	var starts, blocks []byte
	seen := map[string]byte{}
	for first := rune(0); first < lang.LastLetter; first += lang.LetterBlock {
		var block []byte
		for r := first; r < first+lang.LetterBlock; r++ {
			set := index(&p.sets, p.letters[unicode.ToLower(r)])
			block = binary.LittleEndian.AppendUint16(block, uint16(set))
		}
		n, ok := seen[string(block)]
		if !ok {
			if n = byte(len(seen)); len(seen) > math.MaxUint8 {
				log.Fatal("letters.tab: too many blocks")
			}
			seen[string(block)] = n
			blocks = append(blocks, block...)
		}
		starts = append(starts, n)
	}
	return append(starts, blocks...)
}
