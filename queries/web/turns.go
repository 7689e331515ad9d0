package web

import (
	"context"
	"net"
	"net/http"
	"slices"
	"sync"

	"sayso/queries/sandbox"
)

// turns let few queries run at a time, and few wait, the first of them first. However much one client asks, there is room
// for another: of those that run it has at most half, and where too many wait, the last is refused of who has most of them.
type turns struct {
	most    int // that run
	mu      sync.Mutex
	running map[string]int // by client
	total   int            // of them
	waiting []*turn
}

// turn is one that waits.
type turn struct {
	client  string
	called  chan struct{} // closed when it begins, or is refused
	refused bool
}

const (
	mostRunning = 4 // of what is answered without a sandbox
	mostWaiting = 64
)

func newTurns(most int) *turns { return &turns{most: most, running: map[string]int{}} }

// takeTurn waits for a turn of the client who sent the request. Call what it returns when the turn is over.
func (s *server) takeTurn(r *http.Request, of *turns) (done func(), err error) {
	return of.take(r.Context(), s.options.client(r))
}

func (t *turns) take(ctx context.Context, client string) (done func(), err error) {
	mine := t.queue(client)
	select {
	case <-mine.called:
	case <-ctx.Done():
		t.leave(mine)
		return nil, ctx.Err()
	}
	if mine.refused {
		return nil, sandbox.ErrBusy
	}
	return func() { t.end(client) }, nil
}

func (t *turns) queue(client string) *turn {
	t.mu.Lock()
	defer t.mu.Unlock()
	mine := &turn{client: client, called: make(chan struct{})}
	t.waiting = append(t.waiting, mine)
	t.begin()
	if len(t.waiting) > mostWaiting {
		t.refuse(mine)
	}
	return mine
}

// refuse refuses one, or the last of another client who has more that wait.
func (t *turns) refuse(mine *turn) {
	waiting, last := map[string]int{}, map[string]*turn{}
	for _, w := range t.waiting {
		waiting[w.client]++
		last[w.client] = w
	}
	for client, n := range waiting {
		if n > waiting[mine.client] {
			mine = last[client]
		}
	}
	mine.refused = true
	close(mine.called)
	t.waiting = slices.DeleteFunc(t.waiting, func(w *turn) bool { return w == mine })
}

// begin lets begin who may.
func (t *turns) begin() {
	t.waiting = slices.DeleteFunc(t.waiting, func(w *turn) bool {
		if t.total == t.most || t.running[w.client] >= max(1, t.most/2) {
			return false
		}
		t.total++
		t.running[w.client]++
		close(w.called)
		return true
	})
}

func (t *turns) end(client string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.total--
	if t.running[client]--; t.running[client] == 0 {
		delete(t.running, client)
	}
	t.begin()
}

// leave gives up a turn that was waited for, or that has just begun.
func (t *turns) leave(mine *turn) {
	t.mu.Lock()
	i := slices.Index(t.waiting, mine)
	if i >= 0 {
		t.waiting = slices.Delete(t.waiting, i, i+1)
	}
	t.mu.Unlock()
	if i < 0 && !mine.refused {
		t.end(mine.client)
	}
}

// client tells clients apart: by their token, or else by the address they come from.
func (o Options) client(r *http.Request) string {
	if known, _ := o.Tokens.scopeOf(r); known != "" {
		return r.Header.Get("Authorization")
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
