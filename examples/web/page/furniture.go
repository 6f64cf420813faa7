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
	maxByline = 300 // the longest byline, in bytes
	maxAbove  = 8   // the most lines that are put above a body
	bodyStart = 60  // how many bytes of a body tell where it starts
)

// furniture is the bylines and captions of a page, in order: text that is all of its element.
type furniture []*html.Node

// keep makes plain paragraphs of the bylines and captions in n, which the extractor may throw out.
func (f *furniture) keep(n *html.Node, p *dateline.Parser) {
	words := ""
	switch {
	case n.DataAtom == atom.Figure && dom.QuerySelector(n, "figcaption") != nil:
		words = line(n)
	case n.Type == html.ElementNode:
		words = byline(n, p)
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

// byline returns the words of n if they are a byline. A name without a "By" is one where the page
// says so.
func byline(n *html.Node, p *dateline.Parser) string {
	size := 0
	for d := range n.Descendants() {
		if size += len(d.Data); size > maxByline {
			return ""
		}
	}
	words := line(n)
	b, err := p.ParseByline(words)
	if err != nil || len(b.Authors) == 0 || b.Authors[0].Span.Start == 0 && !isNamedByline(n) {
		return ""
	}
	return words
}

// isNamedByline reports whether the page itself calls an element a byline.
func isNamedByline(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		if a.Key != "class" && a.Key != "rel" && a.Key != "itemprop" {
			return false
		}
		name := strings.ToLower(a.Val)
		return strings.Contains(name, "byline") || strings.Contains(name, "author")
	})
}

// above returns the lines of f that stand on the page before the body that was extracted from it.
// There are none where it is not to be found on the page.
func (f furniture) above(doc, body *html.Node) (lines []string) {
	start := firstWords(body)
	for n := range dom.QuerySelector(doc, "body").Descendants() {
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
