package quadstore

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// Who points at two hubs is the same as in memstore, whether what points at one is held for the look-ups or is too much.
func TestLookupsBehindTwoHubs(t *testing.T) {
	ours, theirs := openMemory(t), memstore.New()
	defer closeStore(t, ours)
	r := rand.New(rand.NewPCG(7, 8))
	var deltas []graph.Delta
	for hub, quads := range map[string]int{"few": 3, "some": 400, "many": mostHeld + 200, "more": mostHeld + 300} {
		for i := range quads {
			deltas = append(deltas, added(fmt.Sprint("n", r.IntN(3000)), fmt.Sprint("p", r.IntN(3)), hub, fmt.Sprint("l", i%9)))
		}
	}
	for _, qs := range []graph.QuadStore{ours, theirs} {
		if err := qs.ApplyDeltas(deltas, graph.IgnoreOpts{IgnoreDup: true}); err != nil {
			t.Fatal(err)
		}
	}
	for _, hubs := range [][2]string{{"few", "some"}, {"some", "few"}, {"some", "many"}, {"many", "more"}} {
		want, got := behind(t, theirs, hubs), behind(t, ours, hubs)
		if diff := cmp.Diff(want, got); diff != "" || len(got) == 0 && hubs[0] != "few" && hubs[1] != "few" {
			t.Errorf("%v: %d and %d\n%s", hubs, len(want), len(got), diff)
		}
	}
}

func behind(t *testing.T, qs graph.QuadStore, hubs [2]string) []string {
	both := path.StartPath(qs, quad.IRI(hubs[0])).In().And(path.StartPath(qs, quad.IRI(hubs[1])).In())
	found, err := both.Iterate(context.Background()).Paths(true).AllValues(qs)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, v := range found {
		names = append(names, quad.StringOf(v))
	}
	slices.Sort(names)
	return names
}
