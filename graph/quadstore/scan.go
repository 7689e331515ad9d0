package quadstore

import (
	"bytes"
	"sync"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cockroachdb/pebble/v2"
)

const (
	firstChunk   = 16
	largestChunk = 1024
)

// keys walks a range of keys in chunks. Nothing stays open between two chunks, since
// Cayley does not close every iterator that it opens.
type keys struct {
	view         *view
	lower, upper []byte
	values       bool // wanted too
	chunk        [][2][]byte
	size         int // of the next chunk
	last         bool
	key, value   []byte
	err          error
}

func newKeys(v *view, prefix []byte) *keys {
	return &keys{view: v, lower: prefix, upper: after(prefix), values: true}
}

func (c *keys) next() bool {
	if len(c.chunk) == 0 && !c.fill() {
		return false
	}
	c.key, c.value = c.chunk[0][0], c.chunk[0][1]
	c.chunk = c.chunk[1:]
	return true
}

func (c *keys) fill() bool {
	if c.last || c.err != nil {
		return false
	}
	c.size = max(firstChunk, min(2*c.size, largestChunk))
	c.chunk = make([][2][]byte, 0, c.size)
	c.err = c.view.read(c.readChunk)
	if n := len(c.chunk); n > 0 {
		c.lower = append(bytes.Clone(c.chunk[n-1][0]), 0)
	}
	return c.err == nil && len(c.chunk) > 0
}

func (c *keys) readChunk(r pebble.Reader) error {
	it, err := r.NewIter(&pebble.IterOptions{LowerBound: c.lower, UpperBound: c.upper})
	if err != nil {
		return err
	}
	ok := it.First()
	for ; ok && len(c.chunk) < c.size; ok = it.Next() {
		pair := [2][]byte{bytes.Clone(it.Key())}
		if c.values {
			pair[1] = bytes.Clone(it.Value())
		}
		c.chunk = append(c.chunk, pair)
	}
	c.last = !ok
	return it.Close()
}

// scan walks the quads that match a pattern, by the index that fits it best.
type scan struct {
	pattern pattern
	index   index
	keys    keys
	link    link
}

func newScan(v *view, p pattern) *scan {
	x := best(p)
	s := &scan{pattern: p, index: x, keys: keys{view: v}}
	s.keys.lower, s.keys.upper = x.span(p)
	return s
}

// best is the index in which the most of p's ids lead.
func best(p pattern) index {
	found := indexes[0]
	for _, x := range indexes[1:] {
		if x.depth(p) > found.depth(p) {
			found = x
		}
	}
	return found
}

func (s *scan) next() bool {
	for s.keys.next() {
		s.link = s.index.link(s.keys.key)
		if s.pattern.matches(s.link) {
			return true
		}
	}
	return false
}

// probe is how far a size is counted before it is estimated.
const probe = 256

// size is how many quads match p: exactly where few must be looked at, else by the share of the disk that their range takes.
func (v *view) size(p pattern) (graph.Size, error) {
	if p == everything() {
		m, err := v.meta()
		return graph.Size{Size: m.quads, Exact: true}, err
	}
	s := newScan(v, p)
	s.keys.size = probe / 2
	matched := int64(0)
	for seen := 0; seen < probe; seen++ {
		if !s.keys.next() {
			return graph.Size{Size: matched, Exact: s.keys.err == nil}, s.keys.err
		}
		if p.matches(s.index.link(s.keys.key)) {
			matched++
		}
	}
	n, err := v.estimate(s.index, p)
	return graph.Size{Size: max(1, max(probe, n)*matched/probe)}, err
}

func (v *view) estimate(x index, p pattern) (int64, error) {
	m, err := v.meta()
	if err != nil {
		return 0, err
	}
	var part, whole uint64
	err = v.read(func(pebble.Reader) error {
		var err error
		if part, err = v.qs.db.EstimateDiskUsage(x.span(p)); err != nil {
			return err
		}
		whole, err = v.qs.db.EstimateDiskUsage(x.span(everything()))
		return err
	})
	if err != nil || whole == 0 {
		return 0, err
	}
	return int64(float64(m.quads) * float64(part) / float64(whole)), nil
}

// sized is the size of a pattern, taken once.
type sized struct {
	once sync.Once
	size graph.Size
	err  error
}

func (s *sized) of(v *view, p pattern) (graph.Size, error) {
	s.once.Do(func() { s.size, s.err = v.size(p) })
	return s.size, s.err
}
