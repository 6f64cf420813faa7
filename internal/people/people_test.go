package people

import (
	"testing"

	"github.com/e95690a0/dateline/internal/lang"
)

func TestFull(t *testing.T) {
	tests := []struct{ short, full string }{
		{"Macron", "Emmanuel Macron"},
		{"MACRON", "Emmanuel Macron"},
		{"von der Leyen", "Ursula von der Leyen"},
		{"von der", ""},
		{"Путиным", "Владимир Путин"},
		{"Macron of", ""},
		{"Smith", ""},
		{"", ""},
	}
	for _, tt := range tests {
		r := lang.NewReader(tt.short, 0)
		if got := Full(tt.short, r.Append(nil, 9)); got != tt.full {
			t.Errorf("Full(%q) = %q, want %q", tt.short, got, tt.full)
		}
	}
}

func TestSex(t *testing.T) {
	for name, sex := range map[string]int{
		"Peter": 1, "PETER": 1, "Amina": 2, "Zoë": 2, "Robin": 0, "Pettersson": 0, "Heike": 2, "Per": 1,
	} {
		r := lang.NewReader(name, 0)
		if got := Sex(name, r.Append(nil, 9)); got != sex {
			t.Errorf("Sex(%q) = %d, want %d", name, got, sex)
		}
	}
}
