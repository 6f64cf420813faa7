package dateline

import "slices"

// readScene reads where and when the picture was taken from the description in the tokens from up
// to to.
func (s *story) readScene(c *Caption, from, to int) {
	c.Date = s.sceneDate(from, to)
}

// sceneDate returns the first day that the tokens from up to to name, or else their first date.
func (s *story) sceneDate(from, to int) Date {
	i, _ := slices.BinarySearchFunc(s.dates, from, func(d dateAt, from int) int { return d.from - from })
	var first Date
	for ; i < len(s.dates) && s.dates[i].to <= to; i++ {
		if s.dates[i].Unit == UnitDay {
			return s.dates[i].Date
		}
		if first.IsZero() {
			first = s.dates[i].Date
		}
	}
	return first
}
