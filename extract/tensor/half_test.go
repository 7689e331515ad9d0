package tensor

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestMulAddHalf(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	draw := func(rows, cols int) Matrix {
		m := New(rows, cols)
		for i := range m.Data {
			m.Data[i] = float32(random.NormFloat64())
		}
		return m
	}
	for range 200 {
		n, k, m := 1+random.IntN(40), 1+random.IntN(600), 1+random.IntN(100)
		a, b, c := draw(n, k), draw(k, m), draw(n, m)
		if random.IntN(2) == 0 {
			a = draw(k, n).T()
		}
		if random.IntN(2) == 0 {
			b = draw(m, k).T()
		}
		want := New(n, m)
		copy(want.Data, c.Data)
		MulAdd(want, a, b)
		MulAddHalf(c, a, b)
		for i := range c.Data {
			if d := math.Abs(float64(c.Data[i] - want.Data[i])); d > 0.02*math.Sqrt(float64(k))+0.02 {
				t.Fatalf("%d×%d×%d: %g, want %g", n, k, m, c.Data[i], want.Data[i])
			}
		}
	}
}

func BenchmarkMulAddHalf(b *testing.B) {
	x, y, z := New(400, 384), New(384, 768), New(400, 768)
	for b.Loop() {
		MulAddHalf(z, x, y)
	}
	b.ReportMetric(400*384*768/1e9*float64(b.N)/b.Elapsed().Seconds(), "GMAC/s")
}

func BenchmarkMulAddHalfTransposed(b *testing.B) {
	x, y, z := New(400, 384), New(400, 768), New(384, 768)
	for b.Loop() {
		MulAddHalf(z, x.T(), y)
	}
	b.ReportMetric(400*384*768/1e9*float64(b.N)/b.Elapsed().Seconds(), "GMAC/s")
}

func BenchmarkMulAddWhole(b *testing.B) {
	x, y, z := New(400, 384), New(384, 768), New(400, 768)
	for b.Loop() {
		MulAdd(z, x, y)
	}
	b.ReportMetric(400*384*768/1e9*float64(b.N)/b.Elapsed().Seconds(), "GMAC/s")
}
