// Package outlets holds the registry of news agencies, outlets and platforms: what each is, and the
// names by which texts in many languages call them.
package outlets

import (
	_ "embed" // for the packed tables
	"strings"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/table"
)

//go:generate go run ../gen/outlets.go

// Names maps the folded names, aliases and domains of all outlets, and each beginning of one after
// a whole token, to a [Name]. Its keys are those of lang.Longest.
//
//go:embed names.tab
var Names table.Table

// lists holds for each name of several outlets how many they are (1 byte), and the number of each
// (2 bytes).
//
//go:embed lists.tab
var lists string

// begins and lower hold the hashes of how names begin, in lower those that may be written in lower
// case: of their first two words, or the one that they are.
var (
	//go:embed begins.tab
	begins table.Sieve
	//go:embed lower.tab
	lower table.Sieve
)

// Begin reports whether a name may begin with the words t and next, as far as the two tell;
// inLower asks for one that may be written in lower case.
func Begin(t, next *lang.Token, inLower bool) bool {
	s := begins
	if inLower {
		s = lower
	}
	return s.Has(t.Hash) || s.Has(lang.Pair(t, next))
}

// records holds, for the outlets in the order of their IDs: Count offsets of records (3 bytes each)
// and the records, each the number of the kind, the lengths of ID, name, country, domain and
// language (1 byte each), and these strings.
//
//go:embed records.tab
var records string

// An Outlet is an entry of the registry. Country is an ISO 3166-1 alpha-2 code; it and Domain are
// empty where there is none. Lang is the BCP 47 tag of the language it writes in.
type Outlet struct {
	Kind                            string
	ID, Name, Country, Domain, Lang string
}

// SetApart reports whether the registry tells o from others of its name by where it is at home:
// "The Guardian (Nigeria)".
func (o Outlet) SetApart() bool { return strings.HasSuffix(o.Name, ")") }

// Get returns outlet number i, counted from 0 to Count-1 in the order of their IDs. The strings are
// parts of the embedded table: nothing is allocated.
func Get(i int) Outlet {
	at := offsetOf(i)
	o := Outlet{Kind: kinds[records[at]]}
	rest := at + 6
	for f, field := range [...]*string{&o.ID, &o.Name, &o.Country, &o.Domain, &o.Lang} {
		n := int(records[at+1+f])
		*field = records[rest : rest+n]
		rest += n
	}
	return o
}

func offsetOf(i int) int {
	r := records[3*i : 3*i+3]
	return int(r[0]) | int(r[1])<<8 | int(r[2])<<16
}

func idOf(i int) string {
	at := offsetOf(i)
	return records[at+6 : at+6+int(records[at+1])]
}

// A Name is an entry of Names: the outlets that are called so. The zero Name is none.
type Name table.Value

// The number of a Name: that of the outlet, or the offset of several in lists; and how the name
// must be written in running text to count there.
const (
	number     = 1<<13 - 1
	several    = 1 << (12 + iota) // outlets have the name
	weak                          // a common word, or a name that others share
	allCaps                       // written in capitals only: "AP"
	lowerFirst                    // may start in lower case: "dpa"
	lowerLast                     // may end in a word in lower case: "Chine nouvelle"
)

func (n Name) has(flag int) bool { return n.number()&flag != 0 }

func (n Name) number() int { return table.Value(n).Number() }

// Len returns how many outlets have the name; 0 for the zero Name.
func (n Name) Len() int {
	switch {
	case !table.Value(n).Has(table.Whole):
		return 0
	case n.has(several):
		return int(lists[n.number()&number])
	}
	return 1
}

// Outlet returns the number of outlet i, of Len, that has the name. Where the name is not weak, the
// first has the best claim to it.
func (n Name) Outlet(i int) int {
	at := n.number() & number
	if n.has(several) {
		return int(table.Uint16(lists[at+1+2*i:]))
	}
	return at
}

// Weak reports whether the name is no evidence by itself: a common word such as "Time", or an
// abbreviation that others use.
func (n Name) Weak() bool { return n.has(weak) }

// AllCaps reports whether the name is written in capitals only.
func (n Name) AllCaps() bool { return n.has(allCaps) }

// LowerFirst reports whether the first word may be in lower case.
func (n Name) LowerFirst() bool { return n.has(lowerFirst) }

// LowerLast reports whether the last word may be in lower case.
func (n Name) LowerLast() bool { return n.has(lowerLast) }

// Find returns the name with the given key, which is folded as lang.Keys does it.
func Find(key []byte) Name {
	v := table.Find(Names, key, fold.Hash(key))
	if !v.Has(table.Whole) {
		return 0
	}
	return Name(v)
}

// ByID returns the number of the outlet with the given ID, or -1.
func ByID(id string) int {
	low, high := 0, Count
	for low < high {
		mid := int(uint(low+high) / 2)
		switch other := idOf(mid); {
		case other == id:
			return mid
		case other < id:
			low = mid + 1
		default:
			high = mid
		}
	}
	return -1
}
