//go:build ignore

// Cldr takes the names of months, weekdays and relative days from CLDR into data/cldr.tsv, which
// lang.go reads beside the packs.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	pkg     = "cldr-dates-full"
	version = "48.2.0"
)

// languages are those of CLDR that have a press of their own. Regional and script variants count
// as one language with their base.
const languages = "af am ar as az be bg bn bo br bs ca ckb cs cy da de dz ee el en es et eu " +
	"fa fi fil fo fr fy ga gd gl gu ha he hi hr hu hy id ig is it ja jv ka kk kl km kn ko kok " +
	"ku ky lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn no om or pa pl ps pt qu rm rn ro " +
	"ru rw sd si sk sl so sq sr sv sw ta te tg th ti tk to tr tt ug uk ur uz vi wo xh yo yue zh " +
	"zu"

// exotic are the variants that no paper is written in.
var exotic = []string{"en-Dsrt", "en-Shaw", "zh-Latn", "hi-Latn", "kok-Latn"}

// homes maps the languages that share a pack with another.
var homes = map[string]string{"no": "nb", "yue": "zh"}

// weak are the full names that mean something else too.
var weak = []string{"ro mai", "hu ma"}

// proper are the names that mean something else when they are not capitalised: their argument is
// less than -100.
var proper = []string{"en may", "en march", "en mar"}

// A row is one word of the table.
type row struct {
	lang, class string
	arg         int
	word        string
}

type calendar struct {
	Months, Days map[string]map[string]map[string]string
	DateFormats  map[string]json.RawMessage
}

type field map[string]json.RawMessage

func main() {
	log.SetFlags(0)
	rows := map[row]bool{}
	for _, l := range locales(strings.Fields(languages)) {
		base, _, _ := strings.Cut(l.name, "-")
		add(rows, l, cmp.Or(homes[base], base))
	}
	check(os.WriteFile("../gen/data/cldr.tsv", table(rows), 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// A locale is a folder of the package: its name and its files.
type locale struct {
	name  string
	files map[string][]byte
}

// locales returns those of CLDR in the given languages, in the order of their names.
func locales(languages []string) []locale {
	found := map[string]locale{}
	want := func(file string) bool {
		name, base := filepath.Base(filepath.Dir(file)), filepath.Base(file)
		language, _, _ := strings.Cut(name, "-")
		return (base == "ca-gregorian.json" || base == "dateFields.json") &&
			slices.Contains(languages, language) && !slices.Contains(exotic, name)
	}
	check(readPackage(pkg, version, want, func(file string, b []byte) error {
		name := filepath.Base(filepath.Dir(file))
		if found[name].files == nil {
			found[name] = locale{name, map[string][]byte{}}
		}
		found[name].files[filepath.Base(file)] = b
		return nil
	}))
	byName := func(a, b locale) int { return cmp.Compare(a.name, b.name) }
	return slices.SortedFunc(maps.Values(found), byName)
}

// load reads the part of a CLDR file that holds the given path below its language.
func load[T any](l locale, file string, path ...string) (v T) {
	raw := json.RawMessage(l.files[file])
	for _, key := range append([]string{"main", l.name, "dates"}, path...) {
		var m map[string]json.RawMessage
		check(json.Unmarshal(raw, &m))
		raw = m[key]
	}
	check(json.Unmarshal(raw, &v))
	return v
}

func add(rows map[row]bool, l locale, lang string) {
	c := load[calendar](l, "ca-gregorian.json", "calendars", "gregorian")
	before, after := affixes(c.DateFormats)
	for _, context := range []string{"format", "stand-alone"} {
		for _, width := range []string{"wide", "abbreviated"} {
			for key, name := range c.Months[context][width] {
				n, _ := strconv.Atoi(key)
				put(rows, lang, "month", n, name, width == "abbreviated")
				if width == "wide" && before+after != "" {
					put(rows, lang, "month", n, before+name+after, false)
				}
			}
			for key, name := range c.Days[context][width] {
				n := slices.Index(weekdays, key) + 1
				put(rows, lang, "weekday", n, name, width == "abbreviated")
			}
		}
	}
	fields := load[map[string]field](l, "dateFields.json", "fields")
	addRelative(rows, fields, lang)
	addAgo(rows, fields, lang)
}

// units are the units of time with their arguments in packs.
var units = []struct {
	name string
	arg  int
}{{"day", 1}, {"week", 2}, {"month", 4}, {"quarter", 5}, {"year", 6}}

// addRelative adds "yesterday" and "last week", and takes "last" and "Wednesday" from "last
// Wednesday", which is in the case that texts have it in.
func addRelative(rows map[row]bool, fields map[string]field, lang string) {
	for _, unit := range units {
		base := 10 * unit.arg
		if unit.name == "day" {
			base = 0
		}
		for shift := -2; shift <= 2; shift++ {
			name := fields[unit.name].text("relative-type-" + strconv.Itoa(shift))
			put(rows, lang, "day", base+shift, name, false)
		}
	}
	for _, shift := range []int{-1, 1} {
		seen := map[string]int{}
		var phrases [7][]string
		for i, day := range weekdays {
			phrases[i] = strings.Fields(fields[day].text("relative-type-" + strconv.Itoa(shift)))
			for _, w := range phrases[i] {
				seen[w]++
			}
		}
		for i, words := range phrases {
			for _, w := range words {
				if len(words) > 1 && seen[w] == 1 && kin(rows, lang, i+1, w) {
					put(rows, lang, "weekday", i+1, w, false)
				} else if seen[w] > 1 && len(words) == 2 {
					put(rows, lang, "shift", shift, w, false)
				}
			}
		}
	}
}

// kin reports whether w may be a case of the name of a weekday: both start alike.
func kin(rows map[row]bool, lang string, day int, w string) bool {
	start := []rune(strings.ToLower(w))
	start = start[:min(len(start), 3)]
	for r := range rows {
		same := r.lang == lang && r.class == "weekday" && r.arg == day
		if same && strings.HasPrefix(r.word, string(start)) {
			return true
		}
	}
	return false
}

var weekdays = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// addAgo takes "ago" and the names of the units from "{0} days ago": what all units share is "ago".
func addAgo(rows map[row]bool, fields map[string]field, lang string) {
	var before, after [][]string
	var args []int
	for _, unit := range units {
		for i, pattern := range fields[unit.name].past() {
			head, tail, ok := strings.Cut(pattern, "{0}")
			if !ok || unit.name == "quarter" {
				continue
			}
			before = append(before, strings.Fields(head))
			after = append(after, strings.Fields(tail))
			arg := unit.arg
			if i == plural && unit.name != "day" {
				arg = -arg
			}
			args = append(args, arg)
		}
	}
	ago := len(common(after, func(w []string, i int) string { return w[len(w)-1-i] }))
	lead := len(common(before, func(w []string, i int) string { return w[i] }))
	if ago+lead == 0 || ago > 0 && lead > 0 {
		return
	}
	for i, arg := range args {
		unit := after[i]
		if ago > 0 {
			unit = unit[:len(unit)-ago]
			put(rows, lang, "ago", -1, strings.Join(after[i][len(unit):], " "), false)
		} else {
			put(rows, lang, "ago", -2, strings.Join(before[i][:lead], " "), false)
		}
		put(rows, lang, "unit", arg, strings.Join(unit, " "), false)
	}
}

// common returns the words that all lists share from their start, as at counts them.
func common(lists [][]string, at func(words []string, i int) string) (words []string) {
	for len(lists) > 0 {
		i := len(words)
		for _, l := range lists {
			if len(l) <= i || at(l, i) != at(lists[0], i) {
				return words
			}
		}
		words = append(words, at(lists[0], i))
	}
	return words
}

// text returns the string under a key of a field, or "".
func (f field) text(key string) (s string) {
	if f[key] == nil || json.Unmarshal(f[key], &s) != nil {
		return ""
	}
	return s
}

// plural is the number of the pattern for most numbers in what past returns.
const plural = 1

// past returns the patterns for times past, "{0} days ago": that for one, where there is such a
// form that for most numbers, and those for a few.
func (f field) past() (patterns []string) {
	var m map[string]string
	if json.Unmarshal(f["relativeTime-type-past"], &m) != nil {
		return nil
	}
	form := func(name string) string { return m["relativeTimePattern-count-"+name] }
	many := cmp.Or(form("many"), form("other"))
	one := cmp.Or(form("one"), many)
	if one == many {
		return []string{one}
	}
	return []string{one, many, form("few"), form("two")}
}

// affixes returns the letters that long dates glue to the name of a month: "ב" in Hebrew, "ren" in
// Basque.
func affixes(formats map[string]json.RawMessage) (before, after string) {
	var pattern string
	if json.Unmarshal(formats["long"], &pattern) != nil {
		return "", ""
	}
	pattern = strings.ReplaceAll(pattern, "'", "")
	head, tail, ok := strings.Cut(pattern, "MMMM")
	if !ok {
		return "", ""
	}
	for head != "" {
		r, n := utf8.DecodeLastRuneInString(head)
		if !unicode.IsLetter(r) || r < 0x80 {
			break
		}
		before, head = string(r)+before, head[:len(head)-n]
	}
	for _, r := range tail {
		if !unicode.IsLetter(r) {
			break
		}
		after += string(r)
	}
	return before, after
}

// put adds a name. An abbreviation that is short is weak: its argument is negative.
func put(rows map[row]bool, lang, class string, arg int, name string, short bool) {
	name = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, name)
	name = strings.ToLower(strings.TrimSpace(strings.TrimSuffix(name, ".")))
	runes, letters := utf8.RuneCountInString(name), 0
	for _, r := range name {
		if unicode.IsLetter(r) { // "गुरु" has two, and two signs of vowels
			letters++
		}
	}
	switch {
	case name == "", strings.ContainsFunc(name, unicode.IsDigit),
		runes < 2 && !short && name < "\u0e00":
		return
	case runes < 2 && name[0] < 0xE0, strings.ContainsAny(name, ",()/:|"):
		return
	case class != "month" && class != "weekday":
	case slices.Contains(proper, lang+" "+name):
		arg = -100 - arg
	case short && (letters <= 3 && name < "\u2e80" || letters == 1),
		slices.Contains(weak, lang+" "+name):
		arg = -arg
	}
	rows[row{lang, class, arg, name}] = true
	switch {
	case class != "month" && class != "weekday":
	case arg > 0:
		delete(rows, row{lang, class, -arg, name})
	case rows[row{lang, class, -arg, name}]:
		delete(rows, row{lang, class, arg, name})
	}
}

// table writes the rows, the words of one class and argument on one line.
func table(rows map[row]bool) []byte {
	sorted := slices.SortedFunc(maps.Keys(rows), func(a, b row) int {
		return cmp.Or(cmp.Compare(a.lang, b.lang), cmp.Compare(a.class, b.class),
			cmp.Compare(a.arg, b.arg), cmp.Compare(a.word, b.word))
	})
	var buf bytes.Buffer
	w := bufio.NewWriter(&buf)
	fmt.Fprintf(w, "# Code generated by internal/gen/cldr.go; DO NOT EDIT.\n")
	fmt.Fprintf(w, "# Source: npm package %s %s (Unicode-3.0).\n", pkg, version)
	fmt.Fprintf(w, "# language, class, argument, words\n")
	last := ""
	for i, r := range sorted {
		head := fmt.Sprintf("%s\t%s\t%d\t", r.lang, r.class, r.arg)
		if head == last {
			fmt.Fprintf(w, ", %s", r.word)
			continue
		}
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprint(w, head, r.word)
		last = head
	}
	fmt.Fprintln(w)
	check(w.Flush())
	return buf.Bytes()
}
