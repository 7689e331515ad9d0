package neural

import (
	"math"
	"slices"

	"sayso/extract/tensor"
)

const rootRelation = "root"

// verdict is what the heads say of a batch.
type verdict struct {
	hidden    [hiddenLayers]tensor.Matrix
	tags      tensor.Matrix
	names     tensor.Matrix
	arcs      tensor.Matrix // what the head of each word looks like
	labels    tensor.Matrix // and for each relation
	relations tensor.Matrix
}

func (n *Network) score(r *reader, b *batch, x tensor.Matrix) *verdict {
	s := &verdict{}
	r.input.Quantise(x)
	for i := range n.hidden {
		d := &n.hidden[i]
		s.hidden[i] = r.memory.raw(b.rows, len(d.bias))
		d.run(s.hidden[i], &r.input)
		rectify(s.hidden[i].Data[:b.rows*len(d.bias)])
	}
	next := func(d *packedDense, hidden int) tensor.Matrix {
		out := r.memory.raw(b.rows, len(d.bias))
		r.hidden.Quantise(s.hidden[hidden])
		d.run(out, &r.hidden)
		return out
	}
	s.tags, s.names, s.arcs = next(&n.tags, tagHidden), next(&n.names, nameHidden), next(&n.arcs, arcDependent)
	s.labels, s.relations = next(&n.labels, labelDependent), next(&n.relations, labelDependent)
	return s
}

// decode chooses the classes and the tree of one sentence.
func (n *Network) decode(r *reader, b *batch, sentence int, s *verdict) Reading {
	size := len(b.samples[sentence].words)
	reading := Reading{Tags: make([]string, size), Relations: make([]string, size), Names: make([]string, size), Margins: make([]Margin, size)}
	names := make([][]float32, size)
	for i := range size {
		row := b.row(sentence, i)
		tags := s.tags.Row(row)
		tag := best(tags)
		reading.Tags[i], reading.Margins[i].Tag = n.classes.Tags[tag], margin(tags, tag)
		names[i] = s.names.Row(row)
	}
	for i, class := range bestNames(names, n.follows) {
		reading.Names[i] = n.classes.Names[class]
	}
	arcs := n.arcScores(r, b, sentence, s)
	reading.Heads = bestTree(arcs)
	for i, h := range reading.Heads {
		arcs[i][i+1] = float32(math.Inf(-1)) // no word is its own head
		reading.Margins[i].Head = margin(arcs[i], h)
		reading.Relations[i], reading.Margins[i].Relation = n.relation(b, sentence, i, h, s)
		reading.Heads[i] = h - 1
	}
	return reading
}

func best(scores []float32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// margin is how far the score of the chosen is above the best of the others, no further than [widest].
func margin(scores []float32, chosen int) float32 {
	m := float32(widest)
	for i, s := range scores {
		if i != chosen {
			m = min(m, scores[chosen]-s)
		}
	}
	return m
}

// widest is a margin beyond which nothing is in doubt.
const widest = 100

// arcScores returns the scores of the heads of each word, the root first.
func (n *Network) arcScores(r *reader, b *batch, sentence int, s *verdict) [][]float32 {
	size := len(b.samples[sentence].words)
	all := make([][]float32, size)
	for i := range all {
		wanted := s.arcs.Row(b.row(sentence, i))
		all[i] = r.memory.raw(1, size+1).Row(0)
		all[i][0] = tensor.Dot(wanted, n.arcRoot)
		for h := range size {
			all[i][h+1] = tensor.Dot(wanted, s.hidden[arcHead].Row(b.row(sentence, h)))
		}
	}
	return all
}

// relation returns the best relation of word i to its head, root below the root, another elsewhere, and its margin.
func (n *Network) relation(b *batch, sentence, i, head int, s *verdict) (string, float32) {
	if head == 0 {
		return rootRelation, widest
	}
	row := b.row(sentence, i)
	scores := make([]float32, n.sizes.Relations)
	relationScores(scores, s.labels.Row(row), s.relations.Row(row), s.hidden[labelHead].Row(b.row(sentence, head-1)))
	if root := slices.Index(n.classes.Relations, rootRelation); root >= 0 {
		scores[root] = float32(math.Inf(-1))
	}
	chosen := best(scores)
	return n.classes.Relations[chosen], margin(scores, chosen)
}
