package queries

import (
	"fmt"
	"testing"

	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
)

// A node with many quads is asked for by more than one end, with the same answer.
func TestHub(t *testing.T) {
	store := memstore.New()
	for i := range 10 * manyQuads {
		store.AddQuad(quad.MakeIRI("hub", fmt.Sprint("p", i%5), fmt.Sprint("n", i), fmt.Sprint("l", i%2)))
		store.AddQuad(quad.MakeIRI(fmt.Sprint("n", i), "back", "hub", ""))
	}
	for script, want := range map[string]int{
		`g.V("<hub>").out("<p1>").all()`:                                          128,
		`g.V("<hub>").out(["<p1>", "<p2>"]).all()`:                                256,
		`g.V("<hub>").labelContext("<l1>").out("<p1>").all()`:                     64,
		`g.V("<hub>").has("<p1>", "<n1>").all()`:                                  1,
		`g.V("<hub>").in("<back>").in("<p3>").all()`:                              128,
		`g.V("<hub>").in("<p1>").all()`:                                           0,
		`g.V().labelContext(["<l0>", "<l1>"]).has("<p4>").out("<p0>", "p").all()`: 128 * 128,
	} {
		if got := ours(t, store, script); len(got) != want {
			t.Errorf("%s: got %d rows, want %d", script, len(got), want)
		}
	}
}
