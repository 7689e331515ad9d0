package web

import (
	"cmp"
	"maps"
	"slices"

	"sayso/graph"
)

// facet is how many claims are of each kind, the most frequent first.
type facet struct {
	Total  int          `json:"total"` // kinds
	Values []facetValue `json:"values"`
}

type facetValue struct {
	Value string `json:"value"` // what to ask for
	Name  string `json:"name"`  // what to show
	Count int    `json:"count"`
}

// mostFacets is how many kinds of a dimension are told.
const mostFacets = 50

// facets count the claims by each dimension, as if nothing were asked for in that one: so that they tell
// what another choice would find.
func (st *state) facets(f filter) map[string]facet {
	all := map[string]facet{}
	for _, d := range dimensions {
		n := map[string]int{}
		for _, c := range st.claims {
			if f.fits(st, c, d.name) {
				for _, key := range d.keys(st, c) {
					n[key]++
				}
			}
		}
		all[d.name] = facet{len(n), st.ranked(n, mostFacets)}
	}
	return all
}

// ranked are the most frequent of some values.
func (st *state) ranked(n map[string]int, most int) []facetValue {
	values := []facetValue{}
	for value, count := range n {
		values = append(values, facetValue{value, st.nameOf(graph.Ref(value)), count})
	}
	slices.SortFunc(values, func(a, b facetValue) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value)) })
	return values[:min(most, len(values))]
}

// month is how many claims are of a month.
type month struct {
	Month    string `json:"month"` // 2025-03, or 2025 where no more is known; 2025-03-05 where days are counted
	Count    int    `json:"count"`
	Negative int    `json:"negative"` // of them, how many deny
	Reported int    `json:"reported"` // of them, how many somebody is quoted with
}

// months are a histogram, early to late, and how many claims have no date.
func months(claims []graph.Claim, of func(graph.Claim) string) (all []month, none int) {
	by := map[string]month{}
	for _, c := range claims {
		key := of(c)
		if key == "" {
			none++
			continue
		}
		m := by[key]
		m.Month = key
		m.Count++
		if c.Polarity == graph.Negative {
			m.Negative++
		}
		if c.Attribution != nil {
			m.Reported++
		}
		by[key] = m
	}
	all = []month{}
	for _, key := range slices.Sorted(maps.Keys(by)) {
		all = append(all, by[key])
	}
	return all, none
}
