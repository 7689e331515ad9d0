package tensor

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestVectorsSameInEachVariant(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range lengths() {
		x, y, z := random(r, n), random(r, n), random(r, n)
		a := r.Float32()
		sameInEachVariant(t, func() [][]float32 {
			sum, product, added, axpy := make([]float32, n), make([]float32, n), slices.Clone(z), slices.Clone(z)
			Add(sum, x, y)
			Mul(product, x, y)
			AddMul(added, x, y)
			Axpy(axpy, a, x)
			return [][]float32{sum, product, added, axpy, {Dot(x, y), Sum(x), Max(x)}}
		})
	}
}

func TestVectorsAgainstDefinition(t *testing.T) {
	eachVariant(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(3, 4))
		for _, n := range lengths() {
			x, y := random(r, n), random(r, n)
			var dot, sum, size float64
			high := math.Inf(-1)
			for i := range x {
				dot += float64(x[i]) * float64(y[i])
				sum += float64(x[i])
				size += math.Abs(float64(x[i])) + math.Abs(float64(x[i])*float64(y[i]))
				high = max(high, float64(x[i]))
			}
			if e := math.Abs(float64(Dot(x, y)) - dot); e > 1e-6*size {
				t.Errorf("dot of %d: off by %g", n, e)
			}
			if e := math.Abs(float64(Sum(x)) - sum); e > 1e-6*size {
				t.Errorf("sum of %d: off by %g", n, e)
			}
			if got := float64(Max(x)); got != high {
				t.Errorf("max of %d: %g, want %g", n, got, high)
			}
			inPlace := slices.Clone(x)
			Add(inPlace, inPlace, y)
			for i := range x {
				if inPlace[i] != x[i]+y[i] {
					t.Fatalf("sum in place of %d: %g, want %g", n, inPlace[i], x[i]+y[i])
				}
			}
		}
	})
}
