package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// within reads the pointer that words after its beginning make of a sentence: "Syria Live Updates:
// A", "To understand it - subscribe to Haaretz>>", "You can find it here", "A | more".
func (r *pointerReader) within() (pointer, bool) {
	quoted, to := false, r.to
	if !r.fits(speech.Run{From: r.from, To: to}) {
		to = min(to, r.first+maxHeadword+1)
	}
	for i := r.first; i < to; i++ {
		if r.isQuote(i) {
			quoted = r.opensQuote(i)
		}
		if quoted {
			continue
		}
		if r.toks[i].Kind == scan.Open {
			if p, ok := r.aside(i); ok {
				return p, true
			}
		}
		if !r.toks[i].Is(lang.Pointer | lang.PointTo) {
			continue
		}
		if p, ok := r.prefaced(i); ok {
			return p, true
		}
		if p, ok := r.pointing(i); ok {
			return p, true
		}
	}
	return pointer{}, false
}

// aside reads the pointer in the brackets that token i opens: "... on Monday (READ: A) and ..."
func (r *pointerReader) aside(i int) (pointer, bool) {
	l, ok := r.labelAt(i)
	if !ok || !l.inside || !l.mark || l.timid() {
		return pointer{}, false
	}
	return r.bracketed(pointer{from: i, label: l.Run, kind: l.kind}, l)
}

// prefaced reads the pointer whose label stands at token i, behind other words of its sentence.
func (r *pointerReader) prefaced(i int) (pointer, bool) {
	l, ok := r.labelAt(i)
	if !ok || i == r.first || l.words < 2 || l.inside || r.headline() {
		return pointer{}, false
	}
	p := pointer{from: r.from, to: r.to, label: l.Run, kind: l.kind}
	if l.kind == lang.PointLive && l.mark && r.topic(i) {
		p.label.From = r.first
		p.title = speech.Run{From: l.To, To: r.titleEnd(l.To)}
		p.to = p.title.To
		return r.trim(p), r.fits(p.title)
	}
	p.title = speech.Run{From: l.To, To: r.purpose(l.To)}
	if !r.called(l, p.title) || r.reported(l.Run) {
		return p, false
	}
	if r.pastClosers(l.To) == r.to { // "Harbour newsletter: Sign up now!"
		p.title = speech.Run{From: r.from, To: i}
	}
	return r.trim(p), r.span(p.from, p.to).Len() <= maxPointer
}

// topic reports whether the words before token i are a name or a headword, which belong to the
// label there: all of them are numbers or start with a capital.
func (r *pointerReader) topic(i int) bool {
	if i-r.first > maxHeadword {
		return false
	}
	for i--; i >= r.first; i-- {
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

// called reports whether l is a call set off from the words before it: "Low Water: Sign up for
// ...", "For more, sign up for the newsletter".
func (r *pointerReader) called(l label, title speech.Run) bool {
	if l.kind != lang.PointLive && l.kind != lang.PointSubscribe && l.kind != lang.PointSocial {
		return false
	}
	switch r.toks[l.From-1].Kind {
	case scan.Colon, scan.Dash:
		return true
	case scan.Comma: // "For the latest, follow us on X.", "For more, download our app."
		return r.closed || r.kindOf(title) == lang.PointSubscribe ||
			l.kind == lang.PointSocial && r.addressed(title) ||
			l.words > 2 && r.pastClosers(l.To) == r.to
	}
	return r.closed
}

// pointing reads the pointer that the words at token i make of their sentence.
func (r *pointerReader) pointing(i int) (pointer, bool) {
	kind, width, _ := r.toks[i].Arg(lang.PointTo, r.lang)
	end := i + width
	if width == 0 || kind >= lang.PointHere || end > r.to {
		return pointer{}, false
	}
	p := pointer{from: r.from, to: r.to, kind: kind % lang.PointWithin}
	p.label = speech.Run{From: i, To: end}
	if kind < lang.PointWithin && !r.ending(i, width) ||
		p.kind == lang.PointRelated && r.word(r.to-1) == "?" {
		return p, false
	}
	if kind > lang.PointWithin && r.inserted(p.label) {
		p.from, p.to = i, end
		return p, true
	}
	switch {
	case r.pastClosers(end) < r.to:
		p.title = speech.Run{From: end, To: r.to}
	case i > r.first && (p.kind <= lang.PointAudio || r.toks[i].Shape.Has(scan.Capital)):
		p.title = speech.Run{From: r.from, To: i}
	}
	if p.kind == lang.PointRelated {
		p.kind = r.kindOf(p.title)
	}
	if p.kind == lang.PointRelated && r.reported(p.label) {
		return p, false
	}
	return r.trim(p), r.span(p.from, p.to).Len() <= maxPointer
}

// ending reports whether the width tokens from i on end the line, as "more" does in "A | more" and
// "zum Artikel" in "A zum Artikel". Without a mark before them they need to be more than lower-case
// words, as in the headline "Why children should read more".
func (r *pointerReader) ending(i, width int) bool {
	if i == r.first || !r.atLine() || r.pastClosers(i+width) < r.end || r.fullStop(r.end) {
		return false
	}
	switch r.toks[i-1].Kind {
	case scan.Bar, scan.Bullet:
		return true
	}
	for ; width > 1; width-- {
		if !r.toks[i+width-1].Shape.Has(scan.Lower) {
			return true
		}
	}
	return false
}

// inserted reports whether a page has put the label, in capitals, between words that are not:
// "... in May. SIGN UP FOR OUR NEWSLETTER Work starts in June."
func (r *pointerReader) inserted(label speech.Run) bool {
	for i := label.From; i < label.To; i++ {
		if !r.toks[i].Shape.Has(scan.Caps) {
			return false
		}
	}
	return r.lowerWord(max(r.first, label.From-2), label.From) ||
		r.lowerWord(label.To, min(label.To+2, r.to))
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
