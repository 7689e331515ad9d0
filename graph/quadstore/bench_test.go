package quadstore

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
)

// BenchmarkPath asks what has few answers among many quads, so that the plan is what costs.
func BenchmarkPath(b *testing.B) {
	qs, err := OpenMemory()
	if err != nil {
		b.Fatal(err)
	}
	defer qs.Close()
	r := rand.New(rand.NewPCG(5, 6))
	var deltas []graph.Delta
	for i := range 100_000 {
		n := func() string { return fmt.Sprint("n", r.IntN(40_000)) }
		deltas = append(deltas, added(n(), fmt.Sprint("p", r.IntN(4)), n(), fmt.Sprint("l", i/100)))
	}
	for i := range 20_000 {
		busy := func() string { return fmt.Sprint("n", r.IntN(60)) }
		deltas = append(deltas, added(busy(), fmt.Sprint("p", r.IntN(4)), fmt.Sprint("n", r.IntN(40_000)), fmt.Sprint("k", i)),
			added(busy(), fmt.Sprint("p", r.IntN(4)), fmt.Sprint("hub", i%40), fmt.Sprint("k", i)))
	}
	if err := qs.ApplyDeltas(deltas, graph.IgnoreOpts{IgnoreDup: true}); err != nil {
		b.Fatal(err)
	}
	b.Run("intersect", func(b *testing.B) {
		for b.Loop() {
			both := path.StartPath(qs, quad.IRI("hub0")).In().And(path.StartPath(qs, quad.IRI("hub1")).In())
			if found, err := both.Iterate(context.Background()).Paths(false).AllValues(qs); len(found) == 0 || err != nil {
				b.Fatal(len(found), err)
			}
		}
	})
	p := quad.IRI("p0")
	for _, hops := range []int{1, 2, 3} {
		b.Run(fmt.Sprint("hops/", hops), func(b *testing.B) {
			for b.Loop() {
				walk := path.StartPath(qs, deltas[0].Quad.Subject)
				for range hops {
					walk = walk.Out(p)
				}
				if _, err := walk.Iterate(context.Background()).Paths(true).AllValues(qs); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
