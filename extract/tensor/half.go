package tensor

import (
	"math"
	"sync"
)

// HalfPanels is a matrix laid out to be multiplied by many others, in bfloat16 where the processor multiplies that: more
// than twice as fast as [Panels], with products good to 8 bits and sums in float32, which training does not mind.
type HalfPanels struct {
	rows, cols int
	data       []uint32 // pairs of rows, panel after panel
	turned     []uint32 // one panel, column after column
	whole      Panels   // where there is no bfloat16
}

// MulAddHalf adds a·b to c as [HalfPanels.MulAdd] does.
func MulAddHalf(c, a, b Matrix) {
	if !halves() {
		MulAdd(c, a, b)
		return
	}
	p := halfPanels.Get().(*HalfPanels)
	defer halfPanels.Put(p)
	p.Pack(b)
	p.MulAdd(c, a)
}

var halfPanels = sync.Pool{New: func() any { return new(HalfPanels) }}

// Pack lays out b. It reuses the memory of p.
func (p *HalfPanels) Pack(b Matrix) {
	if p.rows, p.cols = b.Rows, b.Cols; !halves() {
		p.whole.Pack(b)
		return
	}
	depth := (b.Rows + 1) / 2
	p.data = zeroed(p.data, depth*roundUp(b.Cols, panelWidth))
	for j := 0; j < b.Cols; j += panelWidth {
		panel := p.data[j*depth : (j+panelWidth)*depth]
		width := min(panelWidth, b.Cols-j)
		if b.right == 1 {
			for k := 0; k < b.Rows; k += 2 {
				pairRows(panel[k/2*panelWidth:][:width], b, k, j)
			}
			continue
		}
		p.turned = zeroed(p.turned, panelWidth*depth)
		for l := range width {
			pairColumns(p.turned[l*depth:(l+1)*depth], b.Data[(j+l)*b.right:][:b.Rows])
		}
		turn(panel, p.turned, depth)
	}
}

// pairRows pairs rows k and k+1 of m, from column j on.
func pairRows(dst []uint32, m Matrix, k, j int) {
	x := m.Data[k*m.down+j:][:len(dst)]
	if k+1 < m.Rows {
		pairs(dst, x, m.Data[(k+1)*m.down+j:][:len(dst)])
		return
	}
	for i, v := range x {
		dst[i] = pair(v, 0)
	}
}

// pairColumns pairs the values of a row, the last one with zero where it is left over.
func pairColumns(dst []uint32, row []float32) {
	neighbours(dst[:len(row)/2], row)
	if last := len(row) - 1; last%2 == 0 {
		dst[last/2] = pair(row[last], 0)
	}
}

// pair rounds two numbers to bfloat16, the first in the low bits.
func pair(x, y float32) uint32 {
	return (math.Float32bits(x)+0x8000)>>16 | (math.Float32bits(y)+0x8000)&0xffff0000
}

func plainPairs(dst []uint32, x, y []float32) {
	for i := range dst {
		dst[i] = pair(x[i], y[i])
	}
}

func plainNeighbours(dst []uint32, x []float32) {
	for i := range dst {
		dst[i] = pair(x[2*i], x[2*i+1])
	}
}

// MulAdd adds a·b to c, where b is the matrix packed in p. A row of c depends on nothing but its row of a and on b.
func (p *HalfPanels) MulAdd(c, a Matrix) {
	if !halves() {
		p.whole.MulAdd(c, a)
		return
	}
	checkProduct(c, a, p.rows, p.cols)
	if a.Rows == 0 || a.Cols == 0 {
		return
	}
	h := halfRows.Get().(*halfMatrix)
	defer halfRows.Put(h)
	h.pack(a)
	depth := (p.rows + 1) / 2
	for from := 0; from < depth; from += panelDepth {
		part := min(panelDepth, depth-from)
		for i, n := 0, 0; i < a.Rows; i += n {
			if n = 12; a.Rows-i < 12 {
				n = 4
			}
			for j := 0; j < p.cols; j += panelWidth {
				panel := p.data[j*depth+from*panelWidth:]
				h.tile(c, i, j, n, part, from, panel)
			}
		}
	}
}

// halfMatrix is the left side of a product, as pairs of columns.
type halfMatrix struct {
	data        []uint32
	down, right int
}

var halfRows = sync.Pool{New: func() any { return new(halfMatrix) }}

func (h *halfMatrix) pack(a Matrix) {
	rows, depth := roundUp(a.Rows, 4), (a.Cols+1)/2
	if h.data = zeroed(h.data, rows*depth); a.right != 1 {
		h.down, h.right = 1, rows
		t := a.T()
		for k := 0; k < a.Cols; k += 2 {
			pairRows(h.data[k/2*rows:][:a.Rows], t, k, 0)
		}
		return
	}
	h.down, h.right = depth, 1
	for i := range a.Rows {
		pairColumns(h.data[i*depth:(i+1)*depth], a.Row(i))
	}
}

// tile adds n rows from i on, and panelWidth columns from j on, as far as c has them.
func (h *halfMatrix) tile(c Matrix, i, j, n, depth, from int, panel []uint32) {
	a := h.data[i*h.down+from*h.right:]
	if i+n <= c.Rows && j+panelWidth <= c.Cols {
		halfTile(n, depth, a, h.down, h.right, panel, c.Data[i*c.down+j:], c.down)
		return
	}
	var full [12 * panelWidth]float32
	halfTile(n, depth, a, h.down, h.right, panel, full[:], panelWidth)
	for r := range min(n, c.Rows-i) {
		row := c.Row(i + r)[j:]
		for l := range min(panelWidth, len(row)) {
			row[l] += full[r*panelWidth+l]
		}
	}
}
