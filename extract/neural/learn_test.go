package neural

import (
	"bytes"
	"errors"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lesson is a training that ends in seconds and learns its sentences by heart.
func lesson() Training {
	gold := []Gold{
		{Words: words("Kyiv", "said", "no"), Tags: []string{"N", "V", "X"}, Heads: []int{1, -1, 1}, Relations: []string{"nsubj", "root", "obj"}, Names: []string{"B-LOC", "O", "O"}},
		{Words: words("Ada", "Lovelace", "told", "Kyiv", "."), Tags: []string{"N", "N", "V", "N", "P"}, Heads: []int{2, 0, -1, 2, 2}, Relations: []string{"nsubj", "flat", "root", "obj", "punct"}, Names: []string{"B-PER", "I-PER", "O", "B-LOC", "O"}},
		{Words: words("in", "Kyiv"), Names: []string{"O", "B-LOC"}},
	}
	var vectors Vectors
	vectors.Add("said", []float32{0.6, -0.8})
	vectors.Add("told", []float32{0.8, -0.6})
	return Training{
		Sentences: gold, Epoch: func(int) []Gold { return slices.Clone(gold) }, Vectors: vectors, Seed: 1, Epochs: 1500, BatchWords: 6, Shards: 2,
		Sizes: Sizes{Word: 8, Part: 16, Parts: 200, Hidden: 16, Layers: 2, Tag: 16, Name: 16, Arc: 16, Label: 16},
	}
}

func learnt(t *testing.T, training Training) []byte {
	t.Helper()
	file, err := Learn(training)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestLearnByHeart(t *testing.T) {
	training := lesson()
	n, err := Open(learnt(t, training))
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range training.Sentences {
		got := n.Read([][]Word{g.Words})[0]
		want := Reading{Tags: g.Tags, Heads: g.Heads, Relations: g.Relations, Names: g.Names, Margins: got.Margins}
		if g.Tags == nil {
			want.Tags, want.Heads, want.Relations = got.Tags, got.Heads, got.Relations
		}
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("%v: %s", g.Words, diff)
		}
	}
}

func TestLearnTwiceAlike(t *testing.T) {
	training := lesson()
	training.Epochs = 4
	first := learnt(t, training)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if !bytes.Equal(first, learnt(t, training)) {
		t.Error("two trainings differ")
	}
}

func TestResume(t *testing.T) {
	training := lesson()
	training.Epochs = 4
	whole := learnt(t, training)
	stopped := errors.New("stopped")
	var kept []byte
	training.Checkpoint = func(state []byte) error {
		if kept != nil {
			return stopped
		}
		kept = state
		return nil
	}
	if _, err := Learn(training); err != stopped {
		t.Fatalf("got %v", err)
	}
	training.Checkpoint, training.Resume = nil, kept
	if !bytes.Equal(whole, learnt(t, training)) {
		t.Error("training resumed differs from training in one go")
	}
	training.Resume = kept[1:]
	if _, err := Learn(training); !errors.Is(err, ErrDamaged) {
		t.Errorf("a damaged checkpoint: got %v", err)
	}
}

func TestCoarseVectors(t *testing.T) {
	var f fileWriter
	f.coarse([]int8{0, 3, 4, -4, 12, -18, 119, 127, -127})
	r := fileReader{data: f.data}
	if diff := cmp.Diff(r.integers(9), []int8{0, 0, 7, -7, 14, -21, 119, 126, -126}); diff != "" {
		t.Error(diff)
	}
}
