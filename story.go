package dateline

import (
	"time"

	"golang.org/x/text/language"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A story is one text on its way through the recognisers: its tokens, its lines, and what has been
// found so far. Recognisers are methods that read the tokens and add what they find.
type story struct {
	*Parser
	text    string
	lang    lang.Lang
	toks    []lang.Token
	lines   []line
	dates   []dateAt
	sources []sourceAt

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
}

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

// sample is how many tokens the language of a text is told from.
const sample = 256

// newStory reads the tokens of text, tells its language and cuts it into lines.
func (p *Parser) newStory(text string) *story {
	s := &story{Parser: p, text: text, lang: parserLang(p.Lang), own: p.ownNames()}
	r := lang.NewReader(text, s.lang)
	s.toks = r.Append(make([]lang.Token, 0, len(text)/4+16), sample)
	if p.Lang == language.Und {
		s.lang = lang.Detect(text, s.toks)
		lang.Settle(s.toks, s.lang)
		r.SetLang(s.lang)
	}
	s.toks = r.Append(s.toks, len(text))
	r.Phrases(s.toks, 0)
	s.unglue()
	s.cutLines()
	return s
}

// parserLang returns the pack for the language of tag; an unknown one has none.
func parserLang(tag language.Tag) lang.Lang {
	if tag == language.Und {
		return 0
	}
	base, _ := tag.Base()
	return lang.Of(base.String())
}

func (s *story) cutLines() {
	for i := range s.toks {
		if i == 0 || s.toks[i].Gap >= scan.Line {
			s.lines = append(s.lines, line{from: i})
		}
		s.lines[len(s.lines)-1].to = i + 1
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

// published is the day that relative dates count from; zero where it is not known.
func (s *story) published() time.Time { return s.Published }
