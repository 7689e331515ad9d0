package quadstore

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
)

// pebbleOf is the database under a store.
func pebbleOf(qs *QuadStore) *pebble.DB { return qs.engine.(*pebbleEngine).db }

func scanned(it graph.Iterator) graph.Iterator {
	for it.Next(context.Background()) {
	}
	return it
}

// makeStore leaves a store of tables or, unflushed, of a log.
func makeStore(t *testing.T, flush bool) string {
	dir := t.TempDir()
	qs := openStore(t, dir)
	for i := range 20 {
		apply(t, qs, crashDeltas(i)...)
	}
	if flush {
		if err := pebbleOf(qs).Flush(); err != nil {
			t.Fatal(err)
		}
		if err := pebbleOf(qs).Compact(context.Background(), []byte{0}, []byte{0xff}, false); err != nil {
			t.Fatal(err)
		}
	}
	closeStore(t, qs)
	return dir
}

// openAndRead is what a reader of a store meets first: an error, or all quads.
func openAndRead(dir string) (n int, err error) {
	qs, err := Open(dir)
	if err != nil {
		return 0, err
	}
	defer qs.Close()
	it := qs.QuadsAllIterator()
	for it.Next(context.Background()) {
		if q := qs.Quad(it.Result()); q.IsValid() {
			n++
		}
	}
	return n, it.Err()
}

// Whatever bit of a store flips, the reader gets all quads or is told of the damage.
func TestDamageIsReported(t *testing.T) {
	for _, kind := range []string{"*.sst", "*.log", "MANIFEST-*"} {
		t.Run(kind, func(t *testing.T) {
			for i := range 12 {
				dir := makeStore(t, kind == "*.sst")
				file := flip(t, dir, kind, i, 12)
				n, err := openAndRead(dir)
				var corrupt *CorruptError
				if n != 20*crashBatch && !errors.As(err, &corrupt) {
					t.Errorf("%s, part %d: %d quads, error %T %v", file, i, n, err, err)
				}
			}
		})
	}
}

// flip turns over one bit in the nth of parts of the largest file of a kind.
func flip(t *testing.T, dir, kind string, n, parts int) string {
	files, err := filepath.Glob(filepath.Join(dir, kind))
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s in %s: %v", kind, dir, err)
	}
	var name string
	var data []byte
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if len(b) > len(data) {
			name, data = f, b
		}
	}
	data[len(data)*(2*n+1)/(2*parts)] ^= 0x10
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestLostCommitsAreReported(t *testing.T) {
	dir := makeStore(t, false)
	qs := openStore(t, dir)
	qs.directory.committed(qs.Version() + 3)
	closeStore(t, qs)
	_, err := Open(dir)
	var corrupt *CorruptError
	if !errors.As(err, &corrupt) {
		t.Fatalf("got %v", err)
	}
	want := fmt.Sprintf("%s is damaged: the last 3 of 23 commits are gone; "+
		"restore a backup, or add the articles again to a new store, or delete %s/COMMITTED to go on without them", dir, dir)
	if err.Error() != want {
		t.Errorf("got %q\nwant %q", err, want)
	}
	if err := os.Remove(filepath.Join(dir, committedFile)); err != nil {
		t.Fatal(err)
	}
	if n, err := openAndRead(dir); n != 20*crashBatch || err != nil {
		t.Errorf("%d quads, %v", n, err)
	}
}

// A full disk fails the commit, and what was durable before stays.
func TestFullDisk(t *testing.T) {
	var full atomic.Bool
	under := vfs.NewCrashableMem()
	fs := errorfs.Wrap(under, errorfs.InjectorFunc(func(op errorfs.Op) error {
		if full.Load() && op.Kind.ReadOrWrite() == errorfs.OpIsWrite && strings.HasSuffix(op.Path, ".log") {
			return syscall.ENOSPC
		}
		return nil
	}))
	qs, err := openFolder("", options(fs))
	if err != nil {
		t.Fatal(err)
	}
	apply(t, qs, added("a", "b", "c", ""))
	full.Store(true)
	for range 2 {
		err := qs.ApplyDeltas([]graph.Delta{added("x", "y", "z", "")}, graph.IgnoreOpts{})
		if !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("got %v", err)
		}
	}
	full.Store(false)
	if err := qs.Close(); err != nil {
		t.Errorf("close: got %v", err)
	}
	qs, err = openFolder("", options(nextProcess(under)))
	if err != nil {
		t.Fatal(err)
	}
	defer closeStore(t, qs)
	if got := qs.ValueOf(quad.IRI("a")); got == nil {
		t.Error("the first commit is gone")
	}
	checkIndexes(t, qs)
}
