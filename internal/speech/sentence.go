package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// wrapped reports whether lines are broken in the middle of sentences, so that only empty lines
// part paragraphs.
func wrapped(toks []lang.Token) bool {
	breaks, inside := 0, 0
	for i := 1; i < len(toks); i++ {
		if toks[i].Gap != scan.Line {
			continue
		}
		breaks++
		if toks[i].Shape.Has(scan.Lower) && toks[i-1].Kind != scan.Stop {
			inside++
		}
	}
	return inside*4 > breaks
}

// paragraphs cuts block into paragraphs, pairs their quotation marks and cuts them into sentences.
func (r *reader) paragraphs(block Run, least scan.Gap) {
	from := block.From
	for i := block.From + 1; i <= block.To; i++ {
		if i < block.To && r.toks[i].Gap < least {
			continue
		}
		r.label(from)
		quotes := len(r.quotes)
		r.pair(Run{from, i})
		r.cut(Run{r.pastTime(r.pastBullet(from, i), i), i}, quotes)
		from = i
	}
}

// pastBullet returns the token after the bullet that the paragraph at i begins with, or i.
func (r *reader) pastBullet(i, to int) int {
	if i+1 < to && r.toks[i].Kind == scan.Bullet {
		return i + 1
	}
	return i
}

// timeReach is how many tokens the time before an entry of a live blog has at most.
const timeReach = 8

// pastTime returns the token after the time of day, and the mark behind it, that the paragraph at i
// begins with in a live blog: "13.05 Uhr: ", "+++ 9:40 +++ "; i where none stands there.
func (r *reader) pastTime(i, to int) int {
	numbers, clock := 0, false
	for j := i; j < min(to-1, i+timeReach); j++ {
		t, next := &r.toks[j], &r.toks[j+1]
		switch {
		case t.Kind == scan.Number:
			numbers++
		case t.Kind == scan.Word && t.Is(lang.Clock):
			clock = true
		case t.Kind == scan.Word && (t.End-t.Start > 2 || numbers == 0):
			return i
		case numbers > 0 && next.Gap > scan.None && next.Kind != scan.Number &&
			(t.Kind == scan.Colon || t.Kind == scan.Dash || t.Kind == scan.Bar):
			if numbers == 2 || clock {
				return j + 1
			}
			return i
		}
	}
	return i
}

// cut cuts the paragraph p into sentences; its quotations are those from quote on. No sentence ends
// inside a quotation.
func (r *reader) cut(p Run, quote int) {
	from := p.From
	for i := p.From; i < p.To; i++ {
		end := false
		if quote < len(r.quotes) && r.quotes[quote].From == i {
			q := r.quotes[quote]
			quote++
			i = q.To - 1
			end = r.endsQuoted(q, p.To)
		} else if r.toks[i].Kind == scan.Stop {
			end = r.endsAt(i, p.To)
		} else {
			continue
		}
		if !end {
			continue
		}
		for i+1 < p.To && r.toks[i+1].Kind == scan.Close {
			i++
		}
		r.sents = append(r.sents, Run{from, i + 1})
		from = i + 1
	}
	if from < p.To {
		r.sents = append(r.sents, Run{from, p.To})
	}
}

// endsAt reports whether the stop at i, outside quotations, ends a sentence.
func (r *reader) endsAt(i, to int) bool { return EndsSentence(r.text, r.toks, r.lang, i, i+1, to) }

// EndsSentence reports whether the stop at token i, outside quotations, ends a sentence of a
// paragraph that ends at token to: not that of an abbreviation, an initial or a number. Next is the
// token behind the stop, or behind the closing marks that follow it.
func EndsSentence(text string, toks []lang.Token, l lang.Lang, i, next, to int) bool {
	if next >= to {
		return true
	}
	after := &toks[next]
	if l.SpacesNames() && text[toks[i].Start] == '.' {
		return false // only abbreviations have one: พ.ต.ท.
	}
	if toks[i].Shape.Has(scan.NonASCII) && text[toks[i].Start] != 0xE2 { // 。 but not …
		return true
	}
	if after.Gap == scan.None && after.Kind != scan.Close || after.Shape.Has(scan.Lower) {
		return false
	}
	if after.Kind == scan.Comma || after.Kind == scan.Stop {
		return false
	}
	if i == 0 || text[toks[i].Start] != '.' {
		return true
	}
	prev := &toks[i-1]
	short := prev.Is(lang.Abbrev) && !surname(toks, l, i-1, next) && !measure(toks, i) ||
		ordinal(toks, i) ||
		prev.OneLetter(text) && prev.Shape.Has(scan.Capital|scan.Caps) && !platform(toks, i-1)
	if after.Kind == scan.Dash && next+1 < to && prev.Shape.Has(scan.Lower) {
		return !short || toks[next+1].Shape.Has(scan.Capital) // 2 mln zł. – Mało – mówi Lis.
	}
	return !short || after.Is(lang.Func|lang.Article|lang.Pronoun) && after.Kind == scan.Word
}

// surname reports whether token i, which is a month for short too, is somebody's name: Robert Lis.
func surname(toks []lang.Token, l lang.Lang, i, next int) bool {
	_, _, month := toks[i].Arg(lang.Month, l)
	return month && toks[next].Kind != scan.Number && i > 0 &&
		toks[i-1].Kind == scan.Word && toks[i-1].Shape.Has(scan.Capital) &&
		!toks[i-1].Is(lang.Weekday|lang.Part|lang.On|lang.In)
}

// measure reports whether the stop at token i ends a sentence with a number and its unit: 40 см.
// «Вода прибывает»; 300 mln zł. Prezes. Not the year in "В 2024 г. Газпром".
func measure(toks []lang.Token, i int) bool {
	unit, next := &toks[i-1], &toks[i+1]
	if i < 2 || !unit.Shape.Has(scan.Lower) || unit.Is(lang.Month) {
		return false
	}
	n := &toks[i-2]
	if n.Kind != scan.Number && !(n.Is(lang.Abbrev) && n.Shape.Has(scan.Lower)) ||
		n.Kind == scan.Number && n.End-n.Start == 4 {
		return false
	}
	return next.Shape.Has(scan.Capital) || next.Kind == scan.Quote || next.Kind == scan.QuoteOpen
}

// platform reports whether the letter at token i names a network: "auf X", "у соцмережі X".
func platform(toks []lang.Token, i int) bool {
	return i > 0 && toks[i].Is(lang.Outlet) && toks[i-1].Is(lang.Medium|lang.Toward|lang.On) &&
		toks[i-1].Shape.Has(scan.Lower)
}

// ordinal reports whether the stop at token i makes an ordinal of the number before it: "20. März",
// "der 2. Weltkrieg".
func ordinal(toks []lang.Token, i int) bool {
	n := &toks[i-1]
	if n.Kind != scan.Number || n.End-n.Start > 2 || i+1 >= len(toks) {
		return false
	}
	return toks[i+1].Is(lang.Month) || i > 1 && toks[i-2].Is(lang.Article)
}

// tagReach is how many tokens after a quotation its cue is looked for, where the quotation ends
// in a question or exclamation mark: “Really?” the mayor of Turin asked.
const tagReach = 9

// endsQuoted reports whether a sentence ends with the quotation q.
func (r *reader) endsQuoted(q Quote, to int) bool {
	if q.To >= to {
		return true
	}
	next := &r.toks[q.To]
	last := q.last()
	stop := last > q.From && r.toks[last].Kind == scan.Stop
	if !stop || next.Shape.Has(scan.Lower) ||
		next.Kind > scan.Number && markOf(r.text, next) == noMark {
		return false
	}
	if r.text[r.toks[last].Start] == '.' && r.toks[last].End-r.toks[last].Start == 1 {
		return true
	}
	if r.introduced(q) && next.Shape&(scan.Capital|scan.Caps) == 0 {
		return true // कहा, “सड़क बनेगी।” उन्होंने बताया ...
	}
	if r.namesAndVerb(q.To, to) {
		return false
	}
	reach := tagReach
	if next.Shape.Has(scan.Single) {
		reach = phraseReach // letters, not words
	}
	for i := q.To; i < min(to, q.To+reach); i++ {
		t := &r.toks[i]
		if t.Is(lang.Cue) {
			return i+1 < to && markOf(r.text, &r.toks[i+1]) != noMark
		}
		if t.Kind != scan.Word && t.Kind != scan.Hyphen {
			return true
		}
	}
	return true
}

// namesAndVerb reports whether a name or an office and one other word are all that stands from
// token i on up to a mark: “Why us?” Captain Lund snaps.
func (r *reader) namesAndVerb(i, to int) bool {
	const who = lang.Role | lang.Group | lang.Honorific | lang.Article
	from := i
	for i < min(to, from+tagReach) && (r.toks[i].Shape.Has(scan.Capital) || r.toks[i].Is(who) ||
		r.abbreviates(i)) {
		i++
	}
	if i == from || i+1 >= to || !r.ends(i+1) {
		return false
	}
	return r.toks[i].Kind == scan.Word && !r.toks[i].Is(noVerb&^cueClasses)
}

// introduced reports whether a verb of speech, and no more than a comma, a colon or "that", stands
// right before the quotation q.
func (r *reader) introduced(q Quote) bool {
	i := q.From
	for i > 0 && (r.commaAt(i-1) || r.toks[i-1].Kind == scan.Colon || r.opener(i-1) > 0) {
		i--
	}
	for j := i - 1; j >= max(0, i-toldReach); j-- {
		if _, width, home := r.toks[j].Arg(lang.Cue, r.lang); home && j+width == i {
			return true
		}
	}
	return false
}
