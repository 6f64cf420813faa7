package dateline

import (
	"encoding/json"
	"testing"
)

func TestSpanOf(t *testing.T) {
	const text = "Zürich"
	for _, c := range []struct {
		span Span
		want string
	}{
		{Span{}, ""},
		{Span{0, 7}, "Zürich"},
		{Span{1, 3}, "ü"},
		{Span{7, 7}, ""},
		{Span{-1, 3}, ""},
		{Span{3, 8}, ""},
		{Span{3, 1}, ""},
	} {
		if got := c.span.Of(text); got != c.want {
			t.Errorf("%v: got %q, want %q", c.span, got, c.want)
		}
	}
}

func TestSpanRelations(t *testing.T) {
	for _, c := range []struct {
		a, b               Span
		contains, overlaps bool
	}{
		{Span{2, 6}, Span{2, 6}, true, true},
		{Span{2, 6}, Span{3, 5}, true, true},
		{Span{3, 5}, Span{2, 6}, false, true},
		{Span{2, 6}, Span{5, 7}, false, true},
		{Span{2, 6}, Span{6, 7}, false, false},
		{Span{2, 6}, Span{0, 2}, false, false},
	} {
		if got := c.a.Contains(c.b); got != c.contains {
			t.Errorf("%v contains %v: got %v", c.a, c.b, got)
		}
		if got := c.a.Overlaps(c.b); got != c.overlaps {
			t.Errorf("%v overlaps %v: got %v", c.a, c.b, got)
		}
		if got := c.b.Overlaps(c.a); got != c.overlaps {
			t.Errorf("%v overlaps %v: got %v", c.b, c.a, got)
		}
	}
}

func TestSpanJSON(t *testing.T) {
	b, err := json.Marshal(Span{7, 15})
	if err != nil || string(b) != "[7,15]" {
		t.Errorf("got %s, %v, want [7,15]", b, err)
	}
	var s Span
	if err := json.Unmarshal(b, &s); err != nil || s != (Span{7, 15}) {
		t.Errorf("got %v, %v, want {7 15}", s, err)
	}
	for _, bad := range []string{`"7-15"`, `{"Start":7}`, `[7,"x"]`} {
		if err := json.Unmarshal([]byte(bad), &s); err == nil {
			t.Errorf("%s: got %v, want an error", bad, s)
		}
	}
}

func TestParseError(t *testing.T) {
	err := error(&ParseError{Elem: "date", Offset: 8, Msg: "no such day"})
	if got, want := err.Error(), "dateline: date at byte 8: no such day"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzSpanJSON(f *testing.F) {
	for _, b := range []string{"[7,15]", "[0,0]", "[-1,2]", "null", "[1]", "[1,2,3]", `{"Start":1}`, "[1e3,2]", ""} {
		f.Add([]byte(b))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var s, again Span
		if json.Unmarshal(b, &s) != nil {
			return
		}
		out, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(out, &again); err != nil || again != s {
			t.Errorf("%s is %v, written %s and read again %v: %v", b, s, out, again, err)
		}
		if got := s.Of(string(b)); got != "" && len(got) != s.Len() {
			t.Errorf("%v of %d bytes is %q", s, len(b), got)
		}
	})
}
