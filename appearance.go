package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// Who goes to an outlet or a platform says something there, though the sentence may not tell what:
//
//	appearance = who ... medium prep outlet       Brekke made the same remarks on CNN.
//	           | who ... contact prep outlet      He spoke with Reuters. She posted it to Facebook.
//	           | setting "," [title]              In an interview with CNN on Friday, Gov.
//	           | outlet report                    Zuerst hatte die „Zeit“ darüber berichtet.

// appearance returns the person who spoke or posted where the outlet m is named, in a sentence that
// does not say what.
func (p *cast) appearance(m sourceAt, in speech.Run) (speech.Saying, bool) {
	i, from := p.led(m, in.From+1), in.From
	if x, ok := p.setting(m, in); ok {
		return x, true
	}
	if x, ok := p.reporting(m, in); ok {
		return x, true
	}
	if i < 0 {
		return speech.Saying{}, false
	}
	if p.toks[from].Is(links | lang.On) {
		near := min(in.To, m.to+besideReach)
		from = p.nextComma(m.to, near) + 1 // In an interview with CNN, Brekke erred.
		if from > near {
			return speech.Saying{}, false
		}
	}
	cue := i - 1
	for ; cue > in.From && !p.speaksAt(cue); cue-- {
		t := &p.toks[cue]
		if cue < i-leadReach || t.Kind == scan.Comma || t.Is(lang.Negation) {
			return speech.Saying{}, false
		}
	}
	if cue > in.From && p.isHe(cue-1) && p.cueOf(cue) == lang.CuePost {
		who, said := speech.Run{From: cue - 1, To: cue}, speech.Run{From: cue, To: cue + 1}
		return speech.Saying{Source: who, Cue: said, Verb: cue}, true // when he posted it on X
	}
	lead := from
	for lead < in.To && p.toks[lead].Is(lang.Article) {
		lead++
	}
	source := p.subject(lead, in.To)
	x := speech.Saying{Source: source, Cue: speech.Run{From: cue, To: cue + 1}, Verb: cue}
	if q := p.quotedBehind(m, in); !q.Empty() && from == in.From {
		x.Content = []speech.Run{q}
		if !p.speaksAt(cue) { // Lund to CNN: “It leaks”
			x.Cue, x.Verb = speech.Run{From: q.From - 1, To: q.From}, q.From-1
			return x, source.To == i && !source.Empty()
		}
		if source.Empty() || p.toks[from].Is(lang.Numeral) {
			x.Source = speech.Run{From: from, To: p.nextComma(from, cue)}
		}
		return x, x.Source.To < cue || !source.Empty()
	}
	if words := p.areWords(from, cue); words && from == in.From {
		x.Source = speech.Run{}
		return x, true // Her remarks came in an interview with CNN.
	}
	if source.Empty() || from == in.From && !p.happened(speech.Run{From: source.To, To: cue}) {
		return x, false
	}
	if lead > from && !source.Empty() {
		x.Source.From = from
		return x, p.anyOf(source, lang.Role) // In a post on X, the minister regretted it.
	}
	who, f := p.who(source)
	return x, p.isHe(source.From) || p.mustSpeak(source, cue, i) || !who.IsZero() ||
		f != nil && f.sex > 0
}

// mustSpeak reports whether none but a person or a body can be the subject x of the words up to the
// cue and the preposition at i: "Lund spoke to", "Lund gave an interview to".
func (s *story) mustSpeak(x speech.Run, cue, i int) bool {
	const others = lang.Sub | lang.In | lang.On
	if s.arg(cue, lang.Medium) == lang.MediumInterview {
		return x.To < cue && !s.toks[i].Is(lang.On) && !s.anyOf(speech.Run{From: x.To, To: cue}, others)
	}
	return x.To == cue && s.press(cue) == lang.PressContact
}

// isHe reports whether token i is a pronoun for one man or one woman.
func (s *story) isHe(i int) bool {
	he := s.arg(i, lang.Pronoun)
	return he == lang.PronounHe || he == lang.PronounShe
}

// reporting reads a sentence that says of the outlet m no more than that it has reported something.
func (s *story) reporting(m sourceAt, in speech.Run) (speech.Saying, bool) {
	in = speech.Run{From: max(in.From, m.from-besideReach), To: min(in.To, m.to+besideReach)}
	source := speech.Run{From: s.phraseStart(m.from, in.From), To: m.to}
	if m.told || m.Kind == Social || s.led(m, in.From) >= 0 {
		return speech.Saying{}, false
	}
	verb := s.reportVerb(m, speech.Run{From: in.From, To: source.From}, in.To)
	if verb < 0 || s.isNegated(in) || s.isApart(m, in) {
		return speech.Saying{}, false
	}
	const about = lang.Prep | lang.In | lang.On | lang.Toward | lang.By | lang.Cueing
	next := max(verb+1, m.to)
	for next < in.To && (s.isQuote(next) || s.isStop(next)) {
		next++
	}
	paper := speech.Run{From: next, To: min(next+leadSlack, in.To)}
	told := s.isReport(verb) && (next == in.To || s.toks[next].Is(about))
	if !told && !s.hasPaper(paper) {
		return speech.Saying{}, false // published its first edition, but photos of it
	}
	for source.To < in.To && source.To != verb && s.isQuote(source.To) {
		source.To++
	}
	x := speech.Saying{Source: source, Cue: speech.Run{From: verb, To: verb + 1}, Verb: verb}
	return x, s.besideName(s.pastName(m.to), min(in.To, max(verb, m.to))) == reports
}

// reportVerb returns the verb at the end of before or behind the outlet m that says that m has
// reported or printed something, or -1.
func (s *story) reportVerb(m sourceAt, before speech.Run, to int) int {
	verb := before.To - 1
	for verb >= before.From && (s.toks[verb].Is(lang.Adverb|lang.Newswire) || s.isQuote(verb)) {
		verb--
	}
	if verb >= before.From && s.isReport(verb) {
		return verb
	}
	if next := s.pastOutlet(m, to); next < to && s.press(next) == lang.PressPassed {
		return next // aired the tape
	}
	for verb = m.to; verb < min(to, m.to+leadReach); verb++ {
		t := &s.toks[verb]
		switch {
		case s.isReport(verb):
			return verb
		case t.Kind == scan.Comma, t.Is(lang.Negation | lang.And | lang.Rel | lang.Sub | lang.That):
			return -1
		}
	}
	return -1
}

// hasPaper reports whether a word for what is written or recorded is in x.
func (s *story) hasPaper(x speech.Run) bool {
	for i := x.From; i < x.To; i++ {
		if s.isPaper(i) {
			return true
		}
	}
	return false
}

// isReport reports whether token i is a verb of what only outlets do: "reported", "published".
func (s *story) isReport(i int) bool {
	return s.cueOf(i) == lang.CueCarry && s.toks[i].Is(lang.Cue) && !s.toks[i].Is(lang.Quoted|lang.Job)
}

// areWords reports whether a noun for what was said, with no more than a word before it, stands at
// token from as the subject of a clause: "her remarks", "the statement".
func (s *story) areWords(from, to int) bool {
	const lead = lang.Article | lang.Pronoun | lang.Func
	noun := from + 1
	return noun+1 < to && s.toks[from].Is(lead) && s.toks[noun].Shape.Has(scan.Lower) &&
		s.arg(noun, lang.Medium) == lang.MediumStatement && !s.isNegated(speech.Run{From: from, To: to})
}

// quotedBehind returns the quotation that follows the outlet m, no more than a date and a colon
// between them: "in an interview with CNN on Tuesday: “It leaks.”"
func (s *story) quotedBehind(m sourceAt, in speech.Run) speech.Run {
	i := s.pastDate(s.pastOutlet(m, in.To), in.To)
	if i+1 < in.To && s.toks[i].Kind == scan.Colon && s.mayOpenQuote(i+1) {
		return speech.Run{From: i + 1, To: in.To}
	}
	return speech.Run{}
}

// setting reads a sentence that breaks off behind the words for where somebody spoke.
func (s *story) setting(m sourceAt, in speech.Run) (speech.Saying, bool) {
	const opens = links | lang.On | lang.Weekday | lang.Day
	i, end := s.led(m, in.From), s.pastOutlet(m, in.To)
	if end < in.To && s.mediumAt(end) {
		end++
	}
	end = s.pastDate(end, in.To)
	if !s.toks[in.From].Is(opens) && s.press(in.From) != lang.PressContact {
		return speech.Saying{}, false
	}
	for j := end; j < in.To; j++ {
		if t := &s.toks[j]; t.Kind == scan.Word && !t.Is(lang.Honorific|lang.Role) {
			return speech.Saying{}, false
		}
	}
	cue := in.From
	for cue < end && !s.speaksAt(cue) {
		cue++
	}
	if cue == end {
		cue = i
	}
	x := speech.Saying{Cue: speech.Run{From: cue, To: cue + 1}, Verb: cue}
	return x, cue >= in.From && (cue != i || s.airs(m, i))
}

// speaksAt reports whether token i tells of words that are spoken or posted: "interview", "tweets",
// "spoke", "posted".
func (s *story) speaksAt(i int) bool {
	switch s.arg(i, lang.Medium) {
	case lang.MediumStatement, lang.MediumInterview, lang.MediumTweet, lang.MediumPost:
		return s.toks[i].Shape.Has(scan.Lower)
	}
	return s.press(i) == lang.PressContact || s.cueOf(i) == lang.CuePost
}

// subject returns the name or pronoun that stands at token i, with its role; or none.
func (s *story) subject(i, to int) speech.Run {
	x := speech.Run{From: i, To: i}
	for x.To < min(to, i+nameReach) &&
		(s.namePart(x.To) || s.toks[x.To].Is(lang.Role|lang.Honorific|lang.Pronoun)) {
		x.To++
	}
	return x
}

// happened reports whether what stands in x, behind a subject, can have happened and is about that
// subject.
func (s *story) happened(x speech.Run) bool {
	if x.From > x.To || x.To > x.From+besideReach || s.isNegated(x) {
		return false
	}
	inClause := false
	for i := x.From; i < x.To; i++ {
		inClause = inClause || s.toks[i].Is(lang.Sub)
		other := inClause && s.namePart(i) // though her friend Lund spoke
		if other || s.arg(i, lang.Aux) == lang.AuxFuture {
			return false
		}
	}
	return true
}
