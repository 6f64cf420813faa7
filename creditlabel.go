package dateline

import (
	"unicode/utf8"

	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
)

// chainNote notes that a label or a note begins at token i of the credit c, and returns its width;
// 0 where none does.
func (s *story) chainNote(c *creditChain, i, to int) int {
	if w := s.chainLabel(c, i, to); w > 0 {
		return w
	}
	return s.noteWidth(c, i, to)
}

// chainLabel notes that a label begins at token i of the credit c, and returns its width; 0 where a
// longer name of a source or a longer note begins there: "кадр из видео".
func (s *story) chainLabel(c *creditChain, i, to int) int {
	known, w := s.sourceWidth(i, to), s.labelWidth(i, to)
	if w == 0 || w < known || i+w >= to && known > 0 && c.label {
		return 0
	}
	if s.longerNote(i, w) {
		return 0
	}
	c.label = c.label || s.copyright(i, to) > 0 || s.toks[i].Is(lang.Photo)
	if s.toks[i].Is(lang.Note) {
		s.noteWidth(c, i, to) // "Screenshot" is both
	}
	c.by = c.by || s.arg(i, lang.Photo) == lang.PhotoBy && c.n == 0
	return w
}

// labelWidth returns how many tokens from i on only say that this is a credit: "Photo by", "Foto:",
// "©", "Copyright 2024".
func (s *story) labelWidth(i, to int) int {
	switch {
	case s.copyright(i, to) > 0:
		return s.withYear(i, s.copyright(i, to), to)
	case s.toks[i].Is(lang.Photo):
		w := s.plainWidth(i, to, lang.Photo)
		if s.arg(i, lang.Photo) == lang.PhotoRights {
			return s.withYear(i, w, to)
		}
		return w
	case s.toks[i].Is(lang.Job):
		return s.plainWidth(i, to, lang.Job)
	}
	return 0
}

// withYear returns the width w of the copyright mark at token i with the year behind it.
func (s *story) withYear(i, w, to int) int {
	if s.isKind(i+w, to, scan.Number) {
		return w + 1
	}
	return w
}

// copyright returns the width of a copyright mark at token i: "©", "(c)", "（Ｃ）".
func (s *story) copyright(i, to int) int {
	t := &s.toks[i]
	if w := s.word(i); t.Kind == scan.Other && (w == "©" || w == "ⓒ" || w == "Ⓒ") {
		return 1
	}
	if t.Kind == scan.Open && i+2 < to && s.toks[i+2].Kind == scan.Close {
		switch s.word(i + 1) {
		case "c", "C", "Ｃ", "ｃ":
			return 3
		}
	}
	return 0
}

// plainWidth returns the width of the word or phrase of class c at token i, unless it is but a part
// of a longer word, "Video-Nord", or a name in quotation marks: der „Bild“-Zeitung.
func (s *story) plainWidth(i, to int, c lang.Class) int {
	w := s.widthAs(i, c)
	if i+w < to && (s.toks[i+w].Kind == scan.Hyphen || i > 0 && s.isQuote(i-1) && s.isQuote(i+w)) {
		return 0
	}
	return min(w, to-i)
}

// longerNote reports whether a note of more than w tokens begins at token i.
func (s *story) longerNote(i, w int) bool {
	return s.toks[i].Is(lang.Note) && s.widthAs(i, lang.Note) > w
}

// noteWidth notes what a word such as "Handout" or "File Photo" at token i says, and returns its
// width.
func (s *story) noteWidth(c *creditChain, i, to int) int {
	t := &s.toks[i]
	if t.Is(lang.File) {
		c.file = true
	}
	if !t.Is(lang.Note) {
		if t.Is(lang.File) {
			return s.plainWidth(i, to, lang.File)
		}
		return 0
	}
	w := s.plainWidth(i, to, lang.Note)
	if w == 0 && t.Shape.Has(scan.Caps) && utf8.RuneCountInString(s.word(i)) <= maxAcronym {
		w = 2 // "HO-Harbour Museum"
	}
	if w == 0 || s.sourceWidth(i, to) > 0 {
		return 0
	}
	arg := s.arg(i, lang.Note)
	if c.note == "" && arg < len(creditNotes) {
		c.note = creditNotes[arg]
	}
	c.file = c.file || arg == lang.NoteArchive
	return w
}
