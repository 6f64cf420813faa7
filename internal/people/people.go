// Package people knows the full names of those whom stories call by one name only: heads of state,
// ministers, spokesmen.
package people

import (
	_ "embed" // for the packed names

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/table"
)

//go:generate go run ../gen/people.go

// names maps a short name to a flag byte as [lang.Longest] has it, the length of the full name and
// the full name.
//
//go:embed names.tab
var names table.Table

// Full returns the full name of the person whom toks name: "Dmitry Peskov" for "Peskov". It is
// empty for one who is not known, and where toks are more or less than a short name.
func Full(text string, toks []lang.Token) string {
	value, width := lang.Longest(names, text, toks)
	if width == 0 || width != len(toks) {
		return ""
	}
	n := int(names[value+1])
	return string(names[value+2 : value+2+n])
}
