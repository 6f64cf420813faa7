package dateline

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/lang"
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
		if i := p.lastRole(x); i >= 0 && f == nil { // whom "he" stands for from now on
			p.noteSpeaker(spoken{as: &figure{sex: p.sexOf(i)}, at: x.From})
		}
		return who
	}
	if f == nil {
		f = new(figure)
	}
	if who.Role != "" {
		p.office(x, spoken{who, f, x.From})
	}
	p.noteSpeaker(spoken{who, f, x.From})
	return who
}

// noteSpeaker notes that who has spoken last, once for one who has spoken before.
func (p *cast) noteSpeaker(who spoken) {
	p.spoken = slices.DeleteFunc(p.spoken, func(s spoken) bool { return s.as == who.as })
	if len(p.spoken) == memory {
		p.spoken = slices.Delete(p.spoken, 0, 1)
	}
	p.spoken = append(p.spoken, who)
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
	p.read = i
	for ; p.past < len(p.namings) && p.namings[p.past].at < i; p.past++ {
		if p.namings[p.past].figure == unnamed {
			continue
		}
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
	if who, f := p.personIn(x); f != nil {
		return who, f
	}
	if f := p.takingTurns(x); f != nil {
		return p.person(x, f), f
	}
	if n := p.forenamed(x); !n.Empty() {
		who := Person{Span: p.run(n.Run), Name: p.run(n.Run).Of(p.text), Role: p.run(n.role).Of(p.text)}
		return who, &figure{fullest: n, person: true, sex: p.sexOfName(n)}
	}
	return p.byRole(x)
}

// takingTurns returns the figure whose name, or the first letters of it, stands in capitals before
// the colon of an interview: "IDA LUND:", "IL:".
func (p *cast) takingTurns(x speech.Run) *figure {
	for i := x.From; i < x.To; i++ {
		if !p.toks[i].Shape.Has(scan.Caps) {
			return nil
		}
	}
	if x.To >= len(p.toks) || p.toks[x.To].Kind != scan.Colon {
		return nil
	}
	if f := p.figureOf(namedAt{Run: x}, 0); f != nil || x.To-x.From > 1 {
		return f
	}
	for i := range p.figures[:min(len(p.figures), phraseLimit)] {
		if f := &p.figures[i]; p.abbreviates(p.word(x.From), f.fullest.Run) {
			return f
		}
	}
	return nil
}

// abbreviates reports whether short has the first letters of the words of the name x: "IL" for Ida
// Lund.
func (p *cast) abbreviates(short string, x speech.Run) bool {
	for i := x.From; i < x.To; i++ {
		if !p.namePart(i) {
			continue
		}
		_, width := utf8.DecodeRuneInString(p.word(i))
		var ok bool
		if short, ok = strings.CutPrefix(short, p.word(i)[:width]); !ok {
			return false
		}
	}
	return short == ""
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
		if p.namings[i].figure == unnamed {
			if at := p.namings[i].at; p.sexOf(at)+sex != bothSexes && p.isPast(at) {
				found := p.roles[p.toks[at].Hash]
				return found.who, found.as
			}
			continue
		}
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

// isPast reports whether the sentence with token i ends before the source that is read.
func (p *cast) isPast(i int) bool {
	for end := min(p.read, i+phraseLimit); i < end; i++ {
		if p.toks[i].Kind == scan.Stop && p.toks[i+1].Gap > scan.None {
			return true
		}
	}
	return false
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
	if f == nil || !f.person || p.longAgo(f, x.Cue.From) {
		return Person{}
	}
	who.Span = Span{}
	return who
}

// longAgo reports whether f, who has spoken last, did so too far before token i.
func (p *cast) longAgo(f *figure, i int) bool {
	n := len(p.spoken) - 1
	return n >= 0 && p.spoken[n].as == f && p.spoken[n].at < i-droppedReach
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
	if f.person || p.lang.CapitalNouns() && f.sex == 0 { // Unsere Gedanken
		return f.person
	}
	x := f.fullest.Run
	_, width := lang.Longest(places.Names, p.text, p.toks[x.From:x.To])
	return width < x.To-x.From
}

// byRole returns the last person of whom x says the office: "the spokesman".
func (p *cast) byRole(x speech.Run) (Person, *figure) {
	i := p.lastRole(x)
	first := &p.toks[x.From]
	again := i >= 0 && p.arg(i, lang.Role)%lang.Man == lang.RoleAgain
	compound := i > x.From && p.toks[i-1].Kind == scan.Hyphen // der 44-Jährige
	if i < 0 || !first.Is(lang.Article|lang.Role) || first.Is(lang.Numeral) ||
		x.To-x.From > 3 && !(again && compound && x.To-x.From == 4) {
		return Person{}, nil
	}
	found, ok := p.roles[p.toks[i].Hash]
	for n := len(p.short) - 1; n >= 0 && !ok; n-- {
		found, ok = p.short[n], p.shortens(p.short[n].at, x.To-1)
	}
	if ok && p.suits(found.who, i, x) {
		found.who.Span = p.run(x)
		return found.who, found.as
	}
	if !again {
		return Person{}, nil
	}
	who, f := p.meant(p.sexOf(i))
	if f == nil || !f.person || p.longAgo(f, x.From) {
		return Person{}, nil
	}
	who.Span = p.run(x)
	return who, f
}

// suits reports whether the noun behind the office at token i of the source x, in a language
// without articles, is in the office of who too: "rzeczniczka sądu" is none of the police.
func (p *cast) suits(who Person, i int, x speech.Run) bool {
	i += p.widthAs(i, lang.Role)
	return i >= x.To || p.toks[x.From].Is(lang.Article) || strings.Contains(who.Role, p.word(i))
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
	if i := x.To - 1; i >= x.From && p.toks[i].Compound(lang.Role, p.text, p.lang) {
		return i
	}
	return -1
}
