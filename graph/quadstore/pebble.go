package quadstore

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/bloom"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// pebbleEngine keeps the keys in Pebble: in a folder, or in memory on Pebble's file system for that.
type pebbleEngine struct {
	*pebbleState
	db   *pebble.DB
	dir  string
	opts *pebble.Options
	room *room
}

func openPebble(dir string, o *pebble.Options) (*pebbleEngine, error) {
	left := newRoom()
	o.FS = roomFS{o.FS, left}
	o.Cache = pebble.NewCache(cacheSize)
	defer o.Cache.Unref()
	var db *pebble.DB
	err := left.write(func() (err error) {
		db, err = pebble.Open(dir, o)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	return &pebbleEngine{pebbleState: &pebbleState{from: db}, db: db, dir: dir, opts: o, room: left}, nil
}

func options(fs vfs.FS) *pebble.Options {
	o := &pebble.Options{
		FS:                    fs,
		FormatMajorVersion:    pebble.FormatTableFormatV6, // since WALSyncChunks, a damaged log differs from a torn one
		MemTableSize:          32 << 20,
		L0CompactionThreshold: 4,
		Logger:                quiet{},
		EventListener:         &pebble.EventListener{DataCorruption: func(pebble.DataCorruptionInfo) {}}, // the reader gets it as an error
	}
	for i := range o.Levels {
		o.Levels[i].FilterPolicy = bloom.FilterPolicy(10)
	}
	o.EnsureDefaults()
	return o
}

func (e *pebbleEngine) snapshot() (state, error) {
	return &pebbleState{from: e.db.NewSnapshot()}, nil
}

// commit makes a batch durable. After one that fails there is no other.
func (e *pebbleEngine) commit(_ []byte, fill func(writable) error) error {
	b := e.db.NewBatch()
	if err := fill(pebbleBatch{b}); err != nil {
		return errors.Join(err, b.Close())
	}
	err := e.room.write(func() error { return errors.Join(b.Commit(pebble.Sync), b.Close()) })
	e.renew()
	return err
}

type pebbleBatch struct{ *pebble.Batch }

func (b pebbleBatch) set(key, value []byte) error { return b.Set(key, value, nil) }
func (b pebbleBatch) remove(key []byte) error     { return b.Delete(key, nil) }

// lock does nothing: who has opened a folder is alone there.
func (e *pebbleEngine) lock() error { return nil }

// estimate goes by the share of the disk, of which what is yet in memory has none.
func (e *pebbleEngine) estimate(part, whole span, n int64) (int64, error) {
	a, err := e.db.EstimateDiskUsage(part.lower, part.upper)
	if err != nil {
		return 0, err
	}
	b, err := e.db.EstimateDiskUsage(whole.lower, whole.upper)
	if err != nil || b == 0 {
		return 0, err
	}
	return int64(float64(n) * float64(a) / float64(b)), nil
}

const (
	cacheSize  = 256 << 20 // of blocks read, and of what is not yet in a table
	spareCache = 96 << 20
)

func (e *pebbleEngine) spare() { e.opts.Cache.Reserve(cacheSize - spareCache) }

func (e *pebbleEngine) usage() uint64 { return e.db.Metrics().DiskSpaceUsage() }

func (e *pebbleEngine) damage(err error) (file string, damaged bool) {
	if !pebble.IsCorruptionError(err) {
		return "", false
	}
	if info := pebble.ExtractDataCorruptionInfo(err); info != nil {
		return info.Path, true
	}
	return e.dir, true
}

func (e *pebbleEngine) close() error {
	e.renew()
	if e.room.told.Load() {
		return nil // once is enough
	}
	return e.room.write(e.db.Close)
}

// pebbleState reads a database or a snapshot of it. Iterators are kept for the next reader
// until a commit makes them old, for making one costs more than most scans.
type pebbleState struct {
	from pebble.Reader

	mu   sync.Mutex
	idle []*pebble.Iterator
	age  uint64 // commits so far
}

const mostIdle = 16

func (s *pebbleState) take() (it *pebble.Iterator, age uint64, err error) {
	s.mu.Lock()
	age = s.age
	if last := len(s.idle) - 1; last >= 0 {
		it, s.idle = s.idle[last], s.idle[:last]
	}
	s.mu.Unlock()
	if it == nil {
		it, err = s.from.NewIter(nil)
	}
	return it, age, err
}

func (s *pebbleState) give(it *pebble.Iterator, age uint64) error {
	if it.Error() != nil {
		return it.Close()
	}
	s.mu.Lock()
	kept := age == s.age && len(s.idle) < mostIdle
	if kept {
		s.idle = append(s.idle, it)
	}
	s.mu.Unlock()
	if kept {
		return nil
	}
	return it.Close()
}

// renew closes the iterators that a commit has made old.
func (s *pebbleState) renew() {
	s.mu.Lock()
	idle := s.idle
	s.idle = nil
	s.age++
	s.mu.Unlock()
	for _, it := range idle {
		it.Close()
	}
}

// manyKeys is from how many values on an iterator that passes over their ids in order finds them faster than
// look-ups do. Hashes lie all over, and of those that are not there the filters of look-ups tell.
const manyKeys = 16

func (s *pebbleState) get(keys ...[]byte) ([][]byte, error) {
	if len(keys) >= manyKeys && keys[0][0] == valuePrefix {
		return s.getMany(keys)
	}
	values := make([][]byte, len(keys))
	for i, key := range keys {
		b, closer, err := s.from.Get(key)
		if err == pebble.ErrNotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		values[i] = append([]byte{}, b...)
		if err := closer.Close(); err != nil {
			return nil, err
		}
	}
	return values, nil
}

func (s *pebbleState) getMany(keys [][]byte) ([][]byte, error) {
	values := make([][]byte, len(keys))
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return bytes.Compare(keys[a], keys[b]) })
	it, age, err := s.take()
	if err != nil {
		return nil, err
	}
	it.SetBounds(nil, nil)
	for _, i := range order {
		if !it.SeekGE(keys[i]) {
			break
		}
		if !bytes.Equal(it.Key(), keys[i]) {
			continue
		}
		value, err := it.ValueAndErr()
		if err != nil {
			return nil, errors.Join(err, s.give(it, age))
		}
		values[i] = append([]byte{}, value...)
	}
	return values, errors.Join(it.Error(), s.give(it, age))
}

func (s *pebbleState) page(r span, n int, fn func(key, value []byte)) (more bool, err error) {
	it, age, err := s.take()
	if err != nil {
		return false, err
	}
	it.SetBounds(r.lower, r.upper)
	more = it.First()
	for ; more && n > 0; more = it.Next() {
		value, err := it.ValueAndErr()
		if err != nil {
			return false, errors.Join(err, s.give(it, age))
		}
		fn(it.Key(), value)
		n--
	}
	return more, s.give(it, age)
}

func (s *pebbleState) count(ranges []limited) ([]int, error) {
	it, age, err := s.take()
	if err != nil {
		return nil, err
	}
	counts := make([]int, len(ranges))
	for i, r := range ranges {
		it.SetBounds(r.lower, r.upper)
		for ok := it.First(); ok && counts[i] < r.limit; ok = it.Next() {
			counts[i]++
		}
		if it.Error() != nil {
			break
		}
	}
	return counts, s.give(it, age)
}

func (s *pebbleState) far() bool { return false }

func (s *pebbleState) close() error {
	s.renew()
	if c, ok := s.from.(*pebble.Snapshot); ok {
		return c.Close()
	}
	return nil
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
