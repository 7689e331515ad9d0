package answer

import (
	"slices"
	"strings"

	"sayso/graph"
)

// clause reads the predicate at root and what it governs.
func (q *question) clause(root int) []Pattern {
	verbs := q.verbs(root)
	if inner := q.innerClause(verbs); inner != none {
		return q.embedded(verbs, inner)
	}
	p := Pattern{Form: Find, Weight: 1, Modality: q.modality(verbs), Negative: q.isNegative(verbs)}
	p.Relation = q.relation(verbs)
	p.Parts = q.parts(verbs)
	p.Past, p.Beside = q.isPast(root), q.beside(root)
	p.takeIdiom()
	p.holdTopic()
	if q.isOpen() {
		p.Slot = q.slot(verbs)
		p.nameGiven()
		q.takeOwner(&p)
	} else {
		p.Form, p.Somebody = Check, q.somebody(verbs)
	}
	return slices.Concat([]Pattern{p}, q.byRole(root, p), p.opposites(), p.held(), p.caused(), p.traded())
}

// somebody is the role in which a question asks for anyone at all.
func (q *question) somebody(verbs []int) string {
	for _, v := range verbs {
		for _, c := range q.Children(v) {
			switch strings.ToLower(q.Words[c].Text) {
			case "anyone", "anybody", "someone", "somebody":
				return q.role(c, v)
			}
		}
	}
	return ""
}

// innerClause is the infinitive below the predicate that what is asked for belongs to: "pay" of "order them to pay what".
func (q *question) innerClause(verbs []int) int {
	if q.asked == none {
		return none
	}
	for _, c := range q.children(verbs[len(verbs)-1], "xcomp", "advcl", "ccomp") {
		if c != q.asked && q.within(q.asked, c) && !slices.Contains(verbs, c) {
			return c
		}
	}
	return none
}

// embedded reads an infinitive whose subject is the object of the verb above.
func (q *question) embedded(outer []int, inner int) []Pattern {
	verbs := q.verbs(inner)
	p := Pattern{Form: Find, Weight: 0.9, Modality: graph.Obligatory, Relation: q.relation(verbs), Parts: q.parts(verbs)}
	for _, part := range q.parts(outer) {
		if part.Term.Clause {
			continue
		}
		switch part.Role {
		case objectRole, "to":
			part.Role = subjectRole
			p.Parts = append(p.Parts, part)
		case subjectRole:
			p.Parts = append(p.Parts, Part{Term: part.Term, Loose: true})
		}
	}
	p.Slot = q.slot(verbs)
	return []Pattern{p}
}

// verbs are the complex predicate that begins at root: intend, hold.
func (q *question) verbs(root int) []int {
	verbs := []int{root}
	for v := root; ; {
		x := q.infinitive(v)
		// With an object of its own the outer verb says that somebody else is to act.
		if x == none || x == q.asked || q.Words[x].UPOS != "VERB" || q.Child(v, "obj", "iobj") != none {
			return verbs
		}
		verbs, v = append(verbs, x), x
	}
}

// infinitive is what a verb, or a predicate like "due", takes as its own.
func (q *question) infinitive(v int) int {
	if q.Child(v, "cop") == none || commitments[q.lemma(v)] == "" {
		return q.Child(v, "xcomp")
	}
	for _, x := range q.children(v, "xcomp", "advcl", "ccomp") {
		if q.marker(x) == "to" {
			return x
		}
	}
	return none
}

func (q *question) relation(verbs []int) Relation {
	var r Relation
	for _, v := range verbs {
		switch {
		case q.isReadiness(v, verbs):
			continue
		case q.Child(v, "cop") != none:
			r.Verbs = append(r.Verbs, "be")
			continue
		}
		r.Verbs = append(r.Verbs, q.lemma(v))
		if p := q.Child(v, "compound:prt", "advmod"); p == v+1 && isParticle(q.lemma(p)) {
			r.Particle = q.lemma(p)
		}
	}
	return r
}

// isReadiness tells "ready" of "is ready to negotiate", which only says how far the deed is done.
func (q *question) isReadiness(v int, verbs []int) bool {
	return q.Child(v, "cop") != none && v != verbs[len(verbs)-1] && commitments[q.lemma(v)] != ""
}

// parts are the participants and circumstances of a complex predicate, but for the one asked for.
func (q *question) parts(verbs []int) []Part {
	var parts []Part
	for n, v := range verbs {
		if q.Child(v, "cop") != none && v != q.asked && !q.isReadiness(v, verbs) {
			parts = append(parts, Part{Role: objectRole, Term: q.term(v)})
		}
		for _, c := range q.Children(v) {
			if c == q.asked {
				parts = append(parts, q.about(c)...)
			}
			if c == q.asked || slices.Contains(verbs, c) {
				continue
			}
			role := q.role(c, v)
			if n > 0 && role == subjectRole || role == "" {
				continue
			}
			parts = append(parts, q.part(role, c)...)
		}
	}
	return parts
}

// about is what hangs on the words that stand for what is asked: "something about the treaty".
func (q *question) about(asked int) []Part {
	whole := q.asking.wants() == Amount
	if u := q.Words[asked].UPOS; u != "PRON" && !whole {
		return nil
	}
	var parts []Part
	for _, c := range q.children(asked, "nmod") {
		for _, part := range q.part(q.obliqueRole(c, false), c) {
			part.Loose = part.Loose && !whole
			parts = append(parts, part)
		}
	}
	return parts
}

// part is a phrase in its role and, loosely, what is coordinated with it.
func (q *question) part(role string, i int) []Part {
	if q.is(i, "ccomp", "advcl", "xcomp") {
		return []Part{{Role: role, Term: q.clauseTerm(i), Loose: role != clauseRole}}
	}
	if q.Words[i].UPOS == "PRON" && !isAcronym(q.Words[i].Text) || q.Words[i].UPOS == "ADV" || q.Words[i].UPOS == "ADP" {
		return nil
	}
	parts := []Part{{Role: role, Term: q.term(i), Loose: isCircumstance(role)}}
	for _, c := range q.children(i, "conj") {
		parts = append(parts, Part{Role: role, Term: q.term(c), Loose: true})
	}
	for _, c := range q.children(i, "acl:relcl") {
		parts = append(parts, Part{Term: q.clauseTerm(c), Loose: true})
	}
	return parts
}

// isCircumstance tells roles that a claim may leave to its sentence.
func isCircumstance(role string) bool {
	return role != subjectRole && role != objectRole && role != "with" && role != "to" && role != "against"
}

// role is the role of a dependent of a predicate in the active: the agent of a passive is its subject.
func (q *question) role(i, verb int) string {
	passive := q.isPassive(verb)
	verbs := q.verbs(verb)
	switch {
	case q.is(i, "nsubj", "csubj"): // who is expected to sign something is to sign it
		if last := verbs[len(verbs)-1]; last == verb && q.is(i, "nsubj:pass", "csubj:pass") || q.isPassive(last) {
			return objectRole
		}
		return subjectRole
	case q.is(i, "obj"):
		return objectRole
	case q.is(i, "iobj"):
		return "to"
	case q.is(i, "obl:agent"):
		return subjectRole
	case q.is(i, "obl", "nmod"):
		return q.obliqueRole(i, passive)
	case q.is(i, "ccomp", "xcomp"):
		return clauseRole
	case q.is(i, "advcl"):
		return q.marker(i)
	}
	return ""
}

func (q *question) obliqueRole(i int, passive bool) string {
	role := q.marker(i)
	switch {
	case role == "by" && passive:
		return subjectRole
	case q.isTime(i):
		return whenRole
	case role == "":
		return whenRole
	}
	return role
}

// marker is the preposition or conjunction of a phrase: because of, in.
func (q *question) marker(i int) string {
	m := q.Child(i, "case", "mark")
	if m == none {
		return ""
	}
	words := []string{strings.ToLower(q.Words[m].Text)}
	for _, c := range q.children(m, "fixed") {
		words = append(words, strings.ToLower(q.Words[c].Text))
	}
	return strings.Join(words, "_")
}
