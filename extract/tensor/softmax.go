package tensor

import "math"

// Softmax sets dst to exp(x) over its sum. The slices may be the same, equally long.
func Softmax(dst, x []float32) {
	if len(dst) == 0 {
		return
	}
	expBelow(dst, x, Max(x))
	scale(dst, 1/Sum(dst))
}

// LogSumExp sets dst to exp(x) over its sum and returns the logarithm of that sum, so that the loss of class k is
// LogSumExp(dst, x) - x[k] and its gradient is dst, less 1 at k. The slices may not be the same.
func LogSumExp(dst, x []float32) float32 {
	if len(dst) == 0 {
		return float32(math.Inf(-1))
	}
	high := Max(x)
	expBelow(dst, x, high)
	sum := Sum(dst)
	scale(dst, 1/sum)
	return high + float32(math.Log(float64(sum)))
}

func expBelow(dst, x []float32, high float32) {
	for i, v := range x {
		dst[i] = v - high
	}
	Exp(dst, dst)
}

func scale(x []float32, by float32) {
	for i := range x {
		x[i] *= by
	}
}
