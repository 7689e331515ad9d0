package neural

import "sayso/extract/tensor"

// arena lends memory for one step of training.
type arena struct {
	slab []float32
	used int
}

func (a *arena) reset() { a.used = 0 }

// matrix lends a matrix of zeros.
func (a *arena) matrix(rows, cols int) tensor.Matrix {
	m := a.raw(rows, cols)
	clear(m.Data)
	return m
}

// release takes back what was lent since so much was used.
func (a *arena) release(used int) { a.used = min(used, a.used) }

// raw lends a matrix of anything.
func (a *arena) raw(rows, cols int) tensor.Matrix {
	n := rows * cols
	if a.used+n > len(a.slab) {
		a.slab, a.used = make([]float32, max(2*len(a.slab), n, 1<<20)), 0
	}
	data := a.slab[a.used : a.used+n : a.used+n]
	a.used += n
	return tensor.Of(data, rows, cols)
}

// rows views some rows of a matrix.
func rows(m tensor.Matrix, from, to int) tensor.Matrix { return m.Slice(from, to, 0, m.Cols) }
