package interchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/e95690a0/dateline"
)

// A Format is one that Items are written in and read from. The zero Format is Ninjs3.
type Format uint8

const (
	Ninjs3   Format = iota // IPTC ninjs 3.1
	Ninjs2                 // IPTC ninjs 2.1
	NITF                   // IPTC NITF 3.6
	NewsMLG2               // IPTC NewsML-G2 2.34, at power conformance, with NITF inside
	JSONLD                 // schema.org NewsArticle in JSON-LD
)

// formats says of each Format what it is called, what of Meta it cannot do without, and how it is
// written and read.
var formats = [...]struct {
	name, mediaType string
	needs           []metaField
	write           func(*Item) ([]byte, error)
	read            func([]byte) (Item, error)
}{
	Ninjs3: {"ninjs 3.1", "application/json", []metaField{uri}, writeNinjs3, readNinjs},
	Ninjs2: {"ninjs 2.1", "application/json", []metaField{uri}, writeNinjs2, readNinjs},
	NITF:   {"NITF 3.6", nitfMediaType, nil, writeNITF, readNITF},
	NewsMLG2: {"NewsML-G2 2.34", "application/vnd.iptc.g2.newsitem+xml",
		[]metaField{uri, published, provider}, writeG2, readG2},
	JSONLD: {"schema.org NewsArticle", "application/ld+json", nil, writeLD, readLD},
}

const nitfMediaType = "application/nitf+xml"

// A metaField is a field of Meta that a format may need.
type metaField uint8

const (
	uri metaField = iota
	published
	provider
)

// missing returns the name of the field where m does not have it, or else "".
func (f metaField) missing(m *Meta) string {
	switch {
	case f == uri && m.URI == "":
		return "URI"
	case f == published && m.Published.IsZero():
		return "Published"
	case f == provider && m.Provider == "":
		return "Provider"
	}
	return ""
}

// String returns the name of f with its version, "NITF 3.6"; "" for a number that is no Format.
func (f Format) String() string {
	if int(f) >= len(formats) {
		return ""
	}
	return formats[f].name
}

// MediaType returns the media type of f, "application/ld+json"; "" for a number that is no Format.
func (f Format) MediaType() string {
	if int(f) >= len(formats) {
		return ""
	}
	return formats[f].mediaType
}

// Marshal returns it in the format f. It is an error where f needs what it.Meta lacks: a URI for
// ninjs; a URI, a Provider and the time of publication for NewsML-G2.
func (it *Item) Marshal(f Format) ([]byte, error) {
	if int(f) >= len(formats) {
		return nil, fmt.Errorf("interchange: no format %d", f)
	}
	for _, field := range formats[f].needs {
		if name := field.missing(&it.Meta); name != "" {
			return nil, fmt.Errorf("interchange: %s needs Meta.%s", f, name)
		}
	}
	return formats[f].write(it)
}

// Read reads data in the format f. What Marshal writes is read as it was, as far as f holds it, see
// the package comment; of what others write, the fields that Marshal uses are read. A dateline that
// is given in words only is read by [dateline.Parse].
func Read(data []byte, f Format) (Item, error) {
	if int(f) >= len(formats) {
		return Item{}, fmt.Errorf("interchange: no format %d", f)
	}
	it, err := formats[f].read(data)
	if err != nil {
		return Item{}, fmt.Errorf("interchange: %s: %w", f, err)
	}
	it.parseDateline()
	return it, nil
}

// maxDepth is how deep elements, objects and lists may be nested in what is read.
const maxDepth = 64

var errTooDeep = errors.New("nested too deep")

// decodeJSON reads data into v. A value that may be one or a list is read once more at each level,
// so that what is nested without a bound would take time without a bound.
func decodeJSON(data []byte, v any) error {
	depth, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c == '"':
			quoted = !quoted
		case quoted && c == '\\':
			i++
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				return errTooDeep
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return json.Unmarshal(data, v)
}

// parseDateline reads from the words of the dateline what the format did not give. They are too few
// to tell their language: that of the story counts.
func (it *Item) parseDateline() {
	if it.Dateline.Text == "" || len(it.Dateline.Places) > 0 && !it.Dateline.Date.IsZero() {
		return
	}
	p := dateline.Parser{Published: it.Meta.Published}
	_ = p.Lang.UnmarshalText([]byte(it.Meta.Language)) // what is no tag leaves it to the words
	d, err := p.Parse(it.Dateline.Text)
	if err != nil {
		return
	}
	c := copyist{text: it.Dateline.Text}
	read := c.dateline(d)
	if len(it.Dateline.Places) == 0 {
		it.Dateline.Places = read.Places
	}
	if it.Dateline.Date.IsZero() {
		it.Dateline.Date = read.Date
	}
}

// isoDate returns d as the formats have dates, "2018-04-11", "2018-04" or "2018"; "" for others.
func isoDate(d dateline.Date) string {
	d.Part = ""
	switch {
	case d.Year <= 0 || d.Year > 9999:
	case d.Unit == dateline.UnitDay && d.Month > 0 && d.Day > 0,
		d.Unit == dateline.UnitMonth && d.Month > 0, d.Unit == dateline.UnitYear:
		return d.String()
	}
	return ""
}

// parseDate reads a date, or the date of a time, as ISO 8601 has it; the zero Date for others.
func parseDate(value string) dateline.Date {
	value, _, _ = strings.Cut(value, "T")
	quoted, err := json.Marshal(value)
	if err != nil {
		return dateline.Date{}
	}
	var d dateline.Date
	if d.UnmarshalJSON([]byte(`{"value":`+string(quoted)+`}`)) != nil {
		return dateline.Date{}
	}
	return d
}

// timeOf returns t as RFC 3339 has it; "" for the zero Time.
func timeOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// parseTime reads a time, or a day, in the layout that a format has; the zero Time for others.
func parseTime(layout, value string) time.Time {
	t, err := time.Parse(layout, value)
	if err != nil {
		return time.Time{}
	}
	return t
}

// siteOf returns the address of a source's site; "" where it has none.
func siteOf(s dateline.Source) string {
	if s.Domain == "" {
		return ""
	}
	return "https://" + s.Domain
}

// sourceOf returns the source with the given ID, name and site; kind and country are those that the
// registry has.
func sourceOf(id, name, site string) dateline.Source {
	s := dateline.Source{ID: id, Name: name, Domain: strings.TrimPrefix(site, "https://")}
	if known, ok := dateline.LookupSource(id); ok && id != "" && known.ID == id {
		s.Kind, s.Country = known.Kind, known.Country
	}
	return s
}
