package answer

// holder is whose job or name a phrase speaks of: "her job", "the name of the president"; the phrase itself
// where it speaks of none.
func (q *question) holder(i int) int {
	if !jobs[q.lemma(i)] && q.lemma(i) != "name" {
		return i
	}
	if h := q.Child(i, "nmod"); h != none {
		return h
	}
	return i
}

// job reads "What position does she hold?" as "What is she?"
func (q *question) job(root int) []Pattern {
	noun := q.askedNoun()
	if noun == nil || !jobs[noun.Head] {
		return nil
	}
	p := q.clause(root)[0]
	if p.Slot.Role != objectRole || p.Relation.main() != "hold" && p.Relation.main() != "have" && p.Relation.main() != "occupy" {
		return nil
	}
	p.Relation = Relation{Verbs: []string{"be"}}
	p.Slot.Noun = nil
	return []Pattern{p}
}
