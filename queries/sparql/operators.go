package sparql

import "sayso/graph/quadstore"

// filtering yields what passes all tests; an error in one is no pass.
type filtering struct {
	inner operator
	tests []test
}

// test is a condition.
type test struct{ evaluate evaluator }

// passes tells whether a row does; a failure that ends the query is an error.
func (t test) passes(r *run, row row) (bool, error) {
	v, err := t.evaluate(r, row)
	if err != nil {
		return false, fatal(err)
	}
	truth, err := effective(v)
	return truth && err == nil, fatal(err)
}

func passAll(r *run, row row, tests []test) (bool, error) {
	for _, t := range tests {
		if ok, err := t.passes(r, row); !ok || err != nil {
			return false, err
		}
	}
	return true, nil
}

func (f *filtering) each(r *run, row row, yield func() error) error {
	return f.inner.each(r, row, func() error {
		if ok, err := passAll(r, row, f.tests); !ok || err != nil {
			return err
		}
		return yield()
	})
}

// unit has one solution that binds nothing.
type unit struct{}

func (unit) each(_ *run, _ row, yield func() error) error { return yield() }

// nested joins by looking the second up for each solution of the first.
type nested struct{ first, second operator }

func (n *nested) each(r *run, row row, yield func() error) error {
	return n.first.each(r, row, func() error { return n.second.each(r, row, yield) })
}

// leftJoin is OPTIONAL.
type leftJoin struct {
	left, right operator
	on          []test
}

func (l *leftJoin) each(r *run, row row, yield func() error) error {
	return l.left.each(r, row, func() error {
		matched := false
		err := l.right.each(r, row, func() error {
			if ok, err := passAll(r, row, l.on); !ok || err != nil {
				return err
			}
			matched = true
			return yield()
		})
		if err != nil || matched {
			return err
		}
		return yield()
	})
}

// unionOf yields the solutions of one after the other.
type unionOf []operator

func (u unionOf) each(r *run, row row, yield func() error) error {
	for _, arm := range u {
		if err := arm.each(r, row, yield); err != nil {
			return err
		}
	}
	return nil
}

// antiJoin yields what has no match.
type antiJoin struct{ left, right operator }

func (a *antiJoin) each(r *run, row row, yield func() error) error {
	return a.left.each(r, row, func() error {
		if found, err := has(r, row, a.right); found || err != nil {
			return err
		}
		return yield()
	})
}

// has tells whether there is a solution.
func has(r *run, row row, op operator) (bool, error) {
	err := op.each(r, row, func() error { return errEnough })
	if err == errEnough {
		return true, nil
	}
	return false, err
}

// bind is BIND, and (expression AS ?variable): a variable is left unbound where the expression fails.
type bind struct {
	inner operator
	slot  int
	value evaluated
}

func (b *bind) each(r *run, row row, yield func() error) error {
	return b.inner.each(r, row, func() error {
		id, err := b.value.id(r, row)
		if err = fatal(err); err != nil {
			return err
		}
		return row.with(b.slot, id, yield)
	})
}

// with sets a slot while it yields. Where the slot has another value already there is no
// solution; where id is 0 nothing is set.
func (w row) with(slot int, id uint64, yield func() error) error {
	if id == 0 || w[slot] == id {
		return yield()
	}
	if w[slot] != 0 {
		return nil
	}
	w[slot] = id
	err := yield()
	w[slot] = 0
	return err
}

// inline is VALUES.
type inline struct {
	slots []int
	rows  [][]uint64
}

func (t *inline) each(r *run, row row, yield func() error) error {
	for _, ids := range t.rows {
		if err := r.tick(); err != nil {
			return err
		}
		if err := row.withAll(t.slots, ids, yield); err != nil {
			return err
		}
	}
	return nil
}

// withAll sets slots while it yields, where they agree.
func (w row) withAll(slots []int, ids []uint64, yield func() error) error {
	if len(slots) == 0 {
		return yield()
	}
	return w.with(slots[0], ids[0], func() error { return w.withAll(slots[1:], ids[1:], yield) })
}

// eachGraph goes through the graphs of the store.
type eachGraph struct {
	inner  operator
	slot   int
	cursor *quadstore.Cursor
}

func (g *eachGraph) each(r *run, row row, yield func() error) error {
	if label := row[g.slot]; label != 0 {
		named, err := r.isGraph(label)
		if err != nil || !named {
			return err
		}
		return g.at(r, row, label, yield)
	}
	if g.cursor == nil {
		g.cursor = r.at.Cursor(r.ctx)
	}
	return g.cursor.Labels(func(label uint64) error {
		row[g.slot] = label
		defer func() { row[g.slot] = 0 }()
		return g.at(r, row, label, yield)
	})
}

// at evaluates the pattern in one graph; what comes after is not in it.
func (g *eachGraph) at(r *run, row row, label uint64, yield func() error) error {
	outer := r.graph
	defer func() { r.graph = outer }()
	r.graph = label
	return g.inner.each(r, row, func() error {
		r.graph = outer
		defer func() { r.graph = label }()
		return yield()
	})
}
