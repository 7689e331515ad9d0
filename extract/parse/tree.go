// Package parse tags, lemmatises and parses sentences into Universal Dependencies trees,
// and marks the names in them.
package parse

import "sayso/extract/document"

// Tree is one sentence with its dependency tree, in the words of CoNLL-U.
type Tree struct {
	Sentence document.Sentence
	Words    []Word
}

// Word is one syntactic word of a tree.
type Word struct {
	document.Token
	Lemma    string
	UPOS     string // universal part of speech: NOUN, PROPN, VERB …
	XPOS     string // Penn Treebank tag: NN, VBD …
	Feats    string // features as CoNLL-U writes them, or ""
	Head     int    // index into Words; -1 for the root
	Relation string // Universal Dependencies relation with subtype: nsubj:pass
	Name     string // B-PER, I-ORG … or O
}

// Root is the Head of the root word.
const Root = -1
