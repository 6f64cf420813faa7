package dateline

import (
	"cmp"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/outlets"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// An outletSet holds numbers of outlets of the registry.
type outletSet [(outlets.Count + 63) / 64]uint64

func (s *outletSet) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s *outletSet) has(i int) bool { return s[i/64]>>(i%64)&1 != 0 }

// A mentionReader finds the sources that running text names.
type mentionReader struct {
	*story
	seen   outletSet // named before in this story, beyond doubt
	others outletSet // those whose name is another's in this story: Michael Bloomberg
	around string    // the home of the paper or station that was named last

	tells   bool   // the language has endings for the one who was told something
	counted bool   // landOfStory has been asked
	land    string // what it has found
}

// readSources finds the sources that the story names. A name that is a common word, or that several
// sources have, counts only where the words around it say what it is.
func (s *story) readSources() {
	r := mentionReader{story: s, tells: s.lang.Tells()}
	all := len(s.own) > 0
	for i := 0; i < len(s.toks); {
		t, to := &s.toks[i], i
		if t.Is(lang.Outlet) || t.Kind == scan.Number || all ||
			r.tells && (t.Is(lang.Press) || r.hasTold(i)) {
			to = r.readName(i)
		}
		if to == i && t.Is(lang.Press) {
			to = r.readAgain(i)
		}
		if to == i && t.Is(lang.Article) {
			to = r.readShort(i)
		}
		i = max(to, i+1)
	}
}

// readName reads the source that is named at token i, and returns the token after it; i where there
// is none.
func (r *mentionReader) readName(i int) int {
	m, ok := r.named(i)
	if !ok {
		return i
	}
	if src, ok := r.source(m); ok {
		r.sources = add(r.sources, sourceAt{
			Source: src, from: m.from, to: m.to, told: r.isTold(m),
		})
	} else if r.toks[i].Is(lang.Article) {
		return max(m.to, r.readShort(i)) // "the Mirror", after the Daily Mirror
	}
	return m.to
}

// readAgain reads the word at token i for a source that has been named, and returns the token after
// it; i where there is none.
func (r *mentionReader) readAgain(i int) int {
	if len(r.sources) == 0 {
		return i
	}
	m, ok := r.again(i)
	if !ok {
		return i
	}
	r.sources = add(r.sources, m)
	return m.to
}

// named returns the name of a source that starts at token i.
func (r *mentionReader) named(i int) (mention, bool) {
	if !r.mayStart(i) {
		return mention{}, false
	}
	m := r.mentionFrom(i)
	if r.tells {
		if t, ok := r.toldName(i, m.to); ok {
			m = t
		}
	}
	return m, m.to > i && r.namesSource(&m)
}

// mayStart reports whether a name may start at token i of running text: one in lower case only if
// that is how it is written, or it is an article before a capital; none may that ends a number,
// "22nd".
func (r *mentionReader) mayStart(i int) bool {
	t := &r.toks[i]
	lower := t.Shape.Has(scan.Lower)
	switch {
	case len(r.own) > 0:
		return true
	case lower && t.Gap == scan.None && i > 0 && r.toks[i-1].Kind == scan.Number:
		return false
	case lower && r.articleAt(i), !lower && (t.Kind == scan.Number || r.tells):
		return true
	}
	return outlets.Begin(t, r.next(i), lower)
}

// sourceList returns the sources that readSources found by name.
func (s *story) sourceList() []Source {
	if len(s.sources) == 0 {
		return nil
	}
	list := make([]Source, 0, len(s.sources))
	for i := range s.sources {
		if !s.sources[i].again {
			list = append(list, s.sources[i].Source)
		}
	}
	return list
}

// namesSource reports whether a name in running text is written as a source's and stands where it
// can mean one. It shortens m where only the beginning does: "Fox News" of "Fox News channel".
func (r *mentionReader) namesSource(m *mention) bool {
	if m.own > 0 {
		return true
	}
	if !r.caseFits(*m) && !r.shorten(m) {
		return false
	}
	if r.inAddress(m.from) || r.partOfName(*m) {
		return false
	}
	weak := r.weak(*m)
	return !r.isAnother(*m, weak) && (!weak || r.evident(*m))
}

// source returns the source that m names, and notes that the story has named it.
func (r *mentionReader) source(m mention) (Source, bool) {
	if m.own > 0 {
		src := r.Sources[m.own-1]
		src.Span = r.span(m.from, m.to)
		return src, true
	}
	n := r.bearer(m)
	if n < 0 {
		return Source{}, false
	}
	src := registered(n)
	src.Span = r.span(m.from, m.to)
	r.seen.add(n)
	if src.Kind == Newspaper || src.Kind == Broadcaster {
		r.around = src.Country
	}
	return src, src.Kind != Official
}

// bearer returns the outlet that m names, or -1. Where several have the name, what stands beside it
// tells, then what the story has named before, and then where the story comes from.
func (r *mentionReader) bearer(m mention) int {
	local := r.isLocalName(m)
	if m.name.Len() == 1 && !local {
		return m.name.Outlet(0)
	}
	if n := r.byShow(m); n >= 0 {
		return n
	}
	if n := r.at(m, cmp.Or(r.placeBefore(m.from), r.placeBehind(m.to))); n >= 0 {
		return n
	}
	if n := r.namedBefore(m); n >= 0 {
		return n
	}
	if n := r.at(m, r.homeOfStory()); n >= 0 {
		return n
	}
	sure := !r.weak(m) || r.langTag() != worldLang || !isDisputed(m.name)
	if n := r.choose(m.name, "", sure); n >= 0 && !local {
		return n
	}
	if n := r.at(m, r.around); n >= 0 {
		return n
	}
	return r.at(m, r.landOfStory())
}

// isLocalName reports whether the one outlet of the name m is known by it only where it is at home,
// as the registry has it set apart by that: "the Daily News" of Tanzania.
func (r *mentionReader) isLocalName(m mention) bool {
	return m.name.Len() == 1 && r.weak(m) && r.langTag() == worldLang &&
		outlets.Get(m.name.Outlet(0)).SetApart()
}

// isDisputed reports whether several outlets go by a name that the registry does not set apart by
// where they are: "the Times" may be that of New York, but "The Guardian (Nigeria)" is only meant
// there.
func isDisputed(name outlets.Name) bool {
	plain := 0
	for i := range name.Len() {
		if !outlets.Get(name.Outlet(i)).SetApart() {
			plain++
		}
	}
	return plain > 1
}

// at returns the one outlet of the name m that is at home in country, or -1.
func (r *mentionReader) at(m mention, country string) int {
	return only(m.name, func(o outlets.Outlet) bool { return country != "" && o.Country == country })
}

// byShow returns the one outlet of the name m that has the programme named behind it, or -1: "ABC's
// “This Week”".
func (r *mentionReader) byShow(m mention) int {
	i := r.pastName(m.to)
	if i == m.to {
		return -1
	}
	if i < len(r.toks) && r.isQuote(i) {
		i++
	}
	show := r.findMention(i)
	if show.to == i {
		return -1
	}
	for k := range show.name.Len() {
		for n := range m.name.Len() {
			if m.name.Outlet(n) == show.name.Outlet(k) {
				return m.name.Outlet(n)
			}
		}
	}
	return -1
}

// placeBefore returns the country named right before token i, or that of an adjective there: "Sri
// Lanka's Daily Mirror", "Turkish broadcaster NTV"; not "the German-language daily".
func (r *mentionReader) placeBefore(i int) string {
	from := i
	for from > max(0, i-leadReach) {
		k := r.toks[from-1].Kind
		if k != scan.Word && k != scan.Apostrophe && k != scan.Hyphen {
			break
		}
		from--
	}
	country := ""
	for from < i {
		found, width := r.foundFrom(from)
		adjective, w := lang.Longest(places.Adjectives, r.text, r.toks[from:i])
		if w > 0 && r.toks[from+w].Kind != scan.Hyphen &&
			!r.anyOf(speech.Run{From: from, To: i}, lang.Cue) {
			found.Country, width = places.Adjective(adjective).Country(), w
		}
		if width > 0 && from+width <= i {
			country = found.Country
		}
		from += max(1, width)
	}
	return country
}

// placeBehind returns the country of the place that is named behind a name which ends before token
// i: "The Nation newspaper in Bangkok".
func (r *mentionReader) placeBehind(i int) string {
	for i < len(r.toks) && r.toks[i].Is(lang.Newswire) {
		i++
	}
	if i+1 >= len(r.toks) || !r.toks[i-1].Is(lang.Newswire) || !r.toks[i].Is(lang.In) {
		return ""
	}
	found, _ := r.foundFrom(i + 1)
	return found.Country
}

// homeOfStory returns the country of the paper, or else that in which the story was filed.
func (r *mentionReader) homeOfStory() string {
	if r.Country == "" && len(r.dateline.Places) > 0 {
		return r.dateline.Places[0].Country
	}
	return r.Country
}

// landOfStory returns the country in which more than half of the places lie that the story names.
func (r *mentionReader) landOfStory() string {
	if r.counted {
		return r.land
	}
	r.counted = true
	count, all := map[string]int{}, 0
	for i := range r.toks {
		if !r.toks[i].Shape.Has(scan.Capital) || r.opensSentence(i) {
			continue
		}
		if found, width := r.foundFrom(i); width > 0 && found.Country != "" {
			count[found.Country]++
			all++
		}
	}
	for country, n := range count {
		if 2*n > all {
			r.land = country
		}
	}
	return r.land
}

// namedBefore returns the one outlet of the name that the story has named already, or -1.
func (r *mentionReader) namedBefore(m mention) int {
	found := -1
	for i := range m.name.Len() {
		n := m.name.Outlet(i)
		if !r.seen.has(n) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = n
	}
	return found
}

// caseFits reports whether the name is written as a name: "time" is no magazine.
func (r *mentionReader) caseFits(m mention) bool {
	const words = lang.Func | lang.Article | lang.Prep
	if m.to == m.from+1 && r.inSmallLetters(m) && r.toks[m.from].Is(words) {
		return false // Na rede social
	}
	first, last := &r.toks[m.from], &r.toks[m.to-1]
	if first.Shape.Has(scan.Lower) && !m.name.LowerFirst() && !r.startsWithArticle(m) {
		return false
	}
	if m.to-m.from == 1 || last.Gap == scan.None {
		return true
	}
	return !last.Shape.Has(scan.Lower) || last.Is(lang.Newswire) || m.name.LowerLast()
}

// shorten cuts m to the longest name that starts with it, fits, and ends sooner.
func (r *mentionReader) shorten(m *mention) bool {
	value, width := lang.Longest(outlets.Names, r.text, r.toks[m.from:m.to-1])
	if width == 0 {
		return false
	}
	m.to, m.name = m.from+width, outlets.Name(value)
	return r.caseFits(*m)
}

// inSmallLetters reports whether the text has an abbreviation in small letters: "Wam", "Hina".
func (r *mentionReader) inSmallLetters(m mention) bool {
	shape := r.toks[m.from].Shape
	return m.name.AllCaps() && shape.Has(scan.Capital) && !shape.Has(scan.Caps)
}

// startsWithArticle reports whether the name is an article with a capitalised word after it: "the
// Sun", "al-Jazeera".
func (r *mentionReader) startsWithArticle(m mention) bool {
	return m.to-m.from > 1 && r.articleAt(m.from)
}

// articleAt reports whether token i is an article with a capitalised word after it.
func (r *mentionReader) articleAt(i int) bool {
	if i+1 >= len(r.toks) || !r.toks[i].Is(lang.Article|lang.Particle) {
		return false
	}
	return r.toks[i+1].Kind == scan.Hyphen || r.toks[i+1].Shape.Has(scan.Capital)
}

// weak reports whether the name needs evidence. Beside common words those are names with an
// article that is not written as part of them ("the Hill"), and abbreviations and articles between
// other words in capitals.
func (r *mentionReader) weak(m mention) bool {
	if m.name.Weak() || r.inSmallLetters(m) {
		return true
	}
	article := r.isArticled(m)
	if article && r.toks[m.from].Shape.Has(scan.Lower) {
		return true
	}
	return (article || m.name.AllCaps()) && (r.isCapsWord(m.from-1) || r.isCapsWord(m.to))
}

// isArticled reports whether the name is an article and one word: "The Hill".
func (r *mentionReader) isArticled(m mention) bool {
	return m.to-m.from == 2 && r.startsWithArticle(m)
}
