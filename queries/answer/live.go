package answer

import (
	"context"
	"sync"
	"time"

	"github.com/cayleygraph/quad"

	"sayso/graph"
	"sayso/graph/store"
	"sayso/queries"
	"sayso/queries/sandbox"
)

// Live is a store that takes questions and Gizmo while it may change. It is safe for concurrent use.
type Live struct {
	*store.Store
	Longest time.Duration // that a query may run, however much it asks for; 0: no less than it asks for

	pool   *sandbox.Pool
	parser Parser

	mu      sync.Mutex
	asker   *Asker
	version uint64 // of the store that asker has read

	reading sync.Mutex
	all     []graph.Claim
	allAt   uint64 // the version of the store that all are of
}

// NewLive asks the store in n sandboxes; [Live.Close] ends them and leaves the store open.
func NewLive(s *store.Store, p Parser, n int) *Live {
	return &Live{Store: s, pool: sandbox.NewPool(n), parser: p}
}

// Scripts is how many scripts run at the same time.
func (l *Live) Scripts() int { return l.pool.Size() }

// Close ends the sandboxes. No question may be under way.
func (l *Live) Close() { l.pool.Close() }

// Run runs a Gizmo script within limits. The script sees one state of the store.
func (l *Live) Run(ctx context.Context, s queries.Script, limits queries.Limits) (queries.Result, error) {
	state, err := l.Snapshot()
	if err != nil {
		return queries.Result{}, err
	}
	defer state.Close()
	if limits = limits.WithDefaults(); l.Longest > 0 {
		limits.Time = min(limits.Time, l.Longest)
	}
	return l.pool.Query(ctx, queries.At(state, l.Store), s, limits)
}

// Paths are the paths that a Gizmo script would run.
func (l *Live) Paths(ctx context.Context, s queries.Script, limits queries.Limits) ([]*queries.Path, error) {
	return l.pool.Paths(ctx, s, limits)
}

// Query implements [Graph].
func (l *Live) Query(ctx context.Context, gizmo string) ([]graph.Ref, error) {
	result, err := l.Run(ctx, queries.Script{Text: gizmo}, queries.Limits{Rows: queries.MaxRows})
	if err != nil {
		return nil, err
	}
	var refs []graph.Ref
	for _, a := range result.Answers {
		if iri, ok := a.Get(queries.EndOfPath).(quad.IRI); ok {
			refs = append(refs, graph.Short(iri))
		}
	}
	return refs, nil
}

// Claims is that of the store, but reads all claims only when the store has changed. They are nobody's to change.
func (l *Live) Claims(ids ...graph.Ref) ([]graph.Claim, error) {
	if len(ids) > 0 {
		return l.Store.Claims(ids...)
	}
	l.reading.Lock()
	defer l.reading.Unlock()
	now := l.Version()
	if l.all != nil && l.allAt == now {
		return l.all, nil
	}
	all, err := l.Store.Claims()
	if err != nil {
		return nil, err
	}
	l.all, l.allAt = all, now
	return all, nil
}

// Ask answers from the present state of the store.
func (l *Live) Ask(ctx context.Context, question, article string) (Reply, error) {
	a, err := l.current()
	if err != nil {
		return Reply{}, err
	}
	return a.Ask(ctx, question, article)
}

func (l *Live) current() (*Asker, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if now := l.Version(); l.asker == nil || l.version != now {
		a, err := NewAsker(l, l.parser)
		if err != nil {
			return nil, err
		}
		l.asker, l.version = a, now
	}
	return l.asker, nil
}
