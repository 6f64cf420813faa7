package dateline

import (
	"testing"
)

// What is written in any house style is read again as what was written.
func TestHouseStyles(t *testing.T) {
	for _, c := range datelineCases(t) {
		if c.dateline == "" {
			continue
		}
		p := Parser{Published: c.published}
		d, err := p.Parse(c.text)
		if err != nil {
			continue
		}
		for style := range HouseStyle(len(houseStyles)) {
			written := string(d.Append(nil, style))
			again, err := p.Parse(written + " Snow fell on the town.")
			if err != nil {
				t.Errorf("%s/%s: %q is no dateline: %v", c.file, c.line, written, err)
				continue
			}
			checkSays(t, written, again, d)
		}
	}
}

// checkSays compares what two datelines say, not where and with what words.
func checkSays(t *testing.T, written string, got, want Dateline) {
	t.Helper()
	if len(got.Places) != len(want.Places) || len(got.Sources) != len(want.Sources) {
		t.Errorf("%q: %d places and %d sources, want %d and %d", written,
			len(got.Places), len(got.Sources), len(want.Places), len(want.Sources))
		return
	}
	for i, p := range got.Places {
		w := want.Places[i]
		if p.Country != w.Country || p.Region != w.Region {
			t.Errorf("%q: place %d lies in %q %q, want %q %q", written, i, p.Country, p.Region, w.Country, w.Region)
		}
	}
	for i, s := range got.Sources {
		if s.ID != want.Sources[i].ID {
			t.Errorf("%q: source %q, want %q", written, s.ID, want.Sources[i].ID)
		}
	}
	if got.Date.String() != want.Date.String() && want.Date.Day != 0 {
		t.Errorf("%q: date %s, want %s", written, got.Date, want.Date)
	}
}
