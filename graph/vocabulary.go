package graph

// Base is the IRI under which everything that sayso mints stands.
const Base = "urn:sayso:"

// Prefixes are the short forms used in Gizmo, on screen and in exports.
var Prefixes = []struct{ Name, IRI string }{
	{"e", Base + "entity/"},
	{"p", Base + "relation/"},
	{"a", Base + "article/"},
	{"c", Base + "claim/"},
	{"s", Base + "schema/"},
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"prov", "http://www.w3.org/ns/prov#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"oa", "http://www.w3.org/ns/oa#"},
	{"dcterms", "http://purl.org/dc/terms/"},
}
