package scan

import "strings"

// strayByte gives a byte that is no UTF-8 the kind it has in Windows-1252, where the dashes and
// quotation marks of many archives come from.
func strayByte(c byte) Kind {
	switch c {
	case 0x96, 0x97:
		return Dash
	case 0x91, 0x93:
		return QuoteOpen
	case 0x92, 0x94:
		return QuoteClose
	}
	return Other
}

// entities are the character references that pages leave undecoded around datelines and quotations.
var entities = [...]struct {
	text string
	kind Class
}{
	{"&nbsp;", Blank}, {"&#160;", Blank}, {"&#xa0;", Blank}, {"&thinsp;", Blank},
	{"&mdash;", Class(Dash)}, {"&ndash;", Class(Dash)}, {"&#150;", Class(Dash)},
	{"&#151;", Class(Dash)}, {"&#8211;", Class(Dash)}, {"&#8212;", Class(Dash)},
	{"&#x2013;", Class(Dash)}, {"&#x2014;", Class(Dash)},
	{"&quot;", Class(Quote)}, {"&#34;", Class(Quote)}, {"&#39;", Class(Quote)},
	{"&apos;", Class(Quote)}, {"&ldquo;", Class(QuoteOpen)}, {"&rdquo;", Class(QuoteClose)},
	{"&#8220;", Class(QuoteOpen)}, {"&#8221;", Class(QuoteClose)},
	{"&lsquo;", Class(QuoteOpen)}, {"&rsquo;", Class(QuoteClose)},
	{"&#8216;", Class(QuoteOpen)}, {"&#8217;", Class(QuoteClose)},
	{"&laquo;", Class(QuoteOpen)}, {"&raquo;", Class(QuoteClose)},
	{"&gt;&gt;", Class(Bullet)},
}

// entity returns the class and length of the character reference that text starts with; a length of
// 0 says that there is none.
func entity(text string) (class Class, n int) {
	if len(text) < 5 || text[1] != '#' && !isLetter(text[1]) {
		return 0, 0
	}
	for _, e := range entities {
		if strings.HasPrefix(text, e.text) {
			return e.kind, len(e.text)
		}
	}
	return 0, 0
}
