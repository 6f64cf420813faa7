package main

import (
	_ "embed"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/e95690a0/dateline"
)

// pageStyle is how the page looks. It also does all that the page can do: it has no script.
//
//go:embed page.css
var pageStyle string

// pageStyleHash is what the page's policy knows the style by: its SHA-256, in base 64.
const pageStyleHash = "c9fSeeDKa1iDeJ6vVPIk1XUdDlGMBqg2SVlcn5vdlaU="

// pagePolicy lets the page load, run and send nothing. Whatever a story brings along is dead text.
const pagePolicy = "default-src 'none'; style-src 'sha256-" + pageStyleHash + "'; " +
	"base-uri 'none'; form-action 'none'"

// maxTitle is how many characters of a story its page's title quotes.
const maxTitle = 70

// A page is an HTML page on its way out. What is text goes through text or attr, which escape it.
type page struct {
	out strings.Builder
}

// printPage writes the page of a story to w: the text with what was read marked in it, a bar of the
// kinds there are, which is the legend and the filter, and the fields of the outline.
func printPage(w io.Writer, text string, a *dateline.Article) error {
	var p page
	marks := pageMarks(text, a)
	p.head(text)
	p.bar(marks)
	p.raw("<main>\n")
	p.story(text, a.Lang, marks)
	p.fields(articleFields(text, a), a.Lang)
	p.raw("</main>\n</body>\n</html>\n")
	_, err := io.WriteString(w, p.out.String())
	return err
}

// raw adds HTML.
func (p *page) raw(parts ...string) {
	for _, part := range parts {
		p.out.WriteString(part)
	}
}

// text adds words that somebody else wrote.
func (p *page) text(words string) { p.raw(html.EscapeString(clean(words))) }

// attr adds an attribute with a value that somebody else wrote.
func (p *page) attr(name, value string) {
	p.raw(" ", name, `="`)
	p.text(value)
	p.raw(`"`)
}

// clean returns s with the replacement character for what no page may hold: each byte of broken
// UTF-8 and each control character.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
			return utf8.RuneError
		}
		return r
	}, s)
}

func (p *page) head(text string) {
	p.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
	p.raw(`<meta http-equiv="Content-Security-Policy" content="`, pagePolicy, "\">\n")
	p.raw(`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n")
	p.raw(`<meta name="color-scheme" content="light dark">`, "\n<title>")
	if title := title(text); title != "" {
		p.text(title)
		p.raw(" – ")
	}
	p.raw("dateline</title>\n<style>", pageStyle, "</style>\n</head>\n<body>\n")
}

// title returns the first line of text, cut where it is long.
func title(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	words := []rune(cut(line))
	if len(words) <= maxTitle {
		return string(words)
	}
	return string(words[:maxTitle]) + "…"
}

// bar adds the legend of the kinds that are marked, with a box for each. Once a box is ticked only
// the ticked kinds show.
func (p *page) bar(marks []mark) {
	var counts [len(kinds)]int
	for _, m := range marks {
		counts[m.style]++
	}
	p.raw("<header>\n<h1>dateline</h1>\n<form autocomplete=\"off\">\n<fieldset>\n",
		"<legend>Show only</legend>\n")
	for s, n := range counts {
		if n == 0 {
			continue
		}
		k := kinds[s]
		p.raw(`<label class="`, k.name, `" title="`, k.about, `"><input type="checkbox" id="only-`,
			k.name, `"> `, k.name, " <b>", strconv.Itoa(n), "</b></label>\n")
	}
	p.raw("<button type=\"reset\">all</button>\n</fieldset>\n</form>\n</header>\n")
}

// fields adds the outline, a group for each kind of thing.
func (p *page) fields(fields []field, lang string) {
	p.raw("<aside aria-label=\"What was read\">\n")
	if len(fields) == 0 {
		p.raw("<p>Nothing was read.</p>\n")
	}
	for len(fields) > 0 {
		first := fields[0]
		next := slices.IndexFunc(fields, func(f field) bool {
			return !f.part && f.label != first.label
		})
		if next < 0 {
			next = len(fields)
		}
		p.group(fields[:next], lang)
		fields = fields[next:]
	}
	p.raw("</aside>\n")
}

// group adds the things of one kind. What is said of the whole story is a line by itself.
func (p *page) group(fields []field, lang string) {
	first := fields[0]
	if first.style == styleNone {
		p.raw(`<p class="fact"><b>`, first.label, "</b> ")
		p.text(first.value)
		p.raw("</p>\n")
		return
	}
	p.raw(`<details class="`, kinds[first.style].name, `" open><summary>`, first.label)
	if n := countThings(fields); n > 1 {
		p.raw(" <b>", strconv.Itoa(n), "</b>")
	}
	p.raw("</summary>\n<ul>\n")
	for len(fields) > 0 {
		n := 1
		for n < len(fields) && fields[n].part {
			n++
		}
		p.thing(fields[0], fields[1:n], lang)
		fields = fields[n:]
	}
	p.raw("</ul>\n</details>\n")
}

func countThings(fields []field) (n int) {
	for _, f := range fields {
		if !f.part {
			n++
		}
	}
	return n
}

// thing adds one thing, linked to its place in the text, and its parts.
func (p *page) thing(f field, parts []field, lang string) {
	p.raw("<li>")
	if !f.span.IsZero() {
		p.raw(`<a dir="auto" href="#`, markID(f.style, f.span), `"`)
		p.attr("lang", lang)
		p.raw(">")
		p.text(f.value)
		p.raw("</a>")
	}
	if len(parts) > 0 {
		p.raw("\n<dl>\n")
		for _, part := range parts {
			p.part(part)
		}
		p.raw("</dl>")
	}
	p.raw("</li>\n")
}

// part adds a part; one without a label goes on with what stands above it.
func (p *page) part(f field) {
	if f.label == "" {
		p.raw("<dt>and</dt>")
	} else {
		p.raw("<dt>", f.label, "</dt>")
	}
	p.raw(`<dd dir="auto">`)
	p.text(f.value)
	p.raw("</dd>\n")
}

// markID is what the fields know a mark in the text by.
func markID(s style, words dateline.Span) string {
	return kinds[s].name + "-" + strconv.Itoa(words.Start)
}
