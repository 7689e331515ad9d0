package neural

import "sayso/extract/tensor"

// run sets out to the input times the weights, plus the bias.
func (d dense) run(out, input tensor.Matrix) {
	for i := range out.Rows {
		copy(out.Row(i), d.bias.Data)
	}
	mulAdd(out, input, d.weights)
}

// back adds the gradients of the weights to g, and that of the input to dInput where it has rows.
func (d dense) back(g dense, dOut, input, dInput tensor.Matrix) {
	mulAdd(g.weights, input.T(), dOut)
	for i := range dOut.Rows {
		tensor.Add(g.bias.Data, g.bias.Data, dOut.Row(i))
	}
	if dInput.Rows > 0 {
		mulAdd(dInput, dOut, d.weights.T())
	}
}

// leak is how much of a negative number a hidden layer lets through.
const leak = 0.1

func rectify(x []float32) {
	for i, v := range x {
		x[i] = max(v, v*leak)
	}
}

// rectifyBack scales the gradient d where the output was negative.
func rectifyBack(d, out []float32) {
	for i, v := range out {
		if v < 0 {
			d[i] *= leak
		}
	}
}
