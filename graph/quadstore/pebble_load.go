package quadstore

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/cockroachdb/pebble/v2/objstorage/objstorageprovider"
	"github.com/cockroachdb/pebble/v2/sstable"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// tableSplit is how large a table grows: no larger than compactions like to move.
const tableSplit = 64 << 20

// loaders is how many runs are written at a time.
const loaders = 2

// load writes each run as tables and lets Pebble take them in as they are, in one edit of its manifest.
func (e *pebbleEngine) load(_ []byte, runs []stream, meta func() []byte) error {
	l := &tableLoader{engine: e}
	defer l.clear()
	if err := l.writeAll(runs); err != nil {
		return err
	}
	if err := l.write(func(put func(key, value []byte) error) error { return put([]byte{metaKey}, meta()) }); err != nil {
		return err
	}
	err := e.room.write(func() error { return e.db.Ingest(context.Background(), l.names) })
	e.renew()
	return err
}

// tableLoader writes tables beside those of the database.
type tableLoader struct {
	engine *pebbleEngine
	mu     sync.Mutex
	names  []string
}

func (l *tableLoader) writeAll(runs []stream) error {
	errs := make([]error, len(runs))
	var all sync.WaitGroup
	slots := make(chan struct{}, loaders)
	for i, r := range runs {
		slots <- struct{}{}
		all.Go(func() {
			errs[i] = l.write(r)
			<-slots
		})
	}
	all.Wait()
	return errors.Join(errs...)
}

func (l *tableLoader) write(r stream) error {
	var w *sstable.Writer
	err := r(func(key, value []byte) (err error) {
		if w != nil && w.Raw().EstimatedSize() > tableSplit {
			err, w = w.Close(), nil
		}
		if w == nil && err == nil {
			w, err = l.create()
		}
		if err != nil {
			return err
		}
		return w.Set(key, value)
	})
	if w != nil {
		err = errors.Join(err, w.Close())
	}
	return err
}

func (l *tableLoader) create() (*sstable.Writer, error) {
	e := l.engine
	l.mu.Lock()
	name := e.opts.FS.PathJoin(e.dir, fmt.Sprintf("%stable-%d", loadPrefix, len(l.names)))
	l.names = append(l.names, name)
	l.mu.Unlock()
	f, err := e.opts.FS.Create(name, vfs.WriteCategoryUnspecified)
	if err != nil {
		return nil, err
	}
	bottom := len(e.opts.Levels) - 1
	return sstable.NewWriter(objstorageprovider.NewFileWritable(f), e.opts.MakeWriterOptions(bottom, e.db.TableFormat())), nil
}

// clear removes what Pebble has not taken in.
func (l *tableLoader) clear() {
	for _, name := range l.names {
		l.engine.opts.FS.Remove(name)
	}
}
