package dateline

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/places"
)

// A HouseStyle is the way an agency writes its datelines, for [Dateline.Append]. The zero
// HouseStyle is Plain.
type HouseStyle uint8

// The house styles, each with a dateline in it.
const (
	Plain        HouseStyle = iota // Eau Claire, Wisconsin, March 3, 2024 (Reuters) –
	APStyle                        // EAU CLAIRE, Wis. (AP) —
	ReutersStyle                   // EAU CLAIRE, Wisconsin, March 3 (Reuters) -
	AFPStyle                       // Eau Claire, Wisconsin, March 3, 2024 (AFP) -
	XinhuaStyle                    // EAU CLAIRE, Wisconsin, March 3 (Xinhua) --
)

// A houseStyle is what the house styles differ in.
type houseStyle struct {
	capitals  bool       // the place is in capitals
	country   bool       // the country or state stands after all places but the best known
	states    bool       // American states are abbreviated as AP does it
	year      bool       // the year is written where it is known at all
	months    [12]string // as they are abbreviated
	separator string
}

var (
	fullMonths = [12]string{"January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December"}
	apMonths = [12]string{"Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.",
		"Sept.", "Oct.", "Nov.", "Dec."}
	reutersMonths = [12]string{"Jan", "Feb", "March", "April", "May", "June", "July", "Aug",
		"Sept", "Oct", "Nov", "Dec"}
)

var houseStyles = [...]houseStyle{
	Plain:        {year: true, months: fullMonths, separator: " –"},
	APStyle:      {capitals: true, country: true, states: true, months: apMonths, separator: " —"},
	ReutersStyle: {capitals: true, months: reutersMonths, separator: " -"},
	AFPStyle:     {year: true, months: fullMonths, separator: " -"},
	XinhuaStyle:  {capitals: true, months: apMonths, separator: " --"},
}

// apStates are AP's abbreviations of the American states that it abbreviates (AP Stylebook, "state
// names").
const apStates = "US-AL Ala. US-AZ Ariz. US-AR Ark. US-CA Calif. US-CO Colo. US-CT Conn. " +
	"US-DE Del. US-FL Fla. US-GA Ga. US-IL Ill. US-IN Ind. US-KS Kan. US-KY Ky. US-LA La. " +
	"US-MD Md. US-MA Mass. " +
	"US-MI Mich. US-MN Minn. US-MS Miss. US-MO Mo. US-MT Mont. US-NE Neb. US-NV Nev. US-NH N.H. " +
	"US-NJ N.J. US-NM N.M. US-NY N.Y. US-NC N.C. US-ND N.D. US-OK Okla. US-OR Ore. US-PA Pa. " +
	"US-RI R.I. US-SC S.C. US-SD S.D. US-TN Tenn. US-VT Vt. US-VA Va. US-WA Wash. US-WV W.Va. " +
	"US-WI Wis. US-WY Wyo. "

// String returns d in the Plain style: "Moscow, April 11, 2018 (Reuters) –".
func (d Dateline) String() string { return string(d.Append(nil, Plain)) }

// Append appends d to b as a house style writes it and returns the longer slice. Parsed again, with
// the same Parser, it gives the places, the day and the agencies of d; as much of country and state
// is written as that takes. Reporters are left out, and so is a date that is no day. The zero
// Dateline appends nothing.
func (d Dateline) Append(b []byte, style HouseStyle) []byte {
	if int(style) >= len(houseStyles) {
		style = Plain
	}
	h := &houseStyles[style]
	start := len(b)
	for i := range d.Places {
		if i > 0 {
			b = append(b, '/')
		}
		b = h.appendPlace(b, &d.Places[i])
	}
	if d.Date.Month > 0 && d.Date.Day > 0 {
		if len(d.Places) > 0 {
			b = append(b, ", "...)
		}
		b = h.appendDate(b, d.Date)
	}
	b = appendAgencies(b, d.Sources, start)
	if len(b) > start {
		b = append(b, h.separator...)
	}
	return b
}

func (h *houseStyle) appendPlace(b []byte, p *Place) []byte {
	name, _, _ := strings.Cut(p.Name, " (") // "Frankfurt (Oder)": no bracket but the agency's
	if h.capitals {
		name = strings.ToUpper(name)
	}
	b = append(b, name...)
	for _, tail := range h.tails(p) {
		if p.readsBack(name + tail) {
			return append(b, tail...)
		}
	}
	return b
}

// tails lists what may stand after a place, in the order in which the style prefers it.
func (h *houseStyle) tails(p *Place) []string {
	region, country := ", "+h.region(p.Region), ", "+places.AreaName(p.Country)
	switch {
	case p.Country == "":
		return []string{""}
	case !h.country || places.StandsAlone(p.Name):
		return []string{"", region, country, region + country}
	case p.Country == "US":
		return []string{region, "", ", " + places.AreaName(p.Region), country}
	}
	return []string{country, "", region + country}
}

// region is the name of a region as the style writes it.
func (h *houseStyle) region(code string) string {
	if _, rest, ok := strings.Cut(apStates, code+" "); ok && h.states && code != "" {
		short, _, _ := strings.Cut(rest, " ")
		return short
	}
	return places.AreaName(code)
}

// readsBack reports whether a reader takes what is written for p.
func (p *Place) readsBack(written string) bool {
	s := zero.newStory(written)
	defer s.close()
	if len(s.toks) == 0 {
		return true // a place without a name
	}
	q, width, _ := s.townFrom(0)
	if width == 0 {
		width = s.capitals(0)
		q = Place{Span: s.span(0, width), Name: p.Name}
	}
	width += s.placeTail(width, &q)
	return width == len(s.toks) && q.Country == p.Country && q.Region == p.Region
}

func (h *houseStyle) appendDate(b []byte, d Date) []byte {
	if d.Month > len(h.months) {
		return b
	}
	b = append(b, h.months[d.Month-1]...)
	b = append(b, ' ')
	b = strconv.AppendInt(b, int64(d.Day), 10)
	if d.Year > 0 && (h.year || !d.Inferred.Has(FieldYear)) {
		b = append(b, ", "...)
		b = strconv.AppendInt(b, int64(d.Year), 10)
	}
	return b
}

// appendAgencies appends "(AP/AFP)", after a blank where the dateline has begun before it.
func appendAgencies(b []byte, sources []Source, start int) []byte {
	for i := range sources {
		switch {
		case i > 0:
			b = append(b, '/')
		case len(b) > start:
			b = append(b, " ("...)
		default:
			b = append(b, '(')
		}
		b = append(b, sources[i].short()...)
	}
	if len(sources) > 0 {
		b = append(b, ')')
	}
	return b
}

// short is what an agency calls itself in a dateline: its initials, where the registry has them as
// a name of its own, "AP", else its name.
func (s *Source) short() string {
	var initials []byte
	word := true
	for i := 0; i < len(s.Name); {
		r, n := utf8.DecodeRuneInString(s.Name[i:])
		if word && r != ' ' && r != '-' {
			initials = utf8.AppendRune(initials, r)
		}
		word = r == ' ' || r == '-'
		i += n
	}
	if len(initials) < 2 {
		return s.Name
	}
	if found, ok := LookupSource(string(initials)); ok && found.ID == s.ID {
		return string(initials)
	}
	return s.Name
}
