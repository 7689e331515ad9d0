package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/quadstore"
)

// Add makes the graph say of an article what a says, in place of what it said before, and keeps
// its text; it returns when that is durable. Where nothing is different, nothing is written and
// changed is false. A claim whose quote is not what the text has there is set aside.
//
// Where the article has a new name for an entity, other articles take the name over.
func (s *Store) Add(ctx context.Context, a *graph.Article, text []byte) (changed bool, err error) {
	if err := ctx.Err(); err != nil {
		return false, err
	}
	sha := sha256.Sum256(text)
	whole := *a
	whole.SHA256 = hex.EncodeToString(sha[:])
	if a.SHA256 != "" && a.SHA256 != whole.SHA256 {
		return false, fmt.Errorf("add article %s: its text has SHA-256 %s, not %s", a.ID, whole.SHA256, a.SHA256)
	}
	whole.Claims = Evident(a.Claims, text)
	s.writing.Lock()
	defer s.writing.Unlock()
	err = s.see(func(r *reader) error {
		t, err := r.replace(&whole, text)
		if err != nil {
			return err
		}
		changed = !t.empty()
		if err := r.noteReading(&t, Extract{Article: &whole, Text: text}, changed); err != nil || t.empty() {
			return err
		}
		return s.commit(t)
	})
	if err != nil {
		return false, fmt.Errorf("add article %s: %w", a.ID, err)
	}
	return changed, nil
}

// transaction is what a change of an article comes to.
type transaction struct {
	deltas []cayley.Delta
	pairs  []quadstore.Pair
	ledger totals // by how much they change
}

func (t transaction) empty() bool { return len(t.deltas) == 0 && len(t.pairs) == 0 }

func (s *Store) commit(t transaction) error {
	if t.ledger != (totals{}) {
		pair, err := s.total(t.ledger)
		if err != nil {
			return err
		}
		t.pairs = append(t.pairs, pair)
	}
	return s.quads.Apply(t.deltas, cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}, t.pairs)
}

// commitBeside commits what does not touch who is who.
func (s *Store) commitBeside(t transaction) error {
	current := s.whoAt == s.Version()
	err := s.commit(t)
	if current {
		s.whoAt = s.Version()
	}
	return err
}

// change turns old quads into new ones.
func (t *transaction) change(old, new []quad.Quad) {
	stays := make(map[quad.Quad]bool, len(new))
	for _, q := range new {
		stays[q] = true
	}
	was := make(map[quad.Quad]bool, len(old))
	for _, q := range old {
		was[q] = true
		if !stays[q] {
			t.deltas = append(t.deltas, cayley.Delta{Quad: q, Action: cayley.Delete})
		}
	}
	for _, q := range new {
		if !was[q] {
			t.deltas = append(t.deltas, cayley.Delta{Quad: q, Action: cayley.Add})
		}
	}
}

func (r *reader) replace(a *graph.Article, text []byte) (t transaction, err error) {
	old, err := r.article(a.ID)
	if err != nil {
		return t, err
	}
	was, known, err := r.entry(a.ID)
	if err != nil {
		return t, err
	}
	quads := a.Quads()
	t.change(old, quads)
	if err := r.forget(&t, a.ID); err != nil {
		return t, err
	}
	if err := r.rename(&t, a.ID, quads); err != nil {
		return t, err
	}
	now := enter(a.SHA256, quads)
	if now == was && len(t.deltas) == 0 {
		return t, nil
	}
	return t, r.note(&t, a.ID, now, was, known, text)
}

// note adds the article's ledger entry and text, and takes away the text that it had.
func (r *reader) note(t *transaction, article string, now, was entry, known bool, text []byte) error {
	if known && was.SHA256 != now.SHA256 {
		dropped, err := r.drop(textKey, was.SHA256, article)
		if err != nil {
			return err
		}
		t.pairs = append(t.pairs, dropped...)
	}
	t.ledger.account(was, known, now, true)
	pair, err := now.pair(article)
	t.pairs = append(t.pairs, pair)
	t.pairs = append(t.pairs, keep(now.SHA256, article, text)...)
	return err
}

// Remove takes an article out of the graph with its text, unless another article has the same. What
// other articles say is named anew where it went by what this one said.
func (s *Store) Remove(ctx context.Context, id string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	who, err := s.registry()
	if err != nil {
		return err
	}
	err = s.see(func(r *reader) error {
		t, err := r.remove(id)
		if err != nil {
			return err
		}
		if t.empty() {
			return ErrNotFound
		}
		return s.commit(t)
	})
	if err == nil {
		who.Remove(id)
		who.Settle()
		_, err = s.write(ctx, who, nil)
	}
	if err != nil {
		return fmt.Errorf("remove article %s: %w", id, err)
	}
	return nil
}

func (r *reader) remove(id string) (t transaction, err error) {
	old, err := r.article(id)
	if err != nil {
		return t, err
	}
	t.change(old, nil)
	was, known, err := r.entry(id)
	if err != nil {
		return t, err
	}
	if err := r.settle(&t, func(p Problem) bool { return p.Article == id }); err != nil || !known {
		return t, err
	}
	t.ledger.account(was, true, entry{}, false)
	dropped, err := r.drop(textKey, was.SHA256, id)
	if err != nil {
		return t, err
	}
	t.pairs = append(t.pairs, dropped...)
	how, err := r.reading(id)
	if err != nil {
		return t, err
	}
	if err := r.keepOriginal(&t, id, how.Original, nil); err != nil {
		return t, err
	}
	for _, prefix := range []string{extractPrefix, ledgerPrefix, journalPrefix, inputPrefix, mintedPrefix} {
		t.pairs = append(t.pairs, quadstore.Pair{Key: []byte(prefix + id)})
	}
	return t, err
}
