// Package claim finds what a sentence claims, one linguistic phenomenon a file.
package claim

import (
	"sayso/extract/document"
	"sayso/extract/timex"
	"sayso/graph"
)

// Claim is one statement as the trees hold it: its parts are words of trees, not yet entities.
type Claim struct {
	Tree        int // index of the tree whose clause states it
	Subject     Phrase
	Predicate   Predicate
	Object      *Phrase // nil: none
	Content     int     // index of the claim that is the object's clause; -1: none
	Arguments   []Argument
	Attribution *Attribution
	Polarity    graph.Polarity
	Modality    graph.Modality
	Time        *timex.Expression
	Quote       document.Span // the words of the article that it rests on
	Rule        string
	Confidence  float64
}

// Phrase is some words of one tree that name a participant.
type Phrase struct {
	Tree   int
	Head   int   // index of its head word
	Words  []int // indices of its words, ascending
	Span   document.Span
	Text   string // as the article writes it, without determiner-less clauses hanging on it
	Clause bool   // a clause, not a nominal
}

// Predicate is the relation as the text asserts it.
type Predicate struct {
	Name  string // did_not_sign, spoke_with, is
	Lemma string // sign, speak_with, be
	Head  int    // index of the word that states it
}

// Argument is a further phrase by its role.
type Argument struct {
	Role string // a preposition, "when", "to" …
	Phrase
}

// Attribution is a source with its cue: who says so, by which word.
type Attribution struct {
	Source Phrase
	Cue    string // "announced", "according to"
	Of     *Attribution
}
