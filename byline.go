package dateline

// A Byline says who made a story: "By Jane Doe and John Roe, Associated Press Writer" above it, or,
// as a sign-off below, "Reporting by Jane Doe in Lisbon; Editing by John Roe", "(dpa/bl)". The zero
// Byline is none.
type Byline struct {
	// Span covers all of it, with "By" and the brackets.
	Span Span `json:"span,omitzero"`
	// Authors are the people it names, in order, initials among them. Role says what they did where
	// the line does: "reporting", "writing", "editing".
	Authors []Person `json:"authors,omitzero"`
	// Sources are the agencies and outlets it names: dpa in "(dpa/bl)".
	Sources []Source `json:"sources,omitzero"`
}

// ParseByline reads a byline.
func (p *Parser) ParseByline(text string) (Byline, error) { return Byline{}, ErrNotFound }
