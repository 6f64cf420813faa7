package main

func Example() {
	main()
	// Output:
	// Dockers wait at the gate in Gdansk, Poland, Monday, Sept. 2, 2024.
	// 	by Ewa Zielna for Associated Press, on 2024-09-02
	// FILE - A tram passes the castle in Lisbon, on May 3, 2021.
	// 	by Rui Tavira for Associated Press, on 2021-05-03, from the archive
	// Skaters cross the frozen bay.
	// 	by Aino Rask for Agence France-Presse, then Getty Images
	// Ein Esel im Zoo von Rostock.
	// 	by Jens Ottermann for Deutsche Presse-Agentur
	// La barque du passeur, à Marseille, le 3 avril 2024.
	// 	by Lucien Baratier for Agence France-Presse, on 2024-04-03
	// The last ferry of the evening
	// 	no credit
}
