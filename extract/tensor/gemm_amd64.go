package tensor

// tilesAVX512 adds a·b to c, which is panelWidth wide; the rows of b start stride apart.
func tilesAVX512(c, a Matrix, b []float32, stride int) {
	i := 0
	for ; i+12 <= c.Rows; i += 12 {
		gemm12avx512(a.Cols, &a.Data[i*a.down], a.down*4, a.right*4, &b[0], stride*4, &c.Data[i*c.down], c.down*4)
	}
	for ; i+4 <= c.Rows; i += 4 {
		gemm4avx512(a.Cols, &a.Data[i*a.down], a.down*4, a.right*4, &b[0], stride*4, &c.Data[i*c.down], c.down*4)
	}
	for ; i < c.Rows; i++ {
		gemm1avx512(a.Cols, &a.Data[i*a.down], a.down*4, a.right*4, &b[0], stride*4, &c.Data[i*c.down], c.down*4)
	}
}

func tilesAVX2(c, a Matrix, b []float32, stride int) {
	i := 0
	for ; i+6 <= c.Rows; i += 6 {
		gemm6avx2(a.Cols, &a.Data[i*a.down], a.down*4, a.right*4, &b[0], stride*4, &c.Data[i*c.down], c.down*4)
		gemm6avx2(a.Cols, &a.Data[i*a.down], a.down*4, a.right*4, &b[16], stride*4, &c.Data[i*c.down+16], c.down*4)
	}
	for ; i < c.Rows; i++ {
		gemm1avx2(a.Cols, &a.Data[i*a.down], a.down*4, a.right*4, &b[0], stride*4, &c.Data[i*c.down], c.down*4)
	}
}

//go:noescape
func gemm12avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

//go:noescape
func gemm4avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

//go:noescape
func gemm1avx512(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

//go:noescape
func gemm6avx2(depth int, a *float32, down, right int, b *float32, stride int, c *float32, cdown int)

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
