package dateline

import (
	"cmp"
	"iter"
	"slices"
	"sort"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/people"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// An Attribution says who said what, and through whom: in "'We support serious approaches,' Peskov
// was quoted as saying by Interfax" the source is "Peskov", the cue "was quoted as saying", the
// speaker Dmitry Peskov, and the words came via Interfax. The zero Attribution is none.
type Attribution struct {
	// Span runs from the first to the last byte of source, cue and content.
	Span Span `json:"span,omitzero"`
	// Source covers the words that name who said it: "Peskov", "Kremlin spokesman Dmitry Peskov",
	// "he". It is zero where the text does not say.
	Source Span `json:"source,omitzero"`
	// Cue covers the words that report the speech: "said", "was quoted as saying", "according to"; or
	// the mark that does, the colon of "Macron: ‘Europe must wake up’". It is zero where there is
	// none. In languages other than English it leaves auxiliaries out: "déclaré" of "a déclaré".
	Cue Span `json:"cue,omitzero"`
	// Content covers what was said, in order, in English with its quotation marks and its "that", in
	// other languages without: "la route rouvrira" of "que la route rouvrira". A quotation that its
	// cue interrupts has two spans; one that goes on in a later paragraph has one for
	// each. It is empty where the text only says to whom somebody spoke, "Kallio told AFP", or that
	// an outlet reported something.
	Content []Span `json:"content,omitzero"`
	// Speaker is the person behind the source, pronouns and surnames resolved within the story;
	// zero where the source is no person.
	Speaker Person `json:"speaker,omitzero"`
	// Outlet is the agency or outlet that the source is or speaks for: Interfax in "the Interfax
	// news agency reported", CNN in "a CNN poll found". It is zero for one that only carries what
	// another has said: that is Via. Of outlets that speak together, as in "a New York Times/CBS News
	// poll", each has an attribution of its own; so have those that carry the same words.
	Outlet Source `json:"outlet,omitzero"`
	// Via is the agency, outlet or platform that the words came through: Interfax in "was quoted as
	// saying by Interfax", AFP in "told AFP", X in "tweeted"; the Outlet, where that is the source.
	Via Source `json:"via,omitzero"`
	// Date is the day on which it was said: "on Wednesday".
	Date Date `json:"date,omitzero"`
	// Kind says whether the words are the speaker's own.
	Kind AttributionKind `json:"kind,omitzero"`
}

// An AttributionKind says how an [Attribution] gives what was said.
type AttributionKind string

// The kinds of attribution.
const (
	Direct   AttributionKind = "direct"   // all in quotation marks
	Indirect AttributionKind = "indirect" // in the reporter's words
	Mixed    AttributionKind = "mixed"    // in the reporter's words, with some in quotation marks
)

// Attributions returns who said what in text, in order.
func (p *Parser) Attributions(text string) iter.Seq[Attribution] {
	return func(yield func(Attribution) bool) {
		for take := range p.takes(text) {
			for _, a := range take.Attributions {
				if !yield(a) {
					return
				}
			}
		}
	}
}

// readAttributions fills s.attributions from the body of the story.
func (s *story) readAttributions() {
	r := s.speech.Read(s.text, s.toks, s.lang, s.body())
	if len(r.Sayings) == 0 && len(s.sources) == 0 && s.headColon(&r) == 0 {
		return
	}
	cast := s.readCast()
	defer cast.forget()
	says := cast.findings(&r)
	s.attributions = make([]Attribution, 0, len(says))
	contents := make([]Span, 0, contentsOf(says))
	kept := says[:0]
	for _, x := range says {
		a, ok := s.throughWhom(&x)
		if !ok {
			continue
		}
		a.Date = s.dateBeside(&x)
		contents = s.fill(&a, &x, r.Quotes, contents)
		a.Speaker = cast.speakerOf(&x)
		if cast.isNobody(&x, &a) {
			contents = contents[:len(contents)-len(a.Content)]
			continue
		}
		s.attributions = append(s.attributions, a)
		kept = append(kept, x)
	}
	if len(kept) == 0 {
		s.attributions = nil // the zero list, not an empty one
		return
	}
	s.relay(kept, r.Quotes)
	s.shareOut()
	slices.SortStableFunc(s.attributions, func(a, b Attribution) int {
		return a.Span.Start - b.Span.Start // sources and contents may have moved
	})
	s.attributions = slices.CompactFunc(s.attributions, func(a, b Attribution) bool {
		return a.Span == b.Span && a.Cue == b.Cue && a.Source == b.Source &&
			a.Outlet.ID == b.Outlet.ID && a.Via.ID == b.Via.ID
	})
}

// throughWhom returns the attribution of x with its carrier and its outlet, and takes the words for
// them off the content. It is none where neither is named nor anything said.
func (s *story) throughWhom(x *speech.Saying) (Attribution, bool) {
	if s.isPart(x) || s.isTopic(x) {
		return Attribution{}, false
	}
	s.mendSource(x)
	a := Attribution{Via: s.carrier(x)}
	x.Content = slices.DeleteFunc(x.Content, s.saysNothing)
	negated := s.isNegated(speech.Run{From: max(0, x.Cue.From-1), To: x.Verb + 1})
	asks := s.cueOf(x.Verb) == lang.CueAsk || s.press(x.Verb) == lang.PressContact
	if !asks && !negated { // who asks reports nothing
		a.Outlet = s.outletIn(x.Source)
	}
	if s.passedOn(x) { // a report seen by Reuters
		a.Via, a.Outlet = cmp.Or(a.Via, a.Outlet), Source{}
	}
	if !a.Outlet.IsZero() && s.wasTold(x) { // the BBC has been told
		a.Via, a.Outlet, x.Source = cmp.Or(a.Via, a.Outlet), Source{}, speech.Run{}
	}
	named := !a.Via.IsZero() || !a.Outlet.IsZero()
	return a, len(x.Content) > 0 || named && !negated
}

// saysNothing reports whether the content c has no words, or those of one who will not speak:
// "asking not to be named"; or "that" alone.
func (s *story) saysNothing(c speech.Run) bool {
	return c.Empty() || c.To == c.From+1 && s.toks[c.From].Is(lang.That) ||
		s.toks[c.From].Is(lang.Negation) &&
			!s.toks[c.From].Shape.Has(scan.Single) && s.widthAs(c.From, lang.Negation) > 1
}

// isPart reports whether the cue of x belongs to another saying: "cited by CNN" in "according to
// officials cited by CNN", "as saying" behind "quoted", "without citing its sources".
func (s *story) isPart(x *speech.Saying) bool {
	before, next := max(0, x.Verb-1), min(x.Verb+1, len(s.toks)-1)
	switch t := &s.toks[x.Verb]; {
	case s.passedOn(x) && s.anyOf(x.Source, lang.Cue): // papers seen by CNN say
		return true
	case t.Is(lang.Quoted) && (s.toks[next].Is(lang.By|lang.In) || s.widthAs(x.Verb, lang.Quoted) > 1):
		noun := &s.toks[before]
		if noun.Kind == scan.Comma && before > x.Sentence.From {
			noun = &s.toks[before-1]
		}
		return x.Verb > x.Sentence.From && noun.Kind == scan.Word &&
			!noun.Is(lang.Aux|lang.Sub|lang.Adverb)
	case s.cueOf(x.Verb) == lang.CueCarry && s.toks[next].Is(lang.By) &&
		s.toks[x.Sentence.From].Is(links|lang.On): // In remarks first reported by CNN, Lund said
		return s.mediumBetween(x.Sentence.From, x.Verb) && x.Last() > x.Verb
	case t.Is(lang.Cueing) && x.Source.Empty():
		return s.toks[before].Is(lang.Negation) || s.toks[before].Is(lang.Sub) &&
			s.anyOf(speech.Run{From: x.Sentence.From, To: before}, lang.Quoted)
	}
	return false
}

// isTopic reports whether the source of x, before a headline's colon, is no speaker, but what the
// story is about and where that was: "Incendie de Marcilly : « On a tout perdu »", "Tűz Győrben:".
func (s *story) isTopic(x *speech.Saying) bool {
	const speaks = lang.Role | lang.Group | lang.Honorific | lang.Newswire | lang.Medium | lang.Org
	last := x.Source.To - 1
	if s.toks[x.Verb].Kind != scan.Colon || last <= x.Source.From || s.anyOf(x.Source, speaks) ||
		people.Sex(s.text, s.toks[x.Source.From:]) > 0 || s.outletIn(x.Source).ID != "" {
		return false
	}
	before := &s.toks[last-1]
	return before.Is(lang.Prep|lang.In) && before.Shape.Has(scan.Lower) || s.isLocated(last)
}

// isLocated reports whether token i is the name of a town with the ending of where something is, in
// a language that needs no preposition for that: Győrben, Oulussa.
func (s *story) isLocated(i int) bool {
	if !s.lang.PlacesByCase() {
		return false
	}
	for name := range s.lang.Located(s.word(i)) {
		if _, ok := places.Resolve(findPlace(name), places.Hint{}); ok {
			return true
		}
	}
	return false
}

// isNobody reports whether the source of x, before the colon of a headline, is neither somebody
// that the story knows nor a word for people: "Storm Agnes: Two dead", "In pictures: The parade".
func (p *cast) isNobody(x *speech.Saying, a *Attribution) bool {
	if p.toks[x.Verb].Kind != scan.Colon || x.Source.Empty() || a.Kind != Indirect ||
		!a.Outlet.IsZero() || !a.Via.IsZero() || p.isCaseless(x.Source.From) {
		return false
	}
	const speaks = lang.Role | lang.Group | lang.Medium | lang.Honorific
	if p.anyOf(x.Source, speaks) || a.Speaker.Role != "" || len(a.Speaker.Name) > a.Source.Len() {
		return false
	}
	return people.Sex(p.text, p.toks[x.Source.From:x.Source.To]) == 0 || p.isNoun(x.Source.From)
}

// nounReach is how many tokens after a word with a capital it is looked for in small letters.
const nounReach = 512

// isNoun reports whether the word of token i soon stands in small letters: "the storm".
func (s *story) isNoun(i int) bool {
	for j := i + 1; j < min(len(s.toks), i+nounReach); j++ {
		if s.toks[j].Hash == s.toks[i].Hash && s.isLower(j) {
			return true
		}
	}
	return false
}

// contentsOf returns how many contents says have.
func contentsOf(says []speech.Saying) int {
	n := 0
	for i := range says {
		n += len(says[i].Content)
	}
	return n
}

// wasTold reports whether the source of x is the outlet that somebody told, in the passive.
func (s *story) wasTold(x *speech.Saying) bool {
	before := x.Verb - 1
	return before >= x.Source.To && s.cueOf(x.Verb) == lang.CueTell && s.pureOutlet(x.Source) &&
		s.toks[before].Is(lang.Aux) && !s.toks[before].Is(lang.Adverb)
}

// passedOn reports whether the source of x is who something came to, by a verb that reports
// nothing: "seen by", "obtained by".
func (s *story) passedOn(x *speech.Saying) bool {
	by := x.Source.From - 1
	return by > x.Verb && s.toks[by].Is(lang.By) && s.cueOf(x.Verb) == 0 &&
		(s.anyPress(x.Cue, lang.PressPassed) || s.anyPress(x.Cue, lang.PressContact))
}

// body returns the runs of lines that are running text. The dateline parts what stands before it
// from what follows.
func (s *story) body() []speech.Run {
	var body []speech.Run
	open := false
	filed := s.afterDateline()
	for _, l := range s.lines {
		from := l.from
		if from < filed && filed <= l.to {
			from, open = filed, false
		}
		if l.use != useBody || from == l.to {
			open = false
			continue
		}
		if !open {
			body = append(body, speech.Run{From: from})
			open = true
		}
		body[len(body)-1].To = l.to
	}
	return body
}

// afterDateline returns the first token behind the dateline; 0 where there is none.
func (s *story) afterDateline() int {
	end := uint32(s.dateline.Span.End)
	return sort.Search(len(s.toks), func(i int) bool { return s.toks[i].Start >= end })
}

// fill sets the spans and the kind of a from what was read. Contents has those of all attributions
// so far, and room for more; it comes back with those of a.
func (s *story) fill(
	a *Attribution, x *speech.Saying, quotes []speech.Quote, contents []Span,
) []Span {
	a.Source, a.Cue = s.run(x.Source), s.run(x.Cue)
	a.Span = widen(widen(a.Span, a.Source), a.Cue)
	for _, c := range x.Content {
		contents = append(contents, s.run(c))
		a.Span = widen(a.Span, contents[len(contents)-1])
	}
	if n := len(x.Content); n > 0 {
		a.Content = slices.Clip(contents[len(contents)-n:])
	}
	a.Kind = s.attributionKind(x.Content, quotes)
	if x.Own {
		a.Kind = Direct
	}
	return contents
}

func (s *story) run(x speech.Run) Span { return s.span(x.From, x.To) }

// widen returns the least span that covers a and b; a zero one counts for nothing.
func widen(a, b Span) Span {
	if a.IsZero() {
		return b
	}
	if b.IsZero() {
		return a
	}
	return Span{min(a.Start, b.Start), max(a.End, b.End)}
}

// attributionKind tells from how many of its words are quoted whose words the content is in. What
// follows the dash that opens a line is quoted too: "– Vi er klare, sier Lund."
func (s *story) attributionKind(content []speech.Run, quotes []speech.Quote) AttributionKind {
	inside, outside := false, false
	for _, c := range content {
		if s.dashed(c.From) {
			return Direct
		}
		n := sort.Search(len(quotes), func(i int) bool { return quotes[i].To > c.From })
		for i := c.From; i < c.To && !(inside && outside); {
			for n < len(quotes) && quotes[n].To <= i {
				n++
			}
			part, seen := speech.Run{From: i, To: c.To}, &outside
			switch {
			case n < len(quotes) && quotes[n].Has(i):
				part.To, seen = min(c.To, quotes[n].To), &inside
			case n < len(quotes):
				part.To = min(c.To, quotes[n].From)
			}
			*seen = *seen || s.hasWords(part)
			i = part.To
		}
	}
	switch {
	case !inside:
		return Indirect
	case !outside:
		return Direct
	}
	return Mixed
}

// hasWords reports whether a word or a number is in x.
func (s *story) hasWords(x speech.Run) bool {
	for i := x.From; i < x.To; i++ {
		if k := s.toks[i].Kind; k == scan.Word || k == scan.Number {
			return true
		}
	}
	return false
}

// dashed reports whether the words from token i on follow a dash that opens a line or a sentence,
// and not that of the dateline.
func (s *story) dashed(i int) bool {
	return i > 0 && s.toks[i-1].Kind == scan.Dash &&
		int(s.toks[i-1].Start) >= s.dateline.Span.End &&
		(s.toks[i-1].Gap >= scan.Line || i > 1 && s.toks[i-2].Kind == scan.Stop)
}
