package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/e95690a0/dateline"
)

// maxLine is the longest line that is read, in bytes; a longer one gives an error in its place.
const maxLine = 64 << 20

var errLongLine = errors.New("line is longer than 64 MiB")

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

// A task is a line to read, and where its answer goes; err is what befell it on the way in.
type task struct {
	line   []byte
	err    error
	answer chan<- []byte
}

// A stream is the lines on their way through the workers. Every answer has a channel of its own,
// and those stand in answers in the order of the lines.
type stream struct {
	tasks   chan task
	answers chan chan []byte
	stop    chan struct{} // closed where nobody wants more answers
}

// Lines and answers are garbage soon and little else is held: collected at the usual rate, that
// would keep the cores from their work. At this one a stream takes some 15 MB more.
const garbagePercent = 400

// streamLines answers each line of r with a line on c.stdout, in order, on all cores. It holds no
// more than a few lines for each core at a time. A line that cannot be read is answered with an
// error.
func (c *command) streamLines(r io.Reader) error {
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(garbagePercent))
	}
	cores := runtime.GOMAXPROCS(0)
	s := stream{make(chan task, 4*cores), make(chan chan []byte, 16*cores), make(chan struct{})}
	for range cores {
		go func() {
			for t := range s.tasks {
				t.answer <- c.answer(t.line, t.err)
			}
		}()
	}
	var readErr error
	go func() {
		readErr = s.sendLines(r)
		close(s.tasks)
		close(s.answers)
	}()
	if err := c.writeAnswers(s.answers); err != nil {
		close(s.stop)
		return err
	}
	return readErr
}

// sendLines hands out the lines of r as tasks until its end, or until nobody wants more.
func (s *stream) sendLines(r io.Reader) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for {
		line, err := readLine(in)
		switch {
		case err == io.EOF:
			return nil
		case err != nil && err != errLongLine:
			return err
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		answer := make(chan []byte, 1)
		select {
		case s.answers <- answer:
			s.tasks <- task{line, err, answer}
		case <-s.stop:
			return nil
		}
	}
}

// readLine returns the next line, without a byte order mark. The end of the input, with nothing
// before it, is io.EOF. Of a line beyond maxLine it returns the beginning and errLongLine.
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
			return bytes.TrimPrefix(line, []byte("\ufeff")), nil
		}
		return nil, err
	}
}

// writeAnswers writes the answers as they come, and holds none back while there is a pause.
func (c *command) writeAnswers(answers <-chan chan []byte) error {
	out := bufio.NewWriterSize(c.stdout, 1<<16)
	p := c.newProgress()
	defer p.end()
	for a := range answers {
		if _, err := out.Write(<-a); err != nil {
			return err
		}
		p.add()
		if len(answers) == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
	return out.Flush()
}

// answer returns the line, with its end, that answers line; err is what befell it on the way in.
func (c *command) answer(line []byte, err error) []byte {
	var in input
	if err == nil {
		err = json.Unmarshal(line, &in)
	}
	if err != nil {
		return encode(&output{ID: findID(line), Error: explain(err)})
	}
	out := c.read(&in)
	out.ID = in.ID
	return encode(&out)
}

// explain says what is wrong with a line in the words of its writer.
func explain(err error) string {
	var syntax *json.SyntaxError
	var mistyped *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprintf("not JSON: %v at byte %d", err, syntax.Offset)
	case !errors.As(err, &mistyped):
		return err.Error()
	case mistyped.Field == "":
		return fmt.Sprintf("line is JSON, but no object: %s", mistyped.Value)
	}
	return fmt.Sprintf("%q is a %s, not a %v", mistyped.Field, mistyped.Value, mistyped.Type)
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

// encode returns out as a line of JSON.
func encode(out *output) []byte {
	var b bytes.Buffer
	if err := newEncoder(&b).Encode(out); err != nil {
		return encode(&output{Error: err.Error()})
	}
	return b.Bytes()
}

// newEncoder returns an encoder that leaves "<" and "&" as the text has them.
func newEncoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// findID returns the value of "id" in a line that is broken elsewhere, nil where it is not to be
// had.
func findID(line []byte) json.RawMessage {
	d := json.NewDecoder(bytes.NewReader(line))
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
