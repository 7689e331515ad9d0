package sparql

import (
	"encoding/binary"
	"slices"
)

// selecting is a SELECT at work: a row of its own, of which the columns go to the row outside.
type selecting struct {
	inner    operator
	width    func() int
	columns  []int // in its own row
	outside  []int // in the row that it yields to
	order    []sortKey
	distinct bool
	offset   int64
	limit    int64
}

// selection compiles a SELECT within another pattern.
func (c *compiler) selection(s *selection) (operator, error) {
	op, err := compileSelection(c.run, s, c.graph)
	if err != nil {
		return nil, err
	}
	for _, name := range s.names {
		op.outside = append(op.outside, c.slot(name))
	}
	return op, nil
}

// compileSelection compiles a SELECT in a scope of its own.
func compileSelection(r *run, s *selection, g graphs) (*selecting, error) {
	c := newCompiler(r, g)
	op := &selecting{distinct: s.distinct, offset: s.offset, limit: s.limit, width: func() int { return len(c.slots) }}
	var err error
	if op.inner, err = c.inRow(s.inner, entry{names{}, names{}}); err != nil {
		return nil, err
	}
	for _, name := range s.names {
		op.columns = append(op.columns, c.slot(name))
	}
	scope := possible(s.inner)
	for _, o := range s.order {
		by, err := c.expression(o.by, scope)
		if err != nil {
			return nil, err
		}
		op.order = append(op.order, sortKey{by, o.descending})
	}
	return op, nil
}

func (s *selecting) each(r *run, outer row, yield func() error) error {
	return s.rows(r, func(ids []uint64) error { return outer.withAll(s.outside, ids, yield) })
}

// rows yields the columns of each solution, ordered, told apart and cut.
func (s *selecting) rows(r *run, yield func(ids []uint64) error) error {
	if s.limit == 0 {
		return nil
	}
	last := s.cut(yield)
	if s.distinct {
		last = distinctly(r, last)
	}
	var err error
	if len(s.order) > 0 {
		err = s.sorted(r, last)
	} else {
		err = s.unsorted(r, last)
	}
	if err == errCut {
		return nil
	}
	return err
}

func (s *selecting) unsorted(r *run, yield func(ids []uint64) error) error {
	row := make(row, s.width())
	ids := make([]uint64, len(s.columns))
	return s.inner.each(r, row, func() error {
		if err := r.tick(); err != nil {
			return err
		}
		s.project(ids, row)
		return yield(ids)
	})
}

func (s *selecting) project(ids []uint64, row row) {
	for i, slot := range s.columns {
		ids[i] = row[slot]
	}
}

// cut is OFFSET and LIMIT.
func (s *selecting) cut(yield func(ids []uint64) error) func(ids []uint64) error {
	if s.limit < 0 && s.offset == 0 {
		return yield
	}
	n := int64(0)
	return func(ids []uint64) error {
		if n++; n <= s.offset {
			return nil
		}
		if err := yield(ids); err != nil {
			return err
		}
		if s.limit >= 0 && n == s.offset+s.limit {
			return errCut
		}
		return nil
	}
}

// distinctly yields each solution once.
func distinctly(r *run, yield func(ids []uint64) error) func(ids []uint64) error {
	seen := map[string]bool{}
	var key []byte
	return func(ids []uint64) error {
		key = appendIDs(key[:0], ids)
		if seen[string(key)] {
			return nil
		}
		seen[string(key)] = true
		if err := r.hold(len(key) + 48); err != nil {
			return err
		}
		return yield(ids)
	}
}

func appendIDs(key []byte, ids []uint64) []byte {
	for _, id := range ids {
		key = binary.NativeEndian.AppendUint64(key, id)
	}
	return key
}

// outermost compiles the SELECT that is the query, or stands for it.
func (q *Query) outermost(r *run) (*selecting, error) {
	return compileSelection(r, q.where.(*selection), everyGraph())
}

// groups is GROUP BY with its aggregates at work.
type groups struct {
	inner      operator
	width      func() int
	keys       []evaluated
	keySlots   []int
	aggregates []aggregator
	slots      []int // of the aggregates
}

func (c *compiler) grouping(g *grouping) (operator, error) {
	inner, err := c.inRow(g.inner, entry{names{}, names{}})
	if err != nil {
		return nil, err
	}
	op := &groups{inner: inner, width: func() int { return len(c.slots) }}
	scope := possible(g.inner)
	for _, k := range g.keys {
		by, err := c.expression(k.value, scope)
		if err != nil {
			return nil, err
		}
		op.keys, op.keySlots = append(op.keys, by), append(op.keySlots, c.slot(k.name))
	}
	for _, a := range g.aggregates {
		one := aggregator{aggregated: a}
		if a.argument != nil {
			if one.argument, err = c.expression(a.argument, scope); err != nil {
				return nil, err
			}
		}
		op.aggregates, op.slots = append(op.aggregates, one), append(op.slots, c.slot(a.name))
	}
	return op, nil
}

// group is the state of one group.
type groupState struct {
	keys  []uint64
	state []accumulator
}

// each gathers all groups first. Without keys there is one group, even of nothing. The
// inner pattern has a row of its own, since its variables end here.
func (g *groups) each(r *run, outer row, yield func() error) error {
	found, err := g.gather(r)
	if err != nil {
		return err
	}
	slots := append(slices.Clone(g.keySlots), g.slots...)
	for _, one := range found {
		ids := one.keys
		for i := range one.state {
			id, err := one.state[i].result(r, g.aggregates[i])
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		if err := outer.withAll(slots, ids, yield); err != nil {
			return err
		}
	}
	return nil
}

func (g *groups) gather(r *run) (found []*groupState, err error) {
	byKey := map[string]*groupState{}
	row := make(row, g.width())
	ids := make([]uint64, len(g.keys))
	var key []byte
	add := func() *groupState {
		s := &groupState{slices.Clone(ids), make([]accumulator, len(g.aggregates))}
		found, byKey[string(key)] = append(found, s), s
		return s
	}
	if len(g.keys) == 0 {
		add()
	}
	err = g.inner.each(r, row, func() error {
		for i, k := range g.keys {
			if ids[i], err = k.id(r, row); fatal(err) != nil {
				return err
			}
		}
		key = appendIDs(key[:0], ids)
		s := byKey[string(key)]
		if s == nil {
			s = add()
			if err := r.hold(128 + 64*len(g.aggregates)); err != nil {
				return err
			}
		}
		for i := range s.state {
			if err := s.state[i].add(r, row, &g.aggregates[i]); err != nil {
				return err
			}
		}
		return r.tick()
	})
	return found, err
}
