package dateline

import (
	"cmp"
	"strings"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/people"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// memory is how many speakers "he" and "she" may reach back.
const memory = 4

// speaker returns the person that the source x names or stands for; zero where it is none or
// nothing tells who.
func (p *cast) speaker(x speech.Run) Person {
	if x.Empty() {
		return Person{}
	}
	p.readTo(x.From)
	who, f := p.who(x)
	if who.IsZero() {
		return who
	}
	if f == nil {
		f = new(figure)
	}
	if who.Role != "" {
		p.office(x, spoken{who, f, x.From})
	}
	if len(p.spoken) == memory {
		p.spoken = append(p.spoken[:0], p.spoken[1:]...)
	}
	p.spoken = append(p.spoken, spoken{who, f, x.From})
	return who
}

// speakerOf returns the person who is the source of x, or whom it leaves out.
func (p *cast) speakerOf(x *speech.Saying) Person {
	if who := p.speaker(x.Source); !who.IsZero() {
		return who
	}
	if x.Source.Empty() && p.lang.DropsSubject() {
		return p.dropped(x)
	}
	return p.within(x)
}

// readTo takes note of the offices that the story gives to those whom it names before token i.
func (p *cast) readTo(i int) {
	for ; p.past < len(p.namings) && p.namings[p.past].at < i; p.past++ {
		f := &p.figures[p.namings[p.past].figure]
		p.office(f.fullest.role, spoken{p.person(f.fullest.Run, f), f, i})
	}
}

// office notes that who has the office that the words x say.
func (p *cast) office(x speech.Run, who spoken) {
	i := p.lastRole(x)
	if i < 0 {
		return
	}
	p.roles[p.toks[i].Hash] = who
	if p.toks[i].Is(lang.Abbrev) && len(p.short) < phraseLimit {
		who.at = i
		p.short = append(p.short, who)
	}
}

// person returns the figure f as the words x name it.
func (p *cast) person(x speech.Run, f *figure) Person {
	return Person{
		Span: p.run(x),
		Name: p.run(f.fullest.Run).Of(p.text),
		Role: p.run(f.fullest.role).Of(p.text),
	}
}

// who returns the person behind the source x, and what is known of that one. A pronoun for one whom
// the story has not named is a person without a name.
func (p *cast) who(x speech.Run) (Person, *figure) {
	t := &p.toks[x.From]
	if x.To-x.From == 1 && t.Is(lang.Pronoun) {
		return p.pronoun(x)
	}
	if before := p.antecedent(x); !before.Empty() {
		x = before // Lund, who said
	}
	if (t.Shape | p.toks[x.To-1].Shape).Has(scan.Single) {
		return p.unspaced(x)
	}
	if p.isCaseless(x.From) {
		return p.caseless(x)
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
		if p.complements(n) {
			i = max(i, n.To-1)
			continue
		}
		if who, f := p.named(n); f != nil && !p.modifies(n, x) && !p.belongs(n, x) {
			f.person = true
			return p.inOffice(who, n, x), f
		}
		i = max(i, n.To-1)
	}
	if n := p.forenamed(x); !n.Empty() {
		who := Person{Span: p.run(n.Run), Name: p.run(n.Run).Of(p.text), Role: p.run(n.role).Of(p.text)}
		return who, &figure{fullest: n, person: true, sex: p.sexBefore(n)}
	}
	return p.byRole(x)
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

// inOffice returns who, whom the source x names by n, with the office that stands there before a
// noun or a comma: "portavoz del PP" in "el portavoz del PP, Íñigo Saldaña".
func (p *cast) inOffice(who Person, n namedAt, x speech.Run) Person {
	if who.Role != "" {
		return who
	}
	to := n.From
	for to > x.From {
		if i := p.titleBefore(to); i >= x.From {
			to = i
		} else if p.toks[to-1].Kind == scan.Comma {
			to--
		} else {
			break
		}
	}
	const breaks = lang.Aux | lang.Cue | lang.Rel | lang.Sub | lang.That | lang.And
	from := -1
	for i := to - 1; i >= max(x.From, to-nameReach); i-- {
		t := &p.toks[i]
		if t.Kind == scan.Comma || t.Is(breaks) && !t.Is(lang.Article|lang.Role|lang.Prep) {
			break
		}
		if t.Is(lang.Role) {
			from = i
		}
	}
	if from < 0 {
		return who
	}
	role := speech.Run{From: p.roleStart(from, x.From), To: to}
	who.Role = p.run(role).Of(p.text)
	if f := p.figureOf(n, 0); f != nil && f.fullest.role.Empty() {
		f.fullest.role = role
		if f.sex == 0 {
			f.sex = p.sexBefore(f.fullest)
		}
	}
	return who
}

// forenamed returns the one word that the source x names somebody by, where an age or a title says
// that it is somebody: "Josiane, 62 ans".
func (p *cast) forenamed(x speech.Run) namedAt {
	for i := x.From; i < x.To; i++ {
		if !p.namePart(i) {
			continue
		}
		aged := i+2 < x.To && p.toks[i+1].Kind == scan.Comma && p.toks[i+2].Kind == scan.Number
		if aged || p.titleBefore(i) >= x.From || !p.roleBehind(i+1).Empty() {
			return namedAt{Run: speech.Run{From: i, To: i + 1}, role: p.roleBehind(i + 1)}
		}
		break
	}
	return namedAt{}
}

// pronoun returns whom "he" and "she" stand for: the one whom the last clause before is about, if
// the story has come to that one after the last speaker; else the last speaker; else the last
// person named.
func (p *cast) pronoun(x speech.Run) (Person, *figure) {
	sex := p.sexOf(x.From)
	if sex == 0 {
		return Person{}, nil
	}
	who, f := p.meant(sex)
	if !who.IsZero() {
		who.Span = p.run(x)
	}
	return who, f
}

// meant returns the one of the given sex, or of any where that is 0, of whom the story speaks where
// it has been read to.
func (p *cast) meant(sex int) (Person, *figure) {
	last := len(p.spoken) - 1
	since := -1
	if last >= 0 {
		since = p.spoken[last].at
	}
	for last >= 0 && p.spoken[last].as.sex+sex == bothSexes {
		last--
	}
	for i := p.past - 1; i >= max(0, p.past-memory) && p.namings[i].at > since; i-- {
		f := &p.figures[p.namings[i].figure]
		if (p.namings[i].subject || last < 0) && f.sex+sex != bothSexes && p.isPerson(f) {
			f.sex = cmp.Or(sex, f.sex)
			return p.person(f.fullest.Run, f), f
		}
	}
	if last < 0 {
		return Person{}, &figure{sex: sex}
	}
	who, f := p.spoken[last].who, p.spoken[last].as
	f.sex = cmp.Or(sex, f.sex)
	return who, f
}

// within returns the speaker of x, whose cue tells only the sex of that one: по его словам.
func (p *cast) within(x *speech.Saying) Person {
	arg, _, home := p.toks[x.Verb].Arg(lang.CueBefore, p.lang)
	if !home || arg < lang.CueOfMan {
		return Person{}
	}
	p.readTo(x.Source.From)
	who, f := p.meant(arg / lang.CueOfMan)
	if f == nil || !f.person {
		return Person{}
	}
	who.Span = p.run(x.Source)
	return who
}

// droppedReach is how many tokens before its verb one may be named whom no word of the sentence
// stands for.
const droppedReach = 50

// dropped returns the speaker of x, whose sentence has no word for that one, in languages that need
// none: «No hay colapso», zanjó.
func (p *cast) dropped(x *speech.Saying) Person {
	kind := p.cueOf(x.Verb)
	if kind == lang.CueCarry || kind == lang.CueThink || kind == 0 || p.worded(x) {
		return Person{}
	}
	p.readTo(x.Sentence.From)
	who, f := p.meant(0)
	if f == nil || !f.person || len(p.spoken) > 0 && p.spoken[len(p.spoken)-1].as == f &&
		p.spoken[len(p.spoken)-1].at < x.Cue.From-droppedReach {
		return Person{}
	}
	who.Span = Span{}
	return who
}

// worded reports whether a word before the verb of x takes the place of its speaker, as in "heißt
// es", "se informó", or the verb is no verb.
func (p *cast) worded(x *speech.Saying) bool {
	if x.Cue.To-x.Cue.From != 1 || p.toks[x.Verb].Kind != scan.Word {
		return true
	}
	for i := x.Verb - 1; i >= x.Sentence.From && p.toks[i].Kind == scan.Word; i-- {
		if t := &p.toks[i]; !t.Is(lang.Aux) {
			return t.Is(lang.Adverb|lang.Pronoun) && t.End-t.Start <= 2
		}
	}
	return false
}

// isPerson reports whether f can be a person: an office or a title says so, or it is no place's
// name.
func (p *cast) isPerson(f *figure) bool {
	if f.person {
		return true
	}
	x := f.fullest.Run
	_, width := lang.Longest(places.Names, p.text, p.toks[x.From:x.To])
	return width < x.To-x.From
}

// byRole returns the last person of whom x says the office: "the spokesman".
func (p *cast) byRole(x speech.Run) (Person, *figure) {
	i := p.lastRole(x)
	first := &p.toks[x.From]
	if i < 0 || !first.Is(lang.Article|lang.Role) || first.Is(lang.Numeral) || x.To-x.From > 3 {
		return Person{}, nil
	}
	found, ok := p.roles[p.toks[i].Hash]
	for n := len(p.short) - 1; n >= 0 && !ok; n-- {
		found, ok = p.short[n], p.shortens(p.short[n].at, x.To-1)
	}
	if ok {
		found.who.Span = p.run(x)
		return found.who, found.as
	}
	if p.arg(i, lang.Role)%lang.Man != lang.RoleAgain {
		return Person{}, nil
	}
	who, f := p.meant(p.sexOf(i))
	if f == nil || !f.person {
		return Person{}, nil
	}
	who.Span = p.run(x)
	return who, f
}

// shortens reports whether the word at i is short for the one at j: "Sen." for "senator".
func (p *cast) shortens(i, j int) bool {
	short, word := p.word(i), p.word(j)
	return len(short) < len(word) && strings.EqualFold(word[:len(short)], short)
}

// phraseLimit is how much of a long source is looked at.
const phraseLimit = 64

// lastRole returns the last token of x that is an office, or -1.
func (p *cast) lastRole(x speech.Run) int {
	for i := x.To - 1; i >= max(x.From, x.To-phraseLimit); i-- {
		if p.toks[i].Is(lang.Role) {
			return i
		}
	}
	return -1
}

// modifies reports whether the name n, in the source x, only says of what the noun after it is:
// "Russian Orthodox" in "Russian Orthodox envoy Anna Lund", "Lund's" in "Lund's lawyer".
func (p *cast) modifies(n namedAt, x speech.Run) bool {
	if n.To >= x.To {
		return false
	}
	t := &p.toks[n.To]
	if t.Kind == scan.Apostrophe && t.Gap == scan.None {
		return true
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
	return i-1 > x.From && p.toks[i-1].Is(links) && p.toks[i-1].Shape.Has(scan.Lower)
}

// named returns the person with the name n, by the fullest form of it.
func (p *cast) named(n namedAt) (Person, *figure) {
	if n.Empty() {
		return Person{}, nil
	}
	sex := p.sexBefore(n)
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
