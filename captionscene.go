package dateline

import (
	"slices"
	"strings"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
)

// readScene reads where and when the picture was taken from the description in the tokens from up
// to to.
func (s *story) readScene(c *Caption, from, to int) {
	c.Places = s.scenePlaces(from, to)
	c.Date = s.sceneDate(from, to)
	for _, p := range c.Places {
		if c.Date.Span.Start >= p.Span.Start && c.Date.Span.End <= p.Span.End {
			c.Date = Date{} // Rio de Janeiro
		}
	}
}

// sceneDate returns the first day that the tokens from up to to name, or else their first date.
func (s *story) sceneDate(from, to int) Date {
	var first Date
	for i := s.dateFromToken(from); i < len(s.dates) && s.dates[i].to <= to; i++ {
		if s.dates[i].Unit == UnitDay {
			return s.dates[i].Date
		}
		if first.IsZero() {
			first = s.dates[i].Date
		}
	}
	return first
}

// dateFromToken returns the index of the first date of the story that begins at token i or later.
func (s *story) dateFromToken(i int) int {
	k := s.dateBehind(i)
	if k < len(s.dates) && s.dates[k].from < i {
		k++
	}
	return k
}

// dateBehind returns the index of the first date of the story that ends behind token i. It is near
// the one that was asked for last: lines are read one after the other.
func (s *story) dateBehind(i int) int {
	k := min(s.near, len(s.dates))
	for k > 0 && s.dates[k-1].to > i {
		k--
	}
	for k < len(s.dates) && s.dates[k].to <= i {
		k++
	}
	s.near = k
	return k
}

// maxScenes is how many places a caption gives.
const maxScenes = 4

// scenePlaces returns the places in the tokens from up to to of a caption. Those that it says least
// surely to be where the picture was taken do not count beside others, nor do states and countries
// beside towns.
//
//	scene = opening place tail ( "-" | ":" ) | lead place [ tail ] | place tail | place noun
//	lead  = "in" | "at" | ... | [ "in" ] noun | preposition
//	noun  = "district" | "the city of" | ...
func (s *story) scenePlaces(from, to int) []Place {
	var found []Place
	best := sceneRank(0)
	for i := from; i < to && len(found) < maxScenes; i++ {
		x, ok := s.sceneAt(from, i, to)
		if !ok {
			continue
		}
		i = x.next - 1
		rank := s.rank(&x)
		if rank > best {
			best, found = rank, nil
		}
		if rank == best && !hasScene(found, x.Place) {
			found = append(found, x.Place)
		}
	}
	return found
}

// hasScene reports whether list has a place of p's name.
func hasScene(list []Place, p Place) bool {
	return slices.ContainsFunc(list, func(q Place) bool { return q.Name == p.Name })
}

// A sceneRank says how sure a caption is that its picture was taken in a place.
type sceneRank uint8

const (
	rankArea sceneRank = 1 + iota // a state or country
	rankSide                      // a town named beside something else: "Tokyo's Ginza district"
	rankTown
)

// rank returns that of the scene x.
func (s *story) rank(x *scene) sceneRank {
	switch {
	case !s.isTown(x.Place):
		return rankArea
	case x.beside, x.lead == leadOf, x.lead == leadNone && x.next == x.name:
		return rankSide
	}
	return rankTown
}

// A scene is a name in a caption on its way to where the picture was taken.
type scene struct {
	Place
	lead   sceneLead
	known  bool // the gazetteer has it
	cased  bool // it has the ending of where something is
	beside bool // it only tells where something else is
	i      int  // its first token
	name   int  // the token behind the name
	next   int  // the token behind the name and what says where it lies
}

// sceneAt reads the place at token i, and what stands behind it, where it says where the picture
// was taken.
func (s *story) sceneAt(from, i, to int) (x scene, ok bool) {
	if s.toks[i].Kind != scan.Word || s.isLower(i) {
		return scene{}, false
	}
	x.i = i
	s.readLead(&x, from)
	if i > from && x.lead == leadNone && !s.beforeTown(i-1) && !s.lang.PlacesByCase() {
		return scene{}, false
	}
	if s.sourceWidth(i, to) > 0 && !s.mentionFrom(i).name.Weak() || !s.sceneTown(&x, from, to) {
		return scene{}, false
	}
	x.next = x.name + s.sceneTail(&x, to)
	return x, x.next <= to && s.isScene(&x, from, to)
}

// isScene reports whether what stands around the name x says that the picture was taken there.
func (s *story) isScene(x *scene, from, to int) bool {
	tail := x.next > x.name
	switch {
	case x.i == from: // "MOSCOW, RUSSIA - APRIL 11:"
		return tail && (s.isKind(x.next, to, scan.Dash) || s.isKind(x.next, to, scan.Colon))
	case s.partOfTown(x.i, x.next, to):
		return false
	case tail:
		return true
	case !x.known:
		return s.newTown(x, to)
	case x.cased:
		x.beside = !s.endsPhrase(x.next, to) // "im Moskauer Rathaus"
		return true
	case s.areaNoun(x.next, to):
		x.beside = x.beside || x.lead < leadIn
		return true
	case s.isPossessive(x.next, to):
		x.beside = true
		return x.lead == leadIn && s.isTown(x.Place) // "in Tokyo's Ginza district"
	case s.inLongerName(x.next, to):
		return false
	case x.lead >= leadIn || s.isThere(x.next, to):
		return true
	case s.isKind(x.i-1, to, scan.Comma):
		return s.datedSoonAfter(x.next, to) || s.lastTown(x, from, to)
	}
	return x.lead == leadOf && s.endsPhrase(x.next, to)
}

// newTown reports whether the name x, which the gazetteer lacks, is that of a town by the words
// around it: "in the village of Hovby", "in Hovby on Friday".
func (s *story) newTown(x *scene, to int) bool {
	switch {
	case x.lead < leadIn:
		return false
	case x.lead == leadNoun, s.datedAfter(x.next, to),
		s.isIn(x.i-1) && (s.areaNoun(x.next, to) || s.areaNoun(x.name-1, to)):
		return true
	case x.name > x.i+1 || s.toks[x.i].Shape.Has(scan.Caps), s.inLongerName(x.next, to),
		s.toks[x.i].Class&^(lang.Outlet|lang.More) != 0:
		return false
	}
	arg, _, home := s.toks[x.i-1].Arg(lang.In, s.lang)
	return home && arg == lang.InTown && s.endsPhrase(x.next, to)
}

// lastTown reports whether x, behind a comma, ends a sentence that says where in the town the
// picture was taken: "a rally on Castle Square, Warsaw." In a list of names it does not.
func (s *story) lastTown(x *scene, from, to int) bool {
	if x.i-2 < from || !s.endsPhrase(x.next, to) || s.isKind(x.next, to, scan.Comma) ||
		x.Country == "" {
		return false
	}
	if s.isLower(x.i-2) && !places.StandsAlone(x.Span.Of(s.text)) {
		return false // "with her daughter, Victoria"
	}
	for j := x.i - 2; j >= from && s.toks[j].Kind == scan.Word; j-- {
		if !s.toks[j].Shape.Has(scan.Capital) && !s.toks[j].Is(lang.And) {
			_, town := s.placeFrom(x.i - 2)
			return town == 0
		}
	}
	return false
}

// sceneTown reads the name of the place x. Behind "in" it need not be a known one.
func (s *story) sceneTown(x *scene, from, to int) bool {
	var width int
	x.Place, width = s.placeFrom(x.i)
	if width == 0 && (x.lead >= leadIn || s.lang.PlacesByCase()) {
		if x.Place, width = s.placeWithEnding(x.i); width > 0 {
			x.lead, x.cased = max(x.lead, leadIn), true
		}
	}
	x.known = width > 0
	if end := x.i + width; x.known && end+1 < to && s.toks[end].Kind == scan.Hyphen {
		width += 2 // "Berlin-Mitte"
		x.Span = s.span(x.i, x.i+width)
	}
	end, words := s.nameOf(x.i, to, 2)
	if !x.known && words > 0 && (x.lead != leadNone || x.i == from) {
		width = end - x.i
		x.Span = s.span(x.i, end)
		x.Name = x.Span.Of(s.text)
	}
	x.name = x.i + width
	word := width == 1 && s.toks[x.i].Is(lang.Month|lang.Weekday|lang.Position)
	return width > 0 && x.name <= to && !word
}

// placeWithEnding returns the place at token i whose name has the ending of where something is. Its
// span leaves the ending out where the name is whole without it: "Vantaa" in Vantaalla.
func (s *story) placeWithEnding(i int) (p Place, width int) {
	word := s.word(i)
	for name := range s.lang.Located(word) {
		found, ok := places.Resolve(findPlace(name), places.Hint{Prefer: s.Country})
		if !ok {
			continue
		}
		p.Span = s.span(i, i+1)
		if strings.HasPrefix(word, name) {
			p.Span.End = p.Span.Start + len(name)
		}
		p.set(found)
		return p, 1
	}
	return Place{}, 0
}

// sceneTail reads what says where x lies and returns how many tokens it takes up. Behind a town
// that the gazetteer lacks it may be another: "Barbate (Cádiz)", "à Landiras en Gironde".
func (s *story) sceneTail(x *scene, to int) int {
	bracket := s.isKind(x.name, to, scan.Open)
	if !x.known && x.lead == leadOf && !bracket {
		return 0
	}
	if w := s.placeTail(x.name, &x.Place); w > 0 || x.known || x.lead == leadNone {
		return w
	}
	var around Place
	end := x.name
	if bracket {
		around, end = s.bracketTail(end, to)
	} else {
		around, end = s.areaTail(end, to)
	}
	if end > x.name {
		x.Country = around.Country
	}
	return end - x.name
}

// bracketTail returns the place in the bracket that opens at token i, and the token behind it; i
// where it holds none.
func (s *story) bracketTail(i, to int) (around Place, end int) {
	around, w := s.placeFrom(min(i+1, to-1))
	src, agency := s.sourceFrom(min(i+1, to-1))
	if w == 0 || agency > 0 && src.Kind == Wire || !s.isKind(i+1+w, to, scan.Close) {
		return Place{}, i
	}
	return around, i + w + 2
}

// areaTail returns the area behind the "in" at token i, a comma before it or not, and the token
// behind that; i where there is none: "en Gironde", ", in provincia di Palermo".
func (s *story) areaTail(i, to int) (around Place, end int) {
	at := i
	if s.isKind(at, to, scan.Comma) {
		at++
	}
	if at+1 >= to || !s.isIn(at) {
		return Place{}, i
	}
	at++
	noun, width := lang.Longest(places.Nouns, s.text, s.toks[at:to])
	area := places.Noun(noun.Number())&places.AreaNoun != 0
	if area {
		at += width
	}
	around, w := s.placeFrom(min(at, to-1))
	if w == 0 || at+w > to || !area && s.isTown(around) {
		return Place{}, i
	}
	return around, at + w
}

// isTown reports whether p is no state and no country.
func (s *story) isTown(p Place) bool {
	value := findPlace(p.Span.Of(s.text))
	if value == 0 {
		return true
	}
	best, ok := places.Resolve(value, places.Hint{Country: p.Country})
	return !ok || best.Kind != places.Region && best.Kind != places.Country
}
