package answer

import (
	"slices"
	"strings"

	"sayso/graph"
)

// Factors by which a relation counts that says the same in another way.
const (
	otherParticle = 0.7  // turn_away, turn_around
	innerVerb     = 0.85 // decide, of decide_lift
	lightVerb     = 0.8  // hold talks, for talk
	roleNoun      = 0.8  // is founder of, for found
)

// relationMatch is how well a claim's relation says what the pattern asks.
func (m *matcher) relationMatch(c graph.Claim) float64 {
	want := m.pattern.Relation
	if len(want.Verbs) == 0 {
		return 1
	}
	return max(m.verbMatch(lemmaOf(c), want), m.lightMatch(c, want), m.roleMatch(c, want), m.nounMatch(c))
}

// verbMatch compares lemmas: verbs from the last, then what particle each has.
func (m *matcher) verbMatch(lemma string, want Relation) float64 {
	verbs, particle := splitLemma(lemma)
	if idioms[lemma] {
		verbs, particle = []string{lemma}, ""
	}
	near := m.v.kinship.Near(want.main(), verbs[len(verbs)-1])
	if len(verbs) > len(want.Verbs) && !(isAhead(m.pattern.Modality) && commitments[verbs[0]] == "planned") {
		near *= innerVerb
	}
	if near == 0 && m.isShorter(verbs) {
		near = innerVerb
	}
	if near == 0 && len(verbs) > 1 && len(want.Verbs) == 1 {
		near = innerVerb * m.v.kinship.Near(want.main(), verbs[0])
	}
	if isParticle(particle) && particle != want.Particle || want.Particle != "" && particle != want.Particle {
		near *= otherParticle
	}
	return near
}

// idiomMatch tells a verb that with some noun says what the pattern asks: take, of take place.
func (m *matcher) idiomMatch(verb string) bool {
	for idiom := range idioms {
		if first, _, _ := strings.Cut(idiom, "_"); first == verb && m.v.kinship.Near(m.pattern.Relation.main(), idiom) > 0 {
			return true
		}
	}
	return false
}

// splitLemma takes a relation apart: decide_lift, turn_around, rely_on.
func splitLemma(lemma string) (verbs []string, particle string) {
	for _, w := range strings.Split(lemma, "_") {
		if len(verbs) > 0 && (isPreposition(w) || isParticle(w)) {
			if particle == "" {
				particle = w
			}
			continue
		}
		verbs = append(verbs, w)
	}
	return verbs, particle
}

func isParticle(w string) bool {
	return slices.Contains([]string{"up", "down", "out", "off", "away", "back", "around", "over", "apart", "aside", "abroad", "adrift",
		"aground", "ahead", "ashore", "astray", "home", "overboard", "underground", "upstairs", "downstairs"}, w)
}

// lightMatch finds the verb of the question as the noun that a light verb governs.
func (m *matcher) lightMatch(c graph.Claim, want Relation) float64 {
	verbs, _ := splitLemma(c.Predicate.Lemma)
	if !lightVerbs[verbs[len(verbs)-1]] || c.Object == nil || want.main() == "be" {
		return 0
	}
	object := m.phrase(nodePlace(objectRole, *c.Object).text)
	if len(object.words) == 0 {
		return 0
	}
	return lightVerb * m.v.kinship.Near(want.main(), object.words[object.head])
}

// isRoleClaim tells a claim that answers with the noun of a role: see roleMatch.
func (m *matcher) isRoleClaim(c graph.Claim) bool {
	want := m.pattern.Relation
	return len(want.Verbs) > 0 && want.main() != "be" && c.Predicate.Lemma == "be"
}

// roleMatch finds the verb of the question in the noun of a role: the founder of a group founded it.
func (m *matcher) roleMatch(c graph.Claim, want Relation) float64 {
	if c.Predicate.Lemma != "be" || c.Object == nil || want.main() == "be" || m.pattern.Modality != graph.Asserted {
		return 0
	}
	object := m.phrase(nodePlace(objectRole, *c.Object).text)
	if len(object.words) == 0 || !isAgentNoun(object.words[object.head]) || isBesideRank(object, m.pattern.Past) {
		return 0
	}
	if near := m.v.kinship.Near(want.main(), object.words[object.head]); near >= sameOrigin {
		return roleNoun * near
	}
	return 0
}

func isAgentNoun(word string) bool {
	return strings.HasSuffix(word, "er") || strings.HasSuffix(word, "or") || irregular[word] != nil
}

// isRoleVerb tells verbs that a noun for who does it stands for somewhere in the graph: lead, found.
func (v *vocabulary) isRoleVerb(verb string) bool {
	if verb == "be" {
		return false
	}
	for head := range v.heads {
		if isAgentNoun(head) && v.kinship.Near(verb, head) >= sameOrigin {
			return true
		}
	}
	return false
}
