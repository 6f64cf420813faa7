package interchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// A node is an XML element, or, without a name, text.
type node struct {
	name, text string
	attrs      []xml.Attr
	kids       []*node
	prose      bool // all in it is words of a text, with nothing between that is not said
}

// elem returns an element with the given attributes, names and values in turn; one whose value is
// empty is left out.
func elem(name string, attrs ...string) *node {
	n := &node{name: name}
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			a := xml.Attr{Name: xml.Name{Local: attrs[i]}, Value: attrs[i+1]}
			n.attrs = append(n.attrs, a)
		}
	}
	return n
}

// add adds elements to n and returns it; nil ones are left out.
func (n *node) add(kids ...*node) *node {
	for _, k := range kids {
		if k != nil {
			n.kids = append(n.kids, k)
		}
	}
	return n
}

// say adds text to n and returns it.
func (n *node) say(text string) *node {
	if text != "" {
		n.kids = append(n.kids, &node{text: text})
	}
	return n
}

// filled returns n, or nil where it has nothing in it.
func (n *node) filled() *node {
	if len(n.kids) == 0 {
		return nil
	}
	return n
}

// attr returns the value of an attribute, "" where n has none or is nil.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all returns the elements in n that have the given name.
func (n *node) all(name string) iter.Seq[*node] {
	return func(yield func(*node) bool) {
		if n == nil {
			return
		}
		for _, k := range n.kids {
			if k.name == name && !yield(k) {
				return
			}
		}
	}
}

// first goes down from n by the first element of each name; nil where there is none.
func (n *node) first(path ...string) *node {
	for _, name := range path {
		var found *node
		for k := range n.all(name) {
			found = k
			break
		}
		n = found
	}
	return n
}

// words returns all text in n, without the white space at its ends.
func (n *node) words() string {
	var b strings.Builder
	n.writeWords(&b)
	return strings.TrimSpace(b.String())
}

func (n *node) writeWords(b *strings.Builder) {
	if n == nil {
		return
	}
	b.WriteString(n.text)
	for _, k := range n.kids {
		k.writeWords(b)
	}
}

// encode returns n as a document. Elements that hold no text are set out in lines.
func (n *node) encode() []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	n.write(&b, "\n")
	b.WriteByte('\n')
	return b.Bytes()
}

// write writes n, with each element in it on a new line, or behind the other where lines is "".
func (n *node) write(b *bytes.Buffer, lines string) {
	if n.name == "" {
		escape(b, n.text, "<&>\r")
		return
	}
	b.WriteString("<" + n.name)
	for _, a := range n.attrs {
		b.WriteString(" " + a.Name.Local + `="`)
		escape(b, a.Value, "<&\r\n\t\"")
		b.WriteByte('"')
	}
	if len(n.kids) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	within := ""
	if lines != "" && !n.mixed() {
		within = lines + "  "
	}
	for _, k := range n.kids {
		b.WriteString(within)
		k.write(b, within)
	}
	if within != "" {
		b.WriteString(lines)
	}
	b.WriteString("</" + n.name + ">")
}

// escape writes text with references for the given characters, and U+FFFD for those that XML cannot
// hold.
func escape(b *bytes.Buffer, text, special string) {
	for _, r := range text {
		switch {
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == '\uFFFE', r == '\uFFFF':
			b.WriteRune(utf8.RuneError)
		case !strings.ContainsRune(special, r):
			b.WriteRune(r)
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		default:
			fmt.Fprintf(b, "&#%d;", r)
		}
	}
}

// mixed reports whether there is text straight in n, or could be.
func (n *node) mixed() bool {
	if n.prose {
		return true
	}
	for _, k := range n.kids {
		if k.name == "" {
			return true
		}
	}
	return false
}

var errNoElement = errors.New("no element")

// parseXML returns the first element of data. Names lose their namespaces.
func parseXML(data []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	open := []*node{{}}
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		in := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, attrs: t.Copy().Attr}
			in.kids = append(in.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			in.kids = append(in.kids, &node{text: string(t)})
		}
		if len(open) > maxDepth {
			return nil, errTooDeep
		}
	}
	for _, k := range open[0].kids {
		if k.name != "" {
			return k, nil
		}
	}
	return nil, errNoElement
}
