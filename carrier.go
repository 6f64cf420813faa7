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

// leadReach is how many tokens may stand between a preposition and the outlet that it leads: "by
// the official Russian news agency Interfax".
const leadReach = 9

// led returns the token of the preposition that leads the mention m, not before from; or -1.
func (s *story) led(m sourceAt, from int) int {
	for i := m.from - 1; i >= from && i >= m.from-leadReach; i-- {
		t := &s.toks[i]
		if i > from && s.toks[i-1].Is(lang.CueBefore) ||
			t.Is(lang.Rel|lang.Sub) && !t.Is(lang.Article|lang.Prep|lang.In|lang.Toward) {
			return -1 // according to; with which
		}
		if t.Is(lang.Toward) ||
			t.Is(lang.By|lang.Via|lang.In) && (!t.Shape.Has(scan.Capital) || s.opensSentence(i)) {
			return i
		}
		if t.Kind != scan.Word && t.Kind != scan.Hyphen && t.Kind != scan.Apostrophe &&
			!s.mayOpenQuote(i) {
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
		leads := t.Is(lang.Toward|lang.In) && !s.toks[j-1].Is(lang.CueBefore)
		if leads && s.mediumBetween(j, i) {
			i = j
		}
	}
	return i
}

func (s *story) mediumBetween(from, to int) bool {
	return s.anyOf(speech.Run{From: from, To: to}, lang.Medium)
}

// namesMedium reports whether the outlet m says of what comes after its name where it was: "a CNN
// interview", "a Facebook message".
func (s *story) namesMedium(m sourceAt) bool {
	i := s.pastName(m.to)
	return s.mediumAt(i) || i < len(s.toks) && m.Kind == Social && s.isPaper(i)
}

// mediumAt reports whether token i is a word for what words come in: "interview", "op-ed".
func (s *story) mediumAt(i int) bool {
	return i < len(s.toks) && s.toks[i].Is(lang.Medium)
}

// carrier returns the outlet or platform that carried x, and takes the words that say so off its
// source and content.
func (s *story) carrier(x *speech.Saying) Source {
	s.dropSetting(x)
	if src := s.wasToldIt(x); !src.IsZero() {
		return src
	}
	if src := s.carrierInSource(x); !src.IsZero() {
		return src
	}
	if src := s.carrierInContent(x); !src.IsZero() {
		return src
	}
	if s.selfReported(x) {
		return Source{}
	}
	if src := s.carrierBeside(x); !src.IsZero() {
		return src
	}
	if s.tweeted(x) || s.inTweet(x) {
		return tweetPlatform()
	}
	return Source{}
}

// tweetPlatform returns the platform of tweets.
func tweetPlatform() Source {
	src, _ := LookupSource("x")
	return src
}

// selfReported reports whether x, which names no other source, is an outlet's own report, and makes
// the outlet its source: "was reported by CNN", "The ferry sank, CNN, reported".
func (s *story) selfReported(x *speech.Saying) bool {
	if !x.Source.Empty() || s.isQuoted(x) || s.toks[x.Verb].Is(lang.Cueing) {
		return false
	}
	if from := x.Sentence.From; x.Cue.From > from && s.toks[x.Cue.From-1].Kind == scan.Comma {
		if m := s.mentionsIn(speech.Run{From: from, To: x.Cue.From}); len(m) > 0 &&
			m[0].from == from && !inContent(x.Content, from) {
			x.Source = speech.Run{From: from, To: x.Cue.From - 1}
			return true // Bild, the biggest paper, agreed
		}
	}
	if s.cueOf(x.Verb) != lang.CueCarry {
		return false
	}
	if from := x.Sentence.From; from < x.Cue.From {
		for _, m := range s.mentionsIn(speech.Run{From: from, To: min(from+4, x.Cue.From)}) {
			if s.phraseStart(m.from, from) == from && s.pastOutlet(m, x.Cue.From) == x.Cue.From {
				x.Source = speech.Run{From: from, To: x.Cue.From}
				return true
			}
		}
	}
	i := x.Cue.To
	for i < x.Sentence.To && s.toks[i].Is(lang.Adverb) {
		i++
	}
	if i < x.Sentence.To && s.toks[i].Is(lang.By|lang.In) {
		for _, m := range s.mentionsIn(speech.Run{From: i, To: min(i+leadReach, x.Sentence.To)}) {
			x.Source = speech.Run{From: max(i, s.linkBefore(m, i)) + 1, To: m.to}
			return true
		}
	}
	for n := range x.Content {
		c := &x.Content[n]
		ms := s.mentionsIn(*c)
		if len(ms) == 0 || c.To > x.Cue.From || x.Cue.From-c.To > 1 {
			continue
		}
		m := ms[len(ms)-1]
		if from := s.phraseStart(m.from, c.From); from > c.From && m.to >= c.To-1 &&
			s.toks[from-1].Kind == scan.Comma {
			x.Source, c.To = speech.Run{From: from, To: m.to}, from-1
			return true
		}
	}
	return false
}

// dropSetting takes off the contents of x the words before its source that say how it came to be
// said: "Writing in The Atlantic,", "Asked by CNN whether it leaked,".
func (s *story) dropSetting(x *speech.Saying) {
	if len(x.Content) == 0 {
		return
	}
	c := x.Content[0]
	if c.From == x.Sentence.From && c.To <= x.Source.From &&
		s.press(c.From) == lang.PressContact && len(s.mentionsIn(c)) > 0 {
		x.Content = x.Content[1:]
	}
}

// wasToldIt reads "X, an aide confirmed to The Associated Press", where the one who was told has
// been taken for the source and the source for the end of the content.
func (s *story) wasToldIt(x *speech.Saying) Source {
	if to := x.Source; !to.Empty() && s.toks[to.From].Is(lang.Toward) && s.toks[x.Verb].Is(lang.Cue) &&
		s.toks[to.From].Shape.Has(scan.Lower) && s.pureOutlet(to) {
		x.Source = speech.Run{}
		return s.mentionsIn(to)[0].Source // "...", disse à Folha
	}
	i := x.Source.From - 1
	if i < x.Sentence.From || !s.toks[i].Is(lang.Toward) {
		return Source{}
	}
	if ms := s.mentionsIn(x.Source); len(ms) > 0 && ms[0].from <= i+2 &&
		ms[0].to+1 < x.Source.To && s.toks[ms[0].to].Is(lang.By) {
		x.Source.From = ms[0].to + 1 // confirmed to the BBC by her agent
		return ms[0].Source
	}
	if x.Cue.Has(i) || !s.pureOutlet(x.Source) {
		return Source{}
	}
	told := s.mentionsIn(x.Source)[0].Source
	x.Source = speech.Run{}
	if n := len(x.Content) - 1; n > 0 && x.Content[n].To == x.Cue.From {
		x.Source, x.Content = x.Content[n], x.Content[:n]
	}
	return told
}

// carrierInSource reads "[said] Macron to AFP", "[said] Lula in an interview with El País", which
// it takes off the source, and "[according to] a memo seen by Reuters", "Lula, speaking to AFP,".
func (s *story) carrierInSource(x *speech.Saying) Source {
	behind := x.Source.From >= x.Cue.From
	for _, m := range s.mentionsIn(x.Source) {
		switch i := s.linkBefore(m, x.Source.From); {
		case s.conveys(i, x.Source.From):
			return m.Source
		case i > 0 && s.partIn(m, x.Source) == reports, s.isApart(m, x.Source):
			continue
		}
		if !behind || s.toks[x.Verb].Is(lang.CueBefore) {
			if s.partIn(m, x.Source) == conveyed {
				return m.Source
			}
			continue
		}
		if i := s.led(m, x.Source.From+1); i > 0 {
			x.Source.To = s.mediumLead(i, x.Source.From+1)
			return m.Source
		}
		if from := s.addressee(m, x.Source); from > 0 {
			x.Source.To = from
			return m.Source
		}
	}
	if !behind {
		return Source{}
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
			case m.from < c.From || m.to > c.To: // what is left of c ends before it
			case c.From > 0 && c.From >= x.Cue.To && s.heads(m, c, x):
				src, c.From = m.Source, s.pastLink(s.pastOutlet(m, c.To), c.To)
			case s.tails(m, c, x):
				src, c.To = m.Source, s.mediumLead(s.led(m, c.From+1), c.From+1)
				for c.To > c.From && s.toks[c.To-1].Is(lang.Quoted|lang.Sub) {
					c.To-- // as quoted
				}
			}
		}
		if i := s.tweetTail(c); i > 0 && src.IsZero() && c.From >= x.Cue.To {
			src, c.To = tweetPlatform(), i
		}
	}
	return src
}

// heads reports whether the mention m at the start of c is the one who was told: "TASS that ...".
func (s *story) heads(m sourceAt, c *speech.Run, x *speech.Saying) bool {
	if s.toks[c.From].Is(lang.By) && s.isQuoted(x) {
		return s.led(m, c.From) == c.From
	}
	if c.From+1 < c.To && s.toks[c.From].Is(lang.Cue) && s.toks[c.From+1].Is(lang.By) {
		return s.led(m, c.From+1) > c.From // [said in a statement] carried by SPA that
	}
	if s.toks[c.From].Is(lang.Toward|lang.In) &&
		s.led(m, c.From) >= c.From && m.from-c.From < leadReach {
		return m.from-c.From < 3 || s.mediumBetween(c.From, m.from)
	}
	if s.isNegated(x.Cue) {
		return false // did not respond to AFP's questions
	}
	lead := m.from
	for lead > c.From && lead > m.from-5 && s.epithet(lead-1) {
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
	for ; j < c.To; j++ {
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

// isThing reports whether x is no clause: "the leak" in "confirmed the leak to Kyodo"; of a clause
// "on CNN" or "to Kyodo" would be a part.
func (s *story) isThing(x speech.Run) bool {
	const clause = lang.That | lang.Aux | lang.Cue | lang.Tense | lang.Pronoun | lang.Rel
	return !s.anyOf(x, clause)
}

// airs reports whether words are spoken or posted where the preposition at i and the outlet m say:
// "on CNN", "on her Facebook page", but not "to CNN".
func (s *story) airs(m sourceAt, i int) bool {
	switch m.Kind {
	case Social:
		return true
	case Broadcaster:
		return s.toks[i].Is(lang.Toward) && s.toks[i].Is(lang.On)
	}
	return false
}

// isQuoted reports whether the cue of x is one like "was quoted as saying".
func (s *story) isQuoted(x *speech.Saying) bool { return s.anyOf(x.Cue, lang.Quoted) }

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
		if active || s.citesIn(m.to, x.Source.From) || s.hears(m, x) || s.introduces(m, x) {
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
	if x.Source.From >= m.to && (s.isQuoted(x) || s.citesIn(m.to, x.Source.From)) {
		return true // نقلت V عن S; 据V援引S的话报道
	}
	if i := s.led(m, x.Cue.From); i >= 0 {
		if s.anyOf(speech.Run{From: x.Cue.To, To: i}, lang.Cueing) {
			return false // said it leaked, calling on CNN
		}
		return !inContent(x.Content, i) && (s.toks[i].Is(lang.Toward) && !s.isNegated(x.Cue) ||
			s.toks[i].Is(lang.By) && s.isMadeBy(i, x) ||
			s.toks[i].Is(lang.In|lang.Via) && s.appearsIn(m, i, x) ||
			s.mediumBetween(max(x.Cue.From, i-leadReach), m.from))
	}
	if !s.addresses(x) && !s.toldNext(m, x) {
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

// isMadeBy reports whether the preposition at i, "by", leads who quoted x, or who printed or was
// given the words of it: "published by".
func (s *story) isMadeBy(i int, x *speech.Saying) bool {
	return s.isQuoted(x) || s.toks[i-1].Is(lang.Cue|lang.Medium) || s.conveys(i, x.Sentence.From)
}

// toldNext reports whether the outlet m, with no more than an article and a noun before it, stands
// right behind the cue of x and its source: "[ein Sprecher] sagte dem Sender NDR".
func (s *story) toldNext(m sourceAt, x *speech.Saying) bool {
	from := max(x.Cue.To, x.Source.To)
	i := from
	for i < m.from && (s.toks[i].Is(lang.Article|lang.Newswire) || s.toks[i].Kind >= scan.Quote) {
		i++
	}
	return i == m.from && i > from && s.toks[from].Is(lang.Article) && !x.Source.Empty()
}

// appearsIn reports whether the preposition at i and the outlet m say where words were printed: "in
// The Atlantic", "in a Washington Post op-ed", "[wrote] for Time".
func (s *story) appearsIn(m sourceAt, i int, x *speech.Saying) bool {
	if s.namesMedium(m) {
		return true
	}
	if !s.toks[i].Is(lang.In) && s.cueOf(x.Verb) != lang.CueCarry {
		return false
	}
	for i++; i < m.from && s.toks[i].Is(lang.Article); i++ {
	}
	return i == m.from && m.Kind != Broadcaster && m.Kind != Social
}

// introduces reports whether the outlet m, before the cue of x, stands in a phrase that says where
// the words were spoken: "In an interview with", "appearing on", "During a debate broadcast by".
func (s *story) introduces(m sourceAt, x *speech.Saying) bool {
	i := s.led(m, x.Sentence.From)
	before := speech.Run{From: x.Sentence.From, To: m.from}
	if i < 0 && m.from < before.From+leadReach && s.toks[before.From].Is(lang.On) {
		return s.namesMedium(m) && !s.anyOf(before, lang.Sub) // During a CNN interview, Lund said
	}
	if i < 0 || inContent(x.Content, i) {
		return false
	}
	t := &s.toks[i]
	switch {
	case s.isSetOff(i, x) && (s.airs(m, i) || m.Kind == Broadcaster && t.Is(lang.Toward)):
		return true
	case i > x.Sentence.From && s.toks[i-1].Is(lang.Cue) && (t.Is(lang.By) || s.airs(m, i)),
		s.conveys(i, x.Sentence.From), s.press(i-1) == lang.PressReport:
		return true
	case t.Is(lang.In) && s.appearsIn(m, i, x) &&
		(i == x.Sentence.From || s.toks[i-1].Is(lang.Cue)):
		return true
	}
	return !s.toks[x.Sentence.From].Is(lang.Sub) && !t.Is(lang.By) &&
		(s.mediumBetween(max(x.Sentence.From, i-leadReach), m.from) || s.namesMedium(m))
}

// isSetOff reports whether the preposition at i opens a phrase about the whole of x: "On CNN, Lund
// said", "Sunday on CNN, Lund said", "Lund, on CNN, said".
func (s *story) isSetOff(i int, x *speech.Saying) bool {
	const before = lang.Weekday | lang.Day | lang.Part | lang.Month | lang.Adverb
	return i == x.Sentence.From || i == x.Source.To || s.toks[i-1].Is(before) ||
		s.toks[i-1].Kind == scan.Comma || s.endsDate(i)
}

// endsDate reports whether a date ends before token i.
func (s *story) endsDate(i int) bool {
	n := sort.Search(len(s.dates), func(n int) bool { return s.dates[n].to >= i })
	return n < len(s.dates) && s.dates[n].to == i
}

// inTweet reports whether x opens with words that say it was a tweet: "In a series of tweets,".
func (s *story) inTweet(x *speech.Saying) bool {
	from := x.Sentence.From
	if !s.toks[from].Is(lang.In|lang.Toward) || inContent(x.Content, from) {
		return false
	}
	for i := from; i < min(from+leadReach, x.Source.From) && s.toks[i].Kind != scan.Comma; i++ {
		if s.isTweet(i) {
			return true
		}
	}
	return false
}

// tweeted reports whether the cue of x, or what stands right after it, says that it was a tweet.
func (s *story) tweeted(x *speech.Saying) bool {
	from := x.Cue.From
	if s.toks[x.Verb].Shape.Has(scan.Single) && x.Source.To < from && !x.Source.Empty() {
		from = max(x.Source.To, from-besideReach) // 发言人在X平台上说
	}
	for i := from; i < min(x.Cue.To+5, x.Sentence.To); i++ {
		if inContent(x.Content, i) || x.Source.Has(i) || s.toks[i].Kind == scan.Comma {
			return false
		}
		if s.isTweet(i) {
			return true
		}
	}
	return false
}
