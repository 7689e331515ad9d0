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
	if err := qs.ApplyDeltas(deltas, graph.IgnoreOpts{IgnoreDup: true}); err != nil {
		b.Fatal(err)
	}
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
