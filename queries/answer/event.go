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
	patterns := []Pattern{h}
	if p.Slot.Wants == Location {
		patterns = append(patterns, p.placed())
	}
	return patterns
}

// placed reads "Where did the talks take place?" from what the talks are called: "the talks in Lagos".
func (p Pattern) placed() Pattern {
	p.Relation, p.Weight = Relation{}, 0.8*p.Weight
	p.Slot.Role = insideRole
	p.Parts = slices.Clone(p.Parts)
	for i := range p.Parts {
		if p.Parts[i].Role == subjectRole {
			p.Parts[i].Role = ""
		}
	}
	return p
}

// insideRole is a place that is named in the phrase of a participant.
const insideRole = "inside"
