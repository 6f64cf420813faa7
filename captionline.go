package dateline

import (
	"cmp"
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// maxCaption is how many tokens a line has that is a caption.
const maxCaption = 120

// readCaptions finds the captions among the lines that are nothing else yet. A line of running text
// may end in a name or speak of a photo: only what is credited as pictures are, or is labelled a
// caption, is one.
func (s *story) readCaptions() {
	for i := range s.lines {
		l := &s.lines[i]
		if l.use != useBody || l.to-l.from > maxCaption {
			continue
		}
		if s.signedOff(*l) || !s.captionLine(l) {
			continue
		}
		from, to := s.unfurl(l.from, l.to)
		if !s.hasWord(from, to) {
			continue
		}
		l.use = useCaption
		s.captions = add(s.captions, s.caption(from, to))
	}
}

// signedOff reports whether a sign-off ends line l: "… he said. (dpa/bl)".
func (s *story) signedOff(l line) bool {
	end := int(s.toks[l.to-1].End)
	i, _ := slices.BinarySearchFunc(s.bylines, end, func(b bylineAt, end int) int {
		return cmp.Compare(b.Span.End, end)
	})
	return i < len(s.bylines) && s.bylines[i].Span.Start < end
}

// captionLine reports whether line l is a caption or a credit.
func (s *story) captionLine(l *line) bool {
	from, to := l.from, l.to
	if l.holds(lang.Furl) {
		from, to = s.unfurl(from, to)
	}
	if from > l.from && s.arg(l.from, lang.Furl) == lang.FurlBefore &&
		!s.toks[l.from].Is(lang.Pointer) {
		return true
	}
	cut := s.creditCut(from, to)
	if !cut.found {
		return false
	}
	c := &cut.chain
	if s.pointsElsewhere(from, c) {
		return false
	}
	if s.toks[to-1].Kind == scan.Stop && cut.bare && (cut.body > from || s.word(to-1) == "。") {
		return false
	}
	return c.label && !s.plainLabel(c) || s.photoAgency(c) || c.slash && s.maker(c) ||
		s.setDown(from, c) || cut.body > from && s.lent(c)
}

// lent reports whether the credit c is a note, and at most a name, that says how a picture came to
// its paper: "Courtesy of Jane Doe", "(Handout)".
func (s *story) lent(c *creditChain) bool {
	switch c.note {
	case Courtesy, Handout, Supplied:
		return c.n <= 1 && c.lower == 0 && !c.sentence && !s.isLower(c.from)
	}
	return false
}

// pointsElsewhere reports whether the label of the credit c is that of a pointer, which token i
// begins: "Watch video: The bridge opens", "VIDEO: Otevření mostu".
func (s *story) pointsElsewhere(i int, c *creditChain) bool {
	_, width, home := s.toks[i].Arg(lang.Pointer, s.lang)
	if !home || c.from >= i+width {
		return false
	}
	return width > 1 || c.lower > 0 && c.count(partSource)+c.count(partPerson) == 0
}

// setDown reports whether the credit c, of an agency, follows the day that "＝" ties to what a
// picture shows: 屋台の看板を調べる学生＝10月18日、釜山（共同）.
func (s *story) setDown(from int, c *creditChain) bool {
	for i := c.from - 1; i > from && c.count(partSource) > 0; i-- {
		if s.toks[i].Kind == scan.Equals {
			return s.dateNear(i+1, c.from)
		}
	}
	return false
}

// maker reports whether c names somebody, or an agency, that pictures come from: not papers alone,
// as "[Times, Post/Herald]" does.
func (s *story) maker(c *creditChain) bool {
	for i := range c.parts() {
		p := &c.part[i]
		if src, _ := s.creditSource(p.from, p.to); p.kind == partSource && src.Kind == Wire {
			return true
		}
	}
	return c.count(partSource) > 0 && c.count(partPerson) > 0
}

// plainLabel reports whether the label of c is a word of running text, as "Source: the ministry".
func (s *story) plainLabel(c *creditChain) bool {
	names := c.count(partSource) + c.count(partPerson) + c.count(partOrg)
	return c.lower > 2 || names == 0 && c.note == ""
}

// photoAgency reports whether c names an agency for pictures, or one with the word beside it: "AP
// Photo".
func (s *story) photoAgency(c *creditChain) bool {
	for i := range c.parts() {
		p := &c.part[i]
		if p.kind != partSource {
			continue
		}
		src, _ := s.creditSource(p.from, p.to)
		if src.Kind == Photo || p.to > p.from+1 && s.toks[p.to-1].Is(lang.Photo) {
			return true
		}
	}
	return false
}
