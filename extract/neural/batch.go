package neural

import (
	"math/rand/v2"
	"slices"

	"sayso/extract/tensor"
)

// batch packs sentences by time: first the first words of all, then the second words of those that have one …
// The longest sentences stand first, so that the words of one time belong to a prefix of the sentences.
type batch struct {
	samples []*sample
	starts  []int // row of the first sentence's word at each time
	sizes   []int // sentences that have a word at each time
	rows    int
}

func newBatch(samples []*sample) *batch {
	b := &batch{samples: slices.Clone(samples)}
	slices.SortStableFunc(b.samples, func(s, t *sample) int { return len(t.words) - len(s.words) })
	n := len(samples)
	for t := 0; n > 0 && t < len(b.samples[0].words); t++ {
		for len(b.samples[n-1].words) <= t {
			n--
		}
		b.starts = append(b.starts, b.rows)
		b.sizes = append(b.sizes, n)
		b.rows += n
	}
	return b
}

// row returns the row of word i of sentence s.
func (b *batch) row(s, i int) int { return b.starts[i] + s }

// step is one time of an LSTM: its rows, and those of the time before that it goes on from, which are as many or fewer.
type step struct{ from, to, last, held int }

// steps returns the times in the order of an LSTM that runs forward or backward.
func (b *batch) steps(backward bool) []step {
	steps := make([]step, len(b.sizes))
	for k := range steps {
		t, last := k, k-1
		if backward {
			t, last = len(steps)-1-k, len(steps)-k
		}
		s := step{from: b.starts[t], to: b.starts[t] + b.sizes[t]}
		if last >= 0 && last < len(b.sizes) {
			s.last, s.held = b.starts[last], min(b.sizes[last], b.sizes[t])
		}
		steps[k] = s
	}
	return steps
}

// mask drops each number of a sentence with a chance, and scales the others up to make good for it. Without a
// source of chance the mask has no rows and drops nothing.
func (b *batch) mask(cols int, chance float64, random *rand.Rand, mem *arena) tensor.Matrix {
	if random == nil || chance == 0 {
		return tensor.Matrix{}
	}
	m := mem.matrix(len(b.samples), cols)
	for i := range m.Data {
		if random.Float64() >= chance {
			m.Data[i] = float32(1 / (1 - chance))
		}
	}
	return m
}

// drop multiplies each row by its sentence's row of the mask.
func (b *batch) drop(m, mask tensor.Matrix) {
	if mask.Rows == 0 {
		return
	}
	for t, start := range b.starts {
		for s := range b.sizes[t] {
			row := m.Row(start + s)
			tensor.Mul(row, row, mask.Row(s))
		}
	}
}
