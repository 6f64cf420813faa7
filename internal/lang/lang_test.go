package lang

import (
	"slices"
	"testing"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/table"
)

// read returns the tokens of a text in the language with the given tag; "" for none.
func read(text, tag string) []Token {
	r := NewReader(text, Of(tag))
	toks := r.Append(nil, len(text))
	r.Phrases(toks, 0)
	return toks
}

func TestOf(t *testing.T) {
	for _, tag := range []string{"en", "de", "ru", "ja"} {
		if got := Of(tag).Tag(); got != tag {
			t.Errorf("%s: got %q", tag, got)
		}
	}
	for _, tag := range []string{"", "tlh", "EN", "english"} {
		if l := Of(tag); l != 0 {
			t.Errorf("%s: got %d, want none", tag, l)
		}
	}
}

func TestNames(t *testing.T) {
	if More != 1<<(len(Names)-1) {
		t.Errorf("%d names, and the last class is bit %b", len(Names), More)
	}
	seen := map[string]bool{}
	for _, name := range Names {
		if seen[name] {
			t.Errorf("two classes are called %s", name)
		}
		seen[name] = true
	}
}

func TestArg(t *testing.T) {
	for _, c := range []struct {
		text, tag  string
		class      Class
		arg, width int // of the first token
	}{
		{"april", "en", Month, 4, 1},
		{"APRIL", "de", Month, 4, 1},
		{"Sept.", "en", Month, 9, 1},
		{"апреля", "ru", Month, 4, 1},
		{"апреля", "en", Month, 4, 1}, // a month is one in every text
		{"yesterday", "en", Day, -1, 1},
		{"day before yesterday", "en", Day, -2, 3},
		{"gestern", "de", Day, -1, 1},
		{"gestern", "en", Day, 0, 0}, // but "gestern" is a day only in German
		{"said", "en", Cue, CueSay, 1},
		{"according to", "en", CueBefore, 0, 2},
		{"according", "en", CueBefore, 0, 0},
		{"zzyzx", "en", Month, 0, 0},
	} {
		toks := read(c.text, c.tag)
		arg, width, _ := toks[0].Arg(c.class, Of(c.tag))
		if width != c.width || width > 0 && c.arg != 0 && arg != c.arg {
			t.Errorf("%q in %q: got %d over %d tokens, want %d over %d", c.text, c.tag, arg, width, c.arg, c.width)
		}
		if got := toks[0].Is(c.class); got != (c.width > 0) {
			t.Errorf("%q in %q: is of the class: %v", c.text, c.tag, got)
		}
	}
}

// Tokens that the language was told from are as if it had been given.
func TestReaderDetect(t *testing.T) {
	for tag, text := range map[string]string{
		"en": "The paper, which said that it would die, is on its way to the town.",
		"de": "Die Zeitung, die das gesagt hat, ist auf dem Weg in die Stadt.",
	} {
		want := read(text, tag)
		r := NewReader(text, 0)
		got, l := r.Detect(nil)
		got = r.Append(got, len(text))
		r.Phrases(got, 0)
		if l.Tag() != tag || !slices.Equal(got, want) {
			t.Errorf("%s: told %q and read\n%v\nwant\n%v", tag, l.Tag(), got, want)
		}
	}
}

// A Memo that has seen other texts, in other languages, changes nothing.
func TestMemo(t *testing.T) {
	memo := new(Memo)
	for range 2 {
		for _, tag := range []string{"de", "en", "ru"} {
			const text = "Die N.C. and U.S. police die in S.C., МОСКВА сообщила; Москва Antidisestablishmentarianism die"
			r := NewReader(text, Of(tag))
			r.Remember(memo)
			got := r.Append(nil, len(text))
			r.Phrases(got, 0)
			if want := read(text, tag); !slices.Equal(got, want) {
				t.Errorf("%s: got\n%v\nwant\n%v", tag, got, want)
			}
		}
	}
}

func TestLongest(t *testing.T) {
	var list []table.Entry
	values := map[string]table.Value{}
	for number, name := range []string{"News", "News Agency of Nigeria", "News Corp"} {
		keys := Keys(name)
		for i, key := range keys {
			if i < len(keys)-1 {
				values[key] |= table.More
				continue
			}
			values[key] |= table.ValueOf(table.Whole, number+1)
		}
	}
	for key, v := range values {
		list = append(list, table.Entry{Key: key, Hash: fold.Hash(key), Value: v})
	}
	names, err := table.Build(list)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text          string
		number, width int
	}{
		{"News", 1, 1},
		{"NEWS today", 1, 1},
		{"News Agency", 1, 1},
		{"News agency of Nigeria said", 2, 4},
		{"News\u00a0Corp", 3, 2},
		{"News\nCorp", 3, 2},
		{"News\n\nCorp", 1, 1},
		{"News-Corp", 1, 1},
		{"Agency", 0, 0},
	} {
		value, width := Longest(names, c.text, read(c.text, ""))
		if value.Number() != c.number || width != c.width {
			t.Errorf("%q: got %d over %d tokens, want %d over %d", c.text, value.Number(), width, c.number, c.width)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	const text = "The mayor said on Wednesday that the bridge would open in May, the news agency reported."
	var toks []Token
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r := NewReader(text, 1)
		toks = r.Append(toks[:0], len(text))
		r.Phrases(toks, 0)
	}
}

func TestAliases(t *testing.T) {
	for tag, want := range map[string]string{"no": "nb", "nn": "nb", "bs": "hr"} {
		if got := Of(tag).Tag(); got != want {
			t.Errorf("%s is read as %q, want %q", tag, got, want)
		}
	}
}

// FuzzRead reads a text in a language, and in none, as one piece and in two.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"The day before yesterday, according to the news agency, he said so.", "laut dpa am Mittwoch",
		"Il y a deux jours, selon l\u2019agence", "по словам министра", "新华社北京４月１１日电",
		"a\u0301 \xff\x00 &mdash; U.S.", "according\nto\n\naccording to",
	} {
		f.Add(text, "en", 3)
		f.Add(text, "", 100)
	}
	f.Fuzz(func(t *testing.T, text, tag string, pos int) {
		toks := read(text, tag)
		for i := range toks {
			if w := toks[i].Width(); w < 1 || i+w > len(toks) {
				t.Errorf("token %d of %d has the width %d", i, len(toks), w)
			}
			for c := range Names {
				arg, width, _ := toks[i].Arg(1<<c, Of(tag))
				if toks[i].Is(1<<c) != (width > 0) && Class(1<<c)&(Outlet|Bound) == 0 {
					t.Errorf("token %d: %s with the argument %d over %d tokens", i, Names[c], arg, width)
				}
			}
		}
		if l := Detect(text, toks); int(l) >= len(tags) {
			t.Errorf("language %d of %d", l, len(tags))
		}
		checkSkip(t, text, pos)
	})
}

// checkSkip checks that the tokens from byte pos on lie behind it.
func checkSkip(t *testing.T, text string, pos int) {
	t.Helper()
	if pos < 0 || pos > len(text) {
		return
	}
	r := NewReader(text, 0)
	r.Skip(pos)
	for _, tok := range r.Append(nil, len(text)) {
		if int(tok.Start) < pos || tok.End <= tok.Start || int(tok.End) > len(text) {
			t.Errorf("from byte %d of %d on: token %+v", pos, len(text), tok)
		}
	}
}

func TestTold(t *testing.T) {
	for _, c := range []struct{ tag, word, want string }{
		{"ru", "Интерфаксу", "Интерфакс"},
		{"ru", "Ведомостям", "Ведомости"},
		{"hu", "Telexnek", "Telex"},
		{"fi", "Ylelle", "Yle"},
		{"fi", "Sanomille", "Sanomat"},
		{"en", "Reuters", ""},
	} {
		stems := slices.Collect(Of(c.tag).Told(c.word))
		if has := slices.Contains(stems, c.want); has != (c.want != "") {
			t.Errorf("%s in %s may be of %q, want %q", c.word, c.tag, stems, c.want)
		}
	}
	if tr := Of("tr"); !tr.Tells() || !tr.TellsApart("a") || tr.TellsApart("x") || Of("en").Tells() {
		t.Error("an ending that a mark sets apart")
	}
}
