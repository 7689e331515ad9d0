package parse

import (
	"fmt"

	"sayso/extract/neural"
)

// NetworkSizes are those of the network that the program ships with, AdviserSizes those of its network of names.
var (
	NetworkSizes = neural.Sizes{Word: 64, Part: 96, Parts: 1 << 14, Hidden: 256, Layers: 3, Tag: 96, Name: 96, Arc: 256, Label: 64}
	AdviserSizes = neural.Sizes{Word: 24, Part: 64, Parts: 1 << 13, Hidden: 160, Layers: 2, Name: 96}
)

const (
	batchWords   = 800
	adviserWords = 600 // a batch
	shards       = 2
)

// learnNetwork returns the network's file.
func (t Training) learnNetwork(corpora *corpora, v *vectors) ([]byte, error) {
	return t.learn(networkModel, neural.Training{
		Sentences:  corpora.gold(),
		Epoch:      func(number int) []neural.Gold { return corpora.epoch(t.Seed, number) },
		Vectors:    v.network(),
		Sizes:      t.Network,
		Epochs:     t.Epochs,
		BatchWords: batchWords,
	})
}

// learnAdviser returns the file of the network that reads names only.
func (t Training) learnAdviser(corpora *corpora, v *vectors) ([]byte, error) {
	return t.learn(adviserModel, neural.Training{
		Sentences:  corpora.adviserGold(),
		Epoch:      func(number int) []neural.Gold { return corpora.adviserEpoch(t.Seed, number) },
		Vectors:    v.network(),
		Borrows:    true,
		Sizes:      t.Adviser,
		Epochs:     t.Advised,
		BatchWords: adviserWords,
	})
}

func (t Training) learn(name string, n neural.Training) ([]byte, error) {
	n.Seed, n.Shards, n.Resume = t.Seed, shards, t.Resume[name]
	n.Progress = func(e neural.Epoch) {
		t.Progress(fmt.Sprintf("%s: epoch %d of %d, %.0f words a second, losses: tags %.3f, heads %.3f, relations %.3f, names %.3f",
			name, e.Number, e.Of, float64(e.Words)/e.Took.Seconds(), e.Tag, e.Arc, e.Label, e.Name))
	}
	if t.Checkpoint != nil {
		n.Checkpoint = func(state []byte) error { return t.Checkpoint(name, state) }
	}
	return neural.Learn(n)
}

// network returns the vectors of the most frequent words as the network takes them.
func (v *vectors) network() neural.Vectors {
	var n neural.Vectors
	for i, w := range v.words[:min(vectorWords, len(v.words))] {
		n.Add(w, v.rows[i])
	}
	return n
}
