// Package page reads a news page: the text of its story, with the lines kept apart, and what the
// page says of itself that helps to read it.
//
//	story, err := page.Read(response.Body, response.Header.Get("Content-Type"), address)
//	article := story.Parser.ParseArticle(story.Text)
//
// The body of the story is found by go-trafilatura, which takes captions and bylines for clutter.
// They are what dateline reads, so this package sees to it that they stay.
package page

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"github.com/go-shiori/dom"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/e95690a0/dateline"
)

// MaxSize is the length in bytes up to which a page is read.
const MaxSize = 8 << 20

// minStory is how many characters make a story; a flash is not much longer. Where the extractor
// finds fewer it takes all that the page has, as one paragraph.
const minStory = 40

// ErrTooLong says that a page is longer than MaxSize.
var ErrTooLong = errors.New("page: longer than 8 MiB")

// A Story is the story of a page.
type Story struct {
	// Title is its headline.
	Title string
	// Text is the story with the bylines and captions above it: paragraphs, captions and headings are
	// an empty line apart, the items of a list a line. The spans of the article that Parser reads
	// index it.
	Text string
	// Parser knows what the page says of itself: when it was published, in which language, in which
	// outlet, and the country that the outlet is at home in.
	Parser dateline.Parser
}

// Read reads a page of HTML. Its encoding is what contentType says, the value of the HTTP header,
// and otherwise what the page says or looks like. The address may be nil; the outlet is then told
// from the page alone. A page that has no story is an error.
func Read(r io.Reader, contentType string, address *url.URL) (Story, error) {
	source, err := Decode(r, contentType)
	if err != nil {
		return Story{}, err
	}
	return ReadString(source, address)
}

// Decode returns a page as UTF-8, with the replacement character for what is broken. Its encoding is
// told as in Read.
func Decode(r io.Reader, contentType string) (string, error) {
	page, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return "", err
	}
	if len(page) > MaxSize {
		return "", ErrTooLong
	}
	encoding, _, _ := charset.DetermineEncoding(page, contentType)
	page, err = encoding.NewDecoder().Bytes(page)
	return strings.ToValidUTF8(string(page), "\uFFFD"), err
}

// ReadString reads a page that is decoded, as Read does.
func ReadString(source string, address *url.URL) (Story, error) {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return Story{}, err
	}
	shown := dom.QuerySelector(doc, "body")
	if shown == nil { // a page of frames
		return Story{}, errors.New("page: no body")
	}
	parser := about(doc, address)
	var kept furniture
	for n := range shown.ChildNodes() {
		kept.keep(n, &parser)
	}
	config := trafilatura.DefaultConfig()
	config.MinExtractedSize = minStory
	found, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		Config:          config,
		ExcludeComments: true,
		OriginalURL:     address,
		HtmlDateMode:    trafilatura.Disabled, // it guesses where the page does not say
	})
	if err != nil {
		return Story{}, fmt.Errorf("page: %w", err)
	}
	lines := append(kept.above(shown, found.ContentNode), text(found.ContentNode))
	return Story{oneLine(found.Metadata.Title), strings.Join(lines, "\n\n"), parser}, nil
}
