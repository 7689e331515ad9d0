package neural

import "sayso/extract/tensor"

// worthHalving is the size from which matrices are multiplied in bfloat16.
const worthHalving = 32

// mulAdd adds a·b to c.
func mulAdd(c, a, b tensor.Matrix) {
	if a.Cols < worthHalving || b.Cols < worthHalving {
		tensor.MulAdd(c, a, b)
	} else {
		tensor.MulAddHalf(c, a, b)
	}
}

// panels is a matrix laid out to be multiplied by many others.
type panels struct {
	whole tensor.Panels
	half  tensor.HalfPanels
	small bool
}

func packed(b tensor.Matrix) *panels {
	p := &panels{small: b.Rows < worthHalving || b.Cols < worthHalving}
	if p.small {
		p.whole.Pack(b)
	} else {
		p.half.Pack(b)
	}
	return p
}

func (p *panels) mulAdd(c, a tensor.Matrix) {
	if p.small {
		p.whole.MulAdd(c, a)
	} else {
		p.half.MulAdd(c, a)
	}
}
