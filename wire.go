package dateline

import "github.com/e95690a0/dateline/internal/lang"

// readWire returns the agency whose copy the story is. The dateline says so, or else a byline or
// sign-off that does not merely thank it, or the way in which an agency signs. Where the paper's
// own name stands instead, it is nobody's copy.
func (s *story) readWire() Source {
	for _, src := range s.dateline.Sources {
		if s.isWire(src) && !s.inCaption(src.Span) {
			return src
		}
	}
	for i := range s.bylines {
		b := &s.bylines[i]
		if b.signs&(signContrib|signWith) != 0 && b.signs&signOrigin == 0 {
			continue
		}
		for _, src := range b.Sources {
			if s.isWire(src) {
				return src
			}
		}
	}
	for i := range s.bylines {
		if src := s.signedAs(&s.bylines[i]); !src.IsZero() {
			return src
		}
	}
	return Source{}
}

// inCaption reports whether x lies in a caption: "Jane Doe / Reuters" above a story is no dateline.
func (s *story) inCaption(x Span) bool {
	for i := range s.captions {
		if s.captions[i].Span.Overlaps(x) {
			return true
		}
	}
	return false
}

// isWire reports whether src is an agency, and not the paper itself.
func (s *story) isWire(src Source) bool {
	return src.Kind == Wire && src.ID != "" && src.ID != s.Outlet && src.Name != s.Outlet
}

// A signature is the way in which an agency signs its stories.
type signature struct {
	id    string
	lang  string
	roles [2]string // of the first and the last of those whom it names
}

// signatures are those that name no agency and yet tell it: "(Reporting by A; Editing by B)".
var signatures = [...]signature{
	{"reuters", "en", [2]string{duties[lang.DutyReporting], duties[lang.DutyEditing]}},
}

// signedAs returns the agency that signs as b does, in brackets.
func (s *story) signedAs(b *bylineAt) Source {
	n := len(b.Authors)
	if n < 2 || s.text[b.Span.Start] != '(' {
		return Source{}
	}
	roles := [2]string{b.Authors[0].Role, b.Authors[n-1].Role}
	for _, sig := range &signatures {
		if sig.lang == s.lang.Tag() && sig.roles == roles {
			src, _ := LookupSource(sig.id)
			src.Span = b.Span
			return src
		}
	}
	return Source{}
}
