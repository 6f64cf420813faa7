package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// A Caption describes a picture and credits it: "People wait in line in Moscow on April 11, 2018.
// (AP Photo/Jane Doe)". The zero Caption is none.
type Caption struct {
	// Span covers the caption with its credit.
	Span Span `json:"span,omitzero"`
	// Body covers the description, without the credit and the words around it: "FILE -" and "[1/3]"
	// are part of it, "Image caption," is not.
	Body Span `json:"body,omitzero"`
	// People are those whom it names, with where they stand: "Jane Doe, left".
	People []Person `json:"people,omitzero"`
	// Places are where the picture was taken, "in Moscow".
	Places []Place `json:"places,omitzero"`
	// Date is when it was taken.
	Date Date `json:"date,omitzero"`
	// Credit says who made and sent it.
	Credit Credit `json:"credit,omitzero"`
	// File says that the picture is from the archive: "FILE -", "Archivbild".
	File bool `json:"file,omitzero"`
	// Sequence is the picture's number in a gallery, "1/2" in "[1/2]".
	Sequence string `json:"sequence,omitzero"`
}

// ParseCaption reads a picture's caption with its credit. The whole text is one caption; one
// without a word, or of more than 65,536, gives ErrNotFound. Where a bracket is open at its end,
// the caption comes with a *ParseError.
func (p *Parser) ParseCaption(text string) (Caption, error) {
	s := p.newStory(text)
	defer s.close()
	from, to := s.unfurl(0, len(s.toks))
	if !s.hasWord(from, to) || !s.whole() {
		return Caption{}, ErrNotFound
	}
	s.readSources()
	s.readDates()
	return s.caption(from, to), s.openBracket("caption", max(from, to-maxCredit), to)
}

// hasWord reports whether there is a word among the tokens from up to to.
func (s *story) hasWord(from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].Kind == scan.Word {
			return true
		}
	}
	return false
}

// caption reads the caption in the tokens from up to to, which are cleared of interface words.
func (s *story) caption(from, to int) Caption {
	c := Caption{Span: s.span(from, to)}
	cut := s.creditCut(from, to)
	if first := s.bodyLabel(from, to); first > 0 {
		cut.chain, cut.found = s.creditChain(s.trimCredit(from, s.labelBefore(first))), true
		from, cut.body = first, to
	}
	if cut.found {
		c.Credit = s.credit(&cut.chain)
		c.File = cut.chain.file
	}
	c.Body = s.span(from, cut.body)
	s.readBody(&c, from, cut.body)
	if c.Date.IsZero() && cut.found {
		if d := s.sceneDate(cut.chain.from, cut.chain.to); d.Unit == UnitDay {
			c.Date = d // "（中央社記者王平攝 113年6月4日）"
		}
	}
	return c
}

// bodyLabel returns the token after a label such as "Image caption," that stands inside a caption,
// behind its credit: "Image source, AFP Image caption, The quay at low tide". A miss is 0.
func (s *story) bodyLabel(from, to int) int {
	for i := from + 1; i < min(to, from+maxCredit); i++ {
		if !s.toks[i].Is(lang.Furl) {
			continue
		}
		arg, w, _ := s.toks[i].Arg(lang.Furl, s.lang)
		if arg == lang.FurlBefore && w > 1 && i+w+1 < to && s.isMark(i+w) {
			return i + w + 1
		}
	}
	return 0
}

// labelBefore returns the first token of the label that ends before token i.
func (s *story) labelBefore(i int) int {
	for j := i - 2; j > 0; j-- {
		if _, w, _ := s.toks[j].Arg(lang.Furl, s.lang); w > 1 && j+w == i-1 {
			return j
		}
	}
	return i
}

// unfurl drops the words of the page's interface around a caption: "Image caption," before it,
// "Read more" after it.
func (s *story) unfurl(from, to int) (int, int) {
	for from < to && s.toks[from].Is(lang.Furl) {
		_, w, _ := s.toks[from].Arg(lang.Furl, s.lang)
		next := from + w
		switch {
		case next >= to:
			return from, s.furlEnd(from, to)
		case s.isMark(next):
			from = next + 1
		case w > 1:
			from = next // "View image in fullscreen A vigil"
		default:
			return from, s.furlEnd(from, to)
		}
	}
	return from, s.furlEnd(from, to)
}

// furlEnd returns the token at which the words of the interface behind a caption begin, or to.
func (s *story) furlEnd(from, to int) int {
	for i := from; i < to; i++ {
		if !s.toks[i].Is(lang.Furl) {
			continue
		}
		arg, w, _ := s.toks[i].Arg(lang.Furl, s.lang)
		if arg == lang.FurlRest {
			return s.bodyEnd(from, i) // "(AFP) / RESTRICTED TO EDITORIAL USE"
		}
		if arg == lang.FurlAfter && i+w >= to {
			return i
		}
	}
	return to
}

// isMark reports whether token i is a comma or a colon.
func (s *story) isMark(i int) bool {
	k := s.toks[i].Kind
	return k == scan.Comma || k == scan.Colon
}

// readBody reads, from the description in the tokens from up to to, where and when the picture was
// taken, who is in it, and whether it is new.
func (s *story) readBody(c *Caption, from, to int) {
	c.Sequence, from = s.sequence(from, to)
	c.File = c.File || s.fileBody(from, to)
	c.People = s.pictured(from, to)
	s.readScene(c, from, to)
}

// sequence reads a picture's number in a gallery, "[1/3]" or "1 of 9 |", and returns the token
// after it.
func (s *story) sequence(from, to int) (string, int) {
	i := from
	if i < to && s.toks[i].Kind == scan.Open {
		i++
	}
	if i+3 >= to || s.toks[i].Kind != scan.Number || s.toks[i+2].Kind != scan.Number {
		return "", from
	}
	between := &s.toks[i+1]
	end := s.toks[i+3].Kind
	slash := between.Kind == scan.Slash && end == scan.Close && i > from
	of := between.Kind == scan.Word &&
		(end == scan.Bar || end == scan.Close || end == scan.Colon)
	if !slash && !of {
		return "", from
	}
	return s.word(i) + "/" + s.word(i+2), i + 4
}

// fileBody reports whether the description says that the picture is an old one: "FILE - ",
// "(Archivbild)".
func (s *story) fileBody(from, to int) bool {
	for i := from; i < to; i++ {
		if !s.toks[i].Is(lang.File) {
			continue
		}
		arg, w, _ := s.toks[i].Arg(lang.File, s.lang)
		if arg != lang.FileAlone {
			return true
		}
		// "FILE -", but not "he filed".
		alone := i == from && i+w < to && s.toks[i+w].Kind != scan.Word
		if alone && s.toks[i].Shape.Has(scan.Caps) {
			return true
		}
	}
	return false
}
