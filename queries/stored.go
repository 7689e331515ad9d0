package queries

import (
	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/store"
)

// Over is the graph that a store keeps, in which names work as typed.
func Over(s *store.Store) Graph {
	return Graph{Quads: s.QuadStore(), Names: stored{s}}
}

// stored are the names of a store as Names.
type stored struct{ store *store.Store }

func (n stored) Entities(name string) []quad.Value { return values(n.store.Resolve(name)) }

func (n stored) Relations(name string) []quad.Value { return values(n.store.Relation(name)) }

func values(refs []graph.Ref) []quad.Value {
	out := make([]quad.Value, len(refs))
	for i, r := range refs {
		out[i] = r.IRI()
	}
	return out
}
