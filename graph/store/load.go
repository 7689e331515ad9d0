package store

import (
	"context"
	"errors"
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

// Load adds quads from elsewhere and returns how many it has added; all of those are durable. Quads that the
// graph holds already are passed over. Into an empty graph many quads go in bulk, which a reader sees, and a crash
// leaves, all at once or not at all; else they go in batches that are durable one by one.
func (s *Store) Load(ctx context.Context, quads iter.Seq2[quad.Quad, error]) (n int, err error) {
	l := &loading{store: s}
	defer func() { err = errors.Join(err, l.close()) }()
	read := 0
	for q, err := range quads {
		if err != nil {
			err = errors.Join(err, l.keep(ctx))
		} else if err = ctx.Err(); err == nil {
			err = l.add(q)
		}
		if err != nil {
			return l.done, fmt.Errorf("load quad %d: %w", read+1, err)
		}
		read++
	}
	err = l.flush()
	return l.done, err
}

// loading is one Load: it gathers a batch and, if the graph is empty and more comes, a bulk.
type loading struct {
	store *Store
	batch []cayley.Delta
	bulk  *quadstore.Bulk
	tried bool
	held  int // added to the bulk
	done  int // durable
}

func (l *loading) add(q quad.Quad) error {
	if l.bulk != nil {
		if err := l.bulk.Add(q); err != nil {
			return err
		}
		l.held++
		if l.bulk.Full() {
			return l.flush()
		}
		return nil
	}
	if len(l.batch) == loadBatch {
		if err := l.next(); err != nil {
			return err
		}
		return l.add(q)
	}
	l.batch = append(l.batch, cayley.Delta{Quad: q, Action: cayley.Add})
	return nil
}

// next makes room: the first time in a bulk, if the graph is empty.
func (l *loading) next() error {
	if l.tried {
		return l.flush()
	}
	l.tried = true
	l.store.writing.Lock()
	bulk, err := l.store.quads.Bulk()
	if err != nil {
		l.store.writing.Unlock()
		if errors.Is(err, quadstore.ErrNotEmpty) {
			return l.flush()
		}
		return err
	}
	l.bulk = bulk
	for _, d := range l.batch {
		if err := bulk.Add(d.Quad); err != nil {
			return err
		}
	}
	l.held, l.batch = len(l.batch), nil
	return nil
}

// flush makes durable what is gathered.
func (l *loading) flush() error {
	if l.bulk != nil {
		if err := l.bulk.Commit(); err != nil {
			return err
		}
		l.done += l.held
		return l.close()
	}
	if err := l.store.loadBatch(l.batch); err != nil {
		return err
	}
	l.done += len(l.batch)
	l.batch = l.batch[:0]
	return nil
}

// keep makes durable what was gathered before a quad that could not be read; who interrupts a load gets nothing of that.
func (l *loading) keep(ctx context.Context) error {
	if ctx.Err() != nil {
		return nil
	}
	return l.flush()
}

func (l *loading) close() error {
	if l.bulk == nil {
		return nil
	}
	err := l.bulk.Close()
	l.bulk = nil
	l.store.writing.Unlock()
	return err
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
