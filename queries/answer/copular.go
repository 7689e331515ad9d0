package answer

import "sayso/graph"

// copular reads "Who is X?", "What is the Y of Z?", "How much was the bail?": the asked phrase is the predicate.
func (q *question) copular(root int) []Pattern {
	subject := q.Child(root, "nsubj")
	if !q.isOpen() || subject == none || !q.asksPredicate(root, subject) || q.isReadiness(root, q.verbs(root)) {
		return nil
	}
	if subject == q.asked {
		subject = root
	}
	subject = q.holder(subject)
	p := Pattern{Form: Find, Weight: 1, Relation: Relation{Verbs: []string{"be"}}, Slot: q.slot([]int{root})}
	p.Modality = q.modality([]int{root})
	p.Parts = q.part(subjectRole, subject)
	if len(p.Parts) == 0 { // "When is it?": of what, nobody can tell
		return nil
	}
	p.Parts = append(p.Parts, q.circumstances(root)...)
	switch p.Slot.Wants {
	case Anyone, Anything:
		p.Slot.Role = objectRole
		return append([]Pattern{p}, p.appointed()...)
	case Number, Amount:
		p.Slot.Role = objectRole
		if p.Slot.Noun != nil && q.Child(root, "case") != none {
			return []Pattern{q.counted(p.Slot, root)}
		}
		return append([]Pattern{p}, q.measured(subject, p.Slot.Wants)...)
	}
	return []Pattern{p, q.anyEvent(p, subject)}
}

// appointed reads "Who is the head of research?" as who was named so.
func (p Pattern) appointed() []Pattern {
	if p.Slot.Wants != Anyone || p.Slot.Noun != nil || len(p.Parts) != 1 || p.Parts[0].Term.Named {
		return nil
	}
	p.Relation, p.Weight = Relation{Verbs: []string{"name"}}, byCause
	p.Parts = []Part{{Role: "as", Term: p.Parts[0].Term}}
	return []Pattern{p}
}

// asksPredicate tells "She is someone" and, for when and where, "The summit is".
func (q *question) asksPredicate(root, subject int) bool {
	return root == q.asked && q.Child(root, "cop") != none || subject == q.asked && q.Child(root, "cop") != none ||
		q.asked == none && q.lemma(root) == "be"
}

func (q *question) circumstances(root int) []Part {
	var parts []Part
	for _, c := range q.children(root, "obl", "nmod") {
		parts = append(parts, q.part(q.obliqueRole(c, false), c)...)
	}
	return parts
}

// anyEvent reads "When is the summit?" as anything that is said of it with a time.
func (q *question) anyEvent(p Pattern, subject int) Pattern {
	p.Relation, p.Weight = Relation{}, 0.7
	p.Parts = append([]Part{{Term: q.term(subject)}}, p.Parts[1:]...)
	return p
}

// counted reads "How many people were on the ship?" as any number of them that is told of the ship.
func (q *question) counted(slot Slot, where int) Pattern {
	slot.Role = ""
	return Pattern{Form: Find, Weight: 0.8, Slot: slot, Parts: []Part{{Term: q.term(where)}}, Modality: graph.Asserted}
}

// measured reads "How much was the bail on which he was released?" as the relative clause with the
// quantity in its gap, and without such a clause as any quantity of the thing.
func (q *question) measured(subject int, wants Want) []Pattern {
	noun := q.term(subject)
	slot := Slot{Wants: wants, Noun: &noun}
	relative := q.Child(subject, "acl:relcl")
	if relative == none {
		return []Pattern{{Form: Find, Weight: 0.8, Slot: slot, Modality: graph.Asserted}}
	}
	verbs := q.verbs(relative)
	p := Pattern{Form: Find, Weight: 0.9, Relation: q.relation(verbs), Slot: slot, Modality: q.modality(verbs)}
	for _, part := range q.parts(verbs) {
		if !isRelativePronoun(part.Term.Head) {
			p.Parts = append(p.Parts, part)
		}
	}
	return []Pattern{p}
}

func isRelativePronoun(word string) bool {
	switch word {
	case "who", "whom", "which", "that":
		return true
	}
	return false
}
