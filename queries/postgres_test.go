package queries

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"

	"sayso/graph/quadstore"
	"sayso/graph/quadstore/postgrestest"
)

// Every Gizmo case has on PostgreSQL the answers that it has in memory.
func TestGizmoOnPostgres(t *testing.T) {
	server := postgrestest.Start(t)
	files, err := filepath.Glob("testdata/gizmo/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata/gizmo: %v", err)
	}
	graphs := map[string]Graph{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range readCases(t, string(text)) {
			name := c.graph()
			if _, ok := graphs[name]; !ok {
				graphs[name] = onServer(t, server, loadGraph(t, name))
			}
			got := c.answers(graphs[name])
			if got != c.want && !(c.want == "error" && strings.HasPrefix(got, "error")) {
				t.Errorf("%s, %s: got\n%s\nwant\n%s", file, c.name, got, c.want)
			}
		}
	}
}

// onServer is the same graph in a database.
func onServer(t *testing.T, server postgrestest.Server, g Graph) Graph {
	t.Helper()
	qs, err := quadstore.Open(server.Store(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { qs.Close() })
	var deltas []cayley.Delta
	for it := g.Quads.QuadsAllIterator(); it.Next(context.Background()); {
		deltas = append(deltas, cayley.Delta{Quad: g.Quads.Quad(it.Result()), Action: cayley.Add})
	}
	if err := qs.ApplyDeltas(deltas, cayley.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
	return Graph{Quads: qs, Names: g.Names}
}
