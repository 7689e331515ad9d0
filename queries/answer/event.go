package answer

import (
	"slices"

	"sayso/graph"
)

// takeIdiom makes one relation of "take" and its object "place".
func (p *Pattern) takeIdiom() {
	if len(p.Relation.Verbs) == 0 {
		return
	}
	last := len(p.Relation.Verbs) - 1
	p.Parts = slices.DeleteFunc(p.Parts, func(part Part) bool {
		idiom := p.Relation.Verbs[last] + "_" + part.Term.Text
		if part.Role != objectRole || !idioms[idiom] {
			return false
		}
		p.Relation.Verbs[last] = idiom
		return true
	})
}

const takingPlace = "take_place"

// lemmaOf is the relation of a claim, "take place" as one.
func lemmaOf(c graph.Claim) string {
	if c.Object != nil {
		if idiom := c.Predicate.Lemma + "_" + c.Object.Mention; idioms[idiom] {
			return idiom
		}
	}
	return c.Predicate.Lemma
}

// held reads "When did the meeting take place?" also as "When was it held?", and the other way round.
func (p Pattern) held() []Pattern {
	from, to := subjectRole, objectRole
	h := p
	switch p.Relation.main() {
	case takingPlace, "happen", "occur":
		h.Relation = Relation{Verbs: []string{"hold"}}
	case "hold", "organize", "organise", "stage":
		if p.Slot.Wants != Date && p.Slot.Wants != Location || p.names(subjectRole) {
			return nil
		}
		h.Relation = Relation{Verbs: []string{takingPlace}}
		from, to = to, from
	default:
		return nil
	}
	h.Weight = 0.9 * p.Weight
	h.Parts = withRole(p.Parts, from, to)
	patterns := []Pattern{h}
	if p.Slot.Wants == Location {
		patterns = append(patterns, p.placed())
	}
	return patterns
}

func withRole(parts []Part, from, to string) []Part {
	parts = slices.Clone(parts)
	for i := range parts {
		if parts[i].Role == from {
			parts[i].Role = to
		}
	}
	return parts
}

// placed reads "Where did the talks take place?" from what the talks are called: "the talks in Lagos".
func (p Pattern) placed() Pattern {
	p.Relation, p.Weight = Relation{}, 0.8*p.Weight
	p.Slot.Role = insideRole
	p.Parts = withRole(withRole(p.Parts, subjectRole, ""), objectRole, "")
	return p
}

// insideRole is a place that is named in the phrase of a participant.
const insideRole = "inside"
