package store

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/quadstore"
)

// reader looks up quads in one state of the graph.
type reader struct{ at *quadstore.Snapshot }

// each calls fn for the quads that have a value in a direction.
func (r *reader) each(d quad.Direction, v quad.Value, fn func(cayley.Ref) error) error {
	ref := r.at.ValueOf(v)
	if ref == nil {
		return nil
	}
	it := r.at.QuadIterator(d, ref)
	for it.Next(context.Background()) {
		if err := fn(it.Result()); err != nil {
			return errors.Join(err, it.Close())
		}
	}
	return errors.Join(it.Err(), it.Close())
}

// with lists the quads that have a value in a direction.
func (r *reader) with(d quad.Direction, v quad.Value) ([]quad.Quad, error) {
	if v == nil {
		return nil, nil
	}
	return r.at.With(context.Background(), d, v)
}

// quads reads the quads of references, all their values at once.
func (r *reader) quads(refs []cayley.Ref) ([]quad.Quad, error) {
	place := make(map[cayley.Ref]int, len(refs))
	var nodes []cayley.Ref
	for _, ref := range refs {
		for _, d := range quad.Directions {
			n := r.at.QuadDirection(ref, d)
			if _, seen := place[n]; n != nil && !seen {
				place[n] = len(nodes)
				nodes = append(nodes, n)
			}
		}
	}
	values, err := r.at.ValuesOf(context.Background(), nodes)
	if err != nil {
		return nil, err
	}
	found := make([]quad.Quad, len(refs))
	for i, ref := range refs {
		for _, d := range quad.Directions {
			if n := r.at.QuadDirection(ref, d); n != nil {
				found[i].Set(d, values[place[n]])
			}
		}
	}
	return found, nil
}

// all lists the quads that match.
func (r *reader) all(m Match) (found []quad.Quad, err error) {
	for q, err := range r.at.Select(context.Background(), m) {
		if err != nil {
			return nil, err
		}
		found = append(found, q)
	}
	return found, nil
}

// subjects lists the IRIs, sorted, that have an object by a predicate.
func (r *reader) subjects(predicate quad.IRI, object quad.Value) ([]quad.IRI, error) {
	found := map[quad.IRI]bool{}
	want := r.at.ValueOf(predicate)
	err := r.each(quad.Object, object, func(ref cayley.Ref) error {
		if r.at.QuadDirection(ref, quad.Predicate) != want {
			return nil
		}
		if iri, ok := r.at.NameOf(r.at.QuadDirection(ref, quad.Subject)).(quad.IRI); ok {
			found[iri] = true
		}
		return nil
	})
	return slices.Sorted(maps.Keys(found)), err
}

// voices are the labels of an article's quads: its own and those of whom it quotes.
func (r *reader) labels(article string) ([]quad.IRI, error) {
	own := graph.ArticleIRI(article).IRI()
	quoted, err := r.subjects(graph.ProvWasQuotedFrom, own)
	labels := []quad.IRI{own}
	for _, iri := range quoted {
		if strings.HasPrefix(string(iri), string(own)+"/voice/") {
			labels = append(labels, iri)
		}
	}
	return labels, err
}

// article lists all quads of an article, under every label.
func (r *reader) article(id string) (found []quad.Quad, err error) {
	labels, err := r.labels(id)
	for _, label := range labels {
		if err == nil {
			var some []quad.Quad
			some, err = r.with(quad.Label, label)
			found = append(found, some...)
		}
	}
	return found, err
}

// articleOf is the article whose quads stand under a label, "" where the label is nobody's.
func articleOf(label quad.Value) string {
	iri, _ := label.(quad.IRI)
	id, ok := strings.CutPrefix(string(graph.Short(iri)), "a:")
	if !ok {
		return ""
	}
	id, _, _ = strings.Cut(id, "/voice/")
	return id
}

func isEntity(v quad.Value) bool { return hasPrefix(v, "e:") }

func hasPrefix(v quad.Value, prefix string) bool {
	iri, ok := v.(quad.IRI)
	return ok && strings.HasPrefix(string(graph.Short(iri)), prefix)
}
