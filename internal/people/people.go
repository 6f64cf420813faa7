// Package people knows the full names of those whom stories call by one name only, heads of state,
// ministers, spokesmen; and of first names whether they are those of men or of women.
package people

import (
	_ "embed" // for the packed names

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/table"
)

//go:generate go run ../gen/people.go ../gen/npm.go

// names maps a short name to the offset of the full name in text.
//
//go:embed names.tab
var names table.Table

// text holds the full names, before each its length (1 byte).
//
//go:embed text.tab
var text string

// Full returns the full name of the person whom toks name: "Dmitry Peskov" for "Peskov". It is
// empty for one who is not known, and where toks are more or less than a short name.
func Full(story string, toks []lang.Token) string {
	value, width := lang.Longest(names, story, toks)
	if width == 0 || width != len(toks) {
		return ""
	}
	at := value.Number()
	return text[at+1:][:text[at]]
}

// forenames maps a first name to the sex of those who have it.
//
//go:embed forenames.tab
var forenames table.Table

// Sex returns 1 where the first of toks is a name of men, 2 where it is one of women: "Peter",
// "Amina". It is 0 for one that both have, "Robin", and for one that is not known.
func Sex(story string, toks []lang.Token) int {
	value, _ := lang.Longest(forenames, story, toks[:1])
	return value.Number()
}
