package quadstore

import (
	"context"
	"encoding/binary"
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"
)

// view reads the graph: as it is now, or as it was when a snapshot was taken.
type view struct {
	qs   *QuadStore
	from state
	seen seen
}

// read runs fn while the store cannot be closed under it. Once damage has been met, every read
// reports it, for some of Cayley's methods have no way to.
func (v *view) read(fn func(state) error) error {
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

// get returns a copy of what is kept under a key, nil where there is nothing.
func (v *view) get(key []byte) ([]byte, error) {
	values, err := v.gets(key)
	if err != nil {
		return nil, err
	}
	return values[0], nil
}

func (v *view) gets(keys ...[]byte) (values [][]byte, err error) {
	err = v.read(func(s state) error {
		values, err = s.get(keys...)
		return err
	})
	return values, err
}

// lookup is the id of a value, 0 where no quad uses it.
func (v *view) lookup(value quad.Value) (node, error) {
	b, err := v.get(hashKey(hashOf(value)))
	if err != nil {
		return 0, err
	}
	return v.id(b)
}

// id reads what is kept under the hash of a value.
func (v *view) id(b []byte) (node, error) {
	if b == nil {
		return 0, nil
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
	values, err := v.values([]node{n})
	if err != nil {
		return nil, err
	}
	return values[0], nil
}

func (v *view) quad(l link) (q quad.Quad, err error) {
	values, err := v.values(l[:])
	if err != nil {
		return q, err
	}
	return quad.Quad{Subject: values[0], Predicate: values[1], Object: values[2], Label: values[3]}, nil
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
	nodes := make([]node, len(refs))
	for i, ref := range refs {
		nodes[i], _ = ref.(node)
	}
	values, err := v.values(nodes)
	if err != nil {
		return nil, err
	}
	for i, ref := range refs {
		if nodes[i] == 0 {
			values[i] = v.NameOf(ref)
		}
	}
	return values, nil
}

// RefsOf is ValueOf for many; a value that no quad uses is an error.
func (v *view) RefsOf(ctx context.Context, values []quad.Value) ([]graph.Ref, error) {
	keys := make([][]byte, len(values))
	for i, value := range values {
		keys[i] = hashKey(hashOf(value))
	}
	ids, err := v.gets(keys...)
	if err != nil {
		return nil, err
	}
	refs := make([]graph.Ref, len(values))
	for i, value := range values {
		n, err := v.id(ids[i])
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
	return value, value != nil && err == nil, err
}

// Each calls fn for every private key that begins with prefix, in order.
func (v *view) Each(prefix []byte, fn func(key, value []byte) error) error {
	c := newKeys(v, prefix)
	for c.next() {
		if err := fn(c.key, c.value); err != nil {
			return err
		}
	}
	return c.pages.err
}
