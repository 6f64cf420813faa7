package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// againReach is how many tokens after its name an outlet is meant by "the newspaper".
const againReach = 100

// again returns the outlet named shortly before, which a word at token i stands for: "the
// newspaper", "издание", 同紙. It returns false where the word may be about another. Some outlet has
// been named.
func (r *mentionReader) again(i int) (sourceAt, bool) {
	kind, bare := r.press(i)-lang.PressAgain, false
	if kind > lang.PressBare {
		kind, bare = kind-lang.PressBare, true
	}
	if kind <= 0 {
		return sourceAt{}, false
	}
	to := i + r.widthAs(i, lang.Press)
	if r.sources[len(r.sources)-1].to == i || !bare && !r.isDefinite(i) || !r.standsAlone(i, to) {
		return sourceAt{}, false
	}
	for n := len(r.sources) - 1; n >= 0 && i-r.sources[n].to <= againReach; n-- {
		if src := r.sources[n].Source; isMeant(kind, src.Kind) &&
			(kind != lang.AgainCalled || r.isCalled(&r.sources[n], i)) {
			src.Span = r.span(i, to)
			return sourceAt{
				Source: src, from: i, to: to, again: true, told: r.isToldNoun(i),
			}, true
		}
	}
	return sourceAt{}, false
}

// readShort reads the article at token i and the last word of a paper's name that has been given in
// full, "The Sentinel" for the Orlando Sentinel, and returns the token after it; i where none is.
func (r *mentionReader) readShort(i int) int {
	last := i + 1
	if len(r.sources) == 0 || last >= len(r.toks) || !r.toks[last].Shape.Has(scan.Capital) ||
		r.nextInName(last+1) != nil || r.toks[last].Is(lang.Outlet) && r.findMention(last).to > last {
		return i
	}
	for n := len(r.sources) - 1; n >= max(0, len(r.sources)-relayReach); n-- {
		m := &r.sources[n]
		full := m.Kind == Newspaper && m.to-m.from > 1 && !m.again
		if !full || r.toks[m.to-1].Hash != r.toks[last].Hash {
			continue
		}
		src := m.Source
		src.Span = r.span(i, last+1)
		r.sources = add(r.sources, sourceAt{Source: src, from: i, to: last + 1, again: true})
		return last + 1
	}
	return i
}

// isMeant reports whether an outlet of kind k can be meant by a word with an argument of Press for
// outlets.
func isMeant(word int, k SourceKind) bool {
	switch word {
	case lang.AgainPaper:
		return k == Newspaper
	case lang.AgainMagazine:
		return k == Magazine
	case lang.AgainStation:
		return k == Broadcaster
	case lang.AgainAgency, lang.AgainCalled:
		return k == Wire
	case lang.AgainSite:
		return k == Online
	}
	return k == Newspaper || k == Magazine || k == Broadcaster || k == Online
}

// isCalled reports whether a word for what m is stands beside it, "the PAP news agency", and from
// there to the word at token i no body has that in its name: "the Environment Agency".
func (r *mentionReader) isCalled(m *sourceAt, i int) bool {
	for k := m.to; k < i; k++ {
		if r.toks[k].Hash == r.toks[i].Hash && r.toks[k].Shape.Has(scan.Capital) {
			return false
		}
	}
	return m.to < len(r.toks) && r.toks[m.to].Is(lang.Newswire) || r.endsAt(m.from, lang.Newswire)
}

// isDefinite reports whether an article that is no numeral, and no more than two adjectives, stand
// before the noun at token i: "the newspaper", not "a newspaper".
func (r *mentionReader) isDefinite(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3 && r.toks[j+1].Gap <= scan.Space; j-- {
		t := &r.toks[j]
		if t.Is(lang.Article) {
			return r.arg(j, lang.Numeral) == 0
		}
		if t.Kind != scan.Word || !t.Shape.Has(scan.Lower) {
			break
		}
	}
	return false
}

// standsAlone reports whether no name and no other noun belongs to the noun in the tokens from up
// to to, as in "the newspaper Sun", "the network effect".
func (r *mentionReader) standsAlone(from, to int) bool {
	const others = lang.Cue | lang.Cueing | lang.CueAfter | lang.Quoted | lang.Aux | lang.Adverb |
		lang.Prep | lang.In | lang.On | lang.By | lang.Toward | lang.That | lang.Rel | lang.Sub |
		lang.And | lang.Weekday | lang.Day | lang.Month | lang.Pronoun | lang.Article |
		lang.Negation | lang.Topic
	if to == len(r.toks) || r.toks[to].Gap >= scan.Line {
		return true
	}
	if from > 0 && r.toks[from].Gap <= scan.Space && r.toks[from].Shape.Has(scan.Lower) &&
		r.capitalBefore(from) {
		return false
	}
	next := &r.toks[to]
	switch {
	case r.mayOpenQuote(to) && to+1 < len(r.toks):
		return !r.toks[to+1].Is(lang.Outlet) && next.Gap == scan.None
	case next.Kind != scan.Word:
		return next.Kind != scan.Hyphen && next.Kind != scan.Open
	case next.Shape.Has(scan.Single):
		return true
	}
	p := r.press(to)
	return next.Is(others) || r.isToldNoun(from) && !next.Is(lang.Outlet) ||
		p == lang.PressWitness || p == lang.PressPassed
}
