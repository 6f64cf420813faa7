package dateline

import (
	"strings"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A trait is something that the opening of a text shows and that speaks for a dateline, or against.
type trait uint32

const (
	hasPlace     trait = 1 << iota // a place, known or not
	hasCity                        // a town that the gazetteer knows
	hasCaps                        // the first place is in capitals
	hasTail                        // its country or state stands after it
	hasDate                        // a day
	hasSource                      // an agency or outlet of the registry
	hasSetOff                      // the agency stands in brackets or between slashes
	hasStranger                    // what stands in brackets looks like an agency, and is not known
	hasFiled                       // a word that closes datelines: 电, 報導
	hasPerson                      // a reporter
	hasSquare                      // all of it stands in square brackets: [ ] 【 】
	hasSentence                    // what follows begins as a sentence does
	hasColonLand                   // the place is in a country whose papers set a colon
	hasStopLang                    // the text is in a language whose papers set a full stop
	hasOwnLine                     // nothing else is on its line, and a paragraph follows
	hasTitle                       // what follows goes on as the title of a work does: "The Musical"
	hasRoute                       // what follows is another town, or a score: "Hamburg - Bremen 2:1"
	hasLoud                        // the agency comes first, in capitals
	hasHour                        // what follows is a time of day: "AFP - 18/03/2024 - 11:47"
	hasAside                       // another dash follows closely: "AP - Advanced Placement - classes"
)

// A separator is what ends a dateline.
type separator uint8

const (
	sepNone    separator = 1 << iota
	sepDash              // - -- — _ .-
	sepColon             // :
	sepStop              // . ।
	sepBar               // | · =
	sepBracket           // the closing bracket of 【モスクワ共同】
	sepLine              // the end of the line

	sepAny = sepNone | sepDash | sepColon | sepStop | sepBar | sepBracket | sepLine
)

// A style is one way of writing datelines: what it must show, what it must not, how it may end.
type style struct {
	need, bar trait
	seps      separator
}

// styles are the ways of writing datelines, see the examples. What shows the traits of any of them
// is a dateline.
var styles = [...]style{
	// "New Delhi, Apr 11 (PTI) The court", "MOSCOW, April 11. /TASS/."
	{need: hasSource | hasSetOff | hasCity, seps: sepAny},
	{need: hasSource | hasSetOff | hasDate, seps: sepAny},
	{need: hasSource | hasSetOff | hasPlace, seps: sepDash | sepColon},
	// "(Bloomberg) --", "[서울신문]"
	{need: hasSource | hasSetOff, seps: sepDash | sepColon | sepStop},
	{need: hasSource | hasSetOff | hasSquare, seps: sepBracket | sepLine},
	// "Damascus, SANA-", "RĪGA, 11. aprīlis - LETA.", "AFP, MANILA"
	{need: hasSource | hasCity, bar: hasSetOff, seps: sepDash | sepStop | sepBar},
	{need: hasSource | hasPlace | hasCaps, bar: hasSetOff, seps: sepDash | sepStop | sepBar},
	{need: hasSource | hasCity | hasOwnLine, seps: sepLine},
	{need: hasSource | hasCity | hasSentence, bar: hasSetOff | hasTitle, seps: sepColon},
	{need: hasSource | hasDate, bar: hasSetOff | hasHour, seps: sepDash | sepStop | sepLine},
	// "ECONOMYNEXT -"
	{
		need: hasSource | hasLoud | hasSentence,
		bar:  hasSetOff | hasTitle | hasAside | hasHour,
		seps: sepDash,
	},
	// "新华社北京4月24日电", "（亚罗士打2日讯）", "〔記者王大明／台北報導〕"
	{need: hasFiled | hasDate, seps: sepAny},
	{need: hasFiled | hasPlace | hasPerson, seps: sepAny},
	{need: hasFiled | hasPlace | hasSquare, seps: sepAny},
	{need: hasDate | hasCity | hasSquare, seps: sepBracket | sepLine}, // "（槟城20日）"
	// "【ソウル＝田中一郎】", "워싱턴=김철수 특파원", "ku Frankfurt"
	{need: hasPerson | hasPlace | hasSquare, seps: sepBracket | sepLine},
	{need: hasPerson | hasCity, seps: sepBar},
	{need: hasPerson | hasCity | hasOwnLine, seps: sepLine},
	// "SALVADOR, Feb 26 -", "Nendeln, 27.6.2025 –"
	{need: hasDate | hasCity, seps: sepDash | sepColon | sepBar},
	{need: hasDate | hasPlace | hasCaps, seps: sepDash | sepColon | sepBar},
	{need: hasDate | hasPlace | hasTail, seps: sepDash | sepColon | sepBar},
	{need: hasDate | hasCity | hasOwnLine, seps: sepLine},
	// "SOFIA (Novinite) -": an agency that the registry does not have
	{need: hasStranger | hasCity, seps: sepDash | sepColon},
	{need: hasStranger | hasCaps | hasDate, seps: sepDash | sepColon},
	{need: hasStranger | hasCaps | hasTail, seps: sepDash | sepColon},
	// "DUBLIN —", "München/London –", "NEWARK, N.J. _", "BERLIN |"
	{
		need: hasCity | hasSentence,
		bar:  hasTitle | hasRoute | hasAside | hasStranger,
		seps: sepDash | sepBar,
	},
	{need: hasTail | hasCaps | hasSentence, bar: hasTitle | hasStranger, seps: sepDash},
	// "NEW DELHI: Onion prices", "Asunción: Das Unternehmen"
	{need: hasCity | hasColonLand | hasSentence, bar: hasTitle | hasStranger, seps: sepColon},
	// "Berlin. Die Feuerwehr"
	{need: hasCity | hasStopLang | hasSentence, bar: hasTitle | hasStranger, seps: sepStop},
	// "ISTANBUL" on a line of its own
	{need: hasCity | hasOwnLine, bar: hasStranger, seps: sepLine},
	{need: hasCity | hasOwnLine, bar: hasStranger, seps: sepStop | sepDash},
}

// accepts reports whether some style has what was read.
func accepts(has trait, sep separator) bool {
	for i := range styles {
		st := &styles[i]
		if has&st.need == st.need && has&st.bar == 0 && sep&st.seps != 0 {
			return true
		}
	}
	return false
}

// Countries whose papers set a colon after the town, and languages whose papers set a full stop.
const (
	colonLands = "AE BD BH BT IN KE KW LK MM MW MY NP OM PG PK PY QA SA SG TZ UG ZM ZW"
	stopLangs  = "de hi ne"
)

func listed(list, code string) bool {
	return code != "" && strings.Contains(list, code)
}

// minParagraph is how many tokens the line after a lone place has that is no heading.
const minParagraph = 6

// follow notes what the text after a dateline, from token i on, says of it.
func (r *datelineReader) follow(i int, sep separator) {
	s := r.s
	if i >= len(s.toks) {
		r.has |= hasSentence
		return
	}
	t := &s.toks[i]
	if t.Gap >= scan.Line && s.paragraph(i) {
		r.has |= hasOwnLine
	}
	switch t.Kind {
	case scan.Word:
		if !t.Shape.Has(scan.Lower) {
			r.has |= hasSentence
		}
	case scan.Number, scan.Quote, scan.QuoteOpen, scan.Open:
		r.has |= hasSentence
	}
	if i+1 < len(s.toks) && s.isHour(i+1) {
		r.has |= hasHour
	}
	if s.titleAt(i) {
		r.has |= hasTitle
	}
	if s.dashAfter(i) {
		r.has |= hasAside
	}
	if sep == sepDash && (s.townAt(i) || s.scoreAt(i)) {
		r.has |= hasRoute
	}
	if listed(colonLands, s.Country) || r.n.places > 0 && (listed(colonLands, r.places[0].Country) ||
		r.has&hasCity != 0 && r.places[0].Country == "") { // contested: Srinagar
		r.has |= hasColonLand
	}
	if sep == sepStop && listed(stopLangs, s.langTag()) {
		r.has |= hasStopLang
	}
}

// paragraph reports whether the line from token i on is running text, not a heading or a menu, or a
// date stamp.
func (s *story) paragraph(i int) bool {
	n := 0
	for j := i; j < len(s.toks) && n < minParagraph; j++ {
		if j > i && s.toks[j].Gap >= scan.Line {
			break
		}
		n++
	}
	return n >= minParagraph
}

// scoreAt reports whether the words from token i on end in a score: "Bremen 2:1", "PSV 2-0".
func (s *story) scoreAt(i int) bool {
	for j := i; j+2 < len(s.toks) && j < i+5; j++ {
		mid := s.toks[j+1].Kind
		if s.toks[j].Kind == scan.Number && s.toks[j+2].Kind == scan.Number &&
			(mid == scan.Hyphen || mid == scan.Dash || mid == scan.Colon) {
			return true
		}
	}
	return false
}

// dashAfter reports whether a dash closely follows token i on its line.
func (s *story) dashAfter(i int) bool {
	for j := i; j < len(s.toks) && j < i+maxAside && (j == i || s.toks[j].Gap < scan.Line); j++ {
		if s.toks[j].Kind == scan.Dash {
			return true
		}
	}
	return false
}

// maxAside is the most words between two dashes that make an aside of them.
const maxAside = 5

// titleAt reports whether the words from token i on end the title of a work: "CHICAGO - The
// Musical".
func (s *story) titleAt(i int) bool {
	for j := i; j < len(s.toks) && j < i+3; j++ {
		if s.toks[j].Is(lang.Work) && s.toks[j].Shape.Has(scan.Capital) {
			return true
		}
	}
	return false
}
