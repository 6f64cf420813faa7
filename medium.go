package dateline

import (
	"github.com/e95690a0/dateline/internal/lang"
	"github.com/e95690a0/dateline/internal/scan"
	"github.com/e95690a0/dateline/internal/speech"
)

// mediumLead returns the earliest preposition of a chain that leads to i: "in an interview with".
func (s *story) mediumLead(i, from int) int {
	for j := i - 1; j > from && j > i-leadReach; j-- {
		t := &s.toks[j]
		if t.Kind != scan.Word {
			break
		}
		leads := t.Is(lang.Toward|lang.In) && !s.toks[j-1].Is(lang.CueBefore)
		if leads && s.mediumBetween(j, i) {
			i = j
		}
	}
	return i
}

func (s *story) mediumBetween(from, to int) bool {
	return s.anyOf(speech.Run{From: from, To: to}, lang.Medium)
}

// mediumAt reports whether token i is a word for what words come in: "interview", "op-ed".
func (s *story) mediumAt(i int) bool {
	return i >= 0 && i < len(s.toks) && s.toks[i].Is(lang.Medium)
}

// namesMedium reports whether the outlet m says of what comes after its name where it was: "a CNN
// interview", "a Facebook message".
func (s *story) namesMedium(m sourceAt) bool {
	i := s.pastName(m.to)
	if s.mediumAt(i) || i == len(s.toks) || m.Kind != Social {
		return s.mediumAt(i)
	}
	return s.isPaper(i) || s.cueOf(i) == lang.CueCarry // broadcast
}

// airs reports whether words are spoken or posted where the preposition at i and the outlet m say:
// "on CNN", "on her Facebook page", but not "to CNN".
func (s *story) airs(m sourceAt, i int) bool {
	switch m.Kind {
	case Social:
		return true
	case Broadcaster:
		return s.toks[i].Is(lang.Toward) && s.toks[i].Is(lang.On)
	}
	return false
}

// tweetPlatform returns the platform of tweets.
func tweetPlatform() Source {
	src, _ := LookupSource("x")
	return src
}

// tweetReach is how many tokens have the words from the preposition to "tweet": "in a series of
// tweets".
const tweetReach = 5

// tweetTail returns where "in a tweet" starts at the end of c, or 0.
func (s *story) tweetTail(c *speech.Run) int {
	last := c.To - 1
	if c.Empty() || !s.isTweet(last) {
		return 0
	}
	for i := last - 1; i > max(c.From, last-tweetReach); i-- {
		if s.toks[i].Is(lang.In | lang.Toward) {
			return i
		}
	}
	return 0
}

func (s *story) isTweet(i int) bool {
	arg, _, home := s.toks[i].Arg(lang.Medium, s.lang)
	return home && arg == lang.MediumTweet
}

// inTweet reports whether x opens with words that say it was a tweet: "In a series of tweets,".
func (s *story) inTweet(x *speech.Saying) bool {
	from := x.Sentence.From
	if !s.toks[from].Is(lang.In|lang.Toward) || inContent(x.Content, from) {
		return false
	}
	for i := from; i < min(from+leadReach, x.Source.From) && s.toks[i].Kind != scan.Comma; i++ {
		if s.isTweet(i) {
			return true
		}
	}
	return false
}

// tweeted reports whether the cue of x, or what stands right after it, says that it was a tweet.
func (s *story) tweeted(x *speech.Saying) bool {
	from := x.Cue.From
	if s.toks[x.Verb].Shape.Has(scan.Single) && x.Source.To < from && !x.Source.Empty() {
		from = max(x.Source.To, from-besideReach) // 发言人在X平台上说
	}
	for i := from; i < min(x.Cue.To+tweetReach, x.Sentence.To); i++ {
		if inContent(x.Content, i) || x.Source.Has(i) || s.toks[i].Kind == scan.Comma {
			return false
		}
		if s.isTweet(i) {
			return true
		}
	}
	return false
}
