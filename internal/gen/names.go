//go:build ignore

package main

import (
	"strings"
	"unicode"
)

// Populations from which on the names that other languages have for a city are taken in.
const (
	bigLatin    = 1_500_000
	bigOther    = 1_000_000
	worldCity   = 1_500_000
	smallScript = 2_500_000
	homeTown    = 70_000
	homeCity    = 150_000 // in the largest countries
	newsTown    = 150_000
)

// scripts lists those in which names of cities are taken in, the countries where they are at home,
// and how large a city elsewhere must be.
var scripts = []struct {
	table  *unicode.RangeTable
	home   string
	people int
}{
	{unicode.Cyrillic, "RU UA BY BG RS MK KZ KG TJ MN ME BA", bigOther},
	{unicode.Arabic, "SA AE QA KW BH OM YE IQ SY LB JO PS EG LY TN DZ MA SD MR IR PK AF", bigOther},
	{unicode.Greek, "GR CY", worldCity},
	{unicode.Hebrew, "IL PS", worldCity},
	{unicode.Han, "CN TW HK MO SG MY JP", bigOther},
	{unicode.Hiragana, "JP", bigOther},
	{unicode.Katakana, "JP", bigOther},
	{unicode.Hangul, "KR KP", bigOther},
	{unicode.Devanagari, "IN NP", worldCity},
	{unicode.Bengali, "BD", smallScript},
	{unicode.Thai, "TH", worldCity},
	{unicode.Tamil, "LK", smallScript},
	{unicode.Georgian, "GE", smallScript},
	{unicode.Armenian, "AM", smallScript},
}

// wants reports whether one of the names that GeoNames lists for a city, in no given language, is
// taken in. Names in Latin letters must look like names: no codes, no transcriptions in lower case.
func (p *place) wants(name string) bool {
	if name == "" || strings.ContainsAny(name, "()/;:0123456789.’'`ʻʼ") {
		return false
	}
	first := []rune(name)[0]
	if unicode.Is(unicode.Latin, first) {
		return p.isNews(bigLatin) && latinName(name)
	}
	for _, s := range scripts {
		if unicode.Is(s.table, first) {
			return p.isNamed(s.home, s.people) && oneScript(name, s.table)
		}
	}
	return false
}

// isNamed reports whether a city's names in a script are taken in, which is at home in the
// countries home. Cities that places.tsv calls news have names in the scripts of most papers.
func (p *place) isNamed(home string, people int) bool {
	if strings.Contains(home, p.country) {
		if strings.Contains("CN RU IN JP", p.country) {
			return p.news || p.isNews(homeCity)
		}
		return p.news || p.isNews(homeTown)
	}
	return p.isNews(people) || p.news && people == bigOther && p.people >= newsTown
}

// exemplarCity is how large a city must be for its names in CLDR to be taken in.
const exemplarCity = 500_000

// isNews reports whether a city is large enough, or a capital.
func (p *place) isNews(people int) bool { return p.capital || p.known || p.people >= people }

// latinName reports whether a name is one word or two with capitals, and no code such as "MOW".
func latinName(name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })
	if len(words) > 3 || len(name) < 3 {
		return false
	}
	for _, w := range words {
		if r := []rune(w); unicode.IsLower(r[0]) && len(r) > 3 {
			return false
		}
	}
	return unicode.IsUpper([]rune(name)[0]) && strings.ToUpper(name) != name &&
		!strings.ContainsFunc(name, isRare)
}

// isRare reports whether r is no letter of a Latin alphabet in which there is a press.
func isRare(r rune) bool {
	switch {
	case r <= 0x17F, 0x1E00 <= r && r < 0x1F00:
		return false
	case strings.ContainsRune("ƠơƯưȘșȚț", r):
		return false
	}
	return true
}

func oneScript(name string, table *unicode.RangeTable) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(table, r) && !unicode.Is(unicode.Katakana, r) && r != 'ー' {
			return false
		}
	}
	return len([]rune(name)) > 1
}

// Each script's letters as the consonants that transliterations agree on.
var (
	cyrillicSounds = strings.NewReplacer("б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "ж", "z",
		"з", "z", "к", "k", "л", "l", "м", "m", "н", "n", "п", "p", "р", "r", "с", "s", "т", "t",
		"ф", "f", "х", "k", "ц", "ts", "ч", "c", "ш", "s", "щ", "sc")
	latinSounds = strings.NewReplacer("zh", "z", "kh", "k", "ch", "c", "sh", "s", "h", "g")
)

// cyrillic is the number of that script in scripts.
const cyrillic = 0

// isOwn reports whether a name in Cyrillic letters is the one that a city where these are at home
// bears now: Ставрополь of Stavropol, not of Tolyatti, once called so.
func (p *place) isOwn(name string) bool {
	if !strings.Contains(scripts[cyrillic].home, p.country) {
		return false
	}
	sounds := consonants(cyrillicSounds.Replace(strings.ToLower(name)))
	return sounds != "" && sounds == consonants(latinSounds.Replace(strings.ToLower(p.name)))
}

// consonants returns the Latin consonants of s, y aside, those that are doubled once.
func consonants(s string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		if 'a' <= r && r <= 'z' && !strings.ContainsRune("aeiouy", r) {
			if r != last {
				b.WriteRune(r)
			}
			last = r
		} else {
			last = 0
		}
	}
	return b.String()
}
