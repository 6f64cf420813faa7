package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// notInitials are the classes of short words that stand before a town in running text.
const notInitials = lang.Func | lang.Prep | lang.In | lang.Article | lang.And | lang.By |
	lang.Particle

// signature reads a reporter's initials before the town, on a line of their own: "ku Frankfurt".
func (r *datelineReader) signature(t *lang.Token) bool {
	if !t.Shape.Has(scan.Lower) || t.End-t.Start > 3 || t.Is(notInitials) || r.i+1 >= len(r.s.toks) ||
		!r.s.townAt(r.i+1) {
		return false
	}
	r.addNames(r.i, r.i+1)
	r.i++
	return true
}

// bracket = "(" { element | joint | job } ")" .
//
// Elsewhere than at the start, a bracket with capitalised words that nothing knows is taken for an
// agency that the registry does not have.
func (r *datelineReader) bracket() bool {
	orig := r.reading
	end := r.s.closing(r.i)
	if end == 0 {
		r.unclosed()
		return false
	}
	square := r.has == 0 && r.s.text[r.s.toks[r.i].Start] != '('
	r.i++
	r.depth++
	for r.i < end && (r.element() || r.joined() || r.skipJob() || r.reporters(true) || r.initials()) {
	}
	r.depth--
	if r.i != end {
		r.reading = orig
		return r.strangerIn(end)
	}
	sent := orig.has&hasCity != 0 && r.s.toks[orig.i+1].Is(lang.Job) // "ROSARIO (Enviado especial)"
	if r.has == orig.has && r.n == orig.n && !sent {
		r.reading = orig
		return false
	}
	r.i++
	if square {
		r.has |= hasSquare
		r.closed = true
	}
	return true
}

// skipJob passes over a reporter's title before an agency: "/Корр. БЕЛТА/".
func (r *datelineReader) skipJob() bool {
	t := r.at(0)
	if !t.Is(lang.Job) && t.Kind != scan.Stop && !t.Is(lang.Newswire) {
		return false
	}
	_, width, _ := t.Arg(lang.Job, 0)
	r.i += max(1, width)
	return true
}

// initials passes over an editor's initials behind the agency: "(dpa/mv)".
func (r *datelineReader) initials() bool {
	t, next := r.at(0), r.at(1)
	if r.has&hasSetOff == 0 || t.Kind != scan.Slash ||
		next.Kind != scan.Word || next.End-next.Start > 3 {
		return false
	}
	r.i += 2
	return true
}

// strangerIn takes the words in a bracket that ends at token end for an unknown agency.
func (r *datelineReader) strangerIn(end int) bool {
	if r.has&(hasPlace|hasDate) == 0 || r.has&(hasSource|hasStranger) != 0 || end-r.i > 5 {
		return false
	}
	address := r.s.isAddress(r.i+1, end)
	for j := r.i + 1; j < end && !address; j++ {
		t := &r.s.toks[j]
		if t.Kind == scan.Word && (t.Shape.Has(scan.Capital) || end-r.i == 2) || t.Kind == scan.Hyphen {
			continue
		}
		return false
	}
	if end == r.i+1 {
		return false
	}
	span := r.s.span(r.i+1, end)
	r.sources[r.n.sources] = Source{Span: span, Name: span.Of(r.s.text)}
	r.n.sources++
	r.has |= hasStranger
	r.i = end + 1
	return true
}

// isAddress reports whether the tokens from from up to to are the address of a site:
// "lornepost.com".
func (s *story) isAddress(from, to int) bool {
	stops := 0
	for i := from; i < to; i++ {
		switch t := &s.toks[i]; {
		case i > from && t.Gap > scan.None:
			return false
		case t.Kind == scan.Stop:
			stops++
		case t.Kind != scan.Word && t.Kind != scan.Number && t.Kind != scan.Hyphen:
			return false
		}
	}
	return stops > 0 && s.toks[to-1].Shape.Has(scan.Lower)
}

// closing returns the token that closes the bracket at token i, on its line; 0 where none does.
func (s *story) closing(i int) int {
	for j := i + 1; j < len(s.toks) && j <= i+maxBracket && s.toks[j].Gap < scan.Line; j++ {
		switch s.toks[j].Kind {
		case scan.Close:
			return j
		case scan.Open:
			return 0
		}
	}
	return 0
}

// unclosed notes that the bracket at r.i is not closed, where an agency stands in it.
func (r *datelineReader) unclosed() {
	if r.has&(hasPlace|hasDate) == 0 || r.broken.Elem != "" {
		return
	}
	if _, width := r.s.sourceFrom(r.i + 1); width > 0 {
		r.broken = ParseError{"dateline", int(r.s.toks[r.i].Start), "bracket not closed"}
	}
}

// slashed = "/" [ job ] source [ name ] "/" .
func (r *datelineReader) slashed() bool {
	orig := r.reading
	r.i++
	r.depth++
	for r.element() || r.skipJob() || r.n.sources > orig.n.sources && r.reporters(false) {
		if r.at(0).Kind == scan.Slash && r.n.sources > orig.n.sources {
			r.i++
			r.depth--
			return true
		}
	}
	r.reading = orig
	return false
}

// quoted = "«" source "»" .
func (r *datelineReader) quoted() bool {
	orig := r.reading
	r.i++
	if src, width := r.s.sourceFrom(r.i); width > 0 && r.has != 0 && r.addSource(src, width) &&
		r.at(0).Kind == scan.QuoteClose {
		r.i++
		return true
	}
	r.reading = orig
	return false
}

// names = job name { name } [ "／" ] , up to the place or the end of the bracket; outside of
// brackets the slash must be there: "記者王大明／台北報導".
func (r *datelineReader) names() bool {
	t := r.at(0)
	_, width, _ := t.Arg(lang.Job, 0)
	from := r.i + width
	to := from
	for to < len(r.s.toks) && to < from+maxBracket && r.s.toks[to].Gap < scan.Line {
		t := &r.s.toks[to]
		if t.Kind != scan.Word && t.Kind != scan.Comma && t.Kind != scan.Bullet {
			break
		}
		if to >= from+2 && t.Gap == scan.None {
			if _, n, known := r.s.townFrom(to); known && r.s.datedAt(to+n) {
				break
			}
		}
		to++
	}
	slash := to < len(r.s.toks) && r.s.toks[to].Kind == scan.Slash
	if to == from || r.depth == 0 && !slash {
		return false
	}
	r.addNames(from, to)
	r.i = to
	if slash {
		r.i++
	}
	return true
}

// reporters = name { name } [ job ] .
//
// They stand behind "=", or before their title: "【ソウル＝田中一郎】", "홍길동 기자 =". Without a title
// they end with the bracket.
func (r *datelineReader) reporters(titled bool) bool {
	toks := r.s.toks
	end := r.i
	for end < len(toks) && end < r.i+maxBracket && toks[end].Kind == scan.Word &&
		!toks[end].Shape.Has(scan.Lower) && (end == r.i || toks[end].Gap < scan.Line) {
		if end > r.i && toks[end].Is(lang.Job) && toks[end].Gap > scan.None {
			_, width, _ := toks[end].Arg(lang.Job, 0)
			r.addNames(r.i, end)
			r.i = end + width
			return true
		}
		end++
	}
	if titled || end == r.i || r.depth == 0 || end == len(toks) || !endsNames(toks[end].Kind) {
		return false
	}
	r.addNames(r.i, end)
	r.i = end
	return true
}

func endsNames(k scan.Kind) bool {
	return k == scan.Close || k == scan.Comma || k == scan.Slash
}

// datedAt reports whether a number follows, or what closes a Chinese dateline.
func (s *story) datedAt(i int) bool {
	return i < len(s.toks) && (s.toks[i].Kind == scan.Number || s.toks[i].Is(lang.Filed))
}

// addNames takes the tokens from from up to to for names, one after each gap or comma.
func (r *datelineReader) addNames(from, to int) {
	for i := from; i < to; {
		if r.s.toks[i].Kind != scan.Word {
			i++
			continue
		}
		j := i + 1
		for j < to && r.s.toks[j].Kind == scan.Word && r.s.sameName(j) {
			j++
		}
		if r.n.persons < maxPersons {
			span := r.s.span(i, j)
			r.persons[r.n.persons] = Person{Span: span, Name: span.Of(r.s.text)}
			r.n.persons++
			r.has |= hasPerson
		}
		i = j
	}
}

// sameName reports whether token i goes on the name before it: in scripts that are written letter
// by letter a gap ends a name, elsewhere it does not.
func (s *story) sameName(i int) bool {
	return s.toks[i].Gap == scan.None || !s.toks[i].Shape.Has(scan.Single)
}

// signed = [ reporters "=" | "," name ] , whom Korean agencies name behind the bracket, "홍길동 기자 =",
// and Russian ones behind their own name: "РИА Новости, Анна Лапина.".
func (r *datelineReader) signed() {
	orig := r.reading
	if end := r.s.signerAt(r.i); end > 0 && r.has&hasSource != 0 && r.n.persons == 0 {
		r.persons[0] = r.s.personAt(r.i+1, end)
		r.n.persons++
		r.has |= hasPerson
		r.i = end
		return
	}
	if r.has&(hasSource|hasCity) == 0 || !r.at(0).Shape.Has(scan.Single) {
		return
	}
	if !r.reporters(true) || r.at(0).Kind != scan.Equals {
		r.reading = orig
	}
}

// signerAt returns the end of the name that stands between a comma, token i, and a stop; 0 where
// none does.
func (s *story) signerAt(i int) int {
	if i >= len(s.toks) || s.toks[i].Kind != scan.Comma {
		return 0
	}
	end, words := s.nameFrom(i+1, len(s.toks))
	if words < 2 || end == len(s.toks) || s.toks[end].Kind != scan.Stop {
		return 0
	}
	return end
}
