package speech

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
	keep      Model
	bag       bag
	win       window
	between   []between
	found     []found
	judge     func(*Saying, []uint32) bool // whether a saying with such features is kept
}

// A found is a cue, with how much speaks for it.
type found struct {
	Run
	score int32
}

func newModeler(r *reader, models *Models) *modeler {
	m := &modeler{
		reader: r,
		cue:    newTagger(models.Cue, -1),
		span:   newTagger(models.Span, contentBegin),
		keep:   models.Keep,
	}
	m.judge = m.keeps
	return m
}

// sentence adds the sayings of the sentence s.
func (m *modeler) sentence(s Run) {
	first := len(m.says)
	m.findCues(s)
	if !m.outside() {
		m.silent(s)
	}
	m.win.reach = max(spanLeast, min(spanReach, spanTotal/max(1, len(m.found))))
	for _, c := range m.found {
		m.say(c, s)
	}
	m.share(first)
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
		m.cells[i].score = m.cue.next(m.bag.features)
	}
	for i, tag := range m.cue.finish() {
		switch tag {
		case cueBegin:
			m.found = append(m.found, found{Run{s.From + i, s.From + i + 1}, m.cells[i].score})
		case cueIn:
			if len(m.found) > 0 {
				m.found[len(m.found)-1].To = s.From + i + 1
			}
		}
	}
}

// say adds the saying that the cue c of the sentence s reports.
func (m *modeler) say(cue found, s Run) {
	c := cue.Run
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
	from, lead := len(m.runs), m.span.lead()
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
		m.weigh(&said, w, verb, cue.score, lead)
		if !m.judge(&said, m.bag.features) {
			return
		}
		if !w.inside {
			m.voice = len(m.says)
		}
		m.says = append(m.says, said)
	}
}
