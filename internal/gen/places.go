//go:build ignore

// Places packs the gazetteer that package places embeds: cities of GeoNames, the names of countries
// and cities in CLDR, and the tables regions.tsv, places.tsv and exonyms.tsv.
package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/table"
)

func main() {
	log.SetFlags(0)
	g, err := gather()
	check(err)
	check(g.amend("../gen/data/places.tsv"))
	check(g.exonyms("../gen/data/exonyms.tsv"))
	g.finish()
	check(g.write())
	check(writeWords("../gen/data/areas.tsv", "nouns.tab", sideOf))
	check(writeWords("../gen/data/adjectives.tsv", "adjectives.tab", codeOf))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// A gazetteer is what is packed.
type gazetteer struct {
	cities, regions []*place
	countries       map[string]*place
	extra           []*place
	places          []*place // all, in the order in which they are packed
}

// gather reads the sources and brings them together.
func gather() (*gazetteer, error) {
	cities, err := readCities()
	if err != nil {
		return nil, err
	}
	regions, err := readRegions()
	if err != nil {
		return nil, err
	}
	countries, err := readCountries()
	if err != nil {
		return nil, err
	}
	exemplars, err := readExemplars()
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(cities, func(a, b *place) int { return cmp.Compare(b.people, a.people) })
	g := &gazetteer{cities: cities, regions: regions, countries: countries}
	g.placeRegions()
	byName := map[string][]*place{}
	for _, c := range cities {
		byName[unaccented(c.name)] = append(byName[unaccented(c.name)], c)
	}
	for zone, names := range exemplars {
		p := exemplar(zone, byName[unaccented(names[0])])
		if p == nil || !p.isNews(exemplarCity) {
			continue
		}
		for _, n := range names {
			if !g.isCountry(n) || n == p.name {
				p.add(n)
			}
		}
	}
	return g, nil
}

// isCountry reports whether name is the English name of a country: "Cuba", as Turks call Juba.
func (g *gazetteer) isCountry(name string) bool {
	for _, c := range g.countries {
		if c.name == name {
			return true
		}
	}
	return false
}

// placeRegions gives the cities of the countries in regions.tsv their region.
func (g *gazetteer) placeRegions() {
	byCode := map[string]string{}
	for _, r := range g.regions {
		if r.admin != "" {
			byCode[r.country+"."+r.admin] = r.region
		}
	}
	for _, c := range g.cities {
		c.region = byCode[c.country+"."+c.admin]
	}
}

// exemplar returns, of the cities of one name, the one in a time zone, or else the largest.
func exemplar(zone string, cities []*place) *place {
	for _, c := range cities {
		if c.zone == zone {
			return c
		}
	}
	if len(cities) == 0 {
		return nil
	}
	return cities[0]
}

// amend reads places.tsv: name, country, other name to use, region, latitude, longitude, zone,
// people, flags, aliases. A city that GeoNames lacks is added.
func (g *gazetteer) amend(file string) error {
	rows, err := readTable(file, 10)
	if err != nil {
		return err
	}
	for _, col := range rows {
		p := g.find(col[0], col[1])
		if p == nil {
			if p, err = added(col); err != nil {
				return fmt.Errorf("%s: %s: %w", file, col[0], err)
			}
			g.extra = append(g.extra, p)
		}
		p.asked = true
		if col[2] != "" {
			p.name = col[2]
			p.add(col[2])
		}
		for _, flag := range strings.Fields(col[8]) {
			if err := p.flag(flag); err != nil {
				return fmt.Errorf("%s: %s: %w", file, col[0], err)
			}
		}
		p.add(strings.Split(col[9], "|")...)
	}
	return nil
}

// find returns the largest city of the name in a country; without a city, the country of that code.
func (g *gazetteer) find(name, country string) *place {
	if name == "" {
		return g.countries[country]
	}
	for _, c := range g.cities {
		if c.name == name && c.country == country {
			return c
		}
	}
	return nil
}

func added(col []string) (*place, error) {
	p := &place{name: col[0], country: col[1], region: col[3], zone: col[6], news: true}
	p.add(col[0])
	if p.country == "" {
		p.kind = site
	}
	var errs [3]error
	p.lat, errs[0] = strconv.ParseFloat(col[4], 64)
	p.lon, errs[1] = strconv.ParseFloat(col[5], 64)
	p.people, errs[2] = strconv.Atoi(col[7])
	return p, cmp.Or(errs[0], errs[1], errs[2])
}

func (p *place) flag(name string) error {
	switch name {
	case "known":
		p.known, p.news = true, true
	case "news":
		p.news = true
	case "contested":
		p.contested = true
	case "shared":
		p.shared = true
	default:
		return fmt.Errorf("flag %q", name)
	}
	return nil
}

// exonyms reads exonyms.tsv: name, country, names in other languages.
func (g *gazetteer) exonyms(file string) error {
	rows, err := readTable(file, 3)
	if err != nil {
		return err
	}
	for _, col := range rows {
		p := g.find(col[0], col[1])
		if p == nil {
			return fmt.Errorf("%s: no %s in %s", file, col[0], col[1])
		}
		p.asked = true
		p.add(strings.Split(col[2], "|")...)
	}
	return nil
}

// disputed lists the regions, by GeoNames' codes, that several states claim: Crimea and Sevastopol,
// Western Sahara, Kashmir on both sides of the line of control.
var disputed = []string{"UA.11", "UA.20", "RU.CR", "EH", "IN.12", "IN.41", "PK.06", "PK.07"}

// zonesNow renames the zones that have a newer name.
var zonesNow = map[string]string{
	"Europe/Kiev": "Europe/Kyiv", "Europe/Uzhgorod": "Europe/Kyiv", "Europe/Zaporozhye": "Europe/Kyiv",
	"America/Godthab": "America/Nuuk", "Pacific/Enderbury": "Pacific/Kanton",
	"Asia/Rangoon": "Asia/Yangon", "America/Montreal": "America/Toronto",
}

// addSaint adds the other ways to write a name such as "St. Louis".
func (p *place) addSaint() {
	for _, n := range p.names {
		saint, ok := strings.CutPrefix(n.text, "St. ")
		if !ok {
			saint, ok = strings.CutPrefix(n.text, "Saint ")
		}
		if ok {
			p.add("St "+saint, "St. "+saint, "Saint "+saint)
		}
	}
}

// finish puts all places in order, the largest first.
func (g *gazetteer) finish() {
	var towns []*place
	for _, c := range g.cities {
		switch {
		case c.asked || c.isLarge():
			c.complete()
			g.places = append(g.places, c)
		case c.isTown():
			towns = append(towns, c)
		}
	}
	g.places = append(g.places, g.extra...)
	g.places = append(g.places, g.sole(towns)...)
	slices.SortStableFunc(g.places, func(a, b *place) int {
		bySize, byName := cmp.Compare(size(b), size(a)), cmp.Compare(a.name, b.name)
		return cmp.Or(bySize, byName, cmp.Compare(a.lat, b.lat))
	})
	g.places = append(g.places, g.regions...)
	var codes []string
	for code := range g.countries {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		g.places = append(g.places, g.countries[code])
	}
}

// complete gives a city its other names and what is known of its area.
func (p *place) complete() {
	p.addOthers()
	p.addSaint()
	p.name = p.unsigned()
	if slices.Contains(disputed, p.country) || slices.Contains(disputed, p.country+"."+p.admin) {
		p.contested = true
	}
	if now := zonesNow[p.zone]; now != "" {
		p.zone = now
	}
}

// sole returns those of towns whose names are no words and no places that are taken in anyway:
// there are too many small ones to tell from what is meant by their names.
func (g *gazetteer) sole(towns []*place) (kept []*place) {
	taken := map[string]bool{}
	for _, list := range [][]*place{g.places, g.regions, slices.Collect(maps.Values(g.countries))} {
		for _, p := range list {
			for _, n := range p.names {
				taken[fold.String(n.text)] = true
			}
		}
	}
	for _, t := range towns {
		if !slices.ContainsFunc(t.names, func(n alias) bool {
			return taken[fold.String(n.text)] || isWord(n.text)
		}) {
			t.complete()
			kept = append(kept, t)
		}
	}
	return kept
}

// isWord reports whether a name is a word that some language pack has.
func isWord(name string) bool {
	r := lang.NewReader(name, 0)
	toks := r.Append(nil, 2)
	return len(toks) == 1 && toks[0].Class&^lang.More != 0
}

// The sizes of regions and countries, those of large cities: a name that a capital shares with a
// country elsewhere means the capital, one that a town shares means the country.
const (
	regionSize  = 148
	countrySize = 160
)

// size is eight times the binary logarithm of how many live there; a national capital counts four
// times.
func size(p *place) byte {
	switch p.kind {
	case region:
		return regionSize
	case country:
		return countrySize
	case site:
		return 0
	}
	n := math.Log2(float64(max(p.people, 1000)))
	if p.capital {
		n += 2
	}
	return byte(8 * n)
}

// unaccentable writes the letters that have no accent to take off.
var unaccentable = strings.NewReplacer("ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d", "Đ", "D",
	"ß", "ss")

// unaccented returns a Latin name without its accents: "Zürich" as "Zurich".
func unaccented(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool {
		return r > 0x24F && !unicode.Is(unicode.Mn, r) && r != '’' && !unicode.Is(unicode.Latin, r)
	}) {
		return s
	}
	strip := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	plain, _, err := transform.String(strip, s)
	if err != nil {
		return s
	}
	return unaccentable.Replace(plain)
}

// longest is the length from which on package lang reads no key.
const longest = 64

// maxTowns is how many towns of one name are kept.
const maxTowns = 10

// A candidate is a place that a key may mean; area says that it is a region or a country.
type candidate struct {
	number            int
	weak, short, area bool
}

type key struct {
	more       bool
	candidates []candidate
}

// keys collects the candidates of each key, the largest places first.
func (g *gazetteer) keys() map[string]*key {
	keys := map[string]*key{}
	at := func(k string) *key {
		if keys[k] == nil {
			keys[k] = &key{}
		}
		return keys[k]
	}
	for i, p := range g.places {
		for _, n := range p.names {
			ks := lang.Keys(n.text)
			if last := ks[len(ks)-1]; len(last) < longest && fold.String(last) == last {
				at(last).add(candidate{i, n.weak, n.short, p.kind == region || p.kind == country})
			}
		}
	}
	for k, e := range keys {
		e.settle()
		if len(e.candidates) == 0 {
			delete(keys, k)
		}
	}
	var full []string
	for k := range keys {
		full = append(full, k)
	}
	for _, k := range full {
		ks := lang.Keys(k)
		for _, begin := range ks[:len(ks)-1] {
			at(begin).more = true
		}
	}
	return keys
}

func (e *key) add(c candidate) {
	for i := range e.candidates {
		if o := &e.candidates[i]; o.number == c.number && o.short == c.short {
			o.weak = o.weak && c.weak
			return
		}
	}
	e.candidates = append(e.candidates, c)
}

// settle drops weak names where others have the name as their own, and the smallest of too many
// towns.
func (e *key) settle() {
	own := slices.ContainsFunc(e.candidates, func(c candidate) bool { return !c.weak && !c.short })
	towns := 0
	e.candidates = slices.DeleteFunc(e.candidates, func(c candidate) bool {
		if own && c.weak {
			return true
		}
		if !c.area {
			towns++
		}
		return !c.area && towns > maxTowns
	})
}

// write packs the tables.
func (g *gazetteer) write() error {
	p := packer{}
	p.pack(g.places)
	keys := g.keys()
	var entries []table.Entry
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		entries = append(entries, table.Entry{Key: k, Hash: fold.Hash(k), Value: p.value(keys[k])})
	}
	names, err := table.Build(entries)
	if err != nil {
		return err
	}
	check(os.WriteFile("names.tab", []byte(names), 0o644))
	check(os.WriteFile("lists.tab", p.lists, 0o644))
	check(os.WriteFile("records.tab", p.records, 0o644))
	check(os.WriteFile("areas.tab", p.areas, 0o644))
	check(os.WriteFile("text.tab", []byte(p.text), 0o644))
	return os.WriteFile("tables.go", p.header(len(entries), len(names)), 0o644)
}

// sides are the bits of where a noun of areas.tsv stands beside the name of a place.
var sides = map[string]int{"town": 1, "area": 2, "site": 4, "behind": 8}

// sideOf returns the bit of a side, or 0.
func sideOf(side string) int { return sides[side] }

// codeOf returns the number of an ISO 3166-1 code, its letters being its digits; or 0.
func codeOf(code string) int {
	if len(code) != 2 {
		return 0
	}
	return int(code[0])<<8 | int(code[1])
}

// writeWords packs the words in the second column of a table, each with the number of the first.
func writeWords(file, packed string, number func(string) int) error {
	rows, err := readTable(file, 2)
	if err != nil {
		return err
	}
	values := map[string]table.Value{}
	for _, col := range rows {
		n := number(col[0])
		if n == 0 {
			return fmt.Errorf("%s: %q", file, col[0])
		}
		for _, word := range strings.Split(col[1], "|") {
			ks := lang.Keys(word)
			last := len(ks) - 1
			for _, k := range ks[:last] {
				values[k] |= table.More
			}
			v := values[ks[last]]
			values[ks[last]] = table.ValueOf(v|table.Whole, v.Number()|n)
		}
	}
	var entries []table.Entry
	for _, k := range slices.Sorted(maps.Keys(values)) {
		entries = append(entries, table.Entry{Key: k, Hash: fold.Hash(k), Value: values[k]})
	}
	words, err := table.Build(entries)
	if err != nil {
		return err
	}
	return os.WriteFile(packed, []byte(words), 0o644)
}

// The bits above the number of a place in the value of its name, and in a list of several.
const (
	short       = 1 << 16
	several     = 1 << 17
	shortInList = 1 << 15
)

// value returns what the table has for a key; it adds the list of several places.
func (p *packer) value(e *key) (v table.Value) {
	if e.more {
		v = table.More
	}
	switch len(e.candidates) {
	case 0:
		return v
	case 1:
		c := e.candidates[0]
		return table.ValueOf(v|table.Whole, c.number|bit(c.short, short))
	}
	list := []byte{byte(len(e.candidates))}
	for _, c := range e.candidates {
		n := c.number | bit(c.short, shortInList)
		list = binary.LittleEndian.AppendUint16(list, uint16(n))
	}
	at := bytes.Index(p.lists, list)
	if at < 0 {
		at = len(p.lists)
		p.lists = append(p.lists, list...)
	}
	return table.ValueOf(v|table.Whole, at|several)
}

func bit(set bool, b int) int {
	if set {
		return b
	}
	return 0
}

// A packer lays the places out as package places reads them.
type packer struct {
	records, areas, lists     []byte
	text                      string
	countries, regions, zones []string
}

// none stands first in the list of countries, for a place that is in no country.
const none = "--"

// recordSize is the number of bytes of a place.
const recordSize = 10

// areaSize is the number of bytes of what places have in common.
const areaSize = 6

// The bits of the offset of a name, and of its length above them.
const (
	offsetBits = 18
	lengthBits = 6
)

func (p *packer) pack(places []*place) {
	p.countries = distinct(places, none, func(x *place) string { return x.country })
	p.regions = distinct(places, "", func(x *place) string { return x.region })
	p.zones = distinct(places, "", func(x *place) string { return x.zone })
	if len(p.countries) > 256 {
		log.Fatalf("%d countries do not fit in a byte", len(p.countries))
	}
	p.text = pool(places)
	for _, x := range places {
		p.record(x)
	}
}

// pool returns a text in which all names stand, the longest first: "York" within "New York".
func pool(places []*place) string {
	var names []string
	for _, x := range places {
		names = append(names, x.name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	var text []byte
	for _, n := range slices.Compact(names) {
		if !bytes.Contains(text, []byte(n)) {
			text = append(text, n...)
		}
	}
	return string(text)
}

// distinct lists what the places have in one field, in order, behind what stands for nothing.
func distinct(places []*place, first string, field func(*place) string) []string {
	var list []string
	for _, x := range places {
		if s := field(x); s != "" {
			list = append(list, s)
		}
	}
	slices.Sort(list)
	return slices.Insert(slices.Compact(list), 0, first)
}

func (p *packer) record(x *place) {
	off := strings.Index(p.text, x.name)
	if off >= 1<<offsetBits || len(x.name) >= 1<<lengthBits {
		log.Fatalf("%s: %d bytes at %d", x.name, len(x.name), off)
	}
	name := off | len(x.name)<<offsetBits
	r := []byte{byte(name), byte(name >> 8), byte(name >> 16)}
	r = binary.LittleEndian.AppendUint16(r, uint16(p.area(x)))
	r = binary.LittleEndian.AppendUint16(r, uint16(int16(math.Round(100*x.lat))))
	r = binary.LittleEndian.AppendUint16(r, uint16(int16(math.Round(100*x.lon))))
	p.records = append(p.records, append(r, size(x))...)
}

// area returns the number of the area of a place, and adds it where it is new.
func (p *packer) area(x *place) int {
	a := []byte{byte(slices.Index(p.countries, cmp.Or(x.country, none)))}
	a = binary.LittleEndian.AppendUint16(a, uint16(slices.Index(p.regions, x.region)))
	a = binary.LittleEndian.AppendUint16(a, uint16(slices.Index(p.zones, x.zone)))
	flags := byte(x.kind)
	for i, set := range []bool{x.known, x.contested, x.shared} {
		if set {
			flags |= 4 << i
		}
	}
	a = append(a, flags)
	for i := 0; i < len(p.areas); i += areaSize {
		if bytes.Equal(p.areas[i:i+areaSize], a) {
			return i / areaSize
		}
	}
	p.areas = append(p.areas, a...)
	return len(p.areas)/areaSize - 1
}

func (p *packer) header(keys, size int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "// Code generated by internal/gen/places.go; DO NOT EDIT.\n")
	fmt.Fprintf(&b, "// Sources: %s %s (GeoNames, 18 March 2020, CC BY 4.0);\n",
		geoNamesPackage, geoNamesVersion)
	fmt.Fprintf(&b, "// %s and %s %s (Unicode CLDR, Unicode-3.0);\n",
		namesPackage, datesPackage, cldrVersion)
	fmt.Fprintf(&b, "// regions.tsv, places.tsv, exonyms.tsv (MIT). See internal/gen/SOURCES.md.\n")
	fmt.Fprintf(&b, "// names.tab: %d keys, %d bytes. lists.tab: %d bytes. records.tab: %d bytes.\n",
		keys, size, len(p.lists), len(p.records))
	fmt.Fprintf(&b, "// areas.tab: %d bytes. text.tab: %d bytes.\n\n", len(p.areas), len(p.text))
	fmt.Fprintf(&b, "package places\n\n// Count is the number of places.\n")
	fmt.Fprintf(&b, "const Count = %d\n\n", len(p.records)/recordSize)
	fmt.Fprintf(&b, "// countries holds the ISO 3166-1 codes, two bytes each; the first is none.\n")
	fmt.Fprintf(&b, "const countries = %q\n\n", strings.Join(p.countries, ""))
	list(&b, "regions holds the ISO 3166-2 codes.", "regions", p.regions)
	list(&b, "zones holds the IANA names of the time zones.", "zones", p.zones)
	return []byte(strings.TrimSuffix(b.String(), "\n"))
}

func list(b *strings.Builder, comment, name string, items []string) {
	fmt.Fprintf(b, "// %s\nvar %s = [...]string{", comment, name)
	width := 100
	for _, s := range items {
		q := strconv.Quote(s) + ","
		if width+len(q) > 96 {
			b.WriteString("\n\t")
			width = 4
		} else {
			b.WriteString(" ")
			width++
		}
		b.WriteString(q)
		width += len(q)
	}
	b.WriteString("\n}\n\n")
}
