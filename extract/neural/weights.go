package neural

import (
	"math"
	"math/rand/v2"

	"sayso/extract/tensor"
)

// weights are what a network learns; gradients and averages have the same form.
type weights struct {
	words     tensor.Matrix // a vector for each known word, row 0 for the others
	parts     tensor.Matrix // a vector for each part of words
	layers    [][2]lstm     // running forward, running backward
	hidden    [hiddenLayers]dense
	tags      dense
	names     dense
	arcs      dense         // from a dependent to what its head looks like
	arcRoot   tensor.Matrix // what the root looks like as a head
	labels    dense         // from a dependent to what its head looks like, for each relation
	labelRoot tensor.Matrix
	relations dense // from a dependent to its relation, whatever the head
}

// The hidden layers between the encoder and the heads.
const (
	tagHidden = iota
	nameHidden
	arcDependent
	arcHead
	labelDependent
	labelHead
	hiddenLayers
)

// lstm is one direction of one layer; its gates are input, forget, output and the new value.
type lstm struct{ input, held, bias tensor.Matrix }

// dense is an affine map, one column an output.
type dense struct{ weights, bias tensor.Matrix }

func newDense(in, out int) dense { return dense{tensor.New(in, out), tensor.New(1, out)} }

func newWeights(s Sizes) *weights {
	w := &weights{words: tensor.New(s.Words, s.Word), parts: tensor.New(s.Parts, s.Part)}
	in := s.input()
	for range s.Layers {
		var both [2]lstm
		for d := range both {
			both[d] = lstm{tensor.New(in, 4*s.Hidden), tensor.New(s.Hidden, 4*s.Hidden), tensor.New(1, 4*s.Hidden)}
		}
		w.layers = append(w.layers, both)
		in = 2 * s.Hidden
	}
	for i, size := range s.hidden() {
		w.hidden[i] = newDense(in, size)
	}
	w.tags, w.names = newDense(s.Tag, s.Tags), newDense(s.Name, s.Names)
	w.arcs, w.arcRoot = newDense(s.Arc, s.Arc), tensor.New(1, s.Arc)
	w.labels, w.labelRoot = newDense(s.Label, s.Relations*s.Label), tensor.New(1, s.Label)
	w.relations = newDense(s.Label, s.Relations)
	return w
}

// all returns the matrices in a fixed order, the tables first.
func (w *weights) all() []tensor.Matrix {
	all := []tensor.Matrix{w.words, w.parts}
	for _, both := range w.layers {
		for _, l := range both {
			all = append(all, l.input, l.held, l.bias)
		}
	}
	for _, d := range w.hidden {
		all = append(all, d.weights, d.bias)
	}
	for _, d := range []dense{w.tags, w.names, w.arcs, w.labels, w.relations} {
		all = append(all, d.weights, d.bias)
	}
	return append(all, w.arcRoot, w.labelRoot)
}

// tables is how many of all the matrices are tables, of which a step of training touches few rows.
const tables = 2

// start draws the weights that training starts from.
func (w *weights) start(random *rand.Rand) {
	for _, m := range []tensor.Matrix{w.words, w.parts, w.arcRoot, w.labelRoot} {
		draw(m, 0.3, random)
	}
	clear(w.words.Row(unknown))
	for _, both := range w.layers {
		for _, l := range both {
			drawFor(l.input, random)
			orthogonal(l.held, random)
			forget := l.bias.Row(0)[l.held.Rows : 2*l.held.Rows]
			for i := range forget {
				forget[i] = 1
			}
		}
	}
	for _, d := range w.hidden {
		drawFor(d.weights, random)
	}
	for _, d := range []dense{w.tags, w.names, w.relations} {
		drawFor(d.weights, random)
	}
}

func draw(m tensor.Matrix, deviation float64, random *rand.Rand) {
	for i := range m.Data {
		m.Data[i] = float32(random.NormFloat64() * deviation)
	}
}

// drawFor keeps the size of what passes through.
func drawFor(m tensor.Matrix, random *rand.Rand) { draw(m, 1/math.Sqrt(float64(m.Rows)), random) }

// orthogonal makes the columns of each gate an orthonormal base (Gram-Schmidt): what is held neither fades nor grows.
func orthogonal(m tensor.Matrix, random *rand.Rand) {
	n := m.Rows
	for gate := range m.Cols / n {
		base := make([][]float64, n)
		for i := range base {
			base[i] = make([]float64, n)
			for j := range base[i] {
				base[i][j] = random.NormFloat64()
			}
			for _, b := range base[:i] {
				project(base[i], b)
			}
			toUnit(base[i])
			for j, v := range base[i] {
				m.Row(j)[gate*n+i] = float32(v)
			}
		}
	}
}

// project takes away from v what lies along the unit vector b.
func project(v, b []float64) {
	dot := 0.0
	for i := range v {
		dot += v[i] * b[i]
	}
	for i := range v {
		v[i] -= dot * b[i]
	}
}

func toUnit(v []float64) {
	sum := 0.0
	for _, x := range v {
		sum += x * x
	}
	for i := range v {
		v[i] /= math.Sqrt(sum)
	}
}
