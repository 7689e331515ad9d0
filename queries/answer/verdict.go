package answer

import (
	"slices"

	"sayso/graph"
)

// verdicts turn claims that say what the question asks into yes, and those that deny it into no.
func (m *matcher) verdicts(fits []fit) []fit {
	p := m.pattern
	var out []fit
	for _, f := range fits {
		f.value = value{text: "yes", fit: 1}
		if m.isDenied(f.claim) != p.Negative {
			f.value.text = "no"
		}
		if isAlleged(f.claim) {
			f.score *= allegedly
		}
		if isAgreed(f.claim) && !isAhead(f.claim.Modality) && !isAhead(p.Modality) && len(p.Relation.group()) == 0 {
			continue
		}
		switch f.claim.Modality {
		case graph.Questioned, graph.Conditional:
			continue
		case graph.Possible, graph.Obligatory:
			if !isAhead(p.Modality) {
				continue
			}
		case graph.Future, graph.Planned:
			if !isAhead(p.Modality) && !m.isAboutPlan(f.claim) {
				f.value.text = "no, not yet"
			}
		}
		out = append(out, f)
	}
	return out
}

// onceEach lets a claim say yes or no once, as its best reading has it.
func onceEach(form Form, fits []fit) []fit {
	if form != Check {
		return fits
	}
	best := map[string]float64{}
	for _, f := range fits {
		best[f.claim.ID] = max(best[f.claim.ID], f.score)
	}
	return slices.DeleteFunc(fits, func(f fit) bool { return f.score < best[f.claim.ID] })
}

// contested tells where some say yes and others no, of whom neither is much surer: neither is the answer then.
func contested(form Form, fits []fit) []fit {
	yes, no := surest(fits, "yes"), surest(fits, "no")
	if form != Check || yes == nil || no == nil || voiceOf(*yes) == voiceOf(*no) || min(yes.confidence(), no.confidence()) < evenly*max(yes.confidence(), no.confidence()) {
		return fits
	}
	text := brief("contested: yes according to " + voiceOf(*yes) + ", no according to " + voiceOf(*no))
	var out []fit
	for _, f := range fits {
		if f.value.text == "yes" || f.value.text == "no" {
			f.value.text = text
			out = append(out, f)
		}
	}
	return out
}

// evenly is how near the less sure of two verdicts must come to the surer one to stand against it.
const evenly = 0.6

func surest(fits []fit, verdict string) *fit {
	var best *fit
	for i, f := range fits {
		if f.value.text == verdict && (best == nil || f.confidence() > best.confidence()) {
			best = &fits[i]
		}
	}
	return best
}

// voiceOf is who says yes or no: who denies something says no himself.
func voiceOf(f fit) string {
	if at := f.claim.Attribution; at != nil {
		return at.Source.Name
	}
	for _, v := range outerVerbs(f.claim) {
		if commitments[v] == "denied" && f.value.text == "no" && f.claim.Subject.Name != "" {
			return f.claim.Subject.Name
		}
	}
	return f.claim.Document
}

// isDenied tells a claim that says no: negated, or by a verb that does not let the event be, as in
// "refused to sign" where the question is about signing.
func (m *matcher) isDenied(c graph.Claim) bool {
	denied := c.Polarity == graph.Negative
	for _, v := range outerVerbs(c) {
		if isDenial(v) && !m.isAsked(v) {
			denied = !denied
		}
	}
	for _, v := range m.pattern.Relation.group() { // "failed" is what makes inspect, of failed_to_inspect, negative
		if isDenial(v) && slices.ContainsFunc(m.unsaid(c), func(w string) bool { return m.v.kinship.Near(v, w) > 0 }) {
			denied = !denied
		}
	}
	return denied
}

func isDenial(verb string) bool {
	return commitments[verb] == "negative" || commitments[verb] == "denied"
}

// outerVerbs are the verbs of a relation that govern the last: deny, of deny_shout.
func outerVerbs(c graph.Claim) []string {
	verbs, _ := splitLemma(c.Predicate.Lemma)
	return verbs[:len(verbs)-1]
}

// isOpen tells a claim that leaves open whether what the question asks for came about: it was tried, or somebody
// did not deny it.
func (m *matcher) isOpen(c graph.Claim) bool {
	want := m.pattern.Relation
	if len(want.Verbs) == 0 || m.pattern.Modality != graph.Asserted {
		return false
	}
	return slices.ContainsFunc(outerVerbs(c), func(v string) bool {
		if m.v.kinship.Near(v, want.main()) > 0 || m.v.kinship.Near(v, want.Verbs[0]) > 0 {
			return false
		}
		return commitments[v] == "tried" || commitments[v] == "denied" && c.Polarity == graph.Negative
	})
}
