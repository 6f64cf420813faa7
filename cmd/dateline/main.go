// Command dateline reads the furniture of news stories: datelines, bylines, captions, credits, who
// said what, pointers to other stories, dates and sources.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"unicode/utf8"

	"github.com/e95690a0/dateline"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// The exit statuses.
const (
	done     = 0
	failed   = 1
	badUsage = 2
)

// A command is one run of the program: what its flags say, and its streams.
type command struct {
	parser         parser
	json, jsonl    bool
	html           bool
	caption        bool
	printVersion   bool
	completion     string
	published      string
	lang           string
	country        string
	outlet         string
	stdin          io.Reader
	stdout, stderr io.Writer
}

// run is the whole program. It returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c := command{stdin: stdin, stdout: stdout, stderr: stderr}
	files, err := c.readFlags(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, usage())
		return done
	case err != nil:
		fmt.Fprintf(stderr, "dateline: %v; see dateline -help\n", err)
		return badUsage
	case c.printVersion:
		fmt.Fprintln(stdout, "dateline", version())
		return done
	case c.completion != "":
		return c.printCompletion()
	}
	return c.readFiles(files)
}

// readFlags reads the flags and returns the files to read.
func (c *command) readFlags(args []string) ([]string, error) {
	fs := c.flags()
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if err := c.oneFormat(fs.NArg()); err != nil {
		return nil, err
	}
	var err error
	c.parser, err = c.parser.with(c.published, c.lang, c.country, c.outlet)
	if err != nil || fs.NArg() > 0 {
		return fs.Args(), err
	}
	return []string{"-"}, nil
}

// oneFormat returns an error where the flags ask for more than one kind of output, or for a page of
// more than one file.
func (c *command) oneFormat(files int) error {
	switch {
	case c.json && c.jsonl:
		return errors.New("-json and -jsonl exclude each other")
	case c.html && (c.json || c.jsonl):
		return errors.New("-html and JSON exclude each other")
	case c.html && files > 1:
		return errors.New("-html takes one file")
	}
	return nil
}

// readFiles reads the files and returns the exit status. One that cannot be read keeps none of the
// others from it.
func (c *command) readFiles(names []string) int {
	status := done
	for _, name := range names {
		if len(names) > 1 && !c.json && !c.jsonl {
			fmt.Fprintf(c.stdout, "==> %s <==\n", cut(name))
		}
		if err := c.readFile(name); err != nil {
			fmt.Fprintf(c.stderr, "dateline: %s\n", cut(err.Error()))
			status = failed
		}
	}
	return status
}

// readFile reads one file, or standard input for "-".
func (c *command) readFile(name string) error {
	in := c.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	if c.jsonl {
		return c.streamLines(in)
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	if !isText(text) {
		return fmt.Errorf("%s: not text in UTF-8", name)
	}
	if c.caption {
		return c.readCaption(name, string(text))
	}
	return c.readStory(string(text))
}

// isText reports whether b may be text in UTF-8. A stray byte or NUL is no matter, but a file that
// has both is a picture or the like, and one with UTF-16's mark is just that.
func isText(b []byte) bool {
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return false
	}
	return utf8.Valid(b) || bytes.IndexByte(b, 0) < 0
}

// readStory prints what a story holds.
func (c *command) readStory(text string) error {
	a := c.parser.ParseArticle(text)
	if c.json {
		return c.printJSON(a)
	}
	if c.html {
		return printPage(c.stdout, text, &a)
	}
	return printArticle(c.stdout, text, &a, wantsColor(c.stdout))
}

// readCaption prints what a caption holds. Of a broken one that is what could be read of it.
func (c *command) readCaption(name, text string) error {
	caption, broken := c.parser.ParseCaption(text)
	if errors.Is(broken, dateline.ErrNotFound) {
		broken = nil
	}
	if broken != nil {
		broken = fmt.Errorf("%s: %w", name, broken)
	}
	if c.json {
		return errors.Join(c.printJSON(caption), broken)
	}
	if c.html {
		a := dateline.Article{Captions: []dateline.Caption{caption}}
		return errors.Join(printPage(c.stdout, text, &a), broken)
	}
	return errors.Join(printCaption(c.stdout, text, &caption, wantsColor(c.stdout)), broken)
}

// printJSON prints v indented, each span on one line.
func (c *command) printJSON(v any) error {
	var b bytes.Buffer
	e := newEncoder(&b)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := c.stdout.Write(joinSpans(b.Bytes()))
	return err
}

// joinSpans returns the indented JSON of b with each list of numbers on one line. A "[" right
// before a line break stands in no string.
func joinSpans(b []byte) []byte {
	var out []byte
	for {
		i := bytes.Index(b, []byte("[\n"))
		if i < 0 {
			return append(out, b...)
		}
		n := bytes.IndexFunc(b[i+1:], func(r rune) bool {
			return r != ',' && r != ' ' && r != '\n' && (r < '0' || r > '9')
		})
		end := i + 1 + n
		if n > 0 && b[end] == ']' {
			out = append(out, b[:i]...)
			for _, c := range b[i:end] {
				if c != ' ' && c != '\n' {
					out = append(out, c)
				}
			}
		} else {
			out = append(out, b[:end]...)
		}
		b = b[end:]
	}
}

// kind is what a text is taken for where nothing says it.
func (c *command) kind() string {
	if c.caption {
		return "caption"
	}
	return "article"
}

// version returns the version that the program was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(unknown)"
	}
	return info.Main.Version
}
