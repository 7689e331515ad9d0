package neural

import "sayso/extract/tensor"

// shares is what one word counts in the loss of each head.
type shares struct{ tag, arc, label, name float32 }

// How much each head counts.
const (
	tagWeight   = 1.0
	arcWeight   = 1.0
	labelWeight = 1.0
	nameWeight  = 2
)

// sharesOf makes the loss of a step a mean over the words that have gold.
func sharesOf(samples []*sample) shares {
	var trees, names float32
	for _, s := range samples {
		for i := range s.words {
			if s.heads[i] != unsaid {
				trees++
			}
			if s.names[i] != unsaid || s.chances != nil {
				names++
			}
		}
	}
	trees, names = max(trees, 1), max(names, 1)
	return shares{tag: tagWeight / trees, arc: arcWeight / trees, label: labelWeight / trees, name: nameWeight / names}
}

// losses are sums over words.
type losses struct{ tag, arc, label, name float64 }

func (l *losses) add(other losses) {
	l.tag += other.tag
	l.arc += other.arc
	l.label += other.label
	l.name += other.name
}

// crossEntropy returns the loss of a gold class times its share, and sets d to its gradient.
func crossEntropy(d, scores []float32, gold int, share float32) float64 {
	loss := tensor.LogSumExp(d, scores) - scores[gold]
	d[gold]--
	for i := range d {
		d[i] *= share
	}
	return float64(loss * share)
}

// crossEntropyOf is crossEntropy for chances, which sum to 1, in the place of one gold class.
func crossEntropyOf(d, scores, chances []float32, share float32) float64 {
	loss := tensor.LogSumExp(d, scores) - tensor.Dot(chances, scores)
	for i, chance := range chances {
		d[i] = (d[i] - chance) * share
	}
	return float64(loss * share)
}

// loss sets the gradients of the scores, and adds those of the bilinear weights to g.
func (p *headsPass) loss(b *batch, w, g *weights, d *headsGradient, share shares, mem *arena) losses {
	var sum losses
	for s, sample := range b.samples {
		for i := range sample.words {
			row := b.row(s, i)
			if gold := sample.tags[i]; gold != unsaid {
				sum.tag += crossEntropy(d.tags.Row(row), p.tags.Row(row), gold, share.tag)
			}
			if sample.chances != nil {
				sum.name += crossEntropyOf(d.names.Row(row), p.names.Row(row), sample.chances[i], share.name)
			} else if gold := sample.names[i]; gold != unsaid {
				sum.name += crossEntropy(d.names.Row(row), p.names.Row(row), gold, share.name)
			}
		}
		sum.arc += p.arcLoss(b, s, w, g, d, share.arc, mem)
	}
	sum.label = p.labelLoss(b, w, g, d, share.label, mem)
	return sum
}
