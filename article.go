package dateline

import (
	"cmp"
	"iter"
	"slices"
)

// An Article is what a whole story holds beside its own words. Spans index the text that was passed
// in; lists are in the order of the text. What a story has none of is left at its zero value.
type Article struct {
	// Lang is the BCP 47 tag of its language, "en"; empty where nothing tells.
	Lang string `json:"lang,omitzero"`
	// Dateline is the one that opens the body.
	Dateline Dateline `json:"dateline,omitzero"`
	// Bylines are those above the story and the sign-offs below it.
	Bylines []Byline `json:"bylines,omitzero"`
	// Captions are those of pictures, where they stand between the paragraphs.
	Captions []Caption `json:"captions,omitzero"`
	// Attributions say who said what.
	Attributions []Attribution `json:"attributions,omitzero"`
	// CrossRefs are the pointers to other stories.
	CrossRefs []CrossRef `json:"crossrefs,omitzero"`
	// Stamps are the lines that say when the story was published or changed.
	Stamps []Span `json:"stamps,omitzero"`
	// Dates are all dates, those of dateline, captions and attributions among them.
	Dates []Date `json:"dates,omitzero"`
	// Sources are all mentions of agencies, outlets and platforms.
	Sources []Source `json:"sources,omitzero"`
	// Wire is the agency whose copy the story is, by its dateline, byline or sign-off; zero where it
	// is the paper's own or nothing tells. An agency that is merely cited is none.
	Wire Source `json:"wire,omitzero"`
}

// ParseArticle reads everything in a whole story. It takes time in proportion to its length. Text
// of more than 65,536 words and marks, which no story has, is read in parts of so many or less, one
// after the other: memory grows only by what is found, and whom an earlier part has named is not
// known in the next.
func (p *Parser) ParseArticle(text string) Article {
	takes := slices.Collect(p.takes(text))
	if len(takes) == 1 {
		return takes[0]
	}
	return join(takes)
}

// takes yields what each take of text holds: one Article for all but the longest texts.
func (p *Parser) takes(text string) iter.Seq[Article] {
	return func(yield func(Article) bool) {
		s := p.open(text)
		defer s.close()
		for s.nextTake() {
			if !yield(s.article()) {
				return
			}
		}
	}
}

// article returns what the take holds whose tokens have been read.
func (s *story) article() Article {
	if s.begin == 0 {
		s.readStamped()
		s.readDateline()
	}
	s.readSources()
	if s.begin == 0 {
		s.addMentions(s.dateline.Sources)
	}
	s.readDates()
	s.readBylines()
	s.readCaptions()
	s.readCrossRefs()
	if !s.NoAttributions {
		s.readAttributions()
	}
	return Article{
		Lang:         s.lang.Tag(),
		Dateline:     s.dateline,
		Bylines:      s.bylineList(),
		Captions:     s.captions,
		Attributions: s.attributions,
		CrossRefs:    s.crossrefs,
		Stamps:       s.stampList(),
		Dates:        s.dateList(),
		Sources:      s.sourceList(),
		Wire:         s.readWire(),
	}
}

// join returns what the takes of a text hold together.
func join(takes []Article) Article {
	whole := Article{
		Bylines:      joined(takes, func(a *Article) []Byline { return a.Bylines }),
		Captions:     joined(takes, func(a *Article) []Caption { return a.Captions }),
		Attributions: joined(takes, func(a *Article) []Attribution { return a.Attributions }),
		CrossRefs:    joined(takes, func(a *Article) []CrossRef { return a.CrossRefs }),
		Stamps:       joined(takes, func(a *Article) []Span { return a.Stamps }),
		Dates:        joined(takes, func(a *Article) []Date { return a.Dates }),
		Sources:      joined(takes, func(a *Article) []Source { return a.Sources }),
	}
	for _, a := range takes {
		whole.Lang = cmp.Or(whole.Lang, a.Lang)
		whole.Dateline = a.Dateline // that of the first in all
		whole.Wire = cmp.Or(whole.Wire, a.Wire)
	}
	return whole
}

// joined returns the elements of a list of all takes, for which it needs memory once.
func joined[T any](takes []Article, list func(*Article) []T) []T {
	lists := make([][]T, len(takes))
	for i := range takes {
		lists[i] = list(&takes[i])
	}
	return slices.Concat(lists...)
}
