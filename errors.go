package dateline

import (
	"errors"
	"fmt"
)

// ErrNotFound says that a text holds nothing of the kind that was asked for: no dateline opens
// "The ministry had nothing to add." Most text holds none, so it costs nothing to return.
var ErrNotFound = errors.New("dateline: not found")

// A ParseError says that something began as a dateline, a date or a credit and then broke, as
// "MOSCOW, February 31 (Reuters) -" does. What could be read before it broke comes back beside it.
type ParseError struct {
	Elem   string // what was being read: "dateline", "date", "caption", "credit", "byline"
	Offset int    // the byte of the text at which it broke
	Msg    string // why: "no such day", "bracket not closed"
}

// Error returns the message with its place, "dateline: date at byte 17: no such day".
func (e *ParseError) Error() string {
	return fmt.Sprintf("dateline: %s at byte %d: %s", e.Elem, e.Offset, e.Msg)
}

// or returns e as an error, or other where e is zero.
func (e ParseError) or(other error) error {
	if e == (ParseError{}) {
		return other
	}
	broken := e
	return &broken
}
