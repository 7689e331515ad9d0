package main

import (
	"bufio"
	"io"
	"net/http"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

const soakToken = "writer-0123456789"

// served is a server in a process of its own, over sample articles.
type served struct {
	url, dir string
	process  *exec.Cmd
	ended    chan error
}

func serveArticles(t *testing.T, articles string) *served {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "store")
	tokens := filepath.Join(t.TempDir(), "tokens")
	lay(t, tokens, "write "+soakToken+"\n")
	typing(t, exitOK, "build", articles, "--store", dir)
	s := &served{dir: dir, process: exec.Command("sayso", "serve", "--store", dir, "--address", "127.0.0.1:0", "--token-file", tokens), ended: make(chan error, 1)}
	said, err := s.process.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.process.Process.Kill() })
	lines := bufio.NewScanner(said)
	for s.url == "" && lines.Scan() {
		_, s.url, _ = strings.Cut(lines.Text(), " on ")
	}
	go func() {
		for lines.Scan() {
			t.Errorf("the server says %q", lines.Text())
		}
		s.ended <- s.process.Wait()
	}()
	return s
}

// stop tells the server to stop, and makes sure that it does in time and leaves the store whole.
func (s *served) stop(t *testing.T) {
	t.Helper()
	s.process.Process.Signal(syscall.SIGTERM)
	select {
	case err := <-s.ended:
		if err != nil {
			t.Errorf("told to stop, the server ends with %v", err)
		}
	case <-time.After(15 * time.Second): // 10, and a busy machine
		t.Fatal("told to stop, the server goes on")
	}
	typing(t, exitOK, "verify", "--store", s.dir)
}

// call is a request, and what it comes to.
type call struct {
	path, body string // with a body it is a POST
	status     int
	header     [2]string
}

func (c call) request(url string) (*http.Request, error) {
	method := http.MethodGet
	if c.body != "" {
		method = http.MethodPost
	}
	r, err := http.NewRequest(method, url+c.path, strings.NewReader(c.body))
	if err != nil {
		return nil, err
	}
	if c.header[0] == "Host" {
		r.Host = c.header[1]
	}
	r.Header.Set("Authorization", "Bearer "+soakToken)
	r.Header.Set("Content-Type", "text/plain")
	if c.header[0] != "" {
		r.Header.Set(c.header[0], c.header[1])
	}
	return r, nil
}

// do makes the call and reads the answer to its end.
func (c call) do(client *http.Client, url string) (status int, body string, err error) {
	r, err := c.request(url)
	if err != nil {
		return 0, "", err
	}
	response, err := client.Do(r)
	if err != nil {
		return 0, "", err
	}
	defer response.Body.Close()
	b, err := io.ReadAll(response.Body)
	return response.StatusCode, string(b), err
}
