package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// maxCredit is how many tokens a credit has; what is longer is none.
const maxCredit = 48

// A creditCut says where a caption's description ends and its credit stands.
type creditCut struct {
	body  int // the token after the description
	found bool
	bare  bool // neither a label nor brackets set the credit off
	chain creditChain
}

// creditCut finds the credit in the caption from up to to: behind a label, in brackets at its end,
// or bare. The surer signs are tried first.
func (s *story) creditCut(from, to int) (cut creditCut) {
	to = s.beforeStamp(from, to)
	switch {
	case s.labelledCut(&cut, from, to), s.bracketCut(&cut, from, to):
	case s.bareCut(&cut, from, to):
		cut.bare = true
	default:
		return creditCut{body: to}
	}
	if again := (creditCut{}); cut.chain.slash && s.bracketCut(&again, from, cut.body) {
		cut.body = again.body // "(Photo by A / AFP) (Photo by A/AFP via Getty Images)"
	}
	return cut
}

// beforeStamp returns where the day begins on which a picture was taken, behind the label of its
// photographer, in a script without blanks: 中央社記者王平攝 [114年3月12日]; to where there is none.
func (s *story) beforeStamp(from, to int) int {
	if to <= from || !s.toks[to-1].Shape.Has(scan.Single) {
		return to
	}
	k := s.dateBehind(to - 1)
	if k == len(s.dates) || s.dates[k].to != to || s.dates[k].from <= from {
		return to
	}
	i := s.dates[k].from
	for i-2 > from && s.toks[i-1].Is(lang.DateMark) && s.toks[i-2].Kind == scan.Number {
		i -= 2 // 114年, of the Republic
	}
	if s.toks[i-1].Is(lang.Photo) && s.toks[i-1].Shape.Has(scan.Single) {
		return i
	}
	return to
}

// cutAt returns the cut before token at, whose credit is the tokens from first up to to.
func (s *story) cutAt(from, at, first, to int) creditCut {
	cut := creditCut{body: s.bodyEnd(from, at), found: true}
	first, to = s.trimCredit(first, to)
	cut.chain = s.creditChain(first, to)
	return cut
}

// bodyEnd drops the marks that lead to a credit from the end of a description before token at.
func (s *story) bodyEnd(from, at int) int {
	for at > from {
		switch s.toks[at-1].Kind {
		case scan.Dash, scan.Bar, scan.Slash, scan.Open, scan.Comma, scan.Equals, scan.Bullet:
			at--
		default:
			return at
		}
	}
	return at
}

// labelledCut finds a credit that begins with a label, "Photo by", "Foto:", "©", and runs to the
// end of the caption. A cut that is not found is left undefined, by this and the others.
func (s *story) labelledCut(cut *creditCut, from, to int) bool {
	for i := max(from, to-maxCredit); i < to; i++ {
		t := &s.toks[i]
		if !t.Is(labels) && t.Kind != scan.Other && t.Kind != scan.Open {
			continue
		}
		if t.Is(lang.File) && t.Width() > 1 {
			i += t.Width() - 1 // "FILE PHOTO:"
			continue
		}
		if !s.labelOpens(i, from, to) {
			continue
		}
		first := s.photoOwner(from, i)
		*cut = s.cutAt(from, first, first, to)
		if !cut.chain.empty() && !cut.chain.runsOn(first == from) && !s.labelsBody(cut, first, from) {
			return true
		}
	}
	return false
}

// labelsBody reports whether the label with which a caption begins, at token first, is that of its
// description, behind which another begins the credit: "Symbolbild: Ein Zug Foto: Jane Doe".
func (s *story) labelsBody(cut *creditCut, first, from int) bool {
	c := &cut.chain
	lower := false
	for i := first; i < c.to && first == from; i++ {
		if lower && s.toks[i].Is(lang.Photo) && s.labelOpens(i, from, c.to) {
			return true
		}
		lower = lower || i >= c.part[0].from && s.isLower(i)
	}
	return false
}

// photoOwner returns the first of the words that say whose picture it is before the "photo by" at
// token i, which begin a sentence: "Staff photo by", "Harbour Post photo by". It is i where there
// are none.
func (s *story) photoOwner(from, i int) int {
	if !s.photoBy(i, len(s.toks)) {
		return i
	}
	for j := i - 1; j >= max(from, i-maxSourceWords); j-- {
		if s.toks[j].Kind != scan.Word || s.isLower(j) || s.toks[j+1].Gap > scan.Space {
			break
		}
		if j == from || s.breaksBefore(j) {
			return j
		}
	}
	return i
}

// labels are the classes of the words that a labelled credit begins with; "©" and "(c)" are others.
const labels = lang.Photo | lang.Job | lang.Note | lang.File

// labelOpens reports whether the label at token i begins a credit: a mark or "by" follows, or a
// name that ends the caption.
func (s *story) labelOpens(i, from, to int) bool {
	w := s.labelWidth(i, to)
	if w == 0 || s.toks[i].Is(lang.Job) && !s.toks[i].Is(lang.Photo) || s.longerNote(i, w) {
		return s.noteOpens(i, from, to)
	}
	if s.copyright(i, to) > 0 {
		return true
	}
	if s.inSource(from, i, to) {
		return false // "AP Photo/Jane Doe"
	}
	next := i + w
	if next < to && s.toks[next].Kind == scan.Open && s.toks[next].Gap == scan.None {
		next += 3 // "Foto(s):"
	}
	if next >= to {
		return false
	}
	switch s.toks[next].Kind {
	case scan.Colon, scan.Equals:
		return true
	case scan.Stop:
		if w := s.word(next); w != "." && (w[0] == '.' || w == "…") {
			return true // "Credit...Jane Doe"
		}
	case scan.Slash:
		return i == from || s.breaksBefore(i)
	}
	return s.copyright(next, to) > 0 || s.shortCredit(i, from, next, to)
}

// inSource reports whether token i belongs to the name of a source that starts before it.
func (s *story) inSource(from, i, to int) bool {
	for j := max(from, i-maxSourceWords); j < i; j++ {
		if w := s.sourceWidth(j, to); j+w >= i && w > 0 {
			return true
		}
	}
	return false
}

// maxSourceWords is how many words before a given one can belong to the name of a source.
const maxSourceWords = 3

// shortCredit reports whether the label at token i, which no mark follows, stands where a credit
// begins and only names come after it: "Foto LaPresse/Anna Neri".
func (s *story) shortCredit(i, from, next, to int) bool {
	arg := s.arg(i, lang.Photo)
	by := arg == lang.PhotoBy || arg == lang.PhotoRights
	if by && s.isStop(next) {
		next++ // "fot. Anna Nowak"
	}
	first := s.photoOwner(from, i)
	inside := first > from && !s.breaksBefore(first) && s.isLower(i)
	if next >= to || inside || s.toks[next].Kind == scan.Stop {
		return false
	}
	chain := s.creditChain(next, to)
	if chain.n == 0 || chain.sentence {
		return false
	}
	if chain.lower > 0 && (!by || chain.n > 1 || chain.lower > 2) {
		return false
	}
	return by || chain.count(partOpen) == 0
}

// noteOpens reports whether token i begins a credit with the way the picture came: "Courtesy of",
// "Supplied by".
func (s *story) noteOpens(i, from, to int) bool {
	if !s.toks[i].Is(lang.Note) {
		return false
	}
	arg, w, _ := s.toks[i].Arg(lang.Note, s.lang)
	if i+w > to || i > from && !s.breaksBefore(i) || s.isLower(i) {
		return false
	}
	return arg == lang.NoteCourtesy || arg == lang.NoteSupplied || arg == lang.NoteScreen ||
		i+w < to && s.toks[i+w].Kind == scan.Colon && arg != lang.NoteArchive
}

// runsOn reports whether a credit has so many words that no name has that it is running text. At
// the start of a caption its label may be that of the description: "Video: Storm hits the coast".
func (c *creditChain) runsOn(start bool) bool {
	unknown := c.count(partSource)+c.count(partPerson) == 0
	if unknown && (c.lower > 2 || start && c.lower > 1) {
		return true
	}
	return c.lower > 6 || c.sentence && c.lower > 0
}

// breaksBefore reports whether a sentence, a bracket or a line ends before token i.
func (s *story) breaksBefore(i int) bool {
	if i == 0 || s.wideGap(i) {
		return true
	}
	switch s.toks[i-1].Kind {
	case scan.Stop, scan.Open, scan.Close, scan.QuoteClose,
		scan.Bar, scan.Dash, scan.Bullet, scan.Equals:
		return true
	case scan.Slash:
		spaced := s.toks[i-1].Gap > scan.None
		return spaced && (s.toks[i].Gap > scan.None || i > 1 && s.toks[i-2].Kind == scan.Stop)
	case scan.Comma:
		return s.toks[i].Shape.Has(scan.Single)
	case scan.Quote:
		return s.toks[i].Gap > scan.None
	}
	return false
}

// wideGap reports whether more than one blank stands before token i, or one that keeps words
// together: pages set credits off so.
func (s *story) wideGap(i int) bool {
	t := &s.toks[i]
	return t.Gap >= scan.Line || t.Gap == scan.Space && t.Start-s.toks[i-1].End > 1
}

// bracketCut finds a credit in brackets at the end of a caption.
func (s *story) bracketCut(cut *creditCut, from, to int) bool {
	last := to - 1
	if last > from && s.isStop(last) {
		last--
	}
	if last <= from || s.toks[last].Kind != scan.Close {
		return false
	}
	open := s.bracketOpen(from, last)
	if open < 0 || open+1 == last {
		return false
	}
	*cut = s.cutAt(from, open, open+1, last)
	if !s.bracketCredit(&cut.chain, from, open) {
		return false
	}
	if cut.chain.n == 1 && cut.chain.count(partSource) == 1 && !cut.chain.label {
		if name := s.nameBefore(from, open); name < open {
			*cut = s.cutAt(from, name, name, last+1)
		}
	}
	if src := s.senderBefore(from, open); src < open && cut.chain.count(partSource) == 0 {
		*cut = s.cutAt(from, src, src, last+1)
	}
	return true
}

// senderBefore returns the first token of the agency that sent out a picture whose maker stands in
// the bracket at token open, in scripts without blanks: 新华社发（王明摄）; open where there is none.
func (s *story) senderBefore(from, open int) int {
	for i := open - 2; i > max(from, open-2*maxNameWords); i-- {
		if w := s.sourceWidth(i, open); w > 0 && i+w == open-1 && s.breaksBefore(i) &&
			s.toks[open-1].Shape.Has(scan.Single) {
			return i
		}
	}
	return open
}

// bracketCredit reports whether what stands in brackets credits the picture, and does not say who
// stands where, which party somebody is of or which country a town is in.
func (s *story) bracketCredit(c *creditChain, from, open int) bool {
	switch {
	case c.lower > 2, c.empty(), s.isPosition(c.from, c.to):
		return false
	case c.label, c.note != "" && c.note != Archive, c.count(partSource) > 0:
		return true
	case c.n == 0, s.hasNumber(c), s.isPlace(c):
		return false // "(2023)", "… in May. (Jerusalem)"
	}
	return open == from || s.breaksBefore(open) || c.slash
}

// isPosition reports whether the tokens from up to to say where somebody stands: "left", "2nd l.".
func (s *story) isPosition(from, to int) bool {
	for i := from; i < to; i++ {
		t := &s.toks[i]
		if t.Is(lang.Position) && i+s.widthAs(i, lang.Position) >= to-1 {
			return true
		}
		if t.Kind == scan.Word && !t.Is(lang.Ordinal) {
			break
		}
	}
	return false
}

// nameBefore returns the first token of a name that ends before token at and follows the end of a
// sentence: "… on Friday. Ana Ruiz (EFE)"; at itself where there is none.
func (s *story) nameBefore(from, at int) int {
	for i := at - 1; i >= max(from, at-2*maxNameWords); i-- {
		if i > from && !s.breaksBefore(i) || s.toks[i].Kind != scan.Word {
			continue
		}
		end, words := s.nameFrom(i, at)
		if end == at && words >= 2 && s.toks[i].Shape.Has(scan.Capital) {
			return i
		}
		break
	}
	return at
}
