package tensor

// tilesAVX512 adds a·b to c, which is panelWidth wide; the rows of b start stride apart.
func tilesAVX512(c, a Matrix, b []float32, stride int) {
	for i, n := 0, 0; i < c.Rows; i += n {
		x, y := &a.Data[i*a.down], &c.Data[i*c.down]
		switch left := c.Rows - i; {
		case left >= 12:
			n = 12
			gemm12avx512(a.Cols, x, a.down*4, a.right*4, &b[0], stride*4, y, c.down*4)
		case left >= 4:
			n = 4
			gemm4avx512(a.Cols, x, a.down*4, a.right*4, &b[0], stride*4, y, c.down*4)
		case left >= 2:
			n = 2
			gemm2avx512(a.Cols, x, a.down*4, a.right*4, &b[0], stride*4, y, c.down*4)
		default:
			n = 1
			gemm1avx512(a.Cols, x, a.down*4, a.right*4, &b[0], stride*4, y, c.down*4)
		}
	}
}

func tilesAVX2(c, a Matrix, b []float32, stride int) {
	for i, n := 0, 0; i < c.Rows; i += n {
		x, y := &a.Data[i*a.down], c.Data[i*c.down:]
		switch left := c.Rows - i; {
		case left >= 6:
			n = 6
			gemm6avx2(a.Cols, x, a.down*4, a.right*4, &b[0], stride*4, &y[0], c.down*4)
			gemm6avx2(a.Cols, x, a.down*4, a.right*4, &b[16], stride*4, &y[16], c.down*4)
		case left >= 2:
			n = 2
			gemm2avx2(a.Cols, x, a.down*4, a.right*4, &b[0], stride*4, &y[0], c.down*4)
		default:
			n = 1
			gemm1avx2(a.Cols, x, a.down*4, a.right*4, &b[0], stride*4, &y[0], c.down*4)
		}
	}
}

//go:noescape
func gemm12avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

//go:noescape
func gemm4avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

//go:noescape
func gemm2avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

//go:noescape
func gemm1avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

//go:noescape
func gemm6avx2(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

//go:noescape
func gemm2avx2(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

//go:noescape
func gemm1avx2(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

// transpose writes to dst, as rows of panelWidth, the first rows of b that it can do fast, and returns how many.
func transpose(dst []float32, b Matrix) (rows int) {
	if variant == plain || b.down != 1 || b.Cols != panelWidth || b.Rows < 8 {
		return 0
	}
	for l := 0; l < panelWidth; l += 8 {
		transpose8(&dst[l], &b.Data[l*b.right], b.right*4, b.Rows/8)
	}
	return b.Rows &^ 7
}

//go:noescape
func transpose8(dst, src *float32, down, blocks int)
