package mcp

import (
	"context"
	"slices"

	"sayso/graph"
	"sayso/queries/analysis"
)

type pathAsked struct {
	From string `json:"from" jsonschema:"a name, or a reference, e:…"`
	To   string `json:"to" jsonschema:"another"`
	Hops int    `json:"hops,omitempty" jsonschema:"hops at most, 1 to 8; 4 where it is not given"`
}

type pathGiven struct {
	said
	analysis.Paths
}

const usualHops = 4

func (d *desk) findPath(ctx context.Context, asked pathAsked) (pathGiven, error) {
	given := pathGiven{said: said{notice}}
	st, err := d.read(ctx)
	if err != nil {
		return given, err
	}
	from, err := d.things(st, asked.From)
	if err != nil {
		return given, err
	}
	to, err := d.things(st, asked.To)
	if err != nil {
		return given, err
	}
	if slices.ContainsFunc(from, func(r graph.Ref) bool { return slices.Contains(to, r) }) {
		return given, refuse("%q and %q are one thing; timeline and search_entities tell about it", asked.From, asked.To)
	}
	if asked.Hops == 0 {
		asked.Hops = usualHops
	}
	given.Paths = st.analysis.Path(from, to, asked.Hops)
	for _, path := range []*analysis.Path{given.Shortest, given.Best} {
		if path == nil {
			continue
		}
		for i := range path.Hops {
			path.Hops[i].Claims = first(path.Hops[i].Claims)
		}
	}
	return given, nil
}

type conflictsAsked struct {
	Entity string `json:"entity,omitempty" jsonschema:"a name, or a reference, e:…; all conflicts where it is not given"`
	Limit  most   `json:"limit,omitempty" jsonschema:"how many at most"`
}

type conflictsGiven struct {
	said
	Total     int                 `json:"total" jsonschema:"how many there are; the list may be shorter"`
	Conflicts []analysis.Conflict `json:"conflicts"`
}

func (d *desk) conflicts(ctx context.Context, asked conflictsAsked) (conflictsGiven, error) {
	given := conflictsGiven{said: said{notice}, Conflicts: []analysis.Conflict{}}
	st, err := d.read(ctx)
	if err != nil {
		return given, err
	}
	var about []graph.Ref
	if asked.Entity != "" {
		if about, err = d.things(st, asked.Entity); err != nil {
			return given, err
		}
	}
	all := st.analysis.Conflicts(about)
	given.Total = len(all)
	for _, c := range all[:min(int(asked.Limit), len(all))] {
		for i := range c.Sides {
			c.Sides[i].Claims = first(c.Sides[i].Claims)
		}
		given.Conflicts = append(given.Conflicts, c)
	}
	return given, nil
}

type timelineAsked struct {
	Entity   string `json:"entity" jsonschema:"a name, or a reference, e:…"`
	Relation string `json:"relation,omitempty" jsonschema:"a relation's lemma or name, such as sign; all where it is not given"`
	Limit    most   `json:"limit,omitempty" jsonschema:"how many of each list at most"`
}

type timelineGiven struct {
	said
	analysis.Timeline
	TotalDated   int `json:"total_dated" jsonschema:"how many there are; the list may be shorter"`
	TotalUndated int `json:"total_undated"`
}

func (d *desk) timeline(ctx context.Context, asked timelineAsked) (timelineGiven, error) {
	given := timelineGiven{said: said{notice}}
	st, err := d.read(ctx)
	if err != nil {
		return given, err
	}
	about, err := d.things(st, asked.Entity)
	if err != nil {
		return given, err
	}
	t := st.analysis.Timeline(about, asked.Relation)
	given.TotalDated, given.TotalUndated = len(t.Dated), len(t.Undated)
	given.Timeline = analysis.Timeline{Dated: t.Dated[:min(int(asked.Limit), len(t.Dated))], Undated: t.Undated[:min(int(asked.Limit), len(t.Undated))]}
	for _, moments := range [][]analysis.Moment{given.Dated, given.Undated} {
		for i := range moments {
			moments[i].Claims = first(moments[i].Claims)
		}
	}
	return given, nil
}
