package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph/store"
	"sayso/queries"
	"sayso/queries/answer"
	"sayso/queries/sandbox"
)

// TestListen refuses addresses that other machines reach, unless there are tokens.
func TestListen(t *testing.T) {
	ctx := context.Background()
	for _, address := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.1:0", "example.org:0", "nonsense"} {
		if l, _, err := Listen(ctx, address, nil); err == nil {
			l.Close()
			t.Errorf("Listen(%q) took an address that is not loopback", address)
		}
	}
	for address, want := range map[string]bool{"127.0.0.1:0": false, "localhost:0": false, "0.0.0.0:0": true} {
		l, open, err := Listen(ctx, address, tokens(t))
		if err != nil {
			t.Fatal(err)
		}
		l.Close()
		if open != want {
			t.Errorf("Listen(%q): open %v", address, open)
		}
	}
}

func TestTokenFile(t *testing.T) {
	for text, want := range map[string]string{
		"":                        "no token",
		"write x":                 "can be guessed",
		"admin 0123456789abcdef":  "line 1",
		"# a\nread":               "line 2",
		"read 0123456789abcdef":   "",
		"write 0123456789abcdef ": "",
	} {
		name := filepath.Join(t.TempDir(), "tokens")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := ReadTokenFile(name)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
		if err := os.Chmod(name, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadTokenFile(name); err == nil || !strings.Contains(err.Error(), "chmod 600") {
			t.Errorf("a file that all can read: %v", err)
		}
	}
}

func TestHosts(t *testing.T) {
	o := Options{Port: 64210, Hosts: []string{"graph.example.org", "proxy.example.org:443"}}
	far := o
	far.Open = true
	for host, want := range map[string][2]bool{
		"127.0.0.1:64210":         {true, true},
		"localhost:64210":         {true, true},
		"[::1]:64210":             {true, true},
		"192.0.2.1:64210":         {false, true},
		"127.0.0.1:80":            {false, false},
		"127.0.0.1":               {false, false},
		"attacker.example:64210":  {false, false},
		"localhost.example:64210": {false, false},
		"graph.example.org:64210": {true, true},
		"graph.example.org":       {true, true},
		"proxy.example.org:443":   {true, true},
		"proxy.example.org:64210": {false, false},
		"":                        {false, false},
	} {
		if got := [2]bool{o.known(host), far.known(host)}; got != want {
			t.Errorf("%q: got %v, want %v", host, got, want)
		}
	}
}

// TestBodies sends dumps that are too long, plain, packed, and packed too well.
func TestBodies(t *testing.T) {
	handler := Handler(bare(t), Options{Port: port, Tokens: tokens(t)})
	comment := bytes.Repeat([]byte("# nothing but a comment\n"), longestDocument/24+1)
	for _, c := range []struct {
		name   string
		body   []byte
		packed string
		want   int
	}{
		{"too long", comment, "", http.StatusRequestEntityTooLarge},
		{"a bomb", zipped(t, comment[:longestDocument/2]), "gzip", http.StatusBadRequest},
		{"not gzip", []byte("\x1f\x8bnonsense"), "gzip", http.StatusBadRequest},
		{"unknown packing", []byte("x"), "br", http.StatusUnsupportedMediaType},
		{"packed", zipped(t, []byte("<urn:a> <urn:b> <urn:c> .\n")), "gzip", http.StatusOK},
	} {
		r := httptest.NewRequest(http.MethodPost, "/api/v2/write", bytes.NewReader(c.body))
		r.Host = "localhost:64210"
		w := send(handler, r, "Authorization", "Bearer "+writeToken, "Content-Encoding", c.packed)
		if w.Code != c.want {
			t.Errorf("%s: %d, want %d: %s", c.name, w.Code, c.want, w.Body)
		}
	}
}

func zipped(t *testing.T, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bare is a graph of nothing, which no question is put to.
func bare(t *testing.T) Graph {
	t.Helper()
	s, err := store.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	l := answer.NewLive(s, mute{}, 1)
	t.Cleanup(func() {
		l.Close()
		s.Close()
	})
	return l
}

// mute is a parser that is asked nothing.
type mute struct{}

func (mute) Tokenize(string) document.Sentence  { return document.Sentence{} }
func (mute) Parse(document.Sentence) parse.Tree { return parse.Tree{} }

// TestGoneClient ends the query of a client that goes away, and drains when the server is told to stop.
func TestGoneClient(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	l, _, err := Listen(ctx, "127.0.0.1:0", nil)
	if err != nil {
		t.Fatal(err)
	}
	g := bare(t)
	served := make(chan error, 1)
	go func() { served <- Serve(ctx, l, g, Options{}) }()
	address := "http://" + l.Addr().String()
	asking, leave := context.WithTimeout(ctx, 300*time.Millisecond)
	defer leave()
	r, err := http.NewRequestWithContext(asking, http.MethodPost, address+"/api/v2/query?lang=gizmo", strings.NewReader("while(true){}"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := http.DefaultClient.Do(r); err == nil {
		t.Fatal("an endless query was answered")
	}
	// There is one sandbox: this query is answered only where the other one is over.
	response, err := http.Post(address+"/api/v2/query?lang=gizmo", "text/plain", strings.NewReader("g.emit(1)"))
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(response.Body)
	response.Body.Close()
	if want := `{"result":[1]}`; strings.TrimSpace(string(body)) != want {
		t.Errorf("after the client left: %s", body)
	}
	stop()
	if err := <-served; err != nil {
		t.Errorf("told to stop: %v", err)
	}
}

// TestDrain lets a query end that is under way when the server is told to stop.
func TestDrain(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	l, _, err := Listen(ctx, "127.0.0.1:0", nil)
	if err != nil {
		t.Fatal(err)
	}
	g := bare(t)
	served := make(chan error, 1)
	go func() { served <- Serve(ctx, l, g, Options{}) }()
	time.AfterFunc(100*time.Millisecond, stop)
	query := "var from = Date.now(); while (Date.now() - from < 400) {}; g.emit(1)"
	response, err := http.Post("http://"+l.Addr().String()+"/api/v2/query?lang=gizmo", "text/plain", strings.NewReader(query))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if body, _ := io.ReadAll(response.Body); response.StatusCode != http.StatusOK || !strings.Contains(string(body), "[1]") {
		t.Errorf("%d %s", response.StatusCode, body)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
}

// TestFaults tells a client nothing of what only the log is to know.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{fmt.Errorf("open /home/ada/store/000001.sst: %w", os.ErrPermission), http.StatusInternalServerError},
		{fmt.Errorf("read: %w", store.ErrNotFound), http.StatusNotFound},
		{queries.LimitError{Limit: "the query took too long"}, http.StatusUnprocessableEntity},
		{sandbox.ErrBusy, http.StatusServiceUnavailable},
		{&http.MaxBytesError{Limit: 5}, http.StatusRequestEntityTooLarge},
		{context.DeadlineExceeded, http.StatusUnprocessableEntity},
		{fmt.Errorf("the query: %w", context.Canceled), clientGone},
	} {
		got := failureOf(c.err)
		if got.status != c.want || strings.Contains(got.detail, "/home") {
			t.Errorf("%v: got %d %s, want %d", c.err, got.status, got.detail, c.want)
		}
	}
}
