package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"sayso/graph"
	"sayso/graph/identity"
)

// completions are what a text may be the beginning of.
type completions struct {
	Entities  []completion `json:"entities"`
	Relations []completion `json:"relations"`
	Queries   []completion `json:"queries"`
}

type completion struct {
	ID    graph.Ref  `json:"id"`
	Name  string     `json:"name"`
	Type  graph.Type `json:"type,omitempty"`
	Title string     `json:"title,omitempty"` // of a saved query
	Count int        `json:"count"`           // claims
}

const defaultCompletions = 10

func (s *server) complete(w http.ResponseWriter, r *http.Request) error {
	st, err := s.read(r.Context())
	if err != nil {
		return err
	}
	most, err := positive(r, "limit", defaultCompletions)
	if err != nil {
		return err
	}
	prefix := r.URL.Query().Get("q")
	if strings.TrimSpace(prefix) == "" {
		return fail(http.StatusBadRequest, "the beginning of a name is wanted: ?q=…")
	}
	saved, err := s.savedAs(prefix)
	if err != nil {
		return err
	}
	return reply(w, completions{
		Entities:  best(st.entitiesAs(prefix), most),
		Relations: best(st.relationsAs(prefix), most),
		Queries:   best(saved, most),
	})
}

func (st *state) entitiesAs(prefix string) []completion {
	var found []completion
	for ref, e := range st.entities {
		if identity.IsCalled(e, prefix) {
			found = append(found, completion{ID: ref, Name: e.Name, Type: e.Type, Count: len(st.about[ref])})
		}
	}
	return found
}

func (st *state) relationsAs(prefix string) []completion {
	by := map[string]completion{}
	for _, c := range st.claims {
		name := strings.ReplaceAll(c.Predicate.Lemma, "_", " ")
		if identity.Begins(name, prefix) || identity.Begins(strings.ReplaceAll(c.Predicate.Name, "_", " "), prefix) {
			by[name] = completion{ID: graph.RelationIRI(c.Predicate.Lemma), Name: name, Count: by[name].Count + 1}
		}
	}
	var found []completion
	for _, c := range by {
		found = append(found, c)
	}
	return found
}

func (s *server) savedAs(prefix string) ([]completion, error) {
	saved, err := s.saved()
	if err != nil {
		return nil, err
	}
	var found []completion
	for _, q := range saved {
		if identity.Begins(strings.ReplaceAll(q.Name, "_", " "), prefix) || identity.Begins(q.Title, prefix) {
			found = append(found, completion{Name: q.Name, Title: q.Title})
		}
	}
	return found, nil
}

func best(found []completion, most int) []completion {
	slices.SortFunc(found, func(a, b completion) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return append([]completion{}, found[:min(most, len(found))]...)
}
