package speech

import "slices"

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

// Tags of the model of what is kept.
const (
	keepNot = iota
	keepIt
	keepTags
)

// chunk is the longest sequence that is tagged at once.
const chunk = 256

// A modeler tags the sentences of one story with the models of its language.
type modeler struct {
	*reader
	cue, span tagger
	keep      weigher
	prior     int32 // what speaks for keeping a saying that nothing is known of
	win       window
	between   []between
	found     []found
	drafts    []draft
	heard     []uint32                           // the heads of sources so far
	learn     func(said *Saying, first int) bool // what is told of a saying, if models learn
}

// A found is a cue, with how much speaks for it.
type found struct {
	Run
	score int32
}

// A draft is a saying that is not known to be kept yet.
type draft struct {
	Saying
	score, lead   int32 // how much speaks for its cue, and for its content
	verb          cell
	before, after cell   // what stands beside the cue
	near          uint32 // where quotations do
	inside        bool   // all of it stands in a quotation
	sure, void    bool   // it is kept, or not, whatever the model says
}

func newModeler(r *reader, models Models) *modeler {
	m := &modeler{
		reader: r,
		cue:    newTagger(models.Cue, noTag),
		span:   newTagger(models.Span, contentBegin),
		keep:   newWeigher(models.Keep),
	}
	if models.Keep != "" {
		m.prior = models.Keep.step(keepNot, keepIt)
	}
	return m
}

// sentence adds the sayings of the sentence s.
func (m *modeler) sentence(s Run) {
	first := len(m.says)
	if m.layout(s) {
		return
	}
	m.findCues(s)
	m.win.reach = max(spanLeast, min(spanReach, spanTotal/max(1, len(m.found))))
	m.drafts = m.drafts[:0]
	m.quoted(s)
	quoted, next := len(m.drafts), 0
	for _, c := range m.found {
		for next < quoted && m.drafts[next].through() < c.From {
			next++
		}
		if (next == quoted || c.From < m.drafts[next].Cue.From) && !m.isTurn(first, c.Run) {
			m.draft(c, s)
		}
	}
	slices.SortStableFunc(m.drafts, func(a, b draft) int { return a.Cue.From - b.Cue.From })
	m.share()
	m.decide()
	if !m.outside() {
		m.silent(s)
	}
	quoting := false
	for i := range m.drafts {
		d := &m.drafts[i]
		if quoted := m.isQuoted(&d.Saying); !d.inside && (quoted || !quoting) {
			m.voice, quoting = len(m.says), quoted
		}
		m.says = append(m.says, d.Saying)
	}
	m.finish(first, s)
}

// isTurn reports whether the cue c is the colon of a turn of an interview, which is the last of the
// sayings from number first on.
func (m *modeler) isTurn(first int, c Run) bool {
	n := len(m.says) - 1
	return n >= first && m.says[n].Cue == c
}

// decide drops the drafts that are not to be kept.
func (m *modeler) decide() {
	for i := range m.drafts {
		d := &m.drafts[i]
		switch {
		case d.sure || d.void:
		case m.learn != nil:
			first := m.weigh(d)
			d.sure = m.learn(&d.Saying, first) || m.certain(d)
		case m.certain(d):
			d.sure = true
		default:
			m.weigh(d)
			d.sure = m.verdict() >= 0
		}
	}
	m.drafts = slices.DeleteFunc(m.drafts, func(d draft) bool { return !d.sure })
	for i := range m.drafts {
		m.hear(m.drafts[i].Source)
	}
}

// outside reports whether a draft stands outside quotations.
func (m *modeler) outside() bool {
	for i := range m.drafts {
		if !m.drafts[i].inside {
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
	m.cells = m.describeAll(m.cells[:0], s)
	m.outlook(m.cells)
	m.cue.start()
	for i := range m.cells {
		if m.weighCue(i, s) {
			m.cells[i].score = m.cue.sum[cueBegin]
			m.cue.next()
			continue
		}
		if m.cue.begun() {
			m.takeCues(m.cells[:i], m.cue.finishAt0())
			m.cue.start()
		}
	}
	m.takeCues(m.cells, m.cue.finish())
}

// takeCues lists the cues among the last of cells, which have the given tags.
func (m *modeler) takeCues(cells []cell, tags []uint8) {
	cells = cells[len(cells)-len(tags):]
	for k, tag := range tags {
		i := cells[k].From
		switch tag {
		case cueBegin:
			m.found = append(m.found, found{Run{i, i + 1}, cells[k].score})
		case cueIn:
			if n := len(m.found) - 1; n >= 0 && m.inside[i] == m.inside[m.found[n].From] {
				m.found[n].To = i + 1
			}
		}
	}
}

// doubt is how much the features that are weighed first may speak against a cue, or against a
// saying, before it is given up.
const doubt = Scale / 4

// weighCue weighs the features of the element i of the sentence s, and reports whether it may be
// part of a cue. Of one that may not, the first few tell.
func (m *modeler) weighCue(i int, s Run) bool {
	x, idle := &m.cue.weigher, m.cue.idle()
	x.begin(0)
	x.glance(m.cells, i)
	if idle && x.sum.unlikely(doubt) {
		return false
	}
	q := m.quoteState(m.cells[i].From, s.From, s.To)
	x.look(m.cells, i, q)
	if idle && x.sum.unlikely(doubt) {
		return false
	}
	x.study(m.cells, i, q)
	return true
}

// draft reads the saying that the cue c of the sentence s reports.
func (m *modeler) draft(c found, s Run) {
	w := &m.win
	m.openWindow(w, c.Run, s)
	d := draft{Saying: Saying{Cue: c.Run, Sentence: s}, score: c.score, inside: w.inside}
	d.before, d.after = *at(w.cells, w.at-1), *at(w.cells, w.past)
	d.near = w.quotationsNear()
	d.verb = m.verbCell(c.Run)
	d.Verb = d.verb.From
	if m.hopeless(&d) {
		return
	}
	m.survey(w)
	m.tagSpans(w, &d.verb)
	d.lead = m.span.lead()
	m.takeSpans(&d.Saying, w, m.span.finish())
	m.mend(&d.Saying, w)
	m.inherit(&d.Saying, w)
	m.passive(&d.Saying)
	m.dropSetting(&d.Saying)
	m.dropOutlets(&d.Saying)
	m.dropAccording(&d.Saying)
	m.dropAside(&d.Saying)
	if !m.withholds(&d.Saying) && (len(d.Content) > 0 || !d.Source.Empty()) {
		m.drafts = append(m.drafts, d)
	}
}

// tagSpans tags the cells of w that are not the cue.
func (m *modeler) tagSpans(w *window, verb *cell) {
	m.between = m.gaps(w, m.between)
	m.span.start()
	x, here, weight := &m.span.weigher, place{}, tally{}
	for i := w.from; i < w.to; i++ {
		if w.at <= i && i < w.past {
			m.span.skip()
			continue
		}
		if p := w.placeOf(i, m.between[i-w.from]); p != here {
			here = p
			x.place(w, &here, verb)
			weight = x.sum
		}
		words := m.weightOfWords(w, i)
		x.wordsThere(w, i, &here)
		x.sum.add(&weight)
		x.sum.add(words)
		m.span.next()
	}
}

// weightOfWords returns what the words at the cell i weigh, which is the same for all cues on one
// side of it.
func (m *modeler) weightOfWords(w *window, i int) *tally {
	t := &w.weighed[w.sideOf(i)][i]
	if !t.known {
		m.span.words(w, i)
		t.tally, t.known = m.span.sum, true
	}
	return &t.tally
}

// takeSpans gives said the source and content that the elements of w are tagged for.
func (m *modeler) takeSpans(said *Saying, w *window, tags []uint8) {
	from := len(m.runs)
	for i, tag := range tags {
		run := w.cells[w.from+i].Run
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
}
