package dateline

import (
	"strings"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// leadReach is how many tokens may stand between a preposition and the outlet that it leads: "by
// the official Russian news agency Interfax".
const leadReach = 9

// led returns the token of the preposition that leads the mention m, not before from; or -1.
func (s *story) led(m sourceAt, from int) int {
	for i := m.from - 1; i >= from && i >= m.from-leadReach; i-- {
		t := &s.toks[i]
		if i > from && s.toks[i-1].Is(lang.CueBefore) ||
			t.Is(lang.Rel|lang.Sub) && !t.Is(lang.Article|lang.Prep|lang.In|lang.Toward) {
			return -1 // according to; with which
		}
		if t.Is(lang.Toward) ||
			t.Is(lang.By|lang.Via|lang.In) && (!t.Shape.Has(scan.Capital) || s.opensSentence(i)) {
			return i
		}
		if t.Kind != scan.Word && t.Kind != scan.Hyphen && t.Kind != scan.Apostrophe &&
			!s.mayOpenQuote(i) {
			return -1
		}
	}
	return -1
}

// links are the prepositions that join two nouns.
const links = lang.Prep | lang.In | lang.Toward | lang.By | lang.Via

// linkBefore returns the token of the preposition that joins the outlet m to the noun before it:
// "of" in "a reporter of Die Zeit". It returns -1 where none does, not before from.
func (s *story) linkBefore(m sourceAt, from int) int {
	for i := m.from - 1; i > from && i >= m.from-leadReach; i-- {
		t := &s.toks[i]
		if t.Is(links) && t.Shape.Has(scan.Lower) {
			return i
		}
		if t.Kind == scan.Comma || t.Is(lang.And|lang.Rel|lang.Aux) {
			break
		}
	}
	return -1
}

// phraseStart returns where the noun phrase around token i starts, not before from.
func (s *story) phraseStart(i, from int) int {
	const stops = lang.In | lang.By | lang.Prep | lang.Toward | lang.Aux | lang.Cue | lang.And |
		lang.Sub | lang.Rel | lang.That
	for stop := i - leadReach; i > from && i > stop && !s.toks[i].Is(lang.Article); i-- {
		t := &s.toks[i-1]
		if t.Kind == scan.Comma || t.Kind == scan.Stop ||
			t.Is(stops) && !t.Is(lang.Article|lang.Month) {
			break
		}
	}
	return i
}

// phraseReach is the longest noun phrase in tokens, with the prepositions in it.
const phraseReach = 2 * leadReach

// phraseFrom returns the noun phrase that starts at token i, with all that belongs to it up to a
// mark, a verb or a clause.
func (s *story) phraseFrom(i, to int) speech.Run {
	const ends = lang.Sub | lang.Rel | lang.That | lang.Aux | lang.Cue
	x := speech.Run{From: i, To: i}
	for ; x.To < min(to, i+phraseReach); x.To++ {
		switch t := &s.toks[x.To]; t.Kind {
		case scan.Word, scan.Number, scan.Apostrophe, scan.Hyphen:
			noun := s.lang.CapitalNouns() && t.Shape.Has(scan.Capital) // ein Schreiben
			if t.Is(ends) && !t.Is(lang.Article) && !noun {
				return x
			}
		default:
			return x
		}
	}
	return x
}

// nextComma returns the first comma from token i on, or to.
func (s *story) nextComma(i, to int) int {
	for i < to && s.toks[i].Kind != scan.Comma {
		i++
	}
	return i
}

// pastDate returns the token after the date or the words of one at i.
func (s *story) pastDate(i, to int) int {
	const dates = lang.On | lang.Weekday | lang.Day | lang.Month | lang.Shift | lang.Unit
	for i < to && (s.toks[i].Is(dates) || s.toks[i].Kind == scan.Number) {
		i++
	}
	return i
}

// pastName returns the token after an outlet's name that ends before token i, past its possessive
// ending: "CNN's", "Fox News’ “Outnumbered”".
func (s *story) pastName(i int) int {
	if i+1 < len(s.toks) && s.toks[i].Kind == scan.QuoteClose && s.toks[i].Gap == scan.None &&
		s.endsInS(i-1) && (s.mayOpenQuote(i+1) || s.namePart(i+1)) {
		return i + 1
	}
	for i < len(s.toks) && s.toks[i].Gap == scan.None &&
		(s.toks[i].Kind == scan.Apostrophe || s.toks[i-1].Kind == scan.Apostrophe) {
		i++
	}
	return i
}

// endsInS reports whether token i is a word that takes a bare mark as its possessive ending.
func (s *story) endsInS(i int) bool {
	return i >= 0 && strings.HasSuffix(s.word(i), "s")
}

// pastOutlet returns the token after the outlet m and what its name introduces: “State of the
// Union” in "CNN's “State of the Union”", Dana Brekke in "Fox News host Dana Brekke".
func (s *story) pastOutlet(m sourceAt, to int) int {
	i := s.pastName(m.to)
	to = min(to, i+besideReach)
	for ; i < to; i++ {
		t := &s.toks[i]
		switch {
		case s.mayOpenQuote(i):
			i = s.pastTitle(i, to) - 1
		case i > m.to && s.namePart(i-1) && s.isLower(i) && t.Is(lang.Org): // BBC's Thai service
		case i > m.to && s.press(i) == lang.PressReport: // the Star's editorial board
			i += s.widthAs(i, lang.Press) - 1
		case t.Is(lang.Newswire | lang.Job | lang.Role), s.press(i) >= lang.PressAgain:
			i = s.pastName(i+1) - 1
		case t.Gap > scan.Space || !s.namePart(i):
			return i
		}
	}
	return min(i, to)
}

// titleReach is the longest title of a programme, in tokens.
const titleReach = 9

// pastTitle returns the token after the quotation that token i opens, where it is as short as a
// title; otherwise i+1.
func (s *story) pastTitle(i, to int) int {
	for j := i + 1; j < min(to, i+titleReach); j++ {
		if s.mayCloseQuote(j) {
			return j + 1
		}
	}
	return i + 1
}

// anyOf reports whether a token of x has any of the classes c.
func (s *story) anyOf(x speech.Run, c lang.Class) bool { return x.Any(s.toks, c) }

// isNegated reports whether a word of x says that nothing was said: "declined".
func (s *story) isNegated(x speech.Run) bool { return s.anyOf(x, lang.Negation) }

// holds reports whether one of content has all of x.
func holds(content []speech.Run, x speech.Run) bool {
	for _, c := range content {
		if c.Has(x.From) && x.To <= c.To {
			return true
		}
	}
	return false
}

func inContent(content []speech.Run, i int) bool {
	return holds(content, speech.Run{From: i, To: i + 1})
}
