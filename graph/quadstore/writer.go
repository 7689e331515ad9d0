package quadstore

import (
	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// batchSize is how many quads a writer commits together.
const batchSize = 10_000

// NewQuadWriter starts an import. Quads that are there already are passed over; every
// batch is durable once written, and Close writes the last.
func (qs *QuadStore) NewQuadWriter() (quad.WriteCloser, error) {
	return &writer{qs: qs}, nil
}

type writer struct {
	qs     *QuadStore
	deltas []graph.Delta
}

// WriteQuad adds a quad to the batch.
func (w *writer) WriteQuad(q quad.Quad) error {
	w.deltas = append(w.deltas, graph.Delta{Quad: q, Action: graph.Add})
	if len(w.deltas) < batchSize {
		return nil
	}
	return w.flush()
}

// WriteQuads adds quads to the batch.
func (w *writer) WriteQuads(quads []quad.Quad) (int, error) {
	for i, q := range quads {
		if err := w.WriteQuad(q); err != nil {
			return i, err
		}
	}
	return len(quads), nil
}

// Close commits the rest.
func (w *writer) Close() error { return w.flush() }

func (w *writer) flush() error {
	deltas := w.deltas
	w.deltas = w.deltas[:0]
	return w.qs.ApplyDeltas(deltas, graph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
}
