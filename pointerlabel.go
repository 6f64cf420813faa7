package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// A label is the words that make a pointer, with the marks that belong to them.
type label struct {
	speech.Run
	words  int  // how many tokens without the marks
	kind   int  // lang.PointRelated and the like
	home   bool // it is one in the language of the text
	mark   bool // a mark sets it off: "WATCH |", "[Related article]"
	inside bool // it opens brackets around all of the pointer: "(Read more: A)"
}

// labelAt reads the label that starts at token i:
//
//	label = [ "(" ] words [ ")" ] [ ":" | "|" | "-" | ">>" ]
func (r *pointerReader) labelAt(i int) (label, bool) {
	l := label{Run: speech.Run{From: i, To: i}}
	if i < r.end && r.toks[i].Kind == scan.Open {
		l.inside = true
		i++
	}
	if i >= r.end {
		return l, false
	}
	kind, width, home := r.toks[i].Arg(lang.Pointer, r.lang)
	if i += width; width == 0 || i > r.end || i < r.end && r.toks[i].Kind == scan.Hyphen {
		return l, false
	}
	l.kind, l.words, l.home, l.To = kind, width, home, i
	if l.inside && i < r.end && r.toks[i].Kind == scan.Close {
		l.inside, l.mark = false, true
		i++
	}
	for i < r.end && r.labelMark(i, l) {
		l.mark = true
		i++
	}
	l.To = i
	return l, true
}

// labelMark reports whether token i is a mark behind the label l.
func (r *pointerReader) labelMark(i int, l label) bool {
	switch r.toks[i].Kind {
	case scan.Colon, scan.Bar:
		return true
	case scan.Bullet:
		return r.pointerMark(i)
	case scan.Dash:
		return r.toks[i].Gap > scan.None && r.gapAfter(i) > scan.None
	case scan.Stop: // "VIDÉO. Le discours"
		return !l.inside && r.shouts(l) && r.gapAfter(i) == scan.Space && r.word(i) == "."
	}
	return false
}

// shouts reports whether the label is in capitals.
func (r *pointerReader) shouts(l label) bool {
	i := l.From
	if r.toks[i].Kind == scan.Open {
		i++
	}
	t := &r.toks[i]
	return t.Shape.Has(scan.Caps|scan.Capital) && t.End-t.Start > 1
}

// timid reports whether the label is a single word that other sentences start with as well.
func (r *pointerReader) timid(l label) bool { return l.words == 1 && !r.shouts(l) }

// labelled reads the pointer that starts with label l, whose sentence starts with it.
func (r *pointerReader) labelled(l label) (pointer, bool) {
	p := pointer{from: r.from, to: r.to, label: l.Run, kind: l.kind}
	if r.headline() && (l.words == 1 || lang.PointLive <= l.kind && l.kind <= lang.PointAudio) {
		return p, false
	}
	if l.inside {
		return r.bracketed(p)
	}
	switch {
	case r.pastClosers(l.To) == r.end:
		return r.bare(p, l)
	case l.mark:
		return r.titled(p, l)
	case r.pastClosers(l.To) == r.to:
		return r.bare(p, l)
	}
	switch l.kind {
	case lang.PointSubscribe, lang.PointSocial:
		return r.invited(p, l)
	case lang.PointRepublish:
		return r.republished(p, l)
	}
	return r.unmarked(p, l)
}

// bracketed reads a pointer in brackets: "(Read more: A)".
func (r *pointerReader) bracketed(p pointer) (pointer, bool) {
	for i := p.label.To; i < r.end && r.span(p.label.To, i+1).Len() <= maxPointer; i++ {
		if r.toks[i].Kind == scan.Close {
			p.title, p.to = speech.Run{From: p.label.To, To: i}, i+1
			return p, r.words(p.title) > 0
		}
	}
	return p, false
}

// bare reads a label that is all of its sentence. What it points to may be on the next line.
func (r *pointerReader) bare(p pointer, l label) (pointer, bool) {
	if r.toks[l.From].Shape.Has(scan.Lower) || r.timid(l) && (!l.home || !l.mark && l.kind != lang.PointRelated) {
		return p, false
	}
	if l.kind == lang.PointSubscribe || l.kind == lang.PointSocial {
		return p, r.atLine() && r.to == r.end || l.words > 1
	}
	if !r.atLine() || r.to < r.end || r.fullStop(r.to) {
		return p, false
	}
	if l.kind <= lang.PointAudio {
		if next, ok := r.titleLine(); ok {
			p.title, p.to = next, next.To
		}
	}
	return p, true
}

// titleLine returns the next line, where it is a title.
func (r *pointerReader) titleLine() (speech.Run, bool) {
	if r.line+1 >= len(r.lines) {
		return speech.Run{}, false
	}
	ln := &r.lines[r.line+1]
	t := speech.Run{From: ln.from, To: ln.to}
	if ln.use != useBody || !r.fits(t) || r.words(t) < 3 || r.toks[t.To-1].Kind == scan.Colon ||
		r.fullStop(t.To) || r.toks[t.From].Is(lang.Pointer) || r.toks[t.From].Shape.Has(scan.Lower) ||
		r.pointerMark(t.From) {
		return t, false
	}
	ln.use = usePointer
	return t, true
}

// titled reads what a label with a mark points to: "READ MORE: A".
func (r *pointerReader) titled(p pointer, l label) (pointer, bool) {
	lower := r.toks[l.From].Shape.Has(scan.Lower)
	dash := r.toks[l.To-1].Kind == scan.Dash
	if dash && !r.atLine() || r.timid(l) && (lower || !r.atLine() || l.kind == lang.PointRelated && r.fullStop(r.end)) {
		return p, false
	}
	if next, ok := r.labelAt(l.To); ok && (next.mark || dash) {
		p.label.To = next.To // "SOMA | ALSO READ:", "PODCAST - Écoutez"
	}
	p.title = speech.Run{From: p.label.To, To: r.titleEnd(p.label.To)}
	p.to = max(p.title.To, p.label.To)
	return r.trim(p), r.fits(p.title) && (r.atLine() || r.run(p.title).Len() <= maxInline)
}

// unmarked reads what a label without a mark points to: "Lire aussi Le pont rouvre". The title has
// to look like one, as sentences start with the same words.
func (r *pointerReader) unmarked(p pointer, l label) (pointer, bool) {
	if here := r.hereAt(); here > l.To && r.orders(l) {
		p.title = speech.Run{From: l.To, To: here}
		return r.trim(p), r.fits(p.title)
	}
	next := &r.toks[l.To]
	if !r.atLine() || l.words < 2 || next.Gap == scan.None || r.toks[l.From].Shape.Has(scan.Lower) {
		return p, false
	}
	about := l.words > 2 && r.toks[l.To-1].Is(lang.Prep) // "Read more about the election."
	if !about && (next.Shape.Has(scan.Lower) && l.words < 3 || r.fullStop(r.end)) {
		return p, false
	}
	p.title = speech.Run{From: l.To, To: r.titleEnd(l.To)}
	p.to = p.title.To
	return p, r.fits(p.title)
}

// hereAt returns the token of the word that ends the sentence and says where to find what it speaks
// of: "Watch the crane below:". It is 0 where there is none.
func (r *pointerReader) hereAt() int {
	for i := r.to - 1; i > max(r.from, r.to-maxClosers); i-- {
		if r.pointTo(i, lang.PointHere) {
			return i
		}
	}
	return 0
}

// orders reports whether the label starts its sentence as an order: "Watch", "Read the rest".
func (r *pointerReader) orders(l label) bool {
	return !r.toks[l.From].Shape.Has(scan.Lower) && r.pointTo(l.From, lang.PointGo)
}

// pointTo reports whether token i is a word of class PointTo with argument want.
func (r *pointerReader) pointTo(i, want int) bool {
	arg, width, home := r.toks[i].Arg(lang.PointTo, r.lang)
	return width > 0 && home && arg == want
}

// invited reads a call to subscribe or to follow: "Sign up for our newsletter".
func (r *pointerReader) invited(p pointer, l label) (pointer, bool) {
	if l.words > 2 && !r.toks[l.To-1].Is(lang.Prep) && r.inserted(l.From, l.Run) {
		p.to = l.To
		return p, true
	}
	if r.infinitive(l) {
		p.label.To--
	}
	p.title = speech.Run{From: p.label.To, To: r.to}
	p = r.trim(p)
	if r.toks[l.From].Shape.Has(scan.Lower) || r.reported(p.label) || !r.fits(p.title) {
		return p, false
	}
	if l.words == 1 {
		return p, r.atLine() && (r.shouts(l) || r.addressed(p.title))
	}
	return p, !r.compound(l)
}

// infinitive reports whether the preposition that ends the label belongs to a verb behind it: "SUBSCRIBE
// TO UNLOCK MORE ARTICLES", "Sign up to get the news".
func (r *pointerReader) infinitive(l label) bool {
	last, next := &r.toks[l.To-1], &r.toks[l.To]
	if verb, _, _ := last.Arg(lang.Prep, r.lang); verb == 0 || next.Is(lang.Func|lang.Article) {
		return false
	}
	return next.Shape.Has(scan.Lower) || r.shouts(l) && r.namedIn(speech.Run{From: l.To, To: l.To + 1}).ID == ""
}

// compound reports whether a label of two words goes on as a noun: "Sign up numbers fell."
func (r *pointerReader) compound(l label) bool {
	if l.words > 2 {
		return false
	}
	last, next := &r.toks[l.To-1], &r.toks[l.To]
	return next.Shape.Has(scan.Lower) && !last.Is(lang.Prep|lang.Pronoun) && !next.Is(lang.Func)
}

// addressed reports whether x says where to go: it is the name of an outlet, or it holds that of a
// platform, or an "@".
func (r *pointerReader) addressed(x speech.Run) bool {
	for _, named := range r.mentionsIn(x) {
		if named.Kind == Social || named.from == x.From && named.to == x.To {
			return true
		}
	}
	for i := x.From; i < x.To; i++ {
		if r.word(i) == "@" {
			return true
		}
	}
	return false
}

// republished reads where the story came from: "First published in Die Zeit". A short label needs an
// outlet behind it: "First published in 1923, the novel ..."
func (r *pointerReader) republished(p pointer, l label) (pointer, bool) {
	outlet := r.namedIn(speech.Run{From: l.To, To: min(l.To+3, r.to)})
	if l.words < 4 && outlet.Span.IsZero() {
		return p, false
	}
	if outlet.Span.IsZero() {
		p.title = speech.Run{From: l.To, To: r.to}
	}
	return r.trim(p), r.span(p.from, p.to).Len() <= maxPointer
}

// within reads the pointer that words after its beginning make of a sentence: "Syria Live Updates:
// A", "To understand it - subscribe to Haaretz>>", "You can find it here", "A | more".
func (r *pointerReader) within(first int) (pointer, bool) {
	quoted, to := false, r.to
	if !r.fits(speech.Run{From: r.from, To: to}) {
		to = min(to, first+maxHeadword+1)
	}
	for i := first; i < to; i++ {
		if r.quoteMark(i) {
			quoted = r.opensQuote(i)
		}
		if quoted || !r.toks[i].Is(lang.Pointer|lang.PointTo) {
			continue
		}
		if i > first {
			if p, ok := r.prefaced(first, i); ok {
				return p, true
			}
		}
		if p, ok := r.pointing(first, i); ok {
			return p, true
		}
	}
	return pointer{}, false
}

// prefaced reads the pointer whose label stands at token i, behind other words of its sentence.
func (r *pointerReader) prefaced(first, i int) (pointer, bool) {
	l, ok := r.labelAt(i)
	if !ok || l.words < 2 || l.inside {
		return pointer{}, false
	}
	p := pointer{from: r.from, to: r.to, label: l.Run, kind: l.kind}
	if l.kind == lang.PointLive && l.mark && i-first <= maxHeadword && r.topic(first, i) {
		p.label.From = first
		p.title = speech.Run{From: l.To, To: r.titleEnd(l.To)}
		p.to = p.title.To
		return r.trim(p), !r.headline() && r.fits(p.title)
	}
	switch l.kind {
	case lang.PointLive, lang.PointSubscribe, lang.PointSocial:
	default:
		return p, false
	}
	before := r.toks[i-1].Kind
	p.title = speech.Run{From: l.To, To: r.to}
	parted := before == scan.Colon || before == scan.Dash || r.closed ||
		before == scan.Comma && r.kindOf(p.title) == lang.PointSubscribe
	if !parted || r.headline() || r.reported(l.Run) {
		return p, false
	}
	if r.pastClosers(l.To) == r.to { // "Harbour newsletter: Sign up now!"
		p.title = speech.Run{From: first, To: i}
	}
	return r.trim(p), r.span(p.from, p.to).Len() <= maxPointer
}

// topic reports whether tokens from to to are a name or a headword: all of their words are numbers or
// start with a capital.
func (r *pointerReader) topic(from, to int) bool {
	for i := from; i < to; i++ {
		switch t := &r.toks[i]; t.Kind {
		case scan.Word:
			if t.Shape.Has(scan.Lower) {
				return false
			}
		case scan.Number, scan.Hyphen, scan.Dash, scan.Apostrophe, scan.Slash:
		default:
			return false
		}
	}
	return true
}

// pointing reads the pointer that the words at token i make of their sentence.
func (r *pointerReader) pointing(first, i int) (pointer, bool) {
	kind, width, _ := r.toks[i].Arg(lang.PointTo, r.lang)
	end := i + width
	if width == 0 || kind >= lang.PointHere || end > r.to {
		return pointer{}, false
	}
	p := pointer{from: r.from, to: r.to, label: speech.Run{From: i, To: end}, kind: kind % lang.PointWithin}
	if kind > lang.PointWithin && r.inserted(first, p.label) {
		p.from, p.to = i, end
		return p, true
	}
	switch {
	case r.pastClosers(end) < r.to:
		p.title = speech.Run{From: end, To: r.to}
	case i > first && p.kind <= lang.PointAudio:
		p.title = speech.Run{From: first, To: i}
	}
	if kind < lang.PointWithin && !r.ending(first, i, width) {
		return p, false
	}
	if p.kind == lang.PointRelated {
		p.kind = r.kindOf(p.title)
	}
	return r.trim(p), r.span(p.from, p.to).Len() <= maxPointer
}

// inserted reports whether a page has put the label, in capitals, between words that are not: "... in
// May. SIGN UP FOR OUR NEWSLETTER Work starts in June."
func (r *pointerReader) inserted(first int, label speech.Run) bool {
	for i := label.From; i < label.To; i++ {
		if !r.toks[i].Shape.Has(scan.Caps) {
			return false
		}
	}
	return r.lowerWord(max(first, label.From-2), label.From) || r.lowerWord(label.To, min(label.To+2, r.to))
}

// lowerWord reports whether one of the tokens from to to is a word that is not in capitals.
func (r *pointerReader) lowerWord(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &r.toks[i]; t.Kind == scan.Word && !t.Shape.Has(scan.Caps) {
			return true
		}
	}
	return false
}

// kindOf returns the kind that the words of a title tell: "Click here to get the app".
func (r *pointerReader) kindOf(title speech.Run) int {
	if !r.fits(title) {
		return lang.PointRelated
	}
	for i := title.From; i < title.To; i++ {
		t := &r.toks[i]
		for _, c := range [...]lang.Class{lang.Pointer, lang.PointTo} {
			if kind, _, _ := t.Arg(c, r.lang); kind%lang.PointWithin > lang.PointRelated {
				return kind % lang.PointWithin
			}
		}
	}
	return lang.PointRelated
}

// pastClosers returns the first token from i on, within the sentence, that is no mark which may stand
// behind a label at its end.
func (r *pointerReader) pastClosers(i int) int {
	for ; i < r.to; i++ {
		switch r.toks[i].Kind {
		case scan.Stop, scan.Colon, scan.Close, scan.Bullet, scan.Quote, scan.QuoteClose:
		default:
			return i
		}
	}
	return i
}

// ending reports whether the width tokens from i on end the line, as "more" does in "A | more" and
// "zum Artikel" in "A zum Artikel"; first is the first token of A.
func (r *pointerReader) ending(first, i, width int) bool {
	if i == first || !r.atLine() || r.pastClosers(i+width) < r.end || r.fullStop(r.end) {
		return false
	}
	before := r.toks[i-1].Kind
	return width > 1 || before == scan.Bar || before == scan.Bullet
}

// reported reports whether the sentence says, beside its label, that somebody says something.
func (r *pointerReader) reported(label speech.Run) bool {
	for i := r.from; i < r.to; i++ {
		if r.toks[i].Is(lang.Cue) && (i < label.From || i >= label.To) {
			return true
		}
	}
	return false
}

// trim takes marks off both ends of the title, and brackets off one without the other.
func (r *pointerReader) trim(p pointer) pointer {
	t := &p.title
	for t.From < t.To && r.titleEdge(t.From) {
		t.From++
	}
	for t.From < t.To && (r.titleEdge(t.To-1) || r.word(t.To-1) == ".") {
		t.To--
	}
	return p
}

// titleEdge reports whether token i is a mark that is no part of a title.
func (r *pointerReader) titleEdge(i int) bool {
	switch r.toks[i].Kind {
	case scan.Bar, scan.Bullet, scan.Colon, scan.Comma, scan.Dash:
		return true
	}
	return false
}
