package sparql

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"sayso/graph/format"
	"sayso/graph/quadstore"
	"sayso/queries"
)

var quads = flag.Int("quads", 200_000, "how many quads the benchmark's graph has")

// shapes are what a graph of news is asked most.
var shapes = []struct{ name, query string }{
	{"1-hop", "SELECT ?o { <urn:n:9> <urn:p:0> ?o }"},
	{"2-hop", "SELECT ?o { <urn:n:900> <urn:p:0> ?x . ?x <urn:p:1> ?o }"},
	{"3-hop", "SELECT ?o { <urn:n:1800> ?p ?x . ?x <urn:p:40> ?y . ?y <urn:p:30> ?o }"},
	{"hub in", "SELECT ?s { ?s ?p <urn:n:0> }"},
	{"has(p, o)", "SELECT ?s { ?s <urn:p:2> <urn:n:1> }"},
	{"rare predicate", "SELECT (COUNT(*) AS ?n) { ?s <urn:p:350> ?o }"},
	{"one document", "SELECT ?s ?p ?o { GRAPH <urn:g:9> { ?s ?p ?o } }"},
	{"count by predicate", "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p"},
}

// newsGraph writes a graph in which some things are spoken of often and most seldom, 360 predicates, and
// 50 quads a document, and no triple twice.
func newsGraph(b *testing.B, n int) string {
	name := filepath.Join(b.TempDir(), "graph.nq")
	f, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	defer w.Flush()
	r := rand.New(rand.NewPCG(11, 12))
	nodes, predicates := rand.NewZipf(r, 1.05, 20, uint64(n/5)), rand.NewZipf(r, 1.2, 5, 359)
	seen := map[[3]uint64]bool{}
	for i := 0; i < n; {
		t := [3]uint64{nodes.Uint64(), predicates.Uint64(), nodes.Uint64()}
		if seen[t] {
			continue
		}
		seen[t] = true
		fmt.Fprintf(w, "<urn:n:%d> <urn:p:%d> <urn:n:%d> <urn:g:%d> .\n", t[0], t[1], t[2], i/50)
		i++
	}
	return name
}

func loaded(b *testing.B, name string) *quadstore.Snapshot {
	f, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	read, err := format.Read(f, "nquads")
	if err != nil {
		b.Fatal(err)
	}
	store, err := quadstore.Open(filepath.Join(b.TempDir(), "store"))
	if err != nil {
		b.Fatal(err)
	}
	w, err := store.NewQuadWriter()
	if err != nil {
		b.Fatal(err)
	}
	if _, err := quad.Copy(w, format.Reader(read)); err != nil {
		b.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	at, err := store.Snapshot()
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		at.Close()
		store.Close()
	})
	return at
}

// BenchmarkShapes times the shapes on a store on disk, from the text of a query to that of its answer, and, where
// npm's packages are installed, on Oxigraph in memory, to its rows, in the same run; x/oxigraph is our median by its.
func BenchmarkShapes(b *testing.B) {
	name := newsGraph(b, *quads)
	at := loaded(b, name)
	theirs := timesOfOxigraph(b, name)
	for i, s := range shapes {
		b.Run(s.name, func(b *testing.B) {
			q, err := Parse(s.query)
			if err != nil {
				b.Fatal(err)
			}
			rows := 0
			limits := queries.Limits{Time: 30 * time.Second, Rows: queries.MaxRows}
			if err := q.Solutions(context.Background(), at, limits, func([]quad.Value) error { rows++; return nil }); err != nil {
				b.Fatal(err)
			}
			var times []time.Duration
			for b.Loop() {
				start := time.Now()
				if err := writeJSON(at, s.query, limits); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
			}
			slices.Sort(times)
			median := float64(times[len(times)/2].Microseconds()) / 1000
			b.ReportMetric(float64(rows), "rows")
			b.ReportMetric(median, "ms")
			if theirs != nil {
				if theirs[i].Rows != rows {
					b.Errorf("%d rows, Oxigraph has %d", rows, theirs[i].Rows)
				}
				b.ReportMetric(theirs[i].MS, "oxigraph-ms")
				b.ReportMetric(median/theirs[i].MS, "x/oxigraph")
			}
		})
	}
}

func writeJSON(at *quadstore.Snapshot, query string, limits queries.Limits) error {
	q, err := Parse(query)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	_, err = q.Write(context.Background(), &out, ResultFormats()[0], at, limits)
	return err
}

type timing struct {
	MS   float64
	Rows int
}

func timesOfOxigraph(b *testing.B, nquads string) (times []timing) {
	folder := filepath.Join("testdata", "npm")
	if _, err := os.Stat(filepath.Join(folder, "node_modules")); err != nil {
		return nil
	}
	var asked []string
	for _, s := range shapes {
		asked = append(asked, s.query)
	}
	input, err := json.Marshal(asked)
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command("node", "--max-old-space-size=6000", filepath.Join(folder, "bench.mjs"), nquads)
	cmd.Stdin = bytes.NewReader(input)
	printed, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	if err := json.Unmarshal(printed, &times); err != nil {
		b.Fatal(err)
	}
	return times
}
