package quadstore

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// ErrNotEmpty is what Bulk gives where the store holds quads.
var ErrNotEmpty = errors.New("store is not empty")

// Bulk is a load of a whole graph into an empty store: faster than transactions, in bounded memory, and
// there for readers and for the next process all at once, when Commit returns.
type Bulk struct {
	qs    *QuadStore
	was   []byte
	meta  meta
	dir   string
	batch []quad.Quad
	full  atomic.Bool

	work   chan []quad.Quad
	done   chan struct{}
	failed error // of the worker; read once done is closed

	dictionary *dictionary
	links      linkSorter
	file       *os.File // the values by id, each after its length
	values     *bufio.Writer
}

// bulkBatch is how many quads are handed to the worker at once.
const bulkBatch = 1 << 12

// Bulk begins a load. Until its Close nobody else writes.
func (qs *QuadStore) Bulk() (*Bulk, error) {
	qs.writing.Lock()
	b, err := qs.bulk()
	if err != nil {
		qs.writing.Unlock()
		return nil, err
	}
	go b.run(b.work)
	return b, nil
}

func (qs *QuadStore) bulk() (*Bulk, error) {
	t, err := qs.begin()
	if err != nil {
		return nil, err
	}
	if t.meta.quads > 0 || t.meta.nodes > 0 || t.meta.next > 1<<31 {
		return nil, ErrNotEmpty
	}
	parent := ""
	if qs.directory != nil {
		parent = qs.directory.path
	}
	b := &Bulk{qs: qs, was: t.was, meta: t.meta, dictionary: newDictionary(uint32(t.meta.next)),
		work: make(chan []quad.Quad, 4), done: make(chan struct{})}
	if b.dir, err = os.MkdirTemp(parent, loadPrefix); err != nil {
		return nil, fmt.Errorf("load: %w", err)
	}
	b.links = linkSorter{dir: b.dir, most: heldLinks}
	if b.file, err = os.Create(filepath.Join(b.dir, "values")); err != nil {
		os.RemoveAll(b.dir)
		return nil, fmt.Errorf("load: %w", err)
	}
	b.values = bufio.NewWriterSize(b.file, 1<<18)
	return b, nil
}

// loadPrefix begins the names of what a load keeps in the store's folder until it is done.
const loadPrefix = "load-"

// Add takes a quad. Quads may come more than once.
func (b *Bulk) Add(q quad.Quad) error {
	if !q.IsValid() {
		return &graph.DeltaError{Delta: graph.Delta{Quad: q, Action: graph.Add}, Err: quad.ErrInvalid}
	}
	b.batch = append(b.batch, q)
	if len(b.batch) < bulkBatch {
		return nil
	}
	return b.send()
}

// send hands the batch to the worker, or gives the error with which it has ended.
func (b *Bulk) send() error {
	select {
	case b.work <- b.batch:
		b.batch = make([]quad.Quad, 0, bulkBatch)
		return nil
	case <-b.done:
		return b.failed
	}
}

// Full tells that the memory which a load may take is used up: Commit now, and go on with transactions.
func (b *Bulk) Full() bool { return b.full.Load() }

// run turns quads into ids.
func (b *Bulk) run(work <-chan []quad.Quad) {
	defer close(b.done)
	for batch := range work {
		for _, q := range batch {
			if b.failed = b.number(q); b.failed != nil {
				return
			}
		}
		b.full.Store(len(b.dictionary.hashes) > mostBulkNode)
	}
}

func (b *Bulk) number(q quad.Quad) error {
	var ids [4]uint32
	for i, v := range [4]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if v == nil {
			continue
		}
		id, fresh := b.dictionary.id(v)
		if fresh {
			if err := b.keep(v); err != nil {
				return err
			}
		}
		ids[i] = id
	}
	return b.links.add(ids)
}

func (b *Bulk) keep(v quad.Value) error {
	value, err := encode(v)
	if err != nil {
		return err
	}
	var size [binary.MaxVarintLen64]byte
	if _, err := b.values.Write(size[:binary.PutUvarint(size[:], uint64(len(value)))]); err != nil {
		return err
	}
	_, err = b.values.Write(value)
	return err
}

// finish waits for the worker.
func (b *Bulk) finish() error {
	if len(b.batch) > 0 {
		if err := b.send(); err != nil {
			return err
		}
		b.batch = nil
	}
	close(b.work)
	b.work = nil
	<-b.done
	return errors.Join(b.failed, b.values.Flush())
}

// Commit makes the graph what was added, and returns when that is durable.
func (b *Bulk) Commit() error {
	if err := b.finish(); err != nil {
		return err
	}
	nodes, first := len(b.dictionary.hashes), b.meta.next
	runs := []stream{b.dictionary.write, func(put func(key, value []byte) error) error { return b.writeValues(first, put) }}
	for i, x := range indexes {
		runs = append(runs, func(put func(key, value []byte) error) error {
			n, err := b.links.write(x, put)
			if i == 0 {
				b.meta.quads = n
			}
			return err
		})
	}
	err := b.qs.engine.load(b.was, runs, func() []byte {
		b.meta.nodes = int64(nodes)
		b.meta.next += node(nodes)
		b.meta.version++
		return b.meta.encode()
	})
	if err != nil {
		return b.qs.failed(err)
	}
	b.qs.known = b.meta.version
	b.qs.estimates.forget()
	if b.qs.directory != nil {
		b.qs.directory.committed(b.meta.version)
	}
	return nil
}

func (b *Bulk) writeValues(id node, put func(key, value []byte) error) error {
	if _, err := b.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	r := bufio.NewReaderSize(b.file, 1<<18)
	var value []byte
	for ; ; id++ {
		size, err := binary.ReadUvarint(r)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		value = append(value[:0], make([]byte, size)...)
		if _, err := io.ReadFull(r, value); err != nil {
			return err
		}
		if err := put(valueKey(id), value); err != nil {
			return err
		}
	}
}

// Close ends the load; what was not committed is forgotten.
func (b *Bulk) Close() error {
	if b.dir == "" {
		return nil
	}
	if b.work != nil {
		close(b.work)
		<-b.done
	}
	err := errors.Join(b.file.Close(), os.RemoveAll(b.dir))
	b.dir = ""
	b.qs.writing.Unlock()
	return err
}
