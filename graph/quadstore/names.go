package quadstore

import (
	"sync"

	"github.com/cayleygraph/quad"
)

// names remembers the values of ids in two generations, of which the older goes when the
// younger is full. An id never means another value, so nothing here grows stale. Only
// readers fill it, hence nothing is in it before its commit.
type names struct {
	mu         sync.RWMutex
	young, old map[node]quad.Value
}

const generation = 1 << 16

func (c *names) of(n node) (quad.Value, bool) {
	c.mu.RLock()
	v, ok := c.young[n]
	if !ok {
		v, ok = c.old[n]
	}
	c.mu.RUnlock()
	return v, ok
}

func (c *names) put(n node, v quad.Value) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.young == nil || len(c.young) >= generation {
		c.young, c.old = make(map[node]quad.Value), c.young
	}
	c.young[n] = v
}

// seen are the ids that scans came by where each look-up is a round trip: when the value of one
// is asked for, the others' are likely to be next.
type seen struct {
	mu  sync.Mutex
	ids map[node]struct{}
}

const mostSeen = 4096

func (s *seen) add(links []link) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, l := range links {
		if s.ids == nil || len(s.ids) > mostSeen {
			s.ids = make(map[node]struct{})
		}
		for _, n := range l {
			s.ids[n] = struct{}{}
		}
	}
}

func (s *seen) take() []node {
	s.mu.Lock()
	defer s.mu.Unlock()
	ids := make([]node, 0, len(s.ids))
	for n := range s.ids {
		ids = append(ids, n)
	}
	s.ids = nil
	return ids
}

// values are those of ids, nil where an id is no longer in use, or 0.
func (v *view) values(nodes []node) ([]quad.Value, error) {
	values := make([]quad.Value, len(nodes))
	var missing []node
	for i, n := range nodes {
		if n == 0 {
			continue
		}
		if value, ok := v.qs.names.of(n); ok {
			values[i] = value
		} else {
			missing = append(missing, n)
		}
	}
	if len(missing) == 0 {
		return values, nil
	}
	found, err := v.readValues(missing)
	if err != nil {
		return nil, err
	}
	for i, n := range nodes {
		if values[i] == nil {
			values[i] = found[n]
		}
	}
	return values, nil
}

// readValues reads values that are not remembered, and remembers them.
func (v *view) readValues(missing []node) (map[node]quad.Value, error) {
	for _, n := range v.seen.take() {
		if _, ok := v.qs.names.of(n); !ok && n != 0 {
			missing = append(missing, n)
		}
	}
	keys := make([][]byte, len(missing))
	for i, n := range missing {
		keys[i] = valueKey(n)
	}
	kept, err := v.gets(keys...)
	if err != nil {
		return nil, err
	}
	found := make(map[node]quad.Value, len(missing))
	for i, b := range kept {
		if b == nil {
			continue
		}
		value, err := decode(b)
		if err != nil {
			return nil, v.qs.damaged(err)
		}
		found[missing[i]] = value
		v.qs.names.put(missing[i], value)
	}
	return found, nil
}

// ids remembers the ids of hashes for the one who writes, as names does values. An id that is collected is dropped.
type ids struct {
	young, old map[hash]node
	spare      bool
}

const (
	idGeneration    = 1 << 17
	spareGeneration = 1 << 14
)

func (c *ids) of(h hash) node {
	if n, ok := c.young[h]; ok {
		return n
	}
	n := c.old[h]
	if n != 0 {
		c.put(h, n)
	}
	return n
}

func (c *ids) put(h hash, n node) {
	most := idGeneration
	if c.spare {
		most = spareGeneration
	}
	if c.young == nil || len(c.young) >= most {
		c.young, c.old = make(map[hash]node), c.young
	}
	c.young[h] = n
}

func (c *ids) drop(h hash) {
	delete(c.young, h)
	delete(c.old, h)
}
