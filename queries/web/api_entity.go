package web

import (
	"cmp"
	"net/http"
	"slices"

	"sayso/graph"
	"sayso/queries"
)

type entitiesPage struct {
	Entities []entityView `json:"entities"`
}

// entityView is what is known of one thing.
type entityView struct {
	ID         graph.Ref    `json:"id"`
	Name       string       `json:"name"`
	Type       graph.Type   `json:"type"`
	Names      []string     `json:"names"`
	Claims     int          `json:"claims"`
	As         parts        `json:"as"`
	Neighbours []neighbour  `json:"neighbours"`
	Relations  []facetValue `json:"relations"`
	Voices     []facetValue `json:"voices"`
	Articles   []facetValue `json:"articles"`
	Months     []month      `json:"months"`
	// Identity is what people decided on who this is, a line each, the last one last.
	Identity []string `json:"identity"`
}

// parts are in how many claims a thing plays which part.
type parts struct {
	Subject  int `json:"subject"`
	Object   int `json:"object"`
	Argument int `json:"argument"`
	Source   int `json:"source"`
}

// neighbour is what shares claims with a thing.
type neighbour struct {
	ID    graph.Ref  `json:"id"`
	Name  string     `json:"name"`
	Type  graph.Type `json:"type"`
	Count int        `json:"count"`
}

func (s *server) entity(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	name := r.URL.Query().Get("name")
	refs := s.graph.Resolve(name)
	if id := r.URL.Query().Get("id"); id != "" {
		name, refs = id, []graph.Ref{graph.Ref(id)}
	}
	answer := entitiesPage{Entities: []entityView{}}
	for _, ref := range refs {
		e, ok := st.entities[ref]
		if !ok {
			continue
		}
		view := st.view(e)
		if view.Identity, err = s.decided(ref); err != nil {
			return err
		}
		answer.Entities = append(answer.Entities, view)
	}
	if len(answer.Entities) == 0 {
		return s.nobody(name)
	}
	return reply(w, answer)
}

// nobody says that nothing has a name, and which names are near.
func (s *server) nobody(name string) error {
	return fail(http.StatusNotFound, "%s", queries.Nobody(s.graph, name, apiRoot+"entities lists what the graph speaks of"))
}

func (st *state) view(e graph.Entity) entityView {
	v := entityView{ID: e.ID, Name: e.Name, Type: e.Type, Names: e.Names(), Claims: len(st.about[e.ID])}
	relations, voices, articles, others := map[string]int{}, map[string]int{}, map[string]int{}, map[graph.Ref]int{}
	var claims []graph.Claim
	for _, i := range st.about[e.ID] {
		c := st.claims[i]
		claims = append(claims, c)
		v.As.count(c, e.ID)
		relations[c.Predicate.Lemma]++
		voices[keysOfVoice(st, c)[0]]++
		articles[c.Document]++
		for _, ref := range keysOfEntity(st, c) {
			others[graph.Ref(ref)]++
		}
	}
	delete(others, e.ID)
	v.Neighbours = st.neighbours(others)
	v.Relations, v.Voices, v.Articles = st.ranked(relations, mostFacets), st.ranked(voices, mostFacets), st.ranked(articles, mostFacets)
	for i := range v.Articles {
		a, _ := st.article(v.Articles[i].Value)
		v.Articles[i].Name = cmp.Or(a.Title, a.ID)
	}
	v.Months, _ = months(claims, monthOf)
	return v
}

func (p *parts) count(c graph.Claim, ref graph.Ref) {
	if c.Subject.ID == ref {
		p.Subject++
	}
	if c.Object != nil && c.Object.ID == ref {
		p.Object++
	}
	if slices.ContainsFunc(c.Arguments, func(a graph.Argument) bool { return a.ID == ref }) {
		p.Argument++
	}
	for at := c.Attribution; at != nil; at = at.Of {
		if at.Source.ID == ref {
			p.Source++
			return
		}
	}
}

func (st *state) neighbours(n map[graph.Ref]int) []neighbour {
	all := []neighbour{}
	for ref, count := range n {
		all = append(all, neighbour{ref, st.nameOf(ref), st.entities[ref].Type, count})
	}
	slices.SortFunc(all, func(a, b neighbour) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.ID, b.ID)) })
	return all[:min(len(all), mostFacets)]
}

// decided are the decisions that speak of a thing.
func (s *server) decided(ref graph.Ref) ([]string, error) {
	decisions, err := s.graph.Decisions()
	if err != nil {
		return nil, err
	}
	lines := []string{}
	for _, d := range decisions {
		if d.A == ref || d.B == ref {
			lines = append(lines, d.String())
		}
	}
	return lines, nil
}
