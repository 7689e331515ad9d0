package tensor

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// eachVariant runs check in every variant that this processor has, and plain is one of them.
func eachVariant(t *testing.T, check func(t *testing.T)) {
	for _, name := range Variants() {
		t.Run(name, func(t *testing.T) {
			defer Force(name)()
			check(t)
		})
	}
}

// sameInEachVariant holds the slices that compute returns in every variant to those of plain Go, bit for bit.
func sameInEachVariant(t *testing.T, compute func() [][]float32) {
	t.Helper()
	undo := Force("plain")
	want := compute()
	undo()
	for _, name := range Variants() {
		undo := Force(name)
		got := compute()
		undo()
		for i := range want {
			for j := range want[i] {
				if math.Float32bits(got[i][j]) != math.Float32bits(want[i][j]) {
					t.Fatalf("%s: value %d of slice %d, %d long, is %x, want %x", name, j, i, len(want[i]),
						got[i][j], want[i][j])
				}
			}
		}
	}
}

// lengths are those where a tail, a register or a block begins or ends, and some between.
func lengths() []int {
	return []int{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 100, 127, 128, 255, 320, 1001}
}

func random(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

func randomMatrix(r *rand.Rand, rows, cols int) Matrix {
	stride := cols + r.IntN(3)*r.IntN(8)
	if r.IntN(2) == 0 {
		return Strided(random(r, rows*stride), rows, cols, stride)
	}
	stride = rows + r.IntN(3)*r.IntN(8)
	return Strided(random(r, cols*stride), cols, rows, stride).T()
}

func TestVariantsEndInPlain(t *testing.T) {
	v := Variants()
	if v[0] != Variant() || v[len(v)-1] != "plain" || !slices.Contains([]string{"avx512", "avx2", "neon", "plain"}, v[0]) {
		t.Errorf("variant %s of %v", Variant(), v)
	}
}
