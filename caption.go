package dateline

// A Caption describes a picture and credits it: "People wait in line in Moscow on April 11, 2018.
// (AP Photo/Jane Doe)". The zero Caption is none.
type Caption struct {
	// Span covers the caption with its credit.
	Span Span `json:"span,omitzero"`
	// Body covers the description, without the credit and the words around it: "FILE -" and "[1/3]"
	// are part of it, "Image caption," is not.
	Body Span `json:"body,omitzero"`
	// People are those whom it names, with where they stand: "Jane Doe, left".
	People []Person `json:"people,omitzero"`
	// Places are where the picture was taken, "in Moscow".
	Places []Place `json:"places,omitzero"`
	// Date is when it was taken.
	Date Date `json:"date,omitzero"`
	// Credit says who made and sent it.
	Credit Credit `json:"credit,omitzero"`
	// File says that the picture is from the archive: "FILE -", "Archivbild".
	File bool `json:"file,omitzero"`
	// Sequence is the picture's number in a gallery, "1/2" in "[1/2]".
	Sequence string `json:"sequence,omitzero"`
}

// A Credit says who took a picture and who distributes it: "Jane Doe/AFP via Getty Images". The zero
// Credit is none.
type Credit struct {
	// Span covers the credit with its label ("Foto:", "Photo by"), without the brackets or the dash
	// around it.
	Span Span `json:"span,omitzero"`
	// Photographers are the people it names.
	Photographers []Person `json:"photographers,omitzero"`
	// Sources are the agencies and others, from the maker to the distributor: AFP, Getty Images.
	Sources []Source `json:"sources,omitzero"`
	// Note is what else it says of the picture's origin; empty for none.
	Note CreditNote `json:"note,omitzero"`
}

// A CreditNote says how a picture came to its paper, beside its maker's name.
type CreditNote string

// The notes of credits.
const (
	Handout      CreditNote = "handout"      // given out by one who is shown or concerned
	Pool         CreditNote = "pool"         // taken for all agencies
	Courtesy     CreditNote = "courtesy"     // lent
	Supplied     CreditNote = "supplied"     // sent in, contributed
	Archive      CreditNote = "archive"      // from the files
	Screen       CreditNote = "screen"       // a still from a video or a page
	Illustration CreditNote = "illustration" // a drawing, a montage
	Stringer     CreditNote = "stringer"     // by a freelance who is not named
)

// ParseCaption reads a caption.
func (p *Parser) ParseCaption(text string) (Caption, error) { return Caption{}, ErrNotFound }

// ParseCredit reads a credit.
func (p *Parser) ParseCredit(text string) (Credit, error) { return Credit{}, ErrNotFound }
