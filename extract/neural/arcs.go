package neural

import "sayso/extract/tensor"

// arcScores returns the score of each head of each word of sentence s; head 0 is the root. Heads and dependents are
// what the scores are the products of.
func (p *headsPass) arcScores(b *batch, s int, w *weights, mem *arena) (scores, dependents, heads tensor.Matrix) {
	n, size := len(b.samples[s].words), p.arcs.Cols
	dependents, heads = mem.raw(n, size), mem.raw(n+1, size)
	copy(heads.Row(0), w.arcRoot.Data)
	for i := range n {
		copy(dependents.Row(i), p.arcs.Row(b.row(s, i)))
		copy(heads.Row(i+1), p.hidden[arcHead].Row(b.row(s, i)))
	}
	scores = mem.matrix(n, n+1)
	tensor.MulAdd(scores, dependents, heads.T())
	return scores, dependents, heads
}

// arcLoss adds the gradients of one sentence.
func (p *headsPass) arcLoss(b *batch, s int, w, g *weights, d *headsGradient, share float32, mem *arena) float64 {
	sample := b.samples[s]
	if len(sample.words) == 0 || sample.heads[0] == unsaid {
		return 0
	}
	scores, dependents, heads := p.arcScores(b, s, w, mem)
	dScores := mem.matrix(scores.Rows, scores.Cols)
	sum := 0.0
	for i, gold := range sample.heads {
		sum += crossEntropy(dScores.Row(i), scores.Row(i), gold, share)
	}
	dDependents, dHeads := mem.matrix(dependents.Rows, dependents.Cols), mem.matrix(heads.Rows, heads.Cols)
	tensor.MulAdd(dDependents, dScores, heads)
	tensor.MulAdd(dHeads, dScores.T(), dependents)
	tensor.Add(g.arcRoot.Data, g.arcRoot.Data, dHeads.Row(0))
	for i := range sample.words {
		copy(d.arcs.Row(b.row(s, i)), dDependents.Row(i))
		copy(d.hidden[arcHead].Row(b.row(s, i)), dHeads.Row(i+1))
	}
	return sum
}
