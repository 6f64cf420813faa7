package dateline

import (
	"cmp"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// carrierInContent reads what a content holds beside what was said: before it the outlet that was
// told, after it "by KCNA on Thursday", "on Telegram", "in a tweet".
func (s *story) carrierInContent(x *speech.Saying) (src Source) {
	for n := range x.Content {
		c := &x.Content[n]
		head, tail := ends(*c)
		src = cmp.Or(s.cutCarrier(c, x, s.mentionsIn(head)), src)
		src = cmp.Or(s.cutCarrier(c, x, s.mentionsIn(tail)), src)
		if i := s.tweetTail(c); i > 0 && src.IsZero() && c.From >= x.Cue.To {
			src, c.To = tweetPlatform(), i
		}
	}
	return src
}

// ends returns all of c, and nothing; of a content longer than any sentence what it begins and what
// it ends with.
func ends(c speech.Run) (head, tail speech.Run) {
	if c.To-c.From <= 2*besideReach {
		return c, speech.Run{}
	}
	return speech.Run{From: c.From, To: c.From + besideReach},
		speech.Run{From: c.To - besideReach, To: c.To}
}

// cutCarrier cuts off the content c of x what tells how it was carried by one of the sources ms in
// it, and returns that.
func (s *story) cutCarrier(c *speech.Run, x *speech.Saying, ms []sourceAt) (src Source) {
	for _, m := range ms {
		switch {
		case m.from < c.From || m.to > c.To: // what is left of c ends before it
		case c.From > 0 && c.From >= x.Cue.To && s.heads(m, c, x):
			src, c.From = m.Source, s.pastLink(s.pastPage(m, c.To), c.To)
		case m.from == c.From && c.To <= x.Cue.From && x.Source.To <= c.From && s.namesMedium(m):
			src, c.From = m.Source, s.pastMedium(s.pastName(m.to), c.To) // NTV canlı yayınında
		case s.tails(m, c, x):
			src, c.To = m.Source, s.mediumLead(s.led(m, c.From+1), c.From)
			for c.To > c.From && s.toks[c.To-1].Is(lang.Quoted|lang.Sub) {
				c.To-- // as quoted
			}
		}
	}
	return src
}

// pastPage returns the token after the outlet m and the noun for what a platform has of somebody:
// "its WeChat account".
func (s *story) pastPage(m sourceAt, to int) int {
	i := s.pastOutlet(m, to)
	if m.Kind == Social && i < to && i == s.pastName(m.to) && s.namesMedium(m) {
		i++
	}
	return i
}

// heads reports whether the mention m at the start of c is the one who was told: "TASS that ...".
func (s *story) heads(m sourceAt, c *speech.Run, x *speech.Saying) bool {
	from := c.From
	for from+1 < c.To && s.toks[from].Is(lang.Sub|lang.Quoted) {
		from++ // as quoted
	}
	if s.toks[from].Is(lang.By) && (s.isQuoted(x) || from > c.From && s.toks[from-1].Is(lang.Quoted)) {
		return s.led(m, from) == from
	}
	if c.From+1 < c.To && s.toks[c.From].Is(lang.Cue) && s.toks[c.From+1].Is(lang.By) {
		return s.led(m, c.From+1) > c.From // [said in a statement] carried by SPA that
	}
	if s.toks[c.From].Is(lang.Pronoun) && c.From+1 < c.To && s.toks[c.From+1].Is(lang.Toward) {
		return s.led(m, c.From+1) == c.From+1 // as Lund put [it to CNN]
	}
	if link := s.led(m, c.From); s.toks[c.From].Is(lang.Toward|lang.In) &&
		link >= c.From && m.from-c.From < leadReach {
		title := s.mayOpenQuote(c.From+1) && s.pastTitle(c.From+1, c.To) == link // on “Today” on NBC
		return m.from-c.From < 3 || s.mediumBetween(c.From, m.from) || s.conveys(link, c.From) || title
	}
	if s.isNegated(x.Cue) {
		return false // did not respond to AFP's questions
	}
	lead := m.from
	for lead > max(c.From, m.from-epithetReach) && s.epithet(lead-1) {
		lead--
	}
	if lead != c.From || s.besideName(s.pastName(m.to), c.To) == studied {
		return false
	}
	asked := s.addresses(x) ||
		s.toks[c.From-1].Is(lang.Toward|lang.By|lang.Via) && s.cueOf(x.Verb) != lang.CueCall
	if asked && m.from-c.From < 2 {
		return true
	}
	to := s.pastOutlet(m, c.To)
	for to < c.To && s.toks[to].Kind == scan.QuoteClose {
		to++
	}
	if to == c.To {
		return asked
	}
	return s.toks[to].Kind == scan.Comma || s.toks[to].Is(lang.That)
}

// epithetReach is how many words before an outlet's name say what it is.
const epithetReach = 5

// epithet reports whether token i may stand before an outlet's name and say what it is: "the
// official", "Iran's".
func (s *story) epithet(i int) bool {
	t := &s.toks[i]
	return t.Kind >= scan.Quote ||
		t.Shape.Has(scan.Lower) && !t.Is(lang.Pronoun|lang.Aux|lang.Cue|lang.Negation|lang.That)
}

// addresses reports whether the cue of x has a verb whose object is who was told, asked or given
// something.
func (s *story) addresses(x *speech.Saying) bool {
	last := x.Cue.To - 1
	if last > x.Verb && s.toks[last].Is(lang.Prep) && !s.toks[last].Is(lang.Toward) {
		return false // asked about
	}
	for i := x.Cue.From; i < x.Cue.To; i++ {
		if arg := s.cueOf(i); arg == lang.CueTell || arg == lang.CueAsk {
			return true
		}
	}
	return s.anyPress(x.Cue, lang.PressPassed)
}

// pastLink returns the token after a closing mark, a comma and "that" at i.
func (s *story) pastLink(i, to int) int {
	for i < to &&
		(s.toks[i].Is(lang.Newswire) ||
			s.toks[i].Kind != scan.Word && s.toks[i].Kind != scan.Number) && !s.mayOpenQuote(i) {
		i++
	}
	if i < to && s.toks[i].Is(lang.That) {
		i++
	}
	return i
}

// tails reports whether the mention m at the end of c says how it was carried.
func (s *story) tails(m sourceAt, c *speech.Run, x *speech.Saying) bool {
	i := s.led(m, c.From+1)
	if i < 0 {
		return false
	}
	const after = lang.On | lang.Weekday | lang.Day | lang.Month | lang.Newswire | lang.Part |
		lang.Medium
	j := s.pastOutlet(m, c.To)
	if m.Kind == Social && j == c.To-1 {
		j++ // her Facebook page
	}
	for ; j < c.To && !s.startsRelative(j); j++ {
		if s.toks[j].Kind == scan.Word && !s.toks[j].Is(after) {
			return false
		}
	}
	if s.toks[i].Is(lang.By) {
		return s.isQuoted(x) || s.toks[i-1].Is(lang.Quoted)
	}
	if s.mediumBetween(s.mediumLead(i, c.From), m.from) || s.namesMedium(m) {
		return true
	}
	if s.cueOf(x.Verb) == lang.CuePost {
		return s.airs(m, i)
	}
	toward := s.toks[i].Is(lang.Toward) && s.cueOf(x.Verb) == lang.CueSay
	return c.From >= x.Cue.To && s.isThing(speech.Run{From: c.From, To: i}) &&
		(s.airs(m, i) || toward)
}

// pastMedium returns the token after the words for a medium at i, the last of several.
func (s *story) pastMedium(i, to int) int {
	end := i
	for j := i; j < min(to, i+leadSlack); j++ {
		if s.mediumAt(j) {
			end = j + s.widthAs(j, lang.Medium)
		}
	}
	return s.pastLink(end, to)
}

// startsRelative reports whether a comma at token i parts a relative clause from what stands
// before: ", in which he".
func (s *story) startsRelative(i int) bool {
	if s.toks[i].Kind != scan.Comma && !s.mayCloseQuote(i) {
		return false
	}
	i++
	if i < len(s.toks) && s.toks[i].Is(lang.In|lang.Prep) {
		i++
	}
	return i < len(s.toks) && s.toks[i].Is(lang.Rel)
}

// isThing reports whether x is no clause: "the leak" in "confirmed the leak to Kyodo"; of a clause
// "on CNN" or "to Kyodo" would be a part.
func (s *story) isThing(x speech.Run) bool {
	const clause = lang.That | lang.Aux | lang.Cue | lang.Tense | lang.Pronoun | lang.Rel
	return !s.anyOf(x, clause)
}
