package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// Languages that end a sentence with its verb:
//
//	sentence = source [topic] content [that] cue     首相は「…」と述べた; Vali, ... söyledi
//	         | content [that] source [topic] cue     ...다고 학교 측이 밝혔다
//	         | quotation cue source                  “…” dedi Erdoğan

// verbLast reads a sentence around the cue c, which ends a clause or has its subject after it.
func (r *reader) verbLast(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	end := c.end
	for end < s.To && r.toks[end].Is(lang.Aux) {
		end++
	}
	linked := r.linkBefore(c.From, s.From)
	if c.weak && (linked == c.From || end < s.To && !r.ends(end)) {
		return said, [2]Run{}, false // と強調。 but not 強調を
	}
	if q, ok := r.quoteAt(linked - 1); ok && q.To == linked && q.From >= s.From {
		return r.quotedLast(said, c, Run{s.From, s.To}, q, end)
	}
	if end < s.To && !r.ends(end) {
		return r.attributive(said, c, s, linked)
	}
	if end+1 < s.To && r.isColon(end) && r.quoteOpens(end+1) { // S, şunları söyledi: “...”
		said.Source = r.upToComma(s, c.From)
		q, _ := r.quoteAt(end + 1)
		return said, [2]Run{q.Run}, !said.Source.Empty()
	}
	if q, ok := r.quotedEarlier(c.From, s.From); ok {
		said.Source = r.upToTopic(q.To+r.opener(q.To), c.From)
		if said.Source.Empty() {
			said.Source = r.upToTopic(s.From, q.From)
		}
		content, _ := r.quotedTwice(q, s)
		return said, content, !said.Source.Empty()
	}
	if said, content, ok := r.backLast(said, c, s); ok {
		return said, content, ok
	}
	if linked < c.From || r.toks[c.verb].Is(lang.That) {
		said.Source = r.upToTopic(s.From, linked)
		content := Run{r.pastSetting(r.pastTopic(said.Source.To, linked), linked), linked}
		if cited, from := r.citedIn(content); !cited.Empty() {
			said.Source, content.From = cited, from
		}
		content = r.strip(content)
		return said, [2]Run{content}, !said.Source.Empty() && !content.Empty()
	}
	if that := r.lastThat(c.From, s.From); that > s.From {
		said.Source = r.topical(Run{that, c.From})
		x := Run{s.From, r.linkBefore(that, s.From)}
		if said.Source.Empty() {
			said.Source, x = r.citedBehind(Run{that, c.From}, x)
		}
		content := r.strip(x)
		if content.Empty() {
			content = r.carriedLast(s)
		}
		return said, [2]Run{content}, !said.Source.Empty() && !content.Empty()
	}
	if q, source := r.quotedSentence(c, s); !source.Empty() {
		said.Source = source
		return said, [2]Run{q.Run}, true
	}
	return r.setOff(said, c, s)
}

// quotedSentence returns the quotation that is all of the sentence before s, or begins s as one of
// its own, where s has nothing else for its cue c to report, and the source of it: 「…」。市長は静かに話した。
func (r *reader) quotedSentence(c cue, s Run) (q Quote, source Run) {
	if q, ok := r.quoteAt(s.From); ok && q.To < c.From && r.fullStop(q.last()) {
		s.From = q.To
	}
	topic := r.topic(s.From, c.From)
	i := s.From - 1
	if i < 1 || c.weak || topic < 0 || !r.topicAt(topic) {
		return Quote{}, Run{}
	}
	if manner := topic + 1; manner < c.From && !r.adverbEnds(manner, c.From) {
		return Quote{}, Run{}
	}
	if r.inside[i] == 0 {
		i--
	}
	if q, ok := r.quoteAt(i); ok && q.To >= s.From-1 {
		return q, r.upToTopic(s.From, c.From)
	}
	return Quote{}, Run{}
}

// adverbEnds reports whether an adverb that starts at from or behind it ends at token to.
func (r *reader) adverbEnds(from, to int) bool {
	for i := from; i < to; i++ {
		if r.toks[i].Is(lang.Adverb) && i+r.toks[i].Width() == to {
			return true
		}
	}
	return false
}

// citedBehind returns whom words like "citing" behind the content x name, in the run behind, and x
// without the outlet that heads it: [V는] X고 S를 인용해 보도했다; X고 [V는] S를 인용해 보도했다.
func (r *reader) citedBehind(behind, x Run) (source, content Run) {
	if topic := r.topic(behind.From, behind.To); topic >= 0 {
		behind.From = topic + 1
	} else if topic := r.topic(x.From, x.To); topic >= 0 && r.topicAt(topic) {
		x.From = topic + 1
	}
	source, _ = r.citedIn(behind)
	return source, x
}

// carriedLast returns the saying before the part s of its sentence, which V reports: [X고 말했다]고 V가
// 전했다.
func (r *reader) carriedLast(s Run) Run {
	if len(r.says) == 0 {
		return Run{}
	}
	last := &r.says[len(r.says)-1]
	if last.Sentence.To != s.To || last.Cue.To > s.From {
		return Run{}
	}
	return Run{last.First(), last.Cue.To}
}

// attributive reads "X cue S", where the verb says of the noun after it what S said: X belirten S.
func (r *reader) attributive(said Saying, c cue, s Run, linked int) (Saying, [2]Run, bool) {
	if linked == c.From && r.toks[c.verb].Shape.Has(scan.Single) {
		return said, [2]Run{}, false
	}
	said.Source = r.nameAfter(c.end, s.To)
	content := r.strip(Run{s.From, linked})
	return said, [2]Run{content}, !said.Source.Empty() && r.long(content)
}

// quotedEarlier returns the quotation before token i after which its source stands: 「…」と市長は話した.
func (r *reader) quotedEarlier(i, from int) (Quote, bool) {
	for from = max(from, i-phraseReach); i > from; i-- {
		if i = r.beforeBracket(i, from); i == from || r.ends(i-1) {
			break
		}
		if q, ok := r.quoteAt(i - 1); ok {
			return q, q.From >= from && q.To < len(r.toks) && r.opener(q.To) > 0
		}
	}
	return Quote{}, false
}

// quotedLast reads a sentence whose quotation q stands right before its cue.
func (r *reader) quotedLast(said Saying, c cue, s Run, q Quote, end int) (Saying, [2]Run, bool) {
	content, from := r.quotedTwice(q, s)
	said.Source = r.quoterLast(Run{s.From, from}, end)
	if said.Source.Empty() && s.From < from && r.inside[s.From] == 0 && !r.goesOn(s) {
		said.Source = r.withoutTold(r.trim(r.beforeComma(Run{s.From, from})))
	}
	if said.Source.Empty() && end < s.To && !r.ends(end) {
		if said.Source = r.nameAfter(end, s.To); r.topicAt(end+1) && r.toks[end].Is(lang.Prep) {
			said.Source = r.cleft(end, s.To)
		}
	} else if cited, _ := r.citedIn(Run{r.pastTopic(said.Source.To, from), from}); !cited.Empty() {
		said.Source = cited
	}
	return said, content, true
}

// quoterLast returns the source in x, before a quotation whose verb ends at end: the topic, or the
// subject behind it where the topic reports that one says so: V は S が「…」と述べたと伝えた.
func (r *reader) quoterLast(x Run, end int) Run {
	source := r.upToTopic(x.From, x.To)
	inner := r.strip(Run{r.pastTopic(source.To, x.To), x.To})
	if source.Empty() || inner.Empty() || end >= len(r.toks) || !r.toks[end].Is(lang.That) {
		return source
	}
	if subject := r.topic(inner.From, inner.To); subject >= 0 && !r.topicAt(subject) {
		return r.trim(Run{inner.From, subject})
	}
	return source
}

// goesOn reports whether a saying of the sentence stands before its part s: 「…」と話した上で、「…」と.
func (r *reader) goesOn(s Run) bool {
	return len(r.says) > 0 && r.says[len(r.says)-1].Sentence.To == s.To &&
		r.toks[s.From].Shape.Has(scan.Single)
}

// quotedTwice returns the quotation q with the one that a word of the kind joins to it, "…"며 "…",
// and where they start.
func (r *reader) quotedTwice(q Quote, s Run) (content [2]Run, from int) {
	if p, ok := r.quoteAt(r.linkBefore(q.From, s.From) - 1); ok && p.From >= s.From {
		return [2]Run{p.Run, q.Run}, p.From
	}
	return [2]Run{q.Run}, q.From
}

// setOff reads "S, X cue", where a comma parts the source from what was said.
func (r *reader) setOff(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	comma := -1
	for i := s.From + 1; i < min(c.From, s.From+phraseReach); i++ {
		if r.commaAt(i) && r.inside[i] == 0 {
			comma = i
			break
		}
	}
	if comma < 0 && !r.toks[c.verb].Shape.Has(scan.Single) {
		return r.inStatement(said, c, s)
	}
	if comma < 0 || r.toks[c.verb].Shape.Has(scan.Single) {
		return said, [2]Run{}, false
	}
	said.Source = r.trim(Run{s.From, comma})
	for i := comma + 1; i < min(c.From, comma+phraseReach); i++ { // S, in a statement, X
		if r.commaAt(i) && r.mediumIn(comma+1, i) {
			comma = i
		}
	}
	content := r.strip(Run{r.pastManner(comma+1, c.From), c.From})
	when := r.dated(comma+1) && !r.long(content) // S, çarşamba günü açıklama yaptı
	return said, [2]Run{content}, !said.Source.Empty() && !content.Empty() && !when
}

// pastManner returns the token after the phrase at i that says how or where words were spoken:
// gazetecilere yaptığı açıklamada; or i.
func (r *reader) pastManner(i, to int) int {
	if _, width, home := r.toks[i].Arg(lang.Adverb, r.lang); home && width > 1 && i+width < to {
		return i + width
	}
	return i
}

// inStatement reads "S, in a statement, X cue" without its commas: Bakan Lale Demir yaptığı
// açıklamada köprünün açıldığını bildirdi.
func (r *reader) inStatement(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	said.Source = r.subjectFrom(Run{s.From, c.From})
	from := said.Source.To
	for i := from; i < min(c.From, from+placeReach); i++ {
		if r.toks[i].Is(lang.Medium) && r.toks[i].Shape.Has(scan.Lower) {
			from = i + r.toks[i].Width()
		}
	}
	content := r.strip(Run{from, c.From})
	ok := !said.Source.Empty() && from > said.Source.To && r.long(content)
	return said, [2]Run{content}, ok
}

// upToComma returns the source that begins the sentence s, up to its topic or its first comma
// before token i.
func (r *reader) upToComma(s Run, i int) Run {
	if x := r.upToTopic(s.From, i); !x.Empty() {
		return x
	}
	x := r.beforeComma(Run{s.From, i})
	if x.To == i {
		return Run{}
	}
	return x
}

// beforeComma returns x up to its first comma: in "S, in a statement, “...”" the source.
func (r *reader) beforeComma(x Run) Run {
	for i := x.From; i < x.To; i++ {
		if r.commaAt(i) {
			return r.strip(Run{x.From, i})
		}
	}
	return r.strip(x)
}

// linkBefore returns where the word that ends reported content before token i starts, と or 고, with
// adverbs after it; i where there is none.
func (r *reader) linkBefore(i, from int) int {
	for i > from && r.inside[i-1] == 0 && r.toks[i-1].Is(lang.Adverb) && r.toks[i-1].Width() == 1 {
		i--
	}
	for width := 4; width > 0; width-- {
		if i-width < from || r.inside[i-width] != 0 || r.inside[i-1] != 0 {
			continue
		}
		arg, w, home := r.toks[i-width].Arg(lang.That, r.lang)
		quoted := i-width > from && r.inside[i-width-1] != 0
		if home && w == width && (arg != lang.ThatQuoted || quoted) {
			return i - width
		}
	}
	if j := r.beforeDate(i, from); j < i {
		if link := r.linkBefore(j, from); link < j {
			return link // 고 16일 보도했다
		}
	}
	return i
}

// beforeDate returns where the date that ends at token i starts, i where none does.
func (r *reader) beforeDate(i, from int) int {
	for j := i - 1; j > max(from, i-toldReach); j-- {
		if r.inside[j] == 0 && r.dateEnding(j, i) {
			return j
		}
	}
	return i
}

// lastThat returns the token after the last word before i that ends reported content and a word of
// its script; 0 where there is none.
func (r *reader) lastThat(i, from int) int {
	for from = max(from, i-clauseReach); i > from && r.inside[i-1] == 0; i-- {
		if r.linkBefore(i, from) < i && (r.toks[i].Gap != scan.None || r.commaAt(i)) {
			return i
		}
	}
	return 0
}

// topicAt reports whether token i marks the topic.
func (r *reader) topicAt(i int) bool {
	return r.means(min(i, len(r.toks)-1), lang.Topic, lang.TopicMark)
}

// upToTopic returns the source that starts at from: up to the first mark of the topic.
func (r *reader) upToTopic(from, to int) Run {
	topic := r.topic(from, to)
	if topic < 0 {
		return Run{}
	}
	return r.withoutTold(r.trim(Run{from, topic}))
}

// withoutTold returns x without the one who was told at its start, in a script without blanks:
// ロシア大使 in これに対しロシア大使.
func (r *reader) withoutTold(x Run) Run {
	for i := x.From; i < x.To; i++ {
		_, width, home := r.toks[i].Arg(lang.Toward, r.lang)
		if home && width > 1 && r.toks[i].Shape.Has(scan.Single) {
			return r.strip(Run{i + width, x.To})
		}
	}
	return x
}

// pastTopic returns the token after the mark of the topic at i.
func (r *reader) pastTopic(i, to int) int {
	for i < to && !r.toks[i].Is(lang.Topic) {
		i++
	}
	return min(i+1, to)
}

// topical returns the source in x, which ends with the mark of the topic, a date after it.
func (r *reader) topical(x Run) Run {
	topic := r.topic(x.From, x.To)
	if topic < 0 || r.beforeAside(r.beforeBracket(x.To, x.From), x.From) > topic+1 {
		return Run{}
	}
	return r.trim(Run{x.From, topic})
}

// topic returns the first token between from and to that marks the topic of the sentence, or else
// the first that marks its subject; -1 where none does. In Hangul it ends a word.
func (r *reader) topic(from, to int) int {
	subject := -1
	for i := from + 1; i < min(to, from+clauseReach); i++ {
		arg, _, home := r.toks[i].Arg(lang.Topic, r.lang)
		if r.inside[i] != 0 || !home || r.toks[i-1].Is(lang.Prep) || !r.endsWord(i) {
			continue
		}
		if arg == lang.TopicMark && !r.givenName(i, to) {
			return i
		}
		if subject < 0 && (arg != lang.TopicAlso || r.officeEnds(i, from)) {
			subject = i
		}
	}
	return subject
}

// officeEnds reports whether a word for one who speaks ends at token to: 장관 in 장관도.
func (r *reader) officeEnds(to, from int) bool {
	for i := to - 1; i >= max(from, to-settingReach); i-- {
		if r.toks[i].Is(lang.Role|lang.Group|lang.Honorific) && i+r.toks[i].Width() == to {
			return true
		}
	}
	return false
}

// givenName reports whether the mark of the topic at i ends a name, whose office another such mark
// follows: 김정은 국무위원장은.
func (r *reader) givenName(i, to int) bool {
	if i < 2 || r.toks[i-1].Gap > scan.None {
		return false
	}
	if !r.means(i-2, lang.Particle, lang.FamilyName) || i > 2 && r.toks[i-2].Gap == scan.None {
		return false
	}
	for j := i + 1; j < min(to, i+settingReach) && r.inside[j] == 0 && !r.commaAt(j); j++ {
		if _, width, home := r.toks[j].Arg(lang.Role, r.lang); home && r.topicAt(j+width) {
			return true
		}
	}
	return false
}

// endsWord reports whether token i ends a word, in scripts that part them.
func (r *reader) endsWord(i int) bool {
	hangul := r.text[r.toks[i].Start] >= 0xEA
	return !hangul || i+1 < len(r.toks) && (r.toks[i+1].Gap != scan.None || r.inside[i+1] != 0 ||
		r.toks[i+1].Kind != scan.Word)
}
