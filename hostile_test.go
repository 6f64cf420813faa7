package dateline

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/language"
)

// hostile are texts that no desk sends: broken encodings, characters that print nothing, and little
// of a story with much of what stories are cut at. They are seeds of the fuzz targets too.
var hostile = []struct{ name, text string }{
	{"nothing", ""},
	{"invalid UTF-8", "MOSCOW, April 11 (Reuters) \xff\xfe\xc3(\xe2\x82 \u2014 \xf0\x9fIt rained\xc0\xaf, he said.\x80"},
	{"overlong UTF-8", "PARIS (\xc1\x81\xc1\x90) - \xe0\x80\xaf \xf8\x88\x80\x80\x80 said"},
	{"lone surrogates", "PARIS (AP) \xed\xa0\xbd\xed\xb8\x80 \xed\xa0\x80 \u2014 It \xed\xbf\xbf rained."},
	{"beyond Unicode", "PARIS (AP) \xf4\x90\x80\x80 \u2014 \U0010FFFF It rained."},
	{"NUL", "PARIS, May 5\x00 (AP) \x00\u2014\x00 \"It\x00rained,\" she said.\x00"},
	{"controls", "PARIS\x01\x02 (AP)\x1b[31m - \x07It rained,\x7f \u0085he said\u0080\u009f."},
	{"byte order mark", "\ufeffMOSCOW, April 11 (Reuters) \u2014 \ufeffIt rained."},
	{"UTF-16", utf16Bytes(binary.BigEndian)},
	{"UTF-16, little-endian", utf16Bytes(binary.LittleEndian)},
	{"right to left", "\u202eMOSCOW, April 11 \u202a(Reuters)\u202c \u2014 \u2066It\u2069 rained\u200f, he said.\u200e"},
	{"nothing that prints", "\u200b\u00ad\u2060\ufeff\u200d\ufe0f\u200c"},
	{"marks on letters", "PA\u0301\u0301\u0301RIS\u0345, Ma\u0308y 5 (A\u20ddP\u0336) \u2014 e\u0301" + strings.Repeat("\u0301", 300)},
	{"marks on nothing", "\u0301\u0301 \u0308\n\n\u0345(\u0301AP\u0301)\u0301 \u2014\u0301 \"\u0301"},
	{"emoji", "PARIS \U0001F1EB\U0001F1F7, May 5 (AP) \U0001F4F8 \u2014 \U0001F468\u200d\U0001F469\u200d\U0001F467 said \U0001F44D\U0001F3FD: 1\ufe0f\u20e3"},
	{"letters that fold to others", "\u0130STANBUL, \u1e9e \u0149 \ufb01 \u01c5 \u1fbc (A\uff30) \u2014 \u017fa\u0131d"},
	{"digits of all scripts", "\u0661\u0661/\u0664/\u06f2\u06f0\u06f1\u06f8 \u0968\u0966\u0967\u096e-\u0e50\u0e54 \uff11\uff11 \U0001D7CF\U0001D7D6"},
	{"line ends", "\r\r\n\n\rPARIS (AP) \u2014 A\u2028B\u2029C\vD\fE\x85F\r\n \r\n\t\n"},
	{"entities", "&mdash;&#151;\x97&nbsp;&quot;&amp;&#x2014;&#xFFFFFFFF;&#0;&;&#"},
	{"brackets without an end", strings.Repeat("(", 50) + strings.Repeat("\u3010[", 50) + "AP"},
	{"brackets without a start", "AP" + strings.Repeat(")", 50) + strings.Repeat("]\u3011", 50)},
	{"quotations in quotations", strings.Repeat("\u201cHe said, \u2018she said, ", 40) + strings.Repeat("\u2019\u201d", 40)},
	{"a quotation that goes on", "\u201cA \u2018b \u201cc\n\n\u201cd, he said"},
	{"an odd mark", strings.Repeat("(", 50) + strings.Repeat("\"", 51)},
	{"marks of all kinds", "\"'\u201c\u201d\u2018\u2019\u201e\u201a\u00ab\u00bb\u2039\u203a\u300c\u300d\u300e\u300f\uff02``''"},
	{"capitals", "MOSCOW SAID LONDON SAID AP SAID BY JOHN SMITH (AP) - SAID"},
	{"dashes", "- -- \u2014 \u2013 _ --- -\u2014- \u2012\u2015\u2212-"},
	{"digits", "11 2018 4 2018-04-11 11/4/18 0000-00-00 99999999999999999999 -1"},
	{"pointers", ">> \u25a0 >> \u25a0 READ MORE: READ MORE:\nREAD MORE:"},
	{"days that are none", "MOSCOW, February 31 (Reuters) -- MOSCOW, February 31 (Reuters) --"},
	{"a dateline that breaks off", "PARIS, May 5 ("},
	{"marks that are wrong", "COLUMBIA-(MA\")"},
	{"a word that is a label", "fot."},
	{"cues", "said said said, said according to said told said: said"},
	{"outlets", strings.Repeat("In a CNN poll, told CNN and ABC News, citing CNN, spoke with CNN as quoted by ", 9)},
}

// utf16Bytes is a story that was taken for UTF-8 and is none.
func utf16Bytes(order binary.AppendByteOrder) string {
	b := order.AppendUint16(nil, 0xFEFF)
	for _, c := range utf16.Encode([]rune("PARIS, May 5 (AP) \u2014 \u201cIt rained,\u201d Anna said \U0001F600.\n")) {
		b = order.AppendUint16(b, c)
	}
	return string(b)
}

func TestHostile(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			checkAll(t, Parser{}, h.text)
			checkAll(t, Parser{Published: published, Country: "IN"}, h.text)
		})
	}
}

// TestFuzzed reads what fuzzing has come upon.
func TestFuzzed(t *testing.T) {
	for i, text := range fuzzed(t) {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			checkAll(t, Parser{Published: published}, text)
		})
	}
}

// fuzzed returns the texts of testdata/fuzzed.txt.
func fuzzed(t testing.TB) (texts []string) {
	t.Helper()
	for _, line := range sourceCases(t, "testdata/fuzzed.txt") {
		text, err := strconv.Unquote(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		texts = append(texts, text)
	}
	return texts
}

// TestHostileCut reads every beginning of a hostile text, which may end within a character.
func TestHostileCut(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			for n := range min(len(h.text), 200) {
				checkArticle(t, h.text[:n], ParseArticle(h.text[:n]))
				checkArticle(t, h.text[n:], ParseArticle(h.text[n:]))
			}
		})
	}
}

// TestMillion reads a million letters without a blank, or of blanks.
func TestMillion(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, letter := range []string{"a", "A", "7", " ", "\n", "\"", "(", "-", "\u00e9", "\u6771", "\u0301", "\u200b", "\xff", "\x00"} {
		text := strings.Repeat(letter, 1_000_000)
		checkArticle(t, text, ParseArticle(text))
	}
}

// TestLongest reads 100 MB of one letter.
func TestLongest(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	text := strings.Repeat("a", 100_000_000)
	checkArticle(t, text, ParseArticle(text))
	if _, err := Parse(text); err != ErrNotFound {
		t.Errorf("got %v", err)
	}
}

// checkAll reads text in every way there is, and checks all that must hold for what comes out.
func checkAll(t testing.TB, p Parser, text string) {
	t.Helper()
	a := p.ParseArticle(text)
	checkArticle(t, text, a)
	d, err := p.Parse(text)
	checkError(t, text, err)
	checkSpans(t, text, d)
	checkDateline(t, d)
	b, err := p.ParseByline(text)
	checkError(t, text, err)
	checkSpans(t, text, b)
	checkByline(t, b)
	c, err := p.ParseCaption(text)
	checkError(t, text, err)
	checkSpans(t, text, c)
	checkCaption(t, c)
	credit, err := p.ParseCredit(text)
	checkError(t, text, err)
	checkSpans(t, text, credit)
	checkCredit(t, credit)
	checkSpans(t, text, slices.Collect(p.Attributions(text)))
	checkSpans(t, text, slices.Collect(p.CrossRefs(text)))
	checkSpans(t, text, slices.Collect(p.Dates(text)))
	checkStory(t, text, &a)
	LookupSource(text)
}

// checkStory checks that Story keeps nothing but what stands in the text.
func checkStory(t testing.TB, text string, a *Article) {
	t.Helper()
	if n := len(a.Story(text)); n > len(text) {
		t.Errorf("a story of %d bytes, out of %d", n, len(text))
	}
}

// A text longer than a take is read to its end, be its language given or told.
func TestLongText(t *testing.T) {
	for _, tag := range []language.Tag{language.Und, language.English} {
		for _, words := range []int{maxTake - 1, maxTake, maxTake + 1, 5 * maxTake} {
			s := (&Parser{Lang: tag}).open(strings.Repeat("harbour ", words))
			read := 0
			for s.nextTake() {
				read += len(s.toks)
			}
			s.close()
			if read != words {
				t.Errorf("%v: read %d of %d words", tag, read, words)
			}
		}
	}
}

// Where a long text is cut into takes, nothing of it is lost or read twice.
func TestTakes(t *testing.T) {
	for _, gap := range []string{"\n\n", "\n", " "} {
		const story = "Mayor Anna Lund told Reuters on Wednesday that the bridge would open in May."
		const count = 5_000 // more than a take
		text := "OSLO, April 11 (Reuters) - " + strings.Repeat(story+gap, count)
		a := (&Parser{Published: published}).ParseArticle(text)
		checkArticle(t, text, a)
		if n := len(a.Attributions); n != count {
			t.Errorf("%q: found %d of %d attributions", gap, n, count)
		}
		if list := slices.Collect(Attributions(text)); len(list) != count {
			t.Errorf("%q: listed %d of %d attributions", gap, len(list), count)
		}
		if n := len(a.Dates); n != 2*count+1 {
			t.Errorf("%q: found %d of %d dates", gap, n, 2*count+1)
		}
		if n := len(a.Sources); n != count+1 {
			t.Errorf("%q: found %d of %d sources", gap, n, count+1)
		}
		if a.Lang != "en" || a.Wire.ID != "reuters" || a.Dateline.Places[0].Name != "Oslo" {
			t.Errorf("%q: language %q, wire %v, dateline %v", gap, a.Lang, a.Wire, a.Dateline)
		}
	}
}

// A text that is longer than a take is no caption and no credit.
func TestTooLong(t *testing.T) {
	text := "Photo: Jane Doe/AP " + strings.Repeat("harbour ", maxTake)
	if _, err := ParseCaption(text); err != ErrNotFound {
		t.Errorf("caption: got %v", err)
	}
	if _, err := ParseCredit(text); err != ErrNotFound {
		t.Errorf("credit: got %v", err)
	}
}
