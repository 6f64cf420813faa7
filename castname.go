package dateline

import (
	"cmp"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/people"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// nameReach is the longest name in tokens.
const nameReach = 12

// nameAt returns the name that starts at token i, without a role that is written as a part of it:
// Jim Mattis in "Defense Secretary Jim Mattis".
func (s *story) nameAt(i int) namedAt {
	n := namedAt{Run: speech.Run{From: i, To: i + 1}}
	for j := i + 1; j < min(len(s.toks), i+nameReach) && s.toks[j].Gap <= scan.Space; j++ {
		if t := &s.toks[j]; t.Is(lang.Role) && t.Shape.Has(scan.Capital) && !s.afterParticle(j) {
			j += s.widthAs(j, lang.Role) - 1 // Secretary of State
			n.From = j + 1
		} else if s.namePart(j) || s.afterParticle(j) || s.isSyllable(j) {
			n.To = j + 1
		} else if !s.joinsName(j) {
			break
		}
	}
	n.To = max(n.To, n.From)
	if width := s.fieldOfOffice(n.Run); width > 0 {
		n.role = s.roleBefore(s.tieBefore(n.From))
		n.From += width
		n.role.To = n.From
		return n
	}
	n.role = s.roleBefore(n.From)
	if n.role.Empty() {
		n.From += s.leadingPlace(n.Run)
		n.role = s.roleBehind(n.To)
	} else {
		n.From += s.placeOfOffice(n.Run)
		n.role.To = n.From
	}
	return n
}

// afterParticle reports whether token i, a noun for somebody else, is a surname behind a particle:
// Sanne de Boer.
func (s *story) afterParticle(i int) bool {
	before := &s.toks[i-1]
	return s.toks[i].Is(lang.Role) && s.toks[i].Shape.Has(scan.Capital) && !s.lang.CapitalNouns() &&
		before.Is(lang.Particle) && before.Shape.Has(scan.Lower)
}

// leadingPlace returns 1 where the first of the words x says of what the noun before them is, and
// the others are a person's name: Міністр оборони [Німеччини] Борис Вебер.
func (s *story) leadingPlace(x speech.Run) int {
	if x.To-x.From < 3 || x.From == 0 || !s.lang.DropsSubject() && !s.lang.Tells() ||
		!s.namePart(x.From) || !s.namePart(x.From+1) {
		return 0
	}
	before := &s.toks[x.From-1]
	if before.Kind != scan.Word || !before.Shape.Has(scan.Lower) ||
		people.Sex(s.text, s.toks[x.From:]) > 0 || people.Sex(s.text, s.toks[x.From+1:]) == 0 {
		return 0
	}
	return 1
}

// placeOfOffice returns how many of the words x behind an office say where it is held, before the
// two of a name: Surabaya in "Wali Kota Surabaya Eri Cahyadi".
func (s *story) placeOfOffice(x speech.Run) int {
	if x.To-x.From < 3 || !s.namePart(x.From) || people.Sex(s.text, s.toks[x.From:]) > 0 {
		return 0
	}
	_, width := lang.Longest(places.Names, s.text, s.toks[x.From:x.To-2])
	if width == 0 && s.leadingPlace(x) > 0 {
		return 1 // Жительница села Луговое Нина Кравцова
	}
	if !s.namePart(x.From+width) || s.toks[x.From+width].Gap != scan.Space {
		return 0 // Saint-Fons
	}
	return width
}

// tieBefore returns the preposition before token i, an article between them or not; -1 for none.
func (s *story) tieBefore(i int) int {
	if i--; i > 0 && s.toks[i].Is(lang.Article) && !s.toks[i].Is(links) {
		i--
	}
	if i < 0 || !s.toks[i].Is(links) {
		return -1
	}
	return i
}

// fieldOfOffice returns how many of the words x, which a preposition ties to an office, say what it
// is held over, before two or more of a name: Zambia in "ambassador to Zambia Du Yanling", Foreign
// Affairs in "Minister of Foreign Affairs Ida Lund".
func (s *story) fieldOfOffice(x speech.Run) int {
	const least = 2 // words of the name
	if x.To-x.From <= least || s.toks[x.From].Shape.Has(scan.Single) {
		return 0
	}
	link := s.tieBefore(x.From)
	if link < 1 || s.roleBefore(link).Empty() || people.Sex(s.text, s.toks[x.From:]) > 0 {
		return 0
	}
	if _, width := lang.Longest(places.Names, s.text, s.toks[x.From:x.To-least]); width > 0 {
		return width
	}
	for i := x.From + 1; i <= x.To-least; i++ {
		if s.toks[i].OneLetter(s.text) || s.namePart(i) && people.Sex(s.text, s.toks[i:]) > 0 {
			return i - x.From
		}
	}
	return 0
}

// namePart reports whether token i may be part of a person's name.
func (s *story) namePart(i int) bool {
	t := &s.toks[i]
	long := t.End-t.Start > 2 || t.End-t.Start == 2 && t.Is(lang.Outlet)
	acronym := t.Shape.Has(scan.Caps) && long
	return t.Kind == scan.Word && t.Shape.Has(scan.Capital) && !acronym &&
		!t.Is(notName|lang.Role|lang.Honorific) && !s.ofDate(i) && !s.leadsSource(i) &&
		!(t.Is(lang.Part) && s.opensSentence(i))
}

// leadsSource reports whether token i, before a source, begins its sentence and is no first name:
// "Menurut Eri", but "Per Lund".
func (s *story) leadsSource(i int) bool {
	return s.toks[i].Is(lang.CueBefore) && s.opensSentence(i) &&
		people.Sex(s.text, s.toks[i:]) == 0
}

// joinsName reports whether token j stands between two parts of one name: an initial's stop, a
// hyphen, an apostrophe, "de".
func (s *story) joinsName(j int) bool {
	if j+1 < len(s.toks) && s.isSyllable(j+1) {
		return true
	}
	if j+1 >= len(s.toks) ||
		!s.namePart(j+1) && !s.toks[j+1].Is(lang.Particle) && !s.afterParticle(j+1) ||
		s.toks[j+1].Gap > scan.Space {
		return false
	}
	t := &s.toks[j]
	switch t.Kind {
	case scan.Stop:
		return s.toks[j-1].OneLetter(s.text)
	case scan.Hyphen, scan.Apostrophe:
		return true
	case scan.Quote, scan.QuoteOpen, scan.QuoteClose:
		return s.besideNickname(j)
	}
	article := s.lang.CapitalNouns() && t.Is(lang.Article) && !s.toks[j-1].Is(lang.Particle)
	return t.Is(lang.Particle) && !article // Ida Kranz der dpa, but Ida von der Au
}

// maxSyllable is how many letters each part of a Korean or Chinese name has in Latin script.
const maxSyllable = 6

// isSyllable reports whether token i, in small letters behind a hyphen, is the last syllable of a
// name of East Asia, a family name before it: yeol in Yoon Suk-yeol. A noun behind it makes it a
// part of an adjective: Geert Wilders-led protesters.
func (s *story) isSyllable(i int) bool {
	t := &s.toks[i]
	if i < 3 || !t.Shape.Has(scan.Lower) || s.toks[i-1].Kind != scan.Hyphen ||
		t.Gap > scan.None || s.toks[i-1].Gap > scan.None || s.toks[i-2].Gap != scan.Space {
		return false
	}
	for _, part := range [...]int{i - 3, i - 2, i} {
		p := &s.toks[part]
		if p.End-p.Start > maxSyllable || part < i && !s.namePart(part) {
			return false
		}
	}
	const follows = lang.Cue | lang.Aux | lang.And | lang.Prep | lang.In | lang.On | lang.Adverb |
		lang.Rel | lang.Sub | lang.Negation | lang.Toward
	next := &s.toks[min(i+1, len(s.toks)-1)]
	return next.Kind != scan.Word || next.Shape.Has(scan.Capital) || s.means(next, follows)
}

// besideNickname reports whether the quotation mark at token j stands before or behind one word
// within a name: Michael “Mickey” Lenihan.
func (s *story) besideNickname(j int) bool {
	if j > 2 && s.isQuote(j-2) && s.toks[j].Gap == scan.None {
		return s.namePart(j-3) && s.namePart(j+1)
	}
	return j+3 < len(s.toks) && s.toks[j+1].Gap == scan.None && s.isQuote(j+2) &&
		s.namePart(j-1) && s.namePart(j+3)
}

// lastWord returns the last word of a name that is no addition: Lund in "Per Lund Jr" and "Ida Lund
// KC".
func (s *story) lastWord(x speech.Run) int {
	i := x.To - 1
	for i > x.From && (s.toks[i].Is(lang.Abbrev) || s.isTitleBehind(x, i)) {
		i--
	}
	return i
}

// isTitleBehind reports whether token i, of two letters, is alone in capitals in the name x.
func (s *story) isTitleBehind(x speech.Run, i int) bool {
	t := &s.toks[i]
	return t.Shape.Has(scan.Caps) && t.End-t.Start == 2 && !s.toks[x.From].Shape.Has(scan.Caps)
}

// ofDate reports whether token i is a month or weekday in the language of the text, and not a given
// name, which a surname follows: "June Holm", but not "in June Holm".
func (s *story) ofDate(i int) bool {
	t := &s.toks[i]
	if !t.Is(lang.Month | lang.Weekday) {
		return false
	}
	if _, _, home := t.Arg(lang.Weekday, s.lang); home {
		return (t.End-t.Start > 3 || !s.forenames(i)) && !s.namedByDay(i) // Tor Bakken
	}
	if _, _, home := t.Arg(lang.Month, s.lang); !home {
		return false
	}
	const before = lang.On | lang.In | lang.Prep | lang.Shift | lang.Extent
	if i > 0 && s.toks[i-1].Is(before) {
		return true
	}
	if t.Shape.Has(scan.Capital) && s.surnamed(i) {
		return false
	}
	if i+1 == len(s.toks) {
		return true
	}
	next := &s.toks[i+1]
	return next.Kind != scan.Word || next.Gap > scan.Space || !next.Shape.Has(scan.Capital)
}

// namedByDay reports whether the weekday at token i is somebody's first name, between a title or an
// office and a surname: "DSP Sunday Oluwole", "Mr. Friday Eze".
func (s *story) namedByDay(i int) bool {
	before := i - 1
	if before > 0 && s.isStop(before) {
		before--
	}
	if before < 0 || !s.toks[before].Shape.Has(scan.Capital) {
		return false
	}
	return s.toks[before].Is(lang.Role|lang.Honorific) && s.forenames(i)
}

// forenames reports whether a word that may be a surname stands right behind token i.
func (s *story) forenames(i int) bool {
	if i+1 == len(s.toks) || s.toks[i+1].Gap > scan.Space {
		return false
	}
	const others = notName | lang.Weekday | lang.Month | lang.Role | lang.Honorific
	next := &s.toks[i+1]
	return next.Kind == scan.Word && next.Shape.Has(scan.Capital) && !next.Is(others) &&
		s.toks[i].Shape.Has(scan.Capital)
}

// surnamed reports whether a word that may be a given name stands right before token i, and no
// number behind it: Marek Lis, whose surname is November for short.
func (s *story) surnamed(i int) bool {
	if i == 0 || s.toks[i].Gap > scan.Space || i+1 < len(s.toks) && s.toks[i+1].Kind == scan.Number {
		return false
	}
	t := &s.toks[i-1]
	return t.Kind == scan.Word && t.Shape.Has(scan.Capital) &&
		!t.Is(notName|lang.Weekday|lang.Month|lang.Role|lang.Honorific)
}

// roleEnd returns the last token of the role that token i starts: "Bandar" in "Datuk Bandar", a
// mayor; i itself where it starts none.
func (s *story) roleEnd(i int) int {
	if t := &s.toks[i]; t.Is(lang.Role) {
		return i + t.Width() - 1
	}
	return i
}

// maxRoleWords is the longest word for an office in tokens: "Secretary of State".
const maxRoleWords = 6

// roleBefore returns the words of the role that ends at token i: "Kremlin spokesman".
func (s *story) roleBefore(i int) speech.Run {
	from := i
	if i == len(s.toks) || s.toks[i].Gap > scan.Space {
		return speech.Run{}
	}
	if i > 0 {
		s.toks[i-1].Compound(lang.Role, s.text, s.lang) // länspolismästare
	}
	for k := 1; k <= min(i, maxRoleWords); k++ {
		if t := &s.toks[i-k]; t.Is(lang.Role) && t.Width() == k {
			from = i - k
		}
	}
	if i > 1 && s.toks[i-1].Kind == scan.Stop && s.toks[i-2].Is(lang.Abbrev) &&
		s.toks[i-2].Is(lang.Role) {
		from = i - 2 // Sen.
	}
	if from == i && (i == 0 || !s.toks[i-1].Is(lang.Role)) {
		return speech.Run{From: i, To: i}
	}
	return speech.Run{From: s.roleStart(from, i-nameReach), To: i}
}

// roleStart returns where the office starts that token i is the first word for: at "Kremlin" in
// "Kremlin spokesman", not before least.
func (s *story) roleStart(i, least int) int {
	const breaks = lang.Article | lang.Aux | lang.Cue | lang.Sub | lang.That | lang.And | lang.Func |
		lang.CueBefore | lang.Adverb
	for i > max(0, least) && s.toks[i].Gap <= scan.Space {
		t := &s.toks[i-1]
		if t.Kind == scan.Hyphen && i-1 > max(0, least) && s.toks[i].Gap == scan.None &&
			t.Gap == scan.None { // Пресс-секретарь
			i -= 2
			continue
		}
		told := (s.lang.Tells() || s.lang.DropsSubject()) && s.outletEnds(i)
		body := t.Is(lang.Group) && s.toks[i].Is(lang.Role) // police chief
		if told || t.Kind != scan.Word || t.Is(breaks) || t.OneLetter(s.text) ||
			!t.Is(lang.Role) && !t.Shape.Has(scan.Capital) && !body {
			break // рассказал ТАСС мэр Ида Лунд
		}
		i--
	}
	return i
}

// outletEnds reports whether the name of an outlet of a word or two ends at token i.
func (s *story) outletEnds(i int) bool {
	for _, m := range s.mentionsIn(speech.Run{From: i - 2, To: i}) {
		if m.to == i {
			return true
		}
	}
	return false
}

// maxEpithet is how many words stand between a comma and the office behind it, where there is no
// article: "managing" in "Ida Solheim, managing director at Kestrel".
const maxEpithet = 2

// roleBehind returns the words of the role in the apposition that starts at the comma i: "mayor of
// Ames" in "Ida Solheim, the mayor of Ames, ...". A relative clause is no part of it.
func (s *story) roleBehind(i int) speech.Run {
	if i+2 >= len(s.toks) || s.toks[i].Kind != scan.Comma {
		return speech.Run{}
	}
	const breaks = lang.Aux | lang.Cue | lang.Rel | lang.Sub | lang.That
	x, office := speech.Run{From: i + 1, To: i + 1}, false
	least := i + 1 + maxEpithet
	if s.toks[i+1].Is(lang.Article) {
		x, least = speech.Run{From: i + 2, To: i + 2}, len(s.toks)
		if s.toks[i+2].Kind == scan.Apostrophe { // l'avocat
			x = speech.Run{From: i + 3, To: i + 3}
		}
	} else if next := s.possessive(i+2, len(s.toks)); next > i+2 { // Fjordbank's head of research
		x.To, least = next, len(s.toks)
	}
	for ; x.To < min(len(s.toks), i+nameReach); x.To++ {
		t := &s.toks[x.To]
		ends := t.Is(lang.Rel) && !t.Is(lang.Article)
		if office && (ends || t.Kind == scan.Comma || t.Kind == scan.Stop) {
			return x
		}
		if t.Kind != scan.Word && t.Kind != scan.Hyphen && t.Kind != scan.Apostrophe ||
			t.Is(breaks) && !t.Is(lang.Article) {
			break
		}
		if office && s.lang.Tells() && t.Is(lang.Article) && s.outletEnds(x.To+2) {
			return x // a kamara elnöke [a Telexnek]
		}
		if office = office || t.Is(lang.Role); office {
			continue
		}
		if x.To >= least || least < len(s.toks) && (!s.isLower(x.To) || t.Is(links|lang.And)) {
			break
		}
	}
	return speech.Run{}
}

// titleBefore returns the token of the honorific before token i, past its stop; or -1.
func (s *story) titleBefore(i int) int {
	if i > 0 && s.toks[i-1].Kind == scan.Stop {
		i--
	}
	if i > 0 && s.toks[i-1].Is(lang.Honorific) {
		return i - 1
	}
	return -1
}

// sexOfName returns what the honorific or the office of n says of the person's sex, or else the
// first name.
func (s *story) sexOfName(n namedAt) int {
	if i := s.titleBefore(n.From); i >= 0 {
		return s.sexOf(i)
	}
	for i := n.role.To - 1; i >= n.role.From; i-- {
		if sex := s.sexOf(i); sex > 0 {
			return sex
		}
	}
	if n.To-n.From == 1 && !s.isForename(n) || s.toks[n.From].Is(lang.Particle) {
		return 0 // a surname
	}
	return people.Sex(s.text, s.toks[n.From:n.To])
}

// isForename reports whether n is a first name alone, right behind the noun for who that is: Heike
// in "ihre Kollegin Heike".
func (s *story) isForename(n namedAt) bool {
	if n.role.To != n.From || n.role.To-n.role.From != 1 {
		return false
	}
	noun := s.lang.CapitalNouns() != s.toks[n.role.From].Shape.Has(scan.Lower)
	return noun && people.Sex(s.text, s.toks[n.From:n.To]) > 0
}

// sexOf returns 1 where token i is a word for a man, 2 for a woman, else 0: "Mr", "spokeswoman",
// "she".
func (s *story) sexOf(i int) int {
	if arg, _, home := s.toks[i].Arg(lang.Pronoun, s.lang); home {
		if arg > lang.She {
			return 0
		}
		return arg
	}
	return cmp.Or(s.arg(i, lang.Honorific)/lang.Man, s.arg(i, lang.Role)/lang.Man)
}
