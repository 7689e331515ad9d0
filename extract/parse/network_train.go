package parse

import (
	"fmt"

	"sayso/extract/neural"
)

// NetworkSizes are those of the network that the program ships with.
var NetworkSizes = neural.Sizes{Word: 64, Part: 96, Parts: 1 << 14, Hidden: 256, Layers: 3, Tag: 96, Name: 96, Arc: 256, Label: 64}

const (
	batchWords = 800
	shards     = 2
)

// learnNetwork returns the network's file.
func (t Training) learnNetwork(corpora *corpora, v *vectors) ([]byte, error) {
	return neural.Learn(neural.Training{
		Sentences:  corpora.gold(),
		Epoch:      func(number int) []neural.Gold { return corpora.epoch(t.Seed, number) },
		Vectors:    v.network(),
		Sizes:      t.Network,
		Seed:       t.Seed,
		Epochs:     t.Epochs,
		BatchWords: batchWords,
		Shards:     shards,
		Progress: func(e neural.Epoch) {
			t.Progress(fmt.Sprintf("network: epoch %d of %d, %.0f words a second, losses: tags %.3f, heads %.3f, relations %.3f, names %.3f",
				e.Number, e.Of, float64(e.Words)/e.Took.Seconds(), e.Tag, e.Arc, e.Label, e.Name))
		},
		Checkpoint: t.Checkpoint,
		Resume:     t.Resume,
	})
}

// network returns the vectors of the most frequent words as the network takes them.
func (v *vectors) network() neural.Vectors {
	var n neural.Vectors
	for i, w := range v.words[:min(vectorWords, len(v.words))] {
		n.Add(w, v.rows[i])
	}
	return n
}
