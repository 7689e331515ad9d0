package parse

import (
	"errors"
	"fmt"
	"io/fs"

	"sayso/extract/document"
)

// Model reads English: it holds one trained classifier for each step. It is safe for concurrent use.
type Model struct {
	clusters   *clusters
	segmenter  *segmenter
	tagger     *tagger
	lemmatiser *lemmatiser
	parser     *parser
	names      *nameTagger // nil where no model of names was trained
}

// The model files, models/NAME.bin.
const (
	clustersModel = "clusters"
	segmentModel  = "segment"
	tagModel      = "tags"
	lemmaModel    = "lemmas"
	treeModel     = "trees"
)

// Load reads the models that sayso train has written to the folder models.
func Load(models fs.FS) (*Model, error) {
	m := &Model{}
	for _, step := range []struct {
		name string
		read func(*unarchive)
	}{
		{clustersModel, func(u *unarchive) { m.clusters = u.clusters() }},
		{segmentModel, func(u *unarchive) { m.segmenter = u.segmenter() }},
		{tagModel, func(u *unarchive) { m.tagger = u.tagger() }},
		{lemmaModel, func(u *unarchive) { m.lemmatiser = u.lemmatiser() }},
		{treeModel, func(u *unarchive) { m.parser = u.parser() }},
	} {
		u, err := openModel(models, step.name)
		if err != nil {
			return nil, err
		}
		if step.read(u); u.err != nil {
			return nil, fmt.Errorf("read models/%s.bin: %w; run `sayso train`", step.name, u.err)
		}
	}
	var err error
	if m.names, err = loadNames(models, m.clusters); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return m, nil
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
func (m *Model) Parse(s document.Sentence) Tree {
	t := Tree{Sentence: s, Words: make([]Word, len(s.Tokens))}
	for i, token := range s.Tokens {
		t.Words[i] = Word{Token: token, Head: Root, Name: "O"}
	}
	if len(t.Words) == 0 {
		return t
	}
	forms := m.clusters.forms(t.Words)
	m.tagger.tag(t.Words, forms)
	m.lemmatiser.lemmatise(t.Words, forms)
	m.parser.parse(t.Words, forms)
	if m.names != nil {
		m.names.tag(t.Words)
	}
	return t
}
