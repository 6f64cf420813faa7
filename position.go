package dateline

import (
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// maxPictured is how many people a caption names.
const maxPictured = 32

// pictured returns the people in the tokens from up to to of a caption whom it says where they
// stand:
//
//	people = placed [ "and" name ] | "from left" [ "," ] list | list "," "left to right"
//	placed = name "(" position ")" | name "," position ","
//	list   = name { "," name } [ "and" name ]
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
			people = s.inOrder(people, from, i, i+w, to)
		case s.setOff(i, i+w, to):
			people = s.placed(people, from, i, i+w)
			people = s.beside(people, i+w, to)
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
	if open := s.openBefore(from, pos); open > from {
		end = open // "Jane Doe (Labour, left)"
	}
	name := s.lastName(from, end)
	if name == end {
		return people
	}
	p := s.personAt(name, end)
	p.Position = s.span(pos, posEnd).Of(s.text)
	return append(people, p)
}

// lastName returns the first token of the longest name that ends before token end, of two words and
// more or behind a title: "Jane Doe", "Councillor Doe"; end itself where there is none.
func (s *story) lastName(from, end int) int {
	best := end
	for i := end - 1; i >= max(from, end-2*maxNameWords); i-- {
		if !s.toks[i].Shape.Has(scan.Capital) && !s.toks[i].Shape.Has(scan.Single) {
			continue
		}
		if s.toks[i].Is(lang.Role | lang.Honorific) {
			name := i + max(s.widthAs(i, lang.Role), s.widthAs(i, lang.Honorific))
			if at, _ := s.nameFrom(name, end); at == end && name < end {
				return name
			}
			break
		}
		if at, words := s.nameFrom(i, end); at == end && words > 1 {
			best = i
		}
	}
	return best
}

// maxRemark is how many tokens stand in brackets beside a name.
const maxRemark = 6

// openBefore returns the bracket that opens shortly before token i and is not closed, or 0.
func (s *story) openBefore(from, i int) int {
	for j := i - 1; j > max(from, i-maxRemark); j-- {
		switch s.toks[j].Kind {
		case scan.Open:
			return j
		case scan.Close:
			return 0
		}
	}
	return 0
}

// beside adds the one whom "and" joins to a person whose position ends before token i, and of whom
// the caption does not say where they stand: "Jane Doe, left, and John Roe at the lock".
func (s *story) beside(people []Person, i, to int) []Person {
	for i < to && (s.toks[i].Kind == scan.Comma || s.toks[i].Kind == scan.Close || s.isStop(i)) {
		i++
	}
	if len(people) == 0 || i >= to || !s.toks[i].Is(lang.And) {
		return people
	}
	first := s.behindTitle(i+1, to)
	end, words := s.nameFrom(first, to)
	if words < 2 || end+1 < to && s.toks[end+1].Is(lang.Position) || s.isListed(first, end) ||
		s.toks[first].Is(lang.Func) && s.toks[first].Width() == end-first { // 合影
		return people
	}
	return append(people, s.personAt(first, end))
}

// behindTitle returns the token behind the words before a name that say who that is: "his wife",
// "Prime Minister".
func (s *story) behindTitle(i, to int) int {
	const title = lang.Role | lang.Honorific | lang.Pronoun | lang.Article | lang.Job
	for n := 0; n < maxTitle && i < to; n++ {
		t := &s.toks[i]
		switch {
		case t.Is(title):
			i += max(s.widthAs(i, lang.Role), s.widthAs(i, lang.Job))
			if i < to && s.isStop(i) && s.toks[i].Gap == scan.None {
				i++ // "Sen."
			}
		case s.isLower(i) && !t.Is(lang.Prep|lang.In|lang.Aux|lang.Cue|lang.Particle):
			i++
		default:
			return min(i, to)
		}
	}
	return min(i, to)
}

// maxTitle is how many words say who somebody is before the name.
const maxTitle = 4

// isListed reports whether the tokens from up to to name a place, or a body and no person.
func (s *story) isListed(from, to int) bool {
	return s.toks[to-1].Is(lang.Org) || findPlace(s.span(from, to).Of(s.text)) > 0
}

// inOrder adds the names of the list around the words in the tokens from pos up to i, "from left"
// or the like: of the one that follows them, the first of which may stand before them, "Jane Doe,
// from left, John Roe and Li Na"; or else of the one before.
func (s *story) inOrder(people []Person, from, pos, i, to int) []Person {
	var list []Person
	position := s.span(pos, i).Of(s.text)
	if i < to && s.isStop(i) {
		i++ // "v. l."
	}
	for i < to && len(list) < maxPictured {
		if s.isMark(i) || s.toks[i].Kind == scan.Close || s.toks[i].Is(lang.And) {
			i++
			continue
		}
		end, words := s.nameFrom(i, to)
		if words == 0 {
			break
		}
		list = append(list, s.personAt(i, end))
		i = end
	}
	list = append(s.listBefore(from, pos, len(list) == 0), list...)
	for k := range list {
		list[k].Position = position
	}
	return append(people, list...)
}

// listBefore returns those named right before token i, "Jane Doe, John Roe and Li Na, pictured left
// to right": all of them, or the last one alone.
func (s *story) listBefore(from, i int, all bool) []Person {
	var list []Person
	for i > from && all && (s.isLower(i-1) || s.toks[i-1].Kind == scan.Open) {
		i--
	}
	apart := i > from && (s.toks[i-1].Kind == scan.Comma || all && s.toks[i].Kind == scan.Open)
	for i > from && apart && (all || len(list) == 0) {
		for i > from && (s.toks[i-1].Kind == scan.Comma || s.toks[i-1].Is(lang.And)) {
			i--
		}
		name := s.lastName(from, i)
		if name == i {
			break
		}
		list = append(list, s.personAt(name, i))
		i = name
	}
	slices.Reverse(list)
	if all && len(list) < 2 {
		return nil
	}
	return list
}
