package dateline

// readScene reads where and when the picture was taken from the description in the tokens from up
// to to.
func (s *story) readScene(c *Caption, from, to int) {
	c.Date = s.sceneDate(from, to)
}
