// Package parse tags, lemmatises and parses sentences into Universal Dependencies trees,
// and marks the names in them.
package parse

import (
	"slices"
	"strings"

	"sayso/extract/document"
	"sayso/extract/neural"
)

// Tree is one sentence with its dependency tree, in the words of CoNLL-U.
type Tree struct {
	Sentence document.Sentence
	Words    []Word
	Margins  []neural.Margin // of the words, as the network read them; nil of a tree from elsewhere
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

// Children returns the dependents of word i, in the order of the sentence.
func (t *Tree) Children(i int) []int {
	var children []int
	for j, w := range t.Words {
		if w.Head == i {
			children = append(children, j)
		}
	}
	return children
}

// Subtree returns word i and everything below it, in the order of the sentence.
func (t *Tree) Subtree(i int) []int {
	var subtree []int
	for j := range t.Words {
		if t.dominates(i, j) {
			subtree = append(subtree, j)
		}
	}
	return subtree
}

// Child returns the first dependent of word i with one of the relations, or -1.
// A relation without a subtype stands for all its subtypes: "nsubj" finds nsubj:pass.
func (t *Tree) Child(i int, relations ...string) int {
	for j, w := range t.Words {
		if w.Head == i && slices.ContainsFunc(relations, w.is) {
			return j
		}
	}
	return -1
}

func (w *Word) is(relation string) bool {
	return w.Relation == relation || w.PlainRelation() == relation
}

// PlainRelation returns the relation without its subtype: nsubj of nsubj:pass.
func (w *Word) PlainRelation() string {
	plain, _, _ := strings.Cut(w.Relation, ":")
	return plain
}

// dominates climbs from j at most once round the sentence, so that a cycle in a tree read from elsewhere ends.
func (t *Tree) dominates(i, j int) bool {
	for range t.Words {
		if i == j {
			return true
		}
		if j = t.Words[j].Head; j < 0 || j >= len(t.Words) {
			return false
		}
	}
	return false
}
