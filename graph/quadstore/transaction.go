package quadstore

import (
	"bytes"
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Pair is a private key with its new value; without a value the key goes.
type Pair struct{ Key, Value []byte }

// ApplyDeltas commits changes all together; when one of them cannot be made, none is.
func (qs *QuadStore) ApplyDeltas(deltas []graph.Delta, ignore graph.IgnoreOpts) error {
	return qs.Apply(deltas, ignore, nil)
}

// Apply is ApplyDeltas with private keys, from [Private] on, written in the same commit.
// Where nothing changes, nothing is written.
func (qs *QuadStore) Apply(deltas []graph.Delta, ignore graph.IgnoreOpts, pairs []Pair) error {
	qs.writing.Lock()
	defer qs.writing.Unlock()
	t, err := qs.begin()
	if err != nil {
		return err
	}
	if err := t.foresee(deltas); err != nil {
		return err
	}
	for _, d := range deltas {
		if err := t.apply(d, ignore); err != nil {
			return err
		}
	}
	return t.commit(pairs)
}

// hash is what a value is found by.
type hash = [quad.HashSize]byte

// transaction gathers what a set of deltas comes to.
type transaction struct {
	qs      *QuadStore
	was     []byte // the meta that it began with
	meta    meta
	hashes  map[quad.Value]hash
	ids     map[hash]node // looked up or minted; 0 where there is none
	minted  map[node]minted
	changes map[link]change
}

// minted is a value that is new.
type minted struct {
	value quad.Value
	hash  hash
}

// change is whether the store holds a quad: before, and after the deltas so far.
type change struct{ before, after bool }

func (qs *QuadStore) begin() (*transaction, error) {
	if qs.broken != nil {
		return nil, qs.broken
	}
	if err := qs.engine.lock(); err != nil {
		return nil, err
	}
	was, err := qs.get([]byte{metaKey})
	if err != nil {
		return nil, err
	}
	m, err := qs.decodeMeta(was)
	if err != nil {
		return nil, err
	}
	if m.version != qs.known {
		return nil, ErrChanged
	}
	return &transaction{
		qs:      qs,
		was:     was,
		meta:    m,
		hashes:  map[quad.Value]hash{},
		ids:     map[hash]node{},
		minted:  map[node]minted{},
		changes: map[link]change{},
	}, nil
}

// foresee looks up, in two goes, what the deltas will ask for: the ids of their values, and
// which of their quads are there.
func (t *transaction) foresee(deltas []graph.Delta) error {
	var unknown []hash
	for _, delta := range deltas {
		for _, d := range quad.Directions {
			if v := delta.Quad.Get(d); v != nil {
				unknown = t.hash(v, unknown)
			}
		}
	}
	if err := t.findIDs(unknown); err != nil {
		return err
	}
	links := make([]link, 0, len(deltas))
	for _, d := range deltas {
		if l, known := t.link(d.Quad, false); known {
			links = append(links, l)
		}
	}
	slices.SortFunc(links, compare)
	return t.findQuads(slices.Compact(links))
}

// hash notes the hash of a value, and adds it to the unknown ones if its id is.
func (t *transaction) hash(v quad.Value, unknown []hash) []hash {
	if _, ok := t.hashes[v]; ok {
		return unknown
	}
	h := hashOf(v)
	t.hashes[v] = h
	if _, ok := t.ids[h]; ok {
		return unknown
	}
	n := t.qs.ids.of(h)
	t.ids[h] = n
	if n != 0 {
		return unknown
	}
	return append(unknown, h)
}

func (t *transaction) findIDs(unknown []hash) error {
	slices.SortFunc(unknown, func(a, b hash) int { return bytes.Compare(a[:], b[:]) })
	keys := make([][]byte, len(unknown))
	for i, h := range unknown {
		keys[i] = hashKey(h)
	}
	found, err := t.qs.gets(keys...)
	if err != nil {
		return err
	}
	for i, h := range unknown {
		if t.ids[h], err = t.qs.id(found[i]); err != nil {
			return err
		}
	}
	return nil
}

func (t *transaction) findQuads(links []link) error {
	keys := make([][]byte, len(links))
	for i, l := range links {
		keys[i] = indexes[0].key(l)
	}
	found, err := t.qs.gets(keys...)
	if err != nil {
		return err
	}
	for i, l := range links {
		held := found[i] != nil
		t.changes[l] = change{held, held}
	}
	return nil
}

func (t *transaction) apply(d graph.Delta, ignore graph.IgnoreOpts) error {
	switch {
	case d.Action != graph.Add && d.Action != graph.Delete:
		return &graph.DeltaError{Delta: d, Err: graph.ErrInvalidAction}
	case !d.Quad.IsValid():
		return &graph.DeltaError{Delta: d, Err: quad.ErrInvalid}
	}
	add := d.Action == graph.Add
	l, known := t.link(d.Quad, add)
	held := known && t.changes[l].after
	if held != add {
		t.changes[l] = change{t.changes[l].before, add}
		return nil
	}
	if add && !ignore.IgnoreDup {
		return &graph.DeltaError{Delta: d, Err: graph.ErrQuadExists}
	}
	if !add && !ignore.IgnoreMissing {
		return &graph.DeltaError{Delta: d, Err: graph.ErrQuadNotExist}
	}
	return nil
}

// link is a quad's ids; known is false where one of its values is new. Ids are minted only if asked.
func (t *transaction) link(q quad.Quad, mint bool) (l link, known bool) {
	known = true
	for _, d := range quad.Directions {
		v := q.Get(d)
		if v == nil {
			continue // only a label may be missing, and its id is then 0
		}
		n := t.node(v, mint)
		known = known && n != 0
		l[d-1] = n
	}
	return l, known
}

func (t *transaction) node(v quad.Value, mint bool) node {
	h, ok := t.hashes[v]
	if !ok { // as is NaN, which is not even itself
		h = hashOf(v)
	}
	n := t.ids[h]
	if n == 0 && mint {
		n = t.meta.next
		t.meta.next++
		t.ids[h], t.minted[n] = n, minted{v, h}
	}
	return n
}
