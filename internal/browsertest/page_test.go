package browsertest

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

const articles = "../../testdata/articles/"

var program string // the command, built

func TestMain(m *testing.M) {
	os.Exit(buildAndRun(m))
}

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "browsertest")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "dateline")
	build := exec.Command("go", "build", "-o", program, "./cmd/dateline")
	build.Dir = "../.."
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		panic(err)
	}
	return m.Run()
}

// chromium returns the browser's program.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	const missing = "no Chromium on this machine (Debian's package is called chromium)"
	if os.Getenv("REQUIRE_CHROMIUM") == "1" {
		t.Fatal(missing)
	}
	t.Skip(missing)
	return ""
}

// A tab is a page of dateline -html in a browser of its own.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	requests []string // the addresses that were asked for
	ran      bool     // a script wrote to the console, or failed
}

// A step is something to do in a tab.
type step = chromedp.Action[chromedp.Void]

// open opens the page of a story, once the browser is as the steps before make it.
func open(t *testing.T, text string, before ...step) *tab {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.WindowSize(1200, 1000),
		chromedp.WSURLReadTimeout(time.Minute),
	)
	ctx, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	b := &tab{t: t}
	ctx, stop = chromedp.NewContext(ctx, chromedp.WithListener(b.listen))
	t.Cleanup(stop)
	b.ctx = ctx
	b.do(call(network.Enable, network.EnableParams{}), call(runtime.Enable, cdp.Empty{}))
	b.ctx, stop = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(stop)
	b.do(before...)
	b.do(chromedp.Navigate(pageOf(t, text)))
	return b
}

// call is a step that gives the browser a command.
func call[P, R any](command cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// click is a step that clicks on the first element that a selector names.
func click(selector string) step { return chromedp.Click(chromedp.CSS(selector)) }

// listen notes requests and scripts.
func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *runtime.EventConsoleAPICalled, *runtime.EventExceptionThrown:
		b.ran = true
	}
}

// pageOf writes the page of a story to a file and returns its address.
func pageOf(t *testing.T, text string) string {
	t.Helper()
	cmd := exec.Command(program, "-html", "-published", "2019-10-16")
	cmd.Stdin = strings.NewReader(text)
	page, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(name, page, 0o644); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: name}).String()
}

func article(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(articles + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func (b *tab) do(steps ...step) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// eval returns the value of a JavaScript expression in the page.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	return get(b, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// get returns what an action finds.
func get[T any](b *tab, action chromedp.Action[T]) T {
	b.t.Helper()
	value, err := chromedp.Run(b.ctx, action)
	if err != nil {
		b.t.Fatal(err)
	}
	return value
}

// labelled is the names of the kinds whose labels show in the text.
const labelled = `[...new Set([...document.querySelectorAll("mark:not(.more)")]
	.filter(m => getComputedStyle(m, "::before").display != "none")
	.map(m => JSON.parse(getComputedStyle(m, "::before").content)))].sort()`

// groups is the headings of the fields that show.
const groups = `[...document.querySelectorAll("details")]
	.filter(d => d.checkVisibility()).map(d => d.className).sort()`

func TestShown(t *testing.T) {
	text := article(t, "ferry.txt")
	b := open(t, text)
	want := []string{
		"caption", "credit", "cue", "date", "person", "place", "pointer", "said", "source", "who",
	}
	if got := eval[[]string](b, labelled); !slices.Equal(got, want) {
		t.Errorf("labels: %q, want %q", got, want)
	}
	shown := eval[string](b, `document.querySelector("article").textContent`)
	if got, want := strings.Fields(shown), strings.Fields(text); !slices.Equal(got, want) {
		t.Errorf("the story is %q", shown)
	}
	const dead = `[...document.querySelectorAll("aside a")]
		.filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.outerHTML)`
	if got := eval[[]string](b, dead); len(got) > 0 {
		t.Errorf("links to nothing: %q", got)
	}
	const twice = `[...document.querySelectorAll("[id]")].map(e => e.id)
		.filter((id, i, all) => all.indexOf(id) < i)`
	if got := eval[[]string](b, twice); len(got) > 0 {
		t.Errorf("IDs that stand twice: %q", got)
	}
}

// A ticked box leaves its kind alone, two leave both, and "all" brings everything back.
func TestFilter(t *testing.T) {
	b := open(t, article(t, "ferry.txt"))
	all, allGroups := eval[[]string](b, labelled), eval[[]string](b, groups)
	for _, c := range []struct {
		click          string
		labels, groups []string
	}{
		{"label.date", []string{"date"}, []string{"date"}},
		{"label.said", []string{"date", "said"}, []string{"date", "said"}},
		{"label.date", []string{"said"}, []string{"said"}},
		{"label.cue", []string{"cue", "said"}, []string{"said"}},
		{"label.said", []string{"cue"}, []string{"said"}},
		{"label.credit", []string{"credit", "cue"}, []string{"caption", "said"}},
		{"button", all, allGroups},
	} {
		b.do(click(c.click))
		if got := eval[[]string](b, labelled); !slices.Equal(got, c.labels) {
			t.Errorf("after %s the labels are %q, want %q", c.click, got, c.labels)
		}
		if got := eval[[]string](b, groups); !slices.Equal(got, c.groups) {
			t.Errorf("after %s the fields are %q, want %q", c.click, got, c.groups)
		}
	}
	const plain = `getComputedStyle(document.querySelector("mark.said")).backgroundColor`
	washed := eval[string](b, plain)
	b.do(click("label.date"))
	if got := eval[string](b, plain); got == washed || got != "rgba(0, 0, 0, 0)" {
		t.Errorf("what is filtered out has the colour %s", got)
	}
}

// The boxes are reached and ticked without a mouse.
func TestKeyboard(t *testing.T) {
	b := open(t, article(t, "ferry.txt"))
	b.do(chromedp.KeyEvent("\t"), chromedp.KeyEvent(" "))
	if got := eval[[]string](b, labelled); !slices.Equal(got, []string{"caption"}) {
		t.Errorf("after tab and space the labels are %q", got)
	}
}

// A story that brings markup runs no script, asks for nothing and leaves the page as it was.
func TestHostile(t *testing.T) {
	var hits sync.Map
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		hits.Store(r.URL.Path, true)
	}))
	defer server.Close()
	evil := strings.ReplaceAll(`</title></style></article></main>`+
		`<script>owned=1;console.log(1)</script>`+
		`<img src="URL/img" onerror="owned=1"><iframe src="URL/frame"></iframe><svg onload="owned=1">`+
		`<link rel=stylesheet href="URL/css"><style>@import "URL/import";body{display:none}</style>`+
		`<meta http-equiv=refresh content="0;url=URL/meta"><base href="URL/">`+
		`<a href="javascript:owned=1" style="background:url(URL/style)">x</a>" onmouseover="owned=1`,
		"URL", server.URL)
	text := "PARIS, May 2 (Reuters" + evil + ") - " + evil + "\n\n" +
		"\"" + evil + "\", said Jane" + evil + " Doe.\n\nREAD MORE: " + evil + "\n\n" +
		"A dog in Turku on May 3, 2018. (Jane Doe" + evil + "/AP)\n"
	b := open(t, text)
	if got := eval[bool](b, `typeof owned == "undefined"`); !got {
		t.Error("a script of the story ran")
	}
	const strange = `[...document.querySelectorAll(
		"script, img, iframe, svg, link, base, article style, [style], main [onmouseover]")]
		.map(e => e.outerHTML)`
	if got := eval[[]string](b, strange); len(got) > 0 {
		t.Errorf("elements of the story: %q", got)
	}
	shown := eval[string](b, `document.querySelector("article").textContent`)
	if got, want := strings.Fields(shown), strings.Fields(text); !slices.Equal(got, want) {
		t.Errorf("the story is %q", shown)
	}
	hits.Range(func(path, _ any) bool {
		t.Errorf("the page asked for %v", path)
		return true
	})
	b.checkQuiet()
}

// checkQuiet checks that the page was all that was asked for, and that nothing ran.
func (b *tab) checkQuiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.requests) != 1 || !strings.HasPrefix(b.requests[0], "file://") {
		b.t.Errorf("requests: %q", b.requests)
	}
	if b.ran {
		b.t.Error("a script ran")
	}
}

// Were there a hole in the escaping, the policy would still stop scripts, styles and requests.
func TestPolicy(t *testing.T) {
	b := open(t, article(t, "ferry.txt"))
	const inject = `new Promise(done => {
		const refused = new Set();
		document.addEventListener("securitypolicyviolation", e => {
			refused.add(e.effectiveDirective);
			if (refused.size == 3) done([...refused].sort());
		});
		for (const [tag, values] of [
			["script", {textContent: "owned = 1"}],
			["style", {textContent: "body { display: none }"}],
			["img", {src: "https://example.org/x.png"}],
		]) document.body.append(Object.assign(document.createElement(tag), values));
	})`
	got := eval[[]string](b, inject)
	if want := []string{"img-src", "script-src-elem", "style-src-elem"}; !slices.Equal(got, want) {
		t.Errorf("refused: %q, want %q", got, want)
	}
	if eval[bool](b, `typeof owned != "undefined" ||
		getComputedStyle(document.body).display == "none"`) {
		t.Error("the policy let a script or a style through")
	}
}

// The page needs no script: all of it works where they are off.
func TestWithoutScript(t *testing.T) {
	b := open(t, article(t, "ferry.txt"), call(emulation.SetScriptExecutionDisabled,
		emulation.SetScriptExecutionDisabledParams{Value: true}))
	before := get(b, chromedp.CaptureScreenshot())
	b.do(click("label.date"))
	if after := get(b, chromedp.CaptureScreenshot()); bytes.Equal(before, after) {
		t.Error("a ticked box changes nothing")
	}
	b.checkQuiet()
}

func TestPhone(t *testing.T) {
	for _, name := range []string{"ferry.txt", "arabic.txt", "kyodo.txt"} {
		b := open(t, article(t, name)+"\n\n"+strings.Repeat("x", 500), chromedp.EmulateViewport(320, 640))
		if got := eval[int](b, `document.documentElement.scrollWidth`); got > 320 {
			t.Errorf("%s is %d wide on a screen of 320", name, got)
		}
		const beside = `document.querySelector("aside").getBoundingClientRect().top >=
			document.querySelector("article").getBoundingClientRect().bottom`
		if !eval[bool](b, beside) {
			t.Errorf("%s: the fields are not below the story", name)
		}
	}
}

// Words stand on the side where their script begins, and their labels too.
func TestRightToLeft(t *testing.T) {
	b := open(t, article(t, "arabic.txt"))
	const ends = `[...document.querySelectorAll("article p")].map(p => {
		const r = document.createRange(); r.selectNodeContents(p);
		return Math.round(p.getBoundingClientRect().right - r.getBoundingClientRect().right)})`
	for i, gap := range eval[[]int](b, ends) {
		if gap > 8 {
			t.Errorf("paragraph %d begins %d pixels from the right", i, gap)
		}
	}
	if got := eval[string](b, `document.querySelector("article").lang`); got != "ar" {
		t.Errorf("the language is %q", got)
	}
}

// lowContrast is the marks, labels and fields whose words have less than 4.5:1 to what is behind
// them. Colours are read from a canvas, which knows every way to write them.
const lowContrast = `(() => {
	const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
	const rgb = colors => {
		paint.clearRect(0, 0, 1, 1);
		for (const c of colors) { paint.fillStyle = c; paint.fillRect(0, 0, 1, 1) }
		return paint.getImageData(0, 0, 1, 1).data;
	};
	const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
		.map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
		.reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
	const behind = e => e ? [...behind(e.parentElement), getComputedStyle(e).backgroundColor] : [];
	const low = [];
	for (const e of document.querySelectorAll("p, mark, label, legend, summary, a, dt, dd"))
		for (const part of [null, "::before"]) {
			const style = getComputedStyle(e, part);
			if (part && style.content == "none") continue;
			const back = part ? [...behind(e), style.backgroundColor] : behind(e);
			const [a, b] = [light(rgb(back)), light(rgb([...back, style.color]))];
			const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
			if (ratio < 4.5) low.push(e.tagName + "." + e.className + (part ?? "") + " " + ratio.toFixed(2));
		}
	return [...new Set(low)];
})()`

func TestLightAndDark(t *testing.T) {
	for scheme, dark := range map[string]bool{"light": false, "dark": true} {
		media := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
		b := open(t, article(t, "ferry.txt")+"\n"+article(t, "ap.txt"),
			call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: media}))
		rgb := eval[[]int](b,
			`getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)`)
		if got := rgb[0]+rgb[1]+rgb[2] < 3*128; got != dark {
			t.Errorf("%s: the page is %v", scheme, rgb)
		}
		if low := eval[[]string](b, lowContrast); len(low) > 0 {
			t.Errorf("%s: hard to read: %q", scheme, low)
		}
	}
}

// On paper all fields come after the story and nothing is cut off.
func TestPrint(t *testing.T) {
	b := open(t, article(t, "ferry.txt"), call(emulation.SetEmulatedMedia,
		emulation.SetEmulatedMediaParams{Media: "print"}))
	if eval[bool](b, `(a => a.scrollHeight > a.clientHeight)(document.querySelector("aside"))`) {
		t.Error("fields are cut off")
	}
	if !eval[bool](b, `document.querySelector("aside").getBoundingClientRect().top >=
		document.querySelector("article").getBoundingClientRect().bottom`) {
		t.Error("the fields are not below the story")
	}
}

func TestEmpty(t *testing.T) {
	b := open(t, "")
	got := eval[string](b, `document.querySelector("aside").innerText`)
	if got != "Nothing was read." {
		t.Errorf("the fields are %q", got)
	}
}
