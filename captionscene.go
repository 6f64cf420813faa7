package dateline

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
)

// readScene reads where and when the picture was taken from the description in the tokens from up
// to to.
func (s *story) readScene(c *Caption, from, to int) {
	c.Date = s.sceneDate(from, to)
	c.Places = s.scenePlaces(from, to)
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

// scenePlaces returns the places in the tokens from up to to of a caption. Where it names towns,
// states and countries beside them do not count.
//
//	scene = opening place tail ( "-" | ":" ) | ( "in" | "at" | ... ) place [ tail ] | place tail
func (s *story) scenePlaces(from, to int) []Place {
	var found []Place
	for i := from; i < to && len(found) < maxScenes; i++ {
		p, width := s.sceneAt(from, i, to)
		if width == 0 {
			continue
		}
		i += width - 1
		if !hasScene(found, p) {
			found = append(found, p)
		}
	}
	if len(found) < 2 || !slices.ContainsFunc(found, s.isTown) {
		return found
	}
	return slices.DeleteFunc(found, func(p Place) bool { return !s.isTown(p) })
}

// hasScene reports whether list has a place of p's name.
func hasScene(list []Place, p Place) bool {
	return slices.ContainsFunc(list, func(q Place) bool { return q.Name == p.Name })
}

// sceneAt reads the place at token i, and what stands behind it, where it says where the picture
// was taken.
func (s *story) sceneAt(from, i, to int) (p Place, width int) {
	t := &s.toks[i]
	if t.Kind != scan.Word || s.isLower(i) || t.Is(lang.Month|lang.Weekday|lang.Position) {
		return Place{}, 0
	}
	lead := i > from && s.leadsToPlace(from, i)
	if i > from && !lead && !s.beforeTown(i-1) {
		return Place{}, 0
	}
	if s.sourceWidth(i, to) > 0 && !s.mentionFrom(i).name.Weak() {
		return Place{}, 0
	}
	p, width, known := s.sceneTown(i, to, lead || i == from)
	if width == 0 {
		return Place{}, 0
	}
	tail := s.placeTail(i+width, &p)
	next := i + width + tail
	lead = lead || s.isThere(next, to)
	dated := known && s.toks[max(i-1, 0)].Kind == scan.Comma && s.datedSoonAfter(next, to)
	switch {
	case next > to, tail == 0 && !known && !s.datedSoonAfter(next, to):
		return Place{}, 0
	case i == from: // "MOSCOW, RUSSIA - APRIL 11:"
		if tail == 0 || !s.isKind(next, to, scan.Dash) && !s.isKind(next, to, scan.Colon) {
			return Place{}, 0
		}
	case s.partOfTown(i, next, to), tail == 0 && s.inLongerName(next, to),
		tail == 0 && !lead && !dated && !s.endsPhrase(i, next, to):
		return Place{}, 0
	}
	return p, width + tail
}

// isThere reports whether a mark and the ending of where something is stand at token i: 'da.
func (s *story) isThere(i, to int) bool {
	return i+1 < to && s.toks[i].Kind == scan.Apostrophe && s.toks[i].Gap == scan.None &&
		s.lang.LiesApart(s.word(i+1))
}

// sceneTown returns the place whose name starts at token i. Behind "in" it need not be a known one.
func (s *story) sceneTown(i, to int, lead bool) (p Place, width int, known bool) {
	p, width = s.placeFrom(i)
	if width == 0 && lead {
		p, width = s.placeWithEnding(i)
	}
	known = width > 0
	if end := i + width; known && end+1 < to && s.toks[end].Kind == scan.Hyphen {
		width += 2 // "Berlin-Mitte"
		p.Span = s.span(i, i+width)
	}
	if end, words := s.nameOf(i, to, 2); !known && lead && words > 0 {
		width = end - i
		p.Span = s.span(i, end)
		p.Name = p.Span.Of(s.text)
	}
	if i+width > to {
		return Place{}, 0, false
	}
	return p, width, known
}

// placeWithEnding returns the place at token i whose name has the ending of where something is.
func (s *story) placeWithEnding(i int) (p Place, width int) {
	for name := range s.lang.Located(s.word(i)) {
		found, ok := places.Resolve(findPlace(name), places.Hint{Prefer: s.Country})
		if ok {
			p.Span = s.span(i, i+1)
			p.set(found)
			return p, 1
		}
	}
	return Place{}, 0
}

// datedSoonAfter reports whether token i begins a date, or another place, behind a comma: only
// where the picture was taken stands there.
func (s *story) datedSoonAfter(i, to int) bool {
	if i+1 >= to || s.toks[i].Kind != scan.Comma {
		return false
	}
	i++
	if s.toks[i].Is(lang.In) {
		_, width := s.placeFrom(min(i+1, to-1))
		return width > 0
	}
	k := s.dateFromToken(i)
	return k < len(s.dates) && s.dates[k].from <= i+1
}

// leadsToPlace reports whether "in" or the like stands before token i, an article or a word such as
// "downtown" between them or not. A caption is too short to be sure of its language: that of any
// will do.
func (s *story) leadsToPlace(from, i int) bool {
	if s.isIn(i - 1) {
		return true
	}
	before := &s.toks[i-1]
	return i-1 > from && before.Shape.Has(scan.Lower) && before.Gap == scan.Space && s.isIn(i-2)
}

// maxPreposition is how many bytes the prepositions of other languages have.
const maxPreposition = 6

// isIn reports whether token i is "in" or the like in any language, and not "from": where people
// come from, or how far it is from where, says nothing of the place.
func (s *story) isIn(i int) bool {
	t := &s.toks[i]
	if arg, _, home := t.Arg(lang.In, s.lang); home {
		return arg != lang.InFrom
	}
	_, _, article := t.Arg(lang.Article, s.lang)
	return t.End-t.Start <= maxPreposition && t.Langs(lang.In) != 0 && !(article && s.lang != 0)
}

// beforeTown reports whether a town and its country may follow token i: "central Oslo, Norway".
func (s *story) beforeTown(i int) bool {
	t := &s.toks[i]
	return t.Kind == scan.Comma || t.Kind == scan.Semicolon || t.Shape.Has(scan.Lower)
}

// endsPhrase reports whether the place in the tokens from i up to next stands behind another
// preposition, no "from", and before a mark: "the market of Lille."
func (s *story) endsPhrase(i, next, to int) bool {
	ends := next == to || s.toks[next].Kind == scan.Stop || s.toks[next].Kind == scan.Comma
	before := &s.toks[i-1]
	return ends && before.Is(lang.Prep) && !before.Is(lang.In)
}

// inLongerName reports whether a name goes on at token i: "Leeds Town Hall".
func (s *story) inLongerName(i, to int) bool {
	if i >= to {
		return false
	}
	t := &s.toks[i]
	if t.Kind == scan.Apostrophe {
		return !s.isThere(i, to)
	}
	return t.Kind == scan.Word && t.Shape.Has(scan.Capital) && t.Gap == scan.Space &&
		!t.Is(lang.Month|lang.Weekday)
}

// partOfTown reports whether the tokens from i up to next are said to be part of a place that
// follows: "the Old Town of Dubrovnik".
func (s *story) partOfTown(i, next, to int) bool {
	if next+1 >= to || !s.isLower(next) || !s.toks[next].Is(lang.Prep) || s.toks[next].Is(lang.In) {
		return false
	}
	_, width := s.placeFrom(next + 1)
	return width > 0 && s.toks[i-1].Is(lang.Article)
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
