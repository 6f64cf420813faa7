package dateline

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A Byline says who made a story: "By Jane Doe and John Roe, Associated Press Writer" above it, or,
// as a sign-off below, "Reporting by Jane Doe in Lisbon; Editing by John Roe", "(dpa/bl)". The zero
// Byline is none.
type Byline struct {
	// Span covers all of it, with "By" and the brackets.
	Span Span `json:"span,omitzero"`
	// Authors are the people it names, in order, initials among them. Role says what they did where
	// the line does: "reporting", "writing", "editing".
	Authors []Person `json:"authors,omitzero"`
	// Sources are the agencies and outlets it names: dpa in "(dpa/bl)".
	Sources []Source `json:"sources,omitzero"`
}

// ParseByline reads a byline or sign-off that stands alone. Bare names are believed: "Jane Doe in
// Moscow". A text that is none, or says more, gives ErrNotFound; where a bracket is open at its
// end, the byline comes with a *ParseError.
func (p *Parser) ParseByline(text string) (Byline, error) {
	s := p.newStory(text)
	defer s.close()
	if len(s.toks) > maxSignOff {
		return Byline{}, ErrNotFound
	}
	s.readDates()
	r := s.bylineIn(0, len(s.toks))
	if r.empty() {
		return Byline{}, ErrNotFound
	}
	return r.byline, s.openBracket("byline", 0, len(s.toks))
}

// A bylineAt is a byline with what it was known by.
type bylineAt struct {
	Byline
	signs bylineSigns
}

// bylineList returns the bylines that readBylines found.
func (s *story) bylineList() []Byline {
	if len(s.bylines) == 0 {
		return nil
	}
	list := make([]Byline, len(s.bylines))
	for i := range list {
		list[i] = s.bylines[i].Byline
	}
	return list
}

// Bounds of bylines, in tokens.
const (
	maxByline   = 64 // of a line that is one
	maxBareName = 28 // of a line of names without "By", stamps on it
	maxSignOff  = 96 // of the last sentence, or bracket, of a paragraph
)

// maxTop is how many lines from the top of a page, with its menus, a line of bare names can be a
// byline.
const maxTop = 14

// readBylines finds the bylines and sign-offs among the lines that are nothing else yet.
func (s *story) readBylines() {
	for i := 0; i < len(s.lines); i++ {
		l := &s.lines[i]
		if l.use != useBody && l.use != useStamp || l.from == l.to {
			continue
		}
		if n := s.bylineLines(i); n > 0 {
			for j := range n {
				s.lines[i+j].use = useByline
			}
			i += n - 1
		} else if l.use == useBody {
			s.readSignOff(i)
		}
	}
}

// bylineLines reads the byline that starts with line i and returns how many lines it has: a page
// may set "By" and each of the names on a line of its own.
func (s *story) bylineLines(i int) int {
	l := s.lines[i]
	_, width, home := s.toks[l.from].Arg(lang.Pointer, s.lang)
	if l.to-l.from > maxByline || home && width > 1 { // "Mehr aus Politik" is no copy of Mehr
		return 0
	}
	if s.onlyPoints(l) {
		return 0
	}
	r := s.bylineIn(l.from, l.to)
	switch {
	case r.failed:
		return 0
	case r.signs == signBy && len(r.byline.Authors) == 0:
		return s.bylineBelow(i)
	case r.empty(), r.signs&signRights != 0 && !s.ownsRights(&r):
		return 0
	case r.signs&signOrigin != 0 && r.signs&signDate == 0 && !s.dated(i-1) && !s.endsStory(i):
		return 0
	case l.use == useStamp && len(r.byline.Authors) == 0 && !s.agencyLine(i, &r):
		return 0
	case r.signs&(signBy|signDuty|signContrib|signInitials|signRights) != 0:
	case len(r.byline.Authors) == 0 && s.agencyLine(i, &r):
	case len(r.byline.Authors) > 0 && s.bareByline(i, &r):
	default:
		return 0
	}
	s.bylines = add(s.bylines, bylineAt{r.byline, r.signs})
	return 1
}

// onlyPoints reports whether all words of line l are the label of a pointer, in a script where
// nothing tells them from names: 【関連記事】, ادامه مطلب.
func (s *story) onlyPoints(l line) bool {
	from, to := l.from, l.to
	for from < to && s.toks[from].Kind != scan.Word {
		from++
	}
	for to > from && s.toks[to-1].Kind != scan.Word {
		to--
	}
	return from < to && s.toks[from].Is(lang.Pointer) && s.toks[from].Width() == to-from &&
		(s.toks[from].Shape.Has(scan.Single) || s.isCaseless(from))
}

// agencyLine reports whether line i, in which r read no name, says whose copy the story is or who
// helped with it: "Le Figaro avec AFP", "HT Correspondent", "PTI" above a date, "(dpa)" at the end.
func (s *story) agencyLine(i int, r *bylineReader) bool {
	b := &r.byline
	switch {
	case len(b.Sources) == 0 || i > 0 && i >= maxTop && !s.endsStory(i):
		return false
	case r.signs&signWith != 0:
		return len(b.Sources) > 1 || s.endsStory(i)
	case r.signs&signJob != 0:
		return true
	}
	for _, src := range b.Sources {
		if src.Kind != Wire || src.ID == "" {
			return false
		}
	}
	if i < maxTop && (r.signs&(signDate|signPlace) != 0 || s.dated(i+1)) {
		return true
	}
	if i > 0 && s.endsText(i) && s.text[b.Span.Start] != '[' {
		r.signs |= signOrigin
		return true
	}
	return false
}

// ownsRights reports whether a line with "©" that r read says whose the story is, and not whose a
// picture is. One whose name is not known is, where an agency has passed the story on.
func (s *story) ownsRights(r *bylineReader) bool {
	b := &r.byline
	if r.signs&signContrib != 0 && len(b.Sources) > 0 {
		for _, p := range b.Authors {
			b.Sources = slices.Insert(b.Sources, 0, Source{Span: p.Span, Name: p.Name})
		}
		b.Authors = nil
	}
	return len(b.Authors) == 0 && len(b.Sources) > 0 && b.Sources[0].Kind != Photo &&
		(b.Sources[0].ID != "" || r.signs&signContrib != 0 || r.to == len(s.toks))
}

// bylineBelow reads the names on the lines below line i, which only says "By".
func (s *story) bylineBelow(i int) int {
	var b Byline
	n := 1
	for ; i+n < len(s.lines) && n <= maxNameWords; n++ {
		l := s.lines[i+n]
		if l.use != useBody || l.to-l.from > maxBareName {
			break
		}
		r := s.bylineIn(l.from, l.to)
		if r.failed || r.signs&^(signJob|signSource|signDate) != 0 {
			break
		}
		b.Authors = append(b.Authors, r.byline.Authors...)
		b.Sources = append(b.Sources, r.byline.Sources...)
		if r.signs&signDate != 0 && r.empty() {
			break
		}
		b.Span = s.span(s.lines[i].from, l.to)
	}
	if len(b.Authors) == 0 {
		return 0
	}
	s.bylines = add(s.bylines, bylineAt{b, signBy})
	return n
}

// bareByline reports whether line i, which r read as names without "By", is a byline by what stands
// around it: a job or a date on the line, a date, a job or an outlet on a line beside it.
func (s *story) bareByline(i int, r *bylineReader) bool {
	l := s.lines[i]
	if l.to-l.from > maxBareName || !s.plainNames(r) || s.isSubject(r) {
		return false
	}
	if last := l.to - 1; s.isStop(last) && last > l.from && !s.toks[last-1].Shape.Has(scan.Capital) {
		return false
	}
	if len(s.lines) == 1 {
		return true
	}
	if i == 0 && s.isCaseless(l.from) && r.signs&^signPlace == 0 {
		return false // a headline, which no small letter tells from a name
	}
	switch {
	case r.signs&(signJob|signWith|signAddress) != 0:
		return true
	case i >= maxTop:
		return s.describes(i+1) || s.presents(i, r)
	case r.signs&signDate != 0, !r.slash && employed(&r.byline):
		return true
	}
	return s.dated(i-1) || s.datedSoon(i) || s.describes(i+1) || s.credited(i-1) ||
		s.credited(i+1) || i+1 < len(s.lines) && s.lines[i+1].holds(lang.Job) && s.presents(i, r)
}

// employed reports whether b names outlets that people write for, and no platform.
func employed(b *Byline) bool {
	for _, src := range b.Sources {
		if src.Kind == Social || src.Kind == Official || src.ID == "" {
			return false
		}
	}
	return len(b.Sources) > 0
}

// datedSoon reports whether a date stands on one of the next lines, behind other names and places.
func (s *story) datedSoon(i int) bool {
	for j := i + 1; j < len(s.lines) && j <= i+3; j++ {
		if s.dated(j) {
			return true
		}
		if l := s.lines[j]; l.to-l.from > 6 {
			return false
		}
	}
	return false
}

// dated reports whether line i says when the story appeared: "Published 3 May", "22.08.2024".
func (s *story) dated(i int) bool {
	if i < 0 || i >= len(s.lines) {
		return false
	}
	l := s.lines[i]
	if l.to-l.from > maxBareName {
		return false
	}
	if l.use == useStamp || s.toks[l.from].Is(lang.Stamp) {
		return true
	}
	return s.toks[l.from].Kind == scan.Number || s.dateNear(l.from, l.to) || s.ago(l.from+1, l.to)
}

// dateNear reports whether a date begins among the first tokens from up to to: "Madrid - 3 June".
func (s *story) dateNear(from, to int) bool {
	k := s.dateFromToken(from)
	return k < len(s.dates) && s.dates[k].from < min(to, from+maxBeforeDate)
}

// maxBeforeDate is how many tokens a place before a date has.
const maxBeforeDate = 4

// ago reports whether a stretch of time stands at token i: "vor 3 Stunden".
func (s *story) ago(i, to int) bool {
	return i+1 < to && s.toks[i].Kind == scan.Number && s.toks[i+1].Is(lang.Unit|lang.Clock)
}

// credited reports whether line i is a picture's credit alone: the picture stands beside the
// byline.
func (s *story) credited(i int) bool {
	if i < 0 || i >= len(s.lines) || s.lines[i].to-s.lines[i].from > maxBareName {
		return false
	}
	l := s.lines[i]
	cut := s.creditCut(l.from, l.to)
	return cut.found && cut.body == l.from && cut.chain.label && !s.plainLabel(&cut.chain)
}

// describes reports whether line i only says what the person on the line before is: "Journalist",
// "BBC".
func (s *story) describes(i int) bool {
	if i >= len(s.lines) || s.lines[i].to-s.lines[i].from > 2*maxNameWords {
		return false
	}
	r := s.bylineIn(s.lines[i].from, s.lines[i].to)
	return !r.failed && len(r.byline.Authors) == 0 && r.signs&(signJob|signSource) != 0
}

// maxLinks is how many lines of buttons stand between an author's name and what is said of them.
const maxLinks = 6

// presents reports whether a line below line i, behind links alone, says who the one is whom r
// names: "Jane Doe", "Follow", "Doe covers the harbours of the coast for us."
func (s *story) presents(i int, r *bylineReader) bool {
	name := r.byline.Authors[0].Span
	first := s.tokenFrom(name.Start)
	last := s.tokenFrom(name.End) - 1
	for _, l := range s.lines[i+1 : min(len(s.lines), i+1+maxLinks)] {
		if l.to-l.from < minSentence {
			continue
		}
		at := &s.toks[l.from]
		return at.Hash == s.toks[first].Hash || at.Hash == s.toks[last].Hash
	}
	return false
}

// plainNames reports whether the names that r read are no places and have no words in them that
// mean something else.
func (s *story) plainNames(r *bylineReader) bool {
	for _, p := range r.byline.Authors {
		i := s.tokenFrom(p.Span.Start)
		short := s.toks[i].Shape.Has(scan.Single) && p.Span.Len() < minUnspaced
		if short && r.signs&signJob == 0 || s.toks[i].Is(lang.Role) || findPlace(p.Name) > 0 {
			return false
		}
		hasFamily := s.toks[i].Shape.Has(scan.Single) &&
			(!isHangul(s.word(i)) || s.arg(i, lang.Particle) == lang.FamilyName)
		for ; i < r.to && int(s.toks[i].End) <= p.Span.End; i++ {
			t := &s.toks[i]
			letter := hasFamily && t.Width() == 1 // 지, に
			if !letter && !s.isLower(i) && s.means(t, notPlain) {
				return false
			}
		}
	}
	return true
}

// minUnspaced is how many bytes a bare name has in a script without blanks: four letters. Words of
// two and three are too many.
const minUnspaced = 12

// isSubject reports whether the story itself speaks of the first of those whom r names: who is in
// the news is not who wrote it. A box about the author at the end may name them once.
func (s *story) isSubject(r *bylineReader) bool {
	if s.bare++; s.bare > maxBare {
		return true
	}
	name := r.byline.Authors[0].Span
	var surname uint32
	for i := s.tokenFrom(name.Start); i < r.to && int(s.toks[i].End) <= name.End; i++ {
		if s.toks[i].Kind == scan.Word {
			surname = s.toks[i].Hash
		}
	}
	n := 0
	for _, l := range s.lines {
		for i := l.from; i < l.to && l.to-l.from >= longLine; i++ {
			if s.toks[i].Hash == surname && s.toks[i].Kind == scan.Word {
				n++
			}
		}
	}
	return n > 1
}

// maxBare is how many lines of bare names are looked for in the story.
const maxBare = 16

// notPlain are the classes of words that people are not called by.
const notPlain = lang.Func | lang.Article | lang.Org | lang.Group | lang.Newswire | lang.Pointer |
	lang.PointTo | lang.Slug | lang.Photo | lang.Medium | lang.Unit | lang.Shift | lang.Furl
