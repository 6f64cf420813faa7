package dateline_test

import (
	"fmt"

	"github.com/e95690a0/dateline"
)

func ExampleAttributions() {
	text := "Harbour master Ines Kallio said the ferry was late. “We had fog,” Kallio said."
	for a := range dateline.Attributions(text) {
		fmt.Printf("%s: %s (%s)\n", a.Speaker.Name, a.Content[0].Of(text), a.Kind)
	}
	// Output:
	// Ines Kallio: the ferry was late (indirect)
	// Ines Kallio: “We had fog,” (direct)
}
