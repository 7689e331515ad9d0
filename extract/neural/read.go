package neural

import (
	"slices"
	"sync"

	"sayso/extract/tensor"
)

// chunkWords is how many words are read at a time: many enough to fill the kernels, few enough for the cache.
const chunkWords = 384

// Read reads sentences. What it finds in one does not depend on the others.
func (n *Network) Read(sentences [][]Word) []Reading {
	var pieces [][]Word
	var of []int // sentence of each piece
	for i, s := range sentences {
		for piece := range slices.Chunk(s, longestPiece) {
			pieces, of = append(pieces, piece), append(of, i)
		}
	}
	readings := make([]Reading, len(sentences))
	for k, r := range n.readPieces(pieces) {
		readings[of[k]].join(r)
	}
	return readings
}

// longestPiece is how many words of a sentence are read together: what is longer is no sentence, and the scores of its
// arcs grow with the square.
const longestPiece = 400

// join appends the reading of what follows. Its root hangs from the root of what was read before.
func (r *Reading) join(next Reading) {
	before, root := len(r.Heads), slices.Index(r.Heads, -1)
	for i, h := range next.Heads {
		switch {
		case h >= 0:
			next.Heads[i] = h + before
		case root >= 0:
			next.Heads[i], next.Relations[i] = root, "parataxis"
		}
	}
	r.Tags = append(r.Tags, next.Tags...)
	r.Heads = append(r.Heads, next.Heads...)
	r.Relations = append(r.Relations, next.Relations...)
	r.Names = append(r.Names, next.Names...)
	r.Margins = append(r.Margins, next.Margins...)
}

// readPieces reads sentences of some words, the longest first, so that those of one length are read together.
func (n *Network) readPieces(sentences [][]Word) []Reading {
	readings := make([]Reading, len(sentences))
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return len(sentences[j]) - len(sentences[i]) })
	r := readers.Get().(*reader)
	defer readers.Put(r)
	for from := 0; from < len(order); {
		to, words := from, 0
		for to < len(order) && words < chunkWords {
			words += len(sentences[order[to]])
			to++
		}
		n.readChunk(r, sentences, order[from:to], readings)
		from = to
	}
	return readings
}

// reader is the memory for reading one chunk.
type reader struct {
	memory arena
	input  tensor.Quantised
	held   tensor.Quantised
	hidden tensor.Quantised
}

var readers = sync.Pool{New: func() any { return new(reader) }}

// readChunk reads the sentences of some numbers, the longest first.
func (n *Network) readChunk(r *reader, sentences [][]Word, chunk []int, readings []Reading) {
	r.memory.reset()
	chosen := make([][]Word, len(chunk))
	for i, k := range chunk {
		chosen[i] = sentences[k]
	}
	b := n.batch(chosen)
	v := n.score(r, b, n.encode(r, b))
	n.takeAdvice(r, chosen, v.names)
	for i, k := range chunk {
		readings[k] = n.decode(r, b, i, v)
	}
}

func (n *Network) batch(sentences [][]Word) *batch {
	samples := make([]*sample, len(sentences))
	for i, s := range sentences {
		samples[i] = &sample{words: make([]features, len(s))}
		for j, w := range s {
			samples[i].words[j] = n.vocabulary.features(w)
		}
	}
	return newBatch(samples)
}

// encode runs the layers over a batch.
func (n *Network) encode(r *reader, b *batch) tensor.Matrix {
	x := n.embed(r, b)
	for _, both := range n.layers {
		r.input.Quantise(x)
		size := n.sizes.Hidden
		out := r.memory.raw(b.rows, 2*size)
		for d, l := range both {
			l.run(r, b, out.Slice(0, b.rows, d*size, (d+1)*size), d == 1)
		}
		x = out
	}
	return x
}

func (n *Network) embed(r *reader, b *batch) tensor.Matrix {
	x := r.memory.matrix(b.rows, n.sizes.input())
	part := r.memory.raw(1, n.sizes.Part).Row(0)
	for s, sample := range b.samples {
		for i, f := range sample.words {
			n.embedWord(x.Row(b.row(s, i)), part, f)
		}
	}
	return x
}

func (n *Network) embedWord(x, part []float32, f features) {
	if f.vector >= 0 {
		for i, q := range n.vocabulary.vector(f.vector) {
			x[i] = float32(q) * vectorScale
		}
	}
	x = x[n.sizes.Vector:]
	n.words.Floats(x[:n.sizes.Word], int(f.word))
	x = x[n.sizes.Word:]
	for _, p := range f.parts {
		n.parts.Floats(part, int(p))
		tensor.Axpy(x, f.share(), part)
	}
}

// run is lstm.run without what training needs.
func (l *packedLSTM) run(r *reader, b *batch, out tensor.Matrix, backward bool) {
	size := out.Cols
	defer r.memory.release(r.memory.used)
	gates, cells := r.memory.raw(b.rows, 4*size), r.memory.raw(b.rows, size)
	l.input.run(gates, &r.input)
	for _, s := range b.steps(backward) {
		if s.held > 0 {
			r.held.Quantise(rows(out, s.last, s.last+s.held))
			l.held.MulAdd(rows(gates, s.from, s.from+s.held), &r.held)
		}
		for row := s.from; row < s.to; row++ {
			var last []float32
			if i := row - s.from; i < s.held {
				last = cells.Row(s.last + i)
			}
			activate(gates.Row(row), cells.Row(row), out.Row(row), last)
		}
	}
}

// activate computes the output of one word from its gates and the cells it goes on from, if any.
func activate(gates, cells, out, last []float32) {
	n := len(cells)
	tensor.Sigmoid(gates[:3*n], gates[:3*n])
	tensor.Tanh(gates[3*n:], gates[3*n:])
	tensor.Mul(cells, gates[:n], gates[3*n:])
	if last != nil {
		tensor.AddMul(cells, gates[n:2*n], last)
	}
	tensor.Tanh(out, cells)
	tensor.Mul(out, gates[2*n:3*n], out)
}

// run sets out to the input times the weights, plus the bias.
func (d *packedDense) run(out tensor.Matrix, input *tensor.Quantised) {
	for i := range out.Rows {
		copy(out.Row(i), d.bias)
	}
	d.weights.MulAdd(out, input)
}
