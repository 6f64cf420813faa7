package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
)

// A sceneLead says what stands before a name and makes a place of it.
type sceneLead uint8

const (
	leadNone sceneLead = iota
	leadOf             // a preposition, or a noun such as "Hauptbahnhof": of towns that are known
	leadIn             // "in" or the like
	leadNoun           // "the town of", "im Stadtteil"
)

// maxNoun is how many tokens a noun for a place has before the name, "the city of".
const maxNoun = 3

// nounBefore returns the noun for places that ends before token i.
func (s *story) nounBefore(from, i int) places.Noun {
	for j := i - 1; j >= max(from, i-maxNoun); j-- {
		noun, width := lang.Longest(places.Nouns, s.text, s.toks[j:i])
		if j+width == i {
			return places.Noun(noun.Number())
		}
	}
	return 0
}

// readLead reads what leads to the place x.
func (s *story) readLead(x *scene, from int) {
	if x.i == from {
		return
	}
	noun := s.nounBefore(from, x.i)
	switch {
	case noun&(places.TownNoun|places.AreaNoun) != 0:
		x.lead, x.beside = leadNoun, noun&places.AreaNoun != 0
	case s.leadsToPlace(from, x.i):
		x.lead = leadIn
	case noun&places.SiteNoun != 0, s.isOf(from, x.i-1):
		x.lead = leadOf
	}
}

// isOf reports whether token i is a preposition, of any language, that is none of place, and no
// office stands before it: "the market of Lille", not "the mayor of York". Where nouns have a
// capital, only "of" tells a town from one: "zu Boden".
func (s *story) isOf(from, i int) bool {
	t := &s.toks[i]
	if s.lang.CapitalNouns() && s.arg(i, lang.Prep) != lang.Genitive {
		return false
	}
	if t.End-t.Start > maxPreposition || t.Is(lang.In) || t.Langs(lang.Prep) == 0 {
		return false
	}
	return i == from || !s.toks[i-1].Is(lang.Role)
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
