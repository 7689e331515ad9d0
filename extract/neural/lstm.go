package neural

import "sayso/extract/tensor"

// lstmPass is what one direction of a layer computed, kept for the way back.
type lstmPass struct {
	input tensor.Matrix
	gates tensor.Matrix // input, forget, output, new value; on the way back their gradients
	cells tensor.Matrix
	tanhs tensor.Matrix // of the cells
	held  tensor.Matrix // what each step goes on from, dropped out
	out   tensor.Matrix
}

// run reads a batch in one direction into out. Mask, where it has rows, drops numbers of what is held, the same ones
// throughout a sentence.
func (l lstm) run(b *batch, input, out, mask tensor.Matrix, backward bool, mem *arena) *lstmPass {
	size := l.held.Rows
	p := &lstmPass{input: input, out: out, gates: mem.raw(b.rows, 4*size), cells: mem.raw(b.rows, size),
		tanhs: mem.raw(b.rows, size), held: mem.matrix(b.rows, size)}
	dense{l.input, l.bias}.run(p.gates, input)
	weights := packed(l.held)
	for _, s := range b.steps(backward) {
		if s.held > 0 {
			held := rows(p.held, s.from, s.from+s.held)
			dropped(held, rows(out, s.last, s.last+s.held), mask)
			weights.mulAdd(rows(p.gates, s.from, s.from+s.held), held)
		}
		for row := s.from; row < s.to; row++ {
			var last []float32
			if i := row - s.from; i < s.held {
				last = p.cells.Row(s.last + i)
			}
			p.activate(row, last)
		}
	}
	return p
}

// dropped sets dst to m times the mask, if there is one.
func dropped(dst, m, mask tensor.Matrix) {
	for i := range m.Rows {
		if mask.Rows == 0 {
			copy(dst.Row(i), m.Row(i))
		} else {
			tensor.Mul(dst.Row(i), m.Row(i), mask.Row(i))
		}
	}
}

// activate computes the output of one row from its gates and the cells it goes on from, if any.
func (p *lstmPass) activate(row int, last []float32) {
	gates, cells, tanhs := p.gates.Row(row), p.cells.Row(row), p.tanhs.Row(row)
	n := len(cells)
	tensor.Sigmoid(gates[:3*n], gates[:3*n])
	tensor.Tanh(gates[3*n:], gates[3*n:])
	tensor.Mul(cells, gates[:n], gates[3*n:])
	if last != nil {
		tensor.AddMul(cells, gates[n:2*n], last)
	}
	tensor.Tanh(tanhs, cells)
	tensor.Mul(p.out.Row(row), gates[2*n:3*n], tanhs)
}
