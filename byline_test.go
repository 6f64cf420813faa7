package dateline

import (
	"strings"
	"testing"
)

func bylineFields(b Byline) []string {
	var authors, from []string
	for _, a := range b.Authors {
		name := a.Name
		if a.Role != "" {
			name += ": " + a.Role
		}
		authors = append(authors, name)
	}
	for _, src := range b.Sources {
		from = append(from, src.ID)
	}
	list := field(nil, "authors", strings.Join(authors, "; "))
	return field(list, "from", strings.Join(from, ", "))
}

func TestParseByline(t *testing.T) {
	for _, c := range fieldCases(t, "byline") {
		c.run(t, func(text string) []string {
			b, err := ParseByline(text)
			if err != nil {
				t.Errorf("%q: %v", text, err)
			}
			return bylineFields(b)
		})
	}
}

func TestNoByline(t *testing.T) {
	for _, text := range []string{
		"", "...", "()", "12 May 2021",
		"By Monday the water had gone down.",
		"By the lake",
		"Police and lake",
		"The mayor said so.",
		"Ida Solberg told AFP that she would stay.",
		"Reporting by phone is not what it was, she said.",
		strings.Repeat("By Ida Solberg, ", 200),
	} {
		if b, err := ParseByline(text); err != ErrNotFound {
			t.Errorf("ParseByline(%.60q) = %+v, %v", text, b, err)
		}
	}
}

// A page is the text of a whole story with the bylines and captions in it, by their first words.
type page struct {
	text     string
	authors  string
	captions []string
	wire     string
}

// prose stands in for the paragraphs of a story.
const prose = "The harbour was closed on Friday because of the storm, and the ferries that " +
	"were on their way turned back, the master of the port said after the meeting of the council.\n"

var pages = map[string]page{
	"by": {
		text:    "Storm closes the harbour\nBy Ida Solberg and Tom Marsh\n" + prose,
		authors: "Ida Solberg, Tom Marsh",
	},
	"by on lines of its own": {
		text:    "Storm closes the harbour\nBy\nIda Solberg\nTom Marsh\n" + prose,
		authors: "Ida Solberg, Tom Marsh",
	},
	"a name above a date": {
		text:    "Storm closes the harbour\nIda Solberg\n12 May 2021\n" + prose,
		authors: "Ida Solberg",
	},
	"a name glued to its job": {
		text:    "Storm closes the harbour\nIda SolbergPolitical Correspondent\n" + prose,
		authors: "Ida Solberg",
	},
	"the one whom the story is about": {
		text: "Ida Solberg\n12 May 2021\n" +
			strings.Repeat(strings.Replace(prose, "the master", "Ms Solberg", 1), 3),
	},
	"a name above what is said of her": {
		text: strings.Repeat(prose, 2) + strings.Repeat("More news\n", maxTop) +
			"Ida Solberg\nFollow\nEmail\nSolberg covers the harbours of the coast for us.\n",
		authors: "Ida Solberg",
	},
	"a name above a paragraph of its own": {
		text: strings.Repeat(prose, 2) + strings.Repeat("More news\n", maxTop) +
			"Ida Solberg\nFollow\nEmail\nThe harbours of the coast are hers to tell of.\n",
	},
	"a name and a mail address": {
		text:    "Storm closes the harbour\nIda Solberg isolberg@example.com\n" + prose,
		authors: "Ida Solberg",
	},
	"unions and agencies": {text: "Police and agencies\n" + prose},
	"copyright of who passed it on": {
		text: prose + "©2021 Lorne Mail. Distributed by Tribune Content Agency, LLC.\n",
	},
	"an address": {text: prose + "Email: desk@example.com\n"},
	"an agency and where it is": {
		text: "Storm closes the harbour\nPTI | New Delhi\n" + prose, wire: "pti",
	},
	"a headline without capitals": {
		text: "إغلاق طويل في ميناء طنجة\nكتبت: ليلى حداد\n12 مايو 2021\n" +
			"أعلنت إدارة الميناء إغلاقه يوم الجمعة بسبب العاصفة بعد اجتماع المجلس.\n",
		authors: "ليلى حداد",
	},
	"a place above a date": {
		text: "New York\n12 May 2021\n" + prose,
	},
	"a reporter named in the text": {
		text: prose + "Ida Solberg, who reports for a newspaper in the town, saw the wave.\n",
	},
	"sign-off of Reuters": {
		text:    prose + "(Reporting by Ida Solberg in Oslo; Editing by Tom Marsh)\n",
		authors: "Ida Solberg, Tom Marsh",
		wire:    "reuters",
	},
	"initials": {
		text:    strings.TrimSuffix(prose, "\n") + " (dpa/bl)\n",
		authors: "bl",
		wire:    "dpa",
	},
	"initials of a bureau and its desk": {
		text: prose + prose + "bur-bdz/krl\n\n© Agence France-Presse\n", authors: "bur, bdz, krl", wire: "afp",
	},
	"codes of an agency's editors": {
		text: strings.TrimSuffix(prose, "\n") + " PTI BDZ KR\n", authors: "BDZ, KR", wire: "pti",
	},
	"a letter behind an agency's name": {text: strings.TrimSuffix(prose, "\n") + " REUTERS N\n"},
	"capitals that end a sentence":     {text: prose + "The harbour is run by the HMC and the NTB.\n"},
	"an agency's name above its editor's account": {
		text:    "Storm closes the harbour\nSource: Xinhua| 2021-05-12 20:11:30|Editor: bdzkr\n" + prose,
		authors: "bdzkr", wire: "xinhua",
	},
	"a newsroom and its region": {
		text:    "Storm closes the harbour\nPublished 12 May 2021\nIda Solberg\nBBC News, North East and Fife\n" + prose,
		authors: "Ida Solberg",
	},
	"who kept a live page": {
		text:    "Storm closes the harbour\nIda Solberg (now) and Tom Marsh (earlier)\n12 May 2021\n" + prose,
		authors: "Ida Solberg, Tom Marsh",
	},
	"a columnist": {
		text:    "Let the harbour be\nIda Solberg\nIda Solberg is a columnist for the Courier\n" + prose,
		authors: "Ida Solberg",
	},
	"an editor's letter": {text: prose + "Sincerely,\nIda Solberg\nEditor and Publisher\n", authors: "Ida Solberg"},
	"initials of several, with slashes": {
		text: prose + prose + "bdz/ krl/\n", authors: "bdz, krl",
	},
	"initials on a line of their own": {
		text: prose + prose + "(bdz)\n", authors: "bdz",
	},
	"a time below an agency": {
		text: "Storm closes the harbour\nBy The Associated Press\n" +
			"Published 5:00 PM EDT, July 9, 2024\n" + prose,
		wire: "ap",
	},
	"a correspondent named as an outlet is": {
		text:    prose + "Fox reported from Oslo, Marsh from Bergen.\n",
		authors: "Fox",
	},
	"an agency is no initials": {
		text: "Der Hafen bleibt geschlossen. (dpa)\n",
	},
	"an agency at the end": {
		text: prose + "The ferry stays in the harbour. (AFP)\n", wire: "afp",
	},
	"a place and an agency at the end": {
		text: prose + prose + "Marseille (ANSA)\n", wire: "ansa",
	},
	"help of an agency": {
		text: "By Ida Solberg\n" + prose + "With inputs from PTI\n", authors: "Ida Solberg",
	},
	"an agency that was told": {
		text: prose + "\"We turned back,\" the mate told AFP.\n",
	},
	"copyright": {
		text: prose + "© 2021 AFP\n", wire: "afp",
	},
	"captions between paragraphs": {
		text: prose + "The quay at low tide. (AP Photo/Ida Solberg)\n" + prose +
			"Photo: Tom Marsh\n" + prose + "Getty Images\n" +
			"Image caption, The ferry turns back\n" + prose +
			"A crowd waits on the quay. AFP Photo\n" + prose +
			"The old ferry at sea. Courtesy of Ida Solberg\n" + prose,
		captions: []string{"The quay", "Photo:", "Getty", "The ferry", "A crowd", "The old"},
	},
	"no captions": {
		text: prose + "She took a photo by the harbour.\n" + "The picture: no ferry sails.\n" +
			"He sold the image to Reuters.\n" + "They came courtesy of the mayor.\n" +
			"The plan was supplied.\n" + "The prize went to Ida Solberg.\n",
	},
}

func TestPages(t *testing.T) {
	for name, page := range pages {
		t.Run(name, func(t *testing.T) {
			a := ParseArticle(page.text)
			var authors, captions []string
			for _, b := range a.Bylines {
				for _, p := range b.Authors {
					authors = append(authors, p.Name)
				}
			}
			if got := strings.Join(authors, ", "); got != page.authors {
				t.Errorf("authors are %q, want %q", got, page.authors)
			}
			for _, c := range a.Captions {
				captions = append(captions, c.Span.Of(page.text))
			}
			for i, start := range page.captions {
				if i >= len(captions) || !strings.HasPrefix(captions[i], start) {
					t.Errorf("captions are %q, want them to begin %q", captions, page.captions)
					break
				}
			}
			if len(captions) != len(page.captions) {
				t.Errorf("captions are %q, want %d", captions, len(page.captions))
			}
			if a.Wire.ID != page.wire {
				t.Errorf("it is the copy of %q, want %q", a.Wire.ID, page.wire)
			}
		})
	}
}

func TestWireOfOwnPaper(t *testing.T) {
	p := Parser{Outlet: "afp"}
	if a := p.ParseArticle(prose + "© 2021 AFP\n"); !a.Wire.IsZero() {
		t.Errorf("the copy of AFP's own site is %q's", a.Wire.ID)
	}
}

// Names that a story ends with, in brackets, in a script without blanks; a remark there is none.
func TestUnspacedSignOff(t *testing.T) {
	const body = "港の岸壁が沈んだ。市によると、けが人はいない。\n\n工事は来月に終わる。"
	for end, want := range map[string]string{
		"（浜田千尋、村上健太）": "浜田千尋; 村上健太",
		"【浜田千尋】":      "浜田千尋",
		"（山形支局　浜田千尋）": "浜田千尋",
		"（敬称略）":       "",
	} {
		names := []string{}
		for _, b := range ParseArticle(body + end).Bylines {
			for _, who := range b.Authors {
				names = append(names, who.Name)
			}
		}
		if got := strings.Join(names, "; "); got != want {
			t.Errorf("%s: %q, want %q", end, got, want)
		}
	}
}
