package store

import (
	"context"
	"errors"
	"fmt"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"sayso/graph"
)

func yielding(quads []quad.Quad, last error) func(func(quad.Quad, error) bool) {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range quads {
			if !yield(q, nil) {
				return
			}
		}
		if last != nil {
			yield(quad.Quad{}, last)
		}
	}
}

func load(t *testing.T, s *Store, quads ...quad.Quad) {
	t.Helper()
	if n, err := s.Load(ctx, yielding(quads, nil)); n != len(quads) || err != nil {
		t.Fatalf("loaded %d of %d: %v", n, len(quads), err)
	}
}

// An export loaded into an empty store is the same graph, and its articles can be removed.
func TestLoadedExport(t *testing.T) {
	from, to := memory(t), memory(t)
	a, text := told("1", "Ann|met|meet|Bob|Cid", "Ann|saw|see|Bob|")
	add(t, from, true, a, text)
	var quads []quad.Quad
	for q, err := range from.Select(ctx, Match{}) {
		if err != nil {
			t.Fatal(err)
		}
		quads = append(quads, q)
	}
	load(t, to, quads...)
	load(t, to, quads...)
	if diff := cmp.Diff(lines(t, from), lines(t, to)); diff != "" {
		t.Error(diff)
	}
	claims, err := to.Claims()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a.Claims, claims); diff != "" {
		t.Error(diff)
	}
	if err := to.Remove(ctx, "1"); err != nil || len(lines(t, to)) > 0 {
		t.Errorf("left %q, %v", lines(t, to), err)
	}
}

func TestLoadKeepsTheLedger(t *testing.T) {
	s := memory(t)
	a, text := told("1", "Ann|met|meet|Bob|Cid")
	add(t, s, true, a, text)
	load(t, s, quad.Quad{Subject: quad.IRI("x"), Predicate: quad.IRI("y"), Object: quad.IRI("z"), Label: graph.ArticleIRI("1").IRI()})
	verified(t, s)
}

func TestLoadStopsAtABadQuad(t *testing.T) {
	s := memory(t)
	bad := errors.New("bad line")
	var quads []quad.Quad
	for i := range loadBatch + 5 {
		quads = append(quads, quad.MakeIRI(fmt.Sprint(i), "p", "o", ""))
	}
	n, err := s.Load(ctx, yielding(quads, bad))
	if n != len(quads) || !errors.Is(err, bad) || err.Error() != fmt.Sprintf("load quad %d: bad line", loadBatch+6) {
		t.Errorf("loaded %d: %v", n, err)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Load(cancelled, yielding(quads, nil)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// Verify tells of every quad and text that is not as it was committed.
func TestVerify(t *testing.T) {
	a, text := told("1", "Ann|met|meet|Bob|Cid")
	tests := []struct {
		name string
		harm func(*testing.T, *Store)
		want []Fault
	}{
		{"nothing", func(*testing.T, *Store) {}, nil},
		{"a quad gone", func(t *testing.T, s *Store) {
			harm(t, s, cayley.Delta{Quad: a.Quads()[0], Action: cayley.Delete})
		}, []Fault{{"1", fmt.Sprintf("%d quads, %d were committed", len(a.Quads()), len(a.Quads())+1)}}},
		{"another quad", func(t *testing.T, s *Store) {
			q := a.Quads()[0]
			harm(t, s, cayley.Delta{Quad: q, Action: cayley.Delete})
			q.Object = quad.IRI("other")
			harm(t, s, cayley.Delta{Quad: q, Action: cayley.Add})
		}, []Fault{{"1", "its quads are not those that were committed"}}},
		{"another text", func(t *testing.T, s *Store) {
			articles, err := s.Articles()
			if err != nil {
				t.Fatal(err)
			}
			changed := append([]byte("!"), text[1:]...)
			if err := s.commit(transaction{pairs: keep(articles[0].SHA256, "1", changed)}); err != nil {
				t.Fatal(err)
			}
		}, []Fault{
			{"1", "its text is not the one that was committed"},
			{"1", "claim c:1/1: its quote is not at 6 to 26 of the text"},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := memory(t)
			add(t, s, true, a, text)
			tt.harm(t, s)
			got, err := s.Verify(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func harm(t *testing.T, s *Store, d cayley.Delta) {
	t.Helper()
	if err := s.QuadStore().ApplyDeltas([]cayley.Delta{d}, cayley.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
}
