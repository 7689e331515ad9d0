package sparql

import "slices"

// isolated evaluates a pattern by itself, once, and yields the solutions that agree with the row.
type isolated struct {
	inner operator
	width func() int
	key   []int // slots that both sides always bind
	slots []int // that the pattern may bind
	kept  *solutions
	graph uint64 // that kept is of
}

func (i *isolated) each(r *run, row row, yield func() error) error {
	if i.kept == nil || i.graph != r.graph {
		kept, err := collect(r, i.inner, i.width(), i.slots, i.key)
		if err != nil {
			return err
		}
		i.kept, i.graph = kept, r.graph
	}
	return i.kept.match(row, func(ids []uint64) error {
		if err := r.tick(); err != nil {
			return err
		}
		return row.withAll(i.slots, ids, yield)
	})
}

// solutions are kept by what they bind, to be found by some of it.
type solutions struct {
	slots []int
	key   []int // places in slots
	ids   []uint64
	next  []int32
	first map[uint64]int32
	last  map[uint64]int32
}

// collect evaluates a pattern on an empty row.
func collect(r *run, op operator, width int, slots, key []int) (*solutions, error) {
	s := &solutions{slots: slots, first: map[uint64]int32{}, last: map[uint64]int32{}}
	for _, slot := range key {
		s.key = append(s.key, slices.Index(slots, slot))
	}
	row := make(row, width)
	err := op.each(r, row, func() error {
		if err := r.hold(8*len(slots) + 24); err != nil {
			return err
		}
		for _, slot := range slots {
			s.ids = append(s.ids, row[slot])
		}
		s.index()
		return nil
	})
	return s, err
}

// index puts the last solution at the end of the chain of its hash.
func (s *solutions) index() {
	n := int32(len(s.next) + 1)
	ids := s.at(n)
	h := uint64(0)
	for _, i := range s.key {
		h = mix(h, ids[i])
	}
	s.next = append(s.next, 0)
	if before := s.last[h]; before != 0 {
		s.next[before-1] = n
	} else {
		s.first[h] = n
	}
	s.last[h] = n
}

// at is the n-th solution, from 1.
func (s *solutions) at(n int32) []uint64 {
	return s.ids[int(n-1)*len(s.slots) : int(n)*len(s.slots)]
}

// match yields the solutions that may agree with the row: all that have its key.
func (s *solutions) match(row row, yield func(ids []uint64) error) error {
	h := uint64(0)
	for _, i := range s.key {
		h = mix(h, row[s.slots[i]])
	}
	for n := s.first[h]; n != 0; n = s.next[n-1] {
		if err := yield(s.at(n)); err != nil {
			return err
		}
	}
	return nil
}

func mix(h, id uint64) uint64 { return (h ^ id) * 0x9e3779b97f4a7c15 }

// subtract is MINUS where the right side may leave variables unbound.
type subtract struct {
	left, right operator
	width       func() int
	slots       []int // that both sides may bind
	kept        *solutions
	graph       uint64
}

func (s *subtract) each(r *run, row row, yield func() error) error {
	if s.kept == nil || s.graph != r.graph {
		kept, err := collect(r, s.right, s.width(), s.slots, nil)
		if err != nil {
			return err
		}
		s.kept, s.graph = kept, r.graph
	}
	return s.left.each(r, row, func() error {
		err := s.kept.match(row, func(ids []uint64) error {
			if row.sharesAndAgrees(s.slots, ids) {
				return errEnough
			}
			return r.tick()
		})
		if err == errEnough {
			return nil
		}
		if err != nil {
			return err
		}
		return yield()
	})
}

// sharesAndAgrees is the condition of MINUS: one variable at least is bound on both
// sides, and none differs.
func (w row) sharesAndAgrees(slots []int, ids []uint64) bool {
	shares := false
	for i, slot := range slots {
		switch {
		case w[slot] == 0 || ids[i] == 0:
		case w[slot] != ids[i]:
			return false
		default:
			shares = true
		}
	}
	return shares
}
