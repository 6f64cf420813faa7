package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"golang.org/x/text/language"

	"github.com/e95690a0/dateline"
	"github.com/e95690a0/dateline/examples/web/page"
)

func init() {
	register.DoFn4x0[context.Context, Story, func(Article), func(Failure)](&parseFn{})
	register.Function2x0(agency)
	register.Function2x0(countries)
	register.Emitter1[Article]()
	register.Emitter1[string]()
	beam.RegisterType(reflect.TypeFor[Article]())
}

// Known is what is known of stories beside their text; what is empty is not known.
type Known struct {
	Published string `json:"published"` // "2018-04-11", or with the time as RFC 3339 has it
	Lang      string `json:"lang"`
	Country   string `json:"country"`
	Outlet    string `json:"outlet"`
}

// An Article is a story that was read.
type Article struct {
	ID json.RawMessage `json:"id,omitempty"`
	// Text is what the spans index, where it was found on a page; otherwise the story has it.
	Text    string           `json:"text,omitempty"`
	Article dateline.Article `json:"article"`
}

// The counters, which runners show while they run.
var (
	storyCount      = beam.NewCounter("dateline", "stories")
	byteCount       = beam.NewCounter("dateline", "bytes")
	noDatelineCount = beam.NewCounter("dateline", "stories without a dateline")
)

// parseFn is the library as a DoFn.
type parseFn struct {
	Known  // of all stories that do not say otherwise; it travels to the workers
	parser dateline.Parser
}

// Setup makes the Parser that a worker uses for all its stories.
func (f *parseFn) Setup() (err error) {
	f.parser, err = f.Known.parser()
	return err
}

// ProcessElement reads a story.
func (f *parseFn) ProcessElement(
	ctx context.Context, s Story, emit func(Article), fail func(Failure),
) {
	storyCount.Inc(ctx, 1)
	p, text, err := f.prepare(s)
	if err != nil {
		fail(Failure{ID: s.ID, Error: err.Error()})
		return
	}
	byteCount.Inc(ctx, int64(len(text)))
	out := Article{ID: s.ID, Article: p.ParseArticle(text)}
	if s.HTML != "" {
		out.Text = text
	}
	if out.Article.Dateline.Span.IsZero() {
		noDatelineCount.Inc(ctx, 1)
	}
	emit(out)
}

// prepare returns the text of a story, and the Parser for it. What the story's line says counts
// most, then what its page says.
func (f *parseFn) prepare(s Story) (dateline.Parser, string, error) {
	p, text := f.parser, s.Text
	if s.HTML != "" {
		address, err := url.Parse(s.URL)
		if err != nil {
			return p, "", err
		}
		found, err := page.ReadString(s.HTML, address)
		if err != nil {
			return p, "", err
		}
		p, text = merge(p, found.Parser), found.Text
	}
	own, err := s.Known.parser()
	return merge(p, own), text, err
}

// parser returns a Parser that knows k.
func (k Known) parser() (dateline.Parser, error) {
	p := dateline.Parser{Country: k.Country, Outlet: k.Outlet}
	var err error
	if k.Lang != "" {
		if p.Lang, err = language.Parse(k.Lang); err != nil {
			return p, fmt.Errorf("language %q: %w", k.Lang, err)
		}
	}
	if k.Published != "" {
		if p.Published, err = readTime(k.Published); err != nil {
			return p, err
		}
	}
	return p, nil
}

func readTime(s string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("published %q is neither 2006-01-02 nor RFC 3339", s)
}

// merge returns p with all that q knows.
func merge(p, q dateline.Parser) dateline.Parser {
	if !q.Published.IsZero() {
		p.Published = q.Published
	}
	if q.Lang != language.Und {
		p.Lang = q.Lang
	}
	if q.Country != "" {
		p.Country = q.Country
	}
	if q.Outlet != "" {
		p.Outlet = q.Outlet
	}
	return p
}

// agency emits the agency whose copy an article is, if it is one's.
func agency(a Article, emit func(string)) {
	if id := a.Article.Wire.ID; id != "" {
		emit(id)
	}
}

// countries emits the countries that an article was filed from, each once.
func countries(a Article, emit func(string)) {
	var seen []string
	for _, place := range a.Article.Dateline.Places {
		if place.Country != "" && !slices.Contains(seen, place.Country) {
			seen = append(seen, place.Country)
			emit(place.Country)
		}
	}
}
