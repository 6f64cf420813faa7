package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"
)

func TestJSONLines(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"an article", `{"id":"a","text":"Hello."}`, `{"id":"a","article":{`},
		{"a caption", `{"id":"c","kind":"caption","text":"A dog runs. (AP)"}`, `{"id":"c","caption":{`},
		{"what is not known is ignored", `{"id":"a","text":"Hi.","more":[1,{"id":2}]}`, `{"id":"a","article":{`},
		{"an id of another kind", `{"id":7,"text":"Hi."}`, `{"id":7,"article":{`},
		{"no id", `{"text":"Hi."}`, `{"article":{`},
		{"no text", `{"id":"a"}`, `{"id":"a","article":{`},
		{"a byte order mark", "\ufeff" + `{"id":"a","text":"Hi."}`, `{"id":"a","article":{`},
		{"a carriage return", `{"id":"a","text":"Hi."}` + "\r", `{"id":"a","article":{`},
		{"no JSON", `id,text`, `{"error":"not JSON: `},
		{"JSON, but no object", `["id","a"]`, `{"error":"line is JSON, but no object: array"}`},
		{"a line that breaks off", `{"id":"a","text":"He`, `{"id":"a","error":"not JSON: `},
		{"a text that is none", `{"text":5,"id":"a"}`, `{"id":"a","error":"\"text\" is a number, not a string"}`},
		{"another kind", `{"id":"a","text":"Hi.","kind":"poem"}`, `{"id":"a","error":"kind is \"poem\", not article or caption"}`},
		{"a date that is none", `{"id":"a","text":"Hi.","published":"soon"}`, `{"id":"a","error":"no date in \"soon\""}`},
		{"no language", `{"id":"a","text":"Hi.","lang":"e!"}`, `{"id":"a","error":"language \"e!\" is no BCP 47 tag"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			after := `{"id":"after","text":"Bye."}`
			status, stdout, stderr := runWith(c.in+"\n\n"+after, "-jsonl")
			if status != done || stderr != "" {
				t.Errorf("status %d, standard error %q", status, stderr)
			}
			lines := strings.SplitAfter(stdout, "\n")
			if len(lines) != 3 || lines[2] != "" {
				t.Fatalf("got %d lines, want 2:\n%s", len(lines)-1, stdout)
			}
			if !strings.HasPrefix(lines[0], c.want) || !json.Valid([]byte(lines[0])) {
				t.Errorf("got %s, want %s", lines[0], c.want)
			}
			if !strings.HasPrefix(lines[1], `{"id":"after","article":{`) {
				t.Errorf("the line after it got %s", lines[1])
			}
		})
	}
}

// The flags hold for lines that do not say otherwise.
func TestJSONLinesDefaults(t *testing.T) {
	in := "{\"text\":\"A dog. (AP)\"}\n{\"text\":\"A dog.\",\"kind\":\"article\"}\n"
	_, stdout, _ := runWith(in, "-jsonl", "-caption")
	lines := strings.Split(stdout, "\n")
	if !strings.HasPrefix(lines[0], `{"caption":`) || !strings.HasPrefix(lines[1], `{"article":`) {
		t.Errorf("got\n%s", stdout)
	}
}

// Lines of very different cost come out in the order in which they went in.
func TestJSONLinesOrder(t *testing.T) {
	const n = 2000
	var in strings.Builder
	for i := range n {
		text := strings.Repeat("Hello. ", i%7*i%91)
		fmt.Fprintf(&in, "{\"id\":%d,\"text\":%q}\n", i, text)
	}
	_, stdout, _ := runWith(in.String(), "-jsonl")
	i := 0
	for line := range strings.Lines(stdout) {
		if want := fmt.Sprintf("{\"id\":%d,", i); !strings.HasPrefix(line, want) {
			t.Fatalf("line %d is %s", i, line)
		}
		i++
	}
	if i != n {
		t.Errorf("%d lines in, %d out", n, i)
	}
}

// An answer comes before the next line is there: whoever asks line by line does not wait.
func TestJSONLinesDialogue(t *testing.T) {
	questions, ask := io.Pipe()
	hear, answers := io.Pipe()
	go run([]string{"-jsonl"}, questions, answers, io.Discard)
	replies := bufio.NewReader(hear)
	for i := range 3 {
		fmt.Fprintf(ask, "{\"id\":%d,\"text\":\"Hello.\"}\n", i)
		got := make(chan string, 1)
		go func() {
			line, _ := replies.ReadString('\n')
			got <- line
		}()
		select {
		case line := <-got:
			if !strings.HasPrefix(line, fmt.Sprintf("{\"id\":%d,", i)) {
				t.Errorf("answer %d is %s", i, line)
			}
		case <-time.After(time.Minute):
			t.Fatalf("no answer to line %d", i)
		}
	}
	ask.Close()
}

func TestLongLine(t *testing.T) {
	long := io.MultiReader(
		strings.NewReader(`{"id":"long","text":"`),
		io.LimitReader(endless('a'), maxLine),
		strings.NewReader("\"}\n{\"id\":\"after\",\"text\":\"Bye.\"}\n"),
	)
	var stdout, stderr strings.Builder
	if status := run([]string{"-jsonl"}, long, &stdout, &stderr); status != done {
		t.Errorf("status %d: %s", status, stderr.String())
	}
	want := `{"id":"long","error":"line is longer than 64 MiB"}` + "\n" + `{"id":"after","article":{`
	if !strings.HasPrefix(stdout.String(), want) {
		t.Errorf("got %.200s", stdout.String())
	}
}

// An endless is a stream of one letter.
type endless byte

func (e endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = byte(e)
	}
	return len(b), nil
}

func FuzzJSONLines(f *testing.F) {
	f.Add([]byte(`{"id":"a","text":"PARIS (AP) \u2014 It rained.","published":"2018-04-11"}` + "\n"))
	f.Add([]byte("{\"text\":\"A dog. (AP)\",\"kind\":\"caption\"}\r\n\n[]\n{\"id\":"))
	f.Fuzz(func(t *testing.T, in []byte) {
		want := 0
		for line := range strings.Lines(string(in)) {
			if strings.TrimSpace(strings.TrimPrefix(line, "\ufeff")) != "" {
				want++
			}
		}
		status, stdout, _ := runWith(string(in), "-jsonl")
		if status != done {
			t.Errorf("status %d", status)
		}
		got := 0
		for line := range strings.Lines(stdout) {
			got++
			if !json.Valid([]byte(line)) {
				t.Errorf("no JSON: %q", line)
			}
		}
		if got != want {
			t.Errorf("%d lines in, %d out", want, got)
		}
	})
}

// BenchmarkJSONLines measures the whole way of a stream; -cpu 1,2 shows what a core more is worth.
func BenchmarkJSONLines(b *testing.B) {
	text, err := os.ReadFile(story)
	if err != nil {
		b.Fatal(err)
	}
	line, err := json.Marshal(map[string]string{"id": "a", "text": string(text), "published": "2024-09-03"})
	if err != nil {
		b.Fatal(err)
	}
	in := strings.Repeat(string(line)+"\n", 500)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		run([]string{"-jsonl"}, strings.NewReader(in), io.Discard, io.Discard)
	}
}
