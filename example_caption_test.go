package dateline_test

import (
	"fmt"

	"github.com/e95690a0/dateline"
)

func ExampleParseCaption() {
	text := "FILE - Women dry nets in Bergen, Norway, March 3, 2021. (Ida Solberg/NTB via AP, File)"
	c, err := dateline.ParseCaption(text)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Body.Of(text))
	fmt.Println(c.Date, "from the files:", c.File)
	fmt.Println(c.Credit.Photographers[0].Name)
	for _, s := range c.Credit.Sources {
		fmt.Println(s.ID)
	}
	// Output:
	// FILE - Women dry nets in Bergen, Norway, March 3, 2021.
	// 2021-03-03 from the files: true
	// Ida Solberg
	// ntb
	// ap
}

func ExampleParseCredit() {
	text := "Photo: Ida Solberg/Harbour Museum/Handout via REUTERS"
	c, err := dateline.ParseCredit(text)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Photographers[0].Name)
	for _, s := range c.Sources {
		fmt.Println(s.Name)
	}
	fmt.Println(c.Note)
	// Output:
	// Ida Solberg
	// Harbour Museum
	// Reuters
	// handout
}
