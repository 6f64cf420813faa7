package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
)

// flags returns the flags of the program, which set c. What they say of themselves is what -help,
// the completion of shells and the manual page tell: up to a semicolon in brief, then the rest.
func (c *command) flags() *flag.FlagSet {
	fs := flag.NewFlagSet("dateline", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	fs.BoolVar(&c.json, "json", false, "print the Article as JSON")
	fs.BoolVar(&c.jsonl, "jsonl", false, "read a JSON object a line and print one a line; "+
		`{"id":"a1","text":"..."}, where "published", "lang", "country", "outlet" and "kind" `+
		"(article or caption) may stand beside the text")
	fs.BoolVar(&c.html, "html", false, "print a page for a browser; "+
		"the story with all that was read marked in it, and the fields beside it, of one file")
	fs.BoolVar(&c.caption, "caption", false, "take the whole text for the caption of one picture")
	fs.StringVar(&c.published, "published", "", "the story was published on `DATE`; "+
		`as "2018-04-11"; "on Wednesday" counts from it`)
	fs.StringVar(&c.lang, "lang", "", "the text is in the language `TAG`; "+
		`as "en"; otherwise the text tells`)
	fs.StringVar(&c.country, "country", "", "the paper is at home in the country `CC`; "+
		`as "IN"`)
	fs.StringVar(&c.outlet, "outlet", "", "the paper itself is `NAME`; "+
		`as "haaretz"`)
	fs.StringVar(&c.completion, "completion", "", "print what completes the flags in `SHELL`; "+
		"bash, fish or zsh")
	fs.BoolVar(&c.printVersion, "version", false, "print the version")
	return fs
}

const about = `Usage: dateline [flags] [file ...]

Reads news stories and prints what they hold beside their own words: dateline, bylines, captions
and credits, who said what, pointers to other stories, dates, sources. Without a file, or for "-",
it reads standard input.

`

const exitStatus = `
Exit status: 0 done, 1 a file could not be read, 2 bad usage.
`

// usage is what -help prints.
func usage() string {
	var out strings.Builder
	out.WriteString(about)
	new(command).flags().VisitAll(func(f *flag.Flag) {
		value, words := flag.UnquoteUsage(f)
		lines := wrap(words, 76)
		fmt.Fprintf(&out, "  %-18s%s\n", "-"+f.Name+" "+value, lines[0])
		for _, line := range lines[1:] {
			fmt.Fprintf(&out, "  %-18s%s\n", "", line)
		}
	})
	fmt.Fprintf(&out, "  %-18s%s\n", "-help", "print this")
	out.WriteString(exitStatus)
	return out.String()
}

// wrap cuts words into lines of at most width bytes, where they are not longer themselves.
func wrap(words string, width int) (lines []string) {
	line := ""
	for _, word := range strings.Fields(words) {
		if line != "" && len(line)+1+len(word) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}
