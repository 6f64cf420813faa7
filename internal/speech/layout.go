package speech

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// How many tokens a headline has at most, how many of them name who speaks before a colon, before
// one with a quotation behind it, and behind what was said: before the colon of a longer one stands
// what happened.
const (
	headline   = 30
	maxSpeaker = 4
	maxQuoted  = 6
	maxSource  = 3
)

// layout adds the saying of a sentence that a mark makes one of, and no word: a headline, a turn of
// an interview, a quotation over a name. It reports whether that is all that the sentence says.
func (r *reader) layout(s Run) bool {
	if r.toks[s.From].Gap < scan.Line && s.From > 0 {
		return false
	}
	if r.turn(s) {
		return false
	}
	if q, ok := r.quoteAt(s.From); ok {
		return r.signed(q, s)
	}
	bare := s.To-s.From < headline && (s.From == 0 || r.toks[s.To-1].Kind != scan.Stop)
	if q, ok := r.quoteAt(s.To - 1); ok && bare && r.titled(Run{s.From, q.From}) {
		r.add(Saying{Sentence: s, Verb: q.From, Source: Run{s.From, q.From}}, q.Run)
		return true
	}
	for i := s.From + 1; i < min(s.To-1, s.From+headline); i++ {
		k := r.toks[i].Kind
		if k != scan.Colon && k != scan.Dash || r.inside[i] != 0 {
			continue
		}
		if k == scan.Colon && r.colon(s, i, bare) || bare && r.sourced(s, i) {
			return true
		}
	}
	return false
}

// leastTurns is how many lines of an interview begin with a name in capitals and a colon.
const leastTurns = 3

// turn adds what the paragraph that the sentence s begins says behind a name in capitals and a
// colon, and reports whether it is a turn of an interview: "LUND: It was close."
func (r *reader) turn(s Run) bool {
	from, i := r.turnAt(s.From)
	if i < 0 || i+1 >= s.To || r.turns < leastTurns {
		return false
	}
	end := s.To
	for end < len(r.toks) && r.toks[end].Gap < scan.Line {
		end++
	}
	said := Saying{Source: Run{from, i}, Cue: Run{i, i + 1}, Sentence: s, Verb: i, Own: true}
	r.add(said, Run{i + 1, end})
	return true
}

// turnAt returns where the name in capitals that begins at token i starts, behind a quotation mark,
// and the colon behind it, or -1.
func (r *reader) turnAt(i int) (from, colon int) {
	if markOf(r.text, &r.toks[i]) != noMark {
		i++
	}
	for k := i; k < min(len(r.toks), i+maxSpeaker+1); k++ {
		t := &r.toks[k]
		switch {
		case t.Kind == scan.Colon && k > i:
			return i, k
		case t.Kind != scan.Word || !t.Shape.Has(scan.Caps) || t.End-t.Start < 2:
			return i, -1
		}
	}
	return i, -1
}

// colon adds what the sentence s says behind its colon at token i, where no cue stands before it:
// “Q”, if somebody is named there; a headline's "We Q"; and whatever a headline says behind the
// name of somebody in the story, or "Report".
func (r *reader) colon(s Run, i int, bare bool) bool {
	before, after := Run{s.From, i}, Run{i + 1, s.To}
	said := Saying{Source: before, Cue: Run{i, i + 1}, Sentence: s, Verb: i}
	speaker := i-s.From <= maxSpeaker
	switch {
	case r.hasCue(before):
		return false
	case r.inside[i+1] != 0 && r.nominal(before) && (speaker || bare && i-s.From <= maxQuoted):
	case bare && r.firstPerson(i+1):
		said.Own = true
		if !speaker {
			said.Source = Run{}
		}
	case bare && speaker && (r.speaks(before) || r.toks[s.From].Is(lang.Outlet) ||
		s.From == 0 && r.recurs(before, s.To)):
	default:
		return false
	}
	r.add(said, r.unstopped(after))
	return true
}

// leastQuoted is how many tokens a quotation after a colon has at least, that is no title.
const leastQuoted = 6

// quotesAfter adds the quotation that ends the sentence s behind a colon, as the words of the one
// whom s begins with, and reports whether it does: Kapitän Eck zeigte sich zerknirscht: „...“
func (r *reader) quotesAfter(s Run) bool {
	q, ok := r.quoteAt(s.To - 1)
	if !ok && s.To-2 > s.From {
		q, ok = r.quoteAt(s.To - 2)
	}
	i := q.From - 1
	if !ok || q.To-q.From < leastQuoted || i <= s.From || !r.isColon(i) || r.inside[s.From] != 0 {
		return false
	}
	source := Run{s.From, r.headEnd(Run{s.From, i}, false)}
	for j := source.To; j < min(i, s.From+phraseReach); j++ {
		if end := r.pastNames(Run{s.From, j}, i); end > j {
			source.To = end // O ministro da Fazenda, Fernando Haddad,
			break
		}
	}
	if !r.heads(source) || r.hasCue(Run{s.From, i}) || r.toks[s.From].Is(lang.In|lang.Prep) {
		return false
	}
	r.add(Saying{Source: r.trim(source), Cue: Run{i, i + 1}, Sentence: s, Verb: i}, q.Run)
	r.voice = len(r.says) - 1
	return true
}

// sourced adds what a headline says before the colon or dash at token i, with whose word that is
// behind it: "Q: report", "Q - sources".
func (r *reader) sourced(s Run, i int) bool {
	before, after := Run{s.From, i}, Run{i + 1, s.To}
	if after.To-after.From > maxSource || !r.speaks(after) {
		return false
	}
	r.add(Saying{Source: after, Cue: Run{i, i + 1}, Sentence: s, Verb: i}, before)
	return true
}

// signed adds the quotation q that begins the sentence s, where a dash and a name are all that
// follows: “Q” — Lena Hart, pilot.
func (r *reader) signed(q Quote, s Run) bool {
	i := q.To
	if i+1 >= s.To || s.To-i > maxSigner || r.toks[i].Kind != scan.Dash ||
		s.To < len(r.toks) && r.toks[s.To].Gap < scan.Line || !r.toks[i+1].Shape.Has(scan.Capital) {
		return false
	}
	source := r.unstopped(Run{i + 1, s.To})
	if r.hasCue(source) {
		return false
	}
	r.add(Saying{Source: source, Cue: Run{i, i + 1}, Sentence: s, Verb: i}, q.Run)
	return true
}

// maxSigner is how many tokens a dash and who signs a quotation have at most.
const maxSigner = 15

// hasCue reports whether a word of x is that of a cue.
func (r *reader) hasCue(x Run) bool {
	return slices.ContainsFunc(r.toks[x.From:x.To], func(t lang.Token) bool {
		return t.Is(cueClasses)
	})
}

// titled reports whether x, right before a headline's quotation in a script without blanks or in
// Korean, ends with an office: 首相「…」.
func (r *reader) titled(x Run) bool {
	if x.Empty() || x.To-x.From > interruptReach || !r.toks[x.To-1].Shape.Has(scan.Single) {
		return false
	}
	for i := max(x.From, x.To-6); i < x.To; i++ {
		if _, width, home := r.toks[i].Arg(lang.Role, r.lang); home && i+width == x.To {
			return true
		}
	}
	return false
}

// recurs reports whether the last word of the name x stands in the text from token i on as a family
// name does, and never in small letters.
func (r *reader) recurs(x Run, i int) bool {
	for k := x.From; k < x.To; k++ {
		if r.toks[k].Shape&(scan.Capital|scan.Caps) == 0 {
			return false
		}
	}
	found := false
	for name := r.toks[x.To-1].Hash; i < len(r.toks); i++ {
		if t := &r.toks[i]; t.Hash == name && t.Kind == scan.Word {
			if t.Shape.Has(scan.Lower) {
				return false
			}
			found = found || r.forename(i-1)
		}
	}
	return found
}

// forename reports whether token i can stand before a family name: "Lena", "Mr.", "Senator".
func (r *reader) forename(i int) bool {
	const others = lang.Func | lang.Article | lang.Prep | lang.In | lang.On | lang.And | lang.Sub |
		lang.Adverb
	t := &r.toks[i]
	return t.Is(lang.Honorific|lang.Role) || t.Kind == scan.Word && !t.Is(others) &&
		t.Shape&(scan.Capital|scan.Caps) != 0
}

// nominal reports whether x, before a headline's colon, can name somebody: words in small letters
// that tell what happened or where are no part of a name.
func (r *reader) nominal(x Run) bool {
	const speaks = lang.Role | lang.Group | lang.Honorific
	names, small := false, false
	for i := x.From; i < x.To; i++ {
		t := &r.toks[i]
		names = names || t.Is(speaks)
		if !t.Shape.Has(scan.Lower) || t.Is(lang.Particle|lang.And|speaks) {
			continue
		}
		if !t.Is(lang.Article | lang.Prep) {
			return false
		}
		small = true
	}
	return names || !small
}

// firstPerson reports whether token i is "I" or "we".
func (r *reader) firstPerson(i int) bool {
	return r.means(i, lang.Pronoun, lang.PronounI) || r.means(i, lang.Pronoun, lang.PronounWe)
}

// speaks reports whether x ends in a word for people or papers that can be a headline's source.
func (r *reader) speaks(x Run) bool {
	last := &r.toks[x.To-1]
	return last.Is(lang.Group|lang.Medium|lang.Role) && last.Kind == scan.Word
}
