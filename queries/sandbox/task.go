package sandbox

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"
)

// Task is work on a file that nobody vouches for. A child of its own does it for each file, in bounds, and says
// what it finds piece by piece.
type Task struct {
	Name    string
	Memory  uint64        // in bytes, of the child
	Silence time.Duration // after which a child that says nothing is ended
	Do      func(arg string, in *os.File, say func([]byte) error) error
}

const (
	taskVariable = "SAYSO_TASK"
	argVariable  = "SAYSO_TASK_ARGUMENT"
	maxPiece     = 192 << 20
)

// Main does nothing in the program itself; in a child of the task it does the work and does not return.
func (t Task) Main() {
	if os.Getenv(taskVariable) != t.Name {
		return
	}
	if err := confine(max(maxMemory, t.Memory)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(failed)
	}
	signal.Ignore(os.Interrupt) // Ctrl-C is for the parent, which ends its children
	debug.SetMaxStack(64 << 20)
	debug.SetMemoryLimit(int64(t.Memory) / 4 * 3)
	out := bufio.NewWriterSize(os.Stdout, 64<<10)
	err := t.Do(os.Getenv(argVariable), os.Stdin, func(piece []byte) error {
		_, err := out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(piece))))
		if err == nil {
			_, err = out.Write(piece)
		}
		return errors.Join(err, out.Flush())
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(failed)
	}
	os.Exit(0)
}

// ErrTask is why a child did not come to an end of its task.
var ErrTask = errors.New("the file is not read")

// Run has a child do the task on a file, and hears what it says. The child begins where the file does.
func (t Task) Run(ctx context.Context, arg string, in *os.File, hear func([]byte) error) error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("start child: %w", err)
	}
	if _, err := in.Seek(0, io.SeekStart); err != nil {
		return err
	}
	var last tail
	c := exec.CommandContext(ctx, program)
	c.Env = []string{taskVariable + "=" + t.Name, argVariable + "=" + arg, "GOMAXPROCS=2", "GOTRACEBACK=none"}
	c.Dir, c.Stdin, c.Stderr = "/", in, &last
	out, err := c.StdoutPipe()
	if err != nil {
		return fmt.Errorf("start child: %w", err)
	}
	if err := c.Start(); err != nil {
		return fmt.Errorf("start child: %w", err)
	}
	late, heard := t.listen(c, bufio.NewReaderSize(out, 64<<10), hear)
	if heard != nil {
		_ = c.Process.Kill()
	}
	ended := c.Wait()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case late:
		return fmt.Errorf("%w: it takes longer than %v", ErrTask, t.Silence)
	case heard != nil:
		return heard
	case ended != nil:
		return fmt.Errorf("%w: %s", ErrTask, t.cause(c.ProcessState.ExitCode(), last.String()))
	}
	return nil
}

// listen hears pieces until the child ends, is silent too long, or is not heard any more.
func (t Task) listen(c *exec.Cmd, out io.Reader, hear func([]byte) error) (late bool, err error) {
	var silent atomic.Bool
	for {
		watch := time.AfterFunc(t.Silence, func() {
			silent.Store(true)
			_ = c.Process.Kill()
		})
		piece, err := readPiece(out)
		watch.Stop()
		if errors.Is(err, io.EOF) {
			return silent.Load(), nil
		}
		if err == nil {
			err = hear(piece)
		}
		if err != nil {
			return silent.Load(), err
		}
	}
}

// readPiece gives io.EOF also where the child broke off within a piece: how it ended tells why.
func readPiece(r io.Reader) ([]byte, error) {
	var size [4]byte
	if _, err := io.ReadFull(r, size[:]); err != nil {
		return nil, io.EOF
	}
	n := binary.BigEndian.Uint32(size[:])
	if n > maxPiece {
		return nil, fmt.Errorf("%w: it holds a piece of %d bytes", ErrTask, n)
	}
	piece, err := io.ReadAll(io.LimitReader(r, int64(n)))
	if err != nil || len(piece) < int(n) {
		return nil, io.EOF
	}
	return piece, nil
}

// tail keeps the first words of a child that dies.
type tail struct{ bytes.Buffer }

func (t *tail) Write(p []byte) (int, error) {
	if room := 4096 - t.Len(); room > 0 {
		t.Buffer.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

// failed is how a child ends whose work gave an error.
const failed = 1

// cause tells from its end and its first words why a child broke off. One that has not failed, panicked or
// nested too deep was out of memory: Go's runtime and C's have many ways to die of that.
func (t Task) cause(code int, said string) string {
	line, _, _ := strings.Cut(said, "\n")
	switch {
	case code == failed && said != "", strings.HasPrefix(said, "panic:"):
		return "its reader broke off: " + line
	case strings.Contains(said, "stack exceeds"):
		return "it is nested too deep"
	}
	return fmt.Sprintf("it needs more than %d MiB of memory", t.Memory>>20)
}
