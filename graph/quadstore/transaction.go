package quadstore

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cockroachdb/pebble/v2"
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
	for _, d := range deltas {
		if err := t.apply(d, ignore); err != nil {
			return err
		}
	}
	return t.commit(pairs)
}

// transaction gathers what a set of deltas comes to.
type transaction struct {
	qs      *QuadStore
	meta    meta
	ids     map[[quad.HashSize]byte]node // looked up or minted
	minted  map[node]quad.Value
	changes map[link]change
}

// change is whether the store holds a quad: before, and after the deltas so far.
type change struct{ before, after bool }

func (qs *QuadStore) begin() (*transaction, error) {
	if qs.broken != nil {
		return nil, qs.broken
	}
	m, err := qs.meta()
	if err != nil {
		return nil, err
	}
	return &transaction{
		qs:      qs,
		meta:    m,
		ids:     map[[quad.HashSize]byte]node{},
		minted:  map[node]quad.Value{},
		changes: map[link]change{},
	}, nil
}

func (t *transaction) apply(d graph.Delta, ignore graph.IgnoreOpts) error {
	switch {
	case d.Action != graph.Add && d.Action != graph.Delete:
		return &graph.DeltaError{Delta: d, Err: graph.ErrInvalidAction}
	case !d.Quad.IsValid():
		return &graph.DeltaError{Delta: d, Err: quad.ErrInvalid}
	}
	add := d.Action == graph.Add
	l, known, err := t.link(d.Quad, add)
	if err != nil {
		return err
	}
	held := false
	if known {
		if held, err = t.holds(l); err != nil {
			return err
		}
	}
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
func (t *transaction) link(q quad.Quad, mint bool) (l link, known bool, err error) {
	known = true
	for _, d := range quad.Directions {
		v := q.Get(d)
		if v == nil {
			continue // only a label may be missing, and its id is then 0
		}
		n, err := t.node(v, mint)
		if err != nil {
			return l, false, err
		}
		known = known && n != 0
		l[d-1] = n
	}
	return l, known, nil
}

func (t *transaction) node(v quad.Value, mint bool) (node, error) {
	h := hashOf(v)
	n, ok := t.ids[h]
	if !ok {
		var err error
		if n, err = t.qs.lookup(v); err != nil {
			return 0, err
		}
		t.ids[h] = n
	}
	if n == 0 && mint {
		n = t.meta.next
		t.meta.next++
		t.ids[h], t.minted[n] = n, v
	}
	return n, nil
}

// holds tells whether a quad is there as the deltas so far leave it.
func (t *transaction) holds(l link) (bool, error) {
	if c, ok := t.changes[l]; ok {
		return c.after, nil
	}
	for _, n := range l {
		if _, ok := t.minted[n]; ok {
			return false, nil
		}
	}
	_, held, err := t.qs.Read(indexes[0].key(l))
	if err == nil {
		t.changes[l] = change{held, held}
	}
	return held, err
}

// commit writes what changed in one batch, and returns when it is on disk.
func (t *transaction) commit(pairs []Pair) error {
	added, deleted := t.net()
	if len(added) == 0 && len(deleted) == 0 && len(pairs) == 0 {
		return nil
	}
	b := t.qs.db.NewBatch()
	defer b.Close()
	if err := t.write(b, added, deleted); err != nil {
		return err
	}
	for _, p := range pairs {
		if err := setOrDelete(b, p); err != nil {
			return err
		}
	}
	t.meta.quads += int64(len(added) - len(deleted))
	t.meta.version++
	if err := b.Set([]byte{metaKey}, t.meta.encode(), nil); err != nil {
		return err
	}
	return t.qs.sync(b, t.meta.version)
}

func setOrDelete(b *pebble.Batch, p Pair) error {
	switch {
	case len(p.Key) == 0 || p.Key[0] < Private:
		return fmt.Errorf("key %q is not private", p.Key)
	case p.Value == nil:
		return b.Delete(p.Key, nil)
	}
	return b.Set(p.Key, p.Value, nil)
}

// net is what the deltas come to, in the order of the first index.
func (t *transaction) net() (added, deleted []link) {
	for l, c := range t.changes {
		switch {
		case c.after && !c.before:
			added = append(added, l)
		case c.before && !c.after:
			deleted = append(deleted, l)
		}
	}
	slices.SortFunc(added, compare)
	slices.SortFunc(deleted, compare)
	return added, deleted
}

func compare(a, b link) int { return slices.Compare(a[:], b[:]) }

func (t *transaction) write(b *pebble.Batch, added, deleted []link) error {
	used := map[node]bool{}
	for _, l := range added {
		for _, n := range l {
			used[n] = true
		}
		for _, x := range indexes {
			if err := b.Set(x.key(l), nil, nil); err != nil {
				return err
			}
		}
	}
	for _, l := range deleted {
		for _, x := range indexes {
			if err := b.Delete(x.key(l), nil); err != nil {
				return err
			}
		}
	}
	if err := t.name(b, used); err != nil {
		return err
	}
	return t.collect(b, deleted, used)
}

// name writes the new values that quads use; those minted for a quad that was deleted again are forgotten.
func (t *transaction) name(b *pebble.Batch, used map[node]bool) error {
	for _, n := range sorted(t.minted) {
		if !used[n] {
			continue
		}
		v := t.minted[n]
		value, err := encode(v)
		if err != nil {
			return err
		}
		if err := b.Set(valueKey(n), value, nil); err != nil {
			return err
		}
		id := binary.BigEndian.AppendUint64(nil, uint64(n))
		if err := b.Set(hashKey(hashOf(v)), id, nil); err != nil {
			return err
		}
		t.meta.nodes++
	}
	return nil
}

func sorted[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// collect deletes the values that the last quad using them leaves behind.
func (t *transaction) collect(b *pebble.Batch, deleted []link, used map[node]bool) error {
	if len(deleted) == 0 {
		return nil
	}
	it, err := t.qs.db.NewIter(nil)
	if err != nil {
		return err
	}
	defer it.Close()
	seen := map[node]bool{0: true}
	for _, l := range deleted {
		for _, n := range l {
			if seen[n] || used[n] {
				continue
			}
			seen[n] = true
			if err := t.collectNode(b, it, n); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *transaction) collectNode(b *pebble.Batch, it *pebble.Iterator, n node) error {
	if t.survives(it, n) {
		return nil
	}
	if err := it.Error(); err != nil {
		return t.qs.damaged(err)
	}
	v, err := t.qs.value(n)
	if err != nil {
		return err
	}
	if v == nil {
		return t.qs.damaged(fmt.Errorf("value %d is missing", n))
	}
	t.meta.nodes--
	if err := b.Delete(valueKey(n), nil); err != nil {
		return err
	}
	return b.Delete(hashKey(hashOf(v)), nil)
}

// survives tells whether a quad that is not deleted uses n. It passes over each deleted quad
// once an index at most, so a transaction takes time in proportion to its own size.
func (t *transaction) survives(it *pebble.Iterator, n node) bool {
	for _, x := range indexes {
		lower, upper := x.span(everything().with(x.order[0], n))
		it.SetBounds(lower, upper)
		for ok := it.First(); ok; ok = it.Next() {
			if c, ok := t.changes[x.link(it.Key())]; !ok || c.after {
				return true
			}
		}
	}
	return false
}

// sync makes a batch durable. Pebble gives up on a failed commit with a panic and takes no
// other one after it.
func (qs *QuadStore) sync(b *pebble.Batch, version uint64) (err error) {
	defer func() {
		if p := recover(); p != nil {
			cause, ok := p.(error)
			if !ok {
				panic(p)
			}
			err = fmt.Errorf("commit: %w", cause)
			qs.broken = err
		}
	}()
	if err := b.Commit(pebble.Sync); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	if qs.directory != nil {
		qs.directory.committed(version)
	}
	return nil
}
