package neural

import (
	"math/rand/v2"

	"sayso/extract/tensor"
)

// Chances that a number is dropped.
const (
	dropInput  = 0.25
	dropLayer  = 0.4
	dropHeld   = 0.25
	dropHidden = 0.4
)

// pass is one way through the network, kept for the way back.
type pass struct {
	batch    *batch
	embedded *embedded
	layers   []layerPass
	heads    *headsPass
}

// layerPass is one layer of the encoder.
type layerPass struct {
	inputMask tensor.Matrix
	heldMasks [2]tensor.Matrix
	both      [2]*lstmPass
	out       tensor.Matrix
}

// forward reads a batch; with a source of chance it drops numbers as training does.
func (w *weights) forward(b *batch, v *vocabulary, random *rand.Rand, mem *arena) *pass {
	p := &pass{batch: b, embedded: w.embed(b, v, random, mem)}
	x, chance := p.embedded.x, dropInput
	for _, both := range w.layers {
		size := both[0].held.Rows
		l := layerPass{inputMask: b.mask(x.Cols, chance, random, mem), out: mem.raw(b.rows, 2*size)}
		b.drop(x, l.inputMask)
		for d, lstm := range both {
			l.heldMasks[d] = b.mask(size, dropHeld, random, mem)
			l.both[d] = lstm.run(b, x, l.out.Slice(0, b.rows, d*size, (d+1)*size), l.heldMasks[d], d == 1, mem)
		}
		p.layers = append(p.layers, l)
		x, chance = l.out, dropLayer
	}
	var masks [hiddenLayers]tensor.Matrix
	for i, h := range w.hidden {
		masks[i] = b.mask(h.weights.Cols, dropHidden, random, mem)
	}
	p.heads = w.heads(b, x, masks, mem)
	return p
}

// back adds the gradients of a batch to g and returns its losses.
func (p *pass) back(w *weights, g *gradients, share shares, mem *arena) losses {
	b := p.batch
	d := p.heads.gradient(mem)
	sum := p.heads.loss(b, w, g.weights, d, share, mem)
	top := p.layers[len(p.layers)-1].out
	dx := mem.matrix(top.Rows, top.Cols)
	p.heads.back(b, w, g.weights, d, top, dx)
	for i := len(p.layers) - 1; i >= 0; i-- {
		l, size := p.layers[i], w.layers[i][0].held.Rows
		input := l.both[0].input
		dInput := mem.matrix(input.Rows, input.Cols)
		for dir, lstm := range w.layers[i] {
			dOut := dx.Slice(0, b.rows, dir*size, (dir+1)*size)
			l.both[dir].back(b, lstm, g.layers[i][dir], l.heldMasks[dir], dOut, dInput, dir == 1, mem)
		}
		b.drop(dInput, l.inputMask)
		dx = dInput
	}
	p.embedded.back(g, dx)
	return sum
}
