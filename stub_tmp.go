package dateline

func (s *story) sourceFrom(i int) (Source, int) { return Source{}, 0 }
func (s *story) placeFrom(i int) (Place, int)   { return Place{}, 0 }
func (s *story) placeTail(i int, p *Place) int  { return 0 }
func (s *story) dateFrom(i int, dateline bool) (Date, int, *ParseError) {
	return Date{}, 0, nil
}
