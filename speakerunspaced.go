package dateline

import (
	"strings"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// Speakers in scripts without blanks, where no capital tells a name:
//
//	source = [of] role name             外交部发言人毛宁
//	       | [of の] name [of] role      日本の岸田首相, 植田和男日銀総裁
//	       | name honorific             王女士, 山田さん
//	       | name                       of one whom the story has named so or with a role
//	       | this role                  该发言人

// Bounds of a name in letters, of what it is a part of, and how many persons are remembered.
const (
	maxUnspacedName = 8
	maxDottedName   = 18
	maxUnspacedRole = 24
	maxRemembered   = 64
)

// unspaced returns the person in a source of a script without blanks between words.
func (p *cast) unspaced(x speech.Run) (Person, *figure) {
	if p.byOffice == nil {
		p.readOffices()
	}
	x = p.withoutBracket(speech.Run{From: x.From, To: min(x.To, x.From+phraseLimit)})
	if name := p.titledName(x); !name.Empty() {
		return p.remember(p.personOf(name, speech.Run{}))
	}
	role := p.officeIn(x)
	who := p.personBeside(x, role)
	if who.IsZero() && (role.Empty() || role.To < x.To) {
		who = p.personNamed(p.withoutHonorific(x))
	}
	if name := p.withoutHonorific(x); who.IsZero() && name.To < x.To {
		who = p.personBefore(x, speech.Run{From: name.To, To: x.To})
	}
	if who.IsZero() {
		who = p.familyName(x)
	}
	if who.IsZero() && !role.Empty() && p.toks[x.From].Is(lang.Pronoun) {
		who = p.holder(x, role)
	}
	if p.namesOutlet(x, who) {
		return Person{}, nil
	}
	return p.remember(who)
}

// titledName returns the name behind the title that x begins with, where the language parts the two
// words of it with a blank: นายสมชาย ใจดี. It is empty where x begins with none.
func (p *cast) titledName(x speech.Run) speech.Run {
	if !p.lang.SpacesNames() {
		return speech.Run{}
	}
	const others = lang.Role | lang.Group | lang.Org | lang.Newswire | lang.Medium
	from, office := p.pastTitles(x)
	if from == x.From {
		return speech.Run{}
	}
	to, blanks := from, 0
	for ; to < x.To && p.toks[to].Kind == scan.Word; to++ {
		if office && p.toks[to].Is(others) && p.toks[to].Width() > 1 {
			return speech.Run{}
		}
		if to > from && p.toks[to].Gap > scan.None {
			if blanks++; blanks > 1 || p.toks[to].Is(others) {
				break
			}
		}
	}
	if to-from < leastFullName || office && blanks == 0 {
		return speech.Run{}
	}
	return speech.Run{From: from, To: to}
}

// pastTitles returns the token behind the titles and ranks that x begins with, พ.ต.ท., or behind an
// office that a name is written together with, นายกรัฐมนตรีแพทองธาร.
func (p *cast) pastTitles(x speech.Run) (i int, office bool) {
	for i = x.From; i < x.To; {
		switch t := &p.toks[i]; {
		case t.Is(lang.Honorific) && p.widthAs(i, lang.Honorific) >= p.widthAs(i, lang.Role):
			i += p.widthAs(i, lang.Honorific)
		case t.Is(lang.Role) && i == x.From:
			i += p.widthAs(i, lang.Role)
			office = true
		case t.Kind == scan.Stop && i > x.From:
			i++
		default:
			return i, office
		}
	}
	return x.From, false
}

// namesOutlet reports whether the name of who, in the source x, is that of an outlet: รอยเตอร์.
func (p *cast) namesOutlet(x speech.Run, who Person) bool {
	for _, m := range p.mentionsIn(x) {
		if m.ID != "" && m.Span == who.Span {
			return true
		}
	}
	return false
}

// withoutBracket returns x without the bracket at its end: 佐々木隆教授（国際政治）.
func (p *cast) withoutBracket(x speech.Run) speech.Run {
	if p.toks[x.To-1].Kind != scan.Close {
		return x
	}
	for i := x.To - 1; i > x.From; i-- {
		if p.toks[i].Kind == scan.Open {
			return speech.Run{From: x.From, To: i}
		}
	}
	return x
}

// officeIn returns the last office in x; none where it names nobody, 发言人办公室.
func (p *cast) officeIn(x speech.Run) (role speech.Run) {
	for i := x.From; i < x.To; i++ {
		if !p.toks[i].Is(lang.Role) {
			continue
		}
		end := min(i+p.widthAs(i, lang.Role), x.To)
		role, i = speech.Run{From: i, To: end}, end-1
	}
	return role
}

// personBeside returns the person whose name stands right behind the office role in x, or
// before it.
func (p *cast) personBeside(x, role speech.Run) Person {
	if role.Empty() {
		return Person{}
	}
	after := speech.Run{From: role.To, To: x.To}
	for !after.Empty() && p.toks[after.From].Is(lang.Prep|lang.Rel) {
		after.From++ // 課長の田中氏
	}
	if after = p.withoutHonorific(after); p.isUnspacedName(after) {
		if role.To-x.From <= maxUnspacedRole {
			role.From = x.From
		}
		return p.personOf(after, role)
	}
	if role.To < x.To {
		return Person{}
	}
	return p.personBefore(x, role)
}

// personBefore returns the person whose name stands before the office role that ends the source x.
func (p *cast) personBefore(x, role speech.Run) Person {
	to := p.bodyStart(role.From, x.From)
	to = p.withoutBracket(speech.Run{From: x.From, To: max(to, x.From+1)}).To // 浜口勝（68）さん
	name := p.spacedName(speech.Run{From: x.From, To: role.From})
	if name.Empty() {
		name = speech.Run{From: p.nameStart(to, x.From), To: to}
	}
	if name.To-name.From == 1 && p.toks[name.From].Is(lang.Particle) { // 박 교수
		return p.namesake(name, role)
	}
	if !p.isUnspacedName(name) {
		return Person{}
	}
	if p.toks[role.From].Is(lang.Honorific) {
		return p.personOf(name, speech.Run{})
	}
	if p.arg(role.From, lang.Role)%lang.Man != lang.RoleBehind && p.famous(name) == "" {
		return Person{}
	}
	return p.personOf(name, speech.Run{From: max(to, role.From-maxUnspacedName), To: role.To})
}

// spacedName returns the name in x where its script sets blanks, Hangul: the last word that begins
// with a family name, 박영수 in 박영수 서울대.
func (p *cast) spacedName(x speech.Run) speech.Run {
	to := x.To
	for i := x.To - 1; i >= max(x.From, x.To-maxUnspacedRole); i-- {
		if i > x.From && p.toks[i].Gap == scan.None {
			continue
		}
		arg, _, home := p.toks[i].Arg(lang.Particle, p.lang)
		name := speech.Run{From: i, To: to}
		if p.famous(name) != "" {
			return name
		}
		_, place := lang.Longest(places.Names, p.text, p.toks[i:to])
		if home && arg == lang.FamilyName && to-i == koreanName && place < 2 &&
			p.isUnspacedName(name) {
			return name
		}
		to = i
	}
	return speech.Run{}
}

// koreanName is how many letters names in Hangul have, nearly all.
const koreanName = 3

// bodyStart returns where the bodies and places that end at token i, 日銀 of 日銀総裁, start.
func (p *cast) bodyStart(i, from int) int {
	for width := maxUnspacedName; width > 0; width-- {
		at := i - width
		if at < from {
			continue
		}
		t := &p.toks[at]
		known := t.Is(lang.Group|lang.Org) && p.widthOf(at) == width
		_, place := lang.Longest(places.Names, p.text, p.toks[at:i])
		if known || width > 1 && place == width {
			return p.bodyStart(at, from)
		}
	}
	return i
}

// widthOf returns how many letters the body takes up whose name token i starts.
func (p *cast) widthOf(i int) int {
	return max(p.widthAs(i, lang.Group), p.widthAs(i, lang.Org))
}

// nameStart returns where the name that ends at token i starts: behind a mark, a particle, a word
// of the language.
func (p *cast) nameStart(i, from int) int {
	for at := i - 1; at >= from; at-- {
		t := &p.toks[at]
		if isHangul(p.word(at)) {
			if at+1 < i && p.toks[at+1].Gap > scan.None {
				return at + 1
			}
			continue
		}
		if t.Kind != scan.Word && !p.isDot(at) || t.Is(lang.Prep|lang.Rel|lang.Group|lang.Org) {
			return min(at+p.widthOf(at), i)
		}
		if t.Width() > 1 && t.Is(lang.Func|lang.Role) {
			return min(at+t.Width(), i)
		}
		if at+2 < i && p.isHiragana(at) && !p.isHiragana(at+1) {
			return at + 1 // 営む渡辺京子
		}
	}
	return from
}

// isHiragana reports whether token i is such a letter as Japanese verbs end with.
func (p *cast) isHiragana(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.word(i))
	return 'ぁ' <= r && r <= 'ゖ'
}

// isDot reports whether token i is the dot between the parts of a foreign name: 让·雷诺.
func (p *cast) isDot(i int) bool {
	w := p.word(i)
	return w == "·" || w == "・" || w == "‧" || w == "•" || w == "＝"
}

// isUnspacedName reports whether x can be a name: short, and no word that the language has.
func (p *cast) isUnspacedName(x speech.Run) bool {
	const words = lang.Role | lang.Group | lang.Org | lang.Newswire | lang.Medium | lang.Func |
		lang.Prep | lang.Adverb | lang.Job
	limit := maxUnspacedName
	for i := x.From; i < x.To; i++ {
		t := &p.toks[i]
		if p.isDot(i) {
			limit = maxDottedName
		} else if t.Kind != scan.Word || i > x.From && t.Gap > scan.None {
			return false
		}
		if p.arg(i, lang.Prep) == lang.Genitive && i > x.From {
			return false // 漁師の浜田
		}
		if w := t.Width(); t.Is(words) && w > 1 && (w < x.To-x.From || !t.Is(lang.Func)) {
			return false
		}
	}
	n := x.To - x.From
	if n > 0 && p.isHiragana(x.From) && !p.isHiragana(x.To-1) {
		return false // らの研究チーム
	}
	if letters := utf8.RuneCountInString(p.run(x).Of(p.text)); letters < 2 || letters > limit ||
		p.toks[x.To-1].Is(lang.Org|lang.Group) {
		return false
	}
	_, place := lang.Longest(places.Names, p.text, p.toks[x.From:x.To])
	return place < n
}

// withoutHonorific returns x without the honorific at its end; 女士 stays in 王女士.
func (p *cast) withoutHonorific(x speech.Run) speech.Run {
	for i := max(x.From+2, x.To-3); i < x.To; i++ {
		if p.toks[i].Is(lang.Honorific) && i+p.widthAs(i, lang.Honorific) == x.To {
			return speech.Run{From: x.From, To: i}
		}
	}
	return x
}

// personOf returns the person with the name and the office that the runs cover.
func (p *cast) personOf(name, role speech.Run) Person {
	who := Person{Span: p.run(name), Role: p.run(role).Of(p.text)}
	who.Name = who.Span.Of(p.text)
	if full := p.famous(name); full != "" {
		who.Name = full
	}
	return who
}

// personNamed returns the person whom the story or everybody knows by the bare name x: one who has
// spoken, one whom an office stands before somewhere in the story.
func (p *cast) personNamed(x speech.Run) Person {
	if n := x.To - x.From; n < 1 || n > maxDottedName {
		return Person{}
	}
	who := Person{Span: p.run(x)}
	who.Name = who.Span.Of(p.text)
	known := p.remembered(who.Name)
	if last := x.To - 1; known.IsZero() && last > x.From && p.toks[last].Is(lang.Honorific) {
		known = p.remembered(p.run(speech.Run{From: x.From, To: last}).Of(p.text)) // 金氏
	}
	if !known.IsZero() {
		who.Name, who.Role = known.Name, known.Role
		return who
	}
	if role := p.roleOf(x); !role.Empty() {
		return p.personOf(x, role)
	}
	if who.Name = p.famous(x); who.Name != "" {
		return who
	}
	honoured := p.toks[x.To-1].Is(lang.Honorific) || p.toks[max(x.From, x.To-2)].Is(lang.Honorific) ||
		x.To < len(p.toks) && p.toks[x.To].Is(lang.Honorific)
	if !honoured || !p.isUnspacedName(x) {
		return Person{}
	}
	return p.personOf(x, speech.Run{})
}

// familyName returns the person whose name x is or ends with, by its first letter: 商户陈爱玲.
func (p *cast) familyName(x speech.Run) Person {
	x = p.withoutHonorific(x)
	for _, n := range [...]int{3, 2} {
		i := x.To - n
		hangul := i >= x.From && isHangul(p.word(i))
		if i < x.From || i > x.From && (n == 2 || hangul && p.toks[i].Gap == scan.None) {
			continue
		}
		arg, _, home := p.toks[i].Arg(lang.Particle, p.lang)
		name := speech.Run{From: i, To: x.To}
		if home && arg == lang.FamilyName && p.isUnspacedName(name) {
			return p.personOf(name, speech.Run{From: x.From, To: i})
		}
	}
	return Person{}
}

// remembered returns the last person whom the story has named name, or whose name begins or ends
// so.
func (p *cast) remembered(name string) Person {
	for i := len(p.persons) - 1; i >= 0; i-- {
		full := p.persons[i].Name
		if full == name || strings.HasPrefix(full, name) || strings.HasSuffix(full, "·"+name) ||
			strings.HasSuffix(full, "・"+name) || strings.HasSuffix(full, " "+name) {
			return p.persons[i]
		}
	}
	return Person{}
}

// namesake returns the last person of the family name that has the office role too; zero where
// there is none.
func (p *cast) namesake(name, role speech.Run) Person {
	family, office := p.run(name).Of(p.text), p.run(role).Of(p.text)
	for i := len(p.persons) - 1; i >= 0; i-- {
		who := p.persons[i]
		if strings.HasPrefix(who.Name, family) && strings.HasSuffix(who.Role, office) {
			who.Span = p.run(name)
			return who
		}
	}
	return Person{}
}

// roleOf returns the office that stands right before the name x elsewhere in the story.
func (p *cast) roleOf(x speech.Run) speech.Run {
	if x.To-x.From < 2 {
		return speech.Run{}
	}
	at, ok := p.byOffice[lang.Pair(&p.toks[x.From], &p.toks[x.From+1])]
	if !ok || at+x.To-x.From > len(p.toks) {
		return speech.Run{}
	}
	for i := x.From; i < x.To; i++ {
		if p.toks[i].Hash != p.toks[at+i-x.From].Hash {
			return speech.Run{}
		}
	}
	from := at - 1
	for from > 0 && !(p.toks[from].Is(lang.Role) && from+p.widthAs(from, lang.Role) == at) {
		from--
	}
	return speech.Run{From: from, To: at}
}

// readOffices notes who stands behind an office in the story, by the first two letters, and who
// stands before one or before an honorific.
func (p *cast) readOffices() {
	p.byOffice = map[uint32]int{}
	for i := 0; i < len(p.toks); i++ {
		t := &p.toks[i]
		if !t.Is(lang.Role|lang.Honorific) || !t.Shape.Has(scan.Single) {
			continue
		}
		end := i + max(p.widthAs(i, lang.Role), p.widthAs(i, lang.Honorific))
		if t.Is(lang.Role) && end+1 < len(p.toks) && p.toks[end].Kind == scan.Word {
			p.byOffice[lang.Pair(&p.toks[end], &p.toks[end+1])] = end
		}
		x := speech.Run{From: max(0, i-maxDottedName), To: end}
		who := p.personBefore(x, speech.Run{From: i, To: end})
		if len(p.persons) < maxRemembered && utf8.RuneCountInString(who.Name) >= leastFullName {
			p.persons = append(p.persons, who)
		}
		i = end - 1
	}
}

// leastFullName is how many letters a name has that is not the family's alone.
const leastFullName = 3

// holder returns the last speaker with the office role: 该发言人.
func (p *cast) holder(x, role speech.Run) Person {
	office := p.run(role).Of(p.text)
	for i := len(p.persons) - 1; i >= 0; i-- {
		if who := p.persons[i]; strings.HasSuffix(who.Role, office) {
			who.Span = p.run(x)
			return who
		}
	}
	return Person{}
}

// remember notes that who has spoken, and returns who by the fullest name that the story has. The
// zero Person is nobody.
func (p *cast) remember(who Person) (Person, *figure) {
	if who.IsZero() {
		return who, nil
	}
	if old := p.remembered(who.Name); len(old.Name) >= len(who.Name) {
		who.Name = old.Name
		if who.Role == "" {
			who.Role = old.Role
		}
	}
	if len(p.persons) < 2*maxRemembered {
		p.persons = append(p.persons, who)
	}
	return who, &figure{person: true}
}
