package quadstore

import (
	"context"
	"errors"
	"math"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
)

func made(s, p, o, l string) quad.Quad { return quad.MakeIRI(s, p, o, l) }

func added(s, p, o, l string) graph.Delta {
	return graph.Delta{Quad: made(s, p, o, l), Action: graph.Add}
}

func deleted(s, p, o, l string) graph.Delta {
	return graph.Delta{Quad: made(s, p, o, l), Action: graph.Delete}
}

func apply(t testing.TB, qs *QuadStore, deltas ...graph.Delta) {
	t.Helper()
	if err := qs.ApplyDeltas(deltas, graph.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
}

// allQuads lists a graph as N-Quads, in the order of the store.
func allQuads(t testing.TB, qs graph.QuadStore) []string {
	t.Helper()
	it := qs.QuadsAllIterator()
	defer it.Close()
	var lines []string
	for it.Next(context.Background()) {
		lines = append(lines, qs.Quad(it.Result()).NQuad())
	}
	if err := it.Err(); err != nil {
		t.Fatal(err)
	}
	return lines
}

// dump is everything that a store holds, key by key.
func dump(t testing.TB, qs *QuadStore) map[string]string {
	t.Helper()
	held := map[string]string{}
	err := qs.Each(nil, func(key, value []byte) error {
		held[string(key)] = string(value)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return held
}

// checkIndexes compares the counts and all indexes with one another.
func checkIndexes(t testing.TB, qs *QuadStore) {
	t.Helper()
	var quads, nodes int64
	found := map[link]int{}
	used := map[node]bool{}
	for key := range dump(t, qs) {
		for _, x := range indexes {
			if key[0] == x.prefix {
				found[x.link([]byte(key))]++
			}
		}
		if key[0] == valuePrefix {
			nodes++
		}
	}
	for l, n := range found {
		quads++
		if n != len(indexes) {
			t.Errorf("%v is in %d indexes", l, n)
		}
		for _, n := range l {
			used[n] = true
		}
	}
	delete(used, 0)
	for n := range used {
		v, err := qs.value(n)
		if err != nil || v == nil {
			t.Fatalf("node %d has no value: %v", n, err)
		}
		if got, err := qs.lookup(v); err != nil || got != n {
			t.Errorf("%v is node %d, found as %d: %v", v, n, got, err)
		}
	}
	m, err := qs.meta()
	if err != nil || m.quads != quads || m.nodes != nodes || nodes != int64(len(used)) {
		t.Errorf("counted %d quads and %d nodes, kept %d and %d, %d in use: %v", m.quads, m.nodes, quads, nodes, len(used), err)
	}
}

func TestFailedTransactionChangesNothing(t *testing.T) {
	tests := []struct {
		name  string
		delta graph.Delta
		want  error
	}{
		{"duplicate", added("a", "b", "c", ""), graph.ErrQuadExists},
		{"duplicate within", added("new", "new", "new", "new"), graph.ErrQuadExists},
		{"missing", deleted("a", "b", "x", ""), graph.ErrQuadNotExist},
		{"no action", graph.Delta{Quad: made("a", "b", "c", "")}, graph.ErrInvalidAction},
		{"no object", graph.Delta{Quad: made("a", "b", "", ""), Action: graph.Add}, quad.ErrInvalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			qs := openMemory(t)
			defer closeStore(t, qs)
			apply(t, qs, added("a", "b", "c", ""), added("d", "b", "c", "l"))
			want := dump(t, qs)
			err := qs.ApplyDeltas([]graph.Delta{
				added("new", "new", "new", "new"), deleted("a", "b", "c", ""), added("a", "b", "c", ""), tt.delta,
			}, graph.IgnoreOpts{})
			var failed *graph.DeltaError
			if !errors.As(err, &failed) || failed.Err != tt.want {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			if diff := cmp.Diff(dump(t, qs), want); diff != "" {
				t.Error(diff)
			}
			apply(t, qs, added("e", "b", "c", "l"))
			checkIndexes(t, qs)
		})
	}
}

func TestLabelsTellQuadsApart(t *testing.T) {
	qs := openMemory(t)
	defer closeStore(t, qs)
	apply(t, qs, added("a", "b", "c", ""), added("a", "b", "c", "l"), added("x", "y", "z", "other"))
	for _, label := range []string{"unknown", "other"} {
		err := qs.ApplyDeltas([]graph.Delta{deleted("a", "b", "c", label)}, graph.IgnoreOpts{})
		if !graph.IsQuadNotExist(err) {
			t.Errorf("delete under %s: %v", label, err)
		}
		ignored := graph.IgnoreOpts{IgnoreMissing: true}
		if err := qs.ApplyDeltas([]graph.Delta{deleted("a", "b", "c", label)}, ignored); err != nil {
			t.Error(err)
		}
	}
	apply(t, qs, deleted("a", "b", "c", ""))
	want := []string{"<a> <b> <c> <l> .", "<x> <y> <z> <other> ."}
	if diff := cmp.Diff(allQuads(t, qs), want); diff != "" {
		t.Error(diff)
	}
	checkIndexes(t, qs)
}

func TestNodesAreCollectedWithTheirLastQuad(t *testing.T) {
	qs := openMemory(t)
	defer closeStore(t, qs)
	apply(t, qs, added("a", "b", "c", "l"), added("c", "a", "d", "l"))
	apply(t, qs, deleted("a", "b", "c", "l"))
	for name, kept := range map[string]bool{"a": true, "b": false, "c": true, "d": true, "l": true} {
		if got := qs.ValueOf(quad.IRI(name)) != nil; got != kept {
			t.Errorf("%s: kept %v, want %v", name, got, kept)
		}
	}
	checkIndexes(t, qs)
	apply(t, qs, deleted("c", "a", "d", "l"))
	checkIndexes(t, qs)
	if got := dump(t, qs); len(got) != 1 {
		t.Errorf("an empty graph keeps %d keys", len(got))
	}
}

func TestNoChangeIsNoCommit(t *testing.T) {
	qs := openMemory(t)
	defer closeStore(t, qs)
	apply(t, qs, added("a", "b", "c", ""))
	before := qs.Version()
	apply(t, qs, added("x", "b", "c", ""), deleted("x", "b", "c", ""), deleted("a", "b", "c", ""), added("a", "b", "c", ""))
	if err := qs.ApplyDeltas([]graph.Delta{added("a", "b", "c", "")}, graph.IgnoreOpts{IgnoreDup: true}); err != nil {
		t.Error(err)
	}
	if got := qs.Version(); got != before {
		t.Errorf("version %d, want %d", got, before)
	}
	checkIndexes(t, qs)
}

func TestValuesKeepTheirType(t *testing.T) {
	values := []quad.Value{
		quad.IRI("a"), quad.BNode("a"), quad.String("a"), quad.String(""), quad.String("a\n\"b\"\xff"),
		quad.LangString{Value: "a", Lang: "en"}, quad.LangString{Value: "a", Lang: "de"},
		quad.TypedString{Value: "a", Type: "t"}, quad.TypedString{Value: "2025-03", Type: "xsd:gYearMonth"},
		quad.Int(0), quad.Int(-1), quad.Int(math.MaxInt64), quad.Int(math.MinInt64),
		quad.Float(0), quad.Float(1), quad.Float(-2.5e300), quad.Float(math.Inf(1)),
		quad.Bool(true), quad.Bool(false),
		quad.Time(time.Unix(1, 0).UTC()), quad.Time(time.Unix(1, 1).UTC()), quad.Time(time.Unix(-1e10, 5).UTC()),
	}
	dir := t.TempDir()
	qs := openStore(t, dir)
	for _, v := range values {
		apply(t, qs, graph.Delta{Quad: quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: v}, Action: graph.Add})
	}
	closeStore(t, qs)
	qs = openStore(t, dir)
	defer closeStore(t, qs)
	for _, v := range values {
		if got := qs.NameOf(qs.ValueOf(v)); got != v {
			t.Errorf("got %T %v, want %T %v", got, got, v, v)
		}
	}
	if n := len(allQuads(t, qs)); n != len(values) {
		t.Errorf("%d quads, want %d", n, len(values))
	}
}

func TestPrivateKeysGoWithTheirCommit(t *testing.T) {
	qs := openMemory(t)
	defer closeStore(t, qs)
	key := []byte{Private, 'k'}
	if err := qs.Apply([]graph.Delta{added("a", "b", "c", "")}, graph.IgnoreOpts{}, []Pair{{key, []byte("v")}}); err != nil {
		t.Fatal(err)
	}
	if err := qs.Apply([]graph.Delta{deleted("a", "b", "x", "")}, graph.IgnoreOpts{}, []Pair{{key, nil}}); err == nil {
		t.Fatal("deleted a quad that is not there")
	}
	if v, ok, err := qs.Read(key); string(v) != "v" || !ok || err != nil {
		t.Errorf("got %q, %v, %v", v, ok, err)
	}
	if err := qs.Apply(nil, graph.IgnoreOpts{}, []Pair{{key, nil}}); err != nil {
		t.Fatal(err)
	}
	if v, ok, err := qs.Read(key); ok || err != nil {
		t.Errorf("got %q, %v, %v", v, ok, err)
	}
	if err := qs.Apply(nil, graph.IgnoreOpts{}, []Pair{{[]byte{metaKey}, nil}}); err == nil {
		t.Error("wrote over a key that is not private")
	}
}
