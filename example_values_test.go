package dateline_test

import (
	"encoding/json"
	"fmt"

	"github.com/e95690a0/dateline"
)

func ExampleSpan_Of() {
	const text = "МОСКВА, 11 апреля. /ТАСС/. Мост открыт."
	d, _ := dateline.Parse(text)
	fmt.Println(d.Places[0].Span, d.Places[0].Span.Of(text))
	// Output: {0 12} МОСКВА
}

func ExampleSpan_Len() {
	fmt.Println(dateline.Span{Start: 7, End: 15}.Len())
	// Output: 8
}

func ExampleSpan_IsZero() {
	d, _ := dateline.Parse("OSLO (AP) — The ferry sailed again.")
	fmt.Println(d.Span.IsZero(), d.Date.Span.IsZero())
	// Output: false true
}

func ExampleSpan_Contains() {
	d, _ := dateline.Parse("OSLO (AP) — The ferry sailed again.")
	fmt.Println(d.Span.Contains(d.Places[0].Span), d.Places[0].Span.Contains(d.Span))
	// Output: true false
}

func ExampleSpan_Overlaps() {
	a, b, c := dateline.Span{Start: 0, End: 4}, dateline.Span{Start: 3, End: 9}, dateline.Span{Start: 4, End: 9}
	fmt.Println(a.Overlaps(b), a.Overlaps(c))
	// Output: true false
}

func ExampleSpan_MarshalJSON() {
	b, err := json.Marshal(dateline.Span{Start: 7, End: 15})
	fmt.Println(string(b), err)
	// Output: [7,15] <nil>
}

func ExampleSpan_UnmarshalJSON() {
	var s dateline.Span
	err := json.Unmarshal([]byte("[7,15]"), &s)
	fmt.Println(s.Start, s.End, err)
	// Output: 7 15 <nil>
}

func ExampleDate_UnmarshalJSON() {
	var d dateline.Date
	err := json.Unmarshal([]byte(`{"span":[8,16],"value":"2018-04-11","inferred":["year"]}`), &d)
	fmt.Println(d.Year, d.Month, d.Day, d.Inferred.Has(dateline.FieldYear), err)
	// Output: 2018 4 11 true <nil>
}

func ExampleDateFields_MarshalJSON() {
	b, err := json.Marshal(dateline.FieldYear | dateline.FieldMonth)
	fmt.Println(string(b), err)
	// Output: ["year","month"] <nil>
}

func ExampleDateFields_UnmarshalJSON() {
	var f dateline.DateFields
	err := json.Unmarshal([]byte(`["year"]`), &f)
	fmt.Println(f.Has(dateline.FieldYear), f.Has(dateline.FieldDay), err)
	// Output: true false <nil>
}

func ExamplePerson_IsZero() {
	const text = "“The ferry is safe,” said Ida Solberg. The harbor board said it was late."
	for at := range dateline.Attributions(text) {
		fmt.Println(at.Source.Of(text), at.Speaker.IsZero())
	}
	// Output:
	// Ida Solberg false
	// The harbor board true
}

func ExampleSource_IsZero() {
	src, _ := dateline.LookupSource("Interfax")
	none, _ := dateline.LookupSource("the harbor board")
	fmt.Println(src.IsZero(), none.IsZero())
	// Output: false true
}
