package main

import (
	"slices"

	"github.com/e95690a0/dateline"
)

// A wantRelay holds the agencies and outlets that a text names, with their parts in it.
type wantRelay struct{ Mentions []mention }

type mention struct {
	ID        string
	Role      string // reporter, relay, told, medium; none
	Ambiguous int    // 1: a name that may mean something else
	Dateline  int    // 1: stands in a dateline
	Program   int    // 1: a programme of the outlet, not the outlet
	Content   []dateline.Span
	Speaker   *dateline.Span
}

// part says which field of an attribution the source goes into.
func (m *mention) part() string {
	switch m.Role {
	case "reporter":
		return "outlet"
	case "none":
		return "none"
	}
	return "via"
}

func (c *card) relays(want *wantRelay) {
	var named, skip []string
	for _, m := range want.Mentions {
		if m.Ambiguous+m.Dateline+m.Program > 0 {
			skip = append(skip, m.ID)
		}
		if m.Ambiguous == 0 && m.ID != "" {
			named = append(named, m.ID)
		}
	}
	skipped := func(id string) bool { return id == "" || slices.Contains(skip, id) }
	named = distinct(named)
	for _, id := range named {
		c.relayPart(id, want.Mentions)
	}
	c.match("relay: source named",
		slices.DeleteFunc(distinct(ids(c.article.Sources)), skipped),
		slices.DeleteFunc(named, skipped))
	for _, m := range want.Mentions {
		if m.Role != "none" && m.Content != nil {
			c.relayContent(&m)
		}
	}
}

// relayPart compares the part that a source has in the text, if it has one only.
func (c *card) relayPart(id string, mentions []mention) {
	var want []string
	for _, m := range mentions {
		if m.ID == id && m.Ambiguous == 0 {
			want = append(want, m.part())
		}
	}
	if want = distinct(want); len(want) > 1 {
		return
	}
	got := "none"
	for _, a := range c.article.Attributions {
		switch id {
		case a.Outlet.ID:
			got = "outlet"
		case a.Via.ID:
			if got == "none" {
				got = "via"
			}
		}
	}
	c.check("relay: role", got == want[0])
	if want[0] != "none" {
		c.check("relay: role "+want[0], got == want[0])
	}
}

// relayContent compares the words that came through a source, and who said them.
func (c *card) relayContent(m *mention) {
	bare := func(spans ...dateline.Span) tokens { return tokensOf(c.text, spans...).bare(c.text) }
	want := bare(m.Content...).unled(c.text)
	var exact, found, speaker bool
	for _, a := range c.article.Attributions {
		got := bare(a.Content...).unled(c.text)
		exact = exact || got.equal(want)
		if 2*got.shared(want) > len(want) {
			found = true
			speaker = speaker || m.Speaker != nil && bare(a.Source).shared(bare(*m.Speaker)) > 0
		}
	}
	c.recall("relay: content exact (recall)", exact)
	c.recall("relay: content found (recall)", found)
	if found && m.Speaker != nil {
		c.recall("relay: speaker (recall)", speaker)
	}
}
