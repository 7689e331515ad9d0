package quadstore

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

// After any random changes, any random query has the answers that Cayley's own memory store gives.
func TestQueriesAgreeWithMemstore(t *testing.T) {
	graphs, queries := uint64(40), 60
	if os.Getenv(onPostgres) != "" {
		graphs = 6
	}
	for seed := range graphs {
		r := rand.New(rand.NewPCG(seed, 0))
		ours, theirs := openMemory(t), memstore.New()
		for range 3 {
			deltas := randomDeltas(r)
			ignore := graph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}
			if err := ours.ApplyDeltas(deltas, ignore); err != nil {
				t.Fatal(err)
			}
			if err := theirs.ApplyDeltas(deltas, ignore); err != nil {
				t.Fatal(err)
			}
		}
		checkIndexes(t, ours)
		if diff := cmp.Diff(sortedLines(allQuads(t, ours)), sortedLines(allQuads(t, theirs))); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
		for range queries {
			steps := randomSteps(r)
			if diff := cmp.Diff(run(t, theirs, steps), run(t, ours, steps)); diff != "" {
				t.Errorf("seed %d, %s:\n%s", seed, name(steps), diff)
			}
		}
		closeStore(t, ours)
	}
}

func sortedLines(lines []string) []string {
	slices.Sort(lines)
	return slices.Compact(lines)
}

func randomNode(r *rand.Rand) quad.Value {
	switch n := r.IntN(12); {
	case n < 10:
		return quad.IRI(fmt.Sprintf("n%d", n))
	case n == 10:
		return quad.Int(r.IntN(2))
	}
	return quad.String(fmt.Sprint(r.IntN(2)))
}

func randomPredicate(r *rand.Rand) quad.Value { return quad.IRI(fmt.Sprintf("p%d", r.IntN(3))) }

func randomDeltas(r *rand.Rand) []graph.Delta {
	deltas := make([]graph.Delta, 20+r.IntN(20))
	for i := range deltas {
		q := quad.Quad{Subject: randomNode(r), Predicate: randomPredicate(r), Object: randomNode(r)}
		if l := r.IntN(3); l > 0 {
			q.Label = quad.IRI(fmt.Sprintf("l%d", l))
		}
		deltas[i] = graph.Delta{Quad: q, Action: graph.Add}
		if r.IntN(4) == 0 {
			deltas[i].Action = graph.Delete
		}
	}
	return deltas
}

type step struct {
	name string
	take func(*path.Path) *path.Path
}

func name(steps []step) string {
	var names []string
	for _, s := range steps {
		names = append(names, s.name)
	}
	return strings.Join(names, ".")
}

// randomSteps is a path as data, so that both stores can be asked for it.
func randomSteps(r *rand.Rand) []step {
	var start []quad.Value
	for range r.IntN(3) {
		if n := randomNode(r); !slices.Contains(start, n) {
			start = append(start, n)
		}
	}
	steps := []step{{fmt.Sprintf("V(%v)", start), func(p *path.Path) *path.Path {
		if len(start) > 0 {
			return p.Is(start...)
		}
		return p
	}}}
	for i := range 1 + r.IntN(3) {
		steps = append(steps, randomStep(r, i))
	}
	if p := randomPredicate(r); r.IntN(4) == 0 { // at the end: a row may lack its tag
		steps = append(steps, step{fmt.Sprintf("SaveOptional(%v)", p), func(q *path.Path) *path.Path { return q.SaveOptional(p, "o") }})
	}
	return steps
}

func randomStep(r *rand.Rand, i int) step {
	p, n, tag := randomPredicate(r), randomNode(r), fmt.Sprintf("t%d", i)
	label := quad.IRI(fmt.Sprintf("l%d", 1+r.IntN(2)))
	choices := []step{
		{fmt.Sprintf("Out(%v)", p), func(q *path.Path) *path.Path { return q.Out(p) }},
		{"Out()", func(q *path.Path) *path.Path { return q.Out() }},
		{fmt.Sprintf("In(%v)", p), func(q *path.Path) *path.Path { return q.In(p) }},
		{fmt.Sprintf("Both(%v)", p), func(q *path.Path) *path.Path { return q.Both(p) }},
		{fmt.Sprintf("OutWithTags(%s)", tag), func(q *path.Path) *path.Path { return q.OutWithTags([]string{tag}) }},
		{fmt.Sprintf("InWithTags(%s, %v)", tag, p), func(q *path.Path) *path.Path { return q.InWithTags([]string{tag}, p) }},
		{fmt.Sprintf("Has(%v, %v)", p, n), func(q *path.Path) *path.Path { return q.Has(p, n) }},
		{fmt.Sprintf("Has(%v)", p), func(q *path.Path) *path.Path { return q.Has(p) }},
		{fmt.Sprintf("HasReverse(%v, %v)", p, n), func(q *path.Path) *path.Path { return q.HasReverse(p, n) }},
		{fmt.Sprintf("Save(%v, %s)", p, tag), func(q *path.Path) *path.Path { return q.Save(p, tag) }},
		{fmt.Sprintf("SaveReverse(%v, %s)", p, tag), func(q *path.Path) *path.Path { return q.SaveReverse(p, tag) }},
		{fmt.Sprintf("Tag(%s)", tag), func(q *path.Path) *path.Path { return q.Tag(tag) }},
		{fmt.Sprintf("LabelContext(%v).Out(%v)", label, p), func(q *path.Path) *path.Path { return q.LabelContext(label).Out(p) }},
		{fmt.Sprintf("LabelContext(%s).In()", tag), func(q *path.Path) *path.Path { return q.LabelContextWithTags([]string{tag}, label).In() }},
		{fmt.Sprintf("Is(%v)", n), func(q *path.Path) *path.Path { return q.Is(n) }},
		{"OutPredicates()", func(q *path.Path) *path.Path { return q.OutPredicates() }},
		{"InPredicates()", func(q *path.Path) *path.Path { return q.InPredicates() }},
		{"Unique()", func(q *path.Path) *path.Path { return q.Unique() }},
		{fmt.Sprintf("And(In(%v))", p), func(q *path.Path) *path.Path { return q.And(path.StartMorphism().In(p)) }},
		{fmt.Sprintf("Except(%v)", n), func(q *path.Path) *path.Path { return q.Except(path.StartMorphism(n)) }},
	}
	return choices[r.IntN(len(choices))]
}

// firstOnly are the steps that keep one path of each node, whichever comes first.
var firstOnly = regexp.MustCompile(`Unique|Predicates`)

// run is the set of the answers of a query, and that of the values of each tag. Which tags come
// together, and how often, depends in Cayley on the order of the quads and of the plan.
func run(t *testing.T, qs graph.QuadStore, steps []step) []string {
	t.Helper()
	p := path.StartPath(qs)
	for _, s := range steps {
		p = s.take(p)
	}
	var rows []string
	err := p.Iterate(context.Background()).Paths(true).TagEach(func(tags map[string]graph.Ref) {
		for tag, ref := range tags {
			if !firstOnly.MatchString(name(steps)) {
				rows = append(rows, tag+" "+quad.StringOf(qs.NameOf(ref)))
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	values, err := p.Iterate(context.Background()).Paths(true).AllValues(qs)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range values {
		rows = append(rows, quad.StringOf(v))
	}
	return sortedLines(rows)
}

// While a writer moves quads about, a snapshot stays one state, and a live reader meets no half-made quad.
func TestReadersBesideAWriter(t *testing.T) {
	qs := openMemory(t)
	defer closeStore(t, qs)
	apply(t, qs, crashDeltas(0)...)
	stop := make(chan struct{})
	var writer, readers sync.WaitGroup
	writer.Go(func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				return
			default:
			}
			deltas := crashDeltas(n + 1)
			for _, d := range crashDeltas(n) {
				d.Action = graph.Delete
				deltas = append(deltas, d)
			}
			if err := qs.ApplyDeltas(deltas, graph.IgnoreOpts{}); err != nil {
				t.Error(err)
				return
			}
		}
	})
	for range 3 {
		readers.Go(func() {
			for range 30 {
				checkSnapshot(t, qs)
				scanned(qs.QuadsAllIterator())
			}
		})
	}
	readers.Wait()
	close(stop)
	writer.Wait()
	checkIndexes(t, qs)
}

func checkSnapshot(t *testing.T, qs *QuadStore) {
	s, err := qs.Snapshot()
	if err != nil {
		t.Error(err)
		return
	}
	defer s.Close()
	batches := map[quad.Value]int{}
	it := s.QuadsAllIterator()
	for it.Next(context.Background()) {
		batches[s.Quad(it.Result()).Label]++
	}
	if err := it.Err(); err != nil {
		t.Error(err)
	}
	for label, n := range batches {
		if label == nil || n != crashBatch || len(batches) != 1 {
			t.Errorf("a snapshot holds %v", batches)
		}
	}
}

func TestCancelledScanStops(t *testing.T) {
	qs := openMemory(t)
	defer closeStore(t, qs)
	apply(t, qs, crashDeltas(0)...)
	ctx, cancel := context.WithCancel(context.Background())
	it := qs.QuadsAllIterator()
	if !it.Next(ctx) {
		t.Fatal(it.Err())
	}
	cancel()
	if it.Next(ctx) || it.Err() != context.Canceled {
		t.Errorf("got %v", it.Err())
	}
}

// Sizes are exact while they are small, and of the right order after.
func TestSizes(t *testing.T) {
	qs := openStore(t, t.TempDir())
	defer closeStore(t, qs)
	for n := range 100 {
		apply(t, qs, crashDeltas(n)...)
	}
	if err := pebbleOf(qs).Flush(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		direction quad.Direction
		name      string
		least     int64
		most      int64
	}{
		{quad.Object, "o3", 100, 100},
		{quad.Label, "batch3", crashBatch, crashBatch},
		{quad.Predicate, "p", 5_000, 40_000},
	}
	for _, tt := range tests {
		size, err := qs.QuadIteratorSize(context.Background(), tt.direction, qs.ValueOf(quad.IRI(tt.name)))
		if err != nil || size.Size < tt.least || size.Size > tt.most || size.Exact != (tt.least == tt.most) {
			t.Errorf("%s: got %v, want %d to %d: %v", tt.name, size, tt.least, tt.most, err)
		}
	}
}

func TestRegister(t *testing.T) {
	Register()
	Register()
	dir := t.TempDir()
	if err := graph.InitQuadStore(Type, dir, nil); err != nil {
		t.Fatal(err)
	}
	qs, err := graph.NewQuadStore(Type, dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := qs.Close(); err != nil {
		t.Error(err)
	}
}

func TestSelect(t *testing.T) {
	var graphs [2]string
	for i := range graphs {
		qs := openMemory(t)
		defer closeStore(t, qs)
		deltas := []graph.Delta{
			added("b", "p", "x", "l"), added("a", "p", "y", "l"), added("a", "p", "x", ""), added("a", "q", "x", "m"),
		}
		if i == 1 {
			slices.Reverse(deltas)
		}
		for _, d := range deltas {
			apply(t, qs, d)
		}
		for _, m := range []Match{
			{},
			{Subject: []quad.Value{quad.IRI("a"), quad.IRI("unknown")}, Predicate: []quad.Value{quad.IRI("p")}},
			{Object: []quad.Value{quad.IRI("x")}, Label: []quad.Value{quad.IRI("l"), quad.IRI("m")}},
			{Label: []quad.Value{quad.IRI("unknown")}},
		} {
			for q, err := range qs.Select(context.Background(), m) {
				if err != nil {
					t.Fatal(err)
				}
				graphs[i] += q.NQuad() + "\n"
			}
			graphs[i] += "\n"
		}
	}
	want := `<a> <p> <x> .
<a> <p> <y> <l> .
<a> <q> <x> <m> .
<b> <p> <x> <l> .

<a> <p> <x> .
<a> <p> <y> <l> .

<a> <q> <x> <m> .
<b> <p> <x> <l> .


`
	for _, got := range graphs {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}
