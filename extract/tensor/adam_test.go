package tensor

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestStepSameInEachVariant(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	o := Adam{Rate: 0.01, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8, Decay: 0.1}
	for _, n := range lengths() {
		start, g := random(r, n), random(r, n)
		sameInEachVariant(t, func() [][]float32 {
			w, mean, square := slices.Clone(start), make([]float32, n), make([]float32, n)
			for step := range 5 {
				o.Step(step+1, w, g, mean, square)
			}
			return [][]float32{w, mean, square}
		})
	}
}

func TestStepFindsTheMinimum(t *testing.T) {
	o := Adam{Rate: 0.05, Beta1: 0.9, Beta2: 0.99, Epsilon: 1e-8}
	w, g := make([]float32, 20), make([]float32, 20)
	mean, square := make([]float32, 20), make([]float32, 20)
	for step := range 1000 {
		for i := range w {
			g[i] = w[i] - float32(i)/10
		}
		o.Step(step+1, w, g, mean, square)
	}
	for i := range w {
		if d := w[i] - float32(i)/10; d < -0.01 || d > 0.01 {
			t.Errorf("weight %d is %g, want %g", i, w[i], float32(i)/10)
		}
	}
}
