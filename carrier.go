package dateline

import (
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

// carrier returns the outlet or platform that carried x, and takes the words that say so off its
// source and content.
func (s *story) carrier(x *speech.Saying) Source {
	s.dropSetting(x)
	s.putIt(x)
	s.setOffSource(x)
	s.giveBack(x)
	s.dropTold(x)
	s.joinOutlets(x)
	if src := s.quoter(x); !src.IsZero() {
		return src
	}
	if src := s.toldOutlet(x); !src.IsZero() {
		return src
	}
	if src := s.citedBehind(x); !src.IsZero() {
		return src
	}
	if src := s.wasToldIt(x); !src.IsZero() {
		return src
	}
	if src := s.fronted(x); !src.IsZero() {
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

// citedBehind reads "Vox, citing engineers, put the cost at a million", where whom the outlet cites
// has been taken for the start of the content.
func (s *story) citedBehind(x *speech.Saying) Source {
	if !x.Source.Empty() || len(x.Content) == 0 || !s.isCiting(x.Verb) {
		return Source{}
	}
	c := &x.Content[0]
	cited := s.phraseFrom(x.Cue.To, c.To)
	before := s.mentionsIn(speech.Run{From: x.Sentence.From, To: x.Cue.From})
	if c.From != x.Cue.To || !s.isKind(cited.To, c.To, scan.Comma) || len(before) == 0 {
		return Source{}
	}
	m := before[len(before)-1]
	if s.pastOutlet(m, x.Cue.From) != x.Cue.From-1 {
		return Source{}
	}
	x.Source, c.From = cited, cited.To+1
	return m.Source
}

// selfReported reports whether x, which names no other source, is an outlet's own report, and makes
// the outlet its source: "was reported by CNN", "The ferry sank, CNN, reported".
func (s *story) selfReported(x *speech.Saying) bool {
	if !x.Source.Empty() || s.isQuoted(x) || s.toks[x.Verb].Is(lang.Cueing) {
		return false
	}
	x.Source = s.describedOutlet(x)
	carry := s.cueOf(x.Verb) == lang.CueCarry
	can := x.Cue.From > x.Sentence.From && s.arg(x.Cue.From-1, lang.Aux) == lang.AuxFuture
	if x.Source.Empty() && (carry || can) {
		x.Source = s.openingOutlet(x)
	}
	if x.Source.Empty() && carry {
		x.Source = s.outletBehind(x)
		if x.Source.Empty() {
			x.Source = s.cutOutlet(x)
		}
	}
	return !x.Source.Empty()
}

// describedOutlet returns the outlet that opens the sentence of x, with the words between commas
// that say what it is: "Bild, the biggest paper, agreed".
func (s *story) describedOutlet(x *speech.Saying) speech.Run {
	from, comma := x.Sentence.From, x.Cue.From-1
	if comma < from || s.toks[comma].Kind != scan.Comma || inContent(x.Content, from) {
		return speech.Run{}
	}
	m := s.mentionsIn(speech.Run{From: from, To: comma})
	if len(m) == 0 || m[0].from > from {
		return speech.Run{}
	}
	return speech.Run{From: from, To: comma}
}

// openingOutlet returns the outlet that is all that stands before the verb of x: "The Vox news
// agency reported", "Vox can reveal".
func (s *story) openingOutlet(x *speech.Saying) speech.Run {
	from := x.Sentence.From
	for _, m := range s.mentionsIn(speech.Run{From: from, To: min(from+epithetReach, x.Cue.From)}) {
		to := s.pastOutlet(m, x.Cue.From)
		verb := to
		for verb < x.Cue.From && s.toks[verb].Is(lang.Aux|lang.Adverb) {
			verb++
		}
		if s.phraseStart(m.from, from) == from && verb == x.Cue.From {
			return speech.Run{From: from, To: to}
		}
	}
	return speech.Run{}
}

// outletBehind returns the outlet that follows the cue of x: "was first reported by CNN", "was
// reported earlier on Friday by Vox".
func (s *story) outletBehind(x *speech.Saying) speech.Run {
	const when = lang.Adverb | lang.Extent | lang.On | lang.Weekday | lang.Day
	i := x.Cue.To
	for i < x.Sentence.To && s.toks[i].Is(when) && !s.toks[i].Is(lang.By) {
		i++
	}
	if i >= x.Sentence.To || !s.toks[i].Is(lang.By|lang.In) {
		return speech.Run{}
	}
	m := s.mentionsIn(speech.Run{From: i, To: min(i+leadReach, x.Sentence.To)})
	if len(m) == 0 {
		return speech.Run{}
	}
	return speech.Run{From: max(i, s.linkBefore(m[0], i)) + 1, To: m[0].to}
}

// cutOutlet cuts the outlet off the end of the content before the cue of x and returns it: "The
// ferry sank, CNN, reported".
func (s *story) cutOutlet(x *speech.Saying) speech.Run {
	for n := range x.Content {
		c := &x.Content[n]
		all := s.mentionsIn(*c)
		if len(all) == 0 || c.To > x.Cue.From || x.Cue.From-c.To > 1 {
			continue
		}
		m := all[len(all)-1]
		if from := s.phraseStart(m.from, c.From); from > c.From && m.to >= c.To-1 &&
			s.toks[from-1].Kind == scan.Comma {
			c.To = from - 1
			return speech.Run{From: from, To: m.to}
		}
	}
	return speech.Run{}
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
		if i := s.led(m, x.Source.From+1); i > 0 && !behind && m.to == x.Source.To &&
			x.Source.To == x.Cue.From && s.toks[i].Is(lang.Toward) {
			x.Source.To = i // لوند به خبرگزاری ایسنا گفت
			return m.Source
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
		if m.Kind == Social && s.namesMedium(m) {
			return m.Source // read the Facebook post
		}
		if m.Kind == Social && s.lang.Tells() && m.to == x.Source.To && m.from > x.Source.From+1 {
			x.Source.To = s.beforeArticle(m.from) // [írta] Lund a Facebookon
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

// beforeArticle returns where the article before token i starts, or i.
func (s *story) beforeArticle(i int) int {
	for i > 0 && s.toks[i-1].Is(lang.Article) {
		i--
	}
	return i
}

// addressee returns where the outlet m starts, with its article, at the end of a source that has a
// person's name before it: "[sagte] Karin Brandt der dpa". Otherwise it returns 0. Where nouns have
// cases, or an article shows one, a surname is enough: "[сказал] Петров ТАСС".
func (s *story) addressee(m sourceAt, x speech.Run) int {
	open, to := m.from, m.to
	for open > x.From && s.isQuote(open-1) {
		open--
	}
	for to < x.To && s.isQuote(to) {
		to++
	}
	i := max(x.From, s.beforeArticle(open))
	const with = lang.In | lang.On
	if to != x.To && !s.toks[to].Is(with) || i-1 < x.From {
		return 0
	}
	if office := &s.toks[i-1]; i < open && office.Is(lang.Role) && !office.Is(lang.Job) &&
		s.lang.CapitalNouns() && (m.again || m.Kind != Broadcaster) {
		return i // [sagte] der Minister der „Zeit“
	}
	if !s.namePart(i-1) || s.toks[i-1].Is(lang.Role|lang.Job|lang.Group) {
		return 0
	}
	oneName := s.lang.Tells() || i < m.from // Lund der dpa
	if !oneName && (i-2 < x.From || !s.namePart(i-2)) {
		return 0
	}
	return i
}

// weakReach is how many tokens the preposition and a name that could mean other things have.
const weakReach = 4

// weakCarrier reads an outlet whose name could mean other things too, where it is all that follows
// a preposition at the end of the source: "[sier] Lund til NRK".
func (s *story) weakCarrier(x *speech.Saying) Source {
	for i := x.Source.To - 2; i > x.Source.From && i >= x.Source.To-weakReach; i-- {
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

// isQuoted reports whether the cue of x is one like "was quoted as saying", or "reported" where it
// is followed by somebody "as saying".
func (s *story) isQuoted(x *speech.Saying) bool {
	return s.anyOf(x.Cue, lang.Quoted) || x.Source.From == x.Cue.To && s.saysAs(x.Source.To)
}

// saysAs reports whether "as saying" stands at token i.
func (s *story) saysAs(i int) bool {
	return i+1 < len(s.toks) && s.toks[i].Is(lang.Sub) && s.toks[i+1].Is(lang.Cueing)
}
