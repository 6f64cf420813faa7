package dateline

import "testing"

func TestPlaceFrom(t *testing.T) {
	for _, test := range []struct{ text, name, country, region string }{
		{"PARIS, May 3", "Paris", "FR", ""},
		{"Moskau", "Moscow", "RU", ""},
		{"모스크바에서", "Moscow", "RU", ""},
		{"EAU CLAIRE, Wis. (AP)", "Eau Claire", "US", "US-WI"},
		{"Kochi (Kerala) [India]", "Kochi", "IN", "IN-KL"},
		{"EVERETT, Washington", "Everett", "US", "US-WA"},
		{"TBILISI, Georgia", "Tbilisi", "GE", ""},
		{"ATLANTA, Georgia", "Atlanta", "US", "US-GA"},
		{"HYDERABAD (AP)", "Hyderabad", "", ""},
		{"Victoria", "Victoria", "", ""},
		{"paris", "", "", ""},
	} {
		s := new(Parser).newStory(test.text)
		p, width := s.placeFrom(0)
		if width > 0 && width < len(s.toks) {
			s.placeTail(width, &p)
		}
		if p.Name != test.name || p.Country != test.country || p.Region != test.region {
			t.Errorf("%q: %q %q %q, want %q %q %q", test.text,
				p.Name, p.Country, p.Region, test.name, test.country, test.region)
		}
	}
}
