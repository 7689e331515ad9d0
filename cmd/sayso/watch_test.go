package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso/graph/store"
)

// screen is what a command says, read while it runs.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *screen) has(text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Contains(s.text.String(), text)
}

func (s *screen) await(t *testing.T, text string) {
	t.Helper()
	for range 6000 {
		if s.has(text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%q is not said: %s", text, s.text.String())
}

// A folder that is watched is in the graph as it stands: what comes, what changes, what goes.
func TestWatch(t *testing.T) {
	dir, kept := t.TempDir(), filepath.Join(t.TempDir(), "store")
	write := func(name, text string) { lay(t, filepath.Join(dir, name), text) }
	write("a.txt", "Anna Lindqvist reopened the harbour of Malmo.")
	write("d.txt", "Otto Ek closed the bridge.")
	said := &screen{}
	w := (&program{stderr: said, dir: kept, jobs: 1}).watcher([]string{dir}, "")
	w.pace = 20 * time.Millisecond
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.run(ctx) }()

	said.await(t, filepath.Join(dir, "a.txt")+", "+filepath.Join(dir, "d.txt")+": 2 articles read, 2 claims; 2 new")
	write("b.txt", "The council rejected")
	said.await(t, "1 article read, ")
	write("b.txt", "The council rejected the plan. The mayor praised the crew. Otto Ek left the council.")
	said.await(t, "1 article read, 3 claims")
	if err := os.Remove(filepath.Join(dir, "a.txt")); err != nil {
		t.Fatal(err)
	}
	said.await(t, "removed article a")
	away := dir + ".away"
	if err := os.Rename(dir, away); err != nil { // a disk that is not there
		t.Fatal(err)
	}
	said.await(t, "waiting")
	time.Sleep(10 * w.pace)
	stop()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	s, err := store.OpenExisting(kept)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	articles, err := s.Articles()
	if err != nil || len(articles) != 2 || articles[0].ID != "b" || articles[1].ID != "d" {
		t.Errorf("%v, %+v", err, articles)
	}
}
