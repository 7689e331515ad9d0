package neural

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTakeAdvice(t *testing.T) {
	training := lesson()
	training.Epochs = 300
	file := learnt(t, training)
	training.Sentences = []Gold{
		{Words: words("in", "Oslo"), Chances: [][]float32{{1, 0, 0}, {0, 1, 0}}, Taught: []string{"O", "B-LOC", "B-FACE"}},
		{Words: words("no", "Kyiv", "said"), Names: []string{"O", "B-LOC", "O"}},
	}
	training.Epoch = func(int) []Gold { return training.Sentences }
	training.Borrows, training.Sizes = true, Sizes{Word: 8, Part: 16, Parts: 200, Hidden: 16, Layers: 1, Name: 16}
	adviser := opened(t, learnt(t, training))
	n := opened(t, file)
	if err := n.TakeAdvice(opened(t, file)); err == nil {
		t.Error("a network with vectors of its own may advise")
	}
	before := n.Read([][]Word{words("said", "Ada")})
	if err := n.TakeAdvice(adviser); err != nil {
		t.Fatal(err)
	}
	read := n.Read([][]Word{words("in", "Oslo"), words("Kyiv")})
	if diff := cmp.Diff(read[0].Names, []string{"O", "B-LOC"}); diff != "" {
		t.Error(diff)
	}
	after := n.Read([][]Word{words("said", "Ada")})
	if diff := cmp.Diff(after[0].Tags, before[0].Tags); diff != "" {
		t.Error(diff)
	}
}

func opened(t *testing.T, file []byte) *Network {
	t.Helper()
	n, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
