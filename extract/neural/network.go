package neural

import "sayso/extract/tensor"

// Network is a trained network, ready to read. It is safe for concurrent use.
type Network struct {
	sizes      Sizes
	classes    classes
	follows    [][]bool
	vocabulary *vocabulary
	words      *tensor.Quantised
	parts      *tensor.Quantised
	layers     [][2]packedLSTM
	hidden     [hiddenLayers]packedDense
	tags       packedDense
	names      packedDense
	arcs       packedDense
	arcRoot    []float32
	labels     packedDense
	relations  packedDense
	labelRoot  []float32
	adviser    *Network // on names; may be nil
	advised    []int32  // the adviser's class for each class of names
}

// packedDense is an affine map in int8.
type packedDense struct {
	weights tensor.Weights
	bias    []float32
}

// packedLSTM is one direction of one layer in int8.
type packedLSTM struct {
	input packedDense
	held  tensor.Weights
}

// Open reads a model file that Learn has written. The network views the file, which must not change.
func Open(file []byte) (*Network, error) {
	f := fileReader{data: file}
	h := f.header()
	s := h.Sizes
	if f.err != nil || s.implausible(len(file)) {
		return nil, ErrDamaged
	}
	n := &Network{sizes: s, classes: h.Classes, follows: following(h.Classes.Names)}
	n.vocabulary = indexed(Vectors{Words: h.VectorWords, Size: s.Vector, Data: f.integers(len(h.VectorWords) * s.Vector)}, h.Words, s.Parts)
	n.words, n.parts = f.matrix(s.Words, s.Word), f.matrix(s.Parts, s.Part)
	in := s.input()
	for range s.Layers {
		var both [2]packedLSTM
		for d := range both {
			both[d] = packedLSTM{f.dense(in, 4*s.Hidden), f.weights(s.Hidden, 4*s.Hidden)}
		}
		n.layers = append(n.layers, both)
		in = 2 * s.Hidden
	}
	for i, size := range s.hidden() {
		n.hidden[i] = f.dense(in, size)
	}
	n.tags, n.names = f.dense(s.Tag, s.Tags), f.dense(s.Name, s.Names)
	n.arcs, n.labels, n.relations = f.dense(s.Arc, s.Arc), f.dense(s.Label, s.Relations*s.Label), f.dense(s.Label, s.Relations)
	n.arcRoot, n.labelRoot = f.floats(s.Arc), f.floats(s.Label)
	if f.err != nil || len(f.data) > 0 {
		return nil, ErrDamaged
	}
	return n, nil
}

// implausible reports sizes that a file of so many bytes cannot have.
func (s Sizes) implausible(bytes int) bool {
	for _, n := range []int{s.Vector, s.Part, s.Parts, s.Hidden, s.Layers, s.Name, s.Words, s.Names} {
		if n <= 0 {
			return true
		}
	}
	for _, n := range []int{s.Vector, s.Word, s.Part, s.Parts, s.Hidden, s.Layers, s.Tag, s.Name, s.Arc, s.Label, s.Words, s.Tags, s.Relations, s.Names} {
		if n < 0 || n > bytes {
			return true
		}
	}
	return false
}
