package parse

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// treebanks are the corpora that trees are learnt from.
var treebanks = []string{"treebank/en_ewt-ud-train.conllu", "treebank/gum-open-train.conllu", "treebank/gum-cc-train.conllu"}

// universalNames are the names of the first treebank.
const universalNames = "ner/en_ewt-ud-train.commit-0c7ce0.iob2"

// nameCorpora are the sentences with names and without trees.
var nameCorpora = []struct {
	path  string
	times int // politics is nearest to news
}{
	{"ner/crossner_politics/train.txt", 4},
	{"ner/wnut17train.conll", 1},
}

// corpora holds what the models learn from.
type corpora struct {
	trees      []Tree // a Name of "?" is unknown
	paragraphs []Paragraph
	named      [][]Word
	universal  [][]Word          // the names of the first treebank
	taught     []taughtSentence  // what another reader found
	teacher    []string          // its classes
	hashes     map[string]string // SHA-256 of each file
}

func readCorpora(files fs.FS) (*corpora, error) {
	c := &corpora{hashes: map[string]string{}}
	names, err := read(c, files, universalNames, ReadNames)
	if err != nil {
		return nil, err
	}
	c.universal = names
	byText := map[string][]Word{}
	for _, words := range names {
		byText[joinedForms(words)] = words
	}
	for _, path := range treebanks {
		if err := c.addTreebank(files, path, byText); err != nil {
			return nil, err
		}
	}
	for _, n := range nameCorpora {
		sentences, err := read(c, files, n.path, ReadNames)
		if err != nil {
			return nil, err
		}
		for range n.times {
			c.named = append(c.named, sentences...)
		}
	}
	return c, nil
}

// read reads one file and notes its hash.
func read[T any](c *corpora, files fs.FS, path string, parse func(io.Reader) (T, error)) (found T, err error) {
	text, err := fs.ReadFile(files, path)
	if err != nil {
		return found, err
	}
	sum := sha256.Sum256(text)
	c.hashes[path] = hex.EncodeToString(sum[:])
	if found, err = parse(bytes.NewReader(text)); err != nil {
		return found, fmt.Errorf("read %s: %w", path, err)
	}
	return found, nil
}

// addTreebank adds trees whose words have the names of their entities, or those of the same sentence elsewhere.
func (c *corpora) addTreebank(files fs.FS, path string, byText map[string][]Word) error {
	trees, err := read(c, files, path, ReadConllu)
	if err != nil {
		return err
	}
	paragraphs, err := read(c, files, path, ReadParagraphs)
	if err != nil {
		return err
	}
	entities, err := read(c, files, path, readEntities)
	if err != nil {
		return err
	}
	for i, t := range trees {
		names := byText[joinedForms(t.Words)]
		if entities != nil {
			names = entities[i]
		}
		for j := range t.Words {
			if t.Words[j].Name = "?"; names != nil {
				t.Words[j].Name = names[j].Name
			}
		}
	}
	c.trees = append(c.trees, trees...)
	c.paragraphs = append(c.paragraphs, paragraphs...)
	return nil
}

func joinedForms(words []Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Text)
		b.WriteByte(' ')
	}
	return b.String()
}
