// Package sandbox runs scripts and readers of files in child processes of the same binary, where one that
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
	maxWaiting     = 64
	maxIdle        = 4                      // children kept for the next query, each of some 30 MB
	grace          = 50 * time.Millisecond  // from the deadline in the child to its death
	patient        = 100 * time.Millisecond // what takes longer makes room for what does not
)

// Pool runs queries in children, each in one of its own: so many at the same time, of which it keeps some for the next.
type Pool struct {
	running chan struct{}
	waiting chan struct{}
	idle    chan *worker
}

// NewPool runs up to n queries at the same time, or two where n is not positive; a child starts when it is first needed.
func NewPool(n int) *Pool {
	if n <= 0 {
		n = defaultWorkers
	}
	return &Pool{
		running: make(chan struct{}, n),
		waiting: make(chan struct{}, n+maxWaiting),
		idle:    make(chan *worker, min(n, maxIdle)),
	}
}

// Size is how many queries run at the same time.
func (p *Pool) Size() int { return cap(p.running) }

// Close ends the children that are idle; no query may run or follow.
func (p *Pool) Close() {
	for len(p.idle) > 0 {
		(<-p.idle).kill()
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
	if path, n, ok := s.Plain(); ok {
		return p.walk(timed, session, path, n)
	}
	err := p.run(ctx, session, s, l)
	return session.Result(), err
}

// walk answers a plain script: there is nothing in it for a child to run.
func (p *Pool) walk(ctx context.Context, session *queries.Session, path *queries.Path, n int) (queries.Result, error) {
	if err := p.turn(ctx); err != nil {
		return queries.Result{}, err
	}
	defer p.done()
	err := session.All(path, n)
	if errors.Is(err, queries.ErrFull) {
		err = nil
	}
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

func (ps *paths) Rows(p *queries.Path, _ int, _ func(queries.Row) error) error { return ps.note(p) }

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

// turn waits for its turn.
func (p *Pool) turn(ctx context.Context) error {
	select {
	case p.waiting <- struct{}{}:
	default:
		return ErrBusy
	}
	select {
	case p.running <- struct{}{}:
		return nil
	case <-ctx.Done():
		<-p.waiting
		return ctx.Err()
	}
}

// take waits for its turn, and starts a child where none is idle.
func (p *Pool) take(ctx context.Context) (*worker, error) {
	if err := p.turn(ctx); err != nil {
		return nil, err
	}
	select {
	case w := <-p.idle:
		return w, nil
	default:
	}
	w, err := start()
	if err != nil {
		p.done()
	}
	return w, err
}

func (p *Pool) done() {
	<-p.running
	<-p.waiting
}

// giveBack keeps the child for the next query, unless this one has spent it or enough are kept.
func (p *Pool) giveBack(w *worker, spent bool) {
	defer p.done()
	if spent {
		w.kill()
		return
	}
	select {
	case p.idle <- w:
	default:
		w.kill()
	}
}
