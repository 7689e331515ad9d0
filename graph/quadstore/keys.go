package quadstore

import (
	"cmp"
	"encoding/binary"

	"github.com/cayleygraph/quad"
)

const (
	hashPrefix  = 'h'
	valuePrefix = 'v'
	metaKey     = 'm'

	// Private is the first byte of the first key that belongs to the caller of [QuadStore.Apply].
	Private = 0x80
)

// node is the id of a value, and Cayley's reference to it; 0 is no value.
type node uint64

// Key makes node a graph.Ref.
func (n node) Key() interface{} { return n }

// link is a quad as its four ids, subject, predicate, object and label, and Cayley's reference to it.
type link [4]node

// Key makes link a graph.Ref.
func (l link) Key() interface{} { return l }

func (l link) at(d quad.Direction) node { return l[d-1] }

// anything in a pattern matches every id.
const anything = ^node(0)

// pattern is what a lookup asks for: an id, or anything, in each direction.
type pattern link

func everything() pattern { return pattern{anything, anything, anything, anything} }

func (p pattern) with(d quad.Direction, n node) pattern {
	p[d-1] = n
	return p
}

func (p pattern) bound(d quad.Direction) bool { return p[d-1] != anything }

func (p pattern) matches(l link) bool {
	for i, n := range p {
		if n != anything && n != l[i] {
			return false
		}
	}
	return true
}

// index is one order in which all quads are kept.
type index struct {
	prefix byte
	order  [4]quad.Direction
}

var indexes = [4]index{
	{'s', [4]quad.Direction{quad.Subject, quad.Predicate, quad.Object, quad.Label}},
	{'o', [4]quad.Direction{quad.Object, quad.Predicate, quad.Subject, quad.Label}},
	{'p', [4]quad.Direction{quad.Predicate, quad.Object, quad.Subject, quad.Label}},
	{'l', [4]quad.Direction{quad.Label, quad.Subject, quad.Predicate, quad.Object}},
}

const linkKeySize = 1 + 4*8

func (x index) key(l link) []byte {
	key := make([]byte, 1, linkKeySize)
	key[0] = x.prefix
	for _, d := range x.order {
		key = binary.BigEndian.AppendUint64(key, uint64(l.at(d)))
	}
	return key
}

func (x index) compare(a, b link) int {
	for _, d := range x.order {
		if c := cmp.Compare(a[d-1], b[d-1]); c != 0 {
			return c
		}
	}
	return 0
}

func (x index) link(key []byte) (l link) {
	for i, d := range x.order {
		l[d-1] = node(binary.BigEndian.Uint64(key[1+8*i:]))
	}
	return l
}

// depth is how many of p's ids lead in this index.
func (x index) depth(p pattern) int {
	for i, d := range x.order {
		if !p.bound(d) {
			return i
		}
	}
	return len(x.order)
}

// span is the range of keys that share p's leading ids.
func (x index) span(p pattern) span {
	lower := append(make([]byte, 0, linkKeySize), x.prefix)
	for _, d := range x.order[:x.depth(p)] {
		lower = binary.BigEndian.AppendUint64(lower, uint64(p[d-1]))
	}
	return span{lower, after(lower)}
}

// after is the first key beyond all those that begin with prefix.
func after(prefix []byte) []byte {
	end := append([]byte(nil), prefix...)
	for i := len(end) - 1; i >= 0; i-- {
		end[i]++
		if end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}

func valueKey(n node) []byte {
	return binary.BigEndian.AppendUint64([]byte{valuePrefix}, uint64(n))
}

func hashKey(h [quad.HashSize]byte) []byte {
	return append([]byte{hashPrefix}, h[:]...)
}
