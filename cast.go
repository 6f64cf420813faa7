package dateline

import (
	"iter"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// A namedAt is a run of words that may be a person's name, with the role that the text gives before
// or behind it.
type namedAt struct {
	speech.Run
	role speech.Run
}

// A figure is one whom the story names by two words or more: perhaps a person.
type figure struct {
	fullest namedAt // the longest form of the name
	count   int     // how often it stands in full
	person  bool    // a title or office says so, or a saying
	sex     int     // 1 man, 2 woman, 0 unknown
}

// A naming is a place where the story names a figure, or speaks of one by an office only.
type naming struct {
	at      int  // the token
	figure  int  // or unnamed
	subject bool // a clause starts with it
}

// unnamed stands for the figure of a naming that says no name.
const unnamed = -1

// A cast is the persons that a story names, and who of them has spoken last.
type cast struct {
	*story
	figures []figure
	byWord  map[uint32]int // the last of words with a hash, from 1
	words   []nameWord
	namings []naming // in the order of the text

	read   int               // the token that the last source begins at
	past   int               // the namings up to there
	roles  map[uint32]spoken // who was last given an office, by the last word of it
	short  []spoken          // the same for offices in short, "Sen."
	spoken []spoken          // the last speakers, the latest last

	persons  []Person       // those who have spoken, where no capital tells a name
	byOffice map[uint32]int // there: who stands behind an office, by a hash of two letters
}

// bothSexes is the sum of the numbers of the two.
const bothSexes = 3

// A nameWord is a word of a figure's name, and where in cast.words the same word in the name of
// another stands, from 1.
type nameWord struct{ figure, next int }

// A spoken is a speaker, what is known of that one, and the token of the source.
type spoken struct {
	who Person
	as  *figure
	at  int
}

// notName are the words that are capitalised for other reasons than being part of a name.
const notName = lang.Func | lang.Article | lang.Pronoun | lang.Sub | lang.Prep | lang.Newswire |
	lang.Org | lang.Group

func newCast() *cast { return &cast{byWord: map[uint32]int{}, roles: map[uint32]spoken{}} }

// forget makes p a cast of nobody, which keeps its memory.
func (p *cast) forget() {
	clear(p.byWord)
	clear(p.roles)
	clear(p.short) // which name people in the words of the text
	clear(p.spoken)
	*p = cast{
		byWord: p.byWord, roles: p.roles,
		figures: p.figures[:0], words: p.words[:0], namings: p.namings[:0],
		short: p.short[:0], spoken: p.spoken[:0],
	}
}

// readCast lists the names of two words and more in the story, but for those of who wrote it.
func (s *story) readCast() *cast {
	p := s.cast
	p.story = s
	source := 0
	for _, l := range s.lines {
		if l.use != useByline {
			source = p.readLine(l, source)
		}
	}
	return p
}

// readLine lists the names in line l, and returns the first source behind it; next is one before
// it, or the first in it. An outlet's name is no person's.
func (p *cast) readLine(l line, next int) int {
	for i := l.from; i < l.to; i++ {
		if t := &p.toks[i]; !t.Shape.Has(scan.Capital) && !t.Is(lang.Role) {
			continue // most words
		}
		for next < len(p.sources) && p.sources[next].to <= i {
			next++
		}
		if next < len(p.sources) && p.sources[next].from <= i {
			continue
		}
		if !p.namePart(i) || p.isCompound(i) {
			if p.opensWithOffice(i) {
				p.namings = append(p.namings, naming{i, unnamed, true})
			}
			i = p.roleEnd(i)
			continue
		}
		n := p.nameAt(i)
		if (n.To-n.From > 1 || p.isForename(n)) && !p.namesBody(n.To) {
			p.enter(n)
		}
		i = max(i, n.To-1)
	}
	return next
}

// isCompound reports whether token i is an office in one word before a name: "Bausenator" in
// "Bausenator Jörg Hellmann".
func (s *story) isCompound(i int) bool {
	if i+1 >= len(s.toks) || s.toks[i+1].Gap > scan.Space {
		return false
	}
	return (s.namePart(i+1) || s.toks[i+1].Is(lang.Honorific)) &&
		s.toks[i].Compound(lang.Role, s.text, s.lang)
}

// opensWithOffice reports whether a sentence begins with the office at token i, and no name stands
// behind it: "the judge smiled".
func (s *story) opensWithOffice(i int) bool {
	t := &s.toks[i]
	if !t.Is(lang.Role) || i == 0 || i+1 == len(s.toks) || s.namePart(i+1) ||
		s.toks[i+1].Kind != scan.Word {
		return false
	}
	return s.toks[i-1].Is(lang.Article) && s.opensSentence(i-1)
}

// namesakes is how many figures with one word in their names are told apart.
const namesakes = 8

// enter notes that the story names n.
func (p *cast) enter(n namedAt) {
	last := p.toks[p.lastWord(n.Run)].Hash
	at := -1
	for f := range p.called(last) {
		old := p.figures[f].fullest.Run
		if p.toks[p.lastWord(old)].Hash == last && p.fits(n.Run, old) {
			at = f
		}
	}
	if at < 0 {
		at = len(p.figures)
		p.figures = append(p.figures, figure{fullest: n})
		for i := n.From; i < n.To; i++ {
			if h := p.toks[i].Hash; p.namePart(i) {
				p.words = append(p.words, nameWord{at, p.byWord[h]})
				p.byWord[h] = len(p.words)
			}
		}
	}
	f := &p.figures[at]
	if n.To-n.From > f.fullest.To-f.fullest.From {
		f.fullest.Run = n.Run
	}
	if f.fullest.role.Empty() {
		f.fullest.role = n.role
	}
	f.count++
	f.person = f.person || !n.role.Empty() || p.titleBefore(n.From) >= 0
	if sex := p.sexOfName(n); f.sex == 0 {
		f.sex = sex
	}
	p.namings = append(p.namings, naming{n.From, at, p.startsClause(n)})
}

// called returns the last figures that have the word with the given hash in their names.
func (p *cast) called(hash uint32) iter.Seq[int] {
	return func(yield func(int) bool) {
		at := p.byWord[hash]
		for n := 0; at > 0 && n < namesakes && yield(p.words[at-1].figure); n++ {
			at = p.words[at-1].next
		}
	}
}

// startsClause reports whether a clause starts with the name n, its role and its title.
func (s *story) startsClause(n namedAt) bool {
	i := n.From
	if !n.role.Empty() && n.role.To <= i {
		i = n.role.From
	} else if t := s.titleBefore(i); t >= 0 {
		i = t
	}
	if i > 0 && s.toks[i-1].Is(lang.Article) {
		i-- // Seine Kollegin Heike
	}
	if i > 0 && s.toks[i-1].Is(lang.Adverb) && s.opensSentence(i-1) {
		return true // Ранее губернатор Рябов заявил
	}
	return s.opensSentence(i) || s.toks[i-1].Is(lang.And|lang.Sub) || s.opensBeforeComma(i)
}

// leadWords is how many words stand before the comma of "His younger daughter, Ida Lund," at most.
const leadWords = 4

// opensBeforeComma reports whether a sentence opens with a few words that a comma parts from the
// name at token i: "Her sister, Ida Lund, laughed", "The next day, Ida Lund laughed".
func (s *story) opensBeforeComma(i int) bool {
	if i < 2 || s.toks[i-1].Kind != scan.Comma {
		return false
	}
	for j := i - 2; j >= max(0, i-1-leadWords) && s.toks[j].Kind == scan.Word; j-- {
		if s.opensSentence(j) {
			return !s.namePart(j)
		}
	}
	return false
}
