package web

import (
	"context"

	"sayso/queries/sandbox"
)

// turns let few queries run in this process at a time, and few wait.
type turns struct{ running, waiting chan struct{} }

const (
	mostRunning = 4
	mostWaiting = 64
)

func newTurns() turns {
	return turns{make(chan struct{}, mostRunning), make(chan struct{}, mostRunning+mostWaiting)}
}

// take waits for a turn. Call what it returns when the turn is over.
func (t turns) take(ctx context.Context) (done func(), err error) {
	select {
	case t.waiting <- struct{}{}:
	default:
		return nil, sandbox.ErrBusy
	}
	select {
	case t.running <- struct{}{}:
		return func() { <-t.running; <-t.waiting }, nil
	case <-ctx.Done():
		<-t.waiting
		return nil, ctx.Err()
	}
}
