package page

import (
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"github.com/go-shiori/dom"
	"golang.org/x/net/html"
	"golang.org/x/text/language"

	"github.com/e95690a0/dateline"
)

// A claim is something that pages say of themselves: the attributes that say it, the most telling
// first, and the path to it in a page's JSON-LD.
type claim struct {
	attributes []attribute
	path       []string
}

// An attribute is one of the elements that a CSS selector finds.
type attribute struct{ selector, name string }

// Where pages say what is asked of them.
var (
	published = claim{[]attribute{
		{`meta[property="article:published_time"]`, "content"},
		{`[itemprop="datePublished"]`, "content"},
		{`[itemprop="datePublished"]`, "datetime"},
		{`meta[name="date"], meta[name="pubdate"]`, "content"},
	}, []string{"datePublished"}}

	writtenIn = claim{[]attribute{
		{`html`, "lang"},
		{`meta[property="og:locale"]`, "content"},
	}, []string{"inLanguage"}}

	home = claim{[]attribute{
		{`link[rel="canonical"]`, "href"},
		{`meta[property="og:url"]`, "content"},
		{`meta[property="og:site_name"]`, "content"},
	}, []string{"publisher", "name"}}

	timed = claim{[]attribute{{`article time, main time`, "datetime"}}, nil}
)

// about returns a Parser that knows what the page says of itself.
func about(doc *html.Node, address *url.URL) dateline.Parser {
	data := linkedData(doc)
	var homes []string
	if address != nil {
		homes = append(homes, address.String())
	}
	outlet := first(append(homes, home.of(doc, data)...), source)
	return dateline.Parser{
		Published: first(append(published.of(doc, data), timed.of(doc, data)...), day),
		Lang:      first(writtenIn.of(doc, data), tag),
		Country:   outlet.Country,
		Outlet:    outlet.ID,
	}
}

// of returns what a page says, in the order of what tells most.
func (c claim) of(doc *html.Node, data []any) (said []string) {
	for _, a := range c.attributes {
		for _, n := range dom.QuerySelectorAll(doc, a.selector) {
			said = append(said, dom.GetAttribute(n, a.name))
		}
	}
	if s := find(data, c.path); s != "" {
		said = append(said, s)
	}
	return said
}

// linkedData returns the JSON-LD of the page; what is broken is passed over.
func linkedData(doc *html.Node) (data []any) {
	for _, n := range dom.QuerySelectorAll(doc, `script[type="application/ld+json"]`) {
		var v any
		if json.Unmarshal([]byte(dom.TextContent(n)), &v) == nil {
			data = append(data, v)
		}
	}
	return data
}

// find returns the first string at path in v, a list and a "@graph" looked into on the way.
func find(v any, path []string) string {
	switch v := v.(type) {
	case string:
		if len(path) == 0 {
			return v
		}
	case []any:
		for _, item := range v {
			if s := find(item, path); s != "" {
				return s
			}
		}
	case map[string]any:
		if len(path) > 0 && v[path[0]] != nil {
			return find(v[path[0]], path[1:])
		}
		return find(v["@graph"], path)
	}
	return ""
}

// first returns the first of words that read can read.
func first[T any](words []string, read func(string) (T, bool)) (none T) {
	for _, w := range words {
		if v, ok := read(w); ok {
			return v
		}
	}
	return none
}

// day reads a time stamp. Only its day counts, as it stands there.
func day(stamp string) (time.Time, bool) {
	for d := range dateline.Dates(stamp) {
		return d.Time(time.UTC)
	}
	return time.Time{}, false
}

// tag reads the name of a language, "de-AT" or "de_AT". English is passed over, for it is what
// templates say whose pages are in another language; the text tells whether it is.
func tag(name string) (language.Tag, bool) {
	t, err := language.Parse(strings.TrimSpace(name))
	base, _ := t.Base()
	return t, err == nil && t != language.Und && base.String() != "en"
}

// source finds an outlet by its name, or by an address on its site. A platform is no outlet.
func source(name string) (dateline.Source, bool) {
	if u, err := url.Parse(name); err == nil && u.Host != "" {
		name = u.Hostname()
	}
	for domain, more := name, true; more; _, domain, more = strings.Cut(domain, ".") {
		if s, ok := dateline.LookupSource(domain); ok {
			return s, s.Kind != dateline.Social
		}
	}
	return dateline.Source{}, false
}
