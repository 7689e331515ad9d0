package queries

import (
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"sayso/graph"
)

// Names knows what a graph's names stand for, so that a query may say "Trump" and
// "ordered". It returns nothing for what it does not know.
type Names interface {
	Entities(name string) []quad.Value  // by name or alias
	Relations(name string) []quad.Value // by name, lemma or inflection
}

// maxHolders is how many of a string's quads are looked at to tell a name from a value.
const maxHolders = 1000

// nodes are the nodes that a term stands for where a path starts: itself, where the
// graph holds it as more than a name, and all entities of that name.
func (r *run) nodes(t Term) []cayley.Ref {
	self := r.exactly(t)
	if t.Kind != Name {
		return self
	}
	named := r.entities(t.Text)
	if len(self) > 0 && (len(named) == 0 || r.isValue(self[0])) {
		named = append(named, self...)
	}
	return named
}

// looksUp tells whether the steps after a start go from a name to what bears it, as in
// g.V("Trump").in("<rdfs:label>").
func (r *run) looksUp(steps []Step) bool {
	for _, s := range steps {
		if s.Op == Tag {
			continue
		}
		if s.Op != In || s.Via == nil || s.Via.Path != nil {
			return false
		}
		for _, t := range s.Via.Values {
			for _, p := range r.predicates(t) {
				if r.isNaming(p) {
					return true
				}
			}
		}
		return false
	}
	return false
}

// either are the nodes that a term may stand for where it narrows a path.
func (r *run) either(t Term) []cayley.Ref {
	self := r.exactly(t)
	if t.Kind == Name {
		self = append(self, r.entities(t.Text)...)
	}
	return self
}

// predicates are the predicates that a term stands for.
func (r *run) predicates(t Term) []cayley.Ref {
	self := r.exactly(t)
	if t.Kind != Name || len(self) > 0 && r.size(quad.Predicate, self[0]) > 0 {
		return self
	}
	if r.graph.Names == nil {
		return r.prefixed(t.Text)
	}
	if named := r.refs(r.graph.Names.Relations(t.Text)); len(named) > 0 {
		return named
	}
	return r.prefixed(t.Text)
}

// exactly is the node whose value the term is, if the graph has it. An IRI is tried
// as it stands first, so that graphs which hold <rdf:type> unexpanded work too.
func (r *run) exactly(t Term) []cayley.Ref {
	v, err := t.Value()
	if err != nil {
		return nil
	}
	if found := r.refs([]quad.Value{v}); len(found) > 0 || t.Kind != IRI {
		return found
	}
	return r.prefixed(t.Text)
}

func (r *run) prefixed(iri string) []cayley.Ref {
	if full := expand(iri); full != iri {
		return r.refs([]quad.Value{quad.IRI(full)})
	}
	return nil
}

func (r *run) entities(name string) []cayley.Ref {
	if r.graph.Names == nil {
		return r.prefixed(name)
	}
	if named := r.refs(r.graph.Names.Entities(name)); len(named) > 0 {
		return named
	}
	return r.prefixed(name)
}

// refs are the nodes of the values that the graph has, each once.
func (r *run) refs(values []quad.Value) []cayley.Ref {
	found := newNodeSet()
	for _, v := range values {
		if ref := r.graph.Quads.ValueOf(v); ref != nil && !found.has(ref) {
			found.add(ref, nil)
		}
	}
	return found.order
}

// isValue tells whether the graph holds a string as the value of something, and not
// only as a name or as words of a text.
func (r *run) isValue(text cayley.Ref) bool {
	it := r.graph.Quads.QuadIterator(quad.Object, text)
	defer it.Close()
	for n := 0; n < maxHolders && it.Next(r.ctx); n++ {
		if !r.isNaming(r.graph.Quads.QuadDirection(it.Result(), quad.Predicate)) {
			return true
		}
	}
	return false
}

func (r *run) isNaming(predicate cayley.Ref) bool {
	iri, ok := r.valueOf(predicate).(quad.IRI)
	if !ok {
		return false
	}
	switch iri {
	case graph.RDFSLabel, graph.SKOSAltLabel, graph.OAExact:
		return true
	}
	return strings.HasPrefix(string(iri), graph.Base+"schema/")
}
