// Package interchange writes stories with their furniture in the formats that newsrooms exchange
// them in, and reads them back: IPTC ninjs 3.1 and 2.1, NITF 3.6 and NewsML-G2, and schema.org's
// NewsArticle in JSON-LD.
//
//	a := dateline.ParseArticle(text)
//	it := interchange.NewItem(&a, text, interchange.Meta{URI: "urn:example:a1", Headline: "..."})
//	b, err := it.Marshal(interchange.NITF)
//
// # Where the fields go
//
// A format's own name stands where it has one; what has to share a place is told by the role in
// brackets. Names of ninjs are those of 3.1; in 2.1 they are in lower case.
//
//	                ninjs                    NITF                   NewsML-G2      schema.org
//	URI             uri                      doc-id/@id-string      @guid          @id
//	Headline        headlines                title, hedline/hl1     headline       headline
//	Published       versionCreated           date.issue             versionCreated datePublished
//	Provider        infoSources [provider]   doc-id/@regsrc         provider       publisher
//	Language        language                 @baselang              language       inLanguage
//	Dateline
//	  Text          descriptions [dateline]  dateline               dateline       dateline
//	  Places        places [located]         dateline/location      located        locationCreated
//	  Date          contentCreated           dateline/story.date    contentCreated dateCreated
//	Bylines         by, a line each          byline, tagline        by             creditText
//	Authors         people [creator]         byline/person          creator        author
//	Agencies        infoSources [creator]    distributor/org        creator        sourceOrganization
//	Cited           infoSources              docdata org [cited]    infoSource     mentions
//	Summary         descriptions [summary]   abstract/p             description    abstract
//	Body            bodies                   body.content/p         in NITF        articleBody
//	Quotations      associations [quotation] p/q                    in NITF        hasPart
//	  Speaker       people [speaker]         q/@quote-source        in NITF        spokenByCharacter
//	  Via           infoSources [via]        -                      -              publisher
//	Pictures        associations [picture]   media                  partMeta       image
//	  Caption       descriptions [caption]   media-caption          description    caption
//	  People        people [shown]           media-caption/person   subject        about
//	  Places        places [shown]           media-caption/location subject        contentLocation
//	  Date          contentCreated           media-caption/chron    contentCreated dateCreated
//	  Credit        descriptions [credit]    media-producer         creditline     creditText
//	  Photographers people [creator]         media-producer/person  creator        creator
//	  Sources       infoSources [creator]    media-producer/org     creator        sourceOrganization
//
// ninjs has no property for a dateline, only located, which takes the names of the places; so the
// body begins with its words, and a description repeats them. Where the story was filed is
// schema.org's locationCreated, never its contentLocation, which is the place shown; so are the
// places of a caption in all formats. A place is written with name, region (ISO 3166-2), country
// (ISO 3166-1) and position, but for the places of a partMeta, which have no position; NITF marks
// up the very words of values, and keeps those, too. NewsML-G2 has the story in NITF inside its
// contentSet, and the same values in elements of its own; authors whose part in the story is said
// are its contributors.
//
// # What is lost
//
// Time zones of places, positions of people in a picture, parts of the day, notes of credits and
// reporting speech that is not direct have no place in any of the formats. ninjs has times only:
// a date that is no whole day stays in words. NewsML-G2 and schema.org hold days, months and years
// that are whole; NITF holds days without a year, too. NITF and NewsML-G2 do not say through whom
// a quotation came, and have one role for each speaker. ninjs and schema.org do not say which
// bylines are sign-offs, and tell places and names, but not which words named them. What a dateline
// says in words is read from the words where a format has nothing else: see [Read].
//
// # How it is checked
//
// No registry package has IPTC's schemas. The tests rebuild the facts of them that bear on what is
// written (the properties each object of ninjs-schema_3.1.json and ninjs-schema_2.1.json may have
// and must have; order, children, attributes and text of the elements of nitf-3-6.xsd and of
// NewsML-G2_2.34-spec-All-Power.xsd) and hold every document to them. The properties of schema.org
// are those of its vocabulary of npm's schema-dts 2.1.0.
package interchange
