// Package quadstore is a Cayley QuadStore on ordered keys: a value dictionary and covering indexes.
//
// Every value that a quad uses has an id of eight bytes, given once and never used again. Every quad
// stands in four indexes, each holding its four ids in another order, so that any lookup is a scan of
// one range and a quad's reference is the quad itself. A commit is one synced batch: whole or not at all.
// The keys are kept by Pebble, in a folder or in memory, or by a table of PostgreSQL.
//
//	h hash       id       the id of a value
//	v id         value    the value of an id
//	s S P O L             every quad, by subject
//	o O P S L             … by object
//	p P O S L             … by predicate
//	l L S P O             … by label; no label is id 0
//	m            meta     next id, quads, nodes, version
//	0x80 …                what a caller commits along with its quads, see [QuadStore.Apply]
package quadstore

import (
	"errors"
	"sync"
	"sync/atomic"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// ErrChanged is what a writer gets when another one has written since it opened the store.
var ErrChanged = errors.New("another process has changed the store since it was opened; open it again")

// ErrClosed is what a reader or writer gets after Close.
var ErrClosed = errors.New("store is closed")

var (
	_ graph.QuadStore      = (*QuadStore)(nil)
	_ graph.BatchQuadStore = (*QuadStore)(nil)
	_ shape.Optimizer      = (*QuadStore)(nil)
)

// QuadStore keeps quads in a directory, in memory or in a database. Any number of goroutines may read it while one
// or more write; what is read in several steps is consistent only in a [Snapshot].
type QuadStore struct {
	view
	engine    engine
	directory *directory // nil elsewhere than in a folder
	writing   sync.Mutex // held by the one transaction in progress

	gate      sync.RWMutex // held by each single read, and exclusively to close
	closed    bool
	broken    error  // a commit that failed half-way: nothing may follow it
	known     uint64 // the number of the last commit when the store was opened, or of our own since
	ids       ids    // read and written by the one transaction in progress
	damage    atomic.Pointer[CorruptError]
	taking    sync.Mutex // held to add a snapshot
	snapshots map[*Snapshot]struct{}
	names     names
	estimates estimates
}

// Open opens the quads kept in a folder or, where at is [Remote], in a database, and makes the
// one or the table in the other where it is missing.
// It fails with a [LockedError], a [CorruptError] or a [VersionError].
func Open(at string) (*QuadStore, error) {
	if Remote(at) {
		return openPostgres(at, true)
	}
	return openDirectory(at, options(private{vfs.Default}))
}

// OpenExisting is Open, but for giving [ErrNoStore] where there is none.
func OpenExisting(at string) (*QuadStore, error) {
	switch {
	case Remote(at):
		return openPostgres(at, false)
	case !Exists(at) && !remains(at):
		return nil, ErrNoStore
	}
	return openDirectory(at, options(private{vfs.Default}))
}

func openDirectory(dir string, o *pebble.Options) (*QuadStore, error) {
	d, err := lock(o.FS, dir)
	if err != nil {
		return nil, err
	}
	if err := d.sweep(); err != nil {
		d.release()
		return nil, err
	}
	o.Lock = d.lock
	qs, err := openFolder(dir, o)
	if err != nil {
		d.release()
		return nil, d.damage(err)
	}
	qs.directory = d
	if err := d.checkCommitted(qs.Version()); err != nil {
		qs.Close()
		return nil, err
	}
	return qs, nil
}

// OpenMemory opens an empty graph that is gone when it is closed.
func OpenMemory() (*QuadStore, error) {
	return openFolder("", options(vfs.NewMem()))
}

func openFolder(dir string, o *pebble.Options) (*QuadStore, error) {
	e, err := openPebble(dir, o)
	if err != nil {
		return nil, err
	}
	return on(e)
}

// on is the store whose keys an engine holds. Where it fails, the engine is closed.
func on(e engine) (*QuadStore, error) {
	qs := &QuadStore{engine: e, snapshots: map[*Snapshot]struct{}{}}
	qs.view = view{qs: qs, from: e}
	m, err := qs.meta()
	if err != nil {
		return nil, errors.Join(err, e.close())
	}
	qs.known = m.version
	return qs, nil
}

// Spare is for one who writes for long and reads little: from now on less is kept in memory of what was read or written.
func (qs *QuadStore) Spare() {
	qs.writing.Lock()
	defer qs.writing.Unlock()
	if !qs.ids.spare {
		qs.ids.spare = true
		qs.engine.spare()
	}
}

// Close waits for the reads in progress and releases the directory.
func (qs *QuadStore) Close() error {
	qs.writing.Lock()
	defer qs.writing.Unlock()
	qs.gate.Lock()
	defer qs.gate.Unlock()
	if qs.closed {
		return nil
	}
	qs.closed = true
	for s := range qs.snapshots {
		s.close()
	}
	err := qs.engine.close()
	if qs.directory != nil {
		err = errors.Join(err, qs.directory.release())
	}
	return err
}

// Version counts the commits so far.
func (v *view) Version() uint64 {
	m, _ := v.meta()
	return m.version
}

// DiskUsage is the number of bytes that the store takes.
func (qs *QuadStore) DiskUsage() uint64 {
	qs.gate.RLock()
	defer qs.gate.RUnlock()
	if qs.closed {
		return 0
	}
	return qs.engine.usage()
}
