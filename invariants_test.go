package dateline

import (
	"reflect"
	"testing"
	"unicode/utf8"
)

// checkSpans walks v, a value that was read from text, and checks each Span in it: it is zero, or it
// lies inside text, holds at least a byte, and does not cut a character in two. Elements of a slice
// must come in the order of the text.
func checkSpans(t testing.TB, text string, v any) {
	t.Helper()
	w := spanWalk{t, text, utf8.ValidString(text)}
	w.walk(reflect.TypeOf(v).Name(), reflect.ValueOf(v))
}

type spanWalk struct {
	t     testing.TB
	text  string
	valid bool
}

func (w *spanWalk) walk(path string, v reflect.Value) {
	w.t.Helper()
	if s, ok := v.Interface().(Span); ok {
		w.span(path, s)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				w.walk(path+"."+f.Name, v.Field(i))
			}
		}
	case reflect.Slice:
		last := -1
		for i := range v.Len() {
			w.walk(path, v.Index(i))
			start := startOf(v.Index(i))
			if start < last {
				w.t.Errorf("%s: number %d starts at byte %d, before number %d at %d", path, i, start, i-1, last)
			}
			last = start
		}
	}
}

func (w *spanWalk) span(path string, s Span) {
	w.t.Helper()
	switch {
	case s.IsZero():
	case s.Start < 0 || s.End > len(w.text) || s.Start >= s.End:
		w.t.Errorf("%s: span %v of a text of %d bytes", path, s, len(w.text))
	case w.valid && !(w.onBoundary(s.Start) && w.onBoundary(s.End)):
		w.t.Errorf("%s: span %v cuts a character in two: %q", path, s, s.Of(w.text))
	}
}

func (w *spanWalk) onBoundary(i int) bool {
	return i == len(w.text) || utf8.RuneStart(w.text[i])
}

// startOf returns where the value v starts in the text: a Span, or what has one. Other values have
// no place in the text, and 0.
func startOf(v reflect.Value) int {
	if s, ok := v.Interface().(Span); ok {
		return s.Start
	}
	if v.Kind() == reflect.Struct {
		if f := v.FieldByName("Span"); f.IsValid() {
			return f.Interface().(Span).Start
		}
	}
	return 0
}

// checkInside checks that the parts that are there lie inside whole.
func checkInside(t testing.TB, what string, whole Span, parts ...Span) {
	t.Helper()
	for _, part := range parts {
		if !part.IsZero() && !whole.Contains(part) {
			t.Errorf("%s %v does not hold its part %v", what, whole, part)
		}
	}
}

// checkArticle checks all that must hold for an Article that was read from text.
func checkArticle(t testing.TB, text string, a Article) {
	t.Helper()
	checkSpans(t, text, a)
	checkDateline(t, a.Dateline)
	for _, b := range a.Bylines {
		checkByline(t, b)
	}
	for _, c := range a.Captions {
		checkCaption(t, c)
	}
	for _, at := range a.Attributions {
		checkAttribution(t, at)
	}
	for _, x := range a.CrossRefs {
		checkInside(t, "pointer", x.Span, x.Label, x.Title, x.Outlet.Span)
	}
	last := 0
	for s := range a.Furniture() {
		if s.Start < last {
			t.Errorf("furniture %v starts before byte %d, where that before it ends", s, last)
		}
		last = s.End
	}
}

func checkDateline(t testing.TB, d Dateline) {
	t.Helper()
	checkInside(t, "dateline", d.Span, d.Date.Span)
	for _, p := range d.Places {
		checkInside(t, "dateline", d.Span, p.Span)
	}
	for _, s := range d.Sources {
		checkInside(t, "dateline", d.Span, s.Span)
	}
	for _, p := range d.Persons {
		checkInside(t, "dateline", d.Span, p.Span)
	}
}

func checkByline(t testing.TB, b Byline) {
	t.Helper()
	for _, p := range b.Authors {
		checkInside(t, "byline", b.Span, p.Span)
	}
	for _, s := range b.Sources {
		checkInside(t, "byline", b.Span, s.Span)
	}
}

func checkCaption(t testing.TB, c Caption) {
	t.Helper()
	checkInside(t, "caption", c.Span, c.Body, c.Credit.Span, c.Date.Span)
	for _, p := range c.People {
		checkInside(t, "caption", c.Span, p.Span)
	}
	for _, p := range c.Places {
		checkInside(t, "caption", c.Span, p.Span)
	}
	checkCredit(t, c.Credit)
}

func checkCredit(t testing.TB, c Credit) {
	t.Helper()
	for _, p := range c.Photographers {
		checkInside(t, "credit", c.Span, p.Span)
	}
	for _, s := range c.Sources {
		checkInside(t, "credit", c.Span, s.Span)
	}
}

// The speaker, the outlet and the date of an attribution may stand elsewhere, and are not checked.
func checkAttribution(t testing.TB, a Attribution) {
	t.Helper()
	checkInside(t, "attribution", a.Span, a.Source, a.Cue)
	checkInside(t, "attribution", a.Span, a.Content...)
	for i, c := range a.Content {
		if i > 0 && c.Start < a.Content[i-1].End {
			t.Errorf("content %v overlaps %v", c, a.Content[i-1])
		}
	}
}

// checkSame checks that two readings of one text gave the same.
func checkSame[T any](t testing.TB, first, second T) {
	t.Helper()
	if !reflect.DeepEqual(first, second) {
		t.Errorf("read twice, got\n%+v\nthen\n%+v", first, second)
	}
}
