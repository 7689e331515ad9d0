package web

import (
	"context"
	"errors"
	"net/http/httptest"
	"testing"
	"time"

	"sayso/queries/sandbox"
)

// TestHalfForOne: one client has at most half of what runs, and where too many wait, who has most of them makes room.
func TestHalfForOne(t *testing.T) {
	turns := newTurns(4)
	var ends []func()
	for range 2 {
		ends = append(ends, begins(t, turns, "greedy"))
	}
	begun, refused := make(chan func(), mostWaiting), make(chan error, 1)
	for range mostWaiting {
		go func() {
			if done, err := turns.take(t.Context(), "greedy"); err == nil {
				begun <- done
			} else {
				refused <- err
			}
		}()
	}
	for waiting := 0; waiting < mostWaiting; time.Sleep(time.Millisecond) {
		turns.mu.Lock()
		waiting = len(turns.waiting)
		turns.mu.Unlock()
	}
	if _, err := turns.take(t.Context(), "greedy"); !errors.Is(err, sandbox.ErrBusy) {
		t.Errorf("one more of it waits: %v", err)
	}
	if len(begun) > 0 {
		t.Errorf("%d more of it run", len(begun))
	}
	for _, other := range []string{"modest", "another"} {
		ends = append(ends, begins(t, turns, other))
	}
	late := make(chan func())
	go func() { late <- begins(t, turns, "late") }()
	// It waits in the place of one of the greedy.
	if err := <-refused; !errors.Is(err, sandbox.ErrBusy) {
		t.Errorf("the greedy are told %v", err)
	}
	ctx, leave := context.WithCancel(t.Context())
	leave()
	if _, err := turns.take(ctx, "gone"); !errors.Is(err, context.Canceled) {
		t.Errorf("where all is taken: %v", err)
	}
	for _, end := range ends {
		end()
	}
	(<-late)()
	for range mostWaiting - 2 {
		(<-begun)()
	}
	if turns.total != 0 || len(turns.running) != 0 || len(turns.waiting) != 0 {
		t.Errorf("in the end %d run, %d wait", turns.total, len(turns.waiting))
	}
}

func begins(t *testing.T, turns *turns, client string) (end func()) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	end, err := turns.take(ctx, client)
	if err != nil {
		t.Fatalf("%s: %v", client, err)
	}
	return end
}

// TestClient: a client is known by a token that we know, and otherwise by where it comes from, whatever it makes up.
func TestClient(t *testing.T) {
	o := Options{Tokens: tokens(t)}
	client := func(address, token string) string {
		r := httptest.NewRequest("GET", "/", nil)
		if r.RemoteAddr = address; token != "" {
			r.Header.Set("Authorization", "Bearer "+token)
		}
		return o.client(r)
	}
	if client("10.0.0.1:1", "") != client("10.0.0.1:2", "made up, and made up again") {
		t.Error("another connection is taken for another client")
	}
	if client("10.0.0.1:1", "") == client("10.0.0.2:1", "") {
		t.Error("another address is taken for the same client")
	}
	if client("10.0.0.1:1", readToken) != client("10.0.0.2:1", readToken) {
		t.Error("the same token is taken for two clients")
	}
}
