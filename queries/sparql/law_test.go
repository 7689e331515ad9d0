package sparql

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
	"sayso/queries"
)

// randomGraph has quads of few terms, so that patterns meet.
func randomGraph(r *rand.Rand, quads, terms int) string {
	var b strings.Builder
	for range quads {
		fmt.Fprintf(&b, "<urn:n:%d> <urn:p:%d> <urn:n:%d> <urn:g:%d> .\n", r.IntN(terms), r.IntN(4), r.IntN(terms), r.IntN(3))
	}
	return b.String()
}

// TestPlainScan holds joins against what looking at all triples in turn finds: whatever the
// order of a plan, and whether a lookup has become a table, the solutions are the same.
func TestPlainScan(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		nquads := randomGraph(r, 150, 12)
		at := snapshotOf(t, nquads)
		triples := unionOfGraphs(t, at)
		patterns := randomPatterns(r)
		got := answer(at, "SELECT ?a ?b ?c ?d { "+strings.Join(patterns, " . ")+" }")
		want := scanned(triples, patterns)
		if got != want {
			t.Fatalf("%s\ngot\n%s\nwant\n%s", patterns, got, want)
		}
	}
}

func randomPatterns(r *rand.Rand) (patterns []string) {
	end := func() string {
		if r.IntN(4) == 0 {
			return fmt.Sprintf("<urn:n:%d>", r.IntN(12))
		}
		return "?" + string("abc"[r.IntN(3)])
	}
	for range 1 + r.IntN(3) {
		predicate := fmt.Sprintf("<urn:p:%d>", r.IntN(4))
		if r.IntN(4) == 0 {
			predicate = "?d"
		}
		patterns = append(patterns, end()+" "+predicate+" "+end())
	}
	return patterns
}

// unionOfGraphs are the triples of all graphs, each once.
func unionOfGraphs(t *testing.T, at *quadstore.Snapshot) (triples [][3]string) {
	for q, err := range at.Select(context.Background(), quadstore.Match{}) {
		if err != nil {
			t.Fatal(err)
		}
		one := [3]string{spelling(q.Subject), spelling(q.Predicate), spelling(q.Object)}
		if !slices.Contains(triples, one) {
			triples = append(triples, one)
		}
	}
	return triples
}

// scanned finds the solutions in the plainest way.
func scanned(triples [][3]string, patterns []string) string {
	solutions := []map[string]string{{}}
	for _, p := range patterns {
		var next []map[string]string
		for _, s := range solutions {
			for _, t := range triples {
				if extended := agree(s, strings.Fields(p), t); extended != nil {
					next = append(next, extended)
				}
			}
		}
		solutions = next
	}
	var b strings.Builder
	b.WriteString("?a\t?b\t?c\t?d\n")
	for _, s := range solutions {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", s["?a"], s["?b"], s["?c"], s["?d"])
	}
	return sortedLines(b.String(), 1)
}

func agree(s map[string]string, pattern []string, triple [3]string) map[string]string {
	extended := map[string]string{}
	for name, value := range s {
		extended[name] = value
	}
	for i, end := range pattern {
		if end[0] != '?' {
			if end != triple[i] {
				return nil
			}
			continue
		}
		if known, ok := extended[end]; ok && known != triple[i] {
			return nil
		}
		extended[end] = triple[i]
	}
	return extended
}

// TestKept makes a lookup into a table, and holds it against the same joined by a union of lookups.
func TestKept(t *testing.T) {
	at := snapshotOf(t, randomGraph(rand.New(rand.NewPCG(3, 4)), 3000, 400))
	got := answer(at, "SELECT (COUNT(*) AS ?n) { ?a <urn:p:1> ?b . ?b <urn:p:2> ?c . ?c <urn:p:3> ?d }")
	want := answer(at, "SELECT (COUNT(*) AS ?n) { { SELECT ?a ?b { ?a <urn:p:1> ?b } } { SELECT ?b ?c { ?b <urn:p:2> ?c } } { SELECT ?c ?d { ?c <urn:p:3> ?d } } }")
	if got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

const everyPair = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"

// TestLimits ends what takes too long, holds too much or whose client has gone.
func TestLimits(t *testing.T) {
	at := snapshotOf(t, randomGraph(rand.New(rand.NewPCG(5, 6)), 2000, 300))
	json, err := ResultFormatNamed("json")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ query, want string }{
		{everyPair, "took too long"},
		{"SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f }", ""}, // cut at the rows
		{`SELECT (GROUP_CONCAT(?x) AS ?all) { ?a ?b ?c . ?d ?e ?f . BIND(CONCAT(STR(?a), STR(?d), "` + strings.Repeat("x", 20000) + `") AS ?x) }`, "holds more than"},
	} {
		q, err := Parse(c.query)
		if err != nil {
			t.Fatal(err)
		}
		limits := queries.Limits{Time: 2 * time.Minute, Rows: 1000}
		if c.want == "took too long" {
			limits.Time = 100 * time.Millisecond
		}
		truncated, err := q.Write(context.Background(), io.Discard, json, at, limits)
		var limit queries.LimitError
		if c.want == "" && (err != nil || !truncated) || c.want != "" && (!errors.As(err, &limit) || !strings.Contains(limit.Limit, c.want)) {
			t.Errorf("%.60s: %v, %v", c.query, truncated, err)
		}
	}
}

// TestLargeQueries plans the largest query that is taken, and refuses a larger one.
func TestLargeQueries(t *testing.T) {
	at := snapshotOf(t, smallGraph)
	for _, element := range []string{"OPTIONAL { ?s ?p ?o FILTER(?o > 1) } ", "MINUS { ?s ?q ?v } ", "FILTER EXISTS { ?s ?p ?o } ", "{ } UNION { ?s ?p ?o } "} {
		whole := strings.Repeat(element, maxElements/2)
		if got := answer(at, "ASK { ?s ?p ?o "+whole+" }"); strings.HasPrefix(got, "error: line") {
			t.Errorf("%s: %s", element, got)
		}
		if got := answer(at, "ASK { ?s ?p ?o "+strings.Repeat(element, maxElements+1)+" }"); !strings.Contains(got, "more than 128") {
			t.Errorf("%s: too many are taken: %.100s", element, got)
		}
	}
	if got := answer(at, "ASK { "+strings.Repeat("?s ?p ?o . ", maxTriples+1)+" }"); !strings.Contains(got, "more than 500 triples") {
		t.Errorf("too many triples are taken: %.100s", got)
	}
	if got := answer(at, "ASK { "+strings.Repeat("?s ?p ?o . ", maxTriples)+" }"); got != "true\n" {
		t.Errorf("as many triples as may be: %.100s", got)
	}
}

// TestGone ends a query soon after its client has gone.
func TestGone(t *testing.T) {
	at := snapshotOf(t, randomGraph(rand.New(rand.NewPCG(7, 8)), 2000, 300))
	q, err := Parse(everyPair)
	if err != nil {
		t.Fatal(err)
	}
	ctx, leave := context.WithCancel(context.Background())
	done := make(chan error)
	go func() {
		done <- q.Solutions(ctx, at, queries.Limits{Time: 30 * time.Second}, func([]quad.Value) error { return nil })
	}()
	leave()
	select {
	case err := <-done:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("goes on without its client")
	}
}

// TestHostileText writes values that would break out of a format, and reads them back.
func TestHostileText(t *testing.T) {
	at := snapshotOf(t, `<urn:x:a> <urn:x:p> "</literal>&\u0001\"\n,=HYPERLINK(1)" .`+"\n"+`<urn:x:b> <urn:x:p> "=1+1" .`+"\n")
	q, err := Parse("SELECT ?v { ?s <urn:x:p> ?v } ORDER BY ?s")
	if err != nil {
		t.Fatal(err)
	}
	written := map[string]string{}
	for _, f := range ResultFormats() {
		var b strings.Builder
		if _, err := q.Write(context.Background(), &b, f, at, queries.Limits{}); err != nil {
			t.Fatal(err)
		}
		written[f.Name] = b.String()
	}
	var read struct {
		Literals []string `xml:"results>result>binding>literal"`
	}
	if err := xml.Unmarshal([]byte(written["xml"]), &read); err != nil || len(read.Literals) != 2 {
		t.Errorf("%v: %q", err, read.Literals)
	}
	if !strings.Contains(written["csv"], "'=1+1\r\n") {
		t.Errorf("a formula in CSV: %q", written["csv"])
	}
	if strings.Count(written["tsv"], "\n") != 3 {
		t.Errorf("a line too many in TSV: %q", written["tsv"])
	}
}
