package quadstore

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

func TestFilesArePrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "store")
	qs := openStore(t, dir)
	defer closeStore(t, qs)
	apply(t, qs, added("a", "b", "c", ""))
	files := 0
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o600)
		if e.IsDir() {
			want = 0o700
		} else {
			files++
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s: %o, want %o", path, got, want)
		}
		return nil
	})
	if err != nil || files < 5 {
		t.Errorf("%d files, %v", files, err)
	}
}

func TestSecondOpenerIsTold(t *testing.T) {
	dir := t.TempDir()
	c := exec.Command(os.Args[0], "-test.run=none")
	c.Env = append(os.Environ(), crashDir+"="+dir)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer c.Wait()
	defer c.Process.Kill()
	out.Read(make([]byte, 1)) // the first commit

	start := time.Now()
	_, err = Open(dir)
	var locked *LockedError
	if !errors.As(err, &locked) || locked.PID != c.Process.Pid {
		t.Errorf("got %v, want it locked by %d", err, c.Process.Pid)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestSecondOpenerInTheSameProcess(t *testing.T) {
	dir := t.TempDir()
	qs := openStore(t, dir)
	_, err := Open(dir)
	var locked *LockedError
	if !errors.As(err, &locked) || locked.PID != os.Getpid() {
		t.Errorf("got %v", err)
	}
	closeStore(t, qs)
	closeStore(t, openStore(t, dir))
}

func TestNewerFormatIsRefused(t *testing.T) {
	dir := t.TempDir()
	closeStore(t, openStore(t, dir))
	if err := os.WriteFile(filepath.Join(dir, formatFile), []byte("2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(dir)
	var version *VersionError
	if !errors.As(err, &version) || version.Found != 2 {
		t.Errorf("got %v", err)
	}
}

func TestFolderOfOtherThingsIsNoStore(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "letter.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrNoStore) {
		t.Errorf("got %v", err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left %v", entries)
	}
}

func TestClosedStoreAnswersWithAnError(t *testing.T) {
	qs := openMemory(t)
	apply(t, qs, added("a", "b", "c", ""))
	s, err := qs.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	closeStore(t, qs)
	closeStore(t, qs)
	for _, it := range []interface {
		Err() error
	}{scanned(qs.QuadsAllIterator()), scanned(s.NodesAllIterator())} {
		if !errors.Is(it.Err(), ErrClosed) {
			t.Errorf("got %v", it.Err())
		}
	}
	if _, err := qs.Snapshot(); !errors.Is(err, ErrClosed) {
		t.Errorf("got %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
