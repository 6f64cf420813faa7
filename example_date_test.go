package dateline_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/e95690a0/dateline"
)

func ExampleParser_Dates() {
	p := dateline.Parser{Published: time.Date(2018, time.April, 11, 0, 0, 0, 0, time.UTC)}
	text := "The ferry sank early Sunday morning. Divers will return on Friday, and the line, " +
		"which opened on June 3, 1987, stays closed until next month."
	for d := range p.Dates(text) {
		fmt.Printf("%-20s %s\n", d.Span.Of(text), d)
	}
	// Output:
	// early Sunday morning 2018-04-08TMO
	// Friday               2018-04-13
	// June 3, 1987         1987-06-03
	// next month           2018-05
}

func ExampleDates() {
	for d := range dateline.Dates("大桥于2017年4月3日通车") {
		fmt.Println(d)
	}
	// Output: 2017-04-03
}

func ExampleDate_String() {
	fmt.Println(dateline.Date{Unit: dateline.UnitDay, Month: 4, Day: 11})
	fmt.Println(dateline.Date{Unit: dateline.UnitWeekend, Year: 2018, Week: 14})
	fmt.Println(dateline.Date{Unit: dateline.UnitDecade, Year: 1980})
	// Output:
	// --04-11
	// 2018-W14-WE
	// 198
}

func ExampleDate_Time() {
	for d := range dateline.Dates("on April 11, 2018, in the spring of 2018") {
		t, ok := d.Time(time.UTC)
		fmt.Println(d, t.Format(time.RFC1123), ok)
	}
	// Output:
	// 2018-04-11 Wed, 11 Apr 2018 00:00:00 UTC true
	// 2018-SP Mon, 01 Jan 0001 00:00:00 UTC false
}

func ExampleDate_IsZero() {
	d, err := dateline.Parse("MOSCOW (Reuters) - The ministry had nothing to add.")
	fmt.Println(d.Date.IsZero(), err)
	// Output: true <nil>
}

func ExampleDate_MarshalJSON() {
	p := dateline.Parser{Published: time.Date(2018, time.April, 11, 0, 0, 0, 0, time.UTC)}
	for d := range p.Dates("April 3") {
		b, _ := json.Marshal(d)
		fmt.Println(string(b))
	}
	// Output: {"span":[0,7],"value":"2018-04-03","inferred":["year"]}
}

func ExampleDateFields_Has() {
	p := dateline.Parser{Published: time.Date(2018, time.April, 11, 0, 0, 0, 0, time.UTC)}
	for d := range p.Dates("April 3") {
		fmt.Println(d.Inferred.Has(dateline.FieldYear), d.Inferred.Has(dateline.FieldMonth))
	}
	// Output: true false
}
