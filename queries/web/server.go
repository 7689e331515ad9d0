// Package web is the HTTP endpoint: Cayley's paths with Cayley's shapes, the formats that other tools
// open, and our own API.
//
// One table says all of it. A route names its method and path, what it does, the parameters and body it
// takes, what it gives, its policy (who may, how much, for how long, in which shape errors come) and an
// example that a test runs. The mux, the checks at the door, the index, the OpenAPI document and the help
// are made from that table, so that none of them can say something else.
//
// To add a route: write its handler as a method of *server that returns an error rather than writing one
// ([fail] gives one with a status), put the route into a list beside it, and name that list in
// [server.routes]. A route without policy, answer or example fails the tests.
package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"sayso/queries"
	"sayso/queries/answer"
)

// Deadline is how long a query may run where nobody asks for less.
const Deadline = 5 * time.Second

// Graph is what the endpoint serves.
type Graph = *answer.Live

// Options say who may come in, and from where.
type Options struct {
	Port    int
	Open    bool     // other machines reach it: then reading takes a token too
	Tokens  Tokens   // who may write, and read where other machines reach it
	Hosts   []string // names other than localhost under which it is known
	Origins []string // whose pages may read and write: exactly these
	Log     io.Writer
	Shelf   queries.Shelf // of saved queries

	// Save keeps a query in that shelf, or says fs.ErrExist where there is one; nil where there is no folder for them.
	Save func(name, text string, replace bool) error

	stopping <-chan struct{} // closed when the server is told to stop
}

// Serve answers on the listener until ctx ends, then drains and returns nil.
func Serve(ctx context.Context, l net.Listener, g Graph, o Options) error {
	o.Port = l.Addr().(*net.TCPAddr).Port
	o.stopping = ctx.Done()
	server := &http.Server{
		Handler:           Handler(g, o),
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
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// Listen takes a loopback address, and any other only where there are tokens.
func Listen(ctx context.Context, address string, tokens Tokens) (l net.Listener, open bool, err error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, false, fmt.Errorf("address %q: want HOST:PORT, such as 127.0.0.1:64210", address)
	}
	ip := net.ParseIP(host)
	open = host != "localhost" && (ip == nil || !ip.IsLoopback())
	if open && len(tokens) == 0 {
		return nil, true, fmt.Errorf("address %q: other machines reach it, so that a --token-file must say who may come in", address)
	}
	l, err = new(net.ListenConfig).Listen(ctx, "tcp", address)
	return l, open, err
}
