package dateline

import (
	"iter"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// A CrossRef is a pointer, in the middle of a story, to something that is not part of it: "READ
// MORE: How the bridge came down". The zero CrossRef is none.
type CrossRef struct {
	// Span covers all of it, label and title.
	Span Span `json:"span,omitzero"`
	// Label covers the words or the mark that make it a pointer: "READ MORE:", ">>", "subscribe
	// to".
	Label Span `json:"label,omitzero"`
	// Title covers the title of what it points to; zero where it gives none.
	Title Span `json:"title,omitzero"`
	// Outlet is the outlet, agency or platform that it names: "subscribe to Haaretz>>".
	Outlet Source `json:"outlet,omitzero"`
	// Kind is what it points to.
	Kind CrossRefKind `json:"kind,omitzero"`
}

// A CrossRefKind says what a [CrossRef] points to.
type CrossRefKind string

// The kinds of pointer.
const (
	Related   CrossRefKind = "related"   // another story: "READ MORE:", "■"
	Live      CrossRefKind = "live"      // a running page: "LIVE UPDATES:"
	Video     CrossRefKind = "video"     // "WATCH:"
	Audio     CrossRefKind = "audio"     // "LISTEN:"
	Subscribe CrossRefKind = "subscribe" // a newsletter, an app, a subscription
	Follow    CrossRefKind = "social"    // a page on a platform: "Follow us on"
	Republish CrossRefKind = "republish" // where the story came from: "First published in"
)

// crossRefKinds gives the arguments of the classes Pointer and PointTo their kinds.
var crossRefKinds = [...]CrossRefKind{
	lang.PointRelated:   Related,
	lang.PointLive:      Live,
	lang.PointVideo:     Video,
	lang.PointAudio:     Audio,
	lang.PointSubscribe: Subscribe,
	lang.PointSocial:    Follow,
	lang.PointRepublish: Republish,
}

// CrossRefs returns the pointers to other stories in text, in order: those of its [Article].
func (p *Parser) CrossRefs(text string) iter.Seq[CrossRef] {
	return func(yield func(CrossRef) bool) {
		q := *p
		q.NoAttributions = true
		for take := range q.takes(text) {
			for _, c := range take.CrossRefs {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// readCrossRefs finds the pointers in all lines that are not something else, and marks the lines
// that hold nothing but pointers.
func (s *story) readCrossRefs() {
	for i := range s.lines {
		s.linePointers(i)
	}
}

// linePointers adds the pointers of line i, sentence by sentence.
func (s *story) linePointers(i int) {
	ln := &s.lines[i]
	if ln.use != useBody ||
		!ln.holds(lang.Pointer|lang.PointTo) && !ln.holdsKind(scan.Bullet) {
		return
	}
	r := pointerReader{story: s, line: i, to: ln.from, end: ln.to}
	whole := true
	for r.nextSentence() {
		p, ok := r.readPointer()
		whole = whole && ok && p.from == r.from && p.to >= r.to
		r.after = ok
		if ok {
			s.crossrefs = add(s.crossrefs, s.crossRef(p))
			r.to = max(r.to, min(p.to, r.end))
			r.quoteEnd = false
		}
	}
	if whole {
		ln.use = usePointer
	}
}

// crossRef turns the tokens of p into bytes.
func (s *story) crossRef(p pointer) CrossRef {
	c := CrossRef{
		Span:  s.span(p.from, p.to),
		Label: s.run(p.label),
		Title: s.run(p.title),
		Kind:  crossRefKinds[p.kind],
	}
	if p.kind >= lang.PointSubscribe {
		c.Outlet = s.namedIn(speech.Run{From: p.label.From, To: p.to})
	}
	return c
}

// namedIn returns the first source that x names.
func (s *story) namedIn(x speech.Run) Source {
	if named := s.mentionsIn(x); len(named) > 0 {
		return named[0].Source
	}
	return Source{}
}
