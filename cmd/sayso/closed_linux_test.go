package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// TestClosedFolder: a folder that one may not look into costs itself, and is named with what helps.
func TestClosedFolder(t *testing.T) {
	dir := t.TempDir()
	closed := filepath.Join(dir, "closed")
	write(t, filepath.Join(dir, "good.txt"))
	write(t, filepath.Join(dir, "caf\xe9.txt"))
	write(t, filepath.Join(closed, "b.txt"))
	link := filepath.Join(dir, "round.txt")
	for _, err := range []error{os.Symlink(link, link), os.Chmod(closed, 0)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(closed, 0o700) })
	var found []source
	var named error
	asNobody(t, []string{filepath.Dir(dir), dir}, func(p *program) {
		var err error
		if found, err = p.sources([]string{dir}, ""); err != nil {
			t.Error(err)
		}
		_, named = p.sources([]string{closed}, "")
	})
	want := map[string]string{
		"good.txt": "", "caf\xe9.txt": "",
		"closed":    "permission denied: let yourself in",
		"round.txt": "is a link that leads round in a circle: mend it",
	}
	for _, s := range found {
		text, ok := want[filepath.Base(s.name)]
		delete(want, filepath.Base(s.name))
		if _, err := s.read(); !ok || (err == nil) != (text == "") || err != nil && !strings.Contains(err.Error(), s.name+": "+text) {
			t.Errorf("%q: got %v, want %q", s.name, err, text)
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %q", want)
	}
	if named == nil || !strings.HasPrefix(named.Error(), closed+": permission denied: ") || exitCode(named) != exitUsage {
		t.Errorf("named itself: %v", named)
	}
}

// TestWatchClosedFolder: what is in a folder that was closed is not gone.
func TestWatchClosedFolder(t *testing.T) {
	dir := t.TempDir()
	closed := filepath.Join(dir, "closed")
	write(t, filepath.Join(dir, "good.txt"))
	write(t, filepath.Join(closed, "b.txt"))
	t.Cleanup(func() { _ = os.Chmod(closed, 0o700) })
	said := &screen{}
	w := (&program{stderr: said, dir: filepath.Join(t.TempDir(), "store"), jobs: 1}).watcher([]string{dir}, "")
	if err := w.round(t.Context(), true); err != nil || !said.has("2 articles read") {
		t.Fatalf("%v: %s", err, said.text.String())
	}
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	var found []source
	asNobody(t, []string{filepath.Dir(dir), dir}, func(p *program) {
		var err error
		if found, err = p.sources([]string{dir}, ""); err != nil {
			t.Error(err)
		}
	})
	for range 3 {
		if err := w.look(t.Context(), found, false); err != nil {
			t.Error(err)
		}
	}
	if said.has("removed") || !said.has("closed: permission denied") {
		t.Error(said.text.String())
	}
}

func write(t *testing.T, name string) {
	t.Helper()
	text := "Leeds City Council approved a new hospital on Tuesday.\n"
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// asNobody runs what root would be let into everything for as somebody else, to whom the folders are opened.
func asNobody(t *testing.T, open []string, do func(*program)) {
	for _, dir := range open {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // and the thread ends with the goroutine
		if os.Getuid() == 0 {
			if err := syscall.Setfsuid(65534); err != nil {
				t.Error(err)
			}
		}
		do(&program{})
	}()
	<-done
}
