package tensor

import (
	"encoding/binary"
	"hash/fnv"
	"math/rand/v2"
	"testing"
)

// TestSameBytesOnAnyMachine pins a hash: processors that are not at hand when a test runs must still agree.
func TestSameBytesOnAnyMachine(t *testing.T) {
	eachVariant(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(23, 24))
		uniform := func(n int, size float32) []float32 {
			x := make([]float32, n)
			for i := range x {
				x[i] = (r.Float32() - 0.5) * size
			}
			return x
		}
		const m, k, n = 15, 75, 77
		var x, w Quantised
		var packed Weights
		x.Quantise(Of(uniform(m*k, 2), m, k))
		w.Quantise(Of(uniform(n*k, 0.5), n, k))
		packed.Pack(&w)
		y := Of(uniform(m*n, 1), m, n).Data
		packed.MulAdd(Of(y, m, n), &x)
		z := uniform(len(y), 30)
		AddMul(y, y, z)
		Axpy(y, 0.3, z)
		for i, f := range []func(dst, x []float32){Exp, Sigmoid, Tanh, Softmax} {
			out := make([]float32, len(z))
			f(out, z)
			y = append(append(y, out...), Dot(out, y[i:]), Sum(out))
			y = append(y, Sum(y), Max(y))
		}
		o := Adam{Rate: 0.01, Beta1: 0.9, Beta2: 0.99, Epsilon: 1e-6, Decay: 0.1}
		o.Step(3, y, uniform(len(y), 1), uniform(len(y), 1), make([]float32, len(y)))
		hash := fnv.New64a()
		if err := binary.Write(hash, binary.LittleEndian, y); err != nil {
			t.Fatal(err)
		}
		if got, want := hash.Sum64(), uint64(0xc4a8ba1db1b00c39); got != want {
			t.Errorf("hash %#x, want %#x", got, want)
		}
	})
}
