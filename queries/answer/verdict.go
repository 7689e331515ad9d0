package answer

import (
	"slices"

	"sayso/graph"
)

// verdicts turn claims that say what the question asks into yes, and those that deny it into no.
func verdicts(p Pattern, fits []fit) []fit {
	var out []fit
	for _, f := range fits {
		f.value = value{text: "yes", fit: 1}
		if isDenied(f.claim, p) != p.Negative {
			f.value.text = "no"
		}
		switch f.claim.Modality {
		case graph.Questioned, graph.Conditional:
			continue
		case graph.Possible, graph.Obligatory:
			if !isAhead(p.Modality) {
				continue
			}
		case graph.Future, graph.Planned:
			if !isAhead(p.Modality) {
				f.value.text = "no, not yet"
			}
		}
		out = append(out, f)
	}
	return out
}

// isDenied tells a claim that says no: negated, or by a verb that does not let the event be, as in
// "refused to sign" where the question is about signing.
func isDenied(c graph.Claim, p Pattern) bool {
	denied := c.Polarity == graph.Negative
	verbs, _ := splitLemma(c.Predicate.Lemma)
	for _, v := range verbs[:len(verbs)-1] {
		if commitments[v] == "negative" && !slices.Contains(p.Relation.Verbs, v) {
			denied = !denied
		}
	}
	return denied
}
