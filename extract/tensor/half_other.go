//go:build !amd64

package tensor

func halves() bool { return false }

func halfTile(rows, depth int, a []uint32, down, right int, panel []uint32, c []float32, cdown int) {
	panic("tensor: no bfloat16")
}

func pairs(dst []uint32, x, y []float32)   { plainPairs(dst, x, y) }
func neighbours(dst []uint32, x []float32) { plainNeighbours(dst, x) }
func turn(panel, rows []uint32, depth int) { panic("tensor: no bfloat16") }
