package entity

import (
	"strings"

	"sayso/extract/parse"
)

func isReflexive(pronoun string) bool {
	lower := strings.ToLower(pronoun)
	return strings.HasSuffix(lower, "self") || strings.HasSuffix(lower, "selves")
}

// doer returns what the subject of a reflexive's own clause stands for: who defends himself is who defends. Of a
// verb without a subject it is that of the verb that it is coordinated with or completes.
func (t *table) doer(at place) *cluster {
	words := t.trees[at.tree].Words
	verb := verbOf(words, at.word)
	for steps := 0; steps < 4 && verb >= 0; steps++ {
		if subject := subjectOf(words, verb); subject >= 0 {
			return t.at[place{at.tree, subject}]
		}
		relation, above := words[verb].Relation, words[verb].Head
		if relation != "conj" && relation != "xcomp" && relation != "advcl" || above < 0 {
			return nil
		}
		if object := t.trees[at.tree].Child(above, "obj", "iobj"); relation == "xcomp" && object >= 0 { // "told him to blame himself"
			return t.at[place{at.tree, object}]
		}
		verb = above
	}
	return nil
}

// subjectOf returns the subject of a verb; of two side by side the nearer one.
func subjectOf(words []parse.Word, verb int) int {
	found := -1
	for i, w := range words {
		if w.Head == verb && isSubject(w.Relation) && i != verb {
			found = i
		}
	}
	return found
}
