package sparql

import (
	"cmp"
	"container/heap"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// sortKey is one condition of ORDER BY.
type sortKey struct {
	by         evaluated
	descending bool
}

// sortable is a solution on its way through ORDER BY.
type sortable struct {
	keys []quad.Value
	ids  []uint64
	n    int // its turn: what compares equal keeps its order
}

// sorted yields in the order wanted. Where only the first are wanted, it keeps no more.
func (s *selecting) sorted(r *run, yield func(ids []uint64) error) error {
	most := -1
	if s.limit >= 0 && !s.distinct && s.offset+s.limit < 1<<20 {
		most = int(s.offset + s.limit)
	}
	kept := &sortables{run: r, keys: s.order}
	row := make(row, s.width())
	n := 0
	err := s.inner.each(r, row, func() error {
		one := sortable{make([]quad.Value, len(s.order)), make([]uint64, len(s.columns)), n}
		n++
		for i, k := range s.order {
			v, err := k.by.value(r, row)
			if fatal(err) != nil {
				return err
			}
			if err == nil {
				one.keys[i] = v
			}
		}
		s.project(one.ids, row)
		return kept.keep(one, most)
	})
	if err != nil {
		return err
	}
	slices.SortFunc(kept.list, kept.compare)
	for _, one := range kept.list {
		if err := yield(one.ids); err != nil {
			return err
		}
	}
	return nil
}

// sortables is a heap with the last in order on top.
type sortables struct {
	run  *run
	keys []sortKey
	list []sortable
}

// keep adds a solution; of more than most, unless that is negative, it drops the last.
func (s *sortables) keep(one sortable, most int) error {
	if most >= 0 && len(s.list) == most {
		if s.compare(one, s.list[0]) < 0 {
			s.list[0] = one
			heap.Fix(s, 0)
		}
		return s.run.tick()
	}
	if most >= 0 {
		heap.Push(s, one)
	} else {
		s.list = append(s.list, one)
	}
	return s.run.hold(24*len(one.keys) + 8*len(one.ids) + 64)
}

func (s *sortables) Len() int           { return len(s.list) }
func (s *sortables) Less(i, j int) bool { return s.compare(s.list[i], s.list[j]) > 0 }
func (s *sortables) Swap(i, j int)      { s.list[i], s.list[j] = s.list[j], s.list[i] }
func (s *sortables) Push(x any)         { s.list = append(s.list, x.(sortable)) }
func (s *sortables) Pop() any {
	last := s.list[len(s.list)-1]
	s.list = s.list[:len(s.list)-1]
	return last
}

func (s *sortables) compare(a, b sortable) int {
	if err := s.run.tick(); err != nil {
		panic(fault{err})
	}
	for i, k := range s.keys {
		order := collate(a.keys[i], b.keys[i])
		if k.descending {
			order = -order
		}
		if order != 0 {
			return order
		}
	}
	return cmp.Compare(a.n, b.n)
}

// collate is the order of section 15.1: no value, blank nodes, IRIs, literals; literals of one kind
// by their value, others by their spelling, so that it is total.
func collate(a, b quad.Value) int {
	ra, rb := rankOf(a), rankOf(b)
	if ra != rb || a == nil {
		return cmp.Compare(ra, rb)
	}
	if order, err := compare(a, b); err == nil {
		return order
	}
	return strings.Compare(spelling(a), spelling(b))
}

// rankOf keeps values that compare by value together.
func rankOf(v quad.Value) int {
	switch v := v.(type) {
	case nil:
		return 0
	case quad.BNode:
		return 1
	case quad.IRI:
		return 2
	case quad.String:
		return 3
	case quad.LangString:
		return 4
	case quad.Bool:
		return 5
	case quad.TypedString:
		if _, ok := numberOf(v); ok {
			return 6
		}
		if _, ok := momentOf(v); ok {
			return 7
		}
		return 8
	case quad.Time:
		return 7
	}
	return 6
}
