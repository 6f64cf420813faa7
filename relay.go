package dateline

import (
	"cmp"
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// What outlets report that others say is two sayings, that of the outlet and that which it carries:
//
//	relayed = saying "," outlet cue                Sievu said it sank, the Post reported
//	        | outlet cue ... citing source         Interfax reported, quoting his spokesman

// relay settles outlets that report what others say: they are the carriers of it, and no sources.
func (s *story) relay(says []speech.Saying, quotes []speech.Quote) {
	for i := range says {
		a, x := &s.attributions[i], &says[i]
		if a.Outlet.IsZero() {
			continue
		}
		a.Via = cmp.Or(a.Via, a.Outlet)
		if !s.pureOutlet(x.Source) || s.isCiting(x.Verb) && x.Source.From > x.Verb {
			continue // citing a report in Vox
		}
		cited := s.isQuoted(x) || s.isCiting(x.Verb) || s.citing(x) >= 0
		for j := max(0, i-relayReach); j < min(len(says), i+relayReach); j++ {
			b, y := &s.attributions[j], &says[j]
			if i == j || x.Sentence != y.Sentence || !s.relays(x, y, j) {
				continue
			}
			cited = true
			if s.endContent(j, says, min(x.Cue.From, x.Source.From)) {
				b.Kind = s.attributionKind(y.Content, quotes)
			}
			if b.Outlet.ID == a.Outlet.ID {
				b.Outlet = Source{}
			}
			if b.Via.IsZero() || s.isCiting(y.Verb) {
				b.Via = a.Outlet
			}
		}
		if cited {
			a.Outlet = Source{}
		}
	}
}

// endContent ends the contents of saying n before token i, where the words of its carrier begin,
// and reports whether one of them went on.
func (s *story) endContent(n int, says []speech.Saying, i int) (ended bool) {
	x := &says[n]
	for k := range x.Content {
		c := &x.Content[k]
		if c.From >= i || c.To <= i {
			continue
		}
		for i > c.From && s.toks[i-1].Kind == scan.Comma {
			i--
		}
		c.To = i
		s.attributions[n].Content[k] = s.run(*c)
		ended = true
	}
	return ended
}

// relayReach is how many sayings before and after its own an outlet may carry.
const relayReach = 8

// relays reports whether the outlet that is the source of x carries y: y is all that it reports, or
// follows it as "citing", "quoting".
func (s *story) relays(x, y *speech.Saying, i int) bool {
	if s.isCiting(y.Verb) {
		return y.Cue.From >= x.Cue.To || y.Verb == s.citing(x)
	}
	if y.Source.Empty() || len(y.Content) == 0 {
		return false // two were called up
	}
	headed := s.toks[y.Verb].Kind == scan.Colon && s.isSourceMark(x.Verb) // Kremlin: X - TASS
	const cues = lang.Cue | lang.CueBefore | lang.CueAfter
	if !headed && !s.toks[y.Verb].Is(cues) || s.cueOf(y.Verb) == lang.CueThink ||
		!s.attributions[i].Outlet.IsZero() {
		return false
	}
	if s.toks[y.Source.From].Is(lang.That) && y.Source.To == y.Source.From+1 {
		return false // ran a piece that said
	}
	for _, c := range x.Content {
		if c.Has(y.Cue.From) {
			if c.From >= x.Cue.To && s.arg(y.Source.From, lang.Pronoun) == lang.PronounIt {
				return false // Vox said it had confirmed the leak
			}
			has := s.anyPress(x.Cue, lang.PressPassed) && !s.toks[max(0, x.Source.From-1)].Is(lang.Rel)
			return !has && s.opens(y.First(), c.From) // has seen a letter that says
		}
	}
	if len(x.Content) > 0 && x.Content[0].From >= y.Cue.To {
		own := x.Content[0].From >= x.Cue.To && inContent(y.Content, x.Cue.From)
		if own || !inContent(y.Content, x.Content[0].From) {
			return false // denied a Vox report that it leaked
		}
	}
	return y.Cue.To <= x.Source.From && s.opens(y.First(), y.Sentence.From)
}

// opens reports whether the main clause of what starts at token from starts at i: with no more
// before it than a few words, or than a clause or phrase that a comma closes: "While it rained,".
func (s *story) opens(i, from int) bool {
	if i <= from+leadSlack {
		return true
	}
	const fronted = lang.Sub | lang.Prep | lang.In | lang.On | lang.Cueing
	return s.toks[i-1].Kind == scan.Comma &&
		(s.toks[from].Is(fronted) || s.press(from) == lang.PressContact)
}

// leadSlack is how many tokens of what an outlet reports need not belong to the saying that it
// carries.
const leadSlack = 4

// citing returns the token by which an outlet's report x names another as its source, "reported,
// citing", or -1.
func (s *story) citing(x *speech.Saying) int {
	for i := x.Cue.To; i < min(x.Cue.To+leadReach, x.Sentence.To); i++ {
		if s.isCiting(i) && (!inContent(x.Content, i) || i == x.Content[len(x.Content)-1].From) {
			return i
		}
	}
	for i := x.Source.From; i < min(x.Cue.From, x.Source.From+besideReach); i++ {
		if s.isCiting(i) && !inContent(x.Content, i) {
			return i // CNN, citing an engineer, said
		}
	}
	if s.isCiting(x.Sentence.From) && !inContent(x.Content, x.Sentence.From) {
		return x.Sentence.From
	}
	return -1
}

// isCiting reports whether token i is a verb by which an outlet names its source: "citing", "which
// cited".
func (s *story) isCiting(i int) bool {
	if !s.toks[i].Is(lang.Quoted|lang.Cueing) || i > 0 && s.toks[i-1].Is(lang.Negation) {
		return false // without citing a source
	}
	if s.toks[i].Is(lang.Quoted) && i > 0 && s.toks[i-1].Is(lang.Rel) {
		return true
	}
	arg, _, home := s.toks[i].Arg(lang.Cueing, s.lang)
	return home && arg >= lang.CueCarry
}

// inner returns what somebody says in what the saying x, of an outlet, reports: "[Lund said it
// leaked], Vox reported".
func (s *story) inner(x *speech.Saying) (speech.Saying, bool) {
	if len(x.Content) != 1 || x.Content[0].Empty() || !s.pureOutlet(x.Source) {
		return speech.Saying{}, false
	}
	c := x.Content[0]
	source := s.mainSubject(c)
	if source.Empty() {
		return speech.Saying{}, false
	}
	width := s.widthAs(source.To, lang.Cue)
	y, ok := s.findingOf(source, source.To, speech.Run{From: source.To + width, To: c.To})
	y.Cue.To, y.Sentence = source.To+width, x.Sentence
	for y.Source.To > source.From+1 && s.toks[y.Source.To-1].Is(lang.Adverb) {
		y.Source.To-- // has
	}
	return y, ok
}

// cited returns what they say whom the saying x, of an outlet, names as its source: "It leaked, Vox
// said, citing [an engineer]".
func (s *story) cited(x *speech.Saying) (speech.Saying, bool) {
	verb, who := s.citing(x), x.Source
	if who.Empty() {
		who = s.describedOutlet(x)
	}
	if verb < 0 || !s.pureOutlet(who) && !s.isPress(who) {
		return speech.Saying{}, false
	}
	arg, width, _ := s.toks[verb].Arg(lang.Cueing, s.lang)
	if which := s.toks[verb].Is(lang.Quoted); which {
		width = 1
	} else if arg != lang.CueCite {
		return speech.Saying{}, false
	}
	y := *x
	y.Cue, y.Verb = speech.Run{From: verb, To: verb + width}, verb
	y.Source = s.phraseFrom(y.Cue.To, x.Sentence.To)
	personal := s.lang.DropsSubject() && !y.Source.Empty() && s.toks[y.Source.From].Is(lang.Toward)
	if personal && y.Source.To > y.Source.From+1 {
		y.Source.From++ // que cita a dos funcionarios
	}
	y.Content = slices.DeleteFunc(slices.Clone(x.Content), func(c speech.Run) bool {
		return c.Has(verb)
	})
	return y, !y.Source.Empty() && len(y.Content) > 0
}

// isPress reports whether the source x is an outlet that is not named: "the newspaper", "Russian
// news agencies", "state media".
func (s *story) isPress(x speech.Run) bool {
	return !x.Empty() && s.endsAt(x.To, lang.Newswire)
}

// subjectReach is the longest subject in tokens, with what is said of it between commas.
const subjectReach = 3 * leadReach

// mainSubject returns the words before the verb of speech that the main clause of c has; none where
// it has another verb.
func (s *story) mainSubject(c speech.Run) speech.Run {
	const (
		fronted = lang.Sub | lang.Prep | lang.In | lang.On
		ends    = lang.That | lang.Rel | lang.Sub | lang.Negation
	)
	x := speech.Run{From: c.From}
	if s.toks[c.From].Is(fronted) {
		x.From = s.nextComma(c.From, c.To) + 1
	}
	for x.To = x.From; x.To < min(c.To, x.From+subjectReach); x.To++ {
		t := &s.toks[x.To]
		switch {
		case x.To > x.From && s.speaks(x.To):
			return x
		case t.Kind == scan.Comma && x.To+1 < c.To && s.toks[x.To+1].Is(lang.Rel):
			x.To = s.nextComma(x.To+1, c.To)
		case t.Is(lang.Aux) && !t.Is(lang.Adverb), t.Is(ends), t.Kind >= scan.Quote,
			t.Is(lang.And) && (x.To+1 == c.To || !s.namePart(x.To+1)):
			return speech.Run{}
		}
	}
	return speech.Run{}
}

// speaks reports whether token i is a verb of speech right after its subject.
func (s *story) speaks(i int) bool {
	const subjects = lang.Role | lang.Group | lang.Org | lang.Pronoun | lang.Weekday
	kind, last := s.cueOf(i), i-1
	for last > 0 && s.toks[last].Is(lang.Adverb) {
		last--
	}
	switch before := &s.toks[last]; {
	case !s.toks[i].Is(lang.Cue), kind == lang.CueThink, kind == lang.CueCarry:
		return false
	case kind == lang.CueCall:
		return s.namePart(last) || before.Is(lang.Role|lang.Group|lang.Org|lang.Pronoun)
	default:
		return before.Is(subjects) || before.Kind == scan.Comma || s.namePart(last)
	}
}
