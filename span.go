package dateline

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// A Span is a half-open range of UTF-8 bytes, [Start, End), of the text that was passed in. The
// zero Span is empty and stands for nothing read. In JSON it is a pair, [7,15].
type Span struct {
	// Start is the offset of the first byte, End that of the first byte after the last.
	Start, End int
}

// Of returns the part of text that s covers. Where s does not lie inside text it returns "".
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Len returns the number of bytes that s covers.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether s is the zero Span.
func (s Span) IsZero() bool { return s == Span{} }

// Contains reports whether all of t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// MarshalJSON writes s as a pair of numbers, [7,15].
func (s Span) MarshalJSON() ([]byte, error) {
	b := append(make([]byte, 0, 24), '[')
	b = append(strconv.AppendInt(b, int64(s.Start), 10), ',')
	return append(strconv.AppendInt(b, int64(s.End), 10), ']'), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Span) UnmarshalJSON(b []byte) error {
	var pair [2]int
	if err := json.Unmarshal(b, &pair); err != nil {
		return fmt.Errorf("dateline: span: %w", err)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}
