package sandbox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync/atomic"
	"time"

	"sayso/queries"
)

// worker is a child as its parent sees it.
type worker struct {
	process *exec.Cmd
	in      io.WriteCloser
	buffer  *bufio.Writer
	out     *bufio.Reader
}

func start() (*worker, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("start sandbox: %w", err)
	}
	// A child inherits nothing: no environment, no open file but the two pipes.
	c := exec.Command(program)
	c.Env = []string{variable + "=1", "GOMAXPROCS=2", "GOTRACEBACK=none"}
	c.Dir = "/"
	group(c)
	in, err := c.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("start sandbox: %w", err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start sandbox: %w", err)
	}
	if err := c.Start(); err != nil {
		return nil, fmt.Errorf("start sandbox: %w", err)
	}
	return &worker{process: c, in: in, buffer: bufio.NewWriterSize(in, 64<<10), out: bufio.NewReaderSize(out, 64<<10)}, nil
}

func (w *worker) kill() {
	if w == nil {
		return
	}
	_ = w.process.Process.Kill()
	_ = w.in.Close()
	_ = w.process.Wait()
}

// run serves one script, and tells whether the child is spent.
func (w *worker) run(ctx context.Context, host queries.Host, s queries.Script, l queries.Limits) (spent bool, err error) {
	var late, gone atomic.Bool
	yielding := time.AfterFunc(patient, func() { yield(w.process) })
	deadline := time.AfterFunc(l.Time+grace, func() {
		late.Store(true)
		_ = w.process.Process.Kill()
	})
	leave := context.AfterFunc(ctx, func() {
		gone.Store(true)
		_ = w.process.Process.Kill()
	})
	err = w.serve(host, s, l)
	spent = err != nil
	// A timer that cannot be stopped has killed the child, perhaps just after its last word.
	if !deadline.Stop() || !leave() {
		spent = true
	}
	// Nor does a child that has yielded get its place back.
	if !yielding.Stop() {
		spent = true
	}
	switch {
	case gone.Load() && err != nil:
		return spent, ctx.Err()
	case errors.Is(err, queries.ErrFull):
		return spent, nil
	case errors.Is(err, errDied) && late.Load():
		return spent, queries.LimitError{Limit: "the query took too long"}
	case errors.Is(err, errDied):
		return spent, queries.LimitError{Limit: "the query needs too much memory"}
	}
	return spent, err
}

// errDied says that the child broke off in the middle of a query.
var errDied = errors.New("sandbox died")

func (w *worker) serve(host queries.Host, s queries.Script, l queries.Limits) error {
	if err := w.say(&message{Kind: script, Script: &s, Millis: l.Time.Milliseconds()}); err != nil {
		return err
	}
	for {
		m, err := read(w.out)
		if err != nil {
			return fmt.Errorf("%w: %w", errDied, err)
		}
		if m.Kind == end {
			return m.Error.err()
		}
		if err := w.reply(host, m); err != nil {
			return err
		}
	}
}

// reply does what a child asks for. What ends the query for good is an error here
// too, whatever the script makes of it.
func (w *worker) reply(host queries.Host, m *message) error {
	if m.Kind == emit {
		return host.Emit(m.Value)
	}
	if m.Path == nil {
		return fmt.Errorf("sandbox sent %q without a path", m.Kind)
	}
	switch m.Kind {
	case rows:
		return w.replyRows(host, m)
	case all:
		return w.say(&message{Kind: answer, Error: failureOf(host.All(m.Path, int(m.Number)))})
	case count:
		n, err := host.Count(m.Path)
		return w.say(&message{Kind: answer, Number: n, Error: failureOf(err)})
	}
	return fmt.Errorf("sandbox sent %q", m.Kind)
}

// batch is how many rows go in one frame.
const batch = 500

// replyRows sends rows as they are found, so that it never holds more than a batch.
func (w *worker) replyRows(host queries.Host, m *message) error {
	var held []row
	var broken error
	err := host.Rows(m.Path, int(m.Number), func(r queries.Row) error {
		if len(held) == batch {
			broken = w.write(&message{Kind: answer, Rows: held, More: true})
			held = held[:0]
		}
		held = append(held, toTerms(r))
		return broken
	})
	if broken != nil {
		return broken
	}
	return w.say(&message{Kind: answer, Rows: held, Error: failureOf(err)})
}

func (w *worker) write(m *message) error {
	if err := write(w.buffer, m); err != nil {
		return fmt.Errorf("%w: %w", errDied, err)
	}
	return nil
}

func (w *worker) say(m *message) error {
	if err := w.write(m); err != nil {
		return err
	}
	if err := w.buffer.Flush(); err != nil {
		return fmt.Errorf("%w: %w", errDied, err)
	}
	return nil
}
