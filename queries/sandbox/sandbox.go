// Package sandbox runs scripts in child processes of the same binary, where one that
// loops, or takes all memory, harms nobody and is put an end to in time.
//
// The child compiles and runs the JavaScript and knows nothing of the graph: it
// sends paths, which the parent validates and runs, and gets rows back. A program
// that uses it calls [Main] first thing, since its children start there.
package sandbox

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"sayso/queries"
)

// ErrBusy says that too many queries wait already.
var ErrBusy = errors.New("too many queries wait")

const (
	defaultWorkers = 2
	maxWaiting     = 32
	grace          = 50 * time.Millisecond // from the deadline in the child to its death
)

// Pool keeps children ready, each for one query at a time.
type Pool struct {
	slots   chan *worker // nil: a child is to be started
	waiting chan struct{}
}

// NewPool keeps n children, or two where n is not positive; each starts when it is first needed.
func NewPool(n int) *Pool {
	if n <= 0 {
		n = defaultWorkers
	}
	p := &Pool{slots: make(chan *worker, n), waiting: make(chan struct{}, n+maxWaiting)}
	for range n {
		p.slots <- nil
	}
	return p
}

// Close ends the children that are idle; no query may run or follow.
func (p *Pool) Close() {
	for range cap(p.slots) {
		(<-p.slots).kill()
	}
}

// Query runs a script against a graph. With an error comes what was found before it.
// When ctx ends, so does the query.
func (p *Pool) Query(ctx context.Context, g queries.Graph, s queries.Script, l queries.Limits) (queries.Result, error) {
	if len(s.Text) > queries.MaxText {
		return queries.Result{}, queries.LimitError{Limit: "the query is too long"}
	}
	l = l.WithDefaults()
	timed, cancel := context.WithTimeout(ctx, l.Time)
	defer cancel()
	session := queries.NewSession(timed, g, l)
	err := p.run(ctx, session, s, l)
	return session.Result(), err
}

// Paths are the paths that a script would run, in order. None is run: to the script the graph is empty.
func (p *Pool) Paths(ctx context.Context, s queries.Script, l queries.Limits) ([]*queries.Path, error) {
	if len(s.Text) > queries.MaxText {
		return nil, queries.LimitError{Limit: "the query is too long"}
	}
	var seen paths
	err := p.run(ctx, &seen, s, l.WithDefaults())
	return seen, err
}

// paths is a host that runs nothing.
type paths []*queries.Path

func (ps *paths) note(p *queries.Path) error {
	*ps = append(*ps, p)
	return p.Validate()
}

func (ps *paths) Rows(p *queries.Path, _ int) ([]queries.Row, error) { return nil, ps.note(p) }

func (ps *paths) All(p *queries.Path, _ int) error { return ps.note(p) }

func (ps *paths) Count(p *queries.Path) (int64, error) { return 0, ps.note(p) }

func (ps *paths) Emit(json.RawMessage) error { return nil }

func (p *Pool) run(ctx context.Context, host queries.Host, s queries.Script, l queries.Limits) error {
	w, err := p.take(ctx)
	if err != nil {
		return err
	}
	spent, err := w.run(ctx, host, s, l)
	p.giveBack(w, spent)
	return err
}

// take waits for a child, and starts it where it is not there yet.
func (p *Pool) take(ctx context.Context) (*worker, error) {
	select {
	case p.waiting <- struct{}{}:
	default:
		return nil, ErrBusy
	}
	select {
	case w := <-p.slots:
		if w == nil {
			return p.start()
		}
		return w, nil
	case <-ctx.Done():
		<-p.waiting
		return nil, ctx.Err()
	}
}

func (p *Pool) start() (*worker, error) {
	w, err := start()
	if err != nil {
		p.slots <- nil
		<-p.waiting
	}
	return w, err
}

// giveBack puts a new child in the place of one that a query has spent.
func (p *Pool) giveBack(w *worker, spent bool) {
	if spent {
		w.kill()
		w = nil
	}
	p.slots <- w
	<-p.waiting
}
