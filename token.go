package dateline

import (
	"cmp"
	"slices"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// arg returns the argument that token i has as a member of class c, 0 for none.
func (s *story) arg(i int, c lang.Class) int {
	arg, _, _ := s.toks[i].Arg(c, s.lang)
	return arg
}

// widthAs returns how many tokens the word or phrase at token i takes up as one of class c.
func (s *story) widthAs(i int, c lang.Class) int {
	_, w, _ := s.toks[i].Arg(c, s.lang)
	return max(w, 1)
}

// cueOf returns what kind of reporting verb token i is, 0 for none.
func (s *story) cueOf(i int) int {
	kind, width, _ := s.toks[i].Cue(s.lang)
	if width == 0 {
		kind, _, _ = s.toks[i].Arg(lang.Cueing, s.lang)
	}
	return kind
}

// press returns what token i says of the work of the press, 0 for nothing.
func (s *story) press(i int) int {
	if i < 0 {
		return 0
	}
	return s.arg(i, lang.Press)
}

// means reports whether token t is of one of the classes in the language of the story: "Ann" is a
// weekday somewhere.
func (s *story) means(t *lang.Token, classes lang.Class) bool {
	for set := t.Class & classes; set != 0; set &= set - 1 {
		if _, _, home := t.Arg(set&-set, s.lang); home {
			return true
		}
	}
	return false
}

// tokenFrom returns the first token that starts at the given byte or later.
func (s *story) tokenFrom(start int) int {
	i, _ := slices.BinarySearchFunc(s.toks, start, func(t lang.Token, start int) int {
		return cmp.Compare(int(t.Start), start)
	})
	return i
}

// isKind reports whether token i stands before token to and is of kind k.
func (s *story) isKind(i, to int, k scan.Kind) bool { return i < to && s.toks[i].Kind == k }

// isQuote reports whether token i is a quotation mark.
func (s *story) isQuote(i int) bool { return s.mayOpenQuote(i) || s.mayCloseQuote(i) }

// mayOpenQuote reports whether token i is a quotation mark that can open a quotation.
func (s *story) mayOpenQuote(i int) bool {
	k := s.toks[i].Kind
	return k == scan.Quote || k == scan.QuoteOpen
}

// mayCloseQuote reports whether token i is a quotation mark that can close one.
func (s *story) mayCloseQuote(i int) bool {
	k := s.toks[i].Kind
	return k == scan.Quote || k == scan.QuoteClose
}

// isStop reports whether token i is a full stop of Latin letters.
func (s *story) isStop(i int) bool {
	return s.toks[i].Kind == scan.Stop && s.text[s.toks[i].Start] == '.'
}

// isLower reports whether token i is a word in small letters.
func (s *story) isLower(i int) bool { return s.toks[i].Shape.Has(scan.Lower) }
