package speech

import (
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

// pastAccording takes "According to V," off the start of a source.
func (m *modeler) pastAccording(said *Saying) {
	if said.Source.Empty() || !m.toks[said.Source.From].Is(lang.CueBefore) {
		return
	}
	i := said.Source.From
	for i < said.Source.To && m.toks[i].Kind != scan.Comma {
		i++
	}
	if i+1 < said.Source.To {
		said.Source.From = i + 1
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

// relayed adds the saying of a cue like "was quoted as saying", which the rules read better.
func (m *modeler) relayed(x Run, s Run) bool {
	for i := x.From; i < x.To; i++ {
		c, ok := m.cueAt(i, s)
		if !ok || c.kind != lang.Quoted {
			continue
		}
		said, content, ok := m.quotedAs(Saying{Cue: c.Run, Verb: i, Sentence: s}, c, s)
		if ok {
			m.add(said, content[:]...)
			m.voice = len(m.says) - 1
		}
		return ok
	}
	return false
}

// share takes off a saying what belongs to a later cue of its sentence: of "X, S said, adding Y"
// the first is X alone. The sayings of the sentence are those from number first on.
func (m *modeler) share(first int) {
	says := m.says[first:]
	for i := range says {
		for j := i + 1; j < min(len(says), i+3) && len(says[i].Content) > 1; j++ {
			last := len(says[i].Content) - 1
			run, other := says[i].Content[last], &says[j]
			later := says[i].Cue.To <= other.Cue.From && other.Cue.To <= run.From
			if later && len(other.Content) > 0 && other.Content[0] == run {
				says[i].Content = says[i].Content[:last]
			}
		}
	}
}
