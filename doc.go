// Package dateline reads the furniture of news stories: what stands in a story's text beside its
// own words, and says where it comes from.
//
//	MOSCOW, April 11 (Reuters) —                           dateline
//	By Jane Doe and John Roe                               byline
//	(Reporting by Jane Doe; Editing by John Roe)           sign-off, a byline below the story
//	A tug in Gdansk on April 11, 2018. (AP Photo/Jan Kos)  caption with its credit
//	the Interfax news agency reported                      attribution, and its source
//	READ MORE: How the bridge came down                    pointer to another story
//	early Wednesday morning                                date
//
// It knows how agencies and papers write these in more than fifty languages.
//
// # A tour
//
// [ParseArticle] reads all of a story. Where only a part is at hand, [Parse] reads the dateline
// that opens a text, [ParseByline], [ParseCaption] and [ParseCredit] read what stands alone.
// [Attributions], [CrossRefs] and [Dates] return iterators over one kind. [LookupSource] finds an
// agency or outlet by any of its names, and [Sources] lists them.
//
// A [Parser] says what is known beforehand: when the story was published, which "on Wednesday"
// counts from, its language, its paper and the paper's country. The functions of the package are
// those of the zero Parser, which knows nothing. A Parser is never changed and may be shared;
// nothing reads the clock.
//
// # Spans
//
// Every value has the [Span] of bytes that it was read from, half-open, in the text as it was
// passed in: blanks that do not break, entities, full-width letters, and bytes that are no UTF-8
// are read as they are. So text[d.Span.End:] is what follows a dateline, and a span can be marked
// in the text. Types marshal to JSON and back; a Span is the pair [7,15], a [Date] is written as
// ISO 8601 and TIMEX3 have it: "2018-04-11", "--04-11" (no year known), "2018-W14-WE" (a weekend).
// Of a text beyond 4 GiB the first 4 GiB are read.
//
// # Misses and mistakes
//
// Absence is no error in ParseArticle: a story that has no dateline has a zero Dateline. Where one
// kind is asked for and the text holds none, the error is [ErrNotFound]. Where something began as
// that and broke, as "MOSCOW, February 31 (Reuters) —" does, it is a [*ParseError], which has the
// offset, and comes with what could be read. Nothing panics. The cost of a text grows with its
// length and no faster, whatever is in it.
//
// When in doubt, nothing is read: the package leaves out a country that the evidence does not
// decide, and a line that only looks like a dateline.
//
// # What is not done
//
//   - No HTML: text must come out of its page first, with its lines kept apart.
//   - No names, places or organisations in the running text, beyond those who are quoted or
//     credited.
//   - Who said what is learned from stories in English only. In other languages it is read by rules
//     over their words, which find less of it.
//   - No judgement of what is said, nor of who is right: an attribution says who said it.
//   - No clock times; "11:21am" beside a date is passed over. No sets such as "every Monday", and
//     no durations such as "for three weeks".
//   - No calendars but the Gregorian, save where a date names a Buddhist or Solar Hijri year.
//   - No exhaustive gazetteer: villages have the name that the text gives them and no country.
//   - No resolution across stories: "he" is somebody in the same text.
//
// # Conventions
//
// How datelines, credits and sign-offs are written is the agencies' own practice: the stylebooks of
// the AP, Reuters and others, which towns stand alone without a state among them. Captions and
// credits follow the IPTC's fields for photographs. Countries are ISO 3166-1, regions ISO 3166-2,
// languages BCP 47, time zones IANA, dates ISO 8601 with the additions of TIMEX3.
package dateline
