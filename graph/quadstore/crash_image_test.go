package quadstore

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
)

// image is what a disk may hold after the power failed: all that was synced, and of the rest some sectors and names.
type image struct {
	disk         *vfs.MemFS
	acknowledged int // commits before
	kept         int // percent of what was not synced
}

// camera is a file system in memory that is photographed now and then, before a file or a folder changes.
type camera struct {
	vfs.FS
	mem    *vfs.MemFS
	random *rand.Rand

	mu           sync.Mutex
	acknowledged int
	images       []image
}

const (
	imagesOfRun  = 25
	imageCommits = 40
	imageBatch   = 60
)

func newCamera(random *rand.Rand) *camera {
	c := &camera{mem: vfs.NewCrashableMem(), random: random}
	c.FS = errorfs.Wrap(c.mem, errorfs.InjectorFunc(func(op errorfs.Op) error {
		if op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
			c.photograph()
		}
		return nil
	}))
	return c
}

func (c *camera) photograph() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.images) == imagesOfRun || c.random.IntN(12) > 0 {
		return
	}
	kept := []int{0, 100, c.random.IntN(100)}[c.random.IntN(3)]
	c.images = append(c.images, image{
		disk:         c.mem.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: kept, RNG: c.random}),
		acknowledged: c.acknowledged, kept: kept,
	})
}

// imageDeltas add a batch, and take away the third before it.
func imageDeltas(n int) []graph.Delta {
	var deltas []graph.Delta
	for i := range imageBatch {
		o, l := fmt.Sprintf("o%d", i), func(n int) string { return fmt.Sprintf("batch%d", n) }
		deltas = append(deltas, added("s", "p", o, l(n)))
		if n >= 3 {
			deltas = append(deltas, deleted("s", "p", o, l(n-3)))
		}
	}
	return deltas
}

// small options let tables be written and merged within a few commits.
func small(fs vfs.FS) *pebble.Options {
	o := options(fs)
	o.MemTableSize = 32 << 10
	return o
}

// Whenever the power fails, and whatever the disk keeps of what was not synced: the store opens, has all commits that were
// acknowledged, each whole, and takes another one.
func TestPowerFailsAtAnyTime(t *testing.T) {
	images := 0
	for run := range crashRuns {
		random := rand.New(rand.NewPCG(17, uint64(run)))
		c := newCamera(random)
		c.work(t, random)
		for i, img := range c.images {
			if wrong := img.wrong(t); wrong != "" {
				t.Errorf("run %d, image %d, after %d commits, with %d %% of what was not synced: %s", run, i, img.acknowledged, img.kept, wrong)
			}
		}
		images += len(c.images)
	}
	if images < crashRuns*imagesOfRun*9/10 {
		t.Errorf("%d images", images)
	}
	t.Logf("%d images", images)
}

// work commits, and now and then closes and opens.
func (c *camera) work(t *testing.T, random *rand.Rand) {
	for n := 0; n < imageCommits; {
		qs, err := openDirectory("a/store", small(c))
		if err != nil {
			t.Fatal(err)
		}
		for range 5 + random.IntN(20) {
			if err := qs.ApplyDeltas(imageDeltas(n), graph.IgnoreOpts{}); err != nil {
				t.Fatal(err)
			}
			n++
			c.mu.Lock()
			c.acknowledged = n
			c.mu.Unlock()
		}
		closeStore(t, qs)
	}
}

func (img image) wrong(t *testing.T) string {
	qs, err := openDirectory("a/store", small(img.disk))
	if err != nil {
		return err.Error()
	}
	defer closeStore(t, qs)
	n := int(qs.Version())
	if n < img.acknowledged {
		return fmt.Sprintf("%d commits", n)
	}
	if faults, err := qs.Check(context.Background()); err != nil || len(faults) > 0 {
		return fmt.Sprint("check: ", faults, err)
	}
	for more := range 2 {
		checkIndexes(t, qs)
		for batch := range n {
			size, err := qs.QuadIteratorSize(context.Background(), quad.Label, qs.ValueOf(quad.IRI(fmt.Sprintf("batch%d", batch))))
			if want := int64(map[bool]int{true: imageBatch}[batch >= n-3]); err != nil || size.Size != want {
				return fmt.Sprintf("batch %d of %d has %d quads: %v", batch, n, size.Size, err)
			}
		}
		if more > 0 {
			break
		}
		if err := qs.ApplyDeltas(imageDeltas(n), graph.IgnoreOpts{}); err != nil {
			return err.Error()
		}
		n++
	}
	return ""
}
