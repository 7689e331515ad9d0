package parse

import (
	"cmp"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"sayso/extract/document"
	"sayso/extract/neural"
)

// Model reads English: it holds one trained classifier for each step, tags, trees and names being one. It is safe for concurrent use.
type Model struct {
	clusters   *clusters
	segmenter  *segmenter
	lemmatiser *lemmatiser
	network    *neural.Network
	gazetteer  *gazetteer
}

// The model files, models/NAME.bin.
const (
	clustersModel = "clusters"
	segmentModel  = "segment"
	lemmaModel    = "lemmas"
	networkModel  = "neural"
	adviserModel  = "names"
)

// Load reads the models that sayso train has written to the folder models.
func Load(models fs.FS) (*Model, error) {
	return load(func(path string) ([]byte, error) { return fs.ReadFile(models, path) })
}

func load(file func(path string) ([]byte, error)) (*Model, error) {
	m := &Model{gazetteer: loadGazetteer()}
	var adviser *neural.Network
	steps := []struct {
		name string
		read func(*unarchive)
	}{
		{clustersModel, func(u *unarchive) { m.clusters = u.clusters() }},
		{segmentModel, func(u *unarchive) { m.segmenter = u.segmenter() }},
		{lemmaModel, func(u *unarchive) { m.lemmatiser = u.lemmatiser() }},
		{networkModel, func(u *unarchive) { m.network = u.network() }},
		{adviserModel, func(u *unarchive) { adviser = u.network() }},
	}
	errs := make([]error, len(steps))
	var loading sync.WaitGroup
	for i, step := range steps {
		loading.Go(func() { errs[i] = loadStep(step.name, file, step.read) })
	}
	loading.Wait()
	if err := cmp.Or(errs...); err != nil {
		return nil, err
	}
	return m, m.network.TakeAdvice(adviser)
}

func loadStep(name string, file func(path string) ([]byte, error), read func(*unarchive)) error {
	u, err := openModel(name, file)
	if err != nil {
		return err
	}
	if read(u); u.err != nil {
		return fmt.Errorf("read models/%s.bin: %w; run `sayso train`", name, u.err)
	}
	return nil
}

// Sentences cuts each block of a document into sentences of tokens. No sentence reaches into the next block.
func (m *Model) Sentences(d *document.Document) []document.Sentence {
	var sentences []document.Sentence
	for _, b := range d.Blocks {
		tokens := m.segmenter.tokenize(d.Text[b.Start:b.End])
		for i := range tokens {
			tokens[i].Start += b.Start
			tokens[i].End += b.Start
		}
		for _, s := range m.segmenter.split(tokens) {
			sentence := sentenceOf(s)
			sentence.Headline = b.Headline
			sentences = append(sentences, sentence)
		}
	}
	return sentences
}

// Tokenize reads a text as one sentence.
func (m *Model) Tokenize(text string) document.Sentence {
	return sentenceOf(m.segmenter.tokenize(text))
}

func sentenceOf(tokens []document.Token) document.Sentence {
	s := document.Sentence{Tokens: tokens}
	if len(tokens) > 0 {
		s.Span = document.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
	}
	return s
}

// Parse tags, lemmatises and attaches the words of a sentence, and marks the names among them.
func (m *Model) Parse(s document.Sentence) Tree { return m.ParseAll([]document.Sentence{s})[0] }

// ParseAll parses sentences, faster than one by one and with the same result.
func (m *Model) ParseAll(sentences []document.Sentence) []Tree {
	trees := make([]Tree, len(sentences))
	marks := make([][]mark, len(sentences))
	seen := make([][]neural.Word, len(sentences))
	for i, s := range sentences {
		trees[i] = Tree{Sentence: s, Words: make([]Word, len(s.Tokens))}
		for j, token := range s.Tokens {
			trees[i].Words[j].Token = token
		}
		marks[i] = m.gazetteer.marks(trees[i].Words)
		seen[i] = networkWords(trees[i].Words, marks[i])
		for j := range seen[i] {
			seen[i][j].Form = typewritten(seen[i][j].Form)
		}
	}
	for i, r := range m.network.Read(seen) {
		m.fill(trees[i].Words, r, marks[i])
		trees[i].Margins = r.Margins
	}
	return trees
}

// fill sets what the network reads in the words, and their lemmas.
func (m *Model) fill(words []Word, r neural.Reading, marks []mark) {
	for i := range words {
		w := &words[i]
		w.UPOS, w.XPOS, _ = strings.Cut(r.Tags[i], " ")
		w.Head, w.Relation = r.Heads[i], r.Relations[i]
	}
	m.lemmatiser.lemmatise(words, m.clusters.forms(words))
	markNames(words, marks, r.Names)
	tieFirms(words)
}
