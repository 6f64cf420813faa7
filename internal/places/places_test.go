package places

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // so that every zone can be loaded anywhere

	"github.com/e95690a0/dateline/internal/fold"
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/table"
)

func TestNames(t *testing.T) {
	Names.Each(func(v table.Value) {
		name := Name(v)
		if name.Len() == 0 {
			t.Errorf("value %x: no places", v)
		}
		for i := range name.Len() {
			if n, _ := name.number(i); n >= Count {
				t.Errorf("value %x: place %d of %d", v, n, Count)
			}
		}
	})
}

const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

func TestPlaces(t *testing.T) {
	for n := range Count {
		p := get(n)
		if p.Name == "" || p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 {
			t.Errorf("place %d: %+v", n, p)
		}
		if c := p.Country; c != "" && (len(c) != 2 || strings.Trim(c, upper) != "") {
			t.Errorf("%s: country %q", p.Name, c)
		}
		if p.Region != "" && p.Region[:2] != areaOf(n).country() {
			t.Errorf("%s: region %s in %s", p.Name, p.Region, areaOf(n).country())
		}
		if p.Kind == City && (p.Zone == "" || p.Lat == 0 && p.Lon == 0) {
			t.Errorf("%s: no zone or position", p.Name)
		}
	}
}

func TestZones(t *testing.T) {
	for _, zone := range zones[1:] {
		if _, err := time.LoadLocation(zone); err != nil {
			t.Error(err)
		}
	}
}

// The tables may take 1 MB of a program.
func TestSize(t *testing.T) {
	if n := len(Names) + len(lists) + len(records) + len(areas) + len(text); n > 1<<20 {
		t.Errorf("tables of %d bytes", n)
	}
}

func find(t testing.TB, name string) Name {
	keys := lang.Keys(name)
	found := Find([]byte(keys[len(keys)-1]))
	if found.Len() == 0 {
		t.Fatalf("no %s", name)
	}
	return found
}

func TestResolve(t *testing.T) {
	for _, test := range []struct {
		name            string
		hint            Hint
		country, region string
	}{
		{"Paris", Hint{}, "FR", ""},
		{"Paris", Hint{Prefer: "US"}, "FR", ""}, // a name that means one city everywhere
		{"Paris", Hint{Region: "US-TX"}, "US", "US-TX"},
		{"London", Hint{Prefer: "CA"}, "GB", "GB-ENG"},
		{"London", Hint{Country: "CA"}, "CA", "CA-ON"},
		{"Washington", Hint{}, "US", "US-DC"},
		{"Tripoli", Hint{}, "LY", ""},
		{"Tripoli", Hint{Country: "LB"}, "LB", ""},
		{"Tripoli", Hint{Prefer: "LB"}, "LB", ""},
		{"Birmingham", Hint{}, "GB", "GB-ENG"},
		{"Birmingham", Hint{Prefer: "US"}, "US", "US-AL"},
		{"Hyderabad", Hint{}, "", ""}, // in India or in Pakistan
		{"Hyderabad", Hint{Prefer: "PK"}, "PK", "PK-SD"},
		{"Victoria", Hint{}, "", ""},
		{"San Jose", Hint{}, "", ""},
		{"Springfield", Hint{}, "US", ""}, // several states
		{"Georgia", Hint{}, "", ""},       // a state and a country
		{"New York", Hint{}, "US", "US-NY"},
		{"Singapore", Hint{}, "SG", ""},
		{"Jerusalem", Hint{}, "", ""}, // contested
		{"Sevastopol", Hint{}, "", ""},
		{"Laayoune", Hint{}, "", ""},
		{"Taipei", Hint{}, "TW", ""},
		{"Pristina", Hint{}, "XK", ""},
		{"United Nations", Hint{}, "", ""},
	} {
		p, ok := Resolve(find(t, test.name), test.hint)
		if !ok || p.Country != test.country || p.Region != test.region {
			t.Errorf("%s %+v: %q %q %v, want %q %q", test.name, test.hint,
				p.Country, p.Region, ok, test.country, test.region)
		}
	}
}

func TestResolveMiss(t *testing.T) {
	if p, ok := Resolve(find(t, "Paris"), Hint{Country: "JP"}); ok {
		t.Errorf("Paris in Japan: %+v", p)
	}
	if p, ok := Resolve(0, Hint{}); ok {
		t.Errorf("no name: %+v", p)
	}
	if p, ok := Resolve(find(t, "Wis"), Hint{}); ok {
		t.Errorf("an abbreviation alone: %+v", p)
	}
}

// Contested places keep their position and zone.
func TestContested(t *testing.T) {
	p, _ := Resolve(find(t, "القدس"), Hint{})
	if p.Name != "Jerusalem" || p.Lat == 0 || p.Zone != "Asia/Jerusalem" || p.Country != "" {
		t.Errorf("%+v", p)
	}
}

func TestNoAllocs(t *testing.T) {
	key := []byte("birmingham")
	if n := testing.AllocsPerRun(100, func() { Resolve(Find(key), Hint{}) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkFind(b *testing.B) {
	key := []byte("ouagadougou")
	for b.Loop() {
		Find(key)
	}
}

func BenchmarkResolve(b *testing.B) {
	name := find(b, "Springfield")
	for b.Loop() {
		Resolve(name, Hint{})
	}
}

// FuzzResolve looks a name up with what stands beside it.
func FuzzResolve(f *testing.F) {
	f.Add("Paris", "", "", "US")
	f.Add("London", "CA", "", "")
	f.Add("Springfield", "", "US-IL", "")
	f.Add("東京", "JP", "JP-13", "JP")
	f.Add("New", "\xff", "x", "-")
	f.Fuzz(func(t *testing.T, name, country, region, prefer string) {
		found := Find(fold.Append(nil, name))
		h := Hint{Country: country, Region: region, Prefer: prefer}
		p, ok := Resolve(found, h)
		switch {
		case !ok && p != Place{}:
			t.Errorf("%q %+v: a miss is %+v", name, h, p)
		case ok && (found == 0 || p.Name == ""):
			t.Errorf("%q %+v: %+v", name, h, p)
		case ok && p.Country != "" && country != "" && region == "" && p.Country != country:
			t.Errorf("%q %+v: %s", name, h, p.Country)
		}
	})
}
