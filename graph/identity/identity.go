// Package identity decides which entities of different articles are one thing.
package identity

import (
	"slices"
	"strconv"
	"strings"

	"sayso/graph"
)

// Registry knows the things that articles spoke of so far. A thing keeps its IRI for good; its
// name may become a better one.
type Registry struct {
	things []*thing
	byWord map[string][]*thing // last word of a name -> the things so named, oldest first
	byRef  map[graph.Ref]*thing
}

// thing is one entity of the registry with every name it was met under.
type thing struct {
	id    graph.Ref
	named bool
	name  string
	types counts[graph.Type]
	names counts[string]
	known []Name          // one of each fold and type
	said  map[string]bool // the articles that speak of it
}

// New returns a registry that knows nothing.
func New() *Registry {
	return &Registry{byWord: map[string][]*thing{}, byRef: map[graph.Ref]*thing{}}
}

// Assign gives each entity of the articles its IRI, name and type, in their order, and makes the
// claims refer to them. Entities of one article that turn out to be one thing become one.
func (r *Registry) Assign(articles []*graph.Article) {
	owners := make([]map[graph.Ref]*thing, len(articles))
	of := make([][]*thing, len(articles))
	for i, a := range articles {
		owners[i], of[i] = r.recognise(a)
	}
	r.mint()
	for i, a := range articles {
		rewrite(a, owners[i], of[i])
	}
}

// Learn enters an entity that a store already holds. The documents are those that speak of it.
func (r *Registry) Learn(e graph.Entity, documents []string) {
	t := r.byRef[e.ID]
	if t == nil {
		t = r.enter(e.Named)
		t.id = e.ID
		r.byRef[e.ID] = t
	}
	r.meet(t, e, max(1, len(documents)))
	for _, id := range documents {
		t.said[id] = true
	}
	t.name = e.Name
}

// recognise finds or enters the thing of each entity of an article.
func (r *Registry) recognise(a *graph.Article) (byRef map[graph.Ref]*thing, of []*thing) {
	byRef = map[graph.Ref]*thing{}
	taken := map[*thing]bool{}
	for _, e := range a.Entities {
		t := r.find(e)
		if t == nil {
			t = r.findAgain(e, a.ID, taken)
		}
		if t == nil {
			t = r.enter(e.Named)
		}
		taken[t] = true
		r.meet(t, e, 1)
		of = append(of, t)
		if e.ID != "" {
			byRef[e.ID] = t
		}
	}
	return byRef, of
}

func (r *Registry) enter(named bool) *thing {
	t := &thing{named: named, said: map[string]bool{}}
	r.things = append(r.things, t)
	return t
}

// meet notes the names under which an entity was met.
func (r *Registry) meet(t *thing, e graph.Entity, times int) {
	t.types.add(e.Type, times)
	t.names.add(e.Name, times)
	full := NewName(e.Name, e.Type)
	r.index(t, full)
	if !t.named {
		return
	}
	for _, m := range e.Mentions {
		if n := NewName(m.Text, e.Type); !m.Pronoun && isProper(n) && n.varies(full) {
			t.names.add(n.Text, 1)
			r.index(t, n)
		}
	}
}

// varies reports whether a mention is a variant of a name, and not what else a person is called.
func (n Name) varies(full Name) bool {
	return n.Type != graph.Person || n.Same(full) || n.Shortens(full) || full.Shortens(n)
}

// isProper reports whether all but the small words of a name are capitalised: "the president" is
// a mention of somebody and not a name.
func isProper(n Name) bool {
	for word := range strings.FieldsSeq(n.Text) {
		if !small[word] && strings.ToLower(word) == word {
			return false
		}
	}
	return len(n.words) > 0
}

func (r *Registry) index(t *thing, n Name) {
	same := func(m Name) bool { return m.Type == n.Type && slices.Equal(m.words, n.words) }
	if len(n.words) == 0 || slices.ContainsFunc(t.known, same) {
		return
	}
	t.known = append(t.known, n)
	for _, key := range keys(n) {
		if !slices.Contains(r.byWord[key], t) {
			r.byWord[key] = append(r.byWord[key], t)
		}
	}
}

// keys are the words by which a name is found again; two names of one thing share a key.
func keys(n Name) []string {
	if n.known.Name != "" {
		return []string{Fold(n.known.Name)}
	}
	first, last := sound(n.words[0]), sound(n.words[len(n.words)-1])
	if first == last {
		return []string{last}
	}
	return []string{last, first}
}

// mint gives an IRI to each thing without one, and each thing its best name.
func (r *Registry) mint() {
	for _, t := range r.things {
		t.name = t.bestName()
		if t.id != "" {
			continue
		}
		t.id = r.free(graph.EntityIRI(t.name))
		r.byRef[t.id] = t
	}
}

// free returns the IRI, with a number where another thing has it.
func (r *Registry) free(id graph.Ref) graph.Ref {
	candidate := id
	for n := 2; r.byRef[candidate] != nil; n++ {
		candidate = id + graph.Ref("_"+strconv.Itoa(n))
	}
	return candidate
}
