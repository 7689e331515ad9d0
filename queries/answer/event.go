package answer

import (
	"slices"

	"sayso/graph"
)

// takePlace makes one relation of "take" and its object "place".
func (p *Pattern) takePlace() {
	if p.Relation.main() != "take" {
		return
	}
	p.Parts = slices.DeleteFunc(p.Parts, func(part Part) bool {
		if part.Role != objectRole || part.Term.Head != "place" {
			return false
		}
		p.Relation.Verbs[len(p.Relation.Verbs)-1] = takingPlace
		return true
	})
}

const takingPlace = "take_place"

// lemmaOf is the relation of a claim, "take place" as one.
func lemmaOf(c graph.Claim) string {
	if c.Predicate.Lemma == "take" && c.Object != nil && c.Object.Mention == "place" {
		return takingPlace
	}
	return c.Predicate.Lemma
}

// held reads "When did the meeting take place?" also as "When was it held?"
func (p Pattern) held() []Pattern {
	switch p.Relation.main() {
	case takingPlace, "happen", "occur":
	default:
		return nil
	}
	h := p
	h.Relation = Relation{Verbs: []string{"hold"}}
	h.Weight = 0.9 * p.Weight
	h.Parts = slices.Clone(p.Parts)
	for i := range h.Parts {
		if h.Parts[i].Role == subjectRole {
			h.Parts[i].Role = objectRole
		}
	}
	return []Pattern{h}
}
