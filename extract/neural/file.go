package neural

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
	"unsafe"

	"sayso/extract/tensor"
)

// ErrDamaged is returned for a model file that was cut short or is of another layout.
var ErrDamaged = errors.New("damaged model file")

// header is what a model file tells before its numbers.
type header struct {
	Sizes       Sizes
	Classes     classes
	Words       []string
	VectorWords []string
}

// encode writes a model file: the header, then the matrices, one row an output, as int8 with a scale for each row.
func encode(w *weights, s Sizes, v *vocabulary, c classes) ([]byte, error) {
	head, err := json.Marshal(header{s, c, v.words, v.vectors.Words})
	if err != nil {
		return nil, err
	}
	f := fileWriter{binary.AppendUvarint(nil, uint64(len(head)))}
	f.data = append(f.data, head...)
	f.coarse(v.vectors.Data)
	f.matrix(w.words)
	f.matrix(w.parts)
	for _, both := range w.layers {
		for _, l := range both {
			f.dense(dense{l.input, l.bias})
			f.matrix(transposed(l.held))
		}
	}
	for _, d := range w.hidden {
		f.dense(d)
	}
	for _, d := range []dense{w.tags, w.names, w.arcs, w.labels, w.relations} {
		f.dense(d)
	}
	f.floats(w.arcRoot.Data)
	f.floats(w.labelRoot.Data)
	return f.data, nil
}

type fileWriter struct{ data []byte }

func (f *fileWriter) integers(numbers []int8) {
	for _, n := range numbers {
		f.data = append(f.data, byte(n))
	}
}

// coarseStep is what the numbers of word vectors in a file are multiples of. They were half of the file; so written they
// compress to two thirds, and the trees read are as good.
const coarseStep = 7

func (f *fileWriter) coarse(numbers []int8) {
	const most = math.MaxInt8 / coarseStep
	for _, n := range numbers {
		multiple := math.Round(float64(n) / coarseStep)
		f.data = append(f.data, byte(int8(max(-most, min(most, multiple))*coarseStep)))
	}
}

func (f *fileWriter) floats(numbers []float32) {
	for _, n := range numbers {
		f.data = binary.LittleEndian.AppendUint32(f.data, math.Float32bits(n))
	}
}

func (f *fileWriter) dense(d dense) {
	f.matrix(transposed(d.weights))
	f.floats(d.bias.Data)
}

func (f *fileWriter) matrix(m tensor.Matrix) {
	var q tensor.Quantised
	q.Quantise(m)
	for i := range q.Rows {
		f.integers(q.Row(i))
	}
	f.floats(q.Scale)
}

// transposed copies a matrix, its rows as columns.
func transposed(m tensor.Matrix) tensor.Matrix {
	t := tensor.New(m.Cols, m.Rows)
	for i := range m.Rows {
		for j, v := range m.Row(i) {
			t.Row(j)[i] = v
		}
	}
	return t
}

// fileReader reads the numbers back; after the first error it yields zeros.
type fileReader struct {
	data []byte
	err  error
}

func (f *fileReader) take(n int) []byte {
	if n < 0 || n > len(f.data) {
		f.err = ErrDamaged
		return make([]byte, max(0, n))
	}
	b := f.data[:n:n]
	f.data = f.data[n:]
	return b
}

func (f *fileReader) header() (h header) {
	n, size := binary.Uvarint(f.data)
	if size <= 0 || n > uint64(len(f.data)-size) {
		f.err = ErrDamaged
		return h
	}
	f.data = f.data[size:]
	if json.Unmarshal(f.take(int(n)), &h) != nil {
		f.err = ErrDamaged
	}
	return h
}

// integers views the bytes, which must not change.
func (f *fileReader) integers(n int) []int8 {
	b := f.take(n)
	if n == 0 {
		return nil
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(&b[0])), n)
}

func (f *fileReader) floats(n int) []float32 {
	b := f.take(4 * n)
	numbers := make([]float32, n)
	for i := range numbers {
		numbers[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return numbers
}

func (f *fileReader) matrix(rows, cols int) *tensor.Quantised {
	var q tensor.Quantised
	q.Resize(rows, cols)
	data := f.integers(rows * cols)
	for i := range rows {
		copy(q.Row(i), data[i*cols:(i+1)*cols])
	}
	copy(q.Scale, f.floats(rows))
	return &q
}

func (f *fileReader) weights(in, out int) tensor.Weights {
	var w tensor.Weights
	w.Pack(f.matrix(out, in))
	return w
}

func (f *fileReader) dense(in, out int) packedDense {
	return packedDense{f.weights(in, out), f.floats(out)}
}
