package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/cayleygraph/cayley/graph"
	_ "github.com/cayleygraph/cayley/graph/kv/bolt"
	_ "github.com/cayleygraph/cayley/graph/kv/leveldb"
	_ "github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"sayso/graph/quadstore"
)

// batch is how many quads a durable commit has.
const batch = 10_000

// open opens one of the stores in an empty folder.
func open(name, dir string) (graph.QuadStore, error) {
	if name == "sayso" {
		return quadstore.Open(dir)
	}
	options := graph.Options{"ignore_duplicate": true, "ignore_missing": true}
	if name != "memstore" {
		if err := graph.InitQuadStore(name, dir, options); err != nil {
			return nil, err
		}
	}
	return graph.NewQuadStore(name, dir, options)
}

// load reads the file into a store and returns how long that took. durable: in commits of 10,000.
func load(qs graph.QuadStore, file string, durable bool) (time.Duration, error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	start := time.Now()
	w, err := writer(qs, durable)
	if err != nil {
		return 0, err
	}
	r := nquads.NewReader(f, false)
	for {
		q, err := r.ReadQuad()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = w.WriteQuad(q)
		}
		if err != nil {
			return 0, fmt.Errorf("load: %w", err)
		}
	}
	return time.Since(start), w.Close()
}

type quadWriter interface {
	WriteQuad(quad.Quad) error
	Close() error
}

// writer is the fastest that a store has, or one of durable commits.
func writer(qs graph.QuadStore, durable bool) (quadWriter, error) {
	ours, ok := qs.(*quadstore.QuadStore)
	switch {
	case durable:
		return &commits{qs: qs}, nil
	case ok:
		b, err := ours.Bulk()
		return bulk{b}, err
	}
	return qs.NewQuadWriter()
}

type bulk struct{ *quadstore.Bulk }

func (b bulk) WriteQuad(q quad.Quad) error { return b.Add(q) }
func (b bulk) Close() error                { return errors.Join(b.Bulk.Commit(), b.Bulk.Close()) }

type commits struct {
	qs     graph.QuadStore
	deltas []graph.Delta
}

func (c *commits) WriteQuad(q quad.Quad) error {
	c.deltas = append(c.deltas, graph.Delta{Quad: q, Action: graph.Add})
	if len(c.deltas) < batch {
		return nil
	}
	return c.Close()
}

func (c *commits) Close() error {
	err := c.qs.ApplyDeltas(c.deltas, graph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
	c.deltas = c.deltas[:0]
	return err
}

// size is what a folder takes on disk.
func size(dir string) (n int64) {
	filepath.Walk(dir, func(_ string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() {
			n += info.Size()
		}
		return nil
	})
	return n
}
