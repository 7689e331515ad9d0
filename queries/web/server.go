// Package web is the HTTP endpoint: Cayley's paths with Cayley's shapes, and the same
// answers that the command line gives as JSON.
package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Deadline is how long a query may run.
const Deadline = 5 * time.Second

// Serve answers on a loopback address until ctx ends, then drains and returns nil.
// ready is called with the address once connections are taken.
func Serve(ctx context.Context, address string, g Graph, ready func(net.Addr)) error {
	listener, err := listen(ctx, address)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           Handler(g, listener.Addr().(*net.TCPAddr).Port),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       60 * time.Second,
		WriteTimeout:      Deadline + 15*time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    16 << 10,
	}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.Background(), 9*time.Second)
		defer cancel()
		stopped <- server.Shutdown(drain)
	}()
	ready(listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// listen refuses every address that another machine could reach.
func listen(ctx context.Context, address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("address %q: want HOST:PORT, such as 127.0.0.1:64210", address)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("address %q: sayso serves on loopback only (127.0.0.1, ::1, localhost)", address)
	}
	return new(net.ListenConfig).Listen(ctx, "tcp", address)
}
