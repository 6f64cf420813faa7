package dateline_test

import (
	"fmt"

	"github.com/e95690a0/dateline"
)

const text = `WARSAW, April 11, 2018 (Reuters) - A bell was raised from the river in one piece on Monday.

"It is muddy, and it is ours," museum director Piotr Zielak was quoted as saying by the PAP news agency.`

func Example() {
	a := dateline.ParseArticle(text)
	fmt.Println(a.Dateline.Places[0].Name, a.Dateline.Date, a.Dateline.Sources[0].Name)
	for _, at := range a.Attributions {
		fmt.Println(at.Speaker.Name, "via", at.Via.ID, "said", at.Content[0].Of(text))
	}
	// Output:
	// Warsaw 2018-04-11 Reuters
	// Piotr Zielak via pap said "It is muddy, and it is ours,"
}
