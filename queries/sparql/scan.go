package sparql

import (
	"math/bits"

	"sayso/graph/quadstore"
)

// scan looks up the quads of a triple pattern.
type scan struct {
	ids    quadstore.IDs // constants, else AnyID
	slots  [4]int        // variables, else -1
	graph  graphs
	except map[uint64]bool // predicates that do not match; nil: all match
	labels int64           // about how many quads have the label, where it is a constant
	count  int64           // about how many quads match the constants

	cursor *quadstore.Cursor
	orders [16]quadstore.Order
	known  [16]bool
	probes int64
	kept   *kept
}

// each yields the quads that agree with the row. In the union of all graphs a triple counts
// once: whatever the order, the quads that differ in their label only are neighbours.
func (s *scan) each(r *run, row row, yield func() error) error {
	wanted, ok := s.wanted(r, row)
	if !ok {
		return nil
	}
	found, err := s.lookup(r, wanted)
	if err != nil {
		return err
	}
	if found != nil {
		return s.yieldAll(r, row, found, wanted, yield)
	}
	var last quadstore.IDs
	for {
		at, ok := s.cursor.Next()
		if !ok {
			return s.cursor.Err()
		}
		if err := r.tick(); err != nil {
			return err
		}
		if s.repeats(at, last) {
			continue
		}
		last = at
		if err := s.yield(row, at, yield); err != nil {
			return err
		}
	}
}

// repeats tells whether a quad says nothing new to the pattern, or stands in no graph that counts.
func (s *scan) repeats(at, last quadstore.IDs) bool {
	if s.graph.slot >= 0 || s.graph.walks {
		return at[3] == 0 || s.except[at[1]]
	}
	if s.graph.label == quadstore.AnyID && at[0] == last[0] && at[1] == last[1] && at[2] == last[2] {
		return true
	}
	return s.except[at[1]]
}

// wanted are the ids that the quad must have; ok is false where one is not of the store.
func (s *scan) wanted(r *run, row row) (ids quadstore.IDs, ok bool) {
	ids = s.ids
	for i, slot := range s.slots {
		if slot >= 0 && row[slot] != 0 {
			ids[i] = row[slot]
		}
	}
	if s.graph.walks {
		ids[3] = r.graph
	}
	for _, id := range ids {
		if isOwn(id) && id != quadstore.AnyID {
			return ids, false
		}
	}
	return ids, true
}

func mask(ids quadstore.IDs) (m int) {
	for i, id := range ids {
		if id != quadstore.AnyID {
			m |= 1 << i
		}
	}
	return m
}

// order is that in which the most of the ids lead. By the label alone it
// goes only where that is known to be rarer.
func (s *scan) order(ids quadstore.IDs) quadstore.Order {
	m := mask(ids)
	if s.known[m] {
		return s.orders[m]
	}
	best := quadstore.BySubject
	for _, o := range []quadstore.Order{quadstore.ByObject, quadstore.ByPredicate, quadstore.ByLabel} {
		depth, most := o.Depth(ids), best.Depth(ids)
		if depth > most || depth == most && depth > 0 && o == quadstore.ByLabel && best == quadstore.ByPredicate && s.labels < s.count {
			best = o
		}
	}
	s.orders[m], s.known[m] = best, true
	return best
}

// yield sets the variables to a quad's ids, where they agree with themselves.
func (s *scan) yield(row row, at quadstore.IDs, yield func() error) error {
	var set [4]int
	n, agrees := 0, true
	for i, slot := range s.slots {
		switch {
		case slot < 0 || row[slot] == at[i]:
		case row[slot] == 0:
			row[slot] = at[i]
			set[n] = slot
			n++
		default:
			agrees = false
		}
	}
	var err error
	if agrees {
		err = yield()
	}
	for _, slot := range set[:n] {
		row[slot] = 0
	}
	return err
}

// maxKept is how many quads a lookup keeps at most.
const maxKept = 1 << 20

// kept is what a scan finds with its constants alone, by the ids that vary.
type kept struct {
	mask  int // of the ids that vary
	quads []quadstore.IDs
	next  []int32
	first map[[2]uint64]int32
}

// lookup begins a lookup. After as many as it would have been worth to read all the quads
// at once, it does that, and gives those that match from then on; else it gives nil.
func (s *scan) lookup(r *run, wanted quadstore.IDs) (*kept, error) {
	if s.cursor == nil {
		s.cursor = r.at.Cursor(r.ctx)
	}
	if s.probes++; s.probes == 64 && s.count < 0 {
		s.count = r.count(s.ids)
	}
	vary := mask(wanted) &^ mask(s.ids)
	if s.kept != nil && s.kept.mask == vary {
		return s.kept, nil
	}
	if s.kept == nil && !s.graph.walks && s.count > 0 && s.count < maxKept && s.probes > 64+s.count/8 && bits.OnesCount(uint(vary)) <= 2 {
		return s.keep(r, vary)
	}
	s.cursor.Seek(s.order(wanted), wanted)
	return nil, nil
}

func (s *scan) keep(r *run, vary int) (*kept, error) {
	k := &kept{mask: vary, first: map[[2]uint64]int32{}}
	s.cursor.Seek(s.order(s.ids), s.ids)
	for {
		at, ok := s.cursor.Next()
		if !ok {
			break
		}
		if err := r.hold(64); err != nil {
			return nil, err
		}
		if err := r.tick(); err != nil {
			return nil, err
		}
		key := k.key(at)
		k.next = append(k.next, k.first[key])
		k.quads = append(k.quads, at)
		k.first[key] = int32(len(k.quads))
	}
	if err := s.cursor.Err(); err != nil {
		return nil, err
	}
	s.kept = k
	return k, nil
}

// key is the ids that vary.
func (k *kept) key(ids quadstore.IDs) (key [2]uint64) {
	n := 0
	for i, id := range ids {
		if k.mask&(1<<i) != 0 {
			key[n] = id
			n++
		}
	}
	return key
}

// yieldAll yields the kept quads that match. They come newest first.
func (s *scan) yieldAll(r *run, row row, k *kept, wanted quadstore.IDs, yield func() error) error {
	var last quadstore.IDs
	for i := k.first[k.key(wanted)]; i != 0; i = k.next[i-1] {
		if err := r.tick(); err != nil {
			return err
		}
		at := k.quads[i-1]
		if s.repeats(at, last) {
			continue
		}
		last = at
		if err := s.yield(row, at, yield); err != nil {
			return err
		}
	}
	return nil
}

// isGraph tells whether an id is the label of a quad.
func (r *run) isGraph(label uint64) (bool, error) {
	any := quadstore.AnyID
	return r.holds(quadstore.ByLabel, quadstore.IDs{any, any, any, label})
}

// holds tells whether any quad matches.
func (r *run) holds(o quadstore.Order, ids quadstore.IDs) (bool, error) {
	for _, id := range ids {
		if isOwn(id) && id != quadstore.AnyID {
			return false, nil
		}
	}
	if r.probe == nil {
		r.probe = r.at.Cursor(r.ctx)
	}
	r.probe.Seek(o, ids)
	_, found := r.probe.Next()
	return found, r.probe.Err()
}
