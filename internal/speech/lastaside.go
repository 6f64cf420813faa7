package speech

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// What stands between the topic of a sentence whose verb is last and what was said:
//
//	setting = date "、" | [date] [outlet] medium particle | told      15日の会見で、朝日新聞の取材に
//	cited   = source citing                                              関係者の話として

// cleft returns the source that a verb in front of it and のは put in front: 「…」と話すのは市長だ.
func (r *reader) cleft(i, to int) Run {
	x := r.strip(Run{i + 2, to})
	for !x.Empty() && (r.loose(x.To-1, scan.Close) || r.toks[x.To-1].Is(lang.Aux)) {
		x.To--
	}
	return x
}

// settingReach is how many letters of a setting stand before its medium.
const settingReach = 24

// pastSetting returns the token after the settings that start at i, in a script without blanks.
func (r *reader) pastSetting(i, to int) int {
	for i < to {
		j := r.pastOneSetting(i, to)
		for j < to && (r.commaAt(j) || r.toks[j].Is(lang.Prep)) && j > i {
			j++
		}
		if j == i || j >= to {
			break
		}
		i = j
	}
	return i
}

// pastOneSetting returns the token after the setting at i, or i where there is none.
func (r *reader) pastOneSetting(i, to int) int {
	if end := r.pastDate(i, to); r.dated(i) && end < to && r.commaAt(end) {
		return end
	}
	if end := i + r.toks[i].Width(); r.toks[i].Is(lang.Adverb) && end < to && r.commaAt(end) {
		return end // は翌日、
	}
	for j := i; j < min(to, i+settingReach) && r.inside[j] == 0 && !r.commaAt(j); j++ {
		t := &r.toks[j]
		if _, width, home := t.Arg(lang.Toward, r.lang); home && width > 1 {
			return j + width
		}
		end := j + t.Width()
		if t.Is(lang.Medium) && end < to && r.toks[end].Is(lang.Prep) &&
			!r.means(end, lang.Prep, lang.Genitive) {
			return end + r.toks[end].Width() // 브리핑에서
		}
		if arg, _, home := t.Arg(lang.Topic, r.lang); home && arg != lang.TopicAside {
			break
		}
	}
	return i
}

// citedIn returns the source that the content x begins with, before a word like "citing", and where
// what it says begins; nothing where x names none.
func (r *reader) citedIn(x Run) (source Run, from int) {
	for i := x.From + 1; i < min(x.To, x.From+phraseReach) && r.inside[i] == 0; i++ {
		if r.citing(i) {
			return r.strip(Run{x.From, i}), i + r.toks[i].Width()
		}
	}
	return Run{}, x.From
}

// backLast reads "X はこう話した", where こう stands for the quotation before or after the sentence.
func (r *reader) backLast(said Saying, c cue, s Run) (Saying, [2]Run, bool) {
	arg, back := 0, c.From
	for width := 1; width <= 3 && c.From-width > s.From; width++ {
		a, w, home := r.toks[c.From-width].Arg(lang.Adverb, r.lang)
		if home && w == width {
			arg, back = a, c.From-width
		}
	}
	if arg != lang.AdverbBack {
		return said, [2]Run{}, false
	}
	said.Source = r.upToTopic(s.From, back)
	q, ok := r.quoteAt(s.From - 1)
	if !ok && s.From > 1 && r.fullStop(s.From-1) {
		q, ok = r.quoteAt(s.From - 2)
	}
	if !ok && s.To < len(r.toks) {
		q, ok = r.quoteAt(s.To)
	}
	return said, [2]Run{q.Run}, ok && !said.Source.Empty()
}
