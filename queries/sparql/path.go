package sparql

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
)

// path compiles a property path. All but repetition is what section 18.2.2.3 makes of it: triples, joins and unions.
func (c *compiler) path(t *triple, at entry) (operator, error) {
	switch p := t.path.(type) {
	case step:
		return c.scan(triple{subject: t.subject, predicate: valueTerm(p.predicate), object: t.object})
	case *inverse:
		return c.path(&triple{subject: t.object, object: t.subject, path: p.inner}, at)
	case *sequence:
		between := term{name: c.fresh()}
		return c.joined([]pattern{&basic{[]triple{
			{subject: t.subject, object: between, path: p.first},
			{subject: between, object: t.object, path: p.second},
		}}}, nil, at)
	case *either:
		first, err := c.path(&triple{subject: t.subject, object: t.object, path: p.first}, at)
		if err != nil {
			return nil, err
		}
		second, err := c.path(&triple{subject: t.subject, object: t.object, path: p.second}, at)
		return unionOf{first, second}, err
	case *negated:
		return c.negated(t, p)
	}
	return c.repetition(t)
}

// fresh is a variable that no query can spell.
func (c *compiler) fresh() string {
	name := fmt.Sprint(" between", len(c.slots))
	c.slot(name)
	return name
}

func (c *compiler) negated(t *triple, p *negated) (operator, error) {
	var arms unionOf
	for _, way := range []struct {
		except   []quad.IRI
		from, to term
		none     bool
	}{{p.forward, t.subject, t.object, len(p.forward) == 0 && len(p.backward) > 0}, {p.backward, t.object, t.subject, len(p.backward) == 0}} {
		if way.none {
			continue
		}
		s, err := c.scan(triple{subject: way.from, predicate: term{name: c.fresh()}, object: way.to})
		if err != nil {
			return nil, err
		}
		s.slots[1] = -1
		if s.except, err = c.ids(way.except); err != nil {
			return nil, err
		}
		arms = append(arms, s)
	}
	return arms, nil
}

func (c *compiler) ids(iris []quad.IRI) (map[uint64]bool, error) {
	set := map[uint64]bool{}
	for _, iri := range iris {
		id, err := c.run.id(iri)
		if err != nil {
			return nil, err
		}
		set[id] = true
	}
	return set, nil
}

func (c *compiler) repetition(t *triple) (operator, error) {
	way, err := c.way(t.path)
	if err != nil {
		return nil, err
	}
	op := &reach{way: way.(*closure), graph: c.graph}
	for i, end := range []term{t.subject, t.object} {
		op.slots[i] = -1
		if end.isVariable() {
			op.slots[i] = c.slot(end.name)
		} else if op.ids[i], err = c.run.id(end.value); err != nil {
			return nil, err
		}
	}
	return op, nil
}

// reach is a path of any length from one end to another, each pair of ends once.
type reach struct {
	way   *closure
	graph graphs
	slots [2]int    // of variables, else -1
	ids   [2]uint64 // of constants
}

func (p *reach) each(r *run, row row, yield func() error) error {
	ends := p.ids
	for i, slot := range p.slots {
		if slot >= 0 {
			ends[i] = row[slot]
		}
	}
	switch {
	case ends[0] != 0:
		return p.from(r, row, ends, false, yield)
	case ends[1] != 0:
		return p.from(r, row, ends, true, yield)
	}
	return p.everywhere(r, row, yield)
}

// from walks from the end that is known to the other.
func (p *reach) from(r *run, row row, ends [2]uint64, back bool, yield func() error) error {
	start, goal := 0, 1
	if back {
		start, goal = 1, 0
	}
	// A constant reaches itself in no step even where the graph does not know it.
	if p.slots[start] >= 0 && p.way.zero && !(ends[goal] == ends[start] && p.slots[goal] < 0) {
		known, err := r.isNode(ends[start], p.label(r))
		if err != nil || !known {
			return err
		}
	}
	err := p.way.from(r, ends[start], back, func(id uint64) error {
		switch {
		case ends[goal] == 0:
			return row.with(p.slots[goal], id, yield)
		case ends[goal] != id:
			return nil
		}
		if err := yield(); err != nil {
			return err
		}
		return errArrived
	})
	if err == errArrived {
		return nil
	}
	return err
}

// everywhere walks from every node that may be a start.
func (p *reach) everywhere(r *run, row row, yield func() error) error {
	return r.eachNode(p.label(r), func(id uint64) error {
		return row.with(p.slots[0], id, func() error {
			if p.slots[0] == p.slots[1] {
				return p.from(r, row, [2]uint64{id, id}, false, yield)
			}
			return p.from(r, row, [2]uint64{id, 0}, false, yield)
		})
	})
}

// label is the graph that the path goes through, or AnyID.
func (p *reach) label(r *run) uint64 {
	if p.graph.walks {
		return r.graph
	}
	return p.graph.label
}

// isNode tells whether a triple of a graph begins or ends at an id.
func (r *run) isNode(id, label uint64) (bool, error) {
	any := quadstore.AnyID
	begins, err := r.holds(quadstore.BySubject, quadstore.IDs{id, any, any, label})
	if begins || err != nil {
		return begins, err
	}
	return r.holds(quadstore.ByObject, quadstore.IDs{any, any, id, label})
}

// eachNode yields every node of a graph once.
func (r *run) eachNode(label uint64, yield func(uint64) error) error {
	any := quadstore.AnyID
	if isOwn(label) && label != any {
		return nil
	}
	seen := map[uint64]bool{}
	cursor, order := r.at.Cursor(r.ctx), quadstore.BySubject
	if label != any {
		order = quadstore.ByLabel
	}
	for cursor.Seek(order, quadstore.IDs{any, any, any, label}); ; {
		at, ok := cursor.Next()
		if !ok {
			return cursor.Err()
		}
		for _, id := range []uint64{at[0], at[2]} {
			if seen[id] {
				continue
			}
			seen[id] = true
			if err := r.hold(48); err != nil {
				return err
			}
			if err := yield(id); err != nil {
				return err
			}
		}
	}
}
