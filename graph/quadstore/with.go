package quadstore

import (
	"context"

	"github.com/cayleygraph/quad"
)

// With lists the quads that have a value in a direction, and reads all their values at once.
func (v *view) With(ctx context.Context, d quad.Direction, value quad.Value) ([]quad.Quad, error) {
	n, err := v.lookup(value)
	if n == 0 || err != nil {
		return nil, err
	}
	var found []link
	s := newScan(v, everything().with(d, n))
	for s.next() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found = append(found, s.link)
	}
	if s.err() != nil {
		return nil, s.err()
	}
	return v.spell(found)
}

// spell reads the values of links.
func (v *view) spell(links []link) ([]quad.Quad, error) {
	place := make(map[node]int, 2*len(links))
	var nodes []node
	for _, l := range links {
		for _, n := range l {
			if _, seen := place[n]; !seen {
				place[n] = len(nodes)
				nodes = append(nodes, n)
			}
		}
	}
	values, err := v.values(nodes)
	if err != nil {
		return nil, err
	}
	quads := make([]quad.Quad, len(links))
	for i, l := range links {
		quads[i] = quad.Quad{Subject: values[place[l[0]]], Predicate: values[place[l[1]]], Object: values[place[l[2]]], Label: values[place[l[3]]]}
	}
	return quads, nil
}
