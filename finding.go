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
//
// where study names the outlet that made it: "a CNN poll", "a count by The Associated Press". And
// who goes to an outlet or a platform says something there, though the sentence may not tell what:
//
//	appearance = who ... medium prep outlet       Brekke made the same remarks on CNN.
//	           | who ... contact prep outlet      He spoke with Reuters. She posted it to Facebook.

// findings returns the sayings of r and, in the order of the text, what outlets found out.
func (s *story) findings(r *speech.Reading, who *cast) []speech.Saying {
	var found []speech.Saying
	if len(s.sources) == 0 {
		return r.Sayings
	}
	told := sentencesOf(r)
	for _, m := range s.sources {
		n := sort.Search(len(r.Sentences), func(i int) bool { return r.Sentences[i].To > m.from })
		if n == len(r.Sentences) || !r.Sentences[n].Has(m.from) || quoted(r.Quotes, m.from) {
			continue
		}
		x, ok := s.finding(m, r.Sentences[n])
		if !ok && !told[n] {
			x, ok = who.appearance(m, r.Sentences[n])
		}
		if ok {
			x.Sentence, told[n] = r.Sentences[n], true
			found = append(found, x)
		}
	}
	if len(found) == 0 {
		return r.Sayings
	}
	says, sources := r.Sayings, make([]bool, len(s.toks))
	for _, x := range says {
		claim(sources, x.Source)
	}
	for _, x := range found {
		if !claim(sources, x.Source) {
			says = append(says, x)
		}
	}
	slices.SortStableFunc(says, func(a, b speech.Saying) int { return a.First() - b.First() })
	return says
}

// sentencesOf tells of each sentence of r whether it has a saying.
func sentencesOf(r *speech.Reading) []bool {
	told := make([]bool, len(r.Sentences)+1)
	for _, x := range r.Sayings {
		at := x.Sentence.From
		told[sort.Search(len(r.Sentences), func(i int) bool { return r.Sentences[i].To > at })] = true
	}
	return told
}

// claim marks the tokens of x as those of a source, and reports whether one of them was so before.
func claim(sources []bool, x speech.Run) bool {
	was := false
	for i := x.From; i < x.To; i++ {
		was = was || sources[i]
		sources[i] = true
	}
	return was
}

// quoted reports whether token i is in one of quotes.
func quoted(quotes []speech.Quote, i int) bool {
	n := sort.Search(len(quotes), func(n int) bool { return quotes[n].To > i })
	return n < len(quotes) && quotes[n].Has(i)
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
	if to := s.staffEnd(m, in.To); to > 0 {
		return s.witnessed(speech.Run{From: s.phraseStart(m.from, in.From), To: to}, in)
	}
	to := s.studyEnd(m, in.To)
	if to == 0 {
		return speech.Saying{}, false
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

// headlineLeast is how many tokens stand at least before the outlet that a headline ends with.
const headlineLeast = 4

// closesHeadline reports whether the outlet m is what a line in ends with that has no stop, after a
// colon or a dash.
func (s *story) closesHeadline(m sourceAt, in speech.Run) bool {
	if m.from-headlineLeast < in.From || s.toks[in.From].Gap < scan.Line && in.From > 0 {
		return false
	}
	k := s.toks[m.from-1].Kind
	return k == scan.Colon || k == scan.Dash && s.toks[m.from].Gap > scan.None
}

// phraseStart returns where the noun phrase around token i starts, not before from.
func (s *story) phraseStart(i, from int) int {
	const stops = lang.In | lang.By | lang.Prep | lang.Toward | lang.Aux | lang.Cue | lang.And |
		lang.Sub | lang.Rel | lang.That
	for stop := i - leadReach; i > from && i > stop && !s.toks[i].Is(lang.Article); i-- {
		t := &s.toks[i-1]
		if t.Kind == scan.Comma || t.Kind == scan.Stop || t.Is(stops) && !t.Is(lang.Article) {
			break
		}
	}
	return i
}

// studyEnd returns the token after the study that the outlet m made, or 0: after "poll" in "a
// CNN/ORC poll", after the name in "a poll by CNN".
func (s *story) studyEnd(m sourceAt, to int) int {
	for i := s.pastName(m.to); i < min(to, m.to+leadReach); i++ {
		t := &s.toks[i]
		if s.press(i) == lang.PressStudy {
			_, width, _ := t.Arg(lang.Press, s.lang)
			return min(to, i+width)
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

// staffEnd returns the token after the reporters of the outlet m, or 0: "AFP correspondents".
func (s *story) staffEnd(m sourceAt, to int) int {
	i := s.pastName(m.to)
	if i < to && s.toks[i].Is(lang.Job|lang.Photo) {
		return i + 1
	}
	return 0
}

// witnessed reads what the reporters staff saw.
func (s *story) witnessed(staff, in speech.Run) (speech.Saying, bool) {
	for i := staff.To; i < min(in.To, staff.To+leadReach) && s.toks[i].Kind != scan.Comma; i++ {
		if s.press(i) == lang.PressWitness {
			return s.findingOf(staff, i, speech.Run{From: i + 1, To: in.To})
		}
	}
	return speech.Saying{}, false
}

// foundIn reads what stands in the study after the preposition prep: after it where it opens the
// sentence in, else before it.
func (s *story) foundIn(study speech.Run, prep int, in speech.Run) (speech.Saying, bool) {
	if prep > in.From+1 {
		if i := s.pastDate(study.To, in.To); i < in.To && s.toks[i].Kind == scan.Word {
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

// nextComma returns the first comma from token i on, or to.
func (s *story) nextComma(i, to int) int {
	for i < to && s.toks[i].Kind != scan.Comma {
		i++
	}
	return i
}

// pastDate returns the token after the date or the words of one at i.
func (s *story) pastDate(i, to int) int {
	const dates = lang.On | lang.Weekday | lang.Day | lang.Month | lang.Shift | lang.Unit
	for i < to && (s.toks[i].Is(dates) || s.toks[i].Kind == scan.Number) {
		i++
	}
	return i
}

// found reads "The CNN poll puts Brekke ahead", where the word behind the study is a verb, and "CNN
// Poll: Brekke ahead".
func (s *story) found(study, in speech.Run) (speech.Saying, bool) {
	const others = lang.Prep | lang.In | lang.By | lang.Toward | lang.On | lang.And | lang.Sub |
		lang.Rel | lang.Weekday | lang.Day
	i := s.pastDate(study.To, in.To)
	if i < in.To && s.toks[i].Kind == scan.Colon {
		return s.findingOf(study, i, speech.Run{From: i + 1, To: in.To})
	}
	if i+2 >= in.To || !s.toks[i].Shape.Has(scan.Lower) || s.toks[i].Is(others) ||
		s.toks[i].Is(lang.Aux) || s.toks[i+1].Is(others|lang.Aux) {
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

// appearance returns the person who spoke or posted where the outlet m is named, in a sentence that
// does not say what.
func (p *cast) appearance(m sourceAt, in speech.Run) (speech.Saying, bool) {
	i := p.led(m, in.From+1)
	if i < 0 {
		return speech.Saying{}, false
	}
	cue := i - 1
	for ; cue > in.From && !p.speaksAt(cue); cue-- {
		t := &p.toks[cue]
		if cue < i-leadReach || t.Kind == scan.Comma || t.Is(lang.Negation) {
			return speech.Saying{}, false
		}
	}
	source := p.subject(in, cue)
	x := speech.Saying{Source: source, Cue: speech.Run{From: cue, To: cue + 1}, Verb: cue}
	if source.Empty() {
		return x, false
	}
	who, f := p.who(source)
	return x, !who.IsZero() || f != nil && f.sex > 0
}

// speaksAt reports whether token i tells of words that are spoken or posted: "interview", "tweets",
// "spoke", "posted".
func (s *story) speaksAt(i int) bool {
	switch arg, _, _ := s.toks[i].Arg(lang.Medium, s.lang); arg {
	case lang.MediumStatement, lang.MediumInterview, lang.MediumTweet, lang.MediumPost:
		return s.toks[i].Shape.Has(scan.Lower)
	}
	return s.press(i) == lang.PressContact || s.cueOf(i) == lang.CuePost
}

// subject returns the name or pronoun that the sentence in starts with, where what follows up to
// token i can have happened; or none.
func (s *story) subject(in speech.Run, i int) speech.Run {
	x := speech.Run{From: in.From, To: in.From}
	if i > in.From+besideReach {
		return x
	}
	for x.To < i && (s.namePart(x.To) || s.toks[x.To].Is(lang.Role|lang.Honorific|lang.Pronoun)) {
		x.To++
	}
	for j := x.To; j < i; j++ {
		if arg, _, _ := s.toks[j].Arg(lang.Aux, s.lang); arg == 1 {
			return speech.Run{}
		}
	}
	if s.isNegated(speech.Run{From: x.To, To: i}) {
		return speech.Run{}
	}
	return x
}

// isNegated reports whether a word of x says that nothing was said: "declined".
func (s *story) isNegated(x speech.Run) bool { return s.anyOf(x, lang.Negation) }

// anyOf reports whether a token of x has any of the classes c.
func (s *story) anyOf(x speech.Run, c lang.Class) bool {
	for i := x.From; i < x.To; i++ {
		if s.toks[i].Is(c) {
			return true
		}
	}
	return false
}
