package main

import (
	"fmt"

	"github.com/e95690a0/dateline"
)

func dateValue(d dateline.Date) string {
	if s, ok := any(d).(fmt.Stringer); ok {
		return s.String()
	}
	return ""
}
