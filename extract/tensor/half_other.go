//go:build !amd64

package tensor

func halves() bool { return false }

func halfTile(rows, depth int, a []uint32, down, right int, panel []uint32, c []float32, cdown int) {
	panic("tensor: no bfloat16")
}
