package speech

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// silent adds what a sentence without a cue says: the rest of a quotation, the beginning of one, or
// a headline's "X: Y".
func (r *reader) silent(s Run) {
	if q, ok := r.quoteAt(s.From); ok && q.To >= s.To-1 {
		if !r.goOn(s) && q.Reopen {
			r.begun = append(r.begun, s)
		}
		return
	}
	if r.toks[s.From].Kind == scan.Dash && r.toks[s.From].Gap < scan.Line && r.talkOn(s) {
		return
	}
	if s.To-s.From < headline && r.toks[s.From].Gap >= scan.Line && r.toks[s.To-1].Kind != scan.Stop {
		r.headline(s)
	}
}

// finish gives the first saying from number n on, if it is quoted at the start of the sentence s,
// the paragraphs before it that its quotation began with.
func (r *reader) finish(n int, s Run) {
	if len(r.begun) == 0 {
		return
	}
	last := r.begun[len(r.begun)-1]
	if n < len(r.says) && last.To == s.From {
		if c := r.says[n].Content; len(c) > 0 && c[0].From == s.From {
			r.says[n].Content = append(slices.Clone(r.begun), c...)
		}
	}
	if last != s {
		r.begun = r.begun[:0]
	}
}

// headline is how many tokens one has at most; maxSpeaker how many of them name who speaks: before
// the colon of a longer one stands what happened.
const (
	headline   = 30
	maxSpeaker = 3
)

// headline reads "S: “Q”", "S: We Q" and "Q: report", "Q - sources".
func (r *reader) headline(s Run) {
	if q, ok := r.quoteAt(s.To - 1); ok && r.titled(Run{s.From, q.From}) {
		r.add(Saying{Sentence: s, Verb: q.From, Source: Run{s.From, q.From}}, q.Run)
		return
	}
	for i := s.From + 1; i < s.To-1; i++ {
		t := &r.toks[i]
		if t.Kind != scan.Colon && t.Kind != scan.Dash || r.inside[i] != 0 {
			continue
		}
		before, after := Run{s.From, i}, Run{i + 1, s.To}
		said := Saying{Sentence: s, Verb: i}
		switch {
		case s.To-i <= 4 && r.speaks(after):
			said.Source = after
			r.add(said, before)
			return
		case t.Kind == scan.Colon && r.inside[i+1] != 0 && i-s.From <= 6:
			if r.nominal(before) {
				said.Source = before
			}
			r.add(said, after)
			return
		case t.Kind == scan.Colon && r.firstPerson(i+1):
			said.Own = true
			if i-s.From <= maxSpeaker {
				said.Source = before
			}
			r.add(said, after)
			return
		}
	}
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
	arg, _, home := r.toks[i].Arg(lang.Pronoun, r.lang)
	return home && (arg == 5 || arg == 6)
}

// speaks reports whether x ends in a word for people or papers that can be a headline's source.
func (r *reader) speaks(x Run) bool {
	last := &r.toks[x.To-1]
	return last.Is(lang.Group|lang.Medium|lang.Role) && last.Kind == scan.Word
}

// talkOn adds the sentence s, which a dash opens, to the saying before it, where that is set off by
// dashes too: – Yes – said Nowak. – I am not sorry.
func (r *reader) talkOn(s Run) bool {
	if len(r.says) == 0 {
		return false
	}
	last := &r.says[r.voice]
	if last.Sentence.To != s.From || len(last.Content) == 0 {
		return false
	}
	first := last.Content[0].From - 1
	if first < 0 || r.toks[first].Kind != scan.Dash || r.toks[first].Gap < scan.Line {
		return false
	}
	last.Content = append(last.Content, r.strip(s))
	last.Sentence.To = s.To
	return true
}

// goOn adds the sentence s, all of it quoted, to the saying before it, where that is quoted too and
// nothing stands between.
func (r *reader) goOn(s Run) bool {
	if len(r.says) == 0 {
		return false
	}
	last := &r.says[r.voice]
	if last.Sentence.To != s.From {
		return false
	}
	for _, c := range last.Content {
		if r.inside[c.To-1] != 0 {
			last.Content = append(last.Content, s)
			last.Sentence.To = s.To
			return true
		}
	}
	return false
}
