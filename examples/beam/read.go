package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"reflect"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn4x1[
		context.Context, fileio.ReadableFile, func(Story), func(Failure), error,
	](&readFn{})
	register.Emitter1[Story]()
	register.Emitter1[Failure]()
	beam.RegisterType(reflect.TypeFor[Story]())
	beam.RegisterType(reflect.TypeFor[Failure]())
}

// A Story is one story on its way in: a line of JSON, or a page of a WARC file.
type Story struct {
	ID   json.RawMessage `json:"id"`
	Text string          `json:"text"`
	HTML string          `json:"html"` // the page that the story is on, instead of Text
	URL  string          `json:"url"`
	Known
}

// A Failure is a dead letter: which story or file could not be read, and why.
type Failure struct {
	File  string          `json:"file,omitempty"`
	ID    json.RawMessage `json:"id,omitempty"`
	Error string          `json:"error"`
}

// A format reads the stories of a file. One that is broken comes with an error, and the next one
// follows where it can be found.
type format func(io.Reader) iter.Seq2[Story, error]

// formatOf returns the format of a file by its name, nil for one that is not known.
func formatOf(name string) format {
	switch path.Ext(strings.TrimSuffix(name, ".gz")) {
	case ".jsonl", ".json":
		return jsonLines
	case ".warc":
		return warcPages
	}
	return nil
}

// read returns the stories of the files that a glob matches, and what could not be read. The files
// are shared out among the workers, and so are their stories.
//
// It does not use textio, which ends the reading of a gzipped file after as many bytes of text as
// the file has compressed ones.
func read(s beam.Scope, glob string) (stories, failures beam.PCollection) {
	s = s.Scope("read")
	files := beam.Reshuffle(s, fileio.ReadMatches(s, fileio.MatchFiles(s, glob)))
	stories, failures = beam.ParDo2(s, &readFn{}, files)
	return beam.Reshuffle(s, stories), failures
}

// readFn reads the stories of a file.
type readFn struct{}

// ProcessElement emits the stories of a file. What is wrong with the file itself is a failure too;
// only where it cannot be had does the runner try again.
func (*readFn) ProcessElement(
	ctx context.Context, file fileio.ReadableFile, emit func(Story), fail func(Failure),
) error {
	name := file.Metadata.Path
	read := formatOf(name)
	if read == nil {
		fail(Failure{File: name, Error: "neither .jsonl nor .warc"})
		return nil
	}
	in, err := file.Open(ctx)
	if errors.Is(err, gzip.ErrHeader) || errors.Is(err, io.EOF) {
		fail(Failure{File: name, Error: err.Error()})
		return nil
	}
	if err != nil {
		return err
	}
	defer in.Close()
	for story, err := range read(in) {
		if err != nil {
			fail(Failure{name, story.ID, err.Error()})
			continue
		}
		emit(story)
	}
	return nil
}

// maxLine is the longest line that is read, in bytes. A longer one ends its file.
const maxLine = 16 << 20

// jsonLines reads a story from each line.
func jsonLines(r io.Reader) iter.Seq2[Story, error] {
	return func(yield func(Story, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, maxLine)
		for n := 1; lines.Scan(); n++ {
			if len(bytes.TrimSpace(lines.Bytes())) == 0 {
				continue
			}
			var story Story
			err := json.Unmarshal(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")), &story)
			if err != nil {
				err = fmt.Errorf("line %d: %w", n, err)
			}
			if !yield(story, err) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(Story{}, err)
		}
	}
}
