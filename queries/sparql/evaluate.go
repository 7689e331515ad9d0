package sparql

import (
	"context"

	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
	"sayso/queries"
)

// Columns are the names of the columns of a SELECT.
func (q *Query) Columns() []string { return q.names }

// IsAsk tells whether the answer is yes or no.
func (q *Query) IsAsk() bool { return q.form == askForm }

// Solutions calls yield with each solution of a SELECT, one value for each column, nil where it
// has none. The slice is the same each time.
func (q *Query) Solutions(ctx context.Context, at *quadstore.Snapshot, limits queries.Limits, yield func([]quad.Value) error) error {
	return guarded(ctx, limits.WithDefaults().Time, func(ctx context.Context) error {
		r := newRun(ctx, at)
		s, err := q.outermost(r)
		if err != nil {
			return err
		}
		values := make([]quad.Value, len(s.columns))
		return s.rows(r, func(ids []uint64) error {
			for i, id := range ids {
				if values[i], err = r.value(id); err != nil {
					return err
				}
			}
			return yield(values)
		})
	})
}

// Ask answers an ASK.
func (q *Query) Ask(ctx context.Context, at *quadstore.Snapshot, limits queries.Limits) (yes bool, err error) {
	err = guarded(ctx, limits.WithDefaults().Time, func(ctx context.Context) error {
		r := newRun(ctx, at)
		s, err := q.outermost(r)
		if err != nil {
			return err
		}
		err = s.rows(r, func([]uint64) error { return errEnough })
		if yes = err == errEnough; yes {
			return nil
		}
		return err
	})
	return yes, err
}

// Graph calls yield with each triple of a CONSTRUCT or DESCRIBE, once.
func (q *Query) Graph(ctx context.Context, at *quadstore.Snapshot, limits queries.Limits, yield func(quad.Quad) error) error {
	return guarded(ctx, limits.WithDefaults().Time, func(ctx context.Context) error {
		r := newRun(ctx, at)
		once := onceEach(r, yield)
		if q.form == describeForm {
			return q.describeAll(r, once)
		}
		return q.constructAll(r, once)
	})
}

// onceEach passes each triple on once.
func onceEach(r *run, yield func(quad.Quad) error) func(quad.Quad) error {
	seen := map[string]bool{}
	return func(t quad.Quad) error {
		key := spelling(t.Subject) + " " + spelling(t.Predicate) + " " + spelling(t.Object)
		if seen[key] {
			return nil
		}
		seen[key] = true
		if err := r.hold(len(key) + 48); err != nil {
			return err
		}
		return yield(t)
	}
}

// constructAll fills the template in for each solution. What makes no triple is left out.
func (q *Query) constructAll(r *run, yield func(quad.Quad) error) error {
	s, err := q.outermost(r)
	if err != nil {
		return err
	}
	places := map[string]int{}
	for i, name := range q.where.(*selection).names {
		places[name] = i
	}
	return s.rows(r, func(ids []uint64) error {
		f := filling{run: r, places: places, ids: ids, blanks: map[string]quad.Value{}}
		for _, t := range q.template {
			triple := quad.Quad{Subject: f.value(t.subject), Predicate: f.value(t.predicate), Object: f.value(t.object)}
			if f.err != nil {
				return f.err
			}
			if !isTriple(triple) {
				continue
			}
			if err := yield(triple); err != nil {
				return err
			}
		}
		return nil
	})
}

func isTriple(t quad.Quad) bool {
	_, iri := t.Predicate.(quad.IRI)
	return t.Subject != nil && t.Object != nil && iri && !isLiteral(t.Subject)
}

// filling is a template on its way to being filled in with one solution.
type filling struct {
	run    *run
	places map[string]int
	ids    []uint64
	blanks map[string]quad.Value // of the template, other nodes for each solution
	err    error
}

func (f *filling) value(t term) quad.Value {
	if !t.isVariable() {
		return t.value
	}
	if i, ok := f.places[t.name]; ok {
		v, err := f.run.value(f.ids[i])
		if err != nil {
			f.err = err
		}
		return v
	}
	if t.name[0] != ' ' {
		return nil
	}
	if f.blanks[t.name] == nil {
		f.blanks[t.name] = f.run.freshBlank()
	}
	return f.blanks[t.name]
}

// describeAll yields the triples that each resource begins, and those of the blank nodes that they lead to.
func (q *Query) describeAll(r *run, yield func(quad.Quad) error) error {
	s, err := q.outermost(r)
	if err != nil {
		return err
	}
	wanted, seen := []uint64{}, map[uint64]bool{0: true}
	want := func(id uint64) {
		if !seen[id] {
			seen[id] = true
			wanted = append(wanted, id)
		}
	}
	places := map[string]int{}
	for i, name := range q.where.(*selection).names {
		places[name] = i
	}
	for _, t := range q.describe {
		if !t.isVariable() {
			id, err := r.id(t.value)
			if err != nil {
				return err
			}
			want(id)
		}
	}
	err = s.rows(r, func(ids []uint64) error {
		for _, t := range q.describe {
			if i, ok := places[t.name]; ok {
				want(ids[i])
			}
		}
		return r.hold(48)
	})
	for i := 0; err == nil && i < len(wanted); i++ {
		err = r.describe(wanted[i], want, yield)
	}
	return err
}

func (r *run) describe(id uint64, want func(uint64), yield func(quad.Quad) error) error {
	if isOwn(id) {
		return nil
	}
	any := quadstore.AnyID
	cursor := r.at.Cursor(r.ctx)
	for cursor.Seek(quadstore.BySubject, quadstore.IDs{id, any, any, any}); ; {
		at, ok := cursor.Next()
		if !ok {
			return cursor.Err()
		}
		var t quad.Quad
		for i, d := range []quad.Direction{quad.Subject, quad.Predicate, quad.Object} {
			v, err := r.value(at[i])
			if err != nil {
				return err
			}
			t.Set(d, v)
		}
		if _, blank := t.Object.(quad.BNode); blank {
			want(at[2])
		}
		if err := yield(t); err != nil {
			return err
		}
	}
}
