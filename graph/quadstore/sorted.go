package quadstore

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Match is which quads are wanted: those that have one of the values in each
// direction that lists any.
type Match struct{ Subject, Predicate, Object, Label []quad.Value }

// Select returns the quads that match, sorted by their N-Quads spelling, subject first, so that
// the same quads come in the same order whatever the order in which they were added.
func (v *view) Select(ctx context.Context, m Match) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		found, err := v.find(ctx, m)
		if err != nil {
			yield(quad.Quad{}, err)
			return
		}
		values, err := v.sort(found)
		if err != nil {
			yield(quad.Quad{}, err)
			return
		}
		for _, l := range found {
			if err := ctx.Err(); err != nil {
				yield(quad.Quad{}, err)
				return
			}
			if !yield(values.quad(l), nil) {
				return
			}
		}
	}
}

func (v *view) find(ctx context.Context, m Match) ([]link, error) {
	wanted, err := v.wanted(m)
	if err != nil {
		return nil, err
	}
	var found []link
	for _, p := range patterns(wanted) {
		s := newScan(v, p)
		for s.next() {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if wanted.hold(s.link) {
				found = append(found, s.link)
			}
		}
		if s.err() != nil {
			return nil, s.err()
		}
	}
	return found, nil
}

// sets are the ids wanted in each direction; nil is any.
type sets [4]map[node]bool

func (v *view) wanted(m Match) (wanted sets, err error) {
	for i, values := range [4][]quad.Value{m.Subject, m.Predicate, m.Object, m.Label} {
		if len(values) == 0 {
			continue
		}
		wanted[i] = map[node]bool{}
		for _, value := range values {
			n, err := v.lookup(value)
			if err != nil {
				return wanted, err
			}
			if n != 0 {
				wanted[i][n] = true
			}
		}
	}
	return wanted, nil
}

func (s sets) hold(l link) bool {
	for i, set := range s {
		if set != nil && !set[l[i]] {
			return false
		}
	}
	return true
}

// patterns are the scans that find what is wanted: with every id of the direction that lists the
// fewest, and with the id of each direction that lists but one.
func patterns(wanted sets) []pattern {
	one, fewest := everything(), -1
	for i, set := range wanted {
		if set == nil {
			continue
		}
		if fewest < 0 || len(set) < len(wanted[fewest]) {
			fewest = i
		}
		if len(set) == 1 {
			one[i] = sorted(set)[0]
		}
	}
	if fewest < 0 {
		return []pattern{one}
	}
	var all []pattern
	for _, n := range sorted(wanted[fewest]) {
		all = append(all, one.with(quad.Directions[fewest], n))
	}
	return all
}

// values are those of a set of quads, by id.
type values map[node]quad.Value

// sort sorts quads by what their values look like, each value spelt once.
func (v *view) sort(found []link) (values, error) {
	held := values{}
	var nodes []node
	for _, l := range found {
		for _, n := range l {
			if _, ok := held[n]; !ok && n != 0 {
				held[n] = nil
				nodes = append(nodes, n)
			}
		}
	}
	all, err := v.values(nodes)
	if err != nil {
		return nil, err
	}
	for i, n := range nodes {
		held[n] = all[i]
	}
	rank := held.ranks()
	slices.SortFunc(found, func(a, b link) int {
		for i := range a {
			if d := rank[a[i]] - rank[b[i]]; d != 0 {
				return d
			}
		}
		return 0
	})
	return held, nil
}

// ranks numbers the ids by the spelling of their values; no value comes first.
func (h values) ranks() map[node]int {
	type spelt struct {
		id   node
		text string
	}
	var all []spelt
	for n, value := range h {
		all = append(all, spelt{n, quad.StringOf(value)})
	}
	slices.SortFunc(all, func(a, b spelt) int { return strings.Compare(a.text, b.text) })
	rank := make(map[node]int, len(all))
	for i, s := range all {
		rank[s.id] = i + 1
	}
	return rank
}

func (h values) quad(l link) (q quad.Quad) {
	for _, d := range quad.Directions {
		if n := l.at(d); n != 0 {
			q.Set(d, h[n])
		}
	}
	return q
}
