package tensor

func tiles8AVX512(t tile8) {
	for i, n := 0, 0; i < t.dst.Rows; i += n {
		x, y := &t.x[i*t.depth], &t.dst.Data[i*t.dst.down]
		switch left := t.dst.Rows - i; {
		case left >= 12:
			n = 12
			dot12avx512(t.depth, x, t.depth, &t.xScale[i], &t.w[0], &t.wScale[0], &t.offset[0], y, t.dst.down*4)
		case left >= 4:
			n = 4
			dot4avx512(t.depth, x, t.depth, &t.xScale[i], &t.w[0], &t.wScale[0], &t.offset[0], y, t.dst.down*4)
		default:
			n = 1
			dot1avx512(t.depth, x, t.depth, &t.xScale[i], &t.w[0], &t.wScale[0], &t.offset[0], y, t.dst.down*4)
		}
	}
}

func tiles8AVX2(t tile8) {
	for i, n := 0, 0; i < t.dst.Rows; i += n {
		x, y := &t.x[i*t.depth], &t.dst.Data[i*t.dst.down]
		if t.dst.Rows-i >= 2 {
			n = 2
			dot2avx2(t.depth, x, t.depth, &t.xScale[i], &t.w[0], &t.wScale[0], &t.offset[0], y, t.dst.down*4)
		} else {
			n = 1
			dot1avx2(t.depth, x, t.depth, &t.xScale[i], &t.w[0], &t.wScale[0], &t.offset[0], y, t.dst.down*4)
		}
	}
}

//go:noescape
func dot12avx512(depth int, x *int8, stride int, xscale *float32, w *int8, wscale *float32, offset *int32, dst *float32, down int)

//go:noescape
func dot4avx512(depth int, x *int8, stride int, xscale *float32, w *int8, wscale *float32, offset *int32, dst *float32, down int)

//go:noescape
func dot1avx512(depth int, x *int8, stride int, xscale *float32, w *int8, wscale *float32, offset *int32, dst *float32, down int)

//go:noescape
func dot2avx2(depth int, x *int8, stride int, xscale *float32, w *int8, wscale *float32, offset *int32, dst *float32, down int)

//go:noescape
func dot1avx2(depth int, x *int8, stride int, xscale *float32, w *int8, wscale *float32, offset *int32, dst *float32, down int)
