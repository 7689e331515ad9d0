package parse

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTree(t *testing.T) {
	tree := readOne(t, rubio)
	if diff := cmp.Diff(tree.Children(3), []int{0, 1, 2, 5, 7}); diff != "" {
		t.Errorf("children: %s", diff)
	}
	if diff := cmp.Diff(tree.Subtree(5), []int{4, 5, 6}); diff != "" {
		t.Errorf("subtree: %s", diff)
	}
	tree.Words[0].Relation = "nsubj:pass"
	for _, c := range []struct {
		relation string
		want     int
	}{{"nsubj", 0}, {"nsubj:pass", 0}, {"obj", 5}, {"obl", -1}, {"obj:x", -1}} {
		if got := tree.Child(3, c.relation); got != c.want {
			t.Errorf("Child(%s): got %d, want %d", c.relation, got, c.want)
		}
	}
}

func TestSubtreeOfCycleEnds(t *testing.T) {
	tree := Tree{Words: []Word{{Head: 1}, {Head: 0}, {Head: Root}}}
	if diff := cmp.Diff(tree.Subtree(2), []int{2}); diff != "" {
		t.Error(diff)
	}
}
