package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"github.com/e95690a0/dateline"
)

// A tally counts items: those read rightly, those read that are not in the gold, and those of the
// gold that were not read. One that is read otherwise than the gold has it is both.
type tally struct{ right, false, missed int }

func (t tally) plus(u tally) tally {
	return tally{t.right + u.right, t.false + u.false, t.missed + u.missed}
}

// items is the number of items in the gold.
func (t tally) items() int { return t.right + t.missed }

func (t tally) precision() float64 { return ratio(t.right, t.right+t.false) }
func (t tally) recall() float64    { return ratio(t.right, t.right+t.missed) }

// f1 is the harmonic mean of precision and recall.
func (t tally) f1() float64 { return ratio(2*t.right, 2*t.right+t.false+t.missed) }

// ratio is 0 where there is nothing to divide.
func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// A card holds what was read in one text, and its tallies by the name of the figure.
type card struct {
	text    string
	lang    string
	article dateline.Article
	caption dateline.Caption
	tallies map[string]tally
}

// A sheet holds the tallies of a set, by figure and language.
type sheet map[cell]tally

type cell struct{ figure, lang string }

func (s sheet) add(c *card) {
	for figure, t := range c.tallies {
		at := cell{figure, c.lang}
		s[at] = s[at].plus(t)
	}
}

// total returns the tally of a figure in all languages.
func (s sheet) total(figure string) (sum tally) {
	for at, t := range s {
		if at.figure == figure {
			sum = sum.plus(t)
		}
	}
	return sum
}

func (c *card) count(figure string, t tally) {
	c.tallies[figure] = c.tallies[figure].plus(t)
}

// check counts one item of the gold, for which something was read.
func (c *card) check(figure string, right bool) {
	if right {
		c.count(figure, tally{right: 1})
		return
	}
	c.count(figure, tally{false: 1, missed: 1})
}

// recall counts one item of the gold, where what is read beside it counts nothing.
func (c *card) recall(figure string, right bool) {
	if right {
		c.count(figure, tally{right: 1})
		return
	}
	c.count(figure, tally{missed: 1})
}

// match counts items without an order; one that stands twice counts twice.
func (c *card) match(figure string, got, want []string) {
	open := map[string]int{}
	for _, w := range want {
		open[w]++
	}
	t := tally{false: len(got), missed: len(want)}
	for _, g := range got {
		if open[g] > 0 {
			open[g]--
			t = t.plus(tally{right: 1, false: -1, missed: -1})
		}
	}
	c.count(figure, t)
}

// of returns the words of a span of the text.
func (c *card) of(s dateline.Span) string { return s.Of(c.text) }

// plain returns the letters and digits of s, folded: what it says, without marks and blanks.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
	return cases.Fold().String(s)
}

// plains applies plain to what f returns for each of list.
func plains[T any](list []T, f func(T) string) []string {
	var out []string
	for _, x := range list {
		out = append(out, plain(f(x)))
	}
	return out
}

// itself returns what it is given.
func itself(s string) string { return s }

// sameDay reports whether got is the date that is wanted, "2018-04-11". One without a year,
// "--04-11", goes with every year.
func sameDay(got, want string) bool {
	if rest, any := strings.CutPrefix(want, "-"); any {
		return strings.HasSuffix(got, rest)
	}
	return got == want
}
