package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A gap is what stands between two words.
type gap uint8

const (
	none gap = iota
	blank
	newLine
	emptyLine
)

var gaps = [...]string{none: "", blank: " ", newLine: "\n", emptyLine: "\n\n"}

// A writer writes the text of a page. Gaps that meet become one, the widest.
type writer struct {
	out strings.Builder
	gap gap
}

// text returns the text of a node as a browser would set it: white space in the source is a blank,
// a block of text is a paragraph.
func text(n *html.Node) string {
	var w writer
	w.node(n)
	return w.out.String()
}

func (w *writer) node(n *html.Node) {
	if n.Type == html.TextNode {
		w.words(n.Data)
		return
	}
	tag := atom.Lookup([]byte(n.Data)) // the extractor's own elements have no DataAtom
	if isHidden(tag) {
		return
	}
	around := gapOf(tag)
	w.widen(around)
	for child := range n.ChildNodes() {
		w.node(child)
	}
	w.widen(around)
}

// gapOf returns the gap before and after an element.
func gapOf(tag atom.Atom) gap {
	switch tag {
	case atom.Br, atom.Li, atom.Tr, atom.Dt, atom.Dd:
		return newLine
	case atom.Td, atom.Th:
		return blank
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Figure, atom.Figcaption, atom.Blockquote,
		atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Pre, atom.Header, atom.Hr,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return emptyLine
	}
	return none
}

// isHidden reports whether what is in an element is no text of the page.
func isHidden(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Iframe:
		return true
	}
	return false
}

func (w *writer) widen(g gap) { w.gap = max(w.gap, g) }

// words writes text with each run of white space as one blank. One that does not break stays.
func (w *writer) words(text string) {
	for text != "" {
		n := strings.IndexFunc(text, isSpace)
		switch n {
		case 0:
			w.widen(blank)
			_, size := utf8.DecodeRuneInString(text)
			text = text[size:]
			continue
		case -1:
			n = len(text)
		}
		if w.out.Len() > 0 {
			w.out.WriteString(gaps[w.gap])
		}
		w.gap = none
		w.out.WriteString(text[:n])
		text = text[n:]
	}
}

// isSpace reports whether r is white space in HTML, or steers a terminal.
func isSpace(r rune) bool { return r == ' ' || unicode.IsControl(r) }

// line returns the text of a node on one line.
func line(n *html.Node) string { return oneLine(text(n)) }

func oneLine(text string) string { return strings.Join(strings.FieldsFunc(text, isSpace), " ") }
