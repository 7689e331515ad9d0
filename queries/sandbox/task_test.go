package sandbox

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// try is a task whose file tells what the child is to do.
var try = Task{Name: "try", Memory: 128 << 20, Silence: 2 * time.Second, Do: func(arg string, in *os.File, say func([]byte) error) error {
	what := make([]byte, 32)
	n, _ := in.Read(what)
	if err := say([]byte(arg)); err != nil {
		return err
	}
	switch string(what[:n]) {
	case "memory":
		var all [][]byte
		for {
			b := make([]byte, 16<<20)
			for i := range b {
				b[i] = 1
			}
			all = append(all, b)
			if len(all) > 4096 {
				return errors.New("no bound")
			}
		}
	case "sleep":
		time.Sleep(time.Minute)
	case "panic":
		panic("oh")
	case "error":
		return errors.New("cannot")
	}
	return say([]byte("done"))
}}

func TestTask(t *testing.T) {
	tests := []struct{ do, heard, err string }{
		{"work", "hello done", ""},
		{"memory", "hello", "the file is not read: it needs more than 128 MiB of memory"},
		{"sleep", "hello", "the file is not read: it takes longer than 2s"},
		{"panic", "hello", "the file is not read: its reader broke off: panic: oh"},
		{"error", "hello", "the file is not read: its reader broke off: cannot"},
	}
	for _, test := range tests {
		t.Run(test.do, func(t *testing.T) {
			if test.do == "memory" && maxMemory > 1<<30 {
				t.Skip("the race detector has no bound to speak of")
			}
			task := try
			if test.do != "sleep" {
				task.Silence = time.Minute // on a busy machine memory takes its time to fill
			}
			var heard []string
			err := task.Run(t.Context(), "hello", fileOf(t, test.do), func(p []byte) error {
				heard = append(heard, string(p))
				return nil
			})
			if got := strings.Join(heard, " "); got != test.heard {
				t.Errorf("heard %q, want %q", got, test.heard)
			}
			if err != nil && !errors.Is(err, ErrTask) || textOf(err) != test.err {
				t.Errorf("got %q, want %q", textOf(err), test.err)
			}
		})
	}
}

// Ends that a child of its own cannot be brought to at will.
func TestCause(t *testing.T) {
	const memory = "it needs more than 128 MiB of memory"
	tests := []struct {
		code       int
		said, want string
	}{
		{2, "runtime/cgo: pthread_create failed: Resource temporarily unavailable\nSIGABRT: abort", memory},
		{2, "fatal error: runtime: cannot allocate memory", memory},
		{2, "runtime: out of memory: cannot allocate 4194304-byte block", memory},
		{-1, "", memory}, // the system's own killer
		{2, "runtime: goroutine stack exceeds 67108864-byte limit\nfatal error: stack overflow", "it is nested too deep"},
		{2, "panic: oh\n\ngoroutine 1 [running]:", "its reader broke off: panic: oh"},
		{1, "fatal error: in the file's own words", "its reader broke off: fatal error: in the file's own words"},
	}
	for _, test := range tests {
		if got := try.cause(test.code, test.said); got != test.want {
			t.Errorf("%d %q: got %q, want %q", test.code, test.said, got, test.want)
		}
	}
}

func TestTaskIsEnded(t *testing.T) {
	enough := errors.New("enough")
	err := try.Run(t.Context(), "hello", fileOf(t, "sleep"), func([]byte) error { return enough })
	if !errors.Is(err, enough) {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = try.Run(ctx, "hello", fileOf(t, "sleep"), func([]byte) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func textOf(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func fileOf(t *testing.T, text string) *os.File {
	t.Helper()
	name := filepath.Join(t.TempDir(), "in")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}
