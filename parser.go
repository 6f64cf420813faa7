package dateline

import (
	"iter"
	"time"

	"golang.org/x/text/language"
)

// A Parser reads stories with what is known about them beforehand. The zero Parser is ready to use
// and knows nothing. No method changes a Parser, so that many goroutines may share one; none reads
// the clock.
type Parser struct {
	// Published is when the story was published, in the time zone of its paper. Dates without a
	// year, and words such as "Wednesday" and "yesterday", count from it. The zero Time leaves them
	// partial, unless the dateline has a whole date to count from, or a stamp above the story does:
	// "Published 10 May 2024".
	Published time.Time

	// Lang is the language of the text. The zero Tag, Und, has it told from the text itself.
	Lang language.Tag

	// Country is where the paper is at home, as an ISO 3166-1 alpha-2 code, "IN". A town that
	// several countries share is taken to be there, but for names that mean one city everywhere:
	// London, Paris.
	Country string

	// Outlet is the ID or name of the paper itself, "haaretz". Its staff's bylines and photo
	// credits without an agency are its own, and never its agency's copy.
	Outlet string

	// NoAttributions leaves Article.Attributions empty: who said what takes more time to find than
	// all else.
	NoAttributions bool

	// Sources are agencies and outlets beside those of the registry, and before them where a name
	// is in both. Name, and ID where it is another, are what is looked for.
	Sources []Source
}

// zero is the Parser behind the package's functions; nothing changes it.
var zero Parser

// Parse reads the dateline that opens text; see [Parser.Parse].
func Parse(text string) (Dateline, error) { return zero.Parse(text) }

// ParseByline reads a byline or sign-off that stands alone; see [Parser.ParseByline].
func ParseByline(text string) (Byline, error) { return zero.ParseByline(text) }

// ParseCaption reads a picture's caption with its credit; see [Parser.ParseCaption].
func ParseCaption(text string) (Caption, error) { return zero.ParseCaption(text) }

// ParseCredit reads a picture's credit that stands alone; see [Parser.ParseCredit].
func ParseCredit(text string) (Credit, error) { return zero.ParseCredit(text) }

// ParseArticle reads everything in a whole story; see [Parser.ParseArticle].
func ParseArticle(text string) Article { return zero.ParseArticle(text) }

// Attributions returns who said what in text; see [Parser.Attributions].
func Attributions(text string) iter.Seq[Attribution] { return zero.Attributions(text) }

// CrossRefs returns the pointers to other stories in text; see [Parser.CrossRefs].
func CrossRefs(text string) iter.Seq[CrossRef] { return zero.CrossRefs(text) }

// Dates returns the dates in text; see [Parser.Dates].
func Dates(text string) iter.Seq[Date] { return zero.Dates(text) }
