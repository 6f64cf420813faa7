package dateline_test

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/e95690a0/dateline"
)

// BenchmarkStories reads the stories that DATELINE_STORIES names: a folder of text files, or a file
// of JSON Lines with a field "text". Without it there is nothing to read.
func BenchmarkStories(b *testing.B) {
	name := os.Getenv("DATELINE_STORIES")
	if name == "" {
		b.Skip("DATELINE_STORIES is not set")
	}
	texts, err := readTexts(name)
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			dateline.ParseArticle(t)
		}
	}
}

// readTexts reads the texts of a folder, or of a file of JSON Lines.
func readTexts(name string) (texts []string, err error) {
	err = filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil || !strings.HasSuffix(path, ".jsonl") {
			texts = append(texts, string(b))
			return err
		}
		in := bufio.NewScanner(strings.NewReader(string(b)))
		in.Buffer(nil, len(b)+1)
		for in.Scan() {
			var line struct{ Text string }
			if err := json.Unmarshal(in.Bytes(), &line); err != nil {
				return err
			}
			texts = append(texts, line.Text)
		}
		return in.Err()
	})
	return texts, err
}
