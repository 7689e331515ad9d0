package store

import (
	"context"
	"strings"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/identity"
)

// Entities are all things that the graph speaks of, as [Store.Entity] has them.
func (s *Store) Entities(ctx context.Context) (map[graph.Ref]graph.Entity, error) {
	var described []quad.Quad
	for q, err := range s.Select(ctx, Match{Predicate: []quad.Value{graph.RDFSLabel, graph.SKOSAltLabel, graph.RDFType, graph.Named}}) {
		if err != nil {
			return nil, err
		}
		if iri, ok := q.Subject.(quad.IRI); ok && strings.HasPrefix(string(graph.Short(iri)), "e:") {
			described = append(described, q)
		}
	}
	found := map[graph.Ref]graph.Entity{}
	for _, e := range graph.Entities(described) {
		found[e.ID] = e
	}
	return found, nil
}

// Near are names, so many at most, that hold what was typed, or else one of its words, or that begin as one does.
func (s *Store) Near(name string, most int) []string {
	who, err := s.Registry()
	if err != nil {
		return nil
	}
	things := who.Things()
	var found []string
	for _, isNear := range nearness(name) {
		for _, d := range things {
			if len(found) < most && isNear(d.Name) {
				found = append(found, d.Name)
			}
		}
		if len(found) > 0 {
			break
		}
	}
	return found
}

// nearness are the ways in which a name may be near to what was typed, the strictest first.
func nearness(typed string) []func(string) bool {
	holds := func(part string) func(string) bool {
		return func(name string) bool { return strings.Contains(identity.Fold(name), identity.Fold(part)) }
	}
	all := []func(string) bool{holds(typed)}
	words := strings.Fields(typed)
	for _, word := range words {
		all = append(all, holds(word))
	}
	for _, word := range words {
		if letters := []rune(word); len(letters) > 3 {
			all = append(all, func(name string) bool { return identity.Begins(name, string(letters[:3])) })
		}
	}
	return all
}
