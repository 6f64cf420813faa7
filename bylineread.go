package dateline

import (
	"strings"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/dates"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// bylineSigns says what marks a line as a byline.
type bylineSigns uint16

const (
	signBy       bylineSigns = 1 << iota // "By"
	signDuty                             // "Editing by"
	signContrib                          // "contributed to this report", "with inputs from"
	signJob                              // "correspondent"
	signSource                           // an agency or outlet
	signDate                             // a date or a time
	signInitials                         // "dpa/bl"
	signRights                           // "© AFP"
	signOrigin                           // "Source: Xinhua"
	signWith                             // "with AP"
	signPlace                            // where somebody reports from
	signAddress                          // somebody's mail address, or page on a platform
)

// A bylineReader walks the tokens of a line that may be a byline.
//
//	byline = item { [ mark ] item }
//	item   = "By" | duty | contribution | source | job | name | "in" place | date | initials
type bylineReader struct {
	*story
	from, i, to int
	byline      Byline
	signs       bylineSigns
	role        string // what those do whom the next names name
	slash       bool   // a slash stands between items
	failed      bool   // a word is none of a byline's
}

// bylineIn reads the tokens from up to to as a byline.
func (s *story) bylineIn(from, to int) bylineReader {
	r := bylineReader{story: s, from: from, i: from, to: to}
	r.byline.Span = s.span(from, to)
	for r.i < r.to {
		if !r.step() {
			r.failed = true
			break
		}
	}
	if r.namesRegion() {
		r.byline.Authors = nil
	}
	return r
}

// namesRegion reports whether what r has taken for names is where a broadcaster's newsroom is: "BBC
// News, North East and Cumbria".
func (r *bylineReader) namesRegion() bool {
	b := &r.byline
	return r.signs&^(signPlace|signSource) == 0 && len(b.Sources) == 1 && len(b.Authors) > 0 &&
		b.Sources[0].Kind == Broadcaster && b.Sources[0].Span.Start == b.Span.Start
}

// empty reports whether nothing was read, or what was read is no byline.
func (r *bylineReader) empty() bool {
	b := &r.byline
	return r.failed || len(b.Authors) == 0 && len(b.Sources) == 0 && r.signs&signJob == 0
}

// step reads the next item, and reports whether there is one.
func (r *bylineReader) step() bool {
	return r.turn() || r.mark() || r.account() || r.rights() || r.lead() || r.honorific() ||
		r.source() || r.callSign() || r.when() || r.initials() || r.job() || r.desk() || r.place() ||
		r.name() || r.link()
}

// turn passes over when somebody kept a live page: "(now)", "(earlier)".
func (r *bylineReader) turn() bool {
	i := r.i
	if r.toks[i].Kind != scan.Open || i+2 >= r.to || r.toks[i+2].Kind != scan.Close ||
		len(r.byline.Authors) == 0 || !r.isLower(i+1) ||
		!r.toks[i+1].Is(lang.Func|lang.Extent|lang.Adverb) {
		return false
	}
	r.i += 3
	r.signs |= signJob
	return true
}

// account reads the name of an editor's account in small letters at the end of a line: "huaxia" in
// "Editor: huaxia".
func (r *bylineReader) account() bool {
	if r.i+1 != r.to || r.role == "" || !r.isLower(r.i) || r.toks[r.i-1].Kind != scan.Colon {
		return false
	}
	r.addAuthor(r.i, r.to)
	r.i = r.to
	return true
}

// mark passes over a mark between items.
func (r *bylineReader) mark() bool {
	t := &r.toks[r.i]
	if r.address() {
		return true
	}
	if r.word(r.i) == "www" && r.isKind(r.i+1, r.to, scan.Stop) {
		r.i += 2
		return true
	}
	if t.Is(lang.Furl) && (r.i > r.from || r.i+r.widthAs(r.i, lang.Furl) >= r.to) {
		r.i = min(r.i+r.widthAs(r.i, lang.Furl), r.to)
		return true
	}
	switch t.Kind {
	case scan.Slash:
		r.slash = true
	case scan.Word, scan.Number, scan.Quote, scan.QuoteOpen, scan.QuoteClose:
		return false
	case scan.Other:
		if r.copyright(r.i, r.to) > 0 {
			return false
		}
	case scan.Stop:
		if r.word(r.i) != "." && (r.word(r.i) != "。" || r.i+1 == r.to) {
			return false // a sentence: 据新华社报道，隧道已开通。
		}
	}
	r.i++
	return true
}

// address passes over a mail address, or the name of a page on a platform.
func (r *bylineReader) address() bool {
	i := r.i
	for i+1 < r.to && i < r.i+maxNameWords && r.toks[i+1].Gap == scan.None && r.word(i) != "@" {
		i++
	}
	if r.word(i) != "@" || i+1 == r.to || r.toks[i+1].Gap > scan.None {
		return false
	}
	r.signs |= signAddress
	for i++; i < r.to && r.toks[i].Gap == scan.None && r.toks[i].Kind != scan.Close; i++ {
	}
	r.i = i
	return true
}

// rights passes over a copyright mark and its years.
func (r *bylineReader) rights() bool {
	switch {
	case r.copyright(r.i, r.to) > 0, r.arg(r.i, lang.Photo) == lang.PhotoRights:
		r.signs |= signRights
	case r.signs&signRights == 0 || !r.toks[r.i].Is(lang.Photo): // "All rights reserved"
		return false
	}
	r.i += max(1, r.labelWidth(r.i, r.to))
	return true
}

// lead reads the words that say that names follow, or have gone before, and what those people do.
func (r *bylineReader) lead() bool {
	t := &r.toks[r.i]
	switch {
	case t.Is(lang.Contrib):
		r.contribution()
	case t.Is(lang.Duty) && r.dutyAt(r.i):
		arg, w, _ := t.Arg(lang.Duty, r.lang)
		r.signs |= signDuty
		r.i += w
		if arg == lang.DutyFrom {
			r.filedFrom()
		} else if arg < len(duties) {
			r.role = duties[arg]
		}
	case t.Is(lang.Photo) && r.signs&(signBy|signDuty) != 0 && r.marked(r.i+1):
		r.role = duties[lang.DutyPhotos] // "Text: Jane Doe Photos: John Roe"
		r.i += 2
	case r.by():
		r.signs |= signBy
		r.i += r.widthAs(r.i, lang.By)
	default:
		return false
	}
	r.i = min(r.i, r.to)
	return true
}

// marked reports whether token i is a colon.
func (r *bylineReader) marked(i int) bool { return i < r.to && r.toks[i].Kind == scan.Colon }

// contribution passes over words such as "contributed to this report" and "with inputs from", but
// not over the agency that some lists have among them.
func (r *bylineReader) contribution() {
	arg, w, _ := r.toks[r.i].Arg(lang.Contrib, r.lang)
	r.signs |= signContrib
	switch arg {
	case lang.ContribSource:
		r.signs |= signOrigin
	case lang.ContribAgencies:
		r.signs |= signJob
	}
	for j := r.i + 1; j < r.i+w; j++ {
		if r.sourceWidth(j, r.to) > 0 && !r.mentionFrom(j).name.Weak() {
			w = j - r.i
		}
	}
	r.i += w
}

// filedFrom reads where those before "reported from" did so.
func (r *bylineReader) filedFrom() {
	r.role = duties[lang.DutyReporting]
	if n := len(r.byline.Authors); n > 0 && r.byline.Authors[n-1].Role == "" {
		r.byline.Authors[n-1].Role = r.role
	}
	if end, words := r.nameFrom(r.i, r.to); words > 0 {
		r.i = end
	}
}

// dutyAt reports whether the word of duty at token i has names beside it: it is a phrase, as
// "editing by" and "reported from", or a mark or "by" follows.
func (r *bylineReader) dutyAt(i int) bool {
	next := i + r.widthAs(i, lang.Duty)
	switch {
	case next > i+1 || next >= r.to:
		return next > i+1
	case r.toks[next].Is(lang.And) && next+1 < r.to && r.toks[next+1].Is(lang.Job):
		return false // Editor and Publisher
	case r.isMark(next), r.toks[next].Is(lang.By | lang.And):
		return true
	}
	end, words := r.nameFrom(next, r.to)
	return words > 1 && r.opened() && r.isKind(end, r.to, scan.Comma) // "(Reportage Jane Doe, ..."
}

// by reports whether token r.i is "By". The line may begin with that of another language: pages
// keep the words of the system that makes them.
func (r *bylineReader) by() bool {
	t := &r.toks[r.i]
	if r.i > r.from && !r.opened() {
		return t.Is(lang.By) && r.signs&(signBy|signDuty|signContrib|signJob|signDate) != 0
	}
	return t.Is(lang.By) || t.Langs(lang.By) != 0
}

// opened reports whether nothing but a bracket stands before token r.i: "(di Jane Doe)".
func (r *bylineReader) opened() bool {
	return r.i == r.from+1 && r.toks[r.from].Kind == scan.Open
}

// duties are the roles of people in a sign-off, in the order of the arguments of [lang.Duty].
var duties = [...]string{
	lang.DutyReporting: "reporting", lang.DutyWriting: "writing", lang.DutyEditing: "editing",
	lang.DutyPhotos: "photos", lang.DutyTranslation: "translation",
}

// source reads an agency or outlet.
func (r *bylineReader) source() bool {
	src, w := r.creditSource(r.i, r.to)
	next := r.possessive(r.i+w, r.to)
	named := w == 1 && r.filed(next) && r.mentionFrom(r.i).name.Weak() // "Fox reported from Oslo"
	if w == 0 || next < r.to && r.joins(next) || named {
		return false
	}
	if src.Kind != Wire && r.shortLower(r.i) && r.mentionFrom(r.i).name.Weak() &&
		!strings.ContainsAny(r.word(r.i), "0123456789") {
		return false // initials, as "g1" are not
	}
	r.signs |= signSource
	r.byline.Sources = append(r.byline.Sources, src)
	r.i = next
	return true
}

// callSign reads the letters of a station that the registry does not have, behind a copyright mark:
// "© 2024 WXQZ".
func (r *bylineReader) callSign() bool {
	if r.signs&signRights == 0 || len(r.byline.Sources) > 0 || !r.isCode(r.i) {
		return false
	}
	span := r.span(r.i, r.i+1)
	r.byline.Sources = append(r.byline.Sources, Source{Span: span, Name: span.Of(r.text)})
	r.i++
	return true
}

// possessive returns the token behind the "'s" at token i, or i: "CNN's Jane Doe contributed".
func (s *story) possessive(i, to int) int {
	if i+2 < to && s.toks[i].Kind == scan.Apostrophe && s.word(i+1) == "s" &&
		s.toks[i+1].Gap == scan.None {
		return i + 2
	}
	return i
}

// when passes over a date or a time: "26.04.2024 10:00 Uhr", "Published", "7 hours".
func (r *bylineReader) when() bool {
	t := &r.toks[r.i]
	switch {
	case t.Is(lang.Stamp):
		r.i += r.widthAs(r.i, lang.Stamp)
	case r.dateEnd() > r.i:
		r.i = r.dateEnd()
	case (len(r.byline.Authors) > 0 || r.signs&signDate != 0) && t.Is(lang.Clock|lang.Unit|lang.Ago),
		t.Is(lang.Clock) && r.i > r.from && r.toks[r.i-1].Kind == scan.Number:
		r.i++
	case t.Kind == scan.Number:
		r.i++
		return true
	default:
		return false
	}
	r.i = min(r.i, r.to)
	r.signs |= signDate
	return true
}

// dateEnd returns the end of the date that token r.i belongs to, or r.i.
func (r *bylineReader) dateEnd() int {
	if t := &r.toks[r.i]; t.Kind == scan.Word && !t.Is(dates.Words) {
		return r.i
	}
	k := r.dateBehind(r.i)
	if k == len(r.dates) || r.dates[k].from > r.i {
		return r.i
	}
	return r.dates[k].to
}

// initials reads the letters that stand for a desk's member, beside a source: "bl" in "dpa/bl".
func (r *bylineReader) initials() bool {
	if !r.shortLower(r.i) || !r.besideSource() {
		return false
	}
	r.signs |= signInitials
	r.addAuthor(r.i, r.i+1)
	return true
}

// maxInitials is how many letters initials have.
const maxInitials = 5

// shortLower reports whether token i is written as initials are.
func (s *story) shortLower(i int) bool {
	t := &s.toks[i]
	n := utf8.RuneCountInString(s.word(i))
	return t.Kind == scan.Word && t.Shape.Has(scan.Lower) && n >= 2 && n <= maxInitials
}

// meaningless reports whether token i is written as initials are and is no word that is known.
func (s *story) meaningless(i int) bool {
	return s.shortLower(i) && s.toks[i].Class&^(lang.Outlet|lang.More) == 0
}

// besideSource reports whether a slash ties token r.i to a source, or to other initials, or a mark
// to those before it.
func (r *bylineReader) besideSource() bool {
	i := r.i
	if i > r.from && r.signs&(signSource|signInitials) != 0 {
		before := r.toks[i-1].Kind
		if before == scan.Slash || before != scan.Word && r.meaningless(i) {
			return true
		}
	}
	for i == r.from && i+4 < r.to && r.toks[i+1].Kind == scan.Slash && r.meaningless(i+2) {
		i += 2 // "jd/jr (AFP, Reuters)"
	}
	if i+2 >= r.to || r.sourceWidth(i+2, r.to) == 0 {
		return false
	}
	switch r.toks[i+1].Kind {
	case scan.Slash:
		return true
	case scan.Comma, scan.Open:
		return r.meaningless(i)
	}
	return false
}
