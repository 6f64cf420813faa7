package dateline

import (
	"strings"
	"testing"
)

func TestUnglue(t *testing.T) {
	for text, want := range map[string]string{
		"by the lakePhoto: Ida Solberg": "by the lake Photo : Ida Solberg",
		"Ida SolbergPublished today":    "Ida Solberg Published today",
		"Ida Solberg/APEnlarge image":   "Ida Solberg / AP Enlarge image",
		"Ida SolbergTravel Reporter":    "Ida Solberg Travel Reporter",
		"A McCoy for YouTube":           "A McCoy for YouTube",
		"the MPs of an iPhone":          "the MPs of an iPhone",
	} {
		s := new(Parser).newStory(text)
		var words []string
		for i := range s.toks {
			words = append(words, s.word(i))
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q is cut into %q, want %q", text, got, want)
		}
	}
}
