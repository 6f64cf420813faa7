package dateline_test

import (
	"fmt"

	"github.com/e95690a0/dateline"
)

func ExampleParseByline() {
	b, err := dateline.ParseByline("(Reporting by Ida Solberg in Oslo; Editing by Tom Marsh)")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range b.Authors {
		fmt.Println(a.Name, "-", a.Role)
	}
	// Output:
	// Ida Solberg - reporting
	// Tom Marsh - editing
}
