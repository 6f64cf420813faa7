package page

import (
	"slices"
	"strings"

	"github.com/go-shiori/dom"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/e95690a0/dateline"
)

const (
	maxByline  = 300  // the longest byline and its elements' names, in bytes
	maxCaption = 1500 // the longest caption
	maxAbove   = 8    // the most lines that are put above a body
	bodyStart  = 60   // how many bytes of a body tell where it starts
)

// furniture is the bylines and captions of a page, in order: text that is all of its element.
type furniture []*html.Node

// keep makes plain paragraphs of the bylines and captions in n, which the extractor may throw out.
func (f *furniture) keep(n *html.Node, p *dateline.Parser) {
	words := ""
	switch {
	case n.Type != html.ElementNode:
	case isCaption(n), isByline(n, p):
		words = line(n)
	}
	if words != "" {
		dom.SetTextContent(n, words)
		n.Data, n.DataAtom, n.Attr = "p", atom.P, nil
		*f = append(*f, n.FirstChild)
		return
	}
	for child := range n.ChildNodes() {
		f.keep(child, p)
	}
}

// isCaption reports whether n is a picture's caption, or the picture with it: one paragraph.
func isCaption(n *html.Node) bool {
	if n.DataAtom == atom.Figure {
		return dom.QuerySelector(n, "figcaption") != nil
	}
	return isNamed(n, "caption") && isShort(n, maxCaption) && !strings.Contains(text(n), "\n\n")
}

// isByline reports whether n is a byline. A name without a "By" is one where the page says so.
func isByline(n *html.Node, p *dateline.Parser) bool {
	if !isShort(n, maxByline) {
		return false
	}
	b, err := p.ParseByline(line(n))
	if err != nil || len(b.Authors) == 0 {
		return false
	}
	return b.Authors[0].Span.Start > 0 || isNamed(n, "byline", "author")
}

// isNamed reports whether the page itself calls an element one of names.
func isNamed(n *html.Node, names ...string) bool {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "rel" && a.Key != "itemprop" {
			continue
		}
		for _, name := range names {
			if strings.Contains(strings.ToLower(a.Val), name) {
				return true
			}
		}
	}
	return false
}

// isShort reports whether n has no more than size bytes of words, names of elements among them.
func isShort(n *html.Node, size int) bool {
	for d := range n.Descendants() {
		if size -= len(d.Data); size < 0 {
			return false
		}
	}
	return true
}

// above returns the lines of f that stand on the page before the body of the story.
// There are none where it is not to be found on the page.
func (f furniture) above(page, body *html.Node) (lines []string) {
	start := firstWords(body)
	for n := range page.Descendants() {
		switch {
		case n.Type != html.TextNode:
		case start != "" && strings.Contains(line(n), start):
			return lines
		case len(f) > 0 && f[0] == n:
			f = f[1:]
			if len(lines) < maxAbove && !slices.Contains(lines, n.Data) {
				lines = append(lines, n.Data)
			}
		}
	}
	return nil
}

// firstWords returns how the first words of n begin.
func firstWords(n *html.Node) string {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && line(d) != "" {
			return strings.ToValidUTF8(line(d)[:min(bodyStart, len(line(d)))], "")
		}
	}
	return ""
}
