package answer

import (
	"slices"
	"strings"
)

// withoutEchoes drops what a question of who or what something is already says: of the mayor of a town neither the
// town nor "mayor". What is offered for choice is an answer.
func withoutEchoes(question string, group []Pattern, answers []Answer) []Answer {
	words := tokens(strings.ToLower(question))
	isCopular := func(p Pattern) bool { return p.Form == Find && p.Relation.main() == "be" }
	if slices.Contains(words, "or") || !slices.ContainsFunc(group, isCopular) {
		return answers
	}
	return slices.DeleteFunc(answers, func(a Answer) bool {
		return !slices.ContainsFunc(tokens(strings.ToLower(a.Text)), func(w string) bool { return !slices.Contains(words, w) })
	})
}
