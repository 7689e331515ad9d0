package quadstore

import (
	"bytes"
	"encoding/binary"
	"slices"

	"github.com/cayleygraph/quad"
)

// dictionary gives ids to hashes, in a third of the memory that a map takes.
type dictionary struct {
	next   uint32   // the first id, less 1
	hashes []hash   // in the order of their ids
	slots  []uint32 // the place in hashes, from 1 on, where a hash points, or in the next free slot
	recent map[quad.Value]uint32
}

const (
	mostRecent   = 1 << 16
	mostBulkNode = 6_000_000 // some 250 MB
)

func newDictionary(first uint32) *dictionary {
	return &dictionary{next: first - 1, slots: make([]uint32, 1<<16), recent: map[quad.Value]uint32{}}
}

// id is the id of a value, and whether it has just been given.
func (d *dictionary) id(v quad.Value) (id uint32, fresh bool) {
	if id, ok := d.recent[v]; ok {
		return id, false
	}
	h := hashOf(v)
	slot := d.slot(h)
	if fresh = d.slots[slot] == 0; fresh {
		d.hashes = append(d.hashes, h)
		d.slots[slot] = uint32(len(d.hashes))
	}
	id = d.next + d.slots[slot]
	if len(d.hashes) > len(d.slots)/2 {
		d.grow()
	}
	if len(d.recent) >= mostRecent {
		clear(d.recent)
	}
	d.recent[v] = id
	return id, fresh
}

// slot is where a hash is, or will be.
func (d *dictionary) slot(h hash) int {
	i := int(binary.BigEndian.Uint32(h[:])) & (len(d.slots) - 1)
	for d.slots[i] != 0 && d.hashes[d.slots[i]-1] != h {
		i = (i + 1) & (len(d.slots) - 1)
	}
	return i
}

func (d *dictionary) grow() {
	d.slots = make([]uint32, 2*len(d.slots))
	for i, h := range d.hashes {
		d.slots[d.slot(h)] = uint32(i + 1)
	}
}

// write gives the hashes in order, each with its id. The dictionary is of no use after.
func (d *dictionary) write(put func(key, value []byte) error) error {
	d.slots, d.recent = nil, nil
	order := make([]uint32, len(d.hashes))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return bytes.Compare(d.hashes[a][:], d.hashes[b][:]) })
	key, value := make([]byte, 1+quad.HashSize), make([]byte, 8)
	key[0] = hashPrefix
	for _, i := range order {
		copy(key[1:], d.hashes[i][:])
		binary.BigEndian.PutUint64(value, uint64(d.next)+uint64(i)+1)
		if err := put(key, value); err != nil {
			return err
		}
	}
	return nil
}
