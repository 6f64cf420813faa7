package lang

// Class is a set of word classes, a bit each. What a class holds is data: the files in packs, one a
// language, list its words; the number behind a class there is the word's argument, see [Arg].
type Class uint64

// The classes. The comment gives English members and, after a colon, what the argument counts.
const (
	Month    Class = 1 << iota // january, jan: 1 to 12; 21 to 32 in the solar calendar of Iran
	Weekday                    // monday, mon: 1 to 7
	Day                        // yesterday, today: days from the day of writing; last week: see below
	Unit                       // day, week, weekend, month, year, ...: see UnitDay; plurals: negative
	Part                       // morning, noon, afternoon, evening, night: see PartMorning
	Shift                      // last, this, next: -1, 0, 1; past, coming: -2, 2; after next: 3
	Extent                     // early, mid, late, end: 1, 2, 3, 4; every, the previous: 5
	Numeral                    // one, thirty: 0 to 100
	Ordinal                    // first, third: 1 to 31; and the endings st, nd, rd, th: 0
	DateMark                   // 年, 月, 日, "г.", "de" in "11 de abril": see MarkYear
	Season                     // spring, summer, autumn, winter: 1 to 4
	Ago                        // ago, hence: -1, 1; before the number (il y a, dans): -2, 2
	Clock                      // a.m., p.m., GMT, Uhr: see ClockAM
	Era                        // years not of our calendar: พ.ศ., هـ.ش: see EraBuddhist
	On                         // on, am, le, в: lead a date; 1 where it points ahead (by, until)

	Honorific // Mr., Dr., Sir: see Man
	Role      // a person's office: president, spokesman; 1 before names too: see RoleBehind, Man
	Group     // nouns for people or bodies that can speak: officials, police, ministry, sources
	Pronoun   // he, she, they, it, I, we: see PronounHe
	Particle  // lower-case parts of names: de, van, bin, al: see FamilyName
	Org       // nouns that end or head an organisation's name: party, university, bank, inc

	Cue       // finite reporting verbs: said, told, wrote: see CueSay
	Cueing    // the same as participles: saying, adding, noting: as Cue
	CueBefore // according to, laut, selon, по словам: stands before the source
	CueAfter  // zufolge, göre, によると: stands after the source
	Quoted    // quoted, cited
	Negation  // not, never, declined, refused
	That      // that, dass, que, что: opens reported content: see ThatQuoted
	Medium    // statement, interview, tweet, letter, post: what words were said in
	Newswire  // news agency, newspaper, daily, broadcaster: kinds of outlet
	Adverb    // also, later, earlier: may stand between source and cue: see AdverbBack

	Photo    // photo, picture, foto, credit, image: labels of a credit: see PhotoBy
	Note     // handout, pool, courtesy, supplied, archive, screengrab, ...: see NoteHandout
	File     // file photo, archivbild: the picture is not new: see FileAlone
	Position // left, right, centre, top, bottom, back: see PosLeft
	Via      // via, for, through: between maker and distributor
	Furl     // interface words around captions: image caption, visa mer, legende: see FurlBefore

	By      // by, von, par: opens a byline; 1 if it does so only at the start of a line
	Duty    // reporting, writing, editing, translation: see DutyReporting
	Job     // correspondent, staff writer, 기자, 記者: says that a name is a reporter's: see JobBody
	Contrib // contributed to this report, with inputs from: in a sign-off: see ContribSource
	Stamp   // published, updated, posted: opens a line with a date stamp

	Pointer // labels of pointers to other stories: see PointRelated
	PointTo // the same where the mark ends the pointer: click here, "zum artikel", mehr
	Slug    // update, urgent, rpt: before a dateline, 1; explainer, watch: before none, 2

	In     // prepositions of place: in, at, near, outside; see InFrom
	Aboard // aboard, near, at sea: opens a dateline that names no town
	Filed  // 电, 讯, 報導, 발: closes a dateline's place and date; 本报 opens it: 1

	Func    // the commonest words of the language, which tell it from others
	Article // the, a, an
	And     // and, und, et, &
	Aux     // is, was, has: 0; will, may: 1; of the passive: 2; 出席, ends the subject before it: 3
	Rel     // who, which, whose, where
	Sub     // after, as, while, because, when, if, but: see SubAs
	Abbrev  // Mr, Sen, Gov, St, Jan: a stop after it ends no sentence
	Prep    // of, for, with, from, to: see Infinitive
	Tense   // looks ahead (will, planned, deadline), 1; or back (ended, was), -1; see TenseTo
	Holiday // Christmas Day, New Year's Eve: its number in package dates; Super Tuesday: 0, no date
	Work    // nouns that end titles of works: musical, biography, movie

	Toward // prepositions before who was told, or where words were posted: to, with, on, gegenüber

	Topic // は, が, 은, 는: stands after who or what a sentence is about: see TopicMark

	Press // poll, article, saw, spoke to: how outlets come by what they report: see PressStudy

	Outlet // first words of the names in package outlets (generated, in no pack)
	More   // a phrase may start with this word (generated, in no pack)
)

// The argument of a Month or Weekday is negative where the word means something else too ("may",
// "sun"): it counts only beside a number; under -100 only if it is capitalised too. That of a Day
// that is a whole unit is ten times the unit and the shift: 19 is last week, 20 this week, 41 next
// month, 59 last year. A Shift of 2 goes with weekdays and weekends only: "the past year" is none.

// Bound are the classes that a word has only in a text of its language: "die" is an article in
// German and nothing in English. All others hold in every text: a month is one wherever it stands.
const Bound = Func | Article | And | Aux | Rel | Sub | Prep | Pronoun | That | Cue | Cueing |
	CueBefore | CueAfter | Quoted | Negation | Adverb | Shift | Extent | Numeral | Ago | Day |
	Part | On | In |
	Group | Role | Medium | Unit | Season | By | Toward | Topic | Honorific | Abbrev | Newswire |
	Tense | Holiday | Press | More

// Names lists the classes as packs write them, in the order of their bits.
var Names = [...]string{
	"month", "weekday", "day", "unit", "part", "shift", "extent", "numeral", "ordinal", "datemark",
	"season", "ago", "clock", "era", "on",
	"honorific", "role", "group", "pronoun", "particle", "org",
	"cue", "cueing", "cuebefore", "cueafter", "quoted",
	"negation", "that", "medium", "newswire", "adverb",
	"photo", "note", "file", "position", "via", "furl",
	"by", "duty", "job", "contrib", "stamp",
	"pointer", "pointto", "slug",
	"in", "aboard", "filed",
	"func", "article", "and", "aux", "rel", "sub", "abbrev", "prep", "tense", "holiday", "work",
	"toward", "topic", "press",
	"outlet", "more",
}

// Arguments of Unit.
const (
	UnitDay = 1 + iota
	UnitWeek
	UnitWeekend
	UnitMonth
	UnitQuarter
	UnitYear
	UnitDecade
	UnitCentury
	UnitHour
	UnitMinute
	UnitSecond
)

// Arguments of Part.
const (
	PartMorning = 1 + iota
	PartMidday
	PartAfternoon
	PartEvening
	PartNight
)

// Arguments of DateMark; a negative one stands before its number: "tháng", "ngày".
const (
	MarkYear   = 1 + iota // 年, "г.", "року": after a year
	MarkMonth             // 月: after the number of a month
	MarkDay               // 日, "d.": after the number of a day
	MarkOf                // de, of, του: between the parts of a date
	MarkDecade            // s, er, 年代: after the number of a decade
	MarkSpan              // 間 after 日, 第 before it: make it no day of a month
)

// Arguments of Clock.
const (
	ClockAM = 1 + iota
	ClockPM
	ClockZone // GMT, EST, local time
	ClockWord // o'clock, Uhr, 시: after the hour
)

// Arguments of Era: what a year is counted from.
const (
	EraBuddhist = 1 + iota
	EraSolar    // the solar calendar of Iran
	EraReiwa
	EraHeisei
	EraShowa
	EraMinguo // the Republic of China's
	EraOurs   // "año", "ปี", "năm": a year of ours follows
)

// Arguments of Pronoun.
const (
	PronounHe = 1 + iota
	PronounShe
	PronounThey
	PronounIt
	PronounI
	PronounWe
)

// Arguments of Cue and Cueing.
const (
	CueSay   = 1 + iota // say, add, claim: the content follows, or "that"
	CueTell             // tell, inform: the one who is told follows
	CueAsk              // ask, wonder
	CuePost             // tweet, post: on a platform
	CueThink            // believe, think, expect: weak, no speech
	CueCall             // call, describe, accuse, criticise: an object follows, then the words
	CueCarry            // report, quote, cite: what outlets do
	CueCite             // of Cueing only, citing: whom an outlet cites follows

	CueLast       = 10 // added to an argument of Cue: the verb ends its sentence (söyledi, 述べた)
	CueParticiple = 20 // added: it needs an auxiliary before it (déclaré)
	CueWeak       = 30 // added, alone or to that: a mark or "that" must set off what was said (gab)
)

// Arguments of CueBefore, and of CueAfter.
const (
	CueFirst  = 1  // only at the start of a sentence: pour
	CuePlan   = 2  // of plans, rules and sizes too: laut, selon; one who speaks must follow
	CueWithin = 10 // and the number of the word in it that is the source: по их словам
	CueOfMan  = 20 // added to that: по его словам; twice for a woman: по ее словам
)

// Argument of Sub: it lets one speak, "as the police said", "wie die Polizei mitteilte".
const SubAs = 1

// Arguments of Prep, and of Article.
const (
	Infinitive = 1 + iota // "to" before a verb
	Genitive              // says whose something is: der, van
	Cited                 // before whom an outlet quotes: عن
)

// Argument of Aux: will, would.
const AuxFuture = 1

// Arguments of Pronoun up to She are for one man and one woman; see Pronoun for the others.
const (
	He = 1 + iota
	She
)

// Argument of Adverb: it stands for what has just been said: "об этом", "lo", "así".
const AdverbBack = 1

// Argument of That: only right after a quotation, 라고.
const ThatQuoted = 1

// Arguments of Tense, beside 1 for what looks ahead and -1 for what looks back.
const (
	TenseTo = 2 + iota // "to" before a verb
	TenseIs            // is: looks ahead where the date follows at once
)

// Argument of Toward: it stands behind the one who was told: को.
const TowardBehind = 1

// Arguments of Topic.
const (
	TopicMark  = 1 + iota // never a mere subject: は but not が
	TopicAside            // 上, 时: closes an aside, in a script without blanks
	TopicAlso             // 도: also, only behind one who speaks
)

// Arguments of Medium.
const (
	MediumStatement = 1 + iota // statement, remarks, speech
	MediumInterview
	MediumTweet // a post on X, as Twitter's are
	MediumPost  // a post on a platform that is named beside it
	MediumWritten
)

// Argument of Particle: a family name of one letter, in a script without blanks.
const FamilyName = 1

// Arguments of Role; 1 is a title before names.
const (
	RoleBehind = 2 // the name stands before it: 岸田首相
	RoleAgain  = 3 // a word for one who has been named already: "el mandatario"
)

// Added to arguments of Role and Honorific: whether the word is for a man or a woman.
const (
	Man   = 10
	Woman = 20
)

// Arguments of Press.
const (
	PressStudy   = 1 + iota // poll, count, analysis: what one found out is the word of who made it
	PressReport             // article, dispatch, editorial: the outlet's own words
	PressWitness            // saw, counted: what a reporter on the spot does
	PressContact            // speaking to, asked by, appearing on: how words come to an outlet
	PressApart              // former, employees: who is of an outlet and does not speak for it
	PressPassed             // obtained by, leaked to: how papers come to an outlet
	PressPaper              // document, copy, footage: what is passed to an outlet

	// PressAgain and one of the next stand for an outlet that has been named: "the newspaper".
	PressAgain = 10
)

// Added to PressAgain; PressBare, once more, where no article need stand before the word.
const (
	AgainPaper = 1 + iota
	AgainMagazine
	AgainStation
	AgainAgency
	AgainAny    // any that is no agency
	AgainCalled // a news agency that the text has called one, where bodies of state are called so too
	AgainSite   // one on the net

	PressBare = 10
)

// Arguments of Note.
const (
	NoteHandout = 1 + iota
	NotePool
	NoteCourtesy
	NoteSupplied
	NoteArchive
	NoteScreen
	NoteIllustration
	NoteStringer
)

// Arguments of Photo.
const (
	PhotoBy     = 2 // the photographer follows without a mark: "photo by"
	PhotoRights = 3 // copyright: as PhotoBy, and of stories too
)

// Arguments of In.
const (
	InFrom = 1 + iota // whence somebody or something comes
	InTown            // a name behind it, if it is no word, is that of a town: in, near
)

// Argument of File.
const FileAlone = 1 // "file": only in a credit, or in capitals at the start

// Argument of Job: all who work somewhere, "staff"; the name of their paper goes before it.
const JobBody = 1

// Arguments of Contrib.
const (
	ContribSource   = 1 + iota // "source:": the agency that follows has the copy
	ContribAgencies            // "and agencies": it names nobody
)

// Arguments of Furl.
const (
	FurlBefore = 1 + iota // image caption, legende: before a caption
	FurlAfter             // visa mer, enlarge: after it
	FurlPage              // share, save, follow: elsewhere on the page
	FurlRest              // attention editors: opens words to editors, which run to the end
)

// Arguments of Position.
const (
	PosLeft = 1 + iota
	PosRight
	PosCentre
	PosTop
	PosBottom
	PosFront
	PosBack
	PosFrom   // from left, l-r: the names follow in order
	PosSecond // second, third: counts from a side
)

// Arguments of Duty.
const (
	DutyReporting = 1 + iota
	DutyWriting
	DutyEditing
	DutyPhotos
	DutyTranslation
	DutyFrom // reported from: a name goes before, a place follows
)

// Arguments of Pointer and PointTo.
const (
	PointRelated = 1 + iota
	PointLive
	PointVideo
	PointAudio
	PointSubscribe
	PointSocial
	PointRepublish

	PointWithin = 10 // added to an argument of PointTo: its sentence is a pointer wherever it stands
	PointHere   = 20 // here, below: of PointTo, makes a pointer of a sentence that PointGo begins
	PointGo     = 21 // read, watch, listen
)
