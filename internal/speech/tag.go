package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// Tags of the cue model.
const (
	cueNone = iota
	cueBegin
	cueIn
	cueTags
)

// Tags of the span model.
const (
	spanNone = iota
	sourceBegin
	sourceIn
	contentBegin
	contentIn
	spanTags
)

// chunk is the longest sequence that is tagged at once.
const chunk = 256

// spanReach is how many elements before and after a cue its source and content are looked for.
const spanReach = 90

// A window is the sequence in which source and content of one cue are looked for: a sentence, its
// quotations an element each; or a sentence inside a quotation.
type window struct {
	cells  []cell
	runs   []Run // the tokens of each cell
	at     int   // the cell where the cue starts
	past   int   // the cell after the cue
	cue    Run
	sent   Run
	inside bool   // all inside a quotation
	near   uint32 // what stands right before and after the cue
	marks  uint32 // where quotations stand
	source Run    // the subject by rule, before the cue
	after  Run    // the noun phrase after the cue
	said   Run    // the content by rule
}

// rule tells where the rules see the elements of run.
func (w *window) rule(run Run) uint32 {
	switch {
	case run.From == w.source.From && !w.source.Empty():
		return 1
	case w.source.Has(run.From):
		return 2
	case run.From == w.source.To && !w.source.Empty():
		return 3
	case run.From == w.after.From && !w.after.Empty():
		return 4
	case w.after.Has(run.From):
		return 5
	case run.From == w.after.To && !w.after.Empty():
		return 6
	}
	return 0
}

// part tells where the elements of run are with regard to the content by rule.
func (w *window) part(run Run) uint32 {
	switch {
	case w.said.Empty():
		return 0
	case run.From == w.said.From:
		return 1
	case run.From == w.said.To:
		return 2
	case w.said.Has(run.From) && run.To == w.said.To:
		return 3
	case w.said.Has(run.From):
		return 4
	}
	return 5
}

// survey notes what the features of w need to know about all of it.
func (r *reader) survey(w *window) {
	b, a := &edge, &edge
	if w.at > 0 {
		b = &w.cells[w.at-1]
	}
	if w.past < len(w.cells) {
		a = &w.cells[w.past]
	}
	w.near = mix(b.class, a.class)
	w.marks = 0
	for i := range w.cells {
		if c := w.cells[i].word; c == 11 || c == 13 {
			if i < w.at {
				w.marks |= 1
			} else {
				w.marks |= 2
			}
			if i == 0 {
				w.marks |= 4
			}
			if i == len(w.cells)-1 {
				w.marks |= 8
			}
		}
	}
	first, last := w.runs[0].From, w.runs[len(w.runs)-1].To
	w.source = r.nameBefore(w.cue.From, first)
	w.after = r.nameAfter(w.cue.To, last)
	w.said = r.ruled(w.cue, Run{first, last})
}

// openWindow fills w for the cue c of the sentence s.
func (r *reader) openWindow(w *window, c Run, s Run) {
	w.cells, w.runs, w.cue, w.sent = w.cells[:0], w.runs[:0], c, s
	w.inside = r.inside[c.From] != 0
	if w.inside {
		s = r.innerSentence(c, s)
	}
	from := c.From
	for n := 0; from > s.From && n < spanReach; n++ {
		from--
		if q, ok := r.quoteAt(from); ok && !w.inside {
			from = max(q.From, s.From)
		}
	}
	for i, n := from, 0; i < s.To && n < spanReach; {
		if i == c.From {
			w.at = len(w.cells)
		}
		if i == c.To {
			w.past = len(w.cells)
		}
		if i >= c.To {
			n++
		}
		run := Run{i, i + 1}
		cl := cell{}
		if q, ok := r.quoteAt(i); ok && !w.inside && !c.Has(i) {
			run.To = min(q.To, s.To)
			if q.From < c.From && c.From < run.To {
				run.To = c.From
			}
			cl = r.quoteCell(q)
		} else {
			cl = r.cellOf(i)
		}
		w.cells, w.runs = append(w.cells, cl), append(w.runs, run)
		i = run.To
	}
	if w.past <= w.at {
		w.past = len(w.cells)
	}
	r.outlook(w.cells)
	r.survey(w)
}

// quoteCell describes a whole quotation by its length and its last mark.
func (r *reader) quoteCell(q Quote) cell {
	c := cell{token: q.From, word: 11, shape: 11, class: 11}
	n := q.To - q.From
	switch {
	case n <= 4:
		c.word, c.class = 12, 12
	case n <= 8:
		c.word = 13
	}
	last := q.To - 1
	if q.Closed {
		last--
	}
	c.end = mix(uint32(r.toks[last].Kind), 17)
	first := &r.toks[min(q.From+1, len(r.toks)-1)]
	c.stem = mix(uint32(first.Shape&scan.Capital), 19)
	return c
}

// innerSentence returns the sentence, inside the quotation, that the cue c stands in.
func (r *reader) innerSentence(c Run, s Run) Run {
	q, _ := r.quoteAt(c.From)
	from, to := c.From, c.To
	for from > max(q.From+1, s.From) && c.From-from < spanReach && !r.innerEnd(from-1) {
		from--
	}
	for to < min(q.To-1, s.To) && to-c.To < spanReach && !r.innerEnd(to) {
		to++
	}
	return Run{from, to}
}

func (r *reader) innerEnd(i int) bool {
	return r.toks[i].Kind == scan.Stop && (i+1 >= len(r.toks) || !r.toks[i+1].Shape.Has(scan.Lower)) &&
		!r.toks[max(0, i-1)].Is(lang.Abbrev)
}

// bucket puts a distance into one of nine classes.
func bucket(n int) uint32 {
	switch {
	case n < 5:
		return uint32(n)
	case n < 8:
		return 5
	case n < 12:
		return 6
	case n < 20:
		return 7
	}
	return 8
}

// between sums up what stands between an element and the cue.
type between struct{ commas, quotes, thats, verbs, others, ands uint32 }

func (x *between) pass(r *reader, c *cell) {
	t := &r.toks[c.token]
	switch {
	case c.word >= 11 && c.word <= 13:
		x.quotes = 1
	case t.Kind == scan.Comma:
		x.commas = min(x.commas+1, 3)
	case t.Is(lang.That | lang.Rel):
		x.thats = 1
	case t.Is(lang.Cue | lang.Cueing):
		x.others = min(x.others+1, 2)
	case t.Is(lang.Aux):
		x.verbs = min(x.verbs+1, 2)
	case t.Is(lang.And | lang.Sub), t.Kind == scan.Dash,
		t.Kind == scan.Colon, t.Kind == scan.Semicolon:
		x.ands = min(x.ands+1, 2)
	}
}

func (x *between) code() uint32 {
	return x.commas | x.quotes<<2 | x.thats<<3 | x.verbs<<4 | x.others<<6 | x.ands<<8
}

// spanFeatures collects the features by which the element i of w is told to be of source or
// content.
func (r *reader) spanFeatures(b *bag, w *window, i int, gap between, verb cell) {
	c, p, n := at(w.cells, i), at(w.cells, i-1), at(w.cells, i+1)
	pp, nn := at(w.cells, i-2), at(w.cells, i+2)
	side, dist := uint32(1), w.at-i
	if i >= w.past {
		side, dist = 2, i-w.past+1
	}
	if w.inside {
		side += 2
	}
	d := bucket(dist)
	sd := side<<8 | d
	code := gap.code()
	b.reset()
	b.add(side)
	b.add(sd)
	b.add2(sd, verb.class)
	b.add2(sd, verb.word)
	b.add2(sd, c.class)
	b.add2(side, c.word)
	b.add2(side, p.word)
	b.add2(side, n.word)
	b.add2(side, mix(p.word, c.word))
	b.add2(side, mix(c.word, n.word))
	b.add2(side, c.class)
	b.add2(side, mix(p.class, c.class))
	b.add2(side, mix(c.class, n.class))
	b.add2(side, mix(mix(p.class, c.class), n.class))
	b.add2(side, mix(mix(c.class, n.class), nn.class))
	b.add2(side, mix(mix(pp.class, p.class), c.class))
	b.add2(side, mix(mix(p.shape, c.shape), n.shape))
	b.add2(side, code)
	b.add2(side, mix(code, c.class))
	b.add2(side, mix(code, d))
	b.add2(side, mix(code, verb.class))
	b.add2(side, mix(code, p.class))
	b.add2(side, mix(code, mix(p.class, c.class)))
	b.add2(side, mix(verb.word, c.class))
	b.add2(side, mix(verb.word, c.word))
	b.add2(side, mix(verb.word, mix(gap.commas, gap.quotes)))
	b.add2(side, mix(verb.word, mix(p.class, c.class)))
	b.add2(side, c.end)
	b.add2(side, mix(c.end, p.class))
	b.add2(side, mix(c.stem, p.class))
	b.add2(side, mix(at(w.cells, i-3).class, mix(pp.class, p.class)))
	b.add2(side, mix(min(uint32(i), 3), min(uint32(len(w.cells)-i), 3)))
	b.add2(side, mix(mix(min(uint32(i), 3), min(uint32(len(w.cells)-i), 3)), c.shape))
	b.add2(sd, mix(p.class, n.class))
	b.add2(side, mix(w.near, c.class))
	b.add2(side, mix(w.near, code))
	b.add2(side, mix(w.near, mix(code, c.class)))
	b.add2(sd, w.near)
	b.add2(side, mix(w.marks, mix(code, c.class)))
	b.add2(sd, mix(w.marks, c.class))
	b.add2(side, mix(verb.stem, c.word))
	b.add2(side, mix(verb.stem, mix(p.class, c.class)))
	b.add2(side, mix(verb.stem, code))
	b.add2(side, mix(c.word, mix(n.word, nn.class)))
	b.add2(side, mix(c.word, n.end))
	b.add2(side, mix(c.word, mix(n.class, nn.end)))
	b.add2(side, mix(p.end, c.end))
	b.add2(side, mix(p.word, c.end))
	b.add2(side, mix(c.right, c.class))
	b.add2(side, mix(c.right, p.class))
	b.add2(side, mix(c.right, code))
	b.add2(side, mix(c.left, c.class))
	b.add2(side, mix(c.left, mix(c.right, c.word)))
	rule := w.rule(w.runs[i])
	b.add2(side, rule)
	b.add2(rule, verb.class)
	b.add2(rule, mix(code, c.class))
	b.add2(rule, mix(verb.stem, side))
	part := w.part(w.runs[i])
	b.add2(part, side)
	b.add2(part, mix(rule, c.class))
	b.add2(part, mix(side, code))
	b.add2(part, mix(verb.stem, side))
	b.add2(part, mix(side, mix(p.class, c.class)))
}

// verbCell describes the verb of the cue: its first word that is known to report speech, else the
// last that is no particle; and how long the cue is.
func (r *reader) verbCell(c Run) cell {
	v := c.From
	for i := c.From; i < c.To; i++ {
		t := &r.toks[i]
		if t.Is(cueClasses) && !t.Is(lang.Aux) {
			v = i
			break
		}
		if t.Kind == scan.Word && !t.Is(lang.Aux|lang.Adverb|lang.Prep|lang.Func) {
			v = i
		}
	}
	x := r.cellOf(v)
	x.class = mix(x.class, uint32(min(c.To-c.From, 3)))
	return x
}

// gaps returns what stands between each element of w and the cue.
func (r *reader) gaps(w *window, out []between) []between {
	out = append(out[:0], make([]between, len(w.cells))...)
	x := between{}
	for i := w.at - 1; i >= 0; i-- {
		out[i] = x
		x.pass(r, &w.cells[i])
	}
	x = between{}
	for i := w.past; i < len(w.cells); i++ {
		out[i] = x
		x.pass(r, &w.cells[i])
	}
	return out
}

// A modeler tags the sentences of one story with the models of its language.
type modeler struct {
	*reader
	cue, span tagger
	cells     []cell
	bag       bag
	win       window
	between   []between
	found     []Run
}

// sentence adds the sayings of the sentence s.
func (m *modeler) sentence(s Run) {
	first := len(m.says)
	m.findCues(s)
	if !m.outside() {
		m.silent(s)
	}
	for _, c := range m.found {
		m.say(c, s)
	}
	m.finish(first, s)
}

// outside reports whether a cue that was found stands outside quotations.
func (m *modeler) outside() bool {
	for _, c := range m.found {
		if m.inside[c.From] == 0 {
			return true
		}
	}
	return false
}

// findCues lists the cues of the sentence s.
func (m *modeler) findCues(s Run) {
	m.found = m.found[:0]
	for from := s.From; from < s.To; from += chunk {
		m.tagCues(Run{from, min(from+chunk, s.To)})
	}
}

func (m *modeler) tagCues(s Run) {
	m.cells = m.cells[:0]
	for i := s.From; i < s.To; i++ {
		m.cells = append(m.cells, m.cellOf(i))
	}
	m.outlook(m.cells)
	m.cue.start()
	for i := range m.cells {
		m.bag.glance(m.cells, i)
		if m.cue.idle() && m.cue.unlikely(m.bag.features) {
			m.bag.reset()
		} else {
			m.cueFeatures(&m.bag, m.cells, i, s)
		}
		m.cue.next(m.bag.features)
	}
	for i, tag := range m.cue.finish() {
		switch tag {
		case cueBegin:
			m.found = append(m.found, Run{s.From + i, s.From + i + 1})
		case cueIn:
			if len(m.found) > 0 {
				m.found[len(m.found)-1].To = s.From + i + 1
			}
		}
	}
}

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
	if !m.toks[said.Source.From].Is(lang.CueBefore) || said.Source.Empty() {
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
	if to-i > phraseReach/2 || i < to && arg != lang.CueTell &&
		m.toks[i].Kind == scan.Word && !m.toks[i].Is(lead) {
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

// say adds the saying that the cue c of the sentence s reports.
func (m *modeler) say(c Run, s Run) {
	if m.relayed(c, s) {
		return
	}
	w := &m.win
	m.openWindow(w, c, s)
	m.between = m.gaps(w, m.between)
	verb := m.verbCell(c)
	m.span.start()
	for i := range w.cells {
		if w.at <= i && i < w.past {
			m.bag.reset()
			m.span.next(m.bag.features)
			continue
		}
		m.spanFeatures(&m.bag, w, i, m.between[i], verb)
		m.span.next(m.bag.features)
	}
	said := Saying{Cue: c, Verb: verb.token, Sentence: s}
	from := len(m.runs)
	for i, tag := range m.span.finish() {
		run := w.runs[i]
		switch tag {
		case sourceBegin:
			if said.Source.Empty() {
				said.Source = run
			}
		case sourceIn:
			said.Source.To = run.To
		case contentBegin:
			m.runs = append(m.runs, run)
		case contentIn:
			if len(m.runs) > from {
				m.runs[len(m.runs)-1].To = run.To
			}
		}
	}
	said.Content = m.runs[from:len(m.runs):len(m.runs)]
	m.mend(&said, w)
	m.pastAccording(&said)
	if m.withholds(&said) {
		return
	}
	if len(said.Content) > 0 || !said.Source.Empty() {
		if !w.inside {
			m.voice = len(m.says)
		}
		m.says = append(m.says, said)
	}
}
