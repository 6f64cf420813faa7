package dateline

import (
	"iter"

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/outlets"
	"github.com/e95690a0/dateline/internal/scan"
)

// A SourceKind says what a [Source] is. The empty SourceKind is not known.
type SourceKind string

// The kinds of source, as the registry has them.
const (
	Wire        SourceKind = "wire"        // news agencies: Reuters, Interfax
	Photo       SourceKind = "photo"       // picture agencies: Getty Images
	Newspaper   SourceKind = "newspaper"   // The Hindu
	Magazine    SourceKind = "magazine"    // Der Spiegel
	Broadcaster SourceKind = "broadcaster" // NHK
	Online      SourceKind = "online"      // Politico
	Social      SourceKind = "social"      // platforms: X, Telegram
	Official    SourceKind = "official"    // offices that issue pictures and statements: the Kremlin's
)

// A Source is a news agency, an outlet or a platform: Interfax in "the Interfax news agency
// reported". The zero Source is none.
type Source struct {
	// Span covers the name as the text has it, "Interfax", or the word for it in an Attribution that
	// does not name it again, "newspaper"; it is zero in what LookupSource returns.
	Span Span `json:"span,omitzero"`
	// ID is the registry's short name, "interfax". It is empty for an agency in a credit that the
	// registry does not have; Name is then the words of the text.
	ID string `json:"id,omitzero"`
	// Name is the usual English or own name, "Interfax".
	Name string `json:"name,omitzero"`
	// Kind is what it is.
	Kind SourceKind `json:"kind,omitzero"`
	// Country is its home as an ISO 3166-1 alpha-2 code, "RU"; empty for one that has none.
	Country string `json:"country,omitzero"`
	// Domain is its site's, "interfax.ru"; empty where it has none.
	Domain string `json:"domain,omitzero"`
}

// IsZero reports whether s names no source.
func (s Source) IsZero() bool { return s == Source{} }

// LookupSource returns the agency, outlet or platform with the given ID, name, alias in any
// language or domain: "interfax", "Interfax", "Интерфакс" and "interfax.ru" all are Interfax. Case
// and accents of capitals do not matter. A miss, and an alias that could be several, gives the zero
// Source and false.
func LookupSource(name string) (Source, bool) {
	if i := outlets.ByID(name); i >= 0 {
		return registered(i), true
	}
	n := findName(name)
	if n.Len() == 0 || n.Len() > 1 && n.Weak() {
		return Source{}, false
	}
	return registered(n.Outlet(0)), true
}

// Sources returns all sources of the registry, in the order of their IDs.
func Sources() iter.Seq[Source] {
	return func(yield func(Source) bool) {
		for i := range outlets.Count {
			if !yield(registered(i)) {
				return
			}
		}
	}
}

// registered returns source number i of the registry.
func registered(i int) Source {
	o := outlets.Get(i)
	return Source{
		ID:      o.ID,
		Name:    o.Name,
		Kind:    SourceKind(o.Kind),
		Country: o.Country,
		Domain:  o.Domain,
	}
}

// findName looks up a name that stands alone.
func findName(name string) outlets.Name {
	var buf [128]byte
	return outlets.Find(appendKey(buf[:0], name))
}

// appendKey appends to key the words of a name that stands alone, folded and joined as the keys of
// tables are. It gives up on a name that is longer than any key.
func appendKey(key []byte, name string) []byte {
	words, word := scan.New(name), scan.Token{}
	for words.Next(&word) {
		if len(key)+2*int(word.End-word.Start) >= cap(key) {
			return nil
		}
		if len(key) > 0 && word.Gap > scan.None {
			key = append(key, ' ')
		}
		key = fold.Append(key, name[word.Start:word.End])
	}
	return key
}
