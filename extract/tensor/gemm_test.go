package tensor

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
)

// sizes draws rows, depth and columns, mostly small, now and then beyond a block, sometimes zero.
func sizes(r *rand.Rand) (m, k, n int) {
	draw := func(most int) int {
		if r.IntN(3) > 0 {
			return r.IntN(70)
		}
		return r.IntN(most)
	}
	return draw(240), draw(600), draw(600)
}

func TestProduct(t *testing.T) {
	eachVariant(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(5, 6))
		for range 60 {
			m, k, n := sizes(r)
			a, b := randomMatrix(r, m, k), randomMatrix(r, k, n)
			stride := n + r.IntN(5)
			before := random(r, m*stride)
			c := Strided(slices.Clone(before), m, n, stride)
			MulAdd(c, a, b)
			for i := range before {
				if stride == 0 || i%stride >= n {
					if c.Data[i] != before[i] {
						t.Fatalf("%d×%d×%d: value %d outside of the product changed", m, k, n, i)
					}
					continue
				}
				want, size := float64(before[i]), math.Abs(float64(before[i]))
				for p := range k {
					x := float64(a.Data[i/stride*a.down+p*a.right]) * float64(b.Data[p*b.down+i%stride*b.right])
					want += x
					size += math.Abs(x)
				}
				if e := math.Abs(float64(c.Data[i]) - want); e > 1e-6*size {
					t.Fatalf("%d×%d×%d: row %d, column %d is off by %g of %g", m, k, n, i/stride, i%stride, e, size)
				}
			}
		}
	})
}

func TestProductSameWithAVX2(t *testing.T) {
	if Variant() != "avx512" {
		t.Skip("no AVX-512")
	}
	r := rand.New(rand.NewPCG(7, 8))
	for range 60 {
		m, k, n := sizes(r)
		a, b := randomMatrix(r, m, k), randomMatrix(r, k, n)
		want, got := New(m, n), New(m, n)
		MulAdd(want, a, b)
		undo := Force("avx2")
		MulAdd(got, a, b)
		undo()
		if !slices.Equal(got.Data, want.Data) {
			t.Fatalf("%d×%d×%d: AVX2 and AVX-512 differ", m, k, n)
		}
	}
}

func TestProductSameInAnyBatchAndThread(t *testing.T) {
	eachVariant(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(9, 10))
		for range 30 {
			m, k, n := sizes(r)
			a, b := randomMatrix(r, m, k), randomMatrix(r, k, n)
			whole, parts, packed := New(m, n), New(m, n), New(m, n)
			MulAdd(whole, a, b)
			var threads sync.WaitGroup
			for i := 0; i < m; {
				end := min(m, i+1+r.IntN(60))
				part, rows := parts.Slice(i, end, 0, n), a.Slice(i, end, 0, k)
				threads.Go(func() { MulAdd(part, rows, b) })
				i = end
			}
			threads.Wait()
			var p Panels
			p.Pack(randomMatrix(r, 30, 30))
			p.Pack(b)
			p.MulAdd(packed, a)
			if !slices.Equal(parts.Data, whole.Data) || !slices.Equal(packed.Data, whole.Data) {
				t.Fatalf("%d×%d×%d: the batch shows", m, k, n)
			}
		}
	})
}

func BenchmarkProduct(b *testing.B) {
	for _, size := range [][3]int{{2000, 420, 640}, {2000, 640, 640}, {32, 320, 1280}, {4, 320, 1280}, {1, 320, 1280}} {
		m, k, n := size[0], size[1], size[2]
		r := rand.New(rand.NewPCG(1, 1))
		x, w, y := Of(random(r, m*k), m, k), Of(random(r, k*n), k, n), New(m, n)
		wt, xt := Of(random(r, k*n), n, k).T(), Of(random(r, m*k), k, m).T()
		var packed Panels
		packed.Pack(w)
		for _, v := range Variants() {
			for _, f := range []struct {
				name string
				do   func()
			}{
				{"NN", func() { MulAdd(y, x, w) }},
				{"NT", func() { MulAdd(y, x, wt) }},
				{"TN", func() { MulAdd(y, xt, w) }},
				{"packed", func() { packed.MulAdd(y, x) }},
			} {
				b.Run(fmt.Sprintf("%dx%dx%d/%s/%s", m, k, n, v, f.name), func(b *testing.B) {
					defer Force(v)()
					for b.Loop() {
						f.do()
					}
					perSecond(b, m*k*n, "GMAC/s")
				})
			}
		}
	}
}

// perSecond reports how many thousand millions of the unit the benchmark did a second, with count of them a turn.
func perSecond(b *testing.B, count int, unit string) {
	b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds()/1e9, unit)
	b.ReportMetric(0, "ns/op")
}
