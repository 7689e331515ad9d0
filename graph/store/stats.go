package store

import (
	"context"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// Stats is how much a store holds.
type Stats struct {
	Articles  int   `json:"articles"`
	Claims    int   `json:"claims"`
	Entities  int   `json:"entities"`
	Relations int   `json:"relations"` // that claims use
	Voices    int   `json:"voices"`    // in which articles quote somebody
	Quads     int64 `json:"quads"`
	Bytes     int64 `json:"bytes"` // on disk
}

// Stats counts what the store holds.
func (s *Store) Stats() (stats Stats, err error) {
	err = s.see(func(r *reader) error {
		for _, kind := range []struct {
			n    *int
			iri  quad.IRI
			only string
		}{
			{&stats.Articles, graph.ArticleType, "a:"},
			{&stats.Claims, graph.RDFStatement, "c:"},
			{&stats.Voices, graph.VoiceType, "a:"},
		} {
			iris, err := r.subjects(graph.RDFType, kind.iri)
			if err != nil {
				return err
			}
			*kind.n = countPrefix(iris, kind.only)
		}
		if stats.Entities, err = r.distinct(graph.RDFSLabel, quad.Subject, "e:"); err != nil {
			return err
		}
		if stats.Relations, err = r.distinct(graph.RDFPredicate, quad.Object, "p:"); err != nil {
			return err
		}
		all, err := r.at.Stats(context.Background(), true)
		stats.Quads = all.Quads.Size
		return err
	})
	stats.Bytes = int64(s.quads.DiskUsage())
	return stats, err
}

func countPrefix(iris []quad.IRI, prefix string) (n int) {
	for _, iri := range iris {
		if hasPrefix(iri, prefix) {
			n++
		}
	}
	return n
}

// distinct counts the values of one kind that the quads of a predicate have in a direction.
func (r *reader) distinct(predicate quad.IRI, d quad.Direction, prefix string) (n int, err error) {
	seen := map[cayley.Ref]bool{}
	err = r.each(quad.Predicate, predicate, func(ref cayley.Ref) error {
		at := r.at.QuadDirection(ref, d)
		if !seen[at] && hasPrefix(r.at.NameOf(at), prefix) {
			n++
		}
		seen[at] = true
		return nil
	})
	return n, err
}
