package dateline

import (
	"cmp"
	"strings"
	"testing"
)

// TestPlaceNames reads testdata/place/names.txt: "Moskau || Moscow, RU".
func TestPlaceNames(t *testing.T) {
	for _, line := range sourceCases(t, "testdata/place/names.txt") {
		text, want, _ := strings.Cut(line, " || ")
		t.Run(text, func(t *testing.T) {
			s := new(Parser).newStory(text)
			p, width := s.placeFrom(0)
			if got := p.Name + ", " + p.Country; got != want || width != len(s.toks) {
				t.Errorf("got %q, %d tokens of %d, want %q", got, width, len(s.toks), want)
			}
			if p.Lat == 0 || p.Lon == 0 || p.TimeZone == "" {
				t.Errorf("position %v, %v, zone %q", p.Lat, p.Lon, p.TimeZone)
			}
		})
	}
}

// TestPlaceTails reads testdata/place/tails.txt: "TROY, Mich. (AP) || Troy, US-MI [TROY, Mich.]".
func TestPlaceTails(t *testing.T) {
	for _, line := range sourceCases(t, "testdata/place/tails.txt") {
		text, want, _ := strings.Cut(line, " || ")
		t.Run(text, func(t *testing.T) {
			s := new(Parser).newStory(text)
			p, end := s.placeFrom(0)
			if end > 0 {
				end += s.placeTail(end, &p)
			}
			area := cmp.Or(p.Region, p.Country, "-")
			if got := p.Name + ", " + area + " [" + s.span(0, end).Of(text) + "]"; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if p.Region != "" && !strings.HasPrefix(p.Region, p.Country+"-") {
				t.Errorf("region %q in %q", p.Region, p.Country)
			}
		})
	}
}

// Towns that the gazetteer does not have still lie in the state that stands behind them.
func TestPlaceTailOfStranger(t *testing.T) {
	for _, test := range []struct{ text, region, country, tail string }{
		{"NOWHEREVILLE, Pa. (AP)", "US-PA", "US", ", Pa."},
		{"NOWHEREVILLE, MICH., May 2", "US-MI", "US", ", MICH."},
		{"NOWHEREVILLE, Ga, May 2", "US-GA", "US", ", Ga"},
		{"NOWHEREVILLE, PA", "", "", ""}, // Pennsylvania, or Pará
		{"NOWHEREVILLE, SP (FOLHA)", "BR-SP", "BR", ", SP"},
		{"NOWHEREVILLE, Kenya", "", "KE", ", Kenya"},
		{"NOWHEREVILLE, Georgia", "", "", ""}, // a state and a country
		{"NOWHEREVILLE (Kerala) [India]", "IN-KL", "IN", " (Kerala) [India]"},
		{"NOWHEREVILLE (PA)", "", "", ""}, // an agency
		{"NOWHEREVILLE, so they say", "", "", ""},
	} {
		s := new(Parser).newStory(test.text)
		p := Place{Span: s.span(0, 1)}
		width := s.placeTail(1, &p)
		tail := test.text[p.Span.End:s.span(0, 1+width).End]
		if p.Region != test.region || p.Country != test.country || tail != test.tail {
			t.Errorf("%q: %q %q %q, want %q %q %q", test.text,
				p.Region, p.Country, tail, test.region, test.country, test.tail)
		}
	}
}

func TestPlacePrefersHome(t *testing.T) {
	for _, test := range []struct{ text, home, country string }{
		{"Hyderabad", "IN", "IN"},
		{"Hyderabad", "PK", "PK"},
		{"Birmingham", "US", "US"},
		{"Paris", "US", "FR"},
		{"London", "CA", "GB"},
		{"Victoria", "AU", "AU"}, // the state
		{"Lebanon", "", "LB"},
		{"Ontario", "", ""},
		{"Mexico", "", "MX"},
		{"Cuba", "", "CU"},
	} {
		s := (&Parser{Country: test.home}).newStory(test.text)
		if p, _ := s.placeFrom(0); p.Country != test.country {
			t.Errorf("%s at home in %s: %q, want %q", test.text, test.home, p.Country, test.country)
		}
	}
}

func TestPlaceFromNoAllocs(t *testing.T) {
	s := new(Parser).newStory("EAU CLAIRE, Wis. (AP)")
	if n := testing.AllocsPerRun(100, func() {
		p, width := s.placeFrom(0)
		s.placeTail(width, &p)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkPlaceFrom(b *testing.B) {
	s := new(Parser).newStory("EAU CLAIRE, Wis. (AP)")
	for b.Loop() {
		p, width := s.placeFrom(0)
		s.placeTail(width, &p)
	}
}
