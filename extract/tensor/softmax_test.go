package tensor

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestSoftmax(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 20))
	for _, n := range lengths() {
		x := random(r, n)
		for i := range x {
			x[i] = x[i]*5 + 100
		}
		var sum float64
		for _, v := range x {
			sum += math.Exp(float64(v))
		}
		sameInEachVariant(t, func() [][]float32 {
			p, q := make([]float32, n), make([]float32, n)
			Softmax(p, x)
			log := LogSumExp(q, x)
			for i := range x {
				if want := math.Exp(float64(x[i])) / sum; math.Abs(float64(p[i])-want) > 1e-6 || p[i] != q[i] {
					t.Fatalf("softmax of %d: %g and %g, want %g", n, p[i], q[i], want)
				}
			}
			if want := math.Log(sum); n > 0 && math.Abs(float64(log)-want) > 1e-4 {
				t.Fatalf("logarithm of the sum of %d: %g, want %g", n, log, want)
			}
			return [][]float32{p, {log}}
		})
	}
}
