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

// dateBeside returns the day on which x was said: the one nearest to the cue, outside the content
// and not in a clause about the source. A date that "that" parts from the content is taken
// off its start.
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
		}
		if gap < near && !inContent(x.Content, d.from) && !s.isAside(d.from, x) {
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

// dropDate takes d off the start of a content of x where "that" follows: "early Monday that ...".
func (s *story) dropDate(x *speech.Saying, d *dateAt) {
	if d.to >= len(s.toks) || !s.toks[d.to].Is(lang.That) {
		return
	}
	for n := range x.Content {
		if c := &x.Content[n]; c.From >= x.Cue.To && c.From+1 >= d.from && c.Has(d.to) {
			c.From = d.to
		}
	}
}

// isAside reports whether token i is in a clause about the source of x: "who resigned on Monday".
func (s *story) isAside(i int, x *speech.Saying) bool {
	if x.Source.Empty() || i >= x.Cue.From || i > x.Source.From+besideReach {
		return false
	}
	return s.anyOf(speech.Run{From: x.Source.From, To: i}, lang.Rel)
}

const week = 7 * 24 * time.Hour

// past returns the day a week before d where that is a weekday that has been counted forward:
// nobody reports what will be said.
func (s *story) past(d Date) Date {
	const inferred = FieldYear | FieldMonth | FieldDay
	day, ok := d.Time(time.UTC)
	if !ok || d.Weekday == 0 || d.Inferred&inferred != inferred {
		return d
	}
	if today := s.reference(); today.IsZero() || !day.After(today) {
		return d
	}
	year, month, number := day.Add(-week).Date()
	d.Year, d.Month, d.Day = year, int(month), number
	return d
}
