package tensor

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestErrorOfFunctions(t *testing.T) {
	logistic := func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
	for _, f := range []struct {
		name string
		ours func(dst, x []float32)
		want func(float64) float64
		max  float64
	}{
		{"exp", Exp, math.Exp, 2e-7},
		{"sigmoid", Sigmoid, logistic, 4e-7},
		{"tanh", Tanh, math.Tanh, 4e-7},
	} {
		worst, at := 0.0, float32(0)
		var x, y [1000]float32
		for k := range 1760 {
			for i := range x {
				x[i] = -87.3 + float32(k)*0.1 + float32(i)*1e-4
			}
			f.ours(y[:], x[:])
			for i := range x {
				want := f.want(float64(x[i]))
				if x[i] > 88.3 || want == 0 {
					continue
				}
				if e := math.Abs(float64(y[i])-want) / math.Abs(want); e > worst {
					worst, at = e, x[i]
				}
			}
		}
		t.Logf("%s: relative error %.2g at %g", f.name, worst, at)
		if worst > f.max {
			t.Errorf("%s: relative error %.2g at %g, want at most %.2g", f.name, worst, at, f.max)
		}
	}
}

func TestFunctionsSameInEachVariant(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	for _, n := range append(lengths(), 100_000) {
		x := random(r, n)
		for i := range x {
			switch r.IntN(10) {
			case 0:
				x[i] = 0
			case 1:
				x[i] *= 100
			case 2:
				x[i] *= 1e-30
			default:
				x[i] *= 5
			}
		}
		sameInEachVariant(t, func() [][]float32 {
			a, b, c := make([]float32, n), make([]float32, n), make([]float32, n)
			Exp(a, x)
			Sigmoid(b, x)
			Tanh(c, x)
			return [][]float32{a, b, c}
		})
	}
}

func TestFunctionsAtTheEnds(t *testing.T) {
	eachVariant(t, checkEnds)
}

func checkEnds(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	x := slices.Repeat([]float32{-inf, -1000, 0, 1000, inf, nan}, 5) // some in registers, some in the tail
	exp, sigmoid, tanh := make([]float32, len(x)), make([]float32, len(x)), make([]float32, len(x))
	Exp(exp, x)
	Sigmoid(sigmoid, x)
	Tanh(tanh, x)
	for ; len(x) > 0; x, exp, sigmoid, tanh = x[6:], exp[6:], sigmoid[6:], tanh[6:] {
		if exp[0] > 1.2e-38 || exp[1] != exp[0] || exp[2] != 1 || exp[3] < 2e38 || exp[4] != exp[3] || exp[5] == exp[5] {
			t.Errorf("exp of %v is %v", x[:6], exp[:6])
		}
		if sigmoid[0] > 1e-38 || sigmoid[2] != 0.5 || sigmoid[3] != 1 || sigmoid[4] != 1 || sigmoid[5] == sigmoid[5] {
			t.Errorf("sigmoid of %v is %v", x[:6], sigmoid[:6])
		}
		if tanh[0] != -1 || tanh[1] != -1 || tanh[2] != 0 || tanh[3] != 1 || tanh[4] != 1 || tanh[5] == tanh[5] {
			t.Errorf("tanh of %v is %v", x[:6], tanh[:6])
		}
	}
}

func BenchmarkFunctions(b *testing.B) {
	x := random(rand.New(rand.NewPCG(1, 1)), 1280)
	y := make([]float32, len(x))
	for _, f := range []struct {
		name string
		do   func(dst, x []float32)
	}{{"exp", Exp}, {"sigmoid", Sigmoid}, {"tanh", Tanh}, {"softmax", Softmax}} {
		for _, v := range Variants() {
			b.Run(fmt.Sprintf("%s/%s", f.name, v), func(b *testing.B) {
				defer Force(v)()
				for b.Loop() {
					f.do(y, x)
				}
				perSecond(b, len(x), "G/s")
			})
		}
	}
}
