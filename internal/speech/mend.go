package speech

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// withholds reports whether the cue only says that nothing was said: "declined to comment".
func (m *modeler) withholds(said *Saying) bool {
	for i := said.Cue.From; i < said.Cue.To; i++ {
		t := &m.toks[i]
		if _, width, home := t.Arg(lang.Negation, m.lang); home && width > 1 {
			return true
		}
	}
	return false
}

// dropAccording takes "According to V," off the start of a source, and gives back a first name that
// only looks like it: "Per Lund said".
func (m *modeler) dropAccording(said *Saying) {
	x := &said.Source
	if x.Empty() {
		return
	}
	if i := x.From - 1; i == said.Sentence.From && x.To == said.Cue.From &&
		m.toks[i].Is(lang.CueBefore) {
		x.From = i
		return
	}
	if !m.toks[x.From].Is(lang.CueBefore) {
		return
	}
	i := x.From
	for i < x.To && m.toks[i].Kind != scan.Comma {
		i++
	}
	if i+1 < x.To {
		x.From = i + 1
	}
}

// dropAside takes "as quoted by V," off the start of what was said.
func (m *modeler) dropAside(said *Saying) {
	if len(said.Content) == 0 {
		return
	}
	c := &said.Content[0]
	if c.From+1 >= c.To || !m.toks[c.From].Is(lang.Sub) || !m.toks[c.From+1].Is(cueClasses) {
		return
	}
	for i := c.From + 2; i < min(c.To-1, c.From+phraseReach); i++ {
		if m.toks[i].Kind == scan.Comma {
			c.From = i + 1
			return
		}
	}
}

// mend puts right what the model gets wrong where a cue ends its sentence: there, what stands
// before the comma was said, "X, S said on Friday."; and without a comma it is the source, "S told
// V."
func (m *modeler) mend(said *Saying, w *window) {
	arg, _, home := m.toks[said.Verb].Arg(lang.Cue, m.lang)
	if w.inside || !home || !m.closing(said.Cue.To, said.Sentence.To, arg) {
		return
	}
	if m.sourceSetOff(w) && said.Source != w.source && len(said.Content) > 0 {
		said.Source, said.Content = w.source, m.list(Run{w.sent.From, w.source.From - 1})
		return
	}
	if !w.said.Empty() && w.said.To <= said.Cue.From {
		if n := len(said.Content); n == 0 || said.Content[n-1].To > said.Cue.To {
			said.Source = w.source
			said.Content = append(said.Content[:0], w.said)
		}
		return
	}
	if said.Source.Empty() && len(said.Content) == 1 && !w.source.Empty() &&
		said.Content[0].From <= w.source.From && w.source.To <= said.Content[0].To {
		said.Source, said.Content = w.source, nil
	}
}

// inherit gives a cue without a source that a conjunction or a comma joins to what stands before it
// the source of the draft before: Berg told the union it was over and said the yard would close.
func (m *modeler) inherit(said *Saying, w *window) {
	i, n := said.Cue.From-1, len(m.drafts)
	if n == 0 || m.drafts[n-1].Cue.From > i || !said.Source.Empty() ||
		!m.toks[i].Is(lang.And) && m.toks[i].Kind != scan.Comma {
		return
	}
	said.Source = m.drafts[n-1].Source
	if !said.Source.Empty() && m.toks[said.Source.From].Is(lang.Rel) {
		said.Source = m.withoutClause(w.source) // Berg, who asked for more, said ...
	}
}

// passive gives back what was said to a cue that has taken it for its source: X was reported by V.
func (m *modeler) passive(said *Saying) {
	if len(said.Content) == 0 && !said.Source.Empty() && said.Source.To <= said.Cue.From &&
		said.Cue.To < said.Sentence.To && m.toks[said.Cue.To].Is(lang.By) {
		said.Content, said.Source = m.list(said.Source), Run{}
	}
}

// dropSetting takes off what was said where or when it was: In a letter to V, S said X.
func (m *modeler) dropSetting(said *Saying) {
	if len(said.Content) < 2 || said.Content[0].From != said.Sentence.From {
		return
	}
	first, next := said.Content[0], said.Content[1]
	if first.To < said.Source.From && said.Source.To <= said.Cue.From && next.From == said.Cue.To &&
		m.inside[first.From] == 0 && m.toks[first.From].Is(lang.Prep|lang.On|lang.In) {
		said.Content = said.Content[1:]
	}
}

// dropOutlets takes off the front of what was said the outlets that it was said to, or the rest of
// them: in interviews with V, W and X that ...
func (m *modeler) dropOutlets(said *Saying) {
	for i, c := range said.Content {
		said.Content[i].From = m.pastOutlets(c, said.Cue)
	}
	said.Content = slices.DeleteFunc(said.Content, Run.Empty)
}

// outletReach is how many tokens before what was said an outlet is looked for.
const outletReach = 4

// pastOutlets returns the end of a list of outlets that begins or goes on where x begins, if x ends
// there or "that" follows; else the start of x.
func (m *modeler) pastOutlets(x, cue Run) int {
	if x.From <= cue.To {
		return x.From
	}
	if last := &m.toks[x.From-1]; last.Kind != scan.Comma && !last.Is(lang.Prep|lang.Toward) &&
		!m.toks[x.From].Is(lang.And) {
		return x.From
	}
	i, seen := x.From, false
	for k := max(cue.To, x.From-outletReach); k < x.From; k++ {
		seen = seen || m.isOutlet(k) || m.toks[k].Is(lang.Press)
	}
	for i < x.To && m.inside[i] == 0 && m.mayNameOutlet(i) {
		seen = seen || m.isOutlet(i) || m.toks[i].Is(lang.Press)
		i++
	}
	if !seen || i < x.To && !m.toks[i].Is(lang.That) {
		return x.From
	}
	return i
}

// mayNameOutlet reports whether token i may stand in a list of outlets.
func (m *modeler) mayNameOutlet(i int) bool {
	t := &m.toks[i]
	return !t.Shape.Has(scan.Lower) || t.Is(lang.And|lang.Article|lang.Press|lang.Newswire)
}

// sourceSetOff reports whether a comma and the source stand right before the cue: X, S said, V
// reported.
func (m *modeler) sourceSetOff(w *window) bool {
	comma := w.source.From - 1
	return !w.source.Empty() && w.source.To == w.cue.From && comma > w.sent.From &&
		m.toks[comma].Kind == scan.Comma && m.inside[comma] == 0
}

// closing reports whether nothing but a date, a place or the one who was told stands from i to to,
// after a cue with the argument arg.
func (m *modeler) closing(i, to, arg int) bool {
	const lead = lang.On | lang.In | lang.Toward | lang.By | lang.Prep | lang.Weekday | lang.Day
	const within = lead | lang.Article | lang.Medium | lang.Newswire | lang.Group | lang.Part |
		lang.Extent | lang.Shift | lang.Unit | lang.Month | lang.And | lang.Cueing
	if to-i > phraseReach/2 {
		return false
	}
	if i < to && arg != lang.CueTell && m.toks[i].Kind == scan.Word && !m.toks[i].Is(lead) {
		return false
	}
	for ; i < to; i++ {
		t := &m.toks[i]
		if m.inside[i] != 0 || t.Kind == scan.Comma || t.Kind == scan.Colon ||
			t.Shape.Has(scan.Lower) && !t.Is(within) || t.Is(lang.That|lang.Aux) {
			return false
		}
	}
	return true
}

// quoted adds the drafts of cues like "was quoted as saying", which the rules read better.
func (m *modeler) quoted(s Run) {
	for i := s.From; i < s.To; i++ {
		if !m.toks[i].Is(lang.Quoted|lang.Cue) || m.inside[i] != 0 {
			continue
		}
		c, ok := m.cueAt(i, s)
		if !ok || c.kind != lang.Quoted && !m.reportsAs(c, s) {
			continue
		}
		said, content, ok := m.quotedAs(Saying{Cue: c.Run, Verb: i, Sentence: s}, c, s)
		if ok {
			said.Content = m.list(content[:]...)
			m.drafts = append(m.drafts, draft{Saying: said, sure: true})
			i = c.end - 1
		}
	}
}

// reportsAs reports whether the cue c reports somebody "as saying" something: V reported S as
// saying X.
func (m *modeler) reportsAs(c cue, s Run) bool {
	if c.kind != lang.Cue || c.arg != lang.CueCarry {
		return false
	}
	i := c.end
	for i < min(s.To, c.end+linkReach) && m.toks[i].Kind == scan.Word && m.linked(i, s.To) == i {
		i++
	}
	return i > c.end && i < s.To && m.linked(i, s.To) > i
}

// through returns the last token of what a draft of [modeler.quoted] takes for its cue: from
// "quoted" to "as saying".
func (d *draft) through() int {
	end := max(d.Cue.To, d.Source.To)
	if c := d.Content[0].From; c >= end {
		return c
	}
	return end
}

// shareReach is how many of the next drafts one may have something in common with.
const shareReach = 2

// share takes off a draft what belongs to a later one of its sentence: of "X, S said, adding Y" the
// first is X alone, and of "S said X, V reported" too. What was quoted has one source only.
func (m *modeler) share() {
	for i := range m.drafts {
		d := &m.drafts[i]
		for j := i + 1; j <= min(len(m.drafts)-1, i+shareReach); j++ {
			if len(d.Content) > 0 {
				m.part(d, &m.drafts[j])
			}
		}
	}
}

// leadsInto reports whether the words of the cue x are the first of the source, or stand right
// before it.
func leadsInto(x, source Run) bool {
	return !source.Empty() && (source.From == x.From || source.From == x.To)
}

// part takes off the last content of d what belongs to the later draft.
func (m *modeler) part(d, later *draft) {
	last := len(d.Content) - 1
	run := &d.Content[last]
	switch {
	case !m.toks[d.Verb].Is(cueClasses) && leadsInto(d.Cue, later.Source) &&
		len(later.Content) > 0 && later.Content[0] == d.Content[0]:
		d.void = true // a noun: “We had fog,” port spokeswoman Ines Kallio said.
		later.Source.From = d.Cue.From
	case d.sure && len(later.Content) > 0 && later.Content[0] == *run:
		later.void = true
	case len(later.Content) > 0 && later.Content[0] == *run && last > 0:
		if d.Cue.To <= later.Cue.From && later.Cue.To <= run.From {
			d.Content = d.Content[:last]
		}
	case run.Has(later.Source.From) && later.Source.From > run.From &&
		run.To == later.Cue.To:
		if comma := later.Source.From - 1; m.toks[comma].Kind == scan.Comma {
			run.To = comma
		}
	}
}
