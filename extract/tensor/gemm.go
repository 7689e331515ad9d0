package tensor

import "sync"

const (
	panelWidth = 32  // columns of b that a tile covers: two AVX-512 registers, four of AVX2
	panelDepth = 256 // rows of b that a tile sums before it adds to c: a panel row stays in L1, a block of b in L2
	blockWidth = 512 // columns of b packed at a time
	directRows = 160 // with fewer rows of a, packing b costs more than it saves
	tileRows   = 12  // rows of a that pass each panel together
)

// MulAdd adds a·b to c. Transposed views of a and b are welcome, c must not be one, nor share memory with a or b.
func MulAdd(c, a, b Matrix) {
	checkProduct(c, a, b.Rows, b.Cols)
	direct := b.right == 1 && a.Rows < directRows
	var scratch *[panelDepth * blockWidth]float32
	if !direct || b.Cols%panelWidth != 0 {
		scratch = scratches.Get().(*[panelDepth * blockWidth]float32)
		defer scratches.Put(scratch)
	}
	for p := 0; p < b.Rows; p += panelDepth {
		depth := min(panelDepth, b.Rows-p)
		ap := a.Slice(0, a.Rows, p, p+depth)
		j := 0
		if direct {
			for ; j+panelWidth <= b.Cols; j += panelWidth {
				tiles(c.Slice(0, c.Rows, j, j+panelWidth), ap, b.Data[p*b.down+j:], b.down)
			}
		}
		for ; j < b.Cols; j += blockWidth {
			width := min(blockWidth, b.Cols-j)
			pack(scratch[:], b.Slice(p, p+depth, j, j+width))
			mulBlock(c.Slice(0, c.Rows, j, j+width), ap, scratch[:])
		}
	}
}

var scratches = sync.Pool{New: func() any { return new([panelDepth * blockWidth]float32) }}

// Panels is a matrix laid out to be multiplied by many others. It does not follow later changes of the matrix.
type Panels struct {
	rows, cols int
	data       []float32 // depth after depth, panel after panel, the last panel filled up with zeros
}

// Pack lays out b. It reuses the memory of p.
func (p *Panels) Pack(b Matrix) {
	p.rows, p.cols = b.Rows, b.Cols
	padded := roundUp(b.Cols, panelWidth)
	if n := b.Rows * padded; cap(p.data) < n {
		p.data = make([]float32, n)
	} else {
		p.data = p.data[:n]
	}
	for r := 0; r < b.Rows; r += panelDepth {
		pack(p.data[r*padded:], b.Slice(r, min(r+panelDepth, b.Rows), 0, b.Cols))
	}
}

// MulAdd adds a·b to c, where b is the matrix packed in p. The result has the bytes that MulAdd(c, a, b) gives.
func (p *Panels) MulAdd(c, a Matrix) {
	checkProduct(c, a, p.rows, p.cols)
	padded := roundUp(p.cols, panelWidth)
	for r := 0; r < p.rows; r += panelDepth {
		end := min(r+panelDepth, p.rows)
		mulBlock(c, a.Slice(0, a.Rows, r, end), p.data[r*padded:end*padded])
	}
}

func checkProduct(c, a Matrix, rows, cols int) {
	if a.Cols != rows || c.Rows != a.Rows || c.Cols != cols {
		panic("tensor: product of matrices that do not fit")
	}
	if c.right != 1 && c.Cols > 1 {
		panic("tensor: product into a transposed matrix")
	}
}

// pack lays out b, of at most panelDepth rows, panel after panel.
func pack(dst []float32, b Matrix) {
	for j := 0; j < b.Cols; j += panelWidth {
		panel := b.Slice(0, b.Rows, j, min(j+panelWidth, b.Cols))
		if b.right == 1 {
			packRows(dst, panel)
		} else {
			packColumns(dst, panel)
		}
		dst = dst[b.Rows*panelWidth:]
	}
}

func packRows(dst []float32, b Matrix) {
	for p := range b.Rows {
		row := dst[p*panelWidth : (p+1)*panelWidth]
		n := copy(row, b.Row(p))
		clear(row[n:])
	}
}

// packColumns is packRows for a transposed b, whose columns lie in one piece.
func packColumns(dst []float32, b Matrix) {
	if b.Cols < panelWidth {
		clear(dst[:b.Rows*panelWidth])
	}
	done := transpose(dst, b)
	for l := range b.Cols {
		for p := done; p < b.Rows; p++ {
			dst[p*panelWidth+l] = b.Data[l*b.right+p*b.down]
		}
	}
}

// mulBlock adds a·b to c, where b is packed and as deep as a is wide.
func mulBlock(c, a Matrix, packed []float32) {
	if a.Rows == 0 || a.Cols == 0 {
		return
	}
	// The rows of a are the outer loop: a few rows stay in L1 while the panels pass by from L2.
	for i := 0; i < a.Rows; i += tileRows {
		end := min(i+tileRows, a.Rows)
		ai := a.Slice(i, end, 0, a.Cols)
		for j := 0; j < c.Cols; j += panelWidth {
			width := min(panelWidth, c.Cols-j)
			panel := packed[j*a.Cols : (j+panelWidth)*a.Cols]
			if width == panelWidth {
				tiles(c.Slice(i, end, j, j+width), ai, panel, panelWidth)
				continue
			}
			var full [tileRows * panelWidth]float32
			tiles(Of(full[:], end-i, panelWidth), ai, panel, panelWidth)
			for r := range end - i {
				row := c.Row(i + r)[j:]
				for l := range row {
					row[l] += full[r*panelWidth+l]
				}
			}
		}
	}
}

func roundUp(n, to int) int { return (n + to - 1) / to * to }
