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
	byWord map[string][]*thing // last word of a name -> the things so named, oldest first
	byRef  map[graph.Ref]*thing
	next   map[graph.Ref]int // the number that the next thing of an IRI's name gets
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
	return &Registry{byWord: map[string][]*thing{}, byRef: map[graph.Ref]*thing{}, next: map[graph.Ref]int{}}
}

// Assign gives each entity of the articles its IRI, name and type, in their order, and makes the
// claims refer to them. Entities of one article that turn out to be one thing become one.
func (r *Registry) Assign(articles []*graph.Article) {
	things := make([][]*thing, len(articles))
	for i, a := range articles {
		things[i] = r.recognise(a)
	}
	for _, of := range things {
		r.mint(of)
	}
	for i, a := range articles {
		rewrite(a, things[i])
	}
}

// Learn enters an entity that a store already holds. The documents are those that speak of it.
func (r *Registry) Learn(e graph.Entity, documents []string) {
	t := r.byRef[e.ID]
	if t == nil {
		t = newThing(e.Named)
		t.id = e.ID
		r.byRef[e.ID] = t
	}
	r.meet(t, e, max(1, len(documents)))
	t.name = e.Name
	for _, d := range documents {
		t.said[d] = true
	}
}

// recognise finds or enters the thing of each entity of an article.
func (r *Registry) recognise(a *graph.Article) []*thing {
	var things []*thing
	for _, e := range a.Entities {
		t := r.find(e, a.ID, things)
		if t == nil {
			t = newThing(e.Named)
		}
		r.meet(t, e, 1)
		t.said[a.ID] = true
		things = append(things, t)
	}
	return things
}

func newThing(named bool) *thing { return &thing{named: named, said: map[string]bool{}} }

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

// mint gives each thing its best name, and an IRI if it has none.
func (r *Registry) mint(things []*thing) {
	for _, t := range things {
		t.name = t.bestName()
		if t.id == "" {
			t.id = r.free(graph.EntityIRI(t.name))
			r.byRef[t.id] = t
		}
	}
}

// free returns the IRI, with a number where another thing has it.
func (r *Registry) free(id graph.Ref) graph.Ref {
	candidate := id
	for n := max(2, r.next[id]); r.byRef[candidate] != nil; n++ {
		candidate = id + graph.Ref("_"+strconv.Itoa(n))
		r.next[id] = n + 1
	}
	return candidate
}
