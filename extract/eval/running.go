package eval

import (
	"sayso/extract/document"
	"sayso/extract/parse"
)

// arc is a word in running text with its head and relation; words are known by their spans.
type arc struct {
	word, head document.Span
	relation   string
}

// goldArcs returns the arcs of each paragraph, whose words are those of the trees in order.
func goldArcs(trees []parse.Tree, text []parse.Paragraph) [][]arc {
	all := make([][]arc, len(text))
	paragraph, at := 0, 0
	for _, t := range trees {
		for paragraph < len(text) && at == len(text[paragraph].Tokens) {
			paragraph, at = paragraph+1, 0
		}
		if paragraph == len(text) || at+len(t.Words) > len(text[paragraph].Tokens) {
			return all
		}
		spans := text[paragraph].Tokens[at : at+len(t.Words)]
		all[paragraph] = append(all[paragraph], arcs(t.Words, func(i int) document.Span { return spans[i].Span })...)
		at += len(t.Words)
	}
	return all
}

func arcs(words []parse.Word, span func(i int) document.Span) []arc {
	list := make([]arc, len(words))
	for i, w := range words {
		list[i] = arc{word: span(i), relation: w.Relation}
		if w.Head != parse.Root {
			list[i].head = span(w.Head)
		}
	}
	return list
}

// foundArcs returns the arcs of parsed running text.
func foundArcs(trees []parse.Tree) []arc {
	var list []arc
	for _, t := range trees {
		list = append(list, arcs(t.Words, func(i int) document.Span { return t.Words[i].Span })...)
	}
	return list
}
