package dateline

import "iter"

// A CrossRef is a pointer, in the middle of a story, to something that is not part of it: "READ MORE:
// Why the dam was never finished". The zero CrossRef is none.
type CrossRef struct {
	// Span covers all of it, label and title.
	Span Span `json:"span,omitzero"`
	// Label covers the words or the mark that make it a pointer: "READ MORE:", ">>", "subscribe to".
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

// CrossRefs returns the pointers to other stories in text, in order.
func (p *Parser) CrossRefs(text string) iter.Seq[CrossRef] {
	return func(yield func(CrossRef) bool) {}
}
