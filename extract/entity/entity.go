// Package entity decides which mentions of one article name the same thing, and what it is called.
package entity

import (
	"sayso/extract/claim"
	"sayso/extract/document"
	"sayso/extract/parse"
	"sayso/graph"
)

// Entity is one thing that an article speaks of, with every place where it does.
type Entity struct {
	Name     string // the fullest name the article gives it, or its words
	Type     graph.Type
	Named    bool      // has a proper name
	Mentions []Mention // in the order of the text
}

// Mention is some words of a tree that stand for an entity.
type Mention struct {
	Tree, Head int   // the head is the word by which claims refer to it
	Words      []int // ascending
	Span       document.Span
	Text       string
	Kind       Kind
	Odds       float64 // of a pronoun: how likely it stands for the entity, from 0 to 1
}

// Kind is how a mention speaks of its entity.
type Kind int

const (
	Name Kind = iota
	Nominal
	Pronoun
)

// Resolve finds the entities of an article, in the order of their first mention: the things it
// names, and those that claims speak of by a noun. A pronoun that could stand for several things stands for none.
func Resolve(d *document.Document, trees []parse.Tree, claims []claim.Claim) []Entity {
	return shipped().Resolve(d, trees, claims)
}

// Chains is all that Resolve goes by: also nouns that no claim speaks of, and pronouns that stand for
// the same unknown.
func Chains(d *document.Document, trees []parse.Tree, claims []claim.Claim) []Entity {
	return shipped().Chains(d, trees, claims)
}

func resolve(d *document.Document, trees []parse.Tree, claims []claim.Claim, w Weights, see func(Choice)) *table {
	t := newTable(d, trees)
	t.weights, t.see = w, see
	t.addNames(findNames(d, trees))
	t.addClassNouns()
	t.callNames()
	spoken := append(phrases(claims), t.collectives()...)
	t.claim(spoken)
	t.addNominals(append(spoken, t.nounPhrases()...))
	t.addPronouns(claims)
	return t
}
