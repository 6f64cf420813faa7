package scan

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// kindNames are the kinds as the cases below write them.
var kindNames = [...]string{
	Other: "other", Word: "", Number: "n", Stop: "stop", Comma: "comma", Colon: "colon",
	Semicolon: "semicolon", Hyphen: "hyphen", Dash: "dash", Apostrophe: "apostrophe", Quote: "quote",
	QuoteOpen: "open", QuoteClose: "close", Open: "(", Close: ")", Slash: "slash", Bar: "bar",
	Bullet: "bullet", Equals: "equals",
}

// gapNames are the gaps before a token as the cases write them.
var gapNames = [...]string{None: "", Space: " ", Line: " / ", Para: " // "}

// tokens returns all tokens of text.
func tokens(text string) (toks []Token) {
	s := New(text)
	for t := (Token{}); s.Next(&t); {
		toks = append(toks, t)
	}
	return toks
}

// render writes tokens as the cases do: words as they are, numbers and marks with their kind.
func render(text string) string {
	var b strings.Builder
	for i, t := range tokens(text) {
		if i > 0 {
			b.WriteString(gapNames[t.Gap])
			if t.Gap == None {
				b.WriteString("+")
			}
		}
		b.WriteString(kindNames[t.Kind])
		b.WriteString("[" + text[t.Start:t.End] + "]")
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" \t\r\n\u00a0\u3000\u200b\ufeff", ""},
		{"MOSCOW, April 11", "[MOSCOW]+comma[,] [April] n[11]"},
		{"A.\nB\n\nC", "[A]+stop[.] / [B] // [C]"},
		{"A\r\nB\r\n\r\nC\rD", "[A] / [B] // [C] / [D]"},
		{"A\u2028B\u2029C\u0085D", "[A] / [B] // [C] / [D]"},
		// A word may hold digits, a number holds nothing else.
		{"MH17 17MH 5,000", "[MH17] n[17]+[MH] n[5]+comma[,]+n[000]"},
		{"١١ １１ ११", "n[١١] n[１１] n[११]"},
		// Stops are part of an abbreviation that has two of them.
		{"the U.S. at 9 p.m. on Sept. 2", "[the] [U.S.] [at] n[9] [p.m.] [on] [Sept]+stop[.] n[2]"},
		{"W.Va. Ph.D. A. No.", "[W.Va.] [Ph.D.] [A]+stop[.] [No]+stop[.]"},
		{"wait...", "[wait]+stop[...]"},
		// One hyphen between letters is not a dash.
		{"Anne-Marie - 1990-95 --x _ AP_", "[Anne]+hyphen[-]+[Marie] dash[-] n[1990]+hyphen[-]+n[95] dash[--]+[x] dash[_] [AP]+dash[_]"},
		{"(Reuters) -The", "([(]+[Reuters]+)[)] dash[-]+[The]"},
		{"a\u2011b \u2014 c\u2014d", "[a]+hyphen[\u2011]+[b] dash[\u2014] [c]+dash[\u2014]+[d]"},
		// An apostrophe stands between letters.
		{"Trump's 'aye' can’t ’90s’", "[Trump]+apostrophe[']+[s] quote[']+[aye]+quote['] [can]+apostrophe[’]+[t] close[’]+n[90]+[s]+close[’]"},
		{"“a ‘b’” „c“ «d» 「e」", "open[“]+[a] open[‘]+[b]+close[’]+close[”] open[„]+[c]+open[“] open[«]+[d]+close[»] open[「]+[e]+close[」]"},
		{"``a''", "quote[``]+[a]+quote['']"},
		{">> A ■ B > c <<d", "bullet[>>] [A] bullet[■] [B] other[>] [c] other[<<]+[d]"},
		{"a/b|c=d", "[a]+slash[/]+[b]+bar[|]+[c]+equals[=]+[d]"},
		// Entities that nobody decoded, and dashes of Windows-1252.
		{"A&nbsp;&mdash;B &#151; &quot;C&quot; &amp;", "[A] dash[&mdash;]+[B] dash[&#151;] quote[&quot;]+[C]+quote[&quot;] other[&]+[amp]+semicolon[;]"},
		{"(AP) \x97 \x93a\x94 \xff", "([(]+[AP]+)[)] dash[\x97] open[\x93]+[a]+close[\x94] other[\xff]"},
		// Scripts without blanks between words, a letter a token; katakana in whole words.
		{"東京ニュース、きょう", "[東]+[京]+[ニュース]+comma[、]+[き]+[ょ]+[う]"},
		{"서울=연합", "[서]+[울]+equals[=]+[연]+[합]"},
		{"กรุงเทพ", "[ก]+[รุ]+[ง]+[เ]+[ท]+[พ]"},
		{"【ソウル共同】", "([【]+[ソウル]+[共]+[同]+)[】]"},
		// Combining accents and vowel signs stay with their letters.
		{"Zu\u0308rich नई दिल्ली", "[Zu\u0308rich] [नई] [दिल्ली]"},
		{"co\u00adop 😀", "[co\u00adop] other[😀]"},
	} {
		if got := render(c.text); got != c.want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestShapes(t *testing.T) {
	for _, c := range []struct {
		text string
		want Shape
	}{
		{"moscow", Lower},
		{"Moscow", Capital},
		{"MOSCOW", Capital | Caps},
		{"McCoy", Capital | Mixed},
		{"iPhone", Lower | Mixed},
		{"APVisa", Capital | Mixed},
		{"A", Capital | Caps},
		{"U.S.", Capital | Caps | Dotted},
		{"p.m.", Lower | Dotted},
		{"MH17", Capital | Caps | Digits},
		{"МОСКВА", Capital | Caps | NonASCII},
		{"Москва", Capital | NonASCII},
		{"É", Capital | Caps | NonASCII},
		{"القاهرة", NonASCII},
		{"თბილისი", NonASCII},
		{"東", NonASCII | Single},
		{"ニュース", NonASCII},
		{"１１", NonASCII},
		{"11", 0},
	} {
		if toks := tokens(c.text); len(toks) != 1 || toks[0].Shape != c.want {
			t.Errorf("%q: got %+v, want one token of shape %b", c.text, toks, c.want)
		}
	}
}

// Words have the same key where they are the same but for the case of ASCII letters, and only there.
func TestKeys(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"MOSCOW", "Moscow", true},
		{"harbourmaster", "Harbourmaster", true},
		{"harbour", "harbours", false},
		{"harbourmaster", "harbourmasters", false},
		{"N.C.", "S.C.", false},
		{"МОСКВА", "МОСКВЫ", false},
		{"東", "京", false},
		{"MH17", "mh17", true},
	} {
		var keys [2]Key
		for i, text := range []string{c.a, c.b} {
			// Alone and before others, which the key is read across.
			s, u := New(text), New(text+" quay, harbour")
			var tok Token
			s.Next(&tok)
			u.Next(&tok)
			if keys[i] = s.Key(); keys[i] != u.Key() || keys[i] == (Key{}) {
				t.Errorf("%q: keys %x and %x", text, s.Key(), u.Key())
			}
		}
		if (keys[0] == keys[1]) != c.same {
			t.Errorf("%q and %q have the keys %x", c.a, c.b, keys)
		}
	}
	s, tok := New("antidisestablish"), Token{}
	if s.Next(&tok); s.Key() != (Key{}) {
		t.Errorf("a word of %d bytes has the key %x", tok.End, s.Key())
	}
}

func FuzzTokens(f *testing.F) {
	for _, text := range []string{
		"MOSCOW, April 11 (Reuters) \u2014 “It’s,” U.S. p.m. 5,000",
		"A&nbsp;&mdash;B\r\n\r\n>> C ■ D\x97\xff\x00",
		"【ソウル共同】กรุงเทพ नई दिल्ली Zu\u0308rich co\u00adop\u200d",
		"\u8e1d\u0341 ",
		"e\u0301\u0301\u0345 ǅ İI ß ﬁ \U0001F600\u0301",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		valid := utf8.ValidString(text)
		for _, tok := range tokens(text) {
			start, next := int(tok.Start), int(tok.End)
			if start < end || next <= start || next > len(text) {
				t.Fatalf("token %+v after byte %d of %d", tok, end, len(text))
			}
			if valid && !(utf8.RuneStart(text[start]) && (next == len(text) || utf8.RuneStart(text[next]))) {
				t.Errorf("token %+v cuts a character in two", tok)
			}
			checkGap(t, text[end:start])
			end = next
		}
		checkGap(t, text[end:])
	})
}

// checkGap checks that nothing was passed over but what prints nothing.
func checkGap(t *testing.T, gap string) {
	t.Helper()
	for _, e := range entities {
		if e.kind == Blank {
			gap = strings.ReplaceAll(gap, e.text, " ")
		}
	}
	for _, r := range gap {
		if r == utf8.RuneError || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) {
			t.Errorf("passed over %q in %q", r, gap)
		}
	}
}

func BenchmarkTokens(b *testing.B) {
	for name, text := range map[string]string{
		"english":  strings.Repeat("The mayor said on Wednesday that the bridge would open in May. ", 100),
		"russian":  strings.Repeat("Мэр сообщил в среду, что мост откроют в мае. ", 100),
		"japanese": strings.Repeat("市長は水曜日、橋は５月に開通すると述べた。", 100),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				s := New(text)
				for t := (Token{}); s.Next(&t); {
				}
			}
		})
	}
}
