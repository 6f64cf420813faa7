package main

func Example() {
	main()
	// Output:
	// Eau Claire (US) by Associated Press after 25 bytes
	// Lisbon (PT) Madrid (ES) by Reuters on 2018-04-11 after 35 bytes
	// Berlin (DE) by Deutsche Presse-Agentur after 14 bytes
	// Moscow (RU) by TASS on 2018-04-10 after 42 bytes
	// Seoul (KR) by Kyodo News after 21 bytes
	// no dateline
	// dateline: date at byte 16: no such day
}
