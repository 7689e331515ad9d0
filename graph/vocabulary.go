package graph

import "github.com/cayleygraph/quad"

// Base is the IRI under which everything that sayso mints stands.
const Base = "urn:sayso:"

// Prefixes are the short forms used in Gizmo, on screen and in exports.
var Prefixes = []struct{ Name, IRI string }{
	{"e", Base + "entity/"},
	{"p", Base + "relation/"},
	{"a", Base + "article/"},
	{"c", Base + "claim/"},
	{"s", schema},
	{"rdf", rdf},
	{"rdfs", rdfs},
	{"owl", owl},
	{"prov", prov},
	{"xsd", xsd},
	{"skos", skos},
	{"oa", oa},
	{"dcterms", dcterms},
}

const (
	schema  = Base + "schema/"
	rdf     = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	rdfs    = "http://www.w3.org/2000/01/rdf-schema#"
	owl     = "http://www.w3.org/2002/07/owl#"
	prov    = "http://www.w3.org/ns/prov#"
	xsd     = "http://www.w3.org/2001/XMLSchema#"
	skos    = "http://www.w3.org/2004/02/skos/core#"
	oa      = "http://www.w3.org/ns/oa#"
	dcterms = "http://purl.org/dc/terms/"
)

// Terms of other vocabularies, as RDF 1.1, PROV-O, SKOS, Web Annotation and Dublin Core define them.
const (
	RDFType      quad.IRI = rdf + "type"
	RDFStatement quad.IRI = rdf + "Statement"
	RDFSubject   quad.IRI = rdf + "subject"
	RDFPredicate quad.IRI = rdf + "predicate"
	RDFObject    quad.IRI = rdf + "object"

	RDFSLabel    quad.IRI = rdfs + "label"
	SKOSAltLabel quad.IRI = skos + "altLabel"
	OWLSameAs    quad.IRI = owl + "sameAs"

	ProvWasQuotedFrom   quad.IRI = prov + "wasQuotedFrom"
	ProvWasAttributedTo quad.IRI = prov + "wasAttributedTo"
	ProvWasDerivedFrom  quad.IRI = prov + "wasDerivedFrom"

	OAHasSelector          quad.IRI = oa + "hasSelector"
	OATextQuoteSelector    quad.IRI = oa + "TextQuoteSelector"
	OATextPositionSelector quad.IRI = oa + "TextPositionSelector"
	OAExact                quad.IRI = oa + "exact"
	OAStart                quad.IRI = oa + "start"
	OAEnd                  quad.IRI = oa + "end"

	DCTitle     quad.IRI = dcterms + "title"
	DCPublisher quad.IRI = dcterms + "publisher"
	DCCreator   quad.IRI = dcterms + "creator"
	DCIssued    quad.IRI = dcterms + "issued"
	DCLanguage  quad.IRI = dcterms + "language"
	DCSource    quad.IRI = dcterms + "source"

	XSDDate      quad.IRI = xsd + "date"
	XSDYearMonth quad.IRI = xsd + "gYearMonth"
	XSDYear      quad.IRI = xsd + "gYear"
)

// Terms of our own.
const (
	ArticleType quad.IRI = schema + "Article"
	VoiceType   quad.IRI = schema + "Voice"
	SHA256      quad.IRI = schema + "sha256"

	Named quad.IRI = schema + "named" // an entity's: true when it has a proper name
	// StandsFor leads from a place to whom an article means by it, as Washington stands for the United States.
	StandsFor quad.IRI = schema + "standsFor"

	Lemma    quad.IRI = schema + "lemma"    // a relation's
	Plain    quad.IRI = schema + "plain"    // from p:will_visit, p:visited and p:did_not_visit to p:visit
	Voice    quad.IRI = schema + "voice"    // a claim's: the label of its direct quad where that is not the article
	Cue      quad.IRI = schema + "cue"      // a claim's, or one of its further sources'
	Through  quad.IRI = schema + "through"  // from a claim to the source of its source
	Sentence quad.IRI = schema + "sentence" // a claim's, and so are the following

	ClaimPolarity      quad.IRI = schema + "polarity" // a claim's and a relation's
	ClaimModality      quad.IRI = schema + "modality" // a claim's and a relation's
	ClaimTime          quad.IRI = schema + "time"
	ClaimTimePrecision quad.IRI = schema + "timePrecision"
	ClaimTimeText      quad.IRI = schema + "timeText"
	ClaimConfidence    quad.IRI = schema + "confidence"
	ClaimRule          quad.IRI = schema + "rule"

	ClaimArgument  quad.IRI = schema + "argument" // from a claim to c:ARTICLE/N#argumentI, which has the following
	ArgumentRole   quad.IRI = schema + "role"
	ArgumentText   quad.IRI = schema + "text"
	ArgumentEntity quad.IRI = schema + "entity"

	Timex3          quad.IRI = schema + "timex3"   // datatype of a time value that XML Schema has no type for
	QuantityLiteral quad.IRI = schema + "quantity" // datatype of an amount with its unit
)

// aspectTerm is a claim's own word on one aspect (Name, Type, Value, Mention) of one of its
// parts (subject, predicate, object, source), such as s:subjectMention. All but Mention
// are there only where the part's value does not already imply them.
func aspectTerm(part, aspect string) quad.IRI { return quad.IRI(schema + part + aspect) }

// typeIRI is what an entity of type t is an rdf:type of.
func typeIRI(t Type) quad.IRI { return quad.IRI(schema + iriSafe(string(t))) }
