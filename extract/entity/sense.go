package entity

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"sayso/graph"
)

//go:embed senses.txt
var senseList string

// sense is what a noun names beside certain words.
type sense struct {
	kind   graph.Type
	beside map[string]bool
}

var senses = sync.OnceValue(func() map[string][]sense {
	all := map[string][]sense{}
	for line := range strings.Lines(senseList) {
		noun, rest, isSense := strings.Cut(line, ":")
		if strings.HasPrefix(line, "#") || !isSense {
			continue
		}
		words := strings.Fields(rest)
		s := sense{graph.Type(words[0]), map[string]bool{}}
		for _, word := range words[1:] {
			s.beside[word] = true
		}
		all[noun] = append(all[noun], s)
	}
	return all
})

// senseOf returns the type that the words beside a noun give it: "a state of emergency" is no state; "" where they give none.
func (t *table) senseOf(at place) graph.Type {
	w := t.word(at)
	if w.UPOS != "NOUN" {
		return ""
	}
	for _, s := range senses()[singular(strings.ToLower(w.Text))] {
		if s.beside["*"] {
			return s.kind
		}
		for i, other := range t.trees[at.tree].Words {
			if s.beside[strings.ToLower(other.Lemma)] && t.isBeside(at, i) {
				return s.kind
			}
		}
	}
	return ""
}

// isBeside reports whether a word is what a noun is of, stands before it or is the verb that it is the object of.
func (t *table) isBeside(at place, i int) bool {
	w, other := t.word(at), t.word(place{at.tree, i})
	if other.Head == at.word {
		return slices.Contains([]string{"nmod", "compound", "amod"}, other.Relation)
	}
	return w.Head == i && w.Relation == "obj"
}
