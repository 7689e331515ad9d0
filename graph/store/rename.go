package store

import (
	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// rename lets all other articles call an entity what the article's new quads call it. The name
// that it had there stays as an alias.
func (r *reader) rename(t *transaction, article string, quads []quad.Quad) error {
	edits := map[string][]edit{}
	for _, q := range quads {
		if q.Predicate != graph.RDFSLabel || !isEntity(q.Subject) {
			continue
		}
		if err := r.renameEntity(edits, article, q.Subject, q.Object); err != nil {
			return err
		}
	}
	for _, other := range sorted(edits) {
		if err := r.edit(t, other, edits[other]); err != nil {
			return err
		}
	}
	return nil
}

// edit is one entity's change of name in one article: old quads, and those in their place.
type edit struct{ old, new []quad.Quad }

func (r *reader) renameEntity(edits map[string][]edit, article string, entity, name quad.Value) error {
	known, err := r.all(Match{Subject: []quad.Value{entity}, Predicate: []quad.Value{graph.RDFSLabel}})
	if err != nil {
		return err
	}
	for _, q := range known {
		other := articleOf(q.Label)
		if q.Object == name || other == article || other == "" {
			continue
		}
		named, alias, former := q, q, q
		named.Object = name
		alias.Predicate = graph.SKOSAltLabel
		former.Predicate, former.Object = graph.SKOSAltLabel, name
		edits[other] = append(edits[other], edit{old: []quad.Quad{q, former}, new: []quad.Quad{named, alias}})
	}
	return nil
}

// edit changes quads of an article that is not itself added, and brings its ledger up to date.
func (r *reader) edit(t *transaction, article string, edits []edit) error {
	old, err := r.article(article)
	if err != nil {
		return err
	}
	held := make(map[quad.Quad]bool, len(old))
	for _, q := range old {
		held[q] = true
	}
	for _, e := range edits {
		for _, q := range e.old {
			delete(held, q)
		}
		for _, q := range e.new {
			held[q] = true
		}
	}
	now := make([]quad.Quad, 0, len(held))
	for q := range held {
		now = append(now, q)
	}
	t.change(old, now)
	return r.refresh(t, article, now)
}

// refresh brings the ledger up to date with an article's quads, if it has an entry.
func (r *reader) refresh(t *transaction, article string, quads []quad.Quad) error {
	was, known, err := r.entry(article)
	if err != nil || !known {
		return err
	}
	now := enter(was.SHA256, quads)
	t.ledger.account(was, true, now, true)
	pair, err := now.pair(article)
	t.pairs = append(t.pairs, pair)
	return err
}
