package answer

import (
	"strings"

	"sayso/graph"
)

// affiliation reads "Who does X work for?" also as "At what is X something?": a role names its place.
func (q *question) affiliation(root int) []Pattern {
	patterns := q.clause(root)
	p := patterns[0]
	if p.Form != Find || !affiliation[p.Relation.main()] || !q.namesPerson(p) {
		return nil
	}
	role := p
	role.Relation = Relation{Verbs: []string{"be"}}
	role.Slot.Role = memberRole
	role.Weight = 0.9
	anything := role
	anything.Relation, anything.Weight = Relation{}, 0.8
	return []Pattern{p, role, anything}
}

// memberRole is the body at which somebody has a role.
const memberRole = "member of"

// namesPerson tells whether the body is what is asked for.
func (q *question) namesPerson(p Pattern) bool {
	for _, part := range p.Parts {
		if part.Role == subjectRole {
			return p.Slot.Role != subjectRole
		}
	}
	return false
}

// bodies are the organisations at which a claim gives its subject a role: "at RUSI" beside or in the
// role, or a name before it, as in "Nordkorn founder".
func (m *matcher) bodies(c graph.Claim, all []place) []value {
	if c.Predicate.Lemma != "be" {
		return m.ownBodies(all)
	}
	var found []value
	for i, p := range all {
		switch p.role {
		case "at", "of", "for", "in", "with":
			found = append(found, value{place: i, text: brief(shown(p)), ref: p.ref, fit: 1})
		case objectRole:
			found = append(found, m.bodyIn(p)...)
		}
	}
	return found
}

// ownBodies are organisations in what the text calls the person: "Ada Okafor of Nordkorn".
func (m *matcher) ownBodies(all []place) []value {
	var found []value
	for _, p := range all {
		if p.role != subjectRole || m.typeOf(p) != graph.Person {
			continue
		}
		for _, v := range m.bodyIn(place{text: p.text}) {
			if m.isBody(v.text) {
				found = append(found, v)
			}
		}
	}
	return found
}

func (m *matcher) isBody(text string) bool {
	refs := m.phrase(text).words
	return len(refs) > 0 && m.typeOf(place{key: keyOf(graph.Ref(refs[0])), ref: graph.Ref(refs[0])}) == graph.Organization
}

func (m *matcher) bodyIn(p place) []value {
	for _, preposition := range []string{" at ", " of ", " for ", " in ", " with "} {
		if _, tail, ok := strings.Cut(p.text, preposition); ok {
			return []value{{place: none, text: brief(strings.TrimPrefix(tail, "the ")), fit: 0.95}}
		}
	}
	for _, w := range m.phrase(p.text).words {
		if n := m.v.known[keyOf(graph.Ref(w))]; n != nil && n.typ != graph.Person {
			return []value{{place: none, text: brief(n.texts[0].text), ref: n.ref, fit: 0.9}}
		}
	}
	return nil
}
