package tensor

import "math"

// Add sets dst to x + y, value by value. Slices may be the same, all as long as dst.
func Add(dst, x, y []float32) {
	x, y = x[:len(dst)], y[:len(dst)]
	n := len(dst) &^ 15
	add(dst[:n], x, y)
	plainAdd(dst[n:], x[n:], y[n:])
}

// Mul sets dst to x · y, value by value. Slices may be the same, all as long as dst.
func Mul(dst, x, y []float32) {
	x, y = x[:len(dst)], y[:len(dst)]
	n := len(dst) &^ 15
	mul(dst[:n], x, y)
	plainMul(dst[n:], x[n:], y[n:])
}

// AddMul adds x · y to dst, value by value. Slices may be the same, all as long as dst.
func AddMul(dst, x, y []float32) {
	x, y = x[:len(dst)], y[:len(dst)]
	n := len(dst) &^ 15
	addMul(dst[:n], x, y)
	plainAddMul(dst[n:], x[n:], y[n:])
}

// Axpy adds a·x to y.
func Axpy(y []float32, a float32, x []float32) {
	x = x[:len(y)]
	n := len(y) &^ 15
	axpy(y[:n], a, x)
	plainAxpy(y[n:], a, x[n:])
}

// Dot returns the sum of the products of x and y, which are equally long.
func Dot(x, y []float32) float32 {
	y = y[:len(x)]
	var lanes [16]float32
	n := len(x) &^ 15
	dots(&lanes, x[:n], y)
	for l := range x[n:] {
		lanes[l] += float32(x[n+l] * y[n+l])
	}
	return fold(&lanes)
}

// Sum returns the sum of x.
func Sum(x []float32) float32 {
	var lanes [16]float32
	n := len(x) &^ 15
	sums(&lanes, x[:n])
	for l := range x[n:] {
		lanes[l] += x[n+l]
	}
	return fold(&lanes)
}

// Max returns the greatest value of x, none of them NaN, and -Inf if x is empty.
func Max(x []float32) float32 {
	high := float32(math.Inf(-1))
	var lanes [16]float32
	for l := range lanes {
		lanes[l] = high
	}
	n := len(x) &^ 15
	maxes(&lanes, x[:n])
	for _, v := range lanes {
		high = max(high, v)
	}
	for _, v := range x[n:] {
		high = max(high, v)
	}
	return high
}

// fold sums the lanes as a tree, the order that halving a register gives.
func fold(lanes *[16]float32) float32 {
	for w := 8; w > 0; w /= 2 {
		for l := range w {
			lanes[l] += lanes[l+w]
		}
	}
	return lanes[0]
}
