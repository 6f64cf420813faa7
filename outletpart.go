package dateline

import (
	"sort"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// A part says what an outlet has to do with what is said.
type part uint8

const (
	isNamed  part = iota // nothing: "a spokesman for CNN"
	reports              // it is its own word: "CNN", "an AFP correspondent", "a poll by CNN"
	conveyed             // others' words came through it: "a memo seen by CNN"
	studied              // it is its own word whatever it is part of: "voters in a CNN poll"
)

// outletIn returns the outlet that the source x is or speaks for: "the Interfax news agency", "an
// AFP correspondent", "the CNN poll"; not "a spokesman for Interfax".
func (s *story) outletIn(x speech.Run) Source {
	if before := s.antecedent(x); s.pureOutlet(before) {
		x = before // CNN, which said
	}
	for _, m := range s.mentionsIn(x) {
		if s.partIn(m, x) == reports {
			return m.Source
		}
	}
	return Source{}
}

// antecedent returns the words that the source x, "who" or "which", stands for, back to the comma
// or the preposition before them; none where x is another source.
func (s *story) antecedent(x speech.Run) speech.Run {
	if x.To-x.From != 1 || x.From == 0 || !s.toks[x.From].Is(lang.Rel) {
		return speech.Run{}
	}
	to := x.From
	if s.toks[to-1].Kind == scan.Comma {
		to--
	}
	if to == 0 {
		return speech.Run{}
	}
	return speech.Run{From: s.phraseStart(to-1, max(0, to-leadReach)), To: to}
}

// partIn returns the part that the outlet m has in the source x. A platform that speaks is a firm.
func (s *story) partIn(m sourceAt, x speech.Run) part {
	i, beside := s.linkBefore(m, x.From), s.besideName(s.pastName(m.to), x.To)
	switch {
	case s.conveys(i, x.From), s.passes(m, x.From):
		return conveyed
	case m.Kind == Social && s.namesMedium(m):
		return conveyed // the school's Facebook post
	case i >= 0 && m.Kind == Social && !s.airs(m, i):
		return isNamed
	case i > x.From && s.toks[i-1].Kind == scan.Comma && s.airs(m, i):
		return conveyed // Lund, on her MSNBC show,
	case s.isApart(m, x):
		return isNamed
	case beside == studied:
		return reports
	case i < 0 && m.Kind == Social:
		return isNamed
	case i < 0 && s.hasSeen(m, x.To):
		return conveyed
	case i < 0 || beside == conveyed:
		return beside
	case s.isOwn(i, x.From):
		return reports
	case s.toks[i].Is(lang.By):
		return s.byWhom(m, x.To)
	case s.toks[i-1].Is(lang.Quoted), s.isPaper(i - 1), s.mediumBetween(x.From, i),
		s.toks[i].Is(lang.In) && s.cueOf(s.beforeDate(i)) == lang.CueCarry:
		return conveyed // a poll published in Bild, an ad in Vox
	}
	return isNamed
}

// byWhom returns the part of the outlet m behind a participle and "by": it is none where that leads
// somebody of it, "a body led by a CNN reporter".
func (s *story) byWhom(m sourceAt, to int) part {
	if i := s.pastName(m.to); i < to && s.toks[i].Is(lang.Job) {
		return isNamed
	}
	return conveyed
}

// conveys reports whether the preposition at i, not before from, says that somebody spoke to the
// outlet after it, or that it has what was written: "who spoke to", "obtained by".
func (s *story) conveys(i, from int) bool {
	way := s.wayTo(i, from)
	if way < 0 {
		return false
	}
	return !s.isNegated(speech.Run{From: s.clauseStart(way, max(from, way-wayReach)), To: way})
}

// clauseStart returns the first of the words before token i, not before from, that no verb of
// speech, no conjunction and no mark parts from it.
func (s *story) clauseStart(i, from int) int {
	for i > from && s.toks[i-1].Kind == scan.Word &&
		(!s.toks[i-1].Is(lang.Cue|lang.Sub) || s.toks[i-1].Is(lang.Negation)) {
		i--
	}
	return i
}

// wayReach is how many tokens may part a verb from the preposition that leads an outlet: "speaking
// on condition of anonymity to".
const wayReach = leadReach

// wayTo returns the token before the preposition at i that says how things come to the press:
// "spoke", "obtained". It returns -1 where there is none, not before from.
func (s *story) wayTo(i, from int) int {
	const others = lang.Pronoun | lang.Aux | lang.Cue | lang.That
	const when = lang.Sub | lang.In | lang.On
	for j := i - 1; j >= from && j >= i-wayReach; j-- {
		switch p := s.press(j); {
		case p == lang.PressContact || p == lang.PressPassed || p == lang.PressPaper && j == i-1:
			return j
		case s.toks[j].Kind != scan.Word || s.toks[j].Is(others),
			s.toks[j].Is(lang.Article) && (j == from || !s.toks[j-1].Is(when)):
			return -1
		}
	}
	return -1
}

// anyPress reports whether a token of x has the argument p of the class of the press.
func (s *story) anyPress(x speech.Run, p int) bool {
	for i := x.From; i < x.To; i++ {
		if s.press(i) == p {
			return true
		}
	}
	return false
}

// isApart reports whether the source x tells of somebody who has to do with the outlet m, but does
// not speak for it: "a former editor of Vox", "Lund, who owns Vox"; not "a memo that Vox has seen".
func (s *story) isApart(m sourceAt, x speech.Run) bool {
	x.From = max(x.From, m.from-besideReach)
	if s.anyPress(speech.Run{From: x.From, To: m.from}, lang.PressApart) {
		return true
	}
	i := m.from - 1
	for i > x.From && (!s.toks[i].Is(lang.Rel) || s.toks[i].Is(lang.Article)) {
		i--
	}
	return i > x.From && !s.hasSeen(m, x.To) && !s.passes(m, x.From)
}

// hasSeen reports whether the outlet m says of a paper that it has it: "Vox has seen".
func (s *story) hasSeen(m sourceAt, to int) bool {
	i := m.to
	for i < to && s.toks[i].Is(lang.Aux|lang.Adverb) {
		i++
	}
	return m.to < i && i < to && s.press(i) == lang.PressPassed
}

// besideName returns the part of an outlet whose name the words from i on follow: conveyed before
// "interview", isNamed before "spokeswoman", studied before "poll", and reports otherwise.
func (s *story) besideName(i, to int) part {
	to = min(to, i+besideReach)
	others := s.mentionsIn(speech.Run{From: i, To: to})
	for ; i < to && s.toks[i].Kind != scan.Comma; i++ {
		if len(others) > 0 && others[0].from <= i {
			i, others = others[0].to-1, others[1:] // a CNN/Washington Post poll
			continue
		}
		t := &s.toks[i]
		switch {
		case s.press(i) == lang.PressStudy:
			return studied
		case s.press(i) == lang.PressApart:
			return isNamed
		case t.Is(lang.Job|lang.And|lang.Prep) || s.isPressWord(i):
			return reports
		case t.Is(lang.Medium):
			return conveyed
		case t.Is(lang.Role) && !s.inWord(i) && (i+1 == to || s.press(i+1) != lang.PressStudy):
			return isNamed // but YouGov, a delegate count
		}
	}
	return reports
}

// isPressWord reports whether token i is a word of the work of the press, and not for an outlet.
func (s *story) isPressWord(i int) bool {
	p := s.press(i)
	return p > 0 && p < lang.PressAgain
}

// isOwn reports whether the noun before the preposition at i is of what an outlet makes or of who
// works for it: "a report in", "a poll conducted for", "correspondents of", "Dana Brekke of".
func (s *story) isOwn(i, from int) bool {
	for j := i - 1; j >= from && j > i-leadReach; j-- {
		t := &s.toks[j]
		switch {
		case t.Is(lang.Job | lang.Newswire):
			return true
		case s.press(j) == lang.PressStudy:
			return !s.toks[i].Is(lang.In)
		case s.press(j) == lang.PressReport:
			return j+s.widthAs(j, lang.Press) >= i || s.toks[i-1].Is(lang.Weekday|lang.Day|lang.Unit)
		case t.Is(lang.Cue | lang.Cueing), t.Kind == scan.Comma && s.toks[j+1].Kind != scan.Number:
			return false
		case t.Is(lang.Role|lang.Group|lang.Medium) && !t.Is(lang.Month):
			return false
		}
	}
	return !s.toks[i].Is(lang.Toward|lang.In) && i-2 >= from && s.namePart(i-1) && s.namePart(i-2)
}

// pureOutlet reports whether the source x is an outlet and nothing more: "the Interfax news
// agency", not "the CNN poll".
func (s *story) pureOutlet(x speech.Run) bool {
	mentions := s.mentionsIn(x)
	if len(mentions) == 0 {
		return false
	}
	i, others := s.pastEnding(mentions[0].to), mentions[1:] // TASS'ın
	for i < x.To {
		t := &s.toks[i]
		switch {
		case len(others) > 0 && others[0].from == i:
			i, others = others[0].to, others[1:] // the Press Trust of India (PTI)
		case t.Is(lang.Newswire|lang.Medium) && s.press(i) != lang.PressStudy, t.Kind >= scan.Quote:
			i++
		default:
			return t.Kind == scan.Comma
		}
	}
	return true
}

// mentionsIn returns the mentions of sources that start in x.
func (s *story) mentionsIn(x speech.Run) []sourceAt {
	from := sort.Search(len(s.sources), func(i int) bool { return s.sources[i].from >= x.From })
	to := from
	for to < len(s.sources) && s.sources[to].from < x.To {
		to++
	}
	return s.sources[from:to]
}
