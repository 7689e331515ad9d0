package queries

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/query"
	stockgizmo "github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
)

// randomGraph has few nodes, so that paths meet.
func randomGraph(r *rand.Rand) cayley.QuadStore {
	store := memstore.New()
	pick := func(of string, n int) quad.IRI { return quad.IRI(fmt.Sprint(of, r.IntN(n))) }
	for range 25 {
		q := quad.Quad{Subject: pick("n", 8), Predicate: pick("p", 3), Object: pick("n", 8)}
		if r.IntN(3) == 0 {
			q.Label = pick("l", 2)
		}
		store.AddQuad(q)
	}
	return store
}

// randomPath is a path that stock Gizmo does without faults.
func randomPath(r *rand.Rand, start string, steps, depth int) string {
	node := func() string { return fmt.Sprintf(`"<n%d>"`, r.IntN(8)) }
	predicate := func() string { return fmt.Sprintf(`"<p%d>"`, r.IntN(3)) }
	p := start
	for i := range steps {
		switch r.IntN(15) {
		case 0, 1:
			p += ".out(" + predicate() + ")"
		case 2, 3:
			p += ".in(" + predicate() + ")"
		case 4:
			p += ".both(" + predicate() + ")"
		case 5:
			p += ".has(" + predicate() + ", " + node() + ")"
		case 6:
			p += ".hasR(" + predicate() + ", " + node() + ")"
		case 7:
			p += fmt.Sprintf(".save(%s, \"s%d\")", predicate(), i)
		case 8:
			p += fmt.Sprintf(".tag(\"t%d\")", i)
		case 9:
			p += fmt.Sprintf(".out([%s, %s], \"v%d\")", predicate(), predicate(), i)
		case 10:
			p += ".unique()"
		case 11:
			p += fmt.Sprintf(".tag(\"b%d\").out(%s).back(\"b%d\")", i, predicate(), i)
		case 12, 13, 14:
			if depth > 0 {
				op := []string{"and", "or", "except", "follow", "followR"}[r.IntN(5)]
				inner := "g.V()"
				if op != "follow" && op != "followR" {
					inner = "g.V(" + node() + ", " + node() + ")"
				} else {
					inner = "g.M()"
				}
				p += "." + op + "(" + randomPath(r, inner, 1+r.IntN(2), 0) + ")"
			}
		}
	}
	return p
}

func stock(t *testing.T, store cayley.QuadStore, script string) []Row {
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	it, err := stockgizmo.NewSession(store).Execute(ctx, script, query.Options{Collation: query.Raw, Limit: -1})
	if err != nil {
		t.Fatal(err)
	}
	defer it.Close()
	var rows []Row
	for it.Next(ctx) {
		row := Row{}
		for tag, ref := range it.Result().(*stockgizmo.Result).Tags {
			row[tag] = store.NameOf(ref)
		}
		rows = append(rows, row)
	}
	if it.Err() != nil {
		t.Fatalf("%s: %v", script, it.Err())
	}
	return rows
}

func ours(t *testing.T, store cayley.QuadStore, script string) []Row {
	s := NewSession(t.Context(), Graph{Quads: store}, Limits{Rows: MaxRows})
	if err := (Script{Text: script}).Run(t.Context(), s); err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	var rows []Row
	for _, a := range s.Result().Answers {
		rows = append(rows, a.Row)
	}
	return rows
}

// shownAs are the distinct rows as text; with ends only, the nodes that they end at.
func shownAs(rows []Row, ends bool) []string {
	var lines []string
	for _, r := range rows {
		if ends {
			lines = append(lines, fmt.Sprint(r[EndOfPath]))
		} else {
			lines = append(lines, fmt.Sprint(r))
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

// Random paths lead to the same nodes as in stock Gizmo, and whatever way stock Gizmo
// finds to a node is found. It does not find all: a union that it only probes yields
// the first of its ways. And it lets unique keep any way, and except add tags.
func TestSameAsStock(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		store := randomGraph(r)
		start := "g.V()"
		if r.IntN(2) == 0 {
			start = fmt.Sprintf(`g.V("<n%d>", "<n%d>")`, r.IntN(8), r.IntN(4))
		}
		script := randomPath(r, start, 1+r.IntN(5), 1) + ".all()"
		want, got := stock(t, store, script), ours(t, store, script)
		if !slices.Equal(shownAs(want, true), shownAs(got, true)) {
			t.Errorf("%s\n got %v\nwant %v", script, shownAs(got, true), shownAs(want, true))
		}
		if strings.Contains(script, "unique") || strings.Contains(script, "except") {
			continue
		}
		found := shownAs(got, false)
		for _, row := range shownAs(want, false) {
			if !slices.Contains(found, row) {
				t.Errorf("%s\nlacks %s", script, row)
			}
		}
	}
}

// The store makes no difference.
func TestSameOnQuadstore(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		memory := randomGraph(r)
		kept := copied(t, memory)
		for range 50 {
			script := randomPath(r, "g.V()", 1+r.IntN(5), 1) + ".all()"
			want, got := ours(t, memory, script), ours(t, kept, script)
			unique := strings.Contains(script, "unique")
			if !slices.Equal(shownAs(want, unique), shownAs(got, unique)) || len(want) != len(got) {
				t.Errorf("%s\n got %v\nwant %v", script, shownAs(got, false), shownAs(want, false))
			}
		}
	}
}

func copied(t testing.TB, from cayley.QuadStore) cayley.QuadStore {
	to, err := quadstore.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { to.Close() })
	var deltas []cayley.Delta
	it := from.QuadsAllIterator()
	defer it.Close()
	for it.Next(t.Context()) {
		deltas = append(deltas, cayley.Delta{Quad: from.Quad(it.Result()), Action: cayley.Add})
	}
	if err := to.ApplyDeltas(deltas, cayley.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
	return to
}
