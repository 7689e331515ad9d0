package answer

import (
	"slices"
	"strings"

	"sayso/graph"
)

// value is what stands in the slot of a claim.
type value struct {
	place int // index of the place it was read from, or none
	text  string
	ref   graph.Ref
	fit   float64
}

// longest is how many letters an answer has at most.
const longest = 160

// values are what of a claim could fill the slot.
func (m *matcher) values(c graph.Claim, all []place) []value {
	switch m.pattern.Slot.Wants {
	case Date:
		return m.dates(c, all)
	case Duration:
		return durations(c, all)
	case Location:
		return m.locations(all)
	case Reason:
		return m.reasons(c, all)
	case Manner:
		return arguments(all, manners)
	case Number, Amount:
		return m.quantities(c, all)
	}
	switch m.pattern.Slot.Role {
	case ownerRole, "’s":
		return m.owners(all)
	case claimRole:
		return m.deeds(c)
	case memberRole:
		return m.bodies(c, all)
	}
	return m.participants(c, all)
}

// participants are the places whose role and kind fit the slot.
func (m *matcher) participants(c graph.Claim, all []place) []value {
	slot := m.pattern.Slot
	if slot.Role == objectRole && slot.Wants == Anything && slot.Noun == nil {
		if text := m.innerEvent(c); text != "" {
			return []value{{place: none, text: brief(text), fit: 0.95}}
		}
	}
	var found []value
	for i, p := range all {
		fit := slotFit(slot.Role, p.role, c.Predicate.Lemma) * m.kindFit(p)
		if m.isRoleClaim(c) && p.role == objectRole || isBesideObject(slot.Role, p.role, all) {
			fit = 0
		}
		if fit == 0 || p.ref == "" && isPronoun(p.text) || isTimePhrase(p) || m.isGiven(i, all) {
			continue
		}
		v := value{place: i, text: brief(asAsked(c, shown(p))), ref: p.ref, fit: fit}
		if p.self {
			v.ref = ""
		}
		found = append(found, v)
	}
	if isPreposition(slot.Role) {
		found = append(found, m.tails(all, slot.Role)...)
	}
	return found
}

// asAsked gives an indirect question its question word back: "when the study could resume".
func asAsked(c graph.Claim, text string) string {
	before, _, found := strings.Cut(c.Quote, " "+text)
	words := strings.Fields(before)
	if c.Object == nil || c.Object.Type != graph.ClaimNode || !found || len(words) == 0 {
		return text
	}
	if last := words[len(words)-1]; isQuestionWord(last) || last == "whether" || last == "if" {
		return last + " " + text
	}
	return text
}

// isTimePhrase tells what says when rather than who or what: "by the end of the month".
func isTimePhrase(p place) bool {
	return isPreposition(p.role) && (p.ref == "" || p.role == "by") && hasTimeWords(p.text)
}

// isBesideObject tells what a verb takes besides its object: "ordered a halt over a dispute" orders no dispute.
func isBesideObject(want, have string, all []place) bool {
	return want == objectRole && have != objectRole && have != subjectRole &&
		slices.ContainsFunc(all, func(p place) bool { return p.role == objectRole })
}

// isGiven tells a place that the question itself names, which is no answer; what another place bears out better
// is not given by this one: the founder of Nordkorn may be a Nordkorn.
func (m *matcher) isGiven(i int, all []place) bool {
	for n, t := range m.parts {
		if !t.Clause && m.isNamedBy(t, all[i]) && !m.isBorneOut(n, i, all) {
			return true
		}
	}
	return false
}

func (m *matcher) isNamedBy(t term, p place) bool {
	return !p.self && t.Named && t.ref != "" && t.ref == p.ref || m.v.phraseMatch(t, m.phrase(p.text)) > 0.95
}

// isBorneOut tells whether another place than i has the name and the role of part n.
func (m *matcher) isBorneOut(n, i int, all []place) bool {
	role := m.pattern.Parts[n].Role
	for j, p := range all {
		if j != i && p.role == role && p.ref != all[i].ref && m.isNamedBy(m.parts[n], p) {
			return true
		}
	}
	return false
}

// tails read a slot after a preposition inside the object: "subject to criticism" for "subject to what".
func (m *matcher) tails(all []place, prepositions ...string) []value {
	var found []value
	for _, p := range all {
		if p.role != objectRole {
			continue
		}
		for _, preposition := range prepositions {
			if _, tail, ok := strings.Cut(p.text, " "+preposition+" "); ok && tail != "" {
				found = append(found, value{place: none, text: brief(tail), fit: 0.9})
			}
		}
	}
	return found
}

// shown is the text for a place: the canonical name of what has one, the words of the article otherwise.
func shown(p place) string {
	if p.ref != "" && p.typ != graph.ClaimNode && !p.self {
		return p.name
	}
	return p.text
}

// kindFit is how well a node's type fits who or what, or the noun that the question gives.
func (m *matcher) kindFit(p place) float64 {
	typ := m.typeOf(p)
	if m.pattern.Slot.Noun != nil {
		return m.nounFit(p, typ)
	}
	switch {
	case m.pattern.Relation.main() == "be" && m.pattern.Slot.Wants == Anyone && p.quality:
		return 0.5
	case m.pattern.Relation.main() == "be":
		return beFit[typ]
	case m.pattern.Slot.Wants == Anyone:
		return whoFit[typ]
	}
	return whatFit[typ]
}

var whoFit = map[graph.Type]float64{
	graph.Person: 1, graph.Organization: 1, graph.Place: 0.85, graph.Thing: 0.8, "": 0.75, graph.Event: 0.4, graph.Work: 0.4, graph.Quantity: 0.6,
}

// beFit is for "who is" and "what is", which a role answers as well as a name.
var beFit = map[graph.Type]float64{
	graph.Person: 1, graph.Organization: 1, graph.Place: 1, graph.Thing: 1, graph.Event: 1, graph.Work: 1, "": 1, graph.ClaimNode: 0.8, graph.Quantity: 0.8, graph.TimeValue: 0.6,
}

var whatFit = map[graph.Type]float64{
	graph.Person: 0.75, graph.Organization: 0.95, graph.Place: 0.95, graph.Thing: 1, graph.Event: 1, graph.Work: 1,
	graph.ClaimNode: 0.95, graph.Quantity: 0.95, graph.TimeValue: 0.5, "": 0.95,
}

func (m *matcher) typeOf(p place) graph.Type {
	if n := m.v.known[p.key]; p.typ == "" && n != nil {
		p.typ = n.typ
	}
	if p.typ == "" && p.ref != "" {
		return m.v.entityType(p.ref)
	}
	return p.typ
}

// nounFit holds a value to the noun of the question: by its words, or else by its type.
func (m *matcher) nounFit(p place, typ graph.Type) float64 {
	if strings.EqualFold(withoutArticle(shown(p)), m.pattern.Slot.Noun.Text) {
		return 0
	}
	if fit := m.place(m.noun, p); fit > 0 {
		return fit
	}
	if want := kinds[m.pattern.Slot.Noun.Head]; want != "" {
		return otherwise(graph.Type(want) == typ, 0.9) + otherwise(typ == "" && p.ref != "", 0.6) + otherwise(isTownAndTeam(want, typ), 0.5)
	}
	// A name may be one of what the noun says; what the text calls otherwise is something else.
	return otherwise(nameKey(shown(p)) != "", 0.4)
}

// isTownAndTeam tells a body that goes by the name of its place, as clubs and governments do.
func isTownAndTeam(want string, typ graph.Type) bool {
	return want == string(graph.Organization) && typ == graph.Place || want == string(graph.Place) && typ == graph.Organization
}

// brief cuts a text to what an answer may have, at a word.
func brief(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= longest {
		return text
	}
	cut := string(runes[:longest-1])
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return cut + "…"
}

// deeds are what the subject of a claim does, or what happens to it.
func (m *matcher) deeds(c graph.Claim) []value {
	v := value{place: none, text: brief(wholeClaim(c)), fit: 1}
	if !m.pattern.names(subjectRole) {
		v.text = brief(c.Subject.Name + " " + wholeClaim(c))
	} else {
		v.fit = deedFit(c)
	}
	if will := ownFuture(c); will != "" && m.asksFuture() {
		v.text = brief(will)
	}
	return []value{v}
}

// deedFit: who asks what somebody did hears last what he is and said.
func deedFit(c graph.Claim) float64 {
	verbs, _ := splitLemma(c.Predicate.Lemma)
	switch {
	case c.Predicate.Lemma == "be":
		return 0.3
	case speechVerbs[verbs[len(verbs)-1]] && !isAhead(c.Modality):
		return 0.55
	}
	return 1
}

// names tells whether the question names who has a role.
func (p Pattern) names(role string) bool {
	return slices.ContainsFunc(p.Parts, func(part Part) bool { return part.Role == role })
}

// wholeClaim says what a claim says of its subject: the relation with what it governs.
func wholeClaim(c graph.Claim) string {
	text := strings.ReplaceAll(c.Predicate.Name, "_", " ")
	if c.Object != nil {
		text += " " + shown(nodePlace(objectRole, *c.Object))
	}
	for _, a := range c.Arguments {
		if a.Role != "when" && a.Role != "how" {
			text += " " + strings.ReplaceAll(a.Role, "_", " ")
		}
		text += " " + a.Text
	}
	return text
}
