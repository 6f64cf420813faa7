package lang

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A packLine is a line of a pack: a class, its argument, the words.
type packLine struct {
	class Class
	arg   int
	words []string
}

// readPack returns the lines of a pack, or nil for the letters of the language.
func readPack(t *testing.T, name string) (lines []packLine) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		head, list, ok := strings.Cut(sc.Text(), ":")
		if !ok || strings.HasPrefix(head, "#") || head == "letter" || head == "also" ||
			head == "joins" || head == "grammar" || head == "tells" || head == "lies" {
			continue
		}
		name, num, _ := strings.Cut(head, " ")
		arg, _ := strconv.Atoi(num)
		line := packLine{class: 1 << slices.Index(Names[:], name), arg: arg}
		for w := range strings.SplitSeq(list, ",") {
			if w = strings.TrimSpace(w); w != "" {
				line.words = append(line.words, w)
			}
		}
		lines = append(lines, line)
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}

// packs calls f with each pack and its language.
func packs(t *testing.T, f func(t *testing.T, l Lang, lines []packLine)) {
	names, err := filepath.Glob("packs/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no packs", err)
	}
	for _, name := range names {
		tag := strings.TrimSuffix(filepath.Base(name), ".txt")
		t.Run(tag, func(t *testing.T) { f(t, Of(tag), readPack(t, name)) })
	}
}

// Each word of each pack has its class in texts of its language, as a whole. A miss says that a pack
// has changed and nobody ran go generate, or that a text cannot be cut so that the word comes out.
func TestPacksAreInTables(t *testing.T) {
	packs(t, func(t *testing.T, l Lang, lines []packLine) {
		for _, line := range lines {
			for _, w := range line.words {
				if !has(w, l, line) {
					t.Errorf("%s %d: %q is not in the tables", line.class.name(), line.arg, w)
				}
			}
		}
	})
}

// has reports whether the tables hold phrase as line has it.
func has(phrase string, l Lang, line packLine) bool {
	toks := read(phrase, l.Tag())
	value, width := Longest(words, phrase, toks)
	if width != len(toks) || !toks[0].Is(line.class) {
		return false
	}
	for i := range senses(value.Number()) {
		if s := sense(value.Number(), i); s.class == line.class && int(s.arg) == line.arg && s.langs()>>l&1 != 0 {
			return true
		}
	}
	return false
}

func (c Class) name() string {
	for i, name := range Names {
		if c>>i&1 != 0 {
			return name
		}
	}
	return "none"
}

// A language without these cannot be told from others, or nothing is said in it.
func TestPacksAreComplete(t *testing.T) {
	packs(t, func(t *testing.T, l Lang, lines []packLine) {
		if l.Tag() == "mul" {
			t.Skip("stands for the languages that have no pack")
		}
		count := map[Class]int{}
		for _, line := range lines {
			count[line.class] += len(line.words)
		}
		for _, c := range []struct {
			class Class
			least int
		}{{Func, 15}, {Cue, 25}, {Role, 50}, {Group, 25}, {Pronoun, 4}, {Sub, 4}, {Photo, 2}, {Job, 3}, {Pointer, 5}} {
			if count[c.class] < c.least {
				t.Errorf("packs/%s.txt: %d words of class %s, want %d or more: packs/README.md says which",
					l.Tag(), count[c.class], c.class.name(), c.least)
			}
		}
	})
}

// The template lists each class that a pack is to have, and none that there is not.
func TestTemplate(t *testing.T) {
	var listed Class
	for _, line := range readPack(t, "packs/TEMPLATE") {
		listed |= line.class
	}
	const rare = Day | Month | Weekday | Extent | Ordinal | Season | Clock | Era | Tense | Holiday |
		Particle | Org | Work | Via | Furl | Duty | Contrib | Aboard | Filed | Toward | Topic |
		Press | Outlet | More
	if all := ^Class(0) >> (64 - len(Names)); listed != all&^rare {
		t.Errorf("the template lacks %s, or lists %s for nothing",
			(all &^ rare &^ listed).name(), (listed & rare).name())
	}
}

// Classes that hold in every text must not claim the commonest words of English.
func TestUnboundWordsAreNotEnglish(t *testing.T) {
	const common = "the of and to a in is that it he was for on are with his they at be this have " +
		"from or one had by word but not what all were we when your can said there use an each which " +
		"she do how their if will up other about out many then them these so some her would make like " +
		"him into time has look two more go see no way could people my than first been who its now find"
	marks := DateMark | Ordinal | Position | PointTo | Numeral | Tense // read beside a number or mark
	for w := range strings.FieldsSeq(common) {
		en := readOne(w, "en")
		all := readOne(w, "ka")
		if extra := all.Class &^ (en.Class | Bound | Outlet | marks); extra != 0 {
			t.Errorf("%q has the class %s because of another language", w, extra.name())
		}
	}
}

func readOne(word, tag string) Token { return read(word, tag)[0] }
