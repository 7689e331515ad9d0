package queries

import (
	"errors"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// pattern says which quads a step looks at, by what may stand in each direction; nil is anything.
type pattern [quad.Label + 1]*nodeSet

// nodeSet is a set of nodes, each with the tags of every way that led to it. Of a
// single node, ways may be nil.
type nodeSet struct {
	order []cayley.Ref
	ways  map[any][]*binding

	counts  [quad.Label + 1]int64 // see quads
	counted [quad.Label + 1]bool
}

func single(n cayley.Ref) *nodeSet { return &nodeSet{order: []cayley.Ref{n}} }

func newNodeSet() *nodeSet { return &nodeSet{ways: map[any][]*binding{}} }

func setOf(nodes []cayley.Ref) *nodeSet {
	s := newNodeSet()
	for _, n := range nodes {
		if !s.has(n) {
			s.add(n, nil)
		}
	}
	return s
}

func (s *nodeSet) add(n cayley.Ref, way *binding) {
	k := key(n)
	if _, ok := s.ways[k]; !ok {
		s.order = append(s.order, n)
	}
	s.ways[k] = append(s.ways[k], way)
}

func (s *nodeSet) has(n cayley.Ref) bool {
	if n == nil {
		return false
	}
	if s.ways == nil {
		return key(n) == key(s.order[0])
	}
	_, ok := s.ways[key(n)]
	return ok
}

// each yields the walk once for each way that leads to node.
func (s *nodeSet) each(node cayley.Ref, w walk, yield func(walk) error) error {
	if s == nil || s.ways == nil {
		return yield(w)
	}
	for _, way := range s.ways[key(node)] {
		if err := yield(w.withAll(way)); err != nil {
			return err
		}
	}
	return nil
}

// quads calls yield for each quad that fits the pattern.
func (r *run) quads(p pattern, yield func(cayley.Ref) error) error {
	by, many, ok := r.index(p)
	if !ok {
		return r.scan(r.graph.Quads.QuadsAllIterator(), p, by, yield)
	}
	for _, node := range p[by].order {
		if err := r.scan(r.open(p, by, node, many), p, by, yield); err != nil {
			return err
		}
	}
	return nil
}

// index is the direction that leaves the fewest quads to look at, and whether they
// are still many.
func (r *run) index(p pattern) (best quad.Direction, many, ok bool) {
	var least int64
	for _, d := range quad.Directions {
		if p[d] == nil {
			continue
		}
		if n := p[d].quads(r, d); !ok || n < least {
			best, least, ok = d, n, true
		}
	}
	return best, least > manyQuads, ok
}

// manyQuads is from where on it pays to ask the store for quads by more than one
// end, which some stores have indexes for; fewer are looked through faster than
// such a question is planned.
const manyQuads = 64

func (r *run) open(p pattern, by quad.Direction, node cayley.Ref, many bool) cayley.Iterator {
	known := shape.Quads{{Dir: by, Values: shape.Fixed{node}}}
	for d, set := range p {
		if d := quad.Direction(d); set != nil && d != by && len(set.order) == 1 {
			known = append(known, shape.QuadFilter{Dir: d, Values: shape.Fixed{set.order[0]}})
		}
	}
	if !many || len(known) == 1 {
		return r.graph.Quads.QuadIterator(by, node)
	}
	return shape.BuildIterator(r.graph.Quads, known)
}

// quads is about how many quads have a node of the set in that direction.
func (s *nodeSet) quads(r *run, d quad.Direction) int64 {
	if !s.counted[d] {
		for _, node := range s.order {
			s.counts[d] += r.size(d, node)
		}
		s.counted[d] = true
	}
	return s.counts[d]
}

func (r *run) size(d quad.Direction, node cayley.Ref) int64 {
	size, err := r.graph.Quads.QuadIteratorSize(r.ctx, d, node)
	if err != nil {
		return 0
	}
	return size.Size
}

// scan leaves the direction it goes by unchecked.
func (r *run) scan(it cayley.Iterator, p pattern, by quad.Direction, yield func(cayley.Ref) error) error {
	defer it.Close()
	for it.Next(r.ctx) {
		if err := r.tick(); err != nil {
			return err
		}
		if q := it.Result(); r.fits(q, p, by) {
			if err := yield(q); err != nil {
				return err
			}
		}
	}
	return errors.Join(it.Err(), r.ctx.Err())
}

func (r *run) fits(q cayley.Ref, p pattern, but quad.Direction) bool {
	for d, set := range p {
		d := quad.Direction(d)
		if set != nil && d != but && !set.has(r.graph.Quads.QuadDirection(q, d)) {
			return false
		}
	}
	return true
}
