package speech

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
)

// tokens reads the tokens of an English text.
func tokens(text string) []lang.Token { return tokensIn(text, "en") }

func tokensIn(text, tag string) []lang.Token {
	r := lang.NewReader(text, lang.Of(tag))
	toks := r.Append(nil, len(text))
	r.Phrases(toks, 0)
	return toks
}

// words returns what runs cover.
func words(text string, toks []lang.Token, runs ...Run) []string {
	var list []string
	for _, x := range runs {
		list = append(list, text[toks[x.From].Start:toks[x.To-1].End])
	}
	return list
}

func TestQuotes(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{`He said "no" and "yes".`, []string{`"no"`, `"yes"`}},
		{"“One,” he said. “Two.”", []string{"“One,”", "“Two.”"}},
		{"„Eins“, sagte er.", []string{"„Eins“"}},
		{"»Eins«, sagte er.", []string{"»Eins«"}},
		{"« Un », dit-il.", []string{"« Un »"}},
		{"”Ett”, sa hon.", []string{"”Ett”"}},
		{"彼は「一つ」と述べた。", []string{"「一つ」"}},
		{"``One,'' he said. ''Two,'' she said.", []string{"``One,''", "''Two,''"}},
		{"The 'safe' dam, and the voters' choice.", []string{"'safe'"}},
		{"Trump’s ‘safe’ dam.", []string{"‘safe’"}},
		{"The summer of ’69 and the rock ’n’ roll.", nil},
		{"‘He said “no” to me,’ she said.", []string{"‘He said “no” to me,’"}},
		{"“One. “Two,” he said.", []string{"“One.", "“Two,”"}},
		{"One,” he said.", []string{"One,”"}},
		{"“One.\n\nHe said “two”.", []string{"“One.", "“two”"}},
		{`A 6" pipe.`, nil},
		{"“", nil},
	}
	for _, tt := range tests {
		toks := tokens(tt.text)
		r := newReader(tt.text, toks, lang.Of("en"), []Run{{0, len(toks)}})
		var got []string
		for _, q := range r.quotes {
			got = append(got, words(tt.text, toks, q.Run)...)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"One. Two.", []string{"One.", "Two."}},
		{"Mr. Hart met J. Lund in St. Ives. It rained.", []string{"Mr. Hart met J. Lund in St. Ives.", "It rained."}},
		{"He works at Lund Inc. The firm is small.", []string{"He works at Lund Inc.", "The firm is small."}},
		{"“One. Two.” He left.", []string{"“One. Two.”", "He left."}},
		{"“Really?” Lund asked.", []string{"“Really?” Lund asked."}},
		{"“Go!” The boat left.", []string{"“Go!”", "The boat left."}},
		{"Lund said:“We left!” 12 stayed.", []string{"Lund said:“We left!”", "12 stayed."}},
		{"A headline\n\nA story.", []string{"A headline", "A story."}},
		{"It was late\nand it rained.\nIt was dark\nin the town.", []string{"It was late\nand it rained.", "It was dark\nin the town."}},
		{"一つ。二つ。", []string{"一つ。", "二つ。"}},
		{"", nil},
	}
	for _, tt := range tests {
		toks := tokens(tt.text)
		r := newReader(tt.text, toks, lang.Of("en"), []Run{{0, len(toks)}})
		if got := words(tt.text, toks, r.sents...); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// slowTags tries every sequence of tags.
func slowTags(m Model, must int, features [][]uint32) (best []uint8, top int32) {
	top = never
	t := newTagger(m, must)
	tags := make([]uint8, len(features))
	var try func(i int, from uint8, score int32, seen bool)
	try = func(i int, from uint8, score int32, seen bool) {
		if i == len(features) {
			if score > top && (seen || must == noTag) {
				best, top = slices.Clone(tags), score
			}
			return
		}
		t.begin(0)
		t.add(features[i]...)
		sum := t.sum
		for tag := range uint8(t.tags) {
			tags[i] = tag
			try(i+1, tag, score+m.step(int(from), int(tag))+sum[tag], seen || int(tag) == must)
		}
	}
	try(0, 0, 0, false)
	return best, top
}

func TestTagger(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var steps [maxTags][maxTags]float32
	var rows []Row
	for f := range uint32(80) {
		r := Row{Feature: numbered(f/2, (f%2+1)*nextNumber)}
		for tag := range r.Weights {
			r.Weights[tag] = rnd.Float32()*4 - 2
		}
		rows = append(rows, r)
	}
	for from := range steps {
		for to := range steps {
			steps[from][to] = rnd.Float32()*2 - 1
			if !MayFollow(SpanTags, uint8(from), uint8(to)) {
				steps[from][to] = -1000
			}
		}
	}
	model := Pack(SpanTags, steps, rows, 8)
	for n := range 40 {
		tg := newTagger(model, []int{contentBegin, noTag}[n%2])
		var features [][]uint32
		tg.start()
		for range 6 {
			f := []uint32{rnd.Uint32N(40), rnd.Uint32N(40), 12345}
			features = append(features, f)
			tg.begin(0)
			tg.add(f...)
			tg.next()
		}
		got := slices.Clone(tg.finish())
		if want, _ := slowTags(model, tg.must, features); !slices.Equal(got, want) {
			t.Errorf("must be %d: %v, want %v", tg.must, got, want)
		}
	}
}

func TestModelSize(t *testing.T) {
	if n := len(enCue) + len(enSpan) + len(enKeep); n > 1_000_000 {
		t.Errorf("the models take up %d bytes", n)
	}
}

func TestSenses(t *testing.T) {
	of := func(w string) Sense { return enSenses.of(fold.Hash(w)) }
	said, slammed, mayor, brook := of("said"), of("slammed"), of("mayor"), of("qwertzuiop")
	if said == 0 || said.lemma() != of("say").lemma() || said.noun() != 0 {
		t.Errorf("said is %x", said)
	}
	if slammed.parts() != 2 || mayor.parts() != 1 || mayor.noun() != of("senator").noun() {
		t.Errorf("slammed is %x, mayor %x, senator %x", slammed, mayor, of("senator"))
	}
	if brook != 0 || Senses("").of(1) != 0 {
		t.Errorf("a word that is none is %x", brook)
	}
	packed := PackSenses([]Meaning{
		{5, NewSense(511, 15, 31, 15, 1<<18-1)},
		{6, NewSense(1, 2, 3, 4, 5)},
	})
	if s := packed.of(6); s.group() != 1 || s.parts() != 2 || s.noun() != 3 || s.lemma() != 5 {
		t.Errorf("packed %x", s)
	}
	if s := packed.of(5); s != 1<<40-1 {
		t.Errorf("packed %x", s)
	}
}

func TestKeep(t *testing.T) {
	const text = "Kallio said the ferry was late. The ferry shows its age."
	toks := tokens(text)
	known := []Saying{{Source: Run{0, 1}, Cue: Run{1, 2}, Content: []Run{{2, 6}}}}
	var tags []uint8
	LearnVerdicts(text, toks, lang.Of("en"), modelsOf(lang.Of("en")), known, func(s Sequence) {
		tags = append(tags, s.Tags...)
	})
	if len(tags) == 0 || tags[0] != keepIt || slices.Contains(tags[1:], keepIt) {
		t.Errorf("verdicts: %v", tags)
	}
}

func TestLearn(t *testing.T) {
	const text = "Kallio said the ferry was late."
	toks := tokens(text)
	known := []Saying{{Source: Run{0, 1}, Cue: Run{1, 2}, Content: []Run{{2, 6}}}}
	LearnCues(text, toks, lang.Of("en"), known, func(s Sequence) {
		if got := fmt.Sprint(s.Tags); got != "[0 1 0 0 0 0 0]" {
			t.Errorf("cues: %s", got)
		}
	})
	LearnSpans(text, toks, lang.Of("en"), known, func(s Sequence) {
		if got := fmt.Sprint(s.Tags); got != "[1 0 3 4 4 4 0]" {
			t.Errorf("spans: %s", got)
		}
		if len(s.Features[1]) != 0 {
			t.Error("the cue itself is in question")
		}
	})
}

// checkReading checks that all runs of a reading lie in the text, and its lists are in order.
func checkReading(t *testing.T, r Reading, n int) {
	t.Helper()
	check := func(what string, x Run) {
		if x.From < 0 || x.From > x.To || x.To > n {
			t.Fatalf("%s: %v of %d tokens", what, x, n)
		}
	}
	last := 0
	for _, q := range r.Quotes {
		check("quotation", q.Run)
		if q.From < last {
			t.Fatalf("quotation at %d, before the end of the one before it at %d", q.From, last)
		}
		last = q.To
	}
	first := 0
	for _, s := range r.Sayings {
		check("source", s.Source)
		check("cue", s.Cue)
		for _, c := range s.Content {
			check("content", c)
		}
		if s.First() < first {
			t.Fatalf("saying at %d, before the one before it at %d", s.First(), first)
		}
		first = s.First()
	}
}

// floods are units that, many times over, tempt a reader to look ahead without end.
var floods = []string{
	"“", "\"a\" ", "said ", "he said, ", "he said “x” ", "as quoted ", "according to ", "A: ", "“A.\n\n",
}

func TestFloods(t *testing.T) {
	for _, unit := range floods {
		text := strings.Repeat(unit, 2000)
		toks := tokens(text)
		for _, l := range []string{"en", "de"} {
			checkReading(t, new(Memory).Read(text, toks, lang.Of(l), []Run{{0, len(toks)}}), len(toks))
		}
	}
}

// floodsIn are such units for the forms that other languages have.
var floodsIn = []struct{ lang, unit string }{
	{"de", "sagte der Chef, A, "},
	{"de", "wie die Polizei laut Plan am Montag "},
	{"fr", "« , , a-t-il dit, "},
	{"fr", "selon le maire, X "},
	{"ru", "«а, — сказал он, — "},
	{"ru", "по его словам ТАСС "},
	{"tr", "belirten Vali “a” dedi, "},
	{"ja", "市長は「a」と述べた、"},
	{"ko", "시장은 \"a\"며 고 말했다 "},
	{"ar", "نقلت وكالة عن قوله إن "},
	{"zh", "据他说援引周二报道"},
}

func TestFloodsIn(t *testing.T) {
	for _, f := range floodsIn {
		text := strings.Repeat(f.unit, 2000)
		toks := tokensIn(text, f.lang)
		r := new(Memory).Read(text, toks, lang.Of(f.lang), []Run{{0, len(toks)}})
		checkReading(t, r, len(toks))
	}
}

// A window stands around its cue alone, whatever cue of whatever sentence it stood around before.
func TestWindow(t *testing.T) {
	const text = `Lind said Moss told them. "It rained. Nobody spoke," Moss wrote, and Lind agreed.`
	toks := tokens(text)
	r := newReader(text, toks, lang.Of("en"), []Run{{0, len(toks)}})
	w := window{reach: spanLeast}
	for _, s := range r.sents {
		for i := s.From; i < s.To; i++ {
			c := Run{i, i + 1}
			r.openWindow(&w, c, s)
			cue := Run{w.cells[w.at].From, w.cells[w.past-1].To}
			if cue != c || w.cue != c || w.from > w.at || w.past > w.to || w.to-w.from > 2*spanLeast+1 {
				t.Errorf("cue %v in %v: window of %v, cells %d to %d of %d",
					words(text, toks, c), s, words(text, toks, cue), w.from, w.to, len(w.cells))
			}
		}
	}
}

// What was read from one story changes nothing in what is read from the next.
func TestMemory(t *testing.T) {
	const story = "“We had fog,” Ines Kallio said. “It was thick.\n\n“We left,” she added, according to Lund."
	ends := []string{"It was late, Lund said", "The captain said the ferry was late, guests said", "guests said"}
	used := new(Memory)
	for _, f := range floodsIn {
		for _, l := range []string{f.lang, "en"} {
			for _, text := range append(ends, strings.Repeat(f.unit, 50), story) {
				toks := tokensIn(text, l)
				blocks := []Run{{0, len(toks)}}
				got := fmt.Sprint(used.Read(text, toks, lang.Of(l), blocks))
				want := fmt.Sprint(new(Memory).Read(text, toks, lang.Of(l), blocks))
				if got != want {
					t.Errorf("%s: %s\ngot  %s\nwant %s", l, text, got, want)
				}
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, unit := range floods {
		f.Add(unit + unit)
	}
	for _, in := range floodsIn {
		f.Add(in.unit + in.unit)
	}
	f.Add("“We had fog,” Ines Kallio said. “It was thick.\n\n“We left,” she added, according to Lund.")
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range []string{"en", "de", "fr", "ru", "ja", "tr"} {
			toks := tokensIn(text, l)
			checkReading(t, new(Memory).Read(text, toks, lang.Of(l), []Run{{0, len(toks)}}), len(toks))
		}
	})
}

func BenchmarkFloods(b *testing.B) {
	for _, unit := range floods {
		for _, n := range []int{1000, 8000} {
			text := strings.Repeat(unit, n)
			toks := tokens(text)
			b.Run(fmt.Sprintf("%q×%d", unit, n), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					new(Memory).Read(text, toks, lang.Of("en"), []Run{{0, len(toks)}})
				}
			})
		}
	}
}
