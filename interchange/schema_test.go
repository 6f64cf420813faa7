package interchange

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// checkSchema checks that b is what the published schema of f allows, as far as it bears on what is
// written.
func checkSchema(t *testing.T, f Format, b []byte) {
	t.Helper()
	switch f {
	case Ninjs3, Ninjs2:
		checkNinjs(t, f, b)
	case JSONLD:
		checkLD(t, b)
	case NITF:
		n, err := parseXML(b)
		if err != nil {
			t.Fatalf("%v in:\n%s", err, b)
		}
		checkElement(t, nitfRules, n)
	case NewsMLG2:
		n, err := parseXML(b)
		if err != nil {
			t.Fatalf("%v in:\n%s", err, b)
		}
		checkElement(t, g2Rules, n)
		checkElement(t, nitfRules, n.first("contentSet", "inlineXML", "nitf"))
	}
}

// ninjsRules has the properties that the objects of ninjs-schema_3.1.json may have, each with its
// type; [] is a list, ! a property that must be there.
var ninjsRules = map[string]string{
	"news": "uri!:uri type:newstype standard:standard versionCreated:date-time " +
		"contentCreated:date-time language:string headlines:[]text by:string located:string " +
		"descriptions:[]text bodies:[]text people:[]person places:[]place " +
		"infoSources:[]infosource associations:[]association",
	"standard":   "name:string version:string schema:uri",
	"text":       "role:string contentType:string value!:string",
	"person":     "name:string rel:string uri:uri literal:string",
	"infosource": "name:string role:string uri:uri literal:string",
	"place":      "name:string rel:string uri:uri literal:string contactInfo:[]contact geoJSON:point",
	"contact":    "type:string address!:address",
	"address":    "locality:string area:string country:string",
	"point":      "type!:string coordinates!:[]number",
}

var ninjsTypes = []string{"text", "audio", "video", "picture", "graphic", "composite", "component"}

func checkNinjs(t *testing.T, f Format, b []byte) {
	t.Helper()
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatalf("%v in:\n%s", err, b)
	}
	rules := map[string]string{}
	for name, rule := range ninjsRules {
		rules[name] = rule
	}
	rules["association"] = rules["news"] + " name!:string rel:string"
	if f == Ninjs2 {
		rules["association"] = rules["news"] + " name!:string"
		for name, rule := range rules {
			rules[name] = strings.ToLower(rule)
		}
	}
	checkObject(t, rules, "news", "", v)
}

// checkObject checks v, which stands at path, against the rule with the given name.
func checkObject(t *testing.T, rules map[string]string, name, path string, v any) {
	t.Helper()
	object, ok := v.(map[string]any)
	if !ok {
		t.Errorf("%s: %v is no object", path, v)
		return
	}
	allowed := map[string]string{}
	for _, field := range strings.Fields(rules[name]) {
		key, kind, _ := strings.Cut(field, ":")
		if key, must := strings.CutSuffix(key, "!"); must {
			if _, ok := object[key]; !ok {
				t.Errorf("%s: no %s", path, key)
			}
		}
		allowed[strings.TrimSuffix(key, "!")] = kind
	}
	for key, v := range object {
		kind, ok := allowed[key]
		if !ok {
			t.Errorf("%s: %s may have no %s", path, name, key)
			continue
		}
		checkKind(t, rules, kind, path+"/"+key, v)
	}
}

func checkKind(t *testing.T, rules map[string]string, kind, path string, v any) {
	t.Helper()
	if item, ok := strings.CutPrefix(kind, "[]"); ok {
		list, ok := v.([]any)
		if !ok {
			t.Errorf("%s: %v is no list", path, v)
		}
		for _, v := range list {
			checkKind(t, rules, item, path, v)
		}
		return
	}
	s, ok := v.(string)
	switch kind {
	case "string":
	case "number":
		_, ok = v.(float64)
	case "newstype":
		ok = slices.Contains(ninjsTypes, s)
	case "uri":
		ok = regexp.MustCompile(`^[a-z][a-z0-9+.-]*:\S+$`).MatchString(s)
	case "date-time":
		_, err := time.Parse(time.RFC3339, s)
		ok = err == nil
	default:
		checkObject(t, rules, kind, path, v)
		return
	}
	if !ok {
		t.Errorf("%s: %v is no %s", path, v, kind)
	}
}

// ldRules has the properties of schema.org's types.
var ldRules = map[string]string{
	"NewsArticle": "@context @type @id headline inLanguage datePublished dateCreated dateline " +
		"locationCreated author sourceOrganization publisher mentions abstract articleBody image " +
		"hasPart creditText",
	"ImageObject": "@type caption dateCreated contentLocation about creator sourceOrganization " +
		"creditText",
	"Quotation":      "@type text spokenByCharacter publisher",
	"Person":         "@type name jobTitle",
	"Organization":   "@type name identifier url",
	"Place":          "@type name address geo",
	"PostalAddress":  "@type addressLocality addressRegion addressCountry",
	"GeoCoordinates": "@type latitude longitude",
}

func checkLD(t *testing.T, b []byte) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(b))
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in:\n%s", err, b)
	}
	checkThing(t, v)
}

func checkThing(t *testing.T, v any) {
	t.Helper()
	switch v := v.(type) {
	case []any:
		for _, v := range v {
			checkThing(t, v)
		}
	case map[string]any:
		name, _ := v["@type"].(string)
		allowed := strings.Fields(ldRules[name])
		for key, v := range v {
			if !slices.Contains(allowed, key) {
				t.Errorf("%s may have no %s", name, key)
			}
			checkThing(t, v)
		}
	}
}

// A rule says what an element may have: its children in order, as a regular expression over their
// names with a blank after each; its attributes, ! for those that must be there; text or not.
type rule struct {
	kids, attrs string
	text        bool
}

const (
	nitfInline = `((chron|location|org|person|q|em|a|br) )*`
	nitfBlock  = `((block|p|hl2|media|ol|ul|bq|note|pre|hr) )*`
	nitfCommon = " id class style lang"
)

// nitfRules are those of nitf-3-6.xsd for the elements that are written.
var nitfRules = map[string]rule{
	"nitf":               {`(head )?body `, "xmlns uno version baselang id class", false},
	"head":               {`(title )?(meta )*(tobject )?(iim )?(docdata )?(pubdata )*`, "id", false},
	"title":              {``, "id type", true},
	"docdata":            {`((doc-id|date.issue|identified-content|urgency|key-list) )*`, "id", false},
	"doc-id":             {``, "id regsrc id-string", false},
	"date.issue":         {``, "id norm", false},
	"identified-content": {`((person|org|location|function|classifier) )*`, "id", false},
	"person":             {`((name.given|name.family|function|alt-code) )*`, "idsrc value gender" + nitfCommon, true},
	"function":           {`(alt-code )*`, "id idsrc value", true},
	"org":                {`(alt-code )*`, "idsrc value" + nitfCommon, true},
	"alt-code":           {``, "id idsrc! value!", false},
	"body":               {`(body.head )?(body.content )*(body.end )?`, nitfCommon, false},
	"body.head": {`(hedline )*(note )*(rights )?(byline )*(distributor )?(dateline )*(abstract )*(series )?`,
		"id", false},
	"hedline":         {`hl1 (hl2 )*`, nitfCommon, false},
	"hl1":             {nitfInline, nitfCommon, true},
	"byline":          {`((person|byttl|location|virtloc) )*`, nitfCommon, true},
	"distributor":     {`(org )*`, nitfCommon, true},
	"dateline":        {`((location|story.date) )*`, nitfCommon, true},
	"story.date":      {``, "id norm", true},
	"location":        {`((sublocation|city|state|region|country|alt-code) )*`, "location-code code-source" + nitfCommon, true},
	"city":            {`(alt-code )*`, "city-code code-source" + nitfCommon, true},
	"state":           {`(alt-code )*`, "state-code code-source" + nitfCommon, true},
	"country":         {`(alt-code )*`, "iso-cc" + nitfCommon, true},
	"abstract":        {`(p )+`, nitfCommon, false},
	"body.content":    {nitfBlock, "id", false},
	"p":               {nitfInline, "lede summary optional-text" + nitfCommon, true},
	"q":               {nitfInline, "quote-source" + nitfCommon, true},
	"chron":           {``, "norm" + nitfCommon, true},
	"media":           {`(media-metadata )*(media-reference (media-object )?)+(media-caption )*(media-producer )*`, "media-type!" + nitfCommon, false},
	"media-reference": {``, "id source name mime-type", true},
	"media-caption":   {nitfInline, nitfCommon, true},
	"media-producer":  {nitfInline, nitfCommon, true},
	"body.end":        {`(tagline )?(bibliography )?`, "id", false},
	"tagline":         {nitfInline, "type" + nitfCommon, true},
}

const (
	g2Admin = `(urgency )?(contentCreated )?(contentModified )?(digitalSourceType )?` +
		`((located|infoSource|creator|contributor|audience|altId) )*`
	g2Descriptive = `((language|genre|keyword|subject|slugline|headline|dateline|by|creditline|description) )*`
	g2Defined     = `((name|definition|note) )*((sameAs|broader|narrower|related) )*`
	g2Flex        = "qcode uri literal type typeuri"
	g2Party       = g2Defined + `(personDetails |organisationDetails )?`
)

// g2Rules are those of NewsML-G2_2.34-spec-All-Power.xsd for the elements that are written.
var g2Rules = map[string]rule{
	"newsItem": {`(catalogRef )*itemMeta (contentMeta )?(partMeta )*(contentSet )?`,
		"xmlns guid! version standard! standardversion! conformance lang", false},
	"catalogRef":          {``, "href!", false},
	"itemMeta":            {`itemClass provider versionCreated (firstCreated )?(embargoed )?(pubStatus )?`, "", false},
	"itemClass":           {``, "qcode!", false},
	"provider":            {g2Party, g2Flex, false},
	"versionCreated":      {``, "", true},
	"pubStatus":           {``, "qcode!", false},
	"contentMeta":         {`(icon )*` + g2Admin + g2Descriptive, "", false},
	"partMeta":            {`(icon )*(timeDelim )*(regionDelim )?(role )?` + g2Admin + g2Descriptive, "partid seq contentrefs", false},
	"contentCreated":      {``, "", true},
	"located":             {g2Defined + `(geoAreaDetails |POIDetails )?`, g2Flex, false},
	"broader":             {`(name )*`, g2Flex + " rel rank", false},
	"geoAreaDetails":      {`(position )?`, "", false},
	"position":            {``, "latitude! longitude!", false},
	"infoSource":          {g2Party, g2Flex + " role roleuri", false},
	"creator":             {g2Party, g2Flex + " role roleuri jobtitle", false},
	"contributor":         {g2Party, g2Flex + " role roleuri jobtitle", false},
	"organisationDetails": {`(founded )?(dissolved )?(location )*(affiliation )*(contactInfo )*`, "", false},
	"contactInfo":         {`((email|im|phone|fax|web|address|note) )*`, "role", false},
	"web":                 {``, "role", true},
	"name":                {``, "role", true},
	"note":                {``, "role", true},
	"language":            {`(name )*`, "tag! role", false},
	"subject":             {g2Defined + `(bag )?`, g2Flex, false},
	"headline":            {``, "role", true},
	"dateline":            {``, "role", true},
	"by":                  {``, "role", true},
	"creditline":          {``, "", true},
	"description":         {``, "role", true},
	"contentSet":          {`((inlineXML|inlineData|remoteContent) )*`, "original", false},
	"inlineXML":           {`(\S+ )?`, "contenttype", false},
}

// checkElement checks n and all in it; what stands in inlineXML is another schema's.
func checkElement(t *testing.T, rules map[string]rule, n *node) {
	t.Helper()
	r, known := rules[n.name]
	if !known {
		t.Errorf("no element %s", n.name)
		return
	}
	names := ""
	for _, k := range n.kids {
		switch {
		case k.name != "":
			names += k.name + " "
		case !r.text && strings.TrimSpace(k.text) != "":
			t.Errorf("%s holds text: %q", n.name, k.text)
		}
	}
	if !regexp.MustCompile("^" + r.kids + "$").MatchString(names) {
		t.Errorf("%s holds %s", n.name, names)
	}
	checkAttrs(t, r, n)
	if n.name == "inlineXML" {
		return
	}
	for _, k := range n.kids {
		if k.name != "" {
			checkElement(t, rules, k)
		}
	}
}

func checkAttrs(t *testing.T, r rule, n *node) {
	t.Helper()
	allowed := strings.Fields(strings.ReplaceAll(r.attrs, "!", ""))
	for _, a := range n.attrs {
		if !slices.Contains(allowed, a.Name.Local) {
			t.Errorf("%s may have no %s", n.name, a.Name.Local)
		}
	}
	for _, name := range strings.Fields(r.attrs) {
		if name, must := strings.CutSuffix(name, "!"); must && n.attr(name) == "" {
			t.Errorf("%s has no %s", n.name, name)
		}
	}
}
