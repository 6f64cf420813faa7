// Package dates reads the date phrases of news and reckons the days they mean.
//
// A [Reader] reads what a phrase says, in any language, over tokens: "April 11", "11 апреля 2018
// года", "early Wednesday morning", "два дня назад", "4月11日". [Parts.Resolve] then reckons the day
// from a day of reference. Words are data, kept in package lang; this package has the grammar,
// which is one for all languages: a phrase that one of them writes is read in a text of any.
package dates

import (
	"unicode"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

//go:generate go run ../gen/cldr.go ../gen/npm.go

// Starts are the classes of the words that a date phrase may start with. Numbers start them too.
const Starts = lang.Month | lang.Weekday | lang.Day | lang.Shift | lang.Extent | lang.Numeral |
	lang.Ordinal | lang.DateMark | lang.Season | lang.Ago | lang.Era | lang.Unit | lang.Holiday

// Words are the classes that each word of a date phrase has one of.
const Words = Starts | lang.Part | lang.On | lang.Article | lang.Clock

// leads are those of Starts whose words are no date by themselves, nor with just any word after
// them: "of", "a", "first", "early", "this".
const leads = lang.DateMark | lang.Numeral | lang.Ordinal | lang.Extent | lang.Shift | lang.Ago

// Parts is what a date phrase says, before it is reckoned. What it does not say is 0.
type Parts struct {
	Year, Month, Day int
	Weekday          int  // 1 to 7, from Monday
	Unit             int  // what the phrase counts or names, lang.UnitWeek; 0 for a calendar date
	Nth              int  // which quarter or season, or Weekday of Month: 5 the last; 6 for Easter
	Shift            int  // units from the reference, where Relative; else weeks or days from the day
	Relative         bool // Unit and Shift count from the reference
	Part             int  // lang.PartMorning, ...
	Toward           int  // -1: before the reference, 1: after it; else the nearest
	Strict           bool // the text itself says Toward, "next Tuesday", which is not today
	Swap             bool // Day and Month may be the other way round: 3/4/2018
	Solar            bool // Year, Month and Day are of the solar calendar of Iran
	Alone            bool // a day of no month, with nothing that says it is one
	Broken           int  // 1 + the token, counted from the first, of a day that does not exist
}

// IsWeekday reports whether p is a weekday and nothing more.
func (p Parts) IsWeekday() bool {
	return p == Parts{Weekday: p.Weekday, Part: p.Part, Toward: p.Toward}
}

// A Reader reads the date phrases of one text.
type Reader struct {
	text     string
	toks     []lang.Token
	lang     lang.Lang
	dateline bool
	first    int        // the token that the phrase being read starts with
	end      lang.Token // stands after the last token
}

// NewReader returns a reader of the tokens of text, which is in language l.
func NewReader(text string, toks []lang.Token, l lang.Lang) Reader {
	return Reader{text: text, toks: toks, lang: l, end: lang.Token{Token: scan.Token{Gap: scan.Para}}}
}

// Dateline returns r made to read the date of a dateline, where months of all languages count, and
// so does what would be too little elsewhere: "14 - 9", "11日", "2 MAY 90".
func (r Reader) Dateline() Reader {
	r.dateline = true
	return r
}

// MayStart reports whether a date phrase may start with t, as far as the token itself tells.
func MayStart(t *lang.Token) bool { return t.Is(Starts) || t.Kind == scan.Number }

// At reads the date phrase that starts exactly at token i and returns how many tokens it takes up;
// a width of 0 is a miss.
func (r *Reader) At(i int) (p Parts, width int) {
	t := r.at(i)
	if !MayStart(t) || t.Kind != scan.Number && r.leadsAstray(i) {
		return Parts{}, 0
	}
	next := i
	r.first = i
	if t.Kind == scan.Number {
		p, next = r.fromNumber(i)
	} else {
		p, next = r.fromWord(i)
	}
	if r.machineWritten(p, next) {
		if q, end := r.stamp(i); end > next {
			return q, end - i
		}
	}
	return p, next - i
}

// leadsAstray reports whether token i could only lead to a date and the word after it is of none.
func (r *Reader) leadsAstray(i int) bool {
	t := r.at(i)
	if t.Is(Starts &^ leads) {
		return false
	}
	for _, next := range [...]int{i + 1, i + t.Width()} {
		if n := r.at(next); n.Kind != scan.Word || n.Is(Starts|lang.Part) {
			return false
		}
	}
	return true
}

func (r *Reader) fromNumber(i int) (Parts, int) {
	if p, next := r.counted(i); next > i {
		return p, next
	}
	if p, next := r.fixed(i); next > i {
		return r.trailing(p, next)
	}
	if p, next := r.listedDay(i); next > i {
		return p, next
	}
	if p, next := r.bareDay(i); next > i {
		return p, next
	}
	if p, next := r.century(i); next > i {
		return p, next
	}
	return r.bareYear(i)
}

// fixed reads a date that starts with the number at token i: "11 April", "4月11日", "11.4.2018".
func (r *Reader) fixed(i int) (Parts, int) {
	if p, next := r.numeric(i); next > i {
		return p, next
	}
	p, next := r.marked(i)
	if q, after := r.calendar(i); after > next {
		return q, after // 2017 წლის 3 აპრილს: more than a year with its mark
	}
	return p, next
}

func (r *Reader) fromWord(i int) (Parts, int) {
	t := r.at(i)
	if !r.dateline && r.repeated(i) {
		return Parts{}, i
	}
	if t.Is(lang.Holiday) {
		if p, next := r.holiday(i); next > i || r.named(i) {
			return p, next
		}
	}
	if t.Is(lang.Day) {
		if p, next := r.dayOrShifted(i); next > i {
			return p, next
		}
	}
	if t.Is(lang.Weekday) {
		if p, next := r.weekday(i); next > i {
			return p, next
		}
	}
	if t.Is(lang.Month | lang.Ordinal) {
		if p, next := r.calendar(i); next > i {
			return r.trailing(p, next)
		}
		if p, next := r.nthWeekday(i); next > i && t.Is(lang.Ordinal) {
			return p, next
		}
	}
	if t.Is(lang.DateMark | lang.Era) {
		if p, next := r.fromMark(i); next > i {
			return p, next
		}
	}
	if t.Is(lang.Shift | lang.Extent) {
		if p, next := r.shifted(i); next > i {
			return p, next
		}
	}
	if t.Is(lang.Numeral | lang.Ago) {
		if p, next := r.counted(i); next > i {
			return p, next
		}
	}
	return r.period(i)
}

// dayOrShifted reads a word for a day, or the longer phrase that starts with it: 上周五, not 上周.
func (r *Reader) dayOrShifted(i int) (Parts, int) {
	p, next := r.dayWord(i)
	if q, after := r.shifted(i); after > next {
		return q, after
	}
	return p, next
}

// fromMark reads a date that a mark or an era opens: "tháng 4", 令和5年, "anni '80".
func (r *Reader) fromMark(i int) (Parts, int) {
	if p, next := r.markedFirst(i); next > i {
		return p, next
	}
	if p, next := r.marked(i); next > i {
		return r.trailing(p, next)
	}
	return r.decadeAfter(i)
}

// at returns token i, or one that is nothing where there is no such token.
func (r *Reader) at(i int) *lang.Token {
	if i < 0 || i >= len(r.toks) {
		return &r.end
	}
	return &r.toks[i]
}

// near reports whether token i goes on the paragraph that the phrase starts in.
func (r *Reader) near(i int) bool { return i == r.first || r.at(i).Gap <= scan.Line }

// glued reports whether token i is of kind k and follows the one before without a gap.
func (r *Reader) glued(i int, k scan.Kind) bool {
	t := r.at(i)
	return t.Kind == k && t.Gap == scan.None
}

// word reads the word of class c at token i that means something in this text.
func (r *Reader) word(i int, c lang.Class) (arg, next int, home bool) {
	t := r.at(i)
	if !t.Is(c) || !r.near(i) {
		return 0, i, false
	}
	arg, width, home := t.Arg(c, r.lang)
	return arg, i + width, home
}

// is reports whether token i is a word of class c whose argument is arg, and where it ends.
func (r *Reader) is(i int, c lang.Class, arg int) (next int, ok bool) {
	got, next, _ := r.word(i, c)
	return next, next > i && got == arg
}

// maxDigits is how many digits a number of a date has at most: those of 20180411.
const maxDigits = 8

// number returns the value of the number token i and how many digits it has: none for what is no
// number, or too long to be part of a date.
func (r *Reader) number(i int) (n, digits int) {
	t := r.at(i)
	size := int(t.End - t.Start)
	if t.Kind != scan.Number || size > maxDigits*utf8.UTFMax {
		return 0, 0
	}
	if t.Shape.Has(scan.NonASCII) {
		return wideNumber(r.text[t.Start:t.End])
	}
	if size > maxDigits {
		return 0, 0
	}
	for _, c := range []byte(r.text[t.Start:t.End]) {
		n = 10*n + int(c-'0')
	}
	return n, size
}

// wideNumber is number for digits outside ASCII.
func wideNumber(word string) (n, digits int) {
	for _, c := range word {
		n = 10*n + digit(c)
		digits++
	}
	if digits > maxDigits {
		return 0, 0
	}
	return n, digits
}

// digit returns the value of a decimal digit of any script. The ten of a script stand in a row that
// starts at a code point ending in 0 or 6.
func digit(c rune) int {
	low := int(c & 0xF)
	if c < unicode.MaxASCII || unicode.IsDigit(c-rune(low)) {
		return low
	}
	return low - 6
}
