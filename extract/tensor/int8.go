package tensor

import "math"

// Quantised is a matrix of int8 from -127 to 127, each row with its own scale: the value is the integer times the scale.
// Weights are stored so, one row an output, and activations are brought into it row by row.
type Quantised struct {
	Rows, Cols int
	Data       []int8 // rows of Stride, the end of each filled with zeros
	Scale      []float32

	Stride int // Cols rounded up to whole groups
}

// depthGroup is the count of products that end in one sum at a time: four int8 of a VPDPBUSD, and four sums in flight.
const depthGroup = 16

// Resize makes q as large as needed, reusing its memory. Its values are then undefined, but the filling is zero.
func (q *Quantised) Resize(rows, cols int) {
	q.Rows, q.Cols, q.Stride = rows, cols, roundUp(cols, depthGroup)
	if n := rows * q.Stride; cap(q.Data) < n {
		q.Data = make([]int8, n)
	} else {
		q.Data = q.Data[:n]
	}
	if cap(q.Scale) < rows {
		q.Scale = make([]float32, rows)
	}
	q.Scale = q.Scale[:rows]
	for i := range rows {
		clear(q.Data[i*q.Stride+cols : (i+1)*q.Stride])
	}
}

// Quantise fills q with m, whose values are finite.
func (q *Quantised) Quantise(m Matrix) {
	q.Resize(m.Rows, m.Cols)
	for i := range m.Rows {
		q.SetRow(i, m.Row(i))
	}
}

// SetRow quantises x, whose values are finite, into row i.
func (q *Quantised) SetRow(i int, x []float32) {
	row := q.Row(i)
	x = x[:len(row)]
	n := len(x) &^ 15
	var lanes [16]float32
	absMaxes(&lanes, x[:n])
	plainAbsMaxes(&lanes, x[n:])
	var high float32
	for _, v := range lanes {
		high = max(high, v)
	}
	q.Scale[i] = high / 127
	var factor float32
	if high >= math.SmallestNonzeroFloat32*(1<<24) { // else 127/high may be infinite
		factor = 127 / high
	}
	quantise(row[:n], x, factor)
	plainQuantise(row[n:], x[n:], factor)
}

// Row views row i.
func (q *Quantised) Row(i int) []int8 {
	return q.Data[i*q.Stride : i*q.Stride+q.Cols : i*q.Stride+q.Cols]
}

// Floats sets dst to the values of row i.
func (q *Quantised) Floats(dst []float32, i int) {
	s := q.Scale[i]
	for j, v := range q.Row(i) {
		dst[j] = float32(v) * s
	}
}

// plainAbsMaxes raises the lanes to the magnitudes of x, whose last values may fill only some.
func plainAbsMaxes(lanes *[16]float32, x []float32) {
	for i, v := range x {
		lanes[i%16] = max(lanes[i%16], v, -v)
	}
}

func plainQuantise(dst []int8, x []float32, factor float32) {
	for i := range dst {
		v := float32(x[i]*factor) + rounder
		dst[i] = int8(int32(v - rounder))
	}
}

// Weights is a quantised matrix laid out to be multiplied by activations, one row an output.
type Weights struct {
	outputs, inputs int
	depth           int       // inputs rounded up to whole groups
	data            []int8    // panel of 32 outputs after panel, in each group of 4 inputs after group
	scale           []float32 // padded to whole panels
	offset          []int32   // -128 times the sum of the row: what the unsigned activations of VNNI add too much
}

// Pack lays out q. It reuses the memory of w.
func (w *Weights) Pack(q *Quantised) {
	w.outputs, w.inputs, w.depth = q.Rows, q.Cols, q.Stride
	padded := roundUp(q.Rows, panelWidth)
	w.data = zeroed(w.data, padded*w.depth)
	w.scale = zeroed(w.scale, padded)
	w.offset = zeroed(w.offset, padded)
	copy(w.scale, q.Scale)
	for i := range q.Rows {
		panel := w.data[i/panelWidth*panelWidth*w.depth:]
		at := i % panelWidth * 4
		var sum int32
		row := q.Data[i*q.Stride : (i+1)*q.Stride]
		for ; len(row) >= 4; row = row[4:] {
			sum += int32(row[0]) + int32(row[1]) + int32(row[2]) + int32(row[3])
			*(*[4]int8)(panel[at:]) = [4]int8(row)
			at += panelWidth * 4
		}
		w.offset[i] = -128 * sum
	}
}

func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// MulAdd adds x·wᵀ to dst: row i, column j of dst gets the product of row i of x with row j of w.
func (w *Weights) MulAdd(dst Matrix, x *Quantised) {
	if x.Cols != w.inputs || dst.Rows != x.Rows || dst.Cols != w.outputs {
		panic("tensor: product of matrices that do not fit")
	}
	if dst.right != 1 && dst.Cols > 1 {
		panic("tensor: product into a transposed matrix")
	}
	for i := 0; i < dst.Rows; i += tileRows {
		end := min(i+tileRows, dst.Rows)
		for j := 0; j < w.outputs; j += panelWidth {
			width := min(panelWidth, w.outputs-j)
			if width == panelWidth {
				w.tiles(dst.Slice(i, end, j, j+width), x, i, j)
				continue
			}
			var full [tileRows * panelWidth]float32
			for r := i; r < end; r++ {
				copy(full[(r-i)*panelWidth:], dst.Row(r)[j:])
			}
			w.tiles(Of(full[:], end-i, panelWidth), x, i, j)
			for r := i; r < end; r++ {
				copy(dst.Row(r)[j:], full[(r-i)*panelWidth:])
			}
		}
	}
}

// tiles adds to dst the product of the rows of x from i with the panel of outputs that starts at j.
func (w *Weights) tiles(dst Matrix, x *Quantised, i, j int) {
	if w.depth == 0 {
		return
	}
	tiles8(tile8{
		dst: dst, depth: w.depth,
		x: x.Data[i*x.Stride:], xScale: x.Scale[i:],
		w: w.data[j*w.depth : (j+panelWidth)*w.depth], wScale: w.scale[j : j+panelWidth], offset: w.offset[j : j+panelWidth],
	})
}

// tile8 is a product of some rows of activations with one panel of weights.
type tile8 struct {
	dst    Matrix // panelWidth wide
	depth  int
	x      []int8 // rows of depth
	xScale []float32
	w      []int8 // a panel of Weights
	wScale []float32
	offset []int32
}
