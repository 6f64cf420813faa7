package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// A name is a run of capitalised words that may be a person's.
type name struct {
	speech.Run
	role speech.Run
}

// people are the persons that a story names, by the last word of their names.
type people struct {
	*story
	names map[uint32]name // the fullest name for a surname
	last  Person          // the last speaker
}

// notName are the words that are capitalised for other reasons than being part of a name.
const notName = lang.Func | lang.Weekday | lang.Month | lang.Article | lang.Pronoun | lang.Sub |
	lang.Prep | lang.Newswire | lang.Org | lang.Group

// readPeople lists the names of two words and more in the story.
func (s *story) readPeople() *people {
	p := &people{story: s, names: map[uint32]name{}}
	for i := 0; i < len(s.toks); i++ {
		if !s.namePart(i) {
			continue
		}
		n := s.nameAt(i)
		if n.To-n.From > 1 {
			key := s.toks[n.To-1].Hash
			if old, ok := p.names[key]; !ok || old.To-old.From < n.To-n.From {
				p.names[key] = n
			}
		}
		i = max(i, n.To-1)
	}
	return p
}

// namePart reports whether token i may be part of a person's name.
func (s *story) namePart(i int) bool {
	t := &s.toks[i]
	acronym := t.Shape.Has(scan.Caps) && t.End-t.Start > 2
	return t.Kind == scan.Word && t.Shape.Has(scan.Capital) && !acronym &&
		!t.Is(notName|lang.Role|lang.Honorific)
}

// nameAt returns the name that starts at token i, with the role before it.
func (s *story) nameAt(i int) name {
	n := name{Run: speech.Run{From: i, To: i + 1}}
	for j := i + 1; j < len(s.toks); j++ {
		t := &s.toks[j]
		if t.Gap > scan.Space {
			break
		}
		if t.Is(lang.Role) && t.Shape.Has(scan.Capital) {
			n.From = j + 1 // Defense Secretary Jim Mattis
			continue
		}
		if s.namePart(j) {
			n.To = j + 1
			continue
		}
		initial := t.Kind == scan.Stop && s.toks[j-1].End-s.toks[j-1].Start == 1
		if !initial && t.Kind != scan.Hyphen && t.Kind != scan.Apostrophe && !t.Is(lang.Particle) {
			break
		}
		if j+1 >= len(s.toks) || !s.namePart(j+1) {
			break
		}
	}
	if n.From >= n.To {
		return name{Run: speech.Run{From: i, To: i}}
	}
	n.role = s.roleBefore(n.From)
	return n
}

// roleBefore returns the words of the role that ends at token i: "Kremlin spokesman".
func (s *story) roleBefore(i int) speech.Run {
	from := i
	for from > 0 && s.toks[from].Gap <= scan.Space {
		t := &s.toks[from-1]
		if t.Kind != scan.Word || t.Is(lang.Article|lang.Aux|lang.Cue|lang.Sub|lang.That|lang.And) {
			break
		}
		if from == i && !t.Is(lang.Role) {
			break
		}
		if from < i && !t.Is(lang.Role) && !t.Shape.Has(scan.Capital) {
			break
		}
		from--
	}
	if from == i {
		return speech.Run{}
	}
	return speech.Run{From: from, To: i}
}

// speaker returns the person that the source x names or stands for.
func (p *people) speaker(x speech.Run) Person {
	if x.Empty() {
		return Person{}
	}
	if t := &p.toks[x.From]; x.To-x.From == 1 && t.Is(lang.Pronoun) {
		if arg, _, _ := t.Arg(lang.Pronoun, p.lang); arg != 1 && arg != 2 || p.last.IsZero() {
			return Person{}
		}
		who := p.last
		who.Span = p.run(x)
		return who
	}
	for i := x.From; i < x.To; i++ {
		if !p.namePart(i) {
			continue
		}
		n := p.nameAt(i)
		if n.To > x.To {
			break
		}
		if who := p.named(n); !who.IsZero() && !p.modifies(n, x) {
			return who
		}
		i = max(i, n.To-1)
	}
	return Person{}
}

// modifies reports whether the name n, in the source x, only says of what the noun after it is:
// "Russian Orthodox" in "Russian Orthodox envoy Anna Lund".
func (p *people) modifies(n name, x speech.Run) bool {
	if n.To >= x.To {
		return false
	}
	t := &p.toks[n.To]
	return t.Kind == scan.Word && (t.Shape.Has(scan.Lower) || t.Is(lang.Role)) &&
		!t.Is(lang.Prep|lang.And|lang.Rel|lang.Aux|lang.Sub|lang.Article|lang.On|lang.In)
}

// named returns the person with the name n, by the fullest form of it.
func (p *people) named(n name) Person {
	if n.Empty() {
		return Person{}
	}
	full := n
	if other, ok := p.names[p.toks[n.To-1].Hash]; ok && other.To-other.From > n.To-n.From {
		full = other
	}
	if full.role.Empty() {
		full.role = n.role
	}
	if full.To-full.From < 2 {
		return Person{}
	}
	p.last = Person{Span: p.run(n.Run), Name: p.run(full.Run).Of(p.text), Role: p.run(full.role).Of(p.text)}
	return p.last
}
