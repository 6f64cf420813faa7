package dateline

import (
	"slices"
	"sync"
	"time"

	"golang.org/x/text/language"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// A story is one text on its way through the recognisers, a take at a time. Recognisers are methods
// that read the tokens of the take and add what they find.
type story struct {
	*Parser
	text     string
	lang     lang.Lang
	memo     *lang.Memo
	speech   *speech.Memory
	cast     *cast
	own      []ownName // the names of Parser.Sources
	dateline Dateline  // in the first take
	stamped  time.Time // the day of the stamp above the story, where Published is not known
	end      int       // the byte up to which the text has been read
	take
}

// A take is as much of a text as is read at once: its tokens, its lines, and what has been found so
// far. All but the longest texts are one.
type take struct {
	begin int       // its first byte
	guess lang.Lang // what langTag has told the language from, where lang is 0
	told  bool      // it has
	toks  []lang.Token
	lines []line

	dates        []dateAt
	near         int     // the date that dateBehind has found last
	asked        mention // what mentionFrom has found last: readers ask for it more than once
	sources      []sourceAt
	bylines      []bylineAt
	bare         int // lines of bare names that readBylines has judged
	captions     []Caption
	attributions []Attribution
	crossrefs    []CrossRef
}

// maxTake is how many tokens a take has at most, several times as many as any story has: the memory
// for reading a text does not grow with it.
const maxTake = 1 << 16

// A line is the half-open range of tokens between two line breaks.
type line struct {
	from, to int
	use      lineUse
	kinds    uint32     // of its tokens, a bit for each
	classes  lang.Class // of its tokens
}

// holds reports whether a token of the line has any of the classes c.
func (l *line) holds(c lang.Class) bool { return l.classes&c != 0 }

// holdsKind reports whether a token of the line is of kind k.
func (l *line) holdsKind(k scan.Kind) bool { return l.kinds>>k&1 != 0 }

// A lineUse says what a line has been recognised as.
type lineUse uint8

const (
	useBody    lineUse = iota // running text, as far as is known
	useByline                 // a byline or sign-off
	useCaption                // a caption or credit
	usePointer                // a pointer to another story
	useStamp                  // a date stamp
)

// A dateAt is a date with the half-open range of tokens it was read from.
type dateAt struct {
	Date
	from, to int
}

// A sourceAt is a mention of a source with the half-open range of tokens it was read from.
type sourceAt struct {
	Source
	from, to int
	again    bool // no name, but a word for one that was named: "the newspaper"
	told     bool // its form shows that somebody told it something: TASS'a
}

// stories holds those that nobody reads: the next text is read into the memory of one. What a story
// has held before changes no answer.
var stories = sync.Pool{New: func() any {
	return &story{memo: new(lang.Memo), speech: new(speech.Memory), cast: newCast()}
}}

// open begins a story of which nothing has been read. Whoever opens a story closes it.
func (p *Parser) open(text string) *story {
	s := stories.Get().(*story)
	s.Parser, s.text, s.lang, s.own = p, text, parserLang(p.Lang), p.ownNames()
	return s
}

// close empties s and gives its memory back.
func (s *story) close() {
	s.take.empty()
	s.Parser, s.text, s.lang, s.own, s.end = nil, "", 0, nil, 0
	s.dateline, s.stamped = Dateline{}, time.Time{}
	stories.Put(s)
}

// empty makes t a take of nothing, which keeps its memory but for the lists that users are given.
func (t *take) empty() {
	clear(t.sources) // which point into the text
	clear(t.bylines)
	*t = take{
		toks: t.toks[:0], lines: t.lines[:0],
		dates: t.dates[:0], sources: t.sources[:0], bylines: t.bylines[:0],
	}
}

// newStory opens a story and reads its first take.
func (p *Parser) newStory(text string) *story {
	s := p.open(text)
	s.nextTake()
	return s
}

// nextTake goes on to the next take of the text, if there is one: it reads the tokens, tells their
// language where it is not known, and cuts them into lines.
func (s *story) nextTake() bool {
	if s.whole() {
		return false
	}
	if s.end > 0 {
		s.take.empty()
	}
	s.begin = s.end
	r := s.reader(0, len(s.text))
	r.Skip(s.begin)
	s.toks = slices.Grow(s.toks, min((len(s.text)-s.begin)/4, maxTake)+1)
	if s.Lang == language.Und && s.lang == 0 {
		s.toks, s.lang = r.Detect(s.toks)
	}
	s.toks = r.Append(s.toks, maxTake+1-len(s.toks))
	s.endTake()
	r.Phrases(s.toks, 0)
	s.cutLines()
	return true
}

// endTake ends a full take before its last paragraph, or else its last line or its last blank, and
// one that is not full with the text.
func (s *story) endTake() {
	s.end = len(s.text)
	if len(s.toks) <= maxTake {
		return
	}
	cut := maxTake
	for least := scan.Para; least > scan.None; least-- {
		if i := s.lastGap(least); i > 0 {
			cut = i
			break
		}
	}
	s.end = int(s.toks[cut].Start)
	s.toks = s.toks[:cut]
}

// lastGap returns the last token in the second half of a full take that has so wide a gap before
// it; 0 is none.
func (s *story) lastGap(least scan.Gap) int {
	for i := maxTake; i > maxTake/2; i-- {
		if s.toks[i].Gap >= least {
			return i
		}
	}
	return 0
}

// whole reports whether nothing of the text is left to read.
func (s *story) whole() bool { return s.end == len(s.text) }

// add appends x to list, for which it has twice the room where there is none: lists can get as long
// as the text.
func add[T any](list []T, x T) []T {
	if len(list) == cap(list) {
		list = slices.Grow(list, len(list)+1)
	}
	return append(list, x)
}

// reader returns a reader of the text from byte from up to byte to.
func (s *story) reader(from, to int) lang.Reader {
	r := lang.NewReader(s.text[from:to], s.lang)
	r.Remember(s.memo)
	return r
}

// parserLang returns the pack for the language of tag; an unknown one has none.
func parserLang(tag language.Tag) lang.Lang {
	if tag == language.Und {
		return 0
	}
	base, _ := tag.Base()
	return lang.Of(base.String())
}

// cutLines takes glued words apart and cuts the tokens into lines.
func (s *story) cutLines() {
	glued := 0
	l := line{}
	for i := 0; i < len(s.toks); i++ {
		if s.toks[i].Shape.Has(scan.Mixed) && glued < maxGlued && s.unglueAt(i) {
			glued++
		}
		t := &s.toks[i]
		if t.Gap >= scan.Line && i > 0 {
			s.lines = add(s.lines, l)
			l = line{from: i}
		}
		l.to = i + 1
		l.kinds |= 1 << (t.Kind % 32)
		l.classes |= t.Class
	}
	if l.to > l.from {
		s.lines = add(s.lines, l)
	}
}

// span returns the bytes from token from up to token to.
func (s *story) span(from, to int) Span {
	if from >= to {
		return Span{}
	}
	return Span{int(s.toks[from].Start), int(s.toks[to-1].End)}
}

// word returns the text of token i.
func (s *story) word(i int) string {
	return s.text[s.toks[i].Start:s.toks[i].End]
}

// published is the day of publication, as the user or else a stamp above the story gives it; zero
// where it is not known.
func (s *story) published() time.Time {
	if s.Published.IsZero() {
		return s.stamped
	}
	return s.Published
}
