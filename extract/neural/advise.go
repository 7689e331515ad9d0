package neural

import (
	"errors"

	"sayso/extract/tensor"
)

// TakeAdvice lets another network, which has learnt names only, have its say on them. It reads the same word vectors.
func (n *Network) TakeAdvice(adviser *Network) error {
	if adviser.sizes.Vector != n.sizes.Vector || len(adviser.vocabulary.vectors.Words) > 0 {
		return errors.New("the network of names does not go with the other; train both")
	}
	adviser.vocabulary.vectors, adviser.vocabulary.rows = n.vocabulary.vectors, n.vocabulary.rows
	n.adviser, n.advised = adviser, make([]int32, len(n.classes.Names))
	number := index(adviser.classes.Names)
	for c, class := range n.classes.Names {
		n.advised[c] = number[class]
	}
	return nil
}

// adviceWeight is what the adviser, who learnt names alone, counts for more.
const adviceWeight = 1.5

// takeAdvice adds the adviser's scores of names. Of a kind of name that the adviser does not know, it says what it says of
// no name, its class 0.
func (n *Network) takeAdvice(r *reader, sentences [][]Word, names tensor.Matrix) {
	if n.adviser == nil {
		return
	}
	advice := n.adviser.scoreNames(r, n.adviser.batch(sentences))
	for i := range names.Rows {
		row, said := names.Row(i), advice.Row(i)
		for c, as := range n.advised {
			row[c] += float32(adviceWeight * said[as]) // converted, lest a processor round once for both
		}
	}
}

// scoreNames returns the scores of the names alone.
func (n *Network) scoreNames(r *reader, b *batch) tensor.Matrix {
	x := n.encode(r, b)
	r.input.Quantise(x)
	layer := &n.hidden[nameHidden]
	hidden := r.memory.raw(b.rows, len(layer.bias))
	layer.run(hidden, &r.input)
	rectify(hidden.Data[:b.rows*len(layer.bias)])
	r.hidden.Quantise(hidden)
	scores := r.memory.raw(b.rows, len(n.names.bias))
	n.names.run(scores, &r.hidden)
	return scores
}
