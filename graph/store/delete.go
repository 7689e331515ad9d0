package store

import (
	"context"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Delete takes quads out of the graph, all in one transaction. Where one is not there it takes none and gives
// ErrNotFound, unless missing ones are to be passed over. It returns how many it took. An article that loses
// quads is from then on what its quads say.
func (s *Store) Delete(ctx context.Context, quads []quad.Quad, missing bool) (n int, err error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	err = s.see(func(r *reader) error {
		held, err := r.held(quads, missing)
		if err != nil {
			return err
		}
		n = len(held)
		return s.take(r, held)
	})
	if err != nil {
		return 0, fmt.Errorf("delete: %w", err)
	}
	return n, nil
}

// DeleteNode takes every quad out of the graph in which a value stands, or gives ErrNotFound.
func (s *Store) DeleteNode(ctx context.Context, v quad.Value) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	err := s.see(func(r *reader) error {
		held := map[quad.Quad]bool{}
		for _, d := range quad.Directions {
			some, err := r.with(d, v)
			if err != nil {
				return err
			}
			for _, q := range some {
				held[q] = true
			}
		}
		if len(held) == 0 {
			return ErrNotFound
		}
		return s.take(r, held)
	})
	if err != nil {
		return fmt.Errorf("delete %s: %w", v, err)
	}
	return nil
}

// held are those of the quads that the graph holds.
func (r *reader) held(quads []quad.Quad, missing bool) (map[quad.Quad]bool, error) {
	held := make(map[quad.Quad]bool, len(quads))
	for i, q := range quads {
		there, err := r.holds(q)
		if err != nil {
			return nil, err
		}
		if there {
			held[q] = true
		} else if !missing {
			return nil, fmt.Errorf("quad %d: %s: %w", i+1, q.NQuad(), ErrNotFound)
		}
	}
	return held, nil
}

func (r *reader) holds(q quad.Quad) (bool, error) {
	m := Match{Subject: []quad.Value{q.Subject}, Predicate: []quad.Value{q.Predicate}, Object: []quad.Value{q.Object}}
	found, err := r.all(m)
	for _, f := range found {
		if f.Label == q.Label {
			return true, err
		}
	}
	return false, err
}

// take commits the deletion, and brings the ledger of the articles up to date.
func (s *Store) take(r *reader, quads map[quad.Quad]bool) error {
	t := transaction{}
	touched := map[string]bool{}
	for q := range quads {
		t.deltas = append(t.deltas, cayley.Delta{Quad: q, Action: cayley.Delete})
		if id := articleOf(q.Label); id != "" {
			touched[id] = true
		}
	}
	for _, id := range sorted(touched) {
		all, err := r.article(id)
		if err != nil {
			return err
		}
		var left []quad.Quad
		for _, q := range all {
			if !quads[q] {
				left = append(left, q)
			}
		}
		if err := r.forget(&t, id); err != nil {
			return err
		}
		if err := r.refresh(&t, id, left); err != nil {
			return err
		}
	}
	if len(t.deltas) == 0 {
		return nil
	}
	return s.commit(t)
}
