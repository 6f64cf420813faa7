package places

import (
	"strings"

	"github.com/e95690a0/dateline/internal/fold"
)

// A Hint is what is known about a place beside its name: the country and the region that stand
// beside it in the text, and the country to prefer where it has a place of the name.
type Hint struct {
	Country, Region, Prefer string
}

// Margins between the sizes of two places, in eighths of a doubling.
const (
	clear = 16 // four times as large: the larger one is meant
	dwarf = 39 // thirty times as large: the smaller one is not meant, even at home
)

// Resolve tells which place a name stands for. What the hint says of country and region goes first;
// ok is false where no place of that name fits it. Then come places that the name means everywhere
// (Paris, Washington), those of the preferred country, and those that are clearly the largest.
// Where that leaves several, the place has what they share: the name, and perhaps the country.
func Resolve(name Name, h Hint) (p Place, ok bool) {
	c := newChoice(name, h)
	if c.n == 0 {
		return Place{}, false
	}
	if h.Country != "" || h.Region != "" {
		return c.largest(), true
	}
	if n := c.known(); n >= 0 {
		return get(n), true
	}
	if h.Prefer != "" && c.prefer(h.Prefer) {
		return c.largest(), true
	}
	if !c.oneCountry() {
		return Place{Name: get(c.places[0]).Name}, true
	}
	return c.largest(), true
}

// A choice holds the numbers of the places that a name may mean, the largest first.
type choice struct {
	places [16]int
	n      int
}

func newChoice(name Name, h Hint) (c choice) {
	for i := range name.Len() {
		n, abbreviated := name.number(i)
		if !abbreviated && h.fits(n) && c.n < len(c.places) {
			c.add(n)
		}
	}
	return c
}

// add puts place n behind those that are as large.
func (c *choice) add(n int) {
	i := c.n
	for ; i > 0 && size(c.places[i-1]) < size(n); i-- {
		c.places[i] = c.places[i-1]
	}
	c.places[i] = n
	c.n++
}

// fits reports whether place n lies where the hint says, or may do so: of many towns the region is
// not known.
func (h Hint) fits(n int) bool {
	country := h.Country
	if h.Region != "" {
		if r := areaOf(n).region(); r != "" && r != h.Region {
			return false
		}
		country, _, _ = strings.Cut(h.Region, "-")
	}
	return country == "" || areaOf(n).country() == country
}

// known returns the number of the place that the name means by itself, or -1.
func (c *choice) known() int {
	for _, n := range c.places[:c.n] {
		if areaOf(n).has(known) {
			return n
		}
	}
	return -1
}

// prefer keeps the places in the given country, if it has one that is not too small beside the
// largest of all.
func (c *choice) prefer(country string) bool {
	kept := choice{}
	for _, n := range c.places[:c.n] {
		if areaOf(n).country() == country {
			kept.places[kept.n] = n
			kept.n++
		}
	}
	if kept.n == 0 || size(c.places[0])-size(kept.places[0]) > dwarf {
		return false
	}
	*c = kept
	return true
}

// oneCountry reports whether the largest place is clearly larger than any in another country.
func (c *choice) oneCountry() bool {
	first := c.places[0]
	for _, n := range c.places[:c.n] {
		if areaOf(n).has(shared) && c.n > 1 {
			return false
		}
		if areaOf(n).country() != areaOf(first).country() && size(first)-size(n) < clear {
			return false
		}
	}
	return true
}

// largest returns the largest place, or what it shares with others of its country that are not
// clearly smaller. A city is meant before the state or the country around it: Berlin, Mexico.
func (c *choice) largest() Place {
	first := c.cityIn(c.places[0])
	p := get(first)
	for _, n := range c.places[:c.n] {
		if n == first || !rivals(first, n) {
			continue
		}
		if areaOf(n).region() != p.Region {
			p.Region = ""
		}
		if areaOf(n).zone() != p.Zone {
			p.Zone = ""
		}
		p.Lat, p.Lon = 0, 0
	}
	return p
}

// cityIn returns the largest of the cities that lie in place n, or n itself.
func (c *choice) cityIn(n int) int {
	around := areaOf(n)
	if around.kind() != Region && around.kind() != Country {
		return n
	}
	for _, m := range c.places[:c.n] {
		a := areaOf(m)
		if a.kind() != City || a.country() != around.country() {
			continue
		}
		if around.kind() == Country || a.region() == around.region() {
			return m
		}
	}
	return n
}

// rivals reports whether the name may mean place m as well as n, in the same country.
func rivals(n, m int) bool {
	a, b := areaOf(n), areaOf(m)
	return a.kind() == b.kind() && a.country() == b.country() && size(n)-size(m) < clear
}

// StandsAlone reports whether a name means one place wherever it stands: Paris, Moscow, the cities
// that AP writes without their country.
func StandsAlone(name string) bool {
	var buf [128]byte
	c := newChoice(Find(fold.Append(buf[:0], name)), Hint{})
	return c.known() >= 0
}

// AreaName returns the English name of the country or region with the given ISO 3166 code,
// "Wisconsin" for "US-WI"; "" for a code that it does not have.
func AreaName(code string) string {
	if code == "" {
		return ""
	}
	for n := range len(records) / recordSize {
		kind := areaOf(n).kind()
		if kind != Country && kind != Region {
			continue
		}
		if p := get(n); kind == Country && p.Country == code || kind == Region && p.Region == code {
			return p.Name
		}
	}
	return ""
}
