package dateline

import (
	"sort"
	"time"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// dateReach is how far from its cue the date of a saying may stand.
const dateReach = 14

// coarseReach is the same for a month or a year.
const coarseReach = 4

// dateBeside returns the day on which x was said: the one nearest to the cue, outside the content
// and in no clause of its own. A date that "that" parts from the content is taken off its start.
func (s *story) dateBeside(x *speech.Saying) Date {
	best, near := Date{}, dateReach
	n := sort.Search(len(s.dates), func(i int) bool { return s.dates[i].from >= x.Sentence.From })
	for ; n < len(s.dates) && s.dates[n].from < x.Sentence.To; n++ {
		d := &s.dates[n]
		gap := d.from - x.Cue.To
		if d.from < x.Cue.From {
			gap = x.Cue.From - d.to
		}
		s.dropDate(x, d)
		if s.datesSource(d.from, x) {
			gap = 0
		} else if d.Day == 0 && d.Week == 0 && d.Weekday == 0 && gap > coarseReach {
			continue // vecina del barrio desde hace treinta años
		}
		if gap < near && !inContent(x.Content, d.from) && !s.inOtherClause(x, d) {
			best, near = d.Date, gap
		}
	}
	best.Part = ""
	return s.past(best)
}

// topicReach is how many letters stand between a source and a date right behind it: は.
const topicReach = 2

// datesSource reports whether a date at token i follows the source of x at once, in a script
// without blanks, and so says when words were spoken, however far the verb is: 市长7日在接受采访时说.
func (s *story) datesSource(i int, x *speech.Saying) bool {
	return !x.Source.Empty() && s.toks[x.Verb].Shape.Has(scan.Single) && i < x.Cue.From &&
		i >= x.Source.To && i < x.Source.To+topicReach
}

// dropDate takes d off the start of a content of x where "that" follows, "early Monday that ...",
// and off its source.
func (s *story) dropDate(x *speech.Saying, d *dateAt) {
	s.dropFromSource(x, d)
	if d.to >= len(s.toks) || !s.toks[d.to].Is(lang.That) {
		return
	}
	for n := range x.Content {
		if c := &x.Content[n]; c.From >= x.Cue.To && c.From+1 >= d.from && c.Has(d.to) {
			c.From = d.to
		}
	}
}

// dropFromSource takes d off the end of a source that only names who spoke: "The government on
// Sunday", not "A poll held on Sunday".
func (s *story) dropFromSource(x *speech.Saying, d *dateAt) {
	if d.to != x.Source.To || d.to > x.Cue.From {
		return
	}
	to := d.from
	for to > x.Source.From+1 && s.toks[to-1].Is(lang.On|lang.Aux) {
		to--
	}
	if to <= x.Source.From+1 {
		return
	}
	const noun = lang.Group | lang.Org | lang.Role | lang.Newswire
	if t := &s.toks[to-1]; t.Is(noun) || t.Shape.Has(scan.Capital) || t.Kind == scan.Close {
		x.Source.To = to
	}
}

// inOtherClause reports whether d, not far from the cue of x, stands in a clause that says of
// something else when it was: "who resigned on Monday", "fell on Monday, and Lund said", "said she
// would return on Friday", "The ship sank on Sunday, Lund said", whatever has been taken for its
// content.
func (s *story) inOtherClause(x *speech.Saying, d *dateAt) bool {
	switch {
	case x.Source.Has(d.from):
		return s.anyOf(speech.Run{From: max(x.Source.From, d.from-besideReach), To: d.from}, lang.Rel)
	case d.from >= x.Cue.To:
		const clause = lang.Aux | lang.Cue | lang.Rel | lang.Sub
		between := speech.Run{From: s.pastParts(x, x.Cue.To, d.from), To: d.from}
		if s.lang.DropsSubject() && between.From == x.Cue.To && s.toks[x.Cue.To].Is(lang.Aux) {
			between.From++ // izjavio je danas
		}
		return s.anyOf(between, clause) || s.bracketIn(between)
	case x.Source.Empty():
		return d.Unit > UnitDay
	case d.from > x.Source.From:
		return s.anyOf(speech.Run{From: max(x.Source.From, d.from-besideReach), To: d.from}, lang.Rel)
	}
	lead := speech.Run{From: s.pastParts(x, x.Sentence.From, d.from), To: d.from}
	if lead.To-lead.From > 1 && s.toks[lead.From].Is(lang.Article|lang.Pronoun) {
		return true
	}
	lead.From = max(lead.From, d.from-dateReach)
	return s.anyOf(lead, lang.Aux|lang.Rel) ||
		s.anyOf(speech.Run{From: d.to, To: x.Source.From}, lang.Aux|lang.Rel|lang.And)
}

// pastParts returns the first token from from on, and not behind to, that follows the source and
// the contents of x before to.
func (s *story) pastParts(x *speech.Saying, from, to int) int {
	if x.Source.To <= to {
		from = max(from, x.Source.To)
	}
	for _, c := range x.Content {
		if c.To <= to {
			from = max(from, c.To)
		}
	}
	return from
}

// bracketIn reports whether a bracket opens in x.
func (s *story) bracketIn(x speech.Run) bool {
	for i := x.From; i < x.To; i++ {
		if s.toks[i].Kind == scan.Open {
			return true
		}
	}
	return false
}

const week = 7 * 24 * time.Hour

// past returns the day a week before d where that is a weekday that has been counted forward, and
// no date where it is any other to come: nobody reports what will be said.
func (s *story) past(d Date) Date {
	today := s.reference()
	if d.IsZero() || today.IsZero() || !d.begins().After(today) {
		return d
	}
	const inferred = FieldYear | FieldMonth | FieldDay
	if d.Weekday == 0 || d.Inferred&inferred != inferred {
		return Date{}
	}
	year, month, number := d.begins().Add(-week).Date()
	d.Year, d.Month, d.Day = year, int(month), number
	return d
}

// begins returns the day on which d begins, or one not after it; the zero Time where that is not
// known.
func (d Date) begins() time.Time {
	switch {
	case d.Year == 0:
		return time.Time{}
	case d.Week > 0:
		return time.Date(d.Year, 1, 1+7*(d.Week-2), 0, 0, 0, 0, time.UTC)
	}
	return time.Date(d.Year, time.Month(max(1, d.Month)), max(1, d.Day), 0, 0, 0, 0, time.UTC)
}
