package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const story = "../../testdata/articles/ap.txt"

// runWith runs the program and returns what it wrote.
func runWith(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, err strings.Builder
	status = run(args, strings.NewReader(stdin), &out, &err)
	return status, out.String(), err.String()
}

func TestUsage(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.txt")
	for _, c := range []struct {
		name, args     string
		status         int
		stdout, stderr string // words that stand in them; no output where empty
	}{
		{"help", "-help", 0, "Usage: dateline", ""},
		{"short help", "-h", 0, "Usage: dateline", ""},
		{"long help", "--help", 0, "Usage: dateline", ""},
		{"version", "-version", 0, "dateline ", ""},
		{"unknown flag", "-colour", 2, "", "not defined: -colour"},
		{"flag without its value", "-published", 2, "", "needs an argument: -published"},
		{"two formats", "-json -jsonl", 2, "", "exclude each other"},
		{"page and JSON", "-html -json", 2, "", "-html and JSON exclude each other"},
		{"page of two files", "-html a b", 2, "", "-html takes one file"},
		{"page of no file", "-html " + missing, 1, "", "missing.txt"},
		{"no date", "-published soon", 2, "", `no date in "soon"`},
		{"no such day", "-published 2018-02-31", 2, "", `no date in "2018-02-31"`},
		{"no language", "-lang e!", 2, "", `language "e!"`},
		{"no country", "-country India", 2, "", `country "India"`},
		{"no shell", "-completion ksh", 2, "", `shell "ksh" is none of bash fish zsh`},
		{"no file", missing, 1, "", "missing.txt"},
		{"a folder", t.TempDir(), 1, "", "is a directory"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, stdout, stderr := runWith("", strings.Fields(c.args)...)
			if status != c.status {
				t.Errorf("status %d, want %d", status, c.status)
			}
			checkOutput(t, "standard output", stdout, c.stdout)
			checkOutput(t, "standard error", stderr, c.stderr)
			if strings.Count(stderr, "\n") > 1 {
				t.Errorf("more than one line on standard error:\n%s", stderr)
			}
		})
	}
}

// checkOutput checks that got has the words want in it, or where there are none that it is empty.
func checkOutput(t *testing.T, what, got, want string) {
	t.Helper()
	if want == "" && got != "" || !strings.Contains(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

// A file that cannot be read keeps no other from being read.
func TestFailedFile(t *testing.T) {
	status, stdout, stderr := runWith("", "missing.txt", story)
	if status != failed {
		t.Errorf("status %d, want %d", status, failed)
	}
	checkOutput(t, "standard output", stdout, "language")
	checkOutput(t, "standard error", stderr, "missing.txt")
}

func TestStandardInput(t *testing.T) {
	text, err := os.ReadFile(story)
	if err != nil {
		t.Fatal(err)
	}
	_, want, _ := runWith("", "-json", story)
	if _, got, _ := runWith(string(text), "-json"); got != want {
		t.Errorf("from standard input:\n%s\nfrom the file:\n%s", got, want)
	}
	if _, got, _ := runWith(string(text), "-json", "-"); got != want {
		t.Errorf("from -:\n%s\nfrom the file:\n%s", got, want)
	}
}

func TestNoText(t *testing.T) {
	for _, c := range []struct {
		name, text string
		status     int
	}{
		{"empty", "", done},
		{"byte order mark", "\ufeffPORTO (AP) - Sun.", done},
		{"stray byte", "PORTO (AP) - Sun\xff.", done},
		{"stray NUL", "PORTO (AP) - Sun\x00.", done},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00", failed},
		{"UTF-16", "\xff\xfeP\x00O\x00", failed},
		{"UTF-16, the other way", "\xfe\xff\x30\x93", failed},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, _, stderr := runWith(c.text)
			if status != c.status {
				t.Errorf("status %d, want %d, %s", status, c.status, stderr)
			}
		})
	}
}

func TestHTMLFlag(t *testing.T) {
	_, got, _ := runWith("A dog in Turku. (Jane Doe/AP)", "-caption", "-html")
	checkOutput(t, "the page of a caption", got, `<mark class="caption" id="caption-0" title="caption">A dog`)
	_, got, _ = runWith("", "-html", story)
	checkOutput(t, "the page of a story", got, `<mark class="dateline"`)
}

func TestPrintJSON(t *testing.T) {
	v := map[string]any{
		"content": [][2]int{{1, 2}, {30, 44}},
		"empty":   []int{},
		"name":    "[ 1, 2 ]\n[\n",
		"span":    []int{7, 15},
	}
	want := `{
  "content": [
    [1,2],
    [30,44]
  ],
  "empty": [],
  "name": "[ 1, 2 ]\n[\n",
  "span": [7,15]
}
`
	var got strings.Builder
	c := command{stdout: &got}
	if err := c.printJSON(v); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

// A writer that fails, as a full disk does, is a failure of the program.
func TestFailedWriter(t *testing.T) {
	for _, args := range [][]string{{story}, {"-json", story}, {"-html", story}, {"-jsonl"}, {"-caption"}, {"-caption", "-html"}} {
		var stderr strings.Builder
		stdin := strings.NewReader("{\"text\":\"A dog. (AP)\"}\n")
		if status := run(args, stdin, brokenWriter{}, &stderr); status != failed {
			t.Errorf("%v: status %d, want %d", args, status, failed)
		}
		checkOutput(t, "standard error", stderr.String(), "disk full")
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }
