package parse

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"

	"sayso/extract/document"
)

// askedCorpora are sentences that the teacher of names reads, whatever names they have themselves.
var askedCorpora = []string{
	"treebank/gum-open-train.conllu", "treebank/gum-cc-train.conllu", "ner/wnut17train.conll", "ner/crossner_politics/train.txt",
}

// Lessons returns what data/teacher/teach.py learns from, the universal names, and what it is asked to read: the texts,
// and sentences of the corpora. Each line has a word, its tag and what the lists know of it as a number.
func (m *Model) Lessons(files fs.FS, texts []string) (learn, asked []byte, err error) {
	c := &corpora{hashes: map[string]string{}}
	universal, err := read(c, files, universalNames, ReadNames)
	if err != nil {
		return nil, nil, err
	}
	sentences := m.words(texts)
	for _, path := range askedCorpora {
		reader := ReadNames
		if strings.HasSuffix(path, ".conllu") {
			reader = readEntities
		}
		found, err := read(c, files, path, reader)
		if err != nil {
			return nil, nil, err
		}
		sentences = append(sentences, found...)
	}
	return m.lesson(universal), m.lesson(sentences), nil
}

// words cuts texts into sentences and words.
func (m *Model) words(texts []string) [][]Word {
	var sentences [][]Word
	for _, text := range texts {
		d := &document.Document{Text: text, Blocks: []document.Block{{Span: document.Span{End: len(text)}}}}
		for _, s := range m.Sentences(d) {
			words := make([]Word, len(s.Tokens))
			for i, token := range s.Tokens {
				words[i] = Word{Token: token, Name: "O"}
			}
			sentences = append(sentences, words)
		}
	}
	return sentences
}

func (m *Model) lesson(sentences [][]Word) []byte {
	var b bytes.Buffer
	for _, words := range sentences {
		marks := m.gazetteer.marks(words)
		for i, w := range said(words) {
			fmt.Fprintf(&b, "%s\t%s\t%d\n", w.Text, w.Name, marks[i])
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}
