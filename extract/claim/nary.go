package claim

import "slices"

// nary is one tuple: subject, object with the preposition in the relation, then what else the clause says.
func (w wording) nary() []Tuple {
	relation := w.relation(w.verbs, w.adverbs)
	t := Tuple{Arguments: []string{w.subject}}
	rest := w.adjuncts
	object := w.object
	if object == nil && len(rest) > 0 {
		object, rest = &rest[0], rest[1:]
	}
	if object != nil {
		relation = join(relation, w.text(object.opener))
		t.Arguments = append(t.Arguments, w.withClauses(object.Phrase))
	}
	for _, a := range rest {
		t.Arguments = append(t.Arguments, join(w.text(a.opener), a.Text))
	}
	t.Relation = relation
	return []Tuple{t}
}

// relation are the words of the verb group, or of the copula that an apposition stands for.
func (w wording) relation(words ...[]int) string {
	all := slices.Concat(words...)
	if len(all) == 0 {
		return spelt(w.claim.Predicate.Name)
	}
	slices.Sort(all)
	return w.text(all)
}

// describedWords is how long a phrase may be with the clauses that describe it.
const describedWords = 25

// withClauses is a phrase with the relative and participial clauses that describe it.
func (w wording) withClauses(p Phrase) string {
	if p.Clause || p.Tree != w.index {
		return p.Text
	}
	words := slices.Clone(p.Words)
	for _, d := range w.children(p.Head, "acl") {
		if d > p.Head {
			words = append(words, w.subtree(d, nil)...)
		}
	}
	slices.Sort(words)
	words = w.fill(slices.Compact(words))
	if len(words) > describedWords {
		return p.Text
	}
	return w.text(words)
}
