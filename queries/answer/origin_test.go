package answer

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/graph"
)

func TestOriginsJoinCopies(t *testing.T) {
	report := []string{
		"A ferry sank off the coast of Kellin on Monday, and twelve people were killed, police said.",
		"The mayor said that the operator had ignored warnings about the state of the harbour wall.",
	}
	own := "Parliament approved the safety bill in January after a long night of debate and three votes."
	articles := map[string][]string{
		"a": report,
		"b": {report[0], report[1], "Read more on our site."},
		"c": {own, report[0]},
		"d": {"Rain fell in the north."},
	}
	var claims []graph.Claim
	for _, id := range []string{"c", "a", "d", "b"} {
		for _, s := range articles[id] {
			claims = append(claims, graph.Claim{Document: id, Sentence: s}, graph.Claim{Document: id, Sentence: s})
		}
	}
	want := map[string]string{"a": "a", "b": "a", "c": "c", "d": "d"}
	if diff := cmp.Diff(want, Origins(claims, nil)); diff != "" {
		t.Error(diff)
	}
}
