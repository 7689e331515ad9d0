package neural

import "sayso/extract/tensor"

// gradients are sums over some sentences. Of the tables only the rows that were touched are not zero.
type gradients struct {
	*weights
	matrices  []tensor.Matrix
	touched   [tables][]int32
	isTouched [tables][]bool
}

func newGradients(s Sizes) *gradients {
	g := &gradients{weights: newWeights(s)}
	g.matrices = g.all()
	for t := range tables {
		g.isTouched[t] = make([]bool, g.matrices[t].Rows)
	}
	return g
}

// touch returns a row of a table to add to.
func (g *gradients) touch(table int, row int32) []float32 {
	if !g.isTouched[table][row] {
		g.isTouched[table][row] = true
		g.touched[table] = append(g.touched[table], row)
	}
	return g.matrices[table].Row(int(row))
}

func (g *gradients) clear() {
	for t := range tables {
		for _, row := range g.touched[t] {
			clear(g.matrices[t].Row(int(row)))
			g.isTouched[t][row] = false
		}
		g.touched[t] = g.touched[t][:0]
	}
	for _, m := range g.matrices[tables:] {
		clear(m.Data)
	}
}

// add adds the gradients of other sentences.
func (g *gradients) add(other *gradients) {
	for t := range tables {
		for _, row := range other.touched[t] {
			dst := g.touch(t, row)
			tensor.Add(dst, dst, other.matrices[t].Row(int(row)))
		}
	}
	for i, m := range g.matrices[tables:] {
		tensor.Add(m.Data, m.Data, other.matrices[tables+i].Data)
	}
}

func (g *gradients) scale(by float32) {
	for t := range tables {
		for _, row := range g.touched[t] {
			scale(g.matrices[t].Row(int(row)), by)
		}
	}
	for _, m := range g.matrices[tables:] {
		scale(m.Data, by)
	}
}

func scale(x []float32, by float32) {
	for i := range x {
		x[i] *= by
	}
}
