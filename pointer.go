package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

const (
	maxPointer  = 300 // bytes of a title or a sentence; what is longer is a paragraph
	maxInline   = 120 // bytes of a title in the middle of a paragraph, which no line break ends
	maxClosers  = 4   // tokens that may stand behind a full stop: `.")`
	maxHeadword = 6   // tokens before a label that belong to it: "Syria Live Updates:"
)

// A pointer is a [CrossRef] in tokens.
type pointer struct {
	from, to int
	label    speech.Run
	title    speech.Run
	kind     int // lang.PointRelated and the like
}

// A pointerReader reads the pointers of a line, a sentence at a time.
type pointerReader struct {
	*story
	line     int  // the number of the line
	end      int  // of the line
	from, to int  // the sentence
	first    int  // its first token that is no ornament
	quoted   bool // it starts inside a quotation
	quoteEnd bool // the next one does
	closed   bool // a mark ends it: "subscribe to Haaretz>>"
	after    bool // a pointer stands right before it
}

// nextSentence reads the next sentence of the line and reports whether there was one. A mark that
// opens a pointer begins a sentence as well, and one that closes a pointer ends one: ">> A ■ B",
// "subscribe to Haaretz>> A".
func (r *pointerReader) nextSentence() bool {
	if r.from = r.to; r.from >= r.end {
		return false
	}
	r.quoted, r.closed = r.quoteEnd, false
	r.to = r.sentenceEnd()
	r.first = r.from
	for r.first < r.to && r.ornament(r.first) {
		r.first++
	}
	return true
}

// sentenceEnd returns where the sentence ends that starts at r.from.
func (r *pointerReader) sentenceEnd() int {
	for i := r.from; i < r.end; i++ {
		switch {
		case r.isQuote(i):
			r.quoteEnd = r.opensQuote(i)
		case i > r.from && r.pointerMark(i):
			if r.toks[i].Gap == scan.None && r.gapAfter(i) > scan.None || i+1 == r.end {
				r.closed = true
				return i + 1
			}
			return i
		case r.toks[i].Kind == scan.Stop:
			if end := r.stopEnd(i); end > 0 {
				return end
			}
		}
	}
	return r.end
}

// stopEnd returns where the sentence ends that the stop i closes, after its closing marks; 0
// where it closes none. A bar goes on: "Is it the wind? | more".
func (r *pointerReader) stopEnd(i int) int {
	end := i + 1
	for end < r.end && r.toks[end].Gap == scan.None && r.closer(end) {
		r.quoteEnd = r.quoteEnd && !r.isQuote(end)
		end++
	}
	if end < r.end && r.toks[end].Kind == scan.Bar ||
		!speech.EndsSentence(r.text, r.toks, r.lang, i, end, r.end) {
		return 0
	}
	return end
}

// closer reports whether token i is a mark that may stand behind the last word of a sentence.
func (r *pointerReader) closer(i int) bool {
	switch r.toks[i].Kind {
	case scan.Stop, scan.Colon, scan.Close, scan.Bullet, scan.Quote, scan.QuoteClose:
		return true
	}
	return false
}

// pastClosers returns the first token from i on, within the sentence, that is no closer.
func (r *pointerReader) pastClosers(i int) int {
	for i < r.to && r.closer(i) {
		i++
	}
	return i
}

// gapAfter returns what stands between token i and the next.
func (r *pointerReader) gapAfter(i int) scan.Gap {
	if i+1 == len(r.toks) {
		return scan.Para
	}
	return r.toks[i+1].Gap
}

// opensQuote reports whether the quotation mark i opens rather than closes. The blanks around it
// tell, as languages differ over which mark does what; where they do not, the mark itself does.
func (r *pointerReader) opensQuote(i int) bool {
	before := i == r.from || r.toks[i].Gap > scan.None
	after := r.gapAfter(i) > scan.None
	if before != after {
		return before
	}
	return r.toks[i].Kind == scan.QuoteOpen
}

// ornament reports whether token i is a sign that may stand before a label: "► READ MORE", "- Also
// read:".
func (r *pointerReader) ornament(i int) bool {
	switch r.toks[i].Kind {
	case scan.Bullet, scan.Dash, scan.Other, scan.Equals, scan.Bar:
		return true
	case scan.QuoteClose: // "» ", "»» "
		return r.gapAfter(i) > scan.None || i+1 < r.end && r.toks[i+1].Kind == scan.QuoteClose
	}
	return false
}

// pointerMark reports whether token i is a mark that points, ">>" or "►", rather than one that
// heads the items of a list.
func (r *pointerReader) pointerMark(i int) bool {
	if r.toks[i].Kind != scan.Bullet {
		return false
	}
	switch r.word(i) {
	case ">>", ">>>", "&gt;&gt;", "≫", "►", "▶", "▸", "➤", "☞", "→", "■":
		return true
	}
	return false
}

// readPointer reads the pointer that the sentence is, begins or holds.
func (r *pointerReader) readPointer() (pointer, bool) {
	if r.quoted {
		return pointer{}, false
	}
	if l, ok := r.labelAt(r.first); ok {
		if p, ok := r.labelled(l); ok {
			return p, true
		}
	}
	if p, ok := r.opened(); ok {
		return p, true
	}
	if p, ok := r.within(); ok {
		return p, true
	}
	return r.closedBy()
}

// opened reads a title behind a mark: ">> A".
func (r *pointerReader) opened() (pointer, bool) {
	p := pointer{from: r.from, kind: lang.PointRelated}
	if !r.pointerMark(r.from) || !r.opensPointer() {
		return p, false
	}
	p.label = speech.Run{From: r.from, To: r.from + 1}
	p.title = speech.Run{From: r.from + 1, To: r.titleEnd(r.from + 1)}
	p.to = max(p.title.To, r.to)
	return p, r.titleLike(p.title)
}

// opensPointer reports whether the mark that begins the sentence can open a pointer: at the start
// of a line or behind another pointer; ">>" behind any sentence. A "■" also heads the sections of
// pages in Japanese, Chinese and Korean.
func (r *pointerReader) opensPointer() bool {
	if r.from+1 == r.end || r.after {
		return r.after
	}
	if r.word(r.from) == "■" && r.toks[r.from+1].Shape.Has(scan.Single) {
		return false
	}
	return r.atLine() || r.word(r.from) == ">>"
}

// closedBy reads a title before a mark: "A >>".
func (r *pointerReader) closedBy() (pointer, bool) {
	if !r.closed {
		return pointer{}, false
	}
	p := pointer{from: r.from, to: r.to, kind: lang.PointRelated}
	p.label = speech.Run{From: r.to - 1, To: r.to}
	p.title = speech.Run{From: r.from, To: r.to - 1}
	return p, r.titleLike(p.title)
}

// titleLike reports whether t, beside a mark and no label, looks like a title.
func (r *pointerReader) titleLike(t speech.Run) bool {
	return r.words(t) > 1 && !r.fullStop(t.To) && r.fits(t)
}

// titleEnd returns where the title ends that starts at token i: at the next mark or at the end of
// the line, but at the end of its sentence in a paragraph of several.
func (r *pointerReader) titleEnd(i int) int {
	rest := speech.Run{From: i, To: r.end}
	paragraph := r.fullStop(r.end) || !r.atLine() || !r.fits(rest)
	if r.to < r.end && (paragraph || r.pointerMark(r.to)) {
		return max(i, r.to)
	}
	for ; i < r.end; i++ {
		if r.pointerMark(i) {
			return i
		}
	}
	return r.end
}

// atLine reports whether the sentence starts its line.
func (r *pointerReader) atLine() bool { return r.from == r.lines[r.line].from }

// headline reports whether the sentence starts the text's headline: the first line of a text that
// goes on for more than one.
func (r *pointerReader) headline() bool { return r.line == 0 && r.atLine() && len(r.lines) > 2 }

// fits reports whether t is short enough for a title.
func (r *pointerReader) fits(t speech.Run) bool {
	return !t.Empty() && r.run(t).Len() <= maxPointer
}

// words counts the words of t, up to three.
func (r *pointerReader) words(t speech.Run) int {
	n := 0
	for i := t.From; i < t.To && n < 3; i++ {
		if r.toks[i].Kind == scan.Word {
			n++
		}
	}
	return n
}

// fullStop reports whether a full stop ends the text before token end, as it ends a sentence and
// no title.
func (r *pointerReader) fullStop(end int) bool {
	for i := end - 1; i >= max(r.from, end-maxClosers); i-- {
		switch r.toks[i].Kind {
		case scan.Quote, scan.QuoteClose, scan.Close:
		case scan.Stop:
			c := r.word(i)
			return c == "." || c == "。" || c == "।"
		default:
			return false
		}
	}
	return false
}
