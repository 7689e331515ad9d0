package sparql

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"golang.org/x/tools/txtar"

	"sayso/graph/format"
	"sayso/graph/quadstore"
	"sayso/queries"
)

var rewrite = flag.Bool("rewrite", false, "write what is answered into the testdata")

// TestCases holds the files of testdata/cases, in the manner of the W3C's query evaluation suite,
// against the engine: a graph, then pairs of a query and its answer.
func TestCases(t *testing.T) {
	n := 0
	for _, file := range caseFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			at := snapshotOf(t, string(archive.Files[0].Data))
			for i := 1; i+1 < len(archive.Files); i += 2 {
				query, want := archive.Files[i], &archive.Files[i+1]
				got := answer(at, string(query.Data))
				n++
				if *rewrite {
					want.Data = []byte(got)
				} else if got != string(want.Data) {
					t.Errorf("%s:\n%s\ngot\n%s\nwant\n%s", query.Name, query.Data, got, want.Data)
				}
			}
			if *rewrite {
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	if n < 80 {
		t.Errorf("found %d cases: some are gone", n)
	}
}

func caseFiles(t testing.TB) []string {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("testdata/cases holds no files")
	}
	return files
}

// snapshotOf is a store of some N-Quads.
func snapshotOf(t testing.TB, nquads string) *quadstore.Snapshot {
	t.Helper()
	read, err := format.Read(strings.NewReader(nquads), "nquads")
	if err != nil {
		t.Fatal(err)
	}
	quads, err := format.Collect(read)
	if err != nil {
		t.Fatal(err)
	}
	store, err := quadstore.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	deltas := make([]cayley.Delta, len(quads))
	for i, q := range quads {
		deltas[i] = cayley.Delta{Quad: q, Action: cayley.Add}
	}
	if err := store.ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true}); err != nil {
		t.Fatal(err)
	}
	at, err := store.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		at.Close()
		store.Close()
	})
	return at
}

// answer is what a query answers as text: sorted, where the query does not sort.
func answer(at *quadstore.Snapshot, query string) string {
	q, err := Parse(query)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var out bytes.Buffer
	if q.IsGraph() {
		f, _ := GraphFormatNamed("nquads")
		_, err = q.WriteGraph(context.Background(), &out, f, at, queries.Limits{})
		return sortedLines(out.String(), 0) + failure(err)
	}
	f, _ := ResultFormatNamed("tsv")
	_, err = q.Write(context.Background(), &out, f, at, queries.Limits{})
	if q.IsAsk() || len(q.where.(*selection).order) > 0 {
		return out.String() + failure(err)
	}
	return sortedLines(out.String(), 1) + failure(err)
}

func failure(err error) string {
	if err == nil {
		return ""
	}
	return "error: " + err.Error() + "\n"
}

// sortedLines sorts all lines but the first few.
func sortedLines(text string, keep int) string {
	lines := slices.Collect(strings.Lines(text))
	slices.Sort(lines[min(keep, len(lines)):])
	return strings.Join(lines, "")
}
