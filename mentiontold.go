package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// Where nouns have cases, an ending tells who was told something: Интерфаксу, TASS'a, Telexnek.

// hasTold reports whether token i is a word with such an ending.
func (r *mentionReader) hasTold(i int) bool {
	t := &r.toks[i]
	if t.Kind != scan.Word || t.Shape&(scan.Lower|scan.Single) != 0 {
		return false
	}
	for range r.lang.Told(r.word(i)) {
		return true
	}
	return false
}

// toldReach is how many tokens a name with such an ending has at most.
const toldReach = 5

// toldName returns the longest name at token i whose last word has such an ending; one without it
// is found up to token to.
func (r *mentionReader) toldName(i, to int) (mention, bool) {
	for end := min(i+toldReach, len(r.toks)); end > i && end >= to; end-- {
		if end > i+1 && !r.toks[i].Is(lang.Outlet) {
			continue
		}
		for last := range r.lang.Told(r.word(end - 1)) {
			name := findName(r.text[r.toks[i].Start:r.toks[end-1].Start] + last)
			if name.Len() > 0 {
				return mention{from: i, to: end, name: name, told: true}, true
			}
		}
	}
	return mention{}, false
}

// isTold reports whether an ending that a mark sets apart from the name m, or a word beside it,
// shows that the name is of one who was told something: TASS'a, पीटीआई को, изданию РБК.
func (r *mentionReader) isTold(m mention) bool {
	if m.told {
		return true
	}
	if to := r.pastEnding(m.to); to > m.to && r.lang.TellsApart(r.word(to-1)) {
		return true
	}
	if m.to < len(r.toks) && r.arg(m.to, lang.Toward) == lang.TowardBehind {
		return true
	}
	i := m.from - 1
	if i > 0 && r.mayOpenQuote(i) {
		i--
	}
	return i >= 0 && r.isToldNoun(i)
}

// isToldNoun reports whether token i is a word for an outlet in the case of one who was told
// something: изданию.
func (r *mentionReader) isToldNoun(i int) bool {
	t := &r.toks[i]
	return t.Is(lang.Newswire|lang.Press) && r.means(t, lang.Toward)
}

// pastEnding returns the token after the ending that a mark sets apart from the name before token
// i; i where there is none.
func (s *story) pastEnding(i int) int {
	if i+1 >= len(s.toks) || s.toks[i].Gap > scan.None || s.toks[i+1].Gap > scan.None ||
		s.toks[i+1].Kind != scan.Word {
		return i
	}
	switch s.toks[i].Kind {
	case scan.Apostrophe, scan.Hyphen, scan.Colon:
		return i + 2
	}
	return i
}

// toldOutlet returns the outlet that was told x as its form shows, and takes it off the source or
// the content of x.
func (s *story) toldOutlet(x *speech.Saying) Source {
	if s.isNegated(x.Cue) {
		return Source{}
	}
	near := speech.Run{
		From: max(x.Sentence.From, min(x.First(), x.Cue.From)-leadReach),
		To:   min(x.Sentence.To, max(x.Cue.To, x.Source.To)+leadReach),
	}
	for _, m := range s.mentionsIn(near) {
		if !m.told {
			continue
		}
		told := s.toldRun(m)
		switch {
		case x.Source.Has(m.from):
			if s.cutTold(&x.Source, told) {
				return m.Source
			}
		case !inContent(x.Content, m.from):
			return m.Source
		case s.cutToldContent(x, told):
			return m.Source
		}
	}
	return Source{}
}

// toldRun returns the outlet m with its ending, the marks and the nouns around it, and the
// participle for one who speaks to it: TASS'a konuşan.
func (s *story) toldRun(m sourceAt) speech.Run {
	x := speech.Run{From: m.from, To: s.pastEnding(m.to)}
	for x.From > 0 && s.toks[x.From].Gap <= scan.Space &&
		(s.toks[x.From-1].Is(lang.Newswire|lang.Article) || s.mayOpenQuote(x.From-1)) {
		x.From--
	}
	for x.To < len(s.toks) && s.toks[x.To].Gap <= scan.Space && (s.mayCloseQuote(x.To) ||
		s.arg(x.To, lang.Toward) == lang.TowardBehind || s.press(x.To) == lang.PressContact) {
		x.To++
	}
	return x
}

// cutTold takes told off the start or the end of the source x, or all of it.
func (s *story) cutTold(x *speech.Run, told speech.Run) bool {
	switch {
	case told.From <= x.From && told.To >= x.To:
		*x = speech.Run{}
	case told.From <= x.From:
		x.From = told.To
	case told.To >= x.To:
		x.To = told.From
	case s.mediumBetween(x.From, told.From): // В интервью «Коммерсанту» Лунд
		x.From = told.To
	case s.mediumBetween(told.To, x.To): // Lund a Telexnek adott interjúban
		x.To = told.From
	default:
		return false
	}
	for !x.Empty() && s.toks[x.To-1].Kind == scan.Comma {
		x.To--
	}
	return true
}

// cutToldContent takes told, and the medium after it, off the start of a content of x, or off the
// end of one that the cue follows: "AA muhabirine yaptığı açıklamada".
func (s *story) cutToldContent(x *speech.Saying, told speech.Run) bool {
	for n := range x.Content {
		c := &x.Content[n]
		if told.From > c.From && told.To == c.To && c.To == x.Cue.From {
			c.To = told.From // görüşmelerin süreceğini AFP'ye [söyledi]
			return true
		}
		if told.From > c.From || !c.Has(told.To-1) {
			continue
		}
		c.From = s.pastLink(told.To, c.To)
		for i := c.From; i < min(c.To, c.From+leadSlack); i++ {
			if s.mediumAt(i) {
				c.From = s.pastLink(i+1, c.To)
				break
			}
		}
		return true
	}
	return false
}
