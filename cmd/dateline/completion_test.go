package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Run with -update to write the scripts anew; then try them in their shells.
func TestCompletion(t *testing.T) {
	for _, shell := range strings.Fields(shells) {
		t.Run(shell, func(t *testing.T) {
			_, got, _ := runWith("", "-completion", shell)
			checkGolden(t, "testdata/completion."+shell, got)
		})
	}
}

// checkGolden checks that got is what stands in a file, or with -update writes it there.
func checkGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
	}
}

// The words on flags stand between apostrophes and brackets in the scripts.
func TestBriefWords(t *testing.T) {
	eachFlag(new(command).flags(), func(name, _, words string) string {
		if strings.ContainsAny(words, `'[]:\`) || len(words) > 60 {
			t.Errorf("-%s: %q goes into no script", name, words)
		}
		return ""
	})
}

func TestCompletionInBash(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash on this machine")
	}
	script, err := filepath.Abs("testdata/completion.bash")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ before, word, want string }{
		{"dateline", "-json", "-json -jsonl"},
		{"-json", "-o", "-outlet"},
		{"-completion", "", shells},
		{"-completion", "z", "zsh"},
		{"-published", "-", ""},
		{"dateline", "story", ""},
	} {
		t.Run(c.before+" "+c.word, func(t *testing.T) {
			complete := exec.Command(bash, "-c", `. "$1"; COMP_WORDS=(dateline "$2" "$3") COMP_CWORD=2
				_dateline dateline "$3" "$2"; echo "${COMPREPLY[*]}"`, "bash", script, c.before, c.word)
			out, err := complete.CombinedOutput()
			if got := strings.TrimSpace(string(out)); err != nil || got != c.want {
				t.Errorf("got %q, %v, want %q", got, err, c.want)
			}
		})
	}
}
