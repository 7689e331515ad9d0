package sparql

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cayleygraph/quad"

	"sayso/graph/quadstore"
	"sayso/queries"
)

// maxHeld is how many bytes, about, a query may hold at once: to sort, group, join or tell apart.
const maxHeld = 128 << 20

// errEnough ends a walk whose rest is not wanted.
var errEnough = errors.New("enough")

// errCut ends a SELECT at its LIMIT.
var errCut = errors.New("cut")

// row is a solution in progress: an id for each variable, 0 where it has none. There is one for
// each scope; an operator sets what it binds, yields, and takes it back.
type row []uint64

// operator finds the solutions of a pattern that agree with a row.
type operator interface {
	each(r *run, row row, yield func() error) error
}

// run is one evaluation of a query.
type run struct {
	ctx   context.Context
	at    *quadstore.Snapshot
	terms dictionary
	graph uint64 // that GRAPH ?g stands at; AnyID outside
	now   time.Time
	probe *quadstore.Cursor // for single questions
	ticks int
	held  int

	blanks map[quad.String]quad.BNode // of BNODE("…")
	minted int
}

func newRun(ctx context.Context, at *quadstore.Snapshot) *run {
	return &run{ctx: ctx, at: at, terms: dictionary{at: at}, graph: quadstore.AnyID, now: time.Now()}
}

// tick is called for each step, and fails when the query is over.
func (r *run) tick() error {
	if r.ticks++; r.ticks%256 == 0 {
		return r.ctx.Err()
	}
	return nil
}

// hold is called for what the query keeps, with its size in bytes.
func (r *run) hold(size int) error {
	if r.held += size; r.held > maxHeld {
		return queries.LimitError{Limit: fmt.Sprintf("the query holds more than %d MB at once", maxHeld>>20)}
	}
	return nil
}

// guarded runs fn and makes errors of what goes wrong in it. A fault in the store under it
// is an error of this query, not the end of the program.
func guarded(ctx context.Context, limit time.Duration, fn func(context.Context) error) (err error) {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	defer func() {
		switch f := recover().(type) {
		case nil:
		case fault:
			err = timeUp(f.err)
		default:
			err = fmt.Errorf("run query: %v", f)
		}
	}()
	return timeUp(fn(ctx))
}

func timeUp(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return queries.LimitError{Limit: "the query took too long"}
	}
	return err
}

// dictionary gives values ids: those of the store, or one of the query's own to a
// value that the store does not hold, so that equal ids mean equal terms.
type dictionary struct {
	at  *quadstore.Snapshot
	own []quad.Value
	ids map[string]uint64
}

// own ids have this bit.
const ownID = 1 << 63

func isOwn(id uint64) bool { return id&ownID != 0 }

func (r *run) id(v quad.Value) (uint64, error) {
	d := &r.terms
	key := spelling(v)
	if id, ok := d.ids[key]; ok {
		return id, nil
	}
	id, err := d.at.ID(v)
	if err != nil {
		return 0, err
	}
	if id == 0 {
		id = ownID | uint64(len(d.own))
		d.own = append(d.own, v)
	}
	if d.ids == nil {
		d.ids = map[string]uint64{}
	}
	d.ids[key] = id
	return id, r.hold(len(key) + 80)
}

// value is the value of an id, nil of 0.
func (r *run) value(id uint64) (quad.Value, error) {
	switch {
	case id == 0:
		return nil, nil
	case isOwn(id):
		return r.terms.own[id&^ownID], nil
	}
	return r.at.Value(id)
}
