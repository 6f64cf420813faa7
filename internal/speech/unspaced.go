package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// Scripts without blanks whose verb stands between source and content, Chinese:
//
//	sentence = [aside] source [aside] cue ["，"] content     市长14日在记者会上表示，...
//	         | quotation ["，"] source [aside] cue           “...”市长在接受采访时说。
//	         | cuebefore source [date] [verb] "，" content   据路透社14日报道，...
//	         | outlet citing source ["的" noun] verb content 路透社援引官员的话报道，...
//	aside    = date | adverb | preposition ... [closer] | verb ... [closer]
//
// No blank tells where the source ends: the first aside does, but for one that 的 makes a part of
// it: 出席会议的官员.

// unspacedTail is how many tokens a tail of what is cited has, 的消息.
const unspacedTail = 4

// leastBare is how many tokens follow a verb without a mark where they are what was said, and not
// the object of it: 表示欢迎.
const leastBare = 4

// unspaced reports whether the cue c stands in such a sentence.
func (r *reader) unspaced(c cue) bool {
	return r.toks[c.verb].Shape.Has(scan.Single) && c.form != lang.CueLast &&
		(c.kind == lang.Cue || c.kind == lang.CueBefore)
}

// readUnspaced reads what is around the cue c of the sentence s; the cue after it starts at next.
// The source of the cue before it is subject.
func (r *reader) readUnspaced(
	said Saying, c cue, s Run, next int, subject Run,
) (Saying, [2]Run, bool) {
	if c.kind == lang.CueBefore {
		return r.accordingUnspaced(said, c, s)
	}
	if !r.reportsUnspaced(c, s) {
		return said, [2]Run{}, false
	}
	from := r.clauseStart(c.From, s.From)
	said.Source = r.subjectIn(Run{from, c.From})
	if q, ok := r.quotedBefore(c, from, s); ok {
		rest := r.quoteAfter(c.end, s.To)
		if rest.Empty() && c.end < s.To && r.commaAt(c.end) {
			rest = r.after(c, c.end, s.To, next)
		}
		return said, [2]Run{q.Run, rest}, true
	}
	if said.Source.Empty() {
		said.Source = subject
	}
	if said.Source.Empty() {
		said.Source, from = r.subjectEarlier(from, s.From)
	}
	if c.end == s.To || r.toks[c.end].Kind == scan.Stop {
		if from == s.From {
			return said, [2]Run{}, false
		}
		return said, [2]Run{r.strip(Run{s.From, from})}, !said.Source.Empty()
	}
	x := r.after(c, c.end, s.To, next)
	set := r.ends(c.end) || !x.Empty() && r.inside[x.From] != 0 && !(c.weak && r.commaAt(x.From-1)) ||
		!c.weak && x.To-x.From >= leastBare
	return said, [2]Run{x}, !said.Source.Empty() && !x.Empty() && set
}

// reportsUnspaced reports whether the verb of the cue c is that of its clause: not of a noun or a
// time, 部长说的话, 他的回应, 询问时, nor denied, 未透露.
func (r *reader) reportsUnspaced(c cue, s Run) bool {
	return !r.isRel(c.end) && !r.isRel(c.From-1) && (c.end == s.To || !r.closes(c.end)) &&
		(c.verb == s.From || !r.toks[c.verb-1].Is(lang.Negation))
}

// recipientReach is how many letters an outlet's name has, with what is said of it: 中央社記者.
const recipientReach = 12

// pastUnspacedRecipient returns the comma or colon behind the one who was told at token i, in a
// script without blanks, where a noun for one stands before it: 告诉中央社记者，...; else i.
func (r *reader) pastUnspacedRecipient(i, to int) int {
	const told = lang.Newswire | lang.Outlet | lang.Role | lang.Job | lang.By | lang.Group
	known := i
	for j := i; j < min(to, i+phraseReach); {
		if r.commaAt(j) || r.isColon(j) {
			if known < j {
				break
			}
			return j
		}
		next := r.pastMarks(j, to)
		switch title := next > j+1; {
		case title:
			known = next
		case r.isOutlet(j):
			known = max(known, j+recipientReach)
		case r.toks[j].Is(told):
			known = max(known, j+r.toks[j].Width())
		}
		j = next
	}
	return i
}

// earlierClauses is how many clauses before that of a verb its source is looked for.
const earlierClauses = 3

// subjectEarlier returns the source in the clauses before token i, not before from, and where the
// last of them that was looked at starts.
func (r *reader) subjectEarlier(i, from int) (source Run, start int) {
	for n := 0; n < earlierClauses && source.Empty() && i > from && r.commaAt(i-1); n++ {
		to := i - 1
		i = r.clauseStart(to, from)
		source = r.subjectIn(Run{i, to})
	}
	return source, i
}

// leastSpeech is how many tokens a quotation has with its marks that is what somebody said.
const leastSpeech = 3

// quotedBefore returns the quotation before the clause at token from whose verb is c: one that ends
// its own sentence, or the rest of this one.
func (r *reader) quotedBefore(c cue, from int, s Run) (Quote, bool) {
	i := from - 1
	if i > s.From && r.commaAt(i) && r.inside[i] == 0 {
		i--
	}
	q, ok := r.quoteAt(i)
	if !ok || q.From < s.From || q.To-q.From < leastSpeech {
		return Quote{}, false
	}
	last := r.toks[q.last()].Kind
	whole := last == scan.Stop || last == scan.Comma
	return q, whole || c.end >= s.To-1 || r.commaAt(c.end) && r.quoteOpens(c.end+1)
}

// accordingUnspaced reads "据S报道，X".
func (r *reader) accordingUnspaced(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	end, verb := c.end, c.end
	for end < min(s.To, c.end+clauseReach) && !r.parts(end) && !r.isColon(end) &&
		!r.blankEnds(c.end, end) {
		i := r.pastMarks(end, s.To)
		if r.toks[end].Is(lang.Cue|lang.CueAfter) && !r.isRel(end+r.toks[end].Width()) {
			verb = end
		}
		end = i
	}
	x := Run{c.end, end}
	if verb > c.end {
		x.To = verb
	}
	if end == s.To && verb > c.end { // 据新华社报道X
		end = r.pastReport(verb, s.To)
	}
	said.Source = r.subjectIn(x)
	content := r.strip(Run{end, s.To})
	speaks := c.arg != lang.CuePlan || r.speaker(said.Source) || r.outletIn(said.Source)
	return said, [2]Run{content}, speaks && !said.Source.Empty() && !content.Empty()
}

// blankEnds reports whether the blank before token i ends the source that starts at from, where
// only the two words of a name have another: ตามรายงานของบีบีซี มี....
func (r *reader) blankEnds(from, i int) bool {
	return r.lang.SpacesNames() && i > from && r.toks[i].Gap > scan.None &&
		!r.toks[from].Is(lang.Honorific|lang.Role)
}

// heardFrom returns the source x, in a script without blanks, without the reporter who heard it and
// the preposition before it: 记者从气象局 in 记者从气象局获悉, 在他 in 在他看来.
func (r *reader) heardFrom(x Run) Run {
	i := x.From
	if r.toks[i].Is(lang.By) {
		i += r.toks[i].Width()
	}
	if i+1 < x.To && r.toks[i].Shape.Has(scan.Single) && r.toks[i].Is(lang.In) {
		return Run{i + r.toks[i].Width(), x.To}
	}
	return x
}

// outletIn reports whether an outlet is named in x.
func (r *reader) outletIn(x Run) bool {
	for i := x.From; i < x.To; i++ {
		if r.isOutlet(i) {
			return true
		}
	}
	return false
}

// clauseStart returns where the clause that ends at token i starts, not before from.
func (r *reader) clauseStart(i, from int) int {
	for stop := max(from, i-clauseReach); i > stop; i-- {
		t := &r.toks[i-1]
		if q, ok := r.quoteAt(i - 1); ok {
			if q.From <= from || r.longName(q) || r.fullStop(q.last()) {
				return i
			}
			i = q.From + 1
		} else if t.Kind == scan.Close {
			for i-1 > stop && r.toks[i-1].Kind != scan.Open {
				i--
			}
		} else if t.Kind != scan.Open && r.ends(i-1) && !r.lists(i-1) && !r.abbreviates(i-1) {
			return i
		}
	}
	return i
}

// lists reports whether token i is the comma between the parts of a list.
func (r *reader) lists(i int) bool {
	return r.commaAt(i) && r.text[r.toks[i].Start:r.toks[i].End] == "、"
}

// isRel reports whether token i, 的, makes what stands before it a part of the noun after it.
func (r *reader) isRel(i int) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].Is(lang.Rel)
}

// pastMarks returns the token after token i, or after what i opens: a quotation, title or bracket.
func (r *reader) pastMarks(i, to int) int {
	closer := scan.QuoteClose
	switch q, ok := r.quoteAt(i); {
	case ok:
		return min(q.To, to)
	case r.toks[i].Kind == scan.Open:
		closer = scan.Close
	case r.toks[i].Kind != scan.QuoteOpen || markOf(r.text, &r.toks[i]) != noMark:
		return i + 1
	}
	for j := i + 1; j < min(to, i+phraseReach); j++ {
		if r.toks[j].Kind == closer {
			return j + 1
		}
	}
	return i + 1
}

// subjectIn returns the source in the clause x, which its cue ends.
func (r *reader) subjectIn(x Run) Run {
	for i := x.From; i < x.To; i++ {
		if r.citing(i) { // S after it: V援引S的话说
			return r.withoutTail(r.subjectIn(Run{i + r.toks[i].Width(), x.To}))
		}
	}
	for i := x.From; i < x.To; {
		end := i
		for end < x.To && !r.startsAside(end, x.To) {
			end = r.pastMarks(end, x.To)
		}
		modifies := end == i || end < x.To && r.toks[end].Is(lang.Aux|lang.Negation)
		if m := r.modified(end, x.To); modifies && m > end {
			return r.strip(Run{i, m})
		}
		if end > i {
			return r.strip(Run{i, end})
		}
		i = r.pastLead(i, x.To)
	}
	return Run{}
}

// withoutTail returns x without 的 and the word for what was cited: 的话, 的消息.
func (r *reader) withoutTail(x Run) Run {
	for i := x.To - 2; i > max(x.From, x.To-unspacedTail); i-- {
		if r.isRel(i) && r.toks[i+1].Is(lang.Medium) || r.toks[i].Is(lang.CueAfter) {
			return Run{x.From, i}
		}
	}
	return x
}

// startsAside reports whether an aside starts at token i.
func (r *reader) startsAside(i, to int) bool {
	const leads = lang.Prep | lang.In | lang.Toward | lang.Aux | lang.Adverb | lang.Sub |
		lang.Negation | lang.CueBefore
	return r.toks[i].Is(leads) || r.dated(i) ||
		r.ends(i) && !r.lists(i) && !r.abbreviates(i) && r.toks[i].Kind != scan.Open
}

// modified returns the end of the noun that the aside at token i is a part of, with the last 的
// after it: 出席会议的官员, 不愿具名的官员. It is i where none does, or where it all is an aside: 在会议的间隙上.
func (r *reader) modified(i, to int) int {
	last := -1
	for j := i; j < to; j++ {
		if r.isRel(j) {
			last = j
		}
	}
	if last < 0 {
		return i
	}
	end := last + 1
	for end < to && !r.startsAside(end, to) {
		if r.closes(end) {
			return i
		}
		end = r.pastMarks(end, to)
	}
	if end == last+1 {
		return i
	}
	return end
}

// closes reports whether token i closes an aside: 上 in 在会上.
func (r *reader) closes(i int) bool {
	return r.means(i, lang.Topic, lang.TopicAside)
}

// pastLead returns the token after the aside at token i, to where it runs to the end.
func (r *reader) pastLead(i, to int) int {
	t := &r.toks[i]
	if r.dated(i) {
		return max(i+1, r.pastDate(i, to))
	}
	for _, c := range [...]lang.Class{lang.Adverb, lang.Sub, lang.Negation} {
		if _, width, home := t.Arg(c, r.lang); home {
			return i + width
		}
	}
	if t.Kind != scan.Word {
		return i + 1
	}
	for j := i + 2; j < to; j = r.pastMarks(j, to) {
		if r.closes(j) {
			_, width, _ := r.toks[j].Arg(lang.Topic, r.lang)
			return j + width
		}
	}
	return to
}
