package dateline

import (
	"sort"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// How words came to the paper:
//
//	carried = cue [ "by" | "to" | "on" ] outlet    was quoted as saying by Interfax; told AFP
//	        | source [ "to" | "in ... with" ] outlet, where the cue precedes the source
//	        | content "by" | "on" outlet           ... was called fine by KCNA on Thursday
//	        | medium outlet "," ... cue            In an interview with the FT, Lagarde argued
//	        | saying, outlet cue                   Sievu said ..., the Post reported
//	        | outlet cue ..., "citing" source      Interfax reported, quoting his spokesman

// mentionsIn returns the mentions of sources that start in x.
func (s *story) mentionsIn(x speech.Run) []sourceAt {
	from := sort.Search(len(s.sources), func(i int) bool { return s.sources[i].from >= x.From })
	to := from
	for to < len(s.sources) && s.sources[to].from < x.To {
		to++
	}
	return s.sources[from:to]
}

// outletIn returns the outlet that the source x is or speaks for: "the Interfax news agency", "an
// AFP correspondent", "the CNN poll"; not "a spokesman for Interfax".
func (s *story) outletIn(x speech.Run) Source {
	for _, m := range s.mentionsIn(x) {
		if !s.merelyNamed(m, x) {
			return m.Source
		}
	}
	return Source{}
}

// pureOutlet reports whether the source x is an outlet and nothing more: "the Interfax news
// agency", not "the CNN poll".
func (s *story) pureOutlet(x speech.Run) bool {
	mentions := s.mentionsIn(x)
	if len(mentions) == 0 {
		return false
	}
	i := mentions[0].to
	for i < x.To && (s.toks[i].Is(lang.Newswire|lang.Medium) || s.toks[i].Kind >= scan.Quote) {
		i++
	}
	return i >= x.To || s.toks[i].Kind == scan.Comma
}

// merelyNamed reports whether the mention m in the source x only says where a speaker has an
// office.
func (s *story) merelyNamed(m sourceAt, x speech.Run) bool {
	role, prep := false, false
	for i := x.From; i < x.To; i++ {
		t := &s.toks[i]
		switch {
		case i >= m.from && t.Kind == scan.Comma:
			return role && prep
		case i >= m.from && i < m.to:
			continue
		case i == m.to && t.Is(lang.Role) && !t.Is(lang.Job):
			return true
		}
		role = role || t.Is(lang.Role|lang.Group) && !t.Is(lang.Job)
		prep = prep || i < m.from && t.Is(lang.Prep)
	}
	return role && prep
}

// leadReach is how many tokens may stand between a preposition and the outlet that it leads: "by
// the official Russian news agency Interfax".
const leadReach = 9

// led returns the token of the preposition that leads the mention m, not before from; or -1.
func (s *story) led(m sourceAt, from int) int {
	for i := m.from - 1; i >= from && i >= m.from-leadReach; i-- {
		t := &s.toks[i]
		if t.Is(lang.Toward) || t.Is(lang.By|lang.Via|lang.In) && !t.Shape.Has(scan.Capital) {
			return i
		}
		if t.Kind != scan.Word && t.Kind != scan.Hyphen && t.Kind != scan.Apostrophe &&
			t.Kind != scan.QuoteOpen && t.Kind != scan.Quote {
			return -1
		}
	}
	return -1
}

// mediumLead returns the earliest preposition of a chain that leads to i: "in an interview with".
func (s *story) mediumLead(i, from int) int {
	for j := i - 1; j > from && j > i-leadReach; j-- {
		t := &s.toks[j]
		if t.Kind != scan.Word {
			break
		}
		if t.Is(lang.Toward|lang.In) && s.mediumBetween(j, i) {
			i = j
		}
	}
	return i
}

func (s *story) mediumBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].Is(lang.Medium) {
			return true
		}
	}
	return false
}

// carrier returns the outlet or platform that carried x, and takes the words that say so off its
// source and content.
func (s *story) carrier(x *speech.Saying) Source {
	if src := s.carrierInSource(x); !src.IsZero() {
		return src
	}
	if src := s.carrierInContent(x); !src.IsZero() {
		return src
	}
	if src := s.carrierBeside(x); !src.IsZero() {
		return src
	}
	if s.tweeted(x) {
		src, _ := LookupSource("x")
		return src
	}
	return Source{}
}

// carrierInSource reads "[said] Macron to AFP", "[said] Lula in an interview with El País".
func (s *story) carrierInSource(x *speech.Saying) Source {
	if x.Source.From < x.Cue.From {
		return Source{}
	}
	for _, m := range s.mentionsIn(x.Source) {
		if i := s.led(m, x.Source.From+1); i > 0 {
			x.Source.To = s.mediumLead(i, x.Source.From+1)
			return m.Source
		}
		if from := s.addressee(m, x.Source); from > 0 {
			x.Source.To = from
			return m.Source
		}
	}
	return s.weakCarrier(x)
}

// addressee returns where the outlet m starts, with its article, at the end of a source that has a
// person's name before it: "[sagte] Karin Brandt der dpa". Otherwise it returns 0.
func (s *story) addressee(m sourceAt, x speech.Run) int {
	i := m.from
	for i > x.From && s.toks[i-1].Is(lang.Article) {
		i--
	}
	if m.to != x.To || i-2 < x.From || !s.namePart(i-1) || !s.namePart(i-2) {
		return 0
	}
	return i
}

// weakCarrier reads an outlet whose name could mean other things too, where it is all that follows
// a preposition at the end of the source: "[sier] Lund til NRK".
func (s *story) weakCarrier(x *speech.Saying) Source {
	for i := x.Source.To - 2; i > max(x.Source.From, x.Source.To-5); i-- {
		if !s.toks[i].Is(lang.Toward) {
			continue
		}
		from := i + 1
		for from < x.Source.To && s.toks[from].Is(lang.Article) {
			from++
		}
		m := s.mentionFrom(from)
		if m.to != x.Source.To || m.from == m.to || m.own > 0 ||
			s.toks[m.from].Shape.Has(scan.Lower) {
			return Source{}
		}
		n := s.choose(m.name, s.Country, false)
		if n < 0 {
			return Source{}
		}
		src := registered(n)
		src.Span = s.span(m.from, m.to)
		x.Source.To = i
		return src
	}
	return Source{}
}

// carrierInContent reads what a content holds beside what was said: before it the outlet that was
// told, after it "by KCNA on Thursday", "on Telegram", "in a tweet".
func (s *story) carrierInContent(x *speech.Saying) (src Source) {
	for n := range x.Content {
		c := &x.Content[n]
		for _, m := range s.mentionsIn(*c) {
			switch {
			case c.From >= x.Cue.To && s.heads(m, c, x):
				src, c.From = m.Source, s.pastLink(m.to, c.To)
			case s.tails(m, c, x):
				src, c.To = m.Source, s.mediumLead(s.led(m, c.From+1), c.From+1)
			}
		}
		if i := s.tweetTail(c); i > 0 && src.IsZero() {
			src, _ = LookupSource("x")
			c.To = i
		}
	}
	return src
}

// heads reports whether the mention m at the start of c is the one who was told: "TASS that ...".
func (s *story) heads(m sourceAt, c *speech.Run, x *speech.Saying) bool {
	if s.toks[c.From].Is(lang.Toward|lang.In) &&
		s.led(m, c.From) >= c.From && m.from-c.From < leadReach {
		return m.from-c.From < 3 || s.mediumBetween(c.From, m.from)
	}
	lead := m.from
	for lead > c.From && lead > m.from-5 &&
		(s.toks[lead-1].Shape.Has(scan.Lower) || s.toks[lead-1].Kind >= scan.Quote) {
		lead--
	}
	if lead != c.From {
		return false
	}
	if arg, _, _ := s.toks[x.Verb].Cue(s.lang); arg == lang.CueTell && m.from-c.From < 2 {
		return true
	}
	to := m.to
	for to < c.To && (s.toks[to].Is(lang.Newswire) || s.toks[to].Kind == scan.QuoteClose) {
		to++
	}
	return to == c.To || s.toks[to].Kind == scan.Comma || s.toks[to].Is(lang.That)
}

// pastLink returns the token after a closing mark, a comma and "that" at i.
func (s *story) pastLink(i, to int) int {
	for i < to &&
		(s.toks[i].Is(lang.Newswire) ||
			s.toks[i].Kind != scan.Word && s.toks[i].Kind != scan.Number) &&
		s.toks[i].Kind != scan.QuoteOpen && s.toks[i].Kind != scan.Quote {
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
	for j := m.to; j < c.To; j++ {
		if s.toks[j].Kind == scan.Word &&
			!s.toks[j].Is(lang.On|lang.Weekday|lang.Day|lang.Month|lang.Newswire|lang.Part) {
			return false
		}
	}
	if s.toks[i].Is(lang.By) {
		return s.isQuoted(x)
	}
	return m.Kind == Social && m.from-i == 1 || s.mediumBetween(i, m.from)
}

// isQuoted reports whether the cue of x is one like "was quoted as saying".
func (s *story) isQuoted(x *speech.Saying) bool {
	for i := x.Cue.From; i < x.Cue.To; i++ {
		if s.toks[i].Is(lang.Quoted) {
			return true
		}
	}
	return false
}

// tweetTail returns where "in a tweet" starts at the end of c, or 0.
func (s *story) tweetTail(c *speech.Run) int {
	n := c.To - 1
	if n-3 < c.From || !s.isTweet(n) {
		return 0
	}
	for i := n - 1; i > max(c.From, n-4); i-- {
		if s.toks[i].Is(lang.In | lang.Toward) {
			return i
		}
	}
	return 0
}

func (s *story) isTweet(i int) bool {
	arg, _, home := s.toks[i].Arg(lang.Medium, s.lang)
	return home && arg == lang.MediumTweet
}

// besideReach is how many tokens before or after the cue an outlet beside it is looked for: few
// sentences are as long, and a text without full stops is one of them.
const besideReach = 120

// carrierBeside reads "told AFP", "wrote on Truth Social", "was quoted as saying by Interfax" after
// a cue, and "In an interview with the FT," before it.
func (s *story) carrierBeside(x *speech.Saying) Source {
	near := speech.Run{
		From: max(x.Sentence.From, x.Cue.From-besideReach),
		To:   min(x.Sentence.To, x.Cue.To+besideReach),
	}
	mentions := s.mentionsIn(near)
	for _, m := range mentions {
		if m.from >= x.Cue.From && !x.Source.Has(m.from) &&
			!inContent(x.Content, m.from) && s.carries(m, x) {
			return m.Source
		}
	}
	for _, m := range mentions {
		if m.from >= x.Cue.From || x.Source.Has(m.from) || inContent(x.Content, m.from) {
			continue
		}
		active := x.Source.From >= x.Cue.To && s.isQuoted(x) // V quoted S as saying
		if active || s.introduces(m, x) {
			return m.Source
		}
	}
	return Source{}
}

// carries reports whether the outlet m, in the cue of x or after it, was told or carried the words.
func (s *story) carries(m sourceAt, x *speech.Saying) bool {
	if m.from > x.Cue.To+2*leadReach {
		return false
	}
	if x.Source.From >= m.to && s.isQuoted(x) {
		return true // نقلت V عن S
	}
	if i := s.led(m, x.Cue.From); i >= 0 {
		return !inContent(x.Content, i)
	}
	arg, _, _ := s.toks[x.Verb].Cue(s.lang)
	if arg != lang.CueTell && arg != lang.CueAsk {
		return false
	}
	for i := x.Cue.To; i < m.from; i++ {
		if s.toks[i].Kind == scan.Comma || s.toks[i].Is(lang.That|lang.Cue) ||
			inContent(x.Content, i) {
			return false
		}
	}
	return true
}

// introduces reports whether the outlet m, before the cue of x, stands in a phrase that says where
// the words were spoken: "In an interview with", "appearing on", "During a debate broadcast by".
func (s *story) introduces(m sourceAt, x *speech.Saying) bool {
	i := s.led(m, x.Sentence.From)
	if i < 0 || inContent(x.Content, i) {
		return false
	}
	if m.Kind == Broadcaster && s.toks[i].Is(lang.Toward) {
		return i-x.Sentence.From < leadReach || x.Source.To <= i
	}
	if i > x.Sentence.From && s.toks[i].Is(lang.By) && s.toks[i-1].Is(lang.Cue) {
		return true
	}
	return s.mediumBetween(max(x.Sentence.From, i-leadReach), m.from) ||
		s.mediumBetween(m.to, min(m.to+2, x.Cue.From))
}

// tweeted reports whether the cue of x, or what stands right after it, says that it was a tweet.
func (s *story) tweeted(x *speech.Saying) bool {
	for i := x.Cue.From; i < min(x.Cue.To+5, x.Sentence.To); i++ {
		if inContent(x.Content, i) || x.Source.Has(i) || s.toks[i].Kind == scan.Comma {
			return false
		}
		if s.isTweet(i) {
			return true
		}
	}
	return false
}

// relay settles outlets that report what others say: they are the carriers of it, and no sources.
func (s *story) relay(says []speech.Saying) {
	for i := range says {
		a, x := &s.attributions[i], &says[i]
		if a.Outlet.IsZero() {
			continue
		}
		if a.Via.IsZero() {
			a.Via = a.Outlet
		}
		if !s.pureOutlet(x.Source) {
			continue
		}
		cited := s.isQuoted(x) || s.cites(x)
		for j := max(0, i-relayReach); j < min(len(says), i+relayReach); j++ {
			b, y := &s.attributions[j], &says[j]
			if i == j || x.Sentence != y.Sentence || !s.relays(x, y, j) {
				continue
			}
			cited = true
			s.endContent(j, says, min(x.Cue.From, x.Source.From))
			b.Outlet = Source{}
			if b.Via.IsZero() || s.isCiting(y.Verb) {
				b.Via = a.Outlet
			}
		}
		if cited {
			a.Outlet = Source{}
		}
	}
}

// endContent ends the contents of saying n before token i, where the words of its carrier begin.
func (s *story) endContent(n int, says []speech.Saying, i int) {
	x := &says[n]
	for k := range x.Content {
		c := &x.Content[k]
		if c.From >= i || c.To <= i {
			continue
		}
		for i > c.From && s.toks[i-1].Kind == scan.Comma {
			i--
		}
		c.To = i
		s.attributions[n].Content[k] = s.run(*c)
	}
}

// relayReach is how many sayings before and after its own an outlet may carry.
const relayReach = 8

// relays reports whether the outlet that is the source of x carries y: y is all that it reports, or
// follows it as "citing", "quoting".
func (s *story) relays(x, y *speech.Saying, i int) bool {
	if s.isCiting(y.Verb) {
		return y.Cue.From >= x.Cue.To
	}
	arg, _, _ := s.toks[y.Verb].Cue(s.lang)
	if !s.toks[y.Verb].Is(lang.Cue|lang.CueBefore) || arg == lang.CueThink {
		return false
	}
	if !s.attributions[i].Outlet.IsZero() {
		return false
	}
	if y.First() <= y.Sentence.From+leadSlack && y.Cue.To <= x.Source.From {
		return true
	}
	for _, c := range x.Content {
		if c.Has(y.Cue.From) {
			return y.First() <= c.From+leadSlack
		}
	}
	return false
}

// leadSlack is how many tokens of what an outlet reports need not belong to the saying that it
// carries.
const leadSlack = 4

// cites reports whether an outlet's report x names another as its source: "reported, citing".
func (s *story) cites(x *speech.Saying) bool {
	for i := x.Cue.To; i < min(x.Cue.To+leadReach, x.Sentence.To); i++ {
		if s.isCiting(i) && !inContent(x.Content, i) {
			return true
		}
	}
	return false
}

func (s *story) isCiting(i int) bool {
	arg, _, home := s.toks[i].Arg(lang.Cueing, s.lang)
	return home && arg == lang.CueCarry && s.toks[i].Is(lang.Cueing)
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

func inContent(content []speech.Run, i int) bool {
	return holds(content, speech.Run{From: i, To: i + 1})
}

// dateReach is how far from its cue the date of a saying may stand.
const dateReach = 10

// dateBeside returns the day on which x was said: the one nearest to the cue, outside the content.
func (s *story) dateBeside(x *speech.Saying) Date {
	best, near := Date{}, dateReach
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
	best.Part = ""
	return best
}
