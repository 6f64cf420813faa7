// Captions takes the captions of pictures apart: what they show, who made the picture, and who sends
// it out.
package main

import (
	"fmt"
	"strings"

	"github.com/e95690a0/dateline"
)

var captions = []string{
	"Dockers wait at the gate in Gdansk, Poland, Monday, Sept. 2, 2024. (AP Photo/Ewa Zielna)",
	"FILE - A tram passes the castle in Lisbon, on May 3, 2021. (Rui Tavira/Pool Photo via AP, File)",
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
		fmt.Printf("\tmade by %s, sent by %s", names(c.Credit.Photographers), senders(c.Credit.Sources))
		if !c.Date.IsZero() {
			fmt.Printf(", taken on %s", c.Date)
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
	return orNobody(list)
}

func senders(sources []dateline.Source) string {
	var list []string
	for _, s := range sources {
		list = append(list, s.Name)
	}
	return orNobody(list)
}

func orNobody(list []string) string {
	if list == nil {
		return "nobody named"
	}
	return strings.Join(list, " and ")
}
