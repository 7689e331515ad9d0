package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"sayso/graph/identity"
)

// thingsPage is a part of all things that the graph speaks of.
type thingsPage struct {
	Total    int          `json:"total"`
	Offset   int          `json:"offset"`
	Limit    int          `json:"limit"`
	Entities []neighbour  `json:"entities"`
	Types    []facetValue `json:"types"` // how many of each, whatever type is asked for
}

func (s *server) entitiesRoute() route {
	return route{path: "entities", does: "the things, the most spoken of first", example: "entities?type=Person", handle: s.entities, policy: looks,
		takes: append([]param{
			{name: "type", says: "Person, Organization, Place, Event, Work, Thing; more than once for any of several", kind: text},
			{name: "q", says: "how one of its names, or a word of it, begins", kind: text},
			{name: "sort", says: "by count of claims, or by name", kind: text, options: []string{"count", "name"}},
		}, pageParams...),
		gives: []content{jsonOf(thingsPage{}, "the things, each with the number of its claims")}}
}

func (s *server) entities(w http.ResponseWriter, r *http.Request) error {
	st, p, err := s.readPage(r)
	if err != nil {
		return err
	}
	form := r.URL.Query()
	types := map[string]int{}
	var found []neighbour
	for ref, e := range st.entities {
		if prefix := form.Get("q"); strings.TrimSpace(prefix) != "" && !identity.IsCalled(e, prefix) {
			continue
		}
		types[string(e.Type)]++
		if wanted := form["type"]; len(wanted) == 0 || slices.Contains(wanted, string(e.Type)) {
			found = append(found, neighbour{ref, e.Name, e.Type, len(st.about[ref])})
		}
	}
	slices.SortFunc(found, func(a, b neighbour) int {
		if form.Get("sort") == "name" {
			return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
		}
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return reply(w, thingsPage{len(found), p.offset, p.limit, cut(w, r, found, p), st.ranked(types, mostFacets)})
}
