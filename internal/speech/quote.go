package speech

import (
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A Quote is a quotation with its marks.
type Quote struct {
	Run
	Closed bool // its closing mark is there
	Reopen bool // it goes on at the opening mark of the next paragraph
}

// last returns the last token inside the marks of q.
func (q Quote) last() int {
	if q.Closed {
		return q.To - 2
	}
	return q.To - 1
}

// A mark is a quotation mark, whatever it is written with.
type mark uint8

const (
	noMark            mark = iota
	straight               // " and '', either end
	tick                   // ', either end
	curlyOpen              // “ opens, and closes „
	curlyClose             // ” closes; both ends in Swedish
	low                    // „
	singleOpen             // ‘ opens, and closes ‚
	singleClose            // ’ closes
	lowSingle              // ‚
	guillemet              // « opens, and closes »
	guillemetBack          // » the other way round
	corner                 // 「
	cornerClose            // 」
	doubleCorner           // 『 in 「
	doubleCornerClose      // 』
	backticks              // ``
)

// closers lists the marks that may close a quotation that a mark has opened.
var closers = [...][3]mark{
	straight:      {straight, curlyClose},
	tick:          {tick, singleClose},
	curlyOpen:     {curlyClose, straight, low},
	curlyClose:    {curlyClose, curlyOpen},
	low:           {curlyOpen, curlyClose, straight},
	singleOpen:    {singleClose, tick},
	singleClose:   {singleClose, singleOpen},
	lowSingle:     {singleOpen, singleClose, tick},
	guillemet:     {guillemetBack},
	guillemetBack: {guillemet, guillemetBack},
	corner:        {cornerClose},
	doubleCorner:  {doubleCornerClose},
	backticks:     {straight, curlyClose},
}

func (m mark) closedBy(c mark) bool {
	k := closers[m]
	return c != noMark && (k[0] == c || k[1] == c || k[2] == c)
}

// corners reports whether m is one of the marks of Chinese and Japanese.
func (m mark) corners() bool { return corner <= m && m <= doubleCornerClose }

func (m mark) single() bool {
	return m == tick || m == singleOpen || m == singleClose || m == lowSingle
}

// markOf returns the quotation mark that token t is, or noMark. Title marks (《》) are none.
func markOf(text string, t *lang.Token) mark {
	if t.Kind < scan.Quote || t.Kind > scan.QuoteClose {
		return noMark
	}
	r, _ := utf8.DecodeRuneInString(text[t.Start:])
	switch r {
	case '"', '＂', '״':
		return straight
	case '\'':
		if t.End-t.Start > 1 {
			return straight
		}
		return tick
	case '`':
		if t.End-t.Start > 1 {
			return backticks
		}
		return singleOpen
	case '“', '\u0093':
		return curlyOpen
	case '”', '\u0094', '‟':
		return curlyClose
	case '„':
		return low
	case '‘', '\u0091':
		if t.End-t.Start > 3 {
			return curlyOpen // ‘‘
		}
		return singleOpen
	case '’', '\u0092', '‛', '＇':
		if t.End-t.Start > 3 {
			return curlyClose // ’’
		}
		return singleClose
	case '‚':
		return lowSingle
	case '«', '‹':
		return guillemet
	case '»', '›':
		return guillemetBack
	case '「':
		return corner
	case '」':
		return cornerClose
	case '『':
		return doubleCorner
	case '』':
		return doubleCornerClose
	}
	return markByKind(text[t.Start:t.End], t.Kind)
}

// markByKind returns the mark for entities and stray bytes.
func markByKind(word string, k scan.Kind) mark {
	single := word == "\x91" || word == "\x92" || word == "&#39;" || word == "&apos;" ||
		word == "&lsquo;" || word == "&rsquo;" || word == "&#8216;" || word == "&#8217;"
	switch {
	case word == "&laquo;":
		return guillemet
	case word == "&raquo;":
		return guillemetBack
	case k == scan.Quote && word[0] == '&' && single:
		return tick
	case k == scan.Quote && word[0] == '&':
		return straight
	case k == scan.QuoteOpen && single:
		return singleOpen
	case k == scan.QuoteOpen && (word[0] == '&' || word[0] == 0x93):
		return curlyOpen
	case k == scan.QuoteClose && single:
		return singleClose
	case k == scan.QuoteClose && (word[0] == '&' || word[0] == 0x94):
		return curlyClose
	}
	return noMark
}

// strayReach is how many tokens before a closing mark without an opening one may be quoted.
const strayReach = 120

// A pairer matches the quotation marks of one paragraph. A quotation in double marks may stand in
// one in single marks; the outer one counts, if it is closed.
type pairer struct {
	*reader
	para           Run
	double, single int // where an open quotation starts, or -1
	dmark, smark   mark
	kept           int // quotations found before the open single mark
}

// pair finds the quotations of the paragraph p. Marks that have no partner do no harm beyond it.
func (r *reader) pair(p Run) {
	q := pairer{reader: r, para: p, double: -1, single: -1}
	first := len(r.quotes)
	for i := p.From; i < p.To; i++ {
		if m := markOf(r.text, &r.toks[i]); m != noMark {
			q.mark(i, m, first)
		}
	}
	if q.double >= 0 {
		q.unclosed()
	}
}

func (q *pairer) mark(i int, m mark, first int) {
	switch {
	case m.single() && q.double >= 0:
		// nested: part of the quotation
	case m.single():
		q.singleMark(i, m)
	case q.double >= 0 && q.dmark.corners() && m.corners() && !q.dmark.closedBy(m) && m != q.dmark:
		// nested too: 「『…』と書いた」
	case q.double >= 0 && q.dmark.closedBy(m) && !(m == q.dmark && q.opens(i) && !q.closes(i)):
		q.add(Quote{Run: Run{q.double, i + 1}, Closed: true})
		q.double = -1
	case q.double >= 0 && q.opens(i):
		// a closing mark is missing: the paragraph break was lost, or the mark was
		q.add(Quote{Run: Run{q.double, i}, Reopen: true})
		q.double, q.dmark = i, m
	case q.double < 0 && q.opens(i):
		q.double, q.dmark = i, m
	case q.double < 0 && len(q.quotes) == first && q.stray(i):
		q.add(Quote{Run: Run{q.para.From, i + 1}, Closed: true})
	}
}

// stray reports whether the closing mark at i ends a quotation whose opening mark is lost: it
// follows a comma or stop, not far into the paragraph.
func (q *pairer) stray(i int) bool {
	if i == q.para.From || i-q.para.From >= strayReach || !q.closes(i) {
		return false
	}
	k := q.toks[i-1].Kind
	return k == scan.Comma || k == scan.Stop
}

func (q *pairer) singleMark(i int, m mark) {
	if q.single >= 0 && q.smark.closedBy(m) && q.closes(i) {
		q.quotes = q.quotes[:q.kept]
		q.add(Quote{Run: Run{q.single, i + 1}, Closed: true})
		q.single = -1
		return
	}
	number := i+1 < q.para.To && q.toks[i+1].Kind == scan.Number              // ’90s
	if q.opens(i) && !number && (m != singleClose || uncased(&q.toks[i+1])) { // ’...‘ in Urdu
		q.single, q.smark, q.kept = i, m, len(q.quotes)
	}
}

func (q *pairer) add(x Quote) { q.quotes = append(q.quotes, x) }

// unclosed settles the quotation that is still open at the end of the paragraph: it is all of the
// rest of it.
func (q *pairer) unclosed() {
	x := Quote{Run: Run{q.double, q.para.To}}
	if next := q.para.To; next < len(q.toks) {
		m := markOf(q.text, &q.toks[next])
		x.Reopen = m == q.dmark || m == curlyClose && q.dmark == guillemet
	}
	q.add(x)
}

// opens reports whether the mark at i may open a quotation: the next word follows at once, and no
// word stands right before.
func (q *pairer) opens(i int) bool {
	if i+1 >= q.para.To {
		return false
	}
	t, next := &q.toks[i], &q.toks[i+1]
	if t.Kind == scan.QuoteOpen {
		return true
	}
	if next.Gap != scan.None && markOf(q.text, t) != guillemetBack {
		return false
	}
	if i == q.para.From || t.Gap != scan.None {
		return true
	}
	switch q.toks[i-1].Kind {
	case scan.Word, scan.Number, scan.Stop, scan.Comma, scan.Close:
		return q.toks[i-1].Shape.Has(scan.Single) || q.prefixed(i)
	}
	return true
}

// titleReach is how many tokens a title in quotation marks has behind a preposition of one letter.
const titleReach = 8

// prefixed reports whether the mark at i opens a title right behind a preposition of one letter,
// which closes soon: ל"הארץ"; not the mark before the last letter of an abbreviation, ח"כ.
func (q *pairer) prefixed(i int) bool {
	letter, next := &q.toks[i-1], &q.toks[i+1]
	if !letter.Is(lang.Toward|lang.In) || letter.Gap == scan.None || letter.End-letter.Start != 2 ||
		next.End-next.Start <= 2 {
		return false
	}
	m := markOf(q.text, &q.toks[i])
	for j := i + 2; j < min(q.para.To, i+titleReach); j++ {
		if c := markOf(q.text, &q.toks[j]); c != noMark {
			return m.closedBy(c) && q.closes(j)
		}
	}
	return false
}

// closes reports whether the mark at i may close a quotation.
func (q *pairer) closes(i int) bool {
	t := &q.toks[i]
	if t.Gap != scan.None && markOf(q.text, t) != guillemetBack {
		return false
	}
	if i+1 >= len(q.toks) || q.toks[i+1].Gap != scan.None {
		return true
	}
	next := &q.toks[i+1]
	return next.Kind != scan.Word && next.Kind != scan.Number || next.Shape.Has(scan.Single)
}
