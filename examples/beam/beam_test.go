package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// input is the files of the test: a story on each line, pages, and what goes wrong.
var input = map[string]string{
	"a.jsonl": `{"id":1,"text":"LISBON/MADRID, April 11 (Reuters) - Rain.","published":"2018-04-12"}

{"id":"zoo","text":"Rostock (dpa) - Der Esel hat einen Namen.","lang":"de"}
{"id":"none","text":"The ministry had nothing to add."}
{"id":"date","text":"PORTO (Reuters) - It rained.","published":"soon"}
{"id":"lang","text":"PORTO (Reuters) - It rained.","lang":"no such language"}
{"id":"torn","text":"PORTO (Reu`,
	"b.jsonl.gz": strings.Repeat(`{"text":"OSLO, March 3 (Reuters) - Snow fell."}`+"\n", 500),
	"c.warc.gz":  archive,
	"d.warc":     "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 70\r\n\r\nsoftware: a test",
	"e.jsonl.gz": "not gzipped",
	"f.txt":      "LISBON, April 11 (Reuters) - No format says what this is.",
	"g.jsonl":    "",
}

// archive is a WARC file: one page of a German paper, and records that are none.
var archive = warcRecord("warcinfo", "application/warc-fields", "", "software: a test\r\n") +
	warcRecord("response", "application/http; msgtype=response", "https://www.spiegel.de/esel",
		"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n"+
			`<html lang="de"><meta property="article:published_time" content="2024-04-11">`+
			"<article><p>Rostock (dpa) - Der kleine Esel im Zoo hei\xdft jetzt Ferdinand.</p>"+
			"<p>Am Mittwoch lagen zweitausend Stimmzettel im Trog.</p></article>") +
	warcRecord("response", "application/http; msgtype=response", "https://www.spiegel.de/none",
		"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>No such page.</p>") +
	warcRecord("response", "application/http; msgtype=response", "https://www.spiegel.de/esel.jpg",
		"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n...") +
	warcRecord("response", "application/http; msgtype=response", "https://www.spiegel.de/br",
		"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n...") +
	warcRecord("response", "text/dns", "dns:www.spiegel.de", "20240411042000\r\n")

// warcRecord returns a record of a WARC file.
func warcRecord(kind, contentType, url, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: <%s>\r\nContent-Type: %s\r\n"+
		"Content-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, contentType, len(block), block)
}

// writeInput writes the files of input to a folder.
func writeInput(t *testing.T, folder string) {
	t.Helper()
	for name, content := range input {
		data := []byte(content)
		if strings.HasSuffix(name, ".gz") && content != "not gzipped" {
			data = zip(t, content)
		}
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func zip(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// lines returns the lines of the files that a glob matches, sorted.
func lines(t *testing.T, glob string) (lines []string) {
	t.Helper()
	names, err := filepath.Glob(glob)
	if err != nil || len(names) == 0 {
		t.Fatalf("no %s, %v", glob, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")...)
	}
	slices.Sort(lines)
	return lines
}

// The whole pipeline runs on Prism, the runner that Beam has for one machine.
func TestPipeline(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	writeInput(t, in)
	p, s := beam.NewPipelineWithRoot()
	known := Known{Published: "2024-03-04"}
	build(s, options{input: in + "/*", output: out, shards: 3, known: known})
	result := ptest.RunAndValidate(t, p)

	for _, c := range []struct {
		file string
		want []string
	}{
		{"agencies.tsv", []string{"dpa\t2", "reuters\t501"}},
		{"countries.tsv", []string{"DE\t2", "ES\t1", "NO\t500", "PT\t1"}},
	} {
		if got := lines(t, filepath.Join(out, c.file)); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.file, got, c.want)
		}
	}
	checkArticles(t, lines(t, filepath.Join(out, "articles-*-of-00003.jsonl")))
	checkFailures(t, lines(t, filepath.Join(out, "failures.jsonl")))
	checkCounters(t, result)
}

// checkArticles checks when and where the articles say that they were filed.
func checkArticles(t *testing.T, lines []string) {
	t.Helper()
	got := map[string]int{}
	for _, line := range lines {
		var a Article
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		got[string(a.ID)+" "+a.Article.Dateline.String()]++
		if a.Text != "" && a.Article.Dateline.Span.Of(a.Text) != "Rostock (dpa) -" {
			t.Errorf("no dateline at its span in %q", a.Text)
		}
	}
	want := map[string]int{
		"1 Lisbon/Madrid, April 11, 2018 (Reuters) –":   1,
		`"zoo" Rostock (DPA) –`:                         1,
		`"none" `:                                       1,
		" Oslo, March 3, 2024 (Reuters) –":              500,
		`"https://www.spiegel.de/esel" Rostock (DPA) –`: 1,
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// checkFailures checks what is said of that which cannot be read.
func checkFailures(t *testing.T, lines []string) {
	t.Helper()
	var got []string
	for _, line := range lines {
		var f Failure
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		got = append(got, filepath.Base(f.File)+" "+string(f.ID)+" "+f.Error)
	}
	slices.Sort(got)
	want := []string{
		`. "date" published "soon" is neither 2006-01-02 nor RFC 3339`,
		`. "lang" language "no such language": language: tag is not well-formed`,
		`a.jsonl  line 7: unexpected end of JSON input`,
		`c.warc.gz "https://www.spiegel.de/br" content encoding "br" is not read`,
		`d.warc  unexpected EOF`,
		`e.jsonl.gz  gzip: invalid header`,
		`f.txt  neither .jsonl nor .warc`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// checkCounters checks what a runner shows.
func checkCounters(t *testing.T, result beam.PipelineResult) {
	t.Helper()
	got := map[string]int64{}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Key.Namespace == "dateline" {
			got[c.Key.Name] = c.Result()
		}
	}
	want := map[string]int64{"stories": 506, "bytes": 18228, "stories without a dateline": 1}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// A file that is broken gives what stands before, and an error.
func TestBroken(t *testing.T) {
	for _, c := range []struct {
		name    string
		read    format
		text    string
		stories int
		err     string
	}{
		{"no stories", jsonLines, " \n\n", 0, ""},
		{"byte order mark", jsonLines, "\ufeff{\"text\":\"a\"}\r\n", 1, ""},
		{"no object", jsonLines, "{}\n7\n{}\n", 2, "line 2: json: cannot unmarshal number"},
		{"long line", jsonLines, "{}\n" + strings.Repeat("x", maxLine+1) + "\n{}", 1, "too long"},
		{"no records", warcPages, "\r\n\r\n", 0, ""},
		{"no WARC", warcPages, "<html>", 0, "unexpected EOF"},
		{"no record", warcPages, "<html>\r\n", 0, `no WARC record: "<html>"`},
		{"header ends", warcPages, "WARC/1.0\r\nWARC-Type: response\r\n", 0, "unexpected EOF"},
		{"long field", warcPages, "WARC/1.0\r\n" + strings.Repeat("x", maxField), 0, "buffer full"},
		{"long header", warcPages, "WARC/1.0\r\n" + strings.Repeat("A: b\r\n", 200), 0, "too long"},
		{"no length", warcPages, "WARC/1.0\r\nContent-Length: x\r\n\r\n", 0, "invalid syntax"},
		{"no HTTP", warcPages, warcRecord("response", "application/http", "", "?"), 0, "malformed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			stories, failed := 0, ""
			for _, err := range c.read(strings.NewReader(c.text)) {
				if err != nil {
					failed += err.Error()
				} else {
					stories++
				}
			}
			wrong := (failed == "") != (c.err == "") || !strings.Contains(failed, c.err)
			if stories != c.stories || wrong {
				t.Errorf("got %d stories and %q, want %d and %q", stories, failed, c.stories, c.err)
			}
		})
	}
}
