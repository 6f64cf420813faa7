package main

import (
	"log"
	"os"
	"strings"
)

func Example() {
	story := `"It is muddy, and it is ours," museum director Piotr Zielak was quoted as saying by the PAP news agency.

The bell will ring again in May, Zielak told AFP on April 11, 2018.`
	if err := run(strings.NewReader(story), os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// {"who":"Piotr Zielak","said":["\"It is muddy, and it is ours,\""],"via":"Polska Agencja Prasowa"}
	// {"who":"Piotr Zielak","said":["The bell will ring again in May"],"via":"Agence France-Presse","on":"2018-04-11"}
}
