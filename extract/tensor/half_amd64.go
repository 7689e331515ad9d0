package tensor

import "golang.org/x/sys/cpu"

// halves reports whether the processor multiplies bfloat16.
func halves() bool { return variant == avx512 && cpu.X86.HasAVX512BF16 }

// halfTile adds to 12 or 4 rows of c, panelWidth wide and down apart, the product of pairs of a with a panel.
func halfTile(rows, depth int, a []uint32, down, right int, panel []uint32, c []float32, cdown int) {
	if rows == 12 {
		half12(depth, &a[0], down*4, right*4, &panel[0], &c[0], cdown*4)
	} else {
		half4(depth, &a[0], down*4, right*4, &panel[0], &c[0], cdown*4)
	}
}

//go:noescape
func half12(depth int, a *uint32, down, right int, b *uint32, c *float32, cdown int)

//go:noescape
func half4(depth int, a *uint32, down, right int, b *uint32, c *float32, cdown int)
