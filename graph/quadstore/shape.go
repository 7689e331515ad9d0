package quadstore

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// OptimizeShape turns what one index scan can answer into that scan.
func (v *view) OptimizeShape(s shape.Shape) (shape.Shape, bool) {
	switch s := s.(type) {
	case shape.QuadsAction:
		return v.optimizeAction(s)
	case shape.Quads:
		return v.optimizeQuads(s)
	}
	return s, false
}

func (v *view) optimizeAction(s shape.QuadsAction) (shape.Shape, bool) {
	p := everything()
	for d, ref := range s.Filter {
		n, ok := v.node(ref)
		if !ok {
			return nil, true
		}
		p = p.with(d, n)
	}
	return lookup{view: v, pattern: p, result: s.Result, save: s.Save}, true
}

// optimizeQuads gathers the ends that are known into one scan; the others stay links to what is yet to be found.
func (v *view) optimizeQuads(s shape.Quads) (shape.Shape, bool) {
	p, known := everything(), 0
	var unknown shape.Intersect
	for _, f := range s {
		ref, ok := shape.One(f.Values)
		if !ok {
			unknown = append(unknown, shape.Quads{f})
			continue
		}
		n, ok := v.node(ref)
		if !ok || p.bound(f.Dir) && p[f.Dir-1] != n {
			return nil, true
		}
		p = p.with(f.Dir, n)
		known++
	}
	if known == 0 || known == 1 && len(unknown) > 0 {
		return s, false
	}
	found := lookup{view: v, pattern: p}
	if len(unknown) == 0 {
		return found, true
	}
	return append(shape.Intersect{found}, unknown...), true
}

// lookup is an index scan in a plan.
type lookup struct {
	view    *view
	pattern pattern
	result  quad.Direction
	save    map[quad.Direction][]string
}

// BuildIterator makes it run.
func (s lookup) BuildIterator(graph.QuadStore) graph.Iterator {
	return graph.NewLegacy(&links{view: s.view, pattern: s.pattern, result: s.result, save: s.save}, nil)
}

// Optimize leaves it as it is.
func (s lookup) Optimize(r shape.Optimizer) (shape.Shape, bool) {
	if r != nil {
		return r.OptimizeShape(s)
	}
	return s, false
}
