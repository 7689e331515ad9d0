package web

import (
	"context"
	"slices"
	"strings"
	"sync"

	"sayso/graph"
	"sayso/queries/analysis"
)

// state is one version of the graph, read whole, so that a page can be cut, counted and sorted in any way.
type state struct {
	version  uint64
	claims   []graph.Claim // in the order of the articles
	at       map[string]int
	about    map[graph.Ref][]int // the claims in which a thing takes part, in order
	entities map[graph.Ref]graph.Entity
	articles []graph.Article // without claims, by ID
	counts   map[string]articleSummary
	analysis func() *analysis.Graph // read when it is first wanted

	conflicts func() []analysis.Conflict // all of them, found when they are first wanted
}

// states keeps the last one. Reading one holds up who else asks for it.
type states struct {
	mu   sync.Mutex
	last *state
}

func (s *server) read(ctx context.Context) (*state, error) {
	s.state.mu.Lock()
	defer s.state.mu.Unlock()
	if now := s.graph.Version(); s.state.last != nil && s.state.last.version == now {
		return s.state.last, nil
	}
	st, err := s.readState(ctx)
	if err != nil {
		return nil, err
	}
	s.state.last = st
	return st, nil
}

func (s *server) readState(ctx context.Context) (st *state, err error) {
	st = &state{version: s.graph.Version(), at: map[string]int{}, about: map[graph.Ref][]int{}, counts: map[string]articleSummary{}}
	if st.claims, err = s.graph.Claims(); err != nil {
		return nil, err
	}
	if st.articles, err = s.graph.Articles(); err != nil {
		return nil, err
	}
	if st.entities, err = s.graph.Entities(ctx); err != nil {
		return nil, err
	}
	for i, c := range st.claims {
		st.at[c.ID] = i
		st.counts[c.Document] = st.counts[c.Document].with(c)
		for _, ref := range participants(c) {
			st.about[ref] = append(st.about[ref], i)
		}
	}
	st.analysis = sync.OnceValue(func() *analysis.Graph { return analysis.New(st.claims, st.articles) })
	st.conflicts = sync.OnceValue(func() []analysis.Conflict { return st.analysis().Conflicts(nil) })
	return st, nil
}

// participants are the things that a claim is about, or from, each once.
func participants(c graph.Claim) []graph.Ref {
	var refs []graph.Ref
	add := func(ref graph.Ref) {
		if ref != "" && !slices.Contains(refs, ref) {
			refs = append(refs, ref)
		}
	}
	add(c.Subject.ID)
	if c.Object != nil {
		add(c.Object.ID)
	}
	for _, a := range c.Arguments {
		add(a.ID)
	}
	for at := c.Attribution; at != nil; at = at.Of {
		add(at.Source.ID)
	}
	return refs
}

// nameOf is what a thing is called: what it says of itself, where it is a claim.
func (st *state) nameOf(ref graph.Ref) string {
	if e, ok := st.entities[ref]; ok {
		return e.Name
	}
	if i, ok := st.at[string(ref)]; ok {
		return st.claims[i].Quote
	}
	return string(ref)
}

func (st *state) article(id string) (graph.Article, bool) {
	i, ok := slices.BinarySearchFunc(st.articles, id, func(a graph.Article, id string) int { return strings.Compare(a.ID, id) })
	if !ok {
		return graph.Article{}, false
	}
	return st.articles[i], true
}
