package sparql

import (
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
)

// part is one element of a join.
type part struct {
	pattern  pattern
	scan     *scan // of a plain triple
	path     *triple
	possible names
	certain  names
}

// joined orders the parts of a join by what they are likely to cost, and puts each condition
// where its variables are bound.
func (c *compiler) joined(patterns []pattern, conditions []expression, at entry) (operator, error) {
	parts, err := c.parts(patterns)
	if err != nil {
		return nil, err
	}
	scope, always := names{}, names{}
	for _, p := range parts {
		scope.add(p.possible)
		always.add(p.certain)
	}
	for _, e := range conditions {
		parts = append(parts, c.narrowing(e, always)...)
	}
	var op operator = unit{}
	for len(parts) > 0 {
		i := c.cheapest(parts, at.certain)
		next, err := c.part(parts[i], at)
		if err != nil {
			return nil, err
		}
		if op = chain(op, next); err != nil {
			return nil, err
		}
		at = entry{at.certain.clone().add(parts[i].certain), at.maybe.clone().add(parts[i].possible)}
		parts = slices.Delete(parts, i, i+1)
		if op, conditions, err = c.ready(op, conditions, scope, at.certain); err != nil {
			return nil, err
		}
	}
	return c.conditions(op, conditions, scope)
}

func chain(first, second operator) operator {
	if _, ok := first.(unit); ok {
		return second
	}
	return &nested{first, second}
}

// ready applies the conditions whose variables are all bound.
func (c *compiler) ready(op operator, conditions []expression, scope, bound names) (operator, []expression, error) {
	var now, later []expression
	for _, e := range conditions {
		if bound.holds(used(e).and(scope)) {
			now = append(now, e)
		} else {
			later = append(later, e)
		}
	}
	op, err := c.conditions(op, now, scope)
	return op, later, err
}

// parts takes joins within joins apart, down to triples.
func (c *compiler) parts(patterns []pattern) (all []part, err error) {
	for _, p := range patterns {
		var some []part
		switch p := p.(type) {
		case *join:
			some, err = c.parts(p.parts)
		case *basic:
			some, err = c.triples(p)
		default:
			some = []part{{pattern: p, possible: possible(p), certain: certain(p)}}
		}
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

func (c *compiler) triples(p *basic) (all []part, err error) {
	for _, t := range p.triples {
		one := part{possible: names{}}
		t.each(func(name string) { one.possible[name] = true })
		if c.graph.slot >= 0 {
			one.possible[c.nameOf(c.graph.slot)] = true
		}
		one.certain = one.possible
		if t.path == nil {
			one.scan, err = c.scan(t)
		} else {
			one.path = &t
		}
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

func (c *compiler) nameOf(slot int) string {
	for name, i := range c.slots {
		if i == slot {
			return name
		}
	}
	return ""
}

func (c *compiler) scan(t triple) (*scan, error) {
	s := &scan{graph: c.graph, count: -1, labels: -1}
	for i, end := range []term{t.subject, t.predicate, t.object} {
		id, err := c.constantID(end)
		if err != nil {
			return nil, err
		}
		s.ids[i], s.slots[i] = id, -1
		if end.isVariable() {
			s.slots[i] = c.slot(end.name)
		}
	}
	s.ids[3], s.slots[3] = c.graph.label, c.graph.slot
	if c.graph != everyGraph() {
		s.count, s.labels = c.run.count(s.ids), c.run.labels(s.ids)
	}
	return s, nil
}

// narrowing makes parts of conditions such as ?x = <iri>, which say what a variable is.
func (c *compiler) narrowing(e expression, always names) []part {
	is, ok := e.(*call)
	if !ok || is.function != "=" && is.function != "SAMETERM" && is.function != "IN" {
		return nil
	}
	list := is.arguments
	if _, iri := list[0].(constant); iri && len(list) == 2 {
		list = []expression{list[1], list[0]}
	}
	about, ok := list[0].(reference)
	if !ok || !always[about.name] {
		return nil
	}
	t := &table{names: []string{about.name}}
	for _, e := range list[1:] {
		value, _ := e.(constant)
		iri, ok := value.value.(quad.IRI)
		if !ok {
			return nil
		}
		if row := []quad.Value{iri}; !slices.ContainsFunc(t.rows, func(r []quad.Value) bool { return r[0] == row[0] }) {
			t.rows = append(t.rows, row)
		}
	}
	return []part{{pattern: t, possible: names{about.name: true}, certain: names{about.name: true}}}
}

// part is the operator of a part.
func (c *compiler) part(p part, at entry) (operator, error) {
	switch {
	case p.scan != nil:
		return p.scan, nil
	case p.path != nil:
		return c.path(p.path, at)
	}
	return c.pattern(p.pattern, at)
}

// cheapest is the part that is likely to have the fewest solutions for each one so far.
func (c *compiler) cheapest(parts []part, bound names) int {
	best, least := 0, 0.0
	if len(parts) == 1 {
		return 0
	}
	for i, p := range parts {
		cost := c.cost(p, bound)
		if len(bound) > 0 && len(p.possible) > 0 && !p.possible.meets(bound) && cost > 1 {
			cost *= 1000
		}
		if i == 0 || cost < least {
			best, least = i, cost
		}
	}
	return best
}

// cost is about how many solutions a part has where some variables are bound.
func (c *compiler) cost(p part, bound names) float64 {
	switch {
	case p.scan != nil:
		return c.scanCost(p.scan, bound)
	case p.path != nil:
		return pathCost(p.path, bound)
	}
	switch t := p.pattern.(type) {
	case *table:
		if bound.holds(p.possible) {
			return 0.1
		}
		return float64(len(t.rows))
	case *extend:
		if inner, ok := t.inner.(*join); ok && len(inner.parts) == 0 {
			return 0
		}
	case *selection:
		if t.limit >= 0 {
			return float64(t.limit)
		}
	}
	if c.lateral(p.pattern, bound) && p.certain.meets(bound) {
		return 50
	}
	return 1e5
}

func pathCost(t *triple, bound names) float64 {
	ends := 0
	for _, end := range []term{t.subject, t.object} {
		if !end.isVariable() || bound[end.name] {
			ends++
		}
	}
	return []float64{1e7, 40, 2}[ends]
}

// scanCost starts from the quads that match the constants; what each bound variable leaves of
// them is a guess: few have the same subject, some the same object, many the same predicate.
func (c *compiler) scanCost(s *scan, bound names) float64 {
	if s.count < 0 {
		s.count = c.run.count(s.ids)
	}
	n := float64(s.count)
	has := func(i int) bool { return s.slots[i] >= 0 && bound[c.nameOf(s.slots[i])] }
	if has(3) {
		n = min(n, 100+n/100)
	}
	if has(1) {
		n = min(n, 1+n/20)
	}
	if has(2) {
		n = min(n, 5+n/100)
	}
	if has(0) {
		n = min(n, 2+n/10000)
	}
	if has(0) && (has(2) || s.slots[2] < 0) && n > 0 {
		n = 0.5
	}
	return n
}

// count is about how many quads match.
func (r *run) count(ids quadstore.IDs) int64 {
	for _, id := range ids {
		if isOwn(id) && id != quadstore.AnyID {
			return 0
		}
	}
	size, err := r.at.Count(ids)
	if err != nil {
		return 1 << 40
	}
	return size.Size
}

// labels is about how many quads have the label, or one of those that a variable may stand for.
func (r *run) labels(ids quadstore.IDs) int64 {
	any := quadstore.AnyID
	if ids[3] == any {
		return 1000
	}
	return r.count(quadstore.IDs{any, any, any, ids[3]})
}

func sortedNames(n names) []string { return slices.Sorted(maps.Keys(n)) }
