package neural

import "sayso/extract/tensor"

// labelLoss scores the relations of each word to its gold head, and adds the gradients.
func (p *headsPass) labelLoss(b *batch, w, g *weights, d *headsGradient, share float32, mem *arena) float64 {
	count := w.relations.weights.Cols
	wanted, bias := mem.raw(b.rows, w.labels.weights.Cols), mem.raw(b.rows, count)
	w.labels.run(wanted, p.hidden[labelDependent])
	w.relations.run(bias, p.hidden[labelDependent])
	dBias := mem.matrix(b.rows, count)
	scores := make([]float32, count)
	sum := 0.0
	for s, sample := range b.samples {
		for i, gold := range sample.relations {
			row := b.row(s, i)
			if gold == unsaid {
				clear(wanted.Row(row))
				continue
			}
			head, dHead := w.labelRoot.Data, g.labelRoot.Data
			if h := sample.heads[i]; h > 0 {
				head, dHead = p.hidden[labelHead].Row(b.row(s, h-1)), d.hidden[labelHead].Row(b.row(s, h-1))
			}
			relationScores(scores, wanted.Row(row), bias.Row(row), head)
			sum += crossEntropy(dBias.Row(row), scores, gold, share)
			relationBack(dBias.Row(row), wanted.Row(row), head, dHead)
		}
	}
	w.labels.back(g.labels, wanted, p.hidden[labelDependent], d.hidden[labelDependent])
	w.relations.back(g.relations, dBias, p.hidden[labelDependent], d.hidden[labelDependent])
	return sum
}

// relationScores scores each relation to a head by what heads with it look like.
func relationScores(scores, wanted, bias, head []float32) {
	size := len(head)
	for r := range scores {
		scores[r] = bias[r] + tensor.Dot(wanted[r*size:(r+1)*size], head)
	}
}

// relationBack adds the gradient of the head to dHead and turns what is wanted into its gradient.
func relationBack(dScores, wanted, head, dHead []float32) {
	size := len(head)
	for r, d := range dScores {
		one := wanted[r*size : (r+1)*size]
		tensor.Axpy(dHead, d, one)
		clear(one)
		tensor.Axpy(one, d, head)
	}
}
