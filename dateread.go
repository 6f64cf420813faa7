package dateline

import (
	"iter"
	"time"

	"golang.org/x/text/language"

	"github.com/e95690a0/dateline/internal/dates"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// Dates returns the dates in text, in order: "April 11", "early Wednesday morning", "last weekend".
// Words such as "yesterday" count from p.Published, or else from the day of the dateline or of the
// stamp above the story.
func (p *Parser) Dates(text string) iter.Seq[Date] {
	return func(yield func(Date) bool) {
		s := p.open(text)
		defer s.close()
		for s.nextTake() {
			if s.begin == 0 && p.Published.IsZero() {
				s.readStamped()
				s.readDateline()
			}
			s.readSources()
			for d := range s.eachDate {
				if !yield(d.Date) {
					return
				}
			}
		}
	}
}

// readDates finds the dates of the whole story.
func (s *story) readDates() {
	for d := range s.eachDate {
		s.dates = add(s.dates, d)
	}
	s.readStamps()
}

// eachDate yields the dates of the story in order.
func (s *story) eachDate(yield func(dateAt) bool) {
	r := dates.NewReader(s.text, s.toks, s.lang)
	next, source := 0, 0
	var last dateAt
	for i := 0; i < len(s.toks); i = max(next, i+1) {
		if !dates.MayStart(&s.toks[i]) {
			continue
		}
		d, ok := s.dateAt(&r, i, last)
		if !ok {
			continue
		}
		for source < len(s.sources) && s.sources[source].to <= d.from {
			source++
		}
		named := source < len(s.sources) && s.sources[source].from < d.to // the Sunday Times
		if !named && !yield(d) {
			return
		}
		next, last = d.to, d
	}
}

// dateList returns the dates of the story without their tokens.
func (s *story) dateList() []Date {
	if len(s.dates) == 0 {
		return nil
	}
	list := make([]Date, len(s.dates))
	for i := range list {
		list[i] = s.dates[i].Date
	}
	return list
}

// dateAt reads the date that starts at token i of running text. Where it says only the day of a
// month, that is the month of the date last, right before it: 10月3日至5日.
func (s *story) dateAt(r *dates.Reader, i int, last dateAt) (dateAt, bool) {
	parts, width := r.At(i)
	if width == 0 || parts.Alone || parts.IsWeekday() && s.namedByDay(i) {
		return dateAt{}, false
	}
	if parts.Toward == 0 {
		parts.Toward = s.tense(i, i+width, last)
	}
	shared := parts.Day > last.Day && parts.Month == 0 && last.Day > 0 && i-last.to <= 1 && i > 0
	if shared {
		parts.Month, parts.Year = last.Month, last.Year
	}
	v, ok := s.reckon(parts, i, last)
	if !ok {
		return dateAt{}, false
	}
	d := newDate(s.span(i, i+width), v)
	if shared {
		d.Inferred |= FieldYear | FieldMonth
	}
	return dateAt{d, i, i + width}, true
}

// reckon reckons the date at token i: a bare weekday that a word joins to another day, last, from
// there, "next Wednesday or Thursday".
func (s *story) reckon(parts dates.Parts, i int, last dateAt) (dates.Value, bool) {
	today := s.reference()
	const joint = lang.And | lang.Prep | lang.On | lang.Func
	if parts.IsWeekday() && i == last.to+1 && s.toks[last.to].Is(joint) {
		if v, ok := nextFrom(last.Date, parts, today); ok {
			return v, true
		}
	}
	return parts.Resolve(dates.Reference{Day: today, Order: s.order()})
}

// nextFrom returns the first day after last that is the weekday of parts. It returns false where
// last has a date of its own, or is before today and the weekday would not be, which the text then
// has to say.
func nextFrom(last Date, parts dates.Parts, today time.Time) (dates.Value, bool) {
	day, ok := last.Time(time.UTC)
	if !ok || !last.Inferred.Has(FieldDay) {
		return dates.Value{}, false
	}
	ahead := parts.Toward > 0 || !day.Before(today)
	parts.Toward, parts.Strict = 1, true
	v, ok := parts.Resolve(dates.Reference{Day: day})
	return v, ok && (ahead || !v.After(today))
}

// dateFrom reads the date phrase that starts exactly at token i, and returns how many tokens it
// takes up; a width of 0 is a miss. In a dateline less says that it is a date; one that nothing
// says the month of, "11日", is zero and has its width. broken is the token of a day that does not
// exist, "February 31", or -1.
func (s *story) dateFrom(i int, dateline bool) (d Date, width, broken int) {
	r := dates.NewReader(s.text, s.toks, s.lang)
	if dateline {
		r = r.Dateline()
	}
	parts, width := r.At(i)
	if width == 0 || parts.Alone && !dateline {
		return Date{}, 0, -1
	}
	if parts.Broken > 0 {
		return Date{}, width, i + parts.Broken - 1
	}
	v, ok := parts.Resolve(dates.Reference{Day: s.published(), Order: s.order()})
	switch {
	case ok:
		return newDate(s.span(i, i+width), v), width, -1
	case dateline:
		return Date{}, width, -1
	}
	return Date{}, 0, -1
}

// reference is the day that the dates of the story count from: its publication as the user knows
// it, or else its dateline, or else its stamp.
func (s *story) reference() time.Time {
	if s.Published.IsZero() {
		if day, ok := s.dateline.Date.Time(time.UTC); ok {
			return day
		}
	}
	return s.published()
}

// mixedOrder is the one language whose countries do not agree on the order of day and month.
const mixedOrder = "en"

// order says whether the story writes the month first in figures.
func (s *story) order() dates.Order {
	switch {
	case s.Country == "US":
		return dates.MonthFirst
	case s.Country != "":
		return dates.DayFirst
	}
	tag := s.lang.Tag()
	if s.Lang != language.Und {
		base, _ := s.Lang.Base()
		tag = base.String()
	}
	if tag == "" || tag == mixedOrder {
		return dates.AnyOrder
	}
	return dates.DayFirst
}

// clause is how many tokens around a date are looked at for its tense; an infinitive and "until"
// must be nearer.
const (
	clause    = 10
	toClause  = 4
	onClause  = 3
	onTheHour = 5 // with an hour between: "until 3 a.m. on Thursday"
)

// tense tells whether the words around the date at tokens from i to end speak of the future: 1, of
// the past: -1, or do not tell: 0. The nearest word before it decides, "will meet on Friday", or
// the date last, if that is nearer, "will be in Bonn on Friday, Rome Sunday"; where the date opens
// its sentence, the first word after it; so does a verb of saying where it opens its clause, "...,
// v pondělí oznámilo město". What happened to "Friday's talks" is not said.
func (s *story) tense(i, end int, last dateAt) int {
	if end < len(s.toks) && s.toks[end].Kind == scan.Apostrophe {
		return s.aheadOf(i)
	}
	skipped := 0 // tokens of a bracket
	for at := i - 1; at >= max(0, i-clause-skipped); at-- {
		if s.toks[at].Kind == scan.Close && skipped == 0 {
			if open := s.bracketOpen(max(0, at-clause), at); open > 0 {
				at, skipped = open-1, skipped+at-open+1
			}
		}
		if s.endsHere(at) || s.toks[at+1].Gap == scan.Para {
			if i-at > 2 {
				return 0
			}
			return s.tenseAfter(end, scan.Stop)
		}
		if at < last.to && at >= last.from {
			return s.side(last.Date)
		}
		if s.toks[at].Kind == scan.Comma && i-at <= onClause && s.tenseAfter(end, scan.Comma) < 0 {
			return -1
		}
		if way := s.pointsTo(at, i-at-skipped); way != 0 {
			return way
		}
	}
	if i <= 2 {
		return s.tenseAfter(end, scan.Stop)
	}
	return 0
}

// aheadOf returns 1 where a preposition that looks ahead ends right before token i, "ahead of
// Sunday's vote", and else 0: what was damaged "by Sunday's fire" has been.
func (s *story) aheadOf(i int) int {
	for width := 1; width <= 2 && width <= i; width++ {
		t := &s.toks[i-width]
		if way, w, _ := t.Arg(lang.On, s.lang); way > 0 && w == width && !t.Is(lang.By) {
			return 1
		}
	}
	return 0
}

// endsHere reports whether token at ends a sentence, as the stop of "24.1 feet" does not.
func (s *story) endsHere(at int) bool {
	if s.toks[at].Kind != scan.Stop || at+1 == len(s.toks) {
		return s.toks[at].Kind == scan.Stop
	}
	next := &s.toks[at+1]
	return next.Kind != scan.Number || next.Gap > scan.None
}

// side returns 1 for a day after that of reference, -1 for one before it and else 0.
func (s *story) side(d Date) int {
	day, ok := d.Time(time.UTC)
	today := s.reference()
	if !ok || today.IsZero() {
		return 0
	}
	return day.Compare(today.Truncate(24 * time.Hour))
}

// tenseAfter looks for the tense behind a date, up to a stop and to a mark of the kind until.
func (s *story) tenseAfter(end int, until scan.Kind) int {
	for at := end; at < min(len(s.toks), end+clause); at++ {
		if t := &s.toks[at]; t.Kind == scan.Comma && until == scan.Comma || s.endsHere(at) ||
			t.Gap == scan.Para {
			break
		}
		if way := s.pointsTo(at, clause); way != 0 {
			return way
		}
		if at == end && s.arg(at, lang.Tense) == lang.TenseIs { // "Am Montag reist er"
			return 1
		}
	}
	return 0
}

// pointsTo returns 1 for a word that looks ahead, "will", "until", "to" before a verb, and -1 for
// one that looks back; distance is how many tokens it stands from the date.
func (s *story) pointsTo(at, distance int) int {
	t := &s.toks[at]
	if !t.Is(lang.Tense | lang.On | lang.Cue | lang.Day) {
		return 0
	}
	way, width, _ := t.Arg(lang.Tense, s.lang)
	switch {
	case way == lang.TenseTo && distance > toClause, way == lang.TenseIs && distance > width+1:
		return 0
	case way == lang.TenseTo:
		return s.verbAfter(at)
	case way < 0 && s.isAhead(at):
		return 1
	case way != 0:
		return min(way, 1)
	case t.Is(lang.Cue):
		return -1
	case s.arg(at, lang.Day) == tomorrow && !t.Is(lang.Part): // not "la mañana"
		return 1
	}
	way, width, _ = t.Arg(lang.On, s.lang)
	if way == 0 || distance-width >= onTheHour || !s.leadsOn(at+width, at+distance) {
		return 0
	}
	return way
}

// leadsOn reports whether the tokens from up to to may stand between a preposition and its date:
// "by 5 p.m. Friday", "until the following Sunday", and not "by bus late Friday".
func (s *story) leadsOn(from, to int) bool {
	const lead = dates.Words | lang.Func | lang.Prep | lang.Adverb
	for i := from; i < min(to, len(s.toks)); i++ {
		if t := &s.toks[i]; t.Kind == scan.Word && !t.Is(lead) {
			return false
		}
	}
	return true
}

// tomorrow is the argument of Day for the day after that of writing.
const tomorrow = 1

// maxAux is how many auxiliaries stand before a participle: "will have been held".
const maxAux = 3

// isAhead reports whether the word at token at, which looks back by itself, is a participle behind
// an auxiliary that looks ahead: "will be held", "to be closed", and not "to have opened".
func (s *story) isAhead(at int) bool {
	for n := 1; n <= maxAux && at-n >= 0; n++ {
		way := s.arg(at-n, lang.Tense)
		if way != 0 || !s.toks[at-n].Is(lang.Aux) {
			return way == lang.TenseTo || way == 1 && s.toks[at-n].Is(lang.Aux)
		}
	}
	return false
}

// verbAfter returns 1 where what follows the "to" at token at may be a verb: a word in lower case
// that is no article, pronoun or number.
func (s *story) verbAfter(at int) int {
	if at+1 >= len(s.toks) {
		return 0
	}
	t := &s.toks[at+1]
	if t.Kind != scan.Word || !t.Shape.Has(scan.Lower) ||
		t.Is(dates.Starts|lang.Article|lang.Func|lang.Prep|lang.Pronoun|lang.Group|lang.Role) {
		return 0
	}
	return 1
}

// parts are the parts of the day in the order of lang.PartMorning and the others.
var dayParts = [...]DayPart{"", Morning, Midday, Afternoon, Evening, Night}

// newDate gives a reckoned date its span and public form.
func newDate(span Span, v dates.Value) Date {
	d := Date{
		Span: span, Unit: dateUnit(v.Unit), Year: v.Year, Month: v.Month, Day: v.Day,
		Weekday: v.Weekday, Week: v.Week, Part: dayParts[v.Part], Inferred: DateFields(v.Inferred),
	}
	switch d.Unit {
	case UnitQuarter:
		d.Quarter = v.Nth
	case UnitSeason:
		d.Season = v.Nth
	}
	return d
}

// dateUnit returns the public unit for one of package lang's.
func dateUnit(unit int) DateUnit {
	switch unit {
	case lang.UnitDay:
		return UnitDay
	case lang.UnitWeek:
		return UnitWeek
	case lang.UnitWeekend:
		return UnitWeekend
	case lang.UnitMonth:
		return UnitMonth
	case lang.UnitQuarter:
		return UnitQuarter
	case dates.UnitSeason:
		return UnitSeason
	case lang.UnitYear:
		return UnitYear
	case lang.UnitDecade:
		return UnitDecade
	case lang.UnitCentury:
		return UnitCentury
	}
	return 0
}
