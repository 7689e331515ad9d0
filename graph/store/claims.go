package store

import (
	"cmp"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// Articles lists the articles by ID, without their claims.
func (s *Store) Articles() (articles []graph.Article, err error) {
	err = s.see(func(r *reader) error {
		iris, err := r.subjects(graph.RDFType, graph.ArticleType)
		if err != nil {
			return err
		}
		var quads []quad.Quad
		for _, iri := range iris {
			some, err := r.with(quad.Subject, iri)
			if err != nil {
				return err
			}
			quads = append(quads, some...)
		}
		articles = graph.Articles(quads)
		for i := range articles {
			known, err := r.reading(articles[i].ID)
			if err != nil {
				return err
			}
			articles[i].Sketch = known.Sketch
		}
		return nil
	})
	return articles, err
}

// Claims returns the claims of these IRIs, or all where none is given, in the order of articles
// and number. An IRI that is no claim's is passed over.
func (s *Store) Claims(ids ...graph.Ref) (claims []graph.Claim, err error) {
	err = s.see(func(r *reader) error {
		if len(ids) == 0 {
			claims, err = r.allClaims()
		} else {
			claims, err = r.claims(ids)
		}
		return err
	})
	return claims, err
}

func (r *reader) allClaims() ([]graph.Claim, error) {
	labels := map[quad.Value]bool{}
	err := r.each(quad.Object, graph.RDFStatement, func(ref cayley.Ref) error {
		labels[r.at.NameOf(r.at.QuadDirection(ref, quad.Label))] = true
		return nil
	})
	if err != nil {
		return nil, err
	}
	return r.claimsIn(labels, func(graph.Claim) bool { return true })
}

func (r *reader) claims(ids []graph.Ref) ([]graph.Claim, error) {
	wanted := map[graph.Ref]bool{}
	labels := map[quad.Value]bool{}
	for _, id := range ids {
		quads, err := r.all(Match{
			Subject:   []quad.Value{id.IRI()},
			Predicate: []quad.Value{graph.RDFType},
			Object:    []quad.Value{graph.RDFStatement},
		})
		if err != nil {
			return nil, err
		}
		for _, q := range quads {
			labels[q.Label], wanted[graph.Short(id.IRI())] = true, true
		}
	}
	return r.claimsIn(labels, func(c graph.Claim) bool { return wanted[graph.Ref(c.ID)] })
}

// claimsIn reads the claims that stand under some labels, as many labels at a time as there are processors.
func (r *reader) claimsIn(labels map[quad.Value]bool, want func(graph.Claim) bool) ([]graph.Claim, error) {
	delete(labels, nil) // what no article says is nobody's claim
	order := slices.SortedFunc(maps.Keys(labels), compareValues)
	claims, errs := make([][]graph.Claim, len(order)), make([]error, len(order))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(order)) {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(order)); i = next.Add(1) - 1 {
				claims[i], errs[i] = r.claimsOf(order[i], want)
			}
		})
	}
	all.Wait()
	if err := firstOf(errs); err != nil {
		return nil, err
	}
	found := slices.Concat(claims...)
	slices.SortStableFunc(found, func(a, b graph.Claim) int { return cmp.Compare(a.Document, b.Document) })
	return found, nil
}

func firstOf(errs []error) error {
	i := slices.IndexFunc(errs, func(err error) bool { return err != nil })
	if i < 0 {
		return nil
	}
	return errs[i]
}

func (r *reader) claimsOf(label quad.Value, want func(graph.Claim) bool) ([]graph.Claim, error) {
	quads, err := r.with(quad.Label, label)
	if err != nil {
		return nil, err
	}
	// One that lacks something, since somebody deleted it, is set aside; Verify tells of it.
	claims, _ := graph.Claims(quads)
	return slices.DeleteFunc(claims, func(c graph.Claim) bool { return !want(c) }), nil
}

func compareValues(a, b quad.Value) int { return cmp.Compare(quad.StringOf(a), quad.StringOf(b)) }

// Entity is what the graph calls a thing; its mentions are the names that each article has for it.
func (s *Store) Entity(ref graph.Ref) (entity graph.Entity, err error) {
	err = s.see(func(r *reader) error {
		quads, err := r.description(ref.IRI())
		if err != nil {
			return err
		}
		entities := graph.Entities(quads)
		if len(entities) == 0 {
			return fmt.Errorf("entity %s: %w", ref, ErrNotFound)
		}
		entity = entities[0]
		return nil
	})
	return entity, err
}

// StandsFor returns what articles mean by an entity: a country by its capital, a claim by "the move".
func (s *Store) StandsFor(ref graph.Ref) (all []graph.Ref, err error) {
	err = s.see(func(r *reader) error {
		quads, err := r.all(Match{Subject: []quad.Value{ref.IRI()}, Predicate: []quad.Value{graph.StandsFor}})
		for _, q := range quads {
			if iri, ok := q.Object.(quad.IRI); ok {
				all = append(all, graph.Short(iri))
			}
		}
		return err
	})
	slices.Sort(all)
	return slices.Compact(all), err
}

// About returns the claims in which a thing is subject, object, argument or source.
func (s *Store) About(ref graph.Ref) (claims []graph.Claim, err error) {
	err = s.see(func(r *reader) error {
		quads, err := r.with(quad.Object, ref.IRI())
		if err != nil {
			return err
		}
		var ids []graph.Ref
		for _, q := range quads {
			if iri, ok := q.Subject.(quad.IRI); ok && takesPart(q.Predicate) {
				claim, _, _ := strings.Cut(string(iri), "#") // arguments and further sources are nodes of their own
				ids = append(ids, graph.Short(quad.IRI(claim)))
			}
		}
		claims, err = r.claims(ids)
		return err
	})
	return claims, err
}

func takesPart(predicate quad.Value) bool {
	switch predicate {
	case graph.RDFSubject, graph.RDFObject, graph.ArgumentEntity, graph.ProvWasAttributedTo:
		return true
	}
	return false
}
