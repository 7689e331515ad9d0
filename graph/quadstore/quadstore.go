// Package quadstore is a Cayley QuadStore on Pebble: a value dictionary and covering indexes.
//
// Every value that a quad uses has an id of eight bytes, given once and never used again. Every quad
// stands in four indexes, each holding its four ids in another order, so that any lookup is a scan of
// one range and a quad's reference is the quad itself. A commit is one synced batch: whole or not at all.
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
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// ErrClosed is what a reader or writer gets after Close.
var ErrClosed = errors.New("store is closed")

var (
	_ graph.QuadStore      = (*QuadStore)(nil)
	_ graph.BatchQuadStore = (*QuadStore)(nil)
	_ shape.Optimizer      = (*QuadStore)(nil)
)

// QuadStore keeps quads in a directory or in memory. Any number of goroutines may read it while one
// or more write; what is read in several steps is consistent only in a [Snapshot].
type QuadStore struct {
	view
	db        *pebble.DB
	directory *directory // nil in memory
	writing   sync.Mutex // held by the one transaction in progress

	gate      sync.RWMutex // held by each single read, and exclusively to close
	closed    bool
	broken    error // a commit that failed half-way: nothing may follow it
	damage    atomic.Pointer[CorruptError]
	taking    sync.Mutex // held to add a snapshot
	snapshots map[*Snapshot]struct{}
	names     names
}

// Open opens the quads kept in dir and creates dir where it is missing.
// It fails with a [LockedError], a [CorruptError] or a [VersionError].
func Open(dir string) (*QuadStore, error) {
	d, err := lock(dir)
	if err != nil {
		return nil, err
	}
	qs, err := open(dir, d.options())
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
	return open("", options(vfs.NewMem()))
}

func open(dir string, o *pebble.Options) (*QuadStore, error) {
	db, err := pebble.Open(dir, o)
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	qs := &QuadStore{db: db, snapshots: map[*Snapshot]struct{}{}}
	qs.view = view{qs: qs, from: db}
	if _, err := qs.meta(); err != nil {
		db.Close()
		return nil, err
	}
	return qs, nil
}

func options(fs vfs.FS) *pebble.Options {
	o := &pebble.Options{
		FS:                 fs,
		FormatMajorVersion: pebble.FormatTableFormatV6, // since WALSyncChunks, a damaged log differs from a torn one
		CacheSize:          128 << 20,
		MemTableSize:       32 << 20,
		Logger:             quiet{},
		EventListener:      &pebble.EventListener{DataCorruption: func(pebble.DataCorruptionInfo) {}}, // the reader gets it as an error
	}
	for i := range o.Levels {
		o.Levels[i].FilterPolicy = bloom.FilterPolicy(10)
	}
	return o
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
	err := qs.db.Close()
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
	return qs.db.Metrics().DiskSpaceUsage()
}

// quiet keeps Pebble's talk off stderr. A fatal error of a commit becomes a panic, which
// commit turns into an error, where Pebble's own logger would end the process.
type quiet struct{}

func (quiet) Infof(string, ...any)  {}
func (quiet) Errorf(string, ...any) {}
func (quiet) Fatalf(format string, args ...any) {
	for _, arg := range args {
		if err, ok := arg.(error); ok {
			panic(err)
		}
	}
	panic(fmt.Errorf(format, args...))
}
