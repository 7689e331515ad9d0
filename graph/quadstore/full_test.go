package quadstore

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
)

// smallDisk is a file system in memory that has room for so many writes.
type smallDisk struct {
	vfs.FS
	under *vfs.MemFS
	left  atomic.Int64
	full  atomic.Bool // once it has been, it stays so
}

func newSmallDisk(room int64) *smallDisk {
	d := &smallDisk{under: vfs.NewCrashableMem()}
	d.left.Store(room)
	d.FS = errorfs.Wrap(d.under, errorfs.InjectorFunc(func(op errorfs.Op) error {
		switch op.Kind {
		case errorfs.OpCreate, errorfs.OpFileWrite, errorfs.OpFileWriteAt, errorfs.OpFilePreallocate, errorfs.OpFileSync, errorfs.OpFileSyncData, errorfs.OpFileFlush:
			if d.left.Add(-1) < 0 {
				d.full.Store(true)
				return syscall.ENOSPC
			}
		}
		return nil
	}))
	return d
}

// afterwards is what the next process finds, on a disk that has room again.
func (d *smallDisk) afterwards() vfs.FS { return nextProcess(d.under) }

func nextProcess(fs *vfs.MemFS) vfs.FS {
	return fs.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 100, RNG: rand.New(rand.NewPCG(1, 1))})
}

// Wherever a disk gets full, the commit that finds no room says so, the process lives, and once there is room
// again all that was acknowledged is there.
func TestFullDiskAtAnyPoint(t *testing.T) {
	const commits = 60
	all := newSmallDisk(1 << 40)
	if n, err := fill(t, all, commits); n != commits || err != nil {
		t.Fatalf("with room: %d commits, %v", n, err)
	}
	writes := 1<<40 - all.left.Load()
	met := 0
	for i := range int64(fullPoints) {
		d := newSmallDisk(writes * i / fullPoints)
		n, err := fill(t, d, commits)
		if d.full.Load() {
			met++
		}
		if err != nil && !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("point %d: %T %v", i, err, err)
		}
		if err == nil && n < commits {
			t.Errorf("point %d: %d commits, and not a word", i, n)
		}
		holdsBatches(t, d.afterwards(), n)
		if t.Failed() {
			t.Fatalf("room for %d writes of %d", writes*i/fullPoints, writes)
		}
	}
	if met < fullPoints*9/10 {
		t.Errorf("the disk was full %d times of %d", met, fullPoints)
	}
}

// fill commits until it is done or the disk is full, and returns how many commits were acknowledged.
func fill(t *testing.T, d *smallDisk, commits int) (n int, err error) {
	o := options(d)
	o.MemTableSize = 64 << 10 // so that tables are written and compacted too
	qs, err := openFolder("", o)
	if err != nil {
		return 0, err
	}
	done := make(chan error, 1)
	go func() {
		for n < commits {
			if err := qs.ApplyDeltas(crashDeltas(n), graph.IgnoreOpts{}); err != nil {
				done <- errors.Join(err, qs.Close())
				return
			}
			n++
		}
		done <- qs.Close()
	}()
	select {
	case err = <-done:
		return n, err
	case <-time.After(2 * time.Minute): // a busy machine
		panic("hangs")
	}
}

func holdsBatches(t *testing.T, fs vfs.FS, n int) {
	qs, err := openFolder("", options(fs))
	if err != nil {
		t.Errorf("with room again: %v", err)
		return
	}
	defer closeStore(t, qs)
	if got := int(qs.Version()); got < n {
		t.Errorf("%d commits, %d were acknowledged", got, n)
	}
	for i := range n {
		if qs.ValueOf(quad.IRI(fmt.Sprintf("batch%d", i))) == nil {
			t.Errorf("batch %d of %d is gone", i, n)
		}
	}
	checkIndexes(t, qs)
}
