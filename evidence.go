package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/outlets"
	"github.com/e95690a0/dateline/internal/people"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// isCapsWord reports whether token i is a word of several letters in capitals.
func (s *story) isCapsWord(i int) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	t := &s.toks[i]
	return t.Shape.Has(scan.Caps) && t.End-t.Start > 1
}

// opensSentence reports whether token i starts a sentence or a line, where any word has a capital.
// Up to two quotation marks or brackets may stand before it.
func (s *story) opensSentence(i int) bool {
	for stop := i - 2; ; i-- {
		if i == 0 || s.toks[i].Gap >= scan.Line {
			return true
		}
		switch s.toks[i-1].Kind {
		case scan.Stop, scan.Colon, scan.Bullet, scan.Bar, scan.Dash:
			return true
		case scan.Quote, scan.QuoteOpen, scan.QuoteClose, scan.Open, scan.Close:
			if i == stop {
				return false
			}
		default:
			return false
		}
	}
}

// inAddress reports whether token i goes on an address: "jane@apnews.com", "pic.twitter.com".
func (r *mentionReader) inAddress(i int) bool {
	if i < 2 || r.toks[i].Gap > scan.None {
		return false
	}
	return r.toks[i-1].Gap == scan.None && (r.isStop(i-1) || r.word(i-1) == "@")
}

// partOfName reports whether the words around make the name part of another one: "Reuters
// Institute", "Times Square", "Tehran Daily News".
func (r *mentionReader) partOfName(m mention) bool {
	const notName = lang.Newswire | lang.Job | lang.Weekday | lang.Month
	if next := r.nextInName(m.to); next != nil && !next.Is(notName) {
		if next.Is(lang.Org) || (r.weak(m) || r.isArticled(m)) && !next.Is(lang.Role) {
			return true
		}
	}
	if r.isChannel(m) {
		return true
	}
	if next := r.nextInName(m.to + 1); next != nil && r.isArticled(m) &&
		r.arg(m.to, lang.DateMark) == lang.MarkOf {
		return true // The Times of Tonga
	}
	if m.to-m.from == 1 {
		return m.name.AllCaps() && m.from > 0 && r.toks[m.from-1].Kind == scan.Hyphen
	}
	_, _, weekday := r.toks[m.from].Arg(lang.Weekday, r.lang)
	return r.capitalBefore(m.from) && (weekday || r.toks[m.from].Is(lang.Newswire))
}

// isChannel reports whether a number behind the name of a network makes it that of one of its
// stations: "Fox 5 reported", not "told CNN 10 people had died".
func (r *mentionReader) isChannel(m mention) bool {
	if m.to >= len(r.toks) || m.name.Len() == 0 {
		return false
	}
	n := &r.toks[m.to]
	if n.Kind != scan.Number || n.Gap != scan.Space || n.End-n.Start > 2 ||
		outlets.Get(m.name.Outlet(0)).Kind != string(Broadcaster) {
		return false
	}
	const goesOn = lang.Cue | lang.Aux | lang.On | lang.That | lang.And | lang.Newswire
	return m.to+1 == len(r.toks) || !r.isLower(m.to+1) || r.toks[m.to+1].Is(goesOn)
}

// nextInName returns token i where it goes on a name: a capitalised word after a blank.
func (r *mentionReader) nextInName(i int) *lang.Token {
	if i >= len(r.toks) || r.toks[i].Gap > scan.Space || !r.toks[i].Shape.Has(scan.Capital) {
		return nil
	}
	return &r.toks[i]
}

// capitalBefore reports whether a capitalised word that does not owe its capital to the start of a
// sentence stands right before token i.
func (r *mentionReader) capitalBefore(i int) bool {
	return i > 0 && r.toks[i].Gap <= scan.Space && r.toks[i-1].Shape.Has(scan.Capital) &&
		!r.opensSentence(i-1)
}

// isAged reports whether an age between commas follows the name that ends before token i: "said
// Sana, 17, a student".
func (r *mentionReader) isAged(i int) bool {
	return r.isKind(i, len(r.toks)-2, scan.Comma) && r.toks[i+1].Kind == scan.Number &&
		r.toks[i+1].End-r.toks[i+1].Start <= 2 && r.toks[i+2].Kind == scan.Comma
}

// isAnother reports whether the name is somebody else's in this story: a person's ("Sana, 17, a
// student"; "Michael Bloomberg" once, and from then on "Bloomberg" too), or short for what stands
// before it ("Seven-Party Alliance (SPA)").
func (r *mentionReader) isAnother(m mention, weak bool) bool {
	if weak && r.isField(m.from) || r.isAged(m.to) {
		return true
	}
	if m.to-m.from > 1 {
		return weak && r.capitalBefore(m.from) && !r.toks[m.from-1].Is(lang.Newswire)
	}
	n := m.name.Outlet(0)
	called := r.calledOutlet(m) && m.name.AllCaps() // the Polish PAP agency
	if weak && !called && r.isSurname(m.from) || !r.seen.has(n) && r.isAbbreviation(m.from) {
		r.others.add(n)
	}
	return r.others.has(n)
}

// isField reports whether token i says what an office is for: "the Ministry of Foreign Affairs".
func (r *mentionReader) isField(i int) bool {
	return i > 1 && r.toks[i-1].Is(lang.Prep) && r.toks[i-2].Is(lang.Org)
}

// isSurname reports whether a title or a given name stands right before token i.
func (r *mentionReader) isSurname(i int) bool {
	if i == 0 || r.toks[i].Gap > scan.Space || !r.toks[i-1].Shape.Has(scan.Capital) {
		return false
	}
	return r.toks[i-1].Is(lang.Honorific) || r.capitalBefore(i) && !r.toks[i-1].Is(lang.Newswire)
}

// isAbbreviation reports whether token i stands in brackets after the words whose first letters it
// is, as in "Darfur Peace Agreement (DPA)".
func (r *mentionReader) isAbbreviation(i int) bool {
	if i < 2 || r.toks[i-1].Kind != scan.Open || !r.isCapsWord(i) {
		return false
	}
	short, at := r.word(i), i-2
	for n := len(short) - 1; n >= 0; n-- {
		for at >= max(i-12, 0) && r.isBetween(at) {
			at--
		}
		if at < 0 || r.text[r.toks[at].Start] != short[n] {
			return false
		}
		at--
	}
	return true
}

// isBetween reports whether token i leaves no letter in an abbreviation.
func (r *mentionReader) isBetween(i int) bool {
	return r.toks[i].Kind == scan.Hyphen || r.toks[i].Shape.Has(scan.Lower)
}

// evident reports whether the words around a weak name say that it is a source.
func (r *mentionReader) evident(m mention) bool {
	named := m.to-m.from > 1 && r.toks[m.to-1].Is(lang.Newswire) // Herald newspaper
	if m.told || named || r.inBrackets(m) || r.calledOutlet(m) || r.hasShow(m) || r.standsOut(m) ||
		r.inMarks(m) {
		return true
	}
	small := r.toks[m.to-1].Shape.Has(scan.Lower) && !m.name.LowerFirst() // but eNCA, g1
	if r.inSmallLetters(m) || small || r.isRelative(m) {
		return false
	}
	return r.reports(m) || r.isPlatform(m) || r.wasNamed(m) || r.isNative(m) || r.isJoined(m) ||
		r.isExplained(m) || r.endsHeadline(m) || r.keepsArticle(m)
}

// isRelative reports whether the name m is a first name behind the noun for who that is: "his
// mother Dawn".
func (r *mentionReader) isRelative(m mention) bool {
	i := m.from - 1
	return i >= 0 && m.to-m.from == 1 && r.toks[i].Is(lang.Role) && r.isLower(i) &&
		people.Sex(r.text, r.toks[m.from:m.to]) > 0
}

// "appeared in Die Zeit": an article, of any language, with a capital where no sentence begins
func (r *mentionReader) keepsArticle(m mention) bool {
	article := &r.toks[m.from]
	return m.to-m.from == 2 && article.Langs(lang.Article) != 0 && article.Shape.Has(scan.Capital) &&
		!r.opensSentence(m.from) && !r.capitalBefore(m.from) && !r.isCapsWord(m.from)
}

// "Blast heard in Damascus: SANA"
func (r *mentionReader) endsHeadline(m mention) bool {
	atEnd := m.to == len(r.toks) || r.toks[m.to].Gap >= scan.Line
	if !r.isCapsWord(m.from) || m.from < headlineLeast || !atEnd {
		return false
	}
	for i := m.from - 1; i > m.from-headlineLeast; i-- {
		if r.toks[i].Gap >= scan.Line || r.toks[i].Kind == scan.Stop {
			return false
		}
	}
	return r.isSourceMark(m.from - 1)
}

// "Dawn, a leading English-language daily, said"
func (r *mentionReader) isExplained(m mention) bool {
	if m.to >= len(r.toks) || r.toks[m.to].Kind != scan.Comma || r.capitalBefore(m.from) {
		return false
	}
	for i := m.to + 1; i < min(len(r.toks), m.to+leadReach); i++ {
		t := &r.toks[i]
		switch {
		case t.Is(lang.Newswire):
			return r.toks[m.to+1].Is(lang.Article) || r.toks[i-1].Kind != scan.Word
		case t.Kind != scan.Word && t.Kind != scan.Hyphen && t.Kind != scan.Apostrophe,
			t.Is(lang.Cue | lang.Aux | lang.Rel):
			return false
		}
	}
	return false
}

// "told Politico, The Hill and Axios": one of several, after one that is beyond doubt
func (r *mentionReader) isJoined(m mention) bool {
	if len(r.sources) == 0 || m.to >= len(r.toks) {
		return false
	}
	last := r.sources[len(r.sources)-1].to
	if m.from-last > leadSlack || !r.areJoined(last, m.from) {
		return false
	}
	next := &r.toks[m.to]
	return r.anyOf(speech.Run{From: last, To: m.from}, lang.And) || next.Is(lang.And) ||
		next.Kind == scan.Slash
}

// isNative reports whether the name is an abbreviation of an outlet in the story's own language:
// "BNS" in an Estonian story.
func (r *mentionReader) isNative(m mention) bool {
	return m.name.AllCaps() && m.to-m.from == 1 && len(r.word(m.from)) > 2 &&
		!r.isCapsWord(m.from-1) && !r.isCapsWord(m.to) && only(m.name, r.isLocal) >= 0
}

// "(AP)", "[AFP]"
func (r *mentionReader) inBrackets(m mention) bool {
	return m.from > 0 && m.to < len(r.toks) &&
		r.toks[m.from-1].Kind == scan.Open && r.toks[m.to].Kind == scan.Close
}

// "mit der „Zeit“", "«Ведомости» уточняют": alone in quotation marks, in the language of the outlet
func (r *mentionReader) inMarks(m mention) bool {
	if m.from == 0 || m.to >= len(r.toks) || only(m.name, r.isLocal) < 0 ||
		!r.isQuote(m.from-1) || !r.isQuote(m.to) {
		return false
	}
	const leads = lang.Article | lang.Prep | lang.Toward | lang.In | lang.CueBefore
	if m.from > 1 && r.toks[m.from-2].Is(leads) {
		return true
	}
	next := r.after(m.to)
	return next < len(r.toks) && r.isReporting(next)
}

// "the Petra news agency", "the newspaper Sun", "a Times reporter", "the Mirror's correspondent",
// "a Sun interview"
func (r *mentionReader) calledOutlet(m mention) bool {
	next := r.after(m.to)
	if m.name.AllCaps() && next+1 < len(r.toks) && r.isLower(next) &&
		r.toks[next+1].Is(lang.Newswire) {
		next++ // MENA state news agency
	}
	if next < len(r.toks) && r.toks[next].Gap <= scan.Space &&
		(r.toks[next].Is(lang.Newswire|lang.Job|lang.Medium) || r.isPressWork(next)) {
		return r.press(next) != lang.PressContact // People sitting here
	}
	return r.endsAt(r.before(m.from), lang.Newswire)
}

// isPressWork reports whether token i is a word that none but the press has beside its name.
func (s *story) isPressWork(i int) bool {
	p := s.press(i)
	return p > 0 && p < lang.PressPassed
}

// hasShow reports whether a programme or somebody of the outlet follows its abbreviation: "ABC's
// “This Week”", "ABC's Dana Brekke".
func (r *mentionReader) hasShow(m mention) bool {
	next := r.pastName(m.to)
	if next == m.to || next == len(r.toks) || !m.name.AllCaps() {
		return false
	}
	return r.mayOpenQuote(next) || r.namePart(next)
}

// "told the Sun", "according to Der Spiegel", "quoted by MENA", "the Mirror reported"; not "People
// said", which opens a sentence
func (r *mentionReader) reports(m mention) bool {
	i := r.beforeWeekday(r.before(m.from))
	if m.name.AllCaps() {
		i = r.beforeEpithet(i)
	}
	if r.endsAt(i, lang.CueBefore|lang.Quoted) ||
		i > 0 && (r.isReporting(i-1) || r.press(i-1) == lang.PressPassed) {
		return true
	}
	if m.from > 0 && r.toks[m.from-1].Is(lang.Toward) && r.endsAt(m.from-1, lang.Medium) {
		return true // un entretien au Monde
	}
	if r.followsTelling(m) {
		return true
	}
	if i > 1 && r.toks[i-1].Is(lang.Prep|lang.In|lang.By) && r.isCarrier(m, i-1) {
		return true
	}
	if r.hasReporter(m) || r.isReportingWire(m) {
		return true
	}
	return r.reportsNext(m)
}

// tellerReach is how many words at most name who spoke, behind a verb of telling.
const tellerReach = 3

// followsTelling reports whether a verb of telling, with no more than a name or an office between,
// stands before the preposition that leads the outlet m: "disse Lund à Folha".
func (r *mentionReader) followsTelling(m mention) bool {
	i := m.from - 1
	if i < 1 || !r.toks[i].Is(lang.Toward|lang.In) {
		return false
	}
	printed := !r.toks[i].Is(lang.Toward) // wrote Lund in the Sun
	for i--; i >= max(0, m.from-tellerReach-2) && r.toks[i].Kind == scan.Word; i-- {
		if r.isReporting(i) {
			return !printed || r.cueOf(i) == lang.CueCarry
		}
		office := r.toks[i].Is(lang.Article|lang.Role) ||
			i > 0 && r.toks[i-1].Is(lang.Role) && r.toks[i-1].Width() > 1 // wali kota
		if !r.toks[i].Shape.Has(scan.Capital) && !office {
			break
		}
	}
	return false
}

// reportsNext reports whether what the press does follows the name m. A word that opens a sentence
// has its capital anyway: it takes a verb that only the press has beside it, "Stuff reported".
func (r *mentionReader) reportsNext(m mention) bool {
	between := lang.Adverb | lang.Ordinal | lang.Aux
	bare := r.opensSentence(m.from) && !r.startsWithArticle(m) && !m.name.AllCaps()
	if bare {
		between = lang.Adverb | lang.Ordinal
	}
	next := r.after(m.to)
	if next+1 < len(r.toks) && r.toks[next].Kind == scan.Comma && r.toks[next+1].Is(lang.Rel) {
		next += 2 // Vox, which reported
	}
	for stop := next + leadSlack; next < min(stop, len(r.toks)) && r.toks[next].Is(between) &&
		r.press(next) != lang.PressWitness; { // was first to report
		next++
	}
	const everyday = lang.Group | lang.Role | lang.Day | lang.Unit | lang.Adverb | lang.Article |
		lang.Pronoun | lang.Prep | lang.Aux | lang.Newswire
	if next >= len(r.toks) || bare && r.means(&r.toks[m.from], everyday) {
		return false
	}
	got := next+1 < len(r.toks) && r.press(next) == lang.PressPassed &&
		r.toks[next+1].Is(lang.Article|lang.Pronoun) // obtained the letter
	if bare {
		return got || r.cueOf(next) == lang.CueCarry
	}
	return got || r.isReporting(next) || r.toks[next].Is(lang.CueAfter) ||
		r.press(next) == lang.PressWitness
}

// hasReporter reports whether somebody of the outlet reports: "Vox's Dana Brekke wrote".
func (r *mentionReader) hasReporter(m mention) bool {
	from := r.pastName(m.to)
	if from == m.to {
		return false
	}
	to := from
	for to < len(r.toks) && to < from+3 && r.namePart(to) {
		to++
	}
	return to > from+1 && to < len(r.toks) && r.isReporting(to)
}

// isReportingWire reports whether the name can only be an agency's and a verb follows of what
// agencies do: "Bloomberg reported".
func (r *mentionReader) isReportingWire(m mention) bool {
	return m.name.Len() == 1 && outlets.Get(m.name.Outlet(0)).Kind == string(Wire) &&
		m.to < len(r.toks) && r.cueOf(m.to) == lang.CueCarry
}

// isCarrier reports whether the name behind the preposition at token i is of one who carries words:
// "in an interview with Die Zeit", "published by Time", "säger hon till TT".
func (r *mentionReader) isCarrier(m mention, i int) bool {
	if m.name.AllCaps() && only(m.name, r.isLocal) >= 0 {
		return true
	}
	passed := r.toks[i].Is(lang.By|lang.Toward) && r.press(i-1) == lang.PressPassed
	if passed || r.isPressWork(i-1) || r.endsAt(i, lang.Quoted|lang.Medium) {
		return true
	}
	for i > 1 && r.toks[i-1].Is(lang.Adverb|lang.Weekday) {
		i-- // reported earlier by, published Friday in
	}
	return r.cueOf(i-1) == lang.CueCarry || r.toks[i].Is(lang.By) && r.toks[i-1].Is(lang.Cueing)
}

// isReporting reports whether token i is a verb of what outlets do and are told.
func (r *mentionReader) isReporting(i int) bool {
	switch r.cueOf(i) {
	case lang.CueSay, lang.CueTell, lang.CueCarry:
		return true
	}
	return false
}

// standsOut reports whether a name that need not be in capitals is, and no word beside it: "as BILD
// found out", "TIME's cover".
func (r *mentionReader) standsOut(m mention) bool {
	return m.to-m.from == 1 && !m.name.AllCaps() && r.isCapsWord(m.from) &&
		m.to < len(r.toks) && r.toks[m.to].Gap <= scan.Line &&
		!r.isCapsWord(m.from-1) && !r.isCapsWord(m.to) && !r.opensSentence(m.from)
}

// "on X", "via Telegram", "a Threads post"
func (r *mentionReader) isPlatform(m mention) bool {
	if m.name.Len() != 1 || outlets.Get(m.name.Outlet(0)).Kind != string(Social) {
		return false
	}
	if next := r.after(m.to); next < len(r.toks) && (r.toks[next].Is(lang.Medium) ||
		r.toks[next].Is(lang.Toward) && r.toks[next].Shape.Has(scan.Single)) {
		return true // X平台上, Xに投稿
	}
	if m.from > 0 && r.isLower(m.from-1) && r.endsAt(m.from, lang.Medium) {
		return true // en la red social X
	}
	i := r.before(m.from)
	if i > 0 && r.toks[i-1].Shape.Has(scan.Lower) && len(r.word(m.from)) > 1 &&
		!r.endsAt(i, lang.Prep|lang.On|lang.In|lang.Via) {
		i-- // on her Substack
	}
	return r.endsAt(i, lang.Prep|lang.On|lang.In|lang.Via)
}

// wasNamed reports whether the story has named the source in full already; a capital inside the
// sentence must show that the word is a name again.
func (r *mentionReader) wasNamed(m mention) bool {
	if m.from > 0 && m.to-m.from == 1 && r.toks[m.from-1].Is(lang.Article) {
		return false // "the Times" is a name of its own; "das Bild" is none
	}
	return r.namedBefore(m) >= 0 && !r.opensSentence(m.from)
}

// before returns where the words before token i end, but for an article, a comma and quotation
// marks.
func (r *mentionReader) before(i int) int {
	for stop := max(i-3, 0); i > stop && r.toks[i].Gap <= scan.Line; i-- {
		t := &r.toks[i-1]
		switch t.Kind {
		case scan.Comma, scan.Quote, scan.QuoteOpen:
			continue
		}
		if !t.Is(lang.Article) {
			break
		}
	}
	return i
}

// beforeWeekday returns where the weekday starts that stands before token i with a possessive
// ending, "in Sunday's Bild"; i where none does.
func (r *mentionReader) beforeWeekday(i int) int {
	if i > 2 && r.toks[i-2].Kind == scan.Apostrophe && r.toks[i-1].Gap == scan.None &&
		r.toks[i-3].Is(lang.Weekday) {
		return i - 3
	}
	return i
}

// beforeEpithet returns where the article starts that stands before token i with words in lower
// case between the two, "the state-run APP", or the name with a possessive ending, "Japan's NHK"; i
// where none does.
func (r *mentionReader) beforeEpithet(i int) int {
	for j := i - 1; j >= max(0, i-epithetReach); j-- {
		t := &r.toks[j]
		switch {
		case t.Is(lang.Article):
			return j
		case t.Kind == scan.Apostrophe && r.toks[j+1].Gap == scan.None && j > 0:
			for j--; j > 0 && r.toks[j].Gap <= scan.Space && r.toks[j-1].Shape.Has(scan.Capital); {
				j--
			}
			return j
		case t.Kind != scan.Hyphen && !t.Shape.Has(scan.Lower), t.Is(lang.Cue | lang.Aux | lang.Prep):
			return i
		}
	}
	return i
}

// endsAt reports whether a word or phrase of class c ends right before token i.
func (s *story) endsAt(i int, c lang.Class) bool {
	if i == 0 || i < len(s.toks) && s.toks[i].Gap > scan.Line {
		return false
	}
	for width := 1; width <= 4 && width <= i; width++ {
		if t := &s.toks[i-width]; t.Is(c) && (width == 1 || t.Width() == width) {
			return true
		}
	}
	return false
}

// after returns the token that follows a name which ends before token i, past a closing quotation
// mark and a possessive ending.
func (r *mentionReader) after(i int) int {
	for stop := i + 2; i < stop && i < len(r.toks); i++ {
		switch t := &r.toks[i]; {
		case t.Gap > scan.Line:
			return len(r.toks)
		case t.Kind == scan.QuoteClose || t.Kind == scan.Quote || t.Kind == scan.Apostrophe:
		case t.Gap == scan.None && t.Kind == scan.Word && r.toks[i-1].Kind == scan.Apostrophe:
		default:
			return i
		}
	}
	return i
}
