package quadstore

import (
	"errors"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

var (
	_ graph.QuadStore      = (*Snapshot)(nil)
	_ graph.BatchQuadStore = (*Snapshot)(nil)
)

var errSnapshot = errors.New("snapshot is read-only")

// Snapshot is the graph as it stood at one commit. Close it soon: while it
// is open, the disk keeps what was deleted since.
type Snapshot struct{ view }

// Snapshot holds the present state of the graph.
func (qs *QuadStore) Snapshot() (*Snapshot, error) {
	qs.gate.RLock()
	defer qs.gate.RUnlock()
	if qs.closed {
		return nil, ErrClosed
	}
	from, err := qs.engine.snapshot()
	if err != nil {
		return nil, err
	}
	qs.taking.Lock()
	defer qs.taking.Unlock()
	s := &Snapshot{view{qs: qs, from: from}}
	qs.snapshots[s] = struct{}{}
	return s, nil
}

// Close lets the state go.
func (s *Snapshot) Close() error {
	s.qs.gate.Lock()
	defer s.qs.gate.Unlock()
	return s.close()
}

func (s *Snapshot) close() error {
	if s.from == nil {
		return nil
	}
	err := s.from.close()
	s.from = nil
	delete(s.qs.snapshots, s)
	return err
}

// ApplyDeltas refuses.
func (s *Snapshot) ApplyDeltas([]graph.Delta, graph.IgnoreOpts) error { return errSnapshot }

// NewQuadWriter refuses.
func (s *Snapshot) NewQuadWriter() (quad.WriteCloser, error) { return nil, errSnapshot }
