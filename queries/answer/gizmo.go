package answer

import (
	"slices"
	"strings"
)

// mostNodes is how many nodes a query names for one participant, the best first.
const mostNodes = 60

// query writes the Gizmo that selects the claims which may fit: those with one of the relations and,
// where strict, each participant among the nodes that the term may stand for.
func (m *matcher) query(article string, strict bool) string {
	var steps []string
	start, rest := m.start(strict)
	if start == "" {
		return ""
	}
	steps = append(steps, start)
	for _, r := range rest {
		steps = append(steps, ".And("+r+")")
	}
	if m.pattern.Voice != nil && strict {
		if nodes := m.nodes(m.voice, ""); len(nodes) > 0 {
			steps = append(steps, ".And(g.V("+list(nodes)+").In(\"<prov:wasAttributedTo>\"))")
		}
	}
	if article != "" {
		steps = append(steps, `.Has("<prov:wasQuotedFrom>", "<a:`+article+`>")`)
	}
	steps = append(steps, `.Has("<rdf:type>", "<rdf:Statement>")`, m.save(), ".Unique().All()")
	return strings.Join(steps, "")
}

// start is the condition that the others narrow: the relation, else the first participant.
func (m *matcher) start(strict bool) (first string, rest []string) {
	if m.pattern.Form == Connect {
		return m.either(), nil
	}
	if relations := m.relations(); len(relations) > 0 {
		first = "g.V(" + list(relations) + `).In("<rdf:predicate>")`
	} else if len(m.pattern.Relation.Verbs) > 0 {
		return "", nil
	}
	for i, part := range m.pattern.Parts {
		if part.Loose || !strict && part.Role != subjectRole && first != "" {
			continue
		}
		condition := m.participant(i)
		switch {
		case condition == "":
			return "", nil
		case first == "":
			first = condition
		default:
			rest = append(rest, condition)
		}
	}
	if first == "" {
		first = `g.V("<rdf:Statement>").In("<rdf:type>")`
	}
	return first, rest
}

// either selects what is said of any part: two that did the same hang together by it.
func (m *matcher) either() string {
	var all []string
	for _, t := range m.parts {
		nodes := m.nodes(t, "")
		if len(nodes) == 0 {
			return ""
		}
		all = append(all, nodes...)
	}
	return "g.V(" + list(all) + ").In()"
}

// participant selects the claims in which a part of the pattern takes part.
func (m *matcher) participant(i int) string {
	nodes := m.nodes(m.parts[i], m.pattern.Parts[i].Role)
	if len(nodes) == 0 {
		return ""
	}
	return "g.V(" + list(nodes) + ").In()"
}

// save shows the slot beside the claim, where it is one of the claim's own ends.
func (m *matcher) save() string {
	switch {
	case m.pattern.Form != Find:
		return `.Save("<rdf:subject>", "subject").Save("<rdf:object>", "object")`
	case m.pattern.Slot.Role == subjectRole:
		return `.Save("<rdf:subject>", "answer")`
	case m.pattern.Slot.Role == voiceRole:
		return `.Save("<prov:wasAttributedTo>", "answer")`
	case m.pattern.Slot.Wants == Date:
		return `.SaveOpt("<s:time>", "answer")`
	case m.pattern.Slot.Wants == Location:
		return `.SaveOpt("<p:in>", "in").SaveOpt("<p:at>", "at").SaveOpt("<p:to>", "to").Save("<rdf:object>", "object")`
	case m.pattern.Slot.Wants == Reason:
		return `.SaveOpt("<p:because>", "because").SaveOpt("<p:over>", "over").Save("<rdf:object>", "object")`
	case isPreposition(m.pattern.Slot.Role):
		return `.Save("<rdf:object>", "object").SaveOpt("<p:` + m.pattern.Slot.Role + `>", "answer")`
	}
	return `.Save("<rdf:subject>", "subject").Save("<rdf:object>", "answer")`
}

// relations are the relations that may say what the pattern asks, the nearest lemmas first.
func (m *matcher) relations() []string {
	want := m.pattern.Relation
	if len(want.Verbs) == 0 {
		return nil
	}
	var refs []string
	for _, lemma := range m.v.lemmas {
		verbs, _ := splitLemma(lemma)
		light := lightVerbs[verbs[len(verbs)-1]] && want.main() != "be"
		role := lemma == "be" && m.v.isRoleVerb(want.main())
		if light || role || m.isGovernor(lemma) || m.idiomMatch(lemma) || m.verbMatch(lemma, want) > 0 {
			for _, ref := range m.v.relations[lemma] {
				refs = append(refs, keyOf(ref))
			}
		}
	}
	return refs
}

// nodes are what a term may stand for, the best first.
func (m *matcher) nodes(t term, role string) []string {
	type scored struct {
		key   string
		score float64
	}
	var all []scored
	for _, n := range m.v.candidates(t) {
		score := m.nodeMatch(t, n)
		for _, text := range n.texts {
			score = max(score, m.tailMatch(t, role, text.text))
			if role == mentionRole {
				score = m.v.mentions(t, text)
			}
		}
		if score >= leastPart {
			all = append(all, scored{n.key, score})
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		if a.score != b.score {
			return cmpFloat(b.score, a.score)
		}
		return strings.Compare(a.key, b.key)
	})
	var keys []string
	for _, s := range all[:min(len(all), mostNodes)] {
		keys = append(keys, s.key)
	}
	return keys
}

func list(keys []string) string { return strings.Join(keys, ", ") }
