package dateline

import (
	"cmp"
	"slices"
	"sort"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// jointReach is how many outlets say or carry the same at most.
const jointReach = 4

// shareOut gives each of several outlets that say or carry the same an attribution of its own: "a
// New York Times/CBS News poll", "told Reuters and AFP".
func (s *story) shareOut() {
	var shared []Attribution // all of them, from the first on that is shared
	for i, a := range s.attributions {
		if shared != nil {
			shared = append(shared, a)
		}
		for range jointReach - 1 {
			n, ok := s.partner(&a)
			if !ok {
				break
			}
			if shared == nil {
				shared = slices.Grow(shared, len(s.attributions)+jointReach)
				shared = append(shared, s.attributions[:i+1]...)
			}
			if !a.Outlet.IsZero() {
				a.Outlet = s.sources[n].Source
				if !a.Source.Overlaps(a.Outlet.Span) {
					a.Source = a.Outlet.Span
				}
			}
			a.Via, a.Content = s.sources[n].Source, slices.Clone(a.Content)
			shared = append(shared, a)
		}
	}
	if shared != nil {
		s.attributions = shared
	}
}

// partner returns the number of the mention that follows the outlet of a and of which a is true
// too.
func (s *story) partner(a *Attribution) (int, bool) {
	at := cmp.Or(a.Outlet, a.Via)
	if at.Span.IsZero() {
		return 0, false
	}
	n := sort.Search(len(s.sources), func(i int) bool {
		return s.sources[i].Span.Start >= at.Span.Start
	})
	if n+1 >= len(s.sources) || s.sources[n].Span != at.Span {
		return 0, false
	}
	m, next := &s.sources[n], &s.sources[n+1]
	if next.ID == m.ID || !s.areJoined(m.to, next.from) && !s.alsoPassed(m.to, next.from) {
		return 0, false
	}
	if a.Outlet.IsZero() {
		return n + 1, s.isOutside(next, a) || s.alsoPassed(m.to, next.from)
	}
	within := a.Source.Start <= next.Span.Start && next.Span.End <= a.Source.End
	return n + 1, within || s.alsoPassed(m.to, next.from)
}

// alsoPassed reports whether what stands between two names says that words or papers came from or
// to the second as well: "obtained by Vox and shared with CNN", "reported by Vox and confirmed by".
func (s *story) alsoPassed(from, to int) bool {
	if from < len(s.toks) && s.toks[from].Kind == scan.Comma {
		from++
	}
	if to-from < 3 || to-from > leadReach || !s.toks[from].Is(lang.And) {
		return false
	}
	verb := from + 1
	for verb < to && s.toks[verb].Is(lang.Adverb) {
		verb++
	}
	passed := s.press(verb) == lang.PressPassed || s.press(verb) == lang.PressContact ||
		s.cueOf(verb) > 0 || s.toks[verb].Is(lang.Quoted)
	return passed && verb+1 < to && s.toks[verb+1].Is(lang.By|lang.Toward|lang.In) &&
		!s.anyOf(speech.Run{From: verb + 2, To: to}, lang.Cue|lang.Aux|lang.Prep|lang.Rel)
}

// areJoined reports whether nothing stands between two names but what joins them, "and the", a
// slash, a comma, and quotation marks.
func (s *story) areJoined(from, to int) bool {
	const joinReach = 4
	joined := false
	for i := from; i < to; i++ {
		t := &s.toks[i]
		switch t.Kind {
		case scan.Slash, scan.Hyphen, scan.Comma:
			joined = true
			continue
		}
		if s.mayOpenQuote(i) || s.mayCloseQuote(i) {
			continue
		}
		if !t.Is(lang.And | lang.Article | lang.Newswire) {
			return false
		}
		joined = joined || t.Is(lang.And)
	}
	return joined && to-from <= joinReach
}

// pastJoined returns the token after the last of the outlets that are joined to the one whose name
// ends before token i: "a poll by Vox, Bild and CNN".
func (s *story) pastJoined(i, to int) int {
	for _, m := range s.mentionsIn(speech.Run{From: i, To: to}) {
		if !s.areJoined(i, m.from) {
			break
		}
		i = m.to
	}
	return i
}

// isOutside reports whether the mention m is no part of the source or the content of a, and no
// reporter of its own: "told CNN, and Fox News reported".
func (s *story) isOutside(m *sourceAt, a *Attribution) bool {
	if m.to < len(s.toks) && s.toks[m.to].Is(lang.Cue) {
		return false
	}
	covers := func(c Span) bool { return c.Start <= m.Span.Start && m.Span.Start < c.End }
	return !covers(a.Source) && !slices.ContainsFunc(a.Content, covers)
}
