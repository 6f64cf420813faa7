package dateline

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"
)

func TestAttributions(t *testing.T) {
	for _, c := range fieldCases(t, "attribution") {
		p := Parser{Lang: language.Make(strings.TrimSuffix(c.file, ".txt"))}
		c.run(t, func(text string) (list []string) {
			text = strings.ReplaceAll(text, `\n`, "\n")
			for a := range p.Attributions(text) {
				list = append(list, strings.ReplaceAll(attributionText(text, a), "\n", `\n`))
			}
			return list
		})
	}
}

// attributionText writes a as the cases have it.
func attributionText(text string, a Attribution) string {
	var content, more []string
	for _, c := range a.Content {
		content = append(content, c.Of(text))
	}
	more = field(more, "name", a.Speaker.Name)
	more = field(more, "role", a.Speaker.Role)
	more = field(more, "via", a.Via.ID)
	more = field(more, "outlet", a.Outlet.ID)
	cols := []string{a.Source.Of(text), a.Cue.Of(text), strings.Join(content, " // "), string(a.Kind)}
	if len(more) > 0 {
		cols = append(cols, strings.Join(more, ", "))
	}
	return strings.Join(cols, " | ")
}

func TestNoAttributions(t *testing.T) {
	tests := []string{
		"",
		"The bridge was built in 1907 and painted last year.",
		"The film “Night Ferry” opens in May.",
		"Kallio declined to comment.",
		"The minister did not elaborate.",
		"Reuters shares rose.",
		"Storm Agnes: Two dead as the coast floods\n\nStorm Agnes came ashore. The storm felled trees.",
		"Weather: Snow by Sunday",
		"In pictures: The lantern parade returns",
	}
	for _, text := range tests {
		for a := range Attributions(text) {
			t.Errorf("%q: %s", text, attributionText(text, a))
		}
	}
}

func TestSpeakers(t *testing.T) {
	const story = "“We had fog,” port spokeswoman Ines Kallio said.\n\n" +
		"“It was thick,” she added. The spokeswoman said the ferry was safe.\n\n" +
		"Trump said the ferry was late."
	want := []string{"Ines Kallio", "Ines Kallio", "Ines Kallio", "Donald Trump"}
	var got []string
	for a := range Attributions(story) {
		got = append(got, a.Speaker.Name)
	}
	if strings.Join(got, ", ") != strings.Join(want, ", ") {
		t.Errorf("speakers: %q, want %q", got, want)
	}
}

func TestAttributionsStop(t *testing.T) {
	n := 0
	for range Attributions("Kallio said it was late. Lund said it was early.") {
		n++
		break
	}
	if n != 1 {
		t.Errorf("went on after the first: %d", n)
	}
}

// One name is enough for some, in stories of their time.
func TestFamousSpeaker(t *testing.T) {
	const text = "Merkel said the ferry would sail again in the spring."
	for year, want := range map[int]string{1987: "", 2018: "Angela Merkel"} {
		p := Parser{Published: time.Date(year, time.May, 3, 0, 0, 0, 0, time.UTC)}
		got := "no attribution"
		for a := range p.Attributions(text) {
			got = a.Speaker.Name
		}
		if got != want {
			t.Errorf("%d: speaker %q, want %q", year, got, want)
		}
	}
}

// TestRelays checks what part the outlets that a text names have in it: "cnn=outlet", "cnn=via".
func TestRelays(t *testing.T) {
	for _, c := range fieldCases(t, "relay") {
		p := Parser{Lang: language.Make(strings.TrimSuffix(c.file, ".txt"))}
		c.run(t, func(text string) []string {
			return roles(p.ParseArticle(strings.ReplaceAll(text, `\n`, "\n")))
		})
	}
}

// roles tells of each outlet in a whether it is a source or carries the words of one.
func roles(a Article) (list []string) {
	outlets, vias := map[string]bool{}, map[string]bool{}
	for _, x := range a.Attributions {
		outlets[x.Outlet.ID] = true
		vias[x.Via.ID] = true
	}
	delete(outlets, "")
	delete(vias, "")
	for id := range outlets {
		delete(vias, id)
		list = append(list, id+"=outlet")
	}
	for id := range vias {
		list = append(list, id+"=via")
	}
	return list
}

// TestSpeakersOfSources checks who stands behind the words for a source: "he=Ida Solheim".
func TestSpeakersOfSources(t *testing.T) {
	for _, c := range fieldCases(t, "speaker") {
		p := Parser{Lang: language.Make(strings.TrimSuffix(c.file, ".txt"))}
		c.run(t, func(text string) (list []string) {
			text = strings.ReplaceAll(text, `\n`, "\n")
			for a := range p.Attributions(text) {
				list = append(list, a.Source.Of(text)+"="+a.Speaker.Name)
			}
			return list
		})
	}
}

// TestAttributionDates checks when it was said, in a story of Wednesday, 15 June 2016.
func TestAttributionDates(t *testing.T) {
	p := Parser{Lang: language.English, Published: time.Date(2016, time.June, 15, 0, 0, 0, 0, time.UTC)}
	for text, want := range map[string]string{
		"Solheim said the dam held.":                                            "",
		"Solheim said Tuesday the dam held.":                                    "2016-06-14",
		"Solheim said on Friday the dam held.":                                  "2016-06-10",
		"Solheim said Wednesday that the dam held.":                             "2016-06-15",
		"The dam held, Solheim was quoted as saying by Interfax on Thursday.":   "2016-06-09",
		"“It leaks,” Solheim told reporters in Ames on Monday.":                 "2016-06-13",
		"In an interview with CNN on Sunday, Solheim said the dam held.":        "2016-06-12",
		"On Sunday, Solheim said the dam would open on Friday.":                 "2016-06-12",
		"Solheim said the dam would open on Friday.":                            "",
		"Solheim said Monday that the dam would open Friday.":                   "2016-06-13",
		"The dam will open Friday, Solheim said.":                               "",
		"The dam will open Friday, Solheim said Monday.":                        "2016-06-13",
		"Solheim, who resigned on Monday, said the dam held.":                   "",
		"Solheim said last week that the dam held.":                             "2016-W23",
		"Solheim tweeted early Wednesday morning that the dam held.":            "2016-06-15",
		"Solheim said in a statement late Tuesday that the dam held.":           "2016-06-14",
		"Solheim said in 2014 that the dam held.":                               "2014",
		"A poll released Monday found that voters fear leaks.":                  "2016-06-13",
		"The dam held, the board said in a statement released on June 3.":       "2016-06-03",
		"“It leaks,” Solheim said Monday night on CNN. “It always has.”":        "2016-06-13",
		"Solheim told CNN on Sunday that the dam would open on July 1.":         "2016-06-12",
		"“It leaks,” said Solheim, who has lived here since 2008.":              "",
		"The dam, which was built in 2008, has sunk, and keepers say it leaks.": "",
		"She moved here in 2008, where, she said, it rains.":                    "",
		"Solheim, who has lived here since 2008, said the dam held.":            "",
		"Solheim denied the leak and said the dam would open on Friday.":        "",
		"When I came here in 2008, an old keeper told me that it leaked.":       "2008",
		"Speaking on Radio Ames on Monday, Solheim said the dam held.":          "2016-06-13",
		"Solheim said at a rally in Des Moines, Iowa, on Tuesday that it held.": "2016-06-14",
	} {
		got := ""
		for a := range p.Attributions(text) {
			got = a.Date.String()
			break
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
