package answer

import (
	"slices"
	"strings"

	"sayso/graph"
)

// connected words what claims say of both ends of a connection: one claim that names both, or two that
// say the same of each, "both led the talks".
func (m *matcher) connected(fits []fit, claims []graph.Claim) []fit {
	for i, f := range fits {
		text := f.claim.Subject.Name + " " + wholeClaim(f.claim)
		fits[i].value = value{text: brief(strings.TrimSpace(text)), fit: 1}
		if f.claim.Predicate.Lemma == "be" {
			fits[i].score *= sharedDeed
		}
	}
	return append(fits, m.shared(claims)...)
}

// sharedDeed is how much less it tells that two did the same than that one did it to the other.
const sharedDeed = 0.8

func (m *matcher) shared(claims []graph.Claim) []fit {
	if len(m.parts) != 2 {
		return nil
	}
	byDeed := map[string][2][]graph.Claim{}
	var order []string
	for _, c := range claims {
		for i, part := range m.parts {
			if c.Object == nil || c.Predicate.Lemma == "be" || c.Polarity == graph.Negative || m.place(part, nodePlace(subjectRole, c.Subject)) < 0.9 {
				continue
			}
			key := c.Predicate.Name + " " + nodePlace(objectRole, *c.Object).key
			pair, known := byDeed[key]
			if !known {
				order = append(order, key)
			}
			pair[i] = append(pair[i], c)
			byDeed[key] = pair
		}
	}
	var found []fit
	for _, key := range order {
		if pair := byDeed[key]; len(pair[0]) > 0 && len(pair[1]) > 0 {
			found = append(found, both(pair)...)
		}
	}
	return found
}

func both(pair [2][]graph.Claim) []fit {
	var found []fit
	first := pair[0][0]
	text := brief("both " + strings.ReplaceAll(first.Predicate.Name, "_", " ") + " " + shown(nodePlace(objectRole, *first.Object)))
	for _, c := range slices.Concat(pair[0], pair[1]) {
		found = append(found, fit{claim: c, score: sharedDeed, value: value{text: text, fit: 1}})
	}
	return found
}
