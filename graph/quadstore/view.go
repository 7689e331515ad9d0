package quadstore

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
)

// view reads the graph: as it is now, or as it was when a snapshot was taken.
type view struct {
	qs   *QuadStore
	from pebble.Reader
}

// read runs fn while the store cannot be closed under it. Once damage has been met, every read
// reports it, for some of Cayley's methods have no way to.
func (v *view) read(fn func(pebble.Reader) error) error {
	v.qs.gate.RLock()
	defer v.qs.gate.RUnlock()
	if damage := v.qs.damage.Load(); damage != nil {
		return damage
	}
	if v.qs.closed || v.from == nil {
		return ErrClosed
	}
	return v.qs.damaged(fn(v.from))
}

// get returns a copy of what is kept under a key, or pebble.ErrNotFound.
func (v *view) get(key []byte) (value []byte, err error) {
	err = v.read(func(r pebble.Reader) error {
		b, closer, err := r.Get(key)
		if err != nil {
			return err
		}
		value = append([]byte(nil), b...)
		return closer.Close()
	})
	return value, err
}

// lookup is the id of a value, 0 where no quad uses it.
func (v *view) lookup(value quad.Value) (node, error) {
	b, err := v.get(hashKey(hashOf(value)))
	if errors.Is(err, pebble.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if len(b) != 8 {
		return 0, v.qs.damaged(errValue)
	}
	return node(binary.BigEndian.Uint64(b)), nil
}

// value is the value of an id, nil where the id is no longer in use.
func (v *view) value(n node) (quad.Value, error) {
	if n == 0 {
		return nil, nil
	}
	if value, ok := v.qs.names.of(n); ok {
		return value, nil
	}
	b, err := v.get(valueKey(n))
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	value, err := decode(b)
	if err != nil {
		return nil, v.qs.damaged(err)
	}
	v.qs.names.put(n, value)
	return value, nil
}

func (v *view) quad(l link) (q quad.Quad, err error) {
	for _, d := range quad.Directions {
		value, err := v.value(l.at(d))
		if err != nil {
			return quad.Quad{}, err
		}
		q.Set(d, value)
	}
	return q, nil
}

// ValueOf returns the reference of a value, nil where no quad uses it.
func (v *view) ValueOf(value quad.Value) graph.Ref {
	if value == nil {
		return nil
	}
	n, _ := v.lookup(value)
	if n == 0 {
		return nil
	}
	return n
}

// NameOf returns the value of a reference, nil where it has none.
func (v *view) NameOf(ref graph.Ref) quad.Value {
	if p, ok := ref.(graph.PreFetchedValue); ok {
		return p.NameOf()
	}
	n, ok := ref.(node)
	if !ok {
		return nil
	}
	value, _ := v.value(n)
	return value
}

// ValuesOf is NameOf for many, and reports what went wrong.
func (v *view) ValuesOf(ctx context.Context, refs []graph.Ref) ([]quad.Value, error) {
	values := make([]quad.Value, len(refs))
	for i, ref := range refs {
		n, ok := ref.(node)
		if !ok {
			values[i] = v.NameOf(ref)
			continue
		}
		value, err := v.value(n)
		if err != nil {
			return nil, err
		}
		values[i] = value
	}
	return values, nil
}

// RefsOf is ValueOf for many; a value that no quad uses is an error.
func (v *view) RefsOf(ctx context.Context, values []quad.Value) ([]graph.Ref, error) {
	refs := make([]graph.Ref, len(values))
	for i, value := range values {
		n, err := v.lookup(value)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, fmt.Errorf("not found: %v", value)
		}
		refs[i] = n
	}
	return refs, nil
}

// Quad returns the quad of a reference.
func (v *view) Quad(ref graph.Ref) quad.Quad {
	l, ok := ref.(link)
	if !ok {
		return quad.Quad{}
	}
	q, _ := v.quad(l)
	return q
}

// QuadDirection returns one end of a quad without reading anything.
func (v *view) QuadDirection(ref graph.Ref, d quad.Direction) graph.Ref {
	l, ok := ref.(link)
	if !ok || l.at(d) == 0 {
		return nil
	}
	return l.at(d)
}

// QuadIterator lists the quads that have a node in a direction.
func (v *view) QuadIterator(d quad.Direction, ref graph.Ref) graph.Iterator {
	n, ok := v.node(ref)
	if !ok {
		return iterator.NewNull()
	}
	return graph.NewLegacy(v.quads(everything().with(d, n)), nil)
}

// QuadIteratorSize is how many quads have a node in a direction: exactly, if they are few.
func (v *view) QuadIteratorSize(ctx context.Context, d quad.Direction, ref graph.Ref) (graph.Size, error) {
	n, ok := v.node(ref)
	if !ok {
		return graph.Size{Exact: true}, nil
	}
	return v.size(everything().with(d, n))
}

// node is the id behind a reference, also that of a value which Cayley carries along itself.
func (v *view) node(ref graph.Ref) (node, bool) {
	switch ref := ref.(type) {
	case node:
		return ref, ref != 0
	case graph.PreFetchedValue:
		n, ok := v.ValueOf(ref.NameOf()).(node)
		return n, ok
	}
	return 0, false
}

// QuadsAllIterator lists all quads.
func (v *view) QuadsAllIterator() graph.Iterator {
	return graph.NewLegacy(v.quads(everything()), nil)
}

// NodesAllIterator lists all values that quads use.
func (v *view) NodesAllIterator() graph.Iterator {
	return graph.NewLegacy(&allNodes{view: v}, nil)
}

// Stats counts nodes and quads; both counts are always exact.
func (v *view) Stats(ctx context.Context, exact bool) (graph.Stats, error) {
	m, err := v.meta()
	return graph.Stats{
		Nodes: graph.Size{Size: m.nodes, Exact: true},
		Quads: graph.Size{Size: m.quads, Exact: true},
	}, err
}

// Read returns what was committed under a private key; ok is false where nothing was.
func (v *view) Read(key []byte) (value []byte, ok bool, err error) {
	value, err = v.get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, false, nil
	}
	return value, err == nil, err
}

// Each calls fn for every private key that begins with prefix, in order.
func (v *view) Each(prefix []byte, fn func(key, value []byte) error) error {
	c := newKeys(v, prefix)
	for c.next() {
		if err := fn(c.key, c.value); err != nil {
			return err
		}
	}
	return c.err
}
