package answer

import "slices"

// report reads "Which articles say that P?": the content is the pattern, the articles are the answer.
func (q *question) report(root int) []Pattern {
	noun := q.askedNoun()
	if noun == nil || !reports[noun.Head] {
		return nil
	}
	patterns := q.clause(root)
	p, plain := patterns[0], patterns[0]
	if p.Slot.Role != subjectRole {
		return nil
	}
	p.Form, p.Slot = Report, Slot{}
	if content := q.Child(root, "ccomp"); content != none {
		verbs := q.verbs(content)
		p.Relation, p.Parts = q.relation(verbs), q.parts(verbs)
		p.Modality, p.Negative = q.modality(verbs), q.isNegative(verbs)
		return []Pattern{p}
	}
	p.Relation, p.Parts = Relation{}, slices.Clone(p.Parts)
	for i := range p.Parts {
		p.Parts[i].Role, p.Parts[i].Loose = mentionRole, false
	}
	return []Pattern{plain, p}
}

// mentionRole is that of what a claim need only name: NATO, in "a NATO official".
const mentionRole = "mention"

// mentions is 1 where a text holds each word of a term, as it stands or inflected.
func (v *vocabulary) mentions(t term, text phrase) float64 {
	if t.ref != "" && slices.Contains(text.words, string(t.ref)) {
		return 1
	}
	for _, w := range t.raw {
		if !slices.ContainsFunc(text.raw, func(o string) bool { return v.kinship.Near(w, o) >= sameOrigin }) {
			return 0
		}
	}
	return otherwise(len(t.raw) > 0, 1)
}
