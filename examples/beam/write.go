package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"path"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn1x2[string, int, string](&dealFn{})
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&writeFn{})
	register.Iter1[string]()
	register.Function1x2(articleLine)
	register.Function1x2(failureLine)
	register.Function2x1(countLine)
}

// write writes lines, in no order, to a file or to as many as are asked for.
func write(s beam.Scope, name string, files int, lines beam.PCollection) {
	s = s.Scope("write")
	dealt := beam.GroupByKey(s, beam.ParDo(s, &dealFn{files}, lines))
	beam.ParDo0(s, &writeFn{name, files}, dealt)
}

// dealFn deals lines out to files, the same line always to the same.
type dealFn struct{ Files int }

// ProcessElement returns the number of the file for a line.
func (f *dealFn) ProcessElement(line string) (int, string) {
	h := fnv.New32a()
	h.Write([]byte(line))
	return int(h.Sum32() % uint32(f.Files)), line
}

// writeFn writes a file of lines.
type writeFn struct {
	Name  string
	Files int
}

// ProcessElement writes the lines of a file. Where the runner tries again it writes it anew.
func (f *writeFn) ProcessElement(ctx context.Context, n int, lines func(*string) bool) error {
	name := f.Name
	if f.Files > 1 {
		ext := path.Ext(name)
		name = fmt.Sprintf("%s-%05d-of-%05d%s", strings.TrimSuffix(name, ext), n, f.Files, ext)
	}
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	file, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	for line := ""; lines(&line); {
		out.WriteString(line)
		out.WriteByte('\n')
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}

func articleLine(a Article) (string, error) { return jsonLine(a) }

func failureLine(f Failure) (string, error) { return jsonLine(f) }

func jsonLine(v any) (string, error) {
	line, err := json.Marshal(v)
	return string(line), err
}

// countLine returns a count as a line of tab-separated values.
func countLine(name string, n int) string { return fmt.Sprintf("%s\t%d", name, n) }
