package queries

import (
	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// hop is what in, out, both, has and save have in common: they look from a node
// across its quads. They differ in whether they go to the other end and what they tag.
type hop struct {
	run     *run
	reverse bool // from object to subject
	stay    bool
	via     *nodeSet // nil: any
	goal    *nodeSet // nil: any
	labels  *labels
	viaTags []string
	tags    []string // for the other end
	checks  []condition
}

// labels is a label context.
type labels struct {
	set  *nodeSet // nil: any
	tags []string
}

func (h *hop) ends() (start, goal quad.Direction) {
	if h.reverse {
		return quad.Object, quad.Subject
	}
	return quad.Subject, quad.Object
}

func (h *hop) move(w walk, yield func(walk) error) error {
	return h.run.quads(h.pattern(w), func(q cayley.Ref) error {
		return h.cross(w, q, yield)
	})
}

func (h *hop) pattern(w walk) pattern {
	start, goal := h.ends()
	p := pattern{quad.Predicate: h.via, quad.Label: h.labels.set}
	p[goal] = h.goal
	if w.node != nil {
		p[start] = single(w.node)
	}
	return p
}

// cross follows one quad, once for each way that led to its predicate and its label.
func (h *hop) cross(w walk, q cayley.Ref, yield func(walk) error) error {
	start, goal := h.ends()
	quads := h.run.graph.Quads
	from, to := quads.QuadDirection(q, start), quads.QuadDirection(q, goal)
	if h.checks != nil && !passes(h.run.valueOf(to), h.checks) {
		return nil
	}
	w = w.settled(from).with(h.tags, to)
	if !h.stay {
		w.node = to
	}
	predicate, label := quads.QuadDirection(q, quad.Predicate), quads.QuadDirection(q, quad.Label)
	return h.via.each(predicate, w.with(h.viaTags, predicate), func(w walk) error {
		return h.labels.set.each(label, w.with(h.labels.tags, label), yield)
	})
}

// settled is the walk on node, where it stood on any node before.
func (w walk) settled(node cayley.Ref) walk {
	if w.node == nil {
		return w.at(node)
	}
	return w
}

// eitherWay is both: in, then out.
type eitherWay struct{ in, out *hop }

func (b eitherWay) move(w walk, yield func(walk) error) error {
	if err := b.in.move(w, yield); err != nil {
		return err
	}
	return b.out.move(w, yield)
}
