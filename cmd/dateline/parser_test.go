package main

import (
	"testing"
	"time"
)

func TestReadTime(t *testing.T) {
	for _, s := range []string{
		"2018-04-11",
		"2018-04-11T23:30:00+03:00",
		"2018-04-11T23:30:00Z",
		"2018-04-11T23:30:00-0700",
		"2018-04-11 23:30:00 -0700",
		"2018-04-11T23:30:00",
		"2018-04-11 23:30:00",
		"2018-04-11T23:30",
		"Wed, 11 Apr 2018 23:30:00 +0300",
		"Wed, 11 Apr 2018 23:30:00 GMT",
		"Wed Apr 11 2018 10:11:12 GMT+0300",
		"April 11, 2018",
		"Apr 11, 2018 11:21am",
		"11 April 2018",
		"11.04.2018",
		"2018/04/11",
		"20180411",
		"11. April 2018",
		"11 апреля 2018 г.",
		"2018年4月11日",
	} {
		got, err := readTime(s)
		if err != nil || got.Format(time.DateOnly) != "2018-04-11" {
			t.Errorf("%q: got %v, %v", s, got, err)
		}
	}
}

func TestReadTimeFails(t *testing.T) {
	for _, s := range []string{"soon", "Wednesday", "April 11", "2018", "2018-02-31", "2018-04", "-"} {
		if got, err := readTime(s); err == nil {
			t.Errorf("%q: got %v, want an error", s, got)
		}
	}
}
