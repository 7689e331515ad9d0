package answer

import (
	"strings"

	"sayso/graph"
)

// isPast tells a question for what has been: by its auxiliary, or where it has none by its verb.
func (q *question) isPast(root int) bool {
	if q.asking.past {
		return true
	}
	aux := q.Child(root, "aux", "cop")
	if aux == none {
		return q.Words[root].XPOS == "VBD"
	}
	switch strings.ToLower(q.Words[aux].Text) {
	case "was", "were", "had", "has", "have", "did":
		return true
	}
	return false
}

// isAgreed tells a claim of what somebody has set out to do, and that alone: who agreed to pay need not have paid.
func isAgreed(c graph.Claim) bool { return isPlan(c) && outerVerbs(c)[0] != "decide" }

// isUndone tells a claim of what is still to be, where the question is for what has been. Who promised to pay has
// promised, if not paid.
func (m *matcher) isUndone(c graph.Claim) bool {
	if !m.pattern.Past || m.pattern.Form != Find || !isAhead(c.Modality) && !isAgreed(c) || isAhead(m.pattern.Modality) {
		return false
	}
	if group := m.pattern.Relation.group(); len(group) > 0 && m.governs(group[0], c) {
		return false
	}
	verbs, _ := splitLemma(c.Predicate.Lemma)
	switch {
	case c.Modality != graph.Planned && isAhead(c.Modality):
		return true
	case len(m.pattern.Relation.Verbs) == 0:
		return len(verbs) < 2
	}
	return len(verbs) < 2 || m.v.kinship.Near(m.pattern.Relation.Verbs[0], verbs[0]) == 0
}
