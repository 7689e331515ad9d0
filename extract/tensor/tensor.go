// Package tensor multiplies matrices and maps vectors of float32 and int8, as fast as the processor allows.
//
// The variant, AVX-512, AVX2, NEON (for int8 only) or plain Go, is chosen when the program starts. Integers are exact,
// and floats are multiplied, then added, in one order, never fused: that gives the same bytes in each variant. The
// exceptions are the products of float32 matrices. [MulAdd] and [Panels.MulAdd] fuse where the processor can: AVX-512 and
// AVX2 agree in each bit, the others round differently. [MulAddHalf] and [HalfPanels.MulAdd] use bfloat16 where the
// processor has it. In each variant a row of a product depends on nothing but its row of a and on b, so neither the batch
// nor the number of goroutines shows. All functions run on the calling goroutine.
package tensor

// Matrix is a view of float32 values. The zero value is the empty matrix.
type Matrix struct {
	Rows, Cols int
	Data       []float32 // starts at the first element of the view

	down, right int // distance in Data to the next row, the next column
}

// New returns a matrix of zeros.
func New(rows, cols int) Matrix {
	return Of(make([]float32, rows*cols), rows, cols)
}

// Of views data, row after row, as a matrix.
func Of(data []float32, rows, cols int) Matrix {
	return Strided(data, rows, cols, cols)
}

// Strided views data as a matrix whose rows start stride values apart.
func Strided(data []float32, rows, cols, stride int) Matrix {
	if rows < 0 || cols < 0 || stride < cols || rows > 0 && cols > 0 && len(data) < (rows-1)*stride+cols {
		panic("tensor: matrix beyond its data")
	}
	return Matrix{Rows: rows, Cols: cols, Data: data, down: stride, right: 1}
}

// T views m transposed.
func (m Matrix) T() Matrix {
	return Matrix{Rows: m.Cols, Cols: m.Rows, Data: m.Data, down: m.right, right: m.down}
}

// Row views row i of a matrix that is not transposed.
func (m Matrix) Row(i int) []float32 {
	if m.right != 1 && m.Cols > 1 {
		panic("tensor: row of a transposed matrix")
	}
	return m.Data[i*m.down : i*m.down+m.Cols : i*m.down+m.Cols]
}

// Slice views the rows from r0 to r1 and the columns from c0 to c1, ends not included.
func (m Matrix) Slice(r0, r1, c0, c1 int) Matrix {
	if r0 < 0 || r1 < r0 || r1 > m.Rows || c0 < 0 || c1 < c0 || c1 > m.Cols {
		panic("tensor: slice beyond its matrix")
	}
	s := Matrix{Rows: r1 - r0, Cols: c1 - c0, down: m.down, right: m.right}
	if s.Rows > 0 && s.Cols > 0 {
		s.Data = m.Data[r0*m.down+c0*m.right:]
	}
	return s
}
