package quadstore

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// A bulk load comes to the same graph as transactions do, also where it spills, and into a store that was emptied.
func TestBulk(t *testing.T) {
	for _, held := range []int{heldLinks, 100} {
		t.Run(fmt.Sprint("held ", held), func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			var deltas []graph.Delta
			for range 40 {
				deltas = append(deltas, randomDeltas(r)...)
			}
			want, got := openMemory(t), openStore(t, empty(t))
			defer closeStore(t, want)
			apply(t, got, added("first", "b", "c", "l"))
			apply(t, got, deleted("first", "b", "c", "l"))
			b, err := got.Bulk()
			if err != nil {
				t.Fatal(err)
			}
			b.links.most = held
			for _, d := range deltas {
				d.Action = graph.Add
				if err := b.Add(d.Quad); err != nil {
					t.Fatal(err)
				}
				if err := want.ApplyDeltas([]graph.Delta{d}, graph.IgnoreOpts{IgnoreDup: true}); err != nil {
					t.Fatal(err)
				}
			}
			if err := errors.Join(b.Commit(), b.Close()); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(sortedLines(allQuads(t, want)), sortedLines(allQuads(t, got))); diff != "" {
				t.Error(diff)
			}
			checkIndexes(t, got)
			if _, err := got.Bulk(); !errors.Is(err, ErrNotEmpty) {
				t.Errorf("got %v", err)
			}
			apply(t, got, added("x", "b", "n1", "l"))
			closeLoaded(t, got)
		})
	}
}

// closeLoaded opens a store again and finds it whole, with nothing left of the load.
func closeLoaded(t *testing.T, qs *QuadStore) {
	want := sortedLines(allQuads(t, qs))
	closeStore(t, qs)
	if qs.directory == nil {
		return
	}
	again := openStore(t, qs.directory.path)
	defer closeStore(t, again)
	if diff := cmp.Diff(want, sortedLines(allQuads(t, again))); diff != "" {
		t.Error(diff)
	}
	checkIndexes(t, again)
	if left, _ := filepath.Glob(filepath.Join(qs.directory.path, loadPrefix+"*")); len(left) > 0 {
		t.Errorf("left %q", left)
	}
}

func TestBulkGivenUpLeavesNothing(t *testing.T) {
	qs := openMemory(t)
	defer closeStore(t, qs)
	b, err := qs.Bulk()
	if err != nil {
		t.Fatal(err)
	}
	for range 3 * bulkBatch {
		if err := b.Add(made("a", "b", "c", "")); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Add(quad.Quad{}); err == nil {
		t.Error("took a quad without a subject")
	}
	if err := errors.Join(b.Close(), b.Close()); err != nil {
		t.Fatal(err)
	}
	apply(t, qs, added("x", "b", "c", ""))
	if got := allQuads(t, qs); !slices.Equal(got, []string{"<x> <b> <c> ."}) {
		t.Errorf("got %q", got)
	}
}
