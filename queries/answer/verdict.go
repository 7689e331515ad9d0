package answer

import "sayso/graph"

// verdicts turn claims that say what the question asks into yes, and those that deny it into no.
func verdicts(p Pattern, fits []fit) []fit {
	var out []fit
	for _, f := range fits {
		f.value = value{text: "yes", fit: 1}
		denied := f.claim.Polarity == graph.Negative
		if denied != p.Negative {
			f.value.text = "no"
		}
		if f.claim.Modality == graph.Questioned || f.claim.Modality == graph.Conditional {
			continue
		}
		if isAhead(f.claim.Modality) && !isAhead(p.Modality) {
			f.value.text = "not yet"
		}
		out = append(out, f)
	}
	return out
}
