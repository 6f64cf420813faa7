package dateline

import "iter"

// A Date is a day, or a longer or shorter stretch of time.
type Date struct {
	Span Span `json:"span,omitzero"`
}

// Dates returns the dates in text, in order.
func (p *Parser) Dates(text string) iter.Seq[Date] {
	return func(yield func(Date) bool) {}
}
