package answer

import (
	"unicode"
	"unicode/utf8"

	"sayso/extract/parse"
	"sayso/graph"
)

// connection reads "What is the relationship between A and B?" and "How are A and B connected?"
func (q *question) connection(root int) []Pattern {
	if !q.isOpen() || !q.asksConnection(root) {
		return nil
	}
	var parts []Part
	for i, w := range q.Words {
		if isNamed(w, i) && !q.is(i, "flat", "compound") {
			parts = append(parts, Part{Term: q.term(i)})
		}
	}
	if len(parts) != 2 {
		return nil
	}
	return []Pattern{{Form: Connect, Weight: 1, Parts: parts, Modality: graph.Asserted}}
}

// isNamed tells a name by its tag, or by its capital within the sentence: a rare name may be tagged as a noun.
func isNamed(w parse.Word, i int) bool {
	first, _ := utf8.DecodeRuneInString(w.Text)
	return w.UPOS == "PROPN" || w.UPOS == "NOUN" && i > 0 && unicode.IsUpper(first)
}

func (q *question) asksConnection(root int) bool {
	switch q.asking.word {
	case "what", "how", "which":
	default:
		return false
	}
	for i := range q.Words {
		if connections[q.lemma(i)] && (q.Words[i].UPOS == "NOUN" && q.governs(i, "between", "with") || q.asking.word == "how" && i == root) {
			return true
		}
	}
	return false
}

// governs tells whether a phrase with one of the prepositions follows a noun.
func (q *question) governs(i int, prepositions ...string) bool {
	for j := i + 1; j < len(q.Words); j++ {
		for _, p := range prepositions {
			if q.lemma(j) == p {
				return true
			}
		}
	}
	return false
}
