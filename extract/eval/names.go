package eval

import (
	"fmt"
	"strings"

	"sayso/extract/document"
	"sayso/extract/parse"
)

// nameKinds are the kinds of names that are scored.
var nameKinds = []string{"PER", "ORG", "LOC"}

// NameScores counts the names that gold and model share, whole and of the same kind.
type NameScores struct{ kinds map[string]*overlap }

type name struct{ sentence, first, last int }

// Names scores the names that a model finds in tokenised sentences.
func Names(m *parse.Model, gold [][]parse.Word) NameScores {
	sentences := make([]document.Sentence, len(gold))
	for i, words := range gold {
		sentences[i].Tokens = spaced(words)
	}
	s := NameScores{map[string]*overlap{}}
	trees := m.ParseAll(sentences)
	for _, kind := range nameKinds {
		s.kinds[kind] = &overlap{}
		for i, words := range gold {
			compare(s.kinds[kind], namesOf(i, words, kind), namesOf(i, trees[i].Words, kind))
		}
	}
	return s
}

// spaced lays tokens out with a space between any two.
func spaced(words []parse.Word) []document.Token {
	tokens := make([]document.Token, len(words))
	at := 0
	for i, w := range words {
		tokens[i] = document.Token{Span: document.Span{Start: at, End: at + len(w.Text)}, Text: w.Text}
		at += len(w.Text) + 1
	}
	return tokens
}

func namesOf(sentence int, words []parse.Word, kind string) []name {
	var names []name
	for i := 0; i < len(words); i++ {
		if words[i].Name != "B-"+kind {
			continue
		}
		n := name{sentence, i, i}
		for n.last+1 < len(words) && words[n.last+1].Name == "I-"+kind {
			n.last++
		}
		names = append(names, n)
	}
	return names
}

// F1 is the harmonic mean of precision and recall over all kinds, between 0 and 1.
func (s NameScores) F1() float64 {
	var all overlap
	for _, o := range s.kinds {
		all.gold, all.guess, all.both = all.gold+o.gold, all.guess+o.guess, all.both+o.both
	}
	return all.f1()
}

// String is a table with a line for each kind, in per cent.
func (s NameScores) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-6s %6s %6s %6s %6s\n", "", "gold", "P", "R", "F1")
	for _, kind := range nameKinds {
		o := s.kinds[kind]
		fmt.Fprintf(&b, "%-6s %6d %6.2f %6.2f %6.2f\n", kind, o.gold,
			100*o.precision(), 100*o.recall(), 100*o.f1())
	}
	fmt.Fprintf(&b, "%-6s %27.2f\n", "all", 100*s.F1())
	return b.String()
}
