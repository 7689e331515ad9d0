package tensor

// plainTiles8 takes two rows of activations at a time: one is the low half of an int64, the other the high half, so that
// one multiplication with a weight serves both. A negative low half borrows from the high one, which split gives back.
func plainTiles8(t tile8) {
	for i := 0; i < t.dst.Rows; i += 2 {
		x0 := t.x[i*t.depth : (i+1)*t.depth]
		x1 := x0
		if i+1 < t.dst.Rows {
			x1 = t.x[(i+1)*t.depth : (i+2)*t.depth]
		}
		sum := plainSums8(x0, x1, t.w)
		var low, high [panelWidth]int32
		for j, s := range sum {
			low[j] = int32(s)
			high[j] = int32((s - int64(low[j])) >> 32)
		}
		t.store(i, &low)
		if i+1 < t.dst.Rows {
			t.store(i+1, &high)
		}
	}
}

func plainSums8(x0, x1, w []int8) (sum [panelWidth]int64) {
	for len(x0) >= 4 && len(x1) >= 4 {
		group := (*[panelWidth * 4]int8)(w)
		a := int64(x0[0]) + int64(x1[0])<<32
		b := int64(x0[1]) + int64(x1[1])<<32
		c := int64(x0[2]) + int64(x1[2])<<32
		d := int64(x0[3]) + int64(x1[3])<<32
		for j := range sum {
			v := group[j*4 : j*4+4 : j*4+4]
			sum[j] += a*int64(v[0]) + b*int64(v[1]) + c*int64(v[2]) + d*int64(v[3])
		}
		x0, x1, w = x0[4:], x1[4:], w[panelWidth*4:]
	}
	return sum
}

// store adds the sums of row i, scaled, to dst.
func (t tile8) store(i int, sum *[panelWidth]int32) {
	row := (*[panelWidth]float32)(t.dst.Row(i))
	scale := (*[panelWidth]float32)(t.wScale)
	for j := range row {
		row[j] += float32(float32(float32(sum[j])*t.xScale[i]) * scale[j])
	}
}
