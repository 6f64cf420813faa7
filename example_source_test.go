package dateline_test

import (
	"fmt"

	"github.com/e95690a0/dateline"
)

func ExampleLookupSource() {
	for _, name := range []string{"Интерфакс", "ＡＰ", "lemonde.fr", "The Star"} {
		src, ok := dateline.LookupSource(name)
		fmt.Println(src.ID, src.Kind, src.Country, ok)
	}
	// Output:
	// interfax wire RU true
	// ap wire US true
	// le-monde newspaper FR true
	//    false
}

func ExampleSources() {
	for src := range dateline.Sources() {
		if src.Country == "MN" && src.Kind == dateline.Wire {
			fmt.Println(src.ID, src.Name, src.Domain)
		}
	}
	// Output:
	// montsame Montsame montsame.mn
}
