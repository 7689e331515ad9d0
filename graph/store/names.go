package store

import (
	"slices"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/identity"
)

// Resolve finds the entities that have exactly this name or alias, or else those whose name or
// alias differs from it in case, accents and the like only. Entities that are so called come
// before those that only have the alias. What is nobody's name may still be the surname of a person.
func (s *Store) Resolve(name string) []graph.Ref {
	n, err := s.named()
	if err != nil {
		return nil
	}
	if found := n.exact[name].refs(); len(found) > 0 {
		return found
	}
	if found := n.folded[identity.Fold(name)].refs(); len(found) > 0 {
		return found
	}
	return slices.Clone(n.surnames[identity.Fold(name)])
}

// Relation finds the relations of this name, or else those whose lemma it is or is a form of:
// such as assert it, or where there is none, all.
func (s *Store) Relation(name string) []graph.Ref {
	n, err := s.named()
	if err != nil {
		return nil
	}
	return n.relations.find(name)
}

// names is what the entities and relations of one version of the graph are called.
type names struct {
	version   uint64
	exact     map[string]bearers
	folded    map[string]bearers
	surnames  map[string][]graph.Ref // persons by the last word of their name
	relations relations
}

// bearers are those who have a name: as their label, and as an alias.
type bearers struct{ label, alias []graph.Ref }

func (b bearers) refs() []graph.Ref {
	found := slices.Clone(b.label)
	for _, ref := range b.alias {
		if !slices.Contains(found, ref) {
			found = append(found, ref)
		}
	}
	return found
}

// named reads the names anew only when the graph has changed.
func (s *Store) named() (*names, error) {
	s.naming.Lock()
	defer s.naming.Unlock()
	if s.names != nil && s.names.version == s.Version() {
		return s.names, nil
	}
	err := s.see(func(r *reader) error {
		n, err := r.names()
		if err == nil {
			s.names = n
		}
		return err
	})
	return s.names, err
}

func (r *reader) names() (*names, error) {
	n := &names{
		version:   r.at.Version(),
		exact:     map[string]bearers{},
		folded:    map[string]bearers{},
		surnames:  map[string][]graph.Ref{},
		relations: newRelations(),
	}
	people, err := r.people()
	if err != nil {
		return nil, err
	}
	for _, predicate := range []quad.IRI{graph.RDFSLabel, graph.SKOSAltLabel} {
		quads, err := r.naming(predicate)
		if err != nil {
			return nil, err
		}
		for _, q := range quads {
			n.add(q, people)
		}
	}
	if err := r.readRelations(&n.relations); err != nil {
		return nil, err
	}
	n.sort()
	return n, nil
}

// people are the persons of the graph.
func (r *reader) people() (map[quad.Value]bool, error) {
	iris, err := r.subjects(graph.RDFType, graph.Ref("s:"+graph.Person).IRI())
	people := make(map[quad.Value]bool, len(iris))
	for _, iri := range iris {
		people[iri] = true
	}
	return people, err
}

// naming lists who has what name by a predicate: once, however many articles say so.
func (r *reader) naming(predicate quad.IRI) ([]quad.Quad, error) {
	said := map[[2]cayley.Ref]bool{}
	var refs []cayley.Ref
	err := r.each(quad.Predicate, predicate, func(ref cayley.Ref) error {
		name := [2]cayley.Ref{r.at.QuadDirection(ref, quad.Subject), r.at.QuadDirection(ref, quad.Object)}
		if !said[name] {
			said[name] = true
			refs = append(refs, ref)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return r.quads(refs)
}

func (n *names) add(q quad.Quad, people map[quad.Value]bool) {
	iri, ok := q.Subject.(quad.IRI)
	name, named := textOf(q.Object)
	if !ok || !named || hasPrefix(iri, "p:") || hasPrefix(iri, "c:") {
		return
	}
	ref, folded := graph.Short(iri), identity.Fold(name)
	for _, place := range []struct {
		names map[string]bearers
		name  string
	}{{n.exact, name}, {n.folded, folded}} {
		b := place.names[place.name]
		if q.Predicate == graph.RDFSLabel {
			b.label = append(b.label, ref)
		} else {
			b.alias = append(b.alias, ref)
		}
		place.names[place.name] = b
	}
	if q.Predicate == graph.RDFSLabel && people[iri] {
		n.addSurname(folded, ref)
	}
}

// addSurname finds a person by the last word of the name, for who types "Lindqvist" where
// the articles never say less than "Anna Lindqvist".
func (n *names) addSurname(folded string, person graph.Ref) {
	words := strings.Fields(folded)
	surname := strings.Join(words[max(len(words)-1, 0):], "")
	n.surnames[surname] = append(n.surnames[surname], person)
}

func textOf(v quad.Value) (string, bool) {
	switch v := v.(type) {
	case quad.String:
		return string(v), true
	case quad.LangString:
		return string(v.Value), true
	}
	return "", false
}

// sort puts bearers in an order that does not depend on that of the quads.
func (n *names) sort() {
	for surname, refs := range n.surnames {
		n.surnames[surname] = ordered(refs)
	}
	for _, m := range []map[string]bearers{n.exact, n.folded} {
		for name, b := range m {
			m[name] = bearers{ordered(b.label), ordered(b.alias)}
		}
	}
}

func ordered(refs []graph.Ref) []graph.Ref {
	slices.Sort(refs)
	return slices.Compact(refs)
}

// description lists the quads that say what an entity is, and none of what is claimed of it.
func (r *reader) description(entity quad.Value) ([]quad.Quad, error) {
	return r.all(Match{
		Subject:   []quad.Value{entity},
		Predicate: []quad.Value{graph.RDFSLabel, graph.SKOSAltLabel, graph.RDFType, graph.Named},
	})
}

// relationKey is how a relation's name is looked up: p:spoke_with as "spoke with" or "Spoke_with".
func relationKey(name string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == ' ' }), " "))
}
