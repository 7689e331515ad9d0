package neural

import "sayso/extract/tensor"

// headsPass is what the heads computed from the output of the encoder.
type headsPass struct {
	hidden [hiddenLayers]tensor.Matrix
	masks  [hiddenLayers]tensor.Matrix
	tags   tensor.Matrix // scores
	names  tensor.Matrix
	arcs   tensor.Matrix // what the head of each word looks like
}

func (w *weights) heads(b *batch, x tensor.Matrix, masks [hiddenLayers]tensor.Matrix, mem *arena) *headsPass {
	p := &headsPass{masks: masks}
	for i, d := range w.hidden {
		p.hidden[i] = mem.raw(b.rows, d.weights.Cols)
		d.run(p.hidden[i], x)
		rectify(p.hidden[i].Data[:b.rows*d.weights.Cols])
		b.drop(p.hidden[i], masks[i])
	}
	p.tags, p.names, p.arcs = mem.raw(b.rows, w.tags.weights.Cols), mem.raw(b.rows, w.names.weights.Cols), mem.raw(b.rows, w.arcs.weights.Cols)
	w.tags.run(p.tags, p.hidden[tagHidden])
	w.names.run(p.names, p.hidden[nameHidden])
	w.arcs.run(p.arcs, p.hidden[arcDependent])
	return p
}

// headsGradient holds the gradients of what a headsPass computed.
type headsGradient struct {
	hidden      [hiddenLayers]tensor.Matrix
	tags, names tensor.Matrix
	arcs        tensor.Matrix
}

func (p *headsPass) gradient(mem *arena) *headsGradient {
	like := func(m tensor.Matrix) tensor.Matrix { return mem.matrix(m.Rows, m.Cols) }
	d := &headsGradient{tags: like(p.tags), names: like(p.names), arcs: like(p.arcs)}
	for i, h := range p.hidden {
		d.hidden[i] = like(h)
	}
	return d
}

// back adds the gradients of the weights to g and that of the encoder's output to dx.
func (p *headsPass) back(b *batch, w, g *weights, d *headsGradient, x, dx tensor.Matrix) {
	w.tags.back(g.tags, d.tags, p.hidden[tagHidden], d.hidden[tagHidden])
	w.names.back(g.names, d.names, p.hidden[nameHidden], d.hidden[nameHidden])
	w.arcs.back(g.arcs, d.arcs, p.hidden[arcDependent], d.hidden[arcDependent])
	for i, layer := range w.hidden {
		b.drop(d.hidden[i], p.masks[i])
		rectifyBack(d.hidden[i].Data[:b.rows*layer.weights.Cols], p.hidden[i].Data[:b.rows*layer.weights.Cols])
		layer.back(g.hidden[i], d.hidden[i], x, dx)
	}
}
