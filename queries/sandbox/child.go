package sandbox

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"runtime/debug"
	"time"

	"sayso/queries"
)

// variable makes a process a child when it is set.
const variable = "SAYSO_SANDBOX"

// Main does nothing in the program itself; in a child it serves queries and does not return.
func Main() {
	if os.Getenv(variable) == "" {
		return
	}
	if err := confine(maxMemory); err != nil {
		os.Exit(1)
	}
	debug.SetMaxStack(64 << 20)
	c := &child{out: bufio.NewWriterSize(os.Stdout, 64<<10), in: make(chan *message)}
	go c.listen(bufio.NewReader(os.Stdin))
	for m := range c.in {
		c.run(m)
	}
}

// child is the side that runs scripts.
type child struct {
	in  chan *message
	out *bufio.Writer
}

// listen ends the process with its parent, even if a script is in a call that
// nothing else can interrupt.
func (c *child) listen(r io.Reader) {
	for {
		m, err := read(r)
		if err != nil {
			os.Exit(0)
		}
		c.in <- m
	}
}

func (c *child) run(m *message) {
	if m.Script == nil {
		os.Exit(1)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Duration(m.Millis)*time.Millisecond)
	defer cancel()
	err := m.Script.Run(ctx, c)
	c.say(&message{Kind: end, Error: failureOf(err)})
	if c.out.Flush() != nil {
		os.Exit(1)
	}
}

// say has no use for an error: without its parent the child ends.
func (c *child) say(m *message) {
	if err := write(c.out, m); err != nil {
		os.Exit(1)
	}
}

func (c *child) ask(m *message) *message {
	c.say(m)
	if c.out.Flush() != nil {
		os.Exit(1)
	}
	return <-c.in
}

// Rows implements queries.Host.
func (c *child) Rows(p *queries.Path, n int, yield func(queries.Row) error) error {
	a := c.ask(&message{Kind: rows, Path: p, Number: int64(n)})
	for {
		for _, r := range a.Rows {
			values, err := r.values()
			if err == nil {
				err = yield(values)
			}
			if err != nil {
				return err
			}
		}
		if !a.More {
			return a.Error.err()
		}
		a = <-c.in
	}
}

// All implements queries.Host.
func (c *child) All(p *queries.Path, n int) error {
	return c.ask(&message{Kind: all, Path: p, Number: int64(n)}).Error.err()
}

// Count implements queries.Host.
func (c *child) Count(p *queries.Path) (int64, error) {
	a := c.ask(&message{Kind: count, Path: p})
	return a.Number, a.Error.err()
}

// Emit implements queries.Host.
func (c *child) Emit(value json.RawMessage) error {
	if len(value) > queries.MaxBytes {
		return queries.LimitError{Limit: "the query emits too much at once"}
	}
	c.say(&message{Kind: emit, Value: value})
	return nil
}
