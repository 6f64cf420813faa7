// Package places is a gazetteer: cities, regions and countries by the names that news in many
// languages gives them, with the country, the region, the position and the time zone of each.
package places

import (
	_ "embed" // for the packed tables

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/table"
)

//go:generate go run ../gen/places.go ../gen/gazetteer.go ../gen/names.go ../gen/npm.go

// Names maps the folded names of all places, and each beginning of one after a whole token, to a
// [Name]: the number of the place that has it, with the bit short where the name is an abbreviation
// ("Wis"), or with the bit several the offset of a list in lists.
//
//go:embed names.tab
var Names table.Table

const (
	short   = 1 << 16
	several = 1 << 17
	number  = 1<<16 - 1
)

// lists holds for each name of several places how many they are (1 byte), and the number of each (2
// bytes), its highest bit set where the name is an abbreviation.
//
//go:embed lists.tab
var lists string

// records holds 10 bytes a place: offset (18 bits) and length (6 bits) of its name in text, the
// number of its area (2), latitude and longitude in hundredths of a degree (2 each), size (1).
//
//go:embed records.tab
var records string

const recordSize = 10

// areas holds what places have in common, 6 bytes each: the number of the country (1), of the
// region (2) and of the time zone (2), kind and flags (1).
//
//go:embed areas.tab
var areas string

const areaSize = 6

// Nouns maps the folded nouns that stand beside the names of places, "ville de", "district", to a
// [Noun] each.
//
//go:embed nouns.tab
var Nouns table.Table

// A Noun says which side of which names a noun stands on; it has a bit for each.
type Noun int

// The nouns for places.
const (
	TownNoun Noun = 1 << iota // before the name of a town: "the city of"
	AreaNoun                  // before that of an area, or of a part of a town: "Landkreis"
	SiteNoun                  // before that of the town where something is: "Hauptbahnhof"
	TailNoun                  // behind a name: "county", "Province"
)

// Adjectives maps the folded English adjectives of countries, "Turkish", to an [Adjective] each.
//
//go:embed adjectives.tab
var Adjectives table.Table

// An Adjective says what country an adjective is of.
type Adjective table.Value

// Country returns the ISO 3166-1 code of the country; none for the zero Adjective.
func (a Adjective) Country() string {
	n := table.Value(a).Number()
	if n == 0 {
		return ""
	}
	return string([]byte{byte(n >> 8), byte(n)})
}

// text holds the English names; those that stand in others do so once.
//
//go:embed text.tab
var text string

// Kind says what a place is.
type Kind uint8

// The kinds of place.
const (
	City Kind = iota
	Region
	Country
	Site // a place of its own: the United Nations
)

// The bits of an area's last byte above its kind.
const (
	known     = 1 << (2 + iota) // what the name means by itself: AP's stand-alone cities
	contested                   // several states claim it: Country is empty
	shared                      // others of the name are as well known: it alone decides nothing
)

// A Place is an entry of the gazetteer. Country and Region are codes of ISO 3166-1 ("US") and ISO
// 3166-2 ("US-WI"); Country is empty where states contest it, Region where none is known.
type Place struct {
	Kind            Kind
	Name            string
	Country, Region string
	Lat, Lon        float64
	Zone            string
	number          int
}

// A Name is an entry of Names: the places that are called so. The zero Name is that of none.
type Name table.Value

// Len returns how many places have the name.
func (name Name) Len() int {
	switch v := table.Value(name); {
	case !v.Has(table.Whole):
		return 0
	case v.Number()&several != 0:
		return int(lists[v.Number()&number])
	}
	return 1
}

// Place returns place i, of Len, that has the name. They come with the largest first.
func (name Name) Place(i int) Place {
	n, _ := name.number(i)
	return get(n)
}

// Abbreviated reports whether the name is an abbreviation of place i.
func (name Name) Abbreviated(i int) bool {
	_, short := name.number(i)
	return short
}

// number returns the number of place i that has the name, and whether it is an abbreviation of it.
func (name Name) number(i int) (n int, abbreviated bool) {
	n = table.Value(name).Number()
	if n&several != 0 {
		n = int(table.Uint16(lists[n&number+1+2*i:]))
		return n & 0x7FFF, n&0x8000 != 0
	}
	return n & number, n&short != 0
}

func get(n int) Place {
	r := records[n*recordSize:][:recordSize]
	name := int(table.Uint32(r) & (1<<24 - 1))
	at, long := name&(1<<18-1), name>>18
	a := areaOf(n)
	p := Place{
		Kind:    a.kind(),
		Name:    text[at : at+long],
		Country: a.country(),
		Region:  a.region(),
		Lat:     degrees(r[5:7]),
		Lon:     degrees(r[7:9]),
		Zone:    a.zone(),
		number:  n,
	}
	if a.has(contested) {
		p.Country = ""
	}
	return p
}

// degrees reads hundredths of a degree, which is about how exact the position of a town is.
func degrees(r string) float64 { return float64(int16(table.Uint16(r))) / 100 }

// size returns eight times the binary logarithm of how many live in place n; a capital counts four
// times, a region and a country as much as a large city.
func size(n int) int { return int(records[n*recordSize+9]) }

// An area is a row of areas.
type area string

func areaOf(n int) area {
	at := n*recordSize + 3
	i := areaSize * int(table.Uint16(records[at:at+2]))
	return area(areas[i : i+areaSize])
}

// country returns the country, contested or not; a site has none.
func (a area) country() string {
	if c := int(a[0]); c > 0 {
		return countries[2*c:][:2]
	}
	return ""
}

func (a area) region() string { return regions[table.Uint16(string(a[1:3]))] }

func (a area) zone() string { return zones[table.Uint16(string(a[3:5]))] }

func (a area) kind() Kind { return Kind(a[5] & 3) }

func (a area) has(flag byte) bool { return a[5]&flag != 0 }

// Find returns the entry of a folded name, or none.
func Find(key []byte) Name {
	v := table.Find(Names, key, fold.Hash(key))
	if !v.Has(table.Whole) {
		return 0
	}
	return Name(v)
}
