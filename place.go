package dateline

func (s *story) placeFrom(i int) (Place, int)   { return Place{}, 0 }
func (s *story) placeTail(i int, p *Place) int  { return 0 }
