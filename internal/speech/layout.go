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
		if k != scan.Colon && k != scan.Dash || r.inside[i] != 0 || r.hyphen(i) {
			continue
		}
		if k == scan.Colon && r.colon(s, i, bare) || bare && r.sourced(s, i) {
			return true
		}
	}
	return false
}

// How many lines of an interview begin with a name in capitals and a colon, and with one name as it
// is written else.
const (
	leastTurns = 3
	leastLines = 2
)

// turn adds what the paragraph that the sentence s begins says behind a name and a colon, and
// reports whether it is a turn of an interview: "LUND: It was close."
func (r *reader) turn(s Run) bool {
	x := r.turnAt(s.From)
	if x.Empty() || x.To+1 >= s.To || !r.takesTurns(x) {
		return false
	}
	end := s.To
	for end < len(r.toks) && r.toks[end].Gap < scan.Line {
		end++
	}
	r.add(Saying{Source: x, Cue: Run{x.To, x.To + 1}, Sentence: s, Verb: x.To, Own: true},
		Run{x.To + 1, end})
	return true
}

// takesTurns reports whether the name x, before a colon, or the letter of a question or an answer,
// is that of one who is interviewed.
func (r *reader) takesTurns(x Run) bool {
	if r.capitals(x) && r.turns >= leastTurns {
		return true
	}
	name := r.nameIn(x)
	return name != nil && name.lines >= leastLines &&
		(name.known || x.To-x.From > 1 || name.letter && r.letters() <= 2)
}

// letters returns how many letters lines begin with before a colon: two in an interview, more
// where a quiz has answers to choose from.
func (r *reader) letters() int {
	n := 0
	for i := range r.labels {
		if r.labels[i].letter {
			n++
		}
	}
	return n
}

// turnAt returns the name that begins at token i, behind a quotation mark, and ends at a colon;
// none where other words stand there.
func (r *reader) turnAt(i int) Run {
	const others = lang.Func | lang.Article | lang.Prep | lang.In | lang.Medium | lang.Weekday
	if markOf(r.text, &r.toks[i]) != noMark {
		i++
	}
	if i+1 < len(r.toks) && r.toks[i].OneLetter(r.text) && r.toks[i].Shape.Has(scan.Caps) &&
		r.toks[i+1].Kind == scan.Colon {
		return Run{i, i + 1} // Q: ...
	}
	for k := i; k < min(len(r.toks), i+maxSpeaker+1); k++ {
		t := &r.toks[k]
		switch {
		case t.Kind == scan.Colon && k > i:
			return Run{i, k}
		case r.abbreviates(k):
		case t.Kind != scan.Word || t.Shape&(scan.Capital|scan.Caps) == 0 || t.Is(others):
			return Run{}
		}
	}
	return Run{}
}

// capitals reports whether all words of x are in capitals.
func (r *reader) capitals(x Run) bool {
	for i := x.From; i < x.To; i++ {
		if t := &r.toks[i]; !t.Shape.Has(scan.Caps) || t.End-t.Start < 2 {
			return false
		}
	}
	return true
}

// A labelName is a name that stands before a colon at the start of a line.
type labelName struct {
	hash   uint32 // of its last word
	lines  int    // how many lines begin with it
	known  bool   // the story names somebody so
	letter bool   // it is one letter, as "Q" and "A" are
}

// maxLabels is how many such names of a story are looked at.
const maxLabels = 8

// label notes that the line at token i begins with a name and a colon, where it does.
func (r *reader) label(i int) {
	x := r.turnAt(i)
	if x.Empty() {
		return
	}
	if r.capitals(x) {
		r.turns++
	}
	if name := r.nameIn(x); name != nil {
		name.lines++
	} else if len(r.labels) < maxLabels {
		letter := r.toks[x.From].OneLetter(r.text)
		known := !letter && r.recurs(x)
		r.labels = append(r.labels, labelName{r.toks[x.To-1].Hash, 1, known, letter})
	}
}

// nameIn returns what is known of the name x before a colon, or nil.
func (r *reader) nameIn(x Run) *labelName {
	for i := range r.labels {
		if r.labels[i].hash == r.toks[x.To-1].Hash {
			return &r.labels[i]
		}
	}
	return nil
}

// colon adds what the sentence s says behind its colon at token i, where no cue stands before it:
// “Q”, if somebody is named there; a headline's "We Q"; and whatever a headline says behind the
// name of somebody in the story, or "Report".
func (r *reader) colon(s Run, i int, bare bool) bool {
	before, after := Run{s.From, i}, Run{i + 1, s.To}
	said := Saying{Source: before, Cue: Run{i, i + 1}, Sentence: s, Verb: i}
	speaker := i-s.From <= maxSpeaker
	dashed := bare && speaker && r.toks[i+1].Kind == scan.Dash && after.From+1 < s.To
	switch {
	case r.hasCue(before), r.toks[s.From].Is(lang.Stamp): // Temps de lecture : 3 min
		return false
	case r.inside[i+1] != 0 && r.nominal(before) && (speaker || bare && i-s.From <= maxQuoted):
	case dashed && r.nominal(before): // Støre: – Vi gir oss ikke
		said.Own = true
		after.From++
	case bare && r.firstPerson(i+1):
		said.Own = true
		if !speaker {
			said.Source = Run{}
		}
	case bare && speaker && (r.speaks(before) || !r.hasCue(after) &&
		(r.pastOutlet(before.From, i) == i || r.isKnown(before))):
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
	stops := ok && r.toks[s.To-1].Kind == scan.Stop || r.toks[max(q.last(), 0)].Kind == scan.Stop
	if !ok || q.To-q.From < leastQuoted && !(stops && r.sounds(q.Run)) || i <= s.From ||
		!r.isColon(i) || r.inside[s.From] != 0 {
		return false
	}
	source := r.subjectFrom(Run{r.pastFronted(s), i})
	if source.Empty() || r.tellsIn(Run{source.To, i}) {
		return false
	}
	r.add(Saying{Source: source, Cue: Run{i, i + 1}, Sentence: s, Verb: i}, q.Run)
	r.voice = len(r.says) - 1
	return true
}

// subjectFrom returns the one who speaks whom x begins with, by an office, a name or a pronoun, and
// the name set off behind an office; none where x begins with something else.
func (r *reader) subjectFrom(x Run) Run {
	if x.Empty() || r.toks[x.From].Is(lang.In|lang.Prep) {
		return Run{}
	}
	source := Run{x.From, r.headEnd(x, false)}
	for j := source.To; j < min(x.To, x.From+phraseReach); j++ {
		if end := r.pastNames(Run{x.From, j}, x.To); end > j {
			source.To = end // O ministro da Fazenda, Fernando Haddad,
			break
		}
	}
	if !r.heads(source) && !r.isPronoun(source) {
		return Run{}
	}
	return r.trim(source)
}

// tellsIn reports whether a word of x is that of a cue, other than one of who interviewed somebody:
// intervistato dal Corriere.
func (r *reader) tellsIn(x Run) bool {
	return slices.ContainsFunc(r.toks[x.From:x.To], func(t lang.Token) bool {
		return t.Is(cueClasses) && !t.Is(lang.Quoted)
	})
}

// isPronoun reports whether x is a pronoun for a person.
func (r *reader) isPronoun(x Run) bool {
	return x.To-x.From == 1 && r.toks[x.From].Is(lang.Pronoun) && !r.toks[x.From].Is(lang.Article) &&
		!r.means(x.From, lang.Pronoun, lang.PronounIt)
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

// isKnown reports whether x, before the colon of a line, is the name of somebody in the story.
func (r *reader) isKnown(x Run) bool {
	name := r.nameIn(x)
	return r.turnAt(x.From) == x && name != nil && name.known
}

// recurs reports whether the last word of the name x stands elsewhere in the text as a family name
// does, and never in small letters.
func (r *reader) recurs(x Run) bool {
	found := false
	name := r.toks[x.To-1].Hash
	for i := range r.toks {
		if x.Has(i) {
			continue
		}
		if t := &r.toks[i]; t.Hash == name && t.Kind == scan.Word {
			if t.Shape.Has(scan.Lower) {
				return false
			}
			found = found || i > 0 && t.Gap < scan.Line && r.forename(i-1)
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
