package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/e95690a0/dateline"
)

// maxLine is the longest line that is read, in bytes; a longer one gives an error in its place.
const maxLine = 64 << 20

var errLongLine = fmt.Errorf("line is longer than %d MiB", maxLine>>20)

// An input is one line of the stream that comes in. Fields that it has beside these are ignored.
type input struct {
	ID        json.RawMessage `json:"id"`
	Text      string          `json:"text"`
	Kind      string          `json:"kind"`
	Published string          `json:"published"`
	Lang      string          `json:"lang"`
	Country   string          `json:"country"`
	Outlet    string          `json:"outlet"`
}

// An output is the line that answers an [input]. Spans count the bytes of its text as UTF-8.
type output struct {
	ID      json.RawMessage   `json:"id,omitempty"`
	Article *dateline.Article `json:"article,omitempty"`
	Caption *dateline.Caption `json:"caption,omitempty"`
	Error   string            `json:"error,omitempty"`
}

// A task is a line to read, and where its answer goes.
type task struct {
	line   []byte
	err    error
	answer chan<- []byte
}

// streamLines answers each line of r with a line on w, in order, on all cores. It holds no more than
// a few lines for each core at a time. A line that cannot be read is answered with an error.
func (c *command) streamLines(r io.Reader, w io.Writer) error {
	cores := runtime.GOMAXPROCS(0)
	tasks := make(chan task)
	answers := make(chan chan []byte, 4*cores) // in the order of the lines
	stop := make(chan struct{})
	for range cores {
		go func() {
			for t := range tasks {
				t.answer <- c.answer(t.line, t.err)
			}
		}()
	}
	var readErr error
	go func() {
		readErr = sendLines(r, tasks, answers, stop)
		close(tasks)
		close(answers)
	}()
	writeErr := c.writeAnswers(w, answers)
	if writeErr != nil {
		close(stop)
		return writeErr
	}
	return readErr
}

// sendLines hands out the lines of r as tasks until its end or until stop is closed.
func sendLines(r io.Reader, tasks chan<- task, answers chan<- chan []byte, stop <-chan struct{}) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for {
		line, err := readLine(in)
		if err != nil && err != errLongLine {
			if err == io.EOF {
				return nil
			}
			return err
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		answer := make(chan []byte, 1)
		select {
		case answers <- answer:
			tasks <- task{line, err, answer}
		case <-stop:
			return nil
		}
	}
}

// readLine returns the next line without its end. The end of the input, with nothing before it, is
// io.EOF. Of a line beyond maxLine it returns the beginning and errLongLine.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if room := maxLine - len(line); len(part) > room {
			part, long = part[:room], true
		}
		line = append(line, part...)
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(line) > 0, err == nil:
			if long {
				return line, errLongLine
			}
			return bytes.TrimRight(line, "\r\n"), nil
		}
		return nil, err
	}
}

// writeAnswers writes the answers to w as they come, and lets w have them when there is a pause.
func (c *command) writeAnswers(w io.Writer, answers <-chan chan []byte) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for a := range answers {
		if _, err := out.Write(<-a); err != nil {
			return err
		}
		if len(answers) == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// answer returns the line, with its end, that answers line; err is what befell that as it was read.
func (c *command) answer(line []byte, err error) []byte {
	var in input
	if err == nil {
		err = json.Unmarshal(bytes.TrimPrefix(line, []byte("\ufeff")), &in)
	}
	var out output
	if err != nil {
		out = output{ID: findID(line), Error: err.Error()}
	} else {
		out = c.read(&in)
		out.ID = in.ID
	}
	return encode(&out)
}

// read reads the text of one line.
func (c *command) read(in *input) output {
	p, err := c.parser.with(in.Published, in.Lang, in.Country, in.Outlet)
	if err != nil {
		return output{Error: err.Error()}
	}
	kind := in.Kind
	if kind == "" {
		kind = c.kind()
	}
	switch kind {
	case "article":
		a := p.ParseArticle(in.Text)
		return output{Article: &a}
	case "caption":
		caption, err := p.ParseCaption(in.Text)
		out := output{Caption: &caption}
		if err != nil && !errors.Is(err, dateline.ErrNotFound) {
			out.Error = err.Error()
		}
		return out
	}
	return output{Error: fmt.Sprintf("kind is %q, not article or caption", kind)}
}

// encode returns v as a line of JSON.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Appendf(nil, "{\"error\":%q}\n", err.Error())
	}
	return b.Bytes()
}

// findID returns the value of "id" in a line that is broken elsewhere, nil where it is not to be
// had.
func findID(line []byte) json.RawMessage {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(line, []byte("\ufeff"))))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil
		}
		if key == "id" {
			return value
		}
	}
	return nil
}
