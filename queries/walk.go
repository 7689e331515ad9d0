package queries

import (
	"context"
	"errors"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// walk is one way along a path so far. It stands on node, or on any node of the
// graph where node is nil; then the tags in open wait for the node to be known.
type walk struct {
	node cayley.Ref
	open []string
	tags *binding
}

// binding is what one tag shows, and the bindings before it.
type binding struct {
	tag    string
	node   cayley.Ref
	before *binding
}

// errEnough says that the rest of the path needs no more walks.
var errEnough = errors.New("enough")

// stage is a step at work: walks come in, and go on to the stage after it. Stages
// stand in a chain, so a walk goes all its way before the next one starts, and
// nothing is held that a step does not need to hold.
type stage interface {
	push(walk) error
	end() error // no more walks come
}

// sink is the last stage.
type sink func(walk) error

func (s sink) push(w walk) error { return s(w) }
func (s sink) end() error        { return nil }

// each is a stage that looks at one walk at a time.
type each struct {
	move func(walk, func(walk) error) error
	next stage
}

func (s each) push(w walk) error { return s.move(w, s.next.push) }
func (s each) end() error        { return s.next.end() }

// run is one evaluation of a query.
type run struct {
	ctx   context.Context
	graph Graph
	ticks int
	held  int
}

// walkAll sends all walks of the path into last.
func (r *run) walkAll(p *Path, last sink) error {
	first, err := r.stages(r.cheapestFirst(p.Steps), &labels{}, last)
	if err != nil {
		return err
	}
	if err := first.push(walk{}); err != nil && err != errEnough {
		return err
	}
	if err := first.end(); err != errEnough {
		return err
	}
	return nil
}

// tick is called for each quad or node looked at, and fails when the query is over.
func (r *run) tick() error {
	if r.ticks++; r.ticks%64 == 0 {
		return r.ctx.Err()
	}
	return nil
}

// hold is called for each node that the query keeps.
func (r *run) hold() error {
	if r.held++; r.held > maxHeld {
		return LimitError{"the query holds too many nodes at once"}
	}
	return nil
}

// settle turns a walk on any node into one walk for each node of the graph.
func (r *run) settle(w walk, yield func(walk) error) error {
	if w.node != nil {
		return yield(w)
	}
	it := r.graph.Quads.NodesAllIterator()
	defer it.Close()
	for it.Next(r.ctx) {
		if err := r.tick(); err != nil {
			return err
		}
		if err := yield(w.at(it.Result())); err != nil {
			return err
		}
	}
	return errors.Join(it.Err(), r.ctx.Err())
}

// at is the walk once it stands on node.
func (w walk) at(node cayley.Ref) walk {
	tags := w.tags
	for _, t := range w.open {
		tags = &binding{tag: t, node: node, before: tags}
	}
	return walk{node: node, tags: tags}
}

func (w walk) with(tags []string, node cayley.Ref) walk {
	for _, t := range tags {
		w.tags = &binding{tag: t, node: node, before: w.tags}
	}
	return w
}

// withAll adds the bindings of another walk.
func (w walk) withAll(tags *binding) walk {
	if tags == nil {
		return w
	}
	w = w.withAll(tags.before)
	w.tags = &binding{tag: tags.tag, node: tags.node, before: w.tags}
	return w
}

func (w walk) tagged(tag string) cayley.Ref {
	for b := w.tags; b != nil; b = b.before {
		if b.tag == tag {
			return b.node
		}
	}
	return nil
}

func (r *run) valueOf(node cayley.Ref) quad.Value {
	if v, ok := node.(cayley.PreFetchedValue); ok {
		return v.NameOf()
	}
	if node == nil {
		return nil
	}
	return r.graph.Quads.NameOf(node)
}

// key identifies a node among the nodes of the graph.
func key(node cayley.Ref) any { return cayley.ToKey(node) }
