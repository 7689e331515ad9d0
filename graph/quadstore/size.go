package quadstore

import (
	"sync"

	"github.com/cayleygraph/cayley/graph"
)

// probe is how far a size is counted before it is estimated.
const probe = 256

// size is how many quads match p: exactly where few must be looked at, else by the share of the store that their range takes.
func (v *view) size(p pattern) (graph.Size, error) {
	if p == everything() {
		m, err := v.meta()
		return graph.Size{Size: m.quads, Exact: true}, err
	}
	n, commits, ok := v.qs.estimates.of(p)
	if ok {
		return graph.Size{Size: n}, nil
	}
	size, err := v.probe(p)
	if err == nil && !size.Exact {
		v.qs.estimates.put(p, size.Size, commits)
	}
	return size, err
}

func (v *view) probe(p pattern) (graph.Size, error) {
	x := best(p)
	seen, matched := 0, int64(0)
	err := v.read(func(s state) error {
		_, err := s.page(x.span(p), probe, func(key, _ []byte) {
			seen++
			if p.matches(x.link(key)) {
				matched++
			}
		})
		return err
	})
	if err != nil || seen < probe {
		return graph.Size{Size: matched, Exact: err == nil}, err
	}
	n, err := v.estimate(x, p)
	return graph.Size{Size: max(1, max(probe, n)*matched/probe)}, err
}

func (v *view) estimate(x index, p pattern) (int64, error) {
	m, err := v.meta()
	if err != nil {
		return 0, err
	}
	var n int64
	err = v.read(func(state) (err error) {
		n, err = v.qs.engine.estimate(x.span(p), x.span(everything()), m.quads)
		return err
	})
	return n, err
}

// sized is the size of a pattern, taken once.
type sized struct {
	once sync.Once
	size graph.Size
	err  error
}

func (s *sized) of(v *view, p pattern) (graph.Size, error) {
	s.once.Do(func() { s.size, s.err = v.size(p) })
	return s.size, s.err
}

// estimates remembers the sizes that were estimated until a commit of ours. One that is old, as in a snapshot or after a
// commit of another process, costs a worse plan and no answer, since nobody takes it for exact.
type estimates struct {
	mu      sync.RWMutex
	sizes   map[pattern]int64
	commits int
}

const mostEstimates = 1 << 12

func (e *estimates) of(p pattern) (n int64, commits int, ok bool) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	n, ok = e.sizes[p]
	return n, e.commits, ok
}

// put remembers a size unless there was a commit since the probe began.
func (e *estimates) put(p pattern, n int64, commits int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if commits != e.commits {
		return
	}
	if e.sizes == nil || len(e.sizes) >= mostEstimates {
		e.sizes = map[pattern]int64{}
	}
	e.sizes[p] = n
}

func (e *estimates) forget() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.sizes = nil
	e.commits++
}
