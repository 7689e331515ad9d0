package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/identity"
	"sayso/graph/quadstore"
)

// pendingKey is there while articles are written that were named together.
const pendingKey = "\x80p"

// Registry knows who is who in the graph, all decisions applied. It is a copy: what is entered into it is not kept.
func (s *Store) Registry() (*identity.Registry, error) {
	r, err := s.loadRegistry()
	if err != nil {
		return nil, err
	}
	r.Changed()
	return r, nil
}

// registry is the one that writes. Outside a build, what a build that was given up has named stays so named.
func (s *Store) registry() (*identity.Registry, error) {
	if !s.building {
		if err := s.endBuild(); err != nil {
			return nil, err
		}
	}
	if s.who != nil && s.whoAt == s.Version() {
		return s.who, nil
	}
	r, err := s.loadRegistry()
	if err != nil {
		return nil, err
	}
	_, pending, err := s.quads.Read([]byte(pendingKey))
	if err != nil {
		return nil, err
	}
	if !pending {
		r.Changed() // the graph says so already
	}
	s.who, s.whoAt = r, s.Version()
	return r, nil
}

func (s *Store) loadRegistry() (*identity.Registry, error) {
	r := identity.New()
	ds, err := s.Decisions()
	if err != nil {
		return nil, err
	}
	r.Decide(ds)
	err = s.see(func(at *reader) error {
		iris, err := at.subjects(graph.RDFType, graph.ArticleType)
		for _, iri := range iris {
			if err == nil {
				err = at.enter(r, strings.TrimPrefix(string(graph.Short(iri)), "a:"))
			}
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("who is who: %w", err)
	}
	r.Settle()
	return r, nil
}

func (r *reader) enter(who *identity.Registry, id string) error {
	x, err := r.extract(id)
	if err != nil {
		return err
	}
	who.Enter(&x.Article, x.IRIs)
	held, provisional, err := r.heldBefore(id)
	if !provisional {
		held = x.IRIs
	}
	who.Hold(held)
	return err
}

// AddExtracts is [Store.Add] for articles as extracted: who is who in them is found out together, and every
// other article of the store that reads differently by it is written anew. It returns how many of the
// articles changed. Each article is a transaction of its own.
func (s *Store) AddExtracts(ctx context.Context, batch []Extract) (changed int, err error) {
	if len(batch) == 0 {
		return 0, nil
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	who, err := s.registry()
	if err != nil {
		return 0, err
	}
	s.who = nil // until all is written
	fresh := map[string]Extract{}
	for _, x := range batch {
		whole := *x.Article
		whole.SHA256 = Sum(x.Text)
		whole.Claims = Evident(whole.Claims, x.Text)
		x.Article = &whole
		fresh[whole.ID] = x
		who.Enter(&whole, nil)
	}
	who.Settle()
	return s.write(ctx, who, fresh)
}

// Begin starts a build: until [Store.Renumber] ends it, also after a crash, the IRIs that it gives are provisional.
// The store makes do with little memory from then on.
func (s *Store) Begin() {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.building = true
	s.quads.Spare()
}

// Renumber ends a build: it gives the IRIs that were given since the build began, or since the store was opened,
// anew, as if all articles had come at once, so that the order in which they came does not show.
func (s *Store) Renumber(ctx context.Context) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if done, err := s.renumbered(); done || err != nil {
		s.building = false
		return err
	}
	who, err := s.registry()
	if err != nil {
		return err
	}
	s.who = nil
	who.Release()
	who.Settle()
	if _, err := s.write(ctx, who, nil); err != nil {
		return err
	}
	return s.endBuild()
}

// write brings the graph up to date with a registry, an article at a time.
func (s *Store) write(ctx context.Context, who *identity.Registry, fresh map[string]Extract) (changed int, err error) {
	ids := who.Changed()
	if len(ids) > 1 {
		if err := s.commit(transaction{pairs: []quadstore.Pair{{Key: []byte(pendingKey), Value: []byte{1}}}}); err != nil {
			return 0, err
		}
	}
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return changed, err
		}
		differs, err := s.writeOne(who, id, fresh[id])
		if err != nil {
			return changed, fmt.Errorf("add article %s: %w", id, err)
		}
		if differs && fresh[id].Article != nil {
			changed++
		}
	}
	if len(ids) > 1 {
		if err := s.commit(transaction{pairs: []quadstore.Pair{{Key: []byte(pendingKey)}}}); err != nil {
			return changed, err
		}
	}
	s.who, s.whoAt = who, s.Version()
	return changed, nil
}

func (s *Store) writeOne(who *identity.Registry, id string, fresh Extract) (differs bool, err error) {
	err = s.see(func(r *reader) error {
		t, err := r.derive(who, id, fresh)
		if err != nil {
			return err
		}
		differs = !t.empty()
		if fresh.Article != nil {
			err = r.noteReading(&t, fresh, differs)
		}
		if s.building && differs {
			err = errors.Join(err, r.noteMinted(&t, id, who.IRIs(id)))
		}
		if err != nil || t.empty() {
			return err
		}
		return s.commit(t)
	})
	return differs, err
}

// derive is what a registry makes of an article, as far as that is new.
func (r *reader) derive(who *identity.Registry, id string, fresh Extract) (t transaction, err error) {
	x := extracted{}
	if fresh.Article != nil {
		x.Article = *fresh.Article
	} else if x, err = r.extract(id); err != nil {
		return t, err
	}
	x.IRIs = who.IRIs(id)
	quads, err := x.more()
	if err != nil {
		return t, err
	}
	quads = append(who.Name(&x.Article).Quads(), quads...)
	old, err := r.article(id)
	if err != nil {
		return t, err
	}
	t.change(old, quads)
	if err := r.noteExtract(&t, x); err != nil {
		return t, err
	}
	return t, r.noteQuads(&t, id, quads, fresh)
}

func (r *reader) noteExtract(t *transaction, x extracted) error {
	pair, err := x.pair()
	if err != nil {
		return err
	}
	held, ok, err := r.at.Read(pair.Key)
	if err == nil && (!ok || !bytes.Equal(held, pair.Value)) {
		t.pairs = append(t.pairs, pair)
	}
	return err
}

// noteQuads brings the ledger up to date. What came as quads has no entry there.
func (r *reader) noteQuads(t *transaction, id string, quads []quad.Quad, fresh Extract) error {
	was, known, err := r.entry(id)
	switch {
	case err != nil:
		return err
	case fresh.Article == nil && known && len(t.deltas) > 0:
		return r.refresh(t, id, quads)
	case fresh.Article == nil:
		return nil
	}
	now := enter(fresh.Article.SHA256, quads)
	if known && now == was && t.empty() {
		return nil
	}
	return r.note(t, id, now, was, known, fresh.Text)
}
