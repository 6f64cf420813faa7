package dateline

// A Person is somebody whom a story names: a speaker, a reporter, a photographer, one in a picture.
// The zero Person is nobody.
type Person struct {
	// Span covers the name where it was read, without title or role: "Peskov".
	Span Span `json:"span,omitzero"`
	// Name is the fullest form of the name in the text, "Dmitry Peskov".
	Name string `json:"name,omitzero"`
	// Role is what the text says that they are, "Kremlin spokesman"; in a sign-off their part in
	// the story: "reporting", "writing", "editing".
	Role string `json:"role,omitzero"`
	// Position is where a caption says that they stand: "left", "second from right".
	Position string `json:"position,omitzero"`
}

// IsZero reports whether p is nobody.
func (p Person) IsZero() bool { return p == Person{} }
