package tensor

func tiles8AVX512(t tile8) {
	i := 0
	for ; i+12 <= t.dst.Rows; i += 12 {
		dot12avx512(t.depth, &t.x[i*t.depth], t.depth, &t.xScale[i], &t.w[0], &t.wScale[0], &t.offset[0], &t.dst.Data[i*t.dst.down], t.dst.down*4)
	}
	for ; i+4 <= t.dst.Rows; i += 4 {
		dot4avx512(t.depth, &t.x[i*t.depth], t.depth, &t.xScale[i], &t.w[0], &t.wScale[0], &t.offset[0], &t.dst.Data[i*t.dst.down], t.dst.down*4)
	}
	for ; i < t.dst.Rows; i++ {
		dot1avx512(t.depth, &t.x[i*t.depth], t.depth, &t.xScale[i], &t.w[0], &t.wScale[0], &t.offset[0], &t.dst.Data[i*t.dst.down], t.dst.down*4)
	}
}

func tiles8AVX2(t tile8) {
	i := 0
	for ; i+2 <= t.dst.Rows; i += 2 {
		dot2avx2(t.depth, &t.x[i*t.depth], t.depth, &t.xScale[i], &t.w[0], &t.wScale[0], &t.offset[0], &t.dst.Data[i*t.dst.down], t.dst.down*4)
	}
	for ; i < t.dst.Rows; i++ {
		dot1avx2(t.depth, &t.x[i*t.depth], t.depth, &t.xScale[i], &t.w[0], &t.wScale[0], &t.offset[0], &t.dst.Data[i*t.dst.down], t.dst.down*4)
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
