package mcp

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sayso/graph"
	"sayso/graph/identity"
	"sayso/queries"
	"sayso/queries/analysis"
)

type entitiesAsked struct {
	Name  string `json:"name,omitempty" jsonschema:"how one of its names, or a word of it, begins; or a reference, e:…"`
	Type  kind   `json:"type,omitempty" jsonschema:"any where it is not given; Thing is what is none of the others"`
	Limit most   `json:"limit,omitempty" jsonschema:"how many at most"`
}

type entitiesGiven struct {
	said
	Total    int      `json:"total" jsonschema:"how many there are; the list may be shorter"`
	Entities []entity `json:"entities" jsonschema:"who has exactly this name first, then the most spoken of"`
	Near     []string `json:"near,omitempty" jsonschema:"names to try where none fits"`
}

type entity struct {
	ID       graph.Ref       `json:"id"`
	Name     string          `json:"name"`
	Type     graph.Type      `json:"type"`
	Names    []string        `json:"names"`
	Claims   int             `json:"claims" jsonschema:"how many claims it takes part in"`
	Evidence []analysis.Cite `json:"evidence" jsonschema:"claims about it, those borne out best first"`
}

// mostNames is how many names of a thing are told.
const mostNames = 10

func (d *desk) searchEntities(ctx context.Context, asked entitiesAsked) (entitiesGiven, error) {
	given := entitiesGiven{said: said{notice}, Entities: []entity{}}
	st, err := d.read(ctx)
	if err != nil {
		return given, err
	}
	name := strings.TrimSpace(asked.Name)
	exact := d.graph.Resolve(name)
	var found []graph.Entity
	for ref, e := range st.entities {
		if (asked.Type == "" || e.Type == graph.Type(asked.Type)) && (name == "" || string(ref) == name || slices.Contains(exact, ref) || identity.IsCalled(e, name)) {
			found = append(found, e)
		}
	}
	slices.SortFunc(found, func(a, b graph.Entity) int {
		if is := slices.Contains(exact, a.ID); is != slices.Contains(exact, b.ID) {
			return map[bool]int{true: -1, false: 1}[is]
		}
		return cmp.Or(st.analysis.Count(b.ID)-st.analysis.Count(a.ID), cmp.Compare(a.ID, b.ID))
	})
	given.Total = len(found)
	for _, e := range found[:min(int(asked.Limit), len(found))] {
		given.Entities = append(given.Entities, st.entity(e))
	}
	if len(found) == 0 {
		given.Near = d.graph.Near(name, queries.MostNear)
	}
	return given, nil
}

func (st *state) entity(e graph.Entity) entity {
	names := e.Names()
	return entity{e.ID, e.Name, e.Type, names[:min(mostNames, len(names))], st.analysis.Count(e.ID), st.analysis.Sharing([]graph.Ref{e.ID}, mostEvidence)}
}
