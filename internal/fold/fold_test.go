package fold

import (
	"testing"
	"unicode/utf8"
)

// Each row has spellings of one word.
func TestFold(t *testing.T) {
	for _, row := range [][]string{
		{"moscow", "MOSCOW", "Moscow", "ＭＯＳＣＯＷ"},
		{"züri", "ZÜRI", "Zu\u0308ri"},
		{"москва", "МОСКВА"},
		{"istanbul", "İSTANBUL", "ISTANBUL", "Istanbul"},
		{"αθηνα", "ΑΘΗΝΑ", "Αθήνα"},
		{"τυποσ", "ΤΥΠΟΣ", "τύπος"},
		{"القاهره\u200f", "القاهره"},
		{"ايران", "إيران", "ایران", "اِيران"},
		{"o'brien", "O’Brien", "O‘BRIEN"},
		{"a-b", "A–B", "a—b", "a‑b"},
		{"new york", "New York", "NEW\u00a0YORK", "new\u3000york", "new\nyork"},
		{"cooper", "coo\u00adper", "coo\u200bper"},
	} {
		want := String(row[0])
		for _, s := range row[1:] {
			if got := String(s); got != want {
				t.Errorf("%q folds as %q, %q as %q", s, got, row[0], want)
			}
		}
	}
}

func TestFoldKeepsApart(t *testing.T) {
	for _, pair := range [][2]string{{"Wien", "Wiens"}, {"Bär", "Bar"}, {"мир", "мір"}, {"11", "１２"}, {"\xff", "\xfe"}} {
		if String(pair[0]) == String(pair[1]) {
			t.Errorf("%q and %q both fold as %q", pair[0], pair[1], String(pair[0]))
		}
	}
}

func TestHash(t *testing.T) {
	want := Seed
	for _, c := range []byte("tass") {
		want = Byte(want, c)
	}
	if Hash("tass") != want || Hash([]byte("tass")) != want {
		t.Errorf("got %#x and %#x, want %#x", Hash("tass"), Hash([]byte("tass")), want)
	}
}

// Folding what is folded changes nothing, so that keys of tables can be folded again. (Stray bytes
// on both sides of a vowel sign that is dropped may become a letter together.)
func FuzzFold(f *testing.F) {
	for _, s := range []string{"MOSCOW", "e\u0301\u0345", "İI", "ΑΣ", "ﬁ", "\xff\xcc\x80", "Ⅷ\u1e9e", "ᾼ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := Extend(Seed, s), Hash(String(s)); got != want {
			t.Errorf("%q has the hash %#x, want that of %q, %#x", s, got, String(s), want)
		}
		if !utf8.ValidString(s) {
			t.Skip()
		}
		once := String(s)
		if twice := String(once); twice != once {
			t.Errorf("%q folds as %q, and that as %q", s, once, twice)
		}
	})
}
