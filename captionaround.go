package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
)

// isThere reports whether a mark and the ending of where something is stand at token i: 'da.
func (s *story) isThere(i, to int) bool {
	return i+1 < to && s.toks[i].Kind == scan.Apostrophe && s.toks[i].Gap == scan.None &&
		s.lang.LiesApart(s.word(i+1))
}

// isPossessive reports whether "'s" stands at token i.
func (s *story) isPossessive(i, to int) bool { return i < to && s.possessive(i, to) > i }

// areaNoun reports whether a noun such as "district" stands at token i, behind the name of one, and
// no part of a longer name: "Leeds Town Hall".
func (s *story) areaNoun(i, to int) bool {
	if i >= to || s.toks[i].Gap != scan.Space {
		return false
	}
	noun, width := lang.Longest(places.Nouns, s.text, s.toks[i:to])
	return places.Noun(noun.Number())&places.TailNoun != 0 && !s.inLongerName(i+width, to)
}

// datedSoonAfter reports whether token i begins a date, or another place, behind a comma: only
// where the picture was taken stands there.
func (s *story) datedSoonAfter(i, to int) bool {
	if i+1 < to && s.toks[i].Kind == scan.Comma && s.toks[i+1].Is(lang.In) {
		_, width := s.placeFrom(min(i+2, to-1))
		return width > 0
	}
	return s.datedAfter(i, to)
}

// datedAfter reports whether token i is a comma before a date.
func (s *story) datedAfter(i, to int) bool {
	return i+1 < to && s.toks[i].Kind == scan.Comma && s.dateStarts(i+1)
}

// dateStarts reports whether a date begins at token i, or behind the preposition there.
func (s *story) dateStarts(i int) bool {
	k := s.dateFromToken(i)
	return k < len(s.dates) && s.dates[k].from <= i+1 &&
		(s.dates[k].from == i || s.toks[i].Is(lang.On))
}

// endsPhrase reports whether the phrase that a place ends is over at token i, or a date follows:
// "the market of Lille.", "in Hovby on Friday".
func (s *story) endsPhrase(i, to int) bool {
	if i >= to {
		return true
	}
	switch s.toks[i].Kind {
	case scan.Stop, scan.Comma, scan.Close, scan.Dash:
		return true
	}
	return s.dateStarts(i)
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
