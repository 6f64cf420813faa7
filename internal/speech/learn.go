package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
)

// A Sequence is something to learn from: the features of each element and the tag it should have.
// An element with no features has a tag that is not in question.
type Sequence struct {
	Features [][]uint32
	Tags     []uint8
	// Stages are how many features of an element are weighed first and how many next, before it may
	// be given up; 0 where all are weighed at once.
	Stages [2]int
}

// LearnCues calls f with the sequences of a text whose sayings are known, for the model that finds
// cues.
func LearnCues(text string, toks []lang.Token, l lang.Lang, known []Saying, f func(Sequence)) {
	r := newReader(text, toks, l, []Run{{0, len(toks)}})
	begin, in := make([]bool, len(toks)), make([]bool, len(toks))
	for _, k := range known {
		if k.Cue.Empty() {
			continue
		}
		begin[k.Cue.From] = true
		for i := k.Cue.From + 1; i < k.Cue.To; i++ {
			in[i] = true
		}
	}
	x := weigher{}
	for _, s := range r.sents {
		for from := s.From; from < s.To; from += chunk {
			f(r.learnCues(&x, Run{from, min(from+chunk, s.To)}, begin, in))
		}
	}
}

// LearnSpans calls f with the sequences of such a text for the model that finds source and content.
func LearnSpans(text string, toks []lang.Token, l lang.Lang, known []Saying, f func(Sequence)) {
	r := newReader(text, toks, l, []Run{{0, len(toks)}})
	x, w := weigher{}, window{reach: spanReach}
	for _, s := range r.sents {
		for _, k := range known {
			if s.Has(k.Cue.From) && !k.Cue.Empty() {
				r.openWindow(&w, k.Cue, s)
				r.survey(&w)
				f(r.learnSpans(&x, &w, k))
			}
		}
	}
}

// LearnVerdicts calls f with a sequence of one element for each saying that the models find in such
// a text, for the model that tells which to keep. They must not have learned from it.
func LearnVerdicts(text string, toks []lang.Token, l lang.Lang, models Models, known []Saying,
	f func(Sequence)) {
	m := newModeler(newReader(text, toks, l, []Run{{0, len(toks)}}), models)
	m.learn = func(said *Saying, first int) bool {
		tag := uint8(keepNot)
		for _, k := range known {
			if k.Cue.From < said.Cue.To && said.Cue.From < k.Cue.To {
				tag = keepIt
			}
		}
		f(Sequence{
			Features: [][]uint32{m.keep.take()}, Tags: []uint8{tag}, Stages: [2]int{first, 0},
		})
		return tag == keepIt
	}
	for _, s := range m.sents {
		m.sentence(s)
	}
}

func (r *reader) learnCues(x *weigher, s Run, begin, in []bool) (out Sequence) {
	cells := r.describeAll(nil, s)
	r.outlook(cells)
	last := uint8(cueNone)
	for i := range cells {
		q := r.quoteState(cells[i].From, s.From, s.To)
		x.begin(0)
		x.glance(cells, i)
		out.Stages[0] = len(x.noted)
		x.look(cells, i, q)
		out.Stages[1] = len(x.noted)
		x.study(cells, i, q)
		tag := uint8(cueNone)
		if begin[s.From+i] {
			tag = cueBegin
		} else if in[s.From+i] && last != cueNone {
			tag = cueIn
		}
		out.add(x.take(), tag)
		last = tag
	}
	return out
}

func (r *reader) learnSpans(x *weigher, w *window, k Saying) (out Sequence) {
	verb := r.verbCell(k.Cue)
	gaps := r.gaps(w, nil)
	last := uint8(spanNone)
	for i := w.from; i < w.to; i++ {
		tag, features := uint8(spanNone), []uint32(nil)
		if i < w.at || i >= w.past {
			x.words(w, i)
			there := w.placeOf(i, gaps[i-w.from])
			x.place(w, &there, &verb)
			x.wordsThere(w, i, &there)
			features = x.take()
			tag = k.tag(w.cells[i].Run, last)
		}
		out.add(features, tag)
		last = tag
	}
	return out
}

// add adds an element.
func (x *Sequence) add(features []uint32, tag uint8) {
	x.Features, x.Tags = append(x.Features, features), append(x.Tags, tag)
}

// tag returns the tag of the element that covers run, where the one before has the tag last.
func (k *Saying) tag(run Run, last uint8) uint8 {
	mid := (run.From + run.To) / 2
	if k.Source.Has(mid) {
		if last == sourceBegin || last == sourceIn {
			return sourceIn
		}
		return sourceBegin
	}
	for _, c := range k.Content {
		if c.Has(mid) {
			if last == contentBegin || last == contentIn {
				return contentIn
			}
			return contentBegin
		}
	}
	return spanNone
}

// MayFollow reports whether the tag to may come after from in a model with that many tags.
func MayFollow(tags int, from, to uint8) bool {
	switch tags {
	case keepTags:
		return true
	case cueTags:
		return to != cueIn || from != cueNone
	}
	switch to {
	case sourceIn:
		return from == sourceBegin || from == sourceIn
	case contentIn:
		return from == contentBegin || from == contentIn
	}
	return true
}

// The numbers of tags of the models.
const (
	CueTags  = cueTags
	SpanTags = spanTags
	KeepTags = keepTags
	CueBegin = cueBegin
)
