// Package eval scores what the program reads against gold.
package eval

import (
	"fmt"
	"strings"

	"sayso/extract/document"
	"sayso/extract/parse"
)

// TreebankScores is how well a model reads a treebank: shares between 0 and 1.
type TreebankScores struct {
	Words     int
	UPOS      float64
	XPOS      float64
	Lemmas    float64
	UAS       float64 // right heads, punctuation counted
	LAS       float64 // right heads with the right relation, subtypes counted
	Tokens    float64 // F1 on running text
	Sentences float64 // F1 on running text
	Arcs      float64 // F1 of words with head and relation, on running text
}

// Treebank scores a model on gold trees, with their tokens, and on the running text of the same treebank.
func Treebank(m *parse.Model, trees []parse.Tree, text []parse.Paragraph) TreebankScores {
	var t TreebankScores
	asked := make([]document.Sentence, len(trees))
	for i, gold := range trees {
		asked[i] = gold.Sentence
	}
	for i, tree := range m.ParseAll(asked) {
		t.count(tree.Words, trees[i].Words)
	}
	for _, share := range []*float64{&t.UPOS, &t.XPOS, &t.Lemmas, &t.UAS, &t.LAS} {
		*share /= float64(max(t.Words, 1))
	}
	var cuts SegmentationScores
	var arcs overlap
	wanted := goldArcs(trees, text)
	for i, p := range text {
		split := cuts.count(m, p)
		compare(&arcs, wanted[i], foundArcs(m.ParseAll(split)))
	}
	t.Tokens, t.Sentences, t.Arcs = cuts.tokens.f1(), cuts.sentences.f1(), arcs.f1()
	return t
}

func (t *TreebankScores) count(words, gold []parse.Word) {
	t.Words += len(gold)
	for i, g := range gold {
		w := words[i]
		t.UPOS += one(w.UPOS == g.UPOS)
		t.XPOS += one(w.XPOS == g.XPOS)
		t.Lemmas += one(w.Lemma == g.Lemma)
		t.UAS += one(w.Head == g.Head)
		t.LAS += one(w.Head == g.Head && w.Relation == g.Relation)
	}
}

func one(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}

// Scores lists the shares in per cent, as model cards show them.
func (t TreebankScores) Scores() map[string]float64 {
	scores := map[string]float64{}
	for _, row := range t.rows() {
		scores[row.name] = float64(int(row.share*10000+0.5)) / 100
	}
	return scores
}

// String is a table with a line for each share, in per cent.
func (t TreebankScores) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s %6d\n", "words", t.Words)
	for _, row := range t.rows() {
		fmt.Fprintf(&b, "%-10s %6.2f\n", row.name, 100*row.share)
	}
	return b.String()
}

type treebankRow struct {
	name  string
	share float64
}

func (t TreebankScores) rows() []treebankRow {
	return []treebankRow{{"UPOS", t.UPOS}, {"XPOS", t.XPOS}, {"lemmas", t.Lemmas}, {"UAS", t.UAS}, {"LAS", t.LAS},
		{"tokens", t.Tokens}, {"sentences", t.Sentences}, {"raw LAS", t.Arcs}}
}

// overlap counts what gold and guess share.
type overlap struct{ gold, guess, both int }

func compare[T comparable](o *overlap, gold, guess []T) {
	in := map[T]bool{}
	for _, s := range gold {
		in[s] = true
	}
	for _, s := range guess {
		if in[s] {
			o.both++
		}
	}
	o.gold += len(gold)
	o.guess += len(guess)
}

func (o *overlap) precision() float64 { return float64(o.both) / float64(max(o.guess, 1)) }

func (o *overlap) recall() float64 { return float64(o.both) / float64(max(o.gold, 1)) }

func (o *overlap) f1() float64 { return 2 * float64(o.both) / float64(max(o.gold+o.guess, 1)) }
