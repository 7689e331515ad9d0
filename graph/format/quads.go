package format

import (
	"io"
	"iter"

	"github.com/cayleygraph/quad"
)

// Quads are quads on their way from or to a file. An error ends them.
type Quads = iter.Seq2[quad.Quad, error]

// All are the quads of a slice.
func All(quads []quad.Quad) Quads {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range quads {
			if !yield(q, nil) {
				return
			}
		}
	}
}

// Collect is the inverse of [All].
func Collect(quads Quads) ([]quad.Quad, error) {
	var all []quad.Quad
	for q, err := range quads {
		if err != nil {
			return nil, err
		}
		all = append(all, q)
	}
	return all, nil
}

// Reader hands quads on as Cayley takes them. Close it to leave off early.
func Reader(quads Quads) quad.ReadCloser {
	next, stop := iter.Pull2(quads)
	return &reader{next, stop}
}

type reader struct {
	next func() (quad.Quad, error, bool)
	stop func()
}

func (r *reader) ReadQuad() (quad.Quad, error) {
	q, err, ok := r.next()
	if !ok {
		return quad.Quad{}, io.EOF
	}
	return q, err
}

func (r *reader) Close() error {
	r.stop()
	return nil
}
