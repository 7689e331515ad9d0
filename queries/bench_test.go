package queries

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
)

// newsGraph has 20,000 nodes with 5 quads each, and a hub that 1 in 40 points at.
func newsGraph(b *testing.B) Graph {
	store, err := quadstore.OpenMemory()
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	r := rand.New(rand.NewPCG(5, 6))
	node := func() string { return fmt.Sprint("n", r.IntN(20_000)) }
	var deltas []cayley.Delta
	for i := range 100_000 {
		object := node()
		if i%40 == 0 {
			object = "hub"
		}
		q := quad.MakeIRI(node(), fmt.Sprint("p", r.IntN(50)), object, fmt.Sprint("l", i/100))
		deltas = append(deltas, cayley.Delta{Quad: q, Action: cayley.Add})
	}
	if err := store.ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true}); err != nil {
		b.Fatal(err)
	}
	return Graph{Quads: store}
}

func BenchmarkGizmo(b *testing.B) {
	g := newsGraph(b)
	for _, c := range []struct{ name, script string }{
		{"out", `g.V("<n1>").out("<p1>").all()`},
		{"twice", `g.V("<n1>").out().out().all()`},
		{"hub", `g.V("<hub>").in("<p7>").all()`},
		{"has", `g.V().has("<p7>", "<hub>").all()`},
		{"count", `g.V("<hub>").in().count()`},
		{"predicate", `g.V().has("<p7>").count()`},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				s := NewSession(context.Background(), g, Limits{Rows: MaxRows})
				if err := (Script{Text: c.script}).Run(context.Background(), s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
