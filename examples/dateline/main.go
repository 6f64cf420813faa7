// Dateline prints where and when stories were filed, and by which agency, from the datelines that
// open them.
package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/e95690a0/dateline"
)

var openings = []string{
	"EAU CLAIRE, Wis. (AP) — The bridge opened at noon, a day early.",
	"LISBON/MADRID, April 11 (Reuters) - Two railways will share one ticket.",
	"Berlin (dpa) - Der Zoo sucht einen Namen für den kleinen Esel.",
	"МОСКВА, 10 апреля. /ТАСС/. Метро откроет две станции.",
	"【ソウル共同】韓国の鉄道は１１日、新しい時刻表を発表した。",
	"The ministry had nothing to add.",
	"PARIS, February 31 (AFP) - A calendar was withdrawn from sale.",
}

func main() {
	p := dateline.Parser{Published: time.Date(2018, time.April, 12, 0, 0, 0, 0, time.UTC)}
	for _, text := range openings {
		d, err := p.Parse(text)
		switch {
		case errors.Is(err, dateline.ErrNotFound):
			fmt.Println("no dateline")
			continue
		case err != nil:
			fmt.Println(err)
			continue
		}
		for _, place := range d.Places {
			fmt.Printf("%s (%s) ", place.Name, place.Country)
		}
		for _, source := range d.Sources {
			fmt.Printf("by %s ", source.Name)
		}
		if !d.Date.IsZero() {
			fmt.Printf("on %s ", d.Date)
		}
		fmt.Printf("after %d bytes\n", d.Span.End)
	}
}
