package tensor

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

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

// pairs sets dst to the pairs of x and y, value by value.
func pairs(dst []uint32, x, y []float32) {
	n := len(dst) &^ 15
	if n > 0 {
		pairs16(&dst[0], &x[0], &y[0], n)
	}
	plainPairs(dst[n:], x[n:], y[n:])
}

// neighbours sets dst to the pairs of values that lie side by side in x, twice as many.
func neighbours(dst []uint32, x []float32) {
	n := len(dst) &^ 7
	if n > 0 {
		neighbours8(&dst[0], &x[0], n)
	}
	plainNeighbours(dst[n:], x[2*n:])
}

// turn writes rows of so many pairs as a panel.
func turn(panel, rows []uint32, depth int) {
	done := depth &^ 7
	if done > 0 {
		dst := unsafe.Slice((*float32)(unsafe.Pointer(&panel[0])), len(panel))
		src := unsafe.Slice((*float32)(unsafe.Pointer(&rows[0])), len(rows))
		for l := 0; l < panelWidth; l += 8 {
			transpose8(&dst[l], &src[l*depth], depth*4, done/8)
		}
	}
	for k := done; k < depth; k++ {
		for l := range panelWidth {
			panel[k*panelWidth+l] = rows[l*depth+k]
		}
	}
}

//go:noescape
func pairs16(dst *uint32, x, y *float32, n int)

//go:noescape
func neighbours8(dst *uint32, x *float32, n int)
