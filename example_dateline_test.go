package dateline_test

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/e95690a0/dateline"
)

func ExampleParse() {
	text := "HELSINKI/RIGA, March 9, 2020 (Reuters) - The airlines will share a terminal."
	d, err := dateline.Parse(text)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range d.Places {
		fmt.Println(p.Span.Of(text), p.Name, p.Country, p.TimeZone)
	}
	fmt.Println(d.Date, d.Sources[0].Name)
	fmt.Println(strings.TrimSpace(text[d.Span.End:]))
	// Output:
	// HELSINKI Helsinki FI Europe/Helsinki
	// RIGA Riga LV Europe/Riga
	// 2020-03-09 Reuters
	// The airlines will share a terminal.
}

// Most text has no dateline; one that begins and breaks is told from that.
func ExampleParse_errors() {
	for _, text := range []string{
		"The ministry had nothing to add to the report.",
		"OSLO, February 31 (Reuters) - Snow closed the airport.",
	} {
		d, err := dateline.Parse(text)
		var broken *dateline.ParseError
		switch {
		case errors.Is(err, dateline.ErrNotFound):
			fmt.Println("none")
		case errors.As(err, &broken):
			fmt.Println(d.Places[0].Name, broken.Elem, text[broken.Offset:broken.Offset+2])
		}
	}
	// Output:
	// none
	// Oslo date 31
}

// A date without a year is the one nearest to the day of publication.
func ExampleParser_Parse() {
	p := dateline.Parser{Published: time.Date(2019, time.January, 2, 0, 0, 0, 0, time.UTC)}
	for _, text := range []string{
		"SÃO PAULO, 31 dez (Lusa) – O porto fechou por causa do vento.",
		"新华社首尔1月2日电（记者陈立） 港口因大风关闭。",
		"МОСКВА, 2 янв - РИА Новости. Порт закрыли из-за ветра.",
	} {
		d, err := p.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(d.Places[0].Name, d.Date, d.Date.Inferred&dateline.FieldYear != 0, len(d.Persons))
	}
	// Output:
	// São Paulo 2018-12-31 true 0
	// Seoul 2019-01-02 true 1
	// Moscow 2019-01-02 true 0
}
