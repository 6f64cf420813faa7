package dateline

import (
	"sort"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

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
		if !inContent(x.Content, m.from) && !x.Source.Has(m.from) && s.passes(m, x.Sentence.From) {
			return m.Source
		}
		if m.from >= x.Cue.From && !x.Source.Has(m.from) &&
			!inContent(x.Content, m.from) && s.carries(m, x) {
			return m.Source
		}
	}
	for _, m := range mentions {
		if m.from >= x.Cue.From || x.Source.Has(m.from) || inContent(x.Content, m.from) ||
			s.isElsewhere(m, x) {
			continue
		}
		active := x.Source.From >= x.Cue.To && (s.isQuoted(x) || // V quoted S as saying
			s.lang.Tells() && m.to == x.Cue.From && m.Kind != Social) // об этом РБК рассказал Лунд
		cites := s.citesIn(m.to, x.Source.From) || s.marksCiter(m, x)
		if active || cites || s.aired(m, x) || s.hears(m, x) || s.introduces(m, x) {
			return m.Source
		}
	}
	return Source{}
}

// isElsewhere reports whether x is in a clause that a conjunction opens behind the outlet m, or
// that tells of the noun before it: "viewed on X when a judge called", "on X in a case a judge
// called".
func (s *story) isElsewhere(m sourceAt, x *speech.Saying) bool {
	const fronted = links | lang.On | lang.Weekday | lang.Day | lang.Cueing
	first, opening := x.First(), x.Sentence.From
	if first <= m.to || s.toks[opening].Is(fronted) || s.press(opening) == lang.PressContact ||
		s.nextComma(m.to, first) < first {
		return false
	}
	before := &s.toks[first-1]
	if before.Is(lang.Sub) {
		return s.arg(first-1, lang.Sub) != lang.SubAs
	}
	return before.Shape.Has(scan.Lower) && !before.Is(lang.And|lang.Rel) &&
		s.pastDate(s.pastOutlet(m, first), first) < first
}

// aired reports whether the clause before the participle of x ends with where it was said, the
// outlet m: "Lund attacked the judge on CNN, calling him a fool".
func (s *story) aired(m sourceAt, x *speech.Saying) bool {
	if s.toks[x.Verb].Is(lang.Cue) {
		return false
	}
	i, to := s.led(m, x.Sentence.From), s.pastOutlet(m, x.Cue.From)
	if s.isKind(to, x.Cue.From, scan.Comma) {
		to++
	}
	return to == x.Cue.From && x.Source.To < i && s.airs(m, i)
}

// passes reports whether words that say who passed something on, with their preposition or without
// one, stand before the outlet m: citado pela agência Tass, a los que tuvo acceso El País.
func (s *story) passes(m sourceAt, from int) bool {
	i := s.phraseStart(m.from, from)
	if s.passed(i, from) || s.toks[i].Is(lang.Article) && i < m.from && s.passed(i+1, from) {
		return true // citée par l'agence, citado pela agência
	}
	return s.lies(m)
}

// passed reports whether such words of two to four end before token i.
func (s *story) passed(i, from int) bool {
	for width := 2; width <= 4 && i-width >= from; width++ {
		j := i - width
		if s.toks[j].Is(lang.Quoted) && s.toks[j].Width() == width ||
			s.press(j) == lang.PressPassed && s.widthAs(j, lang.Press) == width {
			return true
		}
	}
	return false
}

// lies reports whether the verb behind the outlet m ends a relative clause and says that m has a
// paper: "ein Papier, das der dpa vorliegt".
func (s *story) lies(m sourceAt) bool {
	to := m.to
	for to < len(s.toks) && s.isQuote(to) {
		to++
	}
	if to == len(s.toks) || s.press(to) != lang.PressPassed || !s.lang.CapitalNouns() {
		return false
	}
	i := m.from
	for i > 0 && (s.toks[i-1].Is(lang.Article|lang.Newswire) || s.isQuote(i-1)) {
		i--
	}
	return i < m.from && s.toks[i].Is(lang.Article)
}

// carries reports whether the outlet m, in the cue of x or after it, was told or carried the words.
func (s *story) carries(m sourceAt, x *speech.Saying) bool {
	if m.from > max(x.Cue.To, x.Source.To)+phraseReach {
		return false
	}
	if m.from == x.Cue.To && s.toks[x.Verb].Is(lang.CueAfter) && s.toks[m.to].Is(lang.Cue) {
		return true // দমকলের বরাত দিয়ে ইউএনবি জানায়
	}
	if x.Source.From >= m.to && (s.isQuoted(x) || s.citesIn(m.to, x.Source.From)) {
		return true // نقلت V عن S; 据V援引S的话报道
	}
	if i := s.led(m, x.Cue.From); i >= 0 {
		if s.anyOf(speech.Run{From: x.Cue.To, To: i}, lang.Cueing) || s.saysBetween(x.Last()+1, i) {
			return false // said it leaked, calling on CNN
		}
		return !inContent(x.Content, i) && (s.toks[i].Is(lang.Toward) && !s.isNegated(x.Cue) ||
			s.toks[i].Is(lang.By) && s.isMadeBy(i, x) ||
			s.toks[i].Is(lang.In|lang.Via) && s.appearsIn(m, i, x) ||
			s.addresses(x) && s.isOwn(i, x.Cue.To) || // told reporters from
			s.mediumBetween(max(x.Cue.From, i-leadReach), m.from))
	}
	if s.lang.PlacesByCase() && s.namesMedium(m) {
		return true // korosti Ylen haastattelussa
	}
	if s.isNegated(x.Cue) || !s.addresses(x) && !s.toldNext(m, x) {
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

// saysBetween reports whether another verb of speech stands in the tokens from up to to: "a claim
// that his office denied on".
func (s *story) saysBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].Is(lang.Cue) && s.cueOf(i) != lang.CueCarry && !s.mediumAt(i) && s.press(i) == 0 {
			return true
		}
	}
	return false
}

// isMadeBy reports whether the preposition at i, "by", leads who quoted x, or who printed or was
// given the words of it: "published by".
func (s *story) isMadeBy(i int, x *speech.Saying) bool {
	if s.anyOf(speech.Run{From: max(x.Cue.To, x.Source.To), To: i}, lang.And) {
		return false // first reported by Vox and confirmed by CNN
	}
	return s.isQuoted(x) || i > 0 && s.toks[i-1].Is(lang.Cue|lang.Medium) ||
		s.conveys(i, x.Sentence.From)
}

// toldNext reports whether the outlet m, with no more than an article and a noun before it, stands
// right behind the cue of x and its source: "[ein Sprecher] sagte dem Sender NDR".
func (s *story) toldNext(m sourceAt, x *speech.Saying) bool {
	from := max(x.Cue.To, x.Source.To)
	if m.from == from+1 && s.mayOpenQuote(from) && !x.Source.Empty() {
		return true // сказала Лапина «Известиям»
	}
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
	const lead = lang.Article | lang.Weekday | lang.Day | lang.Newswire
	for i++; i < m.from && s.toks[i].Is(lead); i = s.pastName(i + 1) {
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
	if s.speaksTo(m, x) {
		return true
	}
	if i < 0 {
		return s.lang.PlacesByCase() && s.namesMedium(m) // NTV canlı yayınında
	}
	if inContent(x.Content, i) {
		return false
	}
	t, topic := &s.toks[i], speech.Run{From: i + 1, To: m.from}
	if s.arg(x.Sentence.From, lang.Cueing) == lang.CueCite ||
		t.Is(lang.By) && s.anyOf(topic, lang.Prep) {
		return false // Citing a report in Vox, CNN said; Asked by aides about Vox
	}
	published := i > x.Sentence.From && s.toks[s.beforeDate(i)].Is(lang.Cue)
	switch {
	case i == x.Sentence.From && t.Is(lang.Toward) &&
		(!t.Is(lang.In) || s.toks[m.to].Kind == scan.Comma):
		return true // Gegenüber Reuters sagte Lund; À Folha, o prefeito disse
	case s.isSetOff(i, x) && (s.airs(m, i) || m.Kind == Broadcaster && t.Is(lang.Toward)):
		return true
	case published && (t.Is(lang.By) || s.airs(m, i)),
		s.conveys(i, x.Sentence.From), s.press(i-1) == lang.PressReport:
		return true
	case t.Is(lang.In) && s.appearsIn(m, i, x) && (i == x.Sentence.From || published):
		return true
	}
	return !s.toks[x.Sentence.From].Is(lang.Sub) && !t.Is(lang.By) &&
		(s.mediumBetween(max(x.Sentence.From, i-leadReach), m.from) || s.namesMedium(m))
}

// speaksTo reports whether words that say how it came to be said open x right before the outlet m:
// Trả lời VnExpress.
func (s *story) speaksTo(m sourceAt, x *speech.Saying) bool {
	if s.press(x.Sentence.From) != lang.PressContact {
		return false
	}
	i := x.Sentence.From + s.widthAs(x.Sentence.From, lang.Press)
	for i < m.from && s.toks[i].Is(lang.Article) {
		i++
	}
	return i == m.from
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
	_, ok := s.dateBefore(i)
	return ok
}

// dateBefore returns the number of the date that ends before token i.
func (s *story) dateBefore(i int) (n int, ok bool) {
	n = sort.Search(len(s.dates), func(n int) bool { return s.dates[n].to >= i })
	return n, n < len(s.dates) && s.dates[n].to == i
}

// beforeDate returns the token before token i, past a date between the two: "published" in
// "published on Thursday in".
func (s *story) beforeDate(i int) int {
	if n, ok := s.dateBefore(i); ok {
		i = s.dates[n].from
		if i > 1 && s.toks[i-1].Is(lang.On) {
			i--
		}
	}
	return max(0, i-1)
}
