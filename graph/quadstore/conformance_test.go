package quadstore

import (
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/graphtest"
)

// Cayley's own suite says what a QuadStore must do.
func TestConformance(t *testing.T) {
	t.Chdir("testdata/cayley") // where the suite looks for its graph
	graphtest.TestAll(t, openForCayley, nil)
}

func TestConformanceOnDisk(t *testing.T) {
	t.Chdir("testdata/cayley")
	graphtest.TestAll(t, func(t testing.TB) (graph.QuadStore, graph.Options, func()) {
		qs, err := Open(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		return qs, nil, func() { closeStore(t, qs) }
	}, nil)
}

func openForCayley(t testing.TB) (graph.QuadStore, graph.Options, func()) {
	qs, err := OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	return qs, nil, func() { closeStore(t, qs) }
}

func closeStore(t testing.TB, qs *QuadStore) {
	if err := qs.Close(); err != nil {
		t.Error(err)
	}
}
