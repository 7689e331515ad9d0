package tensor

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestQuantise(t *testing.T) {
	eachVariant(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(11, 12))
		var q Quantised
		for _, n := range lengths() {
			x := Of(random(r, 3*n), 3, n)
			q.Quantise(x)
			got := make([]float32, n)
			for i := range 3 {
				q.Floats(got, i)
				for j, want := range x.Row(i) {
					if e := math.Abs(float64(got[j] - want)); e > 0.501*float64(q.Scale[i]) {
						t.Fatalf("row of %d: %g is read as %g", n, want, got[j])
					}
				}
				if n > 0 && max(slices.Max(q.Row(i)), -slices.Min(q.Row(i))) != 127 {
					t.Fatalf("row of %d does not use the whole range: %v", n, q.Row(i))
				}
			}
		}
	})
}

func TestQuantiseTiny(t *testing.T) {
	for _, x := range [][]float32{{0, 0}, {1e-45, 0}, {1e-38, -1e-39}, {3e38, -1}} {
		var q Quantised
		q.Quantise(Of(x, 1, len(x)))
		got := make([]float32, len(x))
		q.Floats(got, 0)
		for i := range x {
			if math.Abs(float64(got[i]-x[i])) > max(1e-36, 3e38/200) {
				t.Errorf("%g is read as %g", x[i], got[i])
			}
		}
	}
}

func TestQuantisedProductIsExact(t *testing.T) {
	eachVariant(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(13, 14))
		var x, w Quantised
		var packed Weights
		for turn := range 60 {
			m, k, n := sizes(r)
			x.Resize(m, k)
			w.Resize(n, k)
			for _, q := range []*Quantised{&x, &w} {
				for i := range q.Rows {
					q.Scale[i] = r.Float32()
					for j := range q.Row(i) {
						q.Row(i)[j] = int8(r.IntN(255) - 127)
						if turn%4 == 0 { // the sums are as large as they get
							q.Row(i)[j] = int8(127 - 254*r.IntN(2)*(turn/4%2))
						}
					}
				}
			}
			packed.Pack(&w)
			stride := n + r.IntN(5)
			before := random(r, m*stride)
			got := Strided(slices.Clone(before), m, n, stride)
			packed.MulAdd(got, &x)
			for i := range before {
				want := before[i]
				if stride > 0 && i%stride < n {
					var sum int32
					for p, v := range x.Row(i / stride) {
						sum += int32(v) * int32(w.Row(i % stride)[p])
					}
					want += float32(float32(float32(sum)*x.Scale[i/stride]) * w.Scale[i%stride])
				}
				if got.Data[i] != want {
					t.Fatalf("%d×%d×%d: value %d is %g, want %g", m, k, n, i, got.Data[i], want)
				}
			}
		}
	})
}

func TestQuantisedSameInEachVariant(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 40 {
		m, k, n := sizes(r)
		a, b := Of(random(r, m*k), m, k), Of(random(r, n*k), n, k)
		sameInEachVariant(t, func() [][]float32 {
			var x, w Quantised
			var packed Weights
			x.Quantise(a)
			w.Quantise(b)
			packed.Pack(&w)
			whole, parts := New(m, n), New(m, n)
			packed.MulAdd(whole, &x)
			for i := range m {
				x.Quantise(a.Slice(i, i+1, 0, k))
				packed.MulAdd(parts.Slice(i, i+1, 0, n), &x)
			}
			if !slices.Equal(parts.Data, whole.Data) {
				t.Fatalf("%d×%d×%d: the batch shows", m, k, n)
			}
			return [][]float32{whole.Data}
		})
	}
}

func BenchmarkQuantisedProduct(b *testing.B) {
	const k, n = 512, 1280
	r := rand.New(rand.NewPCG(1, 1))
	for _, m := range []int{1, 4, 8, 16, 32, 64} {
		for _, v := range Variants() {
			b.Run(fmt.Sprintf("%dx%dx%d/%s", m, k, n, v), func(b *testing.B) {
				defer Force(v)()
				var x, w Quantised
				var packed Weights
				x.Quantise(Of(random(r, m*k), m, k))
				w.Quantise(Of(random(r, n*k), n, k))
				packed.Pack(&w)
				y := New(m, n)
				for b.Loop() {
					packed.MulAdd(y, &x)
				}
				perSecond(b, m*k*n, "GMAC/s")
			})
		}
	}
}

func BenchmarkQuantise(b *testing.B) {
	x := Of(random(rand.New(rand.NewPCG(1, 1)), 16*512), 16, 512)
	for _, v := range Variants() {
		b.Run(v, func(b *testing.B) {
			defer Force(v)()
			var q Quantised
			for b.Loop() {
				q.Quantise(x)
			}
			perSecond(b, 16*512, "G/s")
		})
	}
}
