package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// Limits of what one dateline holds; more is no dateline.
const (
	maxPlaces   = 6
	maxSources  = 4
	maxPersons  = 6
	maxElements = 16
	maxBracket  = 32 // tokens inside a bracket
	maxWords    = 6  // words of a place that the gazetteer does not know
	maxName     = 60 // bytes of it
)

// A datelineReader reads the elements of a dateline from left to right: places, a date, agencies,
// reporters, and what joins them. It holds them in arrays, so that the many openings that turn out
// to be no dateline cost no allocation.
type datelineReader struct {
	s    *story
	from int // the first token
	reading
	*elements
}

// elements is what a datelineReader has read. The reader holds it by a pointer so that the compiler
// sees that the story does not outlive it.
type elements struct {
	date    Date
	broken  ParseError
	places  [maxPlaces]Place
	sources [maxSources]Source
	persons [maxPersons]Person
}

// A reading is how far a datelineReader has come; it goes back by setting an earlier one.
type reading struct {
	i     int // the next token
	has   trait
	depth int // of brackets
	n     struct{ places, sources, persons int }

	dropped int // of the sources, from the first on: a stranger that a known agency follows

	closed bool // the square brackets around all of it have closed
}

// datelineAt reads the dateline that starts at token from. The token after it comes back in end; 0
// says that there is none.
func (s *story) datelineAt(from int) (d Dateline, end int, broken ParseError) {
	if s.afterSlug(from) > 0 { // "EXCLUSIVE-ZURICH": the slug is no part of the town
		return d, 0, broken
	}
	var e elements
	r := datelineReader{s: s, from: from, reading: reading{i: s.afterStars(from)}, elements: &e}
	for range maxElements {
		if !r.element() && !r.joined() {
			break
		}
	}
	if r.has&(hasPlace|hasSource) == 0 { // "MAY 68 - A memoir" is no broken dateline
		e.broken = ParseError{}
	}
	if r.has == 0 || r.depth > 0 {
		return d, 0, e.broken
	}
	r.signed()
	last := r.i
	sep := r.close()
	r.follow(r.i, sep)
	end = r.i
	switch ok := accepts(r.has, sep); {
	case !ok && e.broken == (ParseError{}):
		return d, 0, e.broken
	case !ok: // it broke: what was read before comes back
		r.i, end = last, 0
	case sep == sepNone || sep == sepLine:
		r.i, end = last, last
	}
	if r.has&hasDate == 0 { // one may have been read in a bracket that turned out to be none
		e.date = Date{}
	}
	d = Dateline{
		Span:    s.span(from, r.i),
		Places:  append([]Place(nil), e.places[:r.n.places]...),
		Date:    e.date,
		Sources: append([]Source(nil), e.sources[r.dropped:r.n.sources]...),
		Persons: append([]Person(nil), e.persons[:r.n.persons]...),
	}
	return d, end, e.broken
}

// afterStars returns the token after the asterisks that old wires set before urgent copy.
func (s *story) afterStars(i int) int {
	for i+1 < len(s.toks) && s.toks[i].Kind == scan.Other && s.text[s.toks[i].Start] == '*' {
		i++
	}
	return i
}

// at returns the n-th token after the next one; an empty one past the end of the dateline's line.
func (r *datelineReader) at(n int) lang.Token {
	toks := r.s.toks
	if i := r.i + n; i < len(toks) && (i == r.from || toks[i].Gap < scan.Line) {
		return toks[i]
	}
	return lang.Token{}
}

// element = bracket | "/" source "/" | source | date | place | filed .
func (r *datelineReader) element() bool {
	if r.closed {
		return false
	}
	t := r.at(0)
	switch t.Kind {
	case scan.Open:
		return r.bracket()
	case scan.Slash:
		return r.slashed()
	case scan.Number:
		return r.day()
	case scan.QuoteOpen:
		return r.quoted()
	case scan.Word:
		return r.wordElement(&t)
	}
	return false
}

// wordElement reads an element that starts with a word: the longest of what the word could begin.
func (r *datelineReader) wordElement(t *lang.Token) bool {
	if t.Is(lang.Filed) && r.filed(t) {
		return true
	}
	if t.Is(lang.Job) && r.names() {
		return true
	}
	if r.has&hasFiled != 0 && r.depth == 0 {
		return false
	}
	if t.Is(lang.Month|lang.Weekday|lang.DateMark) && r.day() {
		return true
	}
	if r.has == 0 && r.signature(t) {
		return true
	}
	return r.sourceOrPlace()
}

// filed reads a word that closes place and date, 电; or, at the start, one with which a paper names
// itself, 本报.
func (r *datelineReader) filed(t *lang.Token) bool {
	arg, width, _ := t.Arg(lang.Filed, 0)
	if opens := arg == filedOpens; opens != (r.has == 0) {
		return false
	}
	r.i += width
	if r.has != 0 {
		r.has |= hasFiled
	}
	return true
}

// filedOpens is the argument of lang.Filed for words that stand before the place.
const filedOpens = 1

// day reads the date.
func (r *datelineReader) day() bool {
	if r.has&hasDate != 0 || r.has == 0 && r.s.toks[r.i].Is(lang.Weekday) && !r.s.namesMonth(r.i) {
		return false
	}
	d, width, broken := r.s.dateFrom(r.i, true)
	if broken >= 0 {
		r.broken = ParseError{"date", int(r.s.toks[broken].Start), "no such day"}
	}
	if width == 0 {
		return false
	}
	r.date = d
	r.i += width
	r.has |= hasDate
	return true
}

// namesMonth reports whether a month follows the weekday at token i: "WEDNESDAY, April 11, 2018".
func (s *story) namesMonth(i int) bool {
	for j := i + 1; j < len(s.toks) && j < i+5; j++ {
		if s.toks[j].Is(lang.Month) {
			return true
		}
	}
	return false
}

// joined = joint element .
//
// The joint is given back where no element follows it: then it is the separator.
func (r *datelineReader) joined() bool {
	if r.has == 0 {
		return false
	}
	orig := r.reading
	t := r.at(0)
	if !r.joint(&t) {
		return false
	}
	last := r.s.toks[r.i-1].Kind // the dash of ".-"
	ok := r.element() || t.Kind == scan.Equals && r.reporters(false)
	if ok && (last == scan.Dash || last == scan.Colon) && !r.mayGoOn(orig) {
		ok = false
	}
	if !ok {
		r.reading = orig
	}
	return ok
}

// joint = "," | "/" | "and" | "." | "-" | ":" | "=" | "in" .
func (r *datelineReader) joint(t *lang.Token) bool {
	switch t.Kind {
	case scan.Comma, scan.Stop: // and, by a slip, "N.Y,.", "BANGKOK.,", "Md., -"
		for k := t.Kind; k == scan.Comma || k == scan.Stop || k == scan.Dash; k = r.at(0).Kind {
			r.i++
		}
		if t, day := r.at(0), r.at(1); t.Is(lang.On) && day.Kind == scan.Number { // "Abidjan, le 12"
			r.i++
		}
		return true
	case scan.Slash, scan.Hyphen, scan.Equals, scan.Dash, scan.Colon:
		r.i++
		return true
	case scan.Word:
		if t.Is(lang.And) || t.Is(lang.In|lang.On) {
			r.i++
			return true
		}
	case scan.Bullet: // 北京・東京
		if r.depth > 0 {
			r.i++
			return true
		}
	}
	return false
}

// mayGoOn reports whether the dateline goes on after a dash or colon with what was read since: an
// agency that ends it ("11 апр — РИА Новости."), or, after the agency, place and date ("(ANSA) -
// ROMA, 11 APR -").
func (r *datelineReader) mayGoOn(before reading) bool {
	fresh := r.has &^ before.has
	switch {
	case r.depth > 0:
		return true
	case fresh&hasDate != 0:
		return true
	case fresh&hasPlace != 0 && before.has&hasPlace != 0, fresh&(hasPlace|hasSource) == 0:
		return false
	}
	t := r.at(0)
	switch t.Kind {
	case scan.Stop, scan.Dash, scan.Comma, scan.Open:
		return true
	case scan.Colon: // بيروت - رويترز:
		return fresh&hasSource != 0 && r.sources[r.n.sources-1].Kind == Wire
	}
	return t.End == 0
}

// close = [ "." ] [ dash ] | ":" [ dash ] | "|" | "·" | "=" .
func (r *datelineReader) close() separator {
	t := r.at(0)
	switch t.Kind {
	case scan.Stop:
		r.i++
		if k := r.at(0).Kind; k == scan.Dash || k == scan.Hyphen { // "GIRONA.-Un"
			r.i++
			return sepDash
		}
		return sepStop
	case scan.Comma: // "CHICAGO, March 4, -"
		if r.at(1).Kind == scan.Dash {
			r.i += 2
			return sepDash
		}
	case scan.Dash:
		r.i++
		return sepDash
	case scan.Colon:
		r.i++
		if r.at(0).Kind == scan.Dash { // "፡-"
			r.i++
			return sepDash
		}
		return sepColon
	case scan.Bar, scan.Bullet, scan.Equals:
		r.i++
		return sepBar
	}
	switch {
	case r.i >= len(r.s.toks) || r.s.toks[r.i].Gap >= scan.Line:
		return sepLine
	case r.has&hasSquare != 0:
		return sepBracket
	}
	return sepNone
}

// langTag returns the language of the text, told from what has been read of it where need be.
func (s *story) langTag() string {
	if s.lang == 0 && !s.told {
		s.guess, s.told = lang.Detect(s.text, s.toks), true
	}
	return max(s.lang, s.guess).Tag()
}
