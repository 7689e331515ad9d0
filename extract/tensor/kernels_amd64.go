package tensor

// The kernels, each in the variant in use. Vectors are a multiple of 16 long.

func tiles(c, a Matrix, b []float32, stride int) {
	switch variant {
	case avx512:
		tilesAVX512(c, a, b, stride)
	case avx2:
		tilesAVX2(c, a, b, stride)
	default:
		plainTiles(c, a, b, stride)
	}
}

func tiles8(t tile8) {
	switch variant {
	case avx512:
		tiles8AVX512(t)
	case avx2:
		tiles8AVX2(t)
	default:
		plainTiles8(t)
	}
}

func add(dst, x, y []float32) {
	switch variant {
	case avx512:
		addAVX512(dst, x, y)
	case avx2:
		addAVX2(dst, x, y)
	default:
		plainAdd(dst, x, y)
	}
}

func mul(dst, x, y []float32) {
	switch variant {
	case avx512:
		mulAVX512(dst, x, y)
	case avx2:
		mulAVX2(dst, x, y)
	default:
		plainMul(dst, x, y)
	}
}

func addMul(dst, x, y []float32) {
	switch variant {
	case avx512:
		addMulAVX512(dst, x, y)
	case avx2:
		addMulAVX2(dst, x, y)
	default:
		plainAddMul(dst, x, y)
	}
}

func axpy(y []float32, a float32, x []float32) {
	switch variant {
	case avx512:
		axpyAVX512(y, a, x)
	case avx2:
		axpyAVX2(y, a, x)
	default:
		plainAxpy(y, a, x)
	}
}

func dots(lanes *[16]float32, x, y []float32) {
	switch variant {
	case avx512:
		dotsAVX512(lanes, x, y)
	case avx2:
		dotsAVX2(lanes, x, y)
	default:
		plainDots(lanes, x, y)
	}
}

func sums(lanes *[16]float32, x []float32) {
	switch variant {
	case avx512:
		sumsAVX512(lanes, x)
	case avx2:
		sumsAVX2(lanes, x)
	default:
		plainSums(lanes, x)
	}
}

func maxes(lanes *[16]float32, x []float32) {
	switch variant {
	case avx512:
		maxesAVX512(lanes, x)
	case avx2:
		maxesAVX2(lanes, x)
	default:
		plainMaxes(lanes, x)
	}
}

func exp(dst, x []float32) {
	switch variant {
	case avx512:
		expAVX512(dst, x, &expTable[0])
	case avx2:
		expAVX2(dst, x, &expTable[0])
	default:
		plainExp(dst, x)
	}
}

func sigmoid(dst, x []float32) {
	switch variant {
	case avx512:
		sigmoidAVX512(dst, x, &expTable[0])
	case avx2:
		sigmoidAVX2(dst, x, &expTable[0])
	default:
		plainSigmoid(dst, x)
	}
}

func tanh(dst, x []float32) {
	switch variant {
	case avx512:
		tanhAVX512(dst, x, &tanhTable[0])
	case avx2:
		tanhAVX2(dst, x, &tanhTable[0])
	default:
		plainTanh(dst, x)
	}
}

func adam(s *adamStep, w, g, mean, square []float32) {
	switch variant {
	case avx512:
		adamAVX512(s, w, g, mean, square)
	case avx2:
		adamAVX2(s, w, g, mean, square)
	default:
		plainAdam(s, w, g, mean, square)
	}
}

func absMaxes(lanes *[16]float32, x []float32) {
	switch variant {
	case avx512:
		absMaxesAVX512(lanes, x)
	case avx2:
		absMaxesAVX2(lanes, x)
	default:
		plainAbsMaxes(lanes, x)
	}
}

func quantise(dst []int8, x []float32, factor float32) {
	switch variant {
	case avx512:
		quantiseAVX512(dst, x, factor)
	case avx2:
		quantiseAVX2(dst, x, factor)
	default:
		plainQuantise(dst, x, factor)
	}
}

var (
	expTable = table(expHigh, expLow, log2e, rounder, ln2High, ln2Low,
		expPoly5, expPoly4, expPoly3, expPoly2, expPoly1, expPoly0, 1)
	tanhTable = table(tanhHigh, -tanhHigh, tanhP13, tanhP11, tanhP9, tanhP7, tanhP5, tanhP3, tanhP1,
		tanhQ6, tanhQ4, tanhQ2, tanhQ0)
)

// table repeats each constant to fill a register.
func table(constants ...float32) [][16]float32 {
	t := make([][16]float32, len(constants))
	for i, c := range constants {
		for l := range t[i] {
			t[i][l] = c
		}
	}
	return t
}

//go:noescape
func addAVX512(dst, x, y []float32)

//go:noescape
func addAVX2(dst, x, y []float32)

//go:noescape
func mulAVX512(dst, x, y []float32)

//go:noescape
func mulAVX2(dst, x, y []float32)

//go:noescape
func addMulAVX512(dst, x, y []float32)

//go:noescape
func addMulAVX2(dst, x, y []float32)

//go:noescape
func axpyAVX512(y []float32, a float32, x []float32)

//go:noescape
func axpyAVX2(y []float32, a float32, x []float32)

//go:noescape
func dotsAVX512(lanes *[16]float32, x, y []float32)

//go:noescape
func dotsAVX2(lanes *[16]float32, x, y []float32)

//go:noescape
func sumsAVX512(lanes *[16]float32, x []float32)

//go:noescape
func sumsAVX2(lanes *[16]float32, x []float32)

//go:noescape
func maxesAVX512(lanes *[16]float32, x []float32)

//go:noescape
func maxesAVX2(lanes *[16]float32, x []float32)

//go:noescape
func expAVX512(dst, x []float32, table *[16]float32)

//go:noescape
func expAVX2(dst, x []float32, table *[16]float32)

//go:noescape
func sigmoidAVX512(dst, x []float32, table *[16]float32)

//go:noescape
func sigmoidAVX2(dst, x []float32, table *[16]float32)

//go:noescape
func tanhAVX512(dst, x []float32, table *[16]float32)

//go:noescape
func tanhAVX2(dst, x []float32, table *[16]float32)

//go:noescape
func adamAVX512(s *adamStep, w, g, mean, square []float32)

//go:noescape
func adamAVX2(s *adamStep, w, g, mean, square []float32)

//go:noescape
func absMaxesAVX512(lanes *[16]float32, x []float32)

//go:noescape
func absMaxesAVX2(lanes *[16]float32, x []float32)

//go:noescape
func quantiseAVX512(dst []int8, x []float32, factor float32)

//go:noescape
func quantiseAVX2(dst []int8, x []float32, factor float32)
