package sparql

import (
	"errors"

	"sayso/graph/quadstore"
)

// errArrived ends a walk that has found the end it looked for.
var errArrived = errors.New("arrived")

// way is a path inside a repetition, where only the set of nodes that it reaches counts.
type way interface {
	// from yields the nodes that the path leads to from a node, or, back, that lead to it.
	from(r *run, node uint64, back bool, yield func(uint64) error) error
}

func (c *compiler) way(p path) (way, error) {
	switch p := p.(type) {
	case step:
		id, err := c.run.id(p.predicate)
		return &link{predicate: id, graph: c.graph}, err
	case *inverse:
		inner, err := c.way(p.inner)
		return backwards{inner}, err
	case *sequence:
		first, second, err := c.ways(p.first, p.second)
		return &relay{first, second}, err
	case *either:
		first, second, err := c.ways(p.first, p.second)
		return &fork{first, second}, err
	case *repeated:
		inner, err := c.way(p.inner)
		return &closure{inner, p.zero, p.many}, err
	case *negated:
		return c.avoiding(p)
	}
	return nil, errors.New("unknown path")
}

func (c *compiler) ways(p, q path) (first, second way, err error) {
	if first, err = c.way(p); err != nil {
		return nil, nil, err
	}
	second, err = c.way(q)
	return first, second, err
}

func (c *compiler) avoiding(p *negated) (way, error) {
	forward, err := c.ids(p.forward)
	if err != nil {
		return nil, err
	}
	there := &link{predicate: quadstore.AnyID, except: forward, graph: c.graph}
	if len(p.backward) == 0 {
		return there, nil
	}
	backward, err := c.ids(p.backward)
	back := backwards{&link{predicate: quadstore.AnyID, except: backward, graph: c.graph}}
	if len(p.forward) == 0 {
		return back, err
	}
	return &fork{there, back}, err
}

// link is one step over a predicate, or over any but some.
type link struct {
	predicate uint64
	except    map[uint64]bool
	graph     graphs
	cursor    *quadstore.Cursor
}

func (l *link) from(r *run, node uint64, back bool, yield func(uint64) error) error {
	ids := quadstore.IDs{node, l.predicate, quadstore.AnyID, l.graph.label}
	order, goal := quadstore.BySubject, 2
	if back {
		ids[0], ids[2] = ids[2], ids[0]
		order, goal = quadstore.ByObject, 0
	}
	if l.graph.walks {
		ids[3] = r.graph
	}
	if isOwn(node) || isOwn(l.predicate) && l.predicate != quadstore.AnyID || isOwn(ids[3]) && ids[3] != quadstore.AnyID {
		return nil
	}
	if l.cursor == nil {
		l.cursor = r.at.Cursor(r.ctx)
	}
	last := uint64(0)
	for l.cursor.Seek(order, ids); ; {
		at, ok := l.cursor.Next()
		if !ok {
			return l.cursor.Err()
		}
		if err := r.tick(); err != nil {
			return err
		}
		if at[goal] == last || l.except[at[1]] {
			continue
		}
		last = at[goal]
		if err := yield(last); err != nil {
			return err
		}
	}
}

type backwards struct{ inner way }

func (b backwards) from(r *run, node uint64, back bool, yield func(uint64) error) error {
	return b.inner.from(r, node, !back, yield)
}

type relay struct{ first, second way }

func (w *relay) from(r *run, node uint64, back bool, yield func(uint64) error) error {
	first, second := w.first, w.second
	if back {
		first, second = second, first
	}
	return first.from(r, node, back, func(between uint64) error {
		return second.from(r, between, back, yield)
	})
}

type fork struct{ first, second way }

func (w *fork) from(r *run, node uint64, back bool, yield func(uint64) error) error {
	if err := w.first.from(r, node, back, yield); err != nil {
		return err
	}
	return w.second.from(r, node, back, yield)
}

// closure is a path taken again and again; each node is yielded once, so that cycles end.
type closure struct {
	inner      way
	zero, many bool
}

func (w *closure) from(r *run, node uint64, back bool, yield func(uint64) error) error {
	seen := map[uint64]bool{}
	visit := func(id uint64) (bool, error) {
		if seen[id] {
			return false, nil
		}
		seen[id] = true
		return true, r.hold(48)
	}
	if w.zero {
		seen[node] = true
		if err := yield(node); err != nil {
			return err
		}
	}
	frontier := []uint64{node}
	for len(frontier) > 0 {
		var reached []uint64
		for _, from := range frontier {
			err := w.inner.from(r, from, back, func(id uint64) error {
				if fresh, err := visit(id); !fresh || err != nil {
					return err
				}
				reached = append(reached, id)
				return nil
			})
			if err != nil {
				return err
			}
		}
		for _, id := range reached {
			if err := yield(id); err != nil {
				return err
			}
		}
		if !w.many {
			return nil
		}
		frontier = reached
	}
	return nil
}
