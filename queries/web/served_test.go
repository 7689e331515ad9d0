package web

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// host is a server in a process of its own, whose memory is therefore not that of the test, and a client of it.
type host struct {
	address string
	client  *http.Client
	command *exec.Cmd
	ended   *atomic.Bool
}

const servedVariable = "SAYSO_TEST_SERVES"

// served starts a server of the graph of live, whose queries run so long at most.
func served(t testing.TB, longest time.Duration) *host {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program, "-test.run=^TestServe$", "-test.timeout=1h")
	c.Env = append(os.Environ(), servedVariable+"="+longest.String())
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	s := &host{client: &http.Client{Transport: &http.Transport{}}, command: c, ended: new(atomic.Bool)}
	t.Cleanup(func() {
		s.stop()
		in.Close()
		c.Wait()
	})
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if address, ok := strings.CutPrefix(lines.Text(), "serving "); ok {
			s.address = address
			return s
		}
	}
	t.Fatal("the server did not start")
	return nil
}

// TestServe is the server of served, and ends with the test that started it.
func TestServe(t *testing.T) {
	longest, err := time.ParseDuration(os.Getenv(servedVariable))
	if err != nil {
		t.Skip("it serves other tests")
	}
	graph := liveOf(t, 12)
	graph.Longest = longest
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("serving http://%v\n", l.Addr())
	ctx, stop := context.WithCancel(t.Context())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	if err := Serve(ctx, l, graph, Options{Tokens: tokens(t)}); err != nil {
		t.Fatal(err)
	}
}

// stop ends the server at once.
func (s *host) stop() {
	s.ended.Store(true)
	_ = s.command.Process.Kill()
}

func (s *host) copy() *host {
	other := *s
	return &other
}

// size is how much memory a server has had at most, in MB.
type size struct{ resident, heap float64 }

func (m size) less(before size) size {
	return size{m.resident - before.resident, m.heap - before.heap}
}

// memory asks the system and the server itself.
func (s *host) memory(t testing.TB) (m size) {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, s.address+"/metrics", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+readToken)
	_, text := s.answer(t, func() (*http.Response, error) { return s.client.Do(r) })
	for line := range strings.Lines(text) {
		var bytes float64
		if n, _ := fmt.Sscanf(line, "go_memory_heap_bytes %g", &bytes); n == 1 {
			m.heap = bytes / (1 << 20)
		}
		if n, _ := fmt.Sscanf(line, "go_memory_total_bytes %g", &bytes); n == 1 {
			m.resident = bytes / (1 << 20)
		}
	}
	if m.heap == 0 {
		t.Fatalf("the server does not tell its memory:\n%s", text)
	}
	// The system, where it tells, knows best, and the most of all times.
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.command.Process.Pid))
	for line := range strings.Lines(string(status)) {
		var kb float64
		if n, _ := fmt.Sscanf(line, "VmHWM: %g kB", &kb); n == 1 {
			m.resident = kb / 1024
		}
	}
	return m
}
