package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// What a sentence says of how words came is easily taken for a part of them, or of who spoke:
//
//	setting = contact outlet ","                  Asked by CNN whether it leaked, Lund said ...
//	aside   = source "," contact outlet "," cue   Lund, appearing on CNN, said ...
//	told    = cue outlet [aside] "that"           told Haaretz, a daily, that ...

// joinOutlets gives the source of x, an outlet, the others of a list that have been taken for the
// start of the content: "Nach Informationen von NDR, [WDR und taz] ..."
func (s *story) joinOutlets(x *speech.Saying) {
	if len(x.Content) == 0 || x.Source.Empty() || !s.toks[x.Verb].Is(lang.CueBefore) {
		return
	}
	c, to, ends := &x.Content[0], x.Source.To, false
	for _, m := range s.mentionsIn(*c) {
		if m.from < to || !s.areJoined(to, m.from) {
			break
		}
		ends = s.anyOf(speech.Run{From: to, To: m.from}, lang.And)
		if to = m.to; to < c.To && s.mayCloseQuote(to) {
			to++
		}
	}
	if ends && s.pureOutlet(x.Source) {
		x.Source.To, c.From = to, s.pastLink(to, c.To)
	}
}

// dropSetting takes off the contents of x the words before its source that say how it came to be
// said: "Writing in The Atlantic,", "Asked by CNN whether it leaked,".
func (s *story) dropSetting(x *speech.Saying) {
	if len(x.Content) == 0 {
		return
	}
	c := x.Content[0]
	if c.From == x.Sentence.From && c.To <= x.Source.From &&
		s.press(c.From) == lang.PressContact && len(s.mentionsIn(c)) > 0 {
		x.Content = x.Content[1:]
	}
}

// putIt gives x, "as Lund put it", what "it" stands for: the rest of the sentence.
func (s *story) putIt(x *speech.Saying) {
	as, it := x.Source.From-1, x.Cue.To
	if it-1 > x.Cue.From && s.arg(it-1, lang.Pronoun) == lang.PronounIt {
		it--
	} else if len(x.Content) == 0 || x.Content[0].From != it {
		return
	}
	if as < x.Sentence.From || !s.toks[as].Is(lang.Sub) || s.arg(it, lang.Pronoun) != lang.PronounIt {
		return
	}
	x.Cue.To = it
	told := it+1 < x.Sentence.To && s.toks[it+1].Is(lang.Toward)
	mark := it + 1
	for told && mark < x.Sentence.To && s.toks[mark].Kind != scan.Comma &&
		s.toks[mark].Kind != scan.Colon {
		mark++
	}
	if mark < x.Sentence.To && s.toks[mark].Kind == scan.Word {
		return // as Lund put it on
	}
	rest := [...]speech.Run{{From: x.Sentence.From, To: as}, {From: mark + 1, To: x.Sentence.To}}
	x.Content = nil
	for _, c := range rest {
		for c.To > c.From && s.toks[c.To-1].Kind >= scan.Stop && s.toks[c.To-1].Kind <= scan.Comma {
			c.To--
		}
		if !c.Empty() {
			x.Content = append(x.Content, c)
		}
	}
}

// giveBack gives x what was said before a comma and the source, where only when or in what it was
// said has been taken for it, alone or as the rest of it: "It leaks, Lund told Bild [in an
// interview to be published on Sunday]".
func (s *story) giveBack(x *speech.Saying) {
	if len(x.Content) == 2 && x.Content[0].To <= x.Cue.From && x.Content[1].From >= x.Cue.To &&
		s.isAdjunct(x.Content[1]) {
		x.Content = x.Content[:1]
		return
	}
	comma := x.Source.From - 1
	if len(x.Content) != 1 || x.Source.Empty() || x.Content[0].From < x.Cue.To ||
		x.Source.To > x.Cue.From || comma <= x.Sentence.From+1 || s.toks[comma].Kind != scan.Comma ||
		!s.isAdjunct(x.Content[0]) {
		return
	}
	const fronted = lang.In | lang.On | lang.Sub | lang.Prep | lang.Toward | lang.Adverb
	if s.toks[x.Sentence.From].Is(fronted) || s.press(x.Sentence.From) == lang.PressContact {
		return // On Friday, Lund said in a statement
	}
	x.Content[0] = speech.Run{From: x.Sentence.From, To: comma}
}

// isAdjunct reports whether c only says to whom, when or in what something was said: "on Sunday",
// "in comments published by Vox".
func (s *story) isAdjunct(c speech.Run) bool {
	const clause = lang.That | lang.Rel | lang.Sub | lang.Pronoun | lang.Negation
	if told := s.mentionsIn(c); len(told) > 0 && told[0].from == c.From {
		c.From = told[0].to
	}
	if c.Empty() || c.To-c.From > phraseReach || s.anyOf(c, clause) ||
		!s.toks[c.From].Is(lang.In|lang.On|lang.Weekday) {
		return false
	}
	if s.pastDate(c.From, c.To) == c.To {
		return true
	}
	medium := c.From + 1
	for medium < min(c.To, c.From+leadSlack) && !s.mediumAt(medium) {
		medium++
	}
	return s.toks[c.From].Is(lang.In) && s.mediumBetween(c.From+1, min(c.To, medium+1)) &&
		!s.saysBetween(medium+1, c.To)
}

// dropTold takes off what somebody told an outlet all before its "that", where it begins with what
// is said of the outlet: "told Haaretz, Israel's left-leaning daily, that", "told Spain's El País
// in comments published on Sunday that".
func (s *story) dropTold(x *speech.Saying) {
	if len(x.Content) == 0 || x.Content[0].From < x.Cue.To || s.cueOf(x.Verb) != lang.CueTell {
		return
	}
	c := &x.Content[0]
	told := s.mentionsIn(speech.Run{From: x.Cue.To, To: min(c.From+epithetReach, c.To)})
	if len(told) == 0 || told[0].to+1 < c.From || s.mayOpenQuote(c.From) {
		return
	}
	const clause = lang.Aux | lang.Pronoun | lang.Sub
	from := max(c.From, told[0].to)
	for i := from; i < min(c.To, told[0].to+phraseReach); i++ {
		switch t := &s.toks[i]; {
		case t.Is(lang.That) && i <= from+1:
			return // nothing but a comma is before it
		case t.Is(lang.That):
			c.From = i
			return
		case t.Is(clause) && !t.Is(lang.Rel), t.Is(lang.Cue) && s.cueOf(i) != lang.CueCarry:
			return
		}
	}
}

// setOffSource gives x the source that has been taken for what was said with what is set off behind
// it: "Lund, appearing on CNN's “State of the Union,” said it leaked".
func (s *story) setOffSource(x *speech.Saying) {
	if !x.Source.Empty() || len(x.Content) != 2 || x.Content[0].From != x.Sentence.From ||
		x.Content[0].To > x.Cue.From || x.Content[1].From < x.Cue.To {
		return
	}
	c := x.Content[0]
	comma := s.nextComma(c.From, c.To)
	for s.toks[min(comma+1, c.To-1)].Shape.Has(scan.Capital) && comma < c.To {
		comma = s.nextComma(comma+1, c.To) // Lund, R-Fla.,
	}
	const aside = lang.In | lang.On | lang.Cueing
	if comma+1 >= c.To || s.mayOpenQuote(c.From) ||
		s.press(comma+1) != lang.PressContact && !s.toks[comma+1].Is(aside) {
		return
	}
	x.Source = speech.Run{From: c.From, To: comma}
	x.Content = x.Content[1:]
}

// wasToldIt reads "X, an aide confirmed to The Associated Press", where the one who was told has
// been taken for the source and the source for the end of the content.
func (s *story) wasToldIt(x *speech.Saying) Source {
	if to := x.Source; !to.Empty() && s.toks[to.From].Is(lang.Toward) && s.toks[x.Verb].Is(lang.Cue) &&
		s.toks[to.From].Shape.Has(scan.Lower) && s.pureOutlet(to) {
		x.Source = speech.Run{}
		return s.mentionsIn(to)[0].Source // "...", disse à Folha
	}
	i := x.Source.From - 1
	if i < x.Sentence.From || !s.toks[i].Is(lang.Toward) {
		return Source{}
	}
	ms := s.mentionsIn(x.Source)
	if len(ms) > 0 && ms[0].from <= i+2 && s.conveys(i, x.Sentence.From) && x.Source.To <= x.Cue.From {
		from := x.Sentence.From
		x.Source = speech.Run{From: from, To: s.nextComma(from, min(i, from+leadReach))}
		return ms[0].Source // Hamas, in a statement faxed to Reuters, claimed
	}
	if len(ms) > 0 && ms[0].from <= i+2 &&
		ms[0].to+1 < x.Source.To && s.toks[ms[0].to].Is(lang.By) {
		x.Source.From = ms[0].to + 1 // confirmed to the BBC by her agent
		return ms[0].Source
	}
	if x.Cue.Has(i) || !s.pureOutlet(x.Source) {
		return Source{}
	}
	told := s.mentionsIn(x.Source)[0].Source
	x.Source = speech.Run{}
	if n := len(x.Content) - 1; n > 0 && x.Content[n].To == x.Cue.From {
		x.Source, x.Content = x.Content[n], x.Content[:n]
	}
	return told
}

// quoter returns the outlet that quotes somebody behind the words and has been taken for a part of
// the source: „...“, zitierte die Agentur Interfax einen Sprecher; «...», цитирует Лунда ТАСС.
func (s *story) quoter(x *speech.Saying) Source {
	if !s.isQuoted(x) || x.Source.From < x.Cue.To {
		return Source{}
	}
	for _, m := range s.mentionsIn(x.Source) {
		from, to := s.phraseStart(m.from, x.Source.From), m.to
		for to < x.Source.To && s.isQuote(to) {
			to++
		}
		if to+1 < x.Source.To && s.toks[to].Gap+s.toks[to+1].Gap == scan.None {
			to += 2 // die „Bild“-Zeitung
		}
		for from > x.Source.From && s.isQuote(from-1) {
			from--
		}
		switch {
		case from == x.Source.From && to < x.Source.To:
			x.Source.From = to
			return m.Source
		case to == x.Source.To && m.from-1 > x.Source.From:
			x.Source.To = max(x.Source.From+1, min(from, m.from))
			return m.Source
		}
	}
	return Source{}
}

// fronted returns the outlet in words before the source proper that say where it was spoken, and
// takes these off: В интервью «Комсомольской правде» Лунд заявил.
func (s *story) fronted(x *speech.Saying) Source {
	from := x.Source.From
	if x.Source.Empty() || x.Source.To > x.Cue.From ||
		!s.toks[from].Is(lang.In|lang.Toward) && !s.mediumAt(from-1) {
		return Source{}
	}
	for _, m := range s.mentionsIn(x.Source) {
		to := m.to
		for to < x.Source.To && (s.isQuote(to) || s.toks[to].Kind == scan.Comma) {
			to++
		}
		if to < x.Source.To && s.mediumBetween(max(0, from-1), m.from) {
			x.Source.From = to
			return m.Source
		}
	}
	return Source{}
}

// mendSource gives the source of x what belongs to it and stands behind it or before: the outlet in
// "the party's main newspaper, the People's Daily" and "Germany's dpa cited", the clause in
// "According to two aides who spoke to CNN, it leaked", and who "that" stands for in "Vox ran a
// piece that said it leaked".
func (s *story) mendSource(x *speech.Saying) {
	if x.Source.Empty() || x.Source.To >= x.Sentence.To {
		return
	}
	if ms := s.mentionsIn(x.Cue); len(ms) > 0 && ms[0].from == x.Source.To && ms[0].to < x.Cue.To {
		x.Source.To, x.Cue.From = ms[0].to, ms[0].to // Germany's dpa cited
	}
	if next := x.Source.To; s.toks[next].Kind == scan.Comma && s.isPress(x.Source) {
		ms := s.mentionsIn(speech.Run{From: next + 1, To: min(next+4, x.Sentence.To)})
		if len(ms) > 0 && s.phraseStart(ms[0].from, next+1) == next+1 && !inContent(x.Content, next+1) {
			x.Source.To = ms[0].to
		}
		return
	}
	if len(x.Content) == 0 {
		return
	}
	c := &x.Content[0]
	piece := speech.Run{From: x.Sentence.From, To: x.Source.From}
	switch {
	case x.Source.To == piece.To+1 && s.toks[piece.To].Is(lang.That) && s.isPiece(piece):
		x.Source = piece
	case c.From == x.Source.To && s.toks[c.From].Is(lang.Rel) && s.toks[x.Verb].Is(lang.CueBefore):
		if comma := s.nextComma(c.From, c.To); comma < c.To {
			x.Source.To, c.From = comma, comma+1
		}
	case c.To == x.Source.From && x.Source.To == c.To+1 && s.toks[c.To].Is(lang.That):
		if s.isPressWord(c.To-1) || s.isPaper(c.To-1) {
			x.Source = *c
			x.Content = x.Content[1:]
		}
	}
}

// isPiece reports whether x tells of an outlet that has printed something, whose words what follows
// are: "Vox ran a piece".
func (s *story) isPiece(x speech.Run) bool {
	ms := s.mentionsIn(x)
	return len(ms) > 0 && s.phraseStart(ms[0].from, x.From) == x.From &&
		(s.isPressWord(x.To-1) || s.isPaper(x.To-1))
}
