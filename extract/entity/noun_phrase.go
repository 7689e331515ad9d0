package entity

import (
	"slices"

	"sayso/extract/claim"
)

// nounPhrases are the phrases with a noun for head, whether claims speak of them or not.
func (t *table) nounPhrases() []claim.Phrase {
	var all []claim.Phrase
	for tree := range t.trees {
		r := reader{doc: t.doc, tree: tree, words: t.trees[tree].Words}
		for i, w := range r.words {
			if w.UPOS != "NOUN" && w.UPOS != "PROPN" || t.at[place{tree, i}] != nil || t.inName[place{tree, i}] != nil {
				continue
			}
			switch w.Relation {
			case "compound", "flat", "fixed", "goeswith", "nmod:desc", "compound:prt", "nmod:npmod", "nmod:unmarked", "obl:unmarked":
				continue
			}
			from, to := t.phraseAround(tree, i)
			m := r.mention(from, to, Nominal)
			all = append(all, claim.Phrase{Tree: tree, Head: i, Words: m.Words, Span: m.Span, Text: m.Text})
		}
	}
	return all
}

// phraseAround returns the words of a noun's phrase: with determiners and complements, without preposition,
// relative clause, apposition and what it is coordinated with.
func (t *table) phraseAround(tree, head int) (from, to int) {
	words := t.trees[tree].Words
	inside := make([]bool, len(words))
	inside[head] = true
	for grown := true; grown; {
		grown = false
		for i, w := range words {
			if inside[i] || w.Head < 0 || !inside[w.Head] || w.Head == head && isOutside(w.Relation) {
				continue
			}
			inside[i], grown = true, true
		}
	}
	from, to = head, head+1
	for from > 0 && inside[from-1] {
		from--
	}
	for to < len(words) && inside[to] {
		to++
	}
	for from < head && words[from].UPOS == "PUNCT" {
		from++
	}
	for to > head+1 && words[to-1].UPOS == "PUNCT" {
		to--
	}
	return from, to
}

func isOutside(relation string) bool {
	return slices.Contains([]string{"case", "acl:relcl", "appos", "parataxis", "conj", "cc", "cc:preconj", "punct", "cop", "nsubj", "nsubj:pass",
		"nsubj:outer", "mark", "advcl", "ccomp", "aux", "obl", "discourse", "dep", "expl", "orphan", "list"}, relation)
}
