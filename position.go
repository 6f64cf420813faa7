package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// maxPictured is how many people a caption names.
const maxPictured = 32

// pictured returns the people in the tokens from up to to of a caption whom it says where they
// stand:
//
//	people = name "(" position ")" | name "," position ","
//	       | "from left" [ "," ] name { "," name } [ "and" name ]
func (s *story) pictured(from, to int) []Person {
	var people []Person
	for i := from; i < to && len(people) < maxPictured; i++ {
		if !s.toks[i].Is(lang.Position) {
			continue
		}
		arg, w, home := s.toks[i].Arg(lang.Position, s.lang)
		switch {
		case i+w > to, !home && s.initial(i):
		case arg == lang.PosFrom:
			people = s.inOrder(people, i, i+w, to)
		case s.setOff(i, i+w, to):
			people = s.placed(people, from, i, i+w)
		}
		i += w - 1
	}
	return people
}

// setOff reports whether the position in the tokens from up to to stands between brackets or
// commas.
func (s *story) setOff(from, to, end int) bool {
	if from == 0 {
		return false
	}
	before := s.toks[from-1].Kind
	if before == scan.Open {
		return to < end && (s.toks[to].Kind == scan.Close || s.isStop(to))
	}
	return before == scan.Comma && (to == end || s.toks[to].Kind != scan.Word)
}

// placed adds the person whose name ends before the mark in front of the position at tokens pos up
// to posEnd.
func (s *story) placed(people []Person, from, pos, posEnd int) []Person {
	end := pos - 1
	name := s.lastName(from, end)
	if name == end {
		return people
	}
	p := s.personAt(name, end)
	p.Position = s.span(pos, posEnd).Of(s.text)
	return append(people, p)
}

// lastName returns the first token of the longest name of two words and more that ends before token
// end; end itself where there is none.
func (s *story) lastName(from, end int) int {
	best := end
	for i := end - 1; i >= max(from, end-2*maxNameWords); i-- {
		if !s.toks[i].Shape.Has(scan.Capital) && !s.toks[i].Shape.Has(scan.Single) {
			continue
		}
		if s.toks[i].Is(lang.Role | lang.Honorific) {
			break
		}
		if at, words := s.nameFrom(i, end); at == end && words > 1 {
			best = i
		}
	}
	return best
}

// inOrder adds the names of the list that follows the words in the tokens from pos up to i, "from
// left" or the like.
func (s *story) inOrder(people []Person, pos, i, to int) []Person {
	position := s.span(pos, i).Of(s.text)
	for i < to && len(people) < maxPictured {
		if s.isMark(i) || s.toks[i].Kind == scan.Close || s.toks[i].Is(lang.And) {
			i++
			continue
		}
		end, words := s.nameFrom(i, to)
		if words == 0 {
			break
		}
		p := s.personAt(i, end)
		p.Position = position
		people = append(people, p)
		i = end
	}
	return people
}
