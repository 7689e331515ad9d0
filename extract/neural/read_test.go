package neural

import (
	"errors"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/extract/tensor"
)

var network = sync.OnceValues(func() (*Network, error) {
	training := lesson()
	training.Epochs = 20
	file, err := Learn(training)
	if err != nil {
		return nil, err
	}
	return Open(file)
})

func babble(random *rand.Rand) [][]Word {
	forms := []string{"Kyiv", "said", "no", "Ada", "told", ".", "in", "éclair", "2024", "U.S."}
	sentences := make([][]Word, 40)
	for i := range sentences {
		for range random.IntN(30) {
			sentences[i] = append(sentences[i], Word{Form: forms[random.IntN(len(forms))], Marks: random.Uint32N(4)})
		}
	}
	return sentences
}

func TestReadAloneOrTogether(t *testing.T) {
	n, err := network()
	if err != nil {
		t.Fatal(err)
	}
	sentences := babble(rand.New(rand.NewPCG(1, 1)))
	together := n.Read(sentences)
	for i, s := range sentences {
		if diff := cmp.Diff(n.Read([][]Word{s})[0], together[i]); diff != "" {
			t.Errorf("%v: %s", s, diff)
		}
	}
}

// TestReadVariants holds the scores of each variant of the kernels to the same bits.
func TestReadVariants(t *testing.T) {
	n, err := network()
	if err != nil {
		t.Fatal(err)
	}
	sentences := babble(rand.New(rand.NewPCG(1, 2)))
	want := scoresOf(n, sentences)
	for _, v := range tensor.Variants() {
		undo := tensor.Force(v)
		if diff := cmp.Diff(scoresOf(n, sentences), want); diff != "" {
			t.Errorf("%s: %s", v, diff)
		}
		undo()
	}
}

func scoresOf(n *Network, sentences [][]Word) [][]float32 {
	var all [][]float32
	for _, s := range sentences {
		if len(s) == 0 {
			continue
		}
		r := new(reader)
		b := n.batch([][]Word{s})
		v := n.score(r, b, n.encode(r, b))
		all = append(all, v.tags.Data, v.names.Data, v.arcs.Data, v.labels.Data)
		all = append(all, n.arcScores(r, b, 0, v)...)
	}
	return all
}

// TestReadLikeTraining holds the scores in int8 to those that training computes.
func TestReadLikeTraining(t *testing.T) {
	training := lesson()
	training.Epochs = 0
	l, err := training.learner()
	if err != nil {
		t.Fatal(err)
	}
	file, err := l.file()
	if err != nil {
		t.Fatal(err)
	}
	n, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	gold := training.Sentences[1]
	var mem arena
	trained := l.optimiser.weights.forward(newBatch([]*sample{l.sampler.sample(gold)}), l.vocabulary, nil, &mem)
	r := new(reader)
	b := n.batch([][]Word{gold.Words})
	read := n.score(r, b, n.encode(r, b))
	for i := range gold.Words {
		for j, want := range trained.heads.tags.Row(i) {
			if got := read.tags.Row(i)[j]; got-want > 0.05 || want-got > 0.05 {
				t.Errorf("word %d, tag %d: score %.3f, want %.3f", i, j, got, want)
			}
		}
	}
}

func TestOpenDamaged(t *testing.T) {
	training := lesson()
	training.Epochs = 0
	file := learnt(t, training)
	for n := 0; n < len(file); n += len(file)/50 + 1 {
		if _, err := Open(file[:n]); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes: got %v", n, err)
		}
	}
}

func TestReadLongSentence(t *testing.T) {
	n, err := network()
	if err != nil {
		t.Fatal(err)
	}
	long := words("Kyiv")
	for len(long) < 2*longestPiece+5 {
		long = append(long, words("said", "no", "in", ".")...)
	}
	r := n.Read([][]Word{long})[0]
	heads := make([]int, len(r.Heads))
	for i, h := range r.Heads {
		heads[i] = h + 1
	}
	if len(heads) != len(long) || len(r.Tags) != len(long) || !isTree(heads) {
		t.Errorf("%d words, %d heads, tree %v", len(long), len(heads), isTree(heads))
	}
}
