package main

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/e95690a0/dateline"
)

// Verbs are the English verbs that report speech: "reported speech" is what one of them reports.
//
//go:embed verbs.txt
var verbs string

type wantAttributions struct{ Attributions []wantAttribution }

type wantAttribution struct {
	Source, Cue, Content passages
	known
	Raw *known // the same, beside spans
}

// What is known of an attribution beyond its passages; what is empty is not.
type known struct{ Speaker, Via, Kind, Date string }

// Parts are the tokens of an attribution.
type parts struct{ source, cue, content tokens }

// Partnames are the parts as figures call them.
var partNames = []string{"cue", "source", "content"}

func (p *parts) named(name string) tokens {
	switch name {
	case "cue":
		return p.cue
	case "source":
		return p.source
	}
	return p.content
}

// An attributionMatch compares the attributions of one text. Got and wanted are paired by what they
// share.
type attributionMatch struct {
	c       *card
	want    []wantAttribution
	gold    []parts
	speech  []bool // of gold: reported by a verb of saying
	read    []parts
	partner []int // of gold: the one of read, or -1
	loose   bool  // marks and "that" decide nothing
}

func (c *card) attributions(want *wantAttributions) {
	m := attributionMatch{c: c}
	for _, w := range want.Attributions {
		m.loose = m.loose || w.details() != nil
	}
	for _, w := range want.Attributions {
		cue, content := w.Cue.in(c.text), w.Content.in(c.text)
		if len(cue)+len(content) == 0 {
			continue
		}
		m.want = append(m.want, w)
		m.gold = append(m.gold, m.parts(w.Source.in(c.text), cue, content))
		m.speech = append(m.speech, reports(c.text, cue))
	}
	for _, a := range c.article.Attributions {
		m.read = append(m.read, m.parts(spans(a.Source), spans(a.Cue), a.Content))
	}
	m.pair()
	m.found()
	m.exact()
	m.tokens()
	m.quotations()
	m.details()
}

// details returns what is known of the attribution beyond its passages, or nil.
func (w *wantAttribution) details() *known {
	if w.Raw != nil {
		return w.Raw
	}
	if w.Source.words != nil {
		return &w.known
	}
	return nil
}

// spans returns a list of s alone, or of none where it is zero.
func spans(s dateline.Span) []dateline.Span {
	if s.IsZero() {
		return nil
	}
	return []dateline.Span{s}
}

func (m *attributionMatch) parts(source, cue, content []dateline.Span) parts {
	text := m.c.text
	p := parts{tokensOf(text, source...), tokensOf(text, cue...), tokensOf(text, content...)}
	if !m.loose {
		return p
	}
	p.content = p.content.bare(text).unled(text)
	if len(p.cue) > 1 { // it may be a colon
		p.cue = p.cue.bare(text)
	}
	return p
}

// reports reports whether a verb of saying is among the words of the cue.
func reports(text string, cue []dateline.Span) bool {
	noLetter := func(r rune) bool { return r < 'a' || r > 'z' }
	for _, s := range cue {
		for w := range strings.FieldsFuncSeq(strings.ToLower(s.Of(text)), noLetter) {
			if slices.Contains(strings.Fields(verbs), w) {
				return true
			}
		}
	}
	return false
}

// pair finds the partners, those first that share most. A shared token of the cue weighs as much as
// a hundred of the content.
func (m *attributionMatch) pair() {
	type pair struct{ gold, read, shared int }
	var pairs []pair
	for i, g := range m.gold {
		for j, r := range m.read {
			if n := 100*g.cue.shared(r.cue) + g.content.shared(r.content); n > 0 {
				pairs = append(pairs, pair{i, j, n})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.shared, a.shared) })
	m.partner = slices.Repeat([]int{-1}, len(m.gold))
	for _, p := range pairs {
		if m.partner[p.gold] < 0 && !slices.Contains(m.partner, p.read) {
			m.partner[p.gold] = p.read
		}
	}
}

func (m *attributionMatch) found() {
	var all, speech tally
	for i, j := range m.partner {
		found := tally{missed: 1}
		if j >= 0 {
			found = tally{right: 1}
		}
		all = all.plus(found)
		if m.speech[i] {
			speech = speech.plus(found)
		}
	}
	all.false = len(m.read) - all.right
	speech.false = all.false
	m.c.count("attribution: found", all)
	m.c.count("attribution: found, reported speech", speech)
}

// exact compares the parts of those that are paired, token by token.
func (m *attributionMatch) exact() {
	for _, name := range partNames {
		var t tally
		for _, r := range m.read {
			t.false += min(1, len(r.named(name)))
		}
		for i, j := range m.partner {
			want := m.gold[i].named(name)
			t.missed += min(1, len(want))
			same := j >= 0 && want.equal(m.read[j].named(name))
			if same && len(want) > 0 {
				t = t.plus(tally{right: 1, false: -1, missed: -1})
			}
			if m.speech[i] && name != "cue" {
				m.c.recall("attribution: speech "+name+" exact (recall)", same)
			}
		}
		m.c.count("attribution: "+name+" exact", t)
	}
}

// tokens compares the parts of all attributions together.
func (m *attributionMatch) tokens() {
	for _, name := range partNames {
		gold, read := tokens{}, tokens{}
		for _, p := range m.gold {
			gold.add(p.named(name))
		}
		for _, p := range m.read {
			read.add(p.named(name))
		}
		n := gold.shared(read)
		m.c.count("attribution: "+name+" tokens", tally{n, len(read) - n, len(gold) - n})
	}
}

// quotations compares passages of content that open with a quotation mark. Two are the same where
// they share half of the longer one.
func (m *attributionMatch) quotations() {
	var gold, read []dateline.Span
	for _, w := range m.want {
		gold = append(gold, m.c.quoted(w.Content.in(m.c.text))...)
	}
	for _, a := range m.c.article.Attributions {
		read = append(read, m.c.quoted(a.Content)...)
	}
	gold, read = distinctSpans(gold), distinctSpans(read)
	t := tally{false: len(read), missed: len(gold)}
	for _, g := range gold {
		half := func(r dateline.Span) bool {
			shared := min(g.End, r.End) - max(g.Start, r.Start)
			return 2*shared >= max(g.Len(), r.Len())
		}
		if i := slices.IndexFunc(read, half); i >= 0 {
			read = slices.Delete(read, i, i+1)
			t = t.plus(tally{right: 1, false: -1, missed: -1})
		}
	}
	m.c.count("attribution: quotation", t)
}

// quoted returns the spans that open with a quotation mark.
func (c *card) quoted(spans []dateline.Span) (out []dateline.Span) {
	for _, s := range spans {
		if r, _ := utf8.DecodeRuneInString(c.of(s)); strings.ContainsRune(`"'“‘„‚«‹「『`, r) {
			out = append(out, s)
		}
	}
	return out
}

func distinctSpans(spans []dateline.Span) []dateline.Span {
	slices.SortFunc(spans, func(a, b dateline.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return slices.Compact(spans)
}

// details compares who spoke, through whom, and so on, where the gold says.
func (m *attributionMatch) details() {
	for i, j := range m.partner {
		want := m.want[i].details()
		if want == nil {
			continue
		}
		var got dateline.Attribution
		if j >= 0 {
			got = m.c.article.Attributions[j]
		}
		if want.Speaker != "" {
			m.c.check("attribution: speaker", plain(got.Speaker.Name) == plain(want.Speaker))
		}
		if want.Via != "" {
			m.c.check("attribution: via", got.Via.ID == want.Via)
		}
		if want.Kind != "" {
			m.c.check("attribution: kind", string(got.Kind) == want.Kind)
		}
		if want.Date != "" {
			m.c.check("attribution: date", sameDay(got.Date.String(), want.Date))
		}
	}
}
