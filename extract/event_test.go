package extract

import (
	"testing"

	"sayso/graph"
)

// TestEvents has three sentences that start at 0, 40 and 80, and claims in them.
func TestEvents(t *testing.T) {
	starts := []int{0, 40, 80}
	named := map[graph.Ref]bool{"1": true}
	claim := func(id string, start int, subject graph.Ref, lemma string) graph.Claim {
		return graph.Claim{ID: id, Start: start, End: start + 10, Subject: graph.Node{ID: subject}, Predicate: graph.Predicate{Lemma: lemma}}
	}
	resigned, met := claim("c:x/1", 0, "1", "resign"), claim("c:x/2", 42, "2", "meet")
	announced := claim("c:x/3", 42, "1", "announce")
	announced.Object = &graph.Node{ID: "c:x/9", Type: graph.ClaimNode}
	for _, x := range []struct {
		text   string
		start  int
		claims []graph.Claim
		want   graph.Ref
	}{
		{"The move", 40, []graph.Claim{resigned}, "c:x/1"},
		{"the move", 50, []graph.Claim{resigned}, ""},
		{"A move", 40, []graph.Claim{resigned}, ""},
		{"The resignation", 80, []graph.Claim{resigned, met}, "c:x/1"},
		{"these talks", 95, []graph.Claim{resigned, met}, "c:x/2"},
		{"The decision", 80, []graph.Claim{resigned, met}, ""},
		{"The decision", 80, []graph.Claim{announced}, "c:x/9"},
		{"The announcement", 80, []graph.Claim{announced}, "c:x/3"},
		{"The talks", 80, []graph.Claim{met, claim("c:x/4", 60, "1", "negotiate")}, ""},
		{"The harbour", 40, []graph.Claim{resigned}, ""},
	} {
		if got := event(x.claims, named, starts, graph.Mention{Text: x.text, Start: x.start}); got != x.want {
			t.Errorf("%q at %d stands for %q, want %q", x.text, x.start, got, x.want)
		}
	}
}
