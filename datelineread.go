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

	closed bool // the square brackets around all of it have closed
}

// datelineAt reads the dateline that starts at token from. The token after it comes back in end; 0
// says that there is none.
func (s *story) datelineAt(from int) (d Dateline, end int, broken ParseError) {
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
	if !accepts(r.has, sep) {
		return d, 0, e.broken
	}
	if sep == sepNone || sep == sepLine {
		r.i = last
	}
	d = Dateline{
		Span:    s.span(from, r.i),
		Places:  append([]Place(nil), e.places[:r.n.places]...),
		Date:    e.date,
		Sources: append([]Source(nil), e.sources[:r.n.sources]...),
		Persons: append([]Person(nil), e.persons[:r.n.persons]...),
	}
	return d, r.i, e.broken
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
	if t.Is(lang.Job) && r.has != 0 && r.names() {
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

// notInitials are the classes of short words that stand before a town in running text.
const notInitials = lang.Func | lang.Prep | lang.In | lang.Article | lang.And | lang.By | lang.Particle

// signature reads a reporter's initials before the town, on a line of their own: "ku Frankfurt".
func (r *datelineReader) signature(t *lang.Token) bool {
	if !t.Shape.Has(scan.Lower) || t.End-t.Start > 3 || t.Is(notInitials) || r.i+1 >= len(r.s.toks) ||
		!r.s.townAt(r.i+1) {
		return false
	}
	r.addNames(r.i, r.i+1)
	r.i++
	return true
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

// sourceOrPlace tells an agency from a town where a name could be both: the longer name wins, then
// the agency where a town was named already, else the town.
func (r *datelineReader) sourceOrPlace() bool {
	src, width := r.s.sourceIn(r.i, r.country())
	place, town, known := r.s.townFrom(r.i)
	switch {
	case width > town && r.depth == 0 && !glued(r.s.toks, r.i) && !r.s.standsAsSource(r.i+width, r.has):
		return r.stranger()
	case width > town || width > 0 && width == town && r.prefersSource():
		return r.addSource(src, width)
	case !known:
		return r.stranger()
	}
	return r.addPlace(place, town, known)
}

// standsAsSource reports whether what follows an agency without brackets, token i, bears it out. One
// after a place or date ends the dateline: no "Pa., March 5". One before them opens no longer name:
// no "FT. LAUDERDALE", no "SUN Valley"; but "ACN Barcelona.-".
func (s *story) standsAsSource(i int, has trait) bool {
	if i >= len(s.toks) || s.toks[i].Gap >= scan.Line {
		return true
	}
	t := &s.toks[i]
	switch {
	case t.Kind == scan.Comma && has&hasSource == 0 && i+1 < len(s.toks):
		_, width := s.sourceFrom(i + 1)
		return width > 0 || has&(hasPlace|hasDate) == 0
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
	if r.n.sources == maxSources || r.n.sources > 0 && r.depth == 0 && r.has&hasSetOff != 0 {
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
	bar := scan.Lower | scan.Single
	if s.toks[i].Is(lang.Aboard) && s.toks[i].Shape.Has(scan.Capital) {
		bar = scan.Single
	}
	n, words := 0, 0
	for j := i; j < len(s.toks) && words < maxWords; j++ {
		t := &s.toks[j]
		switch {
		case j > i && t.Gap >= scan.Line || int(t.End-s.toks[i].Start) > maxName:
			return n
		case t.Kind == scan.Word && t.Shape&bar == 0 && !t.Is(lang.Month):
			words++
			n = j + 1 - i
		case j == i:
			return 0
		case t.Kind == scan.Hyphen || t.Kind == scan.Apostrophe || t.Is(lang.Particle):
		case t.Kind == scan.Stop && s.shortened(j-1):
		default:
			return n
		}
	}
	return n
}

// shortened reports whether token i is an initial, or as short as "St" and "Ft", so that a stop after
// it is part of the name.
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
	ok := r.element() || t.Kind == scan.Equals && r.reporters(false)
	if ok && (t.Kind == scan.Dash || t.Kind == scan.Colon) && !r.mayGoOn(orig) {
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
	}
	return t.End == 0
}

// bracket = "(" { element | joint | job } ")" .
//
// Elsewhere than at the start, a bracket with capitalised words that nothing knows is taken for an
// agency that the registry does not have.
func (r *datelineReader) bracket() bool {
	orig := r.reading
	end := r.s.closing(r.i)
	if end == 0 {
		r.s.unclosed(r)
		return false
	}
	square := r.has == 0 && r.s.text[r.s.toks[r.i].Start] != '('
	r.i++
	r.depth++
	for r.i < end && (r.element() || r.joined() || r.skipJob() || r.reporters(true) || r.initials()) {
	}
	r.depth--
	if r.i != end {
		r.reading = orig
		return r.strangerIn(end)
	}
	if r.has == orig.has && r.n == orig.n {
		r.reading = orig
		return false
	}
	r.i++
	if square {
		r.has |= hasSquare
		r.closed = true
	}
	return true
}

// skipJob passes over a reporter's title before an agency: "/Корр. БЕЛТА/".
func (r *datelineReader) skipJob() bool {
	t := r.at(0)
	if !t.Is(lang.Job) && t.Kind != scan.Stop && !t.Is(lang.Newswire) {
		return false
	}
	r.i++
	return true
}

// initials passes over an editor's initials behind the agency: "(dpa/mv)".
func (r *datelineReader) initials() bool {
	t, next := r.at(0), r.at(1)
	if r.has&hasSetOff == 0 || t.Kind != scan.Slash || next.Kind != scan.Word || next.End-next.Start > 3 {
		return false
	}
	r.i += 2
	return true
}

// strangerIn takes the words in a bracket that ends at token end for an unknown agency.
func (r *datelineReader) strangerIn(end int) bool {
	if r.has&(hasPlace|hasDate) == 0 || r.has&(hasSource|hasStranger) != 0 || end-r.i > 5 {
		return false
	}
	for j := r.i + 1; j < end; j++ {
		t := &r.s.toks[j]
		if t.Kind == scan.Word && (t.Shape.Has(scan.Capital) || end-r.i == 2) || t.Kind == scan.Hyphen {
			continue
		}
		return false
	}
	if end == r.i+1 {
		return false
	}
	span := r.s.span(r.i+1, end)
	r.sources[r.n.sources] = Source{Span: span, Name: span.Of(r.s.text)}
	r.n.sources++
	r.has |= hasStranger
	r.i = end + 1
	return true
}

// closing returns the token that closes the bracket at token i, on its line; 0 where none does.
func (s *story) closing(i int) int {
	for j := i + 1; j < len(s.toks) && j <= i+maxBracket && s.toks[j].Gap < scan.Line; j++ {
		switch s.toks[j].Kind {
		case scan.Close:
			return j
		case scan.Open:
			return 0
		}
	}
	return 0
}

// unclosed notes that the bracket at r.i is not closed, where an agency stands in it.
func (s *story) unclosed(r *datelineReader) {
	if r.has&(hasPlace|hasDate) == 0 || r.broken.Elem != "" {
		return
	}
	if _, width := s.sourceFrom(r.i + 1); width > 0 {
		r.broken = ParseError{"dateline", int(s.toks[r.i].Start), "bracket not closed"}
	}
}

// slashed = "/" source "/" .
func (r *datelineReader) slashed() bool {
	orig := r.reading
	r.i++
	r.depth++
	for r.element() || r.skipJob() {
		if r.at(0).Kind == scan.Slash && r.n.sources > orig.n.sources {
			r.i++
			r.depth--
			return true
		}
	}
	r.reading = orig
	return false
}

// quoted = "«" source "»" .
func (r *datelineReader) quoted() bool {
	orig := r.reading
	r.i++
	if src, width := r.s.sourceFrom(r.i); width > 0 && r.has != 0 && r.addSource(src, width) &&
		r.at(0).Kind == scan.QuoteClose {
		r.i++
		return true
	}
	r.reading = orig
	return false
}

// names = job name { name } , up to the place, the end of the bracket, or "／".
func (r *datelineReader) names() bool {
	t := r.at(0)
	_, width, _ := t.Arg(lang.Job, 0)
	from := r.i + width
	to := from
	for to < len(r.s.toks) && to < from+maxBracket && r.s.toks[to].Gap < scan.Line {
		t := &r.s.toks[to]
		if t.Kind != scan.Word && t.Kind != scan.Comma && t.Kind != scan.Bullet {
			break
		}
		if to >= from+2 && t.Gap == scan.None {
			if _, n, known := r.s.townFrom(to); known && r.s.datedAt(to+n) {
				break
			}
		}
		to++
	}
	if to == from || r.depth == 0 {
		return false
	}
	r.addNames(from, to)
	r.i = to
	if r.at(0).Kind == scan.Slash {
		r.i++
	}
	return true
}

// reporters = name { name } [ job ] .
//
// They stand behind "=", or before their title: "【ソウル＝田中一郎】", "홍길동 기자 =". Without a title
// they end with the bracket.
func (r *datelineReader) reporters(titled bool) bool {
	toks := r.s.toks
	end := r.i
	for end < len(toks) && end < r.i+maxBracket && toks[end].Kind == scan.Word &&
		!toks[end].Shape.Has(scan.Lower) && (end == r.i || toks[end].Gap < scan.Line) {
		if end > r.i && toks[end].Is(lang.Job) && toks[end].Gap > scan.None {
			_, width, _ := toks[end].Arg(lang.Job, 0)
			r.addNames(r.i, end)
			r.i = end + width
			return true
		}
		end++
	}
	if titled || end == r.i || r.depth == 0 || end == len(toks) ||
		toks[end].Kind != scan.Close && toks[end].Kind != scan.Comma {
		return false
	}
	r.addNames(r.i, end)
	r.i = end
	return true
}

// datedAt reports whether a number follows, or what closes a Chinese dateline.
func (s *story) datedAt(i int) bool {
	return i < len(s.toks) && (s.toks[i].Kind == scan.Number || s.toks[i].Is(lang.Filed))
}

// addNames takes the tokens from from up to to for names, one after each gap or comma.
func (r *datelineReader) addNames(from, to int) {
	for i := from; i < to; {
		if r.s.toks[i].Kind != scan.Word {
			i++
			continue
		}
		j := i + 1
		for j < to && r.s.toks[j].Kind == scan.Word && r.s.sameName(j) {
			j++
		}
		if r.n.persons < maxPersons {
			span := r.s.span(i, j)
			r.persons[r.n.persons] = Person{Span: span, Name: span.Of(r.s.text)}
			r.n.persons++
			r.has |= hasPerson
		}
		i = j
	}
}

// sameName reports whether token i goes on the name before it: in scripts that are written letter by
// letter a gap ends a name, elsewhere it does not.
func (s *story) sameName(i int) bool {
	return s.toks[i].Gap == scan.None || !s.toks[i].Shape.Has(scan.Single)
}

// signed = [ reporters "=" ] , whom Korean agencies name behind the bracket: "홍길동 기자 =".
func (r *datelineReader) signed() {
	orig := r.reading
	if r.has&(hasSource|hasCity) == 0 || !r.at(0).Shape.Has(scan.Single) {
		return
	}
	if !r.reporters(true) || r.at(0).Kind != scan.Equals {
		r.reading = orig
	}
}

// close = [ "." ] [ dash ] | ":" [ dash ] | "|" | "·" | "=" .
func (r *datelineReader) close() separator {
	t := r.at(0)
	switch t.Kind {
	case scan.Stop:
		r.i++
		if r.at(0).Kind == scan.Dash {
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

// townFrom returns the town that stands at token i, as the gazetteer has it, and how many tokens it
// takes up. A town that opens a longer name ("BOSTON Dynamics", "PARIS SAINT-GERMAIN") is none.
func (s *story) townFrom(i int) (p Place, width int, known bool) {
	p, width = s.placeFrom(i)
	if width == 0 || s.goesOn(i+width) {
		return Place{}, 0, false
	}
	return p, width, true
}

// townAt reports whether a town of the gazetteer stands at token i.
func (s *story) townAt(i int) bool {
	_, _, known := s.townFrom(i)
	return known
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

// langTag returns the language of the text, told from what has been read of it where need be.
func (s *story) langTag() string {
	if s.lang == 0 {
		return lang.Detect(s.text, s.toks).Tag()
	}
	return s.lang.Tag()
}
