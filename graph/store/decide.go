package store

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph/identity"
	"sayso/graph/quadstore"
)

// DecisionsFile stands in the store's folder: what people decided on who is who, one line each.
// A store that has no folder keeps the same text under decisionsKey.
const DecisionsFile = "decisions.txt"

const decisionsKey = "\x80d"

// ErrDecisions is what a decisions file gives that has a line which is wrong or goes against another.
var ErrDecisions = errors.New("who is who")

const decisionsHead = "# Who is who, a decision a line: the last one is undone first. See sayso merge --help.\n"

// Change is what decisions make of the graph.
type Change struct {
	Articles []string
	Added    []quad.Quad
	Deleted  []quad.Quad
}

// Decisions are what people decided on who is who, the last one last.
func (s *Store) Decisions() (identity.Decisions, error) {
	if s.dir == "" {
		text, _, err := s.quads.Read([]byte(decisionsKey))
		if err != nil {
			return nil, err
		}
		return identity.ReadDecisions(bytes.NewReader(text))
	}
	f, err := os.Open(filepath.Join(s.dir, DecisionsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	ds, err := identity.ReadDecisions(f)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrDecisions, f.Name(), err)
	}
	return ds, nil
}

// writeDecisions replaces the file whole, or not at all.
func (s *Store) writeDecisions(ds identity.Decisions) error {
	if s.dir == "" {
		return s.commit(transaction{pairs: []quadstore.Pair{{Key: []byte(decisionsKey), Value: []byte(decisionsHead + ds.String())}}})
	}
	f, err := os.CreateTemp(s.dir, DecisionsFile)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, decisionsHead+ds.String())
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	if err := os.Rename(f.Name(), filepath.Join(s.dir, DecisionsFile)); err != nil {
		return err
	}
	return quadstore.SyncFolder(s.dir)
}

// Preview is what decisions, in the place of those that are there, would change.
func (s *Store) Preview(ds identity.Decisions) (c Change, err error) {
	who, err := s.Registry()
	if err != nil {
		return c, err
	}
	who.Decide(ds)
	who.Settle()
	err = s.see(func(r *reader) error {
		for _, id := range who.Changed() {
			t, err := r.derive(who, id, Extract{})
			if err != nil {
				return err
			}
			c.add(id, t)
		}
		return nil
	})
	slices.SortFunc(c.Added, compareQuads)
	slices.SortFunc(c.Deleted, compareQuads)
	return c, err
}

// Beyond is what a change does that another has not done.
func (c Change) Beyond(was Change) Change {
	without := func(all, some []quad.Quad) []quad.Quad {
		return slices.DeleteFunc(slices.Clone(all), func(q quad.Quad) bool { return slices.Contains(some, q) })
	}
	return Change{
		Articles: slices.DeleteFunc(slices.Clone(c.Articles), func(a string) bool { return slices.Contains(was.Articles, a) }),
		Added:    without(c.Added, was.Added),
		Deleted:  without(c.Deleted, was.Deleted),
	}
}

func (c *Change) add(article string, t transaction) {
	for _, d := range t.deltas {
		if d.Action == cayley.Add {
			c.Added = append(c.Added, d.Quad)
		} else {
			c.Deleted = append(c.Deleted, d.Quad)
		}
	}
	if len(t.deltas) > 0 {
		c.Articles = append(c.Articles, article)
	}
}

func compareQuads(a, b quad.Quad) int {
	return cmp.Or(compareValues(a.Subject, b.Subject), compareValues(a.Predicate, b.Predicate),
		compareValues(a.Object, b.Object), compareValues(a.Label, b.Label))
}

// Decide puts decisions in the place of those that are there: in the file first and then in the graph, so that
// what a crash leaves undone of the latter the next to write makes good.
func (s *Store) Decide(ctx context.Context, ds identity.Decisions) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	who, err := s.registry()
	if err != nil {
		return err
	}
	s.who = nil
	if err := s.writeDecisions(ds); err != nil {
		return err
	}
	who.Decide(ds)
	who.Settle()
	_, err = s.write(ctx, who, nil)
	return err
}

// Settle brings the whole graph up to date with the decisions file, for one that was copied or edited.
func (s *Store) Settle(ctx context.Context) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.who = nil
	who, err := s.loadRegistry()
	if err != nil {
		return err
	}
	_, err = s.write(ctx, who, nil)
	return err
}
