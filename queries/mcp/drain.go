package mcp

import (
	"context"
	"errors"
	"io"
	"sync"
	"time"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// draining is a transport that answers what was asked before its input ended, so that calls can be piped in.
type draining struct{ sdk.Transport }

func (d draining) Connect(ctx context.Context) (sdk.Connection, error) {
	c, err := d.Transport.Connect(ctx)
	return &drainingConnection{Connection: c, closed: make(chan struct{}), open: map[jsonrpc.ID]bool{}}, err
}

type drainingConnection struct {
	sdk.Connection
	closed chan struct{}
	close  sync.Once

	mu      sync.Mutex
	open    map[jsonrpc.ID]bool // calls without an answer
	drained chan struct{}       // closed when there are none; nil before the input ends
}

func (c *drainingConnection) Read(ctx context.Context) (jsonrpc.Message, error) {
	m, err := c.Connection.Read(ctx)
	if r, ok := m.(*jsonrpc.Request); ok && r.IsCall() {
		c.mu.Lock()
		c.open[r.ID] = true
		c.mu.Unlock()
	}
	if errors.Is(err, io.EOF) {
		select {
		case <-c.drain():
		case <-c.closed:
		case <-time.After(longest): // a call that repeats the id of another is never answered
		}
	}
	return m, err
}

func (c *drainingConnection) drain() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drained = make(chan struct{})
	if len(c.open) == 0 {
		close(c.drained)
	}
	return c.drained
}

func (c *drainingConnection) Write(ctx context.Context, m jsonrpc.Message) error {
	err := c.Connection.Write(ctx, m)
	r, ok := m.(*jsonrpc.Response)
	if !ok {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if last := len(c.open) == 1 && c.open[r.ID]; last && c.drained != nil {
		close(c.drained)
	}
	delete(c.open, r.ID)
	return err
}

// Close ends a wait as well, so that the process ends when it is told to.
func (c *drainingConnection) Close() error {
	c.close.Do(func() { close(c.closed) })
	return c.Connection.Close()
}
