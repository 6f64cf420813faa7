package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// creditSource returns the source that is named at token i, and the width of its name.
func (s *story) creditSource(i, to int) (Source, int) {
	if s.sourceWidth(i, to) == 0 {
		return Source{}, 0
	}
	return s.sourceFrom(i)
}

// sourceWidth returns how many tokens the name of a source takes up that starts at token i, or 0.
func (s *story) sourceWidth(i, to int) int {
	if i >= to || !s.toks[i].Is(lang.Outlet) && len(s.own) == 0 {
		return 0
	}
	m := s.mentionFrom(i)
	w := m.to - i
	if i+w > to || w == 1 && m.name.Weak() && s.firstName(i, to) {
		return 0
	}
	if w == 1 && m.name.Weak() && s.isLower(i) &&
		s.toks[i].Langs(lang.Prep|lang.In|lang.Toward) != 0 {
		return 0 // "sur"
	}
	shouted := m.own == 0 && m.name.AllCaps() && !m.name.LowerFirst()
	if shouted && s.isLower(i) && !s.tied(i, m.to) {
		return 0 // "et" is no Economic Times
	}
	return w
}

// tied reports whether a slash or a bracket stands right before token from or at token to, as in
// "sda/afp".
func (s *story) tied(from, to int) bool {
	if from > 0 && (s.ties(from-1) || s.toks[from-1].Kind == scan.Open) {
		return true
	}
	return to < len(s.toks) && (s.ties(to) || s.toks[to].Kind == scan.Close)
}

// firstName reports whether the weak name of a source at token i is somebody's first name: "Max
// Huber".
func (s *story) firstName(i, to int) bool {
	end, words := s.nameFrom(i, to)
	if words < 2 || end == i+1 {
		return false
	}
	return !s.toks[i].Shape.Has(scan.Caps) || s.toks[end-1].Shape.Has(scan.Caps)
}

// leadsToSource reports whether token i is a preposition, of any language, before a source and the
// end of the credit or a word that joins others to it: "Jane Doe on Unsplash".
func (s *story) leadsToSource(i, to int) bool {
	if !s.isLower(i) || s.toks[i].Langs(lang.Prep|lang.In) == 0 {
		return false
	}
	w := s.sourceWidth(i+1, to)
	return w > 0 && (i+1+w == to || s.toks[i+1+w].Is(lang.And|lang.Via))
}

// sourcePart is the part that begins with the source in the tokens from i up to end. A word such as
// "Images" makes another agency of a name that others have as well: "LAT Images".
func (s *story) sourcePart(i, end, to int) creditPart {
	p := creditPart{from: i, to: s.sourceTail(end, to), kind: partSource}
	if w := s.agencyTail(p.to, to); w > 0 {
		p.to += w
		if src, _ := s.sourceFrom(i); s.mentionFrom(i).name.Weak() &&
			src.Kind != Wire && src.Kind != Photo {
			p.kind = partOrg
		}
	}
	return p
}

// agencyTail returns the width of the word at token i that makes an agency's name of those before
// it: "Images" in "Harbour Images".
func (s *story) agencyTail(i, to int) int {
	if i >= to || !s.toks[i].Is(lang.Photo) || s.toks[i].Gap != scan.Space {
		return 0
	}
	if !s.toks[i].Shape.Has(scan.Capital) {
		return 0
	}
	w := s.plainWidth(i, to, lang.Photo)
	if i+w < to && (s.toks[i+w].Kind == scan.Colon || s.toks[i+w].Kind == scan.Word) {
		return 0
	}
	return w
}

// sourceTail returns the end of a source's name, of which the registry has the words before token
// i: "Getty Images Europe". Two words and more are somebody's name.
func (s *story) sourceTail(i, to int) int {
	if i >= to || s.toks[i].Gap != scan.Space {
		return i
	}
	end, words := s.nameFrom(i, to)
	if words != 1 || !s.partEnds(end, to) {
		return i
	}
	return end
}
