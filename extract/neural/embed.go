package neural

import (
	"math"
	"math/rand/v2"

	"sayso/extract/tensor"
)

// Chances that a word loses a part of its input, so that the network does not lean on it.
const (
	dropVector = 0.15
	dropWord   = 0.3
	dropParts  = 0.15
)

// embedded is the input of the encoder for a batch, and what it was made from.
type embedded struct {
	words []features // by row
	x     tensor.Matrix
}

// embed looks the words of a batch up; with a source of chance it drops some of what it finds.
func (w *weights) embed(b *batch, v *vocabulary, random *rand.Rand, mem *arena) *embedded {
	e := &embedded{words: make([]features, b.rows), x: mem.matrix(b.rows, v.vectors.Size+w.words.Cols+w.parts.Cols)}
	for s, sample := range b.samples {
		for i, f := range sample.words {
			row := b.row(s, i)
			if random != nil {
				f = lose(f, random)
			}
			e.words[row] = f
			w.embedWord(e.x.Row(row), f, v)
		}
	}
	return e
}

func lose(f features, random *rand.Rand) features {
	if random.Float64() < dropVector {
		f.vector = -1
	}
	if random.Float64() < dropWord {
		f.word = unknown
	}
	if random.Float64() < dropParts {
		f.parts = nil
	}
	return f
}

func (w *weights) embedWord(x []float32, f features, v *vocabulary) {
	if f.vector >= 0 {
		for i, q := range v.vector(f.vector) {
			x[i] = float32(q) * vectorScale
		}
	}
	x = x[v.vectors.Size:]
	copy(x, w.words.Row(int(f.word)))
	x = x[w.words.Cols:]
	for _, p := range f.parts {
		tensor.Axpy(x, f.share(), w.parts.Row(int(p)))
	}
}

// share is what one part counts: the sum of many is no larger than that of few.
func (f features) share() float32 { return float32(1 / math.Sqrt(float64(len(f.parts)))) }

// back adds the gradients of the tables to g.
func (e *embedded) back(g *gradients, dx tensor.Matrix) {
	for row, f := range e.words {
		d := dx.Row(row)[dx.Cols-g.words.Cols-g.parts.Cols:]
		tensor.Add(g.touch(0, f.word), g.touch(0, f.word), d[:g.words.Cols])
		for _, p := range f.parts {
			tensor.Axpy(g.touch(1, p), f.share(), d[g.words.Cols:])
		}
	}
}
