package dateline

import (
	"cmp"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
)

// placeFrom returns the place whose name starts at token i, and how many tokens the longest such
// name takes up; a width of 0 says that the gazetteer has none. What may stand behind the name,
// "Wis." or "Kenya", is for [story.placeTail] to read.
func (s *story) placeFrom(i int) (p Place, width int) {
	found, width := s.foundFrom(i)
	if width == 0 {
		return Place{}, 0
	}
	p.Span = s.span(i, i+width)
	p.set(found)
	return p, width
}

// foundFrom is placeFrom with all that the gazetteer knows.
func (s *story) foundFrom(i int) (found places.Place, width int) {
	t := &s.toks[i]
	if t.Kind != scan.Word || t.Shape.Has(scan.Lower) || s.inWord(i) {
		return places.Place{}, 0
	}
	value, width := lang.Longest(places.Names, s.text, s.toks[i:])
	if width == 0 {
		return places.Place{}, 0
	}
	found, ok := places.Resolve(places.Name(value), places.Hint{Prefer: s.Country})
	if !ok {
		return places.Place{}, 0
	}
	return found, width
}

// set copies what the gazetteer knows of a place.
func (p *Place) set(found places.Place) {
	p.Name, p.Region, p.Country = found.Name, found.Region, found.Country
	p.Lat, p.Lon, p.TimeZone = found.Lat, found.Lon, found.Zone
}

// placeTail reads what stands behind the name of a place and says where it lies, from token i on,
// and returns how many tokens that is. It gives p its region, its country and what follows from
// them.
//
//	tail = area [ area ]
//	area = "," name [ "." ] | "(" name [ "." ] ")" | "[" name "]" | "/" country
//
// The names are those of states, provinces and countries: ", Wis.", ", Punjab, Pakistan",
// " (Kerala) [India]", "/ Srbija". An area in brackets that is an agency, "(PA)", is no tail.
func (s *story) placeTail(i int, p *Place) (width int) {
	town := findPlace(p.Span.Of(s.text))
	width = s.riverTail(i, p)
	for n := 0; n < 2; n++ {
		area, w := s.areaFrom(i+width, town)
		if w == 0 || n > 0 && (area.Kind != places.Country || area.Country != p.Country) {
			break
		}
		s.locate(p, town, area)
		width += w
	}
	return width
}

// riverTail reads the river in brackets that tells a town from others, from token i on, and makes p
// that town: "Frankfurt (Oder)", which the gazetteer has as "Frankfurt/Oder".
func (s *story) riverTail(i int, p *Place) (width int) {
	if i+2 >= len(s.toks) || s.toks[i].Kind != scan.Open || s.toks[i].Gap > scan.Space ||
		s.toks[i+1].Kind != scan.Word || s.toks[i+2].Kind != scan.Close {
		return 0
	}
	if _, agency := s.sourceFrom(i + 1); agency > 0 {
		return 0
	}
	found, ok := places.Resolve(findPlace(p.Span.Of(s.text)+"/"+s.word(i+1)), places.Hint{})
	if !ok {
		return 0
	}
	p.set(found)
	return 3
}

// locate makes p the town of its name in the given area.
func (s *story) locate(p *Place, town places.Name, area places.Place) {
	h := places.Hint{Country: area.Country, Region: area.Region}
	if area.Region == "" && p.Country == area.Country {
		h.Region = p.Region
	}
	found, ok := places.Resolve(town, h)
	if !ok {
		found = places.Place{Name: cmp.Or(p.Name, p.Span.Of(s.text))}
	}
	p.set(found)
	p.Region, p.Country = cmp.Or(h.Region, p.Region), h.Country
}

// areaFrom reads a comma, bracket or slash and an area from token i on; see placeTail.
func (s *story) areaFrom(i int, town places.Name) (area places.Place, width int) {
	if i+1 >= len(s.toks) || s.toks[i].Gap > scan.Space || s.toks[i+1].Gap > scan.Space {
		return places.Place{}, 0
	}
	open := s.toks[i].Kind
	if open != scan.Comma && open != scan.Open && open != scan.Slash ||
		s.toks[i+1].Shape.Has(scan.Lower) {
		return places.Place{}, 0
	}
	area, n := s.areaName(i+1, town)
	if n == 0 {
		return places.Place{}, 0
	}
	switch open {
	case scan.Comma:
		return area, n + 1
	case scan.Slash:
		_, inside := places.Resolve(town, places.Hint{Country: area.Country})
		if inside && area.Kind == places.Country {
			return area, n + 1
		}
	case scan.Open:
		src, agency := s.sourceFrom(i + 1)
		end := i + 1 + n
		if (agency == 0 || src.Kind != Wire) && end < len(s.toks) && s.toks[end].Kind == scan.Close {
			return area, n + 2
		}
	}
	return places.Place{}, 0
}

// areaName reads the name of the area around a town from token i on, with the stop of an
// abbreviation.
func (s *story) areaName(i int, town places.Name) (area places.Place, width int) {
	value, width := lang.Longest(places.Names, s.text, s.toks[i:])
	if width == 0 {
		return places.Place{}, 0
	}
	end := i + width
	stop := end < len(s.toks) && s.toks[end].Kind == scan.Stop && s.toks[end].Gap == scan.None
	area, short := s.chooseArea(places.Name(value), town, stop || !s.toks[i].Shape.Has(scan.Caps))
	if area.Country == "" {
		return places.Place{}, 0
	}
	if short && stop {
		width++
	}
	return area, width
}

// chooseArea returns the state or country of a name in which the town lies, and whether the name is
// an abbreviation. Where the gazetteer lacks the town the area must be the only one of its name, or
// the one at home; of abbreviations that are not codes in capitals the first is meant: "Pa." is
// Pennsylvania, "PA" may be Pará.
func (s *story) chooseArea(name, town places.Name, first bool) (area places.Place, short bool) {
	n := 0
	for i := range name.Len() {
		a := name.Place(i)
		if a.Kind != places.Region && a.Kind != places.Country {
			continue
		}
		if _, ok := places.Resolve(town, places.Hint{Country: a.Country, Region: a.Region}); ok {
			return a, name.Abbreviated(i)
		}
		if n == 0 || a.Country == s.Country {
			area, short = a, name.Abbreviated(i)
		}
		n++
	}
	if n > 1 && area.Country != s.Country && !(first && short) {
		return places.Place{}, false
	}
	return area, short
}

// findPlace returns the places of a name that stands alone.
func findPlace(name string) places.Name {
	var buf [128]byte
	return places.Find(appendKey(buf[:0], name))
}
