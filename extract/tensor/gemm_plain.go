package tensor

// plainTiles adds a·b to c, which is panelWidth wide; the rows of b start stride apart.
func plainTiles(c, a Matrix, b []float32, stride int) {
	i := 0
	for ; i+2 <= c.Rows; i += 2 {
		a0, a1 := a.Data[i*a.down:], a.Data[(i+1)*a.down:]
		c0, c1 := c.Row(i), c.Row(i+1)
		for j := 0; j < panelWidth; j += 4 {
			plainTile2(c0[j:], c1[j:], a0, a1, a.right, a.Cols, b[j:], stride)
		}
	}
	if i < c.Rows {
		var unused [panelWidth]float32
		ai := a.Data[i*a.down:]
		for j := 0; j < panelWidth; j += 4 {
			plainTile2(c.Row(i)[j:], unused[:], ai, ai, a.right, a.Cols, b[j:], stride)
		}
	}
}

// plainTile2 adds to four columns of two rows; as many sums as that stay in registers.
func plainTile2(c0, c1, a0, a1 []float32, right, depth int, b []float32, stride int) {
	var s00, s01, s02, s03, s10, s11, s12, s13 float32
	for p := range depth {
		x, y := a0[p*right], a1[p*right]
		v := (*[4]float32)(b[p*stride:])
		s00 += float32(x * v[0])
		s01 += float32(x * v[1])
		s02 += float32(x * v[2])
		s03 += float32(x * v[3])
		s10 += float32(y * v[0])
		s11 += float32(y * v[1])
		s12 += float32(y * v[2])
		s13 += float32(y * v[3])
	}
	u, v := (*[4]float32)(c0), (*[4]float32)(c1)
	u[0] += s00
	u[1] += s01
	u[2] += s02
	u[3] += s03
	v[0] += s10
	v[1] += s11
	v[2] += s12
	v[3] += s13
}
