package quadstore

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// commit writes what changed in one batch, and returns when it is durable.
func (t *transaction) commit(pairs []Pair) error {
	added, deleted := t.net()
	if len(added) == 0 && len(deleted) == 0 && len(pairs) == 0 {
		return nil
	}
	dead, err := t.dead(added, deleted)
	if err != nil {
		return err
	}
	new := t.named(added)
	t.meta.nodes += int64(len(new) - len(dead))
	t.meta.quads += int64(len(added) - len(deleted))
	t.meta.version++
	err = t.qs.engine.commit(t.was, func(w writable) error {
		return errors.Join(writeLinks(added, func(key []byte) error { return w.set(key, nil) }), writeLinks(deleted, w.remove),
			t.name(w, new), t.forget(w, dead), writePairs(w, pairs), w.set([]byte{metaKey}, t.meta.encode()))
	})
	if err != nil {
		return t.qs.failed(err)
	}
	t.publish(new, dead)
	return nil
}

// failed is what an error of a commit comes to.
func (qs *QuadStore) failed(err error) error {
	err = fmt.Errorf("commit: %w", err)
	if errors.Is(err, errLost) {
		qs.broken = err
	}
	return err
}

// publish lets the next transactions know what the commit has made so.
func (t *transaction) publish(new []node, dead map[node]hash) {
	t.qs.known = t.meta.version
	t.qs.estimates.forget()
	for h, n := range t.ids {
		if _, fresh := t.minted[n]; n != 0 && !fresh {
			t.qs.ids.put(h, n)
		}
	}
	for _, n := range new {
		t.qs.ids.put(t.minted[n].hash, n)
	}
	for _, h := range dead {
		t.qs.ids.drop(h)
	}
	if t.qs.directory != nil {
		t.qs.directory.committed(t.meta.version)
	}
}

func writePairs(w writable, pairs []Pair) error {
	for _, p := range pairs {
		if len(p.Key) == 0 || p.Key[0] < Private {
			return fmt.Errorf("key %q is not private", p.Key)
		}
		err := error(nil)
		if p.Value == nil {
			err = w.remove(p.Key)
		} else {
			err = w.set(p.Key, p.Value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// net is what the deltas come to.
func (t *transaction) net() (added, deleted []link) {
	for l, c := range t.changes {
		switch {
		case c.after && !c.before:
			added = append(added, l)
		case c.before && !c.after:
			deleted = append(deleted, l)
		}
	}
	return added, deleted
}

func compare(a, b link) int { return slices.Compare(a[:], b[:]) }

// writeLinks calls write with the keys of quads, index by index and sorted, for an engine is faster that way.
func writeLinks(links []link, write func(key []byte) error) error {
	for _, x := range indexes {
		slices.SortFunc(links, x.compare)
		for _, l := range links {
			if err := write(x.key(l)); err != nil {
				return err
			}
		}
	}
	return nil
}

// named are the minted ids that quads use. Those minted for a quad that was deleted again are forgotten.
func (t *transaction) named(added []link) []node {
	used := map[node]bool{}
	for _, l := range added {
		for _, n := range l {
			if _, ok := t.minted[n]; ok {
				used[n] = true
			}
		}
	}
	return sorted(used)
}

func sorted[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// name writes new values.
func (t *transaction) name(w writable, new []node) error {
	for _, n := range new {
		value, err := encode(t.minted[n].value)
		if err != nil {
			return err
		}
		if err := w.set(valueKey(n), value); err != nil {
			return err
		}
		id := binary.BigEndian.AppendUint64(nil, uint64(n))
		if err := w.set(hashKey(t.minted[n].hash), id); err != nil {
			return err
		}
	}
	return nil
}

// forget deletes values that no quad uses any more.
func (t *transaction) forget(w writable, dead map[node]hash) error {
	for _, n := range sorted(dead) {
		if err := errors.Join(w.remove(valueKey(n)), w.remove(hashKey(dead[n]))); err != nil {
			return err
		}
	}
	return nil
}

// dead are the ids that the last quad using them leaves behind, with the hashes of their values.
func (t *transaction) dead(added, deleted []link) (map[node]hash, error) {
	if len(deleted) == 0 {
		return nil, nil
	}
	candidates := t.unsure(added, deleted)
	survive, err := t.survivors(candidates, deleted)
	if err != nil {
		return nil, err
	}
	candidates = slices.DeleteFunc(candidates, func(n node) bool { return survive[n] })
	values, err := t.qs.values(candidates)
	if err != nil {
		return nil, err
	}
	dead := make(map[node]hash, len(candidates))
	for i, n := range candidates {
		if values[i] == nil {
			return nil, t.qs.damaged(fmt.Errorf("value %d is missing: %w", n, errValue))
		}
		dead[n] = hashOf(values[i])
	}
	return dead, nil
}

// unsure are the ids of deleted quads that no added one uses.
func (t *transaction) unsure(added, deleted []link) []node {
	used := map[node]bool{0: true}
	for _, l := range added {
		for _, n := range l {
			used[n] = true
		}
	}
	unsure := map[node]bool{}
	for _, l := range deleted {
		for _, n := range l {
			if !used[n] {
				unsure[n] = true
			}
		}
	}
	return sorted(unsure)
}

// survivors are those candidates that stand in more quads than are deleted. No more keys are counted
// than are deleted, so a transaction takes time in proportion to its own size.
func (t *transaction) survivors(candidates []node, deleted []link) (map[node]bool, error) {
	var gone [4]map[node]int // in each direction
	for i := range gone {
		gone[i] = map[node]int{}
		for _, l := range deleted {
			gone[i][l[i]]++
		}
	}
	ranges := make([]limited, 0, len(candidates)*len(indexes))
	for _, n := range candidates {
		for _, x := range indexes {
			first := x.order[0]
			ranges = append(ranges, limited{x.span(everything().with(first, n)), gone[first-1][n] + 1})
		}
	}
	var counts []int
	err := t.qs.read(func(s state) (err error) {
		counts, err = s.count(ranges)
		return err
	})
	if err != nil {
		return nil, err
	}
	survive := map[node]bool{}
	for i, n := range counts {
		if n == ranges[i].limit {
			survive[candidates[i/len(indexes)]] = true
		}
	}
	return survive, nil
}
