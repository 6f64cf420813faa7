package dateline_test

import (
	"fmt"
	"time"

	"github.com/e95690a0/dateline"
)

func ExampleDateline_Append() {
	p := dateline.Parser{Published: time.Date(2024, time.March, 3, 0, 0, 0, 0, time.UTC)}
	d, err := p.Parse("Duluth, Minnesota, March 2 (Reuters) - The lake froze over.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, style := range []dateline.HouseStyle{dateline.APStyle, dateline.ReutersStyle, dateline.Plain} {
		fmt.Println(string(d.Append(nil, style)))
	}
	// Output:
	// DULUTH, Minn., March 2 (Reuters) —
	// DULUTH, Minnesota, March 2 (Reuters) -
	// Duluth, Minnesota, March 2, 2024 (Reuters) –
}

func ExampleDateline_String() {
	d, _ := dateline.Parse("（中央社東京14日電）")
	fmt.Println(d)
	d, _ = dateline.Parse("МОСКВА, 11 апр 2018 — РИА Новости.")
	fmt.Println(d)
	// Output:
	// Tokyo (Central News Agency) –
	// Moscow, April 11, 2018 (RIA Novosti) –
}
