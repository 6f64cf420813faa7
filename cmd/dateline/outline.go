package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/e95690a0/dateline"
)

// maxWords is how many characters of the text an outline quotes in one place.
const maxWords = 96

// A field is a line of an outline: a thing that was read, or a part of the thing above it.
type field struct {
	label, value string
	part         bool
	style        style         // how its words look in the text; styleNone where they do not show
	span         dateline.Span // the words
}

// An outline lists, for a person, what was read from a text: a field for each thing with its words,
// and behind it one for each of its parts. Printed:
//
//	caption     A tug breaks the ice in Helsinki, Wednesday, April 11, 2018.
//	  place     Helsinki, FI
//	  date      2018-04-11
//	  credit    AP Photo/Aino Rask
type outline struct {
	text   string
	fields []field
}

// articleFields returns the outline of an Article.
func articleFields(text string, a *dateline.Article) []field {
	o := outline{text: text}
	o.article(a)
	return o.fields
}

// printArticle writes the outline of an Article to w. On a terminal, in colour, the text comes
// first, with what was read highlighted in it.
func printArticle(w io.Writer, text string, a *dateline.Article, color bool) error {
	var out strings.Builder
	if color {
		highlight(&out, text, articleMarks(a))
	}
	return printFields(w, &out, articleFields(text, a), color)
}

// printCaption writes the outline of a Caption to w, as printArticle does.
func printCaption(w io.Writer, text string, c *dateline.Caption, color bool) error {
	var out strings.Builder
	if color {
		highlight(&out, text, captionMarks(nil, c))
	}
	o := outline{text: text}
	o.caption(c)
	return printFields(w, &out, o.fields, color)
}

// printFields adds the fields to out, a line each, and writes all of it to w. The label of a thing
// has the colour that its words have in the text.
func printFields(w io.Writer, out *strings.Builder, fields []field, color bool) error {
	for _, f := range fields {
		label := f.label
		if f.part && label != "" {
			label = "  " + label
		}
		if color && f.style != styleNone {
			fmt.Fprintf(out, "%s%-11s%s %s\n", kinds[f.style].escape, label, reset, f.value)
			continue
		}
		fmt.Fprintf(out, "%-11s %s\n", label, f.value)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func (o *outline) article(a *dateline.Article) {
	o.add(field{label: "language", value: a.Lang})
	o.dateline(&a.Dateline)
	for i := range a.Bylines {
		o.byline(&a.Bylines[i])
	}
	for _, span := range a.Stamps {
		o.head("stamp", styleStamp, span)
	}
	for i := range a.Captions {
		o.caption(&a.Captions[i])
	}
	for i := range a.Attributions {
		o.attribution(&a.Attributions[i])
	}
	for i := range a.CrossRefs {
		o.pointer(&a.CrossRefs[i])
	}
	for _, d := range a.Dates {
		value := d.String() + " " + d.Span.Of(o.text)
		o.add(field{label: "date", value: value, style: styleDate, span: d.Span})
	}
	o.mentions(a.Sources)
	o.add(field{label: "wire", value: sourceWords(a.Wire)})
}

func (o *outline) dateline(d *dateline.Dateline) {
	if d.Span.IsZero() {
		return
	}
	o.head("dateline", styleDateline, d.Span)
	o.places(d.Places)
	o.value("date", d.Date.String())
	o.people("reporter", d.Persons)
	o.sources(d.Sources)
}

func (o *outline) byline(b *dateline.Byline) {
	o.head("byline", styleByline, b.Span)
	o.people("author", b.Authors)
	o.sources(b.Sources)
}

func (o *outline) caption(c *dateline.Caption) {
	o.head("caption", styleCaption, c.Body)
	o.people("shows", c.People)
	o.places(c.Places)
	o.value("date", c.Date.String())
	if c.File {
		o.value("file", "from the archive")
	}
	o.value("sequence", c.Sequence)
	o.words("credit", c.Credit.Span)
	o.people("by", c.Credit.Photographers)
	o.sources(c.Credit.Sources)
	o.value("note", string(c.Credit.Note))
}

func (o *outline) attribution(a *dateline.Attribution) {
	o.said(a.Content)
	o.value("who", cmp.Or(personWords(a.Speaker), a.Source.Of(o.text)))
	o.words("cue", a.Cue)
	o.source("outlet", a.Outlet)
	o.source("via", a.Via)
	o.value("date", a.Date.String())
	o.value("kind", string(a.Kind))
}

// said starts an attribution with the words that were said, a line for each piece of them.
func (o *outline) said(content []dateline.Span) {
	if len(content) == 0 {
		content = []dateline.Span{{}}
	}
	o.head("said", styleSaid, content[0])
	for _, more := range content[1:] {
		o.words("", more)
	}
}

func (o *outline) pointer(x *dateline.CrossRef) {
	o.head("pointer", stylePointer, x.Span)
	o.words("label", x.Label)
	o.words("title", x.Title)
	o.source("outlet", x.Outlet)
	o.value("kind", string(x.Kind))
}

// mentions lists each source once.
func (o *outline) mentions(sources []dateline.Source) {
	seen := map[string]bool{}
	for _, s := range sources {
		if !seen[s.ID] {
			seen[s.ID] = true
			o.add(field{label: "source", value: sourceWords(s), style: styleSource, span: s.Span})
		}
	}
}

func (o *outline) sources(sources []dateline.Source) {
	for _, s := range sources {
		o.source("source", s)
	}
}

func (o *outline) source(label string, s dateline.Source) {
	o.value(label, sourceWords(s))
}

func sourceWords(s dateline.Source) string {
	return join(s.Name, string(s.Kind), s.Country, s.Domain)
}

func (o *outline) places(places []dateline.Place) {
	for _, p := range places {
		o.value("place", placeWords(p))
	}
}

func placeWords(p dateline.Place) string {
	position := ""
	if p.Lat != 0 || p.Lon != 0 {
		position = fmt.Sprintf("%.2f %.2f", p.Lat, p.Lon)
	}
	return join(p.Name, cmp.Or(p.Region, p.Country), p.TimeZone, position)
}

func (o *outline) people(label string, people []dateline.Person) {
	for _, p := range people {
		o.value(label, personWords(p))
	}
}

func personWords(p dateline.Person) string { return join(p.Name, p.Role, p.Position) }

// join puts commas between the parts that are not empty.
func join(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(p)
	}
	return b.String()
}

// head adds a thing by its words.
func (o *outline) head(label string, s style, words dateline.Span) {
	f := field{label: label, value: cut(words.Of(o.text)), style: s, span: words}
	o.fields = append(o.fields, f)
}

// words adds a part by its words.
func (o *outline) words(label string, words dateline.Span) {
	o.value(label, words.Of(o.text))
}

// value adds a part that is there.
func (o *outline) value(label, value string) {
	o.add(field{label: label, value: value, part: true})
}

// add adds a field that is there.
func (o *outline) add(f field) {
	if f.value != "" {
		f.value = cut(f.value)
		o.fields = append(o.fields, f)
	}
}

// cut returns s as one line of at most maxWords characters that does nothing to a terminal.
func cut(s string) string {
	var b strings.Builder
	n, blank := 0, false
	for _, r := range s {
		if unicode.IsSpace(r) {
			blank = n > 0
			continue
		}
		if n >= maxWords {
			b.WriteString("…")
			break
		}
		if blank {
			b.WriteByte(' ')
			n, blank = n+1, false
		}
		b.WriteRune(visible(r))
		n++
	}
	return b.String()
}

// visible returns r, or the replacement character where r could command a terminal or turn the
// direction of what follows.
func visible(r rune) rune {
	turns := '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
	if turns || unicode.IsControl(r) {
		return utf8.RuneError
	}
	return r
}
