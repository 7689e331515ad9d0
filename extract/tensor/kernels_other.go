//go:build !amd64

package tensor

// But for int8 on arm64, which int8_arm64.go has, the kernels are plain Go.

func tiles(c, a Matrix, b []float32, stride int)       { plainTiles(c, a, b, stride) }
func transpose([]float32, Matrix) int                  { return 0 }
func add(dst, x, y []float32)                          { plainAdd(dst, x, y) }
func mul(dst, x, y []float32)                          { plainMul(dst, x, y) }
func addMul(dst, x, y []float32)                       { plainAddMul(dst, x, y) }
func axpy(y []float32, a float32, x []float32)         { plainAxpy(y, a, x) }
func dots(lanes *[16]float32, x, y []float32)          { plainDots(lanes, x, y) }
func sums(lanes *[16]float32, x []float32)             { plainSums(lanes, x) }
func maxes(lanes *[16]float32, x []float32)            { plainMaxes(lanes, x) }
func exp(dst, x []float32)                             { plainExp(dst, x) }
func sigmoid(dst, x []float32)                         { plainSigmoid(dst, x) }
func tanh(dst, x []float32)                            { plainTanh(dst, x) }
func adam(s *adamStep, w, g, mean, square []float32)   { plainAdam(s, w, g, mean, square) }
func absMaxes(lanes *[16]float32, x []float32)         { plainAbsMaxes(lanes, x) }
func quantise(dst []int8, x []float32, factor float32) { plainQuantise(dst, x, factor) }
