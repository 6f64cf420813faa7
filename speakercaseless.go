package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// Speakers in scripts that have blanks and no capitals:
//
//	source = role [of] name          وزير الخارجية الفرنسي جان بارو, प्रधानमंत्री नरेंद्र मोदी
//	       | name role               عباس عراقچی وزیر امور خارجه
//	       | name                    of one whom the story has named so, or everybody knows
//
// where "of" is words of the pack, places, and in Arabic nouns with the article.

// maxCaselessName is how many words a name has.
const maxCaselessName = 5

// caseless returns the person in the source x.
func (p *cast) caseless(x speech.Run) (Person, *figure) {
	x.To = min(x.To, x.From+phraseLimit)
	role := p.officeIn(x)
	if role.Empty() {
		return p.remember(p.personNamed(p.plainName(x)))
	}
	if name := p.plainName(speech.Run{From: x.From, To: role.From}); name.To-name.From > 1 &&
		name.From == x.From && !p.isKnownWord(name.From) && !p.toks[name.To].Is(lang.Prep) {
		office := speech.Run{From: name.To, To: x.To}
		if p.toks[office.From].Kind == scan.Comma {
			office.From++
		}
		return p.remember(p.personOf(name, office))
	}
	from := p.pastOf(role.To, x.To)
	if from+1 < x.To && p.toks[from].Kind == scan.Comma {
		from++ // وزیر امور خارجه، عباس عراقچی
	}
	name := p.plainName(speech.Run{From: from, To: x.To})
	if name.Empty() || from == role.To && p.isIndefinite(role) {
		return Person{}, nil
	}
	who := p.personNamed(name)
	if who.IsZero() && name.To-name.From > 1 {
		office := speech.Run{From: x.From, To: name.From}
		if p.toks[office.To-1].Kind == scan.Comma {
			office.To--
		}
		who = p.personOf(name, office)
	}
	return p.remember(who)
}

// isCaseless reports whether token i is a word of such a script.
func (s *story) isCaseless(i int) bool {
	const cased = scan.Capital | scan.Caps | scan.Lower | scan.Single
	t := &s.toks[i]
	return t.Kind == scan.Word && t.Shape&cased == 0 && t.Shape.Has(scan.NonASCII)
}

// pastOf returns the token after the words from i on that say what an office is of.
func (p *cast) pastOf(i, to int) int {
	for i < to {
		width := p.widthOfKnown(i, to)
		if width == 0 {
			break
		}
		i += width
	}
	return min(i, to)
}

// widthOfKnown returns how many tokens the word of the pack, place or noun with an article at i
// takes up, 0 where there is none.
func (p *cast) widthOfKnown(i, to int) int {
	if p.isKnownWord(i) {
		return p.toks[i].Width()
	}
	if p.isDefinite(i) {
		return 1
	}
	_, width := lang.Longest(places.Names, p.text, p.toks[i:to])
	return width
}

// isKnownWord reports whether token i is a word of the language that no name has.
func (p *cast) isKnownWord(i int) bool {
	const words = lang.Role | lang.Group | lang.Org | lang.Newswire | lang.Medium | lang.Prep |
		lang.In | lang.Toward | lang.And | lang.Func | lang.Adverb | lang.Honorific | lang.Job
	t := &p.toks[i]
	return t.Is(words) && !t.Is(lang.Particle)
}

// isDefinite reports whether token i begins with an article.
func (p *cast) isDefinite(i int) bool { return p.lang.Definite(p.word(i)) }

// isIndefinite reports whether the office role is said of one of many: مسؤول مصري.
func (p *cast) isIndefinite(role speech.Run) bool {
	for i := role.From; i < role.To; i++ {
		if p.isDefinite(i) {
			return false
		}
	}
	return p.lang.JoinsArticle()
}

// plainName returns the words at the start of x that can be a name.
func (p *cast) plainName(x speech.Run) speech.Run {
	for x.From < x.To && p.toks[x.From].Is(lang.Honorific) {
		x.From += p.widthAs(x.From, lang.Honorific)
	}
	end := x.From
	for end < min(x.To, x.From+maxCaselessName) && !p.isKnownWord(end) &&
		(p.isCaseless(end) || p.toks[end].Kind == scan.Hyphen) {
		end++
	}
	return speech.Run{From: x.From, To: end}
}
