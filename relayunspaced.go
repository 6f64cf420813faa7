package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// citesIn reports whether a word like "citing" stands between the tokens from and to.
func (s *story) citesIn(from, to int) bool {
	for i := from; i < min(to, from+leadReach); i++ {
		if s.isCiting(i) {
			return true // V援引S的话说
		}
	}
	return false
}

// marksCiter reports whether the outlet m stands before the source that the cue of x says it cites:
// A Reuters [forrásokra] hivatkozva, रॉयटर्स ने [दो सूत्रों] के हवाले से.
func (s *story) marksCiter(m sourceAt, x *speech.Saying) bool {
	if !s.toks[x.Verb].Is(lang.CueAfter) {
		return false
	}
	return s.pastOutlet(m, x.Source.From) == x.Source.From ||
		x.Source.From == m.to+1 && s.arg(m.to, lang.Topic) == lang.TopicMark
}

// hears reports whether the outlet m stands between the source of x and its cue with a word for
// whom somebody speaks to, where no blank parts them: 市长在接受新华社记者采访时说; or cites the
// source: ロイター通信は関係者の話として; or, with blanks, was told by it: لوند به ایرنا گفت.
func (s *story) hears(m sourceAt, x *speech.Saying) bool {
	if x.Source.Empty() {
		return false
	}
	if !s.toks[x.Verb].Shape.Has(scan.Single) {
		i := x.Source.To
		toward := m.to == x.Cue.From && s.led(m, i) == i && s.toks[i].Is(lang.Toward)
		return toward || s.toldBetween(m, i) || m.from >= i && s.toldBefore(m.to)
	}
	if m.to <= x.Source.From {
		return x.Source.To < len(s.toks) && s.isCiting(x.Source.To) || s.carriedOn(x)
	}
	return m.from >= x.Source.To && (m.Kind == Social || s.led(m, x.Source.To) >= 0 ||
		s.toks[m.to].Is(lang.Toward) || s.toks[m.to].Is(lang.In) && s.isQuote(m.to+1) ||
		s.mediumBetween(m.to, min(m.to+hearReach, x.Cue.From)))
}

// carriedOn reports whether "that" and another verb of speech follow the cue of x: 述べたと伝えた.
func (s *story) carriedOn(x *speech.Saying) bool {
	i := x.Cue.To
	if i >= x.Sentence.To || !s.toks[i].Is(lang.That) {
		return false
	}
	i += s.widthAs(i, lang.That)
	return i < x.Sentence.To && s.toks[i].Is(lang.Cue)
}

// toldBefore reports whether token i, or that behind a closing mark there, says that what stands
// before it was told: ‘पीटीआई-भाषा’ को.
func (s *story) toldBefore(i int) bool {
	if s.mayCloseQuote(i) {
		i++
	}
	return s.arg(i, lang.Toward) == lang.TowardBehind
}

// toldBetween reports whether an auxiliary at token i, and no more than an article and a noun,
// stand before the outlet m: Lund [hat der Zeitung Bild] gesagt.
func (s *story) toldBetween(m sourceAt, i int) bool {
	if i+1 >= m.from || !s.toks[i].Is(lang.Aux) || !s.toks[i+1].Is(lang.Article) {
		return false
	}
	for i += 2; i < m.from && (s.toks[i].Is(lang.Newswire) || s.mayOpenQuote(i)); i++ {
	}
	return i == m.from
}

// hearReach is how many letters behind an outlet's name what it does may begin: の取材.
const hearReach = 4
