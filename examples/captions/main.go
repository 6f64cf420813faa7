// Captions takes the captions of pictures apart: what they show, who made the picture, and who
// sends it out.
package main

import (
	"fmt"
	"strings"

	"github.com/e95690a0/dateline"
)

var captions = []string{
	"Dockers wait at the gate in Gdansk, Poland, Monday, Sept. 2, 2024. (AP Photo/Ewa Zielna)",
	"FILE - A tram passes the castle in Lisbon, on May 3, 2021. (Rui Tavira/Pool Photo via AP, File)",
	"Skaters cross the frozen bay. Aino Rask/AFP via Getty Images",
	"Ein Esel im Zoo von Rostock. Foto: Jens Ottermann/dpa",
	"La barque du passeur, à Marseille, le 3 avril 2024. © Lucien Baratier / AFP",
	"The last ferry of the evening",
}

func main() {
	for _, text := range captions {
		c, err := dateline.ParseCaption(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(c.Body.Of(text))
		if c.Credit.Span.IsZero() {
			fmt.Println("\tno credit")
			continue
		}
		fmt.Printf("\tby %s for %s", names(c.Credit.Photographers), agencies(c.Credit.Sources))
		if !c.Date.IsZero() {
			fmt.Printf(", on %s", c.Date)
		}
		if c.File {
			fmt.Print(", from the archive")
		}
		fmt.Println()
	}
}

func names(people []dateline.Person) string {
	var list []string
	for _, p := range people {
		list = append(list, p.Name)
	}
	return strings.Join(list, " and ")
}

func agencies(sources []dateline.Source) string {
	var list []string
	for _, s := range sources {
		list = append(list, s.Name)
	}
	return strings.Join(list, ", then ")
}
