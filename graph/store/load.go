package store

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
)

// Match is which quads [Store.Select] gives.
type Match = quadstore.Match

// loadBatch is how many quads Load commits together.
const loadBatch = 10_000

// Load adds quads from elsewhere, in batches that are durable one by one, and returns how many
// it has read. Quads that the graph holds already are passed over.
func (s *Store) Load(ctx context.Context, quads iter.Seq2[quad.Quad, error]) (n int, err error) {
	var batch []cayley.Delta
	flush := func() error {
		if err := s.loadBatch(batch); err != nil {
			return err
		}
		n += len(batch)
		batch = batch[:0]
		return nil
	}
	for q, err := range quads {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return n, fmt.Errorf("load quad %d: %w", n+len(batch)+1, err)
		}
		batch = append(batch, cayley.Delta{Quad: q, Action: cayley.Add})
		if len(batch) == loadBatch {
			if err := flush(); err != nil {
				return n, err
			}
		}
	}
	return n, flush()
}

func (s *Store) loadBatch(batch []cayley.Delta) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.see(func(r *reader) error {
		t := transaction{deltas: batch}
		if err := r.enlarge(&t); err != nil {
			return fmt.Errorf("load: %w", err)
		}
		if err := s.commit(t); err != nil {
			return fmt.Errorf("load: %w", err)
		}
		return nil
	})
}

// enlarge brings the ledger up to date with what is added to articles that have an entry.
func (r *reader) enlarge(t *transaction) error {
	more := map[string][]quad.Quad{}
	for _, d := range t.deltas {
		if id := articleOf(d.Quad.Label); id != "" {
			more[id] = append(more[id], d.Quad)
		}
	}
	for _, id := range sorted(more) {
		if _, known, err := r.entry(id); err != nil || !known {
			if err != nil {
				return err
			}
			continue
		}
		held, err := r.article(id)
		if err != nil {
			return err
		}
		all := map[quad.Quad]bool{}
		for _, q := range append(held, more[id]...) {
			all[q] = true
		}
		if len(all) == len(held) {
			continue
		}
		if err := r.refresh(t, id, slices.Collect(maps.Keys(all))); err != nil {
			return err
		}
	}
	return nil
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// Select returns the quads that match, sorted so that the same graph gives the same bytes.
func (s *Store) Select(ctx context.Context, m Match) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		snapshot, err := s.quads.Snapshot()
		if err != nil {
			yield(quad.Quad{}, err)
			return
		}
		defer snapshot.Close()
		for q, err := range snapshot.Select(ctx, m) {
			if !yield(q, err) {
				return
			}
		}
	}
}

// Quads calls fn for every quad, in the order of [Store.Select].
func (s *Store) Quads(ctx context.Context, fn func(quad.Quad) error) error {
	for q, err := range s.Select(ctx, Match{}) {
		if err == nil {
			err = fn(q)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
