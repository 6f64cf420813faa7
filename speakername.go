package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/people"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// personIn returns the first person whom the source x names and means, and what is known of that
// one; nil where there is none.
func (p *cast) personIn(x speech.Run) (Person, *figure) {
	outlets := p.mentionsIn(x)
	for i := x.From; i < x.To; i++ {
		if len(outlets) > 0 && outlets[0].from == i {
			i, outlets = outlets[0].to-1, outlets[1:]
			continue
		}
		if !p.namePart(i) && !p.toks[i].Is(lang.Particle) {
			if t := &p.toks[i]; i > x.From && t.Is(lang.Rel) && !t.Is(lang.Article|lang.Role) {
				break // gunmen who abducted Ida Lund
			}
			i = p.roleEnd(i)
			continue
		}
		n := p.nameAt(i)
		n.To = min(n.To, x.To)
		if p.complements(n) || p.isBody(n, x) {
			i = max(i, n.To-1)
			continue
		}
		if who, f := p.named(n); f != nil && !p.modifies(n, x) && !p.belongs(n, x) {
			f.person = true
			return p.inOffice(who, n, x), f
		}
		i = max(i, n.To-1)
	}
	return Person{}, nil
}

// complements reports whether n, which a small word opens, only says what the noun before it is of:
// "de Sanidad" in "la ministra de Sanidad", "der Zoo". A person's name like that is short for a
// longer one: "von der Leyen".
func (p *cast) complements(n namedAt) bool {
	if n.Empty() {
		return false
	}
	t := &p.toks[n.From]
	if !t.Is(lang.Particle) || !t.Is(links|lang.Article) || !t.Shape.Has(scan.Lower) {
		return false
	}
	if f := p.figureOf(n, 0); f != nil && f.fullest.To-f.fullest.From > n.To-n.From {
		return false
	}
	return p.famous(n.Run) == ""
}

// isBody reports whether the name n, in the source x, is that of a body or a part of it: "National
// Weather" before "Service", "Toledo Fire" before "&", "Lok Dal" before "(R) MP", the last words of
// "the Department of Fisheries and Rural Affairs", and "the Highway Patrol" where no person's name
// has an article.
func (p *cast) isBody(n namedAt, x speech.Run) bool {
	if n.To-n.From > 1 && n.From > x.From && n.role.Empty() {
		before := &p.toks[n.From-1]
		if before.Is(lang.And) || before.Is(lang.Article) && p.lang.BareNames() {
			return true
		}
	}
	if n.To >= x.To || p.toks[n.To].Gap > scan.Space {
		return false
	}
	switch t := &p.toks[n.To]; t.Kind {
	case scan.Word:
		return p.namesBody(n.To)
	case scan.Apostrophe, scan.Quote, scan.QuoteClose:
		return t.Gap == scan.None && p.namesBody(n.To+1) // Ontario Nurses' Association
	case scan.Open:
		close := n.To + 2
		return close+1 < x.To && p.toks[close].Kind == scan.Close &&
			p.toks[n.To+1].Shape.Has(scan.Caps) && p.toks[close+1].Kind == scan.Word &&
			p.toks[close+1].Shape.Has(scan.Capital)
	}
	return p.word(n.To) == "&"
}

// namesBody reports whether token i, behind a name, makes a body of it: "National Weather Service".
func (s *story) namesBody(i int) bool {
	if i >= len(s.toks) || s.toks[i].Gap > scan.Space {
		return false
	}
	const body = lang.Org | lang.Group | lang.Newswire
	t := &s.toks[i]
	return t.Is(body) && t.Shape.Has(scan.Capital) && !t.Shape.Has(scan.Caps)
}

// modifies reports whether the name n, in the source x, only says of what the noun after it is:
// "Russian Orthodox" in "Russian Orthodox envoy Anna Lund", "Lund's" in "Lund's lawyer".
func (p *cast) modifies(n namedAt, x speech.Run) bool {
	if n.To >= x.To {
		return false
	}
	t := &p.toks[n.To]
	if t.Kind == scan.Apostrophe && t.Gap == scan.None {
		return n.To+2 < x.To // Selin Aksoy'a göre
	}
	if t.Is(lang.Role) && p.arg(n.To, lang.Role)%lang.Man == lang.RoleBehind {
		return false // Szijjártó Péter külügyminiszter
	}
	return t.Kind == scan.Word && (t.Shape.Has(scan.Lower) || t.Is(lang.Role)) &&
		!t.Is(lang.Prep|lang.On|lang.In|lang.Toward|lang.And|lang.Rel|lang.Aux|lang.Sub|lang.Article)
}

// belongs reports whether the name n, in the source x, only says whose or where the noun before it
// is: "a lawyer for Governor Per Lund", "police in Washington".
func (p *cast) belongs(n namedAt, x speech.Run) bool {
	if n.To-n.From > 2 {
		return false // el presidente de Francia Emmanuel Macron
	}
	i := n.From
	if n.role.To == i && n.role.From > x.From {
		i = n.role.From
	}
	for i > x.From && (p.toks[i-1].Is(lang.Honorific|lang.Article) ||
		p.toks[i-1].Kind == scan.Stop) {
		i--
	}
	if n.role.Empty() && p.lang.BareNames() {
		for stop := i - leadReach; i > x.From && i > stop && p.isLower(i-1) &&
			!p.toks[i-1].Is(links|lang.Role|lang.Rel); {
			i-- // in the journal Current Insects
		}
	}
	return i-1 > x.From && p.toks[i-1].Is(links) && p.toks[i-1].Shape.Has(scan.Lower)
}

// inOffice returns who, whom the source x names by n, with the office that stands there before a
// noun or a comma: "portavoz del PP" in "el portavoz del PP, Íñigo Saldaña".
func (p *cast) inOffice(who Person, n namedAt, x speech.Run) Person {
	if who.Role != "" {
		return who
	}
	role := p.officeBefore(n.From, x.From)
	if role.Empty() {
		return who
	}
	who.Role = p.run(role).Of(p.text)
	if f := p.figureOf(n, 0); f != nil && f.fullest.role.Empty() {
		f.fullest.role = role
		if f.sex == 0 {
			f.sex = p.sexOfName(f.fullest)
		}
	}
	return who
}

// officeBefore returns the office that stands before the name at token to, not before least, and
// before the title and the commas between them.
func (p *cast) officeBefore(to, least int) speech.Run {
	for to > least {
		if i := p.titleBefore(to); i >= least {
			to = i
		} else if p.toks[to-1].Kind == scan.Comma {
			to--
		} else {
			break
		}
	}
	const breaks = lang.Aux | lang.Cue | lang.Rel | lang.Sub | lang.That | lang.And
	from := to
	for i := to - 1; i >= max(least, to-nameReach); i-- {
		t := &p.toks[i]
		if t.Kind == scan.Comma || t.Is(breaks) && !t.Is(lang.Article|lang.Role|lang.Prep) {
			break
		}
		if t.Is(lang.Role) {
			from = i
		}
	}
	if from == to {
		return speech.Run{}
	}
	return speech.Run{From: p.roleStart(from, least), To: to}
}

// forenamed returns the one word that the source x names somebody by, where an age or a title says
// that it is somebody: "Josiane, 62 ans".
func (p *cast) forenamed(x speech.Run) namedAt {
	outlets := p.mentionsIn(x)
	for i := x.From; i < x.To; i++ {
		if len(outlets) > 0 && outlets[0].from == i {
			i, outlets = outlets[0].to-1, outlets[1:]
			continue
		}
		if !p.namePart(i) {
			continue
		}
		if n := p.nameAt(i); n.To-n.From > 1 {
			break // whom personIn has passed over
		}
		aged := i+2 < x.To && p.toks[i+1].Kind == scan.Comma && p.toks[i+2].Kind == scan.Number
		if aged || p.titleBefore(i) >= x.From || !p.roleBehind(i+1).Empty() {
			return namedAt{Run: speech.Run{From: i, To: i + 1}, role: p.roleBehind(i + 1)}
		}
		break
	}
	return namedAt{}
}

// named returns the person with the name n, by the fullest form of it.
func (p *cast) named(n namedAt) (Person, *figure) {
	if n.Empty() || n.To-n.From > 1 && p.isCountry(n.Run) {
		return Person{}, nil
	}
	sex := p.sexOfName(n)
	if f := p.figureOf(n, sex); f != nil {
		if f.fullest.role.Empty() {
			f.fullest.role = n.role
		}
		if f.sex == 0 {
			f.sex = sex
		}
		return p.person(n.Run, f), f
	}
	name := p.famous(n.Run)
	if n.To-n.From > 1 {
		name = p.run(n.Run).Of(p.text)
	}
	if name == "" {
		return Person{}, nil
	}
	who := Person{Span: p.run(n.Run), Name: name, Role: p.run(n.role).Of(p.text)}
	return who, &figure{sex: sex}
}

// isCountry reports whether x is the name of one: Korea Selatan.
func (p *cast) isCountry(x speech.Run) bool {
	found, ok := places.Resolve(findPlace(p.run(x).Of(p.text)), places.Hint{})
	return ok && found.Kind == places.Country
}

// figureOf returns the figure that the name n stands for, or nil: one with that last word in the
// name before one that has it elsewhere, and of those the one named in full most often.
func (p *cast) figureOf(n namedAt, sex int) *figure {
	word := p.toks[p.lastWord(n.Run)].Hash
	var best *figure
	most := 0
	for i := range p.called(word) {
		f := &p.figures[i]
		rank := f.count
		if p.toks[p.lastWord(f.fullest.Run)].Hash == word {
			rank += len(p.toks)
		} else if !f.person || n.To-n.From > 1 {
			continue
		}
		if p.fits(n.Run, f.fullest.Run) && sex+f.sex != bothSexes && rank >= most {
			best, most = f, rank
		}
	}
	return best
}

// fits reports whether one of two names with the same last word starts with a word of the other.
func (p *cast) fits(a, b speech.Run) bool {
	if a.To-a.From < 2 || b.To-b.From < 2 {
		return true
	}
	return p.hasHash(b, p.toks[a.From].Hash) || p.hasHash(a, p.toks[b.From].Hash)
}

// hasHash reports whether a word of x has the given hash.
func (p *cast) hasHash(x speech.Run, hash uint32) bool {
	for i := x.From; i < x.To; i++ {
		if p.toks[i].Hash == hash {
			return true
		}
	}
	return false
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
