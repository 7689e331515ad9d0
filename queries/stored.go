package queries

import (
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/store"
)

// At is a state of a store as a graph in which names work as typed.
func At(state cayley.QuadStore, s *store.Store) Graph {
	return Graph{Quads: state, Names: stored{s}}
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
