package dateline

import "iter"

// An Attribution says who said what, and through whom: in "'We support serious approaches,' Peskov
// was quoted as saying by Interfax" the source is "Peskov", the cue "was quoted as saying", the
// speaker Dmitry Peskov, and the words came via Interfax. The zero Attribution is none.
type Attribution struct {
	// Span runs from the first to the last byte of source, cue and content.
	Span Span `json:"span,omitzero"`
	// Source covers the words that name who said it: "Peskov", "Kremlin spokesman Dmitry Peskov",
	// "he". It is zero where the text does not say.
	Source Span `json:"source,omitzero"`
	// Cue covers the words that report the speech: "said", "was quoted as saying", "according to".
	Cue Span `json:"cue,omitzero"`
	// Content covers what was said, in order. A quotation that its cue interrupts has two spans; one
	// that goes on in a later paragraph has one for each.
	Content []Span `json:"content,omitzero"`
	// Speaker is the person behind the source, pronouns and surnames resolved within the story; zero
	// where the source is no person.
	Speaker Person `json:"speaker,omitzero"`
	// Outlet is the agency or outlet, where that is itself the source: Interfax in "the Interfax
	// news agency reported".
	Outlet Source `json:"outlet,omitzero"`
	// Via is the agency, outlet or platform that carried the words of another: Interfax in "was
	// quoted as saying by Interfax", X in "tweeted".
	Via Source `json:"via,omitzero"`
	// Date is when it was said: "on Wednesday".
	Date Date `json:"date,omitzero"`
	// Kind says whether the words are the speaker's own.
	Kind AttributionKind `json:"kind,omitzero"`
}

// An AttributionKind says how an [Attribution] gives what was said.
type AttributionKind string

// The kinds of attribution.
const (
	Direct   AttributionKind = "direct"   // all in quotation marks
	Indirect AttributionKind = "indirect" // in the reporter's words
	Mixed    AttributionKind = "mixed"    // in the reporter's words, with some in quotation marks
)

// Attributions returns who said what in text, in order.
func (p *Parser) Attributions(text string) iter.Seq[Attribution] {
	return func(yield func(Attribution) bool) {}
}
