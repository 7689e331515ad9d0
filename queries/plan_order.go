package queries

import (
	"slices"

	"github.com/cayleygraph/quad"
)

// cheapestFirst moves, of the conditions that a path starts with, the one that the
// fewest quads meet to the front: a walk starts from the quads of that one.
func (r *run) cheapestFirst(steps []Step) []Step {
	best, least := -1, int64(0)
	for i, s := range steps {
		if s.Op == Tag {
			continue
		}
		if s.Op != Has {
			break
		}
		if n := r.cost(s); best < 0 || n < least {
			best, least = i, n
		}
	}
	if best <= 0 {
		return steps
	}
	moved := slices.Clone(steps)
	copy(moved[1:], steps[:best])
	moved[0] = steps[best]
	return moved
}

// cost is how many quads a condition looks at when nothing else is known.
func (r *run) cost(s Step) int64 {
	goal := quad.Object
	if s.Reverse {
		goal = quad.Subject
	}
	var values, predicates int64
	for _, t := range s.Values {
		for _, n := range r.either(t) {
			values += r.size(goal, n)
		}
	}
	if s.Via.Path != nil {
		return values
	}
	for _, t := range s.Via.Values {
		for _, n := range r.predicates(t) {
			predicates += r.size(quad.Predicate, n)
		}
	}
	if len(s.Values) == 0 || predicates < values {
		return predicates
	}
	return values
}
