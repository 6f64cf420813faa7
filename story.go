package dateline

import (
	"slices"
	"sync"
	"time"

	"golang.org/x/text/language"

	"github.com/e95690a0/dateline/internal/dates"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A story is one text on its way through the recognisers: its tokens, its lines, and what has been
// found so far. Recognisers are methods that read the tokens and add what they find.
type story struct {
	*Parser
	text  string
	lang  lang.Lang
	guess lang.Lang // what langTag has told the language from, where lang is 0
	told  bool      // it has
	memo  *lang.Memo
	toks  []lang.Token
	lines []line
	names []uint32 // the tokens that the name of a source may start with
	days  []uint32 // the tokens that a date may start with

	dates        []dateAt
	near         int     // the date that dateBehind has found last
	asked        mention // what mentionFrom has found last: readers ask for it more than once
	sources      []sourceAt
	dateline     Dateline
	bylines      []bylineAt
	bare         int // lines of bare names that readBylines has judged
	captions     []Caption
	attributions []Attribution
	crossrefs    []CrossRef
	own          []ownName // the names of Parser.Sources
}

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
}

// stories holds those that nobody reads: the next text is read into the memory of one. What a story
// has held before changes no answer.
var stories = sync.Pool{New: func() any { return &story{memo: new(lang.Memo)} }}

// maxKept is how many tokens the memory of a story is kept for.
const maxKept = 1 << 20

// open begins a story of which nothing has been read. Whoever opens a story closes it.
func (p *Parser) open(text string) *story {
	s := stories.Get().(*story)
	s.Parser, s.text, s.lang, s.own = p, text, parserLang(p.Lang), p.ownNames()
	return s
}

// close empties s and gives its memory back, but for that of a long text.
func (s *story) close() {
	clear(s.sources) // which point into the text
	empty := story{memo: s.memo}
	if cap(s.toks) <= maxKept {
		empty.toks, empty.lines = s.toks[:0], s.lines[:0]
		empty.names, empty.days = s.names[:0], s.days[:0]
		empty.dates, empty.sources = s.dates[:0], s.sources[:0]
	}
	*s = empty
	stories.Put(s)
}

// newStory opens a story, reads its tokens, tells its language and cuts it into lines.
func (p *Parser) newStory(text string) *story {
	s := p.open(text)
	r := s.reader(0, len(text))
	s.toks = slices.Grow(s.toks, min(len(text)/4, firstToks))
	if p.Lang == language.Und {
		s.toks, s.lang = r.Detect(s.toks)
	}
	if s.toks = r.Append(s.toks, firstToks); len(s.toks) >= firstToks {
		s.toks = slices.Grow(s.toks, s.toksLeft())
		s.toks = r.Append(s.toks, len(text))
	}
	r.Phrases(s.toks, 0)
	s.cutLines()
	return s
}

// firstToks is how many tokens a story has at least of which more are expected.
const firstToks = 1 << 12

// toksLeft returns how many tokens are left to read if those to come are as long as those read, and
// a few more. Their memory is had at once: to let it grow with them costs several times as much.
func (s *story) toksLeft() int {
	read := float64(s.toks[len(s.toks)-1].End)
	return int(1.1 * float64(len(s.toks)) * (float64(len(s.text)) - read) / read)
}

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

// cutLines takes glued words apart, cuts the tokens into lines, and notes where sources and dates
// may start: recognisers go from one such token to the next.
func (s *story) cutLines() {
	room := len(s.toks) + maxGlued + 1
	s.names, s.days = slices.Grow(s.names, room)[:room], slices.Grow(s.days, room)[:room]
	names, days, glued := 0, 0, 0
	own := uint64(len(s.own))
	const numbers = uint64(1) << scan.Number
	var l *line
	for i := 0; i < len(s.toks); i++ {
		if s.toks[i].Shape.Has(scan.Mixed) && glued < maxGlued && s.unglueAt(i) {
			glued++
		}
		t := &s.toks[i]
		if i == 0 || t.Gap >= scan.Line {
			s.lines = add(s.lines, line{from: i})
			l = &s.lines[len(s.lines)-1]
		}
		l.to = i + 1
		l.kinds |= 1 << t.Kind
		l.classes |= t.Class
		s.names[names], s.days[days] = uint32(i), uint32(i)
		number := numbers >> t.Kind & 1
		names += bit(uint64(t.Class&lang.Outlet) | number | own)
		days += bit(uint64(t.Class&dates.Starts) | number)
	}
	s.names, s.days = s.names[:names], s.days[:days]
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

// published is the day that relative dates count from; zero where it is not known.
func (s *story) published() time.Time { return s.Published }

// bit is 1 for all numbers but 0. It takes the place of a branch that no processor can guess.
func bit(x uint64) int { return int((x | -x) >> 63) }
