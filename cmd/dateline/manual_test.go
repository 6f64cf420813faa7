package main

import (
	"flag"
	"fmt"
	"strings"
	"testing"
)

// The manual page is made of what -help prints. Run with -update to write it anew.
func TestManual(t *testing.T) { checkGolden(t, "../../docs/dateline.1", manual()) }

func manual() string {
	var out strings.Builder
	out.WriteString(`.TH DATELINE 1
.SH NAME
dateline \- read the furniture of news stories
.SH SYNOPSIS
.B dateline
.RI [ flags ]
.RI [ file " ...]"
.SH DESCRIPTION
`)
	_, description, _ := strings.Cut(about, "\n\n")
	out.WriteString(roff(strings.TrimSpace(description)))
	out.WriteString("\n.SH OPTIONS\n")
	new(command).flags().VisitAll(func(f *flag.Flag) {
		value, words := flag.UnquoteUsage(f)
		fmt.Fprintf(&out, ".TP\n.BI \\-%s \" %s\"\n%s\n", f.Name, value, roff(words))
	})
	status := strings.TrimPrefix(strings.TrimSpace(exitStatus), "Exit status: ")
	out.WriteString(".TP\n.B \\-help\nprint the flags\n.SH EXIT STATUS\n" + roff(status) + `
.SH EXAMPLES
.nf
dateline story.txt
dateline \-html \-published 2018\-04\-11 story.txt > story.html
dateline \-jsonl < stories.jsonl > articles.jsonl
source <(dateline \-completion bash)
.fi
`)
	return out.String()
}

// roff escapes words for a manual page.
func roff(words string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n.", "\n\\&.", "\n'", "\n\\&'").Replace(words)
}
