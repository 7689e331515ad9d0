package queries

import (
	"strings"

	"sayso/graph"
)

// expand writes an IRI with one of the graph's prefixes in full: e:Marco_Rubio, rdf:type.
func expand(iri string) string {
	for _, p := range graph.Prefixes {
		if rest, ok := strings.CutPrefix(iri, p.Name+":"); ok {
			return p.IRI + rest
		}
	}
	return iri
}

// shorten is the inverse of expand.
func shorten(iri string) string {
	for _, p := range graph.Prefixes {
		if rest, ok := strings.CutPrefix(iri, p.IRI); ok && rest != "" {
			return p.Name + ":" + rest
		}
	}
	return iri
}
