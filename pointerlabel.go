package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// A label is the words that make a pointer, with the marks that belong to them.
type label struct {
	speech.Run
	at     int  // the first of its words
	words  int  // how many there are
	kind   int  // lang.PointRelated and the like
	home   bool // it is a label in the language of the text
	lower  bool // it starts in lower case
	shouts bool // it is in capitals
	mark   bool // a mark sets it off: "WATCH |", "[Related article]"
	inside bool // it opens brackets around all of the pointer: "(Read more: A)"
}

// labelAt reads the label that starts at token i:
//
//	label = [ "(" ] words [ ")" ] [ ":" | "|" | "-" | ">>" ]
func (r *pointerReader) labelAt(i int) (label, bool) {
	l := label{Run: speech.Run{From: i, To: i}, at: i}
	if i < r.end && r.toks[i].Kind == scan.Open {
		l.inside = true
		l.at++
	}
	if l.at >= r.end {
		return l, false
	}
	first := &r.toks[l.at]
	l.kind, l.words, l.home = first.Arg(lang.Pointer, r.lang)
	l.To = min(l.at+l.words, r.end) // of "RELATED" above "POSTS", the line is the label
	if l.words == 0 || l.To < r.end && r.toks[l.To].Kind == scan.Hyphen {
		return l, false
	}
	l.lower = first.Shape.Has(scan.Lower)
	l.shouts = first.Shape.Has(scan.Caps|scan.Capital) && first.End-first.Start > 1
	if l.inside && l.To < r.end && r.toks[l.To].Kind == scan.Close {
		l.inside, l.mark = false, true
		l.To++
	}
	if l.shouts {
		l.To = r.headwordEnd(l.To)
	}
	if l.words > 1 && !l.lower {
		l.To = r.genreEnd(l.To)
	}
	for l.To < r.end && r.labelMark(l.To, l) {
		l.mark = true
		l.To++
	}
	return l, true
}

// headwordEnd returns where the words in capitals end that go on from a label at token i up to a
// mark: "MORE FROM SPORT: A". It is i where there are none.
func (r *pointerReader) headwordEnd(i int) int {
	end := min(r.end, i+maxHeadword)
	for j := i; j < end; j++ {
		switch t := &r.toks[j]; {
		case t.Kind == scan.Colon || t.Kind == scan.Bar:
			return j
		case t.Kind != scan.Word || !t.Shape.Has(scan.Caps):
			return i
		}
	}
	return i
}

// maxGenre is how many words say what a label points to.
const maxGenre = 3

// genreEnd returns where the words that go on from a label at token i up to a colon end, if they
// say what it is that it points to: "Lire aussi notre enquête : A". It is i where there are none.
func (r *pointerReader) genreEnd(i int) int {
	genre := false
	for j := i; j < min(r.end, i+maxGenre+1); j++ {
		switch t := &r.toks[j]; {
		case t.Kind == scan.Colon && genre:
			return j
		case t.Kind != scan.Word && t.Kind != scan.Apostrophe || t.Shape.Has(scan.Capital|scan.Caps):
			return i
		default:
			genre = genre || t.Is(lang.Press|lang.Medium)
		}
	}
	return i
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
	case scan.Other: // "LEGGI ANCHE > Il ponte"
		return r.word(i) == ">" && r.gapAfter(i) > scan.None
	case scan.Stop: // "VIDÉO. Le discours", "Read more..."
		c := r.word(i)
		return !l.inside && r.gapAfter(i) == scan.Space &&
			(c == "." && l.shouts || c == ".." || c == "...")
	}
	return false
}

// timid reports whether l is a single word, which other sentences start with as well.
func (l *label) timid() bool { return l.words == 1 && !l.shouts }

// labelled reads the pointer whose sentence starts with the label l.
func (r *pointerReader) labelled(l label) (pointer, bool) {
	p := pointer{from: r.from, to: r.to, label: l.Run, kind: l.kind}
	if r.headline() && (l.words == 1 || lang.PointLive <= l.kind && l.kind <= lang.PointAudio) {
		return p, false
	}
	switch closed := r.pastClosers(l.To); {
	case l.inside:
		return r.bracketed(p, l)
	case closed == r.end:
		return r.bare(p, l)
	case l.mark:
		return r.titled(p, l)
	case closed == r.to:
		return r.bare(p, l)
	}
	switch l.kind {
	case lang.PointSubscribe, lang.PointSocial:
		return r.invited(p, l)
	case lang.PointRepublish:
		return r.republished(p, l)
	}
	if here := r.hereAt(); here > l.To && r.orders(l) {
		p.title = speech.Run{From: l.To, To: here}
		return r.trim(p), r.fits(p.title)
	}
	return r.unmarked(p, l)
}

// bracketed reads a pointer in brackets: "(Read more: A)".
func (r *pointerReader) bracketed(p pointer, l label) (pointer, bool) {
	if l.To >= r.end || !l.mark && !(r.orders(l) && r.hereAt() > l.To) &&
		(l.words == 1 || l.kind < lang.PointSubscribe && r.toks[l.To].Shape.Has(scan.Lower)) {
		return p, false
	}
	for i := l.To; i < r.end && r.span(l.To, i+1).Len() <= maxPointer; i++ {
		if r.toks[i].Kind == scan.Close {
			p.title, p.to = speech.Run{From: l.To, To: i}, i+1
			p = r.trim(p)
			return p, !p.title.Empty()
		}
	}
	return p, false
}

// bare reads a label that is all of its sentence. What it points to may be on the next line.
func (r *pointerReader) bare(p pointer, l label) (pointer, bool) {
	if l.lower || l.timid() && (!l.home || !l.mark && l.kind != lang.PointRelated) {
		return p, false
	}
	whole := r.atLine() && r.to == r.end
	if l.kind == lang.PointSubscribe || l.kind == lang.PointSocial {
		return p, whole || l.words > 1
	}
	if !whole || r.fullStop(r.to) {
		return p, false
	}
	if l.kind <= lang.PointAudio {
		if title, ok := r.titleLine(); ok {
			p.title, p.to = title, title.To
		}
	}
	return r.trim(p), true
}

// titleLine returns the next line, where it is a title, and marks it.
func (r *pointerReader) titleLine() (speech.Run, bool) {
	if r.line+1 >= len(r.lines) {
		return speech.Run{}, false
	}
	ln := &r.lines[r.line+1]
	t := speech.Run{From: ln.from, To: ln.to}
	first := &r.toks[t.From]
	if ln.use != useBody || !r.fits(t) || r.words(t) < 3 || r.fullStop(t.To) ||
		r.toks[t.To-1].Kind == scan.Colon || first.Shape.Has(scan.Lower) ||
		first.Is(lang.Pointer) || r.pointerMark(t.From) {
		return t, false
	}
	ln.use = usePointer
	return t, true
}

// titled reads what a label with a mark points to: "READ MORE: A".
func (r *pointerReader) titled(p pointer, l label) (pointer, bool) {
	dash := r.toks[l.To-1].Kind == scan.Dash
	sentence := r.toks[l.To].Shape.Has(scan.Lower) || r.fullStop(r.end)
	if dash && !r.atLine() || l.timid() && (l.lower || sentence || !r.atLine()) {
		return p, false
	}
	if next, ok := r.labelAt(l.To); ok && (next.mark || dash) {
		p.label.To = next.To // "SOMA | ALSO READ:", "PODCAST - Écoutez"
	}
	p.title = speech.Run{From: p.label.To, To: r.titleEnd(p.label.To)}
	p.to = max(p.title.To, p.label.To)
	short := r.atLine() || r.run(p.title).Len() <= maxInline
	return r.trim(p), r.fits(p.title) && short
}

// unmarked reads what a label without a mark points to: "Lire aussi Le pont rouvre". The title has
// to look like one, as sentences start with the same words.
func (r *pointerReader) unmarked(p pointer, l label) (pointer, bool) {
	next := &r.toks[l.To]
	if !r.atLine() || l.words < 2 || l.lower || next.Gap == scan.None {
		return p, false
	}
	if next.Is(lang.Article) && l.To+1 < r.end && r.toks[l.To+1].Shape.Has(scan.Capital) {
		next = &r.toks[l.To+1] // "More from the Harbour Post"
	}
	about := l.words > 2 && r.toks[l.To-1].Is(lang.Prep) // "Read more about the election."
	if !about && (next.Shape.Has(scan.Lower) && l.words < 3 || r.fullStop(r.end)) {
		return p, false
	}
	p.title = speech.Run{From: l.To, To: r.titleEnd(l.To)}
	p.to = p.title.To
	return p, r.fits(p.title)
}

// hereAt returns the token of the word that ends the sentence and says where to find what it
// speaks of: "Watch the crane below:". It is 0 where there is none.
func (r *pointerReader) hereAt() int {
	for i := r.to - 1; i > max(r.from, r.to-maxClosers); i-- {
		if r.pointTo(i, lang.PointHere) {
			return i
		}
	}
	return 0
}

// orders reports whether the label starts its sentence as an order: "Watch", "Read the rest".
func (r *pointerReader) orders(l label) bool { return !l.lower && r.pointTo(l.at, lang.PointGo) }

// pointTo reports whether token i is a word of class PointTo with argument want.
func (r *pointerReader) pointTo(i, want int) bool {
	arg, width, home := r.toks[i].Arg(lang.PointTo, r.lang)
	return width > 0 && home && arg == want
}

// invited reads a call to subscribe or to follow: "Sign up for our newsletter".
func (r *pointerReader) invited(p pointer, l label) (pointer, bool) {
	if l.words > 2 && !r.toks[l.To-1].Is(lang.Prep) && r.inserted(l.Run) {
		p.to = l.To
		return p, true
	}
	if r.infinitive(l) {
		p.label.To--
	}
	p.title = speech.Run{From: p.label.To, To: r.purpose(p.label.To)}
	p = r.trim(p)
	if l.lower || !r.fits(p.title) || r.reported(p.label) || r.callsAgain(l) {
		return p, false
	}
	if l.words == 1 {
		return p, r.atLine() && (l.shouts || r.addressed(p.title))
	}
	return p, !r.compound(l)
}

// infinitive reports whether the preposition that ends the label belongs to a verb behind it:
// "SUBSCRIBE TO UNLOCK MORE ARTICLES", "Sign up to get the news".
func (r *pointerReader) infinitive(l label) bool {
	next := &r.toks[l.To]
	if r.arg(l.To-1, lang.Prep) != lang.Infinitive || next.Is(lang.Func|lang.Article) {
		return false
	}
	named := len(r.mentionsIn(speech.Run{From: l.To, To: l.To + 1})) > 0
	return next.Shape.Has(scan.Lower) || l.shouts && !named
}

// purpose returns where the words behind a call end that say what it is for, "to get it in your
// inbox", or the end of the sentence. Words that begin at token i are what one subscribes to.
func (r *pointerReader) purpose(i int) int {
	const object = lang.Func | lang.Article | lang.Pronoun
	for i++; i+2 < r.to; i++ {
		infinitive := r.arg(i, lang.Prep) == lang.Infinitive
		if next := &r.toks[i+1]; infinitive && next.Shape.Has(scan.Lower) &&
			!next.Is(object) && r.toks[i+2].Is(object) {
			return i
		}
	}
	return r.to
}

// callsAgain reports whether a call of another kind, which begins with a capital, follows l: "Get
// the latest news Join us on WhatsApp".
func (r *pointerReader) callsAgain(l label) bool {
	for i := l.To; i < r.to; i++ {
		kind, width, _ := r.toks[i].Arg(lang.PointTo, r.lang)
		if width > 0 && lang.PointWithin < kind && kind < lang.PointHere &&
			kind%lang.PointWithin != l.kind && r.toks[i].Shape.Has(scan.Capital) {
			return true
		}
	}
	return false
}

// compound reports whether a label of two words goes on as a noun: "Sign up numbers fell."
func (r *pointerReader) compound(l label) bool {
	last, next := &r.toks[l.To-1], &r.toks[l.To]
	return l.words == 2 && next.Shape.Has(scan.Lower) && !last.Is(lang.Prep|lang.Pronoun) &&
		!next.Is(lang.Func)
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

// republished reads where the story came from: "First published in Die Zeit". A short label needs
// an outlet behind it: "First published in 1923, the novel ..."
func (r *pointerReader) republished(p pointer, l label) (pointer, bool) {
	named := r.mentionsIn(speech.Run{From: l.To, To: min(l.To+3, r.to)})
	if len(named) == 0 {
		p.title = speech.Run{From: l.To, To: r.to}
		p = r.trim(p)
	}
	return p, (l.words > 3 || len(named) > 0) && r.span(p.from, p.to).Len() <= maxPointer
}

// reported reports whether the sentence says, beside its label, that somebody says something.
func (r *pointerReader) reported(label speech.Run) bool {
	for i := r.from; i < r.to; i++ {
		if r.toks[i].Is(lang.Cue) && !label.Has(i) {
			return true
		}
	}
	return false
}

// trim takes marks, a full stop, and the "here" of a call off the ends of the title.
func (r *pointerReader) trim(p pointer) pointer {
	t := &p.title
	for t.From < t.To && r.titleEdge(t.From) {
		t.From++
	}
	for t.From < t.To && (r.titleEdge(t.To-1) || r.word(t.To-1) == "." ||
		p.kind >= lang.PointSubscribe && r.pointTo(t.To-1, lang.PointHere)) {
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
