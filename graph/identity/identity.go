// Package identity decides which entities of different articles are one thing.
//
// The decision is in layers, and none of them rewrites the one below. The names under which articles
// speak of things are put together by rules that look at the set of articles, so that the order in
// which they came does not matter ([Registry.Settle]). What people decided ([Decisions]) goes on top.
// Article by article, [Registry.Name] then writes what the layers come to into a copy.
package identity

import (
	"slices"

	"sayso/graph"
)

// Registry knows the things that a set of articles speaks of. A thing keeps its IRI for good; its
// name may become a better one.
type Registry struct {
	articles map[string]*article
	forms    map[string]*form
	families map[string][]*form        // forms of one surname
	blocks   map[string][]*form        // forms that may be one thing
	met      map[string]map[*form]bool // by the key of a shorter name, those that are met under it
	owners   map[graph.Ref]*thing      // who has an IRI
	lone     map[uint64]lonely         // by the sum of a key that articles can share, the nominal that has it alone
	taken    sums                      // IRIs that nominals have
	held     sums                      // IRIs that a store has given away and nobody else may take
	next     map[graph.Ref]uint32      // the number that the next thing of an IRI's name gets

	// What has changed since things were settled:
	parted  map[*form]bool  // forms that came or went, or may mean something else
	grown   map[*form]bool  // forms with further occurrences
	shorts  map[string]bool // forms that may be short for another
	unnamed map[*thing]bool // things to be named anew
	unknown []claim         // nominals to be given an IRI
	changed map[string]bool // articles that read differently since they were asked for

	decisions Decisions
	overlay   *overlay
}

// article is what a registry knows of one.
type article struct {
	id       string
	year     int
	entities int           // how many
	mentions []*occurrence // of those, in their order, that are no nominals
	nominals []nominal
	known    map[string]bool // the places of the lists that it names
}

// occurrence is one thing as one article has it: an entity before it is known who that is.
type occurrence struct {
	in     *article
	index  int32
	named  bool
	name   string
	kind   graph.Type
	before graph.Ref // the IRI it had so far
	form   *form
	says   *identity // what was told of it last, which all share who were told with it; nil before
	*traits
}

// traits are what few occurrences have.
type traits struct {
	names  []counted[string] // its other names in the article
	roles  map[string]bool
	gender string // "he" or "she", where the article leaves no doubt
	region string // "Illinois", of a Springfield that is said to lie there
}

// noTraits are the traits of those that have none.
var noTraits = &traits{}

// thin lets go of traits that are none. No more are added then.
func (o *occurrence) thin() {
	if t := o.traits; len(t.names) == 0 && len(t.roles) == 0 && t.gender == "" && t.region == "" {
		o.traits = noTraits
	}
}

// identity is what an occurrence is called by.
type identity struct {
	ID    graph.Ref
	Name  string
	Type  graph.Type
	Named bool
	// SameAs is the thing in a source of the world's places, "" where none has it.
	SameAs string
}

// New returns a registry that knows nothing.
func New() *Registry {
	return &Registry{
		articles: map[string]*article{}, forms: map[string]*form{}, families: map[string][]*form{}, blocks: map[string][]*form{},
		met: map[string]map[*form]bool{}, owners: map[graph.Ref]*thing{}, lone: map[uint64]lonely{}, taken: sums{}, held: sums{}, next: map[graph.Ref]uint32{},
		parted: map[*form]bool{}, grown: map[*form]bool{}, shorts: map[string]bool{}, unnamed: map[*thing]bool{},
		changed: map[string]bool{}, overlay: newOverlay(nil),
	}
}

// Assign gives each entity of the articles its IRI, name and type, and makes the claims refer to
// them. Entities of one article that turn out to be one thing become one.
func (r *Registry) Assign(articles []*graph.Article) {
	for _, a := range articles {
		r.Enter(a, nil)
	}
	r.Settle()
	for _, a := range articles {
		*a = *r.Name(a)
	}
}

// Enter makes known what an article speaks of, in place of what it spoke of before. Before are the IRIs
// that its entities had so far, by index; nil where none is known.
func (r *Registry) Enter(a *graph.Article, before []graph.Ref) {
	var was []*occurrence
	if known := r.articles[a.ID]; known != nil {
		was = known.all()
	}
	r.Remove(a.ID)
	in := &article{id: a.ID, year: year(a.Published), entities: len(a.Entities), known: map[string]bool{}}
	var all []*occurrence
	for i := range a.Entities {
		o := occurrenceOf(in, i, &a.Entities[i])
		o.addOffices(a.Claims, a.Entities[i].ID)
		o.thin()
		if i < len(before) {
			o.before = before[i]
		}
		all = append(all, o)
	}
	r.articles[a.ID] = in
	inherit(was, all)
	met := map[string]int{}
	for _, o := range all {
		r.place(o, met)
	}
	r.changed[a.ID] = true
}

// inherit lets an article that is read again keep the IRIs that it had for the same names.
func inherit(was, now []*occurrence) {
	free := was
	for _, o := range now {
		i := slices.IndexFunc(free, func(b *occurrence) bool { return b.name == o.name && b.named == o.named })
		if i >= 0 && o.before == "" {
			o.before = free[i].before
			free = slices.Delete(free, i, i+1)
		}
	}
}

// Remove forgets an article.
func (r *Registry) Remove(id string) {
	a := r.articles[id]
	if a == nil {
		return
	}
	delete(r.articles, id)
	for _, o := range a.mentions {
		r.displace(o)
	}
	for l := range a.lonely {
		r.forget(l)
	}
}

// Name returns a copy of an article that was entered, its entities under the IRI, name and type of what they are.
func (r *Registry) Name(a *graph.Article) *graph.Article {
	in := r.articles[a.ID]
	of := make([]identity, len(a.Entities))
	for _, o := range in.mentions {
		of[o.index] = r.identityOf(o)
	}
	for l := range in.lonely {
		of[l.nominal().index] = l.nominal().identity()
	}
	return rewrite(a, of)
}

// IRIs returns the IRIs that the rules alone give the entities of an article, without what people decided.
func (r *Registry) IRIs(article string) []graph.Ref {
	in := r.articles[article]
	ids := make([]graph.Ref, in.entities)
	for _, o := range in.all() {
		ids[o.index] = o.before
	}
	return ids
}

// Changed returns the articles, sorted, whose things have other names or IRIs than when it was last asked.
func (r *Registry) Changed() []string {
	var ids []string
	for id := range r.changed {
		if r.articles[id] != nil {
			ids = append(ids, id)
		}
	}
	clear(r.changed)
	slices.Sort(ids)
	return ids
}
