package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// readSignOff finds a sign-off that ends line i of running text: in brackets, behind a slash or as
// a last sentence.
//
//	sign-off = "(" byline ")" | "(" initials ")" | "/" initials | sentence with a contribution
func (s *story) readSignOff(i int) {
	l := s.lines[i]
	from, to := s.signOffRange(l)
	if from == to {
		return
	}
	r := s.bylineIn(from, to)
	known := r.signs&(signDuty|signContrib|signJob|signInitials) != 0 ||
		len(r.byline.Authors) == 0 && from > l.from && s.agencyLine(i, &r) ||
		s.signedNames(i, &r)
	if r.failed || !known {
		r = s.loneInitials(i, from, to)
	}
	if r.failed || r.empty() && r.signs&signInitials == 0 ||
		onlyPhotos(&r.byline) && !s.endsStory(i) {
		return
	}
	s.bylines = add(s.bylines, bylineAt{r.byline, r.signs})
}

// signedNames reports whether r read, in brackets that end the story with line i, nothing but names
// of four letters or more in a script without blanks: （鈴木千尋、佐藤健太）.
func (s *story) signedNames(i int, r *bylineReader) bool {
	first := r.from + 1
	return !r.failed && len(r.byline.Authors) > 0 && r.signs == 0 && i > 0 &&
		s.toks[r.from].Kind == scan.Open && s.toks[first].Shape.Has(scan.Single) &&
		(r.from == s.lines[i].from || s.endsSentence(r.from-1)) && s.plainNames(r) && s.endsStory(i)
}

// onlyPhotos reports whether b names photographers alone: the line before them is a caption.
func onlyPhotos(b *Byline) bool {
	for i := range b.Authors {
		if b.Authors[i].Role != duties[lang.DutyPhotos] {
			return false
		}
	}
	return len(b.Authors) > 0
}

// signOffRange returns the tokens at the end of line l that may be a sign-off.
func (s *story) signOffRange(l line) (from, to int) {
	last := l.to - 1
	if last > l.from && s.isStop(last) && s.toks[last-1].Kind == scan.Close {
		last--
	}
	if s.toks[last].Kind == scan.Close {
		if open := s.bracketOpen(l.from, last); open >= l.from {
			return open, last + 1
		}
		return l.to, l.to
	}
	if last-2 > l.from && s.shortLower(last) && s.ties(last-1) && s.endsSentence(last-2) {
		return last - 1, last + 1 // "… he said. / ab"
	}
	if s.allInitials(l.from, l.to) {
		return l.from, l.to // "jd/ jr/"
	}
	if from := s.codesFrom(l); from < l.to {
		return from, l.to
	}
	return s.lastSentence(l), l.to
}

// allInitials reports whether the tokens from up to to are nothing but initials with slashes
// between them: "jd/ jr/", "bur-jd/jr".
func (s *story) allInitials(from, to int) bool {
	slashes := 0
	for i := from; i < to; i++ {
		switch {
		case s.toks[i].Kind == scan.Slash:
			slashes++
		case s.toks[i].Kind == scan.Hyphen && i > from && s.toks[i].Gap == scan.None:
		case !s.meaningless(i):
			return false
		}
	}
	return slashes > 0 && to-from > slashes
}

// maxCodes is how many editors' codes stand behind an agency's name, and maxCode how long they are.
const (
	maxCodes = 4
	maxCode  = 4
)

// codesFrom returns where the agency stands whose name, with the codes of its editors behind it,
// ends line l: "… he said. PTI SPK NP"; the end of the line where none does.
func (s *story) codesFrom(l line) int {
	i := l.to - 1
	for i > l.from && i >= l.to-maxCodes && s.isCode(i) && s.sourceWidth(i, l.to) == 0 {
		i--
	}
	src, w := s.sourceFrom(i)
	if i == l.to-1 || w != 1 || src.Kind != Wire || i > l.from && !s.endsSentence(i-1) {
		return l.to
	}
	return i
}

// isCode reports whether token i is two letters or more that are nothing but capitals.
func (s *story) isCode(i int) bool {
	t := &s.toks[i]
	return t.Kind == scan.Word && t.Shape.Has(scan.Caps) && t.End-t.Start <= maxCode &&
		!t.OneLetter(s.text)
}

// endsSentence reports whether token i is a mark that ends a sentence.
func (s *story) endsSentence(i int) bool {
	k := s.toks[i].Kind
	return k == scan.Stop || k == scan.QuoteClose || k == scan.Quote
}

// lastSentence returns the first token of the last sentence of line l, where that says who
// contributed; else the end of the line.
func (s *story) lastSentence(l line) int {
	if !l.holds(lang.Contrib) {
		return l.to
	}
	thanks := false
	for i := l.to - 1; i > max(l.from, l.to-maxSignOff); i-- {
		thanks = thanks || s.toks[i].Is(lang.Contrib)
		if s.toks[i-1].Kind == scan.Stop && s.toks[i].Gap > scan.None && thanks {
			return i
		}
	}
	return l.to
}

// loneInitials reads the tokens from up to to, at the end of line i, as nothing but initials:
// "(kas)" after the last paragraph.
func (s *story) loneInitials(i, from, to int) bylineReader {
	r := bylineReader{story: s, from: from, i: from, to: to, failed: true}
	if from == 0 || !s.endsSentence(from-1) || !s.endsStory(i) {
		return r
	}
	if s.allInitials(from, to) && s.toks[from].Kind == scan.Word {
		for i := from; i < to; i++ {
			if s.toks[i].Kind == scan.Word {
				r.addAuthor(i, i+1)
			}
		}
		return r.initialled()
	}
	if src, w := s.sourceFrom(from); w > 0 { // "PTI SPK NP"
		r.byline.Sources = []Source{src}
		for i := from + w; i < to; i++ {
			r.addAuthor(i, i+1)
		}
		return r.initialled()
	}
	first, last := from+1, to
	if s.toks[to-1].Kind == scan.Close {
		last--
	}
	if _, width := s.sourceFrom(first); width == last-first {
		return r // (dpa)
	}
	letters := last == first+1 && s.shortLower(first) && !s.toks[first].Is(bracketed)
	if !letters && !s.deskCode(first, last) && s.toks[from].Kind != scan.Slash {
		return r
	}
	r.addAuthor(first, last)
	return r.initialled()
}

// initialled returns r as a sign-off of initials.
func (r bylineReader) initialled() bylineReader {
	r.failed = false
	r.signs = signInitials
	r.byline.Span = r.span(r.from, r.to)
	return r
}

// bracketed are the classes of short words that stand in brackets for other reasons.
const bracketed = lang.Func | lang.Note | lang.Photo | lang.Position | lang.File | lang.Cue |
	lang.Negation

// deskCode reports whether the tokens from up to to are a desk's code: "E-2".
func (s *story) deskCode(from, to int) bool {
	if to != from+3 || !s.toks[from].Shape.Has(scan.Caps) || len(s.word(from)) > 1 {
		return false
	}
	return s.toks[from+1].Kind == scan.Hyphen && s.toks[from+2].Kind == scan.Number
}

// endsStory reports whether no paragraph of running text follows line i.
func (s *story) endsStory(i int) bool {
	for _, l := range s.lines[i+1 : min(len(s.lines), i+1+maxAfter)] {
		if l.to-l.from >= longLine {
			return false
		}
	}
	return true
}

// endsText reports whether no sentence follows line i, not even a short one.
func (s *story) endsText(i int) bool {
	for _, l := range s.lines[i+1 : min(len(s.lines), i+1+maxAfter)] {
		if l.to-l.from >= minSentence && s.endsSentence(l.to-1) {
			return false
		}
	}
	return s.endsStory(i)
}

// minSentence is how many tokens a sentence has.
const minSentence = 6

// maxAfter is how many lines after a sign-off are looked at for running text.
const maxAfter = 4
