package answer

import (
	"slices"
	"strings"

	"sayso/graph"
)

// group are the verbs of a question that govern its last: refuse, of "Who refused to resign?"
func (r Relation) group() []string {
	if len(r.Verbs) < 2 {
		return nil
	}
	return r.Verbs[:len(r.Verbs)-1]
}

// holdsGroup tells whether a claim also says what governs the verb of the question: who resigned is not who refused to
// resign. A verb that only sets the deed in the future, or says that it began or went on, may be missing.
func (m *matcher) holdsGroup(c graph.Claim) bool {
	if verbs, _ := splitLemma(c.Predicate.Lemma); m.isShorter(verbs) || m.nounMatch(c) > 0 {
		return true
	}
	for _, v := range m.pattern.Relation.group() {
		if v == "be" || m.governs(v, c) {
			continue
		}
		switch kind := commitments[v]; {
		case kind == "done":
		case kind == "obligatory" || kind == "possible" || kind == "future" || isIntention(v):
			if !isAhead(c.Modality) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isShorter tells a relation that says with a noun what the question says with a verb: "promised a stadium", of "promised
// to build a stadium".
func (m *matcher) isShorter(verbs []string) bool {
	group := m.pattern.Relation.group()
	return len(group) == 1 && len(verbs) == 1 && m.pattern.names(objectRole) && m.v.kinship.Near(group[0], verbs[0]) >= sameOrigin
}

// nounMatch finds the last verb of the question as the noun that the one above it governs: "denied wrongdoing".
func (m *matcher) nounMatch(c graph.Claim) float64 {
	want := m.pattern.Relation
	if c.Object == nil || !m.isGovernor(c.Predicate.Lemma) {
		return 0
	}
	object := m.phrase(c.Object.Mention)
	if len(object.words) == 0 || m.v.kinship.Near(want.main(), object.words[object.head]) < sameOrigin {
		return 0
	}
	return innerVerb
}

// isGovernor tells a relation that is the verb above the last of the question.
func (m *matcher) isGovernor(lemma string) bool {
	group := m.pattern.Relation.group()
	return len(group) == 1 && m.v.kinship.Near(group[0], lemma) >= sameOrigin
}

// isIntention tells verbs that say no more than that something is to be.
func isIntention(verb string) bool {
	switch verb {
	case "plan", "intend", "aim", "mean", "prepare", "expect", "set", "schedule":
		return true
	}
	return false
}

// governs tells whether a claim names a verb before its last, in its relation or only in the name of it: the relation of
// "failed to inspect" may be inspect, denied.
func (m *matcher) governs(verb string, c graph.Claim) bool {
	near := func(w string) bool { return m.v.kinship.Near(verb, w) > 0 }
	return slices.ContainsFunc(outerVerbs(c), near) || slices.ContainsFunc(m.unsaid(c), near)
}

// unsaid are the words before the last in the name of a relation that its lemma leaves out.
func (m *matcher) unsaid(c graph.Claim) []string {
	lemma := strings.Split(c.Predicate.Lemma, "_")
	words := strings.Split(c.Predicate.Name, "_")
	return slices.DeleteFunc(words[:max(len(words)-1, 0)], func(w string) bool {
		return stopWords[w] || slices.ContainsFunc(lemma, func(l string) bool { return m.v.kinship.Near(l, w) >= sameOrigin })
	})
}

// isAboutPlan tells a claim of a plan that the question itself asks for: who has threatened to sue has threatened.
func (m *matcher) isAboutPlan(c graph.Claim) bool {
	group := m.pattern.Relation.group()
	return c.Modality == graph.Planned && len(group) > 0 && m.governs(group[0], c)
}

// isAsked tells a governing verb of a claim that the question has too.
func (m *matcher) isAsked(verb string) bool {
	return slices.ContainsFunc(m.pattern.Relation.Verbs, func(v string) bool { return m.v.kinship.Near(v, verb) > 0 })
}
