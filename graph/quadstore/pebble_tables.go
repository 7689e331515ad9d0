package quadstore

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/sstable"
)

// checkFiles holds every block of every table against its checksum: reading all keys passes over filters, and over what
// is in the cache. The log and the manifest have been read when the store was opened.
func (e *pebbleEngine) checkFiles(ctx context.Context) error {
	tables, err := e.tables()
	if err != nil {
		return e.damagedIn(e.dir, err)
	}
	for name := range tables {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := e.checkTable(ctx, name)
		if errors.Is(err, fs.ErrNotExist) {
			err = e.checkGone(name, err)
		}
		if err != nil {
			return e.damagedIn(name, err)
		}
	}
	return nil
}

// tables are the files of the tables that make up the database now.
func (e *pebbleEngine) tables() (map[string]bool, error) {
	levels, err := e.db.SSTables()
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for _, level := range levels {
		for _, table := range level {
			names[e.opts.FS.PathJoin(e.dir, fmt.Sprintf("%06d.sst", uint64(table.BackingSSTNum)))] = true
		}
	}
	return names, nil
}

// checkGone passes over a table that a compaction has done away with meanwhile.
func (e *pebbleEngine) checkGone(name string, missing error) error {
	tables, err := e.tables()
	if err == nil && tables[name] {
		return &CorruptError{File: name, Remedy: remedy, Err: missing}
	}
	return err
}

func (e *pebbleEngine) checkTable(ctx context.Context, name string) (err error) {
	f, err := e.opts.FS.Open(name)
	if err != nil {
		return err
	}
	readable, err := sstable.NewSimpleReadable(f)
	if err != nil {
		return errors.Join(err, f.Close())
	}
	r, err := sstable.NewReader(ctx, readable, e.opts.MakeReaderOptions())
	if err != nil {
		return errors.Join(err, readable.Close())
	}
	return errors.Join(r.ValidateBlockChecksums(), r.Close())
}

// damagedIn says of which file an error of reading is.
func (e *pebbleEngine) damagedIn(name string, err error) error {
	if errors.As(err, new(*CorruptError)) {
		return err
	}
	if !pebble.IsCorruptionError(err) {
		return fmt.Errorf("%s: %w", name, err)
	}
	return &CorruptError{File: name, Remedy: remedy, Err: err}
}
