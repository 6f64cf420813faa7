package dateline

// A Dateline opens a story and says where, when and by whom it was filed, as in
// "MOSCOW, April 11 (Reuters) — ". The story itself is text[d.Span.End:] without leading blanks. The
// zero Dateline is none.
type Dateline struct {
	// Span runs from the first letter or bracket to the end of the separator: "LONDON/TEHRAN
	// (Reuters) -", "【モスクワ共同】". Bylines and slugs before it are outside.
	Span Span `json:"span,omitzero"`
	// Places are the towns, in order; none in "April 11 (Reuters) -".
	Places []Place `json:"places,omitzero"`
	// Date is the day that it names; its year comes from Parser.Published where the line has none.
	Date Date `json:"date,omitzero"`
	// Sources are the agencies, in order: two in "(AP/AFP)".
	Sources []Source `json:"sources,omitzero"`
	// Persons are the reporters that some agencies name here: "【ソウル＝小池和樹】".
	Persons []Person `json:"persons,omitzero"`
}

// A Place is a town, or what stands for one, in a dateline or caption. The zero Place is none.
type Place struct {
	// Span covers the words of the place alone: "EAU CLAIRE" in "EAU CLAIRE, Wis. (AP)".
	Span Span `json:"span,omitzero"`
	// Name is the place as it is known in English, "Moscow" for "МОСКВА"; where that is not known,
	// the words of the text.
	Name string `json:"name,omitzero"`
	// Region is its ISO 3166-2 code, "US-WI"; empty where the text does not decide.
	Region string `json:"region,omitzero"`
	// Country is its ISO 3166-1 alpha-2 code, "RU". It is empty for a town that is not known, or
	// not told from others of its name, and for contested ground: Jerusalem, Crimea.
	Country string `json:"country,omitzero"`
	// Lat and Lon are its position in degrees, north and east positive; both 0 where not known.
	Lat float64 `json:"lat,omitzero"`
	Lon float64 `json:"lon,omitzero"`
	// TimeZone is its IANA name, "Europe/Moscow"; empty where not known.
	TimeZone string `json:"timeZone,omitzero"`
}

// Parse reads the dateline that opens text.
func (p *Parser) Parse(text string) (Dateline, error) { return Dateline{}, ErrNotFound }
