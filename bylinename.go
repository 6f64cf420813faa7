package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/places"
	"github.com/e95690a0/dateline/internal/scan"
)

// honorific passes over "Dr." before a name.
func (r *bylineReader) honorific() bool {
	if t := &r.toks[r.i]; !t.Is(lang.Honorific) || t.Shape.Has(scan.Caps) && t.Is(lang.Outlet) {
		return false
	}
	if r.i++; r.i < r.to && r.isStop(r.i) {
		r.i++
	}
	return true
}

// job reads what somebody is, the capitalised words before it too: "Political Correspondent". It is
// the role of the one named before it.
func (r *bylineReader) job() bool {
	end := r.jobEnd()
	if end == r.i {
		return false
	}
	r.signs |= signJob
	if n := len(r.byline.Authors); n > 0 && r.byline.Authors[n-1].Role == "" {
		r.byline.Authors[n-1].Role = r.span(r.i, end).Of(r.text)
	}
	r.i = end
	return true
}

// desk passes over the desk or office that somebody works at, in a script without blanks: 사회부,
// 山形支局.
func (r *bylineReader) desk() bool {
	for end := r.i; end < min(r.to, r.i+maxDeskLetters) && r.toks[end].Shape.Has(scan.Single); end++ {
		if end > r.i && r.toks[end].Gap > scan.None {
			break
		}
		for _, c := range [...]lang.Class{lang.Job, lang.Org} {
			next := end + r.widthAs(end, c)
			if !r.toks[end].Is(c) || end == r.i || next < r.to && r.toks[next].Gap == scan.None ||
				next >= r.to && c != lang.Job {
				continue
			}
			if c == lang.Job {
				r.signs |= signJob
			}
			r.i = next
			return true
		}
	}
	return false
}

// maxDeskLetters is how many letters the name of a desk has.
const maxDeskLetters = 12

// maxJobWords is how many words say what somebody's job is.
const maxJobWords = 4

// jobEnd returns the end of the job that starts at token r.i, or r.i.
func (r *bylineReader) jobEnd() int {
	for i := r.i; i < min(r.to, r.i+maxJobWords); i++ {
		t := &r.toks[i]
		if t.Is(lang.Job) {
			return r.pastJob(min(i+r.widthAs(i, lang.Job), r.to))
		}
		if t.Kind != scan.Word || !t.Shape.Has(scan.Capital) || i > r.i && t.Gap != scan.Space {
			break
		}
		// "Jane Doe Reporter" is a name and a job; after the name, any words lead to the job.
		if len(r.byline.Authors) == 0 && !t.Is(lang.Newswire|lang.Org|lang.Role|lang.Adverb) {
			break
		}
	}
	return r.i
}

// pastJob returns the token behind the words for a job that follow others of it before token i and
// have no name behind them: "Staff Meteorologist", "Editor and Publisher".
func (r *bylineReader) pastJob(i int) int {
	next := i
	for next < r.to && r.toks[next].Gap == scan.Space && r.toks[next].Shape.Has(scan.Capital) &&
		r.toks[next].Is(lang.Job|lang.Role) {
		if next++; next+1 < r.to && r.toks[next].Is(lang.And) {
			next++
		}
	}
	if next < r.to && r.toks[next].Kind == scan.Word {
		return i
	}
	return next
}

// tiedPlace passes over a town that an equals sign ties to who reports from there: 도쿄=최영재 기자.
func (r *bylineReader) tiedPlace() bool {
	if r.i > r.from || !r.toks[r.i].Shape.Has(scan.Single) {
		return false
	}
	_, n := lang.Longest(places.Names, r.text, r.toks[r.i:min(r.to, r.i+maxDeskLetters)])
	if n == 0 || !r.isKind(r.i+n, r.to, scan.Equals) {
		return false
	}
	r.i += n + 1
	r.signs |= signPlace
	return true
}

// place passes over where somebody reports from: "in Johnstown, Pennsylvania".
func (r *bylineReader) place() bool {
	if r.tiedPlace() {
		return true
	}
	if r.i+1 >= r.to || !r.toks[r.i].Is(lang.In) {
		return false
	}
	end, words := r.nameFrom(r.i+1, r.to)
	if words == 0 {
		r.i++
		if r.address() { // "Jane Doe at jane@example.com"
			return true
		}
		r.i--
		return false
	}
	if findPlace(r.span(r.i+1, end).Of(r.text)) > 0 {
		r.signs |= signPlace
	}
	if r.isKind(end, r.to-1, scan.Comma) {
		next, n := r.nameFrom(end+1, r.to)
		if n == 1 && !r.isKind(next, r.to, scan.Word) {
			end = next
		}
	}
	r.i = end
	return true
}

// name reads the name of an author. One word is a name only beside a duty; behind another name and
// a comma it is a town.
func (r *bylineReader) name() bool {
	start := r.i
	end, words := r.nameFrom(start, r.to)
	switch {
	case words == 0:
		return false
	case r.signs != 0 && findPlace(r.span(start, end).Of(r.text)) > 0:
		r.signs |= signPlace
		r.i = end // "Jane Doe, New Delhi"
		return true
	case r.bureau(start):
		r.i = end // "Jane Doe, ARD-Studio Nairobi"
		return true
	case r.toks[start].Is(lang.Prep) && r.sourceWidth(start+1, r.to) > 0:
		return false // "With PTI inputs"
	case words > 1 && r.toks[start].Is(lang.Newswire) && r.sourceWidth(start+1, r.to) > 0:
		r.i++ // "Agencia AFP"
		return true
	case words > 1 && r.toks[start].Is(lang.Article) && !r.toks[start].Is(lang.Particle):
		return r.organisation(end, 2)
	case words > 1 && r.isBody(end):
		return r.organisation(end, 2)
	case words == 1 && end < r.to && r.toks[end].Is(lang.Duty) && !r.surname(end):
		r.i = end // "Additional reporting by"
		return true
	case words > 1 && r.toks[end-1].Is(lang.Org):
		return r.organisation(end, words)
	case words > 2 && end < r.to && r.toks[end].Is(lang.Job):
		end, _ = r.nameOf(start, r.to, 2) // "Jane Doe Political Correspondent"
	case words == 1 && r.signs&signDuty != 0 && end < r.to && r.toks[end].Kind == scan.Colon:
		r.role = r.span(r.i, end).Of(r.text) // "Audio: Jane Doe"
		r.i = end
		return true
	case words == 1 && !r.surname(end):
		if len(r.byline.Authors) == 0 && r.signs&signSource == 0 {
			return false
		}
		r.i = end
		return true
	}
	if r.i = end; r.signs&signOrigin == 0 { // "Source: Harbour Museum"
		r.addAuthor(start, end)
	}
	return true
}

// bureau reports whether a hyphen ties a source that token i names to the word behind it.
func (r *bylineReader) bureau(i int) bool {
	w := r.sourceWidth(i, r.to)
	return w > 0 && r.isKind(i+w, r.to, scan.Hyphen)
}

// isBody reports whether the job at token i is that of all who work somewhere, "staff", and ends
// the line: whose they are goes before it.
func (r *bylineReader) isBody(i int) bool {
	if i >= r.to || !r.toks[i].Is(lang.Job) {
		return false
	}
	arg, w, _ := r.toks[i].Arg(lang.Job, r.lang)
	return arg == lang.JobBody && i+w >= r.to
}

// organisation reads the name up to token end, of an outlet that the registry does not have;
// somebody's name may stand before it: "Jane Doe Valley Times".
func (r *bylineReader) organisation(end, words int) bool {
	from := r.i
	if words > 3 {
		from, _ = r.nameOf(r.i, r.to, 2)
		r.addAuthor(r.i, from)
	}
	sp := r.span(from, end)
	r.byline.Sources = append(r.byline.Sources, Source{Span: sp, Name: sp.Of(r.text)})
	r.signs |= signSource
	r.i = end
	return true
}

// surname reports whether the one word before token end names somebody: it is beside a duty.
func (r *bylineReader) surname(end int) bool {
	if end < r.to && (r.thanked(end) || r.filed(end)) {
		return true
	}
	if r.signs&signDuty == 0 || r.i == r.from {
		return false
	}
	before := &r.toks[r.i-1]
	return before.Kind == scan.Colon || before.Is(lang.By|lang.Prep|lang.And)
}

// thanked reports whether words such as "contributed to this report" stand at token i.
func (r *bylineReader) thanked(i int) bool {
	arg, w, _ := r.toks[i].Arg(lang.Contrib, r.lang)
	return w > 0 && arg != lang.ContribAgencies
}

// filed reports whether "reported from" stands at token i.
func (r *bylineReader) filed(i int) bool {
	return i < r.to && r.arg(i, lang.Duty) == lang.DutyFrom
}

// addAuthor adds the author whom the tokens from up to to name.
func (r *bylineReader) addAuthor(from, to int) {
	p := r.personAt(from, to)
	p.Role = r.role
	r.byline.Authors = append(r.byline.Authors, p)
	r.i = to
}

// link passes over the little words between names: "and", "with" before an agency, "our" before a
// job, "for" and an outlet that the registry does not have.
func (r *bylineReader) link() bool {
	t := &r.toks[r.i]
	next := r.i + r.widthAs(r.i, lang.Via)
	if t.Kind != scan.Word || next >= r.to {
		return false
	}
	if next > r.i+1 {
		r.signs |= signJob // "Special to"
	}
	if r.sourceWidth(next, r.to) > 0 {
		return r.linkSource(next)
	}
	switch {
	case t.Is(lang.And | lang.Article), r.toks[next].Is(lang.Job | lang.Honorific):
		r.i = next
		return true
	case t.Is(lang.Via) && len(r.byline.Authors) > 0:
		if r.toks[next].Is(lang.Article) {
			next++
		}
		end, words := r.nameFrom(next, r.to)
		for end+1 < r.to && r.isStop(end) && r.toks[end+1].Gap == scan.None {
			end += 2 // "Daily.example"
		}
		if words > 0 {
			r.i = end
		}
		return words > 0
	}
	return false
}

// linkSource passes over the word before the agency at token next; "with AP" says that it only
// helped.
func (r *bylineReader) linkSource(next int) bool {
	t := &r.toks[r.i]
	src, _ := r.creditSource(next, r.to)
	switch {
	case src.Kind == Photo:
		return false // "Jane Doe via Getty Images"
	case t.Is(lang.Via) && len(r.byline.Authors) > 0: // "for Harbour Times"
	case t.Is(lang.Prep | lang.In), t.Langs(lang.Prep) != 0:
		if r.i > r.from && r.isKind(r.i-1, r.i, scan.Comma) && len(r.byline.Authors) > 0 {
			break // "Ana Lima, da CNN"
		}
		if src.Kind != Wire {
			return false
		}
		r.signs |= signWith
	case !t.Is(lang.And | lang.Article):
		return false
	}
	r.i = next
	return true
}
