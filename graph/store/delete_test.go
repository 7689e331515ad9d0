package store

import (
	"errors"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"sayso/graph"
)

func TestDelete(t *testing.T) {
	s := memory(t)
	a, text := told("1", "Ann|met|meet|Bob|", "Ann|saw|see|Cid|Bob")
	add(t, s, true, a, text)
	more := quad.Quad{Subject: graph.Ref("e:Ann").IRI(), Predicate: quad.IRI("urn:x:note"), Object: quad.String("x"), Label: graph.ArticleIRI("1").IRI()}
	want := lines(t, s)
	if _, err := s.Load(ctx, yielding([]quad.Quad{more}, nil)); err != nil {
		t.Fatal(err)
	}
	absent := more
	absent.Object = quad.String("y")
	if n, err := s.Delete(ctx, []quad.Quad{more, absent}, false); n != 0 || !errors.Is(err, ErrNotFound) {
		t.Errorf("deleted %d, %v", n, err)
	}
	if n, err := s.Delete(ctx, []quad.Quad{more, absent, more}, true); n != 1 || err != nil {
		t.Errorf("deleted %d, %v", n, err)
	}
	if diff := cmp.Diff(want, lines(t, s)); diff != "" {
		t.Error(diff)
	}
	verified(t, s)
}

func TestDeleteNode(t *testing.T) {
	s := memory(t)
	a, text := told("1", "Ann|met|meet|Bob|")
	add(t, s, true, a, text)
	if err := s.DeleteNode(ctx, graph.Ref("c:1/1").IRI()); err != nil {
		t.Fatal(err)
	}
	if claims, err := s.Claims(); len(claims) != 0 || err != nil {
		t.Errorf("left %v, %v", claims, err)
	}
	verified(t, s)
	if err := s.DeleteNode(ctx, graph.Ref("c:1/1").IRI()); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

// A claim that has lost a part is set aside, and the others stay.
func TestDeletePartOfClaim(t *testing.T) {
	s := memory(t)
	a, text := told("1", "Ann|met|meet|Bob|", "Ann|saw|see|Cid|Bob")
	add(t, s, true, a, text)
	var rule []quad.Quad
	for q, err := range s.Select(ctx, Match{Subject: []quad.Value{graph.Ref("c:1/1").IRI()}, Predicate: []quad.Value{graph.ClaimRule}}) {
		if err != nil {
			t.Fatal(err)
		}
		rule = append(rule, q)
	}
	if n, err := s.Delete(ctx, rule, false); n != 1 || err != nil {
		t.Fatalf("deleted %d, %v", n, err)
	}
	got, err := s.Claims()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a.Claims[1:], got); diff != "" {
		t.Error(diff)
	}
	faults, err := s.Verify(ctx)
	if err != nil || len(faults) != 1 {
		t.Errorf("verify tells %v, %v", faults, err)
	}
	if _, err := s.Load(ctx, yielding(rule, nil)); err != nil {
		t.Fatal(err)
	}
	verified(t, s)
}
