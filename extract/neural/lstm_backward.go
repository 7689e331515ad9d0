package neural

import "sayso/extract/tensor"

// back adds the gradients of the weights to g and that of the input to dInput. It changes dOut, the gradient of the output.
func (p *lstmPass) back(b *batch, l, g lstm, mask, dOut, dInput tensor.Matrix, backward bool, mem *arena) {
	size := l.held.Rows
	dCells := mem.matrix(b.rows, size)
	dHeld := mem.matrix(len(b.samples), size)
	weights := packed(l.held.T())
	steps := b.steps(backward)
	for k := len(steps) - 1; k >= 0; k-- {
		s := steps[k]
		for row := s.from; row < s.to; row++ {
			var last, dLast []float32
			if i := row - s.from; i < s.held {
				last, dLast = p.cells.Row(s.last+i), dCells.Row(s.last+i)
			}
			p.deactivate(row, dOut.Row(row), dCells.Row(row), last, dLast)
		}
		if s.held > 0 {
			d := rows(dHeld, 0, s.held)
			clear(d.Data[:s.held*size])
			weights.mulAdd(d, rows(p.gates, s.from, s.from+s.held))
			addDropped(rows(dOut, s.last, s.last+s.held), d, mask)
		}
	}
	mulAdd(g.held, p.held.T(), p.gates)
	dense{l.input, l.bias}.back(dense{g.input, g.bias}, p.gates, p.input, dInput)
}

func addDropped(dst, m, mask tensor.Matrix) {
	for i := range m.Rows {
		if mask.Rows == 0 {
			tensor.Add(dst.Row(i), dst.Row(i), m.Row(i))
		} else {
			tensor.AddMul(dst.Row(i), m.Row(i), mask.Row(i))
		}
	}
}

// deactivate turns the gates of one row into their gradients and passes the gradient of the cells on.
func (p *lstmPass) deactivate(row int, dOut, dCells, last, dLast []float32) {
	gates, tanhs := p.gates.Row(row), p.tanhs.Row(row)
	n := len(tanhs)
	in, forget, open, value := gates[:n:n], gates[n:2*n:2*n], gates[2*n:3*n:3*n], gates[3*n:4*n:4*n]
	dOut, dCells = dOut[:n], dCells[:n]
	for i, t := range tanhs {
		d := dCells[i] + dOut[i]*open[i]*(1-t*t)
		dCells[i] = d
		open[i] = dOut[i] * t * open[i] * (1 - open[i])
		v := value[i]
		value[i] = d * in[i] * (1 - v*v)
		in[i] = d * v * in[i] * (1 - in[i])
	}
	if last == nil {
		clear(forget)
		return
	}
	last, dLast = last[:n], dLast[:n]
	for i, d := range dCells {
		f := forget[i]
		dLast[i] += d * f
		forget[i] = d * last[i] * f * (1 - f)
	}
}
