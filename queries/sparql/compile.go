package sparql

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
)

// compiler makes operators of patterns, within one scope of variables.
type compiler struct {
	run     *run
	slots   map[string]int
	outside names // of EXISTS: the variables around it, which are substituted
	graph   graphs
}

// graphs is which graphs the patterns look at.
type graphs struct {
	label uint64 // AnyID: their union
	slot  int    // of GRAPH's variable, bound by every quad; -1 for none
	walks bool   // GRAPH's variable goes through the graphs, see run.graph
}

func everyGraph() graphs { return graphs{quadstore.AnyID, -1, false} }

func newCompiler(r *run, g graphs) *compiler {
	return &compiler{run: r, slots: map[string]int{}, graph: g}
}

// slot is the place of a variable in the row.
func (c *compiler) slot(name string) int {
	i, ok := c.slots[name]
	if !ok {
		i = len(c.slots)
		c.slots[name] = i
	}
	return i
}

func (c *compiler) slotsOf(n names) (list []int) {
	for _, name := range sortedNames(n) {
		list = append(list, c.slot(name))
	}
	return list
}

// entry is what is bound already where a pattern is evaluated.
type entry struct{ certain, maybe names }

func (e entry) after(p pattern) entry {
	return entry{e.certain.clone().add(certain(p)), e.maybe.clone().add(possible(p))}
}

// pattern compiles a pattern to be evaluated row by row where that gives what section 18 says,
// which evaluates it by itself; elsewhere it is evaluated once, by itself, and its solutions are kept.
func (c *compiler) pattern(p pattern, at entry) (operator, error) {
	if c.lateral(p, at.maybe) {
		return c.inRow(p, at)
	}
	inner := *c
	op, err := inner.inRow(p, entry{names{}, names{}})
	if err != nil {
		return nil, err
	}
	both := possible(p).and(at.maybe)
	return &isolated{
		inner: op,
		width: func() int { return len(c.slots) },
		key:   c.slotsOf(certain(p).and(at.certain).and(both)),
		slots: c.slotsOf(possible(p)),
	}, nil
}

func (c *compiler) inRow(p pattern, at entry) (operator, error) {
	switch p := p.(type) {
	case *basic, *join:
		return c.joined([]pattern{p}, nil, at)
	case *filter:
		return c.filtered(p, at)
	case *optional:
		return c.optional(p, at)
	case *union:
		return c.union(p, at)
	case *minus:
		return c.minus(p, at)
	case *extend:
		return c.extend(p, at)
	case *graphOf:
		return c.within(p, at)
	case *table:
		return c.table(p)
	case *grouping:
		return c.grouping(p)
	case *selection:
		return c.selection(p)
	}
	return nil, fmt.Errorf("pattern %T", p)
}

// lateral tells whether a pattern may see what is bound already without a change of its
// meaning: no part of it must look at a variable that it does not bind itself there.
func (c *compiler) lateral(p pattern, maybe names) bool {
	switch p := p.(type) {
	case *basic, *table:
		return true
	case *selection, *grouping:
		return false
	case *join:
		return c.allLateral(p.parts, maybe)
	case *union:
		return c.allLateral(p.arms, maybe)
	case *graphOf:
		return c.lateral(p.inner, maybe)
	}
	if c.outside != nil {
		return c.allLateral(within(p), maybe)
	}
	switch p := p.(type) {
	case *filter:
		seen := usedByAll(p.conditions).and(possible(p.inner)).and(maybe)
		return certain(p.inner).holds(seen) && c.lateral(p.inner, maybe)
	case *extend:
		seen := used(p.value).and(possible(p.inner)).and(maybe)
		return certain(p.inner).holds(seen) && c.lateral(p.inner, maybe)
	case *minus:
		return certain(p.left).holds(possible(p.left).and(maybe)) && c.lateral(p.left, maybe)
	case *optional:
		left := certain(p.left)
		seen := possible(p.right).add(usedByAll(p.on).and(possible(p))).and(maybe)
		return left.holds(seen) && c.lateral(p.left, maybe)
	}
	return false
}

func (c *compiler) allLateral(list []pattern, maybe names) bool {
	for _, p := range list {
		if !c.lateral(p, maybe) {
			return false
		}
	}
	return true
}

// filtered plans the conditions together with the join that they stand over.
func (c *compiler) filtered(f *filter, at entry) (operator, error) {
	inner, rest := push(f)
	switch inner.(type) {
	case *basic, *join:
		return c.joined([]pattern{inner}, rest, at)
	}
	op, err := c.inRow(inner, at)
	if err != nil {
		return nil, err
	}
	return c.conditions(op, rest, possible(inner))
}

// push moves conditions below OPTIONAL, MINUS and BIND, where their variables are all bound there.
func push(f *filter) (inner pattern, rest []expression) {
	below, ok := map[bool]pattern{}, false
	switch p := f.inner.(type) {
	case *optional:
		below[true], ok = p.left, true
	case *minus:
		below[true], ok = p.left, true
	case *extend:
		below[true], ok = p.inner, true
	case *filter:
		return push(&filter{p.inner, append(append([]expression(nil), p.conditions...), f.conditions...)})
	}
	if !ok {
		return f.inner, f.conditions
	}
	var moved []expression
	for _, e := range f.conditions {
		if certain(below[true]).holds(used(e).and(possible(f.inner))) {
			moved = append(moved, e)
		} else {
			rest = append(rest, e)
		}
	}
	if len(moved) == 0 {
		return f.inner, rest
	}
	lowered := &filter{below[true], moved}
	switch p := f.inner.(type) {
	case *optional:
		return &optional{lowered, p.right, p.on}, rest
	case *minus:
		return &minus{lowered, p.right}, rest
	case *extend:
		return &extend{lowered, p.name, p.value}, rest
	}
	return f.inner, f.conditions
}

// conditions filters what an operator yields.
func (c *compiler) conditions(op operator, list []expression, scope names) (operator, error) {
	if len(list) == 0 {
		return op, nil
	}
	tests, err := c.tests(list, scope)
	return &filtering{op, tests}, err
}

func (c *compiler) tests(list []expression, scope names) (tests []test, err error) {
	for _, e := range list {
		evaluate, err := c.expression(e, scope)
		if err != nil {
			return nil, err
		}
		tests = append(tests, test{evaluate.value})
	}
	return tests, nil
}

func (c *compiler) optional(p *optional, at entry) (operator, error) {
	left, err := c.pattern(p.left, at)
	if err != nil {
		return nil, err
	}
	right, err := c.pattern(p.right, at.after(p.left))
	if err != nil {
		return nil, err
	}
	on, err := c.tests(p.on, possible(p))
	return &leftJoin{left, right, on}, err
}

func (c *compiler) union(p *union, at entry) (operator, error) {
	var arms unionOf
	for _, arm := range p.arms {
		op, err := c.pattern(arm, at)
		if err != nil {
			return nil, err
		}
		arms = append(arms, op)
	}
	return arms, nil
}

func (c *compiler) minus(p *minus, at entry) (operator, error) {
	left, err := c.pattern(p.left, at)
	if err != nil {
		return nil, err
	}
	shared := possible(p.left).and(possible(p.right))
	if len(shared) == 0 {
		return left, nil
	}
	seen := possible(p.right).and(at.after(p.left).maybe)
	if certain(p.left).holds(seen) && certain(p.right).holds(shared) && c.lateral(p.right, seen) {
		right, err := c.pattern(p.right, at.after(p.left))
		return &antiJoin{left, right}, err
	}
	right, err := c.inRow(p.right, entry{names{}, names{}})
	return &subtract{left: left, right: right, width: func() int { return len(c.slots) }, slots: c.slotsOf(shared)}, err
}

func (c *compiler) extend(p *extend, at entry) (operator, error) {
	inner, err := c.pattern(p.inner, at)
	if err != nil {
		return nil, err
	}
	value, err := c.expression(p.value, possible(p.inner))
	return &bind{inner, c.slot(p.name), value}, err
}

func (c *compiler) table(t *table) (operator, error) {
	op := &inline{}
	for _, name := range t.names {
		op.slots = append(op.slots, c.slot(name))
	}
	for _, values := range t.rows {
		ids := make([]uint64, len(values))
		for i, v := range values {
			if v == nil {
				continue
			}
			id, err := c.run.id(v)
			if err != nil {
				return nil, err
			}
			ids[i] = id
		}
		op.rows = append(op.rows, ids)
	}
	return op, nil
}

// within compiles GRAPH. Where every solution binds the graph's variable by its quads, the variable
// stands in them like any other; else the pattern is evaluated in one graph after the other.
func (c *compiler) within(p *graphOf, at entry) (operator, error) {
	inner := *c
	if !p.graph.isVariable() {
		id, err := c.run.id(p.graph.value)
		if err != nil {
			return nil, err
		}
		inner.graph = graphs{label: id, slot: -1}
		return inner.pattern(p.inner, at)
	}
	slot := c.slot(p.graph.name)
	if plainQuads(p.inner) {
		inner.graph = graphs{label: quadstore.AnyID, slot: slot}
		at.maybe = at.maybe.clone().add(names{p.graph.name: true})
		return inner.pattern(p.inner, at)
	}
	inner.graph = graphs{label: quadstore.AnyID, slot: -1, walks: true}
	named := names{p.graph.name: true}
	inner.outside = c.outside
	op, err := inner.pattern(p.inner, entry{at.certain.clone().add(named), at.maybe.clone().add(named)})
	return &eachGraph{inner: op, slot: slot}, err
}

// plainQuads tells whether a pattern is made of triples with no paths, joined.
func plainQuads(p pattern) bool {
	switch p := p.(type) {
	case *basic:
		for _, t := range p.triples {
			if t.path != nil {
				return false
			}
		}
		return len(p.triples) > 0
	case *join:
		for _, part := range p.parts {
			if !plainQuads(part) {
				return false
			}
		}
		return len(p.parts) > 0
	case *filter:
		for _, e := range p.conditions {
			if hasExists(e) {
				return false
			}
		}
		return plainQuads(p.inner)
	case *optional:
		return plainQuads(p.left) && plainQuads(p.right)
	case *union:
		for _, arm := range p.arms {
			if !plainQuads(arm) {
				return false
			}
		}
		return true
	}
	return false
}

// constantID is the id of a constant, AnyID for a variable.
func (c *compiler) constantID(t term) (uint64, error) {
	if t.isVariable() {
		return quadstore.AnyID, nil
	}
	return c.run.id(t.value)
}

// valueTerm is a term of a value.
func valueTerm(v quad.Value) term { return term{value: v} }
