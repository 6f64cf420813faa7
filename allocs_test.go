//go:build !race

package dateline

import "testing"

// The race detector throws away at random what is pooled, which is then allocated anew.
func TestParseNoAllocs(t *testing.T) {
	p := Parser{Published: published}
	for _, text := range commonMisses {
		if n := testing.AllocsPerRun(100, func() { p.Parse(text) }); n != 0 {
			t.Errorf("%v allocations for %q, want none", n, text)
		}
	}
	for _, text := range commonHits {
		if n := testing.AllocsPerRun(100, func() { p.Parse(text) }); n > 3 {
			t.Errorf("%v allocations for %q, want 3 at most", n, text)
		}
	}
}
