package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/people"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// A namedAt is a run of words that may be a person's name, with the role before it.
type namedAt struct {
	speech.Run
	role speech.Run
}

// A cast is the persons that a story names.
type cast struct {
	*story
	names map[uint32]namedAt // the fullest name, by the last word of it
	roles map[uint32]Person  // the last speaker with a role, by the last word of it
	last  Person             // the last speaker
}

// notName are the words that are capitalised for other reasons than being part of a name.
const notName = lang.Func | lang.Article | lang.Pronoun | lang.Sub | lang.Prep | lang.Newswire |
	lang.Org | lang.Group

// readCast lists the names of two words and more in the story.
func (s *story) readCast() *cast {
	p := &cast{story: s, names: map[uint32]namedAt{}, roles: map[uint32]Person{}}
	for i, next := 0, 0; i < len(s.toks); i++ {
		for next < len(s.sources) && s.sources[next].to <= i {
			next++
		}
		if next < len(s.sources) && s.sources[next].from <= i {
			continue // an outlet's name is no person's
		}
		if !s.namePart(i) {
			i = s.roleEnd(i)
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
		!t.Is(notName|lang.Role|lang.Honorific) && !s.ofDate(i)
}

// roleEnd returns the last token of the role that token i starts: "Bandar" in "Datuk Bandar", a
// mayor; i itself where it starts none.
func (s *story) roleEnd(i int) int {
	if t := &s.toks[i]; t.Is(lang.Role) {
		return i + t.Width() - 1
	}
	return i
}

// ofDate reports whether token i is a month or weekday in the language of the text, and not a given
// name, which a surname follows: "June Holm", but not "in June Holm".
func (s *story) ofDate(i int) bool {
	t := &s.toks[i]
	if !t.Is(lang.Month | lang.Weekday) {
		return false
	}
	if _, _, home := t.Arg(lang.Weekday, s.lang); home {
		return true
	}
	if _, _, home := t.Arg(lang.Month, s.lang); !home {
		return false
	}
	const before = lang.On | lang.In | lang.Prep | lang.Shift | lang.Extent
	if i > 0 && s.toks[i-1].Is(before) || i+1 == len(s.toks) {
		return true
	}
	next := &s.toks[i+1]
	return next.Kind != scan.Word || next.Gap > scan.Space || !next.Shape.Has(scan.Capital)
}

// nameReach is the longest name in tokens.
const nameReach = 12

// nameAt returns the name that starts at token i, without a role that is written as a part of it:
// Jim Mattis in "Defense Secretary Jim Mattis".
func (s *story) nameAt(i int) namedAt {
	n := namedAt{Run: speech.Run{From: i, To: i + 1}}
	for j := i + 1; j < min(len(s.toks), i+nameReach) && s.toks[j].Gap <= scan.Space; j++ {
		if t := &s.toks[j]; t.Is(lang.Role) && t.Shape.Has(scan.Capital) {
			n.From = j + 1
		} else if s.namePart(j) {
			n.To = j + 1
		} else if !s.joinsName(j) {
			break
		}
	}
	n.To = max(n.To, n.From)
	n.role = s.roleBefore(n.From)
	return n
}

// joinsName reports whether token j stands between two parts of one name: an initial's stop, a
// hyphen, an apostrophe, "de".
func (s *story) joinsName(j int) bool {
	if j+1 >= len(s.toks) || !s.namePart(j+1) && !s.toks[j+1].Is(lang.Particle) ||
		s.toks[j+1].Gap > scan.Space {
		return false
	}
	t := &s.toks[j]
	switch t.Kind {
	case scan.Stop:
		return s.toks[j-1].End-s.toks[j-1].Start == 1
	case scan.Hyphen, scan.Apostrophe:
		return true
	}
	return t.Is(lang.Particle) && t.Shape.Has(scan.Lower)
}

// roleBefore returns the words of the role that ends at token i: "Kremlin spokesman".
func (s *story) roleBefore(i int) speech.Run {
	from := i
	if i == len(s.toks) || s.toks[i].Gap > scan.Space {
		return speech.Run{}
	}
	for k := 1; k <= 3 && k <= i; k++ {
		if t := &s.toks[i-k]; t.Is(lang.Role) && t.Width() == k {
			from = i - k
		}
	}
	for from > max(0, i-nameReach) && s.toks[from].Gap <= scan.Space {
		t := &s.toks[from-1]
		if t.Kind != scan.Word || t.Is(lang.Article|lang.Aux|lang.Cue|lang.Sub|lang.That|lang.And) {
			break
		}
		if !t.Is(lang.Role) && (from == i || !t.Shape.Has(scan.Capital)) {
			break
		}
		from--
	}
	return speech.Run{From: from, To: i}
}

// speaker returns the person that the source x names or stands for; zero where it is none or
// nothing tells who.
func (p *cast) speaker(x speech.Run) Person {
	if x.Empty() {
		return Person{}
	}
	who := p.who(x)
	if who.IsZero() {
		return who
	}
	if key := p.roleKey(x); key != 0 && who.Role != "" {
		p.roles[key] = who
	}
	p.last = who
	return who
}

func (p *cast) who(x speech.Run) Person {
	t := &p.toks[x.From]
	if x.To-x.From == 1 && t.Is(lang.Pronoun) {
		return p.pronoun(x)
	}
	if t.Shape.Has(scan.Single) {
		return p.unspaced(x)
	}
	outlets := p.mentionsIn(x)
	for i := x.From; i < x.To; i++ {
		if len(outlets) > 0 && outlets[0].from == i {
			i, outlets = outlets[0].to-1, outlets[1:]
			continue
		}
		if !p.namePart(i) && !p.toks[i].Is(lang.Particle) {
			i = p.roleEnd(i)
			continue
		}
		n := p.nameAt(i)
		n.To = min(n.To, x.To)
		if who := p.named(n); !who.IsZero() && !p.modifies(n, x) {
			return who
		}
		i = max(i, n.To-1)
	}
	return p.byRole(x)
}

// pronoun returns the last speaker for "he" and "she".
func (p *cast) pronoun(x speech.Run) Person {
	arg, _, _ := p.toks[x.From].Arg(lang.Pronoun, p.lang)
	if arg != 1 && arg != 2 || p.last.IsZero() {
		return Person{}
	}
	who := p.last
	who.Span = p.run(x)
	return who
}

// byRole returns the last speaker of whom x says the role: "the spokesman".
func (p *cast) byRole(x speech.Run) Person {
	who, ok := p.roles[p.roleKey(x)]
	if !ok || !p.toks[x.From].Is(lang.Article) || x.To-x.From > 3 {
		return Person{}
	}
	who.Span = p.run(x)
	return who
}

// roleKey returns the hash of the last word of x that is a role; 0 where none is.
func (p *cast) roleKey(x speech.Run) uint32 {
	for i := x.To - 1; i >= max(x.From, x.To-phraseLimit); i-- {
		if p.toks[i].Is(lang.Role) {
			return p.toks[i].Hash
		}
	}
	return 0
}

// phraseLimit is how much of a long source is looked at.
const phraseLimit = 64

// modifies reports whether the name n, in the source x, only says of what the noun after it is:
// "Russian Orthodox" in "Russian Orthodox envoy Anna Lund".
func (p *cast) modifies(n namedAt, x speech.Run) bool {
	if n.To >= x.To {
		return false
	}
	t := &p.toks[n.To]
	return t.Kind == scan.Word && (t.Shape.Has(scan.Lower) || t.Is(lang.Role)) &&
		!t.Is(lang.Prep|lang.On|lang.In|lang.Toward|lang.And|lang.Rel|lang.Aux|lang.Sub|lang.Article)
}

// named returns the person with the name n, by the fullest form of it.
func (p *cast) named(n namedAt) Person {
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
	who := Person{
		Span: p.run(n.Run),
		Name: p.run(full.Run).Of(p.text),
		Role: p.run(full.role).Of(p.text),
	}
	if full.To-full.From < 2 {
		who.Name = p.famous(n.Run)
	}
	if who.Name == "" {
		return Person{}
	}
	return who
}

// famousSince is the first year in whose stories those whom one name is enough for are the same as
// today: in 1987 another Merkel spoke.
const famousSince = 2000

// famous returns the full name of one whom one name is enough for, "Macron", or "".
func (p *cast) famous(name speech.Run) string {
	if day := p.reference(); !day.IsZero() && day.Year() < famousSince {
		return ""
	}
	return people.Full(p.text, p.toks[name.From:name.To])
}

// unspaced returns the person in a source of a script without blanks between words: the name stands
// after a role, 发言人毛宁, or before it, 岸田首相.
func (p *cast) unspaced(x speech.Run) Person {
	for i := x.From; i < min(x.To, x.From+phraseLimit); i++ {
		if !p.toks[i].Is(lang.Role) {
			continue
		}
		_, width, _ := p.toks[i].Arg(lang.Role, p.lang)
		after, before := speech.Run{From: i + width, To: x.To}, speech.Run{From: x.From, To: i}
		role := p.run(speech.Run{From: i, To: i + width}).Of(p.text)
		if n := after.To - after.From; n >= 2 && n <= 4 {
			return Person{Span: p.run(after), Name: p.run(after).Of(p.text), Role: role}
		}
		if before.Empty() {
			return Person{}
		}
		if name := p.famous(before); name != "" {
			return Person{Span: p.run(before), Name: name, Role: role}
		}
	}
	return Person{}
}
