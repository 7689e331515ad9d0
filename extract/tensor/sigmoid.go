package tensor

import "math"

// Exp sets dst to e to the power of x, with a relative error below 2e-7. It stays at 1.2e-38 for x below -87.3 and at
// 2.4e38 for x above 88.3. The slices may be the same, x as long as dst.
func Exp(dst, x []float32) {
	n := len(dst) &^ 15
	exp(dst[:n], x)
	plainExp(dst[n:], x[n:len(dst)])
}

// Sigmoid sets dst to 1/(1+exp(-x)), with a relative error below 4e-7. The slices may be the same, x as long as dst.
func Sigmoid(dst, x []float32) {
	n := len(dst) &^ 15
	sigmoid(dst[:n], x)
	plainSigmoid(dst[n:], x[n:len(dst)])
}

// Tanh sets dst to the hyperbolic tangent of x, with a relative error below 4e-7. The slices may be the same, x as long
// as dst.
func Tanh(dst, x []float32) {
	n := len(dst) &^ 15
	tanh(dst[:n], x)
	plainTanh(dst[n:], x[n:len(dst)])
}

// Constants of exp: x = n·ln 2 + r, and a polynomial for exp r with |r| ≤ ln 2 / 2 (Cephes expf).
const (
	expLow   = -87.33654 // below, the result is not a normal number
	expHigh  = 88.37     // above, n would be 128, which is no exponent
	log2e    = 1.44269504088896341
	ln2High  = 0.693359375 // 9 bits, so that its product with n is exact
	ln2Low   = -2.12194440e-4
	rounder  = 12582912 // 1.5·2²³: adding it leaves the nearest integer in the low bits
	expPoly5 = 1.9875691500e-4
	expPoly4 = 1.3981999507e-3
	expPoly3 = 8.3334519073e-3
	expPoly2 = 4.1665795894e-2
	expPoly1 = 1.6666665459e-1
	expPoly0 = 5.0000001201e-1
)

func plainExp(dst, x []float32) {
	for i := range dst {
		dst[i] = exp1(x[i])
	}
}

func plainSigmoid(dst, x []float32) {
	for i := range dst {
		dst[i] = 1 / (1 + exp1(-x[i]))
	}
}

func exp1(x float32) float32 {
	if expHigh < x {
		x = expHigh
	}
	if expLow > x {
		x = expLow
	}
	shifted := float32(x*log2e) + rounder
	n := shifted - rounder
	r := x - float32(n*ln2High)
	r = r - float32(n*ln2Low)
	y := float32(expPoly5*r) + expPoly4
	y = float32(y*r) + expPoly3
	y = float32(y*r) + expPoly2
	y = float32(y*r) + expPoly1
	y = float32(y*r) + expPoly0
	y = float32(y*float32(r*r)) + r
	y = y + 1
	power := math.Float32bits(shifted)<<23 + 127<<23
	return y * math.Float32frombits(power)
}

// Constants of tanh: a rational function of x², odd in x, good to |x| < tanhHigh, where tanh rounds to 1 (Eigen).
const (
	tanhHigh = 7.90531110763549805
	tanhP13  = -2.76076847742355e-16
	tanhP11  = 2.00018790482477e-13
	tanhP9   = -8.60467152213735e-11
	tanhP7   = 5.12229709037114e-08
	tanhP5   = 1.48572235717979e-05
	tanhP3   = 6.37261928875436e-04
	tanhP1   = 4.89352455891786e-03
	tanhQ6   = 1.19825839466702e-06
	tanhQ4   = 1.18534705686654e-04
	tanhQ2   = 2.26843463243900e-03
	tanhQ0   = 4.89352518554385e-03
)

func plainTanh(dst, x []float32) {
	for i := range dst {
		dst[i] = tanh1(x[i])
	}
}

func tanh1(x float32) float32 {
	if tanhHigh < x {
		x = tanhHigh
	}
	if -tanhHigh > x {
		x = -tanhHigh
	}
	s := float32(x * x)
	p := float32(s*tanhP13) + tanhP11
	p = float32(s*p) + tanhP9
	p = float32(s*p) + tanhP7
	p = float32(s*p) + tanhP5
	p = float32(s*p) + tanhP3
	p = float32(s*p) + tanhP1
	p = float32(x * p)
	q := float32(s*tanhQ6) + tanhQ4
	q = float32(s*q) + tanhQ2
	q = float32(s*q) + tanhQ0
	return p / q
}
