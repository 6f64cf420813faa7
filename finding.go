package dateline

import (
	"slices"
	"sort"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// What outlets find out is theirs, though no verb of speech reports it:
//
//	finding = prep study ["," ... ] "," clause    In a CNN poll released Monday, most voters ...
//	        | clause prep study                   Brekke leads by four points in a CNN poll.
//	        | study verb ...                      The CNN poll puts Brekke ahead.
//	        | staff witness ...                   AFP correspondents saw water in the tunnel.
//	        | clause ":" outlet                   Tunnel leaks again: Reuters
//	        | thing carried by outlet             The leak, first reported by Vox, grew.
//	        | paper "," passed outlet "," clause  The draft, obtained by AFP, bans lamps.
//	        | clause "," per outlet               The tunnel leaks, per Vox.
//	        | famous ":" clause                   Peskov: talks will go on
//	        | outlet report "that" clause         Lund denied a Vox report that it leaks.
//
// where study names the outlet that made it: "a CNN poll", "a count by The Associated Press".

// findings returns the sayings of r and, in the order of the text, what outlets found out.
func (p *cast) findings(r *speech.Reading) []speech.Saying {
	var found []speech.Saying
	if len(p.sources) > 0 {
		found = p.findingsOf(r)
	}
	if x, ok := p.headlined(r); ok {
		found = append(found, x)
	}
	for i := range r.Sayings {
		if x, ok := p.inner(&r.Sayings[i]); ok {
			found = append(found, x)
		}
		if x, ok := p.cited(&r.Sayings[i]); ok {
			found = append(found, x)
		}
	}
	if len(found) == 0 {
		return r.Sayings
	}
	says := p.merge(r.Sayings, found)
	slices.SortStableFunc(says, func(a, b speech.Saying) int { return a.First() - b.First() })
	return says
}

// headlined returns what the headline of r says behind the name of one whom all know, and a colon:
// "Tusk: Polska nie wyśle wojsk", but not "Macron: the book".
func (p *cast) headlined(r *speech.Reading) (speech.Saying, bool) {
	colon := p.headColon(r)
	if colon == 0 || len(r.Sayings) > 0 && r.Sayings[0].Sentence == r.Sentences[0] {
		return speech.Saying{}, false
	}
	in := r.Sentences[0]
	source, content := speech.Run{From: in.From, To: colon}, speech.Run{From: colon + 1, To: in.To}
	if content.To-content.From < headlineLeast || p.toks[in.To-1].Kind == scan.Stop ||
		p.famous(source) == "" {
		return speech.Saying{}, false
	}
	const topic = lang.Article | lang.Rel | lang.Sub
	const clause = lang.Aux | lang.Negation | lang.Pronoun
	if p.toks[content.From].Is(topic) && !p.anyOf(content, clause) {
		return speech.Saying{}, false
	}
	x, ok := p.findingOf(source, colon, content)
	x.Sentence = in
	return x, ok
}

// headColon returns the token of the colon behind the first words of r's first sentence, 0 where
// none stands there.
func (s *story) headColon(r *speech.Reading) int {
	if len(r.Sentences) == 0 {
		return 0
	}
	in := r.Sentences[0]
	for i := in.From + 1; i < min(in.To, in.From+epithetReach); i++ {
		if s.toks[i].Kind == scan.Colon {
			return i
		}
	}
	return 0
}

// findingsOf returns what the outlets that r names found out, or what was said there.
func (p *cast) findingsOf(r *speech.Reading) []speech.Saying {
	var found []speech.Saying
	told := sentencesOf(r)
	for _, m := range p.sources {
		n := sentenceAt(r, m.from)
		if n == len(r.Sentences) || !r.Sentences[n].Has(m.from) || quoted(r.Quotes, m.from) {
			continue
		}
		x, ok := p.finding(m, r.Sentences[n])
		if !ok && !told[n] {
			x, ok = p.appearance(m, r.Sentences[n])
		}
		if ok {
			x.Sentence, told[n] = r.Sentences[n], true
			found = append(found, x)
		}
	}
	return found
}

// merge adds to says those of found whose cue is no part of another. One that cites takes the place
// of that other: "Vox quoting the mayor".
func (s *story) merge(says, found []speech.Saying) []speech.Saying {
	taken := make([]bool, len(s.toks))
	for _, x := range says {
		claim(taken, x.Source)
		claim(taken, x.Cue)
	}
	for _, x := range found {
		if !claim(taken, x.Cue) {
			says = append(says, x)
			continue
		}
		same := func(y speech.Saying) bool { return y.Cue.Has(x.Verb) }
		if n := slices.IndexFunc(says, same); n >= 0 && s.isCiting(x.Verb) {
			says[n] = x
		}
	}
	return says
}

// sentenceAt returns the number of the first sentence of r that ends behind token i.
func sentenceAt(r *speech.Reading, i int) int {
	return sort.Search(len(r.Sentences), func(n int) bool { return r.Sentences[n].To > i })
}

// sentencesOf tells of each sentence of r whether it has a saying.
func sentencesOf(r *speech.Reading) []bool {
	told := make([]bool, len(r.Sentences)+1)
	for i := range r.Sayings {
		told[sentenceAt(r, r.Sayings[i].Sentence.From)] = true
	}
	return told
}

// claim marks the tokens of x as taken, and reports whether one of them was so before.
func claim(taken []bool, x speech.Run) bool {
	was := false
	for i := x.From; i < x.To; i++ {
		was = was || taken[i]
		taken[i] = true
	}
	return was
}

// quoted reports whether token i is in one of quotes that is longer than a title.
func quoted(quotes []speech.Quote, i int) bool {
	n := sort.Search(len(quotes), func(n int) bool { return quotes[n].To > i })
	return n < len(quotes) && quotes[n].Has(i) && quotes[n].To-quotes[n].From > titleReach
}

// finding returns what the outlet m, in the sentence in, has found out.
func (s *story) finding(m sourceAt, in speech.Run) (speech.Saying, bool) {
	if m.to == in.To && s.closesHeadline(m, in) {
		mark := m.from - 1
		source, content := speech.Run{From: m.from, To: m.to}, speech.Run{From: in.From, To: mark}
		return s.findingOf(source, mark, content)
	}
	if m.Kind == Social {
		return speech.Saying{}, false
	}
	if x, ok := s.witnessed(m, in); ok {
		return x, true
	}
	if x, ok := s.accordingTo(m, in); ok {
		return x, true
	}
	if x, ok := s.reportThat(m, in); ok {
		return x, true
	}
	to := s.studyEnd(m, in.To)
	if to == 0 {
		if x, ok := s.reportedBy(m, in); ok {
			return x, true
		}
		return s.paper(m, in)
	}
	if to == m.to {
		to = s.pastJoined(m.to, in.To)
	}
	study := speech.Run{From: s.phraseStart(m.from, in.From), To: to}
	if i := s.linkBefore(m, in.From); i > 0 && s.isOwn(i, in.From) {
		study.From = s.phraseStart(i-1, in.From)
	}
	prep := study.From - 1
	switch {
	case prep >= in.From && s.toks[prep].Is(lang.In|lang.By|lang.Prep):
		return s.foundIn(study, prep, in)
	case prep < in.From || s.toks[prep].Kind == scan.Comma || s.toks[prep].Is(lang.And|lang.Sub):
		return s.found(study, in)
	}
	return speech.Saying{}, false
}

// accordingTo reads what the outlet m is given as the source of: "The tunnel leaks, per Vox."
func (s *story) accordingTo(m sourceAt, in speech.Run) (speech.Saying, bool) {
	cue := s.cueBefore(m.from, in.From)
	if cue.From == in.From+1 && s.toks[in.From].Is(lang.Sub) { // As per
		cue.From--
	}
	source := speech.Run{From: cue.To, To: s.pastOutlet(m, in.To)}
	if cue.Empty() || s.partIn(m, source) == isNamed {
		return speech.Saying{}, false
	}
	content := speech.Run{From: in.From, To: cue.From}
	if cue.From == in.From {
		content = speech.Run{From: s.nextComma(source.To, in.To) + 1, To: in.To}
	} else if s.toks[cue.From-1].Is(lang.Sub) { // as per
		cue.From--
		content.To--
	}
	x, ok := s.findingOf(source, cue.From, content)
	x.Cue = cue
	return x, ok
}

// reportThat reads what the outlet m has in a report that others speak of: "denied a Vox report
// that the tunnel leaks", "reports in the Guardian that it leaks".
func (s *story) reportThat(m sourceAt, in speech.Run) (speech.Saying, bool) {
	noun := s.pastName(m.to)
	that := noun + 1
	if link := s.linkBefore(m, in.From); link > in.From && s.toks[link].Is(lang.In|lang.By) {
		noun, that = link-1, s.pastDate(m.to, in.To)
	}
	if that+1 >= in.To || s.press(noun) != lang.PressReport || !s.toks[that].Is(lang.That) ||
		s.toks[that+1].Is(lang.Aux|lang.Cue) {
		return speech.Saying{}, false // a Vox report that said
	}
	source := speech.Run{From: m.from, To: m.to}
	return s.findingOf(source, noun, speech.Run{From: that, To: s.nextComma(that, in.To)})
}

// cueBefore returns the words like "according to" before the noun phrase that holds token i, not
// before from; none where another verb or clause stands between.
func (s *story) cueBefore(i, from int) speech.Run {
	const ends = lang.Aux | lang.Cue | lang.Rel | lang.Sub | lang.That
	for j := i - 1; j >= from && j >= i-leadReach; j-- {
		t := &s.toks[j]
		arg, width, home := t.Arg(lang.CueBefore, s.lang)
		switch {
		case home && j+width <= i:
			return speech.Run{From: j, To: j + width}
		case home && arg > 0, t.Kind != scan.Word && t.Kind != scan.Apostrophe &&
			t.Kind != scan.Hyphen, t.Is(ends):
			return speech.Run{}
		}
	}
	return speech.Run{}
}

// headlineLeast is how many tokens stand at least before the outlet that a headline ends with.
const headlineLeast = 4

// closesHeadline reports whether the outlet m is what a line in ends with that has no stop, after a
// colon or a dash.
func (s *story) closesHeadline(m sourceAt, in speech.Run) bool {
	if m.from-headlineLeast < in.From || s.toks[in.From].Gap < scan.Line && in.From > 0 {
		return false
	}
	return s.isSourceMark(m.from - 1)
}

// isSourceMark reports whether token i is a mark that a headline has before its source: a colon, a
// dash, or a hyphen with a blank on its left, "to cut jobs -WSJ".
func (s *story) isSourceMark(i int) bool {
	mark, next := &s.toks[i], &s.toks[i+1]
	switch mark.Kind {
	case scan.Colon:
		return true
	case scan.Dash, scan.Hyphen:
		return next.Gap > scan.None || mark.Gap > scan.None
	}
	return false
}

// studyEnd returns the token after the study that the outlet m made, or 0: after "poll" in "a
// CNN/ORC poll", after the name in "a poll by CNN".
func (s *story) studyEnd(m sourceAt, to int) int {
	for i := s.pastName(m.to); i < min(to, m.to+leadReach); i++ {
		t := &s.toks[i]
		if s.press(i) == lang.PressStudy {
			return min(to, i+s.widthAs(i, lang.Press))
		}
		if t.Kind == scan.Comma || t.Kind == scan.Stop || t.Is(lang.Prep|lang.In|lang.Aux|lang.Cue) {
			break
		}
	}
	for i, link := m.from-1, s.linkBefore(m, 0); i > link-leadReach && i >= 0 && link > 0; i-- {
		if s.press(i) == lang.PressStudy && s.isOwn(link, i) {
			return m.to
		}
	}
	return 0
}

// witnessed reads what the outlet m has learned or its reporters saw: "AFP correspondents saw X",
// "CNN has obtained X", "X, CNN has learned."
func (s *story) witnessed(m sourceAt, in speech.Run) (speech.Saying, bool) {
	source := speech.Run{From: s.phraseStart(m.from, in.From), To: m.to}
	staff := s.pastName(m.to)
	if staff < in.To && s.toks[staff].Is(lang.Job|lang.Photo) {
		source.To = staff + 1
	}
	for i := source.To; i < min(in.To, source.To+leadReach) && s.toks[i].Kind != scan.Comma; i++ {
		p, to := s.press(i), i+s.widthAs(i, lang.Press)
		switch {
		case p == lang.PressWitness && to >= in.To-1 && source.From > in.From:
			return s.findingOf(source, i, speech.Run{From: in.From, To: source.From - 1})
		case p == lang.PressWitness, p == lang.PressPassed && s.toks[i-1].Is(lang.Adverb):
			x, ok := s.findingOf(source, i, speech.Run{From: to, To: in.To})
			x.Cue.To = to
			return x, ok
		case source.To == m.to && !s.toks[i].Is(lang.Aux|lang.Adverb):
			return speech.Saying{}, false
		}
	}
	return speech.Saying{}, false
}

// reportedBy reads what was news of the outlet m: "The leak, first reported by Vox, ..."
func (s *story) reportedBy(m sourceAt, in speech.Run) (speech.Saying, bool) {
	verb := s.linkBefore(m, in.From) - 1
	for verb > in.From && s.toks[verb].Is(lang.Adverb|lang.Extent|lang.On|lang.Weekday|lang.Day) {
		verb--
	}
	if verb <= in.From || s.cueOf(verb) != lang.CueCarry || s.toks[verb].Is(lang.Quoted) ||
		!s.toks[s.linkBefore(m, in.From)].Is(lang.By) || s.besideName(m.to, in.To) != reports {
		return speech.Saying{}, false
	}
	to := verb
	for to > in.From && (s.toks[to-1].Kind == scan.Comma ||
		s.toks[to-1].Is(lang.Aux|lang.Adverb|lang.Ordinal|lang.Rel)) {
		to--
	}
	if s.toks[in.From].Is(links|lang.On) || s.isSetting(to, in.From) {
		return speech.Saying{}, false // In a speech carried by Vox, Lund said ...
	}
	source := speech.Run{From: s.phraseStart(m.from, in.From), To: m.to}
	return s.findingOf(source, verb, speech.Run{From: in.From, To: to})
}

// isSetting reports whether a phrase ends before token i that says in what something was said,
// behind a clause: "he ruled it out in an interview".
func (s *story) isSetting(i, from int) bool {
	if !s.mediumAt(i - 1) {
		return false
	}
	lead := i - 1
	for lead > from && lead > i-leadReach && !s.toks[lead].Is(lang.In|lang.Toward) {
		lead--
	}
	return lead > from+2 && s.toks[lead].Is(lang.In|lang.Toward)
}

// paper reads what is in a paper that came to the outlet m: "The draft, seen by AFP, bans lamps."
func (s *story) paper(m sourceAt, in speech.Run) (speech.Saying, bool) {
	verb := s.wayTo(s.linkBefore(m, in.From), in.From)
	if verb < 0 || s.press(verb) != lang.PressPassed {
		return speech.Saying{}, false
	}
	source, ok := s.paperBefore(verb, in.From)
	if !ok || s.isNegated(speech.Run{From: source.To, To: verb}) {
		return speech.Saying{}, false
	}
	x := speech.Saying{Source: source, Cue: speech.Run{From: verb, To: verb + 1}, Verb: verb}
	content := speech.Run{From: s.pastDate(m.to, in.To), To: in.To}
	between := speech.Run{From: source.To, To: verb}
	switch {
	case s.toks[source.To].Kind == scan.Comma:
		content.From = s.nextComma(m.to, in.To) + 1
	case s.anyOf(between, lang.Aux) && !s.anyOf(between, lang.Rel):
		return x, true // was leaked to AFP
	}
	if content.From < in.To && s.toks[content.From].Is(lang.Cue) {
		return s.findingOf(source, content.From, speech.Run{From: content.From + 1, To: in.To})
	}
	if y, ok := s.findingOf(source, verb, content); ok {
		return y, true
	}
	return x, true
}

// paperBefore returns the words for the paper that the verb tells of, not before from.
func (s *story) paperBefore(verb, from int) (speech.Run, bool) {
	n := verb - 1
	for n > from && n > verb-leadReach && !s.isPaper(n) {
		n--
	}
	if n < from || !s.isPaper(n) {
		return speech.Run{}, false
	}
	x := speech.Run{From: n, To: n + 1}
	if s.toks[n+1].Is(links) && s.toks[n+2].Is(lang.Rel) { // draft, a copy of which
		x.To = s.phraseStart(n, from) - 1
		if x.To <= from || s.toks[x.To].Kind != scan.Comma {
			return speech.Run{}, false
		}
		x.From = x.To - 1
	}
	for x.To < verb && s.toks[x.To].Kind == scan.Word &&
		!s.toks[x.To].Is(lang.Aux|lang.Rel|lang.Adverb) {
		x.To++
	}
	x.From = s.phraseStart(x.From, from)
	for x.From > from && s.toks[x.From-1].Is(links) {
		if x.From-1 == from || !s.isPaper(x.From-2) {
			return speech.Run{}, false // In a letter; the rights to the video
		}
		x.From = s.phraseStart(x.From-2, from)
	}
	return x, true
}

// isPaper reports whether token i is a word for what is written or recorded: "draft", "letter".
func (s *story) isPaper(i int) bool {
	return s.press(i) == lang.PressPaper || s.mediumAt(i)
}

// foundIn reads what stands in the study after the preposition prep: after it where it opens the
// sentence in, else before it.
func (s *story) foundIn(study speech.Run, prep int, in speech.Run) (speech.Saying, bool) {
	if prep > in.From+1 {
		if !s.toks[prep].Is(lang.In|lang.On) || s.nextComma(study.To, in.To) > study.To+wayReach {
			return speech.Saying{}, false
		}
		return s.findingOf(study, prep, speech.Run{From: in.From, To: prep})
	}
	comma := s.nextComma(study.To, in.To)
	if comma == study.To && s.toks[min(comma+1, in.To-1)].Shape.Has(scan.Lower) {
		if next := s.nextComma(comma+1, in.To); next < in.To {
			comma = next // poll, conducted in May, ...
		}
	}
	return s.findingOf(study, prep, speech.Run{From: comma + 1, To: in.To})
}

// found reads "The CNN poll puts Brekke ahead", where the word behind the study is a verb, and "CNN
// Poll: Brekke ahead".
func (s *story) found(study, in speech.Run) (speech.Saying, bool) {
	const others = lang.Prep | lang.In | lang.By | lang.Toward | lang.On | lang.And | lang.Sub |
		lang.Rel | lang.Weekday | lang.Day
	i := s.pastDate(study.To, in.To)
	if next := s.pastDate(i+1, in.To); next > i+1 && next < in.To &&
		!s.toks[i].Is(others) && s.toks[i+1].Kind == scan.Word && !s.toks[next-1].Is(lang.On) {
		i = next // poll released Friday
	}
	if i < in.To && s.toks[i].Kind == scan.Colon {
		return s.findingOf(study, i, speech.Run{From: i + 1, To: in.To})
	}
	if i+2 >= in.To || !s.toks[i].Shape.Has(scan.Lower) || s.toks[i].Is(others) ||
		s.toks[i+1].Is(others|lang.Aux) || s.toks[i+1].Kind == scan.Comma {
		return speech.Saying{}, false
	}
	has := s.toks[i].Is(lang.Adverb) && s.toks[i+1].Shape.Has(scan.Capital) // has Brekke ahead
	if s.toks[i].Is(lang.Aux) && !has {
		return speech.Saying{}, false
	}
	return s.findingOf(study, i, speech.Run{From: i + 1, To: in.To})
}

// findingReach is how many tokens a finding has at most.
const findingReach = 2 * besideReach

// findingOf returns the saying with the given source, the cue at token i and the given content.
func (s *story) findingOf(source speech.Run, i int, content speech.Run) (speech.Saying, bool) {
	for !content.Empty() && s.toks[content.To-1].Kind >= scan.Stop &&
		s.toks[content.To-1].Kind <= scan.Comma {
		content.To--
	}
	cue := speech.Run{From: i, To: i + 1}
	x := speech.Saying{Source: source, Cue: cue, Content: []speech.Run{content}, Verb: i}
	size := content.To - content.From
	return x, size > 1 && size <= findingReach
}
