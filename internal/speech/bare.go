package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// bare takes off content what only says that it is some: the word that opens it (dass, que), the
// stop at its end and the quotation marks around all of it.
func (r *reader) bare(content []Run) {
	for n := range content {
		x := &content[n]
		if !x.Empty() && r.inside[x.From] == 0 {
			x.From = min(x.From+r.opener(x.From), x.To)
		}
		*x = r.unquoted(r.unstopped(*x))
	}
}

// opener returns the width of the word at i that opens reported content, 0 where there is none.
func (r *reader) opener(i int) int {
	_, width, home := r.toks[i].Arg(lang.That, r.lang)
	if !home {
		return 0
	}
	return width
}

// unquoted returns x without its outer quotation marks, where they stand around all of it.
func (r *reader) unquoted(x Run) Run {
	if x.Empty() {
		return x
	}
	q, ok := r.quoteAt(x.From)
	if !ok || q.To < x.To {
		return x
	}
	if q.From == x.From && markOf(r.text, &r.toks[x.From]) != noMark {
		x.From++
	}
	if q.Closed && q.To == x.To {
		x.To--
	}
	return r.unstopped(x)
}

// unstopped returns x without the comma or full stop at its end.
func (r *reader) unstopped(x Run) Run {
	for !x.Empty() && r.fullStop(x.To-1) {
		x.To--
	}
	return x
}

// fullStop reports whether token i is a comma or a full stop; a question mark is what was said too.
func (r *reader) fullStop(i int) bool {
	switch r.toks[i].Kind {
	case scan.Comma:
		return true
	case scan.Stop:
		switch word := r.text[r.toks[i].Start:r.toks[i].End]; word {
		case ".", "。", "।", "۔", "．", "｡":
			return true
		}
	}
	return false
}
