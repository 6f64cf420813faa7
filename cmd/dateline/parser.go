package main

import (
	"fmt"
	"time"

	"github.com/e95690a0/dateline"
)

// A parser is a Parser whose fields can be filled from strings.
type parser struct{ dateline.Parser }

// with returns p with the fields that are given; empty ones stay as they are.
func (p parser) with(published, lang, country, outlet string) (parser, error) {
	if published != "" {
		t, err := readTime(published)
		if err != nil {
			return p, err
		}
		p.Published = t
	}
	if lang != "" {
		if err := p.Lang.UnmarshalText([]byte(lang)); err != nil {
			return p, fmt.Errorf("language %q is no BCP 47 tag", lang)
		}
	}
	if country != "" {
		if !isCountry(country) {
			return p, fmt.Errorf("country %q is no ISO 3166-1 code of two letters", country)
		}
		p.Country = country
	}
	if outlet != "" {
		p.Outlet = outlet
	}
	return p, nil
}

// isCountry reports whether s is written as country codes are.
func isCountry(s string) bool {
	return len(s) == 2 && 'A' <= min(s[0], s[1]) && max(s[0], s[1]) <= 'Z'
}

// layouts are the machine-written stamps with an offset, which says where the day begins, and the
// one that has no marks and is no date in running text.
var layouts = [...]string{
	time.RFC3339,
	time.RFC1123Z,
	"2006-01-02T15:04:05-0700",
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 -0700",
	"20060102",
}

// readTime reads a date or timestamp: one of layouts, or whatever the library takes for a date with
// a day, a month and a year.
func readTime(s string) (time.Time, error) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	for d := range dateline.Dates(s) {
		if t, ok := d.Time(time.UTC); ok {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("no date in %q", s)
}
