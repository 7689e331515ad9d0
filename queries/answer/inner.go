package answer

import (
	"strings"

	"sayso/graph"
)

// innerEvent is what the outer verb of a claim governs, where the question asks about that verb alone: what
// somebody paused who "paused sharing data" is "sharing data", not the data. It is empty elsewhere.
func (m *matcher) innerEvent(c graph.Claim) string {
	verbs, _ := splitLemma(c.Predicate.Lemma)
	want := m.pattern.Relation
	if len(verbs) < 2 || len(want.Verbs) != 1 || m.v.kinship.Near(want.main(), verbs[0]) <= m.v.kinship.Near(want.main(), verbs[len(verbs)-1]) {
		return ""
	}
	return m.behind(c.Quote, verbs[0])
}

// behind is what follows a verb, in whatever form, in a text.
func (m *matcher) behind(text, verb string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if m.v.kinship.Near(verb, strings.ToLower(strings.Trim(w, `,.;:"“”`))) >= sameOrigin {
			return strings.TrimRight(strings.Join(words[i+1:], " "), `,.;:"”`)
		}
	}
	return ""
}
