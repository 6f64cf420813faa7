package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"strconv"
	"strings"

	"github.com/e95690a0/dateline/examples/web/page"
)

// The longest line in the header of a WARC record, the most lines, and the longest response that is
// read, in bytes.
const (
	maxField    = 64 << 10
	maxFields   = 100
	maxResponse = 2 * page.MaxSize
)

// A record is one of a WARC file (ISO 28500), whose block of bytes follows.
type record struct {
	kind, contentType, url string
	length                 int64
}

var errNoPage = errors.New("no page")

// warcPages reads a story from each page that a crawler got: the responses with HTML. All other
// records are passed over.
func warcPages(r io.Reader) iter.Seq2[Story, error] {
	return func(yield func(Story, error) bool) {
		in := bufio.NewReaderSize(r, maxField)
		for {
			rec, err := nextRecord(in)
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(Story{}, err)
				return
			}
			block := &io.LimitedReader{R: in, N: rec.length}
			story, err := rec.page(block)
			if err != errNoPage && !yield(story, err) {
				return
			}
			_, err = io.Copy(io.Discard, block)
			if err == nil && block.N > 0 {
				err = io.ErrUnexpectedEOF
			}
			if err != nil {
				yield(Story{}, err)
				return
			}
		}
	}
}

// nextRecord reads the header of the next record. The end of the file before it is io.EOF.
func nextRecord(in *bufio.Reader) (rec record, err error) {
	line := ""
	for line == "" { // the end of the record before
		if line, err = readLine(in); err != nil {
			return rec, err
		}
	}
	if !strings.HasPrefix(line, "WARC/") {
		return rec, fmt.Errorf("no WARC record: %.20q", line)
	}
	for range maxFields {
		line, err := readLine(in)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil || line == "" {
			return rec, err
		}
		if err := rec.set(line); err != nil {
			return rec, err
		}
	}
	return rec, errors.New("header of a WARC record is too long")
}

// set takes a line of the header, "WARC-Type: response".
func (rec *record) set(line string) (err error) {
	name, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch strings.ToLower(name) {
	case "warc-type":
		rec.kind = value
	case "warc-target-uri":
		rec.url = strings.Trim(value, "<>")
	case "content-type":
		rec.contentType = value
	case "content-length":
		rec.length, err = strconv.ParseInt(value, 10, 64)
	}
	return err
}

// readLine returns the next line without its end.
func readLine(in *bufio.Reader) (string, error) {
	line, err := in.ReadSlice('\n')
	if err == io.EOF && len(line) > 0 {
		err = io.ErrUnexpectedEOF
	}
	return strings.TrimRight(string(line), "\r\n"), err
}

// page returns the story of a record's block, errNoPage where it is no page.
func (rec *record) page(block io.Reader) (Story, error) {
	if rec.kind != "response" || !strings.HasPrefix(rec.contentType, "application/http") {
		return Story{}, errNoPage
	}
	id, err := json.Marshal(rec.url)
	if err != nil {
		return Story{}, err
	}
	story := Story{ID: id, URL: rec.url}
	block = io.LimitReader(block, maxResponse)
	response, err := http.ReadResponse(bufio.NewReader(block), nil)
	if err != nil {
		return story, err
	}
	defer response.Body.Close()
	story.HTML, err = body(response)
	return story, err
}

// body returns the HTML of a response, errNoPage where it has none.
func body(r *http.Response) (string, error) {
	contentType := r.Header.Get("Content-Type")
	if r.StatusCode != http.StatusOK || !strings.Contains(contentType, "html") {
		return "", errNoPage
	}
	switch encoding := r.Header.Get("Content-Encoding"); encoding {
	case "", "identity":
		return page.Decode(r.Body, contentType)
	case "gzip":
		unzipped, err := gzip.NewReader(r.Body)
		if err != nil {
			return "", err
		}
		return page.Decode(unzipped, contentType)
	default:
		return "", fmt.Errorf("content encoding %q is not read", encoding)
	}
}
