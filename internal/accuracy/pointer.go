package main

import (
	"slices"

	"github.com/e95690a0/dateline"
)

// A wantPointers holds the pointers of a text. In whole pages they are known by where they stand,
// and what stands in Ignore is neither right nor wrong.
type wantPointers struct {
	Crossrefs []wantPointer
	Ignore    *[]dateline.Span
}

type wantPointer struct {
	Text         string
	At           dateline.Span
	Label, Title *string
	Outlet, Kind string
}

func (c *card) pointers(want *wantPointers) {
	if want.Ignore != nil {
		c.pointersOfPage(want)
		return
	}
	read := plains(c.article.CrossRefs, func(x dateline.CrossRef) string { return c.of(x.Span) })
	c.match("crossref: found", read,
		plains(want.Crossrefs, func(w wantPointer) string { return w.Text }))
	for _, w := range want.Crossrefs {
		if i := slices.Index(read, plain(w.Text)); i >= 0 {
			c.pointerParts(&c.article.CrossRefs[i], &w)
		}
	}
}

// pointersOfPage pairs those that overlap, in order.
func (c *card) pointersOfPage(want *wantPointers) {
	rest := slices.Clone(c.article.CrossRefs)
	excused := *want.Ignore
	for _, w := range want.Crossrefs {
		excused = append(excused, w.At) // a second one in the same place is no mistake
		i := slices.IndexFunc(rest, func(x dateline.CrossRef) bool { return x.Span.Overlaps(w.At) })
		c.recall("crossref: found", i >= 0)
		if i >= 0 {
			c.pointerParts(&rest[i], &w)
			rest = slices.Delete(rest, i, i+1)
		}
	}
	for _, x := range rest {
		if !slices.ContainsFunc(excused, x.Span.Overlaps) {
			c.count("crossref: found", tally{false: 1})
		}
	}
}

func (c *card) pointerParts(got *dateline.CrossRef, want *wantPointer) {
	if want.Title != nil {
		c.check("crossref: title", plain(c.of(got.Title)) == plain(*want.Title))
	}
	if want.Label != nil {
		c.check("crossref: label", plain(c.of(got.Label)) == plain(*want.Label))
	}
	if want.Outlet != "" {
		c.check("crossref: outlet", got.Outlet.ID == want.Outlet)
	}
	if want.Kind != "" {
		c.check("crossref: kind", string(got.Kind) == want.Kind)
	}
}
