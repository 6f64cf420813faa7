// Package lang knows the words of news in many languages: which name a month, report speech, credit
// a picture. Each word of a text is looked up once, in one packed table for all languages together;
// what it is becomes bits on its token.
//
// A language is a file of data in packs, see packs/README.md; [Names] lists the classes there are.
package lang

import (
	_ "embed" // for the packed words

	"iter"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/table"
)

//go:generate go run ../gen/lang.go

// words maps a folded word or phrase to the offset in entries of what it means.
//
//go:embed words.tab
var words table.Table

// entries holds what words mean: the number of their classes in unions (12 bits), that of their
// senses (4 bits), and 4 bytes a sense: the number of its class, its argument, its set of
// languages. Words that mean the same share an entry; the one at 0 means nothing.
//
//go:embed entries.tab
var entries string

// unions holds the distinct sets of classes that words have, 8 bytes each.
//
//go:embed unions.tab
var unions string

const unionBits = 12

// sets holds the distinct sets of languages, 8 bytes each, that senses refer to.
//
//go:embed sets.tab
var sets string

// pairs holds, for each phrase of words, the hash that Pair gives its first two tokens: of the
// words that may start a phrase, few do.
//
//go:embed pairs.tab
var pairs table.Sieve

// Lang is a language with a pack. The zero Lang is none, or not known.
type Lang uint8

// Tag returns the BCP 47 tag of l, "en"; "" for the zero Lang.
func (l Lang) Tag() string { return tags[l] }

// DropsSubject reports whether verbs of l need no word for who does it: zanjó, osserva.
func (l Lang) DropsSubject() bool { return dropping>>l&1 != 0 }

// CapitalNouns reports whether l writes nouns with a capital, as it does names.
func (l Lang) CapitalNouns() bool { return capitalNouns>>l&1 != 0 }

// BareNames reports whether l sets no article before a person's name, as Portuguese does: o João.
func (l Lang) BareNames() bool { return baring>>l&1 != 0 }

// SpacesNames reports whether l, which puts no blank between words, has one in names: สมชาย ใจดี.
func (l Lang) SpacesNames() bool { return spacing>>l&1 != 0 }

// PlacesByCase reports whether names of l have endings for where something is, and need no
// preposition: Helsingissä.
func (l Lang) PlacesByCase() bool { return placing>>l&1 != 0 }

// JoinsArticle reports whether l writes its article as a part of the noun: الوزير.
func (l Lang) JoinsArticle() bool {
	return slices.ContainsFunc(articles[:], func(a article) bool { return a.lang == l })
}

// Definite reports whether word begins with an article that l writes as a part of the noun.
func (l Lang) Definite(word string) bool {
	return slices.ContainsFunc(articles[:], func(a article) bool {
		return a.lang == l && strings.HasPrefix(word, a.text)
	})
}

// An article is one that a language writes as a part of the noun: ال. The ה of Hebrew begins names
// too, and is none.
type article struct {
	text string
	lang Lang
}

// An ending is that of a noun in one of its cases: text takes the place of stem.
type ending struct {
	text, stem string
	apart      bool // a mark stands before it: TASS'a
}

// Tells reports whether nouns of l have endings for the one who was told something.
func (l Lang) Tells() bool { return len(endings[l]) > 0 }

// TellsApart reports whether word, which a mark sets apart from a name, is such an ending: the "a"
// of TASS'a.
func (l Lang) TellsApart(word string) bool { return apart(endings[l], word) }

// LiesApart reports whether word, which a mark sets apart from a name, says that something is
// there: the "da" of Ankara'da.
func (l Lang) LiesApart(word string) bool { return apart(locals[l], word) }

// apart reports whether word is one of the endings all that a mark sets apart.
func apart(all []ending, word string) bool {
	return slices.ContainsFunc(all, func(e ending) bool { return e.apart && e.text == word })
}

// Told yields what word may be with the ending of one who was told something: Ведомости for
// Ведомостям.
func (l Lang) Told(word string) iter.Seq[string] { return stems(endings[l], word) }

// Located yields what word, behind a preposition, may be with the ending of a place: Москва for
// Москве.
func (l Lang) Located(word string) iter.Seq[string] { return stems(locals[l], word) }

// stems yields what word may be with one of the endings all.
func stems(all []ending, word string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, e := range all {
			stem, ok := strings.CutSuffix(word, e.text)
			if ok && !e.apart && utf8.RuneCountInString(stem) > 1 && !yield(stem+e.stem) {
				return
			}
		}
	}
}

// An alias is the tag of a language that is read with the pack of another: "no" with that of "nb".
type alias struct {
	tag  string
	lang Lang
}

// Of returns the language with the given BCP 47 tag, or the zero Lang where no pack serves it.
func Of(tag string) Lang {
	for i, t := range tags {
		if t == tag {
			return Lang(i)
		}
	}
	for _, a := range aliases {
		if a.tag == tag {
			return a.lang
		}
	}
	return 0
}

// A Token is a token of the text with what its word means.
//
// Hash is the hash of the folded word (see package fold), of words only. Class has the classes of
// the word and of the longest phrase that starts with it.
type Token struct {
	scan.Token
	Hash   uint32
	Class  Class
	word   table.Value // of the word in words
	phrase uint32      // offset of the phrase's entry, and in the first byte its width
}

// offset is the part of Token.phrase that is one; tables are smaller than that.
const offset = 1<<24 - 1

// Width counts the tokens of the longest phrase that starts with the token, 1 where there is none.
func (t *Token) Width() int { return max(1, int(t.phrase>>24)) }

// OneLetter reports whether the token is a word of one letter in text, as an initial is.
func (t *Token) OneLetter(text string) bool {
	return t.Kind == scan.Word && t.End-t.Start <= utf8.UTFMax &&
		utf8.RuneCountInString(text[t.Start:t.End]) == 1
}

// Is reports whether the token has any of the classes c.
func (t *Token) Is(c Class) bool { return t.Class&c != 0 }

// A Reader adds the tokens of a text, with their classes, to a slice that its user holds.
type Reader struct {
	text string
	scan scan.Scanner
	lang Lang
	memo *Memo
}

// NewReader returns a reader of text; Bound classes are kept for lang only, or for all languages
// where lang is 0.
func NewReader(text string, lang Lang) Reader {
	return Reader{text: text, scan: scan.New(text), lang: lang}
}

// Skip makes the reader go on at byte pos of its text; tokens keep counting from the text's start.
func (r *Reader) Skip(pos int) { r.scan.Skip(pos) }

// Remember makes the reader use m, which no other reader may use at the same time.
func (r *Reader) Remember(m *Memo) {
	if r.memo = m; m.words == nil {
		m.grow()
	}
}

// Append appends up to n tokens to toks. It returns fewer only at the end of the text. Phrases are
// not read yet: see [Phrases].
func (r *Reader) Append(toks []Token, n int) []Token {
	for ; n > 0; n-- {
		toks = append(toks, Token{})
		t := &toks[len(toks)-1]
		if !r.scan.Next(&t.Token) {
			return toks[:len(toks)-1]
		}
		if t.Kind == scan.Word {
			r.recall(t)
		}
	}
	return toks
}

// MaxKey is the longest key in bytes that is looked up.
const MaxKey = 96

// classify looks up the word that has just been scanned.
func (r *Reader) classify(t *Token) {
	t.Hash = fold.Extend(fold.Seed, r.text[t.Start:t.End])
	if t.End-t.Start > MaxKey {
		return
	}
	if t.word = find(words, r.text, t); t.word != 0 {
		t.Class = classes(t.entry(), r.lang)
	}
}

// find looks the token w up in t. Nearly all words of English are ASCII and need no folded copy; of
// other words, and of marks, only those whose hash is in the table do.
func find(t table.Table, text string, w *Token) table.Value {
	hash := w.hash(text)
	word := text[w.Start:w.End]
	if w.Kind == scan.Word && w.Shape&scan.NonASCII == 0 {
		return table.Find(t, word, hash)
	}
	if !t.Has(hash) {
		return 0
	}
	var buf [2 * MaxKey]byte // folding can lengthen a word, by less than half
	return table.Find(t, fold.Append(buf[:0], word), hash)
}

// hash returns the hash of a token of text, be it a word or not.
func (t *Token) hash(text string) uint32 {
	if t.Kind == scan.Word {
		return t.Hash
	}
	return fold.Extend(fold.Seed, text[t.Start:t.End])
}

// entry returns the offset of the entry of the token's word; that of one not known means nothing.
func (t *Token) entry() int { return t.word.Number() }

// union returns the classes that the entry at a given offset has in any language.
func union(at int) Class {
	n := 8 * int(header(at)&(1<<unionBits-1))
	return Class(table.Uint64(unions[n : n+8]))
}

// judged are the classes that a word may have in texts of some languages only.
const judged = Bound | Weekday

// classes returns the classes of the entry at a given offset in texts of language l.
func classes(at int, l Lang) Class {
	c := union(at)
	if l == 0 || c&judged == 0 {
		return c
	}
	free := c &^ judged
	for i := range senses(at) {
		if s := sense(at, i); !s.bound() || s.in(l) {
			free |= s.class
		}
	}
	return free
}

type senseOf struct {
	class Class
	arg   int8
	set   uint16 // the number of that of its languages
}

// langs returns the set of languages that have the sense.
func (s senseOf) langs() uint64 { return setAt(s.set) }

func (s senseOf) in(l Lang) bool { return s.langs()>>l&1 != 0 }

// bound reports whether the sense is one only in texts of its languages: that of a Bound class, and
// a weekday that means something else too, such as "la", Saturday for short in Finnish.
func (s senseOf) bound() bool {
	return s.class&Bound != 0 || s.class == Weekday && s.arg < 0
}

func header(at int) uint16 { return table.Uint16(entries[at : at+2]) }

func senses(at int) int { return int(header(at) >> unionBits) }

func sense(entry, i int) senseOf {
	b := entries[entry+2+4*i:][:4]
	return senseOf{1 << (b[0] % 64), int8(b[1]), table.Uint16(b[2:])}
}

// setAt returns the set of languages with the given number.
func setAt(n uint16) uint64 { return table.Uint64(sets[8*int(n) : 8*int(n)+8]) }

// Phrases finds the longest phrase of the tables that starts at each token of toks from index from
// on: "according to", "news agency". It adds the phrase's classes to that token and sets its Width.
func (r *Reader) Phrases(toks []Token, from int) {
	covered := from // tokens before this one stand in a word of a script without blanks
	for i := from; i+1 < len(toks); i++ {
		t := &toks[i]
		if t.Class&More == 0 || !pairs.Has(Pair(t, &toks[i+1])) {
			continue
		}
		value, width := longest(words, r.text, toks[i:], t.word)
		if width < 2 {
			continue
		}
		t.phrase = uint32(width)<<24 | uint32(value.Number())
		known := classes(value.Number(), r.lang)
		if i < covered {
			known &^= hidden
		} else if known != 0 && t.Shape.Has(scan.Single) && r.inWord(toks, i) {
			cover(toks[i : i+width])
			covered = i + width
		}
		t.Class |= known
	}
}

// inWord reports whether the phrase at token i, in a script without blanks, is one word: not in
// Hangul, which sets blanks, nor where it begins with the mark of a date, 日 in 6月20日报道.
func (r *Reader) inWord(toks []Token, i int) bool {
	hangul := r.text[toks[i].Start] >= 0xEA
	return !hangul && (i == 0 || toks[i-1].Kind != scan.Number || !toks[i].Is(DateMark))
}

// hidden are the classes that a letter has as a word, and not within a longer one.
const hidden = Pronoun | And | Aux | Sub | Rel | Prep | In | Toward | That | Topic | Negation |
	Adverb | Cue | Cueing | CueBefore | CueAfter | Quoted

// cover takes from the letters of one word, in a script without blanks, what they mean as words of
// their own: 小说, a novel, does not hold 说, says.
func cover(letters []Token) {
	for i := range letters {
		letters[i].Class &^= hidden
	}
}

// Pair returns a hash of two tokens; marks and numbers all count as the same.
func Pair(t, next *Token) uint32 { return bits.RotateLeft32(t.Hash, 1) ^ next.Hash }

// PairOf returns the hash of the first two tokens of a phrase, and whether it has two.
func PairOf(phrase string) (hash uint32, ok bool) {
	var toks [2]Token
	r := NewReader(phrase, 0)
	ok = len(r.Append(toks[:0], len(toks))) == len(toks)
	return Pair(&toks[0], &toks[1]), ok
}

// Longest returns the value of the longest key of t that toks start with, and how many tokens it
// takes up; a width of 0 is a miss. Keys are made by [Keys]. Words of a key may stand on two lines,
// not in two paragraphs.
func Longest(t table.Table, text string, toks []Token) (value table.Value, width int) {
	if len(toks) == 0 || toks[0].End-toks[0].Start > MaxKey {
		return 0, 0
	}
	return longest(t, text, toks, find(t, text, &toks[0]))
}

// longest is Longest where v is the value of the first token's word. The folded key is made only
// where its hash is in the table.
func longest(
	t table.Table, text string, toks []Token, v table.Value,
) (value table.Value, width int) {
	if v.Has(table.Whole) {
		value, width = v, 1
	}
	if !v.Has(table.More) {
		return value, width
	}
	var buf [2 * MaxKey]byte // folding can lengthen a word, by less than half
	key, keyed := buf[:0], 0
	hash := toks[0].hash(text)
	for i := 1; i < len(toks); i++ {
		next := &toks[i]
		if next.Gap > scan.Line || next.End-toks[0].Start > MaxKey {
			break
		}
		if next.Gap > scan.None {
			hash = fold.Byte(hash, ' ')
		}
		hash = fold.Extend(hash, text[next.Start:next.End])
		if !t.Has(hash) {
			break
		}
		for ; keyed <= i; keyed++ {
			if keyed > 0 && toks[keyed].Gap > scan.None {
				key = append(key, ' ')
			}
			key = fold.Append(key, text[toks[keyed].Start:toks[keyed].End])
		}
		v = table.Find(t, key, hash)
		if v.Has(table.Whole) {
			value, width = v, i+1
		}
		if !v.Has(table.More) {
			break
		}
	}
	return value, width
}

// Keys returns the folded form of a name or phrase after each of its tokens: "news", "news agency".
// A table for [Longest] holds all of them: the last as [table.Whole], the others as [table.More].
func Keys(phrase string) []string {
	var keys []string
	var key []byte
	sc, t := scan.New(phrase), scan.Token{}
	for sc.Next(&t) {
		if len(keys) > 0 && t.Gap > scan.None {
			key = append(key, ' ')
		}
		key = fold.Append(key, phrase[t.Start:t.End])
		keys = append(keys, string(key))
	}
	return keys
}

// Arg returns the argument that the token has as a member of class c, and how many tokens it takes
// up as one. It prefers the phrase to the word and the language l to others; home says that the
// sense is one of l (or that l is 0). No such class gives width 0. L is the language that the token
// was read in.
func (t *Token) Arg(c Class, l Lang) (arg, width int, home bool) {
	if t.Class&c == 0 {
		return 0, 0, false
	}
	if t.phrase != 0 {
		if arg, home, ok := senseIn(int(t.phrase&offset), c, l); ok {
			return arg, t.Width(), home
		}
	}
	if arg, home, ok := senseIn(t.entry(), c, l); ok {
		return arg, 1, home
	}
	return 0, 0, false
}

// Cue is Arg for the class Cue, without the form of the verb, [CueLast] and the like.
func (t *Token) Cue(l Lang) (kind, width int, home bool) {
	kind, width, home = t.Arg(Cue, l)
	return kind % CueLast, width, home
}

func senseIn(at int, c Class, l Lang) (arg int, home, ok bool) {
	number := byte(bits.TrailingZeros64(uint64(c)))
	for i := range senses(at) {
		if entries[at+2+4*i] != number {
			continue
		}
		s := sense(at, i)
		if l == 0 || s.in(l) {
			return int(s.arg), true, true
		}
		if !ok && !s.bound() {
			arg, ok = int(s.arg), true
		}
	}
	return arg, false, ok
}

// How many bytes the last part of a compound has at least, and what is before it.
const (
	leastPart  = 4
	leastFirst = 3
)

// Compound makes the token, in text of language l, what its last part is, if it is not known
// itself and that part is in class c: "Bausenator", a senator. It reports whether it is in c now.
func (t *Token) Compound(c Class, text string, l Lang) bool {
	if t.word != 0 || compounding>>l&1 == 0 || t.Kind != scan.Word || t.End-t.Start > MaxKey {
		return t.Is(c)
	}
	part := *t
	for at := t.Start + leastFirst; at+leastPart <= t.End; at++ {
		if !utf8.RuneStart(text[at]) {
			continue
		}
		part.Start = at
		part.Hash = fold.Extend(fold.Seed, text[at:t.End])
		word := find(words, text, &part)
		if word != 0 && classes(word.Number(), l)&c != 0 {
			t.word, t.Class = word, t.Class|c
			break
		}
	}
	return t.Is(c)
}

// Langs returns the set of languages in which the token's word has any of the classes c, a bit for
// each [Lang]; not a phrase.
func (t *Token) Langs(c Class) uint64 {
	if t.word == 0 {
		return 0
	}
	var set uint64
	entry := t.entry()
	if union(entry)&c == 0 {
		return 0
	}
	for i := range senses(entry) {
		if s := sense(entry, i); s.class&c != 0 {
			set |= s.langs()
		}
	}
	return set
}
