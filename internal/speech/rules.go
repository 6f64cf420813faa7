package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// sentence adds the sayings of the sentence s.
func (r *reader) sentence(s Run) {
	first := len(r.says)
	cues := r.findCues(s)
	start := s.From // where the clauses that are not taken yet start
	subject := Run{}
	for n, c := range cues {
		next := s.To
		if n+1 < len(cues) {
			next = cues[n+1].From
		}
		if c.From < start {
			continue // 据警方称: a verb that belongs to the cue before
		}
		said, content, ok := r.read(c, Run{start, s.To}, next, subject)
		if !ok {
			continue
		}
		said.Sentence = s
		r.add(said, content[:]...)
		subject = said.Source
		r.voice = len(r.says) - 1
		start = c.end
		if c.kind == lang.CueBefore {
			start = max(start, content[0].From)
		}
	}
	if len(cues) == 0 {
		r.silent(s)
	}
	r.finish(first, s)
}

// read reads what is around the cue c of the sentence s; the cue after it starts at next.
func (r *reader) read(c cue, s Run, next int, subject Run) (Saying, [2]Run, bool) {
	said := Saying{Cue: c.Run, Verb: c.verb}
	switch c.kind {
	case lang.CueBefore:
		return r.accordingTo(said, c, s)
	case lang.CueAfter:
		return r.accordingAfter(said, c, s)
	case lang.Cueing:
		said.Source = subject
		content := r.after(c, c.end, s.To, next)
		return said, [2]Run{content}, !subject.Empty() && !content.Empty()
	}
	if c.kind == lang.Quoted {
		return r.quotedAs(said, c, s)
	}
	if said, content, ok := r.verbLast(said, c, s); ok {
		return said, [2]Run{content}, true
	}
	before := r.contentBefore(c, s)
	if !before.Empty() {
		if said.Source = r.nameBefore(c.From, before.To); said.Source.Empty() {
			said.Source = r.nameAfter(c.end, s.To)
		}
		rest := r.quoteAfter(max(c.end, said.Source.To), s.To)
		return said, [2]Run{before, rest}, !said.Source.Empty()
	}
	said.Source = r.nameBefore(c.From, s.From)
	from := c.end
	switch {
	case !said.Source.Empty():
	case c.From <= s.From+1:
		said.Source = r.nameAfter(c.end, s.To)
		from = max(from, said.Source.To)
	default:
		said.Source = subject
	}
	content := r.after(c, from, s.To, next)
	return said, [2]Run{content}, !said.Source.Empty() && !content.Empty()
}

// verbLast reads "S Q cue", as languages have it that end a sentence with its verb: 首相は「…」と述べた.
// Q is a quotation, or what follows the word that marks the topic.
func (r *reader) verbLast(said Saying, c cue, s Run) (Saying, Run, bool) {
	if c.end < s.To && !r.ends(c.end) && !r.toks[c.end].Is(lang.Aux) {
		return said, Run{}, false
	}
	topic := r.topic(s.From, c.From)
	for i := c.From - 1; i >= max(s.From, c.From-4); i-- {
		q, ok := r.quoteAt(i)
		if !ok || q.To > c.From {
			continue
		}
		said.Source = r.strip(Run{s.From, q.From})
		if topic > s.From && topic < q.From {
			said.Source.To = topic
		}
		linked := c.From == q.To ||
			!r.toks[q.To].Shape.Has(scan.Capital) && !r.toks[q.To].Is(lang.Pronoun)
		return said, q.Run, !said.Source.Empty() && linked && !r.ends(q.To)
	}
	if topic <= s.From {
		return said, Run{}, false
	}
	said.Source = r.trim(Run{s.From, topic})
	return said, r.strip(Run{topic + 1, c.From}), c.From > topic+3
}

// topic returns the first token between from and to that marks the topic of the sentence, or -1. In
// Hangul it ends a word.
func (r *reader) topic(from, to int) int {
	for i := from + 1; i < min(to, from+phraseReach); i++ {
		if r.inside[i] != 0 || !r.toks[i].Is(lang.Topic) {
			continue
		}
		hangul := r.text[r.toks[i].Start] >= 0xEA
		if !hangul || i+1 < len(r.toks) && (r.toks[i+1].Gap != scan.None || r.inside[i+1] != 0) {
			return i
		}
	}
	return -1
}

// ruled returns the content that the rules give the cue at x in the sentence s.
func (r *reader) ruled(x Run, s Run) Run {
	c := cue{Run: x, verb: x.From, end: x.To, kind: lang.Cue}
	for i := x.From; i < x.To; i++ {
		if k, ok := r.cueAt(i, x); ok {
			c.verb, c.kind, c.arg = i, k.kind, k.arg
			break
		}
	}
	_, content, _ := r.read(c, s, s.To, x)
	return content[0]
}

// accordingTo reads "X, according to S" and "According to S, X".
func (r *reader) accordingTo(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	said.Source = r.nameAfter(c.end, s.To)
	if said.Source.Empty() {
		return said, [2]Run{}, false
	}
	before := r.strip(Run{s.From, c.From})
	if r.long(before) || !before.Empty() && r.commaAt(c.From-1) {
		return said, [2]Run{before}, true
	}
	after := r.strip(Run{r.pastReport(said.Source.To, s.To), s.To})
	if after.Empty() {
		said.Source.To = r.headEnd(said.Source)
		after = r.strip(Run{said.Source.To, s.To})
	}
	return said, [2]Run{after}, !after.Empty()
}

// pastReport returns the token after the verb that may follow a source at i: 据新华社报道.
func (r *reader) pastReport(i, to int) int {
	for i < to && r.toks[i].Is(lang.Cue|lang.CueAfter) {
		i += r.toks[i].Width()
	}
	return i
}

// headEnd returns where the first noun of x ends, with its article and the names after it: a source
// that no comma parts from what was said.
func (r *reader) headEnd(x Run) int {
	i := x.From
	for i+1 < x.To && r.toks[i].Is(lang.Article|lang.Prep) {
		i++
	}
	for i++; i < x.To && r.toks[i].Shape.Has(scan.Capital); i++ {
	}
	return i
}

// linkReach is how far from "quoted" its "as saying" may stand.
const linkReach = 24

// quotedAs reads "V quoted S as saying X", "S was quoted [by V] as saying X" and "X, S was quoted
// as saying by V".
func (r *reader) quotedAs(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	from, to := c.end, c.end // the link, "as saying"
	if c.end == c.verb+1 {
		from, to = r.link(c.end, s.To)
	}
	passive := c.verb > s.From && r.toks[c.verb-1].Is(lang.Aux)
	if !passive && to > from {
		said.Source = r.trim(Run{c.end, from})
		content := r.strip(Run{to, s.To})
		return said, [2]Run{content}, !said.Source.Empty() && !content.Empty()
	}
	before := r.contentBefore(c, s)
	said.Source = r.nameBefore(c.From, max(s.From, before.To))
	if !before.Empty() {
		return said, [2]Run{before}, !said.Source.Empty()
	}
	content := r.strip(Run{to, s.To})
	return said, [2]Run{content}, !said.Source.Empty() && !content.Empty()
}

// link returns the phrase "as saying" after i, or an empty run at i.
func (r *reader) link(i, to int) (int, int) {
	for j := i; j < min(to, i+linkReach); j++ {
		if r.inside[j] != 0 {
			break
		}
		if end := r.linked(j, to); end > j {
			return j, end
		}
	}
	return i, i
}

// accordingAfter reads "S zufolge X".
func (r *reader) accordingAfter(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	said.Source = r.nameBefore(c.From, s.From)
	after, before := r.strip(Run{c.end, s.To}), r.strip(Run{s.From, said.Source.From})
	if after.Empty() || r.long(before) {
		return said, [2]Run{before}, !before.Empty() && !said.Source.Empty()
	}
	return said, [2]Run{after}, !said.Source.Empty()
}

// long reports whether x can be a clause.
func (r *reader) long(x Run) bool { return x.To-x.From > 2 }

// contentBefore returns what was said, where it stands before the cue: a quotation, or a clause
// that a comma parts from the source. It is empty where the content follows.
func (r *reader) contentBefore(c cue, s Run) Run {
	for i := c.From - 1; i >= s.From && i > c.From-phraseReach; i-- {
		if q, ok := r.quoteAt(i); ok {
			if i == c.From-1 || q.To-q.From > 4 || r.commaAt(q.To-2) || r.commaAt(q.To) {
				if !r.follows(c, s) {
					return r.quoteClause(q, s)
				}
				return Run{}
			}
			i = q.From
		}
	}
	comma := r.lastComma(c.From, s.From)
	if comma < 0 || r.follows(c, s) {
		return Run{}
	}
	return r.strip(Run{s.From, comma})
}

// quoteClause widens the quotation q to the clause that it ends: he was “a liar,” she said.
func (r *reader) quoteClause(q Quote, s Run) Run {
	return r.strip(Run{s.From, max(q.To, s.From)})
}

// isColon reports whether token i is a colon that opens something, not the one in "STT:lle".
func (r *reader) isColon(i int) bool {
	return r.toks[i].Kind == scan.Colon && (i+1 == len(r.toks) || r.toks[i+1].Gap > scan.None ||
		r.toks[i].Shape.Has(scan.NonASCII) || r.inside[i+1] != 0)
}

func (r *reader) commaAt(i int) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].Kind == scan.Comma
}

// lastComma returns the comma before the clause that ends at token to, or -1.
func (r *reader) lastComma(to, from int) int {
	for i := to - 1; i > from && i > to-phraseReach; i-- {
		if r.toks[i].Kind == scan.Comma && i < to-1 || r.toks[i].Kind == scan.Comma && i == to-1 {
			return i
		}
	}
	return -1
}

// follows reports whether what was said comes after the cue c: a quotation, "that", a colon, or a
// clause.
func (r *reader) follows(c cue, s Run) bool {
	i := c.end
	for ; i < s.To && i < c.end+tagReach; i++ {
		t := &r.toks[i]
		if t.Is(lang.That) || r.isColon(i) || r.inside[i] != 0 && i == c.end {
			return true
		}
		if t.Kind == scan.Comma {
			return i+1 < s.To && r.inside[i+1] != 0 && !r.closedBefore(c, s)
		}
		if t.Kind == scan.Stop {
			return false
		}
		if t.Is(lang.Aux) || i == c.end && t.Is(lang.Article|lang.Pronoun) && r.subjectBefore(c, s) {
			return r.subjectBefore(c, s)
		}
	}
	return i < s.To && r.subjectBefore(c, s)
}

// closedBefore reports whether a quotation ends in the clause right before c.
func (r *reader) closedBefore(c cue, s Run) bool {
	for i := c.From - 1; i >= s.From && i > c.From-phraseReach; i-- {
		if r.inside[i] != 0 {
			return true
		}
	}
	return false
}

// subjectBefore reports whether the word before c is a noun or pronoun.
func (r *reader) subjectBefore(c cue, s Run) bool {
	return c.From > s.From && r.toks[c.From-1].Kind == scan.Word && r.inside[c.From-1] == 0
}

// after returns the content that follows a cue: past the one who was told and a date, past "that",
// to the end of the sentence or to the next cue's clause.
func (r *reader) after(c cue, i, to, next int) Run {
	i = r.content(c, i, to)
	x := Run{i, to}
	if next < to && next > i {
		if cut := r.cutAt(i, next); cut > i {
			x.To = cut
		}
	}
	return r.strip(x)
}

// content returns where the content after a cue starts.
func (r *reader) content(c cue, i, to int) int {
	if c.arg == lang.CueTell && i < to && r.inside[i] == 0 && !r.toks[i].Is(lang.That) {
		i = r.pastRecipient(i, to)
	}
	for j := i; j < to && j < i+14; j++ {
		if r.inside[j] != 0 && (j == i || r.commaAt(j-1) || r.isColon(j-1)) {
			return j
		}
		led := j == i || r.toks[i].Is(lang.Prep|lang.On|lang.In) || r.dated(i)
		if led && r.toks[j].Is(lang.That) {
			return j
		}
		if r.isColon(j) {
			return j + 1
		}
	}
	for i < to && r.dated(i) {
		i = r.pastDate(i, to)
	}
	return i
}

func (r *reader) pastDate(i, to int) int {
	const parts = lang.On | lang.Weekday | lang.Day | lang.Month | lang.Part
	for i < to && (r.toks[i].Is(parts) || r.toks[i].Kind == scan.Number) {
		i++
	}
	return i
}

// pastRecipient returns the token after the one who was told: reporters, TASS, the crowd.
func (r *reader) pastRecipient(i, to int) int {
	from := i
	if r.toks[i].Is(lang.Pronoun) {
		return i + 1
	}
	for i < to && r.toks[i].Is(lang.Article) {
		i++
	}
	head := i
	for i < to && r.toks[i].Kind == scan.Word && r.toks[i].Shape.Has(scan.Capital) {
		i++
	}
	if i == head && i < to && !r.ends(i) {
		i++
	}
	for i < to && r.toks[i].Is(lang.Newswire) {
		i += r.toks[i].Width()
	}
	return max(i, from)
}

// cutAt returns where the content from i on ends before the cue at next: at the last comma or
// conjunction.
func (r *reader) cutAt(i, next int) int {
	for j := next - 1; j > i && j > next-phraseReach; j-- {
		if r.inside[j] != 0 {
			return -1
		}
		if r.toks[j].Kind == scan.Comma || r.toks[j].Is(lang.And|lang.Sub) {
			return j
		}
	}
	return -1
}

// quoteAfter returns the quotation that takes up what was said before the cue: “..., ” she said,
// “...”.
func (r *reader) quoteAfter(i, to int) Run {
	for j := i; j < to && j < i+tagReach; j++ {
		if q, ok := r.quoteAt(j); ok {
			if j > i && r.ends(j-1) {
				return q.Run
			}
			return Run{}
		}
	}
	return Run{}
}

// loose reports whether token i, outside quotations, is a mark other than the bracket, or "and".
func (r *reader) loose(i int, bracket scan.Kind) bool {
	return r.inside[i] == 0 && (r.toks[i].Is(lang.And) || r.ends(i) && r.toks[i].Kind != bracket)
}

// strip takes commas, stops and conjunctions off the ends of x, but nothing off a quotation.
func (r *reader) strip(x Run) Run {
	for !x.Empty() && r.loose(x.To-1, scan.Close) {
		x.To--
	}
	for !x.Empty() && r.loose(x.From, scan.Open) {
		x.From++
	}
	return x
}
