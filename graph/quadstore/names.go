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
