package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
)

// sourceOrPlace tells an agency from a town where a name could be both: the longer name wins, then
// the agency where a town was named already, else the town.
func (r *datelineReader) sourceOrPlace() bool {
	src, width := r.s.sourceIn(r.i, r.country())
	place, n, town := r.s.townFrom(r.i)
	switch {
	case width > n && r.depth == 0 && !glued(r.s.toks, r.i) &&
		!r.s.standsAsSource(r.i+width, r.has) && !(src.Kind == Wire && r.parted(r.i+width)):
		return r.stranger()
	case width > n || width > 0 && width == n && r.prefersSource():
		return r.addSource(src, width)
	case n == 0:
		return r.stranger()
	}
	return r.addPlace(place, n, town)
}

// standsAsSource reports whether what follows an agency without brackets, token i, bears it out.
// One after a place or date ends the dateline: no "Pa., March 5". One before them opens no longer
// name: no "FT. LAUDERDALE", no "SUN Valley"; but "ACN Barcelona.-".
func (s *story) standsAsSource(i int, has trait) bool {
	if i >= len(s.toks) || s.toks[i].Gap >= scan.Line {
		return true
	}
	t := &s.toks[i]
	switch {
	case t.Kind == scan.Comma && has&hasSource == 0 && i+1 < len(s.toks):
		_, width := s.sourceFrom(i + 1)
		return width > 0 || has&(hasPlace|hasDate) == 0 || s.signerAt(i) > 0
	case has&(hasPlace|hasDate) != 0:
		return t.Kind == scan.Dash || t.Kind == scan.Bar || t.Kind == scan.QuoteClose ||
			t.Kind == scan.Colon && has&hasDate != 0 ||
			t.Kind == scan.Stop && (i+1 == len(s.toks) || s.toks[i+1].Kind == scan.Word)
	case t.Kind == scan.Stop:
		return false
	case t.Kind == scan.Word && t.Shape.Has(scan.Capital):
		return t.Is(lang.Month|lang.Weekday) || s.townAt(i)
	}
	return true
}

// parted reports whether a dash before the agency at hand and a colon, token i, behind it part it
// from a place and from the text: "بيروت - رويترز:".
func (r *datelineReader) parted(i int) bool {
	return r.has&hasPlace != 0 && r.s.toks[r.i-1].Kind == scan.Dash && i+1 < len(r.s.toks) &&
		r.s.toks[i].Kind == scan.Colon
}

// country is where the agency is likely to be at home: where the place is.
func (r *datelineReader) country() string {
	if r.n.places > 0 && r.places[0].Country != "" {
		return r.places[0].Country
	}
	return r.s.Country
}

func (r *datelineReader) prefersSource() bool {
	return r.depth > 0 || r.has&(hasPlace|hasDate) != 0
}

func (r *datelineReader) addSource(src Source, width int) bool {
	if r.has&hasStranger != 0 { // "Halle (Saale) (dpa)"
		r.dropped = r.n.sources
		r.has &^= hasStranger
	}
	if r.n.sources == maxSources || r.n.sources > r.dropped && r.depth == 0 && r.has&hasSetOff != 0 {
		return false
	}
	r.sources[r.n.sources] = src
	if r.has == 0 && allCaps(r.s.toks[r.i:r.i+1]) {
		r.has |= hasLoud
	}
	r.n.sources++
	r.i += width
	r.has |= hasSource
	if r.depth > 0 || glued(r.s.toks, r.i-width) {
		r.has |= hasSetOff
	}
	return true
}

// glued reports whether a hyphen ties token i to the one before: "دمشق-سانا".
func glued(toks []lang.Token, i int) bool { return i > 0 && toks[i-1].Kind == scan.Hyphen }

// addPlace takes a town that starts at the next token, with the country or state after it.
func (r *datelineReader) addPlace(p Place, width int, known bool) bool {
	if r.n.places == maxPlaces || r.has&hasSetOff != 0 && r.has&(hasPlace|hasDate) != 0 {
		return false
	}
	first := &r.s.toks[r.i]
	if r.n.places == 0 && allCaps(r.s.toks[r.i:r.i+width]) {
		r.has |= hasCaps
	}
	p.Span = r.s.span(r.i, r.i+width)
	if r.n.places == 0 && first.Is(lang.Aboard) && r.has&hasCaps != 0 {
		known = true
	}
	r.i += width
	if tail := r.s.placeTail(r.i, &p); tail > 0 {
		r.i += tail
		r.has |= hasTail
	}
	if known && r.n.places == 0 {
		r.has |= hasCity
	}
	r.has |= hasPlace
	r.places[r.n.places] = p
	r.n.places++
	return true
}

// stranger reads a town that the gazetteer does not have. Only the first place may be one; after a
// comma a stranger is taken for the country or state of the town before it, and passed over.
func (r *datelineReader) stranger() bool {
	n := r.s.capitals(r.i)
	if n == 0 || r.has&(hasSource|hasFiled) != 0 {
		return false
	}
	if r.s.isCaseless(r.i) && r.s.toks[r.i].Is(lang.CueBefore|lang.Cue) {
		return false // وبحسب وكالة الأنباء القطرية (قنا)
	}
	if r.has&hasPlace != 0 {
		if r.has&hasDate != 0 || r.depth > 0 || r.s.toks[r.i-1].Kind != scan.Comma {
			return false
		}
		r.i += n
		return true
	}
	return r.addPlace(Place{Name: r.s.span(r.i, r.i+n).Of(r.s.text)}, n, false)
}

// capitals returns how many tokens from token i on could be a name that nothing knows: words with
// capitals, or of a script that has none, and the particles between them; after "Aboard" any words.
func (s *story) capitals(i int) int {
	bar, most, size := scan.Lower|scan.Single, maxWords, maxName
	if s.toks[i].Is(lang.Aboard) && s.toks[i].Shape.Has(scan.Capital) {
		bar, most, size = scan.Single, 2*most, 2*size // "ABOARD A FERRY IN THE BALTIC SEA"
	}
	n, words := 0, 0
	for j := i; j < len(s.toks) && words < most; j++ {
		t := &s.toks[j]
		switch {
		case j > i && t.Gap >= scan.Line || int(t.End-s.toks[i].Start) > size:
			return n
		case t.Kind == scan.Word && t.Shape&bar == 0 && !t.Is(lang.Month):
			words++
			n = j + 1 - i
		case j == i:
			return 0
		case t.Kind == scan.Hyphen || t.Kind == scan.Apostrophe || t.Is(lang.Particle), s.isTied(j):
		case t.Kind == scan.Stop && s.shortened(j-1):
		default:
			return n
		}
	}
	return n
}

// isTied reports whether hyphens tie the word at i to those around it: the "sur" of Saint-sur-Mer.
func (s *story) isTied(i int) bool {
	return i > 0 && i+1 < len(s.toks) && s.toks[i].Kind == scan.Word &&
		s.toks[i].Gap+s.toks[i+1].Gap == scan.None &&
		s.toks[i-1].Kind == scan.Hyphen && s.toks[i+1].Kind == scan.Hyphen
}

// shortened reports whether token i is an initial, or as short as "St" and "Ft", so that a stop
// after it is part of the name.
func (s *story) shortened(i int) bool {
	t := &s.toks[i]
	n := t.End - t.Start
	return t.Kind == scan.Word && (n == 1 || n <= 3 && t.Is(lang.Abbrev))
}

func allCaps(toks []lang.Token) bool {
	for i := range toks {
		if toks[i].Kind == scan.Word && !toks[i].Shape.Has(scan.Caps) {
			return false
		}
	}
	return true
}

// townFrom returns the place that stands at token i, as the gazetteer has it, and how many tokens
// it takes up; town says that it is one, and no country or state. A place that opens a longer name
// ("BOSTON Dynamics", "PARIS SAINT-GERMAIN") is none.
func (s *story) townFrom(i int) (p Place, width int, town bool) {
	found, width := s.foundFrom(i)
	article := width == 1 && s.toks[i].Is(lang.Article) && !s.toks[i].Shape.Has(scan.Caps) // "Un"
	if width == 0 || article || s.goesOn(i+width) {
		return Place{}, 0, false
	}
	p.Span = s.span(i, i+width)
	p.set(found)
	return p, width, found.Kind == places.City || found.Kind == places.Site
}

// townAt reports whether a town of the gazetteer stands at token i.
func (s *story) townAt(i int) bool {
	_, _, town := s.townFrom(i)
	return town
}

// goesOn reports whether token i goes on the name before it.
func (s *story) goesOn(i int) bool {
	if i >= len(s.toks) {
		return false
	}
	t := &s.toks[i]
	switch {
	case t.Gap >= scan.Line:
		return false
	case t.Kind == scan.Hyphen, t.Kind == scan.Apostrophe:
		i++
	case t.Kind != scan.Word || !t.Shape.Has(scan.Capital) || t.Is(lang.Month|lang.Weekday|lang.And):
		return false
	}
	_, width := s.sourceFrom(i)
	return width == 0
}
