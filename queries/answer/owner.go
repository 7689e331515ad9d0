package answer

import (
	"strings"

	"sayso/graph"
)

// ownerRole is whose something is: "Which company's shares fell?"
const ownerRole = "'s"

// takeOwner makes the owner of what "whose" stands before what is asked for, and that itself a part.
func (q *question) takeOwner(p *Pattern) {
	if q.asking.word != "whose" || p.Slot.Noun == nil {
		return
	}
	p.Parts = append(p.Parts, Part{Role: p.Slot.Role, Term: *p.Slot.Noun})
	p.Slot = Slot{Role: ownerRole, Wants: Anyone}
}

// owners are whose the things are that the question names: "Shares of Castellan", "Castellan's shares".
func (m *matcher) owners(all []place) []value {
	var found []value
	for _, p := range all {
		owner, thing := ownerOf(p.text)
		if owner == "" || !m.namesPart(thing) {
			continue
		}
		at := place{text: owner, name: owner}
		if words := m.phrase(owner).words; len(words) == 1 && strings.HasPrefix(words[0], "e:") {
			at.ref, at.key = graph.Ref(words[0]), keyOf(graph.Ref(words[0]))
		}
		if fit := m.kindFit(at); fit > 0 {
			found = append(found, value{place: none, text: brief(owner), ref: at.ref, fit: fit})
		}
	}
	return found
}

// ownerOf splits a phrase into whose it is and what.
func ownerOf(text string) (owner, thing string) {
	for _, mark := range []string{"'s ", "’s "} {
		if owner, thing, ok := strings.Cut(text, mark); ok {
			return withoutArticle(owner), thing
		}
	}
	if thing, owner, ok := strings.Cut(text, " in "); ok && isHolding(thing) {
		return withoutArticle(owner), thing
	}
	thing, owner, _ = strings.Cut(text, " of ")
	return withoutArticle(owner), thing
}

// isHolding tells what is held in a firm rather than found in a place: "shares in Castellan".
func isHolding(thing string) bool {
	words := strings.Fields(strings.ToLower(thing))
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "share", "shares", "stake", "stakes", "stock":
		return true
	}
	return false
}
