package dateline

import (
	"sort"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// mentionsIn returns the mentions of sources that start in x.
func (s *story) mentionsIn(x speech.Run) []sourceAt {
	from := sort.Search(len(s.sources), func(i int) bool { return s.sources[i].from >= x.From })
	to := from
	for to < len(s.sources) && s.sources[to].from < x.To {
		to++
	}
	return s.sources[from:to]
}

// outletIn returns the outlet that the source x is: "the Interfax news agency", not "a spokesman for
// Interfax" or "Interfax's owner".
func (s *story) outletIn(x speech.Run) Source {
	for _, m := range s.mentionsIn(x) {
		if m.to < x.To && s.toks[m.to].Kind == scan.Apostrophe {
			continue
		}
		for i := x.From; i < m.from; i++ {
			if s.toks[i].Is(lang.Prep) {
				return Source{}
			}
		}
		return m.Source
	}
	return Source{}
}

// carrierReach is how far after a cue its carrier may stand: "was quoted as saying on Monday by the
// official Xinhua news agency".
const carrierReach = 16

// carrier returns the outlet or platform that carried x.
func (s *story) carrier(x *speech.Saying) Source {
	from, to := x.Cue.From, min(x.Cue.To+carrierReach, x.Sentence.To)
	if x.Cue.Empty() {
		return Source{}
	}
	for _, m := range s.mentionsIn(speech.Run{From: from, To: to}) {
		if x.Source.Has(m.from) {
			continue
		}
		if s.carries(m, x) {
			return m.Source
		}
	}
	return Source{}
}

// carries reports whether the outlet m, after the cue of x, was told or carried the words.
func (s *story) carries(m sourceAt, x *speech.Saying) bool {
	for i := m.from - 1; i >= x.Cue.From && i > m.from-carrierReach; i-- {
		t := &s.toks[i]
		switch {
		case x.Cue.Has(i):
			return true
		case t.Is(lang.Prep | lang.On | lang.By | lang.Medium):
			return true
		case t.Kind == scan.Word && !t.Shape.Has(scan.Capital) && !t.Is(lang.Article|lang.Newswire):
			continue
		case t.Kind != scan.Word:
			return false
		}
	}
	return false
}

// relay gives a saying that lies in what an outlet reports that outlet as its carrier.
func (s *story) relay(says []speech.Saying) {
	for i := range says {
		out := s.attributions[i].Outlet
		if out.IsZero() {
			continue
		}
		for j := range says {
			if i != j && s.attributions[j].Via.IsZero() && s.attributions[j].Outlet.IsZero() && holds(says[i].Content, says[j].Cue) {
				s.attributions[j].Via = out
			}
		}
	}
}

// holds reports whether one of content has all of x.
func holds(content []speech.Run, x speech.Run) bool {
	for _, c := range content {
		if c.Has(x.From) && x.To <= c.To {
			return true
		}
	}
	return false
}

// dateBeside returns the date on which x was said: the one nearest to the cue, outside the content.
func (s *story) dateBeside(x *speech.Saying) Date {
	best, near := Date{}, 10
	n := sort.Search(len(s.dates), func(i int) bool { return s.dates[i].from >= x.Sentence.From })
	for ; n < len(s.dates) && s.dates[n].from < x.Sentence.To; n++ {
		d := &s.dates[n]
		gap := d.from - x.Cue.To
		if d.from < x.Cue.From {
			gap = x.Cue.From - d.to
		}
		if gap < near && !inContent(x.Content, d.from) {
			best, near = d.Date, gap
		}
	}
	return best
}

func inContent(content []speech.Run, i int) bool {
	for _, c := range content {
		if c.Has(i) {
			return true
		}
	}
	return false
}
