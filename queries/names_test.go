package queries

import (
	"context"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// labelled knows the names that a graph gives by rdfs:label, skos:altLabel and s:lemma.
type labelled struct{ store cayley.QuadStore }

func (l labelled) Entities(name string) []quad.Value {
	return l.subjects(name, graph.Base+"entity/", graph.RDFSLabel, graph.SKOSAltLabel)
}

func (l labelled) Relations(name string) []quad.Value {
	return l.subjects(name, graph.Base+"relation/", graph.RDFSLabel, graph.Lemma)
}

func (l labelled) subjects(name, under string, predicates ...quad.IRI) []quad.Value {
	var found []quad.Value
	it := l.store.QuadsAllIterator()
	defer it.Close()
	for it.Next(context.Background()) {
		q := l.store.Quad(it.Result())
		for _, p := range predicates {
			iri, _ := q.Subject.(quad.IRI)
			if q.Predicate == p && q.Object == quad.String(name) && strings.HasPrefix(string(iri), under) {
				found = append(found, q.Subject)
			}
		}
	}
	return found
}
