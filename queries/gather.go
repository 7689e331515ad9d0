package queries

import (
	"slices"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// gather goes from nodes to the labels or predicates of their quads, each once.
func (r *run) gather(s *Step, next stage) stage {
	once := &unique{run: r, seen: map[any]bool{}, next: next}
	from, to := []quad.Direction{quad.Subject}, quad.Predicate
	switch s.Op {
	case InPredicates:
		from = []quad.Direction{quad.Object}
	case Labels:
		from, to = []quad.Direction{quad.Subject, quad.Object}, quad.Label
	}
	return each{func(w walk, yield func(walk) error) error {
		for _, d := range from {
			if err := r.gatherFrom(w, d, to, yield); err != nil {
				return err
			}
		}
		return nil
	}, once}
}

func (r *run) gatherFrom(w walk, from, to quad.Direction, yield func(walk) error) error {
	var p pattern
	if w.node != nil {
		p[from] = single(w.node)
	}
	return r.quads(p, func(q cayley.Ref) error {
		target := r.graph.Quads.QuadDirection(q, to)
		if target == nil || r.valueOf(target) == nil {
			return nil
		}
		w := w.settled(r.graph.Quads.QuadDirection(q, from))
		w.node = target
		return yield(w)
	})
}

// unique lets the first walk to each node pass.
type unique struct {
	run  *run
	seen map[any]bool
	next stage
}

func (u *unique) push(w walk) error {
	return u.run.settle(w, func(w walk) error {
		k := key(w.node)
		if u.seen[k] {
			return nil
		}
		u.seen[k] = true
		if err := u.run.hold(); err != nil {
			return err
		}
		return u.next.push(w)
	})
}

func (u *unique) end() error { return u.next.end() }

// page is limit or skip; as in Cayley, a limit of 0 or less is none.
func page(s *Step, next stage) stage {
	if s.Number <= 0 {
		return next
	}
	if s.Op == Skip {
		return &skip{left: s.Number, next: next}
	}
	return &limit{left: s.Number, next: next}
}

type skip struct {
	left int
	next stage
}

func (s *skip) push(w walk) error {
	if s.left > 0 {
		s.left--
		return nil
	}
	return s.next.push(w)
}

func (s *skip) end() error { return s.next.end() }

type limit struct {
	left int
	next stage
}

func (l *limit) push(w walk) error {
	if l.left == 0 {
		return errEnough
	}
	l.left--
	if err := l.next.push(w); err != nil || l.left > 0 {
		return err
	}
	return errEnough
}

func (l *limit) end() error { return l.next.end() }

// order holds all walks and lets them pass by the value of their node.
type order struct {
	run  *run
	held []measured
	next stage
}

type measured struct {
	walk walk
	magnitude
}

func (o *order) push(w walk) error {
	return o.run.settle(w, func(w walk) error {
		o.held = append(o.held, measured{w, measure(o.run.valueOf(w.node))})
		return o.run.hold()
	})
}

func (o *order) end() error {
	slices.SortStableFunc(o.held, func(a, b measured) int { return a.compare(b.magnitude) })
	for _, m := range o.held {
		err := o.next.push(m.walk)
		if err == errEnough {
			break
		}
		if err != nil {
			return err
		}
	}
	return o.next.end()
}
